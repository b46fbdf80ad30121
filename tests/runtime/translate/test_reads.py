"""Rules of values as generated code reads them."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from dragoman.translate.frames import MsText, spelled_ms
from dragoman.translate.functions import IsoText, LastSecond, parse_iso
from dragoman.translate.numbers import may_be_spelled_oddly
from dragoman.translate.reads import ISO_MOMENTS, MOMENTS, as_list, as_rows, fixed
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(-(2**63), 2**63 - 1), st.integers(0, 18))
def test_a_scaled_integer_is_exact_and_shows_no_zeros_of_its_scale(value: int, digits: int) -> None:
    found = fixed(value, digits)
    assert found * 10**digits == value
    text = format(found, "f")
    assert "." not in text or not text.endswith("0")


def test_a_whole_scaled_integer_has_no_point() -> None:
    assert [str(fixed(value, 9)) for value in (5_000_000_000, 0, -12_500_000_000)] == ["5", "0", "-12.5"]


def test_one_row_and_many_are_rows() -> None:
    one: list[str] = as_list("a")
    rows = ["a", "b"]
    many: list[str] = as_list(rows)
    assert one == ["a"] and many == rows


def test_a_record_that_may_be_absent_is_no_row_or_one() -> None:
    assert as_rows(None) == () and as_rows(Decimal(1)) == (Decimal(1),)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3), st.sampled_from(["Z", ".5Z", ".001Z", ".123456789Z", "+02:00", ".25-01:30"])
        )
    )
)
def test_a_time_is_read_the_same_whichever_second_was_the_last(times: list[tuple[int, str]]) -> None:
    clock = LastSecond()
    for second, tail in times:
        time = f"2025-10-09T08:00:0{second}{tail}"
        assert clock[time.removeprefix(clock.text)] + clock.ns == parse_iso(time)


def test_a_time_of_no_second_is_none_and_leaves_the_last_one() -> None:
    clock = LastSecond()
    for wrong in ("2025-10-09T08:00:61.001Z", "x" * 30, "2025-10-09T08:00:00 nine"):
        with pytest.raises(ValueError):
            clock[wrong.removeprefix(clock.text)]
    with pytest.raises(msgspec.ValidationError):  # a mere fraction would be taken for one of the last second
        msgspec.json.decode(b'".001Z"', type=IsoText)


@given(st.text(alphabet="0123456789 -+.e\t\n", min_size=1, max_size=15))
def test_milliseconds_are_spelled_in_thirteen_digits_and_nothing_else(text: str) -> None:
    def read() -> int | None:
        try:
            return int(spelled_ms(msgspec.convert(text, MsText)))
        except msgspec.DecodeError:
            return None

    plain = len(text) == 13 and text.isdigit() and text[0] != "0"
    assert read() == (int(text) if plain else None)


def test_times_are_remembered_as_strictly_as_they_are_read() -> None:
    assert MOMENTS["1700000000001"] == MOMENTS["1700000000001"] == 1_700_000_000_001_000_000
    assert ISO_MOMENTS["2025-10-09T08:00:00.001Z"] == ISO_MOMENTS["2025-10-09T08:00:00.001000Z"]
    long = f"2025-10-09T08:00:00.{'1' * 100}Z"
    assert ISO_MOMENTS[long] % 10**9 == 111_111_111 and long not in ISO_MOMENTS, "long texts cost memory"
    for bad in ("", "1_0", " 10", "1e3", "١٢"):
        with pytest.raises(ValueError):
            MOMENTS[bad]
    with pytest.raises(TypeError):
        MOMENTS[None]
    with pytest.raises(ValueError):
        ISO_MOMENTS["yesterday"]


@pytest.mark.parametrize(
    "payload", [b'{"a":" 1"}', b'{"a":"1 "}', b'{"a b c d e f g h i j k l m n o p q r s t u v":"1 "}']
)
def test_blanks_beside_quotes_are_seen_and_those_between_words_are_not(payload: bytes) -> None:
    assert may_be_spelled_oddly(payload)
    assert not may_be_spelled_oddly(payload.replace(b'" ', b'"').replace(b' "', b'"'))
