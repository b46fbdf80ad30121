"""Arrays that hold more than is described: what follows the positions of a book's level is passed over, as unknown keys of a record are."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import fields

from dragoman.translate.frames import union, variant
from dragoman.translate.rows import decode_strict, decoder

_encode = msgspec.json.Encoder(decimal_format="number").encode


def decode_longer(kind: Any, payload: bytes) -> Any:
    """A payload whose levels may be longer than those of its type; raises as the decoding of any other payload."""
    longer = _longer(kind)
    if longer is kind:
        raise msgspec.ValidationError("the type holds no levels")
    return decoder(kind).decode(_encode(decode_strict(longer, payload)))


@cache
def _longer(kind: Any) -> Any:
    """The type with arrays of any length where it has levels; the type itself where it has none."""
    inside = get_args(kind)
    if get_origin(kind) is tuple:
        parts = [(f"position_{index}", each) for index, each in enumerate(inside)]
        return msgspec.defstruct("Longer", parts, array_like=True, gc=False)
    if isinstance(kind, type) and issubclass(kind, Struct):
        types = {each.name: _longer(each.type) for each in fields(kind)}
        changed = {each.name: types[each.name] for each in fields(kind) if types[each.name] is not each.type}
        return variant(kind, **changed) if changed else kind
    changed_inside = tuple(map(_longer, inside))
    if changed_inside == inside:
        return kind
    return union([*changed_inside]) if isinstance(kind, UnionType) else get_origin(kind)[changed_inside]
