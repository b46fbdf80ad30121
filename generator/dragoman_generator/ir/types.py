"""Resolved wire types: how a value looks on the wire, in an expression and in generated code."""

from __future__ import annotations

from dataclasses import dataclass, replace

INTEGER_KINDS = frozenset({"u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"})
UNITS = {"s": 1_000_000_000, "ms": 1_000_000, "us": 1_000, "ns": 1}


@dataclass(frozen=True, slots=True)
class WireType:
    """One resolved wire type; `kind` is the word, the rest its arguments."""

    kind: str
    arg: str = ""
    item: WireType | None = None
    ref: str = ""
    """Shape or enum name for `record`, `levels`, `enum`."""
    optional: bool = False
    may_be_absent: bool = False
    empty_is_none: bool = False
    none_is: tuple[object, ...] = ()
    bounds: str = ""
    """What a decimal may be: `>0`, `>=0`, `1.01..1000`."""
    as_text: bool = False
    """A decimal that stays text until it is read."""

    @property
    def is_time(self) -> bool:
        return self.kind in {"ts", "ts_text"}

    @property
    def is_level_text(self) -> bool:
        """Whether it is a decimal that stays text in a book level."""
        return self.kind == "dec" and replace(self, bounds="") == WireType("dec")

    def required(self) -> WireType:
        """The same without its optional wrapping."""
        return replace(self, optional=False, may_be_absent=False, empty_is_none=False, none_is=())


@dataclass(frozen=True, slots=True)
class Part:
    """One slot of a text with structure."""

    name: str
    kind: str
    """`text`, `dec`, `int`, `date`, `flag`, or the name of a closed enum."""
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a text with structure is made of; `name` is what expressions call it, `record` the class that holds it."""

    name: str
    record: str
    template: str
    pattern: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a shape; `wire` is the key (or position name), `name` what everything else calls it."""

    wire: str
    name: str
    type: WireType
    has_const: bool = False
    const: object = None
    since: int = 0
    size: int = 0
    bits: tuple[str, ...] = ()
    doc: str = ""
    skipped: bool = False
    marks_absence: bool = False
    """An absent value is told from null, since the two mean different things to a machine."""
    parts: Parts | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A payload shape as one generated Struct."""

    name: str
    kind: str
    """`record` or `row`."""
    fields: tuple[Field, ...]
    usual: tuple[tuple[str, object], ...] = ()
    """Wire key -> what is sent there where no event tells it."""
    extra: str = "ignore"
    doc: str = ""
    title: str = ""
    tag_key: str = ""
    tag_value: str | int = ""
    is_level: bool = False
    is_vendors: bool = False
    """The vendor's own decoder makes these records: attributes have the wire's names, and no Struct is generated."""

    def field(self, name: str) -> Field | None:
        return next((f for f in self.fields if f.name == name), None)

    def field_at(self, wire: str) -> Field | None:
        """The field of a wire key."""
        return next((f for f in self.fields if f.wire == wire), None)


def constants(shape: Shape | None) -> tuple[tuple[str, str], ...]:
    """The keys of a message that hold one text or number only, with what they hold; its tag is none of them."""
    if shape is None:
        return ()
    return tuple(
        (item.wire, str(item.const))
        for item in shape.fields
        if item.has_const and isinstance(item.const, str | int) and item.wire != shape.tag_key
    )


@dataclass(frozen=True, slots=True)
class EnumType:
    """Wire values and what they mean; `model` names a model enum, or is empty for plain text."""

    name: str
    values: tuple[tuple[str | int, str | int], ...]
    """(wire value, member or text)."""
    model: str
    policy: str
    unknown: str = ""
    title: str = ""
    doc: str = ""

    @property
    def of_integers(self) -> bool:
        return all(isinstance(wire, int) for wire, _ in self.values)

    @property
    def is_mapped(self) -> bool:
        """Whether a wire value is looked up for what it means, and is not its own meaning."""
        return bool(self.model or self.unknown) or any(wire != meaning for wire, meaning in self.values)

    @property
    def meanings(self) -> tuple[str, ...]:
        """All that a value may mean, what an unknown one becomes among them."""
        said = [str(meaning) for _, meaning in self.values]
        return tuple(dict.fromkeys([*said, self.unknown] if self.unknown else said))
