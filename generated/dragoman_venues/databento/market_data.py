"""market_data of the venue databento. Generated from specs/databento/market_data.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dragoman.machines import Gather
from dragoman.model import (
    AggressorSide,
    Bar,
    BookAction,
    InstrumentStatus,
    OrderBookDelta,
    OrderBookDepth10,
    OrderSide,
    QuoteTick,
    TradeTick,
)
from dragoman.translate.facts import Event
from dragoman.translate.functions import big_endian, fnv1a64, little_endian, multiply, unhex, whole
from dragoman.translate.reads import fixed
from dragoman.translate.scope import Scope

from dragoman_venues.databento.enums import (
    AGGRESSOR_MEANS,
    BAR_INTERVAL_MEANS,
    PHASE_EVENT_MEANS,
    PHASE_MEANS,
    PHASE_REASON_MEANS,
    PUBLISHER_MEANS,
    SIDE_MEANS,
)

AGGRESSOR_SIDE_BUYER = AggressorSide.BUYER
AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR
AGGRESSOR_SIDE_SELLER = AggressorSide.SELLER
BOOK_ACTION_ADD = BookAction.ADD
BOOK_ACTION_CLEAR = BookAction.CLEAR
BOOK_ACTION_DELETE = BookAction.DELETE
BOOK_ACTION_UPDATE = BookAction.UPDATE
DECIMAL_0 = Decimal("0")
DECIMAL_1000000000_0 = Decimal("1000000000.0")
ORDER_SIDE_BUY = OrderSide.BUY
ORDER_SIDE_SELL = OrderSide.SELL


def emit_trades(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Every trade to TradeTick."""
    if not (message.price not in (9223372036854775807,)):
        raise ValueError("price != null does not hold")
    out.append(
        TradeTick(
            scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])],
            fixed(message.price, 9) if message.price not in (9223372036854775807,) else DECIMAL_0,
            Decimal(message.size),
            AGGRESSOR_MEANS.read(message.side, scope),
            str(message.sequence),
            message.ts_recv,
            ts_init,
        )
    )


def emit_mbp_1(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Best bid and offer at every change, and every trade with the quote before it (tbbo) to QuoteTick, TradeTick."""
    if message.bid_px_00 not in (9223372036854775807,) and message.ask_px_00 not in (9223372036854775807,):
        out.append(
            QuoteTick(
                scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])],
                fixed(message.bid_px_00, 9),
                fixed(message.ask_px_00, 9),
                Decimal(message.bid_sz_00),
                Decimal(message.ask_sz_00),
                message.ts_recv,
                ts_init,
            )
        )
    if (
        message.action == "T"
        and message.price not in (9223372036854775807,)
        and message.size > 0
        and (got_2 if (got_2 := scope.told_bool("include_trades")) is not None else True)
    ):
        out.append(
            TradeTick(
                scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])],
                fixed(message.price, 9),
                Decimal(message.size),
                AGGRESSOR_MEANS.read(message.side, scope),
                str(message.sequence),
                message.ts_recv,
                ts_init,
            )
        )


def emit_bbo(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Best bid and offer sampled in time to QuoteTick."""
    if message.bid_px_00 not in (9223372036854775807,) and message.ask_px_00 not in (9223372036854775807,):
        out.append(
            QuoteTick(
                scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])],
                fixed(message.bid_px_00, 9),
                fixed(message.ask_px_00, 9),
                Decimal(message.bid_sz_00),
                Decimal(message.ask_sz_00),
                message.ts_recv,
                ts_init,
            )
        )


def emit_cmbp_1(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Consolidated best bid and offer at every change, or at every trade (tcbbo) to QuoteTick, TradeTick."""
    if message.bid_px_00 not in (9223372036854775807,) and message.ask_px_00 not in (9223372036854775807,):
        out.append(
            QuoteTick(
                scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])],
                fixed(message.bid_px_00, 9),
                fixed(message.ask_px_00, 9),
                Decimal(message.bid_sz_00),
                Decimal(message.ask_sz_00),
                message.ts_recv,
                ts_init,
            )
        )
    if (
        message.action == "T"
        and message.price not in (9223372036854775807,)
        and message.size > 0
        and (got_2 if (got_2 := scope.told_bool("include_trades")) is not None else True)
    ):
        publisher_id = PUBLISHER_MEANS[message.publisher_id]
        price = fixed(message.price, 9)
        side = AGGRESSOR_MEANS.read(message.side, scope)
        out.append(
            TradeTick(
                scope.ids[(scope.symbol(message), publisher_id)],
                price,
                Decimal(message.size),
                side,
                big_endian(
                    fnv1a64(
                        (scope.symbol(message) + "." + publisher_id).encode()
                        + unhex("ff")
                        + little_endian(message.ts_event, 8)
                        + unhex("ff")
                        + little_endian(message.ts_recv, 8)
                        + unhex("ff")
                        + little_endian(whole(multiply(price, DECIMAL_1000000000_0)), 8)
                        + unhex("ff")
                        + little_endian(message.size, 4)
                        + unhex("ff")
                        + (
                            "A"
                            if side is AGGRESSOR_SIDE_SELLER
                            else "B" if side is AGGRESSOR_SIDE_BUYER else "N"
                        ).encode()
                        + unhex("ff")
                    ),
                    8,
                ).hex(),
                message.ts_recv,
                ts_init,
            )
        )


def emit_mbp_10(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """The ten best levels at every change to OrderBookDepth10."""
    out.append(
        OrderBookDepth10(
            scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])],
            [
                (
                    fixed(level.bid_px, 9) if level.bid_px not in (9223372036854775807,) else DECIMAL_0,
                    level.bid_sz,
                )
                for level in message.levels
                if level.bid_px not in (9223372036854775807,)
            ],
            [
                (
                    fixed(level.ask_px, 9) if level.ask_px not in (9223372036854775807,) else DECIMAL_0,
                    level.ask_sz,
                )
                for level in message.levels
                if level.ask_px not in (9223372036854775807,)
            ],
            [level.bid_ct for level in message.levels if level.bid_px not in (9223372036854775807,)],
            [level.ask_ct for level in message.levels if level.ask_px not in (9223372036854775807,)],
            message.flags,
            message.sequence,
            message.ts_recv,
            ts_init,
        )
    )


def emit_mbo(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Every change of every order to OrderBookDeltas, TradeTick."""
    gather: Gather = scope.machines["mbo"]
    key = scope.symbol(message)
    is_image = message.flags // 2**5 % 2 == 1
    if (
        message.action == "T"
        and message.price not in (9223372036854775807,)
        and message.size > 0
        and (got_2 if (got_2 := scope.told_bool("include_trades")) is not None else True)
    ):
        side = SIDE_MEANS[message.side]
        out.append(
            TradeTick(
                scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])],
                fixed(message.price, 9),
                Decimal(message.size),
                (
                    AGGRESSOR_SIDE_SELLER
                    if side is ORDER_SIDE_SELL
                    else AGGRESSOR_SIDE_BUYER if side is ORDER_SIDE_BUY else AGGRESSOR_SIDE_NO_AGGRESSOR
                ),
                str(message.sequence),
                message.ts_recv,
                ts_init,
            )
        )
    if message.action != "T" and message.action != "N":
        if message.action == "A":
            action = BOOK_ACTION_ADD
        elif message.action == "C":
            action = BOOK_ACTION_DELETE
        elif message.action == "R":
            action = BOOK_ACTION_CLEAR
        else:
            action = BOOK_ACTION_UPDATE
        gather.add(
            key,
            OrderBookDelta(
                scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])],  # instrument_id
                action,
                SIDE_MEANS[message.side],  # side
                (fixed(message.price, 9) if message.price not in (9223372036854775807,) else None),  # price
                Decimal(message.size),  # size
                message.order_id,
                message.flags,
                message.sequence,
                message.ts_recv,  # ts_event
                ts_init,
            ),
            is_image,
            out,
        )
    gather.end(key, message.flags // 2**7 % 2 == 1, out)


def emit_ohlcv(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Bars to Bar."""
    rtype = BAR_INTERVAL_MEANS[message.rtype]
    out.append(
        Bar(
            scope.bar_type(scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])], rtype),
            fixed(message.open, 9),
            fixed(message.high, 9),
            fixed(message.low, 9),
            fixed(message.close, 9),
            Decimal(message.volume),
            (
                message.ts_event
                + (
                    1_000_000_000
                    if rtype == "1-SECOND"
                    else (
                        60_000_000_000
                        if rtype == "1-MINUTE"
                        else 3_600_000_000_000 if rtype == "1-HOUR" else 86_400_000_000_000
                    )
                )
                if (got_2 if (got_2 := scope.told_bool("bars_timestamp_on_close")) is not None else True)
                else message.ts_event
            ),
            ts_init,
        )
    )


def emit_status(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Trading phases to InstrumentStatus."""
    out.append(
        InstrumentStatus(
            instrument_id=scope.ids[(scope.symbol(message), PUBLISHER_MEANS[message.publisher_id])],
            action=PHASE_MEANS[message.action],
            ts_event=message.ts_event,
            ts_init=ts_init,
            reason=PHASE_REASON_MEANS.read(message.reason, scope) if message.reason not in (0,) else None,
            trading_event=(
                PHASE_EVENT_MEANS.read(message.trading_event, scope)
                if message.trading_event not in (0,)
                else None
            ),
            is_trading=message.is_trading,
            is_quoting=message.is_quoting,
            is_short_sell_restricted=message.is_short_sell_restricted,
        )
    )


emit_cbbo = emit_bbo
