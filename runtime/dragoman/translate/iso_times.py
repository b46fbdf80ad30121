"""Times in ISO 8601 as UNIX nanoseconds, of which most share their second with the one before and have a fraction that was seen."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Annotated

from msgspec import Meta

_ISO = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2}):([0-9]{2})((?:[.,][0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)"
)
_SECOND = 1_000_000_000
_EPOCH = date(1970, 1, 1).toordinal()
_MOST_SECONDS, _MOST_TAILS, _LONGEST_TAIL = 1 << 12, 1 << 14, 32
_TAIL = re.compile(r"(?:[.,]([0-9]{1,9})[0-9]*)?(Z|[+-][0-9]{2}:?[0-9]{2})?")


def parse_iso(text: str) -> int:
    """UNIX nanoseconds of an ISO 8601 date and time, digits below a nanosecond cut; without an offset it is UTC."""
    try:
        return ISO_SECONDS[text[TO_SECOND]] + ISO_TAILS[text[PAST_SECOND]]
    except ValueError:
        return _parse_iso(text)  # which words it with the whole text


def _parse_iso(text: str) -> int:
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError(f"{shown(text)} is no ISO 8601 time")
    day, hours, minutes, seconds, tail = match.groups()
    hour, minute, second = int(hours), int(minutes), int(seconds)
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"{shown(text)} is no time of a day")
    return midnight(day) + (hour * 3600 + minute * 60 + second) * _SECOND + ISO_TAILS[tail]


@lru_cache(maxsize=512)
def midnight(day: str) -> int:
    """UNIX nanoseconds of midnight UTC of a YYYY-MM-DD date that is one."""
    return (date.fromisoformat(day).toordinal() - _EPOCH) * 86_400 * _SECOND


def shown(text: str) -> str:
    """A text as messages about faults show it, cut where it is long."""
    return repr(text if len(text) <= 60 else f"{text[:57]}...")


TO_SECOND, PAST_SECOND = slice(None, 19), slice(19, None)
"""Of an ISO 8601 date and time; made once, since making them costs as much as using them."""


class _Seconds(dict[str, int]):
    """The first 19 characters of an ISO 8601 date and time -> UNIX nanoseconds, remembered: messages of one second come together."""

    def __missing__(self, text: str) -> int:
        if len(self) >= _MOST_SECONDS:
            self.clear()
        found = self[text] = _parse_iso(f"{text}Z")
        return found


class _Tails(dict[str, int]):
    """What follows the seconds, a fraction and an offset -> the nanoseconds that it adds; milliseconds of UTC are the usual ones."""

    def __missing__(self, text: str) -> int:
        match = _TAIL.fullmatch(text)
        if match is None:
            raise ValueError(f"{shown(text)} is no fraction of a second and no offset")
        fraction, offset = match.groups()
        found = int(fraction.ljust(9, "0")) if fraction else 0
        if offset and offset != "Z":
            shift = (int(offset[1:3]) * 3600 + int(offset[-2:]) * 60) * _SECOND
            found += shift if offset[0] == "-" else -shift
        if len(self) < _MOST_TAILS and len(text) <= _LONGEST_TAIL:
            self[text] = found
        return found


class LastSecond(dict[str, int]):
    """What follows the second of the last time that was read -> nanoseconds; the times after it are mostly of the same one.

    A time is looked up without that second's text: `clock[time.removeprefix(clock.text)] + clock.ns`. One of another second
    is looked up whole, and its second is the last one from then on. Times are IsoText: a shorter one could be a mere fraction.
    """

    __slots__ = ("ns", "text")

    def __init__(self) -> None:
        super().__init__(_MILLISECONDS)
        self.text = "none yet"
        self.ns = 0

    def __missing__(self, left: str) -> int:
        if len(left) < LEAST_ISO:
            found = ISO_TAILS[left]
            if len(self) < _MOST_TAILS:
                self[left] = found
            return found
        second = left[TO_SECOND]
        self.ns = ISO_SECONDS[second]
        self.text = second
        return self[left[PAST_SECOND]]


LEAST_ISO = 20
"""Characters of a time whose second is followed by something, be it the letter of its zone."""
IsoText = Annotated[str, Meta(min_length=LEAST_ISO)]
_MILLISECONDS = {f".{number:03d}Z": number * 1_000_000 for number in range(1000)}
ISO_SECONDS = _Seconds()
ISO_TAILS = _Tails(_MILLISECONDS)
