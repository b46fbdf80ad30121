"""What a message is, by its head: a channel's, a control message, a bare part of one, or nothing that is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.errors import DecodeError, ProductRequired, RequestRequired, VenueError
from dragoman.translate.connections import envelopes
from dragoman.translate.facts import Channel, Connection, Reply
from dragoman.translate.heads import has_all, head_type, raw_at, says_all, text_at
from dragoman.translate.rows import decoder, error_path, error_text
from dragoman.translate.scope import Scope
from dragoman.translate.stand_ins import lose_message, stand_in_of
from dragoman.translate.text_decimals import told_in_text

if TYPE_CHECKING:
    from dragoman.translate.translator import Translator


class Routing:
    """The careful reading of one connection's messages, for the channels of one product or of all."""

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.translator = translator
        self.connection = connection
        self.stats = translator.stats
        self.scope = scope
        product = scope.product if scope else ""
        self.channels = [
            c for c in connection.channels if not product or not c.products or product in c.products
        ]
        self.by_tag: dict[str, list[Channel]] = {}
        for channel in self.channels:
            if channel.tag is not None:
                self.by_tag.setdefault(str(channel.tag), []).append(channel)
        self.head = decoder(head_type(connection))
        self.envelopes = envelopes(connection)

    def opened(self, payload: bytes) -> tuple[Any, str | None, bytes]:
        """(head, topic, the message without its envelope)."""
        head = self.read(self.head, payload, "$")
        connection = self.connection
        topic = text_at(head, connection.wrapper_topic) or text_at(head, connection.topic_key)
        inner = payload
        if connection.wrapper_payload:
            wrapped = raw_at(head, connection.wrapper_payload)
            if wrapped is not None and topic is not None:
                inner = bytes(wrapped)
                if inner[:1] != b"[":
                    head = self.read(self.head, inner, f"$.{connection.wrapper_payload}")
            else:
                topic = None
        if inner is payload:
            for key in self.envelopes:
                if (wrapped := raw_at(head, key)) is not None and bytes(wrapped)[:1] == b"{":
                    inner = bytes(wrapped)
                    head = self.read(self.head, inner, f"$.{key}")
                    break
        return head, topic, inner

    def decoded(self, channel: Channel, scope: Scope, payload: bytes) -> Any:
        """The message without its bad rows, of which the channel's machine is told."""
        stand_in = stand_in_of(channel, scope)
        try:
            found = self.translator.decode(
                channel.payload, payload, channel.rows, scope.source, channel.name, stand_in
            )
        except DecodeError:
            lose_message(channel, scope)
            raise
        return found if channel.text is None else told_in_text(channel.text, found)

    def whole_of(self, head: Any, payload: bytes) -> bytes | None:
        """The message that a bare part of one stands for, where this is such a part."""
        if text_at(head, self.connection.tag_key) is not None:
            return None
        for part in self.connection.parts:
            if has_all(head, part.has):
                filled = [part.pieces[0].encode()]
                for slot, piece in zip(part.slots, part.pieces[1:], strict=True):
                    filled += [payload if slot == "part" else self.told(slot), piece.encode()]
                return b"".join(filled)
        return None

    def told(self, parameter: str) -> bytes:
        """A parameter of the call as JSON; raises RequestRequired where it isn't given."""
        request = self.scope.request if self.scope else {}
        if parameter not in request:
            raise RequestRequired(self.translator.venue, self.connection.source, parameter)
        return msgspec.json.encode(request[parameter])

    def channel_of(self, head: Any, topic: str | None) -> tuple[Channel | None, Mapping[str, str]]:
        """By topic where there is one, else by tag, else by the keys that are there."""
        if topic is not None:
            for channel in self.channels:
                if channel.topic is not None and (match := channel.topic.fullmatch(topic)):
                    slots = {k: v for k, v in match.groupdict().items() if v is not None}
                    return channel, {k: v.upper() if k in channel.upper else v for k, v in slots.items()}
        tag = text_at(head, self.connection.tag_key)
        if tag is not None:
            fitting = self.by_tag.get(tag, ())
            return next((c for c in fitting if has_all(head, c.has) and says_all(head, c.consts)), None), {}
        for channel in self.channels:
            if channel.has and has_all(head, channel.has):
                return channel, {}
        return None, {}

    def scope_of(self, channel: Channel, slots: Mapping[str, str]) -> Scope:
        if self.scope is None:
            if not channel.of_any:
                raise ProductRequired(self.translator.venue, self.connection.source, self.connection.products)
            scope = self.translator.scope("")
            return scope.of(self.connection.source, topic=slots)
        if not slots:
            return self.scope
        return self.scope.of(self.connection.source, self.scope.request, slots)

    def reply(self, head: Any, payload: bytes) -> Reply | None:
        """The control message that this is, counted; an error frame is raised."""
        found = self.find_reply(head, payload)
        return None if found is None else self.counted(*found)

    def counted(self, reply: Reply, told: tuple[Any, str, str]) -> Reply:
        """A reply that has come, counted; raises VenueError for an error."""
        self.stats.count("controls", reply.name)
        if reply.means in ("error", "denied"):
            venue, source = self.translator.venue, self.connection.source
            raise VenueError(
                venue, source, "the venue answered with an error", code=told[1] or None, meaning=told[2]
            )
        return reply

    def find_reply(self, head: Any, payload: bytes) -> tuple[Reply, tuple[Any, str, str]] | None:
        """The reply whose keys are all there and whose `when` holds, with its (id, code, message)."""
        for reply in self.connection.replies:
            if reply.layout is None and has_all(head, reply.has):
                source = self.connection.source
                told = reply.read(self.translator.decode(reply.payload, payload, (), source, reply.name))
                if told is not None:
                    return reply, told
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
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            if self.scope is not None:  # what the frame was about can't be told
                for channel in self.channels:
                    lose_message(channel, self.scope)
            where = path + error_path(error).removeprefix("$")
            raise DecodeError(
                self.translator.venue, self.connection.source, where, payload, error_text(error)
            ) from None
