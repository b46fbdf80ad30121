"""What a specification need not say, since another part of it says it: tags of topics, addresses of products, documentation."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from dragoman_generator.language.commands import Command
from dragoman_generator.language.payload import FieldLike, FieldSpec, by_key
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.venue import Environment, Product
from dragoman_generator.language.wire import Channel, Connection, Operation, Reply, by_budget
from dragoman_generator.resolve.endpoints import server_of
from dragoman_generator.resolve.places import Places

_SLOT = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*")
_NAME = re.compile(r"[A-Za-z_]\w*")
_HOLDING = ("shapes", "data_types", "tables")
"""Sections whose entries name shapes and enums."""
_PROSE = frozenset({"doc", "why", "title"})


def told(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with what it leaves out put in its place."""
    spec = msgspec.structs.replace(
        spec, products={name: _product(spec, name, item) for name, item in spec.products.items()}
    )
    connections = {name: _patient(item) for name, item in spec.connections.items()}
    channels = {name: _tagged(spec, item) for name, item in spec.channels.items()}
    environments = {name: _addressed(spec, item) for name, item in spec.environments.items()}
    operations = {name: _charged(spec, item) for name, item in spec.operations.items()}
    commands = {name: _carried(spec, item) for name, item in spec.commands.items()}
    filled = msgspec.structs.replace(
        spec,
        connections=connections,
        operations=operations,
        channels=channels,
        environments=environments,
        commands=commands,
    )
    return _documented(filled, places)


def _tagged(spec: SpecFile, item: Channel) -> Channel:
    """A channel with the tag that its topic tells: the one word of it, where messages are told apart by tags.

    The constant of its shape goes before. What comes in lists, or holds the tag in a field that it reads, has no tag that it
    could be known by.
    """
    connection = spec.connections.get(item.connection)
    if item.tag is not UNSET or item.has is not UNSET or item.topic is UNSET or item.payload is UNSET:
        return item
    if connection is None or connection.codec != "json" or connection.route.tag is UNSET:
        return item
    if isinstance(item.payload, str):
        shape = spec.shapes.get(item.payload)
        if shape is None:
            return item
        said = by_key(shape.fields).get(connection.route.tag)
        if said is not None:
            const = said.const if isinstance(said, FieldSpec) else UNSET
            return item if const is UNSET else msgspec.structs.replace(item, tag=const)
    words = _WORD.findall(_SLOT.sub(" ", item.topic))
    return msgspec.structs.replace(item, tag=words[0]) if len(words) == 1 else item


def _patient(item: Connection) -> Connection:
    """A connection whose replies are known by what they have to hold, and whose topics may be silent for ever where it says so."""
    if item.codec != "sbe":  # where a reply without `has` may lack its `tag`
        item = msgspec.structs.replace(
            item, replies={name: _known(each) for name, each in item.replies.items()}
        )
    if item.session is UNSET or item.session.topics_stale_after != "never":
        return item
    return msgspec.structs.replace(
        item, session=msgspec.structs.replace(item.session, topics_stale_after=UNSET)
    )


def _known(reply: Reply) -> Reply:
    """A reply with the keys by which it is known: all that have to be there."""
    if reply.has or reply.tag is not UNSET:
        return reply
    return msgspec.structs.replace(
        reply, has=[key for key, said in by_key(reply.fields).items() if not _may_lack(said)]
    )


def _may_lack(said: FieldLike) -> bool:
    kind = said if isinstance(said, str) else said.type
    return isinstance(kind, str) and kind.startswith("maybe")


def _addressed(spec: SpecFile, item: Environment) -> Environment:
    """An environment in which an address with the slot `{product}` is one for each product of its connection.

    A connection that no environment has an address of is reached at that of the one that it is like.
    """
    connections: dict[str, str | dict[str, str]] = {}
    own = {name for each in spec.environments.values() for name in each.connections}
    alike = {name: _host(spec, name, own) for name in spec.connections if name not in own}
    said = {name: item.connections[at] for name, at in alike.items() if at in item.connections}
    for name, address in {**item.connections, **said}.items():
        line = spec.connections.get(name)
        if isinstance(address, str) and "{product}" in address and line is not None:
            products = line.products or list(spec.products)
            connections[name] = {each: address.replace("{product}", each) for each in products}
        else:
            connections[name] = address
    return msgspec.structs.replace(item, connections=connections)


def _host(spec: SpecFile, name: str, own: Container[str]) -> str:
    """The connection whose address one has: the first with one of its own among those that it is like."""
    seen: set[str] = set()
    while name not in own and name in spec.connections and name not in seen:
        seen.add(name)
        like = spec.connections[name].like
        if like is UNSET:
            break
        name = like
    return name


def _charged(spec: SpecFile, item: Operation) -> Operation:
    """An operation that is charged what calls to its servers usually cost, where it names none of their budgets."""
    usual = {name: limit for name, limit in spec.limits.items() if limit.usual}
    if not usual:
        return item
    servers = _servers(spec, item)
    named = {spec.limits[budget].server for budget in by_budget(item.weight) if budget in spec.limits}
    if UNSET in named:
        return item
    added = {
        name: limit.usual
        for name, limit in usual.items()
        if (limit.server in servers and limit.server not in named) or (limit.server is UNSET and not named)
    }
    return msgspec.structs.replace(item, weight={**by_budget(item.weight), **added}) if added else item


def _servers(spec: SpecFile, item: Operation) -> set[str | UnsetType]:
    """The servers that an operation goes to: its own, else those of its products, else all that there are."""
    if item.server is not UNSET:
        return {item.server}
    products = list(item.http) if isinstance(item.http, dict) else item.products or list(spec.products)
    servers = {spec.products[name].server for name in products if name in spec.products}
    known = {server for each in spec.environments.values() for server in each.http}
    return {*(servers - {UNSET}), *(known if UNSET in servers or not servers else ())}


def _carried(spec: SpecFile, item: Command) -> Command:
    """A command with the page of the operation that carries it, the first one where products have several."""
    named = item.operation if isinstance(item.operation, str) else next(iter(item.operation.values()), "")
    carrier = spec.operations.get(named)
    if item.doc is not UNSET or carrier is None:
        return item
    return msgspec.structs.replace(item, doc=carrier.doc)


def _product(spec: SpecFile, name: str, item: Product) -> Product:
    """A product with the page of the call that lists it, the account of the venue, and the server that is called as it is."""
    account = "" if spec.venue is UNSET else spec.venue.account
    catalog = UNSET if item.catalog is UNSET else spec.operations.get(item.catalog, UNSET)
    page = item.doc if item.doc is not UNSET or catalog is UNSET else catalog.doc
    return msgspec.structs.replace(
        item, account=item.account or account, doc=page, server=server_of(spec, name)
    )


def _documented(spec: SpecFile, places: Places) -> SpecFile:
    """Shapes, enums and data types with the page of the first call or channel of their file, else of all, that holds them."""
    pages: dict[str, dict[str, str]] = {}
    inner = {name: set(_names(each)) for part in _HOLDING for name, each in getattr(spec, part).items()}
    mappings = {name: set(_names(each)) for name, each in spec.emits.items()}
    told_of = {*spec.data_types, *spec.tables}
    members: list[tuple[str, str, Operation | Channel]] = []
    members += [("operations", name, call) for name, call in spec.operations.items()]
    members += [("channels", name, channel) for name, channel in spec.channels.items()]
    for section, owner, member in members:
        read = set(_names(msgspec.structs.replace(member, emit={}, each_row={})))
        # What says nothing of its rows emits what `emits` says of their shapes.
        said = member.emit or member.each_row
        emitted = _reached(set(_names(said)) if said else read, mappings) & told_of
        for name in _reached(emitted | read, inner):
            stems = pages.setdefault(name, {})
            stems.setdefault(places.stem(section, owner), member.doc)
            stems.setdefault("", member.doc)
    changed: dict[str, Any] = {}
    for section in ("shapes", "enums", "data_types"):
        entries = getattr(spec, section)
        changed[section] = {
            name: _paged(item, pages.get(name, {}), places.stem(section, name))
            for name, item in entries.items()
        }
    return msgspec.structs.replace(spec, **changed)


def _paged(item: Any, pages: Mapping[str, str], stem: str) -> Any:
    if item.doc is not UNSET or not pages:
        return item
    return msgspec.structs.replace(item, doc=pages.get(stem, pages[""]))


def _reached(names: set[str], inner: Mapping[str, set[str]]) -> set[str]:
    """The names, and all that their entries name."""
    found: set[str] = set()
    todo = list(names)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo.extend(inner.get(name, ()))
    return found


def _names(value: Any) -> Iterator[str]:
    """Every word in what a part of the specification says, but for its prose."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if name not in _PROSE:
                yield from _names(getattr(value, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _NAME.findall(str(key))
            yield from _names(item)
    elif isinstance(value, list):
        for item in value:
            yield from _names(item)
    elif isinstance(value, str):
        yield from _NAME.findall(value)
