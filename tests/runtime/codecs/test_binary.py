"""Rules of fixed binary records."""

from __future__ import annotations

import struct
from decimal import Decimal
from typing import Any, Literal, NamedTuple

import pytest
from dragoman.codecs import BinaryField, BinaryRecords, FramingError, Layout, Truncated
from hypothesis import given
from hypothesis import strategies as st

NONE = 0x7FFFFFFFFFFFFFFF


class Trade(NamedTuple):
    length: int
    tag: int
    price: Decimal | None
    size: int | None
    side: str
    symbol: str


FIELDS = (
    BinaryField("length", "u8"),
    BinaryField("tag", "u8"),
    BinaryField("reserved", "pad", size=2),
    BinaryField("price", "i64", scale=9, none_is=NONE),
    BinaryField("size", "u32", none_is=0xFFFFFFFF),
    BinaryField("side", "char"),
    BinaryField("symbol", "cstr", size=7),
)
TRADE = Layout("Trade", 7, 24, FIELDS, Trade)


def records(**more: Any) -> BinaryRecords[Trade]:
    return BinaryRecords([TRADE], length_unit=4, **more)


def wire(
    price: int = 1_500_000_000,
    size: int = 3,
    side: bytes = b"B",
    symbol: bytes = b"ABC",
    *,
    tag: int = 7,
    words: int = 6,
    extra: bytes = b"",
    mark: str = "<",
) -> bytes:
    return struct.pack(f"{mark}BBxxqIc7s", words, tag, price, size, side, symbol) + extra


def test_a_scaled_integer_is_an_exact_decimal() -> None:
    [trade] = records().feed(wire(price=-(2**62) - 1))
    assert trade == Trade(6, 7, Decimal("-4611686018.427387905"), 3, "B", "ABC")


def test_sentinels_mean_no_value() -> None:
    [trade] = records().feed(wire(price=NONE, size=0xFFFFFFFF))
    assert (trade.price, trade.size) == (None, None)


def test_big_endian_records_read_the_same() -> None:
    assert records(endian="big").feed(wire(mark=">")) == records().feed(wire())


def test_an_unknown_record_is_passed_over_by_its_length_and_counted() -> None:
    reader = records()
    assert len(reader.feed(wire() + wire(tag=99) + wire())) == 2
    assert (reader.unknown, reader.bad) == (1, 0)


def test_a_record_of_a_newer_writer_may_be_longer_than_its_layout() -> None:
    [first, second] = records().feed(wire(words=8, extra=bytes(8)) + wire())
    assert first[1:] == second[1:]


def test_a_record_shorter_than_its_layout_is_set_aside_alone() -> None:
    reader = records()
    short = struct.pack("<BBxxq", 3, 7, 1)
    assert len(reader.feed(wire() + short + wire())) == 2
    [error] = reader.errors
    assert (error.at, error.why) == (24, "Trade: Trade has 24 bytes, this one 12")


@pytest.mark.parametrize("bad", [wire(symbol=b"\xff\xfe"), wire(side=b"\x80")])
def test_text_that_is_none_sets_its_record_aside_alone(bad: bytes) -> None:
    reader = records()
    assert len(reader.feed(wire() + bad + wire())) == 2
    assert reader.bad == 1


def test_a_length_that_can_not_be_ends_the_stream_after_the_good_records() -> None:
    reader = records()
    assert len(reader.feed(wire() + wire(words=0) + wire())) == 1
    with pytest.raises(FramingError, match="0 bytes at 24 is shorter than its header"):
        reader.feed(b"")


def test_input_that_ends_within_a_record_is_reported() -> None:
    reader = records()
    reader.feed(wire()[:-1])
    with pytest.raises(Truncated, match="23 bytes left over"):
        reader.close()


def test_a_layout_has_to_add_up_to_its_declared_size() -> None:
    with pytest.raises(ValueError, match="Trade: its fields take 24 bytes, not 25"):
        BinaryRecords([Layout("Trade", 7, 25, FIELDS, Trade)])
    with pytest.raises(ValueError, match="same tag"):
        BinaryRecords([TRADE, TRADE])


@given(st.lists(st.sampled_from([wire(), wire(tag=9), wire(words=8, extra=bytes(8))])), st.integers(1, 50))
def test_records_come_out_whole_however_the_bytes_arrive(parts: list[bytes], step: int) -> None:
    data = b"".join(parts)
    whole, pieces = records(), records()
    together = [record for at in range(0, len(data), step) for record in pieces.feed(data[at : at + step])]
    assert together == whole.feed(data)
    assert pieces.unknown == whole.unknown
    pieces.close()


@given(st.binary(max_size=300), st.sampled_from(["little", "big"]))
def test_noise_gives_records_or_typed_errors(data: bytes, endian: Literal["little", "big"]) -> None:
    reader = records(endian=endian)
    try:
        reader.feed(data)
        reader.close()
    except (FramingError, Truncated):
        return


@given(st.integers(-(2**63), 2**63 - 2))
def test_every_fixed_point_value_survives(price: int) -> None:
    [trade] = records().feed(wire(price=price))
    assert trade.price is not None
    assert int(trade.price.scaleb(9)) == price
