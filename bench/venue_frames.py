"""Frames of our own making: layouts of venues with made-up numbers, no two frames alike."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

COUNT = 500
START_MS = 1_760_000_000_000
Fields = dict[str, Any]


@dataclass(frozen=True)
class Stream:
    """Frames of one channel; `most_us` is for one message, `most_of_floor` as a multiple of decoding alone."""

    name: str
    venue: str
    product: str
    channel: str
    frames: list[bytes]
    most_us: float | None = None
    most_of_floor: float | None = None
    floor: Any = None
    """What the frames are decoded to where that is the measure; what the specification makes of them otherwise."""
    reads_levels: bool = False


def frames(make: Callable[[random.Random, int], Any]) -> list[bytes]:
    random_ = random.Random(7)
    return [json.dumps(make(random_, index), separators=(",", ":")).encode() for index in range(COUNT)]


def a_price(random_: random.Random) -> str:
    """One of 1,400: so that of a book's levels 92 in 100 have a price that came before, as in the recorded streams of Binance."""
    return f"{random_.randint(604_300, 605_700) / 10:.1f}"


def a_size(random_: random.Random) -> str:
    return f"{random_.randint(1, 9_000) / 1000:.3f}"


def some_levels(random_: random.Random, *more: str) -> list[list[str]]:
    return [[a_price(random_), a_size(random_), *more] for _ in range(10)]
