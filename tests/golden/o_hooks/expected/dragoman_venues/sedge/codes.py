"""Texts of sedge that stand for others. Generated from specs/sedge; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman_venues.sedge import hooks


def mark(value: str) -> str:
    """Marks that hold a price."""
    if "'" not in value:
        return value
    return format(hooks.from_thirty_seconds(value), "zf")


CODES: Mapping[str, Callable[[str], str]] = {"Mark": mark}
