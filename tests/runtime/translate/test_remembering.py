"""Rules of what generated emit functions remember: ids of book rows, messages by key, polls, requests."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from dragoman.model import BookAction, InstrumentId, OrderBookDelta, OrderSide, RecordFlag, StreamGap
from dragoman.translate.lookups import Lookups
from dragoman.translate.memories import Memory, increase
from dragoman.translate.polls import Polls
from dragoman.translate.texts import day_ns

OAK = InstrumentId("OAK.TEST")
F_LAST, F_SNAPSHOT = int(RecordFlag.F_LAST), int(RecordFlag.F_SNAPSHOT)


def row(action: BookAction, price: str, size: str, order_id: int = 0) -> OrderBookDelta:
    return OrderBookDelta(OAK, action, OrderSide.BUY, Decimal(price), Decimal(size), order_id, 0, 7, 10, 11)


def taken(lookup: Lookups, action: str, row_id: int, *given: object) -> tuple[Any, list[Any]]:
    out: list[Any] = []
    kept = lookup.fill(
        OAK, row_id, given, stores=action == "insert", drops=action == "delete", now_ns=5, out=out
    )
    return kept, out


def test_rows_of_prices_come_out_as_levels_of_one_event() -> None:
    lookup = Lookups(stream="book", max_size=10)
    lookup.begin(True)
    assert taken(lookup, "insert", 1, "9.5") == (("9.5",), [])
    lookup.add(row(BookAction.ADD, "9.5", "3"))
    lookup.add(row(BookAction.DELETE, "9.4", "3"))
    out: list[Any] = []
    lookup.end(out)
    (event,) = out
    assert event.is_snapshot and event.rows is None
    assert event.bid_levels == [(Decimal("9.5"), Decimal(3)), (Decimal("9.4"), Decimal(0))]


def test_rows_of_orders_stay_explicit_and_the_last_one_is_marked() -> None:
    lookup = Lookups(stream="book", max_size=10)
    lookup.begin(True)
    lookup.add(row(BookAction.ADD, "9.5", "3", order_id=71))
    lookup.add(row(BookAction.ADD, "9.4", "1", order_id=72))
    out: list[Any] = []
    lookup.end(out)
    clear, first, last = out[0].rows
    assert (clear.action, clear.price, clear.flags) == (BookAction.CLEAR, None, F_SNAPSHOT)
    assert (first.order_id, first.flags, last.flags) == (71, F_SNAPSHOT, F_SNAPSHOT | F_LAST)


def test_an_unknown_id_silences_its_book_until_the_next_image() -> None:
    lookup = Lookups(stream="book", max_size=10)
    lookup.begin(False)
    lookup.add(row(BookAction.UPDATE, "9.5", "3"))
    kept, told = taken(lookup, "update", 4, None)
    assert kept is None and isinstance(told[0], StreamGap) and told[0].instrument_id == OAK
    out: list[Any] = []
    lookup.end(out)
    assert out == []
    assert [effect.key for effect in lookup.effects] == [OAK]
    lookup.begin(True)
    assert taken(lookup, "insert", 4, "9") == (("9",), [])


def test_an_unknown_id_may_be_dropped_without_a_word() -> None:
    lookup = Lookups(stream="book", max_size=10, resync=False)
    lookup.begin(False)
    assert taken(lookup, "update", 4, None) == (None, [])
    assert lookup.machine.counters.missing == 1 and not lookup.effects


def test_an_id_that_is_stated_without_its_fields_is_a_hole() -> None:
    lookup = Lookups(stream="book", max_size=10)
    lookup.begin(True)
    kept, told = taken(lookup, "insert", 1, None)
    assert kept is None and "without its fields" in told[0].reason


@pytest.mark.parametrize(("keeps", "after"), [(True, "one"), (False, None)])
def test_a_memory_ends_with_the_stream_unless_it_is_declared_to_stay(keeps: bool, after: str | None) -> None:
    memory: Memory[str] = Memory(max_keys=2, keeps=keeps)
    assert memory.swap("a", "one") is None
    memory.on_disconnect()
    assert memory.swap("a", "two") == after


def test_the_key_that_was_unused_for_longest_makes_room() -> None:
    memory: Memory[str] = Memory(max_keys=1, keeps=True)
    memory.swap("a", "one")
    memory.swap("b", "two")
    assert memory.swap("a", "three") is None and memory.evicted == 2


def test_increases_are_exact_and_absent_at_first() -> None:
    assert increase(5, None) is None
    assert increase(5, 7) == -2
    long = Decimal("12345678901234567890123456789.123456789")
    assert increase(long, Decimal("0.000000001")) == Decimal("12345678901234567890123456789.123456788")


def seen(
    polls: Polls[tuple[str, int]], *rows: tuple[str, int], request: Mapping[str, Any] | None = None
) -> list[Any]:
    return [(polls.change, name) for name, _ in polls.rows(rows, request or {}, differs=True)]


def test_a_poll_tells_what_differs_from_the_same_call_before() -> None:
    polls: Polls[tuple[str, int]] = Polls(key=lambda found: found[0], max_rows=10)
    assert seen(polls, ("a", 1), ("b", 1)) == [("added", "a"), ("added", "b")]
    assert seen(polls, ("a", 2), ("c", 1)) == [("added", "c"), ("changed", "a"), ("removed", "b")]
    assert seen(polls, ("z", 2), request={"group": 1}) == [("added", "z")]
    assert seen(polls, ("a", 2), ("c", 1)) == []
    polls.reset()
    assert seen(polls, ("a", 2)) == [("added", "a")]


@pytest.mark.parametrize(
    ("text", "form", "day"),
    [
        ("26JUN26", "DDMMMYY", 20630),
        ("26jun26", "DDMMMYY", 20630),
        ("1JAN27", "DMMMYY", 20819),
        ("20260626", "YYYYMMDD", 20630),
        ("2026-06", "YYYY-MM", 20605),
    ],
)
def test_dates_are_read_as_their_form_says(text: str, form: str, day: int) -> None:
    assert day_ns(text, form) == day * 86_400_000_000_000


@pytest.mark.parametrize(
    ("text", "form"),
    [("26JUX26", "DDMMMYY"), ("31JUN26", "DDMMMYY"), ("6JUN26", "DDMMMYY"), ("٢٦JUN26", "DDMMMYY")],
)
def test_what_is_no_date_is_refused(text: str, form: str) -> None:
    with pytest.raises(ValueError):
        day_ns(text, form)
