"""The hooks of a venue as its package carries them, so that generated code imports nothing of `specs/`."""

from __future__ import annotations

from dragoman_generator.ir.venue import Venue


def hooks_module(venue: Venue) -> str:
    """The source of `hooks.py`: what a person wrote, under a line that says where."""
    return f"# Copied from specs/{venue.id}/hooks.py; edit that and run `make generate`.\n{venue.hooks}"
