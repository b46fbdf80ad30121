"""races of the venue betfair. Generated from specs/betfair/races.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.translate.facts import Event
from dragoman.translate.reads import as_rows, finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field


class RaceRunner(Struct, frozen=True, kw_only=True, gc=False):
    """Position of one runner. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    fed_ms: int = field(name="ft")
    selection_id: int | str = field(name="id")
    longitude: Decimal | None = field(name="long", default=None)
    latitude: Decimal | None = field(name="lat", default=None)
    speed: Decimal | None = field(name="spd", default=None)
    progress: Decimal | None = field(name="prg", default=None)
    stride_frequency: Decimal | None = field(name="sfq", default=None)


class Jump(Struct, frozen=True, kw_only=True, gc=False):
    """An obstacle that is still to come, J its number from the finish and L the metres to it. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    J: int
    L: Decimal


class RaceProgress(Struct, frozen=True, kw_only=True, gc=False):
    """Position of the race. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    fed_ms: int = field(name="ft")
    gate_name: str | None = field(name="g", default=None)
    sectional_time: Decimal | None = field(name="st", default=None)
    running_time: Decimal | None = field(name="rt", default=None)
    speed: Decimal | None = field(name="spd", default=None)
    progress: Decimal | None = field(name="prg", default=None)
    order: list[int] | None = field(name="ord", default=None)
    jumps: list[Jump] | None = field(name="J", default=None)


class RaceChange(Struct, frozen=True, kw_only=True, gc=False):
    """Part of RaceChanges. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    race_id: str = field(name="id")
    market_id: str = field(name="mid")
    race_runners: list[RaceRunner] | None = field(name="rrc", default=None)
    race_progress: RaceProgress | None = field(name="rpc", default=None)


class RaceChanges(Struct, frozen=True, kw_only=True, tag_field="op", tag="rcm", gc=False):
    """A message of race_changes: Positions of races and their runners. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    races: list[RaceChange] | None = field(name="rc", default=None)


class BetfairRaceRunnerData(Struct, frozen=True, kw_only=True):
    """Where a runner of a race is, by satellite. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    race_id: str
    market_id: str
    selection_id: int
    latitude: Decimal | None
    longitude: Decimal | None
    speed: Decimal | None  # Metres a second
    progress: Decimal | None  # Metres to the finish
    stride_frequency: Decimal | None  # Strides a second
    ts_event: int
    ts_init: int


class BetfairRaceProgress(Struct, frozen=True, kw_only=True):
    """How far a race has come. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    race_id: str
    market_id: str
    gate_name: str | None  # The gate that was passed last
    sectional_time: Decimal | None  # Seconds since the gate before
    running_time: Decimal | None  # Seconds since the start
    speed: Decimal | None  # Metres a second of the leader
    progress: Decimal | None  # Metres that the leader has to go
    order: list[int] | None  # Runners from first to last
    jumps: list[Jump] | None  # Obstacles still to come
    ts_event: int
    ts_init: int


def emit_race_changes(scope: Scope, message: RaceChanges, ts_init: int, out: list[Event]) -> None:
    """Positions of races and their runners to BetfairRaceProgress, BetfairRaceRunnerData."""
    for race in message.races or ():
        try:
            for runner in race.race_runners or ():
                try:
                    out.append(
                        BetfairRaceRunnerData(
                            race_id=race.race_id,
                            market_id=race.market_id,
                            selection_id=integer(runner.selection_id),
                            latitude=finite(runner.latitude) if runner.latitude is not None else None,
                            longitude=finite(runner.longitude) if runner.longitude is not None else None,
                            speed=finite(runner.speed) if runner.speed is not None else None,
                            progress=finite(runner.progress) if runner.progress is not None else None,
                            stride_frequency=(
                                finite(runner.stride_frequency)
                                if runner.stride_frequency is not None
                                else None
                            ),
                            ts_event=runner.fed_ms * 1_000_000,
                            ts_init=ts_init,
                        )
                    )
                except ROW_ERRORS as error:
                    scope.bad_row("$.rc[].rrc", runner, error)
            for position in as_rows(race.race_progress):
                try:
                    out.append(
                        BetfairRaceProgress(
                            race_id=race.race_id,
                            market_id=race.market_id,
                            gate_name=position.gate_name,
                            sectional_time=(
                                finite(position.sectional_time)
                                if position.sectional_time is not None
                                else None
                            ),
                            running_time=(
                                finite(position.running_time) if position.running_time is not None else None
                            ),
                            speed=finite(position.speed) if position.speed is not None else None,
                            progress=finite(position.progress) if position.progress is not None else None,
                            order=position.order,
                            jumps=position.jumps,
                            ts_event=position.fed_ms * 1_000_000,
                            ts_init=ts_init,
                        )
                    )
                except ROW_ERRORS as error:
                    scope.bad_row("$.rc[].rpc", position, error)
        except ROW_ERRORS as error:
            scope.bad_row("$.rc", race, error)
