"""Whole days: connections that have to be renewed, or are cut at 24 hours, and keys and tokens that end unless they are kept alive."""

from __future__ import annotations

from collections.abc import Iterator

import dragoman
from dragoman.faults import Schedule
from dragoman.faults.schedule import Fault

from tests.faults import images, trading
from tests.faults.run import Outcome, Pace, follow
from tests.faults.trading import Traded
from tests.faults.venues import WIRES, Over
from tests.faults.world import SECOND

DAY_NS = 24 * 3600 * SECOND
ACTIVE_NS = DAY_NS + 600 * SECOND
STEP_NS = 50 * SECOND
ORDERS = 48


def days(seed: int, venues: Iterator[str] | None = None) -> Iterator[Outcome | Traded]:
    """A day of market data of every venue, and a day of trading by the first of its ways."""
    for venue in venues or WIRES:
        yield followed(seed, venue)
        for over in WIRES[venue].over[:1]:
            yield traded(seed, venue, over)


def followed(seed: int, venue: str) -> Outcome:
    """A day of market data without a fault, but for the cut at its end where the venue does not say that it cuts."""
    renews = _renews(venue)
    schedule = Schedule(seed=seed, faults=() if renews else (_CUT,))
    if WIRES[venue].trees:
        outcome = images.follow(schedule, venue, ACTIVE_NS, STEP_NS)
    else:
        outcome = follow(schedule, Pace(STEP_NS, ACTIVE_NS, calls=False), venue)
    if not outcome.reconnects or not outcome.gaps:
        outcome.faults.append(f"{outcome.reconnects} renewals and {outcome.gaps} gaps in a day")
    return outcome


def traded(seed: int, venue: str, over: Over) -> Traded:
    """A day of trading, an order every half an hour."""
    products = WIRES[venue].traded
    schedule = Schedule(seed=seed, faults=(_CUT,))
    outcome = Traded(seed, venue, products[seed % len(products)], over, schedule)
    trading.follow(outcome, active_ns=ACTIVE_NS, step_ns=STEP_NS, orders=ORDERS)
    if not outcome.counts["reconnects"] or not outcome.counts["fills"]:
        outcome.faults.append(f"nothing happened: {dict(outcome.counts)}")
    return outcome


_CUT = Fault(kind="expire", at_ns=DAY_NS, amount=4)


def _renews(venue: str) -> bool:
    """Whether connections of market data are renewed by themselves before the venue cuts them."""
    streams = dragoman.load(venue).module.Requests.interface.streams.values()
    return any(not each.login and each.rules is not None and each.rules.max_age_ns for each in streams)
