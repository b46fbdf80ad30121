"""Private connections of a simulated venue: who is logged on, and the frames that tell an owner what happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import msgspec
from msgspec import structs

from dragoman.auth import SessionToken
from dragoman.model import OrderAccepted, OrderStatus, OrderStatusReport, OrderTriggered, OrderType
from dragoman.requests.facts import Channel, Interface, Stream
from dragoman.simulate.drafts import Told
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.exchange.happened import AccountChange, OrderChange
from dragoman.simulate.links import Link
from dragoman.simulate.wire.greetings import Greetings
from dragoman.simulate.wire.keys import TurnedAway
from dragoman.simulate.wire.marks import slots_in, slots_of
from dragoman.simulate.wire.said import as_one, as_told, is_told
from dragoman.simulate.wire.trading import Trading

_MOST_HEARING = 256
_ORDER = frozenset({"OrderStatusReport", "OrderAccepted", "OrderTriggered"})
_FILL = frozenset({"OrderStatusReport", "FillReport"})
_MARKS: Mapping[str, type[OrderAccepted | OrderTriggered]] = {
    "accepted": OrderAccepted,
    "triggered": OrderTriggered,
}
_STATE = frozenset({"AccountState"})
_ACCOUNT = frozenset({"AccountState", "PositionStatusReport"})


class PrivateStreams:
    """The private connections of one venue."""

    def __init__(self, trading: Trading) -> None:
        self.trading = trading
        self.interface: Interface = trading.interface
        self.backwards = trading.backwards
        self.greetings = Greetings(self.backwards, self.interface)
        self.owners: dict[Link, str] = {}
        self.untold: set[tuple[str, str]] = set()
        """(channel, report) that no message of the channel can say."""
        self._wordless: set[tuple[str, OrderType]] = set()
        """(channel, type) of orders of which the channel can't say that they were triggered."""
        self._carriers = {
            channel.name: connection
            for connection in reversed(self.backwards.tables.connections)
            for channel in connection.channels
        }
        self._splitting: dict[str, bool] = {}
        self._hearing: dict[tuple[str, str, tuple[str, ...]], Sequence[tuple[Channel, str | None]]] = {}
        self._kinds = {
            name: {made.type for made in fit.made} for name, fit in self.backwards.inverse.fits.items()
        }
        self._channels = {
            name: [
                channel
                for channel in self.interface.channels.values()
                if channel.connection in (name, stream.channels_of)
                and channel.name in self.backwards.inverse.fits
                and channel.prefer >= 0
            ]
            for name, stream in self.interface.streams.items()
            if stream.login
        }

    # -- log-in --------------------------------------------------------------------------------------------------------

    def opened(self, link: Link, path: str, now_ns: int) -> None:
        """A new connection, whose address may hold the token."""
        stream = self.interface.streams[link.connection]
        if not stream.login or stream.login_frame is not None:
            return
        for part in path.replace("?", "/").replace("=", "/").replace("&", "/").split("/"):
            try:
                self.owners[link] = self.trading.keyring.holder(part, now_ns)
            except TurnedAway:
                continue
            return

    def closed(self, link: Link) -> None:
        self.owners.pop(link, None)

    def received(self, link: Link, data: str | bytes, now_ns: int) -> list[bytes] | None:
        """The answer to a log-in; None for a frame that is none."""
        stream = self.interface.streams[link.connection]
        if stream.login_frame is None:
            return None
        try:
            message = msgspec.json.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None
        identity = message.get("id", message.get("req_id")) if isinstance(message, dict) else None
        try:
            owner = self.trading.keyring.logged_on(stream.login, stream.login_frame, message, now_ns)
        except TurnedAway as error:
            return self._refused(link.connection, identity, error)
        if owner is None:
            return None
        self.owners[link] = owner
        found = self.greetings.reply(link.connection, "authenticated", now_ns, id=identity, echo=message)
        return [] if found is None else [_with_id(found, identity)]

    def is_login(self, link: Link, data: str | bytes, now_ns: int) -> bool:
        """Whether a frame is a log-in of the connection, whoever sends it."""
        stream = self.interface.streams[link.connection]
        if stream.login_frame is None:
            return False
        try:
            return slots_in(stream.login_frame, msgspec.json.decode(data)) is not None
        except (msgspec.DecodeError, UnicodeDecodeError):
            return False

    def expired(self) -> list[tuple[Link, bytes]]:
        """Those who are logged on by a token are so no more, and are told where the venue has a message for it."""
        found = []
        for link in list(self.owners):
            if isinstance(self.interface.auth[self.interface.streams[link.connection].login], SessionToken):
                del self.owners[link]
                told = self.greetings.reply(link.connection, "expired")
                if told is not None:
                    found.append((link, link.framed(told)))
        return found

    def admits(self, link: Link) -> bool:
        """Whether a client may subscribe: on connections that are logged on to, once it is."""
        return not self.interface.streams[link.connection].login or link in self.owners

    def is_private(self, connection: str) -> bool:
        return bool(self.interface.streams[connection].login)

    def has_topic(self, connection: str, topic: str) -> bool:
        """Whether a private connection has a topic of that name."""
        return any(_named(channel, topic) for channel in self._channels.get(connection, ()))

    def welcome(self, link: Link, name: str, now_ns: int) -> Iterator[bytes]:
        """What there is, told to a new subscriber of a channel that begins with it."""
        owner, behind = self.owners.get(link), self.backwards.inverse.behind
        for channel in self._channels.get(link.connection, ()) if owner is not None and behind.begins else ():
            if channel.name not in behind.begins or not _named(channel, name):
                continue
            known = [each for each in self.trading.markets if each in channel.products]
            product = link.product if link.product in known else next(iter(known), "")
            if not product or owner is None:
                continue
            account = self.trading.account(owner, product)
            events = self.trading.present(account, self._kinds[channel.name], now_ns)
            if link.product:
                events = [each for each in events if self.trading.home(each) in ("", product)]
            of = {self.trading.home(each) for each in events} - {""}
            try:
                # What is there of several products is told at once, as the venue has no word for them in the frame.
                told = product if not of else of.pop() if len(of) == 1 else ""
                yield link.framed(self.frame(channel, name, told, events, now_ns))
            except NotInvertible as error:
                self.untold.add((channel.name, error.field))

    def _refused(self, connection: str, identity: Any, error: TurnedAway) -> list[bytes]:
        code = self.trading.refusals.of_kind(error.kind, error.text, reason=error.reason)
        table = self.interface.errors
        body = msgspec.json.decode(code.body)
        for part in table.code:
            body = body.get(part) if isinstance(body, dict) else None
        for means in ("denied", "error"):
            found = self.greetings.reply(connection, means, id=identity, code=body, message=error.text)
            if found is not None:
                return [_with_id(found, identity)]
        return []

    # -- what is told --------------------------------------------------------------------------------------------------

    def frames(
        self, links: Iterable[Link], product: str, told: Sequence[OrderChange | AccountChange], now_ns: int
    ) -> Iterator[tuple[Link, bytes]]:
        """Every message that every owner hears, in the order of what happened."""
        for link in links:
            owner = self.owners.get(link)
            if owner is None or (link.product and link.product != product and self._splits(link.connection)):
                continue
            stream = self.interface.streams[link.connection]
            if stream.products and product not in stream.products:
                continue  # channels that it shares may tell of more than its own account
            account = self.trading.account(owner, product)
            heard = self._heard(stream, link, product)
            noted = self.backwards.inverse.behind.noted
            for change in told:
                if change.account is account:
                    kinds = _kinds_of(change)
                    for channel, topic in heard:
                        if kinds.isdisjoint(self._kinds[channel.name]) and channel.name not in noted:
                            continue
                        for frame in self._said(channel, topic, product, change, now_ns):
                            yield link, link.framed(frame)

    def _splits(self, connection: str) -> bool:
        """Whether each product has a connection of its own, by its address."""
        if connection not in self._splitting:
            self._splitting[connection] = any(
                len(e.connections.get(connection, {})) > 1 for e in self.interface.environments.values()
            )
        return self._splitting[connection]

    def _heard(self, stream: Stream, link: Link, product: str) -> Sequence[tuple[Channel, str | None]]:
        """The channels that a client hears: those it asked for, or all where nothing is asked for."""
        key = (link.connection, product, tuple(link.topics))
        found = self._hearing.get(key)
        if found is None:
            if len(self._hearing) >= _MOST_HEARING:
                self._hearing.clear()
            channels = [each for each in self._channels[link.connection] if product in each.products]
            found = self._hearing[key] = (
                [(channel, None) for channel in channels]
                if stream.frame is None
                else [(each, topic) for each in channels for topic in link.topics if _named(each, topic)]
            )
        return found

    def _said(
        self,
        channel: Channel,
        topic: str | None,
        product: str,
        change: OrderChange | AccountChange,
        now_ns: int,
    ) -> Iterator[bytes]:
        report, what = None, getattr(change, "cause", "asked")
        fit = self.backwards.inverse.fits[channel.name]
        if isinstance(change, OrderChange):
            report, what = change.report, change.change
            if what in self.backwards.inverse.behind.noted.get(channel.name, ()):
                yield self.frame(channel, topic, product, (), now_ns, report, what)
                return
            if not is_told(fit.orders, report, what) or (
                what == "stands" and self._has_no_word(channel, report)
            ):
                return
            report = as_told(fit.orders, report)
        for told in _reports(self._kinds[channel.name], change, report):
            events = as_one(fit.orders, told, self.trading.further, now_ns)
            try:
                yield self.frame(channel, topic, product, events, now_ns, report, what)
            except NotInvertible as error:
                if report is None or report.order_status is not OrderStatus.TRIGGERED:
                    self.untold.add((channel.name, error.field))
                    continue
                # Not every venue has a word for it: there the order stands from now on.
                self._wordless.add((channel.name, report.order_type))
                report = structs.replace(report, order_status=OrderStatus.ACCEPTED)
                with suppress(NotInvertible):
                    yield self.frame(channel, topic, product, [report], now_ns, report, what)

    def _has_no_word(self, channel: Channel, report: OrderStatusReport) -> bool:
        """Whether the channel has told that the order stands when it was triggered."""
        return (channel.name, report.order_type) in self._wordless

    def frame(
        self,
        channel: Channel,
        topic: str | None,
        product: str,
        events: Sequence[Any],
        now_ns: int,
        report: OrderStatusReport | None = None,
        change: str = "asked",
    ) -> bytes:
        """A message of a private channel that means these reports, or notes a change of an order; raises NotInvertible."""
        connection = self._carriers[channel.name]

        def wrapped(tree: Any) -> Any:
            if connection.wrapper_payload and not connection.wrapper_topic:
                return {connection.wrapper_payload: tree}
            if topic is None or not isinstance(tree, dict):
                return tree
            if connection.wrapper_topic:
                return {connection.wrapper_topic: topic, connection.wrapper_payload: tree}
            if connection.topic_key:
                *way, last = connection.topic_key.split(".")
                at = tree
                for name in way:
                    at = at.setdefault(name, {})
                at[last] = topic
            return tree

        further, home = self.trading.further, self.trading.home
        told = Told(product, now_ns, topic=topic, report=report, change=change, further=further, home=home)
        fit = self.backwards.inverse.fits[channel.name]
        if report is not None and not events:
            tree = self.trading.fitter.noted(channel.name, fit, report, told, connection.source, wrapped)
        else:
            tree = self.trading.fitter.fitted(channel.name, fit, events, told, connection.source, wrapped)
        return msgspec.json.encode(wrapped(tree))


def _kinds_of(change: OrderChange | AccountChange) -> frozenset[str]:
    """The reports of which a change may tell."""
    if isinstance(change, OrderChange):
        return _ORDER if change.fill is None else _FILL
    return _ACCOUNT if change.positions else _STATE


def _reports(
    kinds: set[str], change: OrderChange | AccountChange, report: OrderStatusReport | None
) -> Iterator[list[Any]]:
    """The reports of a change that a channel can tell, message by message."""
    if isinstance(change, OrderChange):
        mark = _MARKS.get(change.change)
        if mark is not None and mark.__name__ in kinds and report is not None:
            yield [_marked(mark, report)]
            return
        found: list[Any] = [report] if "OrderStatusReport" in kinds else []
        if change.fill is not None and "FillReport" in kinds:
            found.append(change.fill)
        if found:
            yield found
        return
    if "PositionStatusReport" in kinds:
        yield from ([position] for position in change.positions)
    if "AccountState" in kinds and change.state is not None:
        yield [change.state]


def _marked(
    mark: type[OrderAccepted | OrderTriggered], report: OrderStatusReport
) -> OrderAccepted | OrderTriggered:
    """What happened to an order, as a channel tells it that reports only what has ended."""
    return mark(
        instrument_id=report.instrument_id,
        client_order_id=report.client_order_id or "",
        venue_order_id=report.venue_order_id,
        ts_event=report.ts_last,
        ts_init=report.ts_init,
    )


def _named(channel: Channel, topic: str) -> bool:
    """Whether a topic is a channel's, whatever its parameters are."""
    if channel.topic is None:
        return channel.name == topic
    return slots_of(channel.topic, topic) is not None


def _with_id(body: bytes, identity: Any) -> bytes:
    """A reply with the id of its request, where the reply has an id."""
    if identity is None:
        return body
    message = msgspec.json.decode(body)
    if "id" in message:
        message["id"] = identity
    return msgspec.json.encode(message)
