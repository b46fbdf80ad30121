"""What the protocol cases of a venue mean, as (source, events, what they depend on): material to build backwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import dragoman
import msgspec
from dragoman.errors import DragomanError
from dragoman.simulate.backwards import Told
from dragoman.translate.facts import Connection

from tests.specs.cases import Found, cases, payloads


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """Events of one payload of one case."""

    case: str
    source: str
    is_channel: bool
    events: list[Any]
    told: Any

    def __str__(self) -> str:
        return f"{self.source}: {self.case}"


def meanings(venue: str) -> Iterator[Meaning]:
    """Every payload of every case that has events."""
    for found in cases():
        if found.venue == venue and found.case.kind in ("response", "stream"):
            try:
                yield from _of_case(found)
            except DragomanError:
                continue


def _of_case(found: Found) -> Iterator[Meaning]:
    case = found.case
    translator = dragoman.load(found.venue).translator(**case.context)
    connections: dict[str, list[Connection]] = {}
    for each in translator.tables.connections:
        connections.setdefault(each.source, []).append(each)
    # Of two operations of one path the first is the one that a path means.
    listed = reversed(translator.tables.calls)
    calls = {path: call for call in listed for path in (call.name, *call.paths.values())}
    for index, payload in enumerate(payloads(found)):
        try:
            events = translator.translate(
                case.source, payload, product=case.product, request=case.request, ts_init=case.ts_init
            )
        except DragomanError:
            continue
        if not events or (payload[:1] != b"{" and case.source in connections):
            continue  # a bare list of a stream is as many messages as it has rows, and what is binary is not written backwards
        if any(hasattr(event, "account_id") for event in events):
            continue  # what is told of an account is fitted, and held by tests of its own
        name = f"{case.name} ({index})"
        if case.source in connections:
            taken = _channel(connections[case.source], case.product, payload)
            if taken is None:
                continue
            channel, topic, product = taken
            told = Told(product, case.ts_init, request=case.request or None, topic=topic)
            yield Meaning(case=name, source=channel, is_channel=True, events=events, told=told)
        else:
            call = calls[case.source]
            product = case.product or next(
                p for p, path in call.paths.items() if path == case.source or len(call.paths) == 1
            )
            told = Told(product, case.ts_init, request=case.request)
            yield Meaning(case=name, source=call.name, is_channel=False, events=events, told=told)


def _channel(
    connections: Sequence[Connection], product: str | None, payload: bytes
) -> tuple[str, str | None, str] | None:
    """(channel, topic, product) of the first of the connections that takes the message; None where more than that tells it."""
    for connection in connections:
        wanted = product or connection.products[0]
        found = _channel_of(connection, wanted, payload)
        if found is not None:
            return (*found, wanted)
    return None


def _channel_of(connection: Connection, product: str, payload: bytes) -> tuple[str, str | None] | None:
    """(channel, topic) by topic, by tag, or by the keys that are there."""
    message: Any = msgspec.json.decode(payload)
    topic = message.get(connection.wrapper_topic)
    inner = message[connection.wrapper_payload] if topic is not None else message
    for channel in connection.channels:
        if product in channel.products and topic and channel.topic and channel.topic.fullmatch(topic):
            return channel.name, topic
    keys = set(inner) if isinstance(inner, dict) else set()
    tag = inner.get(connection.tag_key) if isinstance(inner, dict) else None
    for channel in connection.channels:
        of_keys = tag is None and channel.has and keys >= set(channel.has)
        if product in channel.products and ((tag is not None and channel.tag == tag) or of_keys):
            return channel.name, topic
    return None
