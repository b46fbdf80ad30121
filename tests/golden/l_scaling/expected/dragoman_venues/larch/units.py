"""units of the venue larch. Generated from specs/larch/units.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import (
    AccountBalance,
    AccountState,
    AccountType,
    AggressorSide,
    CryptoPerpetual,
    MarkPriceUpdate,
    OrderBookDeltas,
    TradeTick,
)
from dragoman.translate.facts import Event
from dragoman.translate.functions import decimals, divide, multiply
from dragoman.translate.reads import finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

ACCOUNT_TYPE_MARGIN = AccountType.MARGIN
AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR


class BookRow(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Book. https://docs.larch.example/stream#book"""

    ticks: int = field(name="p")
    lots: int = field(name="q")


class GetInstrumentsResponseRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetInstrumentsResponse."""

    symbol: str
    base: str
    tick: Decimal
    lot: Decimal
    value: Decimal
    factor: Decimal


class GetInstrumentsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_instruments: Instruments with the units that they count in. https://docs.larch.example/rest#instruments"""

    rows: list[GetInstrumentsResponseRows]


class TradesRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Trades."""

    symbol: str = field(name="s")
    ticks: int = field(name="p")
    contracts: Decimal = field(name="q")
    id: int
    old: Decimal | None = None


class Trades(Struct, frozen=True, kw_only=True, tag_field="kind", tag="trades", gc=False):
    """A message of trades: Trades in ticks and contracts. https://docs.larch.example/stream#trades"""

    rows: list[TradesRows]


class Book(Struct, frozen=True, kw_only=True, tag_field="kind", tag="book", gc=False):
    """A message of book: A book in ticks and lots. https://docs.larch.example/stream#book"""

    symbol: str = field(name="s")
    bids: list[BookRow]
    asks: list[BookRow]


class BalanceWallets(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Balance."""

    currency: str
    amount: int
    locked: int | None = None


class Balance(Struct, frozen=True, kw_only=True, tag_field="kind", tag="balance", gc=False):
    """A message of balance: A balance in the units of its currency. https://docs.larch.example/stream#balance"""

    wallets: list[BalanceWallets]


def emit_get_instruments(
    scope: Scope, message: GetInstrumentsResponse, ts_init: int, out: list[Event]
) -> None:
    """Instruments with the units that they count in to CryptoPerpetual."""
    for row in message.rows:
        try:
            row_key = row.symbol
            tick = finite(row.tick)
            lot = finite(row.lot)
            out.append(
                CryptoPerpetual(
                    instrument_id=scope.ids.define(row_key),
                    raw_symbol=scope.raw_symbol(row_key),
                    price_precision=decimals(tick),
                    price_increment=tick,
                    size_precision=decimals(lot),
                    size_increment=lot,
                    multiplier=finite(row.value),
                    info={"factor": finite(row.factor)},
                    ts_event=ts_init,
                    ts_init=ts_init,
                    quote_currency="USD",
                    settlement_currency="USD",
                    base_currency=row.base,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.rows", row, error)


def emit_trades(scope: Scope, message: Trades, ts_init: int, out: list[Event]) -> None:
    """Trades in ticks and contracts to TradeTick, MarkPriceUpdate."""
    for row in message.rows:
        try:
            row_id = scope.ids[row.symbol]
            out.append(
                TradeTick(
                    row_id,
                    multiply(row.ticks, scope.factor(row_id, "price_increment")),
                    divide(finite(row.contracts), scope.factor(row_id, "info.factor")),
                    AGGRESSOR_SIDE_NO_AGGRESSOR,
                    str(row.id),
                    ts_init,
                    ts_init,
                )
            )
            if row.old is not None:
                out.append(
                    MarkPriceUpdate(
                        row_id,
                        multiply(finite(row.old), scope.factor(row_id, "multiplier")),
                        ts_init,
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.rows", row, error)


def emit_book(scope: Scope, message: Book, ts_init: int, out: list[Event]) -> None:
    """A book in ticks and lots to OrderBookDeltas."""
    instrument_id = scope.ids[message.symbol]
    factor_ = scope.factor(instrument_id, "multiplier")
    out.append(
        OrderBookDeltas(
            instrument_id,
            [
                (Decimal(level.ticks), multiply(Decimal(level.lots), factor))
                for factor in (factor_,)
                for level in message.bids
            ],
            [
                (Decimal(level.ticks), multiply(Decimal(level.lots), factor))
                for factor in (factor_,)
                for level in message.asks
            ],
            True,
            0,
            0,
            ts_init,
            ts_init,
        )
    )


def emit_balance(scope: Scope, message: Balance, ts_init: int, out: list[Event]) -> None:
    """A balance in the units of its currency to AccountState."""
    out.append(
        AccountState(
            account_id=scope.account_id,
            account_type=ACCOUNT_TYPE_MARGIN,
            balances=tuple(
                AccountBalance(
                    currency=scope.currency(each.currency),
                    total=multiply(each.amount, scope.unit(each.currency)),
                    locked=multiply(each.locked if each.locked is not None else 0, scope.unit(each.currency)),
                    free=multiply(
                        each.amount - (each.locked if each.locked is not None else 0),
                        scope.unit(each.currency),
                    ),
                )
                for each in message.wallets
            ),
            ts_event=ts_init,
            ts_init=ts_init,
        )
    )
