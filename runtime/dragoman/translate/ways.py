"""Which way the messages of one channel take: the light one of busy channels, with every level of a book or without, or the usual one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dragoman.machines import Consecutive
from dragoman.translate.facts import Channel, Emit
from dragoman.translate.levels import has_levels, plain_decoder
from dragoman.translate.numbers import holds_decimals
from dragoman.translate.rows import decoder

if TYPE_CHECKING:
    from dragoman.translate.feeds import JsonFeed


def way_of(feed: JsonFeed, channel: Channel) -> tuple[Callable[[bytes], Any], bool, Emit]:
    """What decodes the channel's messages, whether their texts are looked at then, and the emit function."""
    light, scope = feed.lights.get(channel.name), feed.scope or feed.translator.scope("")
    kind = channel.read_as if light is None else light.payload
    counted = isinstance(scope.machines.get(channel.name), Consecutive)
    reads = reads_levels(feed, channel)
    odd = holds_decimals(kind) if reads else light is not None and light.reads_levels
    if light is None or odd or (counted and scope.synced):
        kind = channel.read_as
        return decoder(kind).decode, holds_decimals(kind), feed.emit_of(channel)
    emit = light.emit if counted else feed.emit_of(channel, light.emit)
    return plain_decoder(kind) if reads else decoder(kind).decode, holds_decimals(kind), emit


def reads_levels(feed: JsonFeed, channel: Channel) -> bool:
    """Whether the channel's book messages are read while they are decoded."""
    light = feed.lights.get(channel.name)
    return feed.translator.every_level and light is not None and has_levels(light.payload)
