"""Rules of positional text rows."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from dragoman.codecs import FieldError, TextRow, join_fields, split_fields
from hypothesis import given
from hypothesis import strategies as st


def row(*fields: str) -> TextRow:
    return TextRow("TickPrice", fields)


def read_tick(fields: list[str]) -> tuple[object, ...]:
    """A row whose later fields came with later versions."""
    reader = TextRow("TickPrice", fields, start=1)
    version = reader.integer("version")
    price = reader.decimal("price")
    size = reader.decimal("size") if reader.since(version, 2) else None
    attributes = reader.bits("attributes", ["auto", "limit"]) if reader.since(version, 3) else None
    reader.end()
    return price, size, attributes


def test_a_field_exists_from_its_version_on() -> None:
    assert read_tick(["1", "1", "9.5"]) == (Decimal("9.5"), None, None)
    assert read_tick(["1", "2", "9.5", "3"]) == (Decimal("9.5"), Decimal(3), None)
    assert read_tick(["1", "3", "9.5", "3", "2"]) == (
        Decimal("9.5"),
        Decimal(3),
        {"auto": False, "limit": True},
    )


def test_an_error_names_record_field_and_position_and_shows_the_text() -> None:
    with pytest.raises(FieldError, match=r"TickPrice: field 2 \(price\): not a decimal: 'abc'") as raised:
        read_tick(["1", "1", "abc"])
    assert (raised.value.record, raised.value.field, raised.value.index) == ("TickPrice", "price", 2)


def test_a_short_row_names_the_field_that_is_missing() -> None:
    with pytest.raises(FieldError, match=r"field 3 \(size\): the row ends after 3 fields"):
        read_tick(["1", "2", "9.5"])


def test_a_long_row_is_refused_where_the_layout_is_final() -> None:
    with pytest.raises(FieldError, match="1 fields too many"):
        read_tick(["1", "1", "9.5", "surprise"])


def test_empty_text_and_sentinels_mean_no_value_only_where_declared() -> None:
    assert row("").maybe_decimal("price") is None
    assert row("2147483647").maybe_integer("size", none_is=2147483647) is None
    assert row("1.7976931348623157E308").maybe_decimal("price", none_is="1.7976931348623157E+308") is None
    assert row("2147483647").maybe_integer("size") == 2147483647
    for read in (row("").decimal, row("").integer):
        with pytest.raises(FieldError, match="empty"):
            read("price")


@pytest.mark.parametrize(
    "text", ["NaN", "Infinity", "-inf", "1_000", " 1", "1 ", "١", "0x10", "1e99999999", "--1", "1,5"]
)
def test_what_python_would_take_for_a_number_but_no_venue_means_is_refused(text: str) -> None:
    for read in (row(text).decimal, row(text).integer):
        with pytest.raises(FieldError):
            read("price")


def test_twenty_digit_decimals_stay_exact() -> None:
    assert str(row("12345678901234567890.123456789").decimal("price")) == "12345678901234567890.123456789"


def test_a_flag_has_two_texts_and_no_third() -> None:
    assert [row("1").flag("f"), row("0").flag("f"), row("Y").flag("f", "Y", "N")] == [True, False, True]
    with pytest.raises(FieldError, match="neither '1' nor '0'"):
        row("true").flag("f")


@pytest.mark.parametrize("count", ["-1", "5", "999999999"])
def test_a_group_count_that_the_row_cannot_hold_is_refused_before_anything_is_built(count: str) -> None:
    with pytest.raises(FieldError, match="a group can't repeat"):
        row(count, "a", "b", "c", "d").count("legs")


def test_fields_are_ended_by_the_separator() -> None:
    assert split_fields(b"1\0\0abc\0") == ["1", "", "abc"]
    assert split_fields(b"1|2", b"|") == ["1", "2"]
    assert split_fields(b"") == []


def test_invalid_text_names_the_field_that_holds_it() -> None:
    with pytest.raises(FieldError, match="no UTF-8") as raised:
        split_fields(b"a\0b\0\xff\xfe\0")
    assert raised.value.index == 2


def test_a_row_of_too_many_fields_is_refused_unsplit() -> None:
    with pytest.raises(FieldError, match="more than 10 fields"):
        split_fields(b"\0" * 11, max_fields=10)


def test_what_is_sent_has_no_exponents_and_no_stray_separators() -> None:
    assert join_fields([71, None, True, Decimal("1E-9"), "x"]) == b"71\0\0001\0000.000000001\0x\0"
    bad: list[str | Decimal] = ["a\0b", Decimal("NaN")]
    for value in bad:
        with pytest.raises(FieldError):
            join_fields([value])


@given(st.lists(st.text(max_size=12).filter(lambda text: "\0" not in text)))
def test_sent_fields_read_back_the_same(fields: list[str]) -> None:
    assert split_fields(join_fields(fields)) == fields


READERS: list[Callable[[TextRow], object]] = [
    lambda reader: reader.integer("f"),
    lambda reader: reader.maybe_integer("f", 7),
    lambda reader: reader.decimal("f"),
    lambda reader: reader.maybe_decimal("f"),
    lambda reader: reader.flag("f"),
    lambda reader: reader.bits("f", ["a"]),
    lambda reader: reader.count("f"),
    lambda reader: reader.skip("f", 3),
]


@given(st.lists(st.text(max_size=8), max_size=4), st.sampled_from(READERS))
def test_noise_gives_values_or_field_errors(fields: list[str], read: Callable[[TextRow], object]) -> None:
    try:
        read(TextRow("Noise", fields))
    except FieldError as error:
        assert error.record == "Noise"
