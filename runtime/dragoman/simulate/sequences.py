"""Numbers of book updates that a venue's own guards accept in a row, and refuse across a hole."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product as combinations
from typing import Any

import msgspec

from dragoman.errors import DragomanError
from dragoman.machines import BookSync
from dragoman.machines.effects import RequestSnapshot
from dragoman.model import InstrumentId, OrderBookDeltas, StreamGap
from dragoman.simulate.backwards import Backwards, Told
from dragoman.simulate.errors import NotInvertible
from dragoman.translate.translator import Translator

_ABSENT = "absent"
_LEAPING = (100, 107, 109, 120, 125, 130, 133, 134)
_COUNTING = tuple(range(100, 108))
"""Numbers of updates; the fifth is never sent."""
_RULES = {"following": 1, "previous": 0}
"""What a field holds beside the update's own number: the number before it, or the one that follows that."""


class Sequences:
    """How one channel numbers its updates for one product; found by trying, held by the channel's guards."""

    def __init__(self, channel: str, rule: Mapping[str, str], in_stream: bool, leaps: bool) -> None:
        self.channel = channel
        self.rule = rule
        self.in_stream = in_stream
        """Whether the whole book comes in the stream too, when a client subscribes."""
        self.leaps = leaps
        """Whether an update's number may be any that is higher than the one before."""

    def fields(self, previous: int, number: int) -> dict[str, int]:
        """The values of an update `number` that comes after `previous`."""
        return {
            name: number if word == "own" else previous + _RULES[word]
            for name, word in self.rule.items()
            if word != _ABSENT
        }


def find_sequences(
    backwards: Backwards,
    translator_type: type[Translator],
    channel: str,
    topic: str,
    instrument_id: InstrumentId,
    told: Told,
) -> Sequences:
    """The first numbering that joins a snapshot, goes on without holes and shows one; raises NotInvertible where none does."""
    source = backwards.inverse.channels[channel]
    read = {str(path) for made in source.made for name, path in made.reads.items() if name == "sequence"}
    free = [name for name in backwards.inverse.sequences[channel] if name not in read]
    optional = {
        item.name for item in msgspec.structs.fields(source.payload) if item.default is not msgspec.NODEFAULT
    }
    words = [((_ABSENT,) if name in optional else ()) + ("following", "previous", "own") for name in free]
    in_stream = not any(each.channel == channel for each in backwards.tables.snapshots.values())
    why = "no numbering was tried"
    for leaps, chosen in combinations((True, False), list(combinations(*words))):
        found = Sequences(channel, dict(zip(free, chosen, strict=True)), in_stream, leaps)
        why = _refused(backwards, translator_type, found, topic, instrument_id, told)
        if not why:
            return found
    raise NotInvertible(backwards.venue, channel, ", ".join(free), why)


def _refused(
    backwards: Backwards,
    translator_type: type[Translator],
    numbering: Sequences,
    topic: str,
    instrument_id: InstrumentId,
    told: Told,
) -> str:
    """Why a numbering won't do, "" where it does."""
    translator = translator_type(synced=True)
    connection = next(
        c for c in translator.tables.connections if any(e.name == numbering.channel for e in c.channels)
    )
    feed = translator.stream(connection.source, product=told.product)
    machine: BookSync[Any] = translator.scope(told.product).machines[numbering.channel]
    calls = [name for name, s in translator.tables.snapshots.items() if s.channel == numbering.channel]
    key = translator.symbology.resolve(instrument_id, (told.product,))[1]

    def update(previous: int, number: int, whole: bool = False) -> list[Any]:
        event = _book(instrument_id, number, whole, told.ts_init)
        fields = numbering.fields(previous, number)
        sent = Told(told.product, told.ts_init, topic=topic, fixed=fields)
        return feed(backwards.frame(numbering.channel, [event], sent), told.ts_init)

    def snapshot(number: int) -> list[Any]:
        if numbering.in_stream:
            return update(number - 1, number, whole=True)
        call = calls[0]
        request = {translator.tables.snapshots[call].parameter: key}
        asked = Told(told.product, told.ts_init, request=request)
        body = backwards.answer(call, [_book(instrument_id, number, True, told.ts_init)], asked)
        effect = machine.effects.popleft()
        generation = effect.generation if isinstance(effect, RequestSnapshot) else 0
        return translator.translate(
            call,
            body,
            product=told.product,
            request={**request, "generation": generation},
            ts_init=told.ts_init,
        )

    n = _LEAPING if numbering.leaps else _COUNTING
    try:
        update(n[0], n[1])
        if not numbering.in_stream and not machine.effects:
            return "an update asks for no snapshot"
        if not _unbroken([*snapshot(n[1]), *update(n[1], n[2]), *update(n[2], n[3])], n[3]):
            return "an update that follows the snapshot doesn't join it"
        if not any(isinstance(event, StreamGap) for event in update(n[4], n[5])):
            return "a missing update isn't seen"
        update(n[5], n[6])
        if not _unbroken([*snapshot(n[6] if numbering.in_stream else n[5]), *update(n[6], n[7])], n[7]):
            return "an update that was held back doesn't join the snapshot before it"
    except DragomanError as error:
        return str(error)
    return ""


def _unbroken(events: list[Any], number: int) -> bool:
    """Whether a snapshot and updates without a hole lead to this number."""
    books = all(isinstance(event, OrderBookDeltas) for event in events)
    return books and bool(events) and events[0].is_snapshot and events[-1].sequence == number


def _book(instrument_id: InstrumentId, number: int, is_snapshot: bool, now_ns: int) -> OrderBookDeltas:
    return OrderBookDeltas(
        instrument_id, [("1.00", "1")], [("2.00", "1")], is_snapshot, number, 0, now_ns, now_ns
    )
