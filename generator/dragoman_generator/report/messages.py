"""The cases of a venue, and what their payloads hold."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import UNSET

from dragoman_generator.ir.venue import Channel, Connection, Operation, Venue
from dragoman_generator.yaml.loader import load_file

Case = Mapping[str, Any]
TEXT_CODECS = frozenset({"json", "json_lines"})


def cases(folder: Path) -> list[Case]:
    """Every case that reads or builds something, of all files in a venue's `cases/`."""
    found: list[Case] = []
    for path in sorted(folder.glob("*.yaml")):
        document, _ = load_file(path)
        data = document.data if document is not None else None
        listed = data.get("cases") if isinstance(data, dict) else None
        found += [case for case in listed or () if isinstance(case, dict)]
    return found


def messages(case: Case, folder: Path) -> Iterator[Any]:
    """Every payload of a case that is JSON, whole or a line."""
    for raw in payloads(case, folder):
        try:
            yield json.loads(raw)
        except ValueError:
            for line in raw.splitlines():
                try:
                    yield json.loads(line)
                except ValueError:
                    continue


def payloads(case: Case, folder: Path) -> Iterator[bytes]:
    """The bytes of a case, in order; what can't be read is left out, since the case itself fails then."""
    for payload in (case.get("payload"), *(case.get("payloads") or ())):
        if isinstance(payload, str):
            yield payload.encode()
        elif isinstance(payload, dict) and payload:
            form, said = next(iter(payload.items()))
            try:
                if form == "file":
                    yield (folder / str(said)).read_bytes()
                else:
                    yield bytes.fromhex(said) if form == "hex" else base64.b64decode(said)
            except (OSError, ValueError, binascii.Error):
                continue


def operations_of(venue: Venue, source: str) -> Iterator[Operation]:
    """The operations that a case may mean by their id, a path, or server and path."""
    for operation in venue.operations.values():
        paths = {f"{method} {path}" for method, path in operation.paths.values()}
        server = operation.spec.server
        if server is not UNSET:
            paths |= {f"{server} {path}" for path in paths}
        if source in {operation.name, *paths}:
            yield operation


def connections_of(venue: Venue, source: str) -> list[Connection]:
    """The connections that share a source; of a call whose answer is a file of one, that one."""
    answers = {name: o.spec.answer for name, o in venue.operations.items() if o.spec.answer is not UNSET}
    found = [each for each in venue.connections.values() if each.spec.source == source]
    answer = venue.connections.get(str(answers.get(source)))
    return found or ([] if answer is None else [answer])


def carried(connection: Connection) -> frozenset[object]:
    """The connections whose channels a connection carries."""
    return frozenset({connection.name, connection.spec.channels_of})


def bare(message: Any, connection: Connection) -> tuple[Any, str | None]:
    """(a message without its envelope, the topic that the envelope or the message tells)."""
    route = connection.spec.route
    topic = None
    if route.wrapper is not UNSET and isinstance(message, dict) and route.wrapper.payload in message:
        topic = message.get(route.wrapper.topic) if route.wrapper.topic is not UNSET else None
        message = message[route.wrapper.payload]
    if route.topic is not UNSET and isinstance(message, dict):
        topic = at(message, route.topic)
    return message, topic if isinstance(topic, str) else None


def is_of(whole: Any, connection: Connection, channel: Channel) -> bool:
    """Whether a message is of a channel: JSON is told apart by tag, topic and keys as the translator does."""
    route, spec = connection.spec.route, channel.spec
    message, topic = bare(whole, connection)
    message = message[0] if isinstance(message, list) and message else message
    if not isinstance(message, dict):
        return False
    if channel.topic is not None and topic is not None:
        return re.fullmatch(channel.topic.pattern, topic) is not None
    if spec.tag is not UNSET and route.tag is not UNSET:
        return bool(at(message, route.tag) == spec.tag)
    if spec.has is not UNSET:
        return set(spec.has) <= message.keys()
    parts = [part for part in connection.spec.parts.values() if set(part.has) <= message.keys()]
    return any(part.message.get(str(route.tag)) == spec.tag for part in parts)


def at(message: Any, path: str) -> Any:
    """What a message holds under keys joined by dots; None where the path leads nowhere."""
    for key in path.split("."):
        message = message.get(key) if isinstance(message, dict) else None
    return message
