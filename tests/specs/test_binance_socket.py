"""Commands of Binance as requests on a connection: their methods, what is signed, and what answers mean."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import dragoman
import pytest
from dragoman.model import Accepted, Rejected, Unknown
from dragoman.net.policy import block_of
from dragoman.requests.commands import prepared
from dragoman.requests.outcome import outcome, refusals
from dragoman.requests.sockets import Answers, connection_for, socket_frame
from dragoman.requests.terms import command_of

NOW = 1_760_000_000_000_000_000
SECOND = 1_000_000_000
SPOT = {
    "instrument_id": "SOLUSDT.BINANCE",
    "order_side": "BUY",
    "quantity": "2.5",
    "client_order_id": "mine-1",
}
LIMIT = {**SPOT, "order_type": "LIMIT", "price": "143.2"}
PERPETUAL = {**LIMIT, "instrument_id": "SOLUSDT-PERP.BINANCE"}
COIN = {**LIMIT, "instrument_id": "SOLUSD_PERP.BINANCE", "quantity": "2"}
STOP = {**PERPETUAL, "order_type": "STOP_MARKET", "trigger_price": "150"}
del STOP["price"]


def told(order: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"instrument_id": order["instrument_id"], "client_order_id": "mine-1", **more}


def requests() -> Any:
    credentials = {"api_key": "key-1", "api_secret": "secret-1"}
    return dragoman.load("binance").requests(credentials=credentials, clock=lambda: NOW)


@pytest.mark.parametrize(
    ("action", "params", "method"),
    [
        ("submit_order", LIMIT, "order.place"),
        ("submit_order", PERPETUAL, "order.place"),
        ("submit_order", COIN, "order.place"),
        ("submit_order", STOP, "algoOrder.place"),
        ("modify_order", told(LIMIT, price="144", original=LIMIT), "order.cancelReplace"),
        ("modify_order", told(PERPETUAL, price="144", original=PERPETUAL), "order.modify"),
        ("cancel_order", told(LIMIT), "order.cancel"),
        ("cancel_order", told(COIN), "order.cancel"),
        ("cancel_order", told(STOP, original=STOP), "algoOrder.cancel"),
        ("cancel_all_orders", {"instrument_id": LIMIT["instrument_id"]}, "openOrders.cancelAll"),
    ],
)
def test_a_command_has_its_method_and_signs_its_parameters_in_their_order(
    action: str, params: dict[str, Any], method: str
) -> None:
    builder = requests()
    if "original" in params:
        params = {**params, "original": command_of("BINANCE", "submit_order", params["original"])}
    ready = prepared(builder, action, dict(params))
    connection = connection_for(builder.interface, ready.operation, ready.product)
    assert connection == "orders"
    text = socket_frame(builder, connection, ready.operation, ready.product, ready.checked, 1_000_001)
    frame = json.loads(text)
    assert (frame["id"], frame["method"]) == (1_000_001, method)
    signature = frame["params"].pop("signature")
    assert frame["params"]["apiKey"] == "key-1" and frame["params"]["timestamp"] == NOW // 1_000_000
    signed = "&".join(f"{name}={frame['params'][name]}" for name in sorted(frame["params"]))
    assert signature == hmac.new(b"secret-1", signed.encode(), hashlib.sha256).hexdigest()


@pytest.mark.parametrize(
    ("action", "order"),
    [
        ("cancel_all_orders", PERPETUAL),
        ("submit_order_list", PERPETUAL),
        ("submit_order", {**STOP, "instrument_id": COIN["instrument_id"], "quantity": "2"}),
    ],
)
def test_what_no_method_takes_goes_by_a_call(action: str, order: dict[str, Any]) -> None:
    builder = requests()
    params: dict[str, Any] = dict(order)
    if action == "cancel_all_orders":
        params = {"instrument_id": order["instrument_id"]}
    elif action == "submit_order_list":
        params = {"orders": [order, {**order, "client_order_id": "mine-2"}]}
    ready = prepared(builder, action, params)
    assert connection_for(builder.interface, ready.operation, ready.product) is None


@pytest.mark.parametrize(
    ("said", "kind", "code"),
    [
        ({"status": 200, "result": {"symbol": "SOLUSDT", "orderId": 7}}, Accepted, None),
        ({"status": 200}, Unknown, None),
        ({"status": 200, "result": None}, Unknown, None),
        (
            {"status": 400, "error": {"code": -2010, "msg": "Account has insufficient balance."}},
            Rejected,
            "-2010",
        ),
        ({"status": 500, "error": {"code": -1007, "msg": "Timeout"}}, Unknown, "-1007"),
    ],
)
def test_an_answer_that_tells_of_no_order_leaves_it_open(said: Any, kind: type, code: str | None) -> None:
    interface = requests().interface
    asking = interface.streams["orders"].requests
    assert asking is not None
    status, body = Answers(asking).read(json.dumps({"id": 1_000_001, **said}).encode())
    found = outcome(interface.commands["submit_order"], interface.errors, status, body, "mine-1")
    assert type(found) is kind and getattr(found, "code", None) == code


@pytest.mark.parametrize(("status", "meaning"), [(429, "rate_limit"), (418, "banned")])
def test_an_answer_says_until_when_nothing_more_is_taken(status: int, meaning: str) -> None:
    interface = requests().interface
    asking = interface.streams["orders"].requests
    assert asking is not None
    words = (
        "Way too much request weight used; IP banned until 1760000030000." if status == 418 else "Too many."
    )
    error = {
        "code": -1003,
        "msg": words,
        "data": {"serverTime": 1_760_000_000_000, "retryAfter": 1_760_000_030_000},
    }
    said = {"id": 1_000_001, "status": status, "error": error}
    found_status, body = Answers(asking).read(json.dumps(said).encode())
    found = outcome(interface.commands["submit_order"], interface.errors, found_status, body, "mine-1")
    (rule,) = refusals(interface.errors, found_status, [found]).values()
    assert rule.kind == meaning
    assert block_of(rule, interface.errors, None, body, NOW) == ("address", 30 * SECOND)
