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
    watched: str = ""
    """What stands in the names of the topics whose silence is bounded: the end of another can't be told from a quiet market."""
    beside: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Product -> what a subscription to its trades says beside the instruments."""

    def may_drop(self, data: bytes) -> bool:
        """Whether a frame may vanish: the numbers of those that follow show it."""
        return any(mark in data[:120] for mark in self.numbered)

    def may_swap(self, data: bytes) -> bool:
        """Whether a frame may come after the next one; what has no numbers has to come as it was sent."""
        return bool(self.numbered)


WIRES: Mapping[str, Wire] = {
    "binance": Wire(
        products=("spot", "usdm", "coinm"),
        traded=("spot", "usdm", "coinm"),
        over=("http", "ws"),
        numbered=(b"@depth", b"@aggTrade", b"@trade"),
        watched="@depth",
    ),
    "bybit": Wire(
        products=("spot", "linear", "inverse", "option"),
        traded=("spot", "linear", "inverse", "option"),
        over=("http", "ws"),
        numbered=(b'"orderbook.',),
        beside={"option": {"base_coin": "ETH"}},
    ),
    "okx": Wire(
        products=("spot", "swap", "futures", "option"),
        traded=("spot", "swap", "futures"),
        over=("http", "ws"),
        numbered=(b'"channel":"books"',),
    ),
    "bitmex": Wire(
        products=("perpetual", "future", "spot"),
        traded=("perpetual", "future", "spot"),
        over=("http",),
    ),
}
