"""Names to classes, for tools that read field names and types (`msgspec.structs.fields`)."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from dragoman.model.book import OrderBookDelta, OrderBookDeltas, OrderBookDepth10
from dragoman.model.enums import (
    AccountType,
    AggregationSource,
    AggressorSide,
    AssetClass,
    BarAggregation,
    BettingSide,
    BookAction,
    BookType,
    ContingencyType,
    CurrencyType,
    GreeksConvention,
    InstrumentClass,
    InstrumentCloseType,
    LiquiditySide,
    MarketStatusAction,
    OmsType,
    OptionKind,
    OrderSide,
    OrderStatus,
    OrderType,
    PositionSide,
    PriceType,
    RecordFlag,
    TimeInForce,
    TrailingOffsetType,
    TriggerType,
)
from dragoman.model.instruments import (
    BettingInstrument,
    BinaryOption,
    Cfd,
    Commodity,
    CryptoFuture,
    CryptoFuturesSpread,
    CryptoOption,
    CryptoOptionSpread,
    CryptoPerpetual,
    CurrencyPair,
    Equity,
    FuturesContract,
    FuturesSpread,
    IndexInstrument,
    Instrument,
    OptionContract,
    OptionSpread,
)
from dragoman.model.market import (
    Bar,
    FundingRateUpdate,
    IndexPriceUpdate,
    InstrumentClose,
    InstrumentStatus,
    MarkPriceUpdate,
    OptionGreeks,
    QuoteTick,
    StreamGap,
    TradeTick,
)
from dragoman.model.order_events import (
    OrderAccepted,
    OrderCanceled,
    OrderCancelRejected,
    OrderDenied,
    OrderExpired,
    OrderFilled,
    OrderModifyRejected,
    OrderRejected,
    OrderSubmitted,
    OrderTriggered,
    OrderUpdated,
)
from dragoman.model.orders import (
    LimitIfTouchedOrder,
    LimitOrder,
    MarketIfTouchedOrder,
    MarketOrder,
    MarketToLimitOrder,
    Order,
    StopLimitOrder,
    StopMarketOrder,
    TrailingStopLimitOrder,
    TrailingStopMarketOrder,
)
from dragoman.model.reports import AccountState, FillReport, OrderStatusReport, PositionStatusReport

INSTRUMENT_TYPES: dict[str, type[Instrument]] = {
    kind.__name__: kind
    for kind in (
        BettingInstrument,
        BinaryOption,
        Cfd,
        Commodity,
        CryptoFuture,
        CryptoFuturesSpread,
        CryptoOption,
        CryptoOptionSpread,
        CryptoPerpetual,
        CurrencyPair,
        Equity,
        FuturesContract,
        FuturesSpread,
        IndexInstrument,
        OptionContract,
        OptionSpread,
    )
}
"""Every class of instrument."""

EVENT_TYPES: dict[str, type[Struct]] = {
    **INSTRUMENT_TYPES,
    **{
        kind.__name__: kind
        for kind in (
            Bar,
            FundingRateUpdate,
            IndexPriceUpdate,
            InstrumentClose,
            InstrumentStatus,
            MarkPriceUpdate,
            OptionGreeks,
            QuoteTick,
            StreamGap,
            TradeTick,
            OrderBookDelta,
            OrderBookDeltas,
            OrderBookDepth10,
            AccountState,
            FillReport,
            OrderStatusReport,
            PositionStatusReport,
            OrderAccepted,
            OrderCancelRejected,
            OrderCanceled,
            OrderDenied,
            OrderExpired,
            OrderFilled,
            OrderModifyRejected,
            OrderRejected,
            OrderSubmitted,
            OrderTriggered,
            OrderUpdated,
        )
    },
}
"""Everything that a translator may emit."""

ENUM_TYPES: dict[str, type[Enum]] = {
    kind.__name__: kind
    for kind in (
        AccountType,
        AggregationSource,
        AggressorSide,
        AssetClass,
        BarAggregation,
        BettingSide,
        BookAction,
        BookType,
        ContingencyType,
        CurrencyType,
        GreeksConvention,
        InstrumentClass,
        InstrumentCloseType,
        LiquiditySide,
        MarketStatusAction,
        OmsType,
        OptionKind,
        OrderSide,
        OrderStatus,
        OrderType,
        PositionSide,
        PriceType,
        RecordFlag,
        TimeInForce,
        TrailingOffsetType,
        TriggerType,
    )
}
"""Every closed vocabulary."""

ORDER_TYPES: dict[OrderType, type[Order]] = {
    kind.order_type: kind
    for kind in (
        LimitIfTouchedOrder,
        LimitOrder,
        MarketIfTouchedOrder,
        MarketOrder,
        MarketToLimitOrder,
        StopLimitOrder,
        StopMarketOrder,
        TrailingStopLimitOrder,
        TrailingStopMarketOrder,
    )
}
"""The class of order for each order type."""
