"""Compressed files to plain bytes in bounded pieces: what a small file can swell to is never held at once."""

from __future__ import annotations

import bz2
import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

from dragoman.codecs.errors import FramingError
from dragoman.codecs.zstd import MAGIC, ZstdStream

_PIECE = 1 << 20
_BZ2, _GZIP = b"BZh", b"\x1f\x8b"


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def plain_pieces(payload: bytes) -> Iterator[bytes]:
    """The file's bytes, told apart by their first ones; raises FramingError where the compressed input is damaged."""
    try:
        if payload.startswith(_BZ2):
            yield from _members(payload, bz2.BZ2Decompressor)
        elif payload.startswith(_GZIP):
            yield from _members(payload, lambda: zlib.decompressobj(31))
        elif payload.startswith(MAGIC):
            yield from ZstdStream(extra="zstd").feed(payload)
        else:
            for at in range(0, len(payload), _PIECE):
                yield payload[at : at + _PIECE]
    except (OSError, EOFError, zlib.error) as error:
        raise FramingError("compression", str(error), payload[:32]) from error


def _members(payload: bytes, make: Callable[[], _Decompressor]) -> Iterator[bytes]:
    """Files may be several compressed ones, joined."""
    while payload:
        member = make()
        found = member.decompress(payload, _PIECE)
        while found or not member.eof:
            if not found:
                raise EOFError("the file ends inside its compressed data")
            yield found
            rest: bytes = getattr(member, "unconsumed_tail", b"")
            found = b"" if member.eof else member.decompress(rest, _PIECE)
        payload = member.unused_data
