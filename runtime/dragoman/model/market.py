"""Market data that is one value at one moment.

Prices and sizes are exact decimals with the venue's own digits; `ts_event` is the venue's clock and `ts_init` the local
one, both in UNIX nanoseconds. Field order is the order of construction: the busy types are made positionally.
"""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from msgspec import Struct

from dragoman.model.enums import (
    AggressorSide,
    GreeksConvention,
    InstrumentCloseType,
    MarketStatusAction,
)
from dragoman.model.identifiers import BarType, InstrumentId, TradeId


class TradeTick(Struct, frozen=True, gc=False):
    instrument_id: InstrumentId
    price: Decimal
    size: Decimal
    aggressor_side: AggressorSide
    trade_id: TradeId
    ts_event: int
    ts_init: int


class QuoteTick(Struct, frozen=True, gc=False):
    instrument_id: InstrumentId
    bid_price: Decimal
    ask_price: Decimal
    bid_size: Decimal
    ask_size: Decimal
    ts_event: int
    ts_init: int


class Bar(Struct, frozen=True, gc=False):
    """One closed bar; `ts_event` is the moment that the venue gives for it, as a rule its close."""

    bar_type: BarType
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: Decimal
    ts_event: int
    ts_init: int

    @property
    def instrument_id(self) -> InstrumentId:
        return self.bar_type.instrument_id


class MarkPriceUpdate(Struct, frozen=True, gc=False):
    instrument_id: InstrumentId
    value: Decimal
    ts_event: int
    ts_init: int


class IndexPriceUpdate(Struct, frozen=True, gc=False):
    instrument_id: InstrumentId
    value: Decimal
    ts_event: int
    ts_init: int


class FundingRateUpdate(Struct, frozen=True, gc=False):
    """`rate` is a fraction per interval, `interval` is in minutes."""

    to_dict_also: ClassVar[tuple[str, ...]] = ("interval_minutes",)

    instrument_id: InstrumentId
    rate: Decimal
    ts_event: int
    ts_init: int
    interval: int | None = None
    next_funding_ns: int | None = None

    @property
    def interval_minutes(self) -> int | None:
        return self.interval


class OptionGreeks(Struct, frozen=True, gc=False, kw_only=True):
    """Sensitivities as the venue states them; None is what it doesn't state."""

    instrument_id: InstrumentId
    delta: Decimal | None = None
    gamma: Decimal | None = None
    vega: Decimal | None = None
    theta: Decimal | None = None
    rho: Decimal | None = None
    mark_iv: Decimal | None = None
    bid_iv: Decimal | None = None
    ask_iv: Decimal | None = None
    underlying_price: Decimal | None = None
    open_interest: Decimal | None = None
    convention: GreeksConvention = GreeksConvention.BLACK_SCHOLES
    ts_event: int
    ts_init: int


class InstrumentStatus(Struct, frozen=True, gc=False, kw_only=True):
    """A change of an instrument's trading phase; None is what the venue doesn't say."""

    instrument_id: InstrumentId
    action: MarketStatusAction
    ts_event: int
    ts_init: int
    reason: str | None = None
    trading_event: str | None = None
    is_trading: bool | None = None
    is_quoting: bool | None = None
    is_short_sell_restricted: bool | None = None


class InstrumentClose(Struct, frozen=True, gc=False):
    instrument_id: InstrumentId
    close_price: Decimal
    close_type: InstrumentCloseType
    ts_event: int
    ts_init: int


class StreamGap(Struct, frozen=True, gc=False, kw_only=True):
    """A hole in a stream: what passed between the two moments is unknown here, or was lost.

    `instrument_id` is None where the whole stream broke. `from_ns` is no later than what the last message before the hole told of,
    however late that message came or was read; both are by the local clock.
    """

    stream: str
    reason: str
    from_ns: int
    to_ns: int
    instrument_id: InstrumentId | None = None

    @property
    def ts_event(self) -> int:
        return self.to_ns

    @property
    def ts_init(self) -> int:
        return self.to_ns
