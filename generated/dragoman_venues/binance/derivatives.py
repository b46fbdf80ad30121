"""derivatives of the venue binance. Generated from specs/binance/derivatives.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import FundingRateUpdate, IndexPriceUpdate, InstrumentId, MarkPriceUpdate, OrderSide
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.reads import as_list, as_rows, finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Side = Literal["BUY", "SELL"]
SIDE_MEANS: dict[str, OrderSide] = {"BUY": OrderSide.BUY, "SELL": OrderSide.SELL}


class MarkPrice(Struct, frozen=True, kw_only=True, tag_field="e", tag="markPriceUpdate", gc=False):
    """Mark price, index price and funding in a stream. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#mark-price-stream"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    mark_price: Decimal = field(name="p")
    index_price: str | None = field(name="i", default=None)
    estimated_settle_price: str | None = field(name="P", default=None)
    funding_rate: str | None = field(name="r", default=None)
    next_funding_time_ms: int | None = field(name="T", default=None)


class IndexPart(Struct, frozen=True, kw_only=True, gc=False):
    """A part of an index. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#composite-index-symbol-information-streams"""

    base: str = field(name="b")
    quote: str = field(name="q")
    quantity: Decimal = field(name="w")
    weight: Decimal = field(name="W")
    price: str | None = field(name="i", default=None)


class AssetIndex(Struct, frozen=True, kw_only=True, gc=False):
    """The price of a margin asset in USD, and what is held back from it. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#multi-assets-mode-asset-index"""

    event_time_ms: int = field(name="E")
    index: str = field(name="s")
    price: Decimal = field(name="i")
    bid_buffer: Decimal = field(name="b")
    ask_buffer: Decimal = field(name="a")
    bid_rate: Decimal = field(name="B")
    ask_rate: Decimal = field(name="A")
    exchange_bid_buffer: Decimal = field(name="q")
    exchange_ask_buffer: Decimal = field(name="g")
    exchange_bid_rate: Decimal = field(name="Q")
    exchange_ask_rate: Decimal = field(name="G")


class Liquidation(Struct, frozen=True, kw_only=True, gc=False):
    """The order that closes a position by force. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#liquidation-order-streams"""

    symbol: str = field(name="s")
    side: Side = field(name="S")
    order_type: str = field(name="o")
    time_in_force: str = field(name="f")
    original_qty: Decimal = field(name="q")
    price: Decimal = field(name="p")
    average_price: Decimal = field(name="ap")
    status: str = field(name="X")
    last_filled_qty: Decimal = field(name="l")
    accumulated_qty: Decimal = field(name="z")
    trade_time_ms: int = field(name="T")


class GetPremiumIndexRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_premium_index: Mark price, index price and funding. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#mark-price"""

    symbol: str
    mark_price: Decimal = field(name="markPrice")
    index_price: str | None = field(name="indexPrice", default=None)
    estimated_settle_price: str | None = field(name="estimatedSettlePrice", default=None)
    last_funding_rate: str | None = field(name="lastFundingRate", default=None)
    next_funding_time_ms: int | None = field(name="nextFundingTime", default=None)
    interest_rate: str | None = field(name="interestRate", default=None)
    time_ms: int = field(name="time")


class GetFundingRateRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_funding_rate: Funding that was paid. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#get-funding-rate-history"""

    symbol: str
    funding_rate: Decimal = field(name="fundingRate")
    funding_time_ms: int = field(name="fundingTime")
    mark_price: str | None = field(name="markPrice", default=None)


class GetFundingInfoRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_funding_info: Funding intervals and bounds that differ from the usual. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#get-funding-rate-info"""

    symbol: str
    adjusted_funding_rate_cap: Decimal = field(name="adjustedFundingRateCap")
    adjusted_funding_rate_floor: Decimal = field(name="adjustedFundingRateFloor")
    funding_interval_hours: int = field(name="fundingIntervalHours")


class GetOpenInterestHistRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_open_interest_hist: Open interest by period. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#open-interest-statistics"""

    symbol: str | None = None
    pair: str | None = None
    contract_type: str | None = field(name="contractType", default=None)
    sum_open_interest: Decimal = field(name="sumOpenInterest")
    sum_open_interest_value: Decimal = field(name="sumOpenInterestValue")
    moment: int | str = field(name="timestamp")


class GetTopLongShortAccountRatioRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_top_long_short_account_ratio: Long and short accounts of top traders. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#top-trader-long-short-ratio-accounts"""

    symbol: str | None = None
    pair: str | None = None
    long_short_ratio: Decimal = field(name="longShortRatio")
    long_account: Decimal | None = field(name="longAccount", default=None)
    short_account: Decimal | None = field(name="shortAccount", default=None)
    long_position: Decimal | None = field(name="longPosition", default=None)
    short_position: Decimal | None = field(name="shortPosition", default=None)
    moment: int | str = field(name="timestamp")


class GetTakerVolumeRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_taker_volume: What takers bought and sold, by period. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#taker-buy-sell-volume"""

    pair: str | None = None
    contract_type: str | None = field(name="contractType", default=None)
    buy_sell_ratio: Decimal | None = field(name="buySellRatio", default=None)
    buy_volume: Decimal | None = field(name="buyVol", default=None)
    sell_volume: Decimal | None = field(name="sellVol", default=None)
    taker_buy_volume: Decimal | None = field(name="takerBuyVol", default=None)
    taker_sell_volume: Decimal | None = field(name="takerSellVol", default=None)
    taker_buy_value: Decimal | None = field(name="takerBuyVolValue", default=None)
    taker_sell_value: Decimal | None = field(name="takerSellVolValue", default=None)
    moment: int | str = field(name="timestamp")


class GetBasisRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_basis: Difference between the futures and the index price. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#basis"""

    pair: str
    contract_type: str = field(name="contractType")
    index_price: Decimal = field(name="indexPrice")
    futures_price: Decimal = field(name="futuresPrice")
    basis: Decimal
    basis_rate: Decimal = field(name="basisRate")
    annualized_basis_rate: str | None = field(name="annualizedBasisRate", default=None)
    moment: int | str = field(name="timestamp")


class GetOpenInterestResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_open_interest: Open interest now. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#open-interest"""

    symbol: str
    open_interest: Decimal = field(name="openInterest")
    time_ms: int = field(name="time")


class ForceOrder(Struct, frozen=True, kw_only=True, tag_field="e", tag="forceOrder", gc=False):
    """A message of force_order: Liquidations. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#liquidation-order-streams"""

    event_time_ms: int = field(name="E")
    order: Liquidation = field(name="o")


class AllForceOrders(Struct, frozen=True, kw_only=True, tag_field="e", tag="forceOrder", gc=False):
    """A message of all_force_orders: Liquidations of every contract. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#all-market-liquidation-order-streams"""

    event_time_ms: int = field(name="E")
    order: Liquidation = field(name="o")


class IndexPrice(Struct, frozen=True, kw_only=True, tag_field="e", tag="indexPriceUpdate", gc=False):
    """A message of index_price: Index price of a pair. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#index-price-stream"""

    event_time_ms: int = field(name="E")
    pair: str = field(name="i")
    price: Decimal = field(name="p")


class CompositeIndex(Struct, frozen=True, kw_only=True, tag_field="e", tag="compositeIndex", gc=False):
    """A message of composite_index: An index of several assets, and what it is made of. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#composite-index-symbol-information-streams"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    price: Decimal = field(name="p")
    parts: list[IndexPart] = field(name="c")


class BinanceFuturesMarkPriceUpdate(Struct, frozen=True, kw_only=True):
    """Mark price with the estimated settlement price and the funding to come. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#mark-price-stream"""

    instrument_id: InstrumentId
    mark: Decimal
    index: Decimal | None
    estimated_settle: Decimal | None
    funding_rate: Decimal | None
    next_funding_ns: int  # 0 for dated contracts
    ts_event: int
    ts_init: int


class BinanceFuturesLiquidation(Struct, frozen=True, kw_only=True):
    """A liquidation; at most one a second and contract is told. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#liquidation-order-streams"""

    instrument_id: InstrumentId
    side: OrderSide
    order_type: str
    time_in_force: str
    original_qty: Decimal
    price: Decimal
    average_price: Decimal
    status: str
    last_filled_qty: Decimal
    accumulated_qty: Decimal
    ts_event: int
    ts_init: int


class BinanceFuturesCompositeIndex(Struct, frozen=True, kw_only=True):
    """An index of several assets, and what it is made of. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#composite-index-symbol-information-streams"""

    instrument_id: InstrumentId
    price: Decimal
    parts: list[IndexPart]
    ts_event: int
    ts_init: int


class BinanceFuturesAssetIndex(Struct, frozen=True, kw_only=True):
    """What a margin asset is worth in USD where several assets are margin; auto exchange takes the exchange rates. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#multi-assets-mode-asset-index"""

    index: str
    price: Decimal
    bid_rate: Decimal
    ask_rate: Decimal
    exchange_bid_rate: Decimal
    exchange_ask_rate: Decimal
    bid_buffer: Decimal
    ask_buffer: Decimal
    exchange_bid_buffer: Decimal
    exchange_ask_buffer: Decimal
    ts_event: int
    ts_init: int


class BinanceFuturesOpenInterest(Struct, frozen=True, kw_only=True):
    """Contracts (COIN-M) or base asset (USD-M) that are held open. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#open-interest"""

    instrument_id: InstrumentId
    open_interest: Decimal
    ts_event: int
    ts_init: int


class BinanceFuturesOpenInterestStatistics(Struct, frozen=True, kw_only=True):
    """Open interest at the end of a period, for one contract (USD-M) or all contracts of a kind of a pair (COIN-M). https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#open-interest-statistics"""

    pair: str
    contract_type: str
    open_interest: Decimal
    open_interest_value: Decimal
    ts_event: int
    ts_init: int


class BinanceFuturesFundingInfo(Struct, frozen=True, kw_only=True):
    """Funding interval and bounds of a contract that differ from the usual. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#get-funding-rate-info"""

    instrument_id: InstrumentId
    rate_cap: Decimal
    rate_floor: Decimal
    interval_hours: int
    ts_event: int
    ts_init: int


def emit_get_premium_index(
    scope: Scope, message: GetPremiumIndexRow | list[GetPremiumIndexRow], ts_init: int, out: list[Event]
) -> None:
    """Mark price, index price and funding to MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate."""
    for row in as_list(message):
        try:
            row_id = scope.ids[row.symbol]
            time_ns = row.time_ms * 1_000_000
            out.append(MarkPriceUpdate(row_id, finite(row.mark_price), time_ns, ts_init))
            if row.index_price:
                out.append(IndexPriceUpdate(row_id, DECIMALS[row.index_price], time_ns, ts_init))
            if row.last_funding_rate:
                out.append(
                    FundingRateUpdate(
                        row_id,
                        DECIMALS[row.last_funding_rate],
                        time_ns,
                        ts_init,
                        None,
                        (
                            row.next_funding_time_ms * 1_000_000
                            if row.next_funding_time_ms is not None
                            else None
                        ),
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_funding_rate(
    scope: Scope, message: list[GetFundingRateRow], ts_init: int, out: list[Event]
) -> None:
    """Funding that was paid to FundingRateUpdate."""
    for row in message:
        try:
            out.append(
                FundingRateUpdate(
                    scope.ids[row.symbol], finite(row.funding_rate), row.funding_time_ms * 1_000_000, ts_init
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_funding_info(
    scope: Scope, message: list[GetFundingInfoRow], ts_init: int, out: list[Event]
) -> None:
    """Funding intervals and bounds that differ from the usual to BinanceFuturesFundingInfo."""
    for row in message:
        try:
            out.append(
                BinanceFuturesFundingInfo(
                    instrument_id=scope.ids[row.symbol],
                    rate_cap=finite(row.adjusted_funding_rate_cap),
                    rate_floor=finite(row.adjusted_funding_rate_floor),
                    interval_hours=row.funding_interval_hours,
                    ts_event=ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_open_interest(
    scope: Scope, message: GetOpenInterestResponse, ts_init: int, out: list[Event]
) -> None:
    """Open interest now to BinanceFuturesOpenInterest."""
    out.append(
        BinanceFuturesOpenInterest(
            instrument_id=scope.ids[message.symbol],
            open_interest=finite(message.open_interest),
            ts_event=message.time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_get_open_interest_hist(
    scope: Scope, message: list[GetOpenInterestHistRow], ts_init: int, out: list[Event]
) -> None:
    """Open interest by period to BinanceFuturesOpenInterestStatistics."""
    for row in message:
        try:
            out.append(
                BinanceFuturesOpenInterestStatistics(
                    pair=row.symbol if row.symbol is not None else row.pair if row.pair is not None else "",
                    contract_type=row.contract_type if row.contract_type is not None else "PERPETUAL",
                    open_interest=finite(row.sum_open_interest),
                    open_interest_value=finite(row.sum_open_interest_value),
                    ts_event=integer(row.moment) * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_top_long_short_account_ratio(
    scope: Scope, message: list[GetTopLongShortAccountRatioRow], ts_init: int, out: list[Event]
) -> None:
    """Long and short accounts of top traders to no event."""


def emit_get_taker_volume(
    scope: Scope, message: list[GetTakerVolumeRow], ts_init: int, out: list[Event]
) -> None:
    """What takers bought and sold, by period to no event."""


def emit_get_basis(scope: Scope, message: list[GetBasisRow], ts_init: int, out: list[Event]) -> None:
    """Difference between the futures and the index price to no event."""


def emit_mark_price(scope: Scope, message: MarkPrice, ts_init: int, out: list[Event]) -> None:
    """Mark price, index price and funding to MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate, BinanceFuturesMarkPriceUpdate."""
    ids_of = scope.ids_of("coinm" if "USD_" in message.symbol else "usdm")[message.symbol]
    mark_price = finite(message.mark_price)
    event_time_ns = message.event_time_ms * 1_000_000
    out.append(MarkPriceUpdate(ids_of, mark_price, event_time_ns, ts_init))
    if message.index_price:
        out.append(IndexPriceUpdate(ids_of, DECIMALS[message.index_price], event_time_ns, ts_init))
    if message.funding_rate:
        out.append(
            FundingRateUpdate(
                ids_of,
                DECIMALS[message.funding_rate],
                event_time_ns,
                ts_init,
                None,
                (
                    message.next_funding_time_ms * 1_000_000
                    if message.next_funding_time_ms is not None
                    else None
                ),
            )
        )
    out.append(
        BinanceFuturesMarkPriceUpdate(
            instrument_id=ids_of,
            mark=mark_price,
            index=DECIMALS[message.index_price] if message.index_price else None,
            estimated_settle=(
                DECIMALS[message.estimated_settle_price] if message.estimated_settle_price else None
            ),
            funding_rate=DECIMALS[message.funding_rate] if message.funding_rate else None,
            next_funding_ns=(
                message.next_funding_time_ms * 1_000_000 if message.next_funding_time_ms is not None else 0
            ),
            ts_event=event_time_ns,
            ts_init=ts_init,
        )
    )


def emit_all_mark_prices(scope: Scope, message: list[MarkPrice], ts_init: int, out: list[Event]) -> None:
    """Mark price, index price and funding of every contract to MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate, BinanceFuturesMarkPriceUpdate."""
    for row in message:
        try:
            row_id = scope.ids_of("coinm" if "USD_" in row.symbol else "usdm")[row.symbol]
            mark_price = finite(row.mark_price)
            event_time_ns = row.event_time_ms * 1_000_000
            out.append(MarkPriceUpdate(row_id, mark_price, event_time_ns, ts_init))
            if row.index_price:
                out.append(IndexPriceUpdate(row_id, DECIMALS[row.index_price], event_time_ns, ts_init))
            if row.funding_rate:
                out.append(
                    FundingRateUpdate(
                        row_id,
                        DECIMALS[row.funding_rate],
                        event_time_ns,
                        ts_init,
                        None,
                        (
                            row.next_funding_time_ms * 1_000_000
                            if row.next_funding_time_ms is not None
                            else None
                        ),
                    )
                )
            out.append(
                BinanceFuturesMarkPriceUpdate(
                    instrument_id=row_id,
                    mark=mark_price,
                    index=DECIMALS[row.index_price] if row.index_price else None,
                    estimated_settle=(
                        DECIMALS[row.estimated_settle_price] if row.estimated_settle_price else None
                    ),
                    funding_rate=DECIMALS[row.funding_rate] if row.funding_rate else None,
                    next_funding_ns=(
                        row.next_funding_time_ms * 1_000_000 if row.next_funding_time_ms is not None else 0
                    ),
                    ts_event=event_time_ns,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_force_order(scope: Scope, message: ForceOrder, ts_init: int, out: list[Event]) -> None:
    """Liquidations to BinanceFuturesLiquidation."""
    for row in as_rows(message.order):
        try:
            out.append(
                BinanceFuturesLiquidation(
                    instrument_id=scope.ids_of("coinm" if "USD_" in row.symbol else "usdm")[row.symbol],
                    side=SIDE_MEANS[row.side],
                    order_type=row.order_type,
                    time_in_force=row.time_in_force,
                    original_qty=finite(row.original_qty),
                    price=finite(row.price),
                    average_price=finite(row.average_price),
                    status=row.status,
                    last_filled_qty=finite(row.last_filled_qty),
                    accumulated_qty=finite(row.accumulated_qty),
                    ts_event=row.trade_time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_all_force_orders(scope: Scope, message: AllForceOrders, ts_init: int, out: list[Event]) -> None:
    """Liquidations of every contract to BinanceFuturesLiquidation."""
    for row in as_rows(message.order):
        try:
            out.append(
                BinanceFuturesLiquidation(
                    instrument_id=scope.ids_of("coinm" if "USD_" in row.symbol else "usdm")[row.symbol],
                    side=SIDE_MEANS[row.side],
                    order_type=row.order_type,
                    time_in_force=row.time_in_force,
                    original_qty=finite(row.original_qty),
                    price=finite(row.price),
                    average_price=finite(row.average_price),
                    status=row.status,
                    last_filled_qty=finite(row.last_filled_qty),
                    accumulated_qty=finite(row.accumulated_qty),
                    ts_event=row.trade_time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_index_price(scope: Scope, message: IndexPrice, ts_init: int, out: list[Event]) -> None:
    """Index price of a pair to IndexPriceUpdate."""
    out.append(
        IndexPriceUpdate(
            scope.ids[message.pair + "_PERP"],
            finite(message.price),
            message.event_time_ms * 1_000_000,
            ts_init,
        )
    )


def emit_composite_index(scope: Scope, message: CompositeIndex, ts_init: int, out: list[Event]) -> None:
    """An index of several assets, and what it is made of to IndexPriceUpdate, BinanceFuturesCompositeIndex."""
    instrument_id = scope.ids[message.symbol]
    price = finite(message.price)
    event_time_ns = message.event_time_ms * 1_000_000
    out.append(IndexPriceUpdate(instrument_id, price, event_time_ns, ts_init))
    out.append(
        BinanceFuturesCompositeIndex(
            instrument_id=instrument_id,
            price=price,
            parts=message.parts,
            ts_event=event_time_ns,
            ts_init=ts_init,
        )
    )


def emit_asset_index(scope: Scope, message: AssetIndex, ts_init: int, out: list[Event]) -> None:
    """What one margin asset is worth in USD to BinanceFuturesAssetIndex."""
    out.append(
        BinanceFuturesAssetIndex(
            index=message.index,
            price=finite(message.price),
            bid_rate=finite(message.bid_rate),
            ask_rate=finite(message.ask_rate),
            exchange_bid_rate=finite(message.exchange_bid_rate),
            exchange_ask_rate=finite(message.exchange_ask_rate),
            bid_buffer=finite(message.bid_buffer),
            ask_buffer=finite(message.ask_buffer),
            exchange_bid_buffer=finite(message.exchange_bid_buffer),
            exchange_ask_buffer=finite(message.exchange_ask_buffer),
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_all_asset_indices(scope: Scope, message: list[AssetIndex], ts_init: int, out: list[Event]) -> None:
    """What every margin asset is worth in USD to BinanceFuturesAssetIndex."""
    for row in message:
        try:
            out.append(
                BinanceFuturesAssetIndex(
                    index=row.index,
                    price=finite(row.price),
                    bid_rate=finite(row.bid_rate),
                    ask_rate=finite(row.ask_rate),
                    exchange_bid_rate=finite(row.exchange_bid_rate),
                    exchange_ask_rate=finite(row.exchange_ask_rate),
                    bid_buffer=finite(row.bid_buffer),
                    ask_buffer=finite(row.ask_buffer),
                    exchange_bid_buffer=finite(row.exchange_bid_buffer),
                    exchange_ask_buffer=finite(row.exchange_ask_buffer),
                    ts_event=row.event_time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


emit_get_top_long_short_position_ratio = emit_get_top_long_short_account_ratio
emit_get_global_long_short_account_ratio = emit_get_top_long_short_account_ratio
