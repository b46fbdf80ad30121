"""Types that whole frames are decoded to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo

from dragoman.translate.reads import OpenEnum
from dragoman.translate.rows import decoder

spelled = msgspec.json.Decoder(int).decode
"""The integer that a text spells, at a third of the cost of `int`; it takes blanks around it, which have to be ruled out before."""
BLANK, BACKSLASH = b" \\"
"""What is looked for to rule them out: plain ones, and any that are escaped."""
MsText = Annotated[str, msgspec.Meta(min_length=13, max_length=13)]
"""A time in milliseconds between 2001 and 2286, as a text."""
spelled_ms = msgspec.json.Decoder(Annotated[int, msgspec.Meta(ge=10**12)]).decode
"""The integer that an MsText spells; with blanks around it, it would come to less, and raise as what is none."""


@cache
def frame_decoder(topic_key: str, payload_key: str, payload: Any) -> Any:
    """Decodes a frame to its topic and payload; to the payload alone where there is no key of a topic."""
    if not topic_key:
        return decoder(payload).decode
    parts = [
        ("topic", str, msgspec.field(name=topic_key)),
        ("payload", payload, msgspec.field(name=payload_key)),
    ]
    return msgspec.json.Decoder(msgspec.defstruct("Wrapped", parts, gc=False)).decode


@cache
def envelope_decoder(key: str, payload: Any) -> Any:
    """Decodes a frame to the `payload` that it holds under a key."""
    parts = [("payload", payload, msgspec.field(name=key))]
    return msgspec.json.Decoder(msgspec.defstruct("Enveloped", parts, gc=False)).decode


def variant(kind: type[msgspec.Struct], /, *inner: Any, **types: Any) -> Any:
    """The Struct with other types in the fields that are named, without those that are named with None.

    `inner` are variants that stand for their own Structs in it.
    """
    config = kind.__struct_config__
    instead = {each.variant_of: each for each in inner}
    parts = [
        (item.name, types.get(item.name) or _instead(item.type, instead), _field(item))
        for item in msgspec.structs.fields(kind)
        if types.get(item.name, item) is not None
    ]
    return msgspec.defstruct(
        f"{kind.__name__}Text",
        parts,
        namespace={"variant_of": kind, "inner": inner, "types": types},
        tag_field=config.tag_field,
        tag=config.tag,
        frozen=True,
        gc=False,
        kw_only=not config.array_like,
        array_like=config.array_like,
        forbid_unknown_fields=config.forbid_unknown_fields,
    )


def _field(item: FieldInfo) -> Any:
    if item.default_factory is not msgspec.NODEFAULT:
        return msgspec.field(name=item.encode_name, default_factory=item.default_factory)
    return msgspec.field(name=item.encode_name, default=item.default)


def _instead(hint: Any, instead: Mapping[Any, Any]) -> Any:
    """A type with other Structs in the place of some."""
    if hint in instead:
        return instead[hint]
    inside = get_args(hint)
    changed = tuple(_instead(each, instead) for each in inside)
    if changed == inside:
        return hint
    return union([*changed]) if isinstance(hint, UnionType) else get_origin(hint)[changed]


def is_tagged(kind: Any) -> bool:
    """Whether the tag of a message alone tells that it is of this type."""
    return (
        isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind.__struct_config__.tag is not None
    )


def one_of(enum: OpenEnum[Any]) -> Any:
    """The type of the texts that an open enum knows, each of which is decoded to one object."""
    return Literal[tuple(enum.means)]


def union(kinds: list[Any]) -> Any:
    """One type for any of these."""
    found: Any = None
    for kind in dict.fromkeys(kinds):
        found = kind if found is None else found | kind
    return found
