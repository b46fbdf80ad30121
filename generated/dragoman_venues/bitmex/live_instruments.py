"""live_instruments of the venue bitmex. Generated from specs/bitmex/live_instruments.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.machines import Merge
from dragoman.model import (
    CryptoFuture,
    CryptoFuturesSpread,
    CryptoPerpetual,
    CurrencyPair,
    IndexPriceUpdate,
    InstrumentStatus,
    MarketStatusAction,
    MarkPriceUpdate,
)
from dragoman.translate.facts import Event
from dragoman.translate.functions import absolute, decimals, div, multiply, normalize, parse_iso
from dragoman.translate.reads import finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

from dragoman_venues.bitmex.instruments import STATE_MEANS, InstrumentRow
from dragoman_venues.bitmex.market_data import Action

DECIMAL_0 = Decimal("0")
DECIMAL_1 = Decimal("1")
MARKET_STATUS_ACTION_CLOSE = MarketStatusAction.CLOSE
MARKET_STATUS_ACTION_NONE = MarketStatusAction.NONE
MARKET_STATUS_ACTION_TRADING = MarketStatusAction.TRADING


class Instrument(Struct, frozen=True, kw_only=True, tag_field="table", tag="instrument", gc=False):
    """A message of instrument: Instruments and what changes in them. https://www.bitmex.com/app/wsAPI"""

    action: Action
    rows: list[InstrumentRow] = field(name="data")


def emit_instrument(scope: Scope, message: Instrument, ts_init: int, out: list[Event]) -> None:
    """Instruments and what changes in them to MarkPriceUpdate, IndexPriceUpdate, InstrumentStatus, CurrencyPair, CryptoPerpetual, CryptoFuture, CryptoFuturesSpread."""
    merge: Merge[InstrumentRow] = scope.machines["instrument"]
    for row in message.rows:
        try:
            key = row.symbol
            merged = merge.update(key, row, message.action == "partial")
            if merged is None:
                continue
            record = merged.record
            row_key = row.symbol
            if record.mark_price is not None and merged.any_present(("mark_price",)):
                out.append(
                    MarkPriceUpdate(
                        scope.ids[row_key],
                        finite(record.mark_price),
                        parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init,
                    )
                )
            if (
                record.fair_price is not None
                and merged.any_present(("fair_price",))
                and (record.mark_price is None)
            ):
                out.append(
                    MarkPriceUpdate(
                        scope.ids[row_key],
                        finite(record.fair_price),
                        parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init,
                    )
                )
            if record.indicative_settle_price is not None and merged.any_present(
                ("indicative_settle_price",)
            ):
                out.append(
                    IndexPriceUpdate(
                        scope.ids[row_key],
                        finite(record.indicative_settle_price),
                        parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init,
                    )
                )
            if (
                record.index_price is not None
                and merged.any_present(("index_price",))
                and (record.indicative_settle_price is None)
            ):
                out.append(
                    IndexPriceUpdate(
                        scope.ids[row_key],
                        finite(record.index_price),
                        parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init,
                    )
                )
            if (
                record.last_price is not None
                and merged.any_present(("last_price",))
                and (
                    record.symbol.startswith(".")
                    and record.indicative_settle_price is None
                    and record.index_price is None
                )
            ):
                out.append(
                    IndexPriceUpdate(
                        scope.ids[row_key],
                        finite(record.last_price),
                        parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init,
                    )
                )
            if record.state is not None and merged.any_changed(("state",)):
                state = STATE_MEANS.read(record.state, scope)
                out.append(
                    InstrumentStatus(
                        instrument_id=scope.ids[row_key],
                        action=state,
                        ts_event=parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init=ts_init,
                        is_trading=state is MARKET_STATUS_ACTION_TRADING,
                    )
                )
            typ = record.typ if record.typ is not None else ""
            is_inverse = record.is_inverse if record.is_inverse is not None else False
            quote_currency = record.quote_currency if record.quote_currency is not None else ""
            if (is_action := message.action in ("partial", "insert")) and (
                scope.product in ("", "spot")
                and typ in ("IFXXXP",)
                and (
                    state_ := (
                        STATE_MEANS.read(record.state, scope)
                        if record.state is not None
                        else MARKET_STATUS_ACTION_NONE
                    )
                )
                in (MARKET_STATUS_ACTION_TRADING, MARKET_STATUS_ACTION_CLOSE)
            ):
                if record.tick_size is None:
                    raise ValueError("is_present(tick_size) does not hold")
                tick_size = finite(record.tick_size) if record.tick_size is not None else DECIMAL_1
                position_multiplier = normalize(
                    div(
                        DECIMAL_1,
                        (
                            DECIMAL_1
                            if is_inverse
                            else (
                                finite(record.position_multiplier)
                                if record.position_multiplier is not None
                                else DECIMAL_1
                            )
                        ),
                        12,
                    )
                )
                lot_size = normalize(
                    multiply(
                        finite(record.lot_size) if record.lot_size is not None else DECIMAL_1,
                        position_multiplier,
                    )
                )
                out.append(
                    CurrencyPair(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size),
                        price_increment=tick_size,
                        size_precision=decimals(position_multiplier),
                        size_increment=position_multiplier,
                        lot_size=lot_size,
                        max_quantity=(
                            (normalize(multiply(finite(record.max_order_qty), position_multiplier)))
                            if record.max_order_qty is not None
                            else None
                        ),
                        min_quantity=lot_size,
                        max_price=finite(record.max_price) if record.max_price is not None else None,
                        min_price=finite(record.min_price) if record.min_price is not None else None,
                        margin_init=finite(record.init_margin) if record.init_margin is not None else None,
                        margin_maint=finite(record.maint_margin) if record.maint_margin is not None else None,
                        maker_fee=finite(record.maker_fee) if record.maker_fee is not None else None,
                        taker_fee=finite(record.taker_fee) if record.taker_fee is not None else None,
                        is_active=state_ is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "typ": record.typ,
                            "is_quanto": record.is_quanto,
                            "reference_symbol": record.reference_symbol,
                            "underlying_to_position_multiplier": (
                                finite(record.position_multiplier)
                                if record.position_multiplier is not None
                                else None
                            ),
                        },
                        ts_event=parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init=ts_init,
                        quote_currency=scope.currency(quote_currency).upper(),
                        base_currency=scope.currency(
                            record.underlying if record.underlying is not None else ""
                        ).upper(),
                    )
                )
            if is_action and (
                scope.product in ("", "perpetual")
                and typ in ("FFWCSX", "FFWCSF")
                and (
                    state_2 := (
                        STATE_MEANS.read(record.state, scope)
                        if record.state is not None
                        else MARKET_STATUS_ACTION_NONE
                    )
                )
                in (MARKET_STATUS_ACTION_TRADING, MARKET_STATUS_ACTION_CLOSE)
            ):
                if record.tick_size is None:
                    raise ValueError("is_present(tick_size) does not hold")
                tick_size_ = finite(record.tick_size) if record.tick_size is not None else DECIMAL_1
                position_multiplier_ = normalize(
                    div(
                        DECIMAL_1,
                        (
                            DECIMAL_1
                            if is_inverse
                            else (
                                finite(record.position_multiplier)
                                if record.position_multiplier is not None
                                else DECIMAL_1
                            )
                        ),
                        12,
                    )
                )
                lot_size_ = normalize(
                    multiply(
                        finite(record.lot_size) if record.lot_size is not None else DECIMAL_1,
                        position_multiplier_,
                    )
                )
                out.append(
                    CryptoPerpetual(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_),
                        price_increment=tick_size_,
                        size_precision=decimals(position_multiplier_),
                        size_increment=position_multiplier_,
                        multiplier=absolute(
                            finite(record.multiplier) if record.multiplier is not None else DECIMAL_1
                        ),
                        lot_size=lot_size_,
                        max_quantity=(
                            (normalize(multiply(finite(record.max_order_qty), position_multiplier_)))
                            if record.max_order_qty is not None
                            else None
                        ),
                        min_quantity=lot_size_,
                        max_price=finite(record.max_price) if record.max_price is not None else None,
                        min_price=finite(record.min_price) if record.min_price is not None else None,
                        margin_init=finite(record.init_margin) if record.init_margin is not None else None,
                        margin_maint=finite(record.maint_margin) if record.maint_margin is not None else None,
                        maker_fee=finite(record.maker_fee) if record.maker_fee is not None else None,
                        taker_fee=finite(record.taker_fee) if record.taker_fee is not None else None,
                        is_active=state_2 is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "typ": record.typ,
                            "is_quanto": record.is_quanto,
                            "reference_symbol": record.reference_symbol,
                            "underlying_to_position_multiplier": (
                                finite(record.position_multiplier)
                                if record.position_multiplier is not None
                                else None
                            ),
                        },
                        ts_event=parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init=ts_init,
                        quote_currency=scope.currency(quote_currency).upper(),
                        settlement_currency=scope.currency(
                            record.settlement_currency
                            if record.settlement_currency is not None
                            else quote_currency
                        ).upper(),
                        is_inverse=is_inverse,
                        base_currency=scope.currency(
                            record.underlying if record.underlying is not None else ""
                        ).upper(),
                    )
                )
            if is_action and (
                scope.product in ("", "future")
                and typ in ("FFCCSX", "FFICSX", "FXXXS", "FXXXN")
                and (
                    state_3 := (
                        STATE_MEANS.read(record.state, scope)
                        if record.state is not None
                        else MARKET_STATUS_ACTION_NONE
                    )
                )
                in (MARKET_STATUS_ACTION_TRADING, MARKET_STATUS_ACTION_CLOSE)
            ):
                if record.tick_size is None:
                    raise ValueError("is_present(tick_size) does not hold")
                tick_size_2 = finite(record.tick_size) if record.tick_size is not None else DECIMAL_1
                position_multiplier_2 = normalize(
                    div(
                        DECIMAL_1,
                        (
                            DECIMAL_1
                            if is_inverse
                            else (
                                finite(record.position_multiplier)
                                if record.position_multiplier is not None
                                else DECIMAL_1
                            )
                        ),
                        12,
                    )
                )
                lot_size_2 = normalize(
                    multiply(
                        finite(record.lot_size) if record.lot_size is not None else DECIMAL_1,
                        position_multiplier_2,
                    )
                )
                out.append(
                    CryptoFuture(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_2),
                        price_increment=tick_size_2,
                        size_precision=decimals(position_multiplier_2),
                        size_increment=position_multiplier_2,
                        multiplier=absolute(
                            finite(record.multiplier) if record.multiplier is not None else DECIMAL_1
                        ),
                        lot_size=lot_size_2,
                        max_quantity=(
                            (normalize(multiply(finite(record.max_order_qty), position_multiplier_2)))
                            if record.max_order_qty is not None
                            else None
                        ),
                        min_quantity=lot_size_2,
                        max_price=finite(record.max_price) if record.max_price is not None else None,
                        min_price=finite(record.min_price) if record.min_price is not None else None,
                        margin_init=finite(record.init_margin) if record.init_margin is not None else None,
                        margin_maint=finite(record.maint_margin) if record.maint_margin is not None else None,
                        maker_fee=finite(record.maker_fee) if record.maker_fee is not None else None,
                        taker_fee=finite(record.taker_fee) if record.taker_fee is not None else None,
                        is_active=state_3 is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "typ": record.typ,
                            "is_quanto": record.is_quanto,
                            "reference_symbol": record.reference_symbol,
                            "underlying_to_position_multiplier": (
                                finite(record.position_multiplier)
                                if record.position_multiplier is not None
                                else None
                            ),
                        },
                        ts_event=parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init=ts_init,
                        quote_currency=scope.currency(quote_currency).upper(),
                        settlement_currency=scope.currency(
                            record.settlement_currency
                            if record.settlement_currency is not None
                            else quote_currency
                        ).upper(),
                        is_inverse=is_inverse,
                        underlying=scope.currency(
                            record.underlying
                            if record.underlying is not None
                            else record.root_symbol if record.root_symbol is not None else ""
                        ).upper(),
                        activation_ns=(
                            parse_iso(record.listing_time)
                            if record.listing_time is not None
                            else parse_iso(record.time) if record.time is not None else 0
                        ),
                        expiration_ns=parse_iso(record.expiry_time) if record.expiry_time is not None else 0,
                    )
                )
            if is_action and (
                scope.product in ("", "futures_spread")
                and typ in ("FFMCSX", "FMXXS")
                and (
                    state_4 := (
                        STATE_MEANS.read(record.state, scope)
                        if record.state is not None
                        else MARKET_STATUS_ACTION_NONE
                    )
                )
                in (MARKET_STATUS_ACTION_TRADING, MARKET_STATUS_ACTION_CLOSE)
            ):
                if record.tick_size is None:
                    raise ValueError("is_present(tick_size) does not hold")
                tick_size_3 = finite(record.tick_size) if record.tick_size is not None else DECIMAL_1
                position_multiplier_3 = normalize(
                    div(
                        DECIMAL_1,
                        (
                            DECIMAL_1
                            if is_inverse
                            else (
                                finite(record.position_multiplier)
                                if record.position_multiplier is not None
                                else DECIMAL_1
                            )
                        ),
                        12,
                    )
                )
                lot_size_3 = normalize(
                    multiply(
                        finite(record.lot_size) if record.lot_size is not None else DECIMAL_1,
                        position_multiplier_3,
                    )
                )
                out.append(
                    CryptoFuturesSpread(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_3),
                        price_increment=tick_size_3,
                        size_precision=decimals(position_multiplier_3),
                        size_increment=position_multiplier_3,
                        multiplier=absolute(
                            finite(record.multiplier) if record.multiplier is not None else DECIMAL_1
                        ),
                        lot_size=lot_size_3,
                        max_quantity=(
                            (normalize(multiply(finite(record.max_order_qty), position_multiplier_3)))
                            if record.max_order_qty is not None
                            else None
                        ),
                        min_quantity=lot_size_3,
                        max_price=finite(record.max_price) if record.max_price is not None else None,
                        min_price=finite(record.min_price) if record.min_price is not None else None,
                        margin_init=finite(record.init_margin) if record.init_margin is not None else None,
                        margin_maint=finite(record.maint_margin) if record.maint_margin is not None else None,
                        maker_fee=finite(record.maker_fee) if record.maker_fee is not None else None,
                        taker_fee=finite(record.taker_fee) if record.taker_fee is not None else None,
                        is_active=state_4 is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "typ": record.typ,
                            "is_quanto": record.is_quanto,
                            "reference_symbol": record.reference_symbol,
                            "underlying_to_position_multiplier": (
                                finite(record.position_multiplier)
                                if record.position_multiplier is not None
                                else None
                            ),
                        },
                        ts_event=parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init=ts_init,
                        quote_currency=scope.currency(quote_currency).upper(),
                        settlement_currency=scope.currency(
                            record.settlement_currency
                            if record.settlement_currency is not None
                            else quote_currency
                        ).upper(),
                        is_inverse=is_inverse,
                        underlying=scope.currency(
                            record.underlying
                            if record.underlying is not None
                            else record.root_symbol if record.root_symbol is not None else ""
                        ).upper(),
                        strategy_type="FS",
                        activation_ns=(
                            parse_iso(record.listing_time)
                            if record.listing_time is not None
                            else parse_iso(record.time) if record.time is not None else 0
                        ),
                        expiration_ns=parse_iso(record.expiry_time) if record.expiry_time is not None else 0,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
