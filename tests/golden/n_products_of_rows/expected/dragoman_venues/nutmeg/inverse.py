"""Events of the venue nutmeg back to its payloads. Generated from specs/nutmeg; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Form, Inverse, Made, Replying, Source

from dragoman_venues.nutmeg.live import SIDE_MEANS, Fills, FillsRows, Marks, Wallet
from dragoman_venues.nutmeg.venue import OwnGranted, OwnRefused, StreamGranted, StreamRefused

INVERSE = Inverse(
    channels={
        "marks": Source(Marks, (Made("MarkPriceUpdate", {"ts_event": "time_ms", "instrument": "symbol"}),)),
        "fills": Source(
            Fills,
            (
                Made(
                    "FillReport",
                    {
                        "venue_order_id": "order_id",
                        "trade_id": "trade_id",
                        "order_side": "side",
                        "last_qty": "size",
                        "last_px": "price",
                        "avg_px": "average",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
        ),
        "wallet": Source(Wallet, (Made("AccountState", {}, {"account_type": "MARGIN"}),)),
    },
    calls={},
    forms={
        FillsRows: {
            "kind": Form("one_of", ("spot", "swap")),
            "side": Form("means", SIDE_MEANS),
            "time_ms": Form("time", 1_000_000),
        },
        Marks: {"time_ms": Form("time", 1_000_000)},
    },
    replies={
        "stream": {
            "ack": Replying(StreamGranted, id="topics"),
            "error": Replying(StreamRefused, message="told"),
        },
        "own": {
            "ack": Replying(OwnGranted, id="request_id"),
            "error": Replying(OwnRefused, id="request_id", message="told"),
        },
    },
    sequences={},
    examples={"spot": ("FIRUSD-SPOT.NUTMEG",), "swap": ("FIRUSD-SWAP.NUTMEG",)},
    closed={},
)
