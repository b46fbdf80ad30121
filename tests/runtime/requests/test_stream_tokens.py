"""Typed streams log in by themselves where their connection needs a token."""

from __future__ import annotations

import asyncio
import json
from importlib import import_module

from dragoman.net.mock import MockConnector, MockHttp, VirtualClock, settle
from dragoman.net.wire import Request, Response
from dragoman.requests.streams import BaseStreams

from tests.golden.golden_case import load


def test_a_typed_stream_gets_its_listen_key_and_ends_without_a_trace() -> None:
    async def play() -> None:
        clock = VirtualClock()
        connector = MockConnector(clock)
        opened: list[str] = []

        def answer(request: Request) -> Response:
            opened.append(request.operation)
            return Response(status=200, body=b'{"data": {"listenKey": "listen-1"}, "ok": true}')

        load("g_signing")
        made = import_module("dragoman_venues.ginkgo.client").Streams
        streams: BaseStreams = made(
            {"api_key": "the-key"}, connector=connector, clock=clock, http=MockHttp(otherwise=answer)
        )
        before = asyncio.all_tasks()
        fills = made.fills(streams)
        first = asyncio.create_task(anext(fills))
        await settle()
        assert connector.last.url == "wss://user.ginkgo.example/ws/listen-1"
        connector.last.feed(json.dumps({"kind": "fill", "s": "FIRUSD", "p": "1", "q": "2", "i": "7"}))
        assert (await first).id == "7"
        await clock.advance(31 * 60 * 1_000_000_000)
        assert opened == ["open_key", "keep_key"]
        await fills.aclose()
        assert asyncio.all_tasks() == before

    asyncio.run(play())
