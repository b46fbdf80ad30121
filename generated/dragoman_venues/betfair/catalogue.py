"""catalogue of the venue betfair. Generated from specs/betfair/catalogue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import BettingInstrument
from dragoman.translate.facts import Event
from dragoman.translate.functions import div, normalize, parse_iso
from dragoman.translate.reads import as_list, finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

DECIMAL_0 = Decimal("0")
DECIMAL_0_01 = Decimal("0.01")
DECIMAL_1 = Decimal("1")
DECIMAL_100 = Decimal("100")


class MarketDescription(Struct, frozen=True, kw_only=True, gc=False):
    """Part of MarketCatalogue. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/listMarketCatalogue"""

    betting_type: str = field(name="bettingType")
    market_type: str = field(name="marketType")
    market_time: str = field(name="marketTime")
    base_rate: Decimal | None = field(name="marketBaseRate", default=None)


class CatalogueRunner(Struct, frozen=True, kw_only=True, gc=False):
    """Part of MarketCatalogue. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/listMarketCatalogue"""

    selection_id: int | str = field(name="selectionId")
    runner_name: str = field(name="runnerName")
    handicap: Decimal | None = None
    sort_priority: int | None = field(name="sortPriority", default=None)


class SportType(Struct, frozen=True, kw_only=True, gc=False):
    """Part of MarketCatalogue. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/listMarketCatalogue"""

    event_type_id: int | str = field(name="id")
    event_type_name: str = field(name="name")


class Competition(Struct, frozen=True, kw_only=True, gc=False):
    """Part of MarketCatalogue. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/listMarketCatalogue"""

    competition_id: int | str = field(name="id")
    competition_name: str = field(name="name")


class SportEvent(Struct, frozen=True, kw_only=True, gc=False):
    """Part of MarketCatalogue. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/listMarketCatalogue"""

    event_id: int | str = field(name="id")
    event_name: str = field(name="name")
    country_code: str | None = field(name="countryCode", default=None)
    timezone: str | None = None
    venue: str | None = None
    open_date: str | None = field(name="openDate", default=None)


class MarketCatalogue(Struct, frozen=True, kw_only=True, gc=False):
    """A market with its runners. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Betting+Type+Definitions"""

    market_id: str = field(name="marketId")
    market_name: str = field(name="marketName")
    start_time: str | None = field(name="marketStartTime", default=None)
    description: MarketDescription | None = None
    runners: list[CatalogueRunner] | None = None
    event_type: SportType | None = field(name="eventType", default=None)
    competition: Competition | None = None
    event: SportEvent | None = None
    total_matched: Decimal | None = field(name="totalMatched", default=None)


class MarketFilter(Struct, frozen=True, kw_only=True, gc=False):
    """MarketFilter. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/listMarketCatalogue"""

    event_type_ids: list[str] | None = field(name="eventTypeIds", default=None)
    event_ids: list[str] | None = field(name="eventIds", default=None)
    market_ids: list[str] | None = field(name="marketIds", default=None)
    betting_types: list[str] | None = field(name="marketBettingTypes", default=None)
    market_types: list[str] | None = field(name="marketTypeCodes", default=None)
    countries: list[str] | None = field(name="marketCountries", default=None)


class LoginAnswer(Struct, frozen=True, kw_only=True, gc=False):
    """Part of the answer of certlogin. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Non-Interactive+%28bot%29+login"""

    session_token: str | None = field(name="sessionToken", default=None)
    login_status: str = field(name="loginStatus")


class KeepAliveAnswer(Struct, frozen=True, kw_only=True, gc=False):
    """Part of the answer of keepAlive. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Keep+Alive"""

    token: str | None = None
    product: str | None = None
    status: str
    error: str | None = None


def emit_listMarketCatalogue(
    scope: Scope, message: MarketCatalogue | list[MarketCatalogue], ts_init: int, out: list[Event]
) -> None:
    """Markets and their runners to BettingInstrument."""
    for market in as_list(message):
        try:
            for runner in market.runners or ():
                try:
                    selection_id = integer(runner.selection_id)
                    runner_key = (
                        market.market_id,
                        selection_id,
                        DECIMAL_0 if runner.handicap is None else normalize(finite(runner.handicap)),
                    )
                    description = div(
                        (
                            finite(market.description.base_rate)
                            if market.description is not None and market.description.base_rate is not None
                            else DECIMAL_0
                        ),
                        DECIMAL_100,
                        4,
                    )
                    out.append(
                        BettingInstrument(
                            instrument_id=scope.ids.define(runner_key),
                            raw_symbol=scope.raw_symbol(runner_key),
                            price_precision=2,
                            price_increment=DECIMAL_0_01,
                            size_precision=2,
                            size_increment=DECIMAL_0_01,
                            margin_init=DECIMAL_1,
                            margin_maint=DECIMAL_1,
                            maker_fee=description,
                            taker_fee=description,
                            ts_event=ts_init,
                            ts_init=ts_init,
                            currency=(got_2 if (got_2 := scope.told("currency")) is not None else "GBP"),
                            market_id=market.market_id,
                            selection_id=selection_id,
                            selection_handicap=(
                                finite(runner.handicap) if runner.handicap is not None else DECIMAL_0
                            ),
                            selection_name=runner.runner_name,
                            event_type_id=(
                                integer(market.event_type.event_type_id)
                                if market.event_type is not None
                                else 0
                            ),
                            event_type_name=(
                                market.event_type.event_type_name if market.event_type is not None else ""
                            ),
                            competition_id=(
                                integer(market.competition.competition_id)
                                if market.competition is not None
                                else 0
                            ),
                            competition_name=(
                                market.competition.competition_name if market.competition is not None else ""
                            ),
                            event_id=integer(market.event.event_id) if market.event is not None else 0,
                            event_name=market.event.event_name if market.event is not None else "",
                            event_country_code=(
                                market.event.country_code
                                if market.event is not None and market.event.country_code is not None
                                else ""
                            ),
                            event_open_date=(
                                parse_iso(market.event.open_date)
                                if market.event is not None and market.event.open_date is not None
                                else 0
                            ),
                            betting_type=(
                                market.description.betting_type if market.description is not None else ""
                            ),
                            market_name=market.market_name,
                            market_type=(
                                market.description.market_type if market.description is not None else ""
                            ),
                            market_start_time=(
                                parse_iso(market.start_time)
                                if market.start_time is not None
                                else (
                                    parse_iso(market.description.market_time)
                                    if market.description is not None
                                    else 0
                                )
                            ),
                        )
                    )
                except ROW_ERRORS as error:
                    scope.bad_row("$[].runners", runner, error)
        except ROW_ERRORS as error:
            scope.bad_row("$", market, error)


def emit_certlogin(scope: Scope, message: LoginAnswer, ts_init: int, out: list[Event]) -> None:
    """Log in with a client certificate to no event."""


def emit_keepAlive(scope: Scope, message: KeepAliveAnswer, ts_init: int, out: list[Event]) -> None:
    """Keep the session alive to no event."""
