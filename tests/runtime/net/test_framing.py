"""Cutting byte streams into messages, however the bytes arrive."""

from __future__ import annotations

import pytest
from dragoman.net.framing import Chunks, Framing, LengthPrefixed, Lines, LinesThenBytes, Oversize
from hypothesis import given
from hypothesis import strategies as st

FRAMINGS: list[Framing] = [
    Lines(),
    Lines(ending=b"\n"),
    LengthPrefixed(),
    LengthPrefixed(prefix="u16le", counts_itself=True),
    LengthPrefixed(prefix="u64be"),
]


@pytest.mark.parametrize("framing", FRAMINGS, ids=repr)
@given(messages=st.lists(st.binary(max_size=40), max_size=8), size=st.integers(1, 17))
def test_messages_come_out_as_they_went_in(framing: Framing, messages: list[bytes], size: int) -> None:
    if framing.text:
        messages = [message.replace(b"\n", b"").replace(b"\r", b"") for message in messages]
    wire = b"".join(framing.wrap(message) for message in messages)
    buffer, cut = bytearray(), []
    for start in range(0, len(wire), size):
        buffer += wire[start : start + size]
        while (message := framing.cut(buffer)) is not None:
            cut.append(message)
    assert cut == messages and not buffer


def test_lenient_line_ends_and_lines_that_already_have_theirs() -> None:
    buffer = bytearray(b"one\ntwo\r\n")
    assert (Lines().cut(buffer), Lines().cut(buffer), Lines().cut(buffer)) == (b"one", b"two", None)
    assert Lines().wrap(b"x\r\n") == b"x\r\n"


@pytest.mark.parametrize(
    ("framing", "wire"),
    [
        (Lines(max_bytes=10), b"x" * 11),
        (Lines(max_bytes=10), b"x" * 11 + b"\r\n"),
        (LengthPrefixed(max_bytes=10), b"\x00\x00\x00\x0b"),
        (LengthPrefixed(max_bytes=10), b"\xff\xff\xff\xff"),
        (LengthPrefixed(counts_itself=True), b"\x00\x00\x00\x03"),
    ],
)
def test_a_message_beyond_its_bound_is_refused_before_it_is_gathered(framing: Framing, wire: bytes) -> None:
    with pytest.raises(Oversize):
        framing.cut(bytearray(wire))


def test_chunks_pass_through() -> None:
    buffer = bytearray(b"abc")
    assert Chunks().cut(buffer) == b"abc" and Chunks().cut(buffer) is None


def test_a_textual_log_in_turns_into_bytes_with_its_last_line() -> None:
    framing = LinesThenBytes(last=b"start=0").start()
    buffer = bytearray(b"hello\nsuccess=1\n\x00\x01\n\x02")
    assert framing.cut(buffer) == b"hello" and framing.text
    assert framing.wrap(b"ask=1") == b"ask=1\n"
    assert framing.cut(buffer) == b"success=1"
    assert framing.wrap(b"start=0") == b"start=0\n"
    assert framing.cut(buffer) == b"\x00\x01\n\x02" and not framing.text
    assert framing.cut(buffer) is None
    assert framing.wrap(b"raw") == b"raw"


def test_every_connection_logs_in_anew() -> None:
    facts = LinesThenBytes(last=b"go")
    facts.start().wrap(b"go")
    assert facts.start().text
