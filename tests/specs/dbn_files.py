"""DBN files made of records written by hand, with the vendor's own constructors."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any

import zstandard

# The package's stubs give its enum members as plain text and its levels as lists, which its constructors refuse.
dbn: Any = import_module("databento_dbn")

DAY = 1_760_000_000 // 86_400 * 86_400 * 10**9
"""Midnight UTC of the day that the records stand on."""
NOON = DAY + 43_200 * 10**9


class Interval:
    """A mapping interval as the metadata takes it."""

    def __init__(self, first: date, after: date, symbol: str) -> None:
        self.start_date, self.end_date, self.symbol = first, after, symbol


class Mapping:
    """A symbol's intervals."""

    def __init__(self, raw_symbol: str, intervals: list[Interval]) -> None:
        self.raw_symbol, self.intervals = raw_symbol, intervals


def metadata(
    mappings: dict[str, int],
    dataset: str = "GLBX.MDP3",
    schema: str | None = None,
    stype_in: str = "raw_symbol",
) -> bytes:
    """Metadata of a file whose ids mean these symbols on the day of the records."""
    first = date(2025, 10, 9)
    listed = [
        Mapping(name, [Interval(first, date(2025, 10, 10), str(number))]) for name, number in mappings.items()
    ]
    made = dbn.Metadata(
        dataset=dataset,
        start=DAY,
        stype_in=dbn.SType.from_str(stype_in),
        stype_out=dbn.SType.INSTRUMENT_ID,
        schema=None if schema is None else dbn.Schema.from_str(schema),
        symbols=list(mappings),
        mappings=listed,
        end=DAY + 86_400 * 10**9,
    )
    return bytes(made.encode())


def file(records: list[Any], mappings: dict[str, int], *, compressed: bool = False, **more: Any) -> bytes:
    """A whole file, plain or zstd-compressed."""
    data = metadata(mappings, **more) + b"".join(bytes(record) for record in records)
    return zstandard.compress(data) if compressed else data


def price(text: str) -> int:
    """A price in units of 1e-9."""
    whole, _, part = text.partition(".")
    return int(whole + part.ljust(9, "0"))
