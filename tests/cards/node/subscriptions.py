"""Cards of what derivatives have alone, of the ends of subscriptions, and of what is said in a venue's own words."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial
from typing import Any

from dragoman.model import FundingRateUpdate
from dragoman.nautilus import custom_type
from nautilus_trader.model.identifiers import InstrumentId

from tests.cards.data.lifecycle import _own
from tests.cards.node.data import beyond_of, family_of, heard, minutes, testing, topics
from tests.cards.node.plays import plays
from tests.cards.node.stage import Stage
from tests.cards.registry import holds

# -- derivatives -------------------------------------------------------------------------------------------------------


@plays("D50", "D51")
async def prices(stage: Stage) -> None:
    names = [
        name
        for name in ("mark_price", "index_price")
        if not stage.table.why_not(f"subscribe_{name}s", stage.product)
    ]
    async with testing(stage, subscribes=tuple(f"{name}s" for name in names)) as run:
        for name in names:
            for each in await heard(run, name, 2):
                holds(each.value > 0, f"{each}")


@plays("D52")
async def funding(stage: Stage) -> None:
    async with testing(stage, subscribes=("funding_rates",)) as run:
        for each in await heard(run, "funding_rate", 1):
            holds(abs(each.rate) < 1, f"{each}")


@plays("D53")
async def past_funding(stage: Stage) -> None:
    kind = custom_type(FundingRateUpdate)
    async with testing(stage, asks_custom=(kind,), past=timedelta(days=7)) as run:
        for each in await heard(run, "historical", 1):
            holds(abs(each.rate) < 1, f"{each}")


@plays("D62", "D63")
async def greeks(stage: Stage) -> None:
    from dragoman.model import OptionGreeks

    head = stage.line.instrument
    series = [
        InstrumentId.from_str(str(identity))
        for identity, each in stage.core.markets[stage.product].lines.items()
        if (each.instrument.underlying, each.instrument.expiration_ns)
        == (head.underlying, head.expiration_ns)
    ]
    kind = custom_type(OptionGreeks)
    params = beyond_of(stage, OptionGreeks)
    async with testing(stage, *series, subscribes=("quote_ticks",), custom=(kind,), params=params) as run:
        seen = run.strategy.heard
        for what in ("data", "quote_tick"):
            await run.until(partial(_all_of, series, seen, what), f"{what} of each option")
        for each in seen["data"]:
            holds(None not in (each.delta, each.gamma, each.vega, each.theta), f"{each}")


def _all_of(series: list[InstrumentId], seen: dict[str, list[Any]], what: str) -> bool:
    return {each.instrument_id for each in seen[what]} == set(series)


# -- subscriptions -----------------------------------------------------------------------------------------------------


@plays("D70", "E83")
async def unsubscribed(stage: Stage) -> None:
    kinds = ("quote_ticks", "trade_ticks", "order_book_deltas")
    async with testing(stage, subscribes=kinds, params=family_of(stage)) as run:
        seen = run.strategy.heard
        await run.until(lambda: seen["quote_tick"] and seen["trade_tick"], "quotes and trades")
        run.strategy.leave()
        await run.until(
            lambda: not topics(stage, stage.line.instrument.raw_symbol), "the venue sends nothing more"
        )
        before = {name: len(each) for name, each in seen.items()}
        await asyncio.sleep(0.3)
        holds(before == {name: len(each) for name, each in seen.items()}, "data came after the end")


_METHODS = {
    "OrderBookDeltas": ("order_book_deltas", "order_book_snapshot"),
    "OrderBookDepth10": ("order_book_depth", "order_book_depth"),
    "TradeTick": ("trade_ticks", "trade_ticks"),
    "QuoteTick": ("quote_ticks", "quote_ticks"),
    "Bar": ("bars", "bars"),
    "FundingRateUpdate": ("funding_rates", ""),
}


@plays("D71")
async def own_channel(stage: Stage) -> None:
    found = _own(stage.table, stage.product, "subscribe")
    assert found is not None
    kind, param, value = found
    asked: list[str] = []
    inner = stage.core.desk.admit
    stage.core.desk.admit = lambda link, topic: asked.append(topic) or inner(link, topic)  # type: ignore[func-returns-value]
    try:
        what = _METHODS[kind.__name__][0]
        async with testing(stage, subscribes=(what,), bars=minutes(stage), params={param.name: value}) as run:
            await run.until(
                lambda: any(str(value) in topic for topic in asked), f"{param.name}={value} in {asked}"
            )
            await run.until(lambda: any(run.strategy.heard.values()), f"data of {asked}")
    finally:
        stage.core.desk.admit = inner


@plays("D72")
async def own_request(stage: Stage) -> None:
    found = _own(stage.table, stage.product, "request")
    assert found is not None
    kind, param, value = found
    text = str(value).lower() if isinstance(value, bool) else str(value)
    what = _METHODS[kind.__name__][1]
    said = {"bars": minutes(stage), "params": {param.name: value}, "most": 10}  # of pages that may be small
    async with testing(stage, requests=(what,), **said) as run:
        await run.until(lambda: run.strategy.heard["historical"], "an answer")
        sent = [each.target for each in stage.http.sent]
        holds(any(f"{param.wire}={text}" in each for each in sent), f"{param.wire}={text} was not sent")
