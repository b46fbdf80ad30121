"""Short ways of the venue bitmex: busy messages straight from bytes to events. Generated from specs/bitmex; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.model import TradeTick
from dragoman.translate.facts import Event, Light, Ways
from dragoman.translate.functions import big_endian, fnv1a64, iso, multiply, parse_iso
from dragoman.translate.reads import not_negative, positive
from dragoman.translate.scope import Scope

from dragoman_venues.bitmex.market_data import TAKER_MEANS, Trade


def emit_trade(scope: Scope, message: Trade, ts_init: int, out: list[Event]) -> None:
    """Trade to TradeTick."""
    for row in message.rows:
        row_id = scope.ids[row.symbol]
        price = positive(row.price)
        size = not_negative(row.size)
        time = parse_iso(row.time)
        out.append(
            TradeTick(
                row_id,
                price,
                multiply(size, scope.factor(row_id, "size_increment", lambda symbol: "_" not in symbol)),
                TAKER_MEANS.read(row.side, scope),
                (
                    row.match_id
                    if row.match_id is not None
                    else big_endian(
                        fnv1a64(
                            "|".join(
                                [
                                    row.symbol,
                                    iso(time, 9),
                                    format(price, "zf"),
                                    format(size, "zf"),
                                    TAKER_MEANS.read(row.side, scope).name,
                                ]
                            )
                        ),
                        9,
                    ).hex()[2:]
                ),
                time,
                ts_init,
            )
        )


WAYS = Ways(
    shorts={},
    lights={
        "trade": Light(Trade, emit_trade),
    },
)
