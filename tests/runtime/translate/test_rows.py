"""One bad row never costs its neighbours."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from dragoman.errors import DecodeError, RequestRequired, RowError, UnknownInstrument
from dragoman.model import CurrencyPair, InstrumentId
from hypothesis import given
from hypothesis import strategies as st

from tests.runtime.translate.mini import MiniTranslator

GOOD: dict[str, Any] = {"symbol": "AB", "price": "1.25"}
BAD: list[Any] = [
    {"symbol": "AB"},
    {"symbol": "AB", "price": "-1"},
    {"symbol": "AB", "price": "0"},
    {"symbol": "AB", "price": "one"},
    {"symbol": 5, "price": "1"},
    None,
    [],
    "text",
]


def translate(rows: list[Any]) -> tuple[list[Any], list[RowError]]:
    bad: list[RowError] = []
    translator = MiniTranslator(on_bad_row=bad.append)
    events = translator.translate("list_trades", json.dumps({"rows": rows}).encode())
    assert translator.stats.bad_rows == len(bad)
    return events, bad


@pytest.mark.parametrize("row", BAD)
def test_a_bad_row_is_set_aside_with_its_bytes(row: Any) -> None:
    events, bad = translate([GOOD, row, GOOD])
    assert len(events) == 2
    (error,) = bad
    assert error.path.startswith("$.rows")
    assert error.raw


@given(st.lists(st.one_of(st.just(GOOD), st.sampled_from(BAD)), max_size=30))
def test_what_comes_out_is_what_is_good(rows: list[Any]) -> None:
    events, bad = translate(rows)
    assert len(events) == sum(row is GOOD for row in rows)
    assert len(bad) == len(rows) - len(events)


@pytest.mark.parametrize(
    "body", [b'{"rows":[{"symbol":"AB","price":"1"}', b'{"rows":5}', b"{}", b"[]", b"<html>"]
)
def test_a_body_that_is_no_answer_is_an_error(body: bytes) -> None:
    with pytest.raises(DecodeError):
        MiniTranslator().translate("list_trades", body)


def test_a_catalog_makes_an_unknown_symbol_an_error_of_its_row() -> None:
    known = CurrencyPair(
        instrument_id=InstrumentId("AB-X.MINI"),
        raw_symbol="AB",
        price_precision=2,
        price_increment=Decimal("0.01"),
        base_currency="A",
        quote_currency="B",
        ts_event=0,
        ts_init=0,
    )
    bad: list[RowError] = []
    translator = MiniTranslator([known], on_bad_row=bad.append)
    body = json.dumps({"rows": [GOOD, {"symbol": "ZZ", "price": "1"}]}).encode()
    assert len(translator.translate("list_trades", body)) == 1
    assert "UnknownInstrument" in str(bad[0]) and "ZZ" in str(bad[0])
    with pytest.raises(UnknownInstrument):
        translator.translate("ws", b'{"e":"trade","s":"ZZ","p":"1","i":1}')


def test_what_a_body_does_not_say_must_be_told() -> None:
    scope = MiniTranslator().scope("x")
    with pytest.raises(RequestRequired, match="symbol"):
        scope.request_id("symbol")
    assert scope.of("", {"symbol": "AB"}).request_id("symbol") == "AB-X.MINI"
    assert scope.of("", {"instrument_id": "CD-X.MINI"}).request_id("symbol") == "CD-X.MINI"
    bar_type = "CD-X.MINI-1-MINUTE-LAST-EXTERNAL"
    assert scope.of("", {"bar_type": bar_type}).request_id("symbol") == "CD-X.MINI"


def test_decimals_that_a_caller_tells_stay_exact() -> None:
    scope = MiniTranslator().scope("x").of("", {"fee": "0.00010000000000000001", "bad": 0.1})
    assert str(scope.told_dec("fee")) == "0.00010000000000000001"
    with pytest.raises(TypeError, match="float"):
        scope.told_dec("bad")


def test_what_follows_the_positions_of_a_level_is_passed_over() -> None:
    frame = b'{"stream":"ab@book","data":{"e":"book","s":"AB","b":[["1.25","3",[]],["1.24","5"]]}}'
    (book,) = MiniTranslator().translate("ws", frame)
    assert book.bids == [("1.25", "3"), ("1.24", "5")]


@pytest.mark.parametrize("level", ['["1.25"]', '["1.25",3,[]]', "[]", "null", '"1.25"'])
def test_a_level_that_is_shorter_or_of_other_types_is_an_error(level: str) -> None:
    frame = f'{{"stream":"ab@book","data":{{"e":"book","s":"AB","b":[["1.24","5",0],{level}]}}}}'
    with pytest.raises(DecodeError):
        MiniTranslator().translate("ws", frame.encode())
