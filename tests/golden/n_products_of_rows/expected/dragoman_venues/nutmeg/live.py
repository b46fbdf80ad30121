"""live of the venue nutmeg. Generated from specs/nutmeg/live.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import AccountBalance, AccountState, AccountType, FillReport, MarkPriceUpdate, OrderSide
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import known, pow10, round_to, subtract
from dragoman.translate.reads import finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Kind = Literal["spot", "swap"]
Side = Literal["b", "s"]
SIDE_MEANS: dict[str, OrderSide] = {"b": OrderSide.BUY, "s": OrderSide.SELL}

ACCOUNT_TYPE_MARGIN = AccountType.MARGIN
DECIMAL_0 = Decimal("0")


class Marks(Struct, frozen=True, kw_only=True, gc=False):
    """A message of marks: Marks of one product, known by its socket. https://docs.nutmeg.example/stream#marks"""

    topic: str
    symbol: str = field(name="s")
    mark: Decimal = field(name="m")
    time_ms: int = field(name="E")


class FillsRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Fills."""

    kind: Kind
    symbol: str = field(name="sym")
    order_id: str = field(name="oid")
    trade_id: str = field(name="id")
    side: Side
    price: Decimal = field(name="px")
    size: Decimal = field(name="qty")
    average: str | None = field(name="mean", default=None)
    time_ms: int = field(name="at")


class Fills(Struct, frozen=True, kw_only=True, gc=False):
    """A message of fills: Fills of every product, each row says of which. https://docs.nutmeg.example/own#fills"""

    topic: str
    rows: list[FillsRows]


class FillsRowsText(Struct, frozen=True, kw_only=True, gc=False):
    """FillsRows, its decimals still text."""

    kind: Kind
    symbol: str = field(name="sym")
    order_id: str = field(name="oid")
    trade_id: str = field(name="id")
    side: Side
    price: str = field(name="px")
    size: str = field(name="qty")
    average: str | None = field(name="mean", default=None)
    time_ms: int = field(name="at")


class FillsText(Struct, frozen=True, kw_only=True, gc=False):
    """Fills, its decimals still text."""

    topic: str
    rows: list[FillsRowsText]


class WalletRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Wallet."""

    coin: str
    total: Decimal
    locked: Decimal


class Wallet(Struct, frozen=True, kw_only=True, gc=False):
    """A message of wallet: Balances, of no product. https://docs.nutmeg.example/own#wallet"""

    topic: str
    rows: list[WalletRows]


def emit_marks(scope: Scope, message: Marks, ts_init: int, out: list[Event]) -> None:
    """Marks of one product, known by its socket to MarkPriceUpdate."""
    if scope.synced or finite(message.mark) > DECIMAL_0:
        out.append(
            MarkPriceUpdate(
                scope.ids[message.symbol],
                (
                    round_to(finite(message.mark), pow10(-known(scope.told_int("digits"))))
                    if scope.told_int("digits") is not None
                    else finite(message.mark)
                ),
                message.time_ms * 1_000_000,
                ts_init,
            )
        )


def emit_fills(scope: Scope, message: FillsText, ts_init: int, out: list[Event]) -> None:
    """Fills of every product, each row says of which to FillReport."""
    for row in message.rows:
        try:
            out.append(
                FillReport(
                    scope.ids_of(row.kind)[row.symbol],
                    row.order_id,
                    row.trade_id,
                    SIDE_MEANS[row.side],
                    DECIMALS[row.size],
                    DECIMALS[row.price],
                    row.time_ms * 1_000_000,
                    ts_init,
                    scope.account_id,
                    avg_px=(
                        (average if row.average else None)
                        if ((average := DECIMALS[row.average] if row.average else DECIMAL_0) != DECIMAL_0)
                        else None
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.rows", row, error)


def emit_wallet(scope: Scope, message: Wallet, ts_init: int, out: list[Event]) -> None:
    """Balances, of no product to AccountState."""
    out.append(
        AccountState(
            account_id=scope.account_id,
            account_type=ACCOUNT_TYPE_MARGIN,
            balances=tuple(
                AccountBalance(
                    currency=each.coin,
                    total=finite(each.total),
                    locked=finite(each.locked),
                    free=subtract(finite(each.total), finite(each.locked)),
                )
                for each in message.rows
            ),
            ts_event=ts_init,
            ts_init=ts_init,
        )
    )
