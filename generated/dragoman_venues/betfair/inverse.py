"""Events of the venue betfair back to its payloads. Generated from specs/betfair; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Answered, Inverse, Replying, Source

from dragoman_venues.betfair.catalogue import KeepAliveAnswer, LoginAnswer
from dragoman_venues.betfair.stream import (
    StreamAuthentication,
    StreamConnection,
    StreamDenial,
    StreamFailure,
    StreamStatus,
)

INVERSE = Inverse(
    channels={},
    calls={
        "certlogin": Source(LoginAnswer),
        "keepAlive": Source(KeepAliveAnswer),
    },
    forms={},
    usual={
        KeepAliveAnswer: {"status": "SUCCESS", "error": ""},
    },
    replies={
        "stream": {
            "ack": Replying(StreamStatus, id="request_id"),
            "error": Replying(StreamFailure, id="request_id", code="error_code", message="error_message"),
        },
    },
    sequences={},
    greetings={
        "stream": (
            ("connected", Answered(StreamConnection, {})),
            (
                "ack",
                Answered(
                    StreamStatus,
                    {"id": ("request_id",), "when": ("status_code", "request_id")},
                    tries=("SUCCESS", 0),
                ),
            ),
            (
                "error",
                Answered(
                    StreamFailure,
                    {
                        "id": ("request_id",),
                        "code": ("error_code",),
                        "message": ("error_message",),
                        "when": ("status_code", "request_id"),
                    },
                    tries=("FAILURE", 1, 0),
                ),
            ),
            (
                "denied",
                Answered(
                    StreamDenial,
                    {
                        "id": ("request_id",),
                        "code": ("error_code",),
                        "message": ("error_message",),
                        "when": ("status_code", "request_id"),
                    },
                    tries=("FAILURE", 1, 0),
                ),
            ),
            (
                "authenticated",
                Answered(
                    StreamAuthentication,
                    {"id": ("request_id",), "message": ("reason",), "when": ("status_code",)},
                    tries=("", "SUCCESS"),
                ),
            ),
        ),
    },
    examples={
        "exchange": (
            "1.180737206-19248890.BETFAIR",
            "1.180737206-19248890-1.5.BETFAIR",
            "1.180737206-19248890--0.5.BETFAIR",
            "1.250000001-501.BETFAIR",
            "1.250000001-502.BETFAIR",
            "1.250000002-601.BETFAIR",
        )
    },
    closed={
        "market_changes": "its machine, image_delta, goes by earlier messages",
        "race_changes": "its rows have rows of their own",
        "listMarketCatalogue": "its rows have rows of their own",
    },
)
