"""Rules of a book stream that is joined to its snapshot."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from dragoman.errors import CallError
from dragoman.machines import BookSync, RequestSnapshot, Resubscribe, SyncFacts, TooManyKeys
from dragoman.model import OrderBookDeltas, StreamGap
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.runtime.machines.simulated_venue import (
    SECOND,
    Network,
    Update,
    Venue,
    deltas,
    expected,
    instrument,
    sync,
)


def feed(machine: BookSync[Update], key: str, *spans: tuple[int, int, int], now_ns: int = 1) -> list[Any]:
    """What comes out of updates given as (first id, last id, id before)."""
    out: list[Any] = []
    for span in spans:
        machine.on_message(key, Update(*span), deltas(key, {1: span[1]}, {}, span[1]), now_ns, out)
    return out


def snapshot(
    machine: BookSync[Update], key: str, snapshot_id: int, now_ns: int = 2, **more: Any
) -> list[Any]:
    out: list[Any] = []
    event = deltas(key, {1: 1}, {}, snapshot_id, is_snapshot=True)
    machine.on_snapshot(key, snapshot_id, event, now_ns, out, **more)
    return out


def shape(out: list[Any]) -> list[Any]:
    """Sequences of book events, snapshots marked, and reasons of gaps."""
    return [
        (
            event.reason
            if isinstance(event, StreamGap)
            else (f"snapshot {event.sequence}" if event.is_snapshot else event.sequence)
        )
        for event in out
    ]


def synced(key: str = "A", **facts: Any) -> BookSync[Update]:
    machine = sync(**facts)
    feed(machine, key, (1, 3, 0))
    assert shape(snapshot(machine, key, 2)) == ["snapshot 2", 3]
    machine.effects.clear()
    return machine


def test_the_first_update_asks_for_a_snapshot_out_of_the_declared_budget() -> None:
    machine = sync(budget="WEIGHT")
    assert feed(machine, "A", (1, 3, 0), (4, 5, 3)) == []
    assert list(machine.effects) == [RequestSnapshot("A", 1, 0, "WEIGHT")]


def test_a_snapshot_goes_out_first_and_then_the_held_updates_that_it_lacks() -> None:
    machine = sync()
    feed(machine, "A", (1, 3, 0), (4, 5, 3), (6, 9, 5), (10, 12, 9))
    assert shape(snapshot(machine, "A", 7)) == ["snapshot 7", 9, 12]
    assert (machine.counters.buffered, machine.counters.dropped) == (4, 2)
    assert shape(feed(machine, "A", (13, 14, 12))) == [14]


def test_a_snapshot_newer_than_all_held_updates_waits_for_the_one_that_joins_it() -> None:
    machine = sync()
    feed(machine, "A", (1, 3, 0))
    assert shape(snapshot(machine, "A", 8)) == ["snapshot 8"]
    assert shape(feed(machine, "A", (4, 7, 3), (8, 9, 7), (10, 11, 9))) == [9, 11]
    assert machine.counters.gaps == 0


def test_a_hole_between_the_snapshot_and_the_first_update_is_a_gap() -> None:
    machine = sync()
    feed(machine, "A", (1, 3, 0))
    snapshot(machine, "A", 8)
    assert shape(feed(machine, "A", (10, 11, 9))) == ["no update joins the snapshot"]
    assert not machine.is_synced("A")


def test_an_answer_that_nobody_waits_for_is_refused() -> None:
    machine = synced()
    assert snapshot(machine, "A", 3) == []
    machine.on_disconnect(60, [])
    assert snapshot(machine, "A", 3) == [], "it was asked for before the break"
    assert machine.counters.late_snapshots == 2


def test_a_snapshot_older_than_the_held_updates_is_refused_and_asked_for_again_later() -> None:
    machine = sync()
    feed(machine, "A", (5, 6, 4))
    machine.effects.clear()
    assert snapshot(machine, "A", 2, now_ns=100) == []
    [again] = machine.effects
    assert isinstance(again, RequestSnapshot)
    assert 100 + SECOND // 2 <= again.not_before_ns <= 100 + SECOND
    assert shape(snapshot(machine, "A", 5)) == ["snapshot 5", 6]


def test_a_gap_in_update_ids_resyncs_only_that_key() -> None:
    machine = synced("A")
    feed(machine, "B", (1, 3, 0))
    snapshot(machine, "B", 2)
    machine.effects.clear()
    [gap] = feed(machine, "A", (6, 7, 5), now_ns=50)
    assert gap == StreamGap(
        stream="depth", reason="an update is missing", from_ns=2, to_ns=50, instrument_id=instrument("A")
    )
    assert [effect.key for effect in machine.effects] == ["A"]
    assert not machine.is_synced("A")
    assert shape(feed(machine, "B", (4, 5, 3))) == [5]
    assert shape(snapshot(machine, "A", 6)) == ["snapshot 6", 7]
    assert machine.counters.resyncs == 1


def test_while_a_book_is_broken_nothing_of_it_goes_out() -> None:
    machine = synced()
    out = feed(machine, "A", (6, 7, 5), (8, 9, 7), (10, 11, 9))
    assert shape(out) == ["an update is missing"]


def test_without_a_rule_for_repeats_a_repeated_update_costs_a_resync() -> None:
    assert shape(feed(synced(), "A", (1, 3, 0))) == ["an update is missing"]


def repeat_aware() -> BookSync[Update]:
    machine = BookSync[Update](
        SyncFacts(stream="depth"),
        drop=lambda update, snapshot_id: update.last_id < snapshot_id,
        first=lambda update, snapshot_id: update.first_id <= snapshot_id <= update.last_id,
        next=lambda update, previous: update.before_id == previous.last_id,
        repeat=lambda update, previous: update.last_id <= previous.last_id,
    )
    feed(machine, "A", (1, 3, 0))
    snapshot(machine, "A", 2)
    return machine


def test_a_repeat_by_the_declared_rule_is_dropped_and_counted() -> None:
    machine = repeat_aware()
    assert shape(feed(machine, "A", (1, 3, 0), (4, 5, 3), (1, 3, 0), (6, 7, 5))) == [5, 7]
    assert machine.counters.repeated == 2


def test_endless_repeats_mean_that_the_venue_numbers_anew_and_resync_the_key() -> None:
    machine = repeat_aware()
    feed(machine, "A", (4, 900, 3))
    out = feed(machine, "A", *[(number, number, number - 1) for number in range(1, 100)])
    assert shape(out) == ["an update is missing"]


def test_updates_that_never_reach_the_snapshot_resync_the_key() -> None:
    machine = sync(buffer_max=10)
    feed(machine, "A", (1, 1, 0))
    snapshot(machine, "A", 1_000_000)
    out = feed(machine, "A", *[(number, number, number - 1) for number in range(2, 20)])
    assert shape(out) == ["the updates never reach the snapshot"]


def test_a_hole_among_the_held_updates_keeps_only_what_follows_it() -> None:
    machine = sync()
    feed(machine, "A", (1, 3, 0), (4, 5, 3), (8, 9, 7))
    assert snapshot(machine, "A", 4) == [], "a snapshot from before the hole can't be joined"
    assert shape(snapshot(machine, "A", 8)) == ["snapshot 8", 9]


def test_a_full_buffer_starts_over_with_a_later_request() -> None:
    machine = sync(buffer_max=3, on_full="resync")
    feed(machine, "A", *[(number, number, number - 1) for number in range(1, 5)])
    first, second = machine.effects
    assert isinstance(second, RequestSnapshot)
    assert second.generation == 1
    assert second.not_before_ns > first.not_before_ns
    assert snapshot(machine, "A", 2, generation=0) == []
    assert machine.counters.late_snapshots == 1
    assert shape(snapshot(machine, "A", 4, generation=1)) == ["snapshot 4", 4]


def test_a_full_buffer_may_forget_its_oldest_updates_instead() -> None:
    machine = sync(buffer_max=3, on_full="drop_oldest")
    feed(machine, "A", *[(number, number, number - 1) for number in range(1, 6)])
    assert len(machine.effects) == 1
    assert shape(snapshot(machine, "A", 4)) == ["snapshot 4", 4, 5]


def test_while_a_request_is_put_off_the_buffer_does_not_fill_up() -> None:
    machine = sync(buffer_max=3, on_full="resync", backoff_first_ns=100, backoff_max_ns=100)
    feed(machine, "A", (1, 1, 0), now_ns=0)
    machine.on_snapshot_failed("A", 0)
    due_ns = machine.effects[-1].not_before_ns
    feed(machine, "A", *[(number, number, number - 1) for number in range(2, 50)], now_ns=due_ns - 1)
    feed(machine, "A", (50, 50, 49), (51, 51, 50), now_ns=due_ns)
    assert machine.counters.overflows == 0
    assert shape(snapshot(machine, "A", 50)) == ["snapshot 50", 50, 51]


def test_failed_requests_are_repeated_ever_later_up_to_the_longest_delay() -> None:
    machine = sync(backoff_first_ns=SECOND, backoff_max_ns=4 * SECOND)
    feed(machine, "A", (1, 1, 0), now_ns=0)
    delays = []
    for _ in range(6):
        machine.effects.clear()
        machine.on_snapshot_failed("A", 0)
        delays.append(machine.effects[0].not_before_ns)
    for delay, most in zip(delays, (1, 2, 4, 4, 4, 4), strict=True):
        assert most * SECOND // 2 <= delay <= most * SECOND


def test_the_same_seed_gives_the_same_delays() -> None:
    def run(seed: int) -> list[Any]:
        machine = sync(seed=seed)
        feed(machine, "A", (1, 1, 0))
        for _ in range(5):
            machine.on_snapshot_failed("A", 0)
        return list(machine.effects)

    assert run(7) == run(7)
    assert run(7) != run(8)


def test_a_disconnect_reports_every_synced_key_and_refuses_what_was_asked_before() -> None:
    machine = synced("A")
    feed(machine, "B", (1, 3, 0))
    out: list[Any] = []
    machine.on_disconnect(60, out)
    assert shape(out) == ["disconnect"]
    assert snapshot(machine, "B", 2, generation=0) == []
    machine.effects.clear()
    assert feed(machine, "A", (20, 21, 19)) == []
    assert [type(effect) for effect in machine.effects] == [RequestSnapshot]


def test_a_silent_key_is_stale_and_subscribed_anew() -> None:
    machine = synced(stale_after_ns=10 * SECOND)
    out: list[Any] = []
    machine.on_tick(10 * SECOND, out)
    assert out == []
    machine.on_tick(11 * SECOND, out)
    assert shape(out) == ["stale"]
    assert [type(effect) for effect in machine.effects] == [Resubscribe]
    machine.on_tick(12 * SECOND, out)
    assert len(machine.effects) == 1, "one renewal at a time"
    machine.on_tick(60 * SECOND, out)
    assert len(machine.effects) == 2


def test_keys_are_bounded() -> None:
    machine = sync(max_keys=2)
    machine.subscribe("A", 0)
    machine.subscribe("B", 0)
    with pytest.raises(TooManyKeys, match="bound of 2") as raised:
        machine.subscribe("C", 0)
    assert isinstance(raised.value, CallError)
    feed(machine, "C", (1, 1, 0))
    assert machine.counters.refused_keys == 1
    machine.forget("B")
    machine.subscribe("C", 0)


def test_an_answer_for_a_forgotten_key_is_refused() -> None:
    machine = sync()
    feed(machine, "A", (1, 1, 0))
    machine.forget("A")
    assert snapshot(machine, "A", 1) == []
    assert machine.counters.late_snapshots == 1


def test_an_answer_for_a_key_that_was_forgotten_and_followed_again_is_refused() -> None:
    machine = sync()
    feed(machine, "A", (1, 3, 0))
    asked = machine.effects.popleft()
    machine.forget("A")
    feed(machine, "A", (4, 5, 3))
    again = machine.effects.popleft()
    assert isinstance(asked, RequestSnapshot) and isinstance(again, RequestSnapshot)
    assert snapshot(machine, "A", 4, generation=asked.generation) == []
    assert shape(snapshot(machine, "A", 4, generation=again.generation)) == ["snapshot 4", 5]
    assert (machine.counters.late_snapshots, machine.counters.resyncs) == (1, 0)


def test_a_gap_never_ends_before_it_begins_though_its_update_waited_longer_than_the_snapshot() -> None:
    machine = sync()
    feed(machine, "A", (1, 3, 0))
    snapshot(machine, "A", 3, now_ns=20)
    (gap,) = feed(machine, "A", (6, 7, 5), now_ns=10)
    assert (gap.from_ns, gap.to_ns) == (10, 20)


def test_a_snapshot_can_be_asked_for_at_once_when_subscribing() -> None:
    machine = sync(after="subscribe")
    machine.subscribe("A", 5)
    assert list(machine.effects) == [RequestSnapshot("A", 5)]


def in_stream(**facts: Any) -> BookSync[Update]:
    machine = BookSync[Update](
        SyncFacts(stream="book", snapshot="stream", **facts),
        next=lambda update, previous: update.before_id == previous.last_id,
    )
    machine.subscribe("A", 0)
    return machine


def test_a_snapshot_in_the_stream_is_the_previous_message_of_the_first_update() -> None:
    machine = in_stream()
    assert shape(snapshot(machine, "A", 5, message=Update(0, 5, 0))) == ["snapshot 5"]
    assert shape(feed(machine, "A", (6, 7, 5))) == [7]
    assert shape(feed(machine, "A", (9, 9, 8))) == ["an update is missing"]
    assert [type(effect) for effect in machine.effects] == [Resubscribe]


def test_a_venue_may_send_a_new_snapshot_at_any_time() -> None:
    machine = in_stream()
    snapshot(machine, "A", 5, message=Update(0, 5, 0))
    assert shape(snapshot(machine, "A", 1, message=Update(0, 1, 0))) == ["snapshot 1"]
    assert shape(feed(machine, "A", (2, 3, 1))) == [3]


def test_updates_before_the_snapshot_in_the_stream_are_dropped_and_the_venue_is_asked_after_a_while() -> None:
    machine = in_stream(backoff_max_ns=2 * SECOND)
    assert feed(machine, "A", (1, 1, 0), now_ns=SECOND) == []
    assert not machine.effects
    feed(machine, "A", (2, 2, 1), now_ns=4 * SECOND)
    assert [type(effect) for effect in machine.effects] == [Resubscribe]
    feed(machine, "A", (3, 3, 2), now_ns=4 * SECOND)
    assert len(machine.effects) == 1


FAULTS = st.lists(
    st.sampled_from(["none"] * 8 + ["lost", "twice", "late", "release", "release", "refuse", "disconnect"]),
    max_size=150,
)


@settings(max_examples=120, deadline=None)
@given(
    FAULTS, st.integers(0, 1 << 30), st.sampled_from([5, 2000]), st.sampled_from(["resync", "drop_oldest"])
)
def test_a_synced_book_is_never_wrong_and_ends_equal_to_the_venues(
    faults: list[str], seed: int, buffer_max: int, on_full: str
) -> None:
    random = Random(seed)
    machine = sync(buffer_max=buffer_max, on_full=on_full, stale_after_ns=30 * SECOND, seed=seed)
    network = Network(machine, {key: Venue(key, random) for key in "AB"}, random)

    def synced_books_are_right(network: Network) -> None:
        for key, venue in network.venues.items():
            assert machine.is_synced(key) == (instrument(key) in network.consumer.trusted)
            if machine.is_synced(key):
                book = network.consumer.books[instrument(key)]
                assert network.consumer.sides(key) == expected(venue.history[book.sequence])

    for fault in faults:
        network.step(fault, synced_books_are_right)
    network.settle(synced_books_are_right)
    for key, venue in network.venues.items():
        assert machine.is_synced(key)
        assert network.consumer.sides(key) == expected(venue.book)
    assert machine.counters.gaps == len(network.consumer.gaps)


def test_events_pass_through_unchanged() -> None:
    machine = synced()
    event = OrderBookDeltas(instrument("A"), [], [], False, 4, 7, 8, 9)
    out: list[Any] = []
    machine.on_message("A", Update(4, 4, 3), event, 10, out)
    assert out == [event] and out[0] is event
