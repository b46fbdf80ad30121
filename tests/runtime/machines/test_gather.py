"""Rules of book records gathered to events."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dragoman.machines import Gather
from dragoman.model import BookAction, InstrumentId, OrderBookDelta, OrderBookDeltas, OrderSide, StreamGap
from hypothesis import given
from hypothesis import strategies as st


def row(order_id: int, at: int = 10) -> OrderBookDelta:
    return OrderBookDelta(
        InstrumentId("A.X"), BookAction.ADD, OrderSide.BUY, Decimal(1), Decimal(1), order_id, order_id, order_id, at, at
    )  # fmt: skip


class Feed:
    """A gather told in order ids."""

    def __init__(self, **more: Any) -> None:
        self.gather = Gather(stream="orders", **more)
        self.out: list[Any] = []

    def record(self, order_id: int, *, last: bool = False, image: bool = False, key: str = "a") -> None:
        self.gather.add(key, row(order_id), image, self.out)
        self.gather.end(key, last, self.out)

    @property
    def events(self) -> list[list[int]]:
        return [[delta.order_id for delta in event.deltas] for event in self.out]


def test_an_event_goes_out_with_its_last_record() -> None:
    feed = Feed()
    feed.record(1)
    feed.record(2)
    assert feed.out == []
    feed.record(3, last=True)
    assert feed.events == [[1, 2, 3]]
    (event,) = feed.out
    assert isinstance(event, OrderBookDeltas)
    assert (event.sequence, event.flags, event.is_snapshot, event.levels) == (3, 3, False, 3)


def test_a_last_record_that_changes_no_book_ends_the_event_too() -> None:
    feed = Feed()
    feed.record(1)
    feed.gather.end("a", True, feed.out)
    feed.gather.end("a", True, feed.out)
    assert feed.events == [[1]]


def test_an_image_is_held_until_the_record_behind_it() -> None:
    feed = Feed()
    feed.record(1, image=True)
    feed.record(2, image=True, last=True)
    assert feed.out == []
    feed.record(3, last=True)
    assert feed.events == [[1, 2], [3]]
    assert [event.is_snapshot for event in feed.out] == [True, False]


def test_keys_do_not_wait_for_each_other() -> None:
    feed = Feed()
    feed.record(1, key="a")
    feed.record(2, key="b", last=True)
    assert feed.events == [[2]]
    feed.record(3, key="a", last=True)
    assert feed.events == [[2], [1, 3]]


def test_the_end_of_the_input_puts_out_what_waits() -> None:
    feed = Feed()
    feed.record(1, key="a")
    feed.record(2, key="b", image=True)
    feed.gather.flush(feed.out)
    assert feed.events == [[1], [2]] and len(feed.gather) == 0


def test_an_event_beyond_the_bound_is_dropped_and_told() -> None:
    feed = Feed(max_rows=2)
    for order_id in (1, 2, 3):
        feed.record(order_id)
    (gap,) = feed.out
    assert isinstance(gap, StreamGap)
    assert gap.reason == "an event of more than 2 changes" and gap.instrument_id == "A.X"
    feed.record(4, last=True)
    assert [event.order_id for event in feed.out[1].deltas] == [4] and feed.gather.overflows == 1


def test_a_new_session_knows_nothing_of_the_old_one() -> None:
    feed = Feed()
    feed.record(1)
    feed.gather.reset()
    feed.record(2, last=True)
    assert feed.events == [[2]]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.booleans(), st.booleans()), max_size=60))
def test_no_record_is_lost_doubled_or_moved_within_its_key(records: list[tuple[str, bool, bool]]) -> None:
    feed = Feed()
    expected: dict[str, list[int]] = {"a": [], "b": []}
    for order_id, (key, last, image) in enumerate(records):
        feed.record(order_id, last=last, image=image, key=key)
        expected[key].append(order_id)
    feed.gather.flush(feed.out)
    came = [order_id for event in feed.events for order_id in event]
    assert sorted(came) == list(range(len(records)))
    assert all([o for o in came if o in set(ids)] == ids for ids in expected.values())
