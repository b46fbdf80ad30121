"""Short ways of the venue bitmex: busy messages straight from bytes to events. Generated from specs/bitmex; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dragoman.machines.kept import Latest
from dragoman.model import AggressorSide, OrderBookDepth10, QuoteTick, TradeTick
from dragoman.model.book import LevelForm
from dragoman.model.decimals import DECIMALS, NOT_NEGATIVE
from dragoman.translate.facts import Event, Feed, Light, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed, Settled
from dragoman.translate.frames import one_of, variant
from dragoman.translate.functions import IsoText, LastSecond, big_endian, fnv1a64, iso, parse_iso
from dragoman.translate.levels import scaled_sides
from dragoman.translate.numbers import NUMBERS
from dragoman.translate.rows import number_decoder
from dragoman.translate.scope import Scope
from msgspec import Raw

from dragoman_venues.bitmex.market_data import (
    TAKER_MEANS,
    Quote,
    QuoteRow,
    TenLevels,
    TenLevelsRow,
    Trade,
    TradeRow,
)
from dragoman_venues.bitmex.orders import (
    CONTINGENCY_MEANS,
    LIFE_MEANS,
    LIQUIDITY_IND_MEANS,
    ORD_TYPE_MEANS,
    ExecutionRow,
    OrderRow,
)
from dragoman_venues.bitmex.private import Executions, Orders, emit_executions, emit_orders

AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR
DECIMAL_0 = Decimal("0")
LEVELS_OF_2 = LevelForm(positive=False, items=2)
LEVELS_OF_2_ABOVE_ZERO = LevelForm(positive=True, items=2)


def counts_ones(symbol: str) -> bool:
    """Whether a size in units of this symbol is one in its currency, where no instrument says otherwise."""
    return "_" not in symbol


TradeRowFed = variant(TradeRow, size=int, price=Any, time=IsoText)
TradeFed = variant(Trade, TradeRowFed)
QuoteRowFed = variant(
    QuoteRow, bid_price=Any, bid_size=int | None, ask_price=Any, ask_size=int | None, time=IsoText
)
QuoteFed = variant(Quote, QuoteRowFed)
OrderRowFed = variant(
    OrderRow,
    quantity=int | None,
    price=Any,
    display_qty=int | None,
    stop_price=Any,
    peg_offset=Any,
    leaves=int | None,
    filled=int | None,
    average=Any,
    order_type=one_of(ORD_TYPE_MEANS) | None,
    life=one_of(LIFE_MEANS) | None,
    contingency=one_of(CONTINGENCY_MEANS) | None,
)
OrdersFed = variant(Orders, OrderRowFed)
ExecutionRowFed = variant(
    ExecutionRow,
    last_qty=int | None,
    last_price=Any,
    average=Any,
    fee=Any,
    liquidity=one_of(LIQUIDITY_IND_MEANS) | None,
)
ExecutionsFed = variant(Executions, ExecutionRowFed)
TenLevelsRowText = variant(TenLevelsRow, bids=Raw, asks=Raw)
TenLevelsText = variant(TenLevels, TenLevelsRowText)


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    decode_trade = number_decoder(TradeFed).decode
    decode_quote = number_decoder(QuoteFed).decode
    decode_orders = number_decoder(OrdersFed).decode
    decode_executions = number_decoder(ExecutionsFed).decode
    quote = scope.machines["quote"]
    quote_held = quote.kept.held
    scales = scope.scales("size_increment", counts_ones)
    known_scales = scales.known
    clock = LastSecond()

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            byte = payload[10]
            # trade
            if byte == 116 and payload[15] == 34:
                message = decode_trade(payload)
                out: list[Event] = []
                for row in message.rows:
                    row_id = ids[row.symbol]
                    price = row.price if type(row.price) is Decimal else DECIMALS[str(row.price)]
                    if not (price > DECIMAL_0 or "-" in row.symbol):
                        raise ValueError("price > 0 or contains(symbol, '-') does not hold")
                    side = (
                        TAKER_MEANS.means[row.side] if row.side is not None else AGGRESSOR_SIDE_NO_AGGRESSOR
                    )
                    time = clock[row.time.removeprefix(clock.text)] + clock.ns
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
            # quote
            if byte == 113:
                message = decode_quote(payload)
                out = []
                for row in message.rows:
                    row_id = ids[row.symbol]
                    try:
                        sizes = known_scales[row_id].known
                        bid_size, ask_size = sizes[row.bid_size], sizes[row.ask_size]
                    except KeyError:
                        sizes = scales[row_id]
                        bid_size, ask_size = sizes[row.bid_size], sizes[row.ask_size]
                    out.append(
                        QuoteTick(
                            row_id,
                            (
                                row.bid_price
                                if type(row.bid_price) is Decimal
                                else DECIMALS[str(row.bid_price)]
                            ),
                            (
                                row.ask_price
                                if type(row.ask_price) is Decimal
                                else DECIMALS[str(row.ask_price)]
                            ),
                            bid_size,
                            ask_size,
                            (clock[row.time.removeprefix(clock.text)] + clock.ns),
                            ts_init,
                        )
                    )
                    kept = quote_held[row.symbol]
                    if type(kept) is not Latest:
                        kept = quote.opened(row.symbol, Latest)
                    kept.record = row
                    kept.was_used = True
                return out
            # order
            if byte == 111 and payload[15] == 34:
                message = decode_orders(payload)
                out = []
                for row in message.rows:
                    if (
                        (row.price is not None and type(row.price) not in NUMBERS)
                        or (row.stop_price is not None and type(row.stop_price) not in NUMBERS)
                        or (row.peg_offset is not None and type(row.peg_offset) not in NUMBERS)
                        or (row.average is not None and type(row.average) not in NUMBERS)
                    ):
                        return rest(payload, ts_init)
                try:
                    emit_orders(scope, message, ts_init, out)
                except FAULTS as error:
                    raise Settled(error) from error
                return out
            # execution
            if byte == 101:
                message = decode_executions(payload)
                out = []
                for row in message.rows:
                    if (
                        (row.last_price is not None and type(row.last_price) not in NUMBERS)
                        or (row.average is not None and type(row.average) not in NUMBERS)
                        or (row.fee is not None and type(row.fee) not in NUMBERS)
                    ):
                        return rest(payload, ts_init)
                emit_executions(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def stream_index(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    decode_orders = number_decoder(OrdersFed).decode
    decode_executions = number_decoder(ExecutionsFed).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            byte = payload[10]
            # order
            if byte == 111:
                message = decode_orders(payload)
                out: list[Event] = []
                for row in message.rows:
                    if (
                        (row.price is not None and type(row.price) not in NUMBERS)
                        or (row.stop_price is not None and type(row.stop_price) not in NUMBERS)
                        or (row.peg_offset is not None and type(row.peg_offset) not in NUMBERS)
                        or (row.average is not None and type(row.average) not in NUMBERS)
                    ):
                        return rest(payload, ts_init)
                try:
                    emit_orders(scope, message, ts_init, out)
                except FAULTS as error:
                    raise Settled(error) from error
                return out
            # execution
            if byte == 101:
                message = decode_executions(payload)
                out = []
                for row in message.rows:
                    if (
                        (row.last_price is not None and type(row.last_price) not in NUMBERS)
                        or (row.average is not None and type(row.average) not in NUMBERS)
                        or (row.fee is not None and type(row.fee) not in NUMBERS)
                    ):
                        return rest(payload, ts_init)
                emit_executions(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def private_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of private. Whatever else comes goes to `rest`."""
    decode_orders = number_decoder(OrdersFed).decode
    decode_executions = number_decoder(ExecutionsFed).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            byte = payload[15]
            # order
            if byte == 34 and payload[14] == 114:
                message = decode_orders(payload)
                out: list[Event] = []
                for row in message.rows:
                    if (
                        (row.price is not None and type(row.price) not in NUMBERS)
                        or (row.stop_price is not None and type(row.stop_price) not in NUMBERS)
                        or (row.peg_offset is not None and type(row.peg_offset) not in NUMBERS)
                        or (row.average is not None and type(row.average) not in NUMBERS)
                    ):
                        return rest(payload, ts_init)
                try:
                    emit_orders(scope, message, ts_init, out)
                except FAULTS as error:
                    raise Settled(error) from error
                return out
            # execution
            if byte == 116 and payload[16] == 105:
                message = decode_executions(payload)
                out = []
                for row in message.rows:
                    if (
                        (row.last_price is not None and type(row.last_price) not in NUMBERS)
                        or (row.average is not None and type(row.average) not in NUMBERS)
                        or (row.fee is not None and type(row.fee) not in NUMBERS)
                    ):
                        return rest(payload, ts_init)
                emit_executions(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def emit_ten_levels(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """TenLevels to OrderBookDepth10."""
    for row in message.rows:
        row_id = scope.ids[row.symbol]
        bids, asks, level_form = scaled_sides(
            LEVELS_OF_2 if "-" in row.symbol else LEVELS_OF_2_ABOVE_ZERO,
            row.bids,
            row.asks,
            scope.scales("size_increment", counts_ones)[row_id],
        )
        out.append(
            OrderBookDepth10(
                row_id,  # instrument_id
                bids,
                asks,
                (),  # bid_counts
                (),  # ask_counts
                0,  # flags
                0,  # sequence
                parse_iso(row.time),  # ts_event
                ts_init,
                level_form,
            )
        )


WAYS = Ways(
    shorts={
        ("stream", "spot"): Short({}, stream_spot),
        ("stream", "perpetual"): Short({}, stream_spot),
        ("stream", "future"): Short({}, stream_spot),
        ("stream", "futures_spread"): Short({}, stream_spot),
        ("stream", "index"): Short({}, stream_index),
        ("private", "index"): Short({}, stream_index),
        ("private", "spot"): Short({}, private_spot),
        ("private", "perpetual"): Short({}, private_spot),
        ("private", "future"): Short({}, private_spot),
        ("private", "futures_spread"): Short({}, private_spot),
    },
    lights={
        "ten_levels": Light(TenLevelsText, emit_ten_levels, reads_levels=True),
    },
)
