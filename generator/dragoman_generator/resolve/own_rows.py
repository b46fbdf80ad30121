"""Rows that need no name of their own, what stands around them, and what each of them means: `rows`, `row`, `envelope`, `each_row`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from dragoman_generator.language.payload import FieldLike, Fields, FieldSpec, Shape, by_key
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.wire import Channel, Operation
from dragoman_generator.resolve.names import camel, snake
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

T = TypeVar("T", Channel, Operation)
Said = dict[str, FieldLike]
_TYPE = re.compile(r"(?:maybe<|opt<)*(?P<many>list<|many<)?(?P<shape>[A-Za-z]\w*)>*(?: as (?P<name>\w+))?")
ROWS = "rows"
"""What a payload that is a list is called, and the type of the key in an envelope that takes the rows."""
_WORDS = ("rows", "row")


def owned(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with a shape for the rows of everything that says their fields where it stands."""
    shapes = dict(spec.shapes)

    def member(section: str, name: str, item: T) -> T:
        changed = {}
        for word in _WORDS:
            fields = getattr(item, word, UNSET)
            if not isinstance(fields, dict | list):
                continue
            shape, path = f"{camel(name)}Row", (section, name, word)
            if shape in shapes:
                places.add(path, f"its rows are called {shape!r}, and so is a shape", key=True)
            places.owner["shapes", shape] = places.stem(section, name)
            places.moved["shapes", shape, "fields"] = path
            about = f": {item.title.rstrip('.')}" if item.title else ""
            shapes[shape] = Shape(fields=fields, title=f"A row of {name}{about}", doc=item.doc)
            changed[word] = shape
        return msgspec.structs.replace(item, **changed)

    return msgspec.structs.replace(
        spec,
        operations={name: member("operations", name, item) for name, item in spec.operations.items()},
        channels={name: member("channels", name, item) for name, item in spec.channels.items()},
        shapes=shapes,
    )


def enveloped(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with the whole payload of everything that says its rows: what stands around them, and they in their place."""
    around = UNSET if spec.venue is UNSET else spec.venue.envelope
    operations: dict[str, Operation] = {}
    for name, item in spec.operations.items():
        path: Path = ("operations", name)
        if isinstance(item.row, str):
            if item.response is not UNSET or item.rows is not UNSET:
                places.add(
                    (*path, "row"), "'row' is all of an answer", "leave 'response' and 'rows' out", key=True
                )
            item = msgspec.structs.replace(item, response=f"many<{item.row}>", row=UNSET)
        elif isinstance(item.rows, str):
            whole = _whole(
                item.rows, item.response, around, (*path, "response"), ("venue", "envelope"), places
            )
            item = msgspec.structs.replace(item, response=whole, rows=UNSET)
        operations[name] = item
    channels: dict[str, Channel] = {}
    for name, message in spec.channels.items():
        if isinstance(message.rows, str):
            line = spec.connections.get(message.connection)
            around = UNSET if line is None else line.envelope
            other: Path = ("connections", message.connection, "envelope")
            at: Path = ("channels", name, "payload")
            payload = _whole(message.rows, message.payload, around, at, other, places)
            message = msgspec.structs.replace(message, payload=payload, rows=UNSET)
        channels[name] = message
    return msgspec.structs.replace(spec, operations=operations, channels=channels)


def _whole(
    rows: str,
    said: Fields | str | UnsetType,
    around: Fields | UnsetType,
    path: Path,
    other: Path,
    places: Places,
) -> Fields | str:
    """What a payload with such rows is: what `around` says stands before what it says itself."""
    if said is UNSET and around is UNSET:
        return f"list<{rows}>"
    own, outer = (each if isinstance(each, dict) else {} for each in (said, around))
    for key in outer:
        if key not in own:
            places.moved[*path, key] = places.written((*other, key))
    found = None if isinstance(said, str) else _filled({**outer, **own}, rows)
    if found is None:
        told = f"its {path[-1]} has no key of the type `rows` that 'rows' could stand in"
        places.add((*path[:2], ROWS), told, key=True)
        return f"list<{rows}>"
    return found


def _filled(fields: Said, rows: str) -> Said | None:
    """Fields with the rows in the place of the key that takes them; None where there is none."""
    for key, said in fields.items():
        if said == ROWS:
            return {**fields, key: f"list<{rows}> as {ROWS}"}
        if isinstance(said, FieldSpec) and isinstance(said.fields, dict):
            inner = _filled(said.fields, rows)
            if inner is not None:
                return {**fields, key: msgspec.structs.replace(said, fields=inner)}
    return None


def rowed(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with a fan-out over the one list of every payload whose rows mean something each."""

    def member(section: str, name: str, item: T, payload: object) -> T:
        if not item.each_row:
            return item
        at = (section, name, "each_row")
        if item.emit:
            places.add(at, "what 'each_row' means is no part of 'emit'", "say one of them", key=True)
        found = list(_held(spec, payload))
        paths = [path for path, is_list in found if is_list] or [path for path, _ in found]
        if len(paths) != 1:
            told = f"'each_row' is about one list, or one record, and there are {', '.join(paths) or 'none'}"
            places.add(at, told, key=True)
            return msgspec.structs.replace(item, each_row={})
        here: Path = (section, name, "emit", "each")
        places.moved[here] = places.moved[*here, "emit"] = places.written(at)
        emit: dict[str, Any] = {"each": {"in": paths[0], "as": "row", "emit": item.each_row}}
        return msgspec.structs.replace(item, emit=emit, each_row={})

    return msgspec.structs.replace(
        spec,
        operations={n: member("operations", n, item, item.response) for n, item in spec.operations.items()},
        channels={n: member("channels", n, item, item.payload) for n, item in spec.channels.items()},
    )


def path_name(spec: SpecFile, key: str, said: FieldLike, found: re.Match[str] | None) -> str:
    """What paths call a field."""
    own = said.as_ if isinstance(said, FieldSpec) and said.as_ is not UNSET else found and found["name"]
    is_camel = spec.venue is not UNSET and spec.venue.spelling == "camel" and not key.islower()
    return own or (snake(key) if is_camel else key)


def shape_said(text: object) -> re.Match[str] | None:
    """What a type says of a shape: `many` where it is a list of them, `shape`, and `name` where it has one."""
    return _TYPE.fullmatch(text) if isinstance(text, str) else None


def _held(spec: SpecFile, payload: object) -> Iterator[tuple[str, bool]]:
    """The path of each list of records, and of each record, that a payload holds, and whether it is a list."""
    if isinstance(payload, dict):
        yield from _inside(spec, payload, "")
    elif (said := shape_said(payload)) is not None and said["shape"] in spec.shapes:
        if said["many"]:
            yield ROWS, True
        else:
            yield from _inside(spec, by_key(spec.shapes[said["shape"]].fields), "")


def _inside(spec: SpecFile, fields: dict[str, FieldLike], within: str) -> Iterator[tuple[str, bool]]:
    for key, said in fields.items():
        found = shape_said(said if isinstance(said, str) else said.type)
        path = within + path_name(spec, key, said, found)
        if isinstance(said, FieldSpec) and isinstance(said.fields, dict):
            yield path, said.type == "list"
            if said.type is UNSET:
                yield from _inside(spec, said.fields, f"{path}.")
        elif found is not None and found["shape"] in spec.shapes:
            yield path, bool(found["many"])
