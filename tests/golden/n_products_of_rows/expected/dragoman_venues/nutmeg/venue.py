"""venue of the venue nutmeg. Generated from specs/nutmeg/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope
from msgspec import Raw, Struct, field


class StreamGranted(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: granted."""

    ok: bool
    topics: list[str] = field(name="ids")


class StreamEnded(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: ended."""

    ok: bool
    topics: list[str] = field(name="off")


class StreamRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: refused."""

    ok: bool
    told: str


class OwnGranted(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of own: granted."""

    done: bool
    request_id: str = field(name="id")


class OwnRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of own: refused."""

    done: bool
    request_id: str = field(name="id")
    told: str | None = None


def emit_get_last(scope: Scope, message: Raw, ts_init: int, out: list[Event]) -> None:
    """Last price, where each product has it to no event."""


emit_get_mean = emit_get_last
