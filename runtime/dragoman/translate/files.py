"""Recordings of a stream: files of one message a line, plain or compressed."""

from __future__ import annotations

import bz2
import gzip
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codecs import LineFramer
from dragoman.errors import DecodeError, DragomanError
from dragoman.translate.facts import Connection, Event
from dragoman.translate.feeds import JsonFeed

if TYPE_CHECKING:
    from dragoman.translate.scope import Scope
    from dragoman.translate.translator import Translator

_SLICE = 1 << 20
_BZ2, _GZIP = b"BZh", b"\x1f\x8b"


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
        for data in self.plain(payload):
            for line in framer.feed(data):
                number += 1
                if not line.strip():
                    continue
                try:
                    out += self.line(line, ts_init)
                except DragomanError as error:
                    self.translator.bad_row(source, f"line {number}", line, error)
        return out

    def plain(self, payload: bytes) -> Iterator[bytes]:
        """The file's bytes without their compression, in bounded slices, ended by a line end."""
        try:
            if payload.startswith(_BZ2):
                whole = bz2.decompress(payload)
            elif payload.startswith(_GZIP):
                whole = gzip.decompress(payload)
            else:
                whole = payload
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise DecodeError(
                self.translator.venue, self.connection.source, "$", payload[:64], str(error)
            ) from error
        for at in range(0, len(whole), _SLICE):
            yield whole[at : at + _SLICE]
        if not whole.endswith(b"\n"):
            yield b"\n"
