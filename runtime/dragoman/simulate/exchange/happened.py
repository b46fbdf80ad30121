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

Change = Literal["accepted", "filled", "updated", "triggered", "canceled", "expired"]


class OrderChange(Struct, frozen=True):
    """One change of one order: its state afterwards, with the fill where that is what changed it."""

    account: Account
    change: Change
    report: OrderStatusReport
    fill: FillReport | None = None


class AccountChange(Struct, frozen=True):
    """Balances and positions that one action has changed, together."""

    account: Account
    state: AccountState | None
    positions: tuple[PositionStatusReport, ...]
    cause: Literal["order", "funding", "transfer", "settings"] = "order"


Public: TypeAlias = TradeTick | OrderBookDeltas | QuoteTick
Happened: TypeAlias = OrderChange | AccountChange | TradeTick | OrderBookDeltas | QuoteTick
