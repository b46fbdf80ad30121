"""Where holes begin, those that a connection finds in what it reads, and the local books that are in doubt for them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from dragoman.books import OrderBook
from dragoman.machines import Consecutive, Merge
from dragoman.model import OrderBookDeltas, StreamGap
from dragoman.session.runner import SessionRunner
from dragoman.translate.lookups import Lookups
from dragoman.translate.memories import Memory
from dragoman.translate.replies import Replies

UNREAD = "a message could not be read"
SPOILED = "a change of the book could not be read"
_REMEMBER = (Merge, Lookups, Memory, Replies, Consecutive)
_MOST_TOPICS = 10_000
_MOST_BREAKS = 64


class Latest:
    """What each topic of a connection told last: a hole begins when that happened, however late it was read.

    It begins no earlier than the connection did, since what a venue tells first may be old. `stream` is its name, `now_ns` when
    the first one begins; `ahead_ns` says how far the venue's clock is ahead of ours.
    """

    def __init__(self, stream: str, now_ns: int, ahead_ns: Callable[[], int]) -> None:
        self.topic: str | None = None
        """The topic of the frame in hand; None where it may be of any."""
        self.told: list[Any] = []
        """What the frame in hand told."""
        self.breaks = 0
        """How often the connection became another one."""
        self._stream = stream
        self._ahead_ns = ahead_ns
        self._begun = deque([now_ns], _MOST_BREAKS)
        """When each connection could begin, as far as holes may still reach back to it."""
        self._known: dict[str | None, list[Any]] = {}
        self._before: dict[str | None, list[Any]] = {}
        """What was told last on connections that are gone."""
        self._last: list[Any] = []

    def turn(self, topic: str | None) -> None:
        """The frame in hand is done with, and the next one is of this topic."""
        if self.told:
            known, before = self._known, self.topic
            if before not in known and len(known) >= _MOST_TOPICS:
                del known[next(iter(known))]
            self._last = known[before] = self.told
            self.told = []
        self.topic = topic

    def forget(self, topics: Iterable[str]) -> None:
        """Nobody asks for these any more."""
        for topic in topics:
            self._known.pop(topic, None)
            self._before.pop(topic, None)

    def broke(self, ended_ns: int) -> None:
        """What is told from here on comes over another connection."""
        self.turn(None)
        self.breaks += 1
        self._begun.append(ended_ns)
        self._before.update(self._known)
        while len(self._before) > _MOST_TOPICS:
            del self._before[next(iter(self._before))]
        self._known, self._last = {}, []

    def topic_of(self, gap: StreamGap) -> str:
        """The topic of a hole that the session tells, with which the frame in hand is done; "" for all."""
        self.turn(None)
        return gap.stream.removeprefix(self._stream).removeprefix(":")

    def widened(self, gap: StreamGap, topic: str | None) -> StreamGap:
        """The hole of a topic from the moment on at which what was told last happened, where that was before."""
        known = self._before if gap.from_ns <= self._begun[-1] else self._known
        from_ns = self._since_ns(known.get(topic) or known.get(None) or [], gap.from_ns)
        return replace(gap, from_ns=from_ns) if from_ns < gap.from_ns else gap

    def unread(self, read_ns: int) -> StreamGap:
        """A message whose meaning is lost may have been about anything since the last one that was understood, or since the beginning."""
        since_ns = self._since_ns(self._last, read_ns) if self._last else min(self._begun[-1], read_ns)
        return StreamGap(stream=self._stream, reason=UNREAD, from_ns=since_ns, to_ns=read_ns)

    def spoiled(self, event: OrderBookDeltas) -> StreamGap:
        """A change of one book that is no change."""
        read_ns, identity = event.ts_init, event.instrument_id
        since_ns = self._since_ns([event], read_ns)
        return StreamGap(
            stream=self._stream, reason=SPOILED, from_ns=since_ns, to_ns=read_ns, instrument_id=identity
        )

    def _since_ns(self, told: list[Any], read_ns: int) -> int:
        """When the newest of these events happened, by our clock, if that was before a moment at which they had been read."""
        moments = [getattr(each, "ts_event", 0) for each in told if not isinstance(each, StreamGap)]
        if max(moments, default=0) <= 0:
            return read_ns
        begun_ns = max((each for each in self._begun if each < read_ns), default=read_ns)
        return min(read_ns, max(max(moments) - self._ahead_ns(), begun_ns))


def taken(runner: SessionRunner, topic: str, now_ns: int) -> StreamGap | None:
    """The hole of a topic that a book is begun after, before its turn: it ends now, or its end waits to be read."""
    name = runner.session.facts.name
    found = runner.inbox.pull_gap(f"{name}:{topic}" if topic else name)
    if found is None and (found := runner.session.end_hole(topic, now_ns)) is not None:
        for stats in (runner.stats, runner.counts):
            stats.gaps += 1
    return found if isinstance(found, StreamGap) else None


def forget(machines: Iterable[Any]) -> None:
    """Let machines forget what lasts no longer than the connection; books and images know of breaks by other ways."""
    for machine in machines:
        if isinstance(machine, _REMEMBER):
            machine.on_disconnect()


def doubt(books: dict[str, OrderBook], concerned: Iterable[str | None]) -> None:
    """Local books of a stream that broke (None: any) are what they were, not what the venue has, until they are told anew."""
    named = set(concerned)
    for identity, book in books.items():
        if identity in named or None in named:
            book.is_current = False
