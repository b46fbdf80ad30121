"""A venue that knows its own book at every update id, and a network that loses, repeats and reorders."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from dragoman.books import OrderBook
from dragoman.machines import BookSync, RequestSnapshot, SyncFacts
from dragoman.model import InstrumentId, OrderBookDeltas, StreamGap
from msgspec import Struct

SECOND = 1_000_000_000
Sides = tuple[dict[int, int], dict[int, int]]


class Update(Struct, frozen=True):
    """The shape of a numbered book update: the ids it spans, and the last id of the update before it."""

    first_id: int
    last_id: int
    before_id: int


def instrument(key: str) -> InstrumentId:
    return InstrumentId(f"{key}.VENUE")


def deltas(
    key: str, bids: dict[int, int], asks: dict[int, int], sequence: int, is_snapshot: bool = False
) -> OrderBookDeltas:
    def rows(side: dict[int, int]) -> list[tuple[str, str]]:
        return [(str(price), str(size)) for price, size in side.items()]

    return OrderBookDeltas(
        instrument(key), rows(bids), rows(asks), is_snapshot, sequence, 0, sequence, sequence
    )


def sync(**facts: Any) -> BookSync[Update]:
    """A machine with the rules of venues that number every change and repeat the number before."""
    return BookSync(
        SyncFacts(stream="depth", **facts),
        drop=lambda update, snapshot_id: update.last_id < snapshot_id,
        first=lambda update, snapshot_id: update.first_id <= snapshot_id <= update.last_id,
        next=lambda update, previous: update.before_id == previous.last_id,
    )


class Venue:
    """Makes random updates of one key and remembers the whole book after each."""

    def __init__(self, key: str, random: Random) -> None:
        self.key = key
        self._random = random
        self.book: Sides = ({}, {})
        self.last_id = 0
        self.history: dict[int, Sides] = {0: ({}, {})}

    def update(self) -> tuple[Update, OrderBookDeltas]:
        before = self.last_id
        changed: Sides = ({}, {})
        for _ in range(self._random.randint(1, 3)):
            self.last_id += 1
            side = self._random.randrange(2)
            price = self._random.randint(1, 6) + (10 if side else 0)
            changed[side][price] = self._random.randint(0, 2)
            for each, mine in zip(changed, self.book, strict=True):
                for level, size in each.items():
                    if size:
                        mine[level] = size
                    else:
                        mine.pop(level, None)
            self.history[self.last_id] = (dict(self.book[0]), dict(self.book[1]))
        return Update(before + 1, self.last_id, before), deltas(self.key, *changed, self.last_id)

    def snapshot(self) -> tuple[int, OrderBookDeltas]:
        return self.last_id, deltas(self.key, *self.book, self.last_id, True)


class Consumer:
    """Applies what a machine puts out, and believes a book until a gap says otherwise."""

    def __init__(self, keys: list[str]) -> None:
        self.books = {instrument(key): OrderBook(instrument(key)) for key in keys}
        self.trusted: set[InstrumentId] = set()
        self.gaps: list[StreamGap] = []

    def take(self, out: list[Any]) -> None:
        for event in out:
            if isinstance(event, StreamGap):
                assert event.instrument_id is not None
                self.gaps.append(event)
                self.trusted.discard(event.instrument_id)
            else:
                self.books[event.instrument_id].apply(event)
                if event.is_snapshot:
                    self.trusted.add(event.instrument_id)
                assert (
                    event.instrument_id in self.trusted
                ), "an update went out for a book that is known broken"
        out.clear()

    def sides(self, key: str) -> tuple[dict[Decimal, Decimal], dict[Decimal, Decimal]]:
        book = self.books[instrument(key)]
        return dict(book.bids()), dict(book.asks())


def expected(sides: Sides) -> tuple[dict[Decimal, Decimal], dict[Decimal, Decimal]]:
    bids, asks = ({Decimal(price): Decimal(size) for price, size in side.items()} for side in sides)
    return bids, asks


class Network:
    """Carries updates with faults, and answers snapshot requests after a while, or never."""

    def __init__(self, machine: BookSync[Update], venues: dict[str, Venue], random: Random) -> None:
        self.machine = machine
        self.venues = venues
        self.consumer = Consumer(list(venues))
        self.now_ns = SECOND
        self._random = random
        self._held: list[tuple[str, Update, OrderBookDeltas]] = []
        self._requests: list[RequestSnapshot] = []
        self._answers: list[tuple[int, str, int, tuple[int, OrderBookDeltas] | None]] = []

    def step(self, fault: str, check: Callable[[Network], None]) -> None:
        """One update on its way under `fault`, then everything that is due by now."""
        self.now_ns += SECOND // 20
        key = self._random.choice(list(self.venues))
        update, event = self.venues[key].update()
        parcel = (key, update, event)
        if self._random.random() < 0.5:
            # A snapshot may overtake the update that it already holds.
            self._serve_requests(fails=fault == "refuse", check=check)
        if fault == "late":
            self._held.append(parcel)
        elif fault == "disconnect":
            out: list[Any] = []
            self.machine.on_disconnect(self.now_ns, out)
            self._held.clear()
            self.consumer.take(out)
        elif fault != "lost":
            for _ in range(2 if fault == "twice" else 1):
                self._deliver(parcel, check)
            if self._held and fault == "release":
                self._deliver(self._held.pop(self._random.randrange(len(self._held))), check)
        self._serve_requests(fails=fault == "refuse", check=check)

    def settle(self, check: Callable[[Network], None]) -> None:
        """No more faults: late parcels arrive, and time passes until every key is quiet."""
        for parcel in self._held:
            self._deliver(parcel, check)
        self._held.clear()
        for _ in range(4000):
            self.step("none", check)
            if all(map(self.machine.is_synced, self.venues)) and not self._answers and not self._requests:
                break
        for _ in range(50):
            self.step("none", check)

    def _deliver(self, parcel: tuple[str, Update, OrderBookDeltas], check: Callable[[Network], None]) -> None:
        out: list[Any] = []
        self.machine.on_message(*parcel, self.now_ns, out)
        self.machine.on_tick(self.now_ns, out)
        self.consumer.take(out)
        check(self)

    def _serve_requests(self, fails: bool, check: Callable[[Network], None]) -> None:
        while self.machine.effects:
            effect = self.machine.effects.popleft()
            if isinstance(effect, RequestSnapshot):
                self._requests.append(effect)
        for request in [request for request in self._requests if request.not_before_ns <= self.now_ns]:
            self._requests.remove(request)
            key = str(request.key)
            # Some answers hold the book of the moment of asking, others that of the moment of arrival.
            early = self.venues[key].snapshot() if self._random.random() < 0.5 else None
            when = self.now_ns + self._random.randint(0, SECOND // 4)
            self._answers.append((when, key, request.generation, early))
        for answer in [answer for answer in self._answers if answer[0] <= self.now_ns]:
            self._answers.remove(answer)
            _, key, generation, early = answer
            if fails:
                self.machine.on_snapshot_failed(key, self.now_ns)
                continue
            out: list[Any] = []
            snapshot_id, event = early or self.venues[key].snapshot()
            tagged = generation if self._random.random() < 0.5 else None
            self.machine.on_snapshot(key, snapshot_id, event, self.now_ns, out, generation=tagged)
            self.consumer.take(out)
            check(self)
