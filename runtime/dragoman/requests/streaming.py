"""Subscriptions: a channel and its parameters as topics, addresses and session facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.auth import ApiKey, Cram, Hmac, SessionToken, Values
from dragoman.errors import InvalidParameter, NotSupported, ProductRequired, SpecMissing, UnknownAction
from dragoman.model import InstrumentId
from dragoman.net.wire import Frame, Opcode, Pairs
from dragoman.requests import choose
from dragoman.requests.classify import Classifier
from dragoman.requests.facts import Channel, Environment, Interface, Stream
from dragoman.requests.frames import filled, frames, login_frame, written
from dragoman.requests.params import Checker, plain
from dragoman.session.facts import (
    AckFacts,
    Backoff,
    Heartbeat,
    Payload,
    SendLimit,
    SessionFacts,
    Subscription,
)
from dragoman.translate.facts import Connection

if TYPE_CHECKING:
    from dragoman.requests.builder import Requests

_LONGEST_ID = 999_999_999
_SLOT = re.compile(r"\{([^{}]+)\}")
_FILTERS: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "dashes": lambda text: text.replace(".", "-"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One connection: subscriptions of one kind share it, until the venue allows it no more and a further `number` begins."""

    connection: str
    product: str
    url: str
    number: int = 1

    @property
    def name(self) -> str:
        """`stream:perp`, or `stream#2:perp` for the second of its kind."""
        named = self.connection if self.number == 1 else f"{self.connection}#{self.number}"
        return f"{named}:{self.product}" if self.product else named


def slots_of(interface: Interface, environment: Environment) -> frozenset[str]:
    """Names that addresses of connections leave open: a caller says them with a subscription."""
    urls = [url for known in environment.connections.values() for url in known.values()]
    filled_by_channels = {name for channel in interface.channels.values() for name in channel.address}
    found = {match.split("|")[0] for url in urls for match in _SLOT.findall(url)}
    return frozenset(found - filled_by_channels - {"session_token"})


def address(
    interface: Interface, environment: Environment, channel: Channel, product: str, **slots: str
) -> Line:
    """The line of a channel for one product; `slots` fill what the address leaves open beside the channel's own."""
    values = {**slots, **channel.address}
    return address_of(interface, environment, channel.connection, product, values, action=channel.name)


def address_of(
    interface: Interface,
    environment: Environment,
    connection: str,
    product: str,
    values: Mapping[str, str],
    *,
    action: str,
) -> Line:
    """The line of a connection for one product, "" where all share one; `action` is what needs it."""
    known = environment.connections.get(connection, {})
    url = known.get(product) or known.get("")
    if url is None:
        raise SpecMissing(
            interface.venue,
            f"address of connection {connection!r} for {product!r} in this environment",
        )

    def fill(match: re.Match[str]) -> str:
        name, *filters = match[1].split("|")
        if name == "session_token":
            return match[0]  # known when the connection opens, and another one later
        if name not in values:
            raise InvalidParameter(
                interface.venue,
                action,
                name,
                f"is part of the address of {connection!r} and is missing",
            )
        text = values[name]
        for each in filters:
            text = _FILTERS[each](text)
        return text

    return Line(connection, product, _SLOT.sub(fill, url))


class _Read(dict[str, str]):
    """Values by name; `read` are the names that somebody asked for."""

    def __init__(self, values: Mapping[str, str]) -> None:
        super().__init__(values)
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.read.add(name)
        return super().__getitem__(name)


def subscription(
    interface: Interface,
    channel: Channel,
    product: str,
    params: Mapping[str, Any],
    instrument_id: InstrumentId | None = None,
) -> Subscription:
    """One topic of a channel; raises InvalidParameter for parameters that it does not take."""
    if product not in channel.products:
        raise NotSupported(interface.venue, channel.name, product, channel.products)
    checked = Checker(interface.venue, channel.name).check(channel.params, params, product)
    values = _Read({param.told: plain(value) for param, value in checked})
    topic = channel.name if channel.topic is None else channel.topic(values)
    arguments: list[tuple[str, str]] = []
    apart: list[str] = []
    for param, value in checked:
        for each in value if isinstance(value, list) else [value]:
            arguments.append((param.wire, plain(each)))
            if param.told not in values.read or param.kind == "list":
                apart.append(plain(each))
    if apart or channel.topic is None:
        # The venue's topic alone would not tell two such subscriptions apart.
        arguments.append(("topic", topic))
        topic = f"{topic}:{','.join(apart)}"
    rules = interface.streams[channel.connection].rules
    stale_ns = channel.stale_after_ns
    if stale_ns is None and rules is not None:
        stale_ns = rules.topics_stale_after_ns
    return Subscription(
        topic=topic,
        instrument_id=instrument_id,
        args=tuple(arguments),
        stale_after_ns=stale_ns,
        channel=channel.name,
    )


def subscribing(requests: Requests, params: dict[str, Any]) -> tuple[Channel, str, list[Subscription]]:
    """(channel, product, subscriptions) of what a caller asks for: a normalized `type`, a `channel` of the venue, or the type from that channel."""
    interface = requests.interface
    product = params.pop("product", None)
    kind, name = params.pop("type", None), params.pop("channel", None)
    type_name = getattr(kind, "__name__", kind)
    if type_name is None and name is None:
        raise InvalidParameter(interface.venue, "subscribe", "type", "or 'channel' is needed, or both")
    if name is None:
        identity = params.get("instrument_id")
        if identity is None and "bar_type" in params:
            identity = params["bar_type"].rsplit("-", 4)[0]
        product, want = requests.want(type_name, product, params)
        channel = choose.channels_for(interface, type_name, product, want.price)[0]
    else:
        found = interface.channels.get(name)
        if found is None:
            raise UnknownAction(interface.venue, f"subscribe {name}", interface.channels)
        if type_name is not None and type_name not in found.gives:
            why = f"{name!r} gives {', '.join(found.gives) or 'nothing'}, and no {type_name}"
            raise InvalidParameter(interface.venue, "subscribe", "channel", why)
        channel, want = found, choose.Want()
        identity = params.pop("instrument_id", None)
        if identity is not None:
            product, want = requests.wanted(identity, product, channel.products)
        if product is None:
            if len(channel.products) != 1:
                raise ProductRequired(interface.venue, channel.name, channel.products)
            product = channel.products[0]
    action = f"subscribe {channel.name}"
    given = {**choose.fill(interface, action, channel.params, want), **params}
    known = None if identity is None or not _is_of_one(requests, channel, product) else InstrumentId(identity)
    return channel, product, [subscription(interface, channel, product, given, known)]


def _is_of_one(requests: Requests, channel: Channel, product: str) -> bool:
    """Whether a subscription is of one instrument; where it leaves a part of the key open, others share its topic and its holes."""
    filled_by = {param.fills for param in channel.params}
    return "symbol" in filled_by or filled_by.issuperset(requests.symbology.products[product].keys)


def subscription_frame(requests: Requests, action: str, params: dict[str, Any]) -> Frame:
    """The frame of `subscribe` or `unsubscribe`."""
    request_id = int(params.pop("id", 1))
    channel, _, subscriptions = subscribing(requests, params)
    stream = requests.interface.streams[channel.connection]
    tree = stream.frame if action == "subscribe" else stream.unsubscribe
    if tree is None:
        why = "its topics are part of the address" if stream.at_connect else "the venue has no such frame"
        raise NotSupported(requests.venue, f"{action} {channel.name}", None, (), why)
    texts = frames(stream, tree, subscriptions, request_id, lists=list_names(requests.interface, stream))
    return Frame(Opcode.TEXT, texts[0].encode())


def list_names(interface: Interface, stream: Stream) -> frozenset[str]:
    """Parameters of the connection's channels that are lists, and so are gathered over a batch."""
    names = {stream.name, stream.channels_of}
    channels = [each for each in interface.channels.values() if each.connection in names]
    return frozenset(param.wire for each in channels for param in each.params if param.kind == "list")


def login_values(
    requests: Requests, stream: Stream, challenge: str | None = None, product: str = ""
) -> Values:
    """What a login frame may use: credentials, the moment, and the answer to a challenge."""
    values = requests.values()
    values = requests.with_token(stream.login, product, values)
    scheme = requests.interface.auth.get(stream.login)
    if isinstance(scheme, Cram) and challenge is not None:
        values = values.also(response=scheme.answer(challenge, values))
    if isinstance(scheme, Hmac):
        values = scheme.moments(values)
    if scheme is not None and hasattr(scheme, "sign") and hasattr(scheme, "payload"):
        known = values.also(method="", path="", query="", body="", target="")
        values = values.also(signature=scheme.sign(scheme.payload(known).encode(), values))
    return values


def opening_headers(requests: Requests, stream: Stream, product: str) -> Pairs:
    """Headers that a connection opens with, where its log-in is a key and no frame; raises CredentialsMissing."""
    scheme = requests.interface.auth.get(stream.login)
    if not isinstance(scheme, ApiKey) or stream.login_frame is not None:
        return ()
    values = login_values(requests, stream, product=product)
    return tuple((name, text(values)) for name, text in scheme.headers.items())


def session_facts(
    requests: Requests,
    connection: Connection,
    line: Line,
    *,
    tokens: Callable[[], Mapping[str, Any]] | None = None,
    **login: Any,
) -> SessionFacts:
    """A line as the session room needs it; `connection` are the translator's tables, `tokens` what a resumption goes on from."""
    interface = requests.interface
    stream = interface.streams[line.connection]
    rules = stream.rules
    if rules is None:
        raise SpecMissing(interface.venue, f"session of connection {line.connection!r}")
    lists = list_names(interface, stream)

    begun = False
    asked: frozenset[str] = frozenset()

    def written_of(tree: Any, topics: Sequence[Subscription], request_id: int, resumes: bool) -> list[str]:
        resumed = tokens() if tokens is not None and resumes else None
        return frames(stream, tree, topics, request_id, lists=lists, tokens=resumed)

    def subscribe(topics: Sequence[Subscription], request_id: int) -> Sequence[Payload]:
        nonlocal begun, asked
        # Tokens are of one selection: with another one the venue starts anew.
        named = frozenset(each.topic for each in topics)
        found = written_of(stream.frame, topics, request_id, stream.resume and named == asked)
        asked = named
        if stream.begin is not None and not begun:
            begun = True
            found.append(
                written(stream, filled(stream.begin, {"id": request_id, "id_text": str(request_id)}, {}))
            )
        return found

    def unsubscribe(topics: Sequence[Subscription], request_id: int) -> Sequence[Payload]:
        return written_of(stream.unsubscribe, topics, request_id, False)

    def fits(topics: Sequence[Subscription]) -> bool:
        most = stream.max_bytes or 0
        written_ones = (
            text
            for tree in (stream.frame, stream.unsubscribe)
            for text in written_of(tree, topics, _LONGEST_ID, False)
        )
        return all(len(text.encode()) <= most for text in written_ones)

    def first(challenge: str | None = None) -> Sequence[Payload]:
        text = login_frame(stream, login_values(requests, stream, challenge, line.product).also(**login), 0)
        return () if text is None else (text,)

    def url(topics: Sequence[Subscription]) -> str:
        nonlocal begun
        begun = False  # asked for once for every connection
        if stream.at_connect is None:
            return line.url
        return line.url + stream.at_connect({"topics": "/".join(each.topic for each in topics)})

    challenged = isinstance(interface.auth.get(stream.login), Cram)
    logs_in = stream.login_frame is not None
    beat = rules.beat
    return SessionFacts(
        venue=interface.venue,
        name=line.name,
        url=url,
        classify=Classifier(
            connection,
            tagged=stream.ack == "topic",
            pairs=stream.separator if stream.control == "pairs" else "",
            bare=beat is not None and beat.isalpha(),
            asking=stream.requests,
        ),
        subscribe=subscribe if stream.frame is not None else None,
        unsubscribe=unsubscribe if stream.unsubscribe is not None else None,
        authenticate=(lambda now: first()) if logs_in and not challenged else None,
        answer=(lambda challenge, now: first(challenge)) if logs_in and challenged else None,
        batch_size=stream.batch,
        whole=stream.whole,
        max_subscriptions=rules.max_subscriptions,
        max_connections=rules.max_connections,
        fits=fits if stream.max_bytes is not None and stream.frame is not None else None,
        ack=AckFacts(
            by="request_id" if stream.ack == "id" else stream.ack,
            timeout_ns=stream.ack_timeout_ns,
            tells_left=any(reply.means == "unsubscribed" for reply in connection.replies),
        ),
        send_limit=None if rules.sends_per_second is None else SendLimit(messages=rules.sends_per_second),
        ask_limit=None if rules.asks is None else SendLimit(messages=rules.asks, window_ns=rules.asks_per_ns),
        heartbeat=(
            None
            if beat is None
            else Heartbeat(
                every_ns=rules.beat_every_ns,
                payload=lambda now: beat,
                pong_within_ns=rules.pong_within_ns,
                any_frame_is_pong=rules.any_frame_answers,
            )
        ),
        stale_after_ns=rules.stale_after_ns,
        backoff=Backoff(first_ns=rules.first_ns, max_ns=rules.max_ns),
        max_age_ns=rules.max_age_ns,
        names_topics=stream.frame is None or stream.whole or Classifier.names_topics(connection),
        by_token=isinstance(interface.auth.get(stream.login), SessionToken),
    )
