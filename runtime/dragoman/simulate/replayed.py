"""A venue that plays a recording: its bytes in their order, its snapshots, and books kept from both for later snapshots."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec

from dragoman.books import OrderBook
from dragoman.errors import DragomanError
from dragoman.model import InstrumentId, OrderBookDeltas
from dragoman.requests.facts import Interface
from dragoman.simulate.answers import Answer, Answers
from dragoman.simulate.backwards import Backwards, Told
from dragoman.simulate.links import Desk, Link
from dragoman.simulate.market import Market
from dragoman.simulate.recording import Recording, RecordingUnusable
from dragoman.simulate.venue import tables_of


class ReplayedVenue:
    """Plays the recording of one product `speed` times as fast as it was; it begins with the first subscription.

    A frame goes to whoever is subscribed to its topic and connected at its moment. The snapshot of a book is the recorded one,
    and later what that and the frames since then amount to.
    """

    def __init__(self, venue: str, folder: Path, *, speed: int = 1) -> None:
        tables = tables_of(venue)
        self.interface: Interface = tables.interface
        self.backwards = Backwards(tables.translator_type, tables.inverse)
        self.recording = Recording(folder)
        self.speed = speed
        self.product = self._product()
        self.desk = Desk(self.backwards, self.interface, lambda link, topic: "")
        self.books: dict[InstrumentId, OrderBook] = {}
        self.instruments: list[InstrumentId] = []
        """Instruments that the frames tell of, in the order of their first frame."""
        self.told: dict[str, set[str]] = {}
        """Instrument -> types of the events that somebody was sent."""
        self._empty = Answers(self.backwards, self.interface, {self.product: Market([], 1, 0)})
        self._connection = next(
            each
            for each in self.backwards.tables.connections
            if each.wrapper_topic and self.product in each.products
        )
        self._feed = self.backwards.translator.stream(self._connection.source, product=self.product)
        self._call = next(iter(self.backwards.tables.snapshots))
        self._images = self._snapshots()
        self._topics = [self._topic(entry.raw) for entry in self.recording.frames]
        self._at = 0
        self._began_ns: int | None = None
        self._survey()

    @property
    def finished(self) -> bool:
        """Whether every frame was played."""
        return self._at >= len(self.recording.frames)

    # -- what the shell calls ------------------------------------------------------------------------------------------

    def take(self) -> list[tuple[Link, bytes]]:
        """Nothing: no request changes a recording."""
        return []

    def respond(
        self,
        server: str,
        method: str,
        target: str,
        body: bytes,
        now_ns: int,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The recorded answer of that path and query; a book that the frames have moved on from as it is now."""
        url = urlsplit(target)
        wanted = dict(parse_qsl(url.query))
        identity = self._asked(url.path, wanted)
        if identity is not None and identity in self.books:
            return Answer(200, self._image(identity, wanted, now_ns))
        for entry in self.recording.answers:
            if entry.path == url.path and self._same(entry.query, wanted):
                return Answer(200, entry.raw.encode())
        return self._empty.respond(server, method, target, now_ns)

    def connect(self, connection: str, product: str, path: str, now_ns: int | None = None) -> Link:
        return self.desk.connect(connection, product, path)

    def disconnect(self, link: Link) -> None:
        self.desk.disconnect(link)

    def receive(self, link: Link, data: str | bytes, now_ns: int) -> list[bytes]:
        return self.desk.receive(link, data, now_ns)

    def takes(self, link: Link, data: str | bytes, now_ns: int) -> bool:
        """Whether a connection knows what to do with a frame."""
        return self.desk.takes(link, data)

    def advance(self, now_ns: int) -> list[tuple[Link, bytes]]:
        """The frames that are due by now."""
        if self._began_ns is None:
            if not any(link.topics for link in self.desk.links):
                return []
            self._began_ns = now_ns
        frames = self.recording.frames
        until = frames[0].ts_ns + (now_ns - self._began_ns) * self.speed
        sent: list[tuple[Link, bytes]] = []
        while self._at < len(frames) and frames[self._at].ts_ns <= until:
            raw, topic = frames[self._at].raw.encode(), self._topics[self._at]
            taken = [(link, raw) for link in self.desk.links if topic in link.topics]
            self._follow(raw, bool(taken))
            sent += taken
            self._at += 1
        return sent

    def levels(self, instrument_id: str) -> tuple[list[Any], list[Any]]:
        """(bids, asks) of the book that the recording amounts to so far, best first."""
        book = self.books[InstrumentId(instrument_id)]
        return book.bids(), book.asks()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _product(self) -> str:
        """The product whose server the answers came from."""
        hosts = {entry.host for entry in self.recording.answers}
        for environment in self.interface.environments.values():
            for server, address in environment.http.items():
                if urlsplit(address).netloc in hosts:
                    for product, (operation, _) in self.interface.catalogs.items():
                        if self.interface.operations[operation].servers.get(product) == server:
                            return product
        raise RecordingUnusable(
            self.recording.folder, f"no address of the venue is among {', '.join(sorted(hosts))}"
        )

    def _topic(self, raw: str) -> str:
        return str(msgspec.json.decode(raw).get(self._connection.wrapper_topic, ""))

    def _survey(self) -> None:
        """Looks through the frames once for the instruments that they tell of."""
        seen: dict[InstrumentId, None] = {}
        for entry in self.recording.frames:
            for event in self._feed(entry.raw.encode(), entry.ts_ns):
                if isinstance(event, OrderBookDeltas):
                    seen[event.instrument_id] = None
        self.instruments = [each for each in seen if each in self._images]

    def _snapshots(self) -> dict[InstrumentId, OrderBookDeltas]:
        """The first recorded image of each book."""
        found: dict[InstrumentId, OrderBookDeltas] = {}
        for entry in self.recording.answers:
            identity = self._asked(entry.path, entry.query)
            if identity is not None and identity not in found:
                found[identity] = self.backwards.translator.translate(
                    self._call,
                    entry.raw.encode(),
                    product=self.product,
                    request=entry.query,
                    ts_init=entry.ts_ns,
                )[0]
        return found

    def _asked(self, path: str, query: dict[str, str]) -> InstrumentId | None:
        """The instrument whose book a request is about."""
        snapshot = self.backwards.tables.snapshots[self._call]
        if (
            path != self.interface.operations[self._call].paths[self.product][1]
            or snapshot.parameter not in query
        ):
            return None
        return self.backwards.tables.products[self.product].make_id(query[snapshot.parameter])

    def _same(self, recorded: dict[str, str], wanted: dict[str, str]) -> bool:
        """Whether an answer fits a request; how many levels or rows were asked for makes no difference."""
        limits = {p.wire for o in self.interface.operations.values() for p in o.params if p.fills == "limit"}
        return all(wanted.get(name) == value for name, value in recorded.items() if name not in limits)

    def _follow(self, raw: bytes, taken: bool) -> None:
        """Keeps the true books: the recorded image, then every change with a higher number."""
        try:
            events = self._feed(raw, 0)
        except DragomanError:
            return
        for event in events:
            if taken:
                self.told.setdefault(event.instrument_id, set()).add(type(event).__name__)
            if not isinstance(event, OrderBookDeltas) or event.instrument_id not in self._images:
                continue
            image = self._images[event.instrument_id]
            if event.sequence >= image.sequence:
                if event.instrument_id not in self.books:
                    self.books[event.instrument_id] = OrderBook(event.instrument_id)
                    self.books[event.instrument_id].apply(image)
                self.books[event.instrument_id].apply(event)

    def _image(self, identity: InstrumentId, request: dict[str, str], now_ns: int) -> bytes:
        book = self.books[identity]
        event = OrderBookDeltas(
            identity, book.bids(), book.asks(), True, book.sequence, 0, book.ts_last, now_ns
        )
        return self.backwards.answer(self._call, [event], Told(self.product, now_ns, request=request))
