"""The last message of every key, as generated emit functions compare with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from decimal import Decimal
from typing import Generic, TypeVar

from dragoman.machines import Bounded
from dragoman.translate.functions import EXACT

M = TypeVar("M")
N = TypeVar("N", int, Decimal)


class Memory(Generic[M]):
    """One message a key, at most `max_keys` of them; a key that made room or was reset is new again."""

    def __init__(self, *, max_keys: int, keeps: bool) -> None:
        self._last: Bounded[M] = Bounded(max_keys)
        self.swap: Callable[[Hashable, M], M | None] = self._last.swap
        """The message of a key before this one, which is remembered in its place."""
        self._keeps = keeps

    @property
    def evicted(self) -> int:
        """How many keys had to make room."""
        return self._last.evicted

    def on_disconnect(self) -> None:
        """Forget all, unless the specification says that differences across a break are right."""
        if not self._keeps:
            self.reset()

    def reset(self) -> None:
        """Forget all, whatever the specification says of breaks."""
        self._last.clear()


def increase(now: N, before: N | None) -> N | None:
    """`now` less `before`, exact; None where there was nothing before."""
    if before is None:
        return None
    return EXACT.subtract(now, before) if isinstance(now, Decimal) else now - before
