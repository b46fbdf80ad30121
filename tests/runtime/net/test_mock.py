"""The venue without sockets, which users of the library test with as well."""

from __future__ import annotations

import asyncio

import pytest
from dragoman.errors import ConnectionLost
from dragoman.net.backend import Clock, Connector, HttpBackend
from dragoman.net.http import HttpxBackend
from dragoman.net.mock import MockConnector, MockHttp, VirtualClock
from dragoman.net.tcp import TcpConnector
from dragoman.net.websocket import WebSocketConnector
from dragoman.net.wire import Opcode, Request, Response


def test_mock_and_real_backends_fill_the_same_seam() -> None:
    http: list[HttpBackend] = [MockHttp(), HttpxBackend()]
    connectors: list[Connector] = [MockConnector(), WebSocketConnector(), TcpConnector()]
    clock: Clock = VirtualClock()
    assert len(http) == 2 and len(connectors) == 3 and clock.monotonic_ns() == 0


def test_sleepers_wake_in_the_order_in_which_they_are_due() -> None:
    async def test() -> None:
        clock, woken = VirtualClock(start_ns=100), list[tuple[str, int]]()

        async def sleeper(name: str, *durations: int) -> None:
            for duration in durations:
                await clock.sleep(duration)
                woken.append((name, clock.now_ns()))

        tasks = [asyncio.create_task(sleeper("a", 30)), asyncio.create_task(sleeper("b", 10, 10, 50))]
        await clock.advance(50)
        assert woken == [("b", 110), ("b", 120), ("a", 130)] and clock.now_ns() == 150
        for task in tasks:
            task.cancel()

    asyncio.run(test())


def test_a_script_answers_in_order_and_says_when_it_is_used_up() -> None:
    async def test() -> None:
        request = Request(method="GET", url="https://h/x")
        mock = MockHttp([Response(status=200), lambda asked: Response(status=201, body=asked.url.encode())])
        assert (await mock.send(request, timeout_ns=1)).status == 200
        assert (await mock.send(request, timeout_ns=1)).body == b"https://h/x"
        with pytest.raises(AssertionError, match="no answer left for request 3"):
            await mock.send(request, timeout_ns=1)

    asyncio.run(test())


def test_a_connection_gives_what_was_fed_before_it_is_dropped() -> None:
    async def test() -> None:
        connection = await MockConnector().connect("wss://h")
        connection.feed("text")
        connection.feed(b"bytes")
        connection.drop()
        frames = [await connection.receive(), await connection.receive()]
        assert [frame.opcode for frame in frames if frame] == [Opcode.TEXT, Opcode.BINARY]
        with pytest.raises(ConnectionLost):
            await connection.receive()
        with pytest.raises(ConnectionLost):
            await connection.send("late")

    asyncio.run(test())
