"""The types of the expression language; there is no float, and nothing converts by itself."""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from dataclasses import dataclass, field


class Type:
    """Base of every type; `str()` gives the spelling that messages use."""


@dataclass(frozen=True)
class Scalar(Type):
    name: str

    def __str__(self) -> str:
        return self.name


BOOL = Scalar("bool")
INT = Scalar("int")
DEC = Scalar("dec")
TEXT = Scalar("text")
BYTES = Scalar("bytes")
TIME = Scalar("time")  # int, UNIX nanoseconds
DURATION = Scalar("duration")  # int, nanoseconds
NULL = Scalar("null")  # the type of the literal; assignable to every opt
NOTHING = Scalar("nothing")  # the element type of an empty list literal
UNKNOWN = Scalar("unknown")  # stands where an error was already reported, and silences what follows from it

# Patterns of the function table; no value has one of these types.
ANY = Scalar("any")
ANY_ENUM = Scalar("enum")
ANY_LIST = Scalar("list")
ANY_OPT = Scalar("opt")


@dataclass(frozen=True)
class Enum(Type):
    """A closed set of names. With `wire`, generated code holds the wire's text of a member instead of an enum object."""

    name: str
    members: tuple[str, ...]
    python: str = ""
    wire: Mapping[str, str] | None = None

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Opt(Type):
    """A value that may be absent; absent is None in generated code."""

    inner: Type

    def __str__(self) -> str:
        return f"opt<{self.inner}>"


@dataclass(frozen=True)
class List(Type):
    inner: Type

    def __str__(self) -> str:
        return f"list<{self.inner}>"


@dataclass(frozen=True)
class MapOf(Type):
    """Values by keys that are not known before; it is fanned out, never looked into."""

    inner: Type

    @property
    def entry(self) -> Record:
        """One entry as a row: `key` and `value`."""
        return Record("entry", {"key": TEXT, "value": self.inner}, {"key": 0, "value": 1})

    def __str__(self) -> str:
        return f"map<{self.inner}>"


@dataclass(frozen=True)
class Record(Type):
    """Named fields. `attributes` maps a field to its Python attribute (or tuple index) where the two differ.

    `units` gives the nanoseconds per unit of a time or duration that the attribute holds in another unit.
    """

    name: str
    fields: Mapping[str, Type]
    attributes: Mapping[str, str | int] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    reads: Mapping[str, str] = field(default_factory=dict)
    """Python around a stored value that is there, `{}` for the value: `SIDE_MEANS[{}]`, `({} == "Y")`."""
    whole: Mapping[str, str] = field(default_factory=dict)
    """Python that yields an optional field, None included, without looking at the record itself."""
    present: Mapping[str, str] = field(default_factory=dict)
    """Python that tells whether an optional stored value is there, where that isn't `{} is not None`."""

    def __post_init__(self) -> None:
        for name in self.fields:
            attribute = self.attributes.get(name, name)
            if isinstance(attribute, str) and not is_safe_identifier(attribute):
                raise ValueError(
                    f"field '{name}' of {self.name} needs a Python attribute: {attribute!r} can't be one"
                )

    def __str__(self) -> str:
        return self.name

    def attribute(self, name: str) -> str | int:
        """The Python attribute or tuple index that holds a field."""
        return self.attributes.get(name, name)


def is_safe_identifier(name: str) -> bool:
    """Whether generated code may spell this name: ASCII, no keyword, no dunder."""
    return (
        name.isascii() and name.isidentifier() and not keyword.iskeyword(name) and not name.startswith("__")
    )


def strip_opt(type_: Type) -> Type:
    return type_.inner if isinstance(type_, Opt) else type_


def assignable(source: Type, target: Type) -> bool:
    """Whether a value of `source` may stand where `target` is expected, without a change of the value."""
    if source == target or UNKNOWN in (source, target):
        return True
    if isinstance(target, Opt):
        return source == NULL or assignable(strip_opt(source), target.inner)
    if isinstance(source, List) and isinstance(target, List):
        return source.inner == NOTHING or assignable(source.inner, target.inner)
    return False


def matches(source: Type, pattern: Type) -> bool:
    """`assignable`, where the target may be a pattern of the function table."""
    if pattern == ANY:
        return source != NULL
    if pattern == ANY_ENUM:
        return isinstance(source, Enum)
    if pattern == ANY_LIST:
        return isinstance(source, List)
    if pattern == ANY_OPT:
        return isinstance(source, Opt)
    return assignable(source, pattern)


def unify(left: Type, right: Type) -> Type | None:
    """The one type that both may stand for, or None."""
    if left == NULL and right == NULL:
        return NULL
    if left == NULL or right == NULL:
        other = right if left == NULL else left
        return other if isinstance(other, Opt) or other == UNKNOWN else Opt(other)
    if assignable(left, right):
        return right
    if assignable(right, left):
        return left
    return None
