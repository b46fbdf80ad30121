"""Rules of cutting a byte stream into frames, on good, partial and hostile input."""

from __future__ import annotations

from typing import Literal

import pytest
from dragoman.codecs import FramingError, LengthFramer, LineFramer, Truncated
from dragoman.errors import FrameTooLarge
from hypothesis import given
from hypothesis import strategies as st

CHUNKS = st.lists(st.integers(1, 40), min_size=1, max_size=20)


def cut(data: bytes, sizes: list[int]) -> list[bytes]:
    """The bytes in pieces of the given sizes, over and over."""
    pieces, at, turn = [], 0, 0
    while at < len(data):
        pieces.append(data[at : at + sizes[turn % len(sizes)]])
        at += sizes[turn % len(sizes)]
        turn += 1
    return pieces


@given(
    st.lists(st.binary(max_size=30).filter(lambda line: not set(line) & set(b"\r\n"))),
    CHUNKS,
    st.sampled_from([b"\n", b"\r\n"]),
)
def test_lines_come_out_whole_however_the_bytes_arrive(
    lines: list[bytes], sizes: list[int], ending: bytes
) -> None:
    framer = LineFramer(max_bytes=30)
    got = [
        line for piece in cut(b"".join(line + ending for line in lines), sizes) for line in framer.feed(piece)
    ]
    assert got == [line for line in lines if line]
    framer.close()


def test_a_carriage_return_within_a_line_belongs_to_it() -> None:
    assert LineFramer().feed(b"a\rb\r\n\r\n\n") == [b"a\rb"]


def test_a_line_of_exactly_the_limit_passes_and_one_byte_more_does_not() -> None:
    assert LineFramer(max_bytes=4).feed(b"abcd\r\n") == [b"abcd"]
    with pytest.raises(FrameTooLarge) as raised:
        LineFramer(max_bytes=4, venue="V", stream="feed").feed(b"abcde\n")
    assert (raised.value.size, raised.value.limit, raised.value.stream) == (5, 4, "feed")


def test_an_endless_line_is_refused_long_before_it_fills_the_memory() -> None:
    framer = LineFramer(max_bytes=1000)
    with pytest.raises(FrameTooLarge) as raised:
        for _ in range(50_000):
            framer.feed(b"x" * 100)
    assert raised.value.size < 1200


def test_lines_before_a_fault_come_out_and_the_fault_comes_next() -> None:
    framer = LineFramer(max_bytes=4)
    assert framer.feed(b"good\nfar too long\nlater\n") == [b"good"]
    for _ in range(2):
        with pytest.raises(FrameTooLarge):
            framer.feed(b"ok\n")
    with pytest.raises(FrameTooLarge):
        framer.close()


def test_input_that_ends_within_a_line_is_reported() -> None:
    framer = LineFramer()
    framer.feed(b"whole\nhal")
    with pytest.raises(Truncated) as raised:
        framer.close()
    assert raised.value.left_over == 3


def test_a_payload_with_a_line_break_is_never_sent() -> None:
    assert LineFramer.encode(b"{}") == b"{}\r\n"
    with pytest.raises(FramingError):
        LineFramer.encode(b"{}\r\n{}")


@given(
    st.lists(st.binary(max_size=50)),
    CHUNKS,
    st.sampled_from([1, 2, 4, 8]),
    st.sampled_from(["big", "little"]),
    st.booleans(),
)
def test_frames_by_length_come_out_as_they_went_in(
    frames: list[bytes], sizes: list[int], width: int, endian: Literal["big", "little"], own: bool
) -> None:
    framer = LengthFramer(width, endian, 50, counts_itself=own)
    wire = b"".join(map(framer.encode, frames))
    assert [frame for piece in cut(wire, sizes) for frame in framer.feed(piece)] == frames
    framer.close()


def test_a_length_beyond_the_limit_is_refused_before_its_bytes_are_awaited() -> None:
    framer = LengthFramer(4, "big", max_bytes=1000)
    with pytest.raises(FrameTooLarge) as raised:
        framer.feed(b"\xff\xff\xff\xff")
    assert raised.value.size == 0xFFFFFFFF


def test_a_length_less_than_itself_ends_the_stream() -> None:
    framer = LengthFramer(2, "big", counts_itself=True)
    assert framer.feed(b"\0\x03a\0\x01") == [b"a"]
    with pytest.raises(FramingError, match="less than its own"):
        framer.feed(b"")


@pytest.mark.parametrize("wire", [b"\0", b"\0\x05abc"])
def test_input_that_ends_within_a_frame_is_reported(wire: bytes) -> None:
    framer = LengthFramer(2)
    assert framer.feed(wire) == []
    with pytest.raises(Truncated):
        framer.close()


def test_a_payload_that_its_length_cannot_state_is_never_sent() -> None:
    with pytest.raises(FrameTooLarge):
        LengthFramer(1, max_bytes=1000).encode(bytes(256))


@given(st.lists(st.binary(max_size=60), max_size=8))
def test_noise_gives_frames_or_typed_errors_and_never_more_than_the_limit(chunks: list[bytes]) -> None:
    for framer in (
        LineFramer(max_bytes=20),
        LengthFramer(2, "big", 20),
        LengthFramer(1, "big", 20, counts_itself=True),
    ):
        try:
            for chunk in chunks:
                assert all(len(frame) <= 20 for frame in framer.feed(chunk))
            framer.close()
        except (FrameTooLarge, FramingError, Truncated):
            continue
