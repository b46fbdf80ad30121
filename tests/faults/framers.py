"""Everything that cuts bytes into frames, fed with bytes in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

from dragoman.codecs import LengthFramer, LineFramer
from dragoman.errors import DragomanError
from dragoman.net.framing import Chunks, Framing, LengthPrefixed, Lines, LinesThenBytes, Oversize

LIMIT = 64

Feed = Callable[[bytes], list[bytes]]


def _of_buffer(framing: Framing) -> tuple[Feed, Callable[[], int]]:
    buffer = bytearray()

    def feed(piece: bytes) -> list[bytes]:
        buffer.extend(piece)
        found = []
        while (message := framing.cut(buffer)) is not None:
            found.append(message)
        return found

    return feed, lambda: len(buffer)


def _of_codec(framer: Any) -> tuple[Feed, Callable[[], int]]:
    def held() -> int:
        return len(framer._buffer) if hasattr(framer, "_buffer") else framer._size

    return framer.feed, held


FRAMERS: dict[str, Callable[[], tuple[Feed, Callable[[], int]]]] = {
    "lines": lambda: _of_buffer(Lines(max_bytes=LIMIT)),
    "bare lines": lambda: _of_buffer(Lines(ending=b"\n", max_bytes=LIMIT)),
    "prefix u8": lambda: _of_buffer(LengthPrefixed(prefix="u8", max_bytes=LIMIT)),
    "prefix u32be": lambda: _of_buffer(LengthPrefixed(prefix="u32be", max_bytes=LIMIT, counts_itself=True)),
    "prefix u64le": lambda: _of_buffer(LengthPrefixed(prefix="u64le", max_bytes=LIMIT)),
    "chunks": lambda: _of_buffer(Chunks()),
    "lines then bytes": lambda: _of_buffer(
        LinesThenBytes(lines=Lines(ending=b"\n", max_bytes=LIMIT), last=b"go").start()
    ),
    "line framer": lambda: _of_codec(LineFramer(max_bytes=LIMIT)),
    "length framer": lambda: _of_codec(LengthFramer(2, max_bytes=LIMIT)),
    "length framer with itself": lambda: _of_codec(LengthFramer(1, max_bytes=LIMIT, counts_itself=True)),
}


def pieces(data: bytes, sizes: list[int]) -> Iterator[bytes]:
    """The bytes in pieces of these sizes, over and over."""
    at = 0
    for size in cycle(sizes):
        if at >= len(data):
            return
        yield data[at : at + size]
        at += size


def check_framer(name: str, data: bytes, sizes: list[int]) -> str:
    """Why a framer takes these bytes badly, "" where it does not."""
    feed, held = FRAMERS[name]()
    came = 0
    largest = max(sizes)
    try:
        for piece in pieces(data, sizes):
            for frame in feed(piece):
                came += len(frame)
                if len(frame) > LIMIT + largest:
                    return f"a frame of {len(frame)} bytes where {LIMIT} are allowed"
            if held() > LIMIT + largest + 16:
                return f"{held()} bytes are held back where {LIMIT} are allowed"
    except (DragomanError, Oversize):
        return ""
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return f"{came} bytes came of {len(data)}" if came > len(data) else ""
