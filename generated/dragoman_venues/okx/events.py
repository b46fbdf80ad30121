"""events of the venue okx. Generated from specs/okx/events.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import InstrumentId
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.reads import OpenEnum, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

EVENT_OUTCOME_MEANS: OpenEnum[str] = OpenEnum(
    "EventOutcome", {"0": "untold", "1": "yes", "2": "no"}, "untold"
)


class EventMarket(Struct, frozen=True, kw_only=True, gc=False):
    """One market of an event, on request or live. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-markets"""

    series_id: str = field(name="seriesId")
    event_id: str = field(name="eventId")
    symbol: str = field(name="instId")
    list_time_ms: str | None = field(name="listTime", default=None)
    fix_time_ms: str | None = field(name="fixTime", default=None)
    expire_time_ms: str | None = field(name="expTime", default=None)
    state: str
    outcome: str
    floor_strike: str | None = field(name="floorStrike", default=None)
    cap_strike: str | None = field(name="capStrike", default=None)
    settle_value: str | None = field(name="settleValue", default=None)
    disputed: bool
    hit_direction: str | None = field(name="hitDir", default=None)


class GetEventSeriesRowSettlement(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetEventSeriesRow."""

    method: str
    closes_early: bool = field(name="closeEarly")
    source: str = field(name="srcName")
    underlying: str


class GetEventSeriesRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_event_series: Series of events. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-series"""

    series_id: str = field(name="seriesId")
    frequency: str = field(name="freq")
    title: str
    category: str
    settlement: GetEventSeriesRowSettlement


class GetEventsRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_events: Events of a series. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-events"""

    series_id: str = field(name="seriesId")
    event_id: str = field(name="eventId")
    expire_time_ms: str = field(name="expTime")
    state: str


class GetEventSeriesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_event_series: Series of events. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-series"""

    code: str
    msg: str
    rows: list[GetEventSeriesRow] = field(name="data")


class GetEventsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_events: Events of a series. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-events"""

    code: str
    msg: str
    rows: list[GetEventsRow] = field(name="data")


class GetEventMarketsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_event_markets: Markets of the events of a series. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-markets"""

    code: str
    msg: str
    rows: list[EventMarket] = field(name="data")


class EventMarketsArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of EventMarkets."""

    channel: str


class EventMarkets(Struct, frozen=True, kw_only=True, gc=False):
    """A message of event_markets: Markets of events whose state or strike changed. https://www.okx.com/docs-v5/en/#public-data-websocket-event-contract-markets-channel"""

    arg: EventMarketsArg
    rows: list[EventMarket] = field(name="data")


class OkxEventSeries(Struct, frozen=True, kw_only=True):
    """A series of events and how they are settled. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-series"""

    series_id: str
    frequency: str
    title: str
    category: str
    method: str
    source: str
    underlying: str
    ts_event: int
    ts_init: int


class OkxEvent(Struct, frozen=True, kw_only=True):
    """An event and when it ends. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-events"""

    series_id: str
    event_id: str
    state: str
    expire_time: int | None
    ts_event: int
    ts_init: int


class OkxEventMarket(Struct, frozen=True, kw_only=True):
    """The state and the strikes of an event's market, and how it came out. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-markets"""

    instrument_id: InstrumentId
    series_id: str
    event_id: str
    state: str
    outcome: str
    fix_time: int | None
    expire_time: int | None
    floor_strike: Decimal | None
    cap_strike: str | None
    settle_value: Decimal | None
    disputed: bool
    hit_direction: str | None
    ts_event: int
    ts_init: int


def emit_get_event_series(
    scope: Scope, message: GetEventSeriesResponse, ts_init: int, out: list[Event]
) -> None:
    """Series of events to OkxEventSeries."""
    for row in message.rows:
        try:
            out.append(
                OkxEventSeries(
                    series_id=row.series_id,
                    frequency=row.frequency,
                    title=row.title,
                    category=row.category,
                    method=row.settlement.method,
                    source=row.settlement.source,
                    underlying=row.settlement.underlying,
                    ts_event=ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_events(scope: Scope, message: GetEventsResponse, ts_init: int, out: list[Event]) -> None:
    """Events of a series to OkxEvent."""
    for row in message.rows:
        try:
            out.append(
                OkxEvent(
                    series_id=row.series_id,
                    event_id=row.event_id,
                    state=row.state,
                    expire_time=integer(row.expire_time_ms) * 1_000_000 if row.expire_time_ms else None,
                    ts_event=ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_event_markets(
    scope: Scope, message: GetEventMarketsResponse, ts_init: int, out: list[Event]
) -> None:
    """Markets of the events of a series to OkxEventMarket."""
    for row in message.rows:
        try:
            out.append(
                OkxEventMarket(
                    instrument_id=scope.ids[row.symbol],
                    series_id=row.series_id,
                    event_id=row.event_id,
                    state=row.state,
                    outcome=EVENT_OUTCOME_MEANS.read(row.outcome, scope),
                    fix_time=integer(row.fix_time_ms) * 1_000_000 if row.fix_time_ms else None,
                    expire_time=integer(row.expire_time_ms) * 1_000_000 if row.expire_time_ms else None,
                    floor_strike=DECIMALS[row.floor_strike] if row.floor_strike else None,
                    cap_strike=row.cap_strike or None,
                    settle_value=DECIMALS[row.settle_value] if row.settle_value else None,
                    disputed=row.disputed,
                    hit_direction=row.hit_direction or None,
                    ts_event=ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_event_markets(scope: Scope, message: EventMarkets, ts_init: int, out: list[Event]) -> None:
    """Markets of events whose state or strike changed to OkxEventMarket."""
    for row in message.rows:
        try:
            out.append(
                OkxEventMarket(
                    instrument_id=scope.ids[row.symbol],
                    series_id=row.series_id,
                    event_id=row.event_id,
                    state=row.state,
                    outcome=EVENT_OUTCOME_MEANS.read(row.outcome, scope),
                    fix_time=integer(row.fix_time_ms) * 1_000_000 if row.fix_time_ms else None,
                    expire_time=integer(row.expire_time_ms) * 1_000_000 if row.expire_time_ms else None,
                    floor_strike=DECIMALS[row.floor_strike] if row.floor_strike else None,
                    cap_strike=row.cap_strike or None,
                    settle_value=DECIMALS[row.settle_value] if row.settle_value else None,
                    disputed=row.disputed,
                    hit_direction=row.hit_direction or None,
                    ts_event=ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
