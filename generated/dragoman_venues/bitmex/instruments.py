"""instruments of the venue bitmex. Generated from specs/bitmex/instruments.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import (
    CryptoFuture,
    CryptoFuturesSpread,
    CryptoPerpetual,
    CurrencyPair,
    IndexInstrument,
    IndexPriceUpdate,
    MarketStatusAction,
)
from dragoman.translate.facts import Event
from dragoman.translate.functions import absolute, decimals, div, multiply, normalize, parse_iso
from dragoman.translate.reads import OpenEnum, as_list, finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

STATE_MEANS: OpenEnum[MarketStatusAction] = OpenEnum(
    "State",
    {
        "Open": MarketStatusAction.TRADING,
        "Closed": MarketStatusAction.CLOSE,
        "Settled": MarketStatusAction.POST_CLOSE,
        "Unlisted": MarketStatusAction.NOT_AVAILABLE_FOR_TRADING,
        "Delisted": MarketStatusAction.NOT_AVAILABLE_FOR_TRADING,
    },
    MarketStatusAction.NOT_AVAILABLE_FOR_TRADING,
)

DECIMAL_0 = Decimal("0")
DECIMAL_1 = Decimal("1")
MARKET_STATUS_ACTION_CLOSE = MarketStatusAction.CLOSE
MARKET_STATUS_ACTION_NONE = MarketStatusAction.NONE
MARKET_STATUS_ACTION_TRADING = MarketStatusAction.TRADING


class InstrumentRow(Struct, frozen=True, kw_only=True, gc=False):
    """One instrument; changes of it in the stream hold only what is new. https://www.bitmex.com/api/explorer/#!/Instrument/Instrument_get"""

    symbol: str
    typ: str | None = None
    state: str | None = None
    time: str | None = field(name="timestamp", default=None)
    listing_time: str | None = field(name="listing", default=None)
    expiry_time: str | None = field(name="expiry", default=None)
    root_symbol: str | None = field(name="rootSymbol", default=None)
    underlying: str | None = None
    quote_currency: str | None = field(name="quoteCurrency", default=None)
    settlement_currency: str | None = field(name="settlCurrency", default=None)
    reference_symbol: str | None = field(name="referenceSymbol", default=None)
    tick_size: Decimal | None = field(name="tickSize", default=None)
    lot_size: Decimal | None = field(name="lotSize", default=None)
    max_order_qty: Decimal | None = field(name="maxOrderQty", default=None)
    max_price: Decimal | None = field(name="maxPrice", default=None)
    min_price: Decimal | None = field(name="minPrice", default=None)
    multiplier: Decimal | None = None
    position_multiplier: Decimal | None = field(name="underlyingToPositionMultiplier", default=None)
    is_inverse: bool | None = field(name="isInverse", default=None)
    is_quanto: bool | None = field(name="isQuanto", default=None)
    init_margin: Decimal | None = field(name="initMargin", default=None)
    maint_margin: Decimal | None = field(name="maintMargin", default=None)
    maker_fee: Decimal | None = field(name="makerFee", default=None)
    taker_fee: Decimal | None = field(name="takerFee", default=None)
    last_price: Decimal | None = field(name="lastPrice", default=None)
    mark_price: Decimal | None = field(name="markPrice", default=None)
    fair_price: Decimal | None = field(name="fairPrice", default=None)
    index_price: Decimal | None = field(name="indexPrice", default=None)
    indicative_settle_price: Decimal | None = field(name="indicativeSettlePrice", default=None)


def emit_get_active_instruments(
    scope: Scope, message: InstrumentRow | list[InstrumentRow], ts_init: int, out: list[Event]
) -> None:
    """Instruments that are traded to CurrencyPair, CryptoPerpetual, CryptoFuture, CryptoFuturesSpread."""
    for row in as_list(message):
        is_inverse = row.is_inverse if row.is_inverse is not None else False
        quote_currency = row.quote_currency if row.quote_currency is not None else ""
        try:
            row_key = row.symbol
            if (
                scope.product in ("", "spot")
                and (row.typ if row.typ is not None else "") in ("IFXXXP",)
                and (
                    state := (
                        STATE_MEANS.read(row.state, scope)
                        if row.state is not None
                        else MARKET_STATUS_ACTION_NONE
                    )
                )
                in (MARKET_STATUS_ACTION_TRADING, MARKET_STATUS_ACTION_CLOSE)
            ):
                if row.tick_size is None:
                    raise ValueError("is_present(tick_size) does not hold")
                tick_size = finite(row.tick_size) if row.tick_size is not None else DECIMAL_1
                position_multiplier = normalize(
                    div(
                        DECIMAL_1,
                        (
                            DECIMAL_1
                            if is_inverse
                            else (
                                finite(row.position_multiplier)
                                if row.position_multiplier is not None
                                else DECIMAL_1
                            )
                        ),
                        12,
                    )
                )
                lot_size = normalize(
                    multiply(
                        finite(row.lot_size) if row.lot_size is not None else DECIMAL_1, position_multiplier
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
                            (normalize(multiply(finite(row.max_order_qty), position_multiplier)))
                            if row.max_order_qty is not None
                            else None
                        ),
                        min_quantity=lot_size,
                        max_price=finite(row.max_price) if row.max_price is not None else None,
                        min_price=finite(row.min_price) if row.min_price is not None else None,
                        margin_init=finite(row.init_margin) if row.init_margin is not None else None,
                        margin_maint=finite(row.maint_margin) if row.maint_margin is not None else None,
                        maker_fee=finite(row.maker_fee) if row.maker_fee is not None else None,
                        taker_fee=finite(row.taker_fee) if row.taker_fee is not None else None,
                        is_active=state is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "typ": row.typ,
                            "is_quanto": row.is_quanto,
                            "reference_symbol": row.reference_symbol,
                            "underlying_to_position_multiplier": (
                                finite(row.position_multiplier)
                                if row.position_multiplier is not None
                                else None
                            ),
                        },
                        ts_event=parse_iso(row.time) if row.time is not None else ts_init,
                        ts_init=ts_init,
                        quote_currency=scope.currency(quote_currency).upper(),
                        base_currency=scope.currency(
                            row.underlying if row.underlying is not None else ""
                        ).upper(),
                    )
                )
            if (
                scope.product in ("", "perpetual")
                and (row.typ if row.typ is not None else "") in ("FFWCSX", "FFWCSF")
                and (
                    state_ := (
                        STATE_MEANS.read(row.state, scope)
                        if row.state is not None
                        else MARKET_STATUS_ACTION_NONE
                    )
                )
                in (MARKET_STATUS_ACTION_TRADING, MARKET_STATUS_ACTION_CLOSE)
            ):
                if row.tick_size is None:
                    raise ValueError("is_present(tick_size) does not hold")
                tick_size_ = finite(row.tick_size) if row.tick_size is not None else DECIMAL_1
                position_multiplier_ = normalize(
                    div(
                        DECIMAL_1,
                        (
                            DECIMAL_1
                            if is_inverse
                            else (
                                finite(row.position_multiplier)
                                if row.position_multiplier is not None
                                else DECIMAL_1
                            )
                        ),
                        12,
                    )
                )
                lot_size_ = normalize(
                    multiply(
                        finite(row.lot_size) if row.lot_size is not None else DECIMAL_1, position_multiplier_
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
                            finite(row.multiplier) if row.multiplier is not None else DECIMAL_1
                        ),
                        lot_size=lot_size_,
                        max_quantity=(
                            (normalize(multiply(finite(row.max_order_qty), position_multiplier_)))
                            if row.max_order_qty is not None
                            else None
                        ),
                        min_quantity=lot_size_,
                        max_price=finite(row.max_price) if row.max_price is not None else None,
                        min_price=finite(row.min_price) if row.min_price is not None else None,
                        margin_init=finite(row.init_margin) if row.init_margin is not None else None,
                        margin_maint=finite(row.maint_margin) if row.maint_margin is not None else None,
                        maker_fee=finite(row.maker_fee) if row.maker_fee is not None else None,
                        taker_fee=finite(row.taker_fee) if row.taker_fee is not None else None,
                        is_active=state_ is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "typ": row.typ,
                            "is_quanto": row.is_quanto,
                            "reference_symbol": row.reference_symbol,
                            "underlying_to_position_multiplier": (
                                finite(row.position_multiplier)
                                if row.position_multiplier is not None
                                else None
                            ),
                        },
                        ts_event=parse_iso(row.time) if row.time is not None else ts_init,
                        ts_init=ts_init,
                        quote_currency=scope.currency(quote_currency).upper(),
                        settlement_currency=scope.currency(
                            row.settlement_currency if row.settlement_currency is not None else quote_currency
                        ).upper(),
                        is_inverse=is_inverse,
                        base_currency=scope.currency(
                            row.underlying if row.underlying is not None else ""
                        ).upper(),
                    )
                )
            if (
                scope.product in ("", "future")
                and (row.typ if row.typ is not None else "") in ("FFCCSX", "FFICSX", "FXXXS", "FXXXN")
                and (
                    state_2 := (
                        STATE_MEANS.read(row.state, scope)
                        if row.state is not None
                        else MARKET_STATUS_ACTION_NONE
                    )
                )
                in (MARKET_STATUS_ACTION_TRADING, MARKET_STATUS_ACTION_CLOSE)
            ):
                if row.tick_size is None:
                    raise ValueError("is_present(tick_size) does not hold")
                tick_size_2 = finite(row.tick_size) if row.tick_size is not None else DECIMAL_1
                position_multiplier_2 = normalize(
                    div(
                        DECIMAL_1,
                        (
                            DECIMAL_1
                            if is_inverse
                            else (
                                finite(row.position_multiplier)
                                if row.position_multiplier is not None
                                else DECIMAL_1
                            )
                        ),
                        12,
                    )
                )
                lot_size_2 = normalize(
                    multiply(
                        finite(row.lot_size) if row.lot_size is not None else DECIMAL_1, position_multiplier_2
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
                            finite(row.multiplier) if row.multiplier is not None else DECIMAL_1
                        ),
                        lot_size=lot_size_2,
                        max_quantity=(
                            (normalize(multiply(finite(row.max_order_qty), position_multiplier_2)))
                            if row.max_order_qty is not None
                            else None
                        ),
                        min_quantity=lot_size_2,
                        max_price=finite(row.max_price) if row.max_price is not None else None,
                        min_price=finite(row.min_price) if row.min_price is not None else None,
                        margin_init=finite(row.init_margin) if row.init_margin is not None else None,
                        margin_maint=finite(row.maint_margin) if row.maint_margin is not None else None,
                        maker_fee=finite(row.maker_fee) if row.maker_fee is not None else None,
                        taker_fee=finite(row.taker_fee) if row.taker_fee is not None else None,
                        is_active=state_2 is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "typ": row.typ,
                            "is_quanto": row.is_quanto,
                            "reference_symbol": row.reference_symbol,
                            "underlying_to_position_multiplier": (
                                finite(row.position_multiplier)
                                if row.position_multiplier is not None
                                else None
                            ),
                        },
                        ts_event=parse_iso(row.time) if row.time is not None else ts_init,
                        ts_init=ts_init,
                        quote_currency=scope.currency(quote_currency).upper(),
                        settlement_currency=scope.currency(
                            row.settlement_currency if row.settlement_currency is not None else quote_currency
                        ).upper(),
                        is_inverse=is_inverse,
                        underlying=scope.currency(
                            row.underlying
                            if row.underlying is not None
                            else row.root_symbol if row.root_symbol is not None else ""
                        ).upper(),
                        activation_ns=(
                            parse_iso(row.listing_time)
                            if row.listing_time is not None
                            else parse_iso(row.time) if row.time is not None else 0
                        ),
                        expiration_ns=parse_iso(row.expiry_time) if row.expiry_time is not None else 0,
                    )
                )
            if (
                scope.product in ("", "futures_spread")
                and (row.typ if row.typ is not None else "") in ("FFMCSX", "FMXXS")
                and (
                    state_3 := (
                        STATE_MEANS.read(row.state, scope)
                        if row.state is not None
                        else MARKET_STATUS_ACTION_NONE
                    )
                )
                in (MARKET_STATUS_ACTION_TRADING, MARKET_STATUS_ACTION_CLOSE)
            ):
                if row.tick_size is None:
                    raise ValueError("is_present(tick_size) does not hold")
                tick_size_3 = finite(row.tick_size) if row.tick_size is not None else DECIMAL_1
                position_multiplier_3 = normalize(
                    div(
                        DECIMAL_1,
                        (
                            DECIMAL_1
                            if is_inverse
                            else (
                                finite(row.position_multiplier)
                                if row.position_multiplier is not None
                                else DECIMAL_1
                            )
                        ),
                        12,
                    )
                )
                lot_size_3 = normalize(
                    multiply(
                        finite(row.lot_size) if row.lot_size is not None else DECIMAL_1, position_multiplier_3
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
                            finite(row.multiplier) if row.multiplier is not None else DECIMAL_1
                        ),
                        lot_size=lot_size_3,
                        max_quantity=(
                            (normalize(multiply(finite(row.max_order_qty), position_multiplier_3)))
                            if row.max_order_qty is not None
                            else None
                        ),
                        min_quantity=lot_size_3,
                        max_price=finite(row.max_price) if row.max_price is not None else None,
                        min_price=finite(row.min_price) if row.min_price is not None else None,
                        margin_init=finite(row.init_margin) if row.init_margin is not None else None,
                        margin_maint=finite(row.maint_margin) if row.maint_margin is not None else None,
                        maker_fee=finite(row.maker_fee) if row.maker_fee is not None else None,
                        taker_fee=finite(row.taker_fee) if row.taker_fee is not None else None,
                        is_active=state_3 is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "typ": row.typ,
                            "is_quanto": row.is_quanto,
                            "reference_symbol": row.reference_symbol,
                            "underlying_to_position_multiplier": (
                                finite(row.position_multiplier)
                                if row.position_multiplier is not None
                                else None
                            ),
                        },
                        ts_event=parse_iso(row.time) if row.time is not None else ts_init,
                        ts_init=ts_init,
                        quote_currency=scope.currency(quote_currency).upper(),
                        settlement_currency=scope.currency(
                            row.settlement_currency if row.settlement_currency is not None else quote_currency
                        ).upper(),
                        is_inverse=is_inverse,
                        underlying=scope.currency(
                            row.underlying
                            if row.underlying is not None
                            else row.root_symbol if row.root_symbol is not None else ""
                        ).upper(),
                        strategy_type="FS",
                        activation_ns=(
                            parse_iso(row.listing_time)
                            if row.listing_time is not None
                            else parse_iso(row.time) if row.time is not None else 0
                        ),
                        expiration_ns=parse_iso(row.expiry_time) if row.expiry_time is not None else 0,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_indices(
    scope: Scope, message: InstrumentRow | list[InstrumentRow], ts_init: int, out: list[Event]
) -> None:
    """Indices with their values to IndexInstrument, IndexPriceUpdate."""
    for row in as_list(message):
        try:
            row_key = row.symbol
            tick_size = finite(row.tick_size) if row.tick_size is not None else DECIMAL_1
            time = parse_iso(row.time) if row.time is not None else ts_init
            out.append(
                IndexInstrument(
                    instrument_id=scope.ids.define(row_key),
                    raw_symbol=scope.raw_symbol(row_key),
                    price_precision=decimals(tick_size),
                    price_increment=tick_size,
                    info={"typ": row.typ},
                    ts_event=time,
                    ts_init=ts_init,
                    currency=scope.currency(
                        row.quote_currency if row.quote_currency is not None else ""
                    ).upper(),
                )
            )
            if row.last_price is not None:
                out.append(IndexPriceUpdate(scope.ids[row_key], finite(row.last_price), time, ts_init))
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


emit_get_instruments = emit_get_active_instruments
