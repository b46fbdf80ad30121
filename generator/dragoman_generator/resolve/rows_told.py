"""What the rows of a payload tell where a call or a channel says nothing of it: the mapping of `emits` that has the name of their shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET

from dragoman_generator.language.payload import FieldLike, FieldSpec, by_key
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.wire import Channel, Operation
from dragoman_generator.resolve.own_rows import ROWS, path_name, shape_said
from dragoman_generator.resolve.places import Places

T = TypeVar("T", Channel, Operation)


def rows_told(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with an `emit` for every payload whose rows, or which itself, `emits` names by their shape."""

    def member(section: str, name: str, item: T, payload: object) -> T:
        if item.emit or places.says(section, name, "emit"):
            return item
        found = list(_told(spec, payload))
        return msgspec.structs.replace(item, emit=found) if found else item

    return msgspec.structs.replace(
        spec,
        operations={n: member("operations", n, item, item.response) for n, item in spec.operations.items()},
        channels={n: member("channels", n, item, item.payload) for n, item in spec.channels.items()},
    )


def _told(spec: SpecFile, payload: object) -> Iterator[str | dict[str, Any]]:
    """The entries of `emit` that a payload stands for."""
    if isinstance(payload, dict):
        yield from _fields(spec, payload, "")
    elif isinstance(payload, str) and (said := shape_said(payload)) is not None:
        shape = said["shape"]
        if said["many"] and shape in spec.emits:
            yield _each(ROWS, shape)
        elif not said["many"] and shape in spec.emits:
            yield shape
        elif not said["many"] and shape in spec.shapes:
            yield from _fields(spec, by_key(spec.shapes[shape].fields), "")


def _fields(spec: SpecFile, fields: dict[str, FieldLike], within: str) -> Iterator[dict[str, Any]]:
    for key, said in fields.items():
        text = said if isinstance(said, str) else said.type
        found = shape_said(text)
        path = within + path_name(spec, key, said, found)
        if found is not None and found["shape"] in spec.emits and found["shape"] in spec.shapes:
            yield _each(path, found["shape"])
        elif isinstance(said, FieldSpec) and said.type is UNSET and isinstance(said.fields, dict):
            yield from _fields(spec, said.fields, f"{path}.")


def _each(path: str, shape: str) -> dict[str, Any]:
    return {"each": {"in": path, "as": "row", "emit": shape}}
