"""State older than the message: `delta(x)`, `changed(x)` and `previous.x` of the spec language, by key."""

from __future__ import annotations

from collections.abc import Hashable
from decimal import Decimal
from typing import Any, TypeVar

from dragoman.machines.bounded import Bounded

N = TypeVar("N", int, Decimal)


class Deltas:
    """The last value of every key, at most `max_keys` of them.

    A key that was evicted or reset is new again: it has no `previous`, so its first value makes no difference.
    """

    __slots__ = ("_last",)

    def __init__(self, max_keys: int) -> None:
        self._last: Bounded[Any] = Bounded(max_keys)

    @property
    def evicted(self) -> int:
        return self._last.evicted

    def __len__(self) -> int:
        return len(self._last)

    def delta(self, key: Hashable, value: N) -> N | None:
        """`value` less the key's last value, which may be negative; None where there was none. Remembers `value`."""
        last: N | None = self._last.get(key)
        self._last.put(key, value)
        return None if last is None else value - last

    def changed(self, key: Hashable, value: object) -> bool:
        """Whether `value` differs from the key's last one; a first value does. Remembers `value`."""
        last = self._last.get(key)
        self._last.put(key, value)
        return last is None or last != value

    def previous(self, key: Hashable) -> object | None:
        """What was remembered last under `key`; None where nothing was."""
        return self._last.get(key)

    def remember(self, key: Hashable, value: object) -> None:
        self._last.put(key, value)

    def forget(self, key: Hashable) -> None:
        self._last.pop(key)

    def reset(self) -> None:
        """Forget every key, as after a disconnect: a difference across a hole would be a wrong number."""
        self._last.clear()
