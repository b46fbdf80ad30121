"""Names that one part of a spec gives another: each must be there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.model import EVENT_TYPES, INSTRUMENT_TYPES
from dragoman.model.actions import COMMANDS, REQUEST, SUBSCRIBE, action_name
from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.venue import Operation, Venue
from dragoman_generator.language.state import BookSync
from dragoman_generator.language.wire import Connection, Param, by_name
from dragoman_generator.lint.findings import Finding
from dragoman_generator.yaml.marks import Path

_SCHEMES = {"websocket": ("wss", "ws"), "tcp": ("tcp",), "tls": ("tls",)}
_ADDRESS = re.compile(r"([a-z]+)://[^\s/?#@\\]+(?:[/?][^\s#\\]*)?\Z")


def unknown(kind: str, name: str, known: Iterable[str], path: Path, key: bool = False) -> Iterator[Finding]:
    """A finding where `name` is none of `known`."""
    choices = list(known)
    if name not in choices:
        yield Finding(path, f"unknown {kind} {name!r}", did_you_mean(name, choices), key)


def servers(venue: Venue) -> list[str]:
    """Every server that an environment gives an address."""
    return list(dict.fromkeys(name for item in venue.merged.environments.values() for name in item.http))


def environments(venue: Venue) -> Iterator[Finding]:
    """Addresses are of known connections and products, of the transport's scheme, and none is missing everywhere."""
    spec = venue.merged
    if spec.environments and "mainnet" not in spec.environments:
        first = next(iter(spec.environments))
        told = "no environment is called 'mainnet', which is meant where none is named"
        yield Finding(("environments", first), told, did_you_mean("mainnet", spec.environments), key=True)
    for name, item in spec.environments.items():
        for server, address in item.http.items():
            yield from _address(address, ("https", "http"), ("environments", name, "http", server))
        for connection, said in item.connections.items():
            path: Path = ("environments", name, "connections", connection)
            yield from unknown("connection", connection, spec.connections, path, key=True)
            known = spec.connections.get(connection)
            schemes = _SCHEMES.get(known.transport, ()) if known is not None else ()
            if known is not None and not schemes:
                yield Finding(path, f"connection {connection!r} reads files and has no address", key=True)
                continue
            for product, address in said.items() if isinstance(said, dict) else ():
                yield from unknown("product", product, spec.products, (*path, product), key=True)
                yield from _address(address, schemes, (*path, product))
            if isinstance(said, str):
                yield from _address(said, schemes, path)
    addressed = {name for item in spec.environments.values() for name in item.connections}
    for name, connection_ in spec.connections.items():
        if connection_.transport != "file" and name not in addressed:
            yield Finding(
                ("connections", name), f"no environment has an address of connection {name!r}", key=True
            )


def _address(text: str, schemes: tuple[str, ...], path: Path) -> Iterator[Finding]:
    found = _ADDRESS.match(text)
    if found is None:
        yield Finding(
            path, f"{text[:60]!r} is no address", "scheme://host, without user, fragment and spaces"
        )
    elif schemes and found[1] not in schemes:
        yield Finding(path, f"an address here begins with {schemes[0]}://, not {found[1]}://")


def servers_named(venue: Venue) -> Iterator[Finding]:
    """Products and limits name servers that some environment has."""
    known = servers(venue)
    spec = venue.merged
    for section, entries in (("products", spec.products), ("limits", spec.limits)):
        for name, item in entries.items():
            if item.server is not UNSET:
                yield from unknown("server", item.server, known, (section, name, "server"))


def clocks(venue: Venue) -> Iterator[Finding]:
    """Clocks are of servers that some environment has."""
    said = venue.merged.venue
    for server in said.clock if said is not UNSET and said.clock is not UNSET else ():
        yield from unknown("server", server, servers(venue), ("venue", "clock", server), key=True)


def catalogs(venue: Venue) -> Iterator[Finding]:
    """A product's catalog is an operation that takes what `with` gives and yields its instruments."""
    for name, product in venue.merged.products.items():
        if product.catalog is UNSET:
            continue
        path: Path = ("products", name)
        yield from unknown("operation", product.catalog, venue.merged.operations, (*path, "catalog"))
        operation = venue.operations.get(product.catalog)
        if operation is None:
            continue
        yield from _given(product.with_, operation, (*path, "with"))
        if (
            operation.gives
            and operation.spec.answer is UNSET
            and not set(operation.gives) & set(product.instruments)
        ):
            yield Finding(
                (*path, "catalog"), f"{product.catalog!r} yields none of the product's instrument types"
            )


def snapshots(venue: Venue) -> Iterator[Finding]:
    """A book's snapshot call is given parameters that its operation has, and all that it requires."""
    for name, channel in venue.merged.channels.items():
        state = channel.state
        if not isinstance(state, BookSync):
            continue
        path: Path = ("channels", name, "state", "snapshot")
        said = state.snapshot
        operation = venue.operations.get(said.call) if said.call is not UNSET else None
        if operation is None:
            continue
        yield from _given(said.with_, operation, (*path, "with"))
        for parameter, param in by_name(operation.spec.params).items():
            if isinstance(param, Param) and param.required and parameter not in said.with_:
                yield Finding(
                    path,
                    f"{said.call!r} requires {parameter!r}, and 'with' does not say it",
                    f"add '{parameter}: ...'",
                )


def _given(values: dict[str, object], operation: Operation, path: Path) -> Iterator[Finding]:
    for parameter, value in values.items():
        where = (*path, parameter)
        yield from unknown("parameter", parameter, by_name(operation.spec.params), where, key=True)
        param = by_name(operation.spec.params).get(parameter)
        if isinstance(value, str) and value.startswith("$") and value != "$key":
            yield Finding(where, f"{value!r} stands for nothing here", "the book's key is $key")
        elif isinstance(param, Param) and value != "$key":
            yield from _fits(value, param, where)


def _fits(value: object, param: Param, path: Path) -> Iterator[Finding]:
    if param.enum is not UNSET and value not in param.enum:
        yield Finding(path, f"{value!r} is none of {', '.join(map(str, param.enum))}")
    if isinstance(value, int) and not isinstance(value, bool):
        if param.max is not UNSET and value > param.max:
            yield Finding(path, f"{value} is more than the parameter's 'max', {param.max}")
        if param.min is not UNSET and value < param.min:
            yield Finding(path, f"{value} is less than the parameter's 'min', {param.min}")


def products_named(venue: Venue) -> Iterator[Finding]:
    """Parameters, refusals and values of `emit` name products that the venue has."""
    spec = venue.merged
    sections = (("operations", spec.operations), ("channels", spec.channels))
    for section, entries in sections:
        for name, item in entries.items():
            for parameter, param in by_name(item.params).items():
                for index, product in enumerate(param.products if isinstance(param, Param) else ()):
                    path: Path = (section, name, "params", parameter, "products", index)
                    yield from unknown("product", product, spec.products, path)
    if spec.capabilities is not UNSET:
        for index, refusal in enumerate(spec.capabilities.refused):
            for place, product in enumerate(refusal.products):
                yield from unknown(
                    "product", product, spec.products, ("capabilities", "refused", index, "products", place)
                )


def actions_named(venue: Venue) -> Iterator[Finding]:
    """What is refused is a command, or asking for or following a type of the model or of the venue."""
    said = venue.merged.capabilities
    types = (*EVENT_TYPES, *INSTRUMENT_TYPES, *venue.data_types)
    known = (*COMMANDS, *(action_name(verb, name) for verb in (REQUEST, SUBSCRIBE) for name in types))
    for index, refusal in enumerate(() if said is UNSET else said.refused):
        yield from unknown("action", refusal.action, known, ("capabilities", "refused", index, "action"))


def _read_as_one(one: Connection, other: Connection) -> bool:
    """Whether messages of two connections are told apart in one way; an envelope that names no topic is opened anyhow.

    Text and messages with templates are told apart by their first bytes.
    """
    if one.codec != other.codec and {one.codec, other.codec} <= {"json", "json_lines", "sbe"}:
        return "sbe" in (one.codec, other.codec)
    named = [
        (wrapper.topic, wrapper.payload)
        for wrapper in (one.route.wrapper, other.route.wrapper)
        if wrapper is not UNSET and wrapper.topic is not UNSET
    ]
    alike = (one.codec, one.route.tag, one.route.topic) == (other.codec, other.route.tag, other.route.topic)
    return alike and len(set(named)) <= 1


def connections_named(venue: Venue) -> Iterator[Finding]:
    """`channels_of` and `answer` name connections; the first of the same codec's family, the second of files."""
    spec = venue.merged
    for name, connection in spec.connections.items():
        if connection.channels_of is not UNSET:
            path: Path = ("connections", name, "channels_of")
            yield from unknown("connection", connection.channels_of, spec.connections, path)
            other = spec.connections.get(connection.channels_of)
            if connection.channels_of == name or (other is not None and other.channels_of is not UNSET):
                yield Finding(path, f"{connection.channels_of!r} has no channels of its own to lend")
            elif other is not None and other.codec != connection.codec:
                yield Finding(path, f"its codec is {other.codec!r}, and this one's {connection.codec!r}")
    for name, operation in spec.operations.items():
        if operation.answer is not UNSET:
            yield from unknown(
                "connection", operation.answer, spec.connections, ("operations", name, "answer")
            )
    seen: dict[str, str] = {}
    for name, connection in spec.connections.items():
        source = connection.source
        other = spec.connections.get(seen.get(source, ""))
        if other is not None and not _read_as_one(other, connection):
            yield Finding(
                ("connections", name, "source"),
                f"connection {seen[source]!r} is called {source!r} too, and its messages are written or routed in another way",
                "connections that share a name are read as one",
            )
        if source in spec.operations:
            yield Finding(("connections", name, "source"), f"an operation is called {source!r} too")
        seen.setdefault(source, name)
