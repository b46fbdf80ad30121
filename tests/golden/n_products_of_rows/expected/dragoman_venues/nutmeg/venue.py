"""venue of the venue nutmeg. Generated from specs/nutmeg/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope
from msgspec import Struct, field


class LastParts(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Last."""

    price: Decimal


class Last(Struct, frozen=True, kw_only=True, gc=False):
    """The last price. https://docs.nutmeg.example/rest#last"""

    price: Decimal
    size: Decimal
    time_ms: int = field(name="at")
    parts: list[LastParts]


class Mean(Struct, frozen=True, kw_only=True, gc=False):
    """The mean price of some days. https://docs.nutmeg.example/rest#mean"""

    price: Decimal | None = None
    begin_ms: int = field(name="at")
    days: int


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


def emit_get_last(scope: Scope, message: Last, ts_init: int, out: list[Event]) -> None:
    """Last price, where each product has it to no event."""


def emit_get_mean(scope: Scope, message: Mean, ts_init: int, out: list[Event]) -> None:
    """Mean price of a day, which counts more for a swap to no event."""
