"""Fixed binary records to events: a byte says which record it is, another how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.codecs import BinaryRecords, FramingError, Layout, Truncated
from dragoman.translate.facts import Connection, Event, Header
from dragoman.translate.files import plain
from dragoman.translate.records import Records

if TYPE_CHECKING:
    from dragoman.translate.scope import Scope
    from dragoman.translate.translator import Translator


class BinaryFeed:
    """Call it with bytes as they come: a record may be cut anywhere. A record that no channel takes is skipped by its length."""

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.records = Records(translator, connection, scope)
        self.by_payload = {channel.payload: channel for channel in self.records.channels}
        self.reader = self.fresh()

    def fresh(self) -> BinaryRecords[Any]:
        """A reader at the first byte of a stream."""
        header = self.records.connection.header or Header(0, 0)
        layouts: list[Layout[Any]] = [channel.layout for channel in self.records.channels]
        return BinaryRecords(
            layouts,
            endian=header.endian,
            tag_at=header.tag_at,
            length_at=header.length_at,
            length_unit=header.unit,
        )

    def __call__(self, payload: bytes, ts_init: int = 0) -> list[Event]:
        """The events of the records that these bytes complete; raises FramingError where a length can't be."""
        return self.events(self.reader, payload, ts_init)

    def events(self, reader: BinaryRecords[Any], payload: bytes, ts_init: int) -> list[Event]:
        out: list[Event] = []
        records, skipped = self.records, reader.unknown
        for index, record in enumerate(reader.feed(payload)):
            records.emit(self.by_payload[type(record)], record, f"record {index}", ts_init, out)
        while reader.errors:
            error = reader.errors.popleft()
            records.set_aside(f"byte {error.at}", error.raw, error)
        for _ in range(reader.unknown - skipped):
            records.unknown("record", payload)
        return out

    def reset(self) -> None:
        """A new session begins with a whole record."""
        self.reader = self.fresh()


class BinaryFile(BinaryFeed):
    """Call it with one whole file; damage costs only what it hit."""

    def __call__(self, payload: bytes, ts_init: int = 0) -> list[Event]:
        """The events of a file; raises DecodeError for one that can't be decompressed."""
        reader, records = self.fresh(), self.records
        out: list[Event] = []
        try:
            for data in plain(records.translator.venue, records.source, payload, lines=False):
                out += self.events(reader, data, ts_init)
            reader.close()
        except (FramingError, Truncated) as error:
            records.set_aside("end", payload[-32:], error)
        return out
