"""Zstandard input by small steps, so that neither a cut-off file nor a decompression bomb goes unseen."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from dragoman.codecs.errors import FramingError
from dragoman.errors import DependencyMissing

MAGIC = b"\x28\xb5\x2f\xfd"
_PACKAGE = "zstandard"
# One compressed byte can stand for tens of thousands, so what one step can cost is bounded by its input.
_STEP = 1 << 12


class ZstdStream:
    """Feed compressed bytes, of any number of frames, take plain ones. Raises DependencyMissing naming `extra`."""

    def __init__(self, *, extra: str) -> None:
        try:
            zstandard = import_module(_PACKAGE)
        except ModuleNotFoundError as error:
            raise DependencyMissing(_PACKAGE, extra) from error
        self._error: type[Exception] = zstandard.ZstdError
        self._decompressor: Any = zstandard.ZstdDecompressor()
        self._frame: Any = None

    @property
    def is_complete(self) -> bool:
        """Whether the input so far ends with a whole frame."""
        return self._frame is None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Plain bytes, piece by piece; raises FramingError where the input is damaged."""
        for at in range(0, len(data), _STEP):
            piece = data[at : at + _STEP]
            while piece:
                if self._frame is None:
                    self._frame = self._decompressor.decompressobj()
                try:
                    plain: bytes = self._frame.decompress(piece)
                except self._error as error:
                    raise FramingError("zstd", str(error), piece[:32]) from error
                piece = b""
                if self._frame.eof:
                    piece = self._frame.unused_data
                    self._frame = None
                if plain:
                    yield plain
