"""Names of generated code: identifiers made from spec names, never from raw text."""

from __future__ import annotations

import builtins
import keyword
import re
from decimal import Decimal

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+|\d+")
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
RESERVED = frozenset({"self", "scope", "out", "message", "ts_init", "msgspec", "Struct", "field", "was_used"})
SHADOWING = frozenset(
    {
        "int",
        "str",
        "bool",
        "bytes",
        "list",
        "dict",
        "tuple",
        "Decimal",
        "Any",
        "Raw",
        "Literal",
        "InstrumentId",
    }
)
"""Names that annotations are made of: a field that has one of them would hide it from the fields beside it."""
VARIABLES = frozenset(
    {
        "before",
        "book",
        "change",
        "child",
        "error",
        "gather",
        "hooks",
        "images",
        "increase",
        "is_image",
        "kept",
        "key",
        "level",
        "lookup",
        "memory",
        "merge",
        "merged",
        "params",
        "polls",
        "previous",
        "product",
        "record",
        "store",
    }
    | {"request", "row_", "snapshot", "snapshot_id", "topic"}
)
"""Variables of generated functions, and names that every mapping sees."""


def camel(name: str) -> str:
    """`get_depth` -> `GetDepth`; a name that is camel already stays."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def snake(name: str) -> str:
    """`GetDepth` -> `get_depth`."""
    return "_".join(word.lower() for word in _WORD.findall(name))


def is_safe_identifier(name: str) -> bool:
    """Whether `name` can be an attribute of generated code: ASCII, no keyword, no leading underscore."""
    return bool(_IDENTIFIER.match(name)) and not keyword.iskeyword(name) and not name.startswith("_")


def is_variable(name: str) -> bool:
    """Whether `name` can be a variable of a generated function: it hides no name that the function's own lines need."""
    free = name not in RESERVED | SHADOWING | VARIABLES and not keyword.issoftkeyword(name)
    return is_safe_identifier(name) and name.islower() and free and not hasattr(builtins, name)


def docstring(text: str) -> str:
    """Text of a spec as the inside of a one-line docstring: the one place where it becomes one."""
    one_line = comment(text).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'{one_line[:-1]}\\"' if one_line.endswith('"') else one_line


def comment(text: str) -> str:
    """Text of a spec on one line, with everything that an editor would not show written as its code."""
    return visible(" ".join(text.split()))


def visible(text: str) -> str:
    """The text with everything that an editor would not show written as its code."""
    return (
        text if text.isprintable() else "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)
    )


def literal(value: object) -> str:
    """Python source of a plain value: the one place where text of a spec becomes a literal."""
    if value is None or isinstance(value, bool | int):
        return repr(value)
    if isinstance(value, str):
        escaped = value.encode("unicode_escape").decode("ascii").replace('"', '\\"')
        return f'"{escaped}"'
    if isinstance(value, Decimal):
        return f'Decimal("{value}")'
    if isinstance(value, list | tuple):
        inside = ", ".join(literal(item) for item in value)
        return (
            f"({inside},)"
            if isinstance(value, tuple) and len(value) == 1
            else f"({inside})" if isinstance(value, tuple) else f"[{inside}]"
        )
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    raise TypeError(f"{type(value).__name__} has no literal")
