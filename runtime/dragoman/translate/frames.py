"""Types that whole frames are decoded to."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from dragoman.translate.rows import decoder


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


def is_tagged(kind: Any) -> bool:
    """Whether the tag of a message alone tells that it is of this type."""
    return (
        isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind.__struct_config__.tag is not None
    )


def union(kinds: list[Any]) -> Any:
    """One type for any of these."""
    found: Any = None
    for kind in dict.fromkeys(kinds):
        found = kind if found is None else found | kind
    return found
