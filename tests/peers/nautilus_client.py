"""NautilusTrader's own clients, those of its core in Rust, against a simulated venue: markets, history, streams and orders."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from tests.peers.nautilus_core import core
from tests.peers.steps import Steps, need

PAUSE = 0.4
"""Between two connections: some venues take three a second from an address."""


def desk(venue: str, steps: Steps) -> Any:
    """The clients of one venue, pointed at the simulation."""
    if venue == "bybit":
        from tests.peers.nautilus_bybit import Bybit

        return Bybit(steps)
    if venue == "okx":
        from tests.peers.nautilus_okx import Okx

        return Okx(steps)
    from tests.peers.nautilus_bitmex import Bitmex

    return Bitmex(steps)


async def counted(rows: Awaitable[Any]) -> str:
    found = await rows
    need(found, "nothing came")
    return f"{len(found)} rows"


async def watched(venue: Any, product: str, name: str, ask: Any, identity: Any) -> str:
    """Five messages of a public stream that is closed again."""
    stream, heard = await venue.public(product)
    await ask(stream, identity)
    found = await heard.until(lambda came: came[4:] and came)
    await stream.close()
    return f"{len(found)} {name}"


async def market_data(steps: Steps, venue: Any, product: str, symbol: str) -> None:
    identity = core.InstrumentId.from_str(symbol)
    bars = core.BarType.from_str(f"{symbol}-1-MINUTE-LAST-EXTERNAL")
    await _do(steps, f"markets {product}", lambda: counted(venue.markets(product)))
    await _do(steps, f"trades {product}", lambda: counted(venue.trades(product, identity)))
    await _do(steps, f"klines {product}", lambda: counted(venue.bars(product, bars)))
    for name, ask in (("trades", venue.ask_trades), ("book", venue.ask_book)):
        await asyncio.sleep(PAUSE)
        await _do(
            steps,
            f"watch {name} {product}",
            partial(watched, venue, product, name, ask, identity),
        )


async def trading(steps: Steps, venue: Any, product: str, symbol: str) -> None:
    """An order that rests, is changed and taken back, one that trades; the private stream tells each."""
    order = venue.order(product, core.InstrumentId.from_str(symbol))
    taking = venue.order(product, order.instrument_id)

    async def place() -> str:
        await venue.place(order)
        return str(await venue.told(order, "ACCEPTED"))

    async def amend() -> str:
        await venue.amend(order, venue.price("1001"))
        return str(await venue.changed(order))

    async def cancel() -> str:
        await venue.cancel(order)
        return str(await venue.told(order, "CANCELED"))

    async def trade() -> str:
        await venue.take(taking)
        return str(await venue.filled(taking))

    await _do(steps, f"place {product}", place)
    await _do(steps, f"amend {product}", amend)
    await _do(steps, f"cancel {product}", cancel)
    await _do(steps, f"trade {product}", trade)
    await _do(steps, f"own trades {product}", lambda: counted(venue.fills(taking)))
    if venue.has_positions(product):
        await _do(steps, f"positions {product}", lambda: counted(venue.positions(taking)))


async def _do(steps: Steps, step: str, action: Callable[[], Awaitable[str]]) -> None:
    """As `Steps.do`, for what is waited for."""
    try:
        detail = await action()
    except Exception as error:
        steps.tell(step, False, f"{type(error).__name__}: {error}")
    else:
        steps.tell(step, True, detail)


async def run(steps: Steps, venue: Any) -> None:
    for product, symbol in steps.symbols.items():
        await market_data(steps, venue, product, symbol)
    await asyncio.sleep(1)
    await _do(steps, "account", venue.account)
    await _do(steps, "private stream", venue.open)
    for product, symbol in steps.symbols.items():
        await trading(steps, venue, product, symbol)


def main() -> None:
    steps = Steps()
    asyncio.run(run(steps, desk(sys.argv[1], steps)))


if __name__ == "__main__":
    main()
