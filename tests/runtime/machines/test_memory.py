"""Rules of the small machines: lookups, differences, requests, polls, segments."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from dragoman.machines import Backoff, Changes, Deltas, Lookup, PollDiff, RequestReply, Segments, TooManyKeys
from dragoman.model import InstrumentId, StreamGap
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

ABC = InstrumentId("ABC.VENUE")


def lookup(**more: Any) -> Lookup:
    facts: dict[str, Any] = {"store_when": {"partial", "insert"}, "drop_on": {"delete"}, "max_size": 100}
    return Lookup(**(facts | more))


def resolve(machine: Lookup, row_id: int, action: str, *given: object, scope: Any = ABC) -> Any:
    out: list[Any] = []
    found = machine.resolve(scope, row_id, action, given, 50, out)
    return out if out else found


def test_a_row_gets_the_fields_that_the_wire_stated_before() -> None:
    machine = lookup()
    resolve(machine, 1, "insert", "100", "Buy")
    assert resolve(machine, 1, "update", UNSET, "Buy") == ("100", "Buy")
    assert resolve(machine, 1, "update", None, None) == ("100", "Buy")


def test_what_the_wire_states_goes_before_what_is_stored_and_is_stored_itself() -> None:
    machine = lookup()
    resolve(machine, 1, "insert", "100", "Buy")
    assert resolve(machine, 1, "update", "101", UNSET) == ("101", "Buy")
    assert resolve(machine, 1, "delete", UNSET, UNSET) == ("101", "Buy")
    assert len(machine) == 0


def test_an_unknown_id_reports_a_hole_and_asks_for_its_scope_once() -> None:
    machine = lookup(stream="book")
    resolve(machine, 1, "insert", "100", "Buy")
    [gap] = resolve(machine, 2, "update", UNSET, UNSET)
    assert isinstance(gap, StreamGap)
    assert (gap.stream, gap.instrument_id, gap.reason) == ("book", ABC, "id 2 is unknown")
    assert resolve(machine, 1, "update", UNSET, UNSET) is None
    assert [effect.key for effect in machine.effects] == [ABC]
    assert machine.is_broken(ABC)
    assert resolve(machine, 9, "insert", "1", "Buy", scope="OTHER") == ("1", "Buy")


def test_a_full_image_starts_a_scope_anew_without_its_old_ids() -> None:
    machine = lookup()
    resolve(machine, 1, "insert", "100", "Buy")
    resolve(machine, 2, "update", UNSET, UNSET)
    machine.begin(ABC)
    assert resolve(machine, 2, "partial", "200", "Sell") == ("200", "Sell")
    assert len(machine) == 1


def test_too_many_ids_break_the_scope_that_brought_them() -> None:
    machine = lookup(max_size=2)
    resolve(machine, 1, "insert", "1", "Buy", scope="OTHER")
    resolve(machine, 1, "insert", "1", "Buy")
    [gap] = resolve(machine, 2, "insert", "1", "Buy")
    assert gap.reason == "more than 2 ids"
    assert len(machine) == 1
    assert resolve(machine, 1, "update", UNSET, UNSET, scope="OTHER") == ("1", "Buy")


def test_a_disconnect_forgets_every_id() -> None:
    machine = lookup()
    resolve(machine, 1, "insert", "1", "Buy")
    machine.on_disconnect()
    assert len(machine) == 0


def test_a_difference_needs_a_value_before_it() -> None:
    deltas = Deltas(10)
    assert deltas.delta("A", Decimal("5")) is None
    assert deltas.delta("A", Decimal("5.5")) == Decimal("0.5")
    assert deltas.delta("A", Decimal("1")) == Decimal("-4.5")
    assert deltas.delta("B", 3) is None


def test_a_first_value_is_a_change() -> None:
    deltas = Deltas(10)
    assert [deltas.changed("A", value) for value in (1, 1, 2)] == [True, False, True]


def test_no_difference_is_made_across_a_reset() -> None:
    deltas = Deltas(10)
    deltas.remember("A", 5)
    assert deltas.previous("A") == 5
    deltas.reset()
    assert deltas.delta("A", 9) is None


def test_the_key_unused_for_longest_makes_room_and_is_counted() -> None:
    deltas = Deltas(2)
    deltas.remember("A", 1)
    deltas.remember("B", 1)
    deltas.previous("A")
    deltas.remember("C", 1)
    assert (len(deltas), deltas.evicted) == (2, 1)
    assert deltas.previous("B") is None
    assert deltas.previous("A") == 1


def requests(**more: Any) -> RequestReply[str]:
    return RequestReply(timeout_ns=100, **more)


def test_an_answer_finds_its_request_once() -> None:
    machine = requests()
    first, second = machine.issue("bars", 0), machine.issue("trades", 0)
    assert first != second
    pending = machine.reply(second)
    assert pending is not None and (pending.context, pending.is_late) == ("trades", False)
    assert machine.reply(second) is None
    assert (machine.counters.replies, machine.counters.unknown) == (1, 1)


def test_a_request_that_timed_out_is_told_once_and_its_late_answer_still_finds_it() -> None:
    machine = requests()
    request = machine.issue("order", 0)
    assert machine.on_tick(99) == []
    assert [pending.context for pending in machine.on_tick(100)] == ["order"]
    assert machine.on_tick(200) == []
    late = machine.reply(request)
    assert late is not None and late.is_late and late.context == "order"


def test_every_part_of_an_answer_renews_its_time() -> None:
    machine = requests()
    request = machine.issue("history", 0)
    for now_ns in (90, 180, 270):
        assert machine.part(request, now_ns) is not None
        assert machine.on_tick(now_ns + 99) == []
    assert len(machine.on_tick(370)) == 1


def test_a_disconnect_hands_back_every_open_request() -> None:
    machine = requests()
    machine.issue("a", 0)
    machine.issue("b", 0)
    assert [pending.context for pending in machine.on_disconnect()] == ["a", "b"]
    assert len(machine) == 0


def test_requests_are_bounded_and_so_is_the_memory_of_those_given_up() -> None:
    machine = requests(max_pending=2, max_late=1, name="history")
    first = machine.issue("a", 0)
    machine.issue("b", 0)
    with pytest.raises(TooManyKeys, match="request_reply history: already at its bound of 2"):
        machine.issue("c", 0)
    machine.on_tick(1000)
    assert machine.reply(first) is None


ROW = st.tuples(st.integers(0, 5), st.integers(0, 2))


@given(st.lists(st.lists(ROW, unique_by=lambda row: row[0])))
def test_changes_laid_over_a_poll_give_the_next_one(polls: list[list[tuple[int, int]]]) -> None:
    machine = PollDiff[tuple[int, int]](lambda row: row[0])
    held: set[tuple[int, int]] = set()
    for poll in polls:
        changes = machine.on_poll(poll)
        held -= set(changes.removed) | {before for before, _ in changes.changed}
        held |= set(changes.added) | {now for _, now in changes.changed}
        assert held == set(poll)
        assert not machine.on_poll(poll)


def test_an_incomplete_poll_removes_nothing() -> None:
    machine = PollDiff[tuple[str, int]](lambda row: row[0], first=False)
    assert machine.on_poll([("a", 1), ("b", 1)]) == Changes((), (), ())
    assert machine.on_poll([("a", 2)], complete=False) == Changes((), ((("a", 1), ("a", 2)),), ())
    assert machine.on_poll([("a", 2)]) == Changes((), (), (("b", 1),))


def test_a_poll_beyond_the_bound_leaves_the_state_as_it_was() -> None:
    machine = PollDiff[int](lambda row: row, max_rows=3)
    machine.on_poll([1])
    with pytest.raises(TooManyKeys):
        machine.on_poll(range(10))
    assert machine.on_poll([1, 1]) == Changes((), (), ())
    assert machine.duplicates == 1


def test_segments_are_one_message() -> None:
    machine = Segments[int]()
    assert machine.add(None, [0]) == [0]
    assert machine.add("start", [1]) is None
    assert machine.add("middle", [2]) is None
    assert machine.add("end", [3]) == [1, 2, 3]
    assert machine.counters.broken == 0


def test_a_message_with_a_missing_segment_is_dropped_whole_and_counted() -> None:
    machine = Segments[int](max_items=3)
    assert machine.add("end", [1]) is None
    machine.add("start", [1])
    assert machine.add(None, [2]) == [2]
    assert machine.counters.broken == 2
    machine.add("start", [1, 2])
    assert machine.add("end", [3, 4]) is None
    assert machine.counters.overflows == 1
    machine.add("start", [1])
    machine.on_disconnect()
    assert machine.add("end", [2]) is None


@given(st.integers(1, 10**9), st.integers(0, 10**12), st.integers(0, 10**6), st.integers(0, 99))
def test_delays_grow_but_never_beyond_the_longest(first: int, more: int, attempt: int, seed: int) -> None:
    delay = Backoff(first, first + more, seed).delay_ns(attempt)
    assert delay == 0 if attempt == 0 else first // 2 <= delay <= first + more


def test_after_a_lost_message_no_scope_is_trusted_until_its_image_which_is_asked_for_until_it_comes() -> None:
    second = 1_000_000_000
    machine = Lookup(store_when=("insert",), drop_on=("delete",), max_size=9, stream="books")
    machine.begin("A")
    assert machine.resolve("A", 1, "insert", ("5", "Buy"), second, []) == ("5", "Buy")
    machine.distrust()
    out: list[Any] = []
    machine.tell(2 * second, out)
    assert [(gap.from_ns, gap.to_ns) for gap in out] == [(second, 2 * second)]
    assert machine.resolve("A", 1, "update", (None, None), 3 * second, []) is None
    assert [effect.key for effect in machine.effects] == ["A"]
    assert machine.resolve("A", 1, "update", (None, None), 90 * second, []) is None
    assert [effect.key for effect in machine.effects] == ["A", "A"]
    machine.begin("A")
    assert machine.resolve("A", 1, "insert", ("6", "Buy"), 91 * second, []) == ("6", "Buy")
    # The image of a scope that nothing was known of yet may have been in the message, too.
    assert machine.resolve("B", 1, "insert", ("7", "Sell"), 92 * second, out) is None
    assert (out[-1].reason, machine.effects[-1].key) == ("its image is lost", "B")
    machine.begin("B")
    assert machine.resolve("B", 1, "insert", ("7", "Sell"), 93 * second, []) == ("7", "Sell")
    machine.distrust()
    machine.on_disconnect()
    assert machine.resolve("C", 1, "insert", ("8", "Sell"), 94 * second, []) == ("8", "Sell")
