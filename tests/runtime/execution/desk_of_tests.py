"""A small venue that keeps orders, behind a live adapter: HTTP, a private stream, a connection for orders, and scripted mishaps."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dragoman.errors import RequestCut
from dragoman.model import InstrumentId, LimitOrder, MarketIfTouchedOrder, Order, OrderSide, StopMarketOrder
from dragoman.net.mock import MockConnection, MockConnector, MockHttp, VirtualClock, settle
from dragoman.net.wire import Request, Response

from tests.generator.commands.mini import load

SECOND = 1_000_000_000
SPOT = InstrumentId("AAABBB-SPOT.TRADING")
LINEAR = InstrumentId("AAABBB-LINEAR.TRADING")
KEYS = {"api_key": "the-key", "api_secret": "the-secret"}
Mishap = Exception | Response | str
"""What befalls the next command instead of an answer; `lost` lets the venue act and loses the answer."""


def limit(tag: str | None = "C-1", **more: Any) -> LimitOrder:
    known = {"instrument_id": SPOT, "quantity": Decimal("5"), "price": Decimal("10"), **more}
    return LimitOrder(order_side=OrderSide.BUY, client_order_id=tag, **known)


def stop(tag: str = "C-1", **more: Any) -> Order:
    known = {"instrument_id": LINEAR, "quantity": Decimal("5"), "trigger_price": Decimal("10"), **more}
    return StopMarketOrder(order_side=OrderSide.BUY, client_order_id=tag, **known)


def touch(tag: str = "C-1", **more: Any) -> Order:
    """An order of which the venue is told no id of ours."""
    known = {"instrument_id": LINEAR, "quantity": Decimal("5"), "trigger_price": Decimal("10"), **more}
    return MarketIfTouchedOrder(order_side=OrderSide.SELL, client_order_id=tag, **known)


class Desk:
    """The venue's own truth: `orders` and `fills` as it answers with them."""

    def __init__(self, **more: Any) -> None:
        self.clock = VirtualClock()
        self.http = MockHttp(otherwise=self.answer)
        self.connector = MockConnector(self.clock, on_send=self.on_frame)
        self.orders: dict[str, dict[str, Any]] = {}
        self.fills: list[dict[str, Any]] = []
        self.mishaps: list[Mishap] = []
        self.errors: list[Exception] = []
        self.refused: dict[str, int] = {}
        """Tag -> code that the venue refuses it with."""
        self.until_ms = 0
        """Over the connection for orders: before which moment no more is taken."""
        self.told: list[Any] = []
        self.is_silent = self.is_deaf = False
        """On the connection for orders: acts and does not answer, or does neither."""
        self.adapter = load("trading").adapter(
            credentials=KEYS,
            http=self.http,
            connector=self.connector,
            clock=self.clock,
            on_error=self.errors.append,
            seed=1,
            **{"check_every_ns": None, **more},
        )
        self.is_failing = False
        """Whether every question is answered with an error."""
        self.without = ""
        """The one question that is."""
        self._listener: asyncio.Task[None] | None = None

    # -- what the user does --------------------------------------------------------------------------------------------

    async def listen(self) -> None:
        """Collect what the account's stream yields."""

        async def collect() -> None:
            async for event in self.adapter.subscribe_account():
                self.told.append(event)

        self._listener = asyncio.create_task(collect())
        await rest()

    async def leave(self) -> None:
        if self._listener is not None:
            self._listener.cancel()
            await asyncio.gather(self._listener, return_exceptions=True)

    def kinds(self) -> list[str]:
        return [type(each).__name__ for each in self.told]

    # -- what the venue does -------------------------------------------------------------------------------------------

    def now_ms(self) -> int:
        return self.clock.now_ns() // 1_000_000

    def place(self, said: dict[str, Any]) -> dict[str, Any]:
        tag = said.get("tag")
        if tag in self.refused:
            return {"code": self.refused[tag], "msg": "no", "tag": tag}
        identity = f"V-{len(self.orders) + 1}"
        row = {"market": said["market"], "symbol": said["symbol"], "orderId": identity, "tag": tag}
        row |= {"way": said["way"], "kind": said["kind"], "life": said.get("life", "gtc"), "state": "new"}
        row |= {"size": said["size"], "filled": "0", "price": said.get("price"), "trip": said.get("trip")}
        self.orders[identity] = row | {"ts": self.now_ms()}
        # Who names no order is told no name.
        return {"code": 0, "tag": None} if tag is None else {"code": 0, "orderId": identity, "tag": tag}

    def drop(self, said: dict[str, Any]) -> dict[str, Any]:
        row = self.find(said)
        if row is None or row["state"] not in ("new", "part"):
            return {"code": 20, "msg": "gone", "tag": said.get("tag")}
        row |= {"state": "gone", "ts": self.now_ms()}
        return {"code": 0, "orderId": row["orderId"], "tag": row["tag"]}

    def change(self, said: dict[str, Any]) -> dict[str, Any]:
        row = self.find(said)
        if row is None:
            return {"code": 20, "msg": "gone"}
        row |= {name: said[name] for name in ("size", "price") if name in said}
        row["ts"] = self.now_ms()
        return {"code": 0, "orderId": row["orderId"], "tag": row["tag"]}

    def fill(self, identity: str, size: str, trade: str) -> dict[str, Any]:
        """Fill a part of an order; returns the fill as the venue tells it."""
        row = self.orders[identity]
        filled = Decimal(row["filled"]) + Decimal(size)
        row |= {"filled": str(filled), "mean": "10", "ts": self.now_ms()}
        row["state"] = "done" if filled == Decimal(row["size"]) else "part"
        told = {name: row[name] for name in ("market", "symbol", "orderId", "tag", "way")}
        told |= {"trade": trade, "size": size, "price": "10", "fee": "0.1", "ts": self.now_ms()}
        self.fills.append(told)
        return told

    def find(self, said: dict[str, Any]) -> dict[str, Any] | None:
        for row in self.orders.values():
            if said.get("orderId") in (row["orderId"],) or (said.get("tag") and said["tag"] == row["tag"]):
                return row
        return None

    # -- how it says it ------------------------------------------------------------------------------------------------

    def answer(self, request: Request) -> Response:
        query = dict(request.query)
        body = json.loads(request.body) if request.body else {}
        key = f"{request.method} {request.path}"
        is_command = request.method != "GET"
        mishap = self.mishaps.pop(0) if is_command and self.mishaps else None
        if isinstance(mishap, Response):
            return mishap
        if isinstance(mishap, Exception):
            raise mishap
        if (self.is_failing and not is_command) or key == self.without:
            return ok({"code": 10, "msg": "not now"})
        found = ok(self.carried(key, body, query))
        if mishap == "lost":
            raise _lost()
        return found

    def carried(self, key: str, body: dict[str, Any], query: dict[str, str]) -> dict[str, Any]:
        singles: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "POST /order": self.place,
            "PUT /order": self.change,
            "POST /drop": self.drop,
        }
        if key in singles:
            row = singles[key](body)
            return {"code": row["code"], "data": [row]}
        if key in ("POST /orders", "POST /drops"):
            single = self.place if key == "POST /orders" else self.drop
            rows = [single(each) for each in body["orders"]]
            return {"code": int(any(row["code"] for row in rows)), "data": rows}
        if key == "POST /drop-all":
            for row in self.orders.values():
                self.drop({"orderId": row["orderId"]})
            return {"code": 0, "data": []}
        if key == "POST /leverage":
            return {"code": 0, "data": []}
        return self.asked(key, query)

    def asked(self, key: str, query: dict[str, str]) -> dict[str, Any]:
        orders = list(self.orders.values())
        match key:
            case "GET /order":
                row = self.find(query)
                return {"code": 20, "msg": "unknown"} if row is None else {"code": 0, "data": [row]}
            case "GET /orders":
                kept = [each for each in orders if each["state"] in ("new", "part", "triggered")]
                return {
                    "code": 0,
                    "data": [each for each in kept if query.get("market") in (None, each["market"])],
                }
            case "GET /history" | "GET /fills":
                rows = orders if key == "GET /history" else self.fills
                kept = [each for each in rows if each["ts"] >= int(query.get("begin", 0))]
                start, size = int(query.get("cursor", 0)), int(query["limit"])
                part = kept[start : start + size]
                more = str(start + size) if start + size < len(kept) else ""
                return {"code": 0, "data": part, "next": more}
            case "GET /positions":
                row = {
                    "market": "linear",
                    "symbol": "AAABBB",
                    "net": "-3",
                    "entry": "10",
                    "ts": self.now_ms(),
                }
                return {"code": 0, "data": [row]}
            case "GET /wallet":
                coin = {"coin": "BBB", "total": "100", "free": "60"}
                return {"code": 0, "data": [coin], "ts": self.now_ms()}
        raise AssertionError(key)

    def on_frame(self, connection: MockConnection, sent: bytes) -> None:
        said = json.loads(sent)
        if said["op"] == "login":
            connection.feed('{"login":true}')
        elif said["op"] == "subscribe":
            for topic in said["args"]:
                connection.feed(json.dumps({"event": "subscribed", "arg": topic}))
        elif not self.is_deaf:
            args = said["args"]
            if said["op"] == "order.many":
                rows = [self.place(each) for each in args]
            else:
                rows = [self.place(args[0]) if said["op"] == "order.place" else self.drop(args[0])]
            answer = {"reqId": said["reqId"], "code": rows[0]["code"], "result": rows, "status": 200}
            if self.until_ms:
                answer["until"] = self.until_ms
            if not self.is_silent:
                connection.feed(json.dumps(answer))

    @property
    def private(self) -> MockConnection:
        """The open private stream."""
        return [each for each in self.connector.connections if "private" in each.url][-1]

    @property
    def desk(self) -> MockConnection:
        """The open connection for orders."""
        return [each for each in self.connector.connections if "orders" in each.url][-1]

    def tell(self, topic: str, *rows: dict[str, Any]) -> None:
        """Say something on the private stream."""
        self.private.feed(json.dumps({"topic": topic, "data": rows}))

    def tell_order(self, identity: str, **more: Any) -> None:
        self.tell("orders", {**self.orders[identity], **more})


def ok(body: Any) -> Response:
    return Response(status=200, body=json.dumps(body).encode())


def _lost() -> Exception:
    return RequestCut("trading_case", "command", "cut by the test")


async def rest() -> None:
    """Let everything that can happen now happen."""
    for _ in range(6):
        await settle()


def run(work: Any) -> None:
    asyncio.run(work)
