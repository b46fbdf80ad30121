"""data_types of the venue betfair. Generated from specs/betfair/data_types.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import InstrumentId
from msgspec import Struct


class BetfairTicker(Struct, frozen=True, kw_only=True):
    """Last traded price, traded volume and starting-price estimates of a runner. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    instrument_id: InstrumentId
    last_traded_price: Decimal | None
    traded_volume: Decimal | None
    starting_price_near: Decimal | None  # Starting price if the market was reconciled now
    starting_price_far: Decimal | None  # Starting price from starting-price bets alone
    ts_event: int
    ts_init: int


class BetfairStartingPrice(Struct, frozen=True, kw_only=True):
    """The reconciled starting price of a runner. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    instrument_id: InstrumentId
    bsp: Decimal | None
    ts_event: int
    ts_init: int


class BetfairBspBookDelta(Struct, frozen=True, kw_only=True):
    """One change of the bets that wait for the starting price. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    instrument_id: InstrumentId
    action: str  # UPDATE or DELETE
    side: str  # BUY or SELL
    price: Decimal
    size: Decimal
    ts_event: int
    ts_init: int


class BetfairSequenceCompleted(Struct, frozen=True, kw_only=True):
    """The end of one change message; all events of its markets came before. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    ts_event: int
    ts_init: int
