"""Who listens to an account: what is told between two of them is not lost."""

from __future__ import annotations

from typing import Any

from dragoman.adapter.consumers import Consumer
from dragoman.execution.tap import Listeners
from dragoman.model import StreamGap


def told(at: int) -> StreamGap:
    return StreamGap(stream="account", reason="of a test", from_ns=at, to_ns=at)


def reader() -> Consumer:
    return Consumer("test", (), 100, "block")


def moments(consumer: Consumer) -> list[int]:
    return [event.to_ns for event in consumer.left()]


def test_what_a_subscription_was_told_that_never_opened_waits_for_the_next_one() -> None:
    listeners = Listeners()
    listeners.tell([told(1)])  # nobody has ever listened
    failed, opened = reader(), reader()
    listeners.add(failed)
    listeners.tell([told(2)])
    listeners.remove(failed)
    listeners.tell([told(3)])
    listeners.add(opened)
    listeners.tell([told(4)])
    assert moments(opened) == [2, 3, 4]


def test_what_somebody_could_read_is_told_no_second_time() -> None:
    listeners = Listeners()
    first, beside, later = reader(), reader(), reader()
    first.open()
    listeners.add(first)
    listeners.add(beside)
    listeners.tell([told(1)])
    listeners.remove(beside)  # never opened, and the first was told the same
    listeners.remove(first)
    listeners.add(later)
    assert moments(later) == []


def test_what_there_is_no_room_for_is_a_hole() -> None:
    listeners = Listeners()
    first, later = reader(), reader()
    listeners.add(first)
    listeners.remove(first)
    listeners.tell(told(at) for at in range(10_002))
    listeners.add(later)
    events: list[Any] = list(later.left())
    assert len(events) == 10_001
    assert (events[-1].stream, events[-1].from_ns, events[-1].to_ns) == ("consumer", 10_000, 10_001)
