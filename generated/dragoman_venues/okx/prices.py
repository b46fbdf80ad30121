"""prices of the venue okx. Generated from specs/okx/prices.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import (
    FundingRateUpdate,
    GreeksConvention,
    IndexPriceUpdate,
    InstrumentId,
    MarkPriceUpdate,
    OptionGreeks,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.reads import finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

DECIMAL_0 = Decimal("0")
GREEKS_CONVENTION_BLACK_SCHOLES = GreeksConvention.BLACK_SCHOLES
GREEKS_CONVENTION_PRICE_ADJUSTED = GreeksConvention.PRICE_ADJUSTED


class MarkPriceRow(Struct, frozen=True, kw_only=True, gc=False):
    """One mark price. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-mark-price"""

    inst_type: str = field(name="instType")
    symbol: str = field(name="instId")
    mark_price: str = field(name="markPx")
    time_ms: str = field(name="ts")


class IndexTickerRow(Struct, frozen=True, kw_only=True, gc=False):
    """One index. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-index-tickers"""

    symbol: str = field(name="instId")
    index_price: Decimal = field(name="idxPx")
    time_ms: str = field(name="ts")


class OptionRow(Struct, frozen=True, kw_only=True, gc=False):
    """Greeks of one option, by Black and Scholes in its currency and in the coin. https://www.okx.com/docs-v5/en/#public-data-websocket-option-summary-channel"""

    symbol: str = field(name="instId")
    uly: str
    delta: str | None = None
    gamma: str | None = None
    vega: str | None = None
    theta: str | None = None
    delta_bs: str | None = field(name="deltaBS", default=None)
    gamma_bs: str | None = field(name="gammaBS", default=None)
    vega_bs: str | None = field(name="vegaBS", default=None)
    theta_bs: str | None = field(name="thetaBS", default=None)
    delta_bs_2: str | None = field(name="deltaBs", default=None)
    gamma_bs_2: str | None = field(name="gammaBs", default=None)
    vega_bs_2: str | None = field(name="vegaBs", default=None)
    theta_bs_2: str | None = field(name="thetaBs", default=None)
    bid_iv: str | None = field(name="bidVol", default=None)
    ask_iv: str | None = field(name="askVol", default=None)
    mark_iv: str | None = field(name="markVol", default=None)
    forward_price: str | None = field(name="fwdPx", default=None)
    time_ms: str = field(name="ts")


class GetFundingRateHistoryRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_funding_rate_history: Funding rates that were settled. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-funding-rate-history"""

    symbol: str = field(name="instId")
    rate: Decimal = field(name="fundingRate")
    funding_time_ms: str = field(name="fundingTime")


class GetPositionTiersRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_position_tiers: Sizes that a leverage allows. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-position-tiers"""

    inst_id: str | None = field(name="instId", default=None)
    inst_family: str = field(name="instFamily")
    tier: int | str
    min_size: Decimal = field(name="minSz")
    max_size: Decimal = field(name="maxSz")
    maintenance_rate: str = field(name="mmr")
    initial_rate: str = field(name="imr")
    max_leverage: str = field(name="maxLever")


class LiquidationsRowDetails(Struct, frozen=True, kw_only=True, gc=False):
    """Part of LiquidationsRow."""

    side: str
    position_side: str = field(name="posSide")
    bankruptcy_price: str = field(name="bkPx")
    size: str = field(name="sz")
    loss: str = field(name="bkLoss")
    time_ms: str = field(name="ts")


class LiquidationsRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of liquidations: Liquidations, at most one a second of a contract. https://www.okx.com/docs-v5/en/#public-data-websocket-liquidation-orders-channel"""

    symbol: str = field(name="instId")
    details: list[LiquidationsRowDetails]


class FundingRateRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of funding_rate: Funding rate. https://www.okx.com/docs-v5/en/#public-data-websocket-funding-rate-channel"""

    symbol: str = field(name="instId")
    rate: str | None = field(name="fundingRate", default=None)
    funding_time_ms: str = field(name="fundingTime")
    next_funding_time_ms: str | None = field(name="nextFundingTime", default=None)
    time_ms: str | None = field(name="ts", default=None)


class PriceLimitRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of price_limit: Between which prices orders are taken. https://www.okx.com/docs-v5/en/#public-data-websocket-price-limit-channel"""

    symbol: str = field(name="instId")
    highest_bid: str | None = field(name="buyLmt", default=None)
    lowest_ask: str | None = field(name="sellLmt", default=None)
    enabled: bool | None = None
    time_ms: str = field(name="ts")


class EstimatedPriceRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of estimated_price: The price that contracts would be delivered or settled at. https://www.okx.com/docs-v5/en/#public-data-websocket-estimated-delivery-exercise-settlement-price-channel"""

    symbol: str = field(name="instId")
    price: Decimal = field(name="settlePx")
    purpose: str | None = field(name="settleType", default=None)
    time_ms: str = field(name="ts")


class OpenInterestRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of open_interest: Open interest. https://www.okx.com/docs-v5/en/#public-data-websocket-open-interest-channel"""

    inst_type: str = field(name="instType")
    symbol: str = field(name="instId")
    contracts: Decimal = field(name="oi")
    coins: Decimal = field(name="oiCcy")
    time_ms: str = field(name="ts")


class StatusRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of status: Maintenance of the venue. https://www.okx.com/docs-v5/en/#status-ws-status-channel"""

    title: str
    state: str
    begin_ms: str = field(name="begin")
    end_ms: str = field(name="end")
    service: str | None = field(name="serviceType", default=None)
    environment: str | None = field(name="env", default=None)
    time_ms: str = field(name="ts")


class GetMarkPriceResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_mark_price: Mark prices of one kind of instruments. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-mark-price"""

    code: str
    msg: str
    rows: list[MarkPriceRow] = field(name="data")


class GetIndexTickersResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_index_tickers: Index prices. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-index-tickers"""

    code: str
    msg: str
    rows: list[IndexTickerRow] = field(name="data")


class GetFundingRateHistoryResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_funding_rate_history: Funding rates that were settled. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-funding-rate-history"""

    code: str
    msg: str
    rows: list[GetFundingRateHistoryRow] = field(name="data")


class GetOptionSummaryResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_option_summary: Greeks and forward prices of a family of options. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-option-market-data"""

    code: str
    msg: str
    rows: list[OptionRow] = field(name="data")


class GetPositionTiersResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_position_tiers: Sizes that a leverage allows. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-position-tiers"""

    code: str
    msg: str
    rows: list[GetPositionTiersRow] = field(name="data")


class LiquidationsArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Liquidations."""

    channel: str


class Liquidations(Struct, frozen=True, kw_only=True, gc=False):
    """A message of liquidations: Liquidations, at most one a second of a contract. https://www.okx.com/docs-v5/en/#public-data-websocket-liquidation-orders-channel"""

    arg: LiquidationsArg
    rows: list[LiquidationsRow] = field(name="data")


class MarkPriceArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of MarkPrice."""

    channel: str


class MarkPrice(Struct, frozen=True, kw_only=True, gc=False):
    """A message of mark_price: Mark price. https://www.okx.com/docs-v5/en/#public-data-websocket-mark-price-channel"""

    arg: MarkPriceArg
    rows: list[MarkPriceRow] = field(name="data")


class IndexTickersArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of IndexTickers."""

    channel: str


class IndexTickers(Struct, frozen=True, kw_only=True, gc=False):
    """A message of index_tickers: Index price. https://www.okx.com/docs-v5/en/#public-data-websocket-index-tickers-channel"""

    arg: IndexTickersArg
    rows: list[IndexTickerRow] = field(name="data")


class FundingRateArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of FundingRate."""

    channel: str


class FundingRate(Struct, frozen=True, kw_only=True, gc=False):
    """A message of funding_rate: Funding rate. https://www.okx.com/docs-v5/en/#public-data-websocket-funding-rate-channel"""

    arg: FundingRateArg
    rows: list[FundingRateRow] = field(name="data")


class OptionSummaryArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of OptionSummary."""

    channel: str


class OptionSummary(Struct, frozen=True, kw_only=True, gc=False):
    """A message of option_summary: Greeks of a family of options. https://www.okx.com/docs-v5/en/#public-data-websocket-option-summary-channel"""

    arg: OptionSummaryArg
    rows: list[OptionRow] = field(name="data")


class PriceLimitArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of PriceLimit."""

    channel: str


class PriceLimit(Struct, frozen=True, kw_only=True, gc=False):
    """A message of price_limit: Between which prices orders are taken. https://www.okx.com/docs-v5/en/#public-data-websocket-price-limit-channel"""

    arg: PriceLimitArg
    rows: list[PriceLimitRow] = field(name="data")


class EstimatedPriceArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of EstimatedPrice."""

    channel: str


class EstimatedPrice(Struct, frozen=True, kw_only=True, gc=False):
    """A message of estimated_price: The price that contracts would be delivered or settled at. https://www.okx.com/docs-v5/en/#public-data-websocket-estimated-delivery-exercise-settlement-price-channel"""

    arg: EstimatedPriceArg
    rows: list[EstimatedPriceRow] = field(name="data")


class OpenInterestArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of OpenInterest."""

    channel: str


class OpenInterest(Struct, frozen=True, kw_only=True, gc=False):
    """A message of open_interest: Open interest. https://www.okx.com/docs-v5/en/#public-data-websocket-open-interest-channel"""

    arg: OpenInterestArg
    rows: list[OpenInterestRow] = field(name="data")


class StatusArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Status."""

    channel: str


class Status(Struct, frozen=True, kw_only=True, gc=False):
    """A message of status: Maintenance of the venue. https://www.okx.com/docs-v5/en/#status-ws-status-channel"""

    arg: StatusArg
    rows: list[StatusRow] = field(name="data")


class OkxLiquidation(Struct, frozen=True, kw_only=True):
    """A position that was liquidated. https://www.okx.com/docs-v5/en/#public-data-websocket-liquidation-orders-channel"""

    instrument_id: InstrumentId
    side: str
    position_side: str
    bankruptcy_price: Decimal | None
    size: Decimal | None
    loss: Decimal | None
    ts_event: int
    ts_init: int


class OkxEstimatedPrice(Struct, frozen=True, kw_only=True):
    """The price that a contract would be delivered or settled at. https://www.okx.com/docs-v5/en/#public-data-websocket-estimated-delivery-exercise-settlement-price-channel"""

    instrument_id: InstrumentId
    price: Decimal
    purpose: str | None
    ts_event: int
    ts_init: int


class OkxStatus(Struct, frozen=True, kw_only=True):
    """Maintenance of the venue. https://www.okx.com/docs-v5/en/#status-ws-status-channel"""

    title: str
    state: str
    begin_ms: int | None
    end_ms: int | None
    service: str | None
    environment: str | None
    ts_event: int
    ts_init: int


class OkxPositionTier(Struct, frozen=True, kw_only=True):
    """One step of the sizes that a leverage allows. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-position-tiers"""

    inst_family: str
    inst_id: str | None
    tier: int
    min_size: Decimal
    max_size: Decimal
    maintenance_rate: Decimal | None
    initial_rate: Decimal | None
    max_leverage: Decimal | None
    ts_event: int
    ts_init: int


class OkxForwardPrice(Struct, frozen=True, kw_only=True):
    """The forward price that an option is valued by. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-option-market-data"""

    instrument_id: InstrumentId
    forward_price: Decimal
    underlying_index: str
    ts_event: int
    ts_init: int


class OkxOpenInterest(Struct, frozen=True, kw_only=True):
    """Open interest of a contract. https://www.okx.com/docs-v5/en/#public-data-websocket-open-interest-channel"""

    instrument_id: InstrumentId
    contracts: Decimal
    coins: Decimal
    ts_event: int
    ts_init: int


class OkxPriceLimit(Struct, frozen=True, kw_only=True):
    """Between which prices the venue takes orders. https://www.okx.com/docs-v5/en/#public-data-websocket-price-limit-channel"""

    instrument_id: InstrumentId
    highest_bid: Decimal | None
    lowest_ask: Decimal | None
    enabled: bool
    ts_event: int
    ts_init: int


def emit_get_mark_price(scope: Scope, message: GetMarkPriceResponse, ts_init: int, out: list[Event]) -> None:
    """Mark prices of one kind of instruments to MarkPriceUpdate."""
    for row in message.rows:
        try:
            if row.mark_price:
                out.append(
                    MarkPriceUpdate(
                        scope.ids[row.symbol],
                        DECIMALS[row.mark_price],
                        integer(row.time_ms) * 1_000_000,
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_index_tickers(
    scope: Scope, message: GetIndexTickersResponse, ts_init: int, out: list[Event]
) -> None:
    """Index prices to IndexPriceUpdate."""
    for row in message.rows:
        try:
            out.append(
                IndexPriceUpdate(
                    scope.ids[row.symbol], finite(row.index_price), integer(row.time_ms) * 1_000_000, ts_init
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_funding_rate_history(
    scope: Scope, message: GetFundingRateHistoryResponse, ts_init: int, out: list[Event]
) -> None:
    """Funding rates that were settled to FundingRateUpdate."""
    for row in message.rows:
        try:
            out.append(
                FundingRateUpdate(
                    scope.ids[row.symbol],
                    finite(row.rate),
                    integer(row.funding_time_ms) * 1_000_000,
                    ts_init,
                    (
                        ((got_2 if (got_2 := scope.told_int("interval_millis")) is not None else 0) // 60_000)
                        if scope.told_int("interval_millis") is not None
                        else None
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_option_summary_row(scope: Scope, row: OptionRow, ts_init: int, out: list[Event]) -> None:
    """One row of get_option_summary, option_summary."""
    row_id = scope.ids[row.symbol]
    mark_iv = DECIMALS[row.mark_iv] if row.mark_iv else None
    bid_iv = DECIMALS[row.bid_iv] if row.bid_iv else None
    ask_iv = DECIMALS[row.ask_iv] if row.ask_iv else None
    forward_price = DECIMALS[row.forward_price] if row.forward_price else None
    time_ns = integer(row.time_ms) * 1_000_000
    out.append(
        OptionGreeks(
            instrument_id=row_id,
            delta=(
                DECIMALS[row.delta_bs]
                if row.delta_bs
                else DECIMALS[row.delta_bs_2] if row.delta_bs_2 else None
            ),
            gamma=(
                DECIMALS[row.gamma_bs]
                if row.gamma_bs
                else DECIMALS[row.gamma_bs_2] if row.gamma_bs_2 else None
            ),
            vega=DECIMALS[row.vega_bs] if row.vega_bs else DECIMALS[row.vega_bs_2] if row.vega_bs_2 else None,
            theta=(
                DECIMALS[row.theta_bs]
                if row.theta_bs
                else DECIMALS[row.theta_bs_2] if row.theta_bs_2 else None
            ),
            rho=DECIMAL_0,
            mark_iv=mark_iv,
            bid_iv=bid_iv,
            ask_iv=ask_iv,
            underlying_price=forward_price,
            convention=GREEKS_CONVENTION_BLACK_SCHOLES,
            ts_event=time_ns,
            ts_init=ts_init,
        )
    )
    out.append(
        OptionGreeks(
            instrument_id=row_id,
            delta=DECIMALS[row.delta] if row.delta else None,
            gamma=DECIMALS[row.gamma] if row.gamma else None,
            vega=DECIMALS[row.vega] if row.vega else None,
            theta=DECIMALS[row.theta] if row.theta else None,
            rho=DECIMAL_0,
            mark_iv=mark_iv,
            bid_iv=bid_iv,
            ask_iv=ask_iv,
            underlying_price=forward_price,
            convention=GREEKS_CONVENTION_PRICE_ADJUSTED,
            ts_event=time_ns,
            ts_init=ts_init,
        )
    )
    forward_price_ = DECIMALS[row.forward_price] if row.forward_price else DECIMAL_0
    if forward_price_ > DECIMAL_0:
        out.append(
            OkxForwardPrice(
                instrument_id=row_id,
                forward_price=forward_price_,
                underlying_index=row.uly,
                ts_event=time_ns,
                ts_init=ts_init,
            )
        )


def emit_get_option_summary(
    scope: Scope, message: GetOptionSummaryResponse, ts_init: int, out: list[Event]
) -> None:
    """Greeks and forward prices of a family of options to OptionGreeks, OkxForwardPrice."""
    for row in message.rows:
        try:
            emit_get_option_summary_row(scope, row, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_position_tiers(
    scope: Scope, message: GetPositionTiersResponse, ts_init: int, out: list[Event]
) -> None:
    """Sizes that a leverage allows to OkxPositionTier."""
    for row in message.rows:
        try:
            out.append(
                OkxPositionTier(
                    inst_family=row.inst_family,
                    inst_id=row.inst_id,
                    tier=integer(row.tier),
                    min_size=finite(row.min_size),
                    max_size=finite(row.max_size),
                    maintenance_rate=DECIMALS[row.maintenance_rate] if row.maintenance_rate else None,
                    initial_rate=DECIMALS[row.initial_rate] if row.initial_rate else None,
                    max_leverage=DECIMALS[row.max_leverage] if row.max_leverage else None,
                    ts_event=ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_liquidations(scope: Scope, message: Liquidations, ts_init: int, out: list[Event]) -> None:
    """Liquidations, at most one a second of a contract to OkxLiquidation."""
    for row in message.rows:
        try:
            for one in row.details:
                try:
                    out.append(
                        OkxLiquidation(
                            instrument_id=scope.ids[row.symbol],
                            side=one.side,
                            position_side=one.position_side,
                            bankruptcy_price=DECIMALS[one.bankruptcy_price] if one.bankruptcy_price else None,
                            size=DECIMALS[one.size] if one.size else None,
                            loss=DECIMALS[one.loss] if one.loss else None,
                            ts_event=integer(one.time_ms) * 1_000_000,
                            ts_init=ts_init,
                        )
                    )
                except ROW_ERRORS as error:
                    scope.bad_row("$.data[].details", one, error)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_mark_price(scope: Scope, message: MarkPrice, ts_init: int, out: list[Event]) -> None:
    """Mark price to MarkPriceUpdate."""
    for row in message.rows:
        try:
            if row.mark_price:
                out.append(
                    MarkPriceUpdate(
                        scope.ids[row.symbol],
                        DECIMALS[row.mark_price],
                        integer(row.time_ms) * 1_000_000,
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_index_tickers(scope: Scope, message: IndexTickers, ts_init: int, out: list[Event]) -> None:
    """Index price to IndexPriceUpdate."""
    for row in message.rows:
        try:
            out.append(
                IndexPriceUpdate(
                    scope.ids[row.symbol], finite(row.index_price), integer(row.time_ms) * 1_000_000, ts_init
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_funding_rate(scope: Scope, message: FundingRate, ts_init: int, out: list[Event]) -> None:
    """Funding rate to FundingRateUpdate."""
    for row in message.rows:
        try:
            if row.rate:
                funding_time_ns = integer(row.funding_time_ms) * 1_000_000
                out.append(
                    FundingRateUpdate(
                        scope.ids[row.symbol],
                        DECIMALS[row.rate],
                        integer(row.time_ms) * 1_000_000 if row.time_ms is not None else ts_init,
                        ts_init,
                        (
                            (
                                ((integer(row.next_funding_time_ms) * 1_000_000) - funding_time_ns)
                                // 1_000_000_000
                                // 60
                            )
                            if row.next_funding_time_ms
                            else None
                        ),
                        funding_time_ns,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_option_summary(scope: Scope, message: OptionSummary, ts_init: int, out: list[Event]) -> None:
    """Greeks of a family of options to OptionGreeks, OkxForwardPrice."""
    for row in message.rows:
        try:
            emit_get_option_summary_row(scope, row, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_price_limit(scope: Scope, message: PriceLimit, ts_init: int, out: list[Event]) -> None:
    """Between which prices orders are taken to OkxPriceLimit."""
    for row in message.rows:
        try:
            out.append(
                OkxPriceLimit(
                    instrument_id=scope.ids[row.symbol],
                    highest_bid=DECIMALS[row.highest_bid] if row.highest_bid else None,
                    lowest_ask=DECIMALS[row.lowest_ask] if row.lowest_ask else None,
                    enabled=row.enabled if row.enabled is not None else True,
                    ts_event=integer(row.time_ms) * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_estimated_price(scope: Scope, message: EstimatedPrice, ts_init: int, out: list[Event]) -> None:
    """The price that contracts would be delivered or settled at to OkxEstimatedPrice."""
    for row in message.rows:
        try:
            out.append(
                OkxEstimatedPrice(
                    instrument_id=scope.ids[row.symbol],
                    price=finite(row.price),
                    purpose=row.purpose,
                    ts_event=integer(row.time_ms) * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_open_interest(scope: Scope, message: OpenInterest, ts_init: int, out: list[Event]) -> None:
    """Open interest to OkxOpenInterest."""
    for row in message.rows:
        try:
            out.append(
                OkxOpenInterest(
                    instrument_id=scope.ids[row.symbol],
                    contracts=finite(row.contracts),
                    coins=finite(row.coins),
                    ts_event=integer(row.time_ms) * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_status(scope: Scope, message: Status, ts_init: int, out: list[Event]) -> None:
    """Maintenance of the venue to OkxStatus."""
    for row in message.rows:
        try:
            out.append(
                OkxStatus(
                    title=row.title,
                    state=row.state,
                    begin_ms=integer(row.begin_ms) * 1_000_000 if row.begin_ms else None,
                    end_ms=integer(row.end_ms) * 1_000_000 if row.end_ms else None,
                    service=row.service,
                    environment=row.environment,
                    ts_event=integer(row.time_ms) * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
