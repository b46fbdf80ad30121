"""What remembers what it is told lets go of the oldest, or takes nothing more, at its bound."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any

import pytest
from dragoman.adapter import holes
from dragoman.adapter.holes import Latest
from dragoman.adapter.repeats import Repeats
from dragoman.execution import waiting
from dragoman.execution.strangers import Others, Strangers
from dragoman.execution.tracked import TrackedOrder
from dragoman.execution.waiting import Waiting
from dragoman.machines import losses
from dragoman.machines.losses import Broken
from dragoman.model import (
    AggressorSide,
    FillReport,
    InstrumentId,
    LiquiditySide,
    Money,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    TimeInForce,
    TradeTick,
)
from dragoman.net import websocket_frames
from dragoman.net.websocket import WebSocketConnector
from dragoman.net.wire import Frame, Opcode
from dragoman.requests.classify import Classifier
from dragoman.session.messages import Data
from dragoman.translate.facts import Connection
from websockets.asyncio.server import ServerConnection, serve

ID = InstrumentId("AAABBB.VENUE")
ONE = Decimal(1)


def fill(order: str) -> FillReport:
    return FillReport(
        instrument_id=ID,
        venue_order_id=order,
        trade_id=f"T-{order}",
        order_side=OrderSide.BUY,
        last_qty=ONE,
        last_px=ONE,
        liquidity_side=LiquiditySide.TAKER,
        commission=Money(ONE, "USD"),
        ts_event=1,
        ts_init=1,
    )


def report(order: str) -> OrderStatusReport:
    return OrderStatusReport(
        instrument_id=ID,
        venue_order_id=order,
        order_side=OrderSide.BUY,
        order_type=OrderType.LIMIT,
        time_in_force=TimeInForce.GTC,
        order_status=OrderStatus.ACCEPTED,
        quantity=ONE,
        filled_qty=ONE * 0,
        ts_last=1,
        ts_init=1,
    )


def test_of_orders_that_nobody_here_sent_the_last_ones_are_known() -> None:
    strangers, others = Strangers(2), Others(2)
    for order in "ABAC":
        strangers.add(fill(order))
        others.is_news(report(order))
    assert [bool(strangers.take(ID, order)) for order in "ABC"] == [True, False, True]
    # What was told anew is no news of an order that stands as it did.
    assert [others.is_news(report(order)) for order in "CBA"] == [False, False, True]


def test_reports_that_wait_for_an_answer_are_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_MOST_HELD", 2)
    held = Waiting()
    held.expect(
        TrackedOrder(
            client_order_id="C",
            instrument_id=ID,
            order=None,
            side=OrderSide.BUY,
            type=OrderType.LIMIT,
            quantity=ONE,
        )
    )
    assert [held.hold(fill(each)) for each in "ABC"] == [True, True, False]
    assert len(held.take(ID, "A")) == 1 and held.hold(fill("C"))


def test_what_was_told_last_is_known_of_so_many_topics(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holes, "_MOST_TOPICS", 2)
    known = Latest("line", 1, lambda: 0)
    for topic in "abc":
        known.turn(topic)
        known.told = [fill(topic)]
    known.turn(None)
    assert list(known._known) == ["b", "c"]
    known.broke(2)
    for topic in "de":
        known.turn(topic)
        known.told = [fill(topic)]
    known.broke(3)
    assert list(known._before) == ["d", "e"]


def test_trades_that_were_told_are_known_by_instrument_and_so_many() -> None:
    repeats = Repeats(2)
    trades = [TradeTick(ID, ONE, ONE, AggressorSide.BUYER, each, 1, 1) for each in "ABC"]
    assert [repeats.seen(each) for each in (*trades, *trades)] == [False] * 6
    assert repeats.seen(trades[2]) and len(repeats._known[ID][0]) == 2


def test_a_parent_of_too_many_broken_children_is_broken_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(losses, "_MOST_CHILDREN", 2)
    broken = Broken(0)
    for child in "abc":
        broken.add(child)
    assert len(broken.children) == 2 and broken.whole


def test_topics_that_a_venue_makes_up_are_not_remembered_for_ever() -> None:
    told = Classifier(
        Connection(
            name="stream", source="ws", products=(), codec="json", channels=(), replies=(), topic_key="topic"
        )
    )
    for number in range(100_500):
        said = told(Frame(Opcode.TEXT, b'{"topic":"t%d","data":1}' % number, 1))
        assert said == Data(f"t{number}")
    assert len(told._topics) < 1_000


def test_a_venue_waits_for_who_does_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket_frames, "_MOST_WAITING", 100)
    sent: list[int] = []
    size = 10_000

    async def venue(connection: ServerConnection) -> None:
        for number in range(5_000):
            await connection.send(b"%d" % number + b"x" * size)
            sent.append(number)

    async def test() -> None:
        async with serve(venue, "127.0.0.1", 0, compression=None) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            connection: Any = await WebSocketConnector().connect(f"ws://127.0.0.1:{port}/")
            before = -1
            while len(sent) != before:  # until the venue can send no more
                before = len(sent)
                await asyncio.sleep(0.1)
            assert len(sent) < 5_000
            for number in range(5_000):
                frame = await connection.receive()
                assert frame is not None and frame.data == b"%d" % number + b"x" * size
            await connection.close()

    asyncio.run(test())
