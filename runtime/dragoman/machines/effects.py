"""What a machine asks its shell to do; the shell owns the sockets, the rate budgets and the clock."""

from __future__ import annotations

from collections.abc import Hashable

from msgspec import Struct


class RequestSnapshot(Struct, frozen=True):
    """Fetch a full book for `key`, not before `not_before_ns`, out of the rate budget `budget`.

    Hand `generation` back with the answer: one that was asked for before a later hole is refused by it.
    """

    key: Hashable
    not_before_ns: int
    generation: int = 0
    budget: str | None = None


class Resubscribe(Struct, frozen=True):
    """Cancel and renew the subscription of `key`, not before `not_before_ns`: only the venue can heal this state."""

    key: Hashable
    not_before_ns: int
    reason: str = ""
