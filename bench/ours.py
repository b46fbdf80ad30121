"""The project's own translators, fed as a socket would feed them."""

from collections.abc import Callable
from typing import Any

import dragoman

from bench.frames import Case

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


def new_feed(case: Case, *, every_level: bool = False) -> StampedFeed:
    translator = dragoman.load(case.venue).translator(
        instruments=None, account_id=None, every_level=every_level
    )
    bring_up(translator, case)
    return stamped_feed(translator, case)


def maker(case: Case) -> Callable[[], StampedFeed]:
    return lambda: new_feed(case)


def reading_maker(case: Case) -> Callable[[], StampedFeed]:
    """As `maker`, for somebody who reads every level and says so beforehand."""
    return lambda: new_feed(case, every_level=True)
