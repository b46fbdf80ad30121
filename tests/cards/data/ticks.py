"""Quotes, trades and bars, live and past."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from dragoman.model import AggressorSide, Bar, QuoteTick, TradeTick

from tests.cards.data.sound import check_about, check_moments
from tests.cards.registry import card, holds
from tests.cards.scene import SECOND, Scene
from tests.cards.table import gives

MINUTE_NS = 60 * SECOND
PAST_NS = 3_600 * SECOND


@card("D20", "best bids and offers come", gives("subscribe_quotes"))
async def subscribe_quotes(scene: Scene) -> None:
    found = await scene.heard(QuoteTick)
    check_about(scene, found)
    for each in found:
        check_quote(each)


@card("D21", "past quotes are told on request", gives("request_quotes"))
async def request_quotes(scene: Scene) -> None:
    found = await scene.adapter.request(QuoteTick, scene.identity)
    mine = [each for each in found if each.instrument_id == scene.identity]
    holds(mine, "no quote came")
    for each in mine:
        check_quote(each)
        check_moments(each)


@card("D30", "trades come, each with its number and the side that took", gives("subscribe_trades"))
async def subscribe_trades(scene: Scene) -> None:
    found = await scene.heard(TradeTick, **_of_underlying(scene))
    check_about(scene, found)
    for each in found:
        check_trade(each)
        known = {trade.price for trade in scene.line.trades}
        holds(each.price in known, f"nobody traded at {each.price}")


@card("D31", "past trades are told on request, oldest first", gives("request_trades"))
async def request_trades(scene: Scene) -> None:
    found = await scene.adapter.request_trades(scene.identity)
    holds(found, "no trade came")
    check_about(scene, found)
    for each in found:
        check_trade(each)
    numbers = [each.trade_id for each in found]
    holds(len(set(numbers)) == len(numbers), "a trade came twice")


@card("D40", "bars come when they close", gives("subscribe_bars"))
async def subscribe_bars(scene: Scene) -> None:
    found = await scene.heard(Bar, seconds=200, enough=2, bar_type=bar_type(scene))
    for each in found:
        check_bar(each)
        check_moments(each)
        holds(each.bar_type == bar_type(scene), f"a bar of {each.bar_type} came")


@card("D41", "past bars are told on request, oldest first", gives("request_bars"))
async def request_bars(scene: Scene) -> None:
    now = scene.clock.now_ns()
    found = await scene.adapter.request_bars(bar_type(scene), start=now - PAST_NS, end=now)
    holds(len(found) > 10, f"{len(found)} bars of an hour came")
    for each in found:
        check_bar(each)
        check_moments(each)
    holds(all(a.ts_event < b.ts_event for a, b in pairwise(found)), "they do not ascend")


def bar_type(scene: Scene) -> str:
    """Bars of a minute."""
    return f"{scene.identity}-1-MINUTE-LAST-EXTERNAL"


def check_quote(each: QuoteTick) -> None:
    holds(0 < each.bid_price < each.ask_price, f"bid {each.bid_price}, ask {each.ask_price}")
    holds(each.bid_size > 0 and each.ask_size > 0, "a side has no size")


def check_trade(each: TradeTick) -> None:
    holds(each.price > 0 and each.size > 0 and each.trade_id, f"it says {each}")
    holds(each.aggressor_side in (AggressorSide.BUYER, AggressorSide.SELLER), "nobody took")


def check_bar(each: Bar) -> None:
    inside = each.low <= min(each.open, each.close) and max(each.open, each.close) <= each.high
    holds(each.low > 0 and inside and each.volume >= 0, f"it says {each}")


def _of_underlying(scene: Scene) -> dict[str, Any]:
    """What a channel of a whole underlying has to be told: the instrument's."""
    channel = scene.table.channel(TradeTick, scene.product)
    wanted = [each.name for each in channel.params if each.required and not each.fills]
    base = getattr(scene.instrument, "underlying", None) or getattr(scene.instrument, "base_currency", None)
    return {name: base for name in wanted if base is not None and "base" in name}
