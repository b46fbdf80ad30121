"""Cards of market data: a strategy subscribes and asks, and what it hears is sound."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import Any

from dragoman.model import InstrumentStatus
from nautilus_trader.model.data import Bar, BarType
from nautilus_trader.model.enums import AggressorSide, MarketStatusAction, RecordFlag
from nautilus_trader.model.identifiers import InstrumentId

from tests.cards.node.data_tester import GAPS, DataTester, DataTesterConfig
from tests.cards.node.plays import plays
from tests.cards.node.stage import Run, Stage
from tests.cards.registry import holds

_LEAST_NS = 10**16
_FAST = 100


@asynccontextmanager
async def testing(stage: Stage, *identities: InstrumentId, **said: Any) -> AsyncIterator[Run]:
    """A node whose strategy tests data; nothing disturbed its streams when the block is left."""
    config = DataTesterConfig(
        strategy_id="DATA-1",
        instrument_ids=identities or (stage.identity,),
        client_id=stage.client_id,
        **said,
    )
    async with stage.node(DataTester(config)) as run:
        yield run
        gaps = run.strategy.heard[GAPS]
        holds(not gaps, f"a hole in a stream that nothing disturbed: {gaps[0].reason if gaps else ''}")


async def heard(run: Run, what: str, enough: int = 3, seconds: float = 20) -> list[Any]:
    """What came to a method of the strategy, once there is enough; each of the card's instruments and with its moments."""
    found = run.strategy.heard[what]
    await run.until(lambda: len(found) >= enough, f"{enough} of {what}, {len(found)} came", seconds)
    known = set(run.strategy.config.instrument_ids)
    for each in found:
        about = each.bar_type if isinstance(each, Bar) else each
        identity = each.id if what == "instrument" else about.instrument_id
        holds(identity in known, f"{what} of {identity} came")
        check_moments(each)
    return list(found)


def check_moments(each: Any) -> None:
    holds(each.ts_event >= _LEAST_NS and each.ts_init >= _LEAST_NS, f"{each!r} is not in nanoseconds")


def check_listed(stage: Stage, found: Any) -> None:
    """An instrument says what its listing says, digit by digit."""
    truth = next(
        each.instrument
        for identity, each in stage.core.markets[stage.product].lines.items()
        if str(identity) == found.id.value
    )
    holds(found.price_increment.as_decimal() == truth.price_increment, f"its price step: {found}")
    holds(found.size_increment.as_decimal() == truth.size_increment, f"its size step: {found}")
    holds(found.raw_symbol.value == truth.raw_symbol, f"its symbol: {found}")
    check_moments(found)


def topics(stage: Stage, symbol: str) -> list[str]:
    """What the venue sends of an instrument; streams of accounts name none."""
    named = symbol.lower()
    return [topic for link in stage.core.desk.links for topic in link.topics if named in topic.lower()]


def beyond_of(stage: Stage, kind: type = InstrumentStatus) -> dict[str, Any] | None:
    """What a channel of a whole family has to be told beside the instrument."""
    from tests.cards.data.instruments import beyond

    if stage.table.why_not(f"subscribe_{_word(kind)}", stage.product) or stage.table.is_polled(
        kind, stage.product
    ):
        return None
    return beyond(stage, kind) or None  # type: ignore[arg-type]  # of a scene it takes the tables alone


def _word(kind: type) -> str:
    from dragoman.model.actions import action_name

    return action_name("subscribe", kind.__name__).removeprefix("subscribe_")


def family_of(stage: Stage) -> dict[str, Any] | None:
    """What a channel of a whole underlying has to be told: the instrument's."""
    from dragoman.model import TradeTick

    channel = stage.table.channel(TradeTick, stage.product)
    wanted = [each.name for each in channel.params if each.required and not each.fills]
    known = stage.line.instrument
    base = getattr(known, "underlying", None) or getattr(known, "base_currency", None)
    return {name: base for name in wanted if base is not None and "base" in name} or None


# -- instruments -------------------------------------------------------------------------------------------------------


@plays("D01", "D03")
async def instruments(stage: Stage) -> None:
    async with testing(stage, requests=("instruments", "instrument")) as run:
        listed = {str(each) for each in stage.core.markets[stage.product].lines}
        found = run.cache.instruments()
        holds({each.id.value for each in found} == listed, "others are loaded than are listed")
        for each in found:
            check_listed(stage, each)
        await run.until(
            lambda: len(run.strategy.heard["instrument"]) > len(listed), "the answers to both requests"
        )


@plays("D02")
async def instrument(stage: Stage) -> None:
    async with testing(stage, subscribes=("instrument",)) as run:
        for each in await heard(run, "instrument", 1):
            check_listed(stage, each)


@plays("D60")
async def status(stage: Stage) -> None:
    polled = stage.table.is_polled(InstrumentStatus, stage.product)
    async with testing(stage, subscribes=("instrument_status",), params=beyond_of(stage)) as run:
        if polled:
            # Where calls at intervals tell states, only what changes is told.
            with stage.clock.faster(_FAST):
                await asyncio.sleep(0.7)
                stage.line.listing.trading = False
                try:
                    await heard(run, "instrument_status", 1)
                finally:
                    stage.line.listing.trading = True
            return
        found = await heard(run, "instrument_status", 1)
        holds(found[-1].action == MarketStatusAction.TRADING, f"its state is {found[-1]}")


@plays("D61")
async def instrument_close(stage: Stage) -> None:
    lines = stage.core.markets[stage.product].lines
    last = InstrumentId.from_str(str(list(lines)[-1]))
    symbol = list(lines.values())[-1].instrument.raw_symbol
    async with testing(stage, last, subscribes=("instrument_close",)) as run:
        await run.until(lambda: topics(stage, symbol), "the venue is asked")
        await asyncio.sleep(0.3)  # its answer is on the way
        # Told in the moment of the close, which is what its payload says.
        now_ns = stage.clock.now_ns()
        stage.core.close(last.value, now_ns)
        await stage.server.send(stage.core.advance(now_ns))
        (found,) = await heard(run, "instrument_close", 1)
        holds(found.close_price.as_decimal() > 0, f"it says {found}")


# -- books -------------------------------------------------------------------------------------------------------------


@plays("D10")
async def deltas(stage: Stage) -> None:
    async with testing(stage, subscribes=("order_book_deltas",)) as run:
        found = await heard(run, "order_book_deltas", 10)
        holds(found[0].is_snapshot, "the first message is not the whole book")
        for each in found:
            flags = [row.flags for row in each.deltas]
            holds(flags[-1] == RecordFlag.F_LAST, f"the last change is not marked: {flags}")
            holds(not any(flag & RecordFlag.F_LAST for flag in flags[:-1]), f"another change is: {flags}")


@plays("D11")
async def book_at_intervals(stage: Stage) -> None:
    async with testing(stage, subscribes=("order_book_at_interval",)) as run:
        found = run.strategy.heard["order_book"]
        await run.until(lambda: len(found) >= 3, "a book at intervals")
        holds(all(bid < ask for bid, ask in found), f"the book is crossed: {found}")


@plays("D12")
async def depth(stage: Stage) -> None:
    async with testing(stage, subscribes=("order_book_depth",)) as run:
        for each in await heard(run, "order_book_depth"):
            bids, asks = [
                [level.price for level in side if level.size.raw] for side in (each.bids, each.asks)
            ]
            holds(bids == sorted(bids, reverse=True) and asks == sorted(asks), "levels are out of order")
            holds(bids and asks and bids[0] < asks[0], "a side is empty, or they cross")
            holds(len(bids) <= 10 and each.flags & RecordFlag.F_LAST, f"{len(bids)} levels, {each.flags}")


@plays("D13")
async def book_once(stage: Stage) -> None:
    stage.still = True
    async with testing(stage, requests=("order_book_snapshot",)) as run:
        (found,) = await heard(run, "historical", 1)
        holds(found.is_snapshot, "it is no snapshot")
        bids, _ = stage.core.levels(stage.identity.value)
        holds(_best(found) == bids[0][0], f"its best bid is {_best(found)}, the venue's {bids[0][0]}")


def _best(found: Any) -> Decimal:
    best: Decimal = max(
        each.order.price.as_decimal() for each in found.deltas if each.order.side.name == "BUY"
    )
    return best


@plays("D14")
async def managed_book(stage: Stage) -> None:
    async with testing(stage, subscribes=("order_book_deltas",)) as run:
        await heard(run, "order_book_deltas", 40)
        stage.still = True
        await run.until(lambda: _is_true(run), "the node's book is the venue's")


def _is_true(run: Run) -> bool:
    """The node's book is the true one, as deep as it goes."""
    book = run.cache.order_book(run.stage.identity)
    for ours, truth in zip(
        (book.bids(), book.asks()), run.stage.core.levels(run.stage.identity.value), strict=True
    ):
        levels = [(each.price.as_decimal(), each.size()) for each in ours]
        depth = min(len(levels), len(truth))
        if not depth or levels[:depth] != [(price, float(size)) for price, size in truth[:depth]]:
            return False
    return True


# -- ticks -------------------------------------------------------------------------------------------------------------


@plays("D20")
async def quotes(stage: Stage) -> None:
    async with testing(stage, subscribes=("quote_ticks",)) as run:
        for each in await heard(run, "quote_tick"):
            holds(each.bid_price < each.ask_price and each.bid_size > 0 and each.ask_size > 0, f"{each}")


@plays("D21")
async def past_quotes(stage: Stage) -> None:
    async with testing(stage, requests=("quote_ticks",)) as run:
        for each in await heard(run, "historical", 1):
            holds(each.bid_price < each.ask_price, f"{each}")


@plays("D30")
async def trades(stage: Stage) -> None:
    async with testing(stage, subscribes=("trade_ticks",), params=family_of(stage)) as run:
        for each in await heard(run, "trade_tick"):
            holds(each.size > 0 and each.trade_id.value and each.aggressor_side, f"{each}")
            holds(each.aggressor_side in (AggressorSide.BUYER, AggressorSide.SELLER), "nobody took")


@plays("D31")
async def past_trades(stage: Stage) -> None:
    async with testing(stage, requests=("trade_ticks",)) as run:
        found = await heard(run, "historical", 1)
        numbers = [each.trade_id for each in found]
        holds(len(set(numbers)) == len(numbers), "a trade came twice")
        check_order(found)


@plays("D40")
async def bars(stage: Stage) -> None:
    async with testing(stage, subscribes=("bars",), bars=minutes(stage)) as run:
        with stage.clock.faster(_FAST // 2):
            found = await heard(run, "bar", 2, 30)
        check_bars(stage, found)


@plays("D41")
async def past_bars(stage: Stage) -> None:
    async with testing(stage, requests=("bars",), bars=minutes(stage)) as run:
        found = await heard(run, "historical", 10)
        check_bars(stage, found)
        check_order(found)


def minutes(stage: Stage) -> BarType:
    return BarType.from_str(f"{stage.identity}-1-MINUTE-LAST-EXTERNAL")


def check_bars(stage: Stage, found: list[Any]) -> None:
    for each in found:
        inside = each.low <= min(each.open, each.close) and max(each.open, each.close) <= each.high
        holds(inside and each.bar_type == minutes(stage), f"{each}")


def check_order(found: list[Any]) -> None:
    moments = [each.ts_event for each in found]
    holds(moments == sorted(moments), "they are not told oldest first")
