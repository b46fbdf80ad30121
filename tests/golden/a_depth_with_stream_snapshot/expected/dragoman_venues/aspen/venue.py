"""venue of the venue aspen. Generated from specs/aspen/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class StreamSubscribed(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: subscribed."""

    event: Literal["subscribe"]
