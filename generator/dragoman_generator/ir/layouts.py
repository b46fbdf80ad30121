"""Layouts of payloads that name no keys: which value stands where, and how it is written there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextField:
    """One position of a text row; `kind` is what the runtime reads it as."""

    name: str
    kind: str
    since: int = 0
    optional: bool = False
    one_of: tuple[str | int, ...] = ()
    group: TextLayout | None = None


@dataclass(frozen=True, slots=True)
class TextLayout:
    """A text row; `shape` is the class of its record, empty for a plain tuple."""

    name: str
    fields: tuple[TextField, ...]
    shape: str


@dataclass(frozen=True, slots=True)
class FixedField:
    """One field of a fixed record; `size` counts the bytes of text and filling."""

    name: str
    kind: str
    size: int = 0
    one_of: tuple[str | int, ...] = ()

    @property
    def bytes(self) -> int:
        return self.size or (1 if self.kind == "char" else int(self.kind[1:]) // 8)


@dataclass(frozen=True, slots=True)
class FixedLayout:
    """A fixed record from its first byte on."""

    name: str
    tag: int
    size: int
    fields: tuple[FixedField, ...]
    shape: str


@dataclass(frozen=True, slots=True)
class ColumnsLayout:
    """Columns that have to be there, and those whose empty cell is no value."""

    required: tuple[str, ...]
    empty_is_none: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockField:
    """One field of a block; `nulls` are values that mean none, `exponent` a power of ten or the field that holds it."""

    name: str
    kind: str
    size: int = 0
    since: int = 0
    nulls: tuple[int, ...] = ()
    exponent: int | str | None = None
    truth: bool = False
    one_of: tuple[str | int, ...] = ()

    @property
    def bytes(self) -> int:
        return self.size or (1 if self.kind == "char" else int(self.kind[1:]) // 8)


@dataclass(frozen=True, slots=True)
class DataField:
    """A text behind its length."""

    name: str
    length: str
    since: int = 0
    optional: bool = False
    kept: bool = True


@dataclass(frozen=True, slots=True)
class GroupLayout:
    """Rows behind the length of their block and their number."""

    name: str
    block: BlockLayout
    length: str
    count: str
    between: int = 0
    since: int = 0


@dataclass(frozen=True, slots=True)
class BlockLayout:
    """Fields, then groups, then texts."""

    size: int
    fields: tuple[BlockField, ...]
    groups: tuple[GroupLayout, ...]
    data: tuple[DataField, ...]
    shape: str


@dataclass(frozen=True, slots=True)
class MessageLayout:
    """A message that its header's template and schema tell."""

    name: str
    tag: int
    schema: int
    version: int
    block: BlockLayout


Layout = TextLayout | FixedLayout | ColumnsLayout | MessageLayout
POSITIONAL_CODECS = frozenset({"text_rows", "binary", "csv", "sbe"})
UNBUILT_CODECS = frozenset({"fix", "protobuf", "msgpack"})
"""Codecs that have their place in the language and no reader yet."""
