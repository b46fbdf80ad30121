"""Frames that were edited at random: a typed error or events, never a crash, a hang or memory without end."""

from __future__ import annotations

import dragoman
import pytest
from dragoman.errors import DecodeError
from dragoman.net.wire import Frame, Opcode
from dragoman.requests.classify import Classifier
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.framers import FRAMERS, check_framer
from tests.faults.mutations import (
    OPERATIONS,
    TOKENS,
    VENUES,
    Edit,
    check,
    check_session,
    edited,
    material,
    report,
)

EXAMPLES = 600
EDITS = st.lists(
    st.builds(
        Edit,
        st.sampled_from(OPERATIONS),
        st.integers(0, 1 << 20),
        st.integers(0, 63),
        st.sampled_from(TOKENS),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=EXAMPLES)
@given(st.integers(0, 1 << 30), EDITS, st.booleans())
def test_an_edited_frame_is_translated_or_refused_by_a_typed_error(
    choice: int, edits: list[Edit], synced: bool
) -> None:
    sample = material()[choice % len(material())]
    why = check(sample, edits, synced)
    assert not why, report(sample, edits, why)


@settings(max_examples=EXAMPLES)
@given(st.integers(0, 1 << 30), EDITS)
def test_a_session_takes_an_edited_frame_without_a_fault(choice: int, edits: list[Edit]) -> None:
    sample = material()[choice % len(material())]
    why = check_session(sample.venue, edited(sample.payload, edits))
    assert not why, report(sample, edits, why)


@pytest.mark.parametrize("name", FRAMERS)
@settings(max_examples=EXAMPLES // 10)
@given(
    st.lists(st.one_of(st.binary(max_size=80), st.sampled_from(TOKENS)), max_size=12),
    st.lists(st.integers(1, 70), min_size=1, max_size=8),
)
def test_a_framer_takes_any_bytes_in_any_pieces(name: str, parts: list[bytes], sizes: list[int]) -> None:
    assert check_framer(name, b"".join(parts), sizes) == ""


def test_every_venue_gives_material() -> None:
    assert {sample.venue for sample in material()} == set(VENUES)


@pytest.mark.parametrize(
    "frame",
    [
        b'{"stream":"btcusdt@trade","data":{"e":' + b"[" * 5000,
        b'{"stream":"btcusdt@trade","data":{"e":"\xe1rade"}}',
        b'{"stream":1e999999999,"data":{"e":"trade"}}',
        b'{"stream":' + b"9" * 5000 + b',"data":{"e":"trade"}}',
    ],
    ids=["nesting", "no text", "no number", "long number"],
)
def test_what_is_wrong_in_the_head_of_a_frame_is_a_decode_error(frame: bytes) -> None:
    translator = dragoman.load("binance").translator()
    with pytest.raises(DecodeError):
        translator.translate("ws", frame, product="spot", ts_init=1)
    connection = next(each for each in translator.tables.connections if each.source == "ws")
    with pytest.raises((ValueError, RecursionError)):
        Classifier(connection)(Frame(Opcode.TEXT, frame[:-1].replace(b'"stream":"', b'"stream": "')))
