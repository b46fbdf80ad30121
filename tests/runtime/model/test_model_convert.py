"""Plain dicts of every type: digits kept, enums by name, times as integers; instruments there and back."""

import enum
import json
from decimal import Decimal
from typing import Any

import dragoman
import msgspec
import pytest
from dragoman.errors import ModelDataError
from dragoman.model import (
    BookAction,
    CurrencyPair,
    Instrument,
    InstrumentId,
    OrderBookDelta,
    OrderBookDeltas,
    OrderBookDepth10,
    OrderSide,
    RecordFlag,
    TradeTick,
    from_dict,
    to_dict,
)
from hypothesis import given
from hypothesis import strategies as st

from tests.runtime.model.examples import BY_NAME, COMMON, EVENTS, ID, INSTRUMENTS, LONG

PAIR = BY_NAME["CurrencyPair"]
assert isinstance(PAIR, CurrencyPair)


def names(events: list[Any]) -> list[str]:
    return [type(event).__name__ for event in events]


@pytest.mark.parametrize("event", EVENTS, ids=names(EVENTS))
def test_every_type_becomes_plain_json_and_says_its_type(event: msgspec.Struct) -> None:
    plain = to_dict(event)
    assert plain["type"] == type(event).__name__
    assert json.loads(json.dumps(plain)) == plain
    missing = set(event.__struct_fields__) - plain.keys() - {"bids", "asks", "rows", "level_form"}
    assert not missing


@pytest.mark.parametrize("event", EVENTS, ids=names(EVENTS))
def test_nothing_that_leaves_is_a_float_or_a_class_of_ours(event: msgspec.Struct) -> None:
    def walk(value: object) -> None:
        assert type(value) in (dict, list, str, int, bool, type(None)), repr(value)
        if isinstance(value, dict):
            for part in value.values():
                walk(part)
        if isinstance(value, list):
            for part in value:
                walk(part)

    walk(to_dict(event))


def test_decimals_keep_their_digits_and_have_no_exponent() -> None:
    plain = to_dict(BY_NAME["OptionGreeks"])
    assert plain["vega"] == "12345678901234567890.12345678901234567890"
    assert plain["gamma"] == "0.0000001"
    assert to_dict(BY_NAME["InstrumentClose"])["close_price"] == "1.00"


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_any_price_reads_back_as_the_same_decimal(price: Decimal) -> None:
    trade = msgspec.structs.replace(BY_NAME["TradeTick"], price=price)
    if abs(price.adjusted()) < 1000:
        text = to_dict(trade)["price"]
        assert "e" not in text.lower()
        assert Decimal(text) == price
    else:
        with pytest.raises(ModelDataError):
            to_dict(trade)


def test_enums_are_names_and_times_are_integers() -> None:
    plain = to_dict(BY_NAME["TradeTick"])
    assert plain["aggressor_side"] == "SELLER"
    assert plain["ts_event"] == 1_700_000_000_000_000_001


def test_money_is_amount_and_currency() -> None:
    assert to_dict(BY_NAME["FillReport"])["commission"] == {"amount": "-0.00000001", "currency": "BTC"}


def test_a_book_message_is_its_rows() -> None:
    plain = to_dict(BY_NAME["OrderBookDeltas"])
    assert plain == {
        "type": "OrderBookDeltas",
        "instrument_id": str(ID),
        "is_snapshot": False,
        "sequence": 7,
        "flags": 128,
        "ts_event": 1_700_000_000_000_000_001,
        "ts_init": 1_700_000_060_000_000_002,
        "levels": 2,
        "count": 2,
        "deltas": [
            {"action": "UPDATE", "side": "BUY", "price": "10.50", "size": "1", "order_id": 0, "flags": 0},
            {"action": "DELETE", "side": "SELL", "price": "10.60", "size": "0", "order_id": 0, "flags": 128},
        ],
    }


def test_a_row_with_its_own_sequence_and_time_says_them() -> None:
    row = OrderBookDelta(ID, BookAction.DELETE, OrderSide.BUY, None, None, "o-1", 0, 8, 3, 2)
    (plain,) = to_dict(OrderBookDeltas(ID, (), (), False, 7, 0, 1, 2, (row,)))["deltas"]
    assert (plain["sequence"], plain["ts_event"], plain["price"], plain["order_id"]) == (8, 3, None, "o-1")


def test_a_depth_gives_order_counts_where_its_levels_carry_them() -> None:
    plain = to_dict(OrderBookDepth10(ID, [("1.50", "2", 3)], [("1.60", "2", "0", "9")], (), (), 0, 0, 1, 2))
    assert plain["bids"] == [["1.50", "2", 3]]
    assert plain["asks"] == [["1.60", "2"]]


def test_readable_names_beside_the_fields() -> None:
    assert to_dict(PAIR)["id"] == to_dict(PAIR)["instrument_id"]
    assert to_dict(PAIR)["currency"] == "USD"
    assert to_dict(PAIR)["asset_index"] == 107
    assert to_dict(BY_NAME["FundingRateUpdate"])["interval_minutes"] == 480


class Mood(enum.Enum):
    UP = 1


class VenueRow(msgspec.Struct, frozen=True):
    """As a venue's own data type would be generated."""

    instrument_id: InstrumentId
    prices: tuple[Decimal, ...]
    by_name: dict[str, Decimal]
    mood: Mood
    flags: RecordFlag
    raw: bytes
    tags: frozenset[str]
    type: str = "its own word"
    absent: str | msgspec.UnsetType = msgspec.UNSET


def test_a_type_of_a_venue_needs_no_registration() -> None:
    row = VenueRow(ID, (Decimal("1.10"),), {"a": LONG}, Mood.UP, RecordFlag.F_LAST, b"\xff", frozenset("ba"))
    assert to_dict(row) == {
        "type": "VenueRow",
        "instrument_id": str(ID),
        "prices": ["1.10"],
        "by_name": {"a": str(LONG)},
        "mood": "UP",
        "flags": 128,
        "raw": "ff",
        "tags": ["a", "b"],
    }


def test_a_value_without_a_plain_form_names_its_place() -> None:
    odd: Any = TradeTick(ID, object(), LONG, 0, "1", 1, 2)  # type: ignore[arg-type]
    with pytest.raises(ModelDataError, match=r"TradeTick\.price"):
        to_dict(odd)


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=names(INSTRUMENTS))
def test_instruments_come_back_equal(instrument: Instrument) -> None:
    again = from_dict(json.loads(json.dumps(to_dict(instrument))))
    assert again == instrument
    assert type(again) is type(instrument)
    assert isinstance(again.instrument_id, InstrumentId)
    assert to_dict(again) == to_dict(instrument)


def test_what_is_left_out_takes_the_default_and_id_will_do() -> None:
    made = from_dict(
        {
            "type": "CurrencyPair",
            "id": "A.B",
            "raw_symbol": "A",
            "price_precision": 1,
            "price_increment": "0.5",
            "base_currency": "BTC",
            "quote_currency": "USD",
        }
    )
    assert made.instrument_id == "A.B"
    assert made.min_quantity is None
    assert made.maker_fee is None


@pytest.mark.parametrize(
    ("change", "path", "why"),
    [
        ({"type": "TradeTick"}, "$.type", "must be one of BettingInstrument, "),
        ({"type": None}, "$.type", "must be one of"),
        ({"price_increment": 0.1}, "$.price_increment", "float 0.1 isn't exact"),
        ({"price_increment": "NaN"}, "$.price_increment", "NaN is no number"),
        ({"price_increment": "abc"}, "$.price_increment", "Invalid decimal"),
        ({"instrument_id": "A"}, "$.instrument_id", "no '.VENUE'"),
        ({"instrument_id": 5}, "$.instrument_id", "expected InstrumentId, got int"),
        ({"price_precision": "2"}, "$.price_precision", "Expected `int`"),
        ({"asset_class": "STAMPS"}, "$.asset_class", "Invalid enum value 'STAMPS'"),
        ({"min_notional": {"amount": "x", "currency": "USD"}}, "$.min_notional.amount", "Invalid decimal"),
        ({"base_curency": "BTC"}, "$.base_curency", "there is no such field"),
    ],
)
def test_bad_instrument_data_names_the_field(change: dict[str, Any], path: str, why: str) -> None:
    with pytest.raises(ModelDataError) as caught:
        from_dict({**to_dict(PAIR), **change})
    assert caught.value.path == path
    assert why in caught.value.why


def test_a_missing_field_is_named() -> None:
    data = to_dict(PAIR)
    del data["base_currency"]
    with pytest.raises(ModelDataError, match="base_currency"):
        from_dict(data)


def test_keys_never_hide_a_field() -> None:
    clash = CurrencyPair(
        **{**COMMON, "keys": {"raw_symbol": "other"}}, base_currency="BTC", quote_currency="USD"
    )
    assert to_dict(clash)["raw_symbol"] == "BTC-USD"
    assert from_dict(to_dict(clash)) == clash


def test_the_package_offers_both_ways() -> None:
    assert dragoman.to_dict is to_dict
    assert dragoman.from_dict is from_dict
