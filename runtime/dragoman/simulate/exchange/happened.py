"""What comes out of the exchange beside public market data."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from dragoman.model import (
    AccountState,
    FillReport,
    OrderBookDeltas,
    OrderStatusReport,
    PositionStatusReport,
    QuoteTick,
    TradeTick,
)
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.working import Working

Change = Literal["accepted", "filled", "updated", "triggered", "stands", "canceled", "expired"]


class OrderChange:
    """One change of one order: its state then, with the fill where that is what changed it; the report is made when it is asked for."""

    __slots__ = ("_now_ns", "_state", "account", "change", "fill", "order")

    def __init__(self, order: Working, change: Change, now_ns: int, fill: FillReport | None = None) -> None:
        self.order = order
        self.account = order.account
        self.change = change
        self.fill = fill
        self._state = order.state()
        self._now_ns = now_ns

    @property
    def report(self) -> OrderStatusReport:
        """The order as it was after the change."""
        return self.order.report(self._now_ns, self._state)


class AccountChange(Struct, frozen=True):
    """Balances and positions that one action has changed, together."""

    account: Account
    state: AccountState | None
    positions: tuple[PositionStatusReport, ...]
    cause: Literal["order", "funding", "transfer", "settings"] = "order"


Public: TypeAlias = TradeTick | OrderBookDeltas | QuoteTick
Happened: TypeAlias = OrderChange | AccountChange | TradeTick | OrderBookDeltas | QuoteTick
