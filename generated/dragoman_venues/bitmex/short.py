"""Short ways of the venue bitmex: busy messages straight from bytes to events. Generated from specs/bitmex; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dragoman.model import TradeTick
from dragoman.model.decimals import DECIMALS, NOT_NEGATIVE
from dragoman.translate.facts import Event, Feed, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.frames import variant
from dragoman.translate.functions import big_endian, fnv1a64, iso, parse_iso
from dragoman.translate.rows import decoder
from dragoman.translate.scope import Scope
from msgspec import Raw

from dragoman_venues.bitmex.market_data import TAKER_MEANS, Trade, TradeRow

DECIMAL_0 = Decimal("0")


def counts_ones(symbol: str) -> bool:
    """Whether a size in units of this symbol is one in its currency, where no instrument says otherwise."""
    return "_" not in symbol


TradeRowText = variant(TradeRow, size=int, price=Raw)
TradeText = variant(Trade, TradeRowText)


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids
    decode_trade = decoder(TradeText).decode
    scales = scope.scales("size_increment", counts_ones)

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            if payload[:16] == b'{"table":"trade"':
                message = decode_trade(payload)
                out: list[Event] = []
                for row in message.rows:
                    row_id = ids[row.symbol]
                    price = DECIMALS[str(row.price, "ascii")]
                    if not (price > DECIMAL_0 or scope.product == "futures_spread"):
                        raise ValueError("price > 0 or product == 'futures_spread' does not hold")
                    side = TAKER_MEANS.means[row.side]
                    time = parse_iso(row.time)
                    out.append(
                        TradeTick(
                            row_id,
                            price,
                            scales[row_id][row.size],
                            side,
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
                                                format(NOT_NEGATIVE[str(row.size)], "zf"),
                                                side.name,
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
                return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


WAYS = Ways(
    shorts={
        ("stream", "spot"): Short({}, stream_spot),
        ("stream", "perpetual"): Short({}, stream_spot),
        ("stream", "future"): Short({}, stream_spot),
        ("stream", "futures_spread"): Short({}, stream_spot),
    },
    lights={},
)
