"""Keyed memory that can't outgrow its bound."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, ValuesView
from typing import Generic, TypeVar

V = TypeVar("V")


class Bounded(Generic[V]):
    """A dict of at most `bound` keys; the one unused for longest makes room, and `evicted` counts how often."""

    __slots__ = ("_values", "bound", "evicted", "peek", "touch")

    def __init__(self, bound: int) -> None:
        if bound < 1:
            raise ValueError(f"a keyed memory needs room for at least one key, got a bound of {bound}")
        self.bound = bound
        self.evicted = 0
        self._values: OrderedDict[Hashable, V] = OrderedDict()
        self.peek: Callable[[Hashable], V | None] = self._values.get
        """The value of a key, which does not count as used by it."""
        self.touch: Callable[[Hashable], None] = self._values.move_to_end
        """A key that there is counts as used; raises KeyError for another."""

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._values

    def get(self, key: Hashable) -> V | None:
        """The value of `key`, which counts as used by it."""
        value = self._values.get(key)
        if value is not None:
            self._values.move_to_end(key)
        return value

    def values(self) -> ValuesView[V]:
        """Every value, which counts as used by none."""
        return self._values.values()

    def put(self, key: Hashable, value: V) -> None:
        values = self._values
        values[key] = value
        values.move_to_end(key)
        if len(values) > self.bound:
            values.popitem(last=False)
            self.evicted += 1

    def swap(self, key: Hashable, value: V) -> V | None:
        """The value of `key` before this one, which takes its place and counts as used."""
        values = self._values
        before = values.get(key)
        values[key] = value
        if before is not None:
            values.move_to_end(key)
        elif len(values) > self.bound:
            values.popitem(last=False)
            self.evicted += 1
        return before

    def pop(self, key: Hashable) -> V | None:
        return self._values.pop(key, None)

    def clear(self) -> None:
        self._values.clear()
