"""calls of the venue ginkgo. Generated from specs/ginkgo/calls.yaml; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope
from msgspec import Struct


class Told(Struct, frozen=True, kw_only=True, gc=False):
    """Part of the answer of with_key, the answer of with_query, the answer of with_header, the answer of with_curve, the answer of with_name."""

    ok: bool


def emit_with_key(scope: Scope, message: Told, ts_init: int, out: list[Event]) -> None:
    """A key alone to no event."""


def emit_with_query(scope: Scope, message: Told, ts_init: int, out: list[Event]) -> None:
    """Signed query to no event."""


def emit_with_header(scope: Scope, message: Told, ts_init: int, out: list[Event]) -> None:
    """Signed header over a body to no event."""


def emit_with_curve(scope: Scope, message: Told, ts_init: int, out: list[Event]) -> None:
    """Signed by a key pair to no event."""


def emit_with_name(scope: Scope, message: Told, ts_init: int, out: list[Event]) -> None:
    """Name and password to no event."""
