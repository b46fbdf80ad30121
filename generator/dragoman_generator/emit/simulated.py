"""The tables of what only a simulated venue has to know: trees of ladders, subscriptions by criteria, catalogs of nested rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dragoman.model import INSTRUMENT_TYPES
from msgspec import UNSET, UnsetType

from dragoman_generator.emit.backwards import Frames, Inverter, MadeFacts, NotInvertible
from dragoman_generator.emit.deep import ROW, DeepFacts, DeepReader
from dragoman_generator.emit.inverse import forms_of, reached
from dragoman_generator.emit.modules import import_lines
from dragoman_generator.emit.source import Source, call
from dragoman_generator.expr.parser import parse
from dragoman_generator.ir.types import Shape, WireType
from dragoman_generator.ir.venue import Channel, Operation, Venue
from dragoman_generator.language.auth import SessionToken
from dragoman_generator.language.simulated import SimulatedSubscription, SimulatedTree
from dragoman_generator.language.state import ImageDelta
from dragoman_generator.language.wire import Subscribe
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.reading import Reading, enum_table

_FACTS = "dragoman.simulate.images.facts"
_NAMES = ("Nested", "Selected", "Simulated", "Tree", "Understood")
_STATES = ("InstrumentStatus", "InstrumentClose")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


def simulated_context(venue: Venue, package: str) -> dict[str, Any] | None:
    """What the template prints; None for a venue that nothing of this is said of."""
    inverter = Inverter(venue)
    reading = Reading(venue.shapes, venue.enums)
    kinds: list[WireType] = []
    trees = {
        channel.name: _tree(channel, channel.state, inverter, reading)
        for channel in venue.channels.values()
        if isinstance(channel.state, ImageDelta)
    }
    kinds += [c.payload for c in venue.channels.values() if c.name in trees and c.payload is not None]
    nested = dict(_nested(venue, inverter, reading, kinds))
    ladders = {
        name: tuple((str(rung.from_), str(rung.to), str(rung.by)) for rung in product.ladder)
        for name, product in venue.merged.products.items()
        if product.ladder
    }
    if not (trees or nested or ladders):
        return None
    tables: dict[str, object] = {
        "trees": trees,
        "nested": nested,
        "understood": {
            connection.name: _understood(connection.spec.subscribe)
            for connection in venue.connections.values()
            if any(venue.channels[name].spec.connection == connection.name for name in trees)
        },
        "queries": {
            operation.name: operation.spec.simulated.criteria
            for operation in venue.operations.values()
            if not isinstance(operation.spec.simulated, UnsetType)
        },
        "logins": {
            name: (
                scheme.simulated.accepted,
                scheme.simulated.refused,
                scheme.token if isinstance(scheme.simulated.kept, UnsetType) else scheme.simulated.kept,
            )
            for name, scheme in venue.merged.auth.items()
            if isinstance(scheme, SessionToken) and not isinstance(scheme.simulated, UnsetType)
        },
        "ladders": ladders,
    }
    forms = [
        (shape.name, ", ".join(texts)) for shape in reached(kinds, venue) if (texts := forms_of(shape, venue))
    ]
    usual = [(shape.name, literal(dict(shape.usual))) for shape in reached(kinds, venue) if shape.usual]
    text = call("Simulated", **tables).text
    return {
        "venue": venue,
        "text": text.removesuffix(")"),
        "forms": forms,
        "usual": usual,
        "imports": _imports(
            venue, package, " ".join([text, *(f"{n} {said}" for n, said in (*forms, *usual))])
        ),
    }


# -- trees -------------------------------------------------------------------------------------------------------------


def _tree(channel: Channel, state: ImageDelta, inverter: Inverter, reading: Reading) -> Source:
    assert channel.payload is not None and channel.shape is not None
    shapes = inverter.venue.shapes
    seen = Frames([("message", channel.shape)])
    parents = seen.find(parse(state.each), shapes)
    assert parents is not None and parents[1].item is not None
    parent = shapes[parents[1].item.ref]
    inner = Frames([("parent", parent)])
    children = inner.find(parse(state.children), shapes)
    assert children is not None and children[1].item is not None
    child = shapes[children[1].item.ref]
    image = Frames([("parent", parent)])
    inverter.decides(state.image, image)
    wires = {item.wire: item for item in child.fields}
    try:
        known: DeepFacts | None = DeepReader(inverter, {*INSTRUMENT_TYPES, *_STATES}).facts(channel)
    except NotInvertible:
        known = None
    books = _of_books(channel, inverter)
    rows = [wires[name].type for name in (*state.ladders, *state.cumulative)]
    return call(
        "Tree",
        payload=Source(reading.annotation(channel.payload)),
        connection=channel.spec.connection,
        parents=parents[0],
        children=children[0],
        image=next(iter(image.tries.items()), ("", ())),
        ladders=tuple(
            (wires[name].name, ladder.side, ladder.by or "price") for name, ladder in state.ladders.items()
        ),
        totals=tuple(wires[name].name for name in state.cumulative),
        numbers=all("dec_num" in _leaves(kind) for kind in rows),
        tokens={name: _path(path, channel.shape, shapes) for name, path in state.resume.items()},
        time=books.get("ts_event", ""),
        keys={name: path for name, path in books.items() if name.partition(".")[0] == "instrument"},
        defined=None if known is None else _deep(reading.annotation(channel.payload), known),
        **_said(state.simulated),
    )


def _said(said: SimulatedTree | UnsetType) -> dict[str, object]:
    if isinstance(said, UnsetType):
        return {}
    moments = {"image": said.image, "resumed": said.resumed, "heartbeat": said.heartbeat}
    if not isinstance(said.segments, UnsetType):
        moments |= dict(zip(("first", "middle", "last"), said.segments, strict=True))
    return {
        "about": said.about,
        "begins": tuple(said.begins),
        "last": said.last,
        "volume": said.volume,
        "says": {name: fields for name, fields in moments.items() if fields},
    }


def _of_books(channel: Channel, inverter: Inverter) -> dict[str, str]:
    """Field of a book -> the payload's field that it is read from."""
    made, *_ = DeepReader(inverter, {"OrderBookDeltas"}).facts(channel).made
    return {name: path for name, (path, _) in made.reads.items()}


def _path(said: str, shape: Shape, shapes: Any) -> str:
    found = Frames([("record", shape)]).find(parse(said.removeprefix("=").strip()), shapes)
    return "" if found is None else found[0]


def _leaves(kind: WireType | None) -> list[str]:
    found = []
    while kind is not None:
        found.append(kind.kind)
        kind = kind.item
    return found


# -- calls and subscriptions -------------------------------------------------------------------------------------------


def _nested(
    venue: Venue, inverter: Inverter, reading: Reading, kinds: list[WireType]
) -> Iterator[tuple[str, Source]]:
    """Catalogs whose instruments are rows of rows."""
    reader = DeepReader(inverter, frozenset(INSTRUMENT_TYPES))
    catalogs = {product.catalog for product in venue.merged.products.values()}
    for operation in venue.operations.values():
        if operation.payload is None or operation.name not in catalogs or _is_plain(operation, inverter):
            continue
        try:
            facts = reader.facts(operation)
        except NotInvertible:
            continue
        if facts.at.count(ROW) > 1:
            kinds.append(operation.payload)
            yield operation.name, _deep(reading.annotation(operation.payload), facts)


def _is_plain(operation: Operation, inverter: Inverter) -> bool:
    try:
        inverter.source(operation)
    except NotInvertible:
        return False
    return True


def _deep(payload: str, facts: DeepFacts) -> Source:
    made = tuple(_made(each) for each in facts.made)
    return call("Nested", Source(payload), made, facts.at, tries=dict(facts.tries))


def _made(made: MadeFacts) -> Source:
    reads = {
        name: Source(f"At({literal(path)}, {literal(via)})") if via else path
        for name, (path, via) in made.reads.items()
    }
    return call("Made", made.type, reads, consts=dict(made.consts))


def _understood(asked: Subscribe | UnsetType) -> Source:
    said = UNSET if isinstance(asked, UnsetType) else asked.simulated
    if isinstance(said, UnsetType):
        said = SimulatedSubscription()
    fields = said.fields
    chosen = (
        None
        if isinstance(fields, UnsetType)
        else call("Selected", fields.at, {k: tuple(v) for k, v in fields.words.items()})
    )
    return call(
        "Understood",
        criteria=said.criteria,
        fields=chosen,
        levels=said.levels,
        heartbeat_ms=said.heartbeat_ms,
        conflate_ms=said.conflate_ms,
        segmented=said.segmented,
        closes=said.closes,
    )


def _imports(venue: Venue, package: str, text: str) -> tuple[str, ...]:
    words = set(re.findall(r"[A-Za-z_]\w*", _QUOTED.sub("", text)))
    needed = {(_FACTS, name) for name in _NAMES if name in words}
    needed |= {("dragoman.simulate.facts", name) for name in ("At", "Form", "Made") if name in words}
    needed |= {(f"{package}.{stem}", name) for name, stem in venue.shape_stems.items() if name in words}
    needed |= {
        (f"{package}.{stem}", enum_table(name))
        for name, stem in venue.enum_stems.items()
        if enum_table(name) in words
    }
    return import_lines(needed)
