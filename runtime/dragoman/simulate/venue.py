"""The simulated venue without its sockets: requests and frames in, answers and frames out, at the time it is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

import msgspec

from dragoman.model import InstrumentId
from dragoman.requests.facts import End
from dragoman.simulate.answers import Answer, Answers, Asked
from dragoman.simulate.backwards import Backwards
from dragoman.simulate.catalog import catalog
from dragoman.simulate.errors import NotInvertible, NotSimulated
from dragoman.simulate.exchange.rules import Rules
from dragoman.simulate.images.desk import ImageDesk
from dragoman.simulate.line import Saved
from dragoman.simulate.links import NOBODY, Desk, Link
from dragoman.simulate.market import MS, Market
from dragoman.simulate.tables import Tables, nest, rules_of, tables_of
from dragoman.simulate.telling import Telling
from dragoman.simulate.topics import Topic, Topics, Unlisted
from dragoman.simulate.wire.asked import SocketCalls
from dragoman.simulate.wire.keys import Call, Key, usual_key
from dragoman.simulate.wire.quotas import Quotas
from dragoman.simulate.wire.streams import PrivateStreams
from dragoman.simulate.wire.trading import Trading


class SimulatedVenue:
    """Speaks a venue's formats over a seeded market; every message means exactly what happened in the market.

    products: those to simulate, all with a catalog where left out; instruments: by product, else the spec's examples; keys:
    credentials and whose they are, else one whose every credential is `simulated`; balances: what each account begins with; partial: channels
    whose messages can't be built are left out (`topics[product].left_out`) rather than refused.
    Raises NotInvertible or NotSimulated at once for a product whose messages can't be built.
    """

    def __init__(
        self,
        venue: str,
        *,
        seed: int = 1,
        now_ns: int,
        products: Iterable[str] = (),
        instruments: dict[str, list[Any]] | None = None,
        keys: Iterable[Key] = (),
        balances: Mapping[str, Decimal] | None = None,
        rules: Rules | None = None,
        partial: bool = False,
    ) -> None:
        tables = tables_of(venue)
        now_ns -= now_ns % MS
        self.interface = tables.interface
        self.simulated = tables.simulated
        self.backwards = Backwards(tables.translator_type, tables.inverse)
        nest(self.backwards, self.simulated, self.interface)
        given = instruments or {}
        self.markets: dict[str, Market] = {}
        for product in products or given or self._listing_products():
            home = self._home(product)
            for name in (home, product):
                if name not in self.markets:
                    known = self.markets.get(home)
                    if known is None:
                        listed = given.get(name) or self._listed(name, now_ns)
                        known = Market(listed, seed, now_ns, rules_of(tables, name, rules))
                    self.markets[name] = known
        if not self.markets:
            raise NotSimulated(self.backwards.venue, "no product has a catalog")
        for market in self.markets.values():
            for line in market.lines.values():
                self.backwards.translator.learn(line.instrument)
        self.answers = Answers(self.backwards, self.interface, self.markets)
        self.answers.queries = self.simulated.queries
        self.topics = {
            product: Topics(
                self.backwards, self.interface, tables.translator_type, product, market, now_ns, partial
            )
            for product, market in self.markets.items()
        }
        chosen = list(keys) or [usual_key(self.interface)]
        self.trading = Trading(
            self.backwards, self.interface, self.markets, chosen, balances, self.answers.answered
        )
        self.answers.raises = True
        self.trading.logins = self.simulated.logins
        self.private = PrivateStreams(self.trading)
        self.asked = SocketCalls(self.trading, self.private.owners.get)
        self._pending: list[tuple[Link, bytes]] = []
        self.desk = Desk(self.backwards, self.interface, self._admit, self._welcome)
        self.desk.greet = lambda connection, means, values: self.private.greetings.reply(
            connection, means, **values
        )
        self.quotas = Quotas(self.interface)
        self.desk.over = self.quotas.over
        self.desk.words = self.trading.refusals.words
        self.images = ImageDesk(
            self.backwards,
            self.interface,
            self.simulated,
            tables.translator_type,
            self.markets,
            self.private,
            now_ns,
        )
        self.telling = Telling(self.markets, self.topics, self.desk, self.trading, self.private, self.images)
        self._now_ns = now_ns
        self._check(now_ns, partial)

    @property
    def finished(self) -> bool:
        """Never: a market goes on."""
        return False

    @property
    def told(self) -> dict[str, set[str]]:
        """Instrument -> types of the events that somebody was sent."""
        return self.telling.told

    @property
    def listed(self) -> tuple[str, ...]:
        """Products with instruments of their own."""
        return tuple(product for product in self.markets if self._home(product) == product)

    # -- what the shell calls ------------------------------------------------------------------------------------------

    def respond(
        self,
        server: str,
        method: str,
        target: str,
        body: bytes,
        now_ns: int,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer to an HTTP request; what it set off in the market waits in `take`. Names of headers are in lower case."""
        path, _, query = target.partition("?")
        if not path.startswith("/"):
            url = urlsplit(target)
            path, query = url.path, url.query
        call = Call(method, path, query, headers or {}, body)
        routed = self.answers.routed(server, method, call.path, call.pairs)
        if routed is None:
            return self.answers.error(404, f"no operation at {method} {call.path}")
        now_ns -= now_ns % MS
        answer = self.trading.respond(routed.operation, routed.product, call, routed.in_path, now_ns)
        if routed.operation.kind == "command":
            self._tell_later(now_ns)
        return answer

    def connect(self, connection: str, product: str, path: str, now_ns: int | None = None) -> Link:
        """A client's connection, from now or the last moment that was told; raises OpeningRefused, NotSimulated."""
        now_ns = self._now_ns if now_ns is None else now_ns - now_ns % MS
        if not self.images.counts(connection):
            self.quotas.open(connection, self.desk.links, now_ns)
        link = self._connected(connection, product, path)
        link.opened_ns = link.heard_ns = now_ns
        return link

    def _connected(self, connection: str, product: str, path: str) -> Link:
        if self.images.serves(connection):
            link = Link(connection, product)
            self.desk.links[link] = None
            self.images.connect(link, self._now_ns)
            return link
        link = self.desk.connect(connection, product, path)
        self.private.opened(link, path, self._now_ns)
        return link

    def disconnect(self, link: Link) -> None:
        self.desk.disconnect(link)
        self.images.disconnect(link)
        self.private.closed(link)

    def receive(self, link: Link, data: str | bytes, now_ns: int) -> list[bytes]:
        """What goes back at once for a frame of a client."""
        now_ns -= now_ns % MS
        self._now_ns = now_ns
        end = None if link.closing else self.quotas.sent(link, data, now_ns)
        if end is not None or link.closing:
            return self._ended(link, end)
        if link in self.images.clients:
            return self.images.receive(link, data, now_ns)
        answer = self.asked.received(link, data, now_ns)
        if answer is not None:
            self._tell_later(now_ns)
            return [answer]
        end = self.quotas.asked(link, data, now_ns)
        if end is not None:
            return self._ended(link, end)
        found = self.private.received(link, data, now_ns)
        return self.desk.receive(link, data, now_ns) if found is None else found

    def _ended(self, link: Link, end: End | None) -> list[bytes]:
        """What is said of a bound that a frame has passed: nothing where the connection ends."""
        return [] if end is None or link.closing else self.desk.refusal(link, None, end.text, code=end.code)

    def takes(self, link: Link, data: str | bytes, now_ns: int) -> bool:
        """Whether a connection knows what to do with a frame: a log-in of its own, a request, or topics that it has."""
        if link in self.images.clients:
            return True
        if self.private.is_login(link, data, now_ns) or self.asked.takes(link, data):
            return True
        return self.desk.takes(link, data)

    def take(self) -> list[tuple[Link, bytes]]:
        """Frames that tell of what requests have set off."""
        found, self._pending = self._pending, []
        return found

    def advance(self, now_ns: int) -> list[tuple[Link, bytes]]:
        """One thing happens in each product's market; the frames that tell of it, by connection."""
        now_ns -= now_ns % MS
        self._now_ns = now_ns
        self.quotas.pass_time(self.desk.links, now_ns)
        sent = self.take()
        sent += self.telling.stepped(now_ns)
        sent += self.images.due(now_ns)
        return sent

    # -- faults and truth ----------------------------------------------------------------------------------------------

    def skip_next(self, instrument_id: str) -> None:
        """The next change of this book is not told, which leaves a hole in its numbers."""
        self.telling.skipped.add(instrument_id)

    def close(self, instrument_id: str, now_ns: int) -> None:
        """Trading of an instrument ends at its last price; what tells of it goes out with what goes out next."""
        identity = InstrumentId(instrument_id)
        market = next(each for each in self.markets.values() if identity in each.lines)
        now_ns -= now_ns % MS
        market.close(identity, now_ns)
        self._tell_later(now_ns)

    def error_frames(self, text: str) -> list[tuple[Link, bytes]]:
        """An error frame for everybody who is connected."""
        return [(link, frame) for link in self.desk.links for frame in self.desk.refusal(link, None, text)]

    def void_tokens(self) -> list[tuple[Link, bytes]]:
        """Every token that was given out is void from now on; the frames that say so to those who are connected by one."""
        self.trading.keyring.restart()
        return self.private.expired()

    def levels(self, instrument_id: str) -> tuple[list[Any], list[Any]]:
        """(bids, asks) of the true book, best first, as (price, size)."""
        identity = InstrumentId(instrument_id)
        line = next(m.lines[identity] for m in self.markets.values() if identity in m.lines)
        image = line.image(0)
        return image.both_sides()

    def told_levels(self, instrument_id: str) -> int | None:
        """Levels a side that subscribers are told of a book at present, None where they are told all."""
        asked = [(link.connection, name) for link in self.desk.links for name in link.topics]
        found = (topics.told_levels(instrument_id, asked) for topics in self.topics.values())
        return next((levels for levels in found if levels is not None), None)

    def saved(self) -> dict[str, Sequence[Saved]]:
        """The markets as they are, for `restart`, as long as nobody has traded."""
        return {product: market.saved() for product, market in self.markets.items()}

    def restart(self, saved: Mapping[str, Sequence[Saved]], seed: str) -> None:
        """The venue as it was, with dice of another seed: nobody connected, no order but the crowd's, accounts as they begin."""
        for product, market in self.markets.items():
            market.restore(saved[product], f"{seed} {product}")
        self.trading.restart()
        self.private.owners.clear()
        self.desk.links.clear()
        self.images.restart()
        self.quotas.restart()
        self._pending.clear()
        self.telling.skipped.clear()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _listing_products(self) -> list[str]:
        """Products with a catalog whose instruments can be traded; one that lists another's is traded with that one."""
        kinds = {name: facts.instruments for name, facts in self.backwards.tables.products.items()}
        return [
            product
            for product in self.interface.catalogs
            if set(kinds[product]) - {"IndexInstrument"} and self._home(product) in self.interface.catalogs
        ]

    def _home(self, product: str) -> str:
        """The product that lists its instruments: itself, or the one that it shares them with."""
        return self.backwards.tables.products[product].like or product

    def _listed(self, product: str, now_ns: int) -> list[Any]:
        """Instruments of a product, as its catalog can tell them."""
        if product not in self.interface.catalogs:
            raise NotSimulated(self.backwards.venue, f"product {product!r} has no catalog")
        operation, params = self.interface.catalogs[product]
        facts = self.backwards.tables.products[product]
        return catalog(self.backwards, facts, operation, params, now_ns)

    def _tell_later(self, now_ns: int) -> None:
        """What a command has set off goes out with what goes out next."""
        self._pending += self.telling.news(now_ns)

    def _admit(self, link: Link, name: str) -> str:
        if self.private.is_private(link.connection):
            if not self.private.admits(link):
                return NOBODY
            return "" if self.private.has_topic(link.connection, name) else "there is no such topic"
        if not link.product and self.telling.products_of(link.connection, name):
            return ""
        product = link.product or next(iter(self.topics))
        if product not in self.topics:
            return f"{product} is not traded here"
        found = self.topics[product].find(link.connection, name)
        if isinstance(found, Unlisted) and self.backwards.inverse.behind.unlisted == "silent":
            return ""
        return found if isinstance(found, str) else ""

    def _welcome(self, link: Link, name: str, now_ns: int) -> list[bytes]:
        if self.private.is_private(link.connection):
            return list(self.private.welcome(link, name, now_ns))
        products = [link.product] if link.product else self.telling.products_of(link.connection, name)
        return [
            link.framed(frame)
            for product in products
            for frame in self.topics[product].welcome(name, link.connection, now_ns)
        ]

    def _check(self, now_ns: int, partial: bool) -> None:
        """Builds one message of every channel and answer that the market fills; raises NotInvertible unless `partial`."""
        for product, topics in self.topics.items():
            line = next(iter(self.markets[product].lines.values()))
            events = [*line.trades]
            sample = [events[-1], line.image(now_ns), line.quote(now_ns), *line.rates(now_ns)]
            sample = [msgspec.structs.replace(event, ts_init=now_ns) for event in sample]
            sample[1] = msgspec.structs.replace(sample[1], is_snapshot=False)
            for channel in self.interface.channels.values():
                if product in channel.products and channel.name in self.backwards.inverse.channels:
                    try:
                        topic = topics.find(channel.connection, topics.name_of(channel, line))
                        if isinstance(topic, Topic):
                            topics.frames(topic, sample, now_ns)
                    except NotInvertible as error:
                        if not partial:
                            raise
                        topics.left_out[channel.name] = str(error)
            if product in self.interface.catalogs and not partial:
                operation, params = self.interface.catalogs[product]
                if not {product, ""} & self.interface.operations[operation].paths.keys():
                    continue  # it is listed with the product that it shares its instruments with
                self.answers.build(self.interface.operations[operation], product, dict(params), Asked(now_ns))


__all__ = ["SimulatedVenue", "Tables", "tables_of"]
