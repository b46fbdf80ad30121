"""What goes wrong and when, drawn from a seed."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Literal, TypeAlias

import msgspec

from dragoman.net.backend import NS_PER_SECOND

Kind: TypeAlias = Literal[
    "cut",
    "cut_in_frame",
    "cut_before_command",
    "cut_before_ack",
    "expire",
    "silence",
    "delay",
    "duplicate",
    "reorder",
    "drop",
    "truncate",
    "garbage",
    "forget_topic",
    "refuse",
    "limited",
    "limited_unsaid",
    "banned",
    "server_error",
    "timeout_unacted",
    "timeout_acted",
    "reset",
    "unreachable",
    "no_json",
    "slow",
    "acted_late",
    "cut_acted_late",
]
OnFull: TypeAlias = Literal["block", "drop_with_gap", "fail"]

TIMED: tuple[Kind, ...] = ("cut", "expire", "silence", "forget_topic", "refuse")
"""Befall a connection at their moment, whether it speaks or not; where connections are refused, the one that is there is cut."""
INBOUND: tuple[Kind, ...] = ("cut_in_frame", "duplicate", "reorder", "drop", "truncate", "garbage")
"""Befall the next `amount` frames."""
OUTBOUND: tuple[Kind, ...] = ("cut_before_command", "cut_before_ack")
"""Befall the next frame that is sent."""
LASTING: tuple[Kind, ...] = ("delay", "refuse")
"""Hold for their duration."""
OF_STREAMS = tuple(dict.fromkeys(TIMED + INBOUND + OUTBOUND + LASTING))
OF_CALLS: tuple[Kind, ...] = (
    "limited",
    "limited_unsaid",
    "banned",
    "server_error",
    "timeout_unacted",
    "timeout_acted",
    "reset",
    "unreachable",
    "no_json",
    "slow",
)
"""Befall every HTTP call that is sent while they last."""
OF_COMMANDS: tuple[Kind, ...] = ("acted_late", "cut_acted_late")
"""Befall the next `amount` HTTP calls that ask for a change, or frames that are sent: the client is told at once that the way
broke, and the venue, which has it, acts `lasts_ns` later. Who asks meanwhile is told that there is no such thing.
"""

_LONGEST_NS = 8 * NS_PER_SECOND
_MOST_FAULTS = 7
_SKEW_NS = 10 * NS_PER_SECOND


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """One fault: `at_ns` after the start, for `lasts_ns` or to `amount` frames, whichever its kind has."""

    kind: Kind
    at_ns: int
    lasts_ns: int = 0
    amount: int = 1


class Schedule(msgspec.Struct, frozen=True, kw_only=True):
    """The faults of one run, in the order of their moments.

    `skew_ns`: how far the local clock is ahead; `pause_ns`: what the consumer takes for an event; `queue_size` and `on_full`
    are the adapter's.
    """

    seed: int
    faults: tuple[Fault, ...] = ()
    skew_ns: int = 0
    pause_ns: int = 0
    queue_size: int = 10_000
    on_full: OnFull = "block"

    @classmethod
    def draw(cls, seed: int, lasts_ns: int, kinds: Iterable[Kind] = OF_STREAMS + OF_CALLS) -> Schedule:
        """A schedule whose faults begin within `lasts_ns`; the same for the same seed, everywhere.

        A kind that is named more often is drawn more often.
        """
        random = Random(f"faults {seed}")
        known = tuple(kinds)
        faults = []
        for _ in range(random.randint(1, _MOST_FAULTS)):
            faults.append(
                Fault(
                    kind=random.choice(known),
                    at_ns=random.randrange(lasts_ns),
                    lasts_ns=random.randrange(_LONGEST_NS),
                    amount=random.choice((1, 1, 2, 5)),
                )
            )
        slow = random.random() < 0.3
        return cls(
            seed=seed,
            faults=tuple(sorted(faults, key=lambda fault: fault.at_ns)),
            skew_ns=random.choice((0, 0, -_SKEW_NS, _SKEW_NS, random.randint(-_SKEW_NS, _SKEW_NS))),
            pause_ns=random.randrange(NS_PER_SECOND) if slow else 0,
            queue_size=random.choice((1, 2, 8, 64)) if slow else 10_000,
            on_full=random.choice(("block", "drop_with_gap", "fail")),
        )


class Weather:
    """The faults that are still to come or are in force, at the elapsed time that it is told; each strikes as often as it says."""

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule
        self.random = Random(f"weather {schedule.seed}")
        self.struck: list[tuple[int, str]] = []
        self._left = {index: fault.amount for index, fault in enumerate(schedule.faults)}

    def lasting(self, kinds: tuple[Kind, ...], elapsed_ns: int) -> Fault | None:
        """The first of these kinds that is in force."""
        for fault in self.schedule.faults:
            if fault.kind in kinds and fault.at_ns <= elapsed_ns < fault.at_ns + fault.lasts_ns:
                self.struck.append((elapsed_ns, fault.kind))
                return fault
        return None

    def strike(self, kinds: tuple[Kind, ...], elapsed_ns: int) -> Fault | None:
        """Take one stroke off the first of these kinds whose moment has come."""
        for index, fault in enumerate(self.schedule.faults):
            if fault.kind in kinds and fault.at_ns <= elapsed_ns and self._left[index]:
                self._left[index] -= 1
                self.struck.append((elapsed_ns, fault.kind))
                return fault
        return None

    def spare(self) -> None:
        """The last stroke found nothing that it could befall."""
        self.struck.pop()

    def next_ns(self, kinds: tuple[Kind, ...]) -> int | None:
        """The moment of the first of these kinds that has not struck; None when all have."""
        return next(
            (
                fault.at_ns
                for index, fault in enumerate(self.schedule.faults)
                if fault.kind in kinds and self._left[index]
            ),
            None,
        )
