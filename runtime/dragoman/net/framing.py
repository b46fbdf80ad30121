"""Cutting a byte stream into messages and back, without I/O."""

from __future__ import annotations

from typing import Literal, Protocol

import msgspec

LengthPrefix = Literal["u8", "u16be", "u16le", "u32be", "u32le", "u64be", "u64le"]


class Oversize(ValueError):
    """A message exceeds its bound: `size` bytes (at least) of `limit`."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"a message of {size} bytes exceeds {limit}")
        self.size = size
        self.limit = limit


class Framing(Protocol):
    """How one protocol marks the ends of its messages."""

    @property
    def text(self) -> bool: ...

    def wrap(self, message: bytes) -> bytes: ...

    def cut(self, buffer: bytearray) -> bytes | None:
        """Take the first whole message off `buffer`, or None when more bytes are needed; raises Oversize."""
        ...


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """Messages end with `ending`; a CRLF protocol also accepts a bare LF, as servers are not always strict."""

    ending: bytes = b"\r\n"
    max_bytes: int = 16 * 1024 * 1024

    @property
    def text(self) -> bool:
        return True

    def wrap(self, message: bytes) -> bytes:
        return message if message.endswith(self.ending) else message + self.ending

    def cut(self, buffer: bytearray) -> bytes | None:
        # Searching for one byte is quick even in a buffer that grows to the bound.
        end = buffer.find(self.ending[-1:])
        if end < 0:
            if len(buffer) > self.max_bytes:
                raise Oversize(len(buffer), self.max_bytes)
            return None
        if end > self.max_bytes:
            raise Oversize(end, self.max_bytes)
        line = bytes(buffer[:end])
        del buffer[: end + 1]
        return line[:-1] if self.ending == b"\r\n" and line.endswith(b"\r") else line


class LengthPrefixed(msgspec.Struct, frozen=True, kw_only=True):
    """Messages follow their own length in bytes, which `counts_itself` includes or not."""

    prefix: LengthPrefix = "u32be"
    max_bytes: int = 64 * 1024 * 1024
    counts_itself: bool = False

    @property
    def text(self) -> bool:
        return False

    @property
    def _width(self) -> int:
        return int(self.prefix[1:].rstrip("bel")) // 8

    @property
    def _order(self) -> Literal["little", "big"]:
        return "little" if self.prefix.endswith("le") else "big"

    def wrap(self, message: bytes) -> bytes:
        size = len(message) + (self._width if self.counts_itself else 0)
        return size.to_bytes(self._width, self._order) + message

    def cut(self, buffer: bytearray) -> bytes | None:
        width = self._width
        if len(buffer) < width:
            return None
        size = int.from_bytes(buffer[:width], self._order) - (width if self.counts_itself else 0)
        if size < 0 or size > self.max_bytes:
            raise Oversize(size, self.max_bytes)
        if len(buffer) < width + size:
            return None
        message = bytes(buffer[width : width + size])
        del buffer[: width + size]
        return message


class Chunks(msgspec.Struct, frozen=True, kw_only=True):
    """No marks at all: bytes are passed on as they come, for codecs that find the ends of records themselves."""

    @property
    def text(self) -> bool:
        return False

    def wrap(self, message: bytes) -> bytes:
        return message

    def cut(self, buffer: bytearray) -> bytes | None:
        if not buffer:
            return None
        chunk = bytes(buffer)
        buffer.clear()
        return chunk


class LinesThenBytes(msgspec.Struct, frozen=True, kw_only=True):
    """A textual log-in before a binary stream: lines until `last` was sent, then bytes as they come."""

    lines: Lines = Lines(ending=b"\n")
    last: bytes

    def start(self) -> Framing:
        """The framing of one connection, which knows how far its log-in has come."""
        return _Opening(self.lines, self.last)


class _Opening:
    def __init__(self, lines: Lines, last: bytes) -> None:
        self._current: Framing = lines
        self._last = last

    @property
    def text(self) -> bool:
        return self._current.text

    def wrap(self, message: bytes) -> bytes:
        wrapped = self._current.wrap(message)
        if message == self._last:
            self._current = Chunks()
        return wrapped

    def cut(self, buffer: bytearray) -> bytes | None:
        return self._current.cut(buffer)
