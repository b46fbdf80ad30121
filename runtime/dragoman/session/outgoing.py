"""Frames that wait to be sent, within the venue's limit of messages per window."""

from __future__ import annotations

from collections import deque

from dragoman.net.meters import SlidingWindow
from dragoman.session.facts import Payload, SendLimit


class Outgoing:
    """A queue in order; urgent frames (heartbeats) go first. Each frame may carry the topics that it completes."""

    __slots__ = ("_meter", "_queue")

    def __init__(self, limit: SendLimit | None) -> None:
        self._queue: deque[tuple[Payload, tuple[str, ...]]] = deque()
        self._meter = None if limit is None else SlidingWindow(limit.messages, limit.window_ns)

    def push(self, payload: Payload, topics: tuple[str, ...] = ()) -> None:
        self._queue.append((payload, topics))

    def push_urgent(self, payload: Payload) -> None:
        self._queue.appendleft((payload, ()))

    def release(self, now_ns: int) -> list[tuple[Payload, tuple[str, ...]]]:
        """Take off what may be sent now."""
        released = []
        while self._queue and self._ready_ns(now_ns) <= now_ns:
            if self._meter is not None:
                self._meter.take(1, now_ns)
            released.append(self._queue.popleft())
        return released

    def deadline_ns(self, now_ns: int) -> int | None:
        """When the next frame may go, or None when none waits."""
        return self._ready_ns(now_ns) if self._queue else None

    def clear(self) -> None:
        self._queue.clear()

    def _ready_ns(self, now_ns: int) -> int:
        if self._meter is None:
            return now_ns
        self._meter.settle(now_ns)
        return self._meter.earliest(1, now_ns)
