"""Who gets which event: bounded queues, found by the event's type and instrument."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, TypeAlias

from dragoman.errors import SlowConsumer
from dragoman.model import StreamGap

OnFull: TypeAlias = Literal["block", "drop_with_gap", "fail"]
_END = object()
_BEFORE_OPEN = 10_000
"""Events that wait for a consumer that can't read yet; it is still waiting for the rest of its subscriptions."""


class Consumer:
    """One `subscribe()` call: iterate over it for events; StreamGap events come in their place among them.

    on_full: `block` slows the stream down, `drop_with_gap` leaves events out and says so with a StreamGap, `fail` raises
    SlowConsumer in the consumer.
    """

    def __init__(self, venue: str, wanted: Iterable[tuple[type, str]], size: int, on_full: OnFull) -> None:
        self.venue = venue
        self.wanted = frozenset(wanted)
        self.instruments = frozenset(identity for _, identity in self.wanted)
        self.dropped = 0
        self._size = size
        self._on_full = on_full
        self._queue: asyncio.Queue[Any] = asyncio.Queue()
        self._room = asyncio.Event()
        self._room.set()
        self._hole: StreamGap | None = None
        self._ended = False
        self._open = False

    @property
    def was_read(self) -> bool:
        """Whether somebody could read it."""
        return self._open

    def open(self) -> None:
        """Somebody reads from now on, so that the declared bound holds."""
        self._open = True

    def offer(self, event: Any) -> bool:
        """Take an event; False where the consumer has no room and blocks."""
        # A reader that blocks the line before it can read would wait for confirmations that come over the same line.
        size = self._size if self._open else max(self._size, _BEFORE_OPEN)
        if self._ended or self._queue.qsize() < size:
            self._put(event)
            return True
        if self._on_full == "block" and self._open:
            self._room.clear()
            return False
        self.dropped += 1
        if self._on_full == "fail" and self._open:
            self.end(SlowConsumer(self.venue, "consumer", self.dropped))
        else:
            self._widen(event)
        return True

    @property
    def is_full(self) -> bool:
        """Whether an event would have to wait."""
        waits = self._on_full == "block" and self._open and not self._ended
        if waits and self._queue.qsize() >= self._size:
            self._room.clear()
            return True
        return False

    def put(self, event: Any) -> None:
        """Take an event that is too precious to be left out, beyond the bound where it has to be."""
        self._put(event)

    def left(self) -> Iterator[Any]:
        """What nobody has read, in its order, which is nobody's afterwards; the hole at its end is among it."""
        while not self._queue.empty():
            item = self._queue.get_nowait()
            if item is not _END and not isinstance(item, Exception):
                yield item
        if self._hole is not None:
            yield self._hole
            self._hole = None

    async def room(self) -> None:
        """Wait until an event fits."""
        await self._room.wait()

    def end(self, error: Exception | None = None) -> None:
        """No more events; the consumer sees what is queued, then the error."""
        if not self._ended:
            self._tell_hole()
            self._ended = True
            self._queue.put_nowait(error or _END)
        self._room.set()

    async def __aiter__(self) -> AsyncIterator[Any]:
        while True:
            item = await self._queue.get()
            if self._queue.qsize() < self._size:
                self._room.set()
                self._tell_hole()
            if item is _END:
                return
            if isinstance(item, Exception):
                raise item
            yield item

    def _put(self, event: Any) -> None:
        if not self._ended:
            self._tell_hole()
            self._queue.put_nowait(event)

    def _tell_hole(self) -> None:
        """A hole stands where it is in the order of events, and waits for none that may never come."""
        if self._hole is not None:
            self._queue.put_nowait(self._hole)
            self._hole = None

    def _widen(self, event: Any) -> None:
        # A snapshot is stamped when it is asked for, so that a frame that waited in a queue may be older than it.
        happened_ns = getattr(event, "ts_event", 0) or event.ts_init
        moments = [
            event.ts_init,
            happened_ns,
            *((self._hole.from_ns, self._hole.to_ns) if self._hole is not None else ()),
        ]
        self._hole = StreamGap(
            stream="consumer", reason="the consumer is too slow", from_ns=min(moments), to_ns=max(moments)
        )


class Direct(Consumer):
    """A consumer without a queue: every event is handed to `take` at once, which must not wait.

    A DataError that it raises says that a book can't go on from this event, which is begun anew; it must raise nothing else.
    Iterating over it ends, or raises, when its subscriptions do.
    """

    def __init__(self, venue: str, wanted: Iterable[tuple[type, str]], take: Callable[[Any], None]) -> None:
        super().__init__(venue, wanted, 1, "block")
        self._take = take

    def offer(self, event: Any) -> bool:
        if not self._ended:
            self._take(event)
        return True

    def put(self, event: Any) -> None:
        self.offer(event)

    @property
    def is_full(self) -> bool:
        return False


class Router:
    """Events to the consumers that asked for them; `name` is that of the stream whose topics they ask for."""

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._by_key: dict[tuple[type, str], list[Consumer]] = {}
        self._by_topic: dict[str, list[Consumer]] = {}
        self._by_channel: dict[str, list[Consumer]] = {}
        self._taps: list[Consumer] = []
        self._all: list[Consumer] = []
        self._held: Counter[str] = Counter()
        """How often each topic was given up of which something may still come."""
        self._waiting: dict[str, list[tuple[Consumer, tuple[type, str]]]] = {}
        """Who asked for such a topic since then, and what of it."""
        self.is_direct = False
        """Whether no consumer has a queue, so that nothing has to wait for room."""

    def add(
        self, consumer: Consumer, topic: str, channel: str = "", wanted: Iterable[tuple[type, str]] = ()
    ) -> None:
        """Let a consumer have the events that it wants of a topic it depends on (left out: all its events), with the channel of that."""
        self._by_topic.setdefault(topic, []).append(consumer)
        if consumer not in self._by_channel.setdefault(channel, []):
            self._by_channel[channel].append(consumer)
        if consumer not in self._all:
            self._all.append(consumer)
            self._look()
        for key in wanted or consumer.wanted:
            if self.holds(topic):
                self._waiting.setdefault(topic, []).append((consumer, key))
            else:
                self._serve(consumer, key)

    def _serve(self, consumer: Consumer, key: tuple[type, str]) -> None:
        served = self._by_key.setdefault(key, [])
        if consumer not in served:
            served.append(consumer)

    def holds(self, topic: str) -> bool:
        """Whether something may still come of a topic that was given up."""
        return self._held[topic] > 0

    def hold(self, topic: str) -> None:
        """A topic is given up: what still comes of it is for nobody who asks for it from now on."""
        self._held[topic] += 1

    def release(self, topic: str) -> bool:
        """What a topic that was given up brought is all here; whether that was the last of its kind."""
        self._held[topic] -= 1
        if self._held[topic] > 0:
            return False
        del self._held[topic]
        for consumer, key in self._waiting.pop(topic, ()):
            self._serve(consumer, key)
        return True

    def tap(self, consumer: Consumer, topic: str, channel: str = "") -> None:
        """Let a consumer have every event, whatever it wants of them."""
        self.add(consumer, topic, channel)
        if consumer not in self._taps:
            self._taps.append(consumer)

    def serves(self, consumer: Consumer) -> bool:
        """Whether a consumer gets its events here."""
        return consumer in self._all

    def remove(self, consumer: Consumer) -> None:
        if consumer in self._all:
            self._all.remove(consumer)
            self._look()
        for asked in (self._by_topic, self._by_channel):
            for name, known in list(asked.items()):
                others = [other for other in known if other is not consumer]
                if others:
                    asked[name] = others
                else:
                    del asked[name]
        self._taps = [each for each in self._taps if each is not consumer]
        for topic, waiting in list(self._waiting.items()):
            self._waiting[topic] = [each for each in waiting if each[0] is not consumer]
        for key in consumer.wanted:
            rest = [other for other in self._by_key.get(key, ()) if other is not consumer]
            if rest:
                self._by_key[key] = rest
            else:
                self._by_key.pop(key, None)

    def depended_on(self, topic: str) -> bool:
        """Whether anybody still asks for this topic."""
        return topic in self._by_topic

    def is_asked(self, event: Any) -> bool:
        """Whether anybody here asked for such an event."""
        return (type(event), event.instrument_id) in self._by_key or bool(self._taps)

    async def send(self, event: Any) -> None:
        """Hand one event to everybody who asked for it."""
        if type(event) is StreamGap:
            await self.send_gap(event)
            return
        for consumer in self._asked(event):
            while not consumer.offer(event):
                await consumer.room()

    async def send_gap(self, gap: StreamGap) -> None:
        """A hole of a topic or of a channel goes to who asked for it, another to everybody who follows the instrument, or to all."""
        for consumer in self._broken(gap):
            while not consumer.offer(gap):
                await consumer.room()

    def put_gap(self, gap: StreamGap) -> None:
        """As `send_gap`, at once and whether or not there is room."""
        for consumer in self._broken(gap):
            if not consumer.offer(gap):
                consumer.put(gap)

    def send_at_once(self, event: Any) -> None:
        """As `send`, while `is_direct`."""
        kind = type(event)
        if kind is StreamGap:
            for consumer in self._broken(event):
                consumer.offer(event)
            return
        for consumer in self._by_key.get((kind, getattr(event, "instrument_id", "")), ()):
            consumer.offer(event)
        if self._taps:
            for consumer in self._taps:
                consumer.offer(event)

    def _asked(self, event: Any) -> Sequence[Consumer]:
        found = self._by_key.get((type(event), getattr(event, "instrument_id", "")), ())
        return [*found, *self._taps] if self._taps else found

    def _broken(self, gap: StreamGap) -> list[Consumer]:
        asked = self._asked_for(gap.stream)
        return [
            consumer
            for consumer in (self._all if asked is None else asked)
            if gap.instrument_id is None or gap.instrument_id in consumer.instruments
        ]

    def _look(self) -> None:
        self.is_direct = all(isinstance(each, Direct) for each in self._all)

    def _asked_for(self, stream: str) -> list[Consumer] | None:
        """The consumers of the topic that ends the name of a stream, or of the channel whose machine tells; None where it names none."""
        parts = stream.split(":")
        if not f"{stream}:".startswith(f"{self._name}:") and parts[0] in self._by_channel:
            return self._by_channel[parts[0]]
        topics = (":".join(parts[start:]) for start in range(1, len(parts)))
        return next((self._by_topic[topic] for topic in topics if topic in self._by_topic), None)

    def lose(self, topic: str, error: Exception) -> None:
        """A topic is over: whoever depends on it is told."""
        for consumer in list(self._by_topic.get(topic, ())):
            consumer.end(error)

    def end(self, error: Exception | None = None) -> None:
        for consumer in list(self._all):
            consumer.end(error)
