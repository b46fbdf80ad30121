"""Rules of messages with templates: versions, block lengths, groups, texts, and what broken bytes are told as."""

from __future__ import annotations

import contextlib
import struct
from decimal import Decimal
from typing import NamedTuple

import pytest
from dragoman.codecs import Block, BlockField, DataField, Group, MessageError, MessageLayout, SbeMessages
from dragoman.codecs.sbe_fields import scaled
from hypothesis import given
from hypothesis import strategies as st

NONE = -(2**63)


class Level(NamedTuple):
    price: Decimal
    size: Decimal | None
    owners: list[Owner]
    tag: str | None


class Owner(NamedTuple):
    name: str


class Book(NamedTuple):
    time: int
    exponent: int
    depth: int | None
    levels: list[Level]
    extras: list[Owner] | None
    symbol: str
    note: str | None


OWNERS = Group("owners", Block(0, (), (), (DataField("name", "u8"),), Owner), "u8", "u8")
LEVELS = Block(
    16,
    (
        BlockField("price", "i64", exponent="exponent"),
        BlockField("size", "i64", exponent=-2, nulls=(NONE,)),
    ),
    (OWNERS,),
    (DataField("tag", "u8", optional=True),),
    Level,
)
BOOK = MessageLayout(
    "book",
    7,
    3,
    2,
    Block(
        11,
        (
            BlockField("time", "i64"),
            BlockField("exponent", "i8"),
            BlockField("depth", "u16", since=1, nulls=(0xFFFF,)),
        ),
        (
            Group("levels", LEVELS, "u16", "u32", between=1),
            Group("extras", OWNERS.block, "u8", "u8", since=2),
        ),
        (DataField("symbol", "u8"), DataField("note", "u16", since=2)),
        Book,
    ),
)


def text(said: str, width: str = "B", mark: str = "<") -> bytes:
    raw = said.encode()
    return struct.pack(f"{mark}{width}", len(raw)) + raw


def level(price: int, size: int, *owners: str, tag: str = "", newer: bytes = b"", mark: str = "<") -> bytes:
    names = b"".join(text(each) for each in owners)
    return (
        struct.pack(f"{mark}qq", price, size) + newer + struct.pack("BB", 0, len(owners)) + names + text(tag)
    )


def book(*levels: bytes, version: int = 2, schema: int = 3, newer: bytes = b"", mark: str = "<") -> bytes:
    root = struct.pack(f"{mark}qb", 99, -3) + (struct.pack(f"{mark}H", 5) if version else b"") + newer
    head = struct.pack(f"{mark}4H", len(root), 7, schema, version)
    rows = struct.pack(f"{mark}HxI", 16, len(levels)) + b"".join(levels)
    extras = struct.pack("BB", 0, 0) if version > 1 else b""
    note = text("späť", "H", mark) if version > 1 else b""
    return head + root + rows + extras + text("ACME") + note


def read(data: bytes) -> Book:
    tag, message = SbeMessages([BOOK]).read(data)
    assert tag == 7 and isinstance(message, Book)
    return message


def test_groups_in_groups_take_the_exponent_of_the_block_around_them() -> None:
    found = read(book(level(1234, 50, "Ann", "Bo", tag="x"), level(-1, NONE)))
    assert found == Book(
        99,
        -3,
        5,
        [
            Level(Decimal("1.234"), Decimal("0.5"), [Owner("Ann"), Owner("Bo")], "x"),
            Level(Decimal("-0.001"), None, [], None),
        ],
        [],
        "ACME",
        "späť",
    )


def test_what_came_with_a_later_version_is_none_in_older_messages() -> None:
    found = read(book(level(1, 1), version=0))
    assert (found.depth, found.extras, found.note) == (None, None, None)
    found = read(book(version=1))
    assert (found.depth, found.extras, found.note) == (5, None, None)


def test_what_newer_writers_add_is_passed_over_by_the_lengths() -> None:
    found = read(book(level(1, 1), version=9, newer=b"newer") + b"and texts that nobody here knows")
    assert (found.symbol, found.note) == ("ACME", "späť")


def test_bytes_of_a_known_version_leave_nothing_over() -> None:
    with pytest.raises(MessageError, match=r"book: end at byte \d+: 3 bytes are left over"):
        read(book() + b"odd")


def test_both_orders_of_bytes() -> None:
    data = book(level(1234, 50, mark=">"), mark=">")
    _, found = SbeMessages([BOOK], endian="big").read(data)
    assert found.levels[0].price == Decimal("1.234")


def test_templates_of_no_layout_are_named_and_other_schemas_refused() -> None:
    other = struct.pack("<4H", 0, 8, 3, 2)
    assert SbeMessages([BOOK]).read(other) == (8, None)
    with pytest.raises(MessageError, match="it is of schema 4, and known is 3"):
        read(book(schema=4))


def test_a_number_of_rows_that_the_bytes_cannot_hold_is_refused_before_any_is_made() -> None:
    data = bytearray(book(level(1, 1)))
    data[8 + 11 + 3 : 8 + 11 + 7] = b"\xff" * 4
    with pytest.raises(MessageError, match="4294967295 rows of 19 bytes or more are said"):
        read(bytes(data))


@given(st.integers(0, 200))
def test_a_message_that_is_cut_says_where(size: int) -> None:
    whole = book(level(1234, 50, "Ann", tag="x"), level(7, 7))
    cut = whole[: size % len(whole)]
    with pytest.raises(MessageError) as caught:
        read(cut)
    assert 0 <= caught.value.at <= len(cut)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 255)), min_size=1, max_size=8))
def test_broken_bytes_are_a_message_or_a_typed_error(changes: list[tuple[int, int]]) -> None:
    data = bytearray(book(level(1234, 50, "Ann", tag="x"), level(7, 7)))
    for at, value in changes:
        data[at % len(data)] = value
    reader = SbeMessages([BOOK])
    with contextlib.suppress(MessageError):
        reader.read(bytes(data))
    assert reader.read(book(level(1234, 50)))[1].levels[0].price == Decimal("1.234")


@given(st.integers(-(2**63), 2**63 - 1), st.integers(-64, 64))
def test_decimals_are_exact(mantissa: int, exponent: int) -> None:
    found = scaled(mantissa, exponent)
    whole = found.as_tuple()
    digits = int("".join(map(str, whole.digits))) * (-1 if whole.sign else 1)
    assert isinstance(whole.exponent, int)
    shift = whole.exponent - exponent
    assert digits * 10**shift == mantissa if shift >= 0 else digits == mantissa * 10**-shift


def test_a_layout_whose_fields_take_other_bytes_is_a_fault_of_the_layout() -> None:
    wrong = MessageLayout("wrong", 1, 1, 1, Block(3, (BlockField("a", "u16"),), (), (), tuple))
    with pytest.raises(ValueError, match="its fields take 2 bytes, not 3"):
        SbeMessages([wrong])
