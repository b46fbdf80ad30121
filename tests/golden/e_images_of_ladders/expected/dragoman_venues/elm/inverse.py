"""Events of the venue elm back to its payloads. Generated from specs/elm; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Answered, Inverse, Replying

from dragoman_venues.elm.venue import StreamAnswer, StreamRefusal

INVERSE = Inverse(
    channels={},
    calls={},
    forms={},
    replies={
        "stream": {
            "ack": Replying(StreamAnswer, id="id"),
            "error": Replying(StreamRefusal, id="id", code="status_code"),
        },
    },
    sequences={},
    greetings={
        "stream": (
            ("ack", Answered(StreamAnswer, {"id": ("id",), "when": ("status_code",)}, tries=("OK",))),
            ("error", Answered(StreamRefusal, {"id": ("id",), "code": ("status_code",)})),
        ),
    },
    examples={"outcome": ("7-1.ELM", "7-1--0.5.ELM")},
    closed={"books": "its machine, image_delta, goes by earlier messages"},
)
