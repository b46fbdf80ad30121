"""What a frame is for: a control message of the session, or something for the translator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

import msgspec
from msgspec import Raw

from dragoman.codecs import MessageError
from dragoman.net.wire import Frame, Opcode
from dragoman.requests.facts import Asking
from dragoman.requests.sockets import Answers
from dragoman.session.messages import (
    Ack,
    Answer,
    AuthOk,
    AuthRefused,
    Challenge,
    Control,
    Data,
    Expired,
    Notice,
    Pong,
    Refused,
    Unsubscribed,
)
from dragoman.translate.connections import is_text
from dragoman.translate.facts import Connection, Reply
from dragoman.translate.templates import TemplateReplies

_ANY = Data()


class Classifier:
    """Tells the frames of one connection apart by the keys that its replies declare; called for every frame.

    tagged: acknowledgements name the topic instead of the request's id; pairs: what stands between `key=value` pairs, where
    control messages are written so; bare: heartbeats are bare words, and so are their answers; asking: how the answers to
    requests are known.
    """

    __slots__ = (
        "_answers",
        "_bare",
        "_decode",
        "_decoders",
        "_marks",
        "_pairs",
        "_prefix",
        "_replies",
        "_tagged",
        "_templates",
        "_topic",
        "_topics",
    )

    def __init__(
        self,
        connection: Connection,
        *,
        tagged: bool = False,
        pairs: str = "",
        bare: bool = False,
        asking: Asking | None = None,
    ) -> None:
        self._answers = None if asking is None else Answers(asking)
        self._bare = bare
        self._templates = TemplateReplies(connection) if connection.codec == "sbe" else None
        self._pairs = pairs.encode()
        self._replies = tuple(reply for reply in connection.replies if reply.layout is None)
        self._topic = connection.wrapper_topic or connection.topic_key
        self._prefix = f'{{"{self._topic}":"'.encode() if self._topic else b""
        self._tagged = tagged
        self._topics: dict[bytes, Data] = {}
        self._decoders = [msgspec.json.Decoder(reply.payload) for reply in self._replies]
        keys = {key for reply in self._replies for key in reply.has} | ({self._topic} - {""})
        self._decode = msgspec.json.Decoder(dict[str, Raw]).decode if keys or asking is not None else None
        named = [reply.has for reply in self._replies]
        if asking is not None:
            named.append((*asking.has, asking.id))
        self._marks = None if self.names_topics(connection) else _marks(named)

    @staticmethod
    def names_topics(connection: Connection) -> bool:
        """Whether the topic of a data frame is told; where it lies deep, frames are not taken apart for it."""
        key = connection.wrapper_topic or connection.topic_key
        return bool(key) and "." not in key

    def __call__(self, frame: Frame) -> Control | Data:
        """A control, or data with its topic where the frame says it; ValueError or DecodeError for what is no message."""
        data = frame.data
        prefix = self._prefix
        if prefix and data.startswith(prefix):
            start = len(prefix)
            name = data[start : data.index(34, start)]
            found = self._topics.get(name)
            if found is None:
                if len(self._topics) > 100_000:
                    self._topics.clear()
                found = self._topics[name] = Data(name.decode())
            return found
        if self._templates is not None and not is_text(data):
            return self._by_template(self._templates, data)
        if self._bare and data.isalpha():
            return Pong()
        if self._decode is None or data[:1] == b"[":
            return _ANY
        if self._pairs:
            if frame.opcode is not Opcode.TEXT:
                return _ANY
            data = msgspec.json.encode(dict(_pair(part) for part in data.strip().split(self._pairs)))
        elif self._marks is not None:
            for mark in self._marks:
                if mark in data:
                    break
            else:
                return (
                    _ANY  # most frames; what holds none of these is no reply, and its topic is not at the top
                )
        head = self._decode(data)
        if self._answers is not None and (request_id := self._answers.id_of(head)) is not None:
            return Answer(request_id)
        for reply, decoder in zip(self._replies, self._decoders, strict=True):
            if all(key in head for key in reply.has):
                control = self._control(reply, decoder.decode(data))
                if control is not None:
                    return control
        topic = head.get(self._topic) if self._topic else None
        return _ANY if topic is None else Data(str(msgspec.json.decode(topic)))

    def _by_template(self, templates: TemplateReplies, data: bytes) -> Control | Data:
        """What a message is whose header names its template."""
        with suppress(MessageError):  # the translator says what is wrong with it
            for reply, message in templates.read(data):
                control = self._control(reply, message)
                if control is not None:
                    return control
        return _ANY

    def _control(self, reply: Reply, message: Any) -> Control | None:
        told = reply.read(message)
        if told is None:
            refused = reply.means == "authenticated"
            return AuthRefused(reason=_reason(message)) if refused else None
        identity, code, text = told
        request_id, topics = self._answered(identity)
        match reply.means:
            case "ack":
                return Ack(request_id=request_id, topics=topics)
            case "unsubscribed":
                return Unsubscribed(request_id=request_id, topics=topics)
            case "error":
                return Refused(request_id=request_id, topics=topics, code=code or None, reason=text)
            case "challenge":
                return Challenge(_reason(message))
            case "authenticated":
                return AuthOk()
            case "denied":
                return AuthRefused(code=code or None, reason=text)
            case "expired":
                return Expired(text)
            case "pong" | "heartbeat":
                return Pong()
        return Notice(text)

    def _answered(self, identity: Any) -> tuple[int | None, tuple[str, ...]]:
        """(id of the request, topics) that a reply answers."""
        if isinstance(identity, list):
            return None, tuple(str(each) for each in identity)
        if self._tagged:
            return None, () if identity is None else (str(identity),)
        return _number(identity), ()


def _marks(named: Iterable[Sequence[str]]) -> tuple[bytes, ...] | None:
    """What to look for in the bytes of a frame, one of the keys of each reply; None where a reply has no key.

    A key that is written with escapes is looked for by its backslash.
    """
    waiting, chosen = [frozenset(keys) for keys in named], []
    while waiting:
        counts = Counter(key for keys in waiting for key in keys)
        if not counts or not all(waiting):
            return None
        chosen.append(max(counts, key=lambda key: (counts[key], len(key), key)))
        waiting = [keys for keys in waiting if chosen[-1] not in keys]
    return (*(f'"{key}"'.encode() for key in chosen), b"\\")


def _number(identity: Any) -> int | None:
    """The id of a request of ours, a number also where it goes as text."""
    if isinstance(identity, int):
        return identity
    return int(identity) if isinstance(identity, str) and identity.isdecimal() else None


def _reason(message: Any) -> str:
    """The only text of a small message."""
    texts = (getattr(message, name, None) for name in ("challenge", "reason", "message"))
    return next((text for text in texts if isinstance(text, str)), "")


def _pair(text: bytes) -> tuple[str, str]:
    key, _, value = text.decode().partition("=")
    return key, value
