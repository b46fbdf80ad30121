"""Rules of OKX that a single payload does not show: chains of books, and what tells subscriptions apart."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.model import (
    Accepted,
    ClientOrderId,
    CryptoPerpetual,
    InstrumentId,
    LimitOrder,
    OrderBookDeltas,
    OrderSide,
    Rejected,
    StreamGap,
    Unknown,
)
from dragoman.net.wire import Frame, Opcode
from dragoman.requests.classify import Classifier
from dragoman.requests.commands import prepared
from dragoman.requests.outcome import outcome
from dragoman.requests.sockets import socket_frame
from dragoman.requests.streaming import address, session_facts, subscribing
from dragoman.session.messages import Ack, AuthOk, Notice, Pong, Refused


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


def private(frame: bytes) -> Any:
    return Classifier(connection("private"), tagged=True)(Frame(Opcode.TEXT, frame))


def test_the_log_in_is_confirmed_or_refused() -> None:
    assert private(b'{"event":"login","code":"0","msg":"","connId":"a1"}') == AuthOk()
    refused = private(b'{"event":"error","code":"60009","msg":"Login failed.","connId":"a1"}')
    assert refused == Refused(request_id=None, topics=(), code="60009", reason="Login failed.")
    assert isinstance(private(b'{"event":"notice","code":"64008","msg":"Upgrade.","connId":"a1"}'), Notice)


@pytest.mark.parametrize(
    ("channel", "product", "frame"),
    [
        (
            "orders",
            "swap",
            b'{"event":"subscribe","arg":{"channel":"orders","instType":"ANY"},"connId":"a1"}',
        ),
        ("account", "spot", b'{"event":"subscribe","arg":{"channel":"account"},"connId":"a1"}'),
        ("spread_orders", "spread", b'{"event":"subscribe","arg":{"channel":"sprd-orders"},"connId":"a1"}'),
    ],
)
def test_private_channels_are_confirmed(channel: str, product: str, frame: bytes) -> None:
    asked = subscription(channel=channel, product=product)
    assert private(frame) == Ack(request_id=None, topics=(asked.topic,))


def test_private_channels_stand_on_two_addresses() -> None:
    requests = dragoman.load("okx").requests(environment="demo")
    urls = {
        name: address(requests.interface, requests.environment, requests.interface.channels[name], "swap").url
        for name in ("orders", "algo_orders", "books_l2")
    }
    assert urls == {
        "orders": "wss://wspap.okx.com:8443/ws/v5/private",
        "algo_orders": "wss://wspap.okx.com:8443/ws/v5/business",
        "books_l2": "wss://wspap.okx.com:8443/ws/v5/public",
    }


def outcome_of(action: str, rows: str, code: str = "0", message: str = "") -> Any:
    interface = dragoman.load("okx").requests(environment="mainnet").interface
    body = f'{{"code":"{code}","msg":"{message}","data":[{rows}]}}'
    return outcome(interface.commands[action], interface.errors, 200, body.encode(), "c1")


def test_an_answer_tells_what_became_of_its_order() -> None:
    taken = outcome_of("submit_order", '{"ordId":"79","clOrdId":"c1","sCode":"0","sMsg":""}')
    assert (type(taken), taken.venue_order_id) == (Accepted, "79")
    waiting = outcome_of("submit_order", '{"algoId":"66","algoClOrdId":"c1","sCode":"0","sMsg":""}')
    assert waiting.venue_order_id == "66"
    poor = outcome_of(
        "submit_order",
        '{"ordId":"","clOrdId":"c1","sCode":"51008","sMsg":"Order failed."}',
        "1",
        "All operations failed",
    )
    assert (type(poor), poor.code) == (Rejected, "51008")
    assert "the balance is too low" in poor.reason
    busy = outcome_of("submit_order", "", "50011", "Too Many Requests")
    assert (type(busy), busy.code) == (Rejected, "50011")
    lost = outcome_of("submit_order", "", "50004", "API endpoint request timeout")
    assert type(lost) is Unknown


SWAP = CryptoPerpetual(
    instrument_id=InstrumentId("SOL-USDT-SWAP.OKX"),
    raw_symbol="SOL-USDT-SWAP",
    base_currency="SOL",
    quote_currency="USDT",
    settlement_currency="USDT",
    price_precision=2,
    price_increment=Decimal("0.01"),
    size_increment=Decimal("0.01"),
    size_precision=2,
    info={"inst_id_code": 4004},
)
ORDER = LimitOrder(
    instrument_id=SWAP.instrument_id,
    order_side=OrderSide.BUY,
    quantity=Decimal("2"),
    price=Decimal("140.5"),
    client_order_id=ClientOrderId("c1"),
)


def test_orders_over_the_stream_name_the_number_of_the_instrument() -> None:
    keys = {"api_key": "k", "api_secret": "s", "passphrase": "p"}
    requests = dragoman.load("okx").requests(keys, [SWAP])
    ready = prepared(requests, "submit_order", {"order": ORDER})
    frame = json.loads(socket_frame(requests, "private", ready.operation, "swap", ready.checked, 7))
    (sent,) = frame["args"]
    assert (frame["id"], frame["op"]) == ("7", "order")
    assert (sent["instIdCode"], sent["instId"], sent["clOrdId"]) == (4004, "SOL-USDT-SWAP", "c1")
    over_http = json.loads(requests.build("submit_order", order=ORDER).body)
    assert "instIdCode" not in over_http


def test_batches_over_the_stream_name_the_number_of_each_instrument() -> None:
    keys = {"api_key": "k", "api_secret": "s", "passphrase": "p"}
    requests = dragoman.load("okx").requests(keys, [SWAP])
    ready = prepared(requests, "submit_order_list", {"orders": [ORDER, ORDER]})
    frame = json.loads(socket_frame(requests, "private", ready.operation, "swap", ready.checked, 8))
    assert frame["op"] == "batch-orders"
    assert [entry["instIdCode"] for entry in frame["args"]] == [4004, 4004]
    over_http = json.loads(requests.build("submit_order_list", orders=[ORDER]).body)
    assert over_http[0]["instId"] == "SOL-USDT-SWAP" and "instIdCode" not in over_http[0]
