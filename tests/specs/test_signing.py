"""Requests of the generated venues against those that the venues' own clients were recorded to send."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import dragoman
import pytest
from dragoman.auth import Draft
from dragoman.net.wire import Frame, Request


def recorded(shared: Path, venue: str) -> list[dict[str, Any]]:
    text = (shared / "oracle" / f"{venue}_auth.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_binance_signs_the_query_as_recorded(shared: Path) -> None:
    rows = [row for row in recorded(shared, "binance") if "request_suffix" in row]
    assert rows
    for row in rows:
        pairs = tuple(parse_qsl(row["query"]))
        requests = dragoman.load("binance").requests({"api_key": row["api_key"], "api_secret": row["secret"]})
        scheme = requests.interface.auth["signed"]
        signature = scheme.sign(row["query"].encode(), requests.values())
        assert f"&signature={signature}" == row["request_suffix"], row["id"]
        assert dict(pairs)["timestamp"]


def test_a_signed_call_of_binance_is_its_recorded_form(shared: Path) -> None:
    row = next(row for row in recorded(shared, "binance") if row.get("query") == "timestamp=1578963600000")
    requests = dragoman.load("binance").requests(
        {"api_key": row["api_key"], "api_secret": row["secret"]}, clock=lambda: 1_578_963_600_000_000_000
    )
    built = requests.build("get_trade_fee")
    query, _, signature = built.query_text.rpartition("&signature=")
    assert query == "recvWindow=5000&timestamp=1578963600000"
    assert signature == requests.interface.auth["signed"].sign(query.encode(), requests.values())
    assert dict(built.headers) == row["headers"]


def test_binance_signs_by_the_kind_of_key_that_it_is_given(shared: Path) -> None:
    rows = {row["scheme"]: row for row in recorded(shared, "binance") if "request_suffix" not in row}
    assert set(rows) == {"hmac-sha256-hex", "ed25519-base64"}
    for row in rows.values():
        secret = row.get("secret") or row["private_key_pkcs8_base64"]
        requests = dragoman.load("binance").requests({"api_key": row["api_key"], "api_secret": secret})
        scheme = requests.interface.auth["logon"]
        assert scheme.sign(row["string_to_sign"].encode(), requests.values()) == row["signature"], row["id"]


def test_binance_logs_on_with_the_recorded_signature(shared: Path) -> None:
    row = next(row for row in recorded(shared, "binance") if row["id"].endswith("logon_hmac_style"))
    requests = dragoman.load("binance").requests(
        {"api_key": row["api_key"], "api_secret": row["secret"]}, clock=lambda: 1_578_963_600_000_000_000
    )
    frame = json.loads(requests.build("login", connection="user_spot").data)
    assert frame["params"] == {
        "apiKey": "test_key",
        "timestamp": 1578963600000,
        "signature": row["signature"],
    }


def calls(shared: Path) -> list[dict[str, Any]]:
    return [row for row in recorded(shared, "databento") if "method" in row["expect"]]


def test_databento_calls_are_those_of_the_vendors_client(shared: Path) -> None:
    rows = calls(shared)
    assert len(rows) >= 8
    for row in rows:
        args = dict(row["args"])
        requests = dragoman.load("databento").requests({"api_key": args.pop("api_key")})
        operation = row["call"].rpartition(".")[2]
        built = requests.build(operation, **args)
        assert isinstance(built, Request)
        expect = row["expect"]
        assert (built.method, built.target) == (expect["method"], expect["url"]), row["id"]
        assert built.header("Authorization") == expect["headers"]["authorization"], row["id"]
        assert sorted(parse_qsl(built.body.decode())) == sorted(parse_qsl(expect["body"])), row["id"]


def test_databento_answers_the_recorded_challenges(shared: Path) -> None:
    rows = [row for row in recorded(shared, "databento") if row["call"] == "cram_response"]
    assert rows
    for row in rows:
        if "response" not in row["expect"]:
            continue
        requests = dragoman.load("databento").requests({"api_key": row["args"]["api_key"]})
        built = requests.build("login", challenge=row["args"]["challenge"], dataset="GLBX.MDP3")
        assert isinstance(built, Frame)
        assert built.data.decode().split("|")[0] == f"auth={row['expect']['response']}", row["id"]


@pytest.mark.parametrize("venue", ["betfair", "binance", "databento"])
def test_every_operation_of_a_venue_can_be_built_from_its_required_parameters(venue: str) -> None:
    requests = dragoman.load(venue).requests(
        {
            "api_key": "k",
            "api_secret": "s",
            "username": "u",
            "password": "p",
            "app_key": "a",
            "session_token": "t",
        }
    )
    samples: dict[str, Any] = {
        "int": 1,
        "time": 1,
        "dec": "1",
        "dec_num": "1",
        "bool": True,
        "list": ["A"],
        "any": {},
    }
    for name, operation in requests.interface.operations.items():
        for product in operation.paths:
            given = {
                param.name: next(
                    (value for value in param.allowed if param.takes(value, product)),
                    samples.get(param.kind, "A"),
                )
                for param in operation.params
                if param.required
            }
            built = requests.build(name, product=product or None, **given)
            assert built.operation == name
            assert built.url.startswith("https://")


def test_bitmex_signs_calls_and_log_ins_as_recorded(shared: Path) -> None:
    rows = recorded(shared, "bitmex")
    assert len(rows) >= 4
    for row in rows:
        requests = dragoman.load("bitmex").requests(
            {"api_key": row["api_key"], "api_secret": row["secret"]},
            clock=lambda row=row: (row["expires"] - 10) * 1_000_000_000,  # type: ignore[misc]
        )
        if "ws_message" in row:
            built = requests.build("login")
            assert isinstance(built, Frame)
            assert json.loads(built.data) == row["ws_message"], row["id"]
            continue
        path, _, query = row["path"].partition("?")
        draft = Draft(row["method"], path, body=row["body"].encode(), encoded=query)
        signed = requests.interface.auth["signed"].apply(draft, requests.values())
        assert dict(signed.headers) == row["headers"], row["id"]
