"""What cases as data can't show of the DBN venue: bytes cut anywhere, damage, sessions, symbols both ways."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.codecs import HeaderError
from dragoman.errors import InvalidParameter, UnknownInstrument, VenueError
from dragoman.model import OrderBookDeltas, QuoteTick, StreamGap, TradeTick

from tests.specs.cases import cases, payloads
from tests.specs.dbn_files import DAY, NOON, dbn, file, metadata, price

SYMBOLS = {"ZZZ6": 7}
_DEFINITION = next(
    payload
    for found in cases()
    if found.venue == "databento" and found.case.context
    for payload in payloads(found)
)


def trade(number: int = 7, sequence: int = 1, at: int = NOON) -> Any:
    return dbn.TradeMsg(
        publisher_id=1, instrument_id=number, ts_event=at, price=price("101.25"), size=3, action=dbn.Action.TRADE,
        side=dbn.Side.BID, depth=0, ts_recv=at, sequence=sequence,
    )  # fmt: skip


def order(order_id: int, flags: int, action: Any = dbn.Action.ADD, at: int = NOON) -> Any:
    return dbn.MBOMsg(
        publisher_id=1, instrument_id=7, ts_event=at, order_id=order_id, price=price("100"), size=1, action=action,
        side=dbn.Side.BID, ts_recv=at, flags=flags, sequence=order_id,
    )  # fmt: skip


def translator(**more: Any) -> Any:
    return dragoman.load("databento").translator(**more)


def test_a_session_may_be_cut_anywhere_and_gives_the_same_events() -> None:
    data = file([trade(sequence=n) for n in range(50)], SYMBOLS)
    whole = translator().translate("dbn", data)
    feed = translator().stream("live")
    parts = [event for at in range(0, len(data), 13) for event in feed(data[at : at + 13], 0)]
    assert parts == whole and len(whole) == 50


def test_a_session_asks_for_its_symbols_by_mapping_records() -> None:
    feed = translator().stream("live")
    mapping = dbn.SymbolMappingMsg(
        publisher_id=1, instrument_id=5, ts_event=NOON, stype_in=dbn.SType.PARENT, stype_in_symbol="ZZ.FUT",
        stype_out=dbn.SType.RAW_SYMBOL, stype_out_symbol="ZZH7", start_ts=0, end_ts=0,
    )  # fmt: skip
    assert feed(metadata({}), 0) == []
    (event,) = feed(bytes(mapping) + bytes(trade(5)), 9)
    assert (event.instrument_id, event.ts_init) == ("ZZH7.GLBX", 9)


def test_an_error_record_is_raised_after_the_events_before_it() -> None:
    feed = translator().stream("live")
    refused = dbn.ErrorMsg(ts_event=NOON, err="unknown symbol", code=dbn.ErrorCode.SYMBOL_RESOLUTION_FAILED)
    events = feed(file([trade(), refused], SYMBOLS), 0)
    assert [type(event) for event in events] == [TradeTick]
    with pytest.raises(VenueError, match="unknown symbol"):
        feed(b"", 0)


def test_a_number_means_another_symbol_on_another_day() -> None:
    seen = translator()
    tomorrow = DAY + 86_400 * 10**9
    events = seen.translate("dbn", file([trade(), trade(at=tomorrow)], SYMBOLS))
    assert [event.instrument_id for event in events] == ["ZZZ6.GLBX"]
    assert seen.stats.bad_rows == 1


def test_a_file_that_is_cut_off_gives_what_is_whole_in_it() -> None:
    told: list[Exception] = []
    seen = translator(on_bad_row=told.append)
    data = file([trade(sequence=1), trade(sequence=2)], SYMBOLS)
    assert [event.trade_id for event in seen.translate("dbn", data[:-5])] == ["1"]
    assert "ends inside a record" in str(told[0])


def test_what_is_no_dbn_is_told_at_once() -> None:
    with pytest.raises(HeaderError):
        translator().translate("dbn", b"\x00" * 64)


def test_a_catalog_decides_what_is_known() -> None:
    definition = dbn.InstrumentDefMsg(
        publisher_id=1, instrument_id=7, ts_event=NOON, ts_recv=NOON, min_price_increment=price("0.25"), display_factor=1,
        raw_symbol="ZZZ6", asset="ZZ", security_type="FUT", instrument_class=dbn.InstrumentClass.FUTURE,
        security_update_action=dbn.SecurityUpdateAction.ADD, currency="USD", cfi="FFIXSX",
    )  # fmt: skip
    (instrument,) = translator().translate("dbn", file([definition], {}))
    known = translator(instruments=[instrument])
    assert len(known.translate("dbn", file([trade()], SYMBOLS))) == 1
    assert known.translate("dbn", file([trade()], {"YYZ6": 7})) == []
    assert known.stats.bad_rows == 1


def test_ids_are_read_back_at_their_last_dot() -> None:
    symbology = translator().symbology
    assert symbology.resolve("ES.c.0.GLBX")[1] == ("ES.c.0", "GLBX")
    assert symbology.resolve("SPY   240119P00340000.OPRA")[1] == ("SPY   240119P00340000", "OPRA")
    with pytest.raises(UnknownInstrument):
        symbology.resolve("NODOT")


def test_a_market_that_lists_an_instrument_may_be_its_venue() -> None:
    """Trades follow what the definition said, or what the caller knows of it from an earlier run."""
    (known,) = translator(options=["exchange_as_venue"]).translate("dbn", _DEFINITION)
    trades = file([trade()], SYMBOLS)
    taught = translator(instruments=[known], options=["exchange_as_venue"])
    assert [str(event.instrument_id) for event in taught.translate("dbn", trades)] == ["ZZZ6.XCME"]
    assert taught.symbology.resolve("ZZZ6.XCME")[0] == "dataset"
    assert [str(event.instrument_id) for event in translator().translate("dbn", trades)] == ["ZZZ6.GLBX"]
    with pytest.raises(InvalidParameter, match="there are exchange_as_venue"):
        translator(options=["exchange_as_vanue"])


def test_prices_are_exact_to_the_last_of_nine_digits() -> None:
    quote = dbn.BBOMsg(
        rtype=195, publisher_id=1, instrument_id=7, ts_event=NOON, price=0, size=0, side=dbn.Side.NONE, ts_recv=NOON,
        levels=dbn.BidAskPair(bid_px=-price("0.000000001"), ask_px=9_223_372_036_854_775_806, bid_sz=1, ask_sz=1),
    )  # fmt: skip
    (event,) = translator().translate("dbn", file([quote], SYMBOLS))
    assert isinstance(event, QuoteTick)
    assert (event.bid_price, event.ask_price) == (Decimal("-0.000000001"), Decimal("9223372036.854775806"))


def test_a_book_of_a_session_waits_for_the_end_of_its_event() -> None:
    feed = translator().stream("live")
    head = metadata(SYMBOLS)
    assert feed(head + bytes(order(1, 0)), 0) == []
    (event,) = feed(bytes(order(2, 128)), 0)
    assert isinstance(event, OrderBookDeltas)
    assert [row.order_id for row in event.deltas] == [1, 2]


def test_orders_of_two_instruments_do_not_mix() -> None:
    other = dbn.MBOMsg(
        publisher_id=1, instrument_id=8, ts_event=NOON, order_id=9, price=price("5"), size=1, action=dbn.Action.ADD,
        side=dbn.Side.ASK, ts_recv=NOON, flags=128, sequence=9,
    )  # fmt: skip
    events = translator().translate("dbn", file([order(1, 0), other, order(2, 128)], {"ZZZ6": 7, "YYZ6": 8}))
    assert [(event.instrument_id, len(event.deltas)) for event in events] == [
        ("YYZ6.GLBX", 1),
        ("ZZZ6.GLBX", 2),
    ]


def test_no_event_grows_without_bound() -> None:
    seen = translator()
    gather = seen.scope("dataset").machines["mbo"]
    gather._max = 3
    events = seen.translate("dbn", file([order(n, 0) for n in range(4)], SYMBOLS))
    assert [type(event) for event in events] == [StreamGap] and gather.overflows == 1
