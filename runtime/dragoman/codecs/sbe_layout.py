"""What messages of Simple Binary Encoding are made of: blocks of fixed fields, repeating groups, texts behind their lengths."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

Integer = Literal["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"]
Prefix = Literal["u8", "u16", "u32"]

_NULLS = {"char": 0} | {f"u{bits}": (1 << bits) - 1 for bits in (8, 16, 32, 64)}
NULLS: dict[str, int] = _NULLS | {f"i{bits}": -(1 << bits - 1) for bits in (8, 16, 32, 64)}
"""Primitive type -> the value that means "none" where a field may have none."""


class BlockField(Struct, frozen=True):
    """One field of a block; its place is behind the fields before it.

    `size` counts the bytes of cstr and pad. `since` is the first version that has the field; older messages give None.
    `nulls` are values that mean "none". `exponent` makes the integer a decimal: the power of ten, or the name of the integer
    field of this block or of one around it that holds it. `truth` reads 0 and 1 as false and true. `one_of` lists the only
    values.
    """

    name: str
    kind: Literal["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "char", "cstr", "pad"]
    size: int = 0
    since: int = 0
    nulls: tuple[int, ...] = ()
    exponent: int | str | None = None
    truth: bool = False
    one_of: tuple[str | int, ...] = ()


class DataField(Struct, frozen=True):
    """UTF-8 behind its length; an empty one is None where `optional`. One that is not `kept` is passed over."""

    name: str
    length: Prefix = "u8"
    since: int = 0
    optional: bool = False
    kept: bool = True


class Group(Struct, frozen=True):
    """Rows behind the length of their block and their number; `between` bytes stand between the two."""

    name: str
    block: Block
    length: Prefix = "u16"
    count: Prefix = "u16"
    between: int = 0
    since: int = 0


class Block(Struct, frozen=True):
    """Fields, then groups, then texts; `build` takes their values in this order. `size` is that of the fields."""

    size: int
    fields: tuple[BlockField, ...]
    groups: tuple[Group, ...]
    data: tuple[DataField, ...]
    build: Callable[..., Any]


class MessageLayout(Struct, frozen=True):
    """One template: `tag` is its number in the schema, `version` the newest that the layout describes."""

    name: str
    tag: int
    schema: int
    version: int
    block: Block
