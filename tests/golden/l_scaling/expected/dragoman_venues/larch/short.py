"""Short ways of the venue larch: busy messages straight from bytes to events. Generated from specs/larch; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dragoman.model import AggressorSide, MarkPriceUpdate, OrderBookDeltas, TradeTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event, Feed, Light, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.frames import variant
from dragoman.translate.functions import divide, multiply
from dragoman.translate.reads import finite
from dragoman.translate.rows import decoder
from dragoman.translate.scope import Scope

from dragoman_venues.larch.units import Book, Trades, TradesRows

AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR

TradesRowsText = variant(TradesRows, contracts=str)
TradesText = variant(Trades, TradesRowsText)


def stream_swap(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    decode_book = decoder(Book).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            # book
            if payload[13] == 34:
                message = decode_book(payload)
                out: list[Event] = []
                symbol = ids[message.symbol]
                factor_ = scope.factor(symbol, "multiplier")
                out.append(
                    OrderBookDeltas(
                        symbol,
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
                return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def emit_trades(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Trades to TradeTick, MarkPriceUpdate."""
    for row in message.rows:
        row_id = scope.ids[row.symbol]
        out.append(
            TradeTick(
                row_id,
                multiply(row.ticks, scope.factor(row_id, "price_increment")),
                divide(DECIMALS[row.contracts], scope.factor(row_id, "info.factor")),
                AGGRESSOR_SIDE_NO_AGGRESSOR,
                str(row.id),
                ts_init,
                ts_init,
            )
        )
        if row.old is not None:
            out.append(
                MarkPriceUpdate(
                    row_id, multiply(finite(row.old), scope.factor(row_id, "multiplier")), ts_init, ts_init
                )
            )


WAYS = Ways(
    shorts={
        ("stream", "swap"): Short({}, stream_swap),
    },
    lights={
        "trades": Light(TradesText, emit_trades),
    },
)
