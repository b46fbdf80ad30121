"""Short ways of the venue larch: busy messages straight from bytes to events. Generated from specs/larch; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import AggressorSide, MarkPriceUpdate, TradeTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event, Light, Ways
from dragoman.translate.functions import divide, multiply
from dragoman.translate.reads import finite
from dragoman.translate.scope import Scope
from msgspec import Struct, field

AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR
DECIMAL_0 = Decimal("0")


class TradesRowsText(Struct, frozen=True, kw_only=True, gc=False):
    """TradesRows, what its events are made of still as it came."""

    symbol: str = field(name="s")
    ticks: int = field(name="p")
    contracts: str = field(name="q")
    id: int
    old: Decimal | None = None


class TradesText(Struct, frozen=True, kw_only=True, tag_field="kind", tag="trades", gc=False):
    """Trades, what its events are made of still as it came."""

    rows: list[TradesRowsText]


def emit_trades(scope: Scope, message: TradesText, ts_init: int, out: list[Event]) -> None:
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
                    row_id,
                    multiply(
                        finite(row.old) if row.old is not None else DECIMAL_0,
                        scope.factor(row_id, "multiplier"),
                    ),
                    ts_init,
                    ts_init,
                )
            )


WAYS = Ways(
    shorts={},
    lights={
        "trades": Light(TradesText, emit_trades),
    },
)
