"""Sections and keys of a spec file, read from the Structs that define them."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import NODEFAULT, UNSET, Meta, UnsetType

from dragoman_generator.emit.markdown import Section, anchor, code, codes, text
from dragoman_generator.language import words
from dragoman_generator.language.root import SpecFile
from dragoman_generator.schema.attribute_docs import attribute_docs

_PLAIN = {str: "text", int: "integer", bool: "`true` or `false`", type(None): "`null`", Any: "anything"}


def vocabulary() -> list[Section]:
    """The kinds of text that other tables name."""
    rows = []
    for name, alias in _aliases().items():
        (meta,) = alias.__metadata__
        pattern = (meta.extra_json_schema or {}).get("pattern", "")
        rows.append((name, text(meta.description or ""), code(pattern) if pattern else ""))
    return [Section("Words shared by all sections", (), ("kind of text", "what it is", "form"), rows)]


def language() -> list[Section]:
    """One section a Struct, in the order in which they are first named."""
    intro = "Every mapping of a spec file, from the outermost inwards. A key that is not named is an error."
    return [Section("Sections of a spec", (intro,)), *(_section(kind) for kind in _structs(SpecFile, {}))]


def beside(kind: type[msgspec.Struct]) -> list[Section]:
    """A Struct and what it names, as far as no spec file names them directly."""
    seen = dict.fromkeys(_structs(SpecFile, {}))
    return [_section(found) for found in _structs(kind, seen)]


def _section(kind: type[msgspec.Struct]) -> Section:
    docs = attribute_docs(kind)
    hints = typing.get_type_hints(kind, include_extras=True)
    rows = []
    config = kind.__struct_config__
    if config.tag_field:
        rows.append((code(config.tag_field), code(config.tag), "required", "chooses this form"))
    for item in msgspec.structs.fields(kind):
        hint = hints[item.name]
        told = docs.get(item.encode_name) or _description(hint)
        rows.append((code(item.encode_name), _type(hint), _default(item), text(told)))
    doc = inspect.cleandoc(kind.__doc__ or "")
    return Section(kind.__name__, (text(doc),), ("key", "value", "left out", "meaning"), rows, level=3)


def _structs(
    kind: type[msgspec.Struct], seen: dict[type[msgspec.Struct], None]
) -> Iterator[type[msgspec.Struct]]:
    if kind in seen:
        return
    seen[kind] = None
    yield kind
    for hint in typing.get_type_hints(kind, include_extras=True).values():
        for inner in _named_structs(hint):
            yield from _structs(inner, seen)


def _named_structs(hint: Any) -> Iterator[type[msgspec.Struct]]:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    for part in typing.get_args(hint):
        if typing.get_origin(hint) is not typing.Literal:
            yield from _named_structs(part)


def _type(hint: Any) -> str:
    """What a value may be, in words."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        name = next((name for name, alias in _aliases().items() if alias.__metadata__[0] in parts[1:2]), None)
        return f"[{name}]({anchor('Words shared by all sections')})" if name else _type(parts[0])
    if origin in (typing.Union, types.UnionType):
        return " or ".join(dict.fromkeys(_type(part) for part in parts if part is not UnsetType))
    if origin is typing.Literal:
        return " or ".join(code(part) for part in parts)
    if origin is list:
        return f"list of {_type(parts[0])}"
    if origin is dict:
        return f"mapping of {_type(parts[0])} to {_type(parts[1])}"
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return f"[{hint.__name__}]({anchor(hint.__name__)})"
    return _PLAIN.get(hint) or code(getattr(hint, "__name__", hint))


def _default(item: msgspec.structs.FieldInfo) -> str:
    if item.default_factory is not NODEFAULT:
        made = item.default_factory()
        if isinstance(made, msgspec.Struct):
            said = ", ".join(f"{key}: {value}" for key, value in msgspec.to_builtins(made).items())
            return code(f"{{{said}}}") if said else "none"
        return codes([made]) if made else "none"
    if item.default is NODEFAULT:
        return "required"
    if item.default is UNSET or item.default == "":
        return "none"
    return code(str(item.default).lower() if isinstance(item.default, bool) else item.default)


def _description(hint: Any) -> str:
    """The description of a field's own; that of the kind of its text only where the kind says it all."""
    own = {alias.__metadata__[0] for alias in _aliases().values() if alias not in (words.Doc, words.Why)}
    for meta in _metas(hint):
        if meta not in own and meta.description:
            return str(meta.description)
    return ""


def _metas(hint: Any) -> Iterator[Meta]:
    if typing.get_origin(hint) is typing.Annotated:
        yield from reversed([meta for meta in typing.get_args(hint)[1:] if isinstance(meta, Meta)])
    elif typing.get_origin(hint) in (typing.Union, types.UnionType):
        for part in typing.get_args(hint):
            yield from _metas(part)


def _aliases() -> dict[str, Any]:
    """The named kinds of text of the vocabulary."""
    return {
        name: alias for name, alias in vars(words).items() if typing.get_origin(alias) is typing.Annotated
    }
