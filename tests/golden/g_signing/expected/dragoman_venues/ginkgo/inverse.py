"""Events of the venue ginkgo back to its payloads. Generated from specs/ginkgo; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Inverse, Source

from dragoman_venues.ginkgo.calls import Told

INVERSE = Inverse(
    channels={},
    calls={
        "with_key": Source(Told),
        "with_query": Source(Told),
        "with_header": Source(Told),
        "with_curve": Source(Told),
        "with_name": Source(Told),
    },
    forms={},
    replies={},
    sequences={},
    examples={"spot": ("FIRUSD.GINKGO",)},
    closed={},
)
