"""Frames that wait to be sent, within the venue's limit of messages per window."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from dragoman.net.meters import SlidingWindow
from dragoman.session.facts import Payload, SendLimit


class Waiting(NamedTuple):
    """A frame with the topics that it completes, or with the request that it completes and that gives topics up."""

    payload: Payload
    topics: tuple[str, ...] = ()
    leaves: int = 0


class Outgoing:
    """A queue in order; urgent frames (heartbeats) go first.

    `limit` is of all frames, `asking` of those that ask for topics, give them up or log in. What waits for the latter holds nothing else up.
    """

    __slots__ = ("_asked", "_asking", "_asking_limit", "_meter", "_queue")

    def __init__(self, limit: SendLimit | None, asking: SendLimit | None = None) -> None:
        self._queue: deque[Waiting] = deque()
        self._asking: deque[Waiting] = deque()
        """What waits for its own limit as well; nothing where there is none."""
        self._asking_limit = asking
        self._meter = _meter(limit)
        self._asked = _meter(asking)

    def push(
        self, payload: Payload, topics: tuple[str, ...] = (), *, leaves: int = 0, asks: bool = True
    ) -> None:
        queue = self._asking if asks and self._asked is not None else self._queue
        queue.append(Waiting(payload, topics, leaves))

    def push_urgent(self, payload: Payload) -> None:
        self._queue.appendleft(Waiting(payload))

    def release(self, now_ns: int) -> list[Waiting]:
        """Take off what may be sent now."""
        released = []
        while self._queue and _ready_ns(self._meter, now_ns) <= now_ns:
            if self._meter is not None:
                self._meter.take(1, now_ns)
            released.append(self._queue.popleft())
        while self._asking and self._may_ask_ns(now_ns) <= now_ns:
            for meter in (self._meter, self._asked):
                if meter is not None:
                    meter.take(1, now_ns)
            released.append(self._asking.popleft())
        return released

    def deadline_ns(self, now_ns: int) -> int | None:
        """When the next frame may go, or None when none waits."""
        if self._queue:
            return _ready_ns(self._meter, now_ns)
        return self._may_ask_ns(now_ns) if self._asking else None

    def clear(self) -> None:
        """The connection is gone: nothing waits, and the next one has asked for nothing yet."""
        self._queue.clear()
        self._asking.clear()
        self._asked = _meter(self._asking_limit)

    def _may_ask_ns(self, now_ns: int) -> int:
        return max(_ready_ns(self._meter, now_ns), _ready_ns(self._asked, now_ns))


def _meter(limit: SendLimit | None) -> SlidingWindow | None:
    return None if limit is None else SlidingWindow(limit.messages, limit.window_ns)


def _ready_ns(meter: SlidingWindow | None, now_ns: int) -> int:
    if meter is None:
        return now_ns
    meter.settle(now_ns)
    return meter.earliest(1, now_ns)
