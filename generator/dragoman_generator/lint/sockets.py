"""Requests on connections: what is sent carries an id, and what an operation says of its connection is there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.venue import Venue
from dragoman_generator.language.asking import Socket
from dragoman_generator.language.wire import Operation, by_name
from dragoman_generator.lint.findings import Finding
from dragoman_generator.lint.references import unknown
from dragoman_generator.yaml.marks import Path


def asked(venue: Venue) -> Iterator[Finding]:
    """A connection that takes requests marks each with an id, and signs them by a scheme that is there."""
    spec = venue.merged
    for name, connection in spec.connections.items():
        if connection.requests is UNSET:
            continue
        path: Path = ("connections", name, "requests")
        if not _has_id(connection.requests.frame):
            yield Finding((*path, "frame"), "answers are told by their id, and the frame holds no $id")
        if connection.requests.auth is not UNSET:
            yield from unknown("scheme", connection.requests.auth, spec.auth, (*path, "auth"))
        if connection.transport == "file":
            yield Finding(path, f"connection {name!r} reads files, and nobody answers there", key=True)


def called(venue: Venue) -> Iterator[Finding]:
    """An operation with a `socket` names connections that take requests, products and parameters that it has."""
    spec = venue.merged
    for name, operation in spec.operations.items():
        path: Path = ("operations", name)
        for parameter in operation.sweep:
            yield from unknown(
                "parameter", parameter, by_name(operation.params), (*path, "sweep", parameter), key=True
            )
        if operation.socket is not UNSET:
            yield from _socket(venue, operation, operation.socket, (*path, "socket"))


def _socket(venue: Venue, operation: Operation, socket: Socket, path: Path) -> Iterator[Finding]:
    spec = venue.merged
    said = {"": socket.connection} if isinstance(socket.connection, str) else socket.connection
    for product, connection in said.items():
        place = (*path, "connection", product) if product else (*path, "connection")
        if product:
            yield from unknown("product", product, spec.products, place, key=True)
        yield from unknown("connection", connection, spec.connections, place)
        found = spec.connections.get(connection)
        if found is not None and found.requests is UNSET:
            yield Finding(
                place, f"connection {connection!r} takes no requests", "add 'requests' to the connection"
            )
    if socket.frame is not UNSET and not _has_id(socket.frame):
        yield Finding((*path, "frame"), "answers are told by their id, and the frame holds no $id")
    wires = {
        key if isinstance(param, str) or param.wire is UNSET else param.wire
        for key, param in by_name(operation.params).items()
    }
    kinds = {param if isinstance(param, str) else param.type for param in by_name(operation.params).values()}
    for index, parameter in enumerate(socket.only):
        # Entries of a batch are parameters of another operation.
        if parameter not in wires and not kinds & {"any", "list<any>"}:
            hint = did_you_mean(parameter, wires)
            yield Finding((*path, "only", index), f"unknown parameter {parameter!r}", hint)


def _has_id(frame: object) -> bool:
    if isinstance(frame, dict):
        return any(_has_id(inner) for inner in frame.values())
    if isinstance(frame, list):
        return any(_has_id(inner) for inner in frame)
    return frame in ("$id", "$id_text")
