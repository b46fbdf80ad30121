"""venue of the venue elm. Generated from specs/elm/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from msgspec import Struct, field


class StreamAnswer(Struct, frozen=True, kw_only=True, gc=False):
    """StreamAnswer."""

    id: int
    status_code: str = field(name="code")


class StreamRefusal(Struct, frozen=True, kw_only=True, gc=False):
    """StreamRefusal."""

    id: int
    status_code: str = field(name="code")
