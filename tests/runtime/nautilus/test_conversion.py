"""Every value goes to NautilusTrader and comes back as it was; what can't be held is an error that names the cure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from dragoman import model
from dragoman.errors import BookLevelError, UnknownInstrument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.runtime.nautilus import things

pytest.importorskip("nautilus_trader")

from dragoman.nautilus import Converter
from dragoman.nautilus.convert.instruments import from_nautilus, to_nautilus
from dragoman.nautilus.convert.numbers import DIGITS, decimal_of, digits_of, raw_of
from dragoman.nautilus.errors import (
    NotInNautilus,
    NotOfDragoman,
    NumberTooLarge,
    PrecisionBeyondBuild,
)
from nautilus_trader.model.enums import RecordFlag

ID = things.ID
PAIR = model.CurrencyPair(
    instrument_id=ID,
    raw_symbol="BTC-USDT",
    price_precision=things.DIGITS,
    price_increment=Decimal("0.0001"),
    size_precision=things.DIGITS,
    size_increment=Decimal("0.0001"),
    base_currency="BTC",
    quote_currency="USDT",
)
CONVERTER = Converter("X", [PAIR])
F_LAST = int(RecordFlag.F_LAST)


def there_and_back(event: Any) -> Any:
    return CONVERTER.from_nautilus(CONVERTER.to_nautilus(event))


@pytest.mark.parametrize(
    "events",
    [
        things.trades,
        things.quotes,
        things.bars(),
        things.marks,
        things.indices,
        things.fundings,
        things.statuses,
        things.closes,
        things.gaps,
        things.greeks,
    ],
    ids=["trade", "quote", "bar", "mark", "index", "funding", "status", "close", "gap", "greeks"],
)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_value_comes_back_as_it_was(events: st.SearchStrategy[Any], data: Any) -> None:
    event = data.draw(events)
    assert there_and_back(event) == event


@given(book=things.books)
@settings(max_examples=100, deadline=None)
def test_a_book_message_comes_back_as_the_changes_it_meant(book: model.OrderBookDeltas) -> None:
    made = CONVERTER.to_nautilus(book)
    if not book.deltas:
        assert made is None
        return
    back = CONVERTER.from_nautilus(made).deltas
    if len(back) > 1:
        assert back == book.deltas
    flags = [each.flags for each in made.deltas]
    # The node ends a message where the flags are F_LAST and nothing else.
    assert flags[-1] == F_LAST
    assert not any(each & F_LAST for each in flags[:-1])
    assert made.is_snapshot == book.is_snapshot


@given(book=things.orders())
@settings(max_examples=100, deadline=None)
def test_changes_by_order_come_back_and_the_last_one_ends_the_message(book: model.OrderBookDeltas) -> None:
    made = CONVERTER.to_nautilus(book)
    assert made.deltas[-1].flags == F_LAST

    def plain(rows: list[model.OrderBookDelta]) -> list[model.OrderBookDelta]:
        return [replace(each, flags=F_LAST if each.flags & F_LAST else each.flags) for each in rows]

    assert plain(CONVERTER.from_nautilus(made).deltas)[:-1] == plain(book.deltas)[:-1]
    assert replace(CONVERTER.from_nautilus(made).deltas[-1], flags=0) == replace(book.deltas[-1], flags=0)


@given(depth=things.depths())
@settings(max_examples=60, deadline=None)
def test_ten_levels_come_back(depth: model.OrderBookDepth10) -> None:
    back = there_and_back(depth)
    assert (back.bid_levels, back.ask_levels) == (depth.bid_levels, depth.ask_levels)
    assert (back.bid_counts, back.ask_counts) == (depth.bid_counts, depth.ask_counts)
    assert back.flags == depth.flags | F_LAST


@pytest.mark.parametrize("name", things.HELD)
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_instrument_comes_back_with_all_its_facts(name: str, data: Any) -> None:
    instrument = data.draw(things.instruments(name))
    assert from_nautilus(to_nautilus(instrument)) == instrument


@given(raw=st.integers(-(10**28), 10**28), precision=st.integers(0, DIGITS))
def test_raw_integers_are_decimals_and_back(raw: int, precision: int) -> None:
    number = decimal_of(raw, precision)
    assert raw_of(number) == raw
    assert digits_of(number) <= DIGITS
    assert int(number.as_tuple().exponent) <= -precision or not number


def test_a_number_finer_than_the_instrument_keeps_its_digits() -> None:
    trade = model.TradeTick(
        ID, Decimal("1.23456789"), Decimal("2.00001"), model.AggressorSide.BUYER, "1", 1, 2
    )
    made = CONVERTER.to_nautilus(trade)
    assert (str(made.price), str(made.size)) == ("1.23456789", "2.00001")
    book = model.OrderBookDeltas(ID, [("1.23456789", "1")], [("1.3", "2")], True, 1, 0, 1, 2)
    assert [str(each.order.price) for each in CONVERTER.to_nautilus(book).deltas[1:]] == [
        "1.23456789",
        "1.3000",
    ]


def test_a_number_beyond_the_build_is_refused_with_the_cure() -> None:
    trade = model.TradeTick(ID, Decimal("1E-17"), Decimal(1), model.AggressorSide.BUYER, "1", 1, 2)
    with pytest.raises(PrecisionBeyondBuild, match=r"17 digits after its point .* keeps 16; .*") as caught:
        CONVERTER.to_nautilus(trade)
    assert (caught.value.digits, caught.value.most) == (17, DIGITS)


@pytest.mark.parametrize("number", ["17014118346047", "-17014118346047", "1E+400", "NaN", "Infinity"])
def test_a_number_that_would_end_the_process_is_refused(number: str) -> None:
    with pytest.raises(NumberTooLarge):
        CONVERTER.to_nautilus(model.MarkPriceUpdate(ID, Decimal(number), 1, 2))


@pytest.mark.parametrize("identity", ["", "x" * 37, "ünicode", "0x" + "a" * 64])
def test_a_trade_id_that_nautilus_can_t_hold_costs_no_trade(identity: str) -> None:
    made = CONVERTER.to_nautilus(
        model.TradeTick(ID, Decimal(1), Decimal(1), model.AggressorSide.SELLER, identity, 1, 2)
    )
    assert 0 < len(made.trade_id.value) <= 36


def test_what_nautilus_refuses_is_a_typed_error() -> None:
    nothing = model.TradeTick(ID, Decimal(1), Decimal(0), model.AggressorSide.SELLER, "1", 1, 2)
    with pytest.raises(NotInNautilus, match="size"):
        CONVERTER.to_nautilus(nothing)
    one = Decimal(1)
    index = model.Bar(model.BarType(f"{ID}-1-MINUTE-INDEX-EXTERNAL"), one, one, one, one, one, 1, 2)
    with pytest.raises(NotInNautilus, match="PriceType INDEX"):
        CONVERTER.to_nautilus(index)
    with pytest.raises(UnknownInstrument, match=r"ETH\.X"):
        CONVERTER.to_nautilus(model.MarkPriceUpdate(model.InstrumentId("ETH.X"), Decimal(1), 1, 2))
    with pytest.raises(NotOfDragoman):
        CONVERTER.to_nautilus("text")
    with pytest.raises(NotOfDragoman):
        CONVERTER.from_nautilus(object())


def test_a_bad_level_is_named_as_reading_it_would_name_it() -> None:
    bad = model.OrderBookDeltas(ID, [("1", "2"), ("x", "1")], [], False, 1, 0, 1, 2)
    with pytest.raises(BookLevelError) as caught:
        CONVERTER.to_nautilus(bad)
    assert (caught.value.side, caught.value.index) == ("BUY", 1)


def test_a_spread_of_options_has_no_class_in_this_release() -> None:
    spread = model.CryptoOptionSpread(
        instrument_id=ID,
        raw_symbol="S",
        price_precision=0,
        price_increment=Decimal(1),
        quote_currency="USD",
        settlement_currency="USD",
        underlying="BTC",
    )
    with pytest.raises(NotInNautilus, match="this release has"):
        to_nautilus(spread)


def test_a_betting_instrument_is_found_by_both_of_its_ids() -> None:
    runner = model.BettingInstrument(
        instrument_id=model.InstrumentId("1.201070830-123456-0.X"),
        raw_symbol="1.201070830-123456-0",
        price_precision=2,
        price_increment=Decimal("0.01"),
        size_precision=2,
        size_increment=Decimal("0.01"),
        currency="GBP",
        market_id="1.201070830",
        selection_id=123456,
    )
    converter = Converter("X")
    made = converter.learn(runner)
    assert converter.name_of(made.id) == runner.instrument_id
    assert converter.id_of(runner.instrument_id) == made.id
    trade = model.TradeTick(
        runner.instrument_id, Decimal("1.5"), Decimal(2), model.AggressorSide.NO_AGGRESSOR, "1", 1, 2
    )
    assert converter.to_nautilus(trade).instrument_id == made.id
    assert converter.from_nautilus(converter.to_nautilus(trade)) == trade
