"""Events of the venue dogwood back to its payloads. Generated from specs/dogwood; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Answered, Inverse, Source

from dragoman_venues.dogwood.orders import Answer

INVERSE = Inverse(
    channels={},
    calls={
        "new_order": Source(Answer),
        "new_pair": Source(Answer),
        "drop_order": Source(Answer),
    },
    forms={},
    replies={},
    sequences={},
    outcomes={
        "submit_order": Answered(
            Answer,
            {"venue_order_id": ("order_id",), "accepted": ("code",), "code": ("code",), "reason": ("told",)},
            tries=(0,),
        ),
        "submit_oco": Answered(Answer, {"accepted": ("code",)}, tries=(0,)),
        "cancel_order": Answered(Answer, {"accepted": ("code",)}, tries=(0,)),
    },
    examples={"spot": ("FIRUSD-SPOT.DOGWOOD",), "swap": ("FIRUSD-SWAP.DOGWOOD",)},
    closed={},
)
