"""Who hears what of what happens in the markets of a simulated venue: public events by topics, changes of accounts by their owners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.simulate.images.desk import ImageDesk
from dragoman.simulate.links import Desk, Link
from dragoman.simulate.market import Market
from dragoman.simulate.topics import Topic, Topics
from dragoman.simulate.wire.streams import PrivateStreams
from dragoman.simulate.wire.trading import Trading

Sent = list[tuple[Link, bytes]]


class Telling:
    """The frames of one venue; what nobody listens to is not even put into words."""

    def __init__(
        self,
        markets: Mapping[str, Market],
        topics: Mapping[str, Topics],
        desk: Desk,
        trading: Trading,
        private: PrivateStreams,
        images: ImageDesk,
    ) -> None:
        self.topics = topics
        self.desk = desk
        self.trading = trading
        self.private = private
        self.images = images
        self.told: dict[str, set[str]] = {}
        """Instrument -> types of the events that somebody was sent."""
        self.skipped: set[str] = set()
        """Instruments of whose books the next change is not told."""
        self._repeats = private.backwards.inverse.behind.repeats
        self._known: dict[tuple[str, str], list[str]] = {}
        """(connection, topic) -> its products."""
        self._traded: dict[int, tuple[list[str], Market]] = {}
        """Each market with the products that are traded there."""
        for product, market in markets.items():
            self._traded.setdefault(id(market), ([], market))[0].append(product)

    def stepped(self, now_ns: int) -> Sent:
        """One thing happens in each market; the frames that tell of it."""
        sent: Sent = []
        accounts, public = self._heard()
        for products, market in self._traded.values():
            events = market.step(now_ns, accounts=accounts, public=public)
            sent += self._spread(products, market, events, now_ns)
        return [*sent, *self._repeated(now_ns)] if self._repeats else sent

    def news(self, now_ns: int) -> Sent:
        """The frames that tell of what has happened since."""
        sent: Sent = []
        accounts, public = self._heard()
        for products, market in self._traded.values():
            events = market.news(accounts=accounts, public=public)
            if events or market.private:
                sent += self._spread(products, market, events, now_ns)
        return sent

    def products_of(self, connection: str, name: str) -> list[str]:
        """The products that a topic is of where nothing else says it: of one instrument the first that has it, else all."""
        found = self._known.get((connection, name))
        if found is None:
            found = self._known[connection, name] = []
            for product, topics in self.topics.items():
                topic = topics.find(connection, name)
                if isinstance(topic, Topic) and not (found and topic.line is not None):
                    found.append(product)
        return found

    # -- inside --------------------------------------------------------------------------------------------------------

    def _repeated(self, now_ns: int) -> Sent:
        """What books say that have been silent for long."""
        sent: Sent = []
        made: dict[tuple[str, str, str], list[bytes]] = {}
        for link in self.desk.links:
            for name in () if self.private.is_private(link.connection) else link.topics:
                for product in [link.product] if link.product else self.products_of(link.connection, name):
                    key = (link.connection, product, name)
                    if key not in made:
                        topic = self.topics[product].find(link.connection, name)
                        made[key] = (
                            self.topics[product].repeated(topic, now_ns) if isinstance(topic, Topic) else []
                        )
                    sent += [(link, link.framed(frame)) for frame in made[key]]
        return sent

    def _heard(self) -> tuple[bool, bool]:
        """Whether anybody hears of accounts, and whether of what is public."""
        public = bool(self.skipped) or self.images.remembers
        for link in () if public else self.desk.links:
            if link.topics and not self.private.is_private(link.connection):
                public = True
                break
        return bool(self.private.owners), public

    def _spread(self, products: Sequence[str], market: Market, events: list[Any], now_ns: int) -> Sent:
        """The frames of one market that tell of public events, and then of what happened to accounts."""
        told = market.told()
        if not events and not self.private.owners:
            self.trading.heard(told)
            return []
        self.images.heard(events)
        skipped = bool(self.skipped & {event.instrument_id for event in events})
        self.skipped -= {event.instrument_id for event in events}
        sent: Sent = []
        made: dict[tuple[str, str, str], list[bytes]] = {}
        for link in self.desk.links if events else ():
            if self.private.is_private(link.connection):
                continue
            for product in products if not link.product else {link.product}.intersection(products):
                for name in link.topics:
                    if link.product or product in self.products_of(link.connection, name):
                        key = (link.connection, product, name)
                        if key not in made:
                            made[key] = self._frames(*key, market, events, now_ns, skipped)
                        sent += [(link, link.framed(frame)) for frame in made[key]]
        if told:
            self.trading.heard(told)
            for product in products[:1] if self.trading.is_shared else products:
                sent += self.private.frames(self.desk.links, product, told, now_ns)
        return sent

    def _frames(
        self,
        connection: str,
        product: str,
        name: str,
        market: Market,
        events: list[Any],
        now_ns: int,
        skipped: bool,
    ) -> list[bytes]:
        topics = self.topics[product]
        topic = topics.find(connection, name)
        if not isinstance(topic, Topic):
            return []
        happened = [*events, *topics.due(topic, now_ns)]
        for event in happened:
            kind = type(event).__name__
            if kind in topic.gives and topic.line in (None, market.lines[event.instrument_id]):
                self.told.setdefault(event.instrument_id, set()).add(kind)
        return topics.frames(topic, happened, now_ns, skipped)
