"""Orders of Bybit over its socket, and what becomes of commands: taken, refused, mixed in a batch, or open."""

from __future__ import annotations

import json
from typing import Any

import dragoman
import pytest
from dragoman.model import Accepted, Rejected, Unknown
from dragoman.requests.commands import prepared
from dragoman.requests.outcome import outcome, outcomes
from dragoman.requests.sockets import Answers, socket_frame

NOW = 1_760_000_000_000_000_000
ORDER = {
    "instrument_id": "SOLUSDT-LINEAR.BYBIT",
    "order_type": "LIMIT",
    "order_side": "BUY",
    "quantity": "2.5",
    "price": "143.2",
    "client_order_id": "mine-1",
}


def requests() -> Any:
    credentials = {"api_key": "key-1", "api_secret": "secret-1"}
    return dragoman.load("bybit").requests(credentials=credentials, clock=lambda: NOW)


def framed(action: str, **params: Any) -> dict[str, Any]:
    builder = requests()
    ready = prepared(builder, action, params)
    text = socket_frame(builder, "trade", ready.operation, ready.product, ready.checked, 1_000_001)
    found: dict[str, Any] = json.loads(text)
    return found


def answered(action: str, said: dict[str, Any]) -> Any:
    """The outcome of a message of the socket for orders."""
    interface = requests().interface
    asking = interface.streams["trade"].requests
    status, body = Answers(asking).read(json.dumps(said).encode())
    return outcome(interface.commands[action], interface.errors, status, body, "mine-1")


def test_an_order_goes_over_the_socket_with_its_header() -> None:
    assert framed("submit_order", **ORDER) == {
        "reqId": "1000001",
        "header": {"X-BAPI-TIMESTAMP": "1760000000000", "X-BAPI-RECV-WINDOW": "5000"},
        "op": "order.create",
        "args": [
            {
                "category": "linear",
                "symbol": "SOLUSDT",
                "side": "Buy",
                "orderType": "Limit",
                "qty": "2.5",
                "price": "143.2",
                "timeInForce": "GTC",
                "orderLinkId": "mine-1",
            }
        ],
    }


def test_a_batch_goes_as_one_entry_of_its_product() -> None:
    frame = framed("submit_order_list", orders=[ORDER, {**ORDER, "client_order_id": "mine-2"}])
    assert frame["op"] == "order.create-batch"
    (entry,) = frame["args"]
    assert entry["category"] == "linear"
    assert [each["orderLinkId"] for each in entry["request"]] == ["mine-1", "mine-2"]


@pytest.mark.parametrize(
    ("action", "op"),
    [("modify_order", "order.amend"), ("cancel_order", "order.cancel")],
)
def test_changes_go_over_the_socket_too(action: str, op: str) -> None:
    more = {"price": "144"} if action == "modify_order" else {}
    frame = framed(action, instrument_id="SOLUSDC-SPOT.BYBIT", venue_order_id="o-1", **more)
    assert (frame["op"], frame["args"][0]["orderId"], frame["args"][0]["category"]) == (op, "o-1", "spot")


@pytest.mark.parametrize(
    ("code", "expected"),
    [(0, Accepted), (110007, Rejected), (10016, Unknown), (10006, Unknown), (170007, Unknown)],
)
def test_the_code_of_an_answer_decides(code: int, expected: type) -> None:
    data = {"orderId": "o-1", "orderLinkId": "mine-1"} if code == 0 else {}
    said = {"reqId": "1000001", "retCode": code, "retMsg": "told", "op": "order.create", "data": data}
    assert type(answered("submit_order", said)) is expected


def test_an_accepted_order_has_the_id_of_the_venue() -> None:
    data = {"orderId": "o-1", "orderLinkId": "mine-1"}
    said = {"reqId": "1000001", "retCode": 0, "retMsg": "OK", "op": "order.create", "data": data}
    assert answered("submit_order", said).venue_order_id == "o-1"


def test_every_entry_of_a_batch_has_an_outcome_of_its_own() -> None:
    interface = requests().interface
    body = {
        "retCode": 0,
        "retMsg": "OK",
        "result": {"list": [{"orderId": "o-1", "orderLinkId": "a"}, {"orderId": "", "orderLinkId": "b"}]},
        "retExtInfo": {"list": [{"code": 0, "msg": "OK"}, {"code": 110007, "msg": "not enough"}]},
        "time": 1,
    }
    command = interface.commands["submit_order_list"]
    first, second = outcomes(command, interface.errors, 200, json.dumps(body).encode(), ("a", "b"))
    assert isinstance(first, Accepted) and first.venue_order_id == "o-1"
    assert isinstance(second, Rejected) and second.code == "110007" and second.client_order_id == "b"
