"""Connections whose clients say by criteria what they want, and are told it as images and changes at the pace that they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from msgspec.structs import fields

from dragoman.auth import SessionToken
from dragoman.model import InstrumentId
from dragoman.requests.facts import Interface, Stream
from dragoman.simulate.backwards import Backwards
from dragoman.simulate.images.chronicle import Chronicle
from dragoman.simulate.images.facts import Simulated, Understood
from dragoman.simulate.images.painter import Painter, Shown
from dragoman.simulate.images.wants import Subscribing, Wants, at_path, is_like
from dragoman.simulate.links import Link
from dragoman.simulate.market import Market
from dragoman.simulate.wire.keys import TurnedAway
from dragoman.simulate.wire.marks import slots_of
from dragoman.simulate.wire.streams import PrivateStreams
from dragoman.translate.translator import Translator

_SHARE = 3
"""A connection that nobody sets a pace for shows that it lives so many times within the silence that makes it dead."""


@dataclass(eq=False, slots=True)
class Client:
    """What one client has asked for and what it knows."""

    wants: Wants | None = None
    topic: str = ""
    known: int = 0
    """The number of the change that it was told last."""
    heard_ns: int = 0
    """When it was last told anything."""
    shown: Shown = field(default_factory=dict)


class Service:
    """One channel of one product: who paints its messages, who reads its subscriptions."""

    def __init__(self, painter: Painter, subscribing: Subscribing, market: Market) -> None:
        self.painter = painter
        self.subscribing = subscribing
        self.market = market
        keys = painter.drafting.tables.products[painter.product].keys
        self.known: dict[InstrumentId, tuple[Any, Mapping[str, Any]]] = {}
        for identity, line in market.lines.items():
            key = painter.drafting.translator.symbology.resolve(identity, (painter.product,))[1]
            parts = key if isinstance(key, tuple) else (key,)
            self.known[identity] = line.instrument, dict(zip(keys, parts, strict=True))


class ImageDesk:
    """Takes the frames of such connections; every change of the market has a number, which is what tokens are made of."""

    def __init__(
        self,
        backwards: Backwards,
        interface: Interface,
        simulated: Simulated,
        translator_type: type[Translator],
        markets: Mapping[str, Market],
        private: PrivateStreams,
        now_ns: int,
    ) -> None:
        self.backwards = backwards
        self.interface = interface
        self.simulated = simulated
        self.private = private
        self.number = 0
        self.clients: dict[Link, Client] = {}
        self._life = 1
        self._connected = 0
        self._chronicles: dict[InstrumentId, Chronicle] = {}
        self._services: dict[tuple[str, str], Service] = {}
        for name, tree in simulated.trees.items():
            channel = interface.channels[name]
            stream = interface.streams[tree.connection]
            for product in channel.products:
                if product not in markets:
                    continue
                market = markets[product]
                chronicles = {identity: Chronicle(line) for identity, line in market.lines.items()}
                self._chronicles |= chronicles
                self._services[tree.connection, product] = Service(
                    Painter(backwards, translator_type, name, tree, product, chronicles, now_ns),
                    Subscribing(
                        stream,
                        channel,
                        simulated.understood.get(tree.connection, Understood()),
                        tree.tokens,
                        backwards.tables.products[product].keys,
                    ),
                    market,
                )

    def restart(self) -> None:
        """The markets are as they are now, and nobody is connected or can go on from anything."""
        self.clients.clear()
        self._life += 1
        self.number += 1
        for known in self._chronicles.values():
            known.begin(self.number)

    # -- connections ---------------------------------------------------------------------------------------------------

    def serves(self, connection: str) -> bool:
        """Whether a connection is one of these."""
        return any(name == connection for name, _ in self._services)

    def counts(self, connection: str) -> bool:
        """Whether connections are counted here, once somebody has logged in."""
        return self.serves(connection) and self.interface.streams[connection].login_frame is not None

    def connect(self, link: Link, now_ns: int) -> None:
        """A new client, who is greeted where the venue does so."""
        self.clients[link] = Client(heard_ns=now_ns)
        link.greeting += self._greeted(link)

    def disconnect(self, link: Link) -> None:
        self.clients.pop(link, None)

    def receive(self, link: Link, data: str | bytes, now_ns: int) -> list[bytes]:
        """What goes back at once for a frame."""
        client, stream = self.clients[link], self.interface.streams[link.connection]
        identity = None
        means: tuple[str, ...] = ("error",)
        try:
            try:
                message = msgspec.json.decode(data)
            except (msgspec.DecodeError, UnicodeDecodeError):
                raise TurnedAway("rejected", "the message can't be read") from None
            identity = message.get("id") if isinstance(message, dict) else None
            if stream.login_frame is not None and is_like(stream.login_frame, message):
                means = ("denied", "error")
                return self._log_in(link, stream, message, identity, now_ns)
            service = self._service(link)
            if not service.subscribing.takes(message):
                raise TurnedAway("rejected", "the message can't be read: it asks for nothing that is known")
            if not self.private.admits(link):
                raise TurnedAway("auth", "the connection is not authenticated")
            wants = service.subscribing.read(message, service.known)
            return self._subscribe(link, client, service, wants, now_ns)
        except TurnedAway as refused:
            link.closing = refused.kind == "auth" or len(means) > 1
            code = self.private.trading.refusals.nearest(refused.kind, refused.text)
            own = _own_id(stream, identity) if len(means) > 1 else identity
            for each in means:
                if found := self._reply(link, each, identity, id=own, code=code, message=refused.text):
                    return found
            return []

    # -- what is told --------------------------------------------------------------------------------------------------

    @property
    def remembers(self) -> bool:
        """Whether events are kept for clients who come later."""
        return bool(self._chronicles)

    def heard(self, events: Iterable[Any]) -> None:
        """Public events of a market, which clients are told when it is their time."""
        number = self.number + 1
        for event in events:
            known = self._chronicles.get(getattr(event, "instrument_id", InstrumentId("-.-")))
            if known is not None and known.heard(event, number):
                self.number = number

    def due(self, now_ns: int) -> Iterator[tuple[Link, bytes]]:
        """Changes and signs of life for everybody whose time has come."""
        for link, client in self.clients.items():
            wants = client.wants
            if wants is None or client.topic not in link.topics:
                continue
            service = self._service(link)
            since = {
                each: client.known
                for each in wants.instruments
                if self._chronicles[each].changed > client.known
            }
            if since and now_ns - client.heard_ns >= wants.conflate_ns:
                token = self._token(wants)
                for frame in service.painter.message(wants, "change", token, now_ns, since, client.shown):
                    yield link, frame
                client.known, client.heard_ns = self.number, now_ns
            elif now_ns - client.heard_ns >= self._pace_ns(link, wants):
                client.heard_ns = now_ns
                yield link, service.painter.heartbeat(wants, self._token(wants), now_ns)

    def totals(self, instrument_id: str) -> dict[Any, Any]:
        """How much was truly traded at each price of an instrument."""
        return self._chronicles[InstrumentId(instrument_id)].by_price()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _service(self, link: Link) -> Service:
        found = self._services.get((link.connection, link.product))
        return found or next(each for (name, _), each in self._services.items() if name == link.connection)

    def _subscribe(
        self, link: Link, client: Client, service: Service, wants: Wants, now_ns: int
    ) -> list[bytes]:
        rules = self.interface.streams[link.connection].rules
        most = None if rules is None else rules.max_subscriptions
        parents = len({service.painter.parent_of(each) for each in wants.instruments})
        if most is not None and parents > most:
            raise TurnedAway(
                "rejected",
                f"the subscription asks for {parents} markets, more than the {most} that are allowed",
            )
        since = self._known_to(wants)
        client.topic = f"{link.connection} {wants.identity}"
        link.topics.clear()
        link.topics[client.topic] = None
        client.wants, client.known, client.heard_ns = wants, self.number, now_ns
        if since is None:
            client.shown = {}
            told: dict[InstrumentId, int | None] = dict.fromkeys(wants.instruments)
        else:
            told = {
                each: since if self._chronicles[each].floor <= since else None
                for each in wants.instruments
                if self._chronicles[each].changed > since
            }
        found = self._reply(link, "ack", wants.identity, id=wants.identity)
        kind = "image" if since is None else "resumed"
        found += service.painter.message(wants, kind, self._token(wants), now_ns, told, client.shown)
        return found

    def _known_to(self, wants: Wants) -> int | None:
        """The number that a client says it knows; None where it has to be told everything. Raises TurnedAway for what is no token."""
        found: int | None = None
        for text in wants.tokens.values():
            parts = text.split(".")
            if len(parts) != 3 or not all(part and part.isalnum() for part in parts):
                raise TurnedAway("rejected", "the clock that the subscription was to go on from is wrong")
            life, selection, number = parts
            if life != f"{self._life:04d}" or selection != wants.selection:
                return None
            try:
                found = max(found or 0, int(number, 36))
            except ValueError:
                raise TurnedAway(
                    "rejected", "the clock that the subscription was to go on from is wrong"
                ) from None
        return found if found is None or found <= self.number else None

    def _token(self, wants: Wants) -> str:
        """Where a client stands now, as text that it gives back."""
        digits, number = "", self.number
        while number or not digits:
            number, rest = divmod(number, 36)
            digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        return f"{self._life:04d}.{wants.selection}.{digits}"

    def _pace_ns(self, link: Link, wants: Wants) -> int:
        rules = self.interface.streams[link.connection].rules
        silence = None if rules is None else rules.stale_after_ns
        return wants.heartbeat_ns or ((silence // _SHARE) if silence else 1 << 62)

    # -- log-in and replies --------------------------------------------------------------------------------------------

    def _log_in(
        self, link: Link, stream: Stream, message: Mapping[str, Any], identity: Any, now_ns: int
    ) -> list[bytes]:
        """Lets somebody in whose credentials are all there and right; raises TurnedAway."""
        for wire, template in stream.login_frame.items():
            said = at_path(message, wire)
            if callable(template) and not said:
                name, *_ = slots_of(template, "?") or ("credential",)
                raise TurnedAway("auth", f"no {name.replace('_', ' ')} was sent")
        keyring = self.private.trading.keyring
        # What is the same in every log-in of the adapter's own, a number for one, is the client's own affair.
        usual = {key: part for key, part in stream.login_frame.items() if not callable(part)}
        try:
            owner = keyring.logged_on(stream.login, stream.login_frame, {**message, **usual}, now_ns)
        except TurnedAway as refused:
            by_token = isinstance(self.interface.auth[stream.login], SessionToken)
            text = "the session has ended" if by_token and "token" in refused.text else refused.text
            raise TurnedAway(refused.kind, text) from None
        if owner is None:
            raise TurnedAway("rejected", "the message can't be read")
        most = None if stream.rules is None else stream.rules.max_connections
        if most is not None and self._connections_of(owner, link) >= most:
            raise TurnedAway("rejected", f"the account has more connections than the {most} that are allowed")
        self.private.owners[link] = owner
        own = _own_id(stream, identity)
        return self._reply(link, "authenticated", identity, id=own, echo=message)

    def _connections_of(self, owner: str, link: Link) -> int:
        owners = self.private.owners.items()
        return sum(
            whose == owner and each.connection == link.connection and each is not link
            for each, whose in owners
        )

    def _reply(self, link: Link, means: str, identity: Any, **values: Any) -> list[bytes]:
        """A control message with the id of its request, nothing where the venue has no such."""
        found = self.private.greetings.reply(link.connection, means, **values)
        if found is None:
            return []
        message = msgspec.json.decode(found)
        if identity is not None and "id" in message:
            message["id"] = identity
        key = self.simulated.understood.get(link.connection, Understood()).closes
        if key and means != "connected":
            message[key] = link.closing
        return [msgspec.json.encode(message)]

    def _greeted(self, link: Link) -> list[bytes]:
        """The message that a new client is greeted with; an id that it has to have counts connections."""
        self._connected += 1
        said: dict[str, str] = {}
        for means, answered in self.backwards.inverse.greetings.get(link.connection, ()):
            if means == "connected":
                said |= {
                    each.name: f"{self._life:03d}-{self._connected:08d}"
                    for each in fields(answered.payload)
                    if each.required and each.type is str and each.name.endswith("id")
                }
        return self._reply(link, "connected", None, said=said)


def _own_id(stream: Stream, identity: Any) -> Any:
    """The id that an adapter's own log-in has, by which its answer is known; other clients have their own."""
    own = stream.login_frame.get("id") if isinstance(stream.login_frame, Mapping) else None
    return own if isinstance(own, int | str) else identity
