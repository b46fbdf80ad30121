"""Messages that a venue cuts into segments, put together again before anybody acts on a part."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from msgspec import Struct

T = TypeVar("T")
Segment = Literal["start", "middle", "end"]


class SegmentCounters(Struct):
    broken: int = 0
    overflows: int = 0


class Segments(Generic[T]):
    """One message at a time, of at most `max_items` items; a message with a missing part is dropped whole and counted.

    The caller sees the drop as `counters.broken` having risen, and has to treat it as a hole.
    """

    def __init__(self, *, max_items: int = 100_000) -> None:
        self.counters = SegmentCounters()
        self._max_items = max_items
        self._items: list[T] | None = None

    def add(self, segment: Segment | None, items: list[T]) -> list[T] | None:
        """All items of a message once its last part is there; `segment` is None for a message in one piece."""
        if segment is None or segment == "start":
            if self._items is not None:
                self.counters.broken += 1
            self._items = None
            if segment is None:
                return items
            self._items = []
        if self._items is None:
            self.counters.broken += segment == "end"
            return None
        if len(self._items) + len(items) > self._max_items:
            self.counters.overflows += 1
            self._items = None
            return None
        self._items += items
        if segment == "middle" or segment == "start":
            return None
        whole, self._items = self._items, None
        return whole

    def on_disconnect(self) -> None:
        self._items = None
