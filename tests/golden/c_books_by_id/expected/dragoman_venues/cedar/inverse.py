"""Events of the venue cedar back to its payloads. Generated from specs/cedar; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Inverse

INVERSE = Inverse(
    channels={},
    calls={},
    forms={},
    replies={},
    sequences={},
    examples={"swap": ("ELMUSD.CEDAR",)},
    closed={"book": "its machine, lookup, goes by earlier messages"},
)
