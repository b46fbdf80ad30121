"""venue of the venue maple. Generated from specs/maple/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from msgspec import Struct


class StreamTold(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: told."""

    event: str
