"""Events of the venue fern back to its payloads. Generated from specs/fern; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Answered, Inverse, Made, Replying, Source

from dragoman_venues.fern.messages import TemplatesRefused, TemplatesUnwelcome, TemplatesWelcome, TextQuote

INVERSE = Inverse(
    channels={
        "text_quote": Source(
            TextQuote, (Made("QuoteTick", {"bid_price": "bid", "ask_price": "ask", "instrument": "symbol"}),)
        ),
    },
    calls={},
    forms={},
    replies={
        "templates": {
            "error": Replying(TemplatesRefused, message="error"),
        },
    },
    sequences={},
    greetings={
        "templates": (
            ("error", Answered(TemplatesRefused, {"message": ("error",)})),
            ("connected", Answered(TemplatesWelcome, {"when": ("code",)}, tries=(0,))),
            ("error", Answered(TemplatesUnwelcome, {"code": ("code",), "message": ("text",)})),
        ),
    },
    examples={"shares": ("ACME.FERN",)},
    closed={
        "trade": "its codec is binary",
        "status": "its codec is binary",
        "trade_file": "its codec is csv",
        "quote_file": "its codec is csv",
        "tick_price": "its codec is text_rows",
        "deals": "its codec is text_rows",
        "book": "its codec is text_rows",
        "deal_message": "its codec is sbe",
        "book_message": "its codec is sbe",
    },
)
