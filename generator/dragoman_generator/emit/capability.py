"""What a venue offers: which channel or operation gives which type for which product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model import EVENT_TYPES, INSTRUMENT_TYPES
from dragoman.model.actions import SUBSCRIBE, can_have, type_of
from msgspec import UNSET

from dragoman_generator.ir.venue import Channel, Operation, Venue
from dragoman_generator.language.state import PollDiff

LIVE, POLL, REQUEST, FILE = "live", "poll", "request", "file"
_KINDS = (LIVE, POLL, REQUEST, FILE)


@dataclass(frozen=True, slots=True)
class Way:
    """One source of a type: `live` by a channel, `poll` and `request` by an operation, `file` by a recording."""

    kind: str
    rank: int
    name: str


Matrix = Mapping[str, Mapping[str, tuple[Way, ...]]]
"""type -> product -> ways, the preferred first; types in the model's order, the venue's own last."""


def matrix(venue: Venue) -> Matrix:
    """What is not refused, with the ways to it."""
    found: dict[str, dict[str, set[Way]]] = {}
    for channel in venue.channels.values():
        for type_name in channel.gives:
            for kind in _kinds(venue, channel):
                for product in channel.products or tuple(venue.products):
                    way = Way(kind, -channel.spec.prefer, channel.name)
                    found.setdefault(type_name, {}).setdefault(product, set()).add(way)
    for operation in venue.operations.values():
        for type_name in operation.gives:
            for product in served(venue, operation):
                ways = found.setdefault(type_name, {}).setdefault(product, set())
                ways.add(Way(REQUEST, 0, operation.name))
                if isinstance(operation.spec.state, PollDiff) and all(way.kind != LIVE for way in ways):
                    ways.add(Way(POLL, 0, operation.name))
    refused = _refused(venue)
    ordered: dict[str, dict[str, tuple[Way, ...]]] = {}
    for type_name in (*_order(), *venue.data_types):
        for product in venue.products:
            ways = found.get(type_name, {}).get(product, set())
            allowed = [way for way in ways if (_verb(way), type_name, product) not in refused]
            if allowed and _held(venue, type_name, product):
                by_product = ordered.setdefault(type_name, {})
                by_product[product] = tuple(sorted(allowed, key=_preference))
    return ordered


def _held(venue: Venue, type_name: str, product: str) -> bool:
    """A list of instruments may hold those of several products; each has its own kinds."""
    kinds = venue.products[product].instruments
    if not can_have(kinds, type_name):
        return False
    return type_name not in INSTRUMENT_TYPES or not kinds or type_name in kinds


def _refused(venue: Venue) -> set[tuple[str, str | None, str]]:
    """(verb, type, product) of what the specification refuses in writing."""
    said = venue.merged.capabilities
    return {
        (each.action.partition("_")[0], type_of(each.action), product)
        for each in (() if said is UNSET else said.refused)
        for product in each.products or venue.products
    }


def _verb(way: Way) -> str:
    return {LIVE: SUBSCRIBE, POLL: SUBSCRIBE, REQUEST: "request"}.get(way.kind, way.kind)


def served(venue: Venue, operation: Operation) -> tuple[str, ...]:
    """The products that an operation answers for; a path without product is for all of them."""
    named = tuple(product for product in operation.paths if product)
    return named or tuple(venue.products)


def _preference(way: Way) -> tuple[int, int, str]:
    return _KINDS.index(way.kind), way.rank, way.name


def _kinds(venue: Venue, channel: Channel) -> set[str]:
    """A recording of a live connection, or the live form of a file, carries the same channels."""
    own = channel.spec.connection
    carriers = [c for c in venue.connections.values() if c.name == own or c.spec.channels_of == own]
    return {FILE if carrier.spec.transport == "file" else LIVE for carrier in carriers}


def _order() -> tuple[str, ...]:
    instruments = tuple(INSTRUMENT_TYPES)
    return (*(name for name in EVENT_TYPES if name not in instruments), *instruments)
