"""Events of the venue nutmeg back to its payloads. Generated from specs/nutmeg; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Answered, Fit, Fitted, Form, Inverse, Made, Replying, Source

from dragoman_venues.nutmeg.live import SIDE_MEANS, Fills, FillsRows, Marks, Wallet
from dragoman_venues.nutmeg.venue import (
    Last,
    Mean,
    OwnGranted,
    OwnRefused,
    StreamEnded,
    StreamGranted,
    StreamRefused,
)

INVERSE = Inverse(
    channels={
        "marks": Source(
            Marks,
            (Made("MarkPriceUpdate", {"value": "mark", "ts_event": "time_ms", "instrument": "symbol"}),),
        ),
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
        "wallet": Source(Wallet, (Made("AccountState", {"balances": "rows"}, {"account_type": "MARGIN"}),)),
    },
    calls={
        "get_last": Source(Last),
        "get_mean": Source(Mean),
    },
    forms={
        FillsRows: {
            "kind": Form("one_of", ("spot", "swap")),
            "side": Form("means", SIDE_MEANS),
            "time_ms": Form("time", 1_000_000),
        },
        Last: {"time_ms": Form("time", 1_000_000)},
        Marks: {"time_ms": Form("time", 1_000_000)},
        Mean: {"begin_ms": Form("time", 1_000_000)},
    },
    replies={
        "stream": {
            "ack": Replying(StreamGranted, id="topics"),
            "unsubscribed": Replying(StreamEnded, id="topics"),
            "error": Replying(StreamRefused, message="told"),
        },
        "own": {
            "ack": Replying(OwnGranted, id="request_id"),
            "error": Replying(OwnRefused, id="request_id", message="told"),
        },
    },
    sequences={},
    fits={
        "fills": Fit(
            Fills,
            (
                Fitted(
                    "FillReport",
                    "rows[].",
                    {
                        "instrument_id": ("rows[].symbol", "rows[].kind"),
                        "venue_order_id": ("rows[].order_id",),
                        "trade_id": ("rows[].trade_id",),
                        "order_side": ("rows[].side",),
                        "last_qty": ("rows[].size",),
                        "last_px": ("rows[].price",),
                        "avg_px": ("rows[].average",),
                        "ts_event": ("rows[].time_ms",),
                    },
                ),
            ),
        ),
        "wallet": Fit(
            Wallet,
            (
                Fitted(
                    "AccountState",
                    "",
                    {
                        "balances": ("rows[].",),
                        "balances.currency": ("rows[].coin",),
                        "balances.total": ("rows[].total",),
                        "balances.locked": ("rows[].locked",),
                        "balances.free": ("rows[].total", "rows[].locked"),
                    },
                ),
            ),
        ),
    },
    greetings={
        "stream": (
            ("ack", Answered(StreamGranted, {"id": ("topics",), "when": ("ok",)})),
            ("unsubscribed", Answered(StreamEnded, {"id": ("topics",), "when": ("ok",)})),
            ("error", Answered(StreamRefused, {"message": ("told",)})),
        ),
        "own": (
            ("ack", Answered(OwnGranted, {"id": ("request_id",), "when": ("done",)})),
            ("error", Answered(OwnRefused, {"id": ("request_id",), "message": ("told",)})),
        ),
    },
    examples={"spot": ("FIRUSD-SPOT.NUTMEG",), "swap": ("FIRUSD-SWAP.NUTMEG",)},
    closed={},
)
