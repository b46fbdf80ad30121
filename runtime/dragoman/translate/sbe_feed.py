"""Messages of Simple Binary Encoding to events; control messages beside them may be JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.codecs import MessageError, SbeMessages
from dragoman.errors import DecodeError
from dragoman.translate.connections import is_text
from dragoman.translate.facts import Connection, Event
from dragoman.translate.feeds import JsonFeed
from dragoman.translate.records import Records
from dragoman.translate.stand_ins import lose_message
from dragoman.translate.templates import TemplateReplies

if TYPE_CHECKING:
    from dragoman.translate.scope import Scope
    from dragoman.translate.translator import Translator


class SbeFeed:
    """Call it with one whole message; the one behind a bad one is read as if nothing had been."""

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.records = Records(translator, connection, scope)
        self.by_payload = {channel.payload: channel for channel in self.records.channels}
        self.reader = SbeMessages(
            [channel.layout for channel in self.records.channels], endian=connection.endian
        )
        self.replies = TemplateReplies(connection)
        self.text = JsonFeed(translator, replace(connection, channels=(), beside=None), scope)

    def __call__(self, payload: bytes, ts_init: int = 0) -> list[Event]:
        """The events of a message; raises DecodeError for one that is not as its layout says, VenueError for an error in JSON."""
        out: list[Event] = []
        records = self.records
        if is_text(payload):
            self.text.careful(payload, ts_init, out)
            return out
        try:
            for reply, control in self.replies.read(payload):
                if (told := reply.read(control)) is not None:
                    self.text.routing.counted(reply, told)
                    return out
            tag, message = self.reader.read(payload)
        except MessageError as error:
            self.lose(error.record)
            where, why = f"{error.record}.{error.path}", f"byte {error.at}: {error.why}"
            raise DecodeError(records.translator.venue, records.source, where, payload, why) from error
        if message is None:
            records.unknown(tag, payload)
            return out
        channel = self.by_payload[type(message)]
        records.translator.emit(channel.emit, records.scope, message, ts_init, out, payload)
        return out

    def lose(self, record: str) -> None:
        """What machines keep of the message's channel is not to be trusted; of all channels where it has none."""
        named = [channel for channel in self.records.channels if channel.layout.name == record]
        for channel in named or self.records.channels:
            lose_message(channel, self.records.scope)
