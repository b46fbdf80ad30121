"""Checks of meaning over a resolved venue."""

from __future__ import annotations

from dragoman_generator.diagnostics import Diagnostic
from dragoman_generator.ir.venue import Venue


def lint(venue: Venue) -> list[Diagnostic]:
    """What a resolved venue still gets wrong."""
    return []
