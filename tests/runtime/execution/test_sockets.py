"""Requests on a connection: what is sent carries an id and a signature, and an answer stands for what HTTP would have said."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from dragoman.model import Accepted, Rejected, Unknown
from dragoman.net.wire import Request
from dragoman.requests.commands import prepared
from dragoman.requests.facts import Asking
from dragoman.requests.outcome import outcomes
from dragoman.requests.sockets import Answers, connection_for, socket_frame

from tests.generator.commands.mini import load
from tests.runtime.execution.desk_of_tests import KEYS, limit


def answers(**more: Any) -> Answers:
    return Answers(Asking(frame={}, has=("id", "status"), id="id", **more))


def head(**keys: Any) -> dict[str, msgspec.Raw]:
    return {name: msgspec.Raw(json.dumps(value).encode()) for name, value in keys.items()}


def test_an_answer_is_known_by_its_keys_and_its_id() -> None:
    known = answers()
    assert known.id_of(head(id="1000001", status=200)) == 1_000_001
    assert known.id_of(head(id=7, status=200)) == 7
    assert known.id_of(head(id=7)) is None
    assert known.id_of(head(id="a-uuid", status=200)) is None
    assert known.id_of(head(id=None, status=200)) is None


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ({"id": 1, "status": 200, "result": {"a": 1}}, (200, {"a": 1})),
        ({"id": 1, "status": 400, "result": None, "error": {"code": 5}}, (400, {"code": 5})),
        ({"id": 1, "status": 418}, (418, None)),
        ({"id": 1, "status": 200, "result": None}, (200, None)),
    ],
)
def test_the_first_key_that_holds_something_is_the_answer(message: Any, expected: Any) -> None:
    status, body = answers(body=("result", "error"), status="status").read(json.dumps(message).encode())
    assert (status, json.loads(body) if body else None) == expected


def test_keys_are_called_as_http_calls_them() -> None:
    status, body = answers(rename={"data": "result"}).read(b'{"id":1,"status":500,"data":{"x":1.50}}')
    assert status == 200 and body == b'{"id":1,"status":500,"result":{"x":1.50}}'


def requests() -> Any:
    return load("trading").module.Requests(KEYS, None, lambda: 1_700_000_000_123_456_789)


def test_an_operation_goes_out_signed_in_its_connections_frame() -> None:
    made = requests()
    ready = prepared(made, "submit_order", {"order": limit("C-1")})
    assert connection_for(made.interface, ready.operation, ready.product) == "orders"
    frame = json.loads(socket_frame(made, "orders", ready.operation, ready.product, ready.checked, 7))
    (args,) = frame.pop("args")
    assert frame == {"op": "order.place", "reqId": "7", "head": {"time": "1700000000123"}}
    assert (args["tag"], args["size"], args["apiKey"], args["timestamp"]) == (
        "C-1",
        "5",
        "the-key",
        1_700_000_000_123,
    )
    assert len(args["signature"]) == 64


def test_parameters_of_the_connection_alone_do_not_go_over_http() -> None:
    made = requests()
    ready = prepared(made, "submit_order", {"order": limit("C-1", params={"code": "12"})})
    sent = made.http(ready.operation, ready.product, ready.checked)
    assert isinstance(sent, Request) and "code" not in json.loads(sent.body)
    frame = json.loads(socket_frame(made, "orders", ready.operation, ready.product, ready.checked, 7))
    assert frame["args"][0]["code"] == "12"


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ({"code": 0, "data": [{"code": 0}, {"code": 0}]}, [Accepted, Accepted]),
        ({"code": 1, "data": [{"code": 0}, {"code": 10, "msg": "x"}]}, [Accepted, Rejected]),
        ({"code": 1, "data": [{"code": 30}, {"code": 10}]}, [Unknown, Rejected]),
        ({"code": 10, "data": []}, [Rejected, Rejected]),
        ({"code": 0, "data": [{"code": 0}]}, [Unknown, Unknown]),
        ({"code": 30, "data": []}, [Unknown, Unknown]),
    ],
    ids=["all", "some", "one unknown", "refused as a whole", "a row lacks", "unknown as a whole"],
)
def test_each_entry_of_a_batch_has_its_own_outcome(body: Any, kinds: list[type]) -> None:
    interface = requests().interface
    found = outcomes(
        interface.commands["submit_order_list"],
        interface.errors,
        200,
        json.dumps(body).encode(),
        ["C-1", "C-2"],
    )
    assert [type(each) for each in found] == kinds
    assert [each.client_order_id for each in found] == ["C-1", "C-2"]


def test_rows_that_say_whose_they_are_may_come_in_any_order() -> None:
    interface = requests().interface
    rows = [{"code": 0, "orderId": "V-2", "tag": "C-2"}, {"code": 10, "tag": "C-1"}]
    body = json.dumps({"code": 1, "data": rows}).encode()
    first, second = outcomes(
        interface.commands["submit_order_list"], interface.errors, 200, body, ["C-1", "C-2"]
    )
    assert isinstance(first, Rejected) and isinstance(second, Accepted) and second.venue_order_id == "V-2"
