"""Events of the venue ginkgo back to its payloads. Generated from specs/ginkgo; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Answered, Inverse, Made, Source

from dragoman_venues.ginkgo.calls import Fills, Marks, Opened, Session, Told, Tops
from dragoman_venues.ginkgo.venue import GateIn, UserExpired

INVERSE = Inverse(
    channels={
        "fills": Source(
            Fills,
            (
                Made(
                    "TradeTick", {"price": "price", "size": "size", "trade_id": "id", "instrument": "symbol"}
                ),
            ),
        ),
        "tops": Source(
            Tops, (Made("QuoteTick", {"bid_price": "bid", "ask_price": "ask", "instrument": "symbol"}),)
        ),
        "marks": Source(Marks, (Made("MarkPriceUpdate", {"value": "price", "instrument": "symbol"}),)),
    },
    calls={
        "with_key": Source(Told),
        "with_query": Source(Told),
        "with_header": Source(Told),
        "with_curve": Source(Told),
        "with_name": Source(Told),
        "open_key": Source(Opened),
        "keep_key": Source(Told),
        "log_in": Source(Session),
        "with_session": Source(Told),
    },
    forms={},
    replies={},
    sequences={},
    greetings={
        "user": (("expired", Answered(UserExpired, {"when": ("kind",)}, tries=("keyExpired",))),),
        "gate": (("authenticated", Answered(GateIn, {"when": ("ok",)})),),
    },
    examples={"spot": ("FIRUSD.GINKGO",)},
    closed={},
)
