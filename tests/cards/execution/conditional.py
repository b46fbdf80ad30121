"""Orders that wait for a price."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.cards.execution.orders import (
    BUY,
    SELL,
    stop_limit,
    stop_market,
    takes,
    touched_limit,
    touched_market,
)
from tests.cards.execution.trader import trading
from tests.cards.registry import card, holds
from tests.cards.scene import Scene


async def waits(scene: Scene, order: Any) -> None:
    """The order is taken, and the venue tells it among those that are open, with its trigger."""
    async with trading(scene) as trader:
        identity = await trader.rest(order)
        found = (await trader.open_orders()).get(identity)
        holds(found is not None, "the venue does not list it as open")
        assert found is not None
        for name in ("trigger_price", "order_side", "price"):
            meant = getattr(order, name, None)
            holds(
                meant is None or getattr(found, name) == meant,
                f"{name} is {getattr(found, name)}, {meant} was sent",
            )


_KINDS: tuple[tuple[str, str, Any], ...] = (
    ("E20", "a stop order", stop_market),
    ("E22", "a stop order with a limit", stop_limit),
    ("E24", "an order for a touched price", touched_market),
    ("E26", "an order for a touched price with a limit", touched_limit),
)


def _register() -> None:
    for name, what, maker in _KINDS:
        for offset, side, word in ((0, BUY, "buy"), (1, SELL, "sell")):
            number = f"E{int(name[1:]) + offset}"

            async def waiting(scene: Scene, maker: Any = maker, side: Any = side) -> None:
                await waits(scene, maker(scene.line, side))

            card(number, f"{what} to {word} waits for its price", takes(partial(maker, side=side)))(waiting)


_register()
