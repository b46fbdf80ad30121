"""What a tape has to know of an installed venue: its spec as a hash, where a stream's frames and an answer's body belong."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec

from dragoman.errors import SpecMissing
from dragoman.net.wire import Frame
from dragoman.requests.classify import Classifier
from dragoman.requests.facts import Environment, Interface, Operation, Stream
from dragoman.session.messages import Control, Data
from dragoman.translate.facts import Connection, Tables


class SpecFacts(msgspec.Struct, frozen=True):
    """Which spec a venue was generated from: a hash over its files, and the version of the language."""

    hash: str
    language: int


class _Lock(msgspec.Struct):
    language: int
    specs: dict[str, str]


def spec_of(module: Any) -> SpecFacts:
    """Of a generated package, read from the lock file in it."""
    lock = msgspec.json.decode(Path(module.__file__).with_name("lock.json").read_bytes(), type=_Lock)
    text = "".join(f"{name} {digest}\n" for name, digest in sorted(lock.specs.items()))
    return SpecFacts(hashlib.sha256(text.encode()).hexdigest(), lock.language)


def dragoman_version() -> str:
    return version("dragoman")


def place_of(stream: str) -> tuple[str, str]:
    """(connection, product) of a stream's name."""
    connection, _, product = stream.partition(":")
    return connection, product


def connection_of(tables: Tables, name: str) -> Connection:
    """How a connection's frames are read; raises SpecMissing where the spec has no such connection."""
    for connection in tables.connections:
        if connection.name == name:
            return connection
    raise SpecMissing(tables.venue, f"connection {name!r}, which the tape is of")


def classifier_of(connection: Connection, stream: Stream) -> Classifier:
    """What tells the control messages of a connection from its data."""
    pairs = stream.separator if stream.control == "pairs" else ""
    return Classifier(connection, tagged=stream.ack == "topic", pairs=pairs)


def meaning(classify: Classifier, frame: Frame) -> Control | Data:
    """What a frame is for; one that can't be read is data, for the translator to say what is wrong with it."""
    try:
        return classify(frame)
    except (ValueError, msgspec.MsgspecError):
        return Data("")


def addresses_of(environment: Environment) -> dict[str, Any]:
    """An environment as an adapter's `urls`."""
    connections = {name: dict(urls) for name, urls in environment.connections.items()}
    return {"http": dict(environment.http), "connections": connections}


def operation_at(
    interface: Interface, method: str, url: str, product: str | None
) -> tuple[Operation, str] | None:
    """(operation, product) of a request that was made to `url`; the first one whose path fits, None where none does."""
    path = urlsplit(url).path
    for operation in interface.operations.values():
        for found, (verb, template) in operation.paths.items():
            fits = product is None or found in ("", product)
            if fits and verb == method and _pattern(template).search(path):
                return operation, found or product or ""
    return None


def address_of(url: str, volatile: frozenset[str]) -> dict[str, Any]:
    """What has to be equal of two addresses of a connection; the host may be another one."""
    found = urlsplit(url)
    pairs = sorted((name, value) for name, value in parse_qsl(found.query) if name.lower() not in volatile)
    return {"path": found.path, **dict(pairs)}


def told_of(operation: Operation, url: str, body: bytes | None) -> dict[str, Any]:
    """The parameters of a recorded request by the names that translators know them by."""
    names = {param.wire: param.told for param in operation.params}
    address = urlsplit(url)
    given: dict[str, Any] = dict(parse_qsl(address.query))
    for _, template in operation.paths.values():
        found = _pattern(template).search(address.path)
        if found is not None:
            given |= found.groupdict()
            break
    given |= _fields(body)
    return {names.get(name, name): value for name, value in given.items()}


def _fields(body: bytes | None) -> dict[str, Any]:
    if not body:
        return {}
    try:
        tree = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return dict(parse_qsl(body.decode("utf-8", "replace")))
    if not isinstance(tree, Mapping):
        return {}
    inner = tree.get("params")
    return dict(inner) if isinstance(inner, Mapping) else dict(tree)


def _pattern(template: str) -> re.Pattern[str]:
    """A path with its slots as groups, at the end of an address's path."""
    parts = re.split(r"\{(\w+)\}", template)
    return re.compile(
        "".join(f"(?P<{part}>[^/]+)" if at % 2 else re.escape(part) for at, part in enumerate(parts)) + r"\Z"
    )
