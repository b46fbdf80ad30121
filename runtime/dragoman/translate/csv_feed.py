"""Files of comma-separated rows to events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from dragoman.codecs import CsvRows
from dragoman.translate.facts import Channel, Columns, Connection, Event
from dragoman.translate.files import plain
from dragoman.translate.numbers import check_texts
from dragoman.translate.records import Records

if TYPE_CHECKING:
    from dragoman.translate.scope import Scope
    from dragoman.translate.translator import Translator


class CsvFeed:
    """Call it with a whole file, plain or compressed; a bad row is set aside with its line and the others come out."""

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.records = Records(translator, connection, scope)

    def __call__(self, payload: bytes, ts_init: int = 0) -> list[Event]:
        """The events of all rows; raises HeaderError for a header without the columns that are needed."""
        records, connection = self.records, self.records.connection
        out: list[Event] = []
        for channel in records.channels:
            columns: Columns = channel.layout
            reader = CsvRows(
                columns.required, header=connection.columns or None, delimiter=connection.separator or ","
            )
            number = 0
            for rows in _rows(reader, plain(records.translator.venue, records.source, payload)):
                for row in rows:
                    number += 1
                    self.take(channel, row, f"row {number}", ts_init, out)
            for fault in reader.errors:
                records.set_aside(f"line {fault.at}", fault.raw, fault)
        return out

    def take(self, channel: Channel, row: dict[str, str], at: str, ts_init: int, out: list[Event]) -> None:
        """One row: an empty cell of a column that may be empty is no value."""
        whole: dict[str, str | None] = {**row}
        for name in channel.layout.empty_is_none:
            if row.get(name) == "":
                whole[name] = None
        try:
            check_texts(channel.payload, whole)
            record = msgspec.convert(whole, channel.payload, strict=False)
        except (msgspec.ValidationError, ValueError) as error:
            self.records.set_aside(at, str(row), error)
        else:
            self.records.emit(channel, record, at, ts_init, out)


def _rows(reader: CsvRows, pieces: Iterable[bytes]) -> Iterator[list[dict[str, str]]]:
    for piece in pieces:
        yield reader.feed(piece)
    yield reader.close()
