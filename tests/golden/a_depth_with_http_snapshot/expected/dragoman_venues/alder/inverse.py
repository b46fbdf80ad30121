"""Events of the venue alder back to its payloads. Generated from specs/alder; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Form, Inverse, Made, Source

from dragoman_venues.alder.books import Book, GetBookResponse

INVERSE = Inverse(
    channels={
        "book": Source(
            Book,
            (
                Made(
                    "OrderBookDeltas",
                    {
                        "bids": "bids",
                        "asks": "asks",
                        "sequence": "last_seq",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
    },
    calls={
        "get_book": Source(
            GetBookResponse,
            (
                Made(
                    "OrderBookDeltas",
                    {"bids": "bids", "asks": "asks", "sequence": "seq"},
                    {"is_snapshot": True},
                ),
            ),
        ),
    },
    forms={
        Book: {"time_ms": Form("time", 1_000_000)},
    },
    replies={},
    sequences={
        "book": ("first_seq", "last_seq"),
    },
    examples={"spot": ("GRAINUSD.ALDER",)},
    closed={},
)
