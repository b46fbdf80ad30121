"""A scripted venue behind a live adapter: connections that acknowledge, HTTP that answers, time that the test moves."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, Protocol

import dragoman
from dragoman.model import OrderBookDeltas
from dragoman.net.mock import MockConnection, MockConnector, MockHttp, VirtualClock, settle
from dragoman.net.wire import Request, Response

SECOND = 1_000_000_000
PERP = "BTCUSDT-PERP.BINANCE"


def ok(body: Any) -> Response:
    return Response(status=200, body=json.dumps(body).encode())


class HasAdapter(Protocol):
    """A scene of whatever venue."""

    adapter: Any


class Scene:
    """One adapter with everything around it scripted."""

    def __init__(self, answer: Callable[[Request], Response] | None = None, **more: Any) -> None:
        self.clock = VirtualClock()
        self.http = MockHttp([], otherwise=answer or self.answer)
        self.connector = MockConnector(self.clock, on_send=self.acknowledge)
        self.errors: list[Exception] = []
        self.snapshot_id = 100
        self.snapshot_answers: list[Response] = []
        self.adapter = dragoman.load("binance").adapter(
            http=self.http,
            connector=self.connector,
            clock=self.clock,
            on_error=self.errors.append,
            credentials={},
            seed=1,
            **more,
        )

    def acknowledge(self, connection: MockConnection, sent: bytes) -> None:
        connection.feed(json.dumps({"result": None, "id": json.loads(sent)["id"]}))

    def answer(self, request: Request) -> Response:
        if self.snapshot_answers:
            return self.snapshot_answers.pop(0)
        return ok({"lastUpdateId": self.snapshot_id, "bids": [["10.0", "1"]], "asks": [["11.0", "1"]]})

    def trade(self, price: str = "10.5", identity: int = 1) -> None:
        data = {"e": "aggTrade", "E": 1, "s": "BTCUSDT", "a": identity, "p": price, "q": "1", "f": 1, "l": 1}
        self.frame("btcusdt@aggTrade", {**data, "T": 1_700_000_000_123, "m": False})

    def diff(self, first: int, last: int, previous: int, bids: list[list[str]]) -> None:
        data = {"e": "depthUpdate", "E": 1, "T": 2, "s": "BTCUSDT", "U": first, "u": last, "pu": previous}
        self.frame("btcusdt@depth@100ms", {**data, "b": bids, "a": []})

    def frame(self, stream: str, data: Any) -> None:
        self.connector.last.feed(json.dumps({"stream": stream, "data": data}, separators=(",", ":")))


class Listener:
    """Collects what a subscription yields, in the background."""

    def __init__(self, scene: HasAdapter, kind: type, *ids: str, **params: Any) -> None:
        self.events: list[Any] = []
        self.error: Exception | None = None
        self.task = asyncio.create_task(self._run(scene, kind, ids, params))

    async def _run(self, scene: HasAdapter, kind: type, ids: tuple[str, ...], params: dict[str, Any]) -> None:
        try:
            async for event in scene.adapter.subscribe(kind, *ids, **params):
                self.events.append(event)
        except Exception as error:
            self.error = error

    async def stop(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


async def rest() -> None:
    """Let everything that can happen now happen."""
    for _ in range(4):
        await settle()


def run(work: object) -> None:
    asyncio.run(work)  # type: ignore[arg-type]


async def synced(scene: Scene) -> Listener:
    """A book subscription with its snapshot joined."""
    books = Listener(scene, OrderBookDeltas, PERP)
    await rest()
    scene.diff(99, 101, 98, [["10.0", "5"]])
    await rest()
    await scene.clock.advance(SECOND)
    await rest()
    return books
