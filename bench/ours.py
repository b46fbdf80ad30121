"""The project's own translators, fed as a socket would feed them."""

from collections.abc import Callable
from typing import Any

import dragoman
from dragoman.model import OrderBookDeltas, OrderBookDepth10

from bench.frames import Case
from bench.timing import Feed

TS_INIT = 1_700_000_000_000_000_000

StampedFeed = Callable[[bytes, int], list[Any]]


def bring_up(translator: Any, case: Case) -> None:
    """What the case wants to have happened before its first frame: snapshots, earlier changes."""
    for call in case.before:
        translator.translate(
            call.source, call.payload, product=case.product, request=call.request, ts_init=TS_INIT
        )


def stamped_feed(translator: Any, case: Case) -> StampedFeed:
    """(payload, ts_init) -> events, by the way a session takes where the translator offers it."""
    if hasattr(translator, "stream"):
        fast: StampedFeed = translator.stream(case.source, product=case.product)
        return fast
    translate, source, product = translator.translate, case.source, case.product
    return lambda payload, ts_init: list(translate(source, payload, product=product, ts_init=ts_init))


def new_feed(case: Case) -> StampedFeed:
    translator = dragoman.load(case.venue).translator(instruments=None, account_id=None)
    bring_up(translator, case)
    return stamped_feed(translator, case)


def maker(case: Case) -> Callable[[], StampedFeed]:
    return lambda: new_feed(case)


def reader(feed: StampedFeed) -> Feed:
    """The feed of somebody who reads every level of every book as decimals."""

    def read(payload: bytes, ts_init: int) -> object:
        levels = None
        for event in feed(payload, ts_init):
            if isinstance(event, OrderBookDeltas | OrderBookDepth10):
                levels = event.bid_levels, event.ask_levels
        return levels

    return read


def reading_maker(case: Case) -> Callable[[], Feed]:
    """As `maker`, and every level is read."""
    return lambda: reader(new_feed(case))
