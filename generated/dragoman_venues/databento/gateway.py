"""gateway of the venue databento. Generated from specs/databento/gateway.yaml; edit that and run `make generate`."""

from __future__ import annotations

from msgspec import Struct, field


class LiveGreeting(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of live: greeting."""

    lsg_version: str


class LiveChallenge(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of live: challenge."""

    challenge: str = field(name="cram")


class LiveResult(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of live: result."""

    success: int | str
    session_id: str | None = None
    reason: str | None = field(name="error", default=None)
