"""bars of the venue bitmex. Generated from specs/bitmex/bars.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import Bar
from dragoman.translate.facts import Event
from dragoman.translate.functions import multiply, parse_iso
from dragoman.translate.reads import as_list, finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

from dragoman_venues.bitmex.market_data import Action

BinSize = Literal["1m", "5m", "1h", "1d"]
BIN_SIZE_MEANS: dict[str, str] = {"1m": "1-MINUTE", "5m": "5-MINUTE", "1h": "1-HOUR", "1d": "1-DAY"}
BinTable = Literal["tradeBin1m", "tradeBin5m", "tradeBin1h", "tradeBin1d"]
BIN_TABLE_MEANS: dict[str, str] = {
    "tradeBin1m": "1-MINUTE",
    "tradeBin5m": "5-MINUTE",
    "tradeBin1h": "1-HOUR",
    "tradeBin1d": "1-DAY",
}

DECIMAL_0 = Decimal("0")


def counts_ones(symbol: str) -> bool:
    """Whether a size in units of this symbol is one in its currency, where no instrument says otherwise."""
    return "_" not in symbol


class BinRow(Struct, frozen=True, kw_only=True, gc=False):
    """Trades of a span of time. https://www.bitmex.com/api/explorer/#!/Trade/Trade_getBucketed"""

    time: str = field(name="timestamp")
    symbol: str
    open: Decimal | None = None
    high: Decimal | None = None
    low: Decimal | None = None
    close: Decimal | None = None
    volume: Decimal | None = None


class BinMessage(Struct, frozen=True, kw_only=True, gc=False):
    """Bars that have ended, in the table of their length. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    table: BinTable
    action: Action
    rows: list[BinRow] = field(name="data")


def emit_get_trade_bins(scope: Scope, message: BinRow | list[BinRow], ts_init: int, out: list[Event]) -> None:
    """Bars of trades to Bar."""
    for row in as_list(message):
        try:
            row_id = scope.ids[row.symbol]
            if row.open is not None and row.close is not None:
                open_ = finite(row.open)
                close = finite(row.close)
                out.append(
                    Bar(
                        scope.bar_type(row_id, scope.told_as(BIN_SIZE_MEANS, "binSize")),
                        open_,
                        max(max(finite(row.high) if row.high is not None else open_, open_), close),
                        min(min(finite(row.low) if row.low is not None else open_, open_), close),
                        close,
                        multiply(
                            max(finite(row.volume) if row.volume is not None else DECIMAL_0, DECIMAL_0),
                            scope.factor(row_id, "size_increment", counts_ones),
                        ),
                        parse_iso(row.time),
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_trade_bin(scope: Scope, message: BinMessage, ts_init: int, out: list[Event]) -> None:
    """Bars of trades, when they end to Bar."""
    for row in message.rows:
        try:
            row_id = scope.ids[row.symbol]
            if row.open is not None and row.close is not None:
                open_ = finite(row.open)
                close = finite(row.close)
                out.append(
                    Bar(
                        scope.bar_type(row_id, BIN_TABLE_MEANS[message.table]),
                        open_,
                        max(max(finite(row.high) if row.high is not None else open_, open_), close),
                        min(min(finite(row.low) if row.low is not None else open_, open_), close),
                        close,
                        multiply(
                            max(finite(row.volume) if row.volume is not None else DECIMAL_0, DECIMAL_0),
                            scope.factor(row_id, "size_increment", counts_ones),
                        ),
                        parse_iso(row.time),
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


emit_trade_bin_5m = emit_trade_bin
emit_trade_bin_1h = emit_trade_bin
emit_trade_bin_1d = emit_trade_bin
