"""pybit's streams against a simulated venue: the public market, the account's orders, and orders sent over a connection."""

import threading
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from pybit.unified_trading import WebSocket, WebSocketTrading

from tests.peers.steps import Failed, Steps, need

STREAM = "wss://stream.bybit.com"
SECONDS = 20


def domain(steps: Steps) -> str:
    """What the client is told as the venue's domain, so that `wss://stream.DOMAIN.com/path` leads to loopback.

    What stands before the @ of an address is a user's name, and the host's own name goes on as the path's first part.
    """
    return f"pybit@{steps.secure(STREAM).removeprefix('wss://').removesuffix('.com')}"


def pointed(steps: Steps) -> dict[str, Any]:
    return {
        "testnet": False,
        "domain": domain(steps),
        "api_key": steps.credentials["key"],
        "api_secret": steps.credentials["secret"],
        "restart_on_error": False,
        "private_auth_expire": 5,
    }


class Waiting:
    """Keeps what a callback is given, and waits for what is wanted of it."""

    def __init__(self) -> None:
        self._came: list[Any] = []
        self._changed = threading.Condition()

    def take(self, message: Any) -> None:
        with self._changed:
            self._came.append(message)
            self._changed.notify_all()

    def until(self, wanted: Callable[[list[Any]], Any]) -> Any:
        """What `wanted` finds in all that came."""
        with self._changed:
            found = self._changed.wait_for(lambda: wanted(self._came), SECONDS)
        if not found:
            raise Failed(f"{len(self._came)} messages came, {self._came[-1:]}")
        return found


def watched(steps: Steps, category: str, ask: Callable[[Any, Any], None]) -> str:
    """Five messages of a public topic."""
    stream, heard = WebSocket(channel_type=category, **pointed(steps)), Waiting()
    try:
        ask(stream, heard.take)
        return f"{len(heard.until(lambda came: came[4:] and came))} messages"
    finally:
        stream.exit()


def public(steps: Steps, category: str, symbol: str) -> None:
    trades = partial(watched, steps, category, lambda stream, take: stream.trade_stream(symbol, take))
    books = partial(watched, steps, category, lambda stream, take: stream.orderbook_stream(50, symbol, take))
    steps.do(f"watch trades {category}", trades)
    steps.do(f"watch book {category}", books)


class Desk:
    """Orders over a connection, and what the private stream tells of them."""

    def __init__(self, steps: Steps) -> None:
        self.private = WebSocket(channel_type="private", **pointed(steps))
        self.heard = Waiting()
        self.private.order_stream(self.heard.take)
        self.trading = WebSocketTrading(**pointed(steps))

    def close(self) -> None:
        self.private.exit()
        self.trading.exit()

    def done(self, name: str, **params: Any) -> Any:
        """The result of a request over the connection, or Failed with what the venue said."""
        answers = Waiting()
        getattr(self.trading, name)(answers.take, answers.take, **params)
        answer = answers.until(lambda came: came)[0]
        need(answer["retCode"] == 0, f"{answer['retCode']} {answer['retMsg']}")
        return answer["data"]

    def told(self, order: str, status: str) -> str:
        """Waits until the private stream has told that an order is in a state."""

        def found(came: list[Any]) -> bool:
            rows = [row for message in came for row in message["data"]]
            return any(row["orderId"] == order and row["orderStatus"] in status.split("/") for row in rows)

        self.heard.until(found)
        return f"order {order} is {status}"


def trading(steps: Steps, desk: Desk, category: str, symbol: str, terms: dict[str, Any]) -> None:
    """An order that rests, is changed and taken back; the private stream tells each."""
    asked = {"category": category, "symbol": symbol}
    placed: dict[str, Any] = {}

    def place() -> str:
        done = desk.done(
            "place_order", **asked, side="Buy", orderType="Limit", qty=terms["qty"], price=terms["price"]
        )
        placed["orderId"] = done["orderId"]
        return desk.told(placed["orderId"], "New/Created")

    def amend() -> str:
        price = str(Decimal(terms["price"]) + terms["step"])
        desk.done("amend_order", **asked, orderId=placed["orderId"], price=price)
        return f"price {price}"

    def cancel() -> str:
        desk.done("cancel_order", **asked, orderId=placed["orderId"])
        return desk.told(placed["orderId"], "Cancelled")

    steps.do(f"stream place {category}", place)
    steps.do(f"stream amend {category}", amend)
    steps.do(f"stream cancel {category}", cancel)


def streams(steps: Steps, terms: dict[str, dict[str, Any]]) -> None:
    """Every product's streams; `terms` are size, price and step of an order that rests, by product."""
    for category, symbol in steps.symbols.items():
        public(steps, category, symbol)
    made: list[Desk] = []
    steps.do("private stream", lambda: made.append(Desk(steps)))
    for desk in made:
        for category, symbol in steps.symbols.items():
            trading(steps, desk, category, symbol, terms[category])
        desk.close()
