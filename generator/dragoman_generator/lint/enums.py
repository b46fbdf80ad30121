"""Enums: open where they describe, closed where orders, fills and positions depend on them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from dragoman_generator.ir.venue import Venue
from dragoman_generator.lint.findings import Finding

CLOSED = frozenset({"OrderStatus", "OrderSide", "PositionSide"})
"""Model enums that say how an order or a position stands: guessing one would lose money."""


def fits(value: int) -> bool:
    """Whether decoders can tell the number from others: 64 bits, signed."""
    return -(1 << 63) <= value < 1 << 63


def closed(venue: Venue) -> Iterator[Finding]:
    """State of orders and positions has no unknown values."""
    for name, enum in venue.merged.enums.items():
        if enum.as_ is not UNSET and enum.as_ in CLOSED and enum.is_open:
            yield Finding(
                ("enums", name, "policy"),
                f"enum {name!r} maps to {enum.as_}, and an unknown one must not pass",
                "write 'policy: closed'",
            )


def values(venue: Venue) -> Iterator[Finding]:
    """An enum has values, and numbers have meanings."""
    for name, enum in venue.merged.enums.items():
        for wire in enum.values:
            if isinstance(wire, int) and not fits(wire):
                yield Finding(
                    ("enums", name, "values"),
                    f"{wire} is beyond what a decoder tells apart",
                    "64 bits, signed",
                )
        if not enum.values:
            yield Finding(("enums", name, "values"), f"enum {name!r} lists no value")
        if (
            enum.unknown is not UNSET
            and enum.as_ is UNSET
            and isinstance(enum.values, list)
            and enum.unknown in enum.values
        ):
            yield Finding(("enums", name, "unknown"), f"{enum.unknown!r} is a known value of enum {name!r}")
