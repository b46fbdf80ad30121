"""Bad input of a venue of binary records: each is a typed error or an isolated row, and the good records come out."""

from __future__ import annotations

from typing import Any

import dragoman
import pytest
import zstandard
from dragoman.codecs import HeaderError
from dragoman.errors import RowError
from dragoman.model import OrderBookDepth10, TradeTick

from tests.specs.dbn_files import NOON, dbn, file

UNDEFINED = 2**63 - 1
SYMBOLS = {"ZZZ6": 7}


def trade(sequence: int = 1, price: int = 101_250_000_000, number: int = 7) -> Any:
    return dbn.TradeMsg(
        publisher_id=1, instrument_id=number, ts_event=NOON, price=price, size=3, action=dbn.Action.TRADE,
        side=dbn.Side.BID, depth=0, ts_recv=NOON, sequence=sequence,
    )  # fmt: skip


def patched(record: Any, at: int, value: bytes) -> bytes:
    wire = bytearray(bytes(record))
    wire[at : at + len(value)] = value
    return bytes(wire)


def read(*records: Any) -> tuple[list[Any], list[RowError], dict[str, Any]]:
    bad: list[RowError] = []
    translator = dragoman.load("databento").translator(on_bad_row=bad.append)
    events = translator.translate("dbn", file(list(records), SYMBOLS))
    return events, bad, translator.stats.as_dict()


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(trade(price=UNDEFINED), id="a trade without a price"),
        pytest.param(trade(number=99), id="an instrument that the file does not map"),
        pytest.param(patched(trade(), 1, b"\xee"), id="a record of a type that nobody knows"),
    ],
)
def test_a_bad_record_is_isolated_and_its_neighbours_come_out(record: Any) -> None:
    events, bad, stats = read(trade(1), record, trade(3))
    assert [event.trade_id for event in events] == ["1", "3"]
    assert (len(bad), stats["bad_rows"]) == (1, 1)
    assert "DATABENTO dbn" in str(bad[0]) and bad[0].raw


def test_an_unknown_side_is_counted_and_the_trade_comes_out() -> None:
    events, bad, stats = read(patched(trade(), 29, b"Q"))
    assert [event.aggressor_side.name for event in events] == ["NO_AGGRESSOR"]
    assert (bad, stats["unknown_enums"]) == ([], 1)


@pytest.mark.parametrize(("price", "told"), [(-1_250_000_000, "-1.25"), (0, "0")])
def test_prices_of_zero_and_below_are_prices_where_spreads_trade(price: int, told: str) -> None:
    events, bad, _ = read(trade(price=price))
    assert [(type(event), str(event.price)) for event in events] == [(TradeTick, told)] and not bad


def test_repeated_and_earlier_records_come_out_as_they_came() -> None:
    events, bad, _ = read(trade(2), trade(2), trade(1))
    assert [event.trade_id for event in events] == ["2", "2", "1"] and not bad


def test_a_book_without_levels_is_empty_on_both_sides() -> None:
    record = dbn.MBP10Msg(
        publisher_id=1, instrument_id=7, ts_event=NOON, price=UNDEFINED, size=0, action=dbn.Action.CLEAR,
        side=dbn.Side.NONE, flags=128, depth=0, ts_recv=NOON, levels=[dbn.BidAskPair() for _ in range(10)],
    )  # fmt: skip
    (book,), bad, _ = read(record)
    assert isinstance(book, OrderBookDepth10) and not bad
    assert (list(book.bids), list(book.asks)) == ([], [])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b'{"rtype":0}', id="JSON"),
        pytest.param(b"ts_event,price\n1,2\n", id="CSV"),
        pytest.param(b"DBN\x63" + bytes(200), id="a version of tomorrow"),
        pytest.param(b"DBN\x03\xff\xff\xff\xff" + bytes(200), id="metadata of four gigabytes"),
        pytest.param(b"0" * 50_000_000, id="fifty megabytes of nothing"),
    ],
)
def test_what_is_no_dbn_is_a_short_error(data: bytes) -> None:
    with pytest.raises(HeaderError) as caught:
        dragoman.load("databento").translator().translate("dbn", data)
    assert len(str(caught.value)) < 500


def test_compressed_text_is_no_dbn_either() -> None:
    with pytest.raises(HeaderError):
        dragoman.load("databento").translator().translate(
            "dbn", zstandard.compress(b"not a word of it is DBN")
        )
