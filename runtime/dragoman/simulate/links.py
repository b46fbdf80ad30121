"""Connections of clients: what they subscribe to, and the venue's own answers to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from dragoman.requests.facts import End, Interface, Slot, Stream
from dragoman.simulate.asks import answered
from dragoman.simulate.backwards import Backwards
from dragoman.simulate.errors import NotSimulated

_ERROR_CODE = 2
_POLICY = 1008
NOBODY = "nobody is logged on"
NAMED = frozenset({"topic", "topics", "id", "id_text"})
"""Slots of a frame that no argument stands in."""
Admit = Callable[["Link", str], str]
"""(connection, topic) -> why the topic is refused, "" where it is taken."""
Welcome = Callable[["Link", str, int], list[bytes]]
"""(connection, topic, now) -> what a new subscriber is sent at once."""


Greet = Callable[[str, str, Mapping[str, Any]], "bytes | None"]
"""(connection, meaning, values) -> a control message, None where the plain one will do."""


Over = Callable[["Link", Sequence[str]], "End | None"]
"""(connection, topics) -> what is said where they are more than it may have."""


Take = Callable[["Link", Stream, list[str], list[str], Any, int], list[bytes]]
"""(connection, its stream, topics, what stands beside them, id, now) -> what goes back."""


@dataclass(eq=False, slots=True)
class Link:
    """One client's connection."""

    connection: str
    product: str
    bare: str = ""
    """The key of the envelope that this client's messages come without."""
    topics: dict[str, None] = field(default_factory=dict)
    greeting: list[bytes] = field(default_factory=list)
    """What the venue says first, before it is asked anything."""
    closing: bool = False
    """The venue ends the connection, once it has said why."""
    close_code: int = 1000
    close_text: str = ""
    opened_ns: int = 0
    heard_ns: int = 0
    """When the client sent the last frame; at first when it connected."""
    sends: deque[int] = field(default_factory=deque)
    """When it sent the frames of the last second."""
    asks: deque[int] = field(default_factory=deque)
    """When it subscribed, unsubscribed or logged in of late."""

    def framed(self, frame: bytes) -> bytes:
        """A frame as this client gets it; what has no envelope is as it is."""
        if not self.bare:
            return frame
        whole = msgspec.json.decode(frame, type=dict[str, msgspec.Raw])
        return bytes(whole.get(self.bare, frame))


class Desk:
    """Takes the frames that clients send, as the spec declares them; `admit` says which topics there are."""

    def __init__(
        self, backwards: Backwards, interface: Interface, admit: Admit, welcome: Welcome | None = None
    ) -> None:
        self.backwards = backwards
        self.interface = interface
        self.admit = admit
        self.welcome = welcome or (lambda link, topic, now_ns: [])
        self.greet: Greet = lambda connection, means, values: None
        """What connections that are logged on to say instead of the plain replies."""
        self.words: Callable[[str], tuple[str, str] | None] = lambda reason: None
        """Why a frame is refused -> the code and the text of the venue, None where nothing is said."""
        self._asked: dict[str, str] = {}
        """The texts of the frame at hand, by their keys."""
        self.over: Over = lambda link, topics: None
        self.links: dict[Link, None] = {}

    def connect(self, connection: str, product: str, path: str = "") -> Link:
        """A new connection; topics may stand in its address. Raises NotSimulated for a protocol of another kind."""
        stream = self.interface.streams[connection]
        if stream.control != "json" or (
            stream.frame is not None and not {"topic", "topics"}.intersection(slot_names(stream.frame))
        ):
            raise NotSimulated(
                self.backwards.venue, f"connection {connection!r} is not subscribed to by topics in JSON"
            )
        told = next(each for each in self.backwards.tables.connections if each.name == connection)
        bare = told.bare_at and told.bare_at in path.split("?")[0].split("/")
        link = Link(connection, product, told.wrapper_payload if bare else "")
        self.links[link] = None
        if stream.at_connect is not None:
            before, _, after = stream.at_connect({"topics": "\0"}).partition("\0")
            _, found, rest = path.partition(before)
            for topic in rest.removesuffix(after).split("/") if found and before else ():
                if not self.admit(link, topic):
                    link.topics[topic] = None
        return link

    def disconnect(self, link: Link) -> None:
        self.links.pop(link, None)

    def receive(self, link: Link, text: str | bytes, now_ns: int) -> list[bytes]:
        """What goes back for one frame of a client."""
        stream = self.interface.streams[link.connection]
        self._asked = {}
        if stream.rules is not None and stream.rules.beat is not None and is_beat(stream.rules.beat, text):
            known = "pong" in self.backwards.inverse.replies.get(link.connection, {})
            if stream.rules.any_frame_answers and not known:
                return [b"pong"]
            return [self._reply(link.connection, "pong")] if known else []
        try:
            message = msgspec.json.decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return self.refusal(link, None, "the frame is no JSON", reason="malformed", said=text)
        for tree, take in ((stream.frame, self._subscribe), (stream.unsubscribe, self._unsubscribe)):
            parts = [] if tree is None else apart(tree, message)
            found = [(part, said) for part in parts if (said := matched(tree, part)) is not None]
            if found and len(found) == len(parts):
                return [
                    reply for part, said in found for reply in self._taken(link, take, part, said, now_ns)
                ]
        told = self._told(link, message)
        if told is not None:
            return [told]
        self._asked = texts_of(message)
        identity = message.get("id") if isinstance(message, dict) else None
        return self.refusal(link, identity, "no such request", reason="malformed", said=text)

    def _taken(
        self, link: Link, take: Take, message: Any, said: Mapping[str, Any], now_ns: int
    ) -> list[bytes]:
        """What goes back for what one frame, or one of the entries that it lists, says."""
        self._asked = texts_of(message)
        topics = said.get("topics", [said["topic"]] if "topic" in said else None)
        identity = said.get("id", said.get("id_text"))
        if not isinstance(topics, list) or not all(isinstance(each, str) for each in topics):
            return self.refusal(link, identity, "topics must be texts")
        beside = [str(value) for name, value in said.items() if name not in NAMED]
        return take(link, self.interface.streams[link.connection], topics, beside, identity, now_ns)

    def _told(self, link: Link, message: Any) -> bytes | None:
        """What goes back for a question about the connection itself."""
        asks = self.backwards.inverse.behind.asks.get(link.connection)
        if asks is None:
            return None
        facts = next(each for each in self.backwards.tables.connections if each.name == link.connection)
        return answered(link, facts.wrapper_payload, asks, message)

    def takes(self, link: Link, text: str | bytes) -> bool:
        """Whether a frame subscribes to topics that the connection has, or gives up some that it was subscribed to."""
        stream = self.interface.streams[link.connection]
        try:
            message = msgspec.json.decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return False
        for tree in (stream.frame, stream.unsubscribe):
            parts = [] if tree is None else apart(tree, message)
            said = matched(tree, parts[0]) if parts else None
            if said is not None:
                topics = said.get("topics", [said["topic"]] if "topic" in said else [])
                beside = [str(value) for name, value in said.items() if name not in NAMED]
                named = self._names(stream, [str(each) for each in topics], beside)
                return all(each in link.topics or not self.admit(link, each) for each in named)
        return False

    def refusal(
        self,
        link: Link,
        identity: Any,
        text: str,
        parts: Sequence[str] = (),
        *,
        code: str | int | None = None,
        reason: str = "",
        said: str | bytes = "",
    ) -> list[bytes]:
        """An error frame in the venue's form, nothing where the spec knows of none; `said` is what `$said` stands for in its words."""
        if "error" not in self.backwards.inverse.replies.get(link.connection, {}):
            return []
        known = self.words(reason)
        if known is not None:
            whole = said if isinstance(said, str) else said.decode("utf-8", "replace")
            code, text = known[0] or code, known[1].replace("$said", whole) or text
        told = {"id": identity, "code": _ERROR_CODE if code is None else code, "message": text}
        return [self._reply(link.connection, "error", parts, **told)]

    def _reply(self, connection: str, means: str, parts: Sequence[str] = (), **values: Any) -> bytes:
        said = {**values, "parts": parts} if parts else values
        greeted = self.greet(connection, means, {**said, "echo": self._asked})
        return self.backwards.reply(connection, means, self._asked, **values) if greeted is None else greeted

    def _subscribe(
        self,
        link: Link,
        stream: Stream,
        topics: list[str],
        beside: list[str],
        identity: Any,
        now_ns: int,
    ) -> list[bytes]:
        named = self._names(stream, topics, beside)
        for topic in named:
            why = self.admit(link, topic)
            if why:
                asked = identity if stream.ack == "id" else ":".join([topics[0], *beside])
                reason = "not_logged_on" if why == NOBODY else "unknown_topic"
                parts, about = [*topics, *beside], ",".join([topics[0], *beside] if beside else [topic])
                told = f"{topic}: {why}"
                return self.refusal(link, asked, told, parts if beside else (), reason=reason, said=about)
        end = self.over(link, named)
        if end is not None:
            if end.close is not None:
                close(link, end)
                return []
            asked = identity if stream.ack == "id" else ":".join([topics[0], *beside])
            return self.refusal(link, asked, end.text, [*topics, *beside] if beside else (), code=end.code)
        link.topics.update(dict.fromkeys(named))
        sent = self._confirmed(link, stream, topics, beside, identity)
        for topic in named:
            sent += self.welcome(link, topic, now_ns)
        return sent

    def _unsubscribe(
        self,
        link: Link,
        stream: Stream,
        topics: list[str],
        beside: list[str],
        identity: Any,
        now_ns: int,
    ) -> list[bytes]:
        for topic in self._names(stream, topics, beside):
            link.topics.pop(topic, None)
        own = "unsubscribed" in self.backwards.inverse.replies.get(link.connection, {})
        return self._confirmed(link, stream, topics, beside, identity, "unsubscribed" if own else "ack")

    @staticmethod
    def _names(stream: Stream, topics: list[str], beside: list[str]) -> list[str]:
        """What subscriptions are called: by their topics, and by what stands beside these on connections that are open to all."""
        return topics if stream.login or not beside else [f"{each}:{','.join(beside)}" for each in topics]

    def _confirmed(
        self,
        link: Link,
        stream: Stream,
        topics: list[str],
        beside: list[str],
        identity: Any,
        means: str = "ack",
    ) -> list[bytes]:
        match stream.ack:
            case "id":
                return [self._reply(link.connection, means, id=identity)]
            case "topic":
                names = [f"{each}:{','.join(beside)}" if beside else each for each in topics]
                return [
                    self._reply(link.connection, means, [topic, *beside] if beside else (), id=name)
                    for topic, name in zip(topics, names, strict=True)
                ]
        return []


def close(link: Link, end: End) -> None:
    """The venue ends a connection for a reason."""
    link.closing, link.close_code, link.close_text = True, end.close or _POLICY, end.text


def is_beat(beat: str, text: str | bytes) -> bool:
    """Whether a frame is the client's heartbeat, however its JSON is spaced and whatever stands beside."""
    if text in (beat, beat.encode()):
        return True
    try:
        wanted, got = msgspec.json.decode(beat), msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return isinstance(wanted, dict) and isinstance(got, dict) and wanted.items() <= got.items()


def texts_of(message: Any) -> dict[str, str]:
    """Every text of a frame by its key; of equal keys the first, the outer ones before those inside."""
    found: dict[str, str] = {}
    level = [message]
    while level:
        for each in level:
            if isinstance(each, dict):
                for key, value in each.items():
                    if isinstance(value, str):
                        found.setdefault(key, value)
        level = [
            part
            for each in level
            if isinstance(each, dict | list)
            for part in (each.values() if isinstance(each, dict) else each)
            if isinstance(part, dict | list)
        ]
    return found


def apart(tree: Any, message: Any) -> list[Any]:
    """A message for each entry of the list of which the declared form has one entry with places of its own; itself where there is no such list."""
    if not isinstance(tree, Mapping) or not isinstance(message, Mapping):
        return [message]
    for key, part in tree.items():
        entries = message.get(key)
        if (
            isinstance(part, list | tuple)
            and len(part) == 1
            and slot_names(part)
            and isinstance(entries, list)
        ):
            return [{**message, key: [each]} for each in entries]
    return [message]


def matched(tree: Any, message: Any, loose: bool = False) -> dict[str, Any] | None:
    """Slot -> value where a message has the declared form, None where it hasn't.

    loose: a record inside the message that has no slot (headers) may be as it likes.
    """
    if isinstance(tree, Slot):
        return {tree.name: message}
    if callable(tree):
        return {}
    found: dict[str, Any] = {}
    if isinstance(tree, Mapping):
        if not isinstance(message, Mapping):
            return None
        for key, part in tree.items():
            if part.__class__ is Slot:
                if (value := message.get(key)) is not None:
                    found[part.name] = value
                continue
            if loose and isinstance(part, Mapping) and not slot_names(part):
                continue
            if key not in message:
                return None
            inner = matched(part, message[key])
            if inner is None:
                return None
            found |= inner
        return found
    if isinstance(tree, list | tuple):
        if not isinstance(message, list) or len(message) != len(tree):
            return None
        for part, value in zip(tree, message, strict=True):
            inner = matched(part, value)
            if inner is None:
                return None
            found |= inner
        return found
    return found if tree == message else None


def slot_names(tree: Any) -> list[str]:
    """The slots of a frame in the order that they stand in."""
    if isinstance(tree, Slot):
        return [tree.name]
    parts = tree.values() if isinstance(tree, Mapping) else tree if isinstance(tree, list | tuple) else ()
    return [name for part in parts for name in slot_names(part)]
