"""Messages that no topic tells: bare, in an envelope, or with a topic of no channel; their tag may tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.errors import DataError
from dragoman.translate.facts import Channel, Event, Feed
from dragoman.translate.frames import envelope_decoder, union
from dragoman.translate.numbers import may_be_spelled_oddly
from dragoman.translate.rows import decoder
from dragoman.translate.scope import ROW_ERRORS

if TYPE_CHECKING:
    from dragoman.translate.feeds import JsonFeed

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
    opened = [(f'"{key}":'.encode(), envelope_decoder(key, kinds)) for key in json_feed.routing.envelopes]
    begins = f'{{"{json_feed.connection.wrapper_topic}":'.encode()

    def message_of(payload: bytes) -> Any:
        if payload.startswith(begins):
            frame = wrapped(payload)
            if frame.topic not in json_feed.foreign:
                raise LookupError("the topic may be a channel's")
            return frame.payload
        for mark, decode in opened:
            if mark in payload[:64]:
                return decode(payload).payload
        return bare(payload)

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        out: list[Event] = []
        try:
            message = message_of(payload)
            emit, decimals = emits[type(message)]
            if decimals and may_be_spelled_oddly(payload):
                raise ValueError("a number may be odd")  # the careful way says which
            emit(scope, message, ts_init, out)
            json_feed.tagless = True
        except Settled as settled:
            raise json_feed.settled(settled, payload) from settled.error
        except FAULTS:
            out.clear()
            careful(payload, ts_init, out)
        return out

    return feed
