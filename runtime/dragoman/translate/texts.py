"""Parts of texts with structure, as generated readers take them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_DAY_NS = 86_400_000_000_000
_EPOCH = date(1970, 1, 1).toordinal()
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_TOKEN = re.compile("YYYY|YY|MMM|MM|DD|D")
_GROUPS = {
    "YYYY": r"(?P<year>\d{4})", "YY": r"(?P<year>\d{2})", "MMM": "(?P<month>[A-Za-z]{3})", "MM": r"(?P<month>\d{2})",
    "DD": r"(?P<day>\d{2})", "D": r"(?P<day>\d{1,2})",
}  # fmt: skip


@lru_cache(maxsize=4096)
def day_ns(text: str, form: str) -> int:
    """UNIX nanoseconds of midnight UTC of a date written as `form` says, `DDMMMYY`; two digits are of this century."""
    found = re.fullmatch(_pattern(form), text, re.ASCII)
    if found is None:
        raise ValueError(f"{text[:40]!r} is no date written {form}")
    told = found.groupdict()
    year, month, day = told["year"], told.get("month") or "1", int(told.get("day") or 1)
    number = int(month) if month.isdigit() else _month(month)
    full = int(year) + (2000 if len(year) == 2 else 0)
    return (date(full, number, day).toordinal() - _EPOCH) * _DAY_NS


def _month(text: str) -> int:
    if text.upper() not in _MONTHS:
        raise ValueError(f"{text!r} is no month")
    return _MONTHS.index(text.upper()) + 1


@lru_cache(maxsize=64)
def _pattern(form: str) -> str:
    pieces = re.split(f"({_TOKEN.pattern})", form)
    return "".join(_GROUPS.get(piece, re.escape(piece)) for piece in pieces)


def no_such_form(text: str, template: str) -> ValueError:
    """What a reader raises for a text that is not written as its template says."""
    return ValueError(f"{text[:80]!r} is not written as {template}")
