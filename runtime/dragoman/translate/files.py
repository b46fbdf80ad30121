"""Recordings of a stream: files of one message a line, plain or compressed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codecs import FramingError, LineFramer
from dragoman.codecs.compression import plain_pieces
from dragoman.errors import DecodeError, DragomanError
from dragoman.translate.facts import Connection, Event
from dragoman.translate.feeds import JsonFeed

if TYPE_CHECKING:
    from dragoman.translate.scope import Scope
    from dragoman.translate.translator import Translator


class LineFile:
    """Call it with a whole file, or with a part of one that ends at the end of a line.

    A line that is no message is counted and set aside; the lines behind it come out.
    """

    def __init__(self, translator: Translator, connection: Connection, scope: Scope | None) -> None:
        self.translator = translator
        self.connection = connection
        self.line = JsonFeed(translator, connection, scope).fast()

    def __call__(self, payload: bytes, ts_init: int = 0) -> list[Event]:
        """The events of all lines; raises DecodeError for a file that can't be decompressed."""
        out: list[Event] = []
        source = self.connection.source
        framer = LineFramer(venue=self.translator.venue, stream=source)
        number = 0
        for data in plain(self.translator.venue, source, payload):
            for line in framer.feed(data):
                number += 1
                if not line.strip():
                    continue
                try:
                    out += self.line(line, ts_init)
                except DragomanError as error:
                    self.translator.bad_row(source, f"line {number}", line, error)
        return out


def plain(venue: str, source: str, payload: bytes, *, lines: bool = True) -> Iterator[bytes]:
    """A file's bytes without their compression, in bounded pieces, ended by a line end unless `lines` is false.

    Raises DecodeError for a file that can't be decompressed.
    """
    last = b""
    try:
        for piece in plain_pieces(payload):
            last = piece
            yield piece
    except FramingError as error:
        raise DecodeError(venue, source, "$", payload[:64], error.why) from error
    if lines and not last.endswith(b"\n"):
        yield b"\n"
