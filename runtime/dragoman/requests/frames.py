"""Frames that go out on a stream: declared trees with their places filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from dragoman.auth import Values
from dragoman.requests.facts import Slot, Stream
from dragoman.session.facts import Subscription

_ABSENT = object()
_MOMENTS = frozenset(
    {"timestamp_s", "timestamp_ms", "timestamp_us", "timestamp_ns", "expires_s", "expires_ms"}
)
"""What a log-in frame may hold as a number: `$expires_s`."""


def filled(tree: Any, values: Mapping[str, Any], texts: Mapping[str, str]) -> Any:
    """A tree with its Slots and templates filled; a key whose Slot has no value is left out."""
    found = _filled(tree, values, texts)
    return {} if found is _ABSENT else found


def _filled(tree: Any, values: Mapping[str, Any], texts: Mapping[str, str]) -> Any:
    if isinstance(tree, Slot):
        return values.get(tree.name, _ABSENT)
    if callable(tree):
        return tree(texts)
    if isinstance(tree, Mapping):
        pairs = ((key, _filled(value, values, texts)) for key, value in tree.items())
        return {key: value for key, value in pairs if value is not _ABSENT}
    if isinstance(tree, list | tuple):
        return [value for each in tree if (value := _filled(each, values, texts)) is not _ABSENT]
    return tree


def slots_of(tree: Any) -> set[str]:
    """Names of the Slots in a tree."""
    if isinstance(tree, Slot):
        return {tree.name}
    parts = tree.values() if isinstance(tree, Mapping) else tree if isinstance(tree, list | tuple) else ()
    return {name for part in parts for name in slots_of(part)}


def written(stream: Stream, message: Any) -> str:
    """A message as the connection writes it: JSON, or `key=value` pairs."""
    if stream.control == "pairs":
        return stream.separator.join(f"{key}={_pair(value)}" for key, value in message.items())
    return msgspec.json.encode(message).decode()


def _pair(value: Any) -> str:
    if isinstance(value, list):
        return ",".join(_pair(each) for each in value)
    return str(int(value)) if isinstance(value, bool) else str(value)


def topic_of(subscription: Subscription) -> str:
    """What the venue calls the subscription: its topic, or the one in `args` where several share it."""
    return next((value for name, value in subscription.args if name == "topic"), subscription.topic)


def frames(
    stream: Stream,
    tree: Any,
    subscriptions: Sequence[Subscription],
    request_id: int,
    *,
    lists: frozenset[str] = frozenset(),
    tokens: Mapping[str, Any] | None = None,
) -> list[str]:
    """The frames for a batch: one where the tree takes a list of topics, else one a topic.

    `lists` names parameters whose values are gathered over the batch; `tokens` are what a resumed subscription goes on from.
    """
    if tree is None or not subscriptions:
        return []
    if "topic" in slots_of(tree):
        grouped: dict[str, list[Subscription]] = {}
        for each in subscriptions:
            grouped.setdefault(topic_of(each), []).append(each)
        batches = list(grouped.values())
    else:
        batches = [list(subscriptions)]
    found = []
    for batch in batches:
        values: dict[str, Any] = {**(tokens or {}), **_arguments(batch, lists)}
        values["topics"] = [topic_of(each) for each in batch]
        values["topic"] = values["topics"][0]
        values["id"], values["id_text"] = request_id, str(request_id)
        found.append(written(stream, filled(tree, values, {})))
    return found


def _arguments(batch: Sequence[Subscription], lists: frozenset[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for subscription in batch:
        for name, value in subscription.args:
            if name in lists:
                gathered = values.setdefault(name, [])
                if value not in gathered:
                    gathered.append(value)
            else:
                values[name] = value
    return values


def login_frame(stream: Stream, values: Values, request_id: int, **more: Any) -> str | None:
    """The first frame of an authenticated connection, None where it has none."""
    if stream.login_frame is None:
        return None
    moments = {name: int(values[name]) for name in slots_of(stream.login_frame) & _MOMENTS}
    known = {"id": request_id, "id_text": str(request_id), **moments, **more}
    return written(stream, filled(stream.login_frame, known, values))
