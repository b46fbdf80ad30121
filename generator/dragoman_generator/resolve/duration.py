"""Lengths of time as nanoseconds."""

from __future__ import annotations

_NANOSECONDS = {
    "ns": 1,
    "us": 1_000,
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "m": 60_000_000_000,
    "h": 3_600_000_000_000,
    "d": 86_400_000_000_000,
}


def nanoseconds(text: str) -> int:
    """`10s` as nanoseconds."""
    digits = text.rstrip("nmushd")
    return int(digits) * _NANOSECONDS[text[len(digits) :]]
