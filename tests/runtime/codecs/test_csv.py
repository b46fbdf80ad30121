"""Rules of comma-separated rows."""

from __future__ import annotations

import csv
import io

import pytest
from dragoman.codecs import CsvRows, HeaderError, read_csv
from hypothesis import given
from hypothesis import strategies as st


def test_rows_are_dicts_by_the_header() -> None:
    table = read_csv(b"\xef\xbb\xbfprice, size\r\n1.50,2\r\n\r\n3,4", columns=["price"])
    assert table.rows == [{"price": "1.50", "size": "2"}, {"price": "3", "size": "4"}]
    assert table.bad == 0


def test_a_file_without_a_header_is_read_by_the_declared_one() -> None:
    assert read_csv(b"1,2\n", header=["a", "b"]).rows == [{"a": "1", "b": "2"}]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"price\n1\n", "lacks size, side"),
        (b"price,size,side,price\n", "names a column twice"),
        (b"\xff\xfe\x00\x01\n", "can't be read"),
        (b"\x1f\x8b\x08\x00\x00\n", "can't be read"),
        (b"{}\n", "lacks price, size, side"),
    ],
)
def test_a_file_that_is_none_of_this_kind_is_refused_by_its_header(data: bytes, why: str) -> None:
    with pytest.raises(HeaderError, match=why):
        read_csv(data, columns=["price", "size", "side"])


@pytest.mark.parametrize(
    "bad", [b"1", b"1,2,3", b"\xff,2", b'"a"b,2', b'1,"open', b"x" * 2000 + b",2", b'"' + b"y" * 2000]
)
def test_a_bad_row_is_set_aside_with_its_line_and_the_others_come_out(bad: bytes) -> None:
    reader = CsvRows(max_row_bytes=1000)
    rows = reader.feed(b"a,b\n1,2\n" + bad + b"\n3,4\n5,6\n") + reader.close()
    assert [row["a"] for row in rows] == ["1", "3", "5"]
    assert reader.bad == 1
    assert reader.errors[0].at == 3


def test_two_stray_quotes_far_apart_cost_their_own_lines_alone() -> None:
    reader = CsvRows()
    rows = reader.feed(b'a,b\n1,"2\n3,4\n5,6\n7",8\n9,10\n') + reader.close()
    assert [row["a"] for row in rows] == ["3", "5", "9"]
    assert [error.at for error in reader.errors] == [2, 5]


def test_quoted_fields_may_hold_separators_quotes_and_line_breaks() -> None:
    assert read_csv(b'a,b\n"1,5","say ""hi""\nthere"\n').rows == [{"a": "1,5", "b": 'say "hi"\nthere'}]


def test_a_line_without_end_is_refused_long_before_it_fills_the_memory() -> None:
    reader = CsvRows(header=["a"], max_row_bytes=100)
    for _ in range(10_000):
        assert reader.feed(b"x" * 100) == []
    assert reader.feed(b"x\n7\n") == [{"a": "7"}]
    assert (reader.bad, reader.errors[0].at) == (1, 1)


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=8)


@given(st.lists(st.tuples(CELL, CELL), max_size=8), st.integers(1, 20))
def test_what_a_csv_writer_wrote_reads_back_however_the_bytes_arrive(
    table: list[tuple[str, str]], step: int
) -> None:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([("a", "b"), *table])
    data = text.getvalue().encode()
    reader = CsvRows()
    rows = [row for at in range(0, len(data), step) for row in reader.feed(data[at : at + step])]
    assert [(row["a"], row["b"]) for row in rows + reader.close()] == table
    assert reader.bad == 0


@given(st.binary(max_size=200), st.integers(1, 50))
def test_noise_gives_rows_or_counted_faults(data: bytes, step: int) -> None:
    reader = CsvRows(header=["a", "b"], max_row_bytes=20)
    for at in range(0, len(data), step):
        reader.feed(data[at : at + step])
    reader.close()
    assert reader.bad >= len(reader.errors)
