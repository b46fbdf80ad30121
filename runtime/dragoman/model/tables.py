"""Names to classes, for tools that read field names and types (`msgspec.structs.fields`)."""

from __future__ import annotations

from enum import Enum
from types import ModuleType
from typing import TypeVar

from msgspec import Struct

from dragoman.model import enums, instruments, order_events, orders
from dragoman.model.book import OrderBookDelta, OrderBookDeltas, OrderBookDepth10
from dragoman.model.enums import OrderType
from dragoman.model.instruments import Instrument
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
from dragoman.model.order_events import OrderEvent
from dragoman.model.orders import Order
from dragoman.model.reports import AccountState, FillReport, OrderStatusReport, PositionStatusReport

K = TypeVar("K")


def _kinds(module: ModuleType, base: type[K]) -> dict[str, type[K]]:
    """The classes of a kind that a module defines, by their names, without those that others are made of."""
    own = [each for each in vars(module).values() if isinstance(each, type) and issubclass(each, base)]
    whole = [each for each in own if each.__module__ == module.__name__ and not each.__subclasses__()]
    return {each.__name__: each for each in sorted(whole, key=lambda each: each.__name__)}


INSTRUMENT_TYPES = _kinds(instruments, Instrument)
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
        )
    },
    **_kinds(order_events, OrderEvent),
}
"""Everything that a translator may emit."""

ENUM_TYPES = _kinds(enums, Enum)
"""Every closed vocabulary."""

ORDER_TYPES: dict[OrderType, type[Order]] = {
    kind.order_type: kind for _, kind in sorted(vars(orders).items()) if hasattr(kind, "order_type")
}
"""The class of order for each order type."""
