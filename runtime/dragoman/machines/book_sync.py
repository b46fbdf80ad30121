"""A book stream joined to its snapshot by declared sequence rules; a hole costs one key, and is never silent.

A key is *waiting* (updates are held back, a snapshot is asked for), *primed* (the snapshot is out, no update has joined
it yet) or *live*. Only primed and live keys put events out, so what a consumer holds is right or known to be broken.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Hashable
from typing import Any, Generic, TypeVar

from dragoman.books import OrderBook
from dragoman.machines.backoff import Backoff
from dragoman.machines.book_facts import SyncCounters, SyncFacts
from dragoman.machines.checksums import Checked
from dragoman.machines.effects import RequestSnapshot, Resubscribe
from dragoman.machines.errors import TooManyKeys
from dragoman.model import InstrumentId, OrderBookDeltas, StreamGap

M = TypeVar("M")

# A venue that restarts its numbering looks like an endless row of repeats; past this many the key is resynced.
_MOST_REPEATS = 64


class _Book(Generic[M]):
    __slots__ = (
        "asked",
        "asked_ns",
        "attempt",
        "born",
        "buffer",
        "generation",
        "instrument_id",
        "kept",
        "last_ns",
        "previous",
        "repeat_of",
        "repeats",
        "snapshot_id",
        "synced_ns",
        "waiting_ns",
    )

    def __init__(self, generation: int) -> None:
        self.previous: M | None = None
        self.snapshot_id: int | None = None
        self.buffer: deque[tuple[M, OrderBookDeltas]] = deque()
        self.born = self.generation = generation
        self.attempt = 0
        self.asked = False
        self.asked_ns: int | None = None
        self.instrument_id: InstrumentId | None = None
        self.last_ns = 0
        self.synced_ns = 0
        self.waiting_ns: int | None = None
        self.repeats = 0
        self.repeat_of: M | None = None
        self.kept: OrderBook | None = None


class BookSync(Generic[M]):
    """Feed it messages, snapshots, disconnects and ticks; take events from `out` and work off `effects`.

    `drop(message, snapshot_id)`: the snapshot holds the message already. `first(message, snapshot_id)`: the message joins
    the snapshot. `next(message, previous)`: nothing lies between the two. `repeat(message, previous)`: it was applied
    before; without this guard a repeated message is a hole, which costs a resync but never a wrong book. A guard that
    a venue has no rule for is None and lets everything through. With `checksum` a book that does not come to the venue's
    number is lost as one with a hole is.
    """

    def __init__(
        self,
        facts: SyncFacts,
        *,
        drop: Callable[[M, int], bool] | None = None,
        first: Callable[[M, int], bool] | None = None,
        next: Callable[[M, M], bool] | None = None,
        repeat: Callable[[M, M], bool] | None = None,
        checksum: Checked[M] | None = None,
    ) -> None:
        self.facts = facts
        self.effects: deque[RequestSnapshot | Resubscribe] = deque()
        self.counters = SyncCounters()
        self._books: dict[Hashable, _Book[M]] = {}
        self._unused = 0  # the first generation that no book had
        self._drop = drop or (lambda message, snapshot_id: False)
        self._first = first or (lambda message, snapshot_id: True)
        self._next = next or (lambda message, previous: True)
        self._repeat = repeat
        self._checksum = checksum
        self._backoff = Backoff(facts.backoff_first_ns, facts.backoff_max_ns, facts.seed)
        self._patience_ns = max(facts.backoff_max_ns, facts.stale_after_ns or 0)

    def subscribe(self, key: Hashable, now_ns: int) -> None:
        """Start to follow `key`; raises TooManyKeys at the declared bound."""
        if key in self._books:
            return
        if len(self._books) >= self.facts.max_keys:
            raise TooManyKeys(machine="book_sync", what=self.facts.stream, bound=self.facts.max_keys)
        book = self._admit(key)
        book.waiting_ns = now_ns
        if self.facts.after == "subscribe" and self.facts.snapshot == "call":
            self._ask(key, book, now_ns)

    def _admit(self, key: Hashable) -> _Book[M]:
        book: _Book[M] = _Book(self._unused)
        book.asked = self.facts.snapshot == "stream"
        self._books[key] = book
        return book

    def forget(self, key: Hashable) -> None:
        """Drop all that is known of `key`; answers that are still on their way are refused."""
        book = self._books.pop(key, None)
        if book is not None:
            self._unused = max(self._unused, book.generation + 1)

    def is_synced(self, key: Hashable) -> bool:
        """Whether the events put out for `key` add up to the venue's book."""
        book = self._books.get(key)
        return book is not None and book.snapshot_id is not None

    def on_message(
        self, key: Hashable, message: M, event: OrderBookDeltas, now_ns: int, out: list[Any]
    ) -> None:
        """Take one update; `event` is what it means, and goes out now, later or never."""
        book = self._books.get(key)
        if book is not None and book.previous is not None and self._next(message, book.previous):
            if book.kept is not None and not self._fits(book, message, event, now_ns, out):
                self._hold(key, book, message, event, now_ns)
                return
            book.previous = message
            book.last_ns = now_ns
            out.append(event)
            return
        self._place(key, book, message, event, now_ns, out)

    def _place(
        self,
        key: Hashable,
        book: _Book[M] | None,
        message: M,
        event: OrderBookDeltas,
        now_ns: int,
        out: list[Any],
    ) -> None:
        """Everything but the update that follows the one before it on a live key."""
        if book is None:
            if len(self._books) >= self.facts.max_keys:
                self.counters.refused_keys += 1
                return
            book = self._admit(key)
        elif book.previous is not None:
            if self._is_repeat(book, message, book.previous):
                return
            self._lose(book, "an update is missing", now_ns, out)
        elif book.snapshot_id is not None:
            if self._drop(message, book.snapshot_id):
                book.repeats += 1
                self.counters.dropped += 1
                if book.repeats <= self.facts.buffer_max:
                    return
                self._lose(book, "the updates never reach the snapshot", now_ns, out)
            elif self._first(message, book.snapshot_id):
                book.previous = message
                book.last_ns = now_ns
                out.append(event)
                return
            else:
                self._lose(book, "no update joins the snapshot", now_ns, out)
        self._hold(key, book, message, event, now_ns)

    def _fits(self, book: _Book[M], message: M, event: OrderBookDeltas, now_ns: int, out: list[Any]) -> bool:
        """Whether the book comes to the venue's checksum with this update; else it is lost."""
        if book.kept is None or self._checksum is None or self._checksum.holds(book.kept, message, event):
            return True
        self._lose(book, "the checksum differs", now_ns, out)
        return False

    def _is_repeat(self, book: _Book[M], message: M, previous: M) -> bool:
        if self._repeat is None or not self._repeat(message, previous):
            return False
        if book.repeat_of is not previous:
            book.repeat_of = previous
            book.repeats = 0
        book.repeats += 1
        self.counters.repeated += 1
        return book.repeats <= _MOST_REPEATS

    def _hold(self, key: Hashable, book: _Book[M], message: M, event: OrderBookDeltas, now_ns: int) -> None:
        """Keep an update until a snapshot comes; the buffer is always one unbroken row of updates."""
        book.waiting_ns = now_ns
        if self.facts.snapshot == "stream":
            self._await_stream_snapshot(key, book, now_ns)
            return
        buffer = book.buffer
        if buffer and not self._next(message, buffer[-1][0]):
            if self._is_repeat(book, message, buffer[-1][0]):
                return
            self.counters.dropped += len(buffer)
            buffer.clear()
        if book.asked and book.asked_ns is not None and now_ns < book.asked_ns:
            # The snapshot is not even asked for yet and will hold all but the latest of these.
            self.counters.dropped += len(buffer)
            buffer.clear()
        elif len(buffer) >= self.facts.buffer_max:
            self.counters.overflows += 1
            if self.facts.on_full == "drop_oldest":
                self.counters.dropped += 1
                buffer.popleft()
            else:
                self.counters.dropped += len(buffer)
                buffer.clear()
                book.generation += 1
                book.attempt += 1
                book.asked = False
        buffer.append((message, event))
        self.counters.buffered += 1
        if not book.asked:
            self._ask(key, book, now_ns)

    def _await_stream_snapshot(self, key: Hashable, book: _Book[M], now_ns: int) -> None:
        """Without a snapshot there is nothing to join; a venue that doesn't send it is asked again after a while."""
        self.counters.dropped += 1
        if not book.asked:
            self._ask(key, book, now_ns)
        elif book.asked_ns is None:
            book.asked_ns = now_ns
        elif now_ns - book.asked_ns > self._patience_ns:
            book.attempt += 1
            self._ask(key, book, now_ns)

    def on_snapshot(
        self,
        key: Hashable,
        snapshot_id: int,
        event: OrderBookDeltas,
        now_ns: int,
        out: list[Any],
        *,
        generation: int | None = None,
        message: M | None = None,
    ) -> None:
        """Take a full book and put it out with the held updates that follow it.

        `message` is for venues whose snapshot comes in the stream and counts as the `previous` of the first update.
        """
        book = self._books.get(key)
        if self.facts.snapshot == "stream":
            if book is None:
                if len(self._books) >= self.facts.max_keys:
                    self.counters.refused_keys += 1
                    return
                book = self._admit(key)
        elif book is None or not book.asked or (generation is not None and generation != book.generation):
            self.counters.late_snapshots += 1
            return
        buffer = book.buffer
        while buffer and self._drop(buffer[0][0], snapshot_id):
            buffer.popleft()
            self.counters.dropped += 1
        if buffer and not self._first(buffer[0][0], snapshot_id):
            self.counters.old_snapshots += 1
            book.attempt += 1
            self._ask(key, book, now_ns)
            return
        if self._checksum is not None and message is not None:
            book.kept = self._checksum.begin(message, event)
            if book.kept is not None and not self._checksum.holds(book.kept, message, event):
                book.kept = None
                self.counters.old_snapshots += 1
                book.attempt += 1
                self._ask(key, book, now_ns)
                return
        if book.generation > book.born:
            self.counters.resyncs += 1
        book.snapshot_id = snapshot_id
        book.instrument_id = event.instrument_id
        book.last_ns = book.synced_ns = now_ns
        book.previous = message
        book.waiting_ns = None
        book.asked = False
        book.repeats = 0
        out.append(event)
        for held, held_event in buffer:
            book.previous = held
            out.append(held_event)
        buffer.clear()

    def on_snapshot_failed(self, key: Hashable, now_ns: int, *, generation: int | None = None) -> None:
        """The request of `key` came to nothing: ask again, later than the time before."""
        book = self._books.get(key)
        if book is None or not book.asked:
            return
        if generation is not None and generation != book.generation:
            return
        self.counters.failed_snapshots += 1
        book.attempt += 1
        self._ask(key, book, now_ns)

    def on_disconnect(
        self, now_ns: int, out: list[Any], *, instruments: Container[InstrumentId | None] | None = None
    ) -> None:
        """The stream broke: every synced key reports its hole and waits for the first update after the break.

        Where several connections share the machine, `instruments` are those of the one that broke.
        """
        for book in self._books.values():
            if instruments is not None and book.instrument_id not in instruments:
                continue
            if book.snapshot_id is not None:
                self._lose(book, "disconnect", now_ns, out)
            else:
                self._reset(book)
            # The session subscribes again by itself, and that brings the snapshots that come in the stream.
            book.asked = self.facts.snapshot == "stream"
            book.asked_ns = None
            book.waiting_ns = None

    def on_tick(self, now_ns: int, out: list[Any]) -> None:
        """Call about once a second: keys that were silent for `stale_after` are given up and subscribed anew."""
        limit = self.facts.stale_after_ns
        if limit is None:
            return
        for key, book in self._books.items():
            if book.snapshot_id is not None:
                if now_ns - book.last_ns <= limit:
                    continue
                self._lose(book, "stale", now_ns, out)
            elif book.waiting_ns is None or now_ns - book.waiting_ns <= limit:
                continue
            else:
                book.attempt += 1
            not_before = now_ns + self._backoff.delay_ns(book.attempt)
            book.waiting_ns = not_before
            book.asked = self.facts.snapshot == "stream"
            book.asked_ns = not_before
            self.effects.append(Resubscribe(key, not_before, "stale"))

    def _ask(self, key: Hashable, book: _Book[M], now_ns: int) -> None:
        not_before = now_ns + self._backoff.delay_ns(book.attempt)
        book.asked = True
        book.asked_ns = not_before
        if self.facts.snapshot == "stream":
            self.effects.append(Resubscribe(key, not_before, "the book has a hole"))
        else:
            self.effects.append(RequestSnapshot(key, not_before, book.generation, self.facts.budget))

    def _lose(self, book: _Book[M], reason: str, now_ns: int, out: list[Any]) -> None:
        """From synced to waiting; a key that held for the longest delay is forgiven its earlier attempts."""
        self.counters.gaps += 1
        held_for = now_ns - book.synced_ns
        book.attempt = 0 if held_for >= self.facts.backoff_max_ns else book.attempt + 1
        # A message that waited in a queue is older than a snapshot that was fetched meanwhile.
        out.append(
            StreamGap(
                stream=self.facts.stream,
                reason=reason,
                from_ns=min(book.last_ns, now_ns),
                to_ns=max(book.last_ns, now_ns),
                instrument_id=book.instrument_id,
            )
        )
        self._reset(book)

    def _reset(self, book: _Book[M]) -> None:
        self.counters.dropped += len(book.buffer)
        book.buffer.clear()
        book.previous = None
        book.snapshot_id = None
        book.kept = None
        book.asked = False
        book.repeats = 0
        book.repeat_of = None
        book.generation += 1
