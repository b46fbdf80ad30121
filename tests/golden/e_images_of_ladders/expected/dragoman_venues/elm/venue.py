"""venue of the venue elm. Generated from specs/elm/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from msgspec import Struct, field


class StreamAnswer(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: answer."""

    id: int
    status_code: str = field(name="code")


class StreamRefusal(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: refusal."""

    id: int
    status_code: str = field(name="code")
