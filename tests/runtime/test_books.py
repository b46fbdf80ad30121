"""Rules of a local order book."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from dragoman.books import ChecksumScheme, OrderBook
from dragoman.errors import BookError, BookLevelError, ChecksumMismatch
from dragoman.model import (
    BookAction,
    BookType,
    InstrumentId,
    OrderBookDelta,
    OrderBookDeltas,
    OrderBookDepth10,
    OrderSide,
)
from hypothesis import given
from hypothesis import strategies as st

ID = InstrumentId("ABC.VENUE")
BUY, SELL, NO_SIDE = OrderSide.BUY, OrderSide.SELL, OrderSide.NO_ORDER_SIDE
ADD, UPDATE, DELETE, CLEAR = BookAction.ADD, BookAction.UPDATE, BookAction.DELETE, BookAction.CLEAR
Rows = Sequence[Sequence[Any]]


def deltas(
    bids: Rows = (), asks: Rows = (), *, is_snapshot: bool = False, sequence: int = 1
) -> OrderBookDeltas:
    return OrderBookDeltas(ID, bids, asks, is_snapshot, sequence, 0, sequence * 10, sequence * 10)


def row(
    action: BookAction,
    side: OrderSide = NO_SIDE,
    price: str | None = None,
    size: str | None = None,
    order_id: int | str = 0,
) -> OrderBookDelta:
    return OrderBookDelta(
        ID, action, side, price and Decimal(price), size and Decimal(size), order_id, 0, 7, 70, 70  # type: ignore[arg-type]
    )


def book(bids: Rows = (), asks: Rows = ()) -> OrderBook:
    made = OrderBook(ID)
    made.apply(deltas(bids, asks, is_snapshot=True))
    return made


def text(levels: list[tuple[Decimal, Decimal]]) -> list[str]:
    return [f"{price} {size}" for price, size in levels]


def test_sides_are_sorted_best_first_whatever_the_order_of_the_wire() -> None:
    made = book([("9", "1"), ("10", "2"), ("8.5", "3")], [("12", "1"), ("11", "2")])
    assert text(made.bids()) == ["10 2", "9 1", "8.5 3"]
    assert text(made.asks(1)) == ["11 2"]
    assert (made.best_bid(), made.best_ask()) == ((Decimal(10), Decimal(2)), (Decimal(11), Decimal(2)))


def test_size_zero_removes_a_level_in_whatever_digits_it_is_written() -> None:
    made = book([("10.00", "1"), ("9", "1")])
    made.apply(deltas([("10", "0.000"), ("7", "0")]))
    assert text(made.bids()) == ["9 1"]


def test_a_snapshot_replaces_all_and_skips_empty_levels() -> None:
    made = book([("10", "1")], [("11", "1")])
    made.apply(deltas([("9", "1"), ("8", "0")], is_snapshot=True))
    assert (text(made.bids()), text(made.asks())) == (["9 1"], [])


def test_ten_levels_replace_all() -> None:
    made = book([("10", "1")], [("11", "1")])
    made.apply(OrderBookDepth10(ID, [("9", "2")], [("12", "3")], [], [], 0, 5, 50, 50))
    assert (text(made.bids()), text(made.asks()), made.sequence) == (["9 2"], ["12 3"], 5)


def test_spread_and_midpoint_are_exact_and_absent_for_a_one_sided_book() -> None:
    made = book([("0.00000000000000000000000000000000001", "1")], [("99999999999999999999.5", "1")])
    assert str(made.midpoint()) == "49999999999999999999.750000000000000000000000000000000005"
    assert str(made.spread()) == "99999999999999999999.49999999999999999999999999999999999"
    assert book([("1", "1")]).spread() is None
    assert book().midpoint() is None
    assert book().best_bid() is None


def test_a_crossed_book_says_so_and_a_locked_one_is_not_crossed() -> None:
    assert book([("11", "1")], [("10", "1")]).is_crossed
    assert not book([("10", "1")], [("10", "1")]).is_crossed
    assert not book([("10", "1")]).is_crossed


def test_negative_prices_are_prices_and_negative_sizes_are_none() -> None:
    made = book([("-37.63", "1"), ("-40", "2")])
    assert text(made.bids()) == ["-37.63 1", "-40 2"]
    with pytest.raises(BookLevelError):
        made.apply(deltas([("5", "-1")]))


def test_an_event_with_a_bad_level_leaves_the_book_as_it_was() -> None:
    made = book([("10", "1")])
    for bad in (deltas([("9", "1"), ("8", "x")]), deltas([("9", "1")], [("12",)]), deltas([("9", "NaN")])):
        with pytest.raises(BookLevelError):
            made.apply(bad)
    assert text(made.bids()) == ["10 1"]
    assert made.update_count == 1


def test_an_event_of_another_instrument_is_refused() -> None:
    with pytest.raises(BookError, match=r"an event of XYZ\.VENUE"):
        book().apply(OrderBookDeltas(InstrumentId("XYZ.VENUE"), [], [], True, 0, 0, 0, 0))


def test_the_book_tells_its_last_sequence_time_and_number_of_events() -> None:
    made = book()
    made.apply(deltas([("1", "1")], sequence=9))
    assert (made.sequence, made.ts_last, made.update_count) == (9, 90, 2)


def test_explicit_rows_act_by_price_in_a_book_of_prices() -> None:
    made = book([("10", "1"), ("9", "1")], [("11", "1")])
    made.apply(row(UPDATE, BUY, "10", "5", order_id=88))
    made.apply(row(DELETE, BUY, "9"))
    made.apply(row(CLEAR, SELL))
    assert (text(made.bids()), made.asks()) == (["10 5"], [])


def orders(*rows: OrderBookDelta) -> OrderBook:
    made = OrderBook(ID, BookType.L3_MBO)
    made.apply(OrderBookDeltas(ID, [], [], False, 7, 0, 70, 70, rows))
    return made


def test_orders_at_a_price_add_up_and_leave_with_their_last() -> None:
    made = orders(row(ADD, BUY, "10", "1", 1), row(ADD, BUY, "10", "2", 2), row(ADD, BUY, "9", "4", 3))
    assert text(made.bids()) == ["10 3", "9 4"]
    made.apply(row(DELETE, order_id=1))
    made.apply(row(DELETE, order_id=2))
    assert text(made.bids()) == ["9 4"]


def test_an_order_that_moves_leaves_its_old_price() -> None:
    made = orders(row(ADD, BUY, "10", "1", "a"), row(UPDATE, BUY, "8", "1", "a"))
    assert text(made.bids()) == ["8 1"]


def test_an_order_keeps_its_place_when_it_shrinks_and_loses_it_when_it_grows() -> None:
    made = orders(row(ADD, BUY, "10", "5", 1), row(ADD, BUY, "10", "5", 2), row(UPDATE, BUY, "10", "3", 1))
    assert made.orders(BUY, Decimal(10)) == [(1, Decimal(3)), (2, Decimal(5))]
    made.apply(row(UPDATE, BUY, "10", "6", 1))
    assert [order_id for order_id, _ in made.orders(BUY, Decimal(10))] == [2, 1]
    assert text(made.bids()) == ["10 11"]


def test_deletion_of_an_order_that_was_never_there_is_counted() -> None:
    made = orders(row(DELETE, order_id=5))
    assert made.unknown_orders == 1


def test_clearing_one_side_forgets_its_orders() -> None:
    made = orders(row(ADD, BUY, "10", "1", 1), row(ADD, SELL, "11", "1", 2), row(CLEAR, BUY))
    made.apply(row(DELETE, order_id=1))
    assert (made.bids(), text(made.asks()), made.unknown_orders) == ([], ["11 1"], 1)


def test_levels_by_price_are_refused_by_a_book_of_orders() -> None:
    with pytest.raises(BookError, match="nothing of single orders"):
        OrderBook(ID, BookType.L3_MBO).apply(deltas([("1", "1")]))


@pytest.mark.parametrize(
    "bad", [row(ADD, BUY, None, "1", 1), row(ADD, NO_SIDE, "1", "1", 1), row(ADD, BUY, "1", None, 1)]
)
def test_an_incomplete_row_is_refused_before_any_row_is_applied(bad: OrderBookDelta) -> None:
    made = orders(row(ADD, BUY, "10", "1", 9))
    with pytest.raises(BookError):
        made.apply(OrderBookDeltas(ID, [], [], True, 8, 0, 80, 80, (row(ADD, BUY, "2", "1", 2), bad)))
    assert text(made.bids()) == ["10 1"]


def test_a_checksum_takes_the_texts_as_received_in_turns() -> None:
    made = book([("10.50", "1.0"), ("10", "2")], [("11.00", "3")])
    assert made.checksum(ChecksumScheme()) == zlib.crc32(b"10.50:1.0:11.00:3:10:2")
    assert made.checksum(ChecksumScheme(depth=1, separator="", order="asks_bids")) == zlib.crc32(
        b"11.00310.501.0"
    )
    assert made.checksum(ChecksumScheme(depth=1, text="digits", separator="")) == zlib.crc32(
        b"1050" b"10" b"1100" b"3"
    )


def test_a_changed_level_brings_its_own_text_to_the_checksum() -> None:
    made = book([("10.50", "1.0")])
    made.apply(deltas([("10.5", "2")]))
    assert made.checksum(ChecksumScheme()) == zlib.crc32(b"10.5:2")


def test_a_signed_checksum_is_the_same_bits() -> None:
    made = book([("10.50", "1.0")])
    signed = made.checksum(ChecksumScheme(signed=True))
    assert -(2**31) <= signed < 2**31
    assert signed % 2**32 == made.checksum(ChecksumScheme())


def test_a_checksum_that_differs_is_an_error_with_both_numbers() -> None:
    made = book([("1", "1")])
    made.verify(ChecksumScheme(digest=len), 3)
    with pytest.raises(ChecksumMismatch) as raised:
        made.verify(ChecksumScheme(digest=len), 4)
    assert (raised.value.expected, raised.value.got) == (4, 3)


PRICE = st.integers(-5, 25).map(lambda number: str(Decimal(number) / 4))
CHANGE = st.lists(st.tuples(PRICE, st.sampled_from(["0", "0.0", "1", "2.50"])), max_size=5)


@given(st.lists(st.tuples(CHANGE, CHANGE, st.booleans())))
def test_a_book_equals_a_plain_dict_of_its_levels(events: list[tuple[Any, Any, bool]]) -> None:
    made = OrderBook(ID)
    plain: tuple[dict[Decimal, Decimal], dict[Decimal, Decimal]] = ({}, {})
    for bids, asks, is_snapshot in events:
        made.apply(deltas(bids, asks, is_snapshot=is_snapshot))
        for side, changes in zip(plain, (bids, asks), strict=True):
            if is_snapshot:
                side.clear()
            for price, size in changes:
                side[Decimal(price)] = Decimal(size)
    for side, got, is_bid in ((plain[0], made.bids(), True), (plain[1], made.asks(), False)):
        assert got == sorted(((p, s) for p, s in side.items() if s), reverse=is_bid)
