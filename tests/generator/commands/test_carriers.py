"""Rows that name the operation that carries them, products that share instruments, symbols that tell their product."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from dragoman.errors import Denied, UnknownInstrument
from dragoman.model import CryptoPerpetual, InstrumentId, LimitOrder, OrderSide, StopMarketOrder

from tests.generator.commands.mini import load

KEYS = {"api_key": "the-key", "api_secret": "the-secret"}
LIMIT = LimitOrder(
    instrument_id=InstrumentId("AAA-BBB.CARRIERS"),
    order_side=OrderSide.BUY,
    quantity=Decimal("1"),
    price=Decimal("10"),
    client_order_id="c-1",
)
STOP = StopMarketOrder(
    instrument_id=InstrumentId("AAA-BBB.CARRIERS"),
    order_side=OrderSide.SELL,
    quantity=Decimal("1"),
    trigger_price=Decimal("9"),
    client_order_id="c-2",
)


def requests(environment: str = "mainnet") -> Any:
    return load("carriers").requests(KEYS, None, lambda: 0, lambda: "made-here", environment)


def test_a_row_names_the_operation_and_fields_go_to_the_one_that_has_them() -> None:
    plain = requests().build("submit_order", order=LIMIT)
    assert plain.path == "/orders"
    assert json.loads(plain.body) == {"symbol": "AAA-BBB", "kind": "limit", "limit": "10", "tag": "c-1"}
    waiting = requests().build("submit_order", order=STOP)
    assert waiting.path == "/triggers"
    assert json.loads(waiting.body) == [{"symbol": "AAA-BBB", "kind": "stop", "trip": "9", "label": "c-2"}]


def test_a_body_may_be_one_parameter_alone() -> None:
    built = requests().build("submit_order_list", orders=[LIMIT])
    assert json.loads(built.body) == [{"symbol": "AAA-BBB", "kind": "limit", "limit": "10", "tag": "c-1"}]


def test_what_another_operation_carries_is_no_entry_of_a_batch() -> None:
    with pytest.raises(Denied, match="new_trigger is no entry of a batch"):
        requests().build("submit_order_list", orders=[LIMIT, STOP])


def test_a_cancellation_goes_to_where_the_order_is() -> None:
    gone = {"instrument_id": "AAA-BBB.CARRIERS", "venue_order_id": "7"}
    plain = requests().build("cancel_order", **gone)
    assert (plain.path, json.loads(plain.body)) == ("/orders/drop", {"symbol": "AAA-BBB", "order": "7"})
    waiting = requests().build("cancel_order", original=STOP, **gone)
    assert (waiting.path, json.loads(waiting.body)) == (
        "/triggers/drop",
        {"symbol": "AAA-BBB", "waiting": "7"},
    )


def test_an_environment_has_headers_of_its_own() -> None:
    assert ("x-paper", "1") in requests("paper").build("submit_order", order=LIMIT).headers
    assert "x-paper" not in dict(requests().build("submit_order", order=LIMIT).headers)


def test_an_id_that_two_products_share_is_of_the_one_that_the_other_is_like() -> None:
    found = requests()
    assert found.symbology.resolve("AAA-BBB.CARRIERS") == ("spot", "AAA-BBB")
    assert found.symbology.resolve("AAA-BBB.CARRIERS", ("margin",)) == ("margin", "AAA-BBB")


def test_symbols_tell_their_product_where_nothing_else_does() -> None:
    translator = load("carriers").translator()
    found = [
        translator.translate("ws", json.dumps({"kind": "mark", "s": symbol, "p": "2", "at": 1}).encode())
        for symbol in ("AAA-BBB", "AAA:BBB")
    ]
    assert [event.instrument_id for (event,) in found] == ["AAA-BBB.CARRIERS", "AAA:BBB.CARRIERS"]


def test_a_catalog_holds_for_symbols_that_tell_their_product() -> None:
    listed = CryptoPerpetual(
        instrument_id=InstrumentId("AAA:BBB.CARRIERS"),
        raw_symbol="AAA:BBB",
        price_precision=1,
        price_increment=Decimal("0.1"),
        base_currency="AAA",
        quote_currency="BBB",
        settlement_currency="BBB",
    )
    translator = load("carriers").translator([listed])
    frame = b'{"kind":"mark","s":"%s","p":"2","at":1}'
    (event,) = translator.translate("ws", frame % b"AAA:BBB")
    assert event.instrument_id == "AAA:BBB.CARRIERS"
    with pytest.raises(UnknownInstrument, match="CCC:BBB"):
        translator.translate("ws", frame % b"CCC:BBB")
