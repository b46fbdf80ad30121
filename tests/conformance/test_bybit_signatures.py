"""Signatures of Bybit against known ones: calls with a query, a body, neither, and the log-in of a socket."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import dragoman
import msgspec
from dragoman.auth import Draft

VALID_FOR_NS = 10_000_000_000


def vectors(shared: Path) -> dict[str, dict[str, Any]]:
    lines = (shared / "oracle" / "bybit_auth.jsonl").read_text().splitlines()
    return {known["id"].partition("/")[2]: known for known in map(json.loads, lines)}


def requests(known: dict[str, Any], now_ns: int) -> Any:
    credentials = {"api_key": known["api_key"], "api_secret": known["secret"]}
    return dragoman.load("bybit").requests(credentials=credentials, clock=lambda: now_ns)


def test_calls_carry_the_known_signatures(shared: Path) -> None:
    made = {
        "sign_with_payload_matches_reference_get": (
            "get_fee_rates",
            {"product": "linear", "symbol": "BTCUSDT"},
        ),
        "sign_with_empty_payload": ("get_account_info", {}),
    }
    known = vectors(shared)
    for name, (action, params) in made.items():
        built = requests(known[name], int(known[name]["timestamp"]) * 1_000_000).build(action, **params)
        assert built.query_text == known[name]["query"]
        assert dict(built.headers)["X-BAPI-SIGN"] == known[name]["signature"]
        for header, value in known[name].get("headers", {}).items():
            assert dict(built.headers)[header] == value


def test_a_body_is_signed_byte_by_byte(shared: Path) -> None:
    known = vectors(shared)["sign_with_payload_matches_reference_post"]
    builder = requests(known, int(known["timestamp"]) * 1_000_000)
    draft = Draft(
        method="POST", path="/v5/order/create", pairs=(), body=known["body"].encode(), form=False, headers=()
    )
    signed = builder.interface.auth["signed"].apply(draft, builder.values("rest"))
    assert dict(signed.headers) == known["headers"]


def test_the_log_in_of_a_socket_is_the_known_one(shared: Path) -> None:
    known = vectors(shared)["sign_websocket_auth_matches_reference"]
    builder = requests(known, known["expires"] * 1_000_000 - VALID_FOR_NS)
    for connection in ("private", "trade"):
        assert msgspec.json.decode(builder.build("login", connection=connection).data) == known["ws_message"]
