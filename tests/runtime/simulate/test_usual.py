"""What a simulated venue says though no event tells it, so that clients that insist on it are content."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import dragoman
import msgspec
from dragoman.model import InstrumentId, LimitOrder, OrderSide
from dragoman.simulate.payloads import Writer
from msgspec import Struct, field

from tests.runtime.simulate.wire.desk import Client

NOW_NS = 1_700_000_000_123_456_789


class Row(Struct):
    identity: str = field(name="id")
    told: str | None = field(name="told", default=None)


def written(usual: dict[str, Any], asked: dict[str, Any] | None = None) -> Any:
    return Writer({}, {Row: usual}).tree(Row, None, NOW_NS, asked)


def test_a_usual_value_stands_where_nothing_was_said() -> None:
    said = {"told": "x", "beside": ["0", {"deep": "$id"}]}
    assert written({"id": "7", **said}) == {"id": "7", "told": "x", "beside": ["0", {"deep": "7"}]}


def test_in_an_array_it_stands_in_its_place() -> None:
    class Cells(Struct, array_like=True):
        identity: str = field(name="id")
        told: str | None = None
        last: str | None = None

    assert Writer({}, {Cells: {"told": "x"}}).tree(Cells, None, NOW_NS) == ["", "x", None]


def test_it_may_be_a_field_a_parameter_or_the_time() -> None:
    usual = {
        "id": "7",
        "same": "$id",
        "asked": "$word",
        "none": "$nothing",
        "at": "$now_ms",
        "text": "$now_ms_text",
    }
    found = written({**usual, "iso": "$now_iso"}, {"word": "linear"})
    moment = NOW_NS // 1_000_000
    assert found == {
        "id": "7",
        "same": "7",
        "asked": "linear",
        "at": moment,
        "text": str(moment),
        "iso": "2023-11-14T22:13:20.123Z",
    }


def test_instruments_are_what_their_ids_do_not_tell() -> None:
    client = Client(dragoman.load("bybit"), products=["inverse"])
    line, _ = client.core.markets["inverse"].lines.values()
    assert (line.instrument.is_inverse, line.instrument.settlement_currency) == (True, "BTC")
    listed = msgspec.json.decode(client.ask("get_contracts", product="inverse").body)
    assert listed["result"]["category"] == "inverse"


def test_a_parameter_with_its_usual_value_changes_nothing() -> None:
    client = Client(dragoman.load("bybit"), products=["spot"])
    identity = InstrumentId("BTCUSDT-SPOT.BYBIT")
    terms: dict[str, Any] = {
        "instrument_id": identity,
        "order_side": OrderSide.BUY,
        "quantity": Decimal("0.1"),
    }
    order = LimitOrder(price=Decimal("100"), client_order_id="a", params={"orderFilter": "Order"}, **terms)
    assert msgspec.json.decode(client.ask("submit_order", order=order).body)["retCode"] == 0
    for word, taken in (("tpslOrder", False), ("Order", True)):
        named: dict[str, Any] = {
            "instrument_id": identity,
            "client_order_id": "a",
            "params": {"orderFilter": word},
        }
        answer = msgspec.json.decode(client.ask("cancel_order", **named).body)
        assert (answer["retCode"] == 0) is taken, answer


def test_replies_repeat_what_was_asked() -> None:
    client = Client(dragoman.load("bybit"), products=["spot"])
    link = client.core.connect("stream", "spot", "/v5/public/spot")
    frame = {"op": "subscribe", "req_id": "7", "args": ["publicTrade.BTCUSDT"]}
    (ack,) = client.core.receive(link, msgspec.json.encode(frame), NOW_NS)
    said = {"success": True, "op": "subscribe", "ret_msg": "subscribe", "conn_id": "1", "req_id": "7"}
    assert msgspec.json.decode(ack) == said


def test_a_heartbeat_may_be_spaced_and_numbered() -> None:
    client = Client(dragoman.load("bybit"), products=["spot"])
    link = client.core.connect("stream", "spot", "/v5/public/spot")
    (pong,) = client.core.receive(link, b'{ "req_id": "1", "op": "ping" }', NOW_NS)
    assert msgspec.json.decode(pong)["success"] is True


def test_headers_of_a_request_over_a_connection_are_the_clients_own() -> None:
    client = Client(dragoman.load("bybit"), products=["spot"])
    link = client.core.connect("trade", "", "/v5/trade")
    header = {"X-BAPI-TIMESTAMP": "1700000000123", "X-BAPI-RECV-WINDOW": "8000"}
    frame = {"reqId": "7", "header": header, "op": "order.create", "args": [{"category": "spot"}]}
    (answer,) = client.core.receive(link, msgspec.json.encode(frame), NOW_NS)
    assert msgspec.json.decode(answer)["retMsg"] == "nobody is logged on"
