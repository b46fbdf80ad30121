"""What only a simulated venue reads is held to the rest of the spec, since nothing else would notice a wrong name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.model import INSTRUMENT_TYPES, FillReport, OrderStatusReport, PositionStatusReport
from msgspec import UNSET, UnsetType
from msgspec.structs import fields

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.emit.backwards import Frames
from dragoman_generator.emit.said import field_of, words_of
from dragoman_generator.expr.parser import parse
from dragoman_generator.ir.types import Field, Shape
from dragoman_generator.ir.venue import Channel, Operation, Venue
from dragoman_generator.language.simulated import SimulatedTree
from dragoman_generator.language.state import ImageDelta
from dragoman_generator.lint.findings import Finding
from dragoman_generator.lint.references import unknown
from dragoman_generator.yaml.marks import Path

_INPUTS = {
    "change",
    "named",
    "paired",
    "other",
    "waits",
    "triggered",
    "product",
    "status",
    "type",
    "tif",
    "side",
    "trigger",
    "margin_mode",
    "commission.currency",
} | {item.name for kind in (OrderStatusReport, FillReport, PositionStatusReport) for item in fields(kind)}

_SET = {"margin_mode", "hedged", "leg"}
"""What decides over what is said of settings."""

_ASKED = {"$id", "$wrapped"}
_TOLD = {*_ASKED, "$topics"}
"""What stands for a value in what a client asks, and in what goes back."""

_TERMS = (
    _INPUTS
    | {"leaves", "value", "margin_mode", "total", "borrowed", "interest", "net", "first_id", "note_id"}
) - {
    "change",
    "triggered",
    "named",
    "paired",
    "waits",
    "product",
}


def trees(venue: Venue) -> Iterator[Finding]:
    """What messages say of themselves stands in fields that they have, and tokens are those that are saved."""
    for name, channel in venue.channels.items():
        state = channel.state
        if (
            not isinstance(state, ImageDelta)
            or isinstance(state.simulated, UnsetType)
            or channel.shape is None
        ):
            continue
        path: Path = ("channels", name, "state", "simulated")
        said = state.simulated
        yield from _said(said, channel.shape, path)
        for index, token in enumerate(said.begins):
            yield from unknown("token", token, state.resume, (*path, "begins", index))
        child = _records(venue, channel, state)[-1]
        for word in ("last", "volume"):
            field = getattr(said, word)
            if field is not UNSET and child is not None:
                yield from unknown("field", field, _names(child), (*path, word))


def _said(said: SimulatedTree, message: Shape, path: Path) -> Iterator[Finding]:
    known = _names(message)
    if said.about is not UNSET:
        yield from unknown("field", said.about, known, (*path, "about"))
    for word in ("image", "resumed", "heartbeat"):
        for field in getattr(said, word):
            yield from unknown("field", field, known, (*path, word, field), key=True)
    for index, part in enumerate(() if isinstance(said.segments, UnsetType) else said.segments):
        for field in part:
            yield from unknown("field", field, known, (*path, "segments", index, field), key=True)


def subscriptions(venue: Venue) -> Iterator[Finding]:
    """Criteria are fields of instruments, and the words for fields stand for keys that messages have."""
    for name, connection in venue.merged.connections.items():
        asked = connection.subscribe
        if isinstance(asked, UnsetType) or isinstance(asked.simulated, UnsetType):
            continue
        path: Path = ("connections", name, "subscribe", "simulated")
        states = {
            key: (channel, channel.state)
            for key, channel in venue.channels.items()
            if channel.spec.connection == name and isinstance(channel.state, ImageDelta)
        }
        if not states:
            told = "nobody asks for trees of ladders here, and only for them is this read"
            yield Finding(path, told, "leave it out, or give a channel the machine image_delta", key=True)
        yield from _criteria(venue, asked.simulated.criteria, (*path, "criteria"))
        if isinstance(asked.simulated.fields, UnsetType):
            continue
        wires = {
            item.wire
            for channel, state in states.values()
            for shape in _records(venue, channel, state)
            if shape is not None
            for item in shape.fields
        }
        for word, keys in asked.simulated.fields.words.items():
            for index, key in enumerate(keys):
                yield from unknown("key", key, wires, (*path, "fields", "words", word, index))


def queries(venue: Venue) -> Iterator[Finding]:
    """Criteria of a call are fields of instruments."""
    for name, operation in venue.merged.operations.items():
        if not isinstance(operation.simulated, UnsetType):
            path: Path = ("operations", name, "simulated", "criteria")
            yield from _criteria(venue, operation.simulated.criteria, path)


def ladders(venue: Venue) -> Iterator[Finding]:
    """Stretches of a price ladder follow each other, each of whole steps."""
    for name, product in venue.merged.products.items():
        before = None
        for index, rung in enumerate(product.ladder):
            path: Path = ("products", name, "ladder", index)
            if rung.by <= 0 or rung.from_ <= 0 or rung.to <= rung.from_ or (rung.to - rung.from_) % rung.by:
                told = f"from {rung.from_} to {rung.to} there are no whole steps of {rung.by}"
                yield Finding(path, told)
            if before is not None and rung.from_ != before:
                yield Finding(path, f"it begins at {rung.from_}, and the stretch before it ends at {before}")
            before = rung.to


def said(venue: Venue) -> Iterator[Finding]:
    """What is said of payloads stands in fields that they have, in words that these hold, by what can decide."""
    spec = venue.merged.simulated
    if isinstance(spec, UnsetType):
        return
    owners: dict[str, Channel | Operation] = {**venue.channels, **venue.operations}
    for name, fields_said in spec.said.items():
        path: Path = ("simulated", "said", name)
        owner = owners.get(name)
        shape = venue.shapes.get(name) if owner is None else _root(owner, venue)
        if shape is None:
            yield from unknown("shape, channel or operation", name, [*venue.shapes, *owners], path, key=True)
            continue
        for wire, value in fields_said.items():
            place = field_of(wire, shape, venue)
            if place is None:
                wires = [item.wire for item in shape.fields]
                yield from unknown("key", wire, wires, (*path, wire), key=True)
                continue
            yield from _words(venue, place[1], value, (*path, wire))
    for name in spec.orders:
        yield from unknown("channel or operation", name, owners, ("simulated", "orders", name), key=True)
    for name in spec.noted:
        yield from unknown("channel", name, venue.channels, ("simulated", "noted", name), key=True)
    for index, name in enumerate(spec.spawns):
        yield from unknown("product", name, venue.products, ("simulated", "spawns", index))
    for name in spec.repeats:
        yield from unknown("channel", name, venue.channels, ("simulated", "repeats", name), key=True)
    for name, asks in spec.asks.items():
        yield from unknown(
            "connection", name, venue.merged.connections, ("simulated", "asks", name), key=True
        )
        for index, each in enumerate(asks):
            for key, form, slots in (("ask", each.ask, _ASKED), ("answer", each.answer, _TOLD)):
                for slot in _slots(form):
                    yield from unknown("slot", slot, slots, ("simulated", "asks", name, index, key))
    for index, name in enumerate(spec.begins):
        yield from unknown("channel", name, venue.channels, ("simulated", "begins", index))
    for name in spec.headers:
        yield from unknown("limit", name, venue.merged.limits, ("simulated", "headers", name), key=True)
    for index, name in enumerate(spec.ended):
        yield from unknown("operation", name, venue.operations, ("simulated", "ended", index))
    calls = {} if venue.outgoing is None else venue.outgoing.operations
    for name, mode in spec.modes.items():
        where: Path = ("simulated", "modes", name)
        yield from unknown("operation", name, venue.operations, where, key=True)
        if name in calls:
            wires = [param.wire for param in calls[name].params]
            yield from unknown("parameter", mode.parameter, wires, (*where, "parameter"))
    for name, fields_set in spec.settings.items():
        where = ("simulated", "settings", name)
        yield from unknown("operation", name, venue.operations, where, key=True)
        for field, value in fields_set.items():
            by = value.get("by", []) if isinstance(value, Mapping) else []
            for decides in [by] if isinstance(by, str) else list(by):
                yield from unknown("input", str(decides), sorted(_SET), (*where, field, "by"))
    for name, replacement in spec.replaces.items():
        where = ("simulated", "replaces", name)
        yield from unknown("operation", name, venue.operations, where, key=True)
        if name in calls:
            wires = [param.wire for param in calls[name].params]
            yield from unknown("parameter", replacement.parameter, wires, (*where, "parameter"))
        for told, other in replacement.gone.items():
            yield from unknown("operation", other, venue.operations, (*where, "gone", told))
    if not isinstance(spec.borrowing, UnsetType):
        for index, name in enumerate(spec.borrowing.products):
            where = ("simulated", "borrowing", "products", index)
            yield from unknown("product", name, venue.products, where)


def _words(venue: Venue, item: Field, value: object, path: Path) -> Iterator[Finding]:
    if isinstance(value, Mapping):
        by = value.get("by", [])
        inputs = [by] if isinstance(by, str) else list(by)
        if not inputs:
            yield Finding(path, "'by' names the inputs that decide")
        for each in inputs:
            yield from unknown("input", str(each), sorted(_INPUTS), (*path, "by"))
    enum = venue.enums.get(item.type.ref) if item.type.kind == "enum" else None
    for patterns, word in words_of(value):
        if isinstance(word, str) and word.startswith("$"):
            term = word.removeprefix("$").removeprefix("-").partition(".")[0]
            yield from unknown("field of a report", term, sorted(_TERMS), (*path, *patterns))
            continue
        if enum is None or word == "omit":
            continue
        wires = [wire for wire, _ in enum.values]
        if word not in wires:
            yield Finding(
                (*path, *patterns),
                f"unknown word {word!r} of {enum.name}",
                did_you_mean(str(word), map(str, wires)),
            )


def _root(owner: Channel | Operation, venue: Venue) -> Shape | None:
    kind = owner.payload
    if kind is not None and kind.item is not None:
        return venue.shapes.get(kind.item.ref)
    return owner.shape


def _criteria(venue: Venue, criteria: Mapping[str, str], path: Path) -> Iterator[Finding]:
    known = {
        field.name
        for product in venue.products.values()
        for kind in product.instruments
        if kind in INSTRUMENT_TYPES
        for field in fields(INSTRUMENT_TYPES[kind])
    }
    for place, name in criteria.items():
        yield from unknown("field of instruments", name, known, (*path, place))


def _records(venue: Venue, channel: Channel, state: ImageDelta) -> tuple[Shape | None, Shape | None]:
    """The records of a parent and of a child."""
    found: list[Shape | None] = []
    at = channel.shape
    for said in (state.each, state.children):
        place = None if at is None else Frames([("record", at)]).find(parse(said), venue.shapes)
        item = None if place is None else place[1].item
        at = None if item is None else venue.shapes.get(item.ref)
        found.append(at)
    return found[0], found[1]


def _names(shape: Shape) -> list[str]:
    return [item.name for item in shape.fields if not item.has_const]


def _slots(form: object) -> Iterator[str]:
    """What stands for values in a frame."""
    if isinstance(form, str) and form.startswith("$"):
        yield form
    elif isinstance(form, Mapping | list):
        for part in form.values() if isinstance(form, Mapping) else form:
            yield from _slots(part)
