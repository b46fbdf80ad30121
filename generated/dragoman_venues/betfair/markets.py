"""markets of the venue betfair. Generated from specs/betfair/markets.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import (
    AggressorSide,
    BettingInstrument,
    InstrumentClose,
    InstrumentCloseType,
    InstrumentStatus,
    MarketStatusAction,
    OrderBookDeltas,
    TradeTick,
)
from dragoman.translate.facts import Event
from dragoman.translate.functions import div, md5, normalize, parse_iso
from dragoman.translate.images import Images
from dragoman.translate.numbers import AnyDecimal
from dragoman.translate.reads import as_rows, finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

from dragoman_venues.betfair.data_types import (
    BetfairBspBookDelta,
    BetfairSequenceCompleted,
    BetfairStartingPrice,
    BetfairTicker,
)
from dragoman_venues.betfair.enums import MarketStatus, RunnerStatus, SegmentType

AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR
DECIMAL_0 = Decimal("0")
DECIMAL_0_00 = Decimal("0.00")
DECIMAL_0_01 = Decimal("0.01")
DECIMAL_1 = Decimal("1")
DECIMAL_100 = Decimal("100")
DECIMAL_1_00 = Decimal("1.00")
INSTRUMENT_CLOSE_TYPE_CONTRACT_EXPIRED = InstrumentCloseType.CONTRACT_EXPIRED
MARKET_STATUS_ACTION_CLOSE = MarketStatusAction.CLOSE
MARKET_STATUS_ACTION_PAUSE = MarketStatusAction.PAUSE
MARKET_STATUS_ACTION_PRE_OPEN = MarketStatusAction.PRE_OPEN
MARKET_STATUS_ACTION_TRADING = MarketStatusAction.TRADING


class DefinedRunner(Struct, frozen=True, kw_only=True, gc=False):
    """Part of MarketDefinition. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    selection_id: int | str = field(name="id")
    handicap: Decimal | None = field(name="hc", default=None)
    runner_name: str | None = field(name="name", default=None)
    runner_status: RunnerStatus = field(name="status")
    bsp: AnyDecimal | None = None


class MarketDefinition(Struct, frozen=True, kw_only=True, gc=False):
    """What a market is and which phase it is in. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    event_id: int | str = field(name="eventId")
    event_type_id: int | str = field(name="eventTypeId")
    event_name: str | None = field(name="eventName", default=None)
    market_name: str | None = field(name="name", default=None)
    betting_type: str | None = field(name="bettingType", default=None)
    market_type: str | None = field(name="marketType", default=None)
    market_time: str | None = field(name="marketTime", default=None)
    open_date: str | None = field(name="openDate", default=None)
    country_code: str | None = field(name="countryCode", default=None)
    base_rate: Decimal | None = field(name="marketBaseRate", default=None)
    status: MarketStatus
    in_play: bool | None = field(name="inPlay", default=None)
    runners: list[DefinedRunner] | None = None


class StartingPriceLevel(Struct, frozen=True, array_like=True, gc=False):
    """Part of RunnerChange. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    level_price: Decimal
    level_size: Decimal


class RunnerChange(Struct, frozen=True, kw_only=True, gc=False):
    """Part of MarketChange. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    selection_id: int | str = field(name="id")
    handicap: Decimal | None = field(name="hc", default=None)
    atb: list[list[Decimal]] | None = None
    atl: list[list[Decimal]] | None = None
    batb: list[list[Decimal]] | None = None
    batl: list[list[Decimal]] | None = None
    bdatb: list[list[Decimal]] | None = None
    bdatl: list[list[Decimal]] | None = None
    trd: list[list[Decimal]] | None = None
    spb: list[StartingPriceLevel] | None = None
    spl: list[StartingPriceLevel] | None = None
    last_price: AnyDecimal | None = field(name="ltp", default=None)
    volume: AnyDecimal | None = field(name="tv", default=None)
    near_price: AnyDecimal | None = field(name="spn", default=None)
    far_price: AnyDecimal | None = field(name="spf", default=None)


class MarketChange(Struct, frozen=True, kw_only=True, gc=False):
    """Part of MarketChanges. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    market_id: str = field(name="id")
    image: bool | None = field(name="img", default=None)
    definition: MarketDefinition | None = field(name="marketDefinition", default=None)
    runner_changes: list[RunnerChange] | None = field(name="rc", default=None)


class MarketChanges(Struct, frozen=True, kw_only=True, tag_field="op", tag="mcm", gc=False):
    """A message of market_changes: Books, trades, tickers and definitions of markets. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API"""

    request_id: int | None = field(name="id", default=None)
    published_ms: int = field(name="pt")
    change_type: str | None = field(name="ct", default=None)
    segment: SegmentType | None = field(name="segmentType", default=None)
    clock: str | None = field(name="clk", default=None)
    initial_clock: str | None = field(name="initialClk", default=None)
    markets: list[MarketChange] | None = field(name="mc", default=None)


def emit_market_changes(scope: Scope, message: MarketChanges, ts_init: int, out: list[Event]) -> None:
    """Books, trades, tickers and definitions of markets to BettingInstrument, InstrumentStatus, InstrumentClose, BetfairStartingPrice, OrderBookDeltas, TradeTick, BetfairTicker, BetfairBspBookDelta, BetfairSequenceCompleted."""
    images: Images = scope.machines["market_changes"]
    images.save_tokens(initialClk=message.initial_clock, clk=message.clock)
    for market in message.markets or ():
        try:
            change = images.begin(
                market.market_id, market.image if market.image is not None else False, ts_init, out
            )
            if change is None:
                continue
            for defined in as_rows(market.definition):
                try:
                    for entry in defined.runners or ():
                        try:
                            selection_id = integer(entry.selection_id)
                            entry_key = (
                                market.market_id,
                                selection_id,
                                DECIMAL_0 if entry.handicap is None else normalize(finite(entry.handicap)),
                            )
                            base_rate = div(
                                finite(defined.base_rate) if defined.base_rate is not None else DECIMAL_0,
                                DECIMAL_100,
                                4,
                            )
                            published_ns = message.published_ms * 1_000_000
                            out.append(
                                BettingInstrument(
                                    instrument_id=scope.ids.define(entry_key),
                                    raw_symbol=scope.raw_symbol(entry_key),
                                    price_precision=2,
                                    price_increment=DECIMAL_0_01,
                                    size_precision=2,
                                    size_increment=DECIMAL_0_01,
                                    margin_init=DECIMAL_1,
                                    margin_maint=DECIMAL_1,
                                    maker_fee=base_rate,
                                    taker_fee=base_rate,
                                    keys=scope.keys(entry_key),
                                    ts_event=published_ns,
                                    ts_init=ts_init,
                                    currency=(
                                        got_2 if (got_2 := scope.told("currency")) is not None else "GBP"
                                    ),
                                    market_id=market.market_id,
                                    selection_id=selection_id,
                                    selection_handicap=(
                                        finite(entry.handicap) if entry.handicap is not None else DECIMAL_0
                                    ),
                                    selection_name=entry.runner_name if entry.runner_name is not None else "",
                                    event_type_id=(
                                        integer(defined.event_type_id) if defined.event_type_id != "" else 0
                                    ),
                                    event_id=integer(defined.event_id) if defined.event_id != "" else 0,
                                    event_name=defined.event_name if defined.event_name is not None else "",
                                    event_country_code=(
                                        defined.country_code if defined.country_code is not None else ""
                                    ),
                                    event_open_date=(
                                        parse_iso(defined.open_date) if defined.open_date is not None else 0
                                    ),
                                    betting_type=(
                                        defined.betting_type if defined.betting_type is not None else ""
                                    ),
                                    market_name=(
                                        defined.market_name if defined.market_name is not None else ""
                                    ),
                                    market_type=(
                                        defined.market_type if defined.market_type is not None else ""
                                    ),
                                    market_start_time=(
                                        parse_iso(defined.market_time)
                                        if defined.market_time is not None
                                        else 0
                                    ),
                                )
                            )
                            instrument_id = scope.ids[entry_key]
                            if entry.runner_status in ("REMOVED", "REMOVED_VACANT") or defined.status in (
                                "INACTIVE",
                                "CLOSED",
                            ):
                                action = MARKET_STATUS_ACTION_CLOSE
                            elif defined.status == "SUSPENDED":
                                action = MARKET_STATUS_ACTION_PAUSE
                            elif not (defined.in_play if defined.in_play is not None else False):
                                action = MARKET_STATUS_ACTION_PRE_OPEN
                            else:
                                action = MARKET_STATUS_ACTION_TRADING
                            out.append(
                                InstrumentStatus(
                                    instrument_id=instrument_id,
                                    action=action,
                                    ts_event=published_ns,
                                    ts_init=ts_init,
                                    is_trading=defined.status == "OPEN"
                                    and (defined.in_play if defined.in_play is not None else False)
                                    and entry.runner_status not in ("REMOVED", "REMOVED_VACANT"),
                                )
                            )
                            if entry.runner_status in (
                                "WINNER",
                                "PLACED",
                                "LOSER",
                                "REMOVED",
                                "REMOVED_VACANT",
                            ):
                                out.append(
                                    InstrumentClose(
                                        instrument_id,
                                        (
                                            DECIMAL_1_00
                                            if entry.runner_status in ("WINNER", "PLACED")
                                            else DECIMAL_0_00
                                        ),
                                        INSTRUMENT_CLOSE_TYPE_CONTRACT_EXPIRED,
                                        published_ns,
                                        ts_init,
                                    )
                                )
                            if entry.bsp is not None and entry.bsp.is_finite():
                                out.append(
                                    BetfairStartingPrice(
                                        instrument_id=instrument_id,
                                        bsp=entry.bsp,
                                        ts_event=published_ns,
                                        ts_init=ts_init,
                                    )
                                )
                        except ROW_ERRORS as error:
                            scope.bad_row("$.mc[].marketDefinition.runners", entry, error)
                except ROW_ERRORS as error:
                    scope.bad_row("$.mc[].marketDefinition", defined, error)
            for runner in change.rows(
                market.runner_changes or (), lambda gone: RunnerChange(selection_id=gone[0], handicap=gone[1])
            ):
                try:
                    child = change.child(
                        (
                            runner.selection_id,
                            runner.handicap,
                        ),
                        (
                            runner.atb,
                            runner.atl,
                            runner.batb,
                            runner.batl,
                            runner.bdatb,
                            runner.bdatl,
                        ),
                        (runner.trd,),
                    )
                    selection_id_ = integer(runner.selection_id)
                    runner_id = scope.ids[
                        (
                            market.market_id,
                            selection_id_,
                            DECIMAL_0 if runner.handicap is None else normalize(finite(runner.handicap)),
                        )
                    ]
                    if child.gap:
                        change.tell(child, runner_id)
                    if child.has_book:
                        published_ns_ = message.published_ms * 1_000_000
                        out.append(
                            OrderBookDeltas(
                                runner_id,
                                child.bids,
                                child.asks,
                                child.is_snapshot,
                                published_ns_ // 1_000_000,
                                0,
                                published_ns_,
                                ts_init,
                            )
                        )
                    for trade in child.totals[0]:
                        try:
                            published_ns_2 = message.published_ms * 1_000_000
                            out.append(
                                TradeTick(
                                    runner_id,
                                    trade[0],
                                    trade[1],
                                    AGGRESSOR_SIDE_NO_AGGRESSOR,
                                    md5(
                                        "|".join(
                                            [
                                                market.market_id,
                                                str(selection_id_),
                                                format(
                                                    (
                                                        finite(runner.handicap)
                                                        if runner.handicap is not None
                                                        else DECIMAL_0
                                                    ),
                                                    "zf",
                                                ),
                                                str(published_ns_2 // 1_000_000),
                                                format(trade[0], "zf"),
                                                format(trade[1], "zf"),
                                            ]
                                        ).encode()
                                    ).hex()[0:16],
                                    published_ns_2,
                                    ts_init,
                                )
                            )
                        except ROW_ERRORS as error:
                            scope.bad_row("$.mc[].rc", trade, error)
                    if (
                        (runner.last_price is not None and runner.last_price.is_finite())
                        or (runner.volume is not None and runner.volume.is_finite())
                        or (runner.near_price is not None and runner.near_price.is_finite())
                        or (runner.far_price is not None and runner.far_price.is_finite())
                    ):
                        out.append(
                            BetfairTicker(
                                instrument_id=runner_id,
                                last_traded_price=(
                                    runner.last_price
                                    if runner.last_price is not None and runner.last_price.is_finite()
                                    else None
                                ),
                                traded_volume=(
                                    runner.volume
                                    if runner.volume is not None and runner.volume.is_finite()
                                    else None
                                ),
                                starting_price_near=(
                                    runner.near_price
                                    if runner.near_price is not None and runner.near_price.is_finite()
                                    else None
                                ),
                                starting_price_far=(
                                    runner.far_price
                                    if runner.far_price is not None and runner.far_price.is_finite()
                                    else None
                                ),
                                ts_event=message.published_ms * 1_000_000,
                                ts_init=ts_init,
                            )
                        )
                    for bet in runner.spb or ():
                        try:
                            level_size = finite(bet.level_size)
                            out.append(
                                BetfairBspBookDelta(
                                    instrument_id=runner_id,
                                    action="DELETE" if level_size == DECIMAL_0 else "UPDATE",
                                    side="SELL",
                                    price=finite(bet.level_price),
                                    size=level_size,
                                    ts_event=message.published_ms * 1_000_000,
                                    ts_init=ts_init,
                                )
                            )
                        except ROW_ERRORS as error:
                            scope.bad_row("$.mc[].rc[].spb", bet, error)
                    for bet in runner.spl or ():
                        try:
                            level_size_ = finite(bet.level_size)
                            out.append(
                                BetfairBspBookDelta(
                                    instrument_id=runner_id,
                                    action="DELETE" if level_size_ == DECIMAL_0 else "UPDATE",
                                    side="BUY",
                                    price=finite(bet.level_price),
                                    size=level_size_,
                                    ts_event=message.published_ms * 1_000_000,
                                    ts_init=ts_init,
                                )
                            )
                        except ROW_ERRORS as error:
                            scope.bad_row("$.mc[].rc[].spl", bet, error)
                except ROW_ERRORS as error:
                    scope.bad_row("$.mc[].rc", runner, error)
        except ROW_ERRORS as error:
            scope.bad_row("$.mc", market, error)
    if message.markets is not None and (message.segment is None or message.segment == "SEG_END"):
        out.append(BetfairSequenceCompleted(ts_event=message.published_ms * 1_000_000, ts_init=ts_init))
