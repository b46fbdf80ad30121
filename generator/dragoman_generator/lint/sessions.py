"""Connections: silence is noticed, subscriptions are confirmed and renewed, no reply hides another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import UNSET

from dragoman_generator.diagnostics import shown
from dragoman_generator.ir.venue import Venue
from dragoman_generator.language.payload import by_key
from dragoman_generator.language.state import Backoff, BookSync, ImageDelta, Memory
from dragoman_generator.language.wire import Connection
from dragoman_generator.lint.findings import Finding
from dragoman_generator.yaml.marks import Path

_SLOT = re.compile(r"\$[A-Za-z_][A-Za-z0-9_]*\Z")
UNITS = {
    "ns": 1,
    "us": 10**3,
    "ms": 10**6,
    "s": 10**9,
    "m": 60 * 10**9,
    "h": 3600 * 10**9,
    "d": 86400 * 10**9,
}


def nanoseconds(text: str) -> int:
    """`10s` as nanoseconds."""
    digits = text.rstrip("nmushd")
    return int(digits) * UNITS[text[len(digits) :]]


def silence(venue: Venue) -> Iterator[Finding]:
    """A live connection is known to be dead by a heartbeat or by its silence, and waits between tries to reconnect."""
    for name, connection in venue.merged.connections.items():
        session = connection.session
        if session is UNSET:
            continue
        path: Path = ("connections", name, "session")
        if connection.transport == "file":
            yield Finding(path, f"connection {name!r} reads files, and files have no session", key=True)
            continue
        heartbeat = session.heartbeat
        if session.stale_after is UNSET and (heartbeat is UNSET or heartbeat.answer is UNSET):
            yield Finding(
                path,
                f"nothing tells that connection {name!r} has died",
                "add 'stale_after', or a 'heartbeat' with its 'answer'",
            )
        if session.ping == "protocol" and connection.transport != "websocket":
            yield Finding((*path, "ping"), f"a {connection.transport} connection has no ping of its own")
        yield from _backoff(session.reconnect, (*path, "reconnect"))
        if session.ends is not UNSET:
            bounds = {"connections": (session.max_connections, session.openings), "age": (session.max_age,)}
            bounds |= {"subscriptions": (session.max_subscriptions,), "sends": (session.sends_per_second,)}
            bounds["asks"] = (session.asks,)
            for name in session.ends.__struct_fields__:
                said = getattr(session.ends, name)
                if said is not UNSET and all(each is UNSET for each in bounds.get(name, (session.idle,))):
                    yield Finding(
                        (*path, "ends", name), f"no bound of {name} is declared that could be passed"
                    )
        if heartbeat is not UNSET and nanoseconds(heartbeat.every) == 0:
            yield Finding((*path, "heartbeat", "every"), "a heartbeat without pause would flood the venue")


def _backoff(said: Backoff, path: Path) -> Iterator[Finding]:
    first, most = nanoseconds(said.first), nanoseconds(said.max)
    if first == 0:
        yield Finding((*path, "first"), "waiting no time at all would flood the venue")
    if first > most:
        yield Finding(path, f"'first' ({said.first}) is longer than 'max' ({said.max})")


def machine_backoffs(venue: Venue) -> Iterator[Finding]:
    """Books that resync wait longer from try to try."""
    for name, channel in venue.merged.channels.items():
        if isinstance(channel.state, BookSync):
            yield from _backoff(
                channel.state.on_gap.backoff, ("channels", name, "state", "on_gap", "backoff")
            )


def confirmations(venue: Venue) -> Iterator[Finding]:
    """What is subscribed to is acknowledged and may be refused: by an id that goes out, or by a reply that is known."""
    for name, connection in venue.merged.connections.items():
        subscribe = connection.subscribe
        if subscribe is UNSET:
            continue
        path: Path = ("connections", name, "subscribe")
        means = {reply.means for reply in connection.replies.values()}
        if connection.transport == "file":
            yield Finding(path, f"connection {name!r} reads files, and nobody subscribes to a file", key=True)
            continue
        if subscribe.ack == "id" and not any(_holds(subscribe.frame, each) for each in ("$id", "$id_text")):
            yield Finding(
                (*path, "frame"), "subscriptions are acknowledged by id, and the frame holds no $id"
            )
        if subscribe.ack == "topic" and "ack" not in means:
            yield Finding(path, "subscriptions are acknowledged by topic, and no reply means 'ack'")
        if subscribe.ack == "none" and subscribe.at_connect is UNSET and not subscribe.why:
            yield Finding(
                (*path, "ack"),
                "nothing confirms a subscription, so that a refused one looks like silence",
                "write 'id' or 'topic', or say 'why' the venue confirms none",
            )
        if subscribe.ack != "none" and "error" not in means:
            yield Finding(path, "a refused subscription would go unnoticed: no reply means 'error'")
        if subscribe.batch < 1:
            yield Finding((*path, "batch"), f"a frame can't hold {subscribe.batch} subscriptions")
        if subscribe.whole and subscribe.max_bytes is not UNSET:
            yield Finding(
                (*path, "max_bytes"),
                "a frame that names all subscriptions can't be split",
                "bound them by the session's 'max_subscriptions'",
            )
        session = connection.session
        if (
            session is not UNSET
            and session.max_connections is not UNSET
            and session.max_subscriptions is UNSET
        ):
            yield Finding(
                ("connections", name, "session", "max_connections"),
                "connections are counted, and nothing says when one is full",
                "add 'max_subscriptions'",
            )
        if (
            session is not UNSET
            and session.max_subscriptions is not UNSET
            and subscribe.batch > session.max_subscriptions
        ):
            yield Finding(
                (*path, "batch"),
                f"{subscribe.batch} subscriptions a frame are more than the connection takes, {session.max_subscriptions}",
            )


def frames(venue: Venue) -> Iterator[Finding]:
    """A text of a frame that begins with `$` stands for a value by its name."""
    for name, connection in venue.merged.connections.items():
        said = [("subscribe", word) for word in ("frame", "unsubscribe", "begin")]
        said += [("login", "frame"), ("requests", "frame")]
        for section, word in said:
            frame = getattr(getattr(connection, section), word, UNSET)
            for place, text in _texts(frame, ("connections", name, section, word)):
                if text.startswith("$") and not _SLOT.match(text):
                    yield Finding(
                        place,
                        f"{shown(text)} stands for no value",
                        "a value is $name, of letters, digits and underscores",
                    )


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))
    elif isinstance(value, str):
        yield path, value


def _holds(value: object, wanted: str) -> bool:
    if isinstance(value, dict):
        return any(_holds(inner, wanted) for inner in value.values())
    if isinstance(value, list):
        return any(_holds(inner, wanted) for inner in value)
    return value == wanted


def resumption(venue: Venue) -> Iterator[Finding]:
    """What is kept over a disconnect goes on where it stopped: by tokens that are saved and sent again."""
    spec = venue.merged
    for name, connection in spec.connections.items():
        if connection.subscribe is UNSET or connection.subscribe.resubscribe != "resume":
            continue
        if not any(
            isinstance(state, ImageDelta) and state.resume for state in _states(venue, name, connection)
        ):
            yield Finding(
                ("connections", name, "subscribe", "resubscribe"),
                "subscriptions are resumed, and no channel saves what they are resumed with",
                "add 'resume' to the channel's image_delta, or write 'all'",
            )
    for name, channel in spec.channels.items():
        state, live = channel.state, spec.connections.get(channel.connection)
        if live is None or live.subscribe is UNSET or not isinstance(state, ImageDelta | Memory):
            continue
        if state.on_disconnect == "keep" and live.subscribe.resubscribe != "resume" and not state.why:
            yield Finding(
                ("channels", name, "state", "on_disconnect"),
                f"channel {name!r} keeps its state over a disconnect, and its connection starts anew",
                "write 'reset', or say 'why' nothing is missed",
            )


def _states(venue: Venue, name: str, connection: Connection) -> Iterator[object]:
    names = (name, "" if connection.channels_of is UNSET else connection.channels_of)
    for channel in venue.merged.channels.values():
        if channel.connection in names:
            yield channel.state


def replies(venue: Venue) -> Iterator[Finding]:
    """Of two replies that are known by the same keys the first says when it is meant."""
    for name, connection in venue.merged.connections.items():
        said: list[tuple[str, frozenset[str], bool]] = []
        for key, reply in connection.replies.items():
            path: Path = ("connections", name, "replies", key)
            has = frozenset(reply.has if reply.tag is UNSET else [str(reply.tag)])
            for missing in sorted(set(reply.has) - set(by_key(reply.fields))):
                yield Finding((*path, "has"), f"{missing!r} tells the reply, and 'fields' does not hold it")
            for other, keys, guarded in said:
                if keys <= has and not guarded:
                    yield Finding(
                        path,
                        f"every such reply is taken for {other!r} first",
                        f"add 'when' to {other!r}",
                        key=True,
                    )
            said.append((key, has, reply.when is not UNSET))
            if reply.means in ("error", "denied") and reply.code is UNSET and reply.message is UNSET:
                yield Finding(path, "an error reply tells neither 'code' nor 'message'", key=True)
            if reply.means == "unsubscribed" and reply.id is UNSET:
                yield Finding(
                    path,
                    "an answer to unsubscribing does not tell what it answers",
                    "write 'id': where the id of the request or the topics stand",
                    key=True,
                )
