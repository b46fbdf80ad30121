"""Which client trades on which account: one in a process, since each would take the other's orders for strangers'."""

from __future__ import annotations

from typing import Any
from weakref import WeakValueDictionary

from dragoman.nautilus.exec_errors import AccountInUse

_CLAIMS: WeakValueDictionary[tuple[Any, ...], Any] = WeakValueDictionary()


def claim(client: Any, venue: str, adapter: Any) -> tuple[Any, ...]:
    """Take an account for a client; raises AccountInUse where another one has it. Returns what `release` wants."""
    requests = adapter.requests
    credentials = tuple(sorted(requests.credentials.items()))
    # Nobody's keys are nobody's account; the venue will say so.
    key = (venue, repr(requests.environment), credentials or id(client))
    holder = _CLAIMS.get(key)
    if holder is not None and holder is not client:
        raise AccountInUse(venue, client.id.value, holder.id.value)
    _CLAIMS[key] = client
    return key


def release(key: tuple[Any, ...], client: Any) -> None:
    """Give an account back."""
    if _CLAIMS.get(key) is client:
        del _CLAIMS[key]
