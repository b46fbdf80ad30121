"""The head of a message: the keys that tell which one it is, raw and each optional, read without the rest."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import msgspec
from msgspec import Raw

from dragoman.translate.facts import Connection
from dragoman.translate.rows import decoder


def head_type(connection: Connection) -> Any:
    """A Struct of every routing key of a connection; of a path such as `arg.channel` the first key."""
    keys = {connection.wrapper_topic, connection.wrapper_payload, connection.tag_key, connection.topic_key}
    keys.update(connection.envelopes)
    for reply in connection.replies:
        keys.update(reply.has)
    for channel in connection.channels:
        keys.update(channel.has)
        keys.update(key for key, _ in channel.consts)
    for part in connection.parts:
        keys.update(part.has)
    first = {key.partition(".")[0] for key in keys}
    parts: list[Any] = [
        (_attribute(key), Raw, msgspec.field(name=key, default=None)) for key in sorted(first) if key
    ]
    return msgspec.defstruct("Head", parts, kw_only=True)


def raw_at(head: Any, path: str) -> Any:
    """The raw value at a key or path, None where it is absent; a null counts as there."""
    first, *rest = path.split(".")
    raw = getattr(head, _attribute(first), None)
    for key in rest:
        if raw is None or bytes(raw)[:1] != b"{":
            return None
        raw = decoder(dict[str, Raw]).decode(raw).get(key)
    return raw


def text_at(head: Any, path: str) -> str | None:
    """A routing key's value, where it is text or a number."""
    raw = raw_at(head, path) if path else None
    if raw is None:
        return None
    value = msgspec.json.decode(raw)
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else None


def has_all(head: Any, paths: tuple[str, ...]) -> bool:
    """Whether every one of these keys is there."""
    return all(raw_at(head, path) is not None for path in paths)


def says_all(head: Any, consts: tuple[tuple[str, str], ...]) -> bool:
    """Whether every one of these keys has its value."""
    return all(text_at(head, key) == value for key, value in consts)


def name_reader(path: str) -> Any:
    """A callable that reads one text at a path and skips all else; raises a msgspec error where there is none."""
    kind: Any = str
    keys = path.split(".")
    for key in reversed(keys):
        kind = msgspec.defstruct("Name", [("at", kind, msgspec.field(name=key))], gc=False)
    decode, get = decoder(kind).decode, attrgetter(".".join(["at"] * len(keys)))
    return lambda payload: get(decode(payload))


def _attribute(key: str) -> str:
    return f"k_{key.encode().hex()}"
