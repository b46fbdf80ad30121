"""One connection of an adapter: frames in, events out to whoever asked, snapshots fetched where a book needs one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from dragoman.adapter.consumers import Router
from dragoman.adapter.departures import Departures
from dragoman.adapter.holes import UNREAD, Latest, doubt, forget, taken
from dragoman.adapter.repeats import Repeats
from dragoman.adapter.tasks import Tasks, Turns
from dragoman.books import OrderBook
from dragoman.errors import DataError, DragomanError, SubscriptionRefused
from dragoman.log import Log
from dragoman.machines import BookSync, Consecutive
from dragoman.machines.effects import RequestSnapshot
from dragoman.model import OrderBookDeltas, StreamGap, TradeTick
from dragoman.net.backend import NS_PER_SECOND, Clock
from dragoman.net.wire import Frame
from dragoman.session.facts import Subscription
from dragoman.session.runner import SessionRunner
from dragoman.translate.facts import Feed
from dragoman.translate.images import Images
from dragoman.translate.lookups import Lookups
from dragoman.translate.scope import Scope

log = Log("dragoman.adapter")


class LineRunner:
    """Reads one session and hands its events on; `fetch` gets what the machine of a channel asks for, and what that released."""

    def __init__(
        self,
        runner: SessionRunner,
        feed: Feed,
        scope: Scope | None,
        router: Router,
        books: dict[str, OrderBook],
        fetch: Callable[[str, RequestSnapshot], Awaitable[list[Any]]],
        clock: Clock,
        on_error: Callable[[DragomanError], None],
        ahead_ns: Callable[[], int],
    ) -> None:
        self.runner = runner
        self.stats = runner.stats
        self._feed = feed
        self._reset: Callable[[], None] | None = getattr(feed, "reset", None)  # of feeds that span messages
        self._machines = {} if scope is None else scope.machines
        self._syncs = {name: m for name, m in self._machines.items() if isinstance(m, BookSync)}
        self._lookups = {name: m for name, m in self._machines.items() if isinstance(m, Lookups)}
        self._images = {name: m for name, m in self._machines.items() if isinstance(m, Images)}
        self._acting: dict[str, Any] = {**self._syncs, **self._lookups, **self._images}
        self.router = router
        self.topics: dict[str, Subscription] = {}  # what has its place here, asked for or about to be
        self.books_told: dict[str, str | None] = {}  # topic -> the instrument whose book it tells
        self._books = books
        self._fetch = fetch
        self._clock = clock
        self._on_error = on_error
        self._tasks = Tasks(clock, self._failed)
        self._carried: set[str] = set()
        """Channels of this line; other lines of the product have theirs, and the same machines beside them."""
        self._keys: dict[str, tuple[str, Any]] = {}
        self._topics: dict[str, str] = {}
        self._image_topics: dict[str, set[str]] = {}
        self._imageless: set[str] = set()
        """Instruments whose book is begun on a topic that was there before; their changes mean nothing until the image comes."""
        self._beginning: set[str] = set()
        """Channels whose subscriptions are about to be renewed for such a book."""
        self._broken: set[str] = set()
        """Instruments whose book a break has voided."""
        self._repeats = Repeats()
        self._latest = Latest(runner.session.facts.name, clock.now_ns(), ahead_ns)
        self._turns = Turns()
        """Frames, snapshots and ticks are delivered by tasks of their own, and each in the order of the machines."""
        self._departures = Departures(self._syncs, self._keys, self._topics)

    def start(self, *beside: Coroutine[Any, Any, None]) -> None:
        """Begin to read, in the background, and whatever goes on beside it."""
        self.runner.take, self.runner.on_discontinuity = self._at_once, self._forget_all
        self.runner.on_left = self._left
        self.runner.start()
        self._tasks.spawn(self._read(), *([self._tick()] if self._syncs else ()), *beside)

    def carry(self, channel: str) -> None:
        """Take charge of the channel's machine: its effects, its clock, and what a break makes void."""
        self._carried.add(channel)

    async def subscribe(self, subscriptions: Sequence[Subscription]) -> None:
        """Ask for topics and wait for the answers; SubscriptionRefused for the first that failed, told to all who depend on it."""
        try:
            await self.runner.subscribe(subscriptions)
        except SubscriptionRefused as error:
            for each in subscriptions:
                if self.runner.session.subscription(each.topic) is None:
                    self._lost(each.topic, error)
            raise

    def leave(self, topics: Sequence[str]) -> None:
        """Give topics up, and what is remembered for them."""
        for topic in {each for each in topics if self.runner.session.subscription(each) is not None}:
            self.router.hold(topic)
            self._departures.begin(topic)
        self.runner.unsubscribe(topics)
        self._latest.forget(topics)
        for topic in topics:
            self.topics.pop(topic, None)
            self.books_told.pop(topic, None)
        for identity in [each for each, topic in self._topics.items() if topic in topics]:
            if identity in self._keys:
                self._void(identity)
                del self._keys[identity]
            del self._topics[identity]

    def _left(self, topic: str) -> None:
        """What a topic that was given up brought is all read: whoever asked for it since then has what comes from here on."""
        if self.router.release(topic):
            for channel, key in self._departures.end(topic):
                self._expect(channel, key)
            self._effects()

    def _lost(self, topic: str, error: SubscriptionRefused) -> None:
        """The venue takes a topic away, or never gave it: others may have asked for the same in the meantime."""
        self.topics.pop(topic, None)
        self.books_told.pop(topic, None)
        self.router.lose(topic, error)

    def follow(self, identity: str, channel: str, key: Any, topic: str) -> None:
        """Remember whose book a hole in the stream breaks."""
        if channel in self._syncs:
            machine, before = self._syncs[channel], self._topics.get(identity)
            self._keys[identity] = (channel, key)
            self._topics[identity] = topic
            if before == topic and (machine.is_synced(key) or machine.is_synced(topic)):
                self._begins_late(identity)  # whoever comes later needs the whole as well
            elif not self.router.holds(topic):
                self._expect(channel, key)
                self._effects()
        elif channel in self._lookups:
            self._topics[identity] = topic
            if self._lookups[channel].knows(identity):
                self._begins_late(identity)
        elif channel in self._images:
            self._image_topics.setdefault(channel, set()).add(topic)
            # A book begins with its image; going on from a token brings none, and that of what others follow is gone by.
            self._imageless.add(identity)
            if self.runner.session.subscription(topic) is None:
                self._images[channel].start_anew()
            else:
                self._begin_images(channel)

    def _begin_images(self, channel: str) -> None:
        if channel not in self._beginning:
            self._beginning.add(channel)
            self._tasks.at(0, partial(self._start_anew, channel))

    def _expect(self, channel: str, key: Any) -> None:
        """A book whose snapshot is fetched; one whose snapshot comes in the stream is there with its first message."""
        if (machine := self._syncs[channel]).facts.snapshot == "call":
            machine.subscribe(key, self._clock.now_ns())

    def _void(self, identity: str) -> None:
        channel, key = self._keys[identity]
        for kept_by in (key, self._topics[identity]):
            self._syncs[channel].forget(kept_by)

    def abandon(self) -> None:
        """Begin nothing more; `close` waits for what is under way."""
        self._tasks.abandon()

    async def close(self) -> None:
        """Close the session and wait for every task of this line."""
        await self.runner.close()
        await self._tasks.close()
        # A consumer that had no room kept the reader waiting, which then had no time to tell it the end.
        self.router.end()

    async def _read(self) -> None:
        try:
            async for item in self.runner:
                if isinstance(item, StreamGap):
                    await self._hole(item)
                elif isinstance(item, SubscriptionRefused):
                    self._on_error(item)
                    self._lost(item.topic, item)
                else:
                    await self.deliver(self._events_of(item, self.runner.inbox.topic))
        except DragomanError as error:
            self._on_error(error)
            self.router.end(error)
        else:
            self.router.end()

    def _at_once(self, frame: Frame, topic: str | None) -> bool:
        """Take a frame to consumers without a queue, before the session reads on; False where it has to wait its turn."""
        if self._turns.waiting or not self.router.is_direct:
            return False
        events = self._events_of(frame, topic)
        self.stats.events += len(events)
        send = self.router.send_at_once
        for event in events:
            if (passed := self._passed(event)) is not None:
                try:
                    send(passed)
                except DataError as error:
                    send(self._spoiled(event, error))
        return True

    def _events_of(self, frame: Frame, topic: str | None) -> list[Any]:
        """What a frame tells; one whose meaning is lost may have been about anything on this line, which is a hole."""
        latest, stats = self._latest, self.stats
        latest.turn(topic)
        stats.messages += 1
        stats.bytes += len(frame.data)
        try:
            events = self._feed(frame.data, frame.ts_ns)
        except DragomanError as error:
            stats.count("bad_messages", type(error).__name__)
            self._on_error(error)
            self._effects()
            return [latest.unread(frame.ts_ns)]
        latest.told = events
        for machine in self._acting.values():
            if machine.effects:
                self._effects()
                break
        return events

    def _forget_all(self, ended_ns: int) -> None:
        """What was remembered of the stream before it broke must not be taken for what it says now; `ended_ns` is 0 where frames were dropped."""
        doubt(self._books, self.books_told.values())
        if ended_ns:
            self._latest.broke(ended_ns)
            # A snapshot that is under way would begin a book that nothing goes on from; the hole asks for another.
            self._broken.update(self._keys)
            for identity in self._keys:
                self._void(identity)
        if self._reset is not None:
            self._reset()
        for images in self._images.values() if self._imageless else ():
            images.start_anew()
        forget(machine for channel, machine in self._machines.items() if channel in self._carried)

    async def _hole(self, gap: StreamGap) -> None:
        """A hole of a topic: the book that it carries starts anew, and whoever follows it is told."""
        topic = self._latest.topic_of(gap)
        doubt(self._books, [told for each, told in self.books_told.items() if topic in ("", each)])
        gap = self._latest.widened(gap, topic)
        for identity in [each for each in self._keys if topic in ("", self._topics[each])]:
            self._begin_anew(identity)
        self._effects()
        await self._turns.take(self.router.send, gap)

    def _begin_anew(self, identity: str) -> None:
        self._void(identity)
        self._expect(*self._keys[identity])
        self.stats.resyncs += 1

    def _mend(self, identity: str) -> None:
        """A book is begun anew; where the venue has not confirmed its topic yet, its hole ends here."""
        self._broken.discard(identity)
        topic = self._topics[identity]
        if (gap := taken(self.runner, topic, self._clock.now_ns())) is not None:
            self.router.put_gap(self._latest.widened(gap, topic))

    def _begins_late(self, identity: str) -> bool:
        """A local book that is wanted of a stream in its course needs what lies before: ask for the whole; False where no image comes."""
        topic = self._topics.get(identity)
        if topic is None and not self._images:
            return False
        self._imageless.add(identity)
        for images in self._images:
            self._begin_images(images)
        channel, _ = self._keys.get(identity, ("", None))
        if channel and self._syncs[channel].facts.snapshot == "call":
            self._begin_anew(identity)
            self._effects()
        elif topic is not None:
            self.runner.renew([topic])
        return True

    def _spoiled(self, event: OrderBookDeltas, error: DataError) -> StreamGap:
        """A change that can't be read is a hole: the book begins anew, and whoever follows it is told."""
        self.stats.count("bad_messages", type(error).__name__)
        self._on_error(error)
        identity = event.instrument_id
        if identity in self._keys:
            self._begin_anew(identity)
            self._effects()
        doubt(self._books, [identity])
        self.stats.gaps += 1
        return self._latest.spoiled(event)

    async def _tick(self) -> None:
        while True:
            await self._clock.sleep(NS_PER_SECOND)
            out: list[Any] = []
            for channel, machine in self._syncs.items():
                if channel in self._carried:
                    machine.on_tick(self._clock.now_ns(), out)
            self._effects()
            await self.deliver(out)

    async def deliver(self, events: list[Any], holds: Callable[[], bool] = lambda: True) -> None:
        """Local books first, then the consumers, as long as what is told `holds`."""
        self.stats.events += len(events)
        await self._turns.take(partial(self._send_all, holds), events)

    async def _send_all(self, holds: Callable[[], bool], events: list[Any]) -> None:
        for event in events:
            if holds() and (passed := self._passed(event)) is not None:
                try:
                    await self.router.send(passed)
                except DataError as error:
                    await self.router.send(self._spoiled(event, error))

    def _passed(self, event: Any) -> Any:
        """What consumers get of an event once local books have taken it in, or None: nothing comes twice, and no change before its image."""
        kind = type(event)
        if kind is OrderBookDeltas:
            identity = event.instrument_id
            if not self.router.is_asked(event):
                return None  # told beside what was asked for; the book that is asked for elsewhere is another one
            if identity in self._imageless:
                if not event.is_snapshot:
                    return None
                self._imageless.discard(identity)
            if identity in self._broken:
                self._mend(identity)
            book = self._books.get(identity)
            if book is not None:
                if not (book.update_count or event.is_snapshot) and self._begins_late(identity):
                    return None
                try:
                    book.apply(event)
                except DataError as error:
                    return self._spoiled(event, error)
                book.is_current = True
        elif kind is TradeTick:
            if self._repeats.seen(event):
                self.stats.repeats += 1
                return None
        elif kind is StreamGap:
            self.stats.gaps += 1
            # What is missing of a count is gone; a book or a lookup begins anew.
            identity = event.instrument_id or ""
            if not isinstance(self._machines.get(event.stream), Consecutive):
                doubt(self._books, [identity] if identity else self.books_told.values())
                self.stats.resyncs += event.reason is not UNREAD
            if event.reason is not UNREAD:
                of_book = self._topics.get(identity) if event.stream in self._syncs else None
                event = self._latest.widened(event, of_book or self._latest.topic)
        return event

    def _effects(self) -> None:
        for channel, machine in self._acting.items():
            while channel in self._carried and machine.effects:
                effect = machine.effects.popleft()
                if isinstance(effect, RequestSnapshot):
                    self._tasks.spawn(self._snapshot(channel, self._syncs[channel], effect))
                elif isinstance(machine, Images):
                    self._tasks.at(effect.not_before_ns, partial(self._start_anew, channel))
                else:
                    self._tasks.at(effect.not_before_ns, partial(self._resubscribe, machine, effect.key))

    def _start_anew(self, channel: str) -> None:
        """Only an image makes a book whole that begins late or whose change was lost, and going on from a token brings none."""
        self._beginning.discard(channel)
        self._images[channel].start_anew()
        self.runner.renew(list(self._image_topics.get(channel, ())))

    async def _snapshot(self, channel: str, machine: BookSync[Any], effect: RequestSnapshot) -> None:
        await self._tasks.until(effect.not_before_ns)
        try:
            events = await self._fetch(channel, effect)
        except DragomanError as error:
            self._on_error(error)
            machine.on_snapshot_failed(effect.key, self._clock.now_ns(), generation=effect.generation)
            self._effects()
            return
        self._effects()
        # What it released is void after a break, and for who came after its book was given up.
        breaks, times = self._latest.breaks, partial(self._departures.times, (channel, effect.key))
        asked = times()
        await self.deliver(events, lambda: (breaks, asked) == (self._latest.breaks, times()))

    def _resubscribe(self, machine: Any, key: Any) -> None:
        identity = next((each for each, (_, known) in self._keys.items() if known == key), key)
        # The books of a stream may be kept by topic, so that two depths of one instrument are two books.
        topic = key if key in self._topics.values() else self._topics.get(identity)
        if topic is not None and not (isinstance(machine, BookSync) and machine.is_synced(key)):
            self.runner.renew([topic])

    def _failed(self, error: Exception) -> None:
        """A fault of our own ends the streams of this line loudly instead of silently."""
        log.error("adapter failed", stream=self.runner.session.facts.name, error=repr(error))
        self.router.end(error)
