"""Rules of OKX that a single payload does not show: chains of books, and what tells subscriptions apart."""

from __future__ import annotations

import json
from typing import Any

import dragoman
from dragoman.model import OrderBookDeltas, StreamGap
from dragoman.net.wire import Frame, Opcode
from dragoman.requests.classify import Classifier
from dragoman.requests.streaming import address, session_facts, subscribing
from dragoman.session.messages import Ack, Pong, Refused


def book(action: str, previous: int, seq: int, bids: list[list[str]], symbol: str = "SOL-USDT") -> bytes:
    row = {
        "asks": [],
        "bids": bids,
        "ts": "1760000000123",
        "checksum": 0,
        "prevSeqId": previous,
        "seqId": seq,
    }
    return json.dumps(
        {"arg": {"channel": "books", "instId": symbol}, "action": action, "data": [row]}
    ).encode()


def followed(*frames: bytes) -> list[Any]:
    translator = dragoman.load("okx").translator(synced=True)
    return [
        event for frame in frames for event in translator.translate("ws", frame, product="spot", ts_init=1)
    ]


def test_a_chain_without_a_hole_comes_out_whole() -> None:
    level = ["143.20", "1", "0", "1"]
    events = followed(
        book("snapshot", -1, 10, [level]), book("update", 10, 15, [level]), book("update", 15, 15, [])
    )
    assert [event.sequence for event in events] == [10, 15, 15]


def test_numbers_that_begin_anew_keep_the_chain() -> None:
    level = ["143.20", "1", "0", "1"]
    events = followed(
        book("snapshot", -1, 900, [level]), book("update", 900, 3, [level]), book("update", 3, 5, [level])
    )
    assert [event.sequence for event in events] == [900, 3, 5]


def test_a_hole_costs_its_own_book_alone() -> None:
    level = ["143.20", "1", "0", "1"]
    events = followed(
        book("snapshot", -1, 10, [level]),
        book("snapshot", -1, 70, [level], "ETH-USDT"),
        book("update", 12, 13, [level]),
        book("update", 70, 71, [level], "ETH-USDT"),
        book("update", 13, 14, [level]),
    )
    assert [str(event.instrument_id) for event in events if isinstance(event, StreamGap)] == ["SOL-USDT.OKX"]
    after = [event for event in events if isinstance(event, OrderBookDeltas)]
    assert [event.sequence for event in after] == [10, 70, 71]


def subscription(**params: Any) -> Any:
    return subscribing(dragoman.load("okx").requests(environment="mainnet"), params)[2][0]


def test_two_instruments_of_one_channel_are_two_subscriptions() -> None:
    topics = {
        subscription(type="TradeTick", instrument_id=f"{pair}.OKX").topic for pair in ("SOL-USDT", "ETH-USDT")
    }
    assert topics == {"trades:SOL-USDT", "trades:ETH-USDT"}


def connection(name: str) -> Any:
    return next(
        each for each in dragoman.load("okx").module.Translator.tables.connections if each.name == name
    )


def classified(frame: bytes) -> Any:
    return Classifier(connection("stream"), tagged=True)(Frame(Opcode.TEXT, frame))


def test_an_acknowledgement_names_the_subscription_that_it_confirms() -> None:
    asked = subscription(type="Bar", bar_type="SOL-USDT.OKX-1-DAY-LAST-EXTERNAL")
    told = classified(b'{"event":"subscribe","arg":{"channel":"candle1D","instId":"SOL-USDT"},"connId":"a1"}')
    assert told == Ack(request_id=None, topics=(asked.topic,))


def test_a_refusal_tells_code_and_reason_with_and_without_its_argument() -> None:
    told = classified(
        b'{"event":"error","arg":{"channel":"trades","instId":"NO"},"code":"60018","msg":"none","connId":"a"}'
    )
    assert told == Refused(request_id=None, topics=("trades:NO",), code="60018", reason="none")
    told = classified(b'{"event":"error","code":"60012","msg":"Invalid request","connId":"a"}')
    assert told == Refused(request_id=None, topics=(), code="60012", reason="Invalid request")


def test_the_text_that_answers_a_ping_is_no_message() -> None:
    requests = dragoman.load("okx").requests(environment="mainnet")
    line = address(requests.interface, requests.environment, requests.interface.channels["trades"], "spot")
    facts = session_facts(requests, connection("stream"), line)
    assert facts.heartbeat is not None and facts.heartbeat.payload(0) == "ping"
    assert facts.classify(Frame(Opcode.TEXT, b"pong")) == Pong()


def test_bars_have_another_address_than_trades() -> None:
    requests = dragoman.load("okx").requests(environment="mainnet")
    addresses = [
        address(requests.interface, requests.environment, requests.interface.channels[name], "spot").url
        for name in ("trades", "candles")
    ]
    assert addresses == ["wss://ws.okx.com:8443/ws/v5/public", "wss://ws.okx.com:8443/ws/v5/business"]
