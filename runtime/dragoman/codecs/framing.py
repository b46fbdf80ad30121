"""Byte streams cut into frames: by lines, or by a length in front. Bytes go in as they come, whole frames come out.

Frames before a fault are returned; the fault itself is raised by that call or, where frames came out of it, by the next.
"""

from __future__ import annotations

from typing import Literal

from dragoman.codecs.errors import FramingError, Truncated
from dragoman.errors import FrameTooLarge

DEFAULT_LIMIT = 16 * 1024 * 1024


class LineFramer:
    """Lines end in LF or CRLF, which are cut off; empty lines are skipped. A line has at most `max_bytes`."""

    def __init__(self, *, max_bytes: int = DEFAULT_LIMIT, venue: str = "", stream: str = "lines") -> None:
        self.max_bytes = max_bytes
        self._venue = venue
        self._stream = stream
        self._pieces: list[bytes] = []
        self._size = 0
        self._failure: FrameTooLarge | None = None

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that `data` completes; raises FrameTooLarge, and then for ever."""
        if self._failure is not None:
            raise self._failure
        if b"\n" not in data:
            self._keep(data)
            if self._failure is not None:
                raise self._failure
            return []
        parts = data.split(b"\n")
        self._pieces.append(parts[0])
        parts[0] = b"".join(self._pieces)
        self._pieces.clear()
        self._size = 0
        rest = parts.pop()
        lines: list[bytes] = []
        for part in parts:
            line = part[:-1] if part.endswith(b"\r") else part
            if len(line) > self.max_bytes:
                self._fail(len(line))
                break
            if line:
                lines.append(line)
        else:
            self._keep(rest)
        if self._failure is not None and not lines:
            raise self._failure
        return lines

    def close(self) -> None:
        """The input ended; raises Truncated where a line was cut off, or the fault that is still to be told."""
        if self._failure is not None:
            raise self._failure
        left, self._size = self._size, 0
        self._pieces.clear()
        if left:
            raise Truncated("lines", left)

    @staticmethod
    def encode(payload: bytes, ending: bytes = b"\r\n") -> bytes:
        """A line to send; raises FramingError for a payload that would be two."""
        if b"\n" in payload or b"\r" in payload:
            raise FramingError("lines", "a payload with a line break can't be sent as one line", payload)
        return payload + ending

    def _keep(self, data: bytes) -> None:
        if not data:
            return
        self._pieces.append(data)
        self._size += len(data)
        # One byte more may be the CR of the line's end.
        if self._size > self.max_bytes + 1:
            self._fail(self._size)

    def _fail(self, size: int) -> None:
        self._pieces.clear()
        self._failure = FrameTooLarge(self._venue, self._stream, size, self.max_bytes)


class LengthFramer:
    """A length of `width` bytes goes before each frame; with `counts_itself` those bytes are part of the number."""

    def __init__(
        self,
        width: int = 4,
        endian: Literal["big", "little"] = "big",
        max_bytes: int = DEFAULT_LIMIT,
        *,
        counts_itself: bool = False,
        venue: str = "",
        stream: str = "length",
    ) -> None:
        if not 1 <= width <= 8:
            raise ValueError(f"a length has 1 to 8 bytes, not {width}")
        self.width = width
        self.endian = endian
        self.max_bytes = max_bytes
        self._own = width if counts_itself else 0
        self._venue = venue
        self._stream = stream
        self._buffer = bytearray()
        self._failure: FrameTooLarge | FramingError | None = None

    def feed(self, data: bytes) -> list[bytes]:
        """The frames that `data` completes; raises FrameTooLarge or FramingError, and then for ever."""
        if self._failure is not None:
            raise self._failure
        buffer = self._buffer
        buffer += data
        frames: list[bytes] = []
        start, width = 0, self.width
        while len(buffer) - start >= width:
            size = int.from_bytes(buffer[start : start + width], self.endian) - self._own
            if size < 0:
                self._failure = FramingError(
                    self._stream, f"a length of {size + self._own} is less than its own"
                )
                break
            if size > self.max_bytes:
                self._failure = FrameTooLarge(self._venue, self._stream, size, self.max_bytes)
                break
            end = start + width + size
            if len(buffer) < end:
                break
            frames.append(bytes(buffer[start + width : end]))
            start = end
        if self._failure is not None:
            buffer.clear()
            if not frames:
                raise self._failure
            return frames
        del buffer[:start]
        return frames

    def close(self) -> None:
        """The input ended; raises Truncated where a frame was cut off, or the fault that is still to be told."""
        if self._failure is not None:
            raise self._failure
        left = len(self._buffer)
        self._buffer.clear()
        if left:
            raise Truncated(self._stream, left)

    def encode(self, payload: bytes) -> bytes:
        """A frame to send; raises FrameTooLarge for a payload that its length can't state."""
        most = min(self.max_bytes, (1 << 8 * self.width) - 1 - self._own)
        if len(payload) > most:
            raise FrameTooLarge(self._venue, self._stream, len(payload), most)
        return (len(payload) + self._own).to_bytes(self.width, self.endian) + payload
