"""Events of the venue sedge back to its payloads. Generated from specs/sedge; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Answered, Form, Inverse, Made, Source

from dragoman_venues.sedge.market import Answer, Label, Quote, Trade

INVERSE = Inverse(
    channels={
        "trade": Source(
            Trade,
            (
                Made(
                    "TradeTick",
                    {"size": "size", "trade_id": "trade_id", "ts_event": "time_ms", "instrument": "symbol"},
                ),
            ),
        ),
        "quote": Source(
            Quote,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_size": "bid.size",
                        "ask_size": "ask.size",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "label": Source(
            Label, (Made("MarkedLabel", {"label": "label", "ts_event": "time_ms", "instrument": "symbol"}),)
        ),
    },
    calls={
        "new_order": Source(Answer),
    },
    forms={
        Label: {"time_ms": Form("time", 1_000_000)},
        Quote: {"time_ms": Form("time", 1_000_000)},
        Trade: {"time_ms": Form("time", 1_000_000)},
    },
    replies={},
    sequences={},
    outcomes={
        "submit_order": Answered(
            Answer,
            {"venue_order_id": ("order_id",), "accepted": ("code",), "code": ("code",), "reason": ("told",)},
            tries=(0,),
        ),
    },
    examples={"bond": ("TEN.SEDGE",)},
    closed={},
)
