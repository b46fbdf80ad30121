"""Events of the venue aspen back to its payloads. Generated from specs/aspen; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Form, Inverse, Made, Source

from dragoman_venues.aspen.books import BookRow, Books, FlatBook

INVERSE = Inverse(
    channels={
        "books": Source(
            Books,
            (
                Made(
                    "OrderBookDeltas",
                    {
                        "bids": "bids",
                        "asks": "asks",
                        "sequence": "seq",
                        "ts_event": "time_ms",
                        "instrument": "message.arg.symbol",
                    },
                ),
            ),
            rows="rows",
            tries={"message.action": ("snapshot", "update")},
        ),
        "flat_book": Source(
            FlatBook,
            (
                Made(
                    "OrderBookDeltas",
                    {
                        "bids": "data.bids",
                        "asks": "data.asks",
                        "sequence": "data.update_id",
                        "ts_event": "time_ms",
                    },
                ),
            ),
            tries={"type": ("snapshot", "update")},
        ),
    },
    calls={},
    forms={
        BookRow: {"time_ms": Form("time_text", 1_000_000)},
        Books: {"action": Form("one_of", ("snapshot", "update"))},
        FlatBook: {"type": Form("one_of", ("snapshot", "update")), "time_ms": Form("time", 1_000_000)},
    },
    replies={},
    sequences={
        "books": ("previous_seq",),
        "flat_book": ("data.update_id",),
    },
    examples={"swap": ("OAK-USD-SWAP.ASPEN",)},
    closed={},
)
