"""A trader on a simulated venue with faults between: what the adapter told of its orders is what the venue did with them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

import msgspec
from dragoman.faults import Fault, Schedule, VirtualLoop, run_virtually
from dragoman.faults.schedule import Kind
from dragoman.simulate.line import Saved
from dragoman.simulate.venue import SimulatedVenue

from tests.faults.venues import WIRES, Over
from tests.faults.world import SECOND, START_NS, read_instruments

ACTIVE_NS = 40 * SECOND
_LATE: tuple[Kind, ...] = ("acted_late", "cut_acted_late")
"""The venue acts on commands only after it has been asked for what came of them."""
_MISSING: tuple[Kind, ...] = ("drop", "reorder", "drop", "forget_topic")
"""The account's streams tell less than happened, or an end before what came before it."""
TOKENS_VOID = "tokens void"
BUDGETS_SPENT = "budgets spent"
DEATH = "death"


@dataclass(slots=True)
class Traded:
    """What became of a run; `digest` is of everything that its user saw."""

    seed: int
    venue: str
    product: str
    over: Over
    schedule: Schedule
    struck: list[tuple[int, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    elapsed_ns: int = 0
    digest: str = ""
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        where = f"seed {self.seed} ({self.venue} {self.product}, orders over {self.over})"
        replay = f"python -m tests.faults {self.seed} --venue {self.venue} --over {self.over}"
        return f"{where}: {'; '.join(self.faults) or 'holds'}\n  replay: {replay}"


@dataclass(slots=True)
class Place:
    """One product's simulated venue, which is set back to its start for each run."""

    core: SimulatedVenue
    before: Mapping[str, Sequence[Saved]]
    instruments: list[Any]
    """As an adapter reads them when nothing is wrong."""


@cache
def place(venue: str, product: str) -> Place:
    """The venue of a product."""
    core = SimulatedVenue(venue, seed=7, now_ns=START_NS, products=[product], partial=True)
    return Place(core, core.saved(), read_instruments(venue, product, core))


def trade(seed: int, venue: str, over: Over = "http", product: str = "") -> Traded:
    """Run the schedule of a seed; the product is the seed's where none is named."""
    known = WIRES[venue].traded
    product = product or known[seed % len(known)]
    return follow(Traded(seed, venue, product, over, drawn(seed)))


def drawn(seed: int) -> Schedule:
    """A trader's schedule; some are given what traders alone can notice, at the time at which most happens to their orders."""
    schedule, random = Schedule.draw(seed, ACTIVE_NS), Random(f"trader's faults {seed}")
    more = [
        Fault(
            kind=kind,
            at_ns=random.randrange(ACTIVE_NS // 2),
            lasts_ns=random.randrange(2 * SECOND, 9 * SECOND),
            amount=random.choice((1, 2, 5)),
        )
        for kind in random.choice((_LATE, _MISSING, ()))
    ]
    faults = sorted((*schedule.faults, *more), key=lambda fault: fault.at_ns)
    return msgspec.structs.replace(schedule, faults=tuple(faults))


def follow(outcome: Traded, **pace: int) -> Traded:
    """Run the schedule of an outcome that is still to come; `pace` is the trader's."""
    # A trader is made of this module's outcomes and places.
    from tests.faults.trader import Trader

    level = logging.getLogger("dragoman").level
    logging.getLogger("dragoman").setLevel(logging.CRITICAL)
    loop = VirtualLoop()
    try:
        at = place(outcome.venue, outcome.product)
        run_virtually(Trader(outcome, at, loop, **pace).play(), loop)
    except Exception as error:
        outcome.faults.append(f"{type(error).__name__}: {error}")
    finally:
        logging.getLogger("dragoman").setLevel(level)
    outcome.faults += [f"reached the user's loop: {context}" for context in loop.failures]
    outcome.faults += [f"a task's error was lost: {error!r}" for error in loop.forgotten()]
    outcome.elapsed_ns = loop.elapsed_ns
    return outcome
