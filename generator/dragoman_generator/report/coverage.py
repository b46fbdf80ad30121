"""Which operations and channels have a protocol case, told from the cases alone."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import UNSET

from dragoman_generator.ir.venue import Channel, Connection, Operation, Venue
from dragoman_generator.yaml.loader import load_file

Case = Mapping[str, Any]
_TEXT = {"json", "json_lines"}


def cases(folder: Path) -> list[Case]:
    """Every case that reads or builds something, of all files in a venue's `cases/`."""
    found: list[Case] = []
    for path in sorted(folder.glob("*.yaml")):
        document, _ = load_file(path)
        data = document.data if document is not None else None
        listed = data.get("cases") if isinstance(data, dict) else None
        found += [case for case in listed or () if isinstance(case, dict)]
    return found


def covered_operations(venue: Venue, found: Iterable[Case]) -> set[str]:
    """Operations that a `response` case reads, by id or by path."""
    sources = {str(case.get("source")) for case in found if case.get("kind") == "response"}
    return {name for name, operation in venue.operations.items() if sources & _names(operation)}


def _names(operation: Operation) -> set[str]:
    paths = {f"{method} {path}" for method, path in operation.paths.values()}
    if operation.spec.server is not UNSET:
        paths |= {f"{operation.spec.server} {path}" for path in paths}
    return {operation.name, *paths}


def covered_channels(venue: Venue, found: Iterable[Case], folder: Path) -> set[str]:
    """Channels that a `stream` case holds a message of.

    JSON is told apart by tag, topic and keys as the translator does; of other codecs a channel counts whose events the case expects.
    """
    named: dict[str, list[Connection]] = {}
    for each in venue.connections.values():
        named.setdefault(each.spec.source, []).append(each)
    answers = {name: o.spec.answer for name, o in venue.operations.items() if o.spec.answer is not UNSET}
    covered: set[str] = set()
    for case in found:
        source = str(case.get("source"))
        answer = venue.connections.get(str(answers.get(source)))
        if case.get("kind") not in {"stream", "response"}:
            continue
        for connection in named.get(source) or ([] if answer is None else [answer]):
            covered |= _covered(venue, connection, case, folder)
    return covered


def _covered(venue: Venue, connection: Connection, case: Case, folder: Path) -> set[str]:
    """Channels of one connection that a case holds a message of."""
    channels = [c for c in venue.channels.values() if c.spec.connection in _carried(connection)]
    if connection.spec.codec in _TEXT:
        messages = list(_messages(case, folder))
        return {c.name for c in channels if any(_is_of(each, connection, c) for each in messages)}
    expected = {str(event.get("type")) for event in case.get("expect") or () if isinstance(event, dict)}
    return {c.name for c in channels if expected & set(c.gives)}


def _carried(connection: Connection) -> set[object]:
    return {connection.name, connection.spec.channels_of}


def _messages(case: Case, folder: Path) -> Iterator[Any]:
    said = [case.get("payload"), *(case.get("payloads") or ())]
    for payload in said:
        text = _text(payload, folder)
        try:
            yield json.loads(text)
        except ValueError:
            for line in text.splitlines():
                try:
                    yield json.loads(line)
                except ValueError:
                    continue


def _text(payload: object, folder: Path) -> str:
    if isinstance(payload, str):
        return payload
    form, said = next(iter(payload.items())) if isinstance(payload, dict) and payload else ("", "")
    try:
        if form == "file":
            return (folder / str(said)).read_text(encoding="utf-8")
        raw = bytes.fromhex(said) if form == "hex" else base64.b64decode(said) if form == "base64" else b""
        return raw.decode()
    except (OSError, ValueError, binascii.Error):
        return ""


def _is_of(message: Any, connection: Connection, channel: Channel) -> bool:
    route, spec = connection.spec.route, channel.spec
    topic = None
    if route.wrapper is not UNSET and isinstance(message, dict) and route.wrapper.payload in message:
        topic = message.get(route.wrapper.topic) if route.wrapper.topic is not UNSET else None
        message = message[route.wrapper.payload]
    message = message[0] if isinstance(message, list) and message else message
    if not isinstance(message, dict):
        return False
    if route.topic is not UNSET:
        topic = _at(message, route.topic)
    if channel.topic is not None and isinstance(topic, str):
        return re.fullmatch(channel.topic.pattern, topic) is not None
    if spec.tag is not UNSET and route.tag is not UNSET:
        return bool(_at(message, route.tag) == spec.tag)
    if spec.has is not UNSET:
        return set(spec.has) <= message.keys()
    parts = [part for part in connection.spec.parts.values() if set(part.has) <= message.keys()]
    return any(part.message.get(str(route.tag)) == spec.tag for part in parts)


def _at(message: Any, path: str) -> Any:
    """What a message holds under keys joined by dots; None where the path leads nowhere."""
    for key in path.split("."):
        message = message.get(key) if isinstance(message, dict) else None
    return message
