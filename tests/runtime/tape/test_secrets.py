"""Secrets that are planted in headers, addresses, bodies, frames and errors are in no tape, cassette, log or exception."""

from __future__ import annotations

import asyncio
import json
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dragoman.errors import DragomanError, RequestCut
from dragoman.log import SECRETS
from dragoman.model import TradeTick
from dragoman.net.mock import MockConnection, MockHttp
from dragoman.net.wire import Request, Response
from dragoman.requests.facts import Interface
from dragoman.tape import Tape, TapeMiss
from dragoman.tape.names import names_of
from dragoman.tape.scrub import Scrubber
from dragoman_venues.betfair.facts import INTERFACE as EXCHANGE
from dragoman_venues.binance.facts import INTERFACE
from dragoman_venues.databento.facts import INTERFACE as VENDOR

from tests.runtime.tape.live import BTC, Live, acknowledge

KEY, SECRET = "PLANTED/key+0001=", "PLANTED-secret-0002"
LISTEN, TOKEN, COOKIE, ECHO = (
    "PLANTED-listen-0003",
    "PLANTED-token-0004",
    "PLANTED-cookie-0005",
    "PLANTED-echo-0006",
)
ALL = (KEY, SECRET, LISTEN, TOKEN, COOKIE, ECHO, "PLANTED")


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """What these tests hide is not hidden from other tests."""
    before = set(SECRETS._values)
    yield
    SECRETS._values = before
    SECRETS.hide("")


def answer(request: Request) -> Response:
    body = {
        "listenKey": LISTEN,
        "token": TOKEN,
        "apiKey": ECHO,
        "echo": f"{KEY} {SECRET}",
        "url": f"wss://x/?apiKey={ECHO}",
    }
    return Response(
        status=200,
        headers={"Set-Cookie": f"sid={COOKIE}", "x-echo": f"key {KEY}", "authorization": f"Bearer {TOKEN}"},
        body=json.dumps(body).encode(),
    )


def talk(connection: MockConnection, sent: bytes) -> None:
    acknowledge(connection, sent)
    connection.feed(
        json.dumps({"e": "listenKeyExpired", "listenKey": LISTEN, "note": f"key={KEY}", "token": TOKEN})
    )
    connection.feed(b"\x00binary " + SECRET.encode() + b"\x00")


async def run(path: Path, http: MockHttp) -> list[str]:
    """Calls, streams and errors with secrets in all of them; returns the texts of what was raised."""
    told: list[str] = []
    live = Live(path, http=http, credentials={"api_key": KEY, "api_secret": SECRET}, on_send=talk)
    async with live.adapter as venue:
        recorder = venue.recorder

        async def call(name: str, **params: Any) -> None:
            try:
                await venue.client.send(venue.interface.operations[name], "spot", params)
            except DragomanError as error:
                told.append("".join(traceback.format_exception(error)) + repr(error) + str(error.facts))

        for name in ("get_trade_fee", "get_trade_fee", "get_trade_fee"):
            task = asyncio.create_task(call(name))
            for _ in range(8):
                await live.pass_time(10_000_000_000)
            await task
        async with venue.subscription(TradeTick, BTC):
            await live.pass_time()
            connection = next(iter(venue._lines.values())).runner._connection
            await connection.send(
                json.dumps(
                    {"method": "LOGIN", "id": 9, "apiKey": KEY, "signature": "PLANTED-sig", "p": [SECRET]}
                )
            )
            live.connector.last.drop(f"closed: token={TOKEN} {SECRET}")
            await live.pass_time()
        await recorder.connector.connect(
            f"wss://host/ws/{LISTEN}?apiKey={KEY}&token={TOKEN}", stream="stream:spot"
        )
        recorder.close()
    return told


def test_no_planted_secret_is_written_logged_or_raised(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    path = tmp_path / "run.tape.jsonl"
    failed = RequestCut("binance", "get_trade_fee", f"cut at https://x/?signature=PLANTED-sig&k={SECRET}")
    told = asyncio.run(run(path, MockHttp([answer, failed], otherwise=answer)))
    cassette = path.with_name("run.tape.http.yaml")
    written = {path.name: path.read_text(), cassette.name: cassette.read_text()}
    assert "get_trade_fee" in written[path.name] and "recvWindow=5000" in written[cassette.name]
    assert "X-MBX-APIKEY" in written[cassette.name] and "listenKey" in written[cassette.name]
    for place, text in {**written, "log": caplog.text, "errors": "\n".join(told)}.items():
        for secret in ALL:
            assert secret not in text, f"{secret} is in {place}"

    async def replayed() -> str:
        async with Tape.open(path).adapter(credentials={"api_key": KEY, "api_secret": SECRET}) as venue:
            with pytest.raises(TapeMiss) as missed:
                await venue.client.send(
                    venue.interface.operations["get_trade_fee"], "spot", {"symbol": SECRET}
                )
            return "".join(traceback.format_exception(missed.value)) + repr(missed.value.facts)

    assert "PLANTED" not in asyncio.run(replayed())
    assert "PLANTED" not in caplog.text


@pytest.mark.parametrize(
    ("interface", "secret"),
    [
        (INTERFACE, {"x-mbx-apikey", "signature"}),
        (EXCHANGE, {"x-application", "appkey", "session"}),
        (VENDOR, {"auth"}),
    ],
)
def test_names_of_secrets_are_those_that_the_spec_fills_with_credentials(
    interface: Interface, secret: set[str]
) -> None:
    assert secret <= names_of(interface).secret


def test_signing_parameters_are_volatile() -> None:
    assert {"timestamp", "recvwindow", "signature"} <= names_of(INTERFACE).volatile


def test_what_holds_no_secret_stays_byte_for_byte() -> None:
    scrubber = Scrubber.of(INTERFACE, {})
    raw = b'{"keys" : [1.10, 2e5], "token_id": "7", "signal":"x",\n "p":"0.10"}'
    assert scrubber.body(raw) is raw


def test_only_the_secret_is_changed() -> None:
    scrubber = Scrubber.of(INTERFACE, {})
    text = '{"p": 1.10,  "apiKey" : "PLANTED-0123", "n": null, "q": [1.0]}'
    assert scrubber.text(text) == '{"p": 1.10,  "apiKey" : "***", "n": null, "q": [1.0]}'


def test_a_field_that_only_looks_like_a_secret_can_be_kept() -> None:
    scrubber = Scrubber.of(INTERFACE, {}, keep=["token"])
    assert scrubber.text('{"token":"USDC","secret":"abcdefgh"}') == '{"token":"USDC","secret":"***"}'


def test_a_secret_is_blanked_length_for_length_in_bytes_that_are_no_text() -> None:
    scrubber = Scrubber.of(INTERFACE, {"api_key": "PLANTED-0007"})
    assert scrubber.body(b"\xff\x00PLANTED-0007\x01") == b"\xff\x00" + b"*" * 12 + b"\x01"


@pytest.mark.parametrize(
    ("text", "scrubbed"),
    [
        ("https://me:PLANTED@host/a?b=1", "https://***@host/a?b=1"),
        ("https://host/a?token=PLANTED,2;3&b=1", "https://host/a?token=***&b=1"),
        ('{"session":["PLANTED-1", 2],"a":[1]}', '{"session":["***"],"a":[1]}'),
        (r'{"inner":"{\"apiKey\":\"PLANTED-2\",\"a\":1}"}', r'{"inner":"{\"apiKey\":\"***\",\"a\":1}"}'),
        ("name=me&password=PLANTED-3&x=1", "name=me&password=***&x=1"),
        ("refused: Authorization: Bearer PLANTED-4", "refused: Authorization: ***"),
    ],
)
def test_secrets_are_found_by_name_in_every_place(text: str, scrubbed: str) -> None:
    assert Scrubber.of(INTERFACE, {}).text(text) == scrubbed


def test_what_was_once_seen_as_a_secret_is_hidden_wherever_it_turns_up() -> None:
    scrubber = Scrubber.of(INTERFACE, {})
    scrubber.text(r'{"listenKey":"PLANTED\/5+6"}')
    assert scrubber.url("wss://host/ws/PLANTED/5+6") == "wss://host/ws/***"
    assert scrubber.url("wss://host/ws?at=PLANTED%2F5%2B6") == "wss://host/ws?at=***"
