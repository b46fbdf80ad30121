"""Signatures of OKX against known ones: calls with a query, a body, neither, and the log-in of the private stream."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import dragoman
import msgspec
from dragoman.auth import Draft

NS_PER_MS = 1_000_000


def vectors(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / "oracle" / "okx_auth.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def requests(known: dict[str, Any], now_ns: int) -> Any:
    credentials = {
        "api_key": known["api_key"],
        "api_secret": known["secret"],
        "passphrase": known["passphrase"],
    }
    return dragoman.load("okx").requests(credentials=credentials, clock=lambda: now_ns)


def moment(known: dict[str, Any]) -> int:
    """UNIX nanoseconds of a timestamp with milliseconds."""
    told = datetime.fromisoformat(known["timestamp"])
    return (int(told.timestamp()) * 1000 + told.microsecond // 1000) * NS_PER_MS


def test_calls_are_signed_byte_by_byte(shared: Path) -> None:
    calls = [known for known in vectors(shared) if "method" in known]
    assert len(calls) >= 4
    for known in calls:
        builder = requests(known, moment(known))
        path, _, query = known["path"].partition("?")
        draft = Draft(
            method=known["method"],
            path=path,
            pairs=tuple(parse_qsl(query)),
            body=known["body"].encode(),
            form=False,
            headers=(),
        )
        signed = builder.interface.auth["signed"].apply(draft, builder.values("rest"))
        assert dict(signed.headers).items() >= known.get("headers", {}).items(), known["id"]
        assert dict(signed.headers)["OK-ACCESS-SIGN"] == known["signature"], known["id"]


def test_the_balance_is_asked_for_with_the_known_signature(shared: Path) -> None:
    asked = [known for known in vectors(shared) if known.get("method") == "GET"]
    for known in asked:
        built = requests(known, moment(known)).build(
            "get_balance", **dict(parse_qsl(known["path"].partition("?")[2]))
        )
        assert built.target == f"https://www.okx.com{known['path']}"
        assert dict(built.headers)["OK-ACCESS-SIGN"] == known["signature"]


def test_the_log_in_is_the_known_one(shared: Path) -> None:
    (known,) = (known for known in vectors(shared) if "ws_message" in known)
    built = requests(known, int(known["timestamp"]) * 1000 * NS_PER_MS).build("login")
    assert msgspec.json.decode(built.data) == known["ws_message"]
