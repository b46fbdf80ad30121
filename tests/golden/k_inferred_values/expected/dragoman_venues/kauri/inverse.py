"""Events of the venue kauri back to its payloads. Generated from specs/kauri; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Form, Inverse, Made, Source

from dragoman_venues.kauri.account import Quote, Wallets

INVERSE = Inverse(
    channels={
        "wallets": Source(
            Wallets, (Made("AccountState", {"ts_event": "time_ms"}, {"account_type": "MARGIN"}),)
        ),
        "quote": Source(
            Quote,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "bid",
                        "ask_price": "ask",
                        "ts_event": "matched_time",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
    },
    calls={},
    forms={
        Quote: {"matched_time": Form("time", 1_000), "sent_ms": Form("time", 1_000_000)},
        Wallets: {"time_ms": Form("time", 1_000_000)},
    },
    replies={},
    sequences={},
    examples={"swap": ("FIRUSD.KAURI",)},
    closed={"orders": "its machine, merge, goes by earlier messages"},
)
