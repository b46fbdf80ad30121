"""Book messages: levels as decoded, exact when read, and the rows that applying them means."""

from decimal import Decimal

import pytest
from dragoman.errors import BookLevelError
from dragoman.model import (
    BookAction,
    InstrumentId,
    Level,
    LevelForm,
    OrderBookDelta,
    OrderBookDeltas,
    OrderBookDepth10,
    OrderSide,
    RecordFlag,
    level_rows,
    read_levels,
)
from dragoman.model.book import JsonLevels
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw

ID = InstrumentId("A.B")
LAST, SNAPSHOT = int(RecordFlag.F_LAST), int(RecordFlag.F_SNAPSHOT)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**25), max_value=10**25)


def book(bids: list[Level], asks: list[Level], is_snapshot: bool = False, flags: int = 0) -> OrderBookDeltas:
    return OrderBookDeltas(ID, bids, asks, is_snapshot, 7, flags, 1, 2)


def short(rows: list[OrderBookDelta]) -> list[tuple[str, str, str | None, str | None, int]]:
    return [
        (
            row.action.name,
            row.side.name,
            None if row.price is None else str(row.price),
            None if row.size is None else str(row.size),
            row.flags,
        )
        for row in rows
    ]


@given(st.lists(st.tuples(DECIMALS, DECIMALS.map(abs)), max_size=30))
def test_levels_of_text_are_read_to_the_last_digit(levels: list[tuple[Decimal, Decimal]]) -> None:
    as_text = [(f"{price:f}", f"{size:f}") for price, size in levels]
    read = read_levels(as_text, OrderSide.BUY)
    assert [(f"{price:f}", f"{size:f}") for price, size in read] == as_text


@given(st.lists(st.tuples(DECIMALS, DECIMALS.map(abs)), max_size=30))
def test_decimal_levels_are_given_as_they_are(levels: list[tuple[Decimal, Decimal]]) -> None:
    assert read_levels(levels, OrderSide.BUY) == levels


def test_what_follows_price_and_size_is_left_alone() -> None:
    assert read_levels([["8476.98", "415", "0", "13"]], OrderSide.SELL) == [
        (Decimal("8476.98"), Decimal(415))
    ]


def test_whole_numbers_are_levels_too() -> None:
    assert read_levels([(100, 5), (Decimal("99.5"), "3")], OrderSide.BUY) == [
        (Decimal(100), Decimal(5)),
        (Decimal("99.5"), Decimal(3)),
    ]


def test_forty_digits_stay_forty_digits() -> None:
    text = "12345678901234567890.12345678901234567890"
    assert str(read_levels([(text, text)], OrderSide.BUY)[0][0]) == text


@pytest.mark.parametrize(
    "bad",
    [
        ["1"],
        [],
        ["", "1"],
        ["1", "abc"],
        ["1", "1_0"],
        [" 1", "1"],
        ["NaN", "1"],
        ["1", "-Infinity"],
        ["1", "1e1000"],
        [1.5, "1"],
        [True, 1],
        [None, "1"],
        [Decimal("NaN"), Decimal(1)],
        5,
    ],
)
def test_a_bad_level_names_its_side_and_place(bad: Level) -> None:
    message = book([("1", "1")], [("2", "1"), bad, ("3", "1")])
    assert message.bid_levels == [(Decimal(1), Decimal(1))]
    with pytest.raises(BookLevelError) as caught:
        _ = message.ask_levels
    assert (caught.value.side, caught.value.index) == ("SELL", 1)
    with pytest.raises(BookLevelError):
        _ = message.deltas


def test_making_a_message_looks_at_no_level() -> None:
    assert book([("no number", "at all")], []).levels == 1


def test_an_update_sets_levels_and_removes_those_of_size_zero() -> None:
    message = book([("1.10", "5"), ("1.00", "0.000")], [("1.20", "3")])
    assert short(message.deltas) == [
        ("UPDATE", "BUY", "1.10", "5", 0),
        ("DELETE", "BUY", "1.00", "0.000", 0),
        ("UPDATE", "SELL", "1.20", "3", LAST),
    ]


def test_a_snapshot_clears_first_and_leaves_out_empty_levels() -> None:
    message = book([("1.10", "5"), ("0.00", "0.0")], [("1.20", "3"), ("1.30", "0")], is_snapshot=True)
    assert short(message.deltas) == [
        ("CLEAR", "NO_ORDER_SIDE", None, None, SNAPSHOT),
        ("ADD", "BUY", "1.10", "5", SNAPSHOT),
        ("ADD", "SELL", "1.20", "3", SNAPSHOT | LAST),
    ]


def test_an_empty_snapshot_is_a_clear_and_an_empty_update_is_nothing() -> None:
    assert short(book([], [], is_snapshot=True).deltas) == [
        ("CLEAR", "NO_ORDER_SIDE", None, None, SNAPSHOT | LAST)
    ]
    assert book([], []).deltas == []


def test_flags_of_the_message_hold_for_every_row_but_only_the_last_is_last() -> None:
    message = book([("1", "1"), ("2", "1")], [], flags=int(RecordFlag.F_MBP | RecordFlag.F_LAST))
    assert [row.flags for row in message.deltas] == [16, 16 | LAST]


def test_rows_carry_what_the_message_says() -> None:
    (row,) = book([("1", "1")], []).deltas
    assert (row.instrument_id, row.sequence, row.ts_event, row.ts_init, row.order_id) == (ID, 7, 1, 2, 0)


def test_explicit_rows_are_given_as_they_came() -> None:
    row = OrderBookDelta(ID, BookAction.DELETE, OrderSide.BUY, None, None, "order-9", LAST, 7, 1, 2)
    message = OrderBookDeltas(ID, (), (), False, 7, LAST, 1, 2, (row,))
    assert message.deltas == [row]
    assert message.levels == 1


def test_a_depth_reads_its_levels_the_same_way() -> None:
    depth = OrderBookDepth10(ID, [("1.5", "2")], [("1.6", "x")], (), (), 0, 0, 1, 2)
    assert depth.bid_levels == [(Decimal("1.5"), Decimal(2))]
    assert depth.padded_levels == 9
    with pytest.raises(BookLevelError):
        _ = depth.ask_levels


JSON = '[["8476.98","415"],["8475.5","0"]]'


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (JSON, LevelForm()),
        (JSON, LevelForm(positive=True)),
        ('[["8476.98","415","0","13"],["8475.5","0","0","1"]]', LevelForm(positive=True, items=4)),
        ("[[8476.98,415],[8475.5,0]]", LevelForm(positive=True)),
        ('[ ["8476.98", "415"], ["8475.5", "0"] ]', LevelForm(positive=True)),
        ('[["8476.98","415",[]],["8475.5","0",[]]]', LevelForm()),
    ],
)
def test_a_side_that_is_still_json_is_read_as_its_levels_are(text: str, form: LevelForm) -> None:
    read = read_levels(JsonLevels(Raw(text.encode())), OrderSide.BUY, form)
    assert read == [(Decimal("8476.98"), Decimal(415)), (Decimal("8475.5"), Decimal(0))]
    assert [str(price) for price, _ in read] == ["8476.98", "8475.5"]
    assert [str(row[0]) for row in level_rows(JsonLevels(Raw(text.encode())))] == ["8476.98", "8475.5"]


@pytest.mark.parametrize(
    "bad",
    [
        '["NaN","1"]',
        '["1","-1"]',
        '["0.00","1"]',
        '["1","1_0"]',
        '[" 1","1"]',
        '["1"]',
        '["","1"]',
        '["1",null]',
        "7",
    ],
)
def test_a_bad_level_in_json_names_its_side_and_place(bad: str) -> None:
    side = JsonLevels(Raw(f'[["2","1"],{bad},["3","1"]]'.encode()))
    with pytest.raises(BookLevelError) as caught:
        read_levels(side, OrderSide.SELL, LevelForm(positive=True))
    assert (caught.value.side, caught.value.index) == ("SELL", 1)


def test_json_that_is_no_list_of_levels_is_told() -> None:
    with pytest.raises(BookLevelError):
        read_levels(JsonLevels(Raw(b'{"a":1}')), OrderSide.BUY)


def test_a_side_in_json_is_a_sequence_of_its_levels() -> None:
    side = JsonLevels(Raw(JSON.encode()))
    assert (len(side), list(side[0]), bool(JsonLevels(Raw(b"[]")))) == (2, ["8476.98", "415"], False)
    assert side == [("8476.98", "415"), ("8475.5", "0")] and repr(side) == JSON
    assert book([*side], []) == book(side, [])  # type: ignore[arg-type]
