"""Messages that no topic tells: bare, in an envelope, or with a topic of no channel; their tag may tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.errors import DataError
from dragoman.translate.facts import Channel, Emit, Event, Feed
from dragoman.translate.frames import envelope_decoder, union
from dragoman.translate.numbers import may_be_spelled_oddly
from dragoman.translate.rows import decoder
from dragoman.translate.scope import ROW_ERRORS

if TYPE_CHECKING:
    from dragoman.translate.feeds import JsonFeed

_LONGEST_HEAD, _MOST_HEADS = 64, 1000
FAULTS = (msgspec.DecodeError, DataError, RecursionError, *ROW_ERRORS)
"""What the short way may raise; nesting without end is no fault of a program but of a message."""


class Settled(Exception):
    """A fault behind a state machine, which has taken the message already."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


def by_tag_alone(json_feed: JsonFeed, tagged: list[Channel]) -> Feed:
    """What comes bare, in an envelope or with a topic of no channel, by a tag that one channel alone has; all else the careful way."""
    careful, scope = json_feed.careful, json_feed.scope
    assert scope is not None
    alone = [c for c in tagged if len(json_feed.by_tag[str(c.tag)]) == 1 and not (c.has or c.consts)]
    emits = json_feed.emits_of(alone)
    if not alone:
        return json_feed.slow()
    kinds = union(list(emits))
    bare, wrapped = decoder(kinds).decode, json_feed.frame_decoder(kinds)
    envelopes = [(f'"{key}":'.encode(), key) for key in json_feed.routing.envelopes]
    begins = f'{{"{json_feed.connection.wrapper_topic}":'.encode()
    tag = f'"{json_feed.connection.tag_key}":"'.encode()
    # What a message begins with, up to the end of its tag -> (how it is decoded, whether out of an envelope, its emit function, whether its texts are looked at).
    heads: dict[bytes, tuple[Any, bool, Emit, bool]] = {}

    def message_of(payload: bytes, head: bytes) -> Any:
        if payload.startswith(begins):
            frame = wrapped(payload)
            if frame.topic not in json_feed.foreign:
                raise LookupError("the topic may be a channel's")
            return frame.payload
        envelope = next((key for mark, key in envelopes if mark in payload[:_LONGEST_HEAD]), "")
        found = envelope_decoder(envelope, kinds)(payload).payload if envelope else bare(payload)
        if head.startswith(b"{") and tag in head and len(heads) < _MOST_HEADS:
            kind: Any = type(found)
            decode = envelope_decoder(envelope, kind) if envelope else decoder(kind).decode
            heads[head] = decode, envelope != "", *emits[kind]
        return found

    # What the last of them began with, and what becomes of those that begin alike, as most do.
    span, begun = slice(1), b""
    last: tuple[Any, bool, Emit, bool] | None = None

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        nonlocal span, begun, last
        out: list[Event] = []
        try:
            known = last
            if known is None or payload[span] != begun:
                # A message whose tag stands at its begin is found by the bytes up to there.
                head = payload[: payload.find(b'"', payload.find(tag, 0, _LONGEST_HEAD) + len(tag))]
                known = heads.get(head)
                if known is not None:
                    span, begun, last = slice(len(head) + 1), head + b'"', known
            if known is None:
                message = message_of(payload, head)
                emit, decimals = emits[type(message)]
            else:
                decode, is_enveloped, emit, decimals = known
                message = decode(payload).payload if is_enveloped else decode(payload)
            if decimals and may_be_spelled_oddly(payload):
                raise ValueError("a number may be odd")  # the careful way says which
            emit(scope, message, ts_init, out)
            json_feed.without_tags()
        except Settled as settled:
            raise json_feed.settled(settled, payload) from settled.error
        except FAULTS:
            out.clear()
            careful(payload, ts_init, out)
        return out

    return feed
