"""Names of generated code: identifiers made from spec names, never from raw text."""

from __future__ import annotations

import keyword
import re

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+|\d+")
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
RESERVED = frozenset({"self", "scope", "out", "message", "ts_init", "msgspec", "Struct", "field"})


def camel(name: str) -> str:
    """`get_depth` -> `GetDepth`; a name that is camel already stays."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def snake(name: str) -> str:
    """`GetDepth` -> `get_depth`."""
    return "_".join(word.lower() for word in _WORD.findall(name))


def is_safe_identifier(name: str) -> bool:
    """Whether `name` can be an attribute of generated code: ASCII, no keyword, no leading underscore."""
    return bool(_IDENTIFIER.match(name)) and not keyword.iskeyword(name) and not name.startswith("_")


def literal(value: object) -> str:
    """Python source of a plain value: the one place where text of a spec becomes a literal."""
    if value is None or isinstance(value, bool | int):
        return repr(value)
    if isinstance(value, str):
        escaped = value.encode("unicode_escape").decode("ascii").replace('"', '\\"')
        return f'"{escaped}"'
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
