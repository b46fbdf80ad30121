"""python-okx's streams against a simulated venue: the public market, the account's orders, and orders sent over a connection."""

import asyncio
import itertools
import json
from collections.abc import Awaitable, Callable
from decimal import Decimal
from functools import partial
from typing import Any

from okx.websocket.WsPrivateAsync import WsPrivateAsync
from okx.websocket.WsPublicAsync import WsPublicAsync

from tests.peers.steps import Steps, need

STREAM = "wss://ws.okx.com:8443"
SECONDS = 20
PAUSE = 0.4
"""Between two connections: the venue takes three a second from an address."""
GONE = "canceled"


class Waiting:
    """Keeps what a callback is given, and waits for what is wanted of it."""

    def __init__(self) -> None:
        self._came: list[Any] = []
        self._changed = asyncio.Condition()

    def take(self, text: str) -> None:
        message = json.loads(text)
        need(message.get("event") != "error", text)
        self._came.append(message)
        asyncio.get_running_loop().create_task(self._wake())

    async def _wake(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def until(self, wanted: Callable[[list[Any]], Any]) -> Any:
        """What `wanted` finds in all that came."""
        try:
            async with self._changed:
                return await asyncio.wait_for(self._changed.wait_for(lambda: wanted(self._came)), SECONDS)
        except TimeoutError:
            raise TimeoutError(f"{len(self._came)} messages came, {self._came[-1:]}") from None


async def watched(steps: Steps, channel: str, symbol: str) -> str:
    """Five messages of a public channel."""
    heard = Waiting()
    await asyncio.sleep(PAUSE)
    stream = WsPublicAsync(url=f"{steps.secure(STREAM)}/ws/v5/public")
    await stream.start()
    try:
        await stream.subscribe([{"channel": channel, "instId": symbol}], heard.take)
        rows = await heard.until(lambda came: len(found := [m for m in came if "data" in m]) >= 5 and found)
    finally:
        await stream.stop()
    return f"{len(rows)} messages"


class Desk:
    """Orders over the private connection, which tells of them too."""

    def __init__(self, steps: Steps) -> None:
        given = steps.credentials
        self.stream = WsPrivateAsync(
            given["key"], given["passphrase"], given["secret"], f"{steps.secure(STREAM)}/ws/v5/private"
        )
        self.heard = Waiting()
        self._numbers = itertools.count(1)

    async def open(self) -> str:
        await self.stream.start()
        await self.stream.subscribe([{"channel": "orders", "instType": "ANY"}], self.heard.take)
        await self.heard.until(lambda came: any(each.get("event") == "subscribe" for each in came))
        return "logged on, subscribed to orders"

    async def done(self, name: str, **terms: Any) -> Any:
        """The row that answers a request over the connection."""
        number = str(next(self._numbers))
        await getattr(self.stream, name)([terms], id=number)
        answer = await self.heard.until(
            lambda came: next((each for each in came if each.get("id") == number), None)
        )
        (row,) = answer["data"]
        need(str(answer["code"]) == "0" and str(row["sCode"]) == "0", str(answer))
        return row

    async def told(self, order: str, state: str) -> str:
        """Waits until the stream has told that an order is in a state."""

        def found(came: list[Any]) -> bool:
            rows = [row for each in came for row in each.get("data", ()) if "state" in row]
            return any(row["ordId"] == order and row["state"] == state for row in rows)

        await self.heard.until(found)
        return f"order {order} is {state}"


async def trading(steps: Steps, desk: Desk, product: str, symbol: str, terms: dict[str, Any]) -> None:
    """An order that rests, is changed and taken back; the stream tells each."""
    placed: dict[str, Any] = {}

    async def place() -> str:
        mode = "cash" if product == "spot" else "cross"
        order = {"instId": symbol, "tdMode": mode, "side": "buy", "ordType": "limit"}
        placed.update(await desk.done("place_order", **order, sz=terms["sz"], px=terms["px"]))
        return await desk.told(placed["ordId"], "live")

    async def amend() -> str:
        price = str(Decimal(terms["px"]) + terms["step"])
        await desk.done("amend_order", instId=symbol, ordId=placed["ordId"], newPx=price)
        return f"price {price}"

    async def cancel() -> str:
        await desk.done("cancel_order", instId=symbol, ordId=placed["ordId"])
        return await desk.told(placed["ordId"], GONE)

    await _do(steps, f"stream place {product}", place)
    await _do(steps, f"stream amend {product}", amend)
    await _do(steps, f"stream cancel {product}", cancel)


async def streams(steps: Steps, terms: dict[str, dict[str, Any]]) -> None:
    """Every product's streams; `terms` are size, price and step of an order that rests, by product."""
    for product, symbol in steps.symbols.items():
        await _do(steps, f"watch trades {product}", partial(watched, steps, "trades", symbol))
        await _do(steps, f"watch book {product}", partial(watched, steps, "books", symbol))
    desk = Desk(steps)
    await _do(steps, "private stream", desk.open)
    for product, symbol in steps.symbols.items():
        await trading(steps, desk, product, symbol, terms[product])
    await desk.stream.stop()


async def _do(steps: Steps, step: str, action: Callable[[], Awaitable[str]]) -> None:
    """As `Steps.do`, for what is waited for."""
    try:
        detail = await action()
    except Exception as error:
        steps.tell(step, False, f"{type(error).__name__}: {error}")
    else:
        steps.tell(step, True, detail)
