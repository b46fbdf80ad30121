"""Events of the venue dogwood back to its payloads. Generated from specs/dogwood; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Inverse, Source

from dragoman_venues.dogwood.orders import Answer

INVERSE = Inverse(
    channels={},
    calls={
        "new_order": Source(Answer),
        "drop_order": Source(Answer),
    },
    forms={},
    replies={},
    sequences={},
    examples={"spot": ("FIRUSD-SPOT.DOGWOOD",), "swap": ("FIRUSD-SWAP.DOGWOOD",)},
    closed={},
)
