"""Messages whose decimals stay text: numbers are taken too, and bad rows cost only themselves."""

from __future__ import annotations

from decimal import Decimal

import dragoman
from dragoman.translate.text_decimals import told_in_text
from msgspec import Struct

FILL = (
    '{"e":"executionReport","E":1,"s":"BTCUSDT","c":"a","S":"BUY","o":"LIMIT","f":"GTC","q":%s,"p":"9.50","x":"TRADE","X":"FILLED",'
    '"i":7,"l":%s,"z":"2","L":"9.50","n":"0","N":"BNB","t":3,"m":false,"Z":"19"}'
)


class Row(Struct):
    price: Decimal | None
    rows: list[Row]


class RowText(Struct):
    price: str | None
    rows: list[RowText]


def test_decimals_are_told_as_the_text_that_spells_them() -> None:
    row = Row(Decimal("1.50"), [Row(None, []), Row(Decimal("1E+3"), [])])
    assert told_in_text(RowText, row) == RowText("1.50", [RowText(None, []), RowText("1E+3", [])])


def test_a_number_where_text_is_usual_is_taken_exactly() -> None:
    feed = dragoman.load("binance").translator().stream("ws", product="spot")
    usual = feed((FILL % ('"2.0"', '"2.0"')).encode(), 5)
    assert [type(event).__name__ for event in usual] == ["OrderStatusReport", "FillReport"]
    assert feed((FILL % ("2.0", "2.0")).encode(), 5) == usual
    assert str(usual[0].quantity) == "2.0" and str(usual[1].last_px) == "9.50"


def test_spellings_that_no_venue_means_are_no_numbers() -> None:
    translator = dragoman.load("binance").translator()
    feed = translator.stream("ws", product="spot")
    for odd in ('"1_0"', '" 2"', '"NaN"', '"1e9999"', '"\\u0662"'):
        try:
            assert feed((FILL % (odd, odd)).encode(), 5) == []
        except dragoman.errors.DragomanError as error:
            assert "q" in str(error) or "number" in str(error)
        else:
            assert translator.stats.named["bad_rows"]
