"""Lines of a tape in a file, plain or compressed, so that a crash costs at most what was being written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import msgspec

from dragoman.codecs.zstd import MAGIC, ZstdStream
from dragoman.errors import DependencyMissing
from dragoman.tape.errors import TapeUnusable
from dragoman.tape.lines import DECODER, ENCODER, Line, Received, Sent

_READ_BYTES = 1 << 18
_BLOCK_BYTES = 1 << 16
_BLOCK_NS = 1_000_000_000
EXTRA = "tape"


def is_compressed(path: Path) -> bool:
    return path.suffix == ".zst"


class LineWriter:
    """Appends lines; a plain file has each of them at once, a compressed one after a second, after 64 KiB and after whatever is no frame."""

    def __init__(self, path: Path, *, append: bool = False) -> None:
        self.path = path
        self.lines = 0
        self._compressor = _compressor() if is_compressed(path) else None
        self._pending = 0
        self._flushed_ns = 0
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._file: BinaryIO = path.open("ab" if append else "xb")
        except FileExistsError:
            raise TapeUnusable(path, "there is such a file already; name another one or remove it") from None

    def write(self, line: Line) -> None:
        """Append one line."""
        text = ENCODER.encode(line) + b"\n"
        self.lines += 1
        if self._compressor is None:
            self._file.write(text)
            self._file.flush()
            return
        self._file.write(self._compressor.compress(text))
        self._pending += len(text)
        now_ns = line.mono_ns if isinstance(line, Received | Sent) else None
        if now_ns is None or self._pending >= _BLOCK_BYTES or now_ns - self._flushed_ns >= _BLOCK_NS:
            self._file.write(self._compressor.flush(1))  # ends a block: what came before it can be read
            self._file.flush()
            self._pending = 0
            self._flushed_ns = self._flushed_ns if now_ns is None else now_ns

    def close(self) -> None:
        """Finish the file; calling it again does nothing."""
        if self._file.closed:
            return
        if self._compressor is not None:
            self._file.write(self._compressor.flush())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def read(
    path: Path, *, torn: Callable[[str], None], progress: Callable[[int], None] | None = None
) -> Iterator[tuple[int, Line]]:
    """(line number, line) of a tape; a last line that was cut off is told to `torn` and left out.

    `progress` is told how many bytes of the file were read. Raises TapeUnusable for a damaged line that is not the last.
    """
    number, bad = 0, ""
    for raw in _lines(path, progress):
        if bad:
            raise TapeUnusable(path, f"line {number} is damaged: {bad}")
        number += 1
        if not raw.endswith(b"\n"):
            bad = "it was cut off"
            continue
        try:
            line = DECODER.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            bad = str(error)
            continue
        yield number, line
    if bad:
        torn(f"the last line ({number}) is torn and was left out: {bad}")


def whole(path: Path) -> bytes:
    """What a file holds, plain or compressed; of one that was cut off, what is there."""
    return b"".join(_chunks(path, None))


def append(path: Path, data: bytes, *, anew: bool = False) -> None:
    """Put bytes behind a file, or in its place; what is compressed can be read up to them from then on."""
    compressor = _compressor() if is_compressed(path) else None
    if compressor is not None:
        data = compressor.compress(data) + compressor.flush()
    with path.open("wb" if anew else "ab") as file:
        file.write(data)


def rewrite(path: Path, lines: Iterable[Line]) -> None:
    """Put these lines in the place of the file, whole or not at all."""
    whole = path.with_name(f".{os.getpid()}.{path.name}")
    try:
        with LineWriter(whole) as writer:
            for line in lines:
                writer.write(line)
        os.replace(whole, path)
    finally:
        whole.unlink(missing_ok=True)


def _lines(path: Path, progress: Callable[[int], None] | None) -> Iterator[bytes]:
    """Lines with their ends; the last one may have none."""
    rest = b""
    for chunk in _chunks(path, progress):
        rest += chunk
        *whole, rest = rest.split(b"\n")
        for line in whole:
            yield line + b"\n"
    if rest:
        yield rest


def _chunks(path: Path, progress: Callable[[int], None] | None) -> Iterator[bytes]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise TapeUnusable(path, error.strerror or str(error)) from None
    with file:
        head = file.read(len(MAGIC))
        file.seek(0)
        stream = ZstdStream(extra=EXTRA) if head == MAGIC else None
        while chunk := file.read(_READ_BYTES):
            if progress is not None:
                progress(file.tell())
            if stream is None:
                yield chunk
            else:
                yield from stream.feed(chunk)


def _compressor() -> Any:
    try:
        zstandard = import_module("zstandard")
    except ModuleNotFoundError as error:
        raise DependencyMissing("zstandard", EXTRA) from error
    return zstandard.ZstdCompressor().compressobj()
