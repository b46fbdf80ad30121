"""Compressed files: told apart by their first bytes, read in bounded pieces, damage told."""

from __future__ import annotations

import bz2
import gzip
from collections.abc import Callable

import pytest
import zstandard
from dragoman.codecs import FramingError
from dragoman.codecs.compression import plain_pieces

PACK: dict[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    "gzip": lambda data: gzip.compress(data, mtime=0),
    "bz2": bz2.compress,
    "zstd": zstandard.compress,
}


@pytest.mark.parametrize("kind", PACK)
@pytest.mark.parametrize("data", [b"a,b\n1,2\n", b"x" * 3_000_000, b""], ids=["small", "large", "empty"])
def test_the_same_bytes_come_out(kind: str, data: bytes) -> None:
    assert b"".join(plain_pieces(PACK[kind](data))) == data


@pytest.mark.parametrize("kind", ["gzip", "bz2"])
def test_joined_files_are_one(kind: str) -> None:
    assert b"".join(plain_pieces(PACK[kind](b"one\n") + PACK[kind](b"two\n"))) == b"one\ntwo\n"


@pytest.mark.parametrize("kind", ["gzip", "bz2"])
def test_a_file_that_ends_early_is_told(kind: str) -> None:
    with pytest.raises(FramingError, match="ends inside"):
        list(plain_pieces(PACK[kind](bytes(range(256)) * 40)[:-20]))


@pytest.mark.parametrize("kind", ["gzip", "bz2", "zstd"])
def test_damage_is_told(kind: str) -> None:
    packed = bytearray(PACK[kind](bytes(range(256)) * 40))
    packed[len(packed) // 2 :] = b"\xff" * (len(packed) // 2)
    with pytest.raises(FramingError):
        list(plain_pieces(bytes(packed)))


@pytest.mark.parametrize("kind", ["gzip", "bz2", "zstd"])
def test_a_bomb_comes_in_pieces(kind: str) -> None:
    """A few hundred bytes that swell to a hundred million are never held at once."""
    pieces = plain_pieces(PACK[kind](bytes(50_000_000)))
    total = 0
    for piece in pieces:
        assert len(piece) <= 1 << 27
        total += len(piece)
    assert total == 50_000_000
