"""Events of the venue cedar back to its payloads. Generated from specs/cedar; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Form, Inverse, Made, Source

from dragoman_venues.cedar.books import SIDE_MEANS, Book, BookRows

INVERSE = Inverse(
    channels={
        "book": Source(
            Book,
            (
                Made(
                    "OrderBookDelta",
                    {"side": "side", "price": "price", "size": "size", "instrument": "symbol"},
                ),
            ),
            rows="rows",
            tries={"message.action": ("partial", "insert", "update", "delete")},
        ),
    },
    calls={},
    forms={
        Book: {"action": Form("one_of", ("partial", "insert", "update", "delete"))},
        BookRows: {"side": Form("means", SIDE_MEANS), "price": Form("number")},
    },
    replies={},
    sequences={},
    examples={"swap": ("ELMUSD.CEDAR",)},
    closed={},
)
