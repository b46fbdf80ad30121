"""Golden requests: what commands and operations of small specs become on the wire."""

from __future__ import annotations

import json
from typing import Any

import dragoman
import pytest
from dragoman.errors import DragomanError
from dragoman.net.wire import Frame

from tests.generator.commands.mini import cases, load, requests_of

CLOCK_NS = 1_700_000_000_123_456_789


def asked() -> list[Any]:
    return [
        pytest.param(case, request, id=f"{case}-{index}-{request['action']}")
        for case in cases()
        for index, request in enumerate(requests_of(case), 1)
    ]


@pytest.mark.parametrize(("case", "request_"), asked())
def test_what_is_sent_is_what_the_golden_file_says(case: str, request_: dict[str, Any]) -> None:
    requests = load(case).requests(
        credentials={"api_key": "the-key", "api_secret": "the-secret", **request_.get("credentials", {})},
        instruments=[dragoman.from_dict(each) for each in request_.get("instruments", [])],
        clock=lambda: CLOCK_NS,
        nonce=lambda: "nonce-1",
    )
    assert told(requests, request_) == request_["expect"]


def told(requests: Any, request: dict[str, Any]) -> dict[str, Any]:
    try:
        built = requests.build(request["action"], **request["params"])
    except DragomanError as error:
        return {"error": type(error).__name__, "says": str(error)}
    if isinstance(built, Frame):
        return {"frame": json.loads(built.data)}
    found: dict[str, Any] = {"send": f"{built.method} {built.target}"}
    headers = {name: value for name, value in built.headers if name != "Content-Type"}
    if headers:
        found["headers"] = headers
    if built.body:
        found["body"] = json.loads(built.body) if built.body[:1] == b"{" else built.body.decode()
    return found
