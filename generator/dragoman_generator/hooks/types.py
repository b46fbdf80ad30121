"""The types of hooks: words of the expression language, and the annotations that say the same in Python."""

from __future__ import annotations

import re

from dragoman.model import ENUM_TYPES

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.types import (
    BOOL,
    BYTES,
    DEC,
    DURATION,
    INT,
    TEXT,
    TIME,
    Enum,
    List,
    Opt,
    Scalar,
    Type,
)
from dragoman_generator.resolve.reading import model_enum

_SCALARS = {str(kind): kind for kind in (BOOL, INT, DEC, TEXT, BYTES, TIME, DURATION)}
_PYTHON = {
    BOOL: "bool",
    INT: "int",
    DEC: "Decimal",
    TEXT: "str",
    BYTES: "bytes",
    TIME: "int",
    DURATION: "int",
}
_WRAPPED = re.compile(r"(opt|list)<(.*)>\Z")
_DEEPEST = 4


class HookTypeError(Exception):
    """A text that names no type of a hook; `hint` may name a likely one."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


def hook_type(text: str) -> Type:
    """`opt<list<dec>>` as a type. Raises HookTypeError."""
    wrapped, depth = text.strip(), 0
    wrappers: list[str] = []
    while (match := _WRAPPED.match(wrapped)) is not None and depth < _DEEPEST:
        wrappers.append(match[1])
        wrapped, depth = match[2].strip(), depth + 1
    found: Type
    if wrapped in _SCALARS:
        found = _SCALARS[wrapped]
    elif wrapped in ENUM_TYPES:
        found = model_enum(wrapped)
    else:
        raise HookTypeError(
            f"{text[:60]!r} is no type of a hook", did_you_mean(wrapped[:60], [*_SCALARS, *ENUM_TYPES])
        )
    for word in reversed(wrappers):
        if isinstance(found, Opt):
            raise HookTypeError(f"{text[:60]!r} is no type of a hook", "opt stands outermost")
        found = Opt(found) if word == "opt" else List(found)
    return found


def annotation(kind: Type) -> str:
    """How a signature writes the type, as `ast.unparse` gives it."""
    if isinstance(kind, Opt):
        return f"{annotation(kind.inner)} | None"
    if isinstance(kind, List):
        return f"list[{annotation(kind.inner)}]"
    if isinstance(kind, Enum):
        return kind.name
    assert isinstance(kind, Scalar)
    return _PYTHON[kind]
