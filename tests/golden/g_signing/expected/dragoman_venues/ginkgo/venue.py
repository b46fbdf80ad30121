"""venue of the venue ginkgo. Generated from specs/ginkgo/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from msgspec import Struct


class UserExpired(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of user: expired."""

    kind: str
    key: str


class GateIn(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of gate: in."""

    login: str
    ok: bool
