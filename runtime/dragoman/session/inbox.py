"""The bounded queue between a session and its consumer."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Literal

from dragoman.errors import SlowConsumer, SubscriptionRefused
from dragoman.model.market import StreamGap
from dragoman.net.wire import Frame
from dragoman.session.facts import Subscription
from dragoman.stats import Stats

OnFull = Literal["block", "drop_with_gap", "fail"]
Item = Frame | StreamGap | SubscriptionRefused


class Break:
    """What comes after here does not go on from what came before: frames were dropped, or, since `ended_ns`, the connection is another one."""

    __slots__ = ("ended_ns",)

    def __init__(self, ended_ns: int = 0) -> None:
        self.ended_ns = ended_ns


class Departure:
    """What comes of a topic after here is of no subscription that was given up before."""

    __slots__ = ("topic",)

    def __init__(self, topic: str) -> None:
        self.topic = topic


class Inbox:
    """Frames and gaps in order. What happens when it is full is the user's choice:

    `block` lets the venue wait (it may cut the line), `drop_with_gap` drops the newest frames and says so, `fail` ends the
    session with SlowConsumer. Gaps are few and always find room.
    """

    def __init__(
        self,
        venue: str,
        stream: str,
        size: int,
        on_full: OnFull,
        subscription: Callable[[str], Subscription | None],
        stats: Stats,
    ) -> None:
        self._venue = venue
        self._stream = stream
        self._size = size
        self._on_full = on_full
        self._subscription = subscription
        self._stats = stats
        self._items: deque[tuple[Item | Break | Departure, str | None]] = deque()
        self.topic: str | None = None
        """The topic of what was taken last."""
        self._filled = asyncio.Event()
        self._drained = asyncio.Event()
        self._ended = False
        self._error: Exception | None = None
        self._good_ns = 0
        self._lost: dict[str | None, None] = {}  # topics with dropped frames, in order
        self._dropped = 0

    def __len__(self) -> int:
        return len(self._items)

    def offer(self, frame: Frame, topic: str | None) -> bool:
        """Take the frame, or drop it as the policy says; False when the caller has to wait for room."""
        if self._ended:
            return True
        if len(self._items) < self._size:
            if self._lost:
                self._report(frame.ts_ns)
            self._good_ns = frame.ts_ns
            self._items.append((frame, topic))
            self._filled.set()
            return True
        if self._on_full == "block":
            return False
        self._dropped += 1
        self._stats.dropped += 1
        if self._on_full == "fail":
            self.end(SlowConsumer(self._venue, self._stream, self._dropped))
        else:
            self._lost[topic] = None
        return True

    async def room(self) -> None:
        """Wait until the consumer has taken something, or nothing is taken any more."""
        while len(self._items) >= self._size and not self._ended:
            self._drained.clear()
            await self._drained.wait()

    def put_gap(self, gap: StreamGap) -> None:
        if not self._ended:
            self._items.append((gap, None))
            self._filled.set()

    def pull_gap(self, stream: str) -> StreamGap | Break | None:
        """Take a hole of this stream out of its turn, else tell the break that is waiting, beyond which nothing is looked for."""
        for place, (item, _) in enumerate(self._items):
            if isinstance(item, Break):
                return item
            if isinstance(item, StreamGap) and item.stream == stream:
                del self._items[place]
                return item
        return None

    def put_break(self, now_ns: int) -> None:
        if not self._ended:
            self._items.append((Break(now_ns), None))
            self._filled.set()

    def put_departure(self, topic: str) -> None:
        if not self._ended:
            self._items.append((Departure(topic), None))
            self._filled.set()

    def put_refused(self, refused: SubscriptionRefused) -> None:
        """A subscription is over that nobody waits for any more."""
        if not self._ended:
            self._items.append((refused, None))
            self._filled.set()

    def end(self, error: Exception | None = None) -> None:
        """Take nothing more; the consumer gets what is here, then `error` if there is one. Only the first call counts."""
        if self._ended:
            return
        if self._lost:
            self._report(self._good_ns)
        self._ended, self._error = True, error
        self._filled.set()
        self._drained.set()

    @property
    def ended(self) -> bool:
        return self._ended

    async def take(self) -> Item | Break | Departure | None:
        """The next frame, gap, break or departure; None when the session is over."""
        while not self._items:
            if self._ended:
                if self._error is not None:
                    raise self._error
                return None
            self._filled.clear()
            await self._filled.wait()
        item, self.topic = self._items.popleft()
        self._drained.set()
        return item

    def _report(self, to_ns: int) -> None:
        self._stats.gaps += len(self._lost)
        self._items.append((Break(), None))
        for topic in self._lost:
            known = self._subscription(topic) if topic else None
            gap = StreamGap(
                stream=f"{self._stream}:{topic}" if topic else self._stream,
                instrument_id=None if known is None else known.instrument_id,
                reason="the consumer was too slow and frames were dropped",
                from_ns=self._good_ns,
                to_ns=max(to_ns, self._good_ns),
            )
            self._items.append((gap, None))
        self._lost.clear()
        self._filled.set()
