"""What generated typed streams stand on: one subscription, its own connection, payloads as their types."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from dragoman.errors import DecodeError, ProductRequired, SubscriptionRefused, VenueError
from dragoman.log import Log
from dragoman.model import StreamGap
from dragoman.net.backend import Clock, Connector, HttpBackend
from dragoman.net.framing import Lines, LinesThenBytes
from dragoman.net.tcp import TcpConnector
from dragoman.requests.builder import Requests
from dragoman.requests.client import BaseClient
from dragoman.requests.facts import Channel, Environment, Stream
from dragoman.requests.frames import filled, topic_of, written
from dragoman.requests.refusals import refusals_logged
from dragoman.requests.streaming import address, opening_headers, session_facts, subscription
from dragoman.session.machine import Session
from dragoman.session.runner import SessionRunner
from dragoman.stats import Stats
from dragoman.translate.facts import Connection, Tables
from dragoman.translate.rows import decode_strict

if TYPE_CHECKING:
    from dragoman.codecs.dbn_symbols import DbnSymbols

log = Log("dragoman.streams")


class BaseStreams:
    """The venue's streams as they are; generated subclasses have one method for each channel.

    Each iteration holds a connection of its own, which reconnects and resubscribes by itself; holes go to `on_gap`. `aclose()`
    of the iteration closes the connection.
    """

    builder: ClassVar[type[Requests]]
    tables: ClassVar[Tables]

    def __init__(
        self,
        credentials: Mapping[str, str] | None = None,
        *,
        environment: str | Environment = "mainnet",
        connector: Connector | None = None,
        clock: Clock | None = None,
        stats: Stats | None = None,
        requests: Requests | None = None,
        on_gap: Callable[[StreamGap], None] | None = None,
        http: HttpBackend | None = None,
    ) -> None:
        now = None if clock is None else clock.now_ns
        self.requests = requests or self.builder(credentials, None, now, None, environment)
        self.stats = stats or Stats()
        self._connector = connector
        self._clock = clock
        self._on_gap = on_gap
        self._http = http
        self._symbols: DbnSymbols | None = None

    async def open(
        self, name: str, kind: Any, product: str | None, params: Mapping[str, Any], **slots: str
    ) -> AsyncGenerator[Any, None]:
        """The payloads of one subscription, until the iteration is closed; a bad one is logged, counted and left out.

        slots: what the address leaves open.
        """
        interface = self.requests.interface
        channel = interface.channels[name]
        tables = self._tables(channel)
        pick: Callable[[bytes], bytes | None] | None = None
        async with aclosing(self._frames(channel, product, params, slots)) as frames:
            async for topic, frame in frames:
                if frame is None:
                    continue
                try:
                    pick = pick or _picker(tables, channel, topic)
                    payload = pick(frame)
                    if payload is not None:
                        yield decode_strict(kind, payload)
                except (msgspec.DecodeError, ValueError, RecursionError) as error:
                    self.stats.count("bad_rows", tables.source)
                    bad = DecodeError(interface.venue, tables.source, "$", frame, str(error))
                    log.warning("bad message set aside", error=bad)

    async def open_records(
        self, name: str, record: str, product: str | None, params: Mapping[str, Any], **slots: str
    ) -> AsyncGenerator[Any, None]:
        """The records of one subscription as their vendor's package decodes them; `symbol` names what one is about.

        record: the records' class in that package. Raises VenueError where the venue sends an error record.
        """
        from dragoman.codecs import DbnStream

        channel = self.requests.interface.channels[name]
        tables = self._tables(channel)
        stream = DbnStream()
        self._symbols = stream.symbols
        async with aclosing(self._frames(channel, product, params, slots)) as frames:
            async for _, frame in frames:
                if frame is None:  # a new session begins with metadata of its own
                    stream = DbnStream()
                    self._symbols = stream.symbols
                    continue
                for found in stream.feed(frame):
                    kind = type(found).__name__
                    if kind == record:
                        yield found
                    elif kind == "ErrorMsg":
                        why = "the venue sent an error record"
                        raise VenueError(tables.name, tables.source, why, meaning=str(found.err))
                while stream.errors:
                    self.stats.count("bad_rows", tables.source)
                    log.warning("bad record set aside", error=stream.errors.popleft())

    async def open_messages(
        self, name: str, kind: type[Any], product: str | None, params: Mapping[str, Any], **slots: str
    ) -> AsyncGenerator[Any, None]:
        """The messages of one subscription to a connection of Simple Binary Encoding; a bad one is logged, counted and left out."""
        from dragoman.codecs import MessageError, SbeMessages
        from dragoman.translate.connections import is_text
        from dragoman.translate.templates import TemplateReplies

        channel = self.requests.interface.channels[name]
        tables = self._tables(channel)
        replies = TemplateReplies(tables)
        messages = SbeMessages([each.layout for each in tables.channels], endian=tables.endian)
        async with aclosing(self._frames(channel, product, params, slots)) as frames:
            async for _, frame in frames:
                if frame is None or is_text(frame):
                    continue
                try:
                    found = None if any(replies.read(frame)) else messages.read(frame)[1]
                except MessageError as error:
                    self.stats.count("bad_rows", tables.source)
                    log.warning("bad message set aside", error=error)
                    continue
                if isinstance(found, kind):
                    yield found

    def symbol(self, record: Any) -> str | None:
        """The symbol of a record of `open_records`, by the mappings of its session; None where none names it."""
        symbols = self._symbols
        return None if symbols is None else symbols.resolve(record.instrument_id, record.ts_event)

    def _tables(self, channel: Channel) -> Connection:
        return next(each for each in self.tables.connections if each.name == channel.connection)

    async def _frames(
        self, channel: Channel, product: str | None, params: Mapping[str, Any], slots: Mapping[str, str]
    ) -> AsyncGenerator[tuple[str, bytes | None], None]:
        """(topic, frame) of one subscription; None stands for a hole."""
        interface, name = self.requests.interface, channel.name
        if product is None:
            if len(channel.products) > 1:
                raise ProductRequired(interface.venue, name, channel.products)
            product = channel.products[0]
        with refusals_logged():
            wanted = subscription(interface, channel, product, params)
        line = address(interface, self.requests.environment, channel, product, **slots)
        stream = interface.streams[channel.connection]
        tables = self._tables(channel)
        more: dict[str, Any] = dict(slots)
        session = Session(session_facts(self.requests, tables, line, **more), [wanted])
        connector = self._connector or connector_of(stream, self._clock)
        topic = topic_of(wanted)
        client = BaseClient(backend=self._http, clock=self._clock, stats=self.stats, requests=self.requests)

        async def prepare(url: str) -> str:
            return await client.tokens.address(stream, product, url)

        runner = SessionRunner(
            session,
            connector,
            headers=opening_headers(self.requests, stream, product),
            clock=self._clock,
            stats=self.stats,
            prepare=prepare if stream.login else None,
            give_up_token=lambda: client.tokens.void(stream.login, product),
        )
        client.tokens.on_change = lambda scheme, product, change: runner.reconnect(
            f"the session token is {change}"
        )
        async with client, runner:
            async for item in runner:
                if isinstance(item, StreamGap):
                    if self._on_gap is not None:
                        self._on_gap(item)
                    yield topic, None
                    continue
                if isinstance(item, SubscriptionRefused):
                    raise item
                yield topic, item.data


def connector_of(stream: Stream, clock: Clock | None = None) -> Connector:
    """What opens a connection's sockets; `clock` stamps the frames."""
    if stream.transport == "websocket":
        from dragoman.net.websocket import WebSocketConnector

        return WebSocketConnector(clock=clock)
    if stream.control == "pairs" and stream.begin is not None and isinstance(stream.framing, Lines):
        last = written(stream, filled(stream.begin, {}, {})).encode()
        return TcpConnector(LinesThenBytes(lines=stream.framing, last=last), clock=clock)
    return TcpConnector(stream.framing, clock=clock)


def _picker(connection: Connection, channel: Channel, topic: str) -> Callable[[bytes], bytes | None]:
    """Takes a frame's payload out of its envelope; None for a frame that is not of this channel."""
    tables = next((each for each in connection.channels if each.name == channel.name), None)
    head = msgspec.json.Decoder(dict[str, msgspec.Raw])

    def pick(frame: bytes) -> bytes | None:
        if frame[:1] == b"[" and not connection.wrapper_payload:
            return frame
        found = head.decode(frame)
        named = found.get(connection.wrapper_topic or connection.topic_key)
        if named is not None:
            name = msgspec.json.decode(named)
            known = tables.topic if tables is not None else None
            if name != topic and (known is None or not isinstance(name, str) or not known.fullmatch(name)):
                return None
        if connection.wrapper_payload and connection.wrapper_payload in found:
            return bytes(found[connection.wrapper_payload])
        tag = found.get(connection.tag_key)
        if tables is not None and tables.tag is not None and connection.tag_key:
            return frame if tag is not None and msgspec.json.decode(tag) == tables.tag else None
        return frame

    return pick
