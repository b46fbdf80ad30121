"""What schedules have to know of each venue: what is followed and traded, and which losses its wire lets anybody see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Over = Literal["http", "ws"]


@dataclass(frozen=True, slots=True)
class Wire:
    """One venue: `products` are followed, `traded` are traded, `over` are the ways that its orders go."""

    products: tuple[str, ...]
    traded: tuple[str, ...]
    over: tuple[Over, ...]
    numbered: tuple[bytes, ...] = ()
    """What stands in the frames that are numbered, so that one which is lost is missed; without any, frames are not swapped either."""
    counted: tuple[bytes, ...] = ()
    """What stands in the frames that are counted: of these one is only missed by who has had one before it."""
    trees: bool = False
    """Whether it tells trees of ladders, whole and then as changes."""
    beside: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Product -> what a subscription to its trades says beside the instruments."""

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Product -> the forms of lists that it takes in one; "" of every other."""

    def forms(self, product: str) -> tuple[str, ...]:
        """What can be sent beside plain orders one by one."""
        return ("batch", *self.lists.get(product, self.lists.get("", ())))

    def is_numbered(self, data: bytes) -> bool:
        """Whether the numbers of the frames that follow show that this one is missing."""
        return any(mark in data[:120] for mark in self.numbered)

    def is_counted(self, data: bytes) -> bool:
        """Whether the next count shows that this frame is missing, to who has had the one before."""
        return any(mark in data[:120] for mark in self.counted)

    def may_swap(self, data: bytes) -> bool:
        """Whether a frame may come after the next one; what has no numbers has to come as it was sent."""
        return bool(self.numbered)


WIRES: Mapping[str, Wire] = {
    "binance": Wire(
        products=("spot", "usdm", "coinm"),
        traded=("spot", "usdm", "coinm"),
        over=("http", "ws"),
        numbered=(b"@depth",),
        counted=(b"@aggTrade", b"@trade"),
        lists={"spot": ("stop", "pair", "waiting pair", "entry", "bracket"), "": ("stop",)},
    ),
    "bybit": Wire(
        products=("spot", "linear", "inverse", "option"),
        traded=("spot", "linear", "inverse", "option"),
        over=("http", "ws"),
        numbered=(b'"orderbook.',),
        beside={"option": {"base_coin": "ETH"}},
        lists={"spot": ("stop",), "option": (), "": ("stop", "entry", "bracket")},
    ),
    "okx": Wire(
        products=("spot", "swap", "futures", "option"),
        traded=("spot", "swap", "futures"),
        over=("http", "ws"),
        numbered=(b'"channel":"books"',),
        lists={"": ("stop", "waiting pair", "entry", "bracket")},
    ),
    "bitmex": Wire(
        products=("perpetual", "future", "spot"),
        traded=("perpetual", "future", "spot"),
        over=("http",),
        lists={"": ("stop", "pair", "waiting pair", "entry", "bracket")},
    ),
    "betfair": Wire(products=("exchange",), traded=(), over=(), trees=True),
}
