"""Rows of positional text to events: the first field says which row it is, its layout says what the others are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codecs import FieldError, LineFramer, TextRow, split_fields
from dragoman.errors import DataError, DecodeError
from dragoman.translate.facts import Connection, Event
from dragoman.translate.files import plain
from dragoman.translate.records import Records

if TYPE_CHECKING:
    from dragoman.translate.scope import Scope
    from dragoman.translate.translator import Translator


class TextFeed:
    """Call it with one frame, which is one row.

    Fields that came with a version are read by the row's own `version`, else by the `version` that the request names.
    """

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.records = Records(translator, connection, scope)
        self.separator = connection.separator.encode("ascii")
        self.by_tag = {str(channel.tag): channel for channel in self.records.channels}
        self.version = None if scope is None else scope.told_int("version")

    def __call__(self, payload: bytes, ts_init: int = 0) -> list[Event]:
        """The events of a row; raises DecodeError for one that is not as its layout says."""
        records = self.records
        try:
            fields = split_fields(payload, self.separator)
            tag = fields[0] if fields else ""
            channel = self.by_tag.get(tag)
            if channel is None:
                records.unknown(tag, payload)
                return []
            record = channel.layout.read(TextRow(channel.name, fields, 1), self.version)
        except FieldError as error:
            raise DecodeError(
                records.translator.venue, records.source, error.field, payload, error.why
            ) from error
        out: list[Event] = []
        records.translator.emit(channel.emit, records.scope, record, ts_init, out, payload)
        return out


class TextFile:
    """Call it with a whole file of rows, one a line; a bad line is set aside and the lines behind it come out."""

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.row = TextFeed(translator, connection, scope)

    def __call__(self, payload: bytes, ts_init: int = 0) -> list[Event]:
        """The events of all lines; raises DecodeError for a file that can't be decompressed."""
        records, out, number = self.row.records, [], 0
        venue = records.translator.venue
        framer = LineFramer(venue=venue, stream=records.source)
        for data in plain(venue, records.source, payload):
            for line in framer.feed(data):
                number += 1
                try:
                    out += self.row(line, ts_init)
                except DataError as error:
                    records.set_aside(f"line {number}", line, error)
        return out
