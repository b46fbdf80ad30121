"""instruments of the venue binance. Generated from specs/binance/instruments.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import (
    CryptoFuture,
    CryptoPerpetual,
    CurrencyPair,
    InstrumentId,
    InstrumentStatus,
    MarketStatusAction,
    Money,
)
from dragoman.translate.facts import Event
from dragoman.translate.functions import decimals, normalize, pow10
from dragoman.translate.polls import Polls
from dragoman.translate.reads import OpenEnum, finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

SPOT_STATE_MEANS: OpenEnum[MarketStatusAction] = OpenEnum(
    "SpotState",
    {
        "TRADING": MarketStatusAction.TRADING,
        "END_OF_DAY": MarketStatusAction.POST_CLOSE,
        "HALT": MarketStatusAction.HALT,
        "BREAK": MarketStatusAction.HALT,
        "CANCEL_ONLY": MarketStatusAction.PAUSE,
        "PRE_TRADING": MarketStatusAction.PRE_OPEN,
        "POST_TRADING": MarketStatusAction.POST_CLOSE,
        "AUCTION_MATCH": MarketStatusAction.CROSS,
    },
    MarketStatusAction.NONE,
)
CONTRACT_STATUS_MEANS: OpenEnum[MarketStatusAction] = OpenEnum(
    "ContractStatus",
    {
        "TRADING": MarketStatusAction.TRADING,
        "PENDING_TRADING": MarketStatusAction.PRE_OPEN,
        "PRE_DELIVERING": MarketStatusAction.PRE_CLOSE,
        "PRE_DELISTING": MarketStatusAction.PRE_CLOSE,
        "PRE_SETTLE": MarketStatusAction.PRE_CLOSE,
        "DELIVERING": MarketStatusAction.SUSPEND,
        "SETTLING": MarketStatusAction.SUSPEND,
        "CANCEL_ONLY": MarketStatusAction.PAUSE,
        "DELIVERED": MarketStatusAction.POST_CLOSE,
        "CLOSE": MarketStatusAction.CLOSE,
        "BREAK": MarketStatusAction.HALT,
        "HALT": MarketStatusAction.HALT,
    },
    MarketStatusAction.NONE,
)

DECIMAL_0 = Decimal("0")
MARKET_STATUS_ACTION_NOT_AVAILABLE_FOR_TRADING = MarketStatusAction.NOT_AVAILABLE_FOR_TRADING
MARKET_STATUS_ACTION_TRADING = MarketStatusAction.TRADING


class Filter(Struct, frozen=True, kw_only=True, gc=False):
    """One trading rule; filterType tells which fields it has. https://github.com/binance/binance-spot-api-docs/blob/master/filters.md"""

    filter_type: str = field(name="filterType")
    min_price: Decimal | None = field(name="minPrice", default=None)
    max_price: Decimal | None = field(name="maxPrice", default=None)
    tick_size: Decimal | None = field(name="tickSize", default=None)
    min_qty: Decimal | None = field(name="minQty", default=None)
    max_qty: Decimal | None = field(name="maxQty", default=None)
    step_size: Decimal | None = field(name="stepSize", default=None)
    notional: Decimal | None = None
    min_notional: Decimal | None = field(name="minNotional", default=None)
    max_notional: Decimal | None = field(name="maxNotional", default=None)
    apply_to_market: bool | None = field(name="applyToMarket", default=None)
    apply_min_to_market: bool | None = field(name="applyMinToMarket", default=None)
    apply_max_to_market: bool | None = field(name="applyMaxToMarket", default=None)
    avg_price_mins: int | None = field(name="avgPriceMins", default=None)
    multiplier_up: Decimal | None = field(name="multiplierUp", default=None)
    multiplier_down: Decimal | None = field(name="multiplierDown", default=None)
    multiplier_decimal: Decimal | None = field(name="multiplierDecimal", default=None)
    bid_multiplier_up: Decimal | None = field(name="bidMultiplierUp", default=None)
    bid_multiplier_down: Decimal | None = field(name="bidMultiplierDown", default=None)
    ask_multiplier_up: Decimal | None = field(name="askMultiplierUp", default=None)
    ask_multiplier_down: Decimal | None = field(name="askMultiplierDown", default=None)
    limit: int | None = None
    max_num_orders: int | None = field(name="maxNumOrders", default=None)
    max_num_algo_orders: int | None = field(name="maxNumAlgoOrders", default=None)
    max_num_iceberg_orders: int | None = field(name="maxNumIcebergOrders", default=None)
    max_num_order_amends: int | None = field(name="maxNumOrderAmends", default=None)
    max_num_order_lists: int | None = field(name="maxNumOrderLists", default=None)
    max_position: Decimal | None = field(name="maxPosition", default=None)
    min_trailing_above_delta: int | None = field(name="minTrailingAboveDelta", default=None)
    max_trailing_above_delta: int | None = field(name="maxTrailingAboveDelta", default=None)
    min_trailing_below_delta: int | None = field(name="minTrailingBelowDelta", default=None)
    max_trailing_below_delta: int | None = field(name="maxTrailingBelowDelta", default=None)


class RateLimit(Struct, frozen=True, kw_only=True, gc=False):
    """One budget as the venue states it. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#exchange-information"""

    rate_limit_type: str | None = field(name="rateLimitType", default=None)
    interval: str | None = None
    interval_num: int | None = field(name="intervalNum", default=None)
    limit: int | None = None


class SpotSymbol(Struct, frozen=True, kw_only=True, gc=False):
    """One spot symbol. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#exchange-information"""

    symbol: str
    status: str
    base_asset: str = field(name="baseAsset")
    base_asset_precision: int = field(name="baseAssetPrecision")
    quote_asset: str = field(name="quoteAsset")
    quote_asset_precision: int = field(name="quoteAssetPrecision")
    order_types: list[str] | None = field(name="orderTypes", default=None)
    iceberg_allowed: bool | None = field(name="icebergAllowed", default=None)
    oco_allowed: bool | None = field(name="ocoAllowed", default=None)
    oto_allowed: bool | None = field(name="otoAllowed", default=None)
    quote_order_qty_market_allowed: bool | None = field(name="quoteOrderQtyMarketAllowed", default=None)
    allow_trailing_stop: bool | None = field(name="allowTrailingStop", default=None)
    cancel_replace_allowed: bool | None = field(name="cancelReplaceAllowed", default=None)
    amend_allowed: bool | None = field(name="amendAllowed", default=None)
    is_spot_trading_allowed: bool | None = field(name="isSpotTradingAllowed", default=None)
    is_margin_trading_allowed: bool | None = field(name="isMarginTradingAllowed", default=None)
    filters: list[Filter]
    permissions: list[str] | None = None
    permission_sets: list[list[str]] | None = field(name="permissionSets", default=None)


class SpotListed(Struct, frozen=True, kw_only=True, gc=False):
    """A spot symbol and its state. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#exchange-information"""

    symbol: str
    status: str


class FuturesSymbol(Struct, frozen=True, kw_only=True, gc=False):
    """One futures contract of USD-M. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#exchange-information"""

    symbol: str
    pair: str
    contract_type: str = field(name="contractType")
    delivery_date_ms: int = field(name="deliveryDate")
    onboard_date_ms: int = field(name="onboardDate")
    status: str
    maint_margin_percent: Decimal | None = field(name="maintMarginPercent", default=None)
    required_margin_percent: Decimal | None = field(name="requiredMarginPercent", default=None)
    base_asset: str = field(name="baseAsset")
    quote_asset: str = field(name="quoteAsset")
    margin_asset: str = field(name="marginAsset")
    price_precision: int = field(name="pricePrecision")
    quantity_precision: int = field(name="quantityPrecision")
    underlying_type: str | None = field(name="underlyingType", default=None)
    underlying_sub_type: list[str] | None = field(name="underlyingSubType", default=None)
    trigger_protect: Decimal | None = field(name="triggerProtect", default=None)
    liquidation_fee: Decimal | None = field(name="liquidationFee", default=None)
    market_take_bound: Decimal | None = field(name="marketTakeBound", default=None)
    filters: list[Filter]
    order_types: list[str] | None = field(name="orderTypes", default=None)
    time_in_force: list[str] | None = field(name="timeInForce", default=None)


class CoinSymbol(Struct, frozen=True, kw_only=True, gc=False):
    """One futures contract of COIN-M. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/rest-api/market-data#exchange-information"""

    symbol: str
    pair: str
    contract_type: str = field(name="contractType")
    delivery_date_ms: int = field(name="deliveryDate")
    onboard_date_ms: int = field(name="onboardDate")
    maint_margin_percent: Decimal | None = field(name="maintMarginPercent", default=None)
    required_margin_percent: Decimal | None = field(name="requiredMarginPercent", default=None)
    base_asset: str = field(name="baseAsset")
    quote_asset: str = field(name="quoteAsset")
    margin_asset: str = field(name="marginAsset")
    price_precision: int = field(name="pricePrecision")
    quantity_precision: int = field(name="quantityPrecision")
    underlying_type: str | None = field(name="underlyingType", default=None)
    trigger_protect: Decimal | None = field(name="triggerProtect", default=None)
    liquidation_fee: Decimal | None = field(name="liquidationFee", default=None)
    market_take_bound: Decimal | None = field(name="marketTakeBound", default=None)
    filters: list[Filter]
    order_types: list[str] | None = field(name="orderTypes", default=None)
    time_in_force: list[str] | None = field(name="timeInForce", default=None)
    status: str = field(name="contractStatus")
    contract_size: Decimal = field(name="contractSize")


class Bracket(Struct, frozen=True, kw_only=True, gc=False):
    """One leverage bracket of a contract. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#contract-info-stream"""

    bracket: int = field(name="bs")
    floor_notional: Decimal = field(name="bnf")
    cap_notional: Decimal = field(name="bnc")
    maintenance_ratio: Decimal = field(name="mmr")
    auxiliary: Decimal = field(name="cf")
    min_leverage: int = field(name="mi")
    max_leverage: int = field(name="ma")


class GetTradeFeeRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_trade_fee: Maker and taker fees of this account, by spot symbol. https://developers.binance.com/docs/wallet/asset/trade-fee"""

    symbol: str
    maker_commission: Decimal = field(name="makerCommission")
    taker_commission: Decimal = field(name="takerCommission")


class GetSpotExchangeInfoResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_spot_exchange_info: Spot symbols and their trading rules. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#exchange-information"""

    server_time_ms: int = field(name="serverTime")
    rate_limits: list[RateLimit] | None = field(name="rateLimits", default=None)
    symbols: list[SpotSymbol]


class GetSpotStatesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_spot_states: Spot symbols with their states. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#exchange-information"""

    server_time_ms: int = field(name="serverTime")
    symbols: list[SpotListed]


class GetUsdmExchangeInfoResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_usdm_exchange_info: USD-M contracts and their trading rules. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#exchange-information"""

    server_time_ms: int = field(name="serverTime")
    rate_limits: list[RateLimit] | None = field(name="rateLimits", default=None)
    symbols: list[FuturesSymbol]


class GetCoinmExchangeInfoResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_coinm_exchange_info: COIN-M contracts and their trading rules. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/rest-api/market-data#exchange-information"""

    server_time_ms: int = field(name="serverTime")
    rate_limits: list[RateLimit] | None = field(name="rateLimits", default=None)
    symbols: list[CoinSymbol]


class ContractInfo(Struct, frozen=True, kw_only=True, tag_field="e", tag="contractInfo", gc=False):
    """A message of contract_info: Listings, settlements and leverage brackets of contracts. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#contract-info-stream"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    pair: str | None = field(name="ps", default=None)
    contract_type: str = field(name="ct")
    delivery_time_ms: int = field(name="dt")
    onboard_time_ms: int = field(name="ot")
    status: str = field(name="cs")
    brackets: list[Bracket] | None = field(name="bks", default=None)


class BinanceFuturesContractInfo(Struct, frozen=True, kw_only=True):
    """A contract was listed, settled, or got other leverage brackets. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#contract-info-stream"""

    instrument_id: InstrumentId
    pair: str
    contract_type: str
    delivery_time: int
    onboard_time: int
    brackets: list[Bracket]
    ts_event: int
    ts_init: int


def emit_get_spot_exchange_info(
    scope: Scope, message: GetSpotExchangeInfoResponse, ts_init: int, out: list[Event]
) -> None:
    """Spot symbols and their trading rules to CurrencyPair."""
    for row in message.symbols:
        try:
            row_key = row.symbol
            quote_asset_precision = (
                got_3
                if (
                    got_3 := next(
                        (
                            finite(item.tick_size) if item.tick_size is not None else None
                            for item in row.filters
                            if item.filter_type == "PRICE_FILTER"
                        ),
                        None,
                    )
                )
                is not None
                else pow10(-row.quote_asset_precision)
            )
            base_asset_precision_ = (
                got_4
                if (
                    got_4 := next(
                        (
                            finite(item.step_size) if item.step_size is not None else None
                            for item in row.filters
                            if item.filter_type == "LOT_SIZE"
                        ),
                        None,
                    )
                )
                is not None
                else pow10(-row.base_asset_precision)
            )
            base_asset_precision = normalize(base_asset_precision_)
            max_notional = next(
                (
                    finite(item.max_notional) if item.max_notional is not None else None
                    for item in row.filters
                    if item.filter_type == "NOTIONAL"
                ),
                None,
            )
            min_notional = next(
                (
                    finite(item.min_notional) if item.min_notional is not None else None
                    for item in row.filters
                    if item.filter_type == "NOTIONAL"
                ),
                None,
            )
            out.append(
                CurrencyPair(
                    instrument_id=scope.ids.define(row_key),
                    raw_symbol=scope.raw_symbol(row_key),
                    price_precision=decimals(quote_asset_precision),
                    price_increment=normalize(quote_asset_precision),
                    size_precision=decimals(base_asset_precision_),
                    size_increment=base_asset_precision,
                    lot_size=base_asset_precision,
                    max_quantity=next(
                        (
                            finite(item.max_qty) if item.max_qty is not None else None
                            for item in row.filters
                            if item.filter_type == "LOT_SIZE"
                        ),
                        None,
                    ),
                    min_quantity=next(
                        (
                            finite(item.min_qty) if item.min_qty is not None else None
                            for item in row.filters
                            if item.filter_type == "LOT_SIZE"
                        ),
                        None,
                    ),
                    max_notional=(
                        (Money((max_notional if max_notional is not None else DECIMAL_0), row.quote_asset))
                        if (max_notional is not None)
                        else None
                    ),
                    min_notional=(
                        (
                            Money(
                                (
                                    min_notional
                                    if min_notional is not None
                                    else (
                                        got_5
                                        if (
                                            got_5 := next(
                                                (
                                                    (
                                                        finite(item_2.min_notional)
                                                        if item_2.min_notional is not None
                                                        else None
                                                    )
                                                    for item_2 in row.filters
                                                    if item_2.filter_type == "MIN_NOTIONAL"
                                                ),
                                                None,
                                            )
                                        )
                                        is not None
                                        else DECIMAL_0
                                    )
                                ),
                                row.quote_asset,
                            )
                        )
                        if (
                            (
                                min_notional
                                if min_notional is not None
                                else next(
                                    (
                                        (
                                            finite(item_2.min_notional)
                                            if item_2.min_notional is not None
                                            else None
                                        )
                                        for item_2 in row.filters
                                        if item_2.filter_type == "MIN_NOTIONAL"
                                    ),
                                    None,
                                )
                            )
                            is not None
                        )
                        else None
                    ),
                    max_price=next(
                        (
                            finite(item.max_price) if item.max_price is not None else None
                            for item in row.filters
                            if item.filter_type == "PRICE_FILTER"
                        ),
                        None,
                    ),
                    min_price=next(
                        (
                            finite(item.min_price) if item.min_price is not None else None
                            for item in row.filters
                            if item.filter_type == "PRICE_FILTER"
                        ),
                        None,
                    ),
                    maker_fee=scope.told_dec("maker_fee"),
                    taker_fee=scope.told_dec("taker_fee"),
                    is_active=row.status == "TRADING",
                    info={
                        "status": row.status,
                        "filters": row.filters,
                        "order_types": row.order_types,
                        "permission_sets": row.permission_sets,
                        "is_margin_trading_allowed": row.is_margin_trading_allowed,
                    },
                    ts_event=message.server_time_ms * 1_000_000,
                    ts_init=ts_init,
                    quote_currency=row.quote_asset,
                    base_currency=row.base_asset,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.symbols", row, error)


def emit_get_spot_states(
    scope: Scope, message: GetSpotStatesResponse, ts_init: int, out: list[Event]
) -> None:
    """Spot symbols with their states to InstrumentStatus."""
    polls: Polls[SpotListed] = scope.machines["get_spot_states"]
    for listed in polls.rows(message.symbols, scope.request, differs=scope.synced):
        try:
            out.append(
                InstrumentStatus(
                    instrument_id=scope.ids[listed.symbol],
                    action=(
                        MARKET_STATUS_ACTION_NOT_AVAILABLE_FOR_TRADING
                        if polls.change == "removed"
                        else SPOT_STATE_MEANS.read(listed.status, scope)
                    ),
                    ts_event=message.server_time_ms * 1_000_000,
                    ts_init=ts_init,
                    is_trading=polls.change != "removed"
                    and SPOT_STATE_MEANS.read(listed.status, scope) is MARKET_STATUS_ACTION_TRADING,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.symbols", listed, error)


def emit_get_usdm_exchange_info(
    scope: Scope, message: GetUsdmExchangeInfoResponse, ts_init: int, out: list[Event]
) -> None:
    """USD-M contracts and their trading rules to CryptoPerpetual, CryptoFuture."""
    for row in message.symbols:
        try:
            row_key = row.symbol
            if "_" not in row_key:
                price_precision = (
                    got_2
                    if (
                        got_2 := next(
                            (
                                finite(item.tick_size) if item.tick_size is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        )
                    )
                    is not None
                    else pow10(-row.price_precision)
                )
                quantity_precision = (
                    got_3
                    if (
                        got_3 := next(
                            (
                                finite(item.step_size) if item.step_size is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        )
                    )
                    is not None
                    else pow10(-row.quantity_precision)
                )
                notional = next(
                    (
                        finite(item.notional) if item.notional is not None else None
                        for item in row.filters
                        if item.filter_type == "MIN_NOTIONAL"
                    ),
                    None,
                )
                out.append(
                    CryptoPerpetual(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=len(format(price_precision, "zf").partition(".")[2]),
                        price_increment=price_precision,
                        size_precision=len(format(quantity_precision, "zf").partition(".")[2]),
                        size_increment=quantity_precision,
                        lot_size=quantity_precision,
                        max_quantity=next(
                            (
                                finite(item.max_qty) if item.max_qty is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        ),
                        min_quantity=next(
                            (
                                finite(item.min_qty) if item.min_qty is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        ),
                        min_notional=(
                            (Money((notional if notional is not None else DECIMAL_0), row.quote_asset))
                            if (notional is not None)
                            else None
                        ),
                        max_price=next(
                            (
                                finite(item.max_price) if item.max_price is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        ),
                        min_price=next(
                            (
                                finite(item.min_price) if item.min_price is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        ),
                        maker_fee=scope.told_dec("maker_fee"),
                        taker_fee=scope.told_dec("taker_fee"),
                        is_active=CONTRACT_STATUS_MEANS.read(row.status, scope)
                        is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "contract_type": row.contract_type,
                            "pair": row.pair,
                            "filters": row.filters,
                            "order_types": row.order_types,
                            "time_in_force": row.time_in_force,
                            "liquidation_fee": (
                                finite(row.liquidation_fee) if row.liquidation_fee is not None else None
                            ),
                        },
                        ts_event=message.server_time_ms * 1_000_000,
                        ts_init=ts_init,
                        quote_currency=row.quote_asset,
                        settlement_currency=row.margin_asset,
                        is_inverse=False,
                        base_currency=row.base_asset,
                    )
                )
            if "_" in row_key:
                price_precision_ = (
                    got_4
                    if (
                        got_4 := next(
                            (
                                finite(item.tick_size) if item.tick_size is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        )
                    )
                    is not None
                    else pow10(-row.price_precision)
                )
                quantity_precision_ = (
                    got_5
                    if (
                        got_5 := next(
                            (
                                finite(item.step_size) if item.step_size is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        )
                    )
                    is not None
                    else pow10(-row.quantity_precision)
                )
                notional_ = next(
                    (
                        finite(item.notional) if item.notional is not None else None
                        for item in row.filters
                        if item.filter_type == "MIN_NOTIONAL"
                    ),
                    None,
                )
                out.append(
                    CryptoFuture(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=len(format(price_precision_, "zf").partition(".")[2]),
                        price_increment=price_precision_,
                        size_precision=len(format(quantity_precision_, "zf").partition(".")[2]),
                        size_increment=quantity_precision_,
                        lot_size=quantity_precision_,
                        max_quantity=next(
                            (
                                finite(item.max_qty) if item.max_qty is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        ),
                        min_quantity=next(
                            (
                                finite(item.min_qty) if item.min_qty is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        ),
                        min_notional=(
                            (Money((notional_ if notional_ is not None else DECIMAL_0), row.quote_asset))
                            if (notional_ is not None)
                            else None
                        ),
                        max_price=next(
                            (
                                finite(item.max_price) if item.max_price is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        ),
                        min_price=next(
                            (
                                finite(item.min_price) if item.min_price is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        ),
                        maker_fee=scope.told_dec("maker_fee"),
                        taker_fee=scope.told_dec("taker_fee"),
                        is_active=CONTRACT_STATUS_MEANS.read(row.status, scope)
                        is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "contract_type": row.contract_type,
                            "pair": row.pair,
                            "filters": row.filters,
                            "order_types": row.order_types,
                            "time_in_force": row.time_in_force,
                            "liquidation_fee": (
                                finite(row.liquidation_fee) if row.liquidation_fee is not None else None
                            ),
                        },
                        ts_event=message.server_time_ms * 1_000_000,
                        ts_init=ts_init,
                        quote_currency=row.quote_asset,
                        settlement_currency=row.margin_asset,
                        is_inverse=False,
                        underlying=row.base_asset,
                        activation_ns=row.onboard_date_ms * 1_000_000,
                        expiration_ns=row.delivery_date_ms * 1_000_000,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.symbols", row, error)


def emit_get_coinm_exchange_info(
    scope: Scope, message: GetCoinmExchangeInfoResponse, ts_init: int, out: list[Event]
) -> None:
    """COIN-M contracts and their trading rules to CryptoPerpetual, CryptoFuture."""
    for row in message.symbols:
        try:
            row_key = row.symbol
            value = row_key.endswith("_PERP")
            if value:
                price_precision = (
                    got_2
                    if (
                        got_2 := next(
                            (
                                finite(item.tick_size) if item.tick_size is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        )
                    )
                    is not None
                    else pow10(-row.price_precision)
                )
                quantity_precision = (
                    got_3
                    if (
                        got_3 := next(
                            (
                                finite(item.step_size) if item.step_size is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        )
                    )
                    is not None
                    else pow10(-row.quantity_precision)
                )
                notional = next(
                    (
                        finite(item.notional) if item.notional is not None else None
                        for item in row.filters
                        if item.filter_type == "MIN_NOTIONAL"
                    ),
                    None,
                )
                out.append(
                    CryptoPerpetual(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=len(format(price_precision, "zf").partition(".")[2]),
                        price_increment=price_precision,
                        size_precision=len(format(quantity_precision, "zf").partition(".")[2]),
                        size_increment=quantity_precision,
                        multiplier=finite(row.contract_size),
                        lot_size=quantity_precision,
                        max_quantity=next(
                            (
                                finite(item.max_qty) if item.max_qty is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        ),
                        min_quantity=next(
                            (
                                finite(item.min_qty) if item.min_qty is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        ),
                        min_notional=(
                            (Money((notional if notional is not None else DECIMAL_0), row.quote_asset))
                            if (notional is not None)
                            else None
                        ),
                        max_price=next(
                            (
                                finite(item.max_price) if item.max_price is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        ),
                        min_price=next(
                            (
                                finite(item.min_price) if item.min_price is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        ),
                        maker_fee=scope.told_dec("maker_fee"),
                        taker_fee=scope.told_dec("taker_fee"),
                        is_active=CONTRACT_STATUS_MEANS.read(row.status, scope)
                        is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "contract_type": row.contract_type,
                            "pair": row.pair,
                            "filters": row.filters,
                            "order_types": row.order_types,
                            "time_in_force": row.time_in_force,
                            "liquidation_fee": (
                                finite(row.liquidation_fee) if row.liquidation_fee is not None else None
                            ),
                        },
                        ts_event=message.server_time_ms * 1_000_000,
                        ts_init=ts_init,
                        quote_currency=row.quote_asset,
                        settlement_currency=row.margin_asset,
                        is_inverse=True,
                        base_currency=row.base_asset,
                    )
                )
            if not value:
                price_precision_ = (
                    got_4
                    if (
                        got_4 := next(
                            (
                                finite(item.tick_size) if item.tick_size is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        )
                    )
                    is not None
                    else pow10(-row.price_precision)
                )
                quantity_precision_ = (
                    got_5
                    if (
                        got_5 := next(
                            (
                                finite(item.step_size) if item.step_size is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        )
                    )
                    is not None
                    else pow10(-row.quantity_precision)
                )
                notional_ = next(
                    (
                        finite(item.notional) if item.notional is not None else None
                        for item in row.filters
                        if item.filter_type == "MIN_NOTIONAL"
                    ),
                    None,
                )
                out.append(
                    CryptoFuture(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=len(format(price_precision_, "zf").partition(".")[2]),
                        price_increment=price_precision_,
                        size_precision=len(format(quantity_precision_, "zf").partition(".")[2]),
                        size_increment=quantity_precision_,
                        multiplier=finite(row.contract_size),
                        lot_size=quantity_precision_,
                        max_quantity=next(
                            (
                                finite(item.max_qty) if item.max_qty is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        ),
                        min_quantity=next(
                            (
                                finite(item.min_qty) if item.min_qty is not None else None
                                for item in row.filters
                                if item.filter_type == "LOT_SIZE"
                            ),
                            None,
                        ),
                        min_notional=(
                            (Money((notional_ if notional_ is not None else DECIMAL_0), row.quote_asset))
                            if (notional_ is not None)
                            else None
                        ),
                        max_price=next(
                            (
                                finite(item.max_price) if item.max_price is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        ),
                        min_price=next(
                            (
                                finite(item.min_price) if item.min_price is not None else None
                                for item in row.filters
                                if item.filter_type == "PRICE_FILTER"
                            ),
                            None,
                        ),
                        maker_fee=scope.told_dec("maker_fee"),
                        taker_fee=scope.told_dec("taker_fee"),
                        is_active=CONTRACT_STATUS_MEANS.read(row.status, scope)
                        is MARKET_STATUS_ACTION_TRADING,
                        info={
                            "contract_type": row.contract_type,
                            "pair": row.pair,
                            "filters": row.filters,
                            "order_types": row.order_types,
                            "time_in_force": row.time_in_force,
                            "liquidation_fee": (
                                finite(row.liquidation_fee) if row.liquidation_fee is not None else None
                            ),
                        },
                        ts_event=message.server_time_ms * 1_000_000,
                        ts_init=ts_init,
                        quote_currency=row.quote_asset,
                        settlement_currency=row.margin_asset,
                        is_inverse=True,
                        underlying=row.base_asset,
                        activation_ns=row.onboard_date_ms * 1_000_000,
                        expiration_ns=row.delivery_date_ms * 1_000_000,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.symbols", row, error)


def emit_get_trade_fee(
    scope: Scope, message: GetTradeFeeRow | list[GetTradeFeeRow], ts_init: int, out: list[Event]
) -> None:
    """Maker and taker fees of this account, by spot symbol to no event."""


def emit_contract_info(scope: Scope, message: ContractInfo, ts_init: int, out: list[Event]) -> None:
    """Listings, settlements and leverage brackets of contracts to InstrumentStatus, BinanceFuturesContractInfo."""
    ids_of = scope.ids_of("coinm" if "USD_" in message.symbol else "usdm")[message.symbol]
    status = CONTRACT_STATUS_MEANS.read(message.status, scope)
    event_time_ns = message.event_time_ms * 1_000_000
    out.append(
        InstrumentStatus(
            instrument_id=ids_of,
            action=status,
            ts_event=event_time_ns,
            ts_init=ts_init,
            is_trading=status is MARKET_STATUS_ACTION_TRADING,
        )
    )
    out.append(
        BinanceFuturesContractInfo(
            instrument_id=ids_of,
            pair=message.pair if message.pair is not None else message.symbol,
            contract_type=message.contract_type,
            delivery_time=message.delivery_time_ms * 1_000_000,
            onboard_time=message.onboard_time_ms * 1_000_000,
            brackets=message.brackets or [],
            ts_event=event_time_ns,
            ts_init=ts_init,
        )
    )
