"""JSON streams: a frame finds its channel in one pass where its layout is the usual one, carefully where it is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from dragoman.errors import DecodeError, DragomanError, ProductRequired, VenueError
from dragoman.translate.facts import Channel, Connection, Event, Reply
from dragoman.translate.rows import decoder, error_path, error_text
from dragoman.translate.scope import ROW_ERRORS, Scope

if TYPE_CHECKING:
    from dragoman.translate.translator import Translator

MAX_TOPICS = 100_000


class JsonFeed:
    """One connection's messages as events; call it with a frame's bytes.

    A wrapped frame (`{"stream": ..., "data": {...}}`) is looked at as bytes first: where its two keys stand as
    expected, only the inside is decoded, straight to its type. Everything else takes the careful way.
    """

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.translator = translator
        self.connection = connection
        self.stats = translator.stats
        self.scope = scope
        product = scope.product if scope else ""
        self.channels = [c for c in connection.channels if not c.products or product in c.products]
        tagged = [c for c in self.channels if c.tag is not None and _is_struct(c.payload)]
        self.by_type: dict[Any, Channel] = {c.payload: c for c in tagged}
        self.by_tag: dict[Any, Channel] = {c.tag: c for c in self.channels if c.tag is not None}
        self.union: Any = _union([c.payload for c in tagged]) if connection.tag_key else None
        self.decode_tagged = decoder(self.union).decode if self.union is not None else None
        self.prefix = f'{{"{connection.wrapper_topic}":"'.encode() if connection.wrapper_topic else b""
        self.infix = f'","{connection.wrapper_payload}":'.encode()
        self.topics: dict[bytes, tuple[Any, Any, Scope]] = {}
        self.head = decoder(_head(connection))

    def __call__(self, payload: bytes, ts_init: int = 0) -> list[Event]:
        """The events of one frame; raises DecodeError for a frame that is no message, VenueError for an error frame."""
        out: list[Event] = []
        stats = self.stats
        stats.messages += 1
        stats.bytes += len(payload)
        try:
            prefix = self.prefix
            if prefix and payload.startswith(prefix):
                start = len(prefix)
                end = payload.index(34, start)
                decode, emit, scope = self.topics[payload[start:end]]
                if payload.startswith(self.infix, end):
                    emit(scope, decode(payload[end + len(self.infix) : -1]), ts_init, out)
                    stats.events += len(out)
                    return out
            elif self.decode_tagged is not None and self.scope is not None:
                message = self.decode_tagged(payload)
                self.by_type[type(message)].emit(self.scope, message, ts_init, out)
                stats.events += len(out)
                return out
        except DragomanError:
            raise
        except (msgspec.DecodeError, *ROW_ERRORS):
            # the careful way below says exactly what is wrong, or finds that nothing is
            out.clear()
        self.careful(payload, ts_init, out)
        stats.events += len(out)
        return out

    def careful(self, payload: bytes, ts_init: int, out: list[Event]) -> None:
        """Route by the head of the message, decode, isolate what is bad."""
        if payload.lstrip()[:1] == b"[":
            for raw in self.read(decoder(list[Raw]), payload, "$"):
                self.careful(bytes(raw), ts_init, out)
            return
        head = self.read(self.head, payload, "$")
        connection = self.connection
        topic = self.text(head, connection.wrapper_topic) or self.text(head, connection.topic_key)
        inner: bytes | None = payload
        if connection.wrapper_payload:
            wrapped = getattr(head, _attribute(connection.wrapper_payload))
            if wrapped is not None and topic is not None:
                inner = bytes(wrapped)
                if inner[:1] != b"[":
                    head = self.read(self.head, inner, f"$.{connection.wrapper_payload}")
            else:
                topic = None
        reply = self.reply(head, payload)
        if reply:
            return
        channel, slots = self.channel_of(head, topic)
        if channel is None:
            self.unknown(topic or self.text(head, connection.tag_key) or "", payload)
            return
        scope = self.scope_of(channel, slots)
        if topic is not None and connection.wrapper_topic:
            if len(self.topics) >= MAX_TOPICS:
                self.topics.clear()
            self.topics[topic.encode()] = (decoder(channel.payload).decode, channel.emit, scope)
        message = self.translator.decode(channel.payload, inner, channel.rows, scope.source, channel.name)
        self.translator.emit(channel.emit, scope, message, ts_init, out, inner)

    def channel_of(self, head: Any, topic: str | None) -> tuple[Channel | None, Mapping[str, str]]:
        """By topic where there is one, else by tag, else by the keys that are there."""
        if topic is not None:
            for channel in self.channels:
                if channel.topic is not None and (match := channel.topic.fullmatch(topic)):
                    slots = {k: v for k, v in match.groupdict().items() if v is not None}
                    return channel, {k: v.upper() if k in channel.upper else v for k, v in slots.items()}
        tag = self.text(head, self.connection.tag_key)
        if tag is not None:
            return self.by_tag.get(tag), {}
        for channel in self.channels:
            if channel.has and all(getattr(head, _attribute(key)) is not None for key in channel.has):
                return channel, {}
        return None, {}

    def scope_of(self, channel: Channel, slots: Mapping[str, str]) -> Scope:
        if self.scope is None:
            raise ProductRequired(
                self.translator.venue, self.connection.source, channel.products or self.connection.products
            )
        return self.scope.of(self.connection.source, topic=slots) if slots else self.scope

    def reply(self, head: Any, payload: bytes) -> Reply | None:
        """The control message that this is, acted on; an error frame is raised."""
        for reply in self.connection.replies:
            if not all(getattr(head, _attribute(key)) is not None for key in reply.has):
                continue
            told = reply.read(
                self.translator.decode(reply.payload, payload, (), self.connection.source, reply.name)
            )
            if told is None:
                continue
            self.stats.count("controls", reply.name)
            if reply.means == "error":
                raise VenueError(
                    f"{self.translator.venue} {self.connection.source}: the venue refused: {told[1]} {told[2]}",
                    venue=self.translator.venue,
                    operation=self.connection.source,
                    code=told[1],
                    reason=told[2],
                )
            return reply
        return None

    def unknown(self, name: str, payload: bytes) -> None:
        self.stats.count("unknown_messages", name[:60] or "(no name)")
        if self.connection.unknown == "error":
            raise DecodeError(
                self.translator.venue, self.connection.source, "$", payload, f"no channel takes {name!r}"
            )

    def read(self, wanted: msgspec.json.Decoder[Any], payload: bytes, path: str) -> Any:
        try:
            return wanted.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            where = path + error_path(error).removeprefix("$")
            raise DecodeError(
                self.translator.venue, self.connection.source, where, payload, error_text(error)
            ) from None

    def text(self, head: Any, key: str) -> str | None:
        """A routing key's value, where it is text or a number."""
        raw = getattr(head, _attribute(key), None) if key else None
        if raw is None:
            return None
        value = msgspec.json.decode(raw)
        return value if isinstance(value, str) else str(value) if isinstance(value, int) else None


def _attribute(key: str) -> str:
    return f"k_{key.encode().hex()}"


def _head(connection: Connection) -> Any:
    """A Struct of every routing key, each kept raw and each optional."""
    keys = {connection.wrapper_topic, connection.wrapper_payload, connection.tag_key, connection.topic_key}
    for reply in connection.replies:
        keys.update(reply.has)
    for channel in connection.channels:
        keys.update(channel.has)
    parts: list[Any] = [
        (_attribute(key), Raw, msgspec.field(name=key, default=None)) for key in sorted(keys) if key
    ]
    return msgspec.defstruct("Head", parts, kw_only=True)


def _is_struct(kind: Any) -> bool:
    return (
        isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind.__struct_config__.tag is not None
    )


def _union(kinds: list[Any]) -> Any:
    found: Any = None
    for kind in dict.fromkeys(kinds):
        found = kind if found is None else found | kind
    return found
