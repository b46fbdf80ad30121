"""What the protocol cases of a venue mean, as (source, events, what they depend on): material to build backwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import dragoman
import msgspec
from dragoman.errors import DragomanError
from dragoman.simulate.backwards import Told
from dragoman.translate.feeds import JsonFeed

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
    connections = {each.source: each for each in translator.tables.connections}
    calls = {path: call for call in translator.tables.calls for path in (call.name, *call.paths.values())}
    for index, payload in enumerate(payloads(found)):
        try:
            events = translator.translate(
                case.source, payload, product=case.product, request=case.request, ts_init=case.ts_init
            )
        except DragomanError:
            continue
        if not events or (payload[:1] == b"[" and case.source in connections):
            continue  # a bare list of a stream is as many messages as it has rows
        name = f"{case.name} ({index})"
        if case.source in connections:
            connection = connections[case.source]
            product = case.product or connection.products[0]
            feed = JsonFeed(translator, connection, translator.scope(product))
            channel, topic = _channel(feed, payload)
            told = Told(product, case.ts_init, request=case.request or None, topic=topic)
            yield Meaning(case=name, source=channel, is_channel=True, events=events, told=told)
        else:
            call = calls[case.source]
            product = case.product or next(
                p for p, path in call.paths.items() if path == case.source or len(call.paths) == 1
            )
            told = Told(product, case.ts_init, request=case.request)
            yield Meaning(case=name, source=call.name, is_channel=False, events=events, told=told)


def _channel(feed: JsonFeed, payload: bytes) -> tuple[str, str | None]:
    head = feed.read(feed.head, payload, "$")
    topic = feed.text(head, feed.connection.wrapper_topic)
    if topic is not None:
        inner = msgspec.json.decode(payload, type=dict[str, msgspec.Raw])[feed.connection.wrapper_payload]
        head = feed.read(feed.head, bytes(inner), "$") if bytes(inner)[:1] != b"[" else head
    channel, _ = feed.channel_of(head, topic)
    assert channel is not None
    return channel.name, topic
