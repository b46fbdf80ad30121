"""Events of the venue birch back to its payloads. Generated from specs/birch; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Inverse

INVERSE = Inverse(
    channels={},
    calls={},
    forms={},
    replies={},
    sequences={},
    examples={"swap": ("ELM-USD.BIRCH",)},
    closed={
        "ticker": "its machine, merge, goes by earlier messages",
        "instrument": "its machine, merge, goes by earlier messages",
    },
)
