"""From `agg_trade.price` or `TradeTick.price` to the ways that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.explain.assignments import Assignment, assignments
from dragoman_generator.explain.leaves import Leaf, leaves
from dragoman_generator.explain.places import CodePlaces, SpecPlaces
from dragoman_generator.ir.venue import Channel, Operation, Venue
from dragoman_generator.project import Project
from dragoman_generator.resolve.reading import Reading


class NothingToExplain(Exception):
    """No source, event or field of that name."""


@dataclass(frozen=True, slots=True)
class Way:
    """One value from the wire to the events made of it; a part that there is none of is empty."""

    source: str
    origin: str
    """Where the value comes from when it is in no field of the payload."""
    wire: str
    name: str
    spec: str
    declared: str
    type: str
    annotation: str
    read: str
    struct: tuple[str, str]
    """(place, line) of the generated Struct's field."""
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """One field of an event that is made of the value."""

    event_field: str
    expression: str
    spec: str
    code: tuple[str, str]
    """(place, code) of the generated argument."""


def ways(venue: Venue, project: Project, asked: str) -> list[Way]:
    """The ways that `SOURCE.FIELD` or `EVENT.FIELD` names; raises NothingToExplain."""
    head, _, rest = asked.partition(".")
    sources: dict[str, Channel | Operation] = {**venue.operations, **venue.channels}
    events = {name for source in sources.values() for name in source.gives}
    finder = _Finder(venue, project)
    if head in events:
        found = [way for source in sources.values() for way in finder.of_event(source, head, rest)]
    elif head in sources:
        found = list(finder.of_field(sources[head], rest))
    else:
        raise _nothing(
            f"{venue.id} has no channel, operation or event {head[:80]!r}", head, [*sources, *events]
        )
    if found:
        return found
    if head in events:
        fields = {m.field for source in sources.values() for m in assignments(source) if m.event == head}
    else:
        fields = {".".join(leaf.names) for leaf in leaves(venue, sources[head])}
    raise _nothing(
        f"{head} has no field {rest[:80]!r}; it has {', '.join(sorted(fields)) or 'none'}", rest, fields
    )


def _nothing(sentence: str, name: str, known: list[str] | set[str]) -> NothingToExplain:
    hint = did_you_mean(name, known)
    return NothingToExplain(sentence + (f" ({hint})" if hint else ""))


class _Finder:
    def __init__(self, venue: Venue, project: Project) -> None:
        self.venue = venue
        self.project = project
        self.reading = Reading(venue.shapes, venue.enums)
        self.specs = SpecPlaces(project, venue.id, venue.places)

    def of_field(self, source: Channel | Operation, rest: str) -> Iterator[Way]:
        """Fields by name, wire key or dotted path; all of them where nothing is said."""
        found = [leaf for leaf in leaves(self.venue, source) if _is_meant(leaf, rest)]
        whole = [leaf for leaf in found if ".".join(leaf.names) == rest]
        for leaf in whole or found:
            uses = [m for m in assignments(source) if leaf.attributes in m.reads]
            yield self.way(source, leaf, uses)

    def of_event(self, source: Channel | Operation, event: str, field: str) -> Iterator[Way]:
        """Each value that the field is made of, or the constant that it is."""
        known = list(leaves(self.venue, source))
        for item in assignments(source):
            if item.event != event or (field and item.field != field):
                continue
            read = [leaf for leaf in known if leaf.attributes in item.reads]
            for leaf in read:
                yield self.way(source, leaf, [item])
            if not read:
                yield self.made(source, item)

    def made(self, source: Channel | Operation, item: Assignment) -> Way:
        """A value that stands in no field of the payload."""
        state = source.spec.state
        machine = "" if state is UNSET else f"the state machine {state.__struct_config__.tag}"
        origin = machine or "a constant, the topic, the call or the clock"
        return Way(source.name, origin, "", "", "", "", "", "", "", ("", ""), (self.use(source, item),))

    def way(self, source: Channel | Operation, leaf: Leaf, uses: list[Assignment]) -> Way:
        shown = tuple(self.use(source, item) for item in uses)
        stem = self.venue.shape_stems.get(leaf.shape.name, source.stem)
        kind = leaf.field.type
        read = self.reading.read(kind).replace("{}", leaf.names[-1])
        return Way(
            source.name,
            "",
            leaf.wire,
            ".".join(leaf.names),
            self.specs.at(leaf.spec),
            f"{leaf.spec[-1]}: {_shown(self.specs.said(leaf.spec))}",
            str(self.reading.expression_type(kind)),
            self.reading.annotation(kind),
            read if read != leaf.names[-1] else "",
            CodePlaces(self.project, self.venue.id, stem).attribute(leaf.shape.name, leaf.names[-1]),
            shown,
        )

    def use(self, source: Channel | Operation, item: Assignment) -> Use:
        code = CodePlaces(self.project, self.venue.id, source.stem)
        found = code.argument(f"emit_{source.name}", item.event, item.nth, item.field)
        said = "implied" if item.said is None else _with_names(_shown(item.said), source)
        place = self.specs.at(item.spec if item.said is not None else item.spec[:-1])
        return Use(f"{item.event}.{item.field}", said, place, found if found[0] else ("", item.code.text))


def _is_meant(leaf: Leaf, rest: str) -> bool:
    if not rest:
        return True
    parts = tuple(rest.split("."))
    return leaf.names[-len(parts) :] == parts or leaf.field.wire == rest


def _with_names(said: str, source: Channel | Operation) -> str:
    """The expression with what the names in it stand for."""
    lets = source.spec.let if isinstance(source, Channel) else {}
    meant = [f"{name} {text}" for name, text in lets.items() if re.search(rf"\b{re.escape(name)}\b", said)]
    return f"{said}, where {', '.join(meant)}" if meant else said


def _shown(said: object) -> str:
    if isinstance(said, dict):
        return "{" + ", ".join(f"{key}: {_shown(value)}" for key, value in said.items()) + "}"
    if isinstance(said, list):
        return "[" + ", ".join(map(_shown, said)) + "]"
    return str(said).lower() if isinstance(said, bool) else str(said)
