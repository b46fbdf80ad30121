"""Rules of Bybit that a single payload does not show: books that follow a stream, identities, control frames."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import dragoman
import pytest
from dragoman.model import QuoteTick, StreamGap
from dragoman.net.mock import MockHttp, VirtualClock
from dragoman.net.wire import Frame, Opcode, Response
from dragoman.requests.classify import Classifier
from dragoman.requests.streaming import address, subscribing
from dragoman.session.messages import Ack, AuthOk, AuthRefused, Data, Pong, Refused
from dragoman_venues.bybit.client import HttpClient


def book(kind: str, update: int, size: str) -> bytes:
    said = {"s": "SOLUSDT", "b": [["143.2", size]], "a": [], "u": update, "seq": 9000 + update}
    return json.dumps(
        {"topic": "orderbook.50.SOLUSDT", "type": kind, "ts": 1760000000000, "data": said}
    ).encode()


def followed(*messages: tuple[str, int, str]) -> list[int | str]:
    """Numbers of the messages that came out of a translator that keeps books, and `gap` where one was lost."""
    reader = dragoman.load("bybit").translator(synced=True)
    out: list[int | str] = []
    for kind, update, size in messages:
        for event in reader.translate("ws", book(kind, update, size), product="linear", ts_init=1):
            out.append("gap" if isinstance(event, StreamGap) else event.sequence - 9000)
    return out


def test_changes_wait_for_the_first_image() -> None:
    assert followed(("delta", 5, "1"), ("snapshot", 6, "2"), ("delta", 7, "3")) == [6, 7]


def test_a_hole_in_the_update_ids_silences_the_book_until_the_next_image() -> None:
    messages = [
        ("snapshot", 6, "2"),
        ("delta", 8, "3"),
        ("delta", 9, "4"),
        ("snapshot", 1, "5"),
        ("delta", 2, "6"),
    ]
    assert followed(*messages) == [6, "gap", 1, 2]


def test_an_image_of_a_restarted_service_replaces_the_book() -> None:
    assert followed(("snapshot", 600, "2"), ("snapshot", 1, "3"), ("delta", 2, "4")) == [600, 1, 2]


def test_a_quote_waits_for_both_sides_of_a_ticker() -> None:
    reader = dragoman.load("bybit").translator()
    frames = [{"bid1Price": "1", "bid1Size": "2"}, {"ask1Price": "3", "ask1Size": "4"}, {"markPrice": "2"}]
    quotes = []
    for frame in frames:
        said = {"topic": "tickers.SOLUSDT", "type": "delta", "ts": 1, "data": {"symbol": "SOLUSDT", **frame}}
        events = reader.translate("ws", json.dumps(said).encode(), product="linear", ts_init=1)
        quotes.append([event for event in events if isinstance(event, QuoteTick)])
    assert [len(found) for found in quotes] == [0, 1, 0]
    assert (str(quotes[1][0].bid_price), str(quotes[1][0].ask_price)) == ("1", "3")


@pytest.mark.parametrize(
    ("product", "symbol", "expected"),
    [
        ("spot", "BTCUSDT", "BTCUSDT-SPOT.BYBIT"),
        ("linear", "BTCUSDT", "BTCUSDT-LINEAR.BYBIT"),
        ("linear", "BTC-26DEC25", "BTC-26DEC25-LINEAR.BYBIT"),
        ("inverse", "BTCUSD", "BTCUSD-INVERSE.BYBIT"),
        ("option", "BTC-27MAR26-70000-P-USDT", "BTC-27MAR26-70000-P-USDT-OPTION.BYBIT"),
    ],
)
def test_an_id_tells_category_and_symbol(product: str, symbol: str, expected: str) -> None:
    assert dragoman.load("bybit").translator().symbology.resolve(expected) == (product, symbol)


@pytest.mark.parametrize(
    ("name", "frame", "expected"),
    [
        (
            "stream",
            '{"success":true,"ret_msg":"","conn_id":"c","req_id":"7","op":"subscribe"}',
            Ack(request_id=7),
        ),
        (
            "stream",
            '{"success":false,"ret_msg":"Invalid topic","conn_id":"c","req_id":"8","op":"subscribe"}',
            Refused(request_id=8, code=None, reason="Invalid topic"),
        ),
        ("stream", '{"success":true,"ret_msg":"pong","conn_id":"c","req_id":"","op":"ping"}', Pong()),
        ("stream", '{"topic":"tickers.SOLUSDT","data":{}}', Data("tickers.SOLUSDT")),
        ("options", '{"args":["1760000000000"],"op":"pong"}', Pong()),
        (
            "options",
            '{"success":true,"conn_id":"c","data":{"failTopics":[],"successTopics":["tickers.A"]},"type":"COMMAND_RESP"}',
            Ack(topics=("tickers.A",)),
        ),
        (
            "options",
            '{"success":true,"conn_id":"c","data":{"failTopics":["tickers.B"],"successTopics":[]},"type":"COMMAND_RESP"}',
            Refused(topics=("tickers.B",), code=None, reason=""),
        ),
        ("private", '{"success":true,"ret_msg":"","op":"auth","conn_id":"c"}', AuthOk()),
        (
            "private",
            '{"success":false,"ret_msg":"expired","op":"auth","conn_id":"c"}',
            AuthRefused(reason="expired"),
        ),
        ("private", '{"success":true,"ret_msg":"","op":"subscribe","req_id":"3"}', Ack(request_id=3)),
        ("private", '{"req_id":"x","op":"pong","args":["1760000000000"]}', Pong()),
        ("trade", '{"retCode":0,"retMsg":"OK","op":"auth","connId":"c"}', AuthOk()),
        ("trade", '{"retCode":10004,"retMsg":"sign","op":"auth","connId":"c"}', AuthRefused(reason="sign")),
        ("trade", '{"retCode":0,"retMsg":"OK","op":"pong","data":["1"],"connId":"c"}', Pong()),
    ],
)
def test_a_session_tells_control_frames_from_data(name: str, frame: str, expected: object) -> None:
    connections = dragoman.load("bybit").module.Translator.tables.connections
    (connection,) = [each for each in connections if each.name == name]
    assert Classifier(connection)(Frame(Opcode.TEXT, frame.encode())) == expected


@pytest.mark.parametrize(
    ("channel", "instrument_id", "expected"),
    [
        ("orderbook", "SOLUSDC-SPOT.BYBIT", "wss://stream.bybit.com/v5/public/spot"),
        ("ticker", "SOLUSD-INVERSE.BYBIT", "wss://stream.bybit.com/v5/public/inverse"),
        ("option_ticker", "SOL-26JUN26-210-C-USDT-OPTION.BYBIT", "wss://stream.bybit.com/v5/public/option"),
    ],
)
def test_every_category_has_an_address_of_its_own(channel: str, instrument_id: str, expected: str) -> None:
    requests = dragoman.load("bybit").requests()
    found, product, _ = subscribing(requests, {"channel": channel, "instrument_id": instrument_id})
    assert address(requests.interface, requests.environment, found, product).url == expected


def answer(*rows: object, cursor: str = "") -> Response:
    said = {"retCode": 0, "retMsg": "OK", "result": {"list": rows, "nextPageCursor": cursor}, "time": 1}
    return Response(status=200, body=json.dumps(said).encode())


def asked(name: str, script: list[Response], **params: Any) -> tuple[int, list[str]]:
    """(rows, queries) of a call that is read in parts."""

    async def read() -> tuple[int, list[str]]:
        backend = MockHttp(script)
        http = HttpClient({"api_key": "k", "api_secret": "s"}, backend=backend, clock=VirtualClock(auto=True))
        rows = [row async for row in getattr(http, f"iter_{name}")(product="linear", **params)]
        return len(rows), [each.query_text for each in backend.requests if each.path != "/v5/market/time"]

    return asyncio.run(read())


def bars(*starts: int) -> Response:
    return answer(*([str(start), "1", "2", "1", "2", "3", "4"] for start in starts))


def test_bars_are_read_back_page_by_page_to_their_begin() -> None:
    script = [bars(*range(4000, 3000, -1)), bars(3000, 2999)]
    rows, queries = asked("get_klines", script, symbol="SOLUSDT", interval="1", start_ms=2999, end_ms=4000)
    assert rows == 1002
    assert queries[1] == "category=linear&symbol=SOLUSDT&interval=1&start=2999&end=3000&limit=1000"


def test_instruments_are_read_by_their_cursor() -> None:
    rows, queries = asked("get_contracts", [answer(cursor="first%3DA"), answer()])
    assert rows == 0
    assert len(queries) == 1, "a page without rows is the last"


def test_executions_are_asked_for_a_week_at_a_time() -> None:
    day = 86_400_000
    clock = Response(status=200, body=b'{"retCode":0,"time":0}')
    script = [clock, clock, answer(), answer(), answer()]
    _, queries = asked("get_executions", script, start_time_ms=0, end_time_ms=15 * day)
    assert [query.partition("startTime=")[2].partition("&limit")[0] for query in queries] == [
        f"0&endTime={7 * day - 1}",
        f"{7 * day}&endTime={14 * day - 1}",
        f"{14 * day}&endTime={15 * day}",
    ]
