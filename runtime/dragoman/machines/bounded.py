"""Keyed memory that can't outgrow its bound."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, ValuesView
from typing import Generic, TypeVar

V = TypeVar("V")


class Marked:
    """A value that says of itself that it was used: that costs less than to tell the memory which holds it."""

    __slots__ = ("was_used",)

    def __init__(self) -> None:
        self.was_used = True


class Bounded(Generic[V]):
    """A dict of at most `bound` keys; the one unused for longest makes room, and `evicted` counts how often."""

    __slots__ = ("bound", "evicted", "held", "peek")

    def __init__(self, bound: int) -> None:
        if bound < 1:
            raise ValueError(f"a keyed memory needs room for at least one key, got a bound of {bound}")
        self.bound = bound
        self.evicted = 0
        self.held: OrderedDict[Hashable, V] = OrderedDict()
        """The values themselves, for who puts some of them in without a call, and calls `shed` where there are too many."""
        self.peek: Callable[[Hashable], V | None] = self.held.get
        """The value of a key, which does not count as used by it."""

    def __len__(self) -> int:
        return len(self.held)

    def __contains__(self, key: Hashable) -> bool:
        return key in self.held

    def get(self, key: Hashable) -> V | None:
        """The value of `key`, which counts as used by it."""
        value = self.held.get(key)
        if value is not None:
            self.held.move_to_end(key)
        return value

    def values(self) -> ValuesView[V]:
        """Every value, which counts as used by none."""
        return self.held.values()

    def put(self, key: Hashable, value: V) -> None:
        values = self.held
        values[key] = value
        values.move_to_end(key)
        if len(values) > self.bound:
            self.shed()

    def swap(self, key: Hashable, value: V) -> V | None:
        """The value of `key` before this one, which takes its place and counts as used."""
        before = self.peek(key)
        values = self.held
        values[key] = value
        if before is not None:
            values.move_to_end(key)
        elif len(values) > self.bound:
            self.shed()
        return before

    def shed(self) -> None:
        """Let go of what is beyond the bound; what was marked as used stays for now, and so does the newest."""
        values = self.held
        newest = next(reversed(values), None)
        while len(values) > self.bound:
            key, value = values.popitem(last=False)
            if isinstance(value, Marked) and value.was_used:
                value.was_used = False
            elif key != newest:
                self.evicted += 1
                continue
            values[key] = value

    def pop(self, key: Hashable) -> V | None:
        return self.held.pop(key, None)

    def clear(self) -> None:
        self.held.clear()
