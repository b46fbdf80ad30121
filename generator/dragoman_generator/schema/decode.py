"""Valid documents to the language's Structs; what only the Structs themselves refuse is given its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Generic, TypeAlias, TypeVar

import msgspec

from dragoman_generator.diagnostics import Diagnostic
from dragoman_generator.language import SpecFile
from dragoman_generator.schema.plain import plain
from dragoman_generator.schema.validate import validate
from dragoman_generator.yaml import Document, Path, load_file

T = TypeVar("T")
Entries: TypeAlias = dict[str | int, object]

_PLACE = re.compile(r"^(?P<why>.*?)(?: - at (?:`(?P<part>key|keys)` in )?`\$(?P<steps>.*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<index>\d+)\]|(?P<any>\[\.\.\.\])")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """One spec file as far as it could be read: `value` only where `diagnostics` is empty."""

    value: T | None
    document: Document | None
    diagnostics: list[Diagnostic]


def read_spec(path: FilePath, shown_as: str | None = None) -> Read[SpecFile]:
    """Loads, validates and decodes one file; the diagnostics of all three, `shown_as` naming the file in them."""
    document, found = load_file(path, shown_as)
    if document is None:
        return Read(None, None, found)
    document, more = plain(document)
    found = sorted({*found, *more, *validate(document)})
    if found:
        return Read(None, document, found)
    value, found = decode(document, SpecFile)
    return Read(value, document, found)


def decode(document: Document, type_: type[T]) -> tuple[T | None, list[Diagnostic]]:
    """The typed value of a document that `validate` has passed, or every place that the Structs still refuse."""
    found: list[Diagnostic] = []
    data = document.data
    left_out: Path = ()
    # Conversion ends at its first error. The entry that it names is left out and the rest converted again; its
    # whole section instead, where that entry could not be left out.
    while True:
        try:
            value = msgspec.convert(data, type_)
        except msgspec.ValidationError as error:
            message = str(error)
        else:
            return (None, sorted(found)) if found else (value, [])
        if left_out and "missing required field" in message:
            left_out = left_out[:-1]
        else:
            path, diagnostic = _diagnostic(message, data, document, type_)
            found.append(diagnostic)
            left_out = path[:2] if path and isinstance(_entry(data, path[0]), dict) else path[:1]
        if not left_out or not isinstance(data, dict):
            return None, sorted(found)
        data = _without(data, left_out)


def _diagnostic(message: str, data: object, document: Document, type_: type[T]) -> tuple[Path, Diagnostic]:
    match = _PLACE.match(message)
    assert match is not None  # the pattern takes any text
    path = _path(message, match["steps"] or "", data, type_)
    why = match["why"]
    mark = document.marks.at(path, key=match["part"] is not None)
    return path, Diagnostic(mark, why[:1].lower() + why[1:])


def _path(message: str, steps: str, data: object, type_: type[T]) -> Path:
    """The path of an error, finding which entry msgspec's `[...]` stands for by converting each on its own."""
    path: list[str | int] = []
    here = data
    for step in _STEP.finditer(steps):
        if step["any"] is None:
            path.append(step["key"] if step["index"] is None else int(step["index"]))
        elif isinstance(here, dict):
            path.append(_failing_key(message, here, path, data, type_))
            data = _replaced(data, path[:-1], {path[-1]: here[path[-1]]})
        here = _entry(here, path[-1])
    return tuple(path)


def _entry(data: object, step: str | int) -> object:
    if isinstance(data, list) and isinstance(step, int):
        return data[step]
    return data.get(step) if isinstance(data, dict) else None


def _failing_key(
    message: str, entries: Entries, path: list[str | int], data: object, type_: type[T]
) -> str | int:
    keys = list(entries)
    for key in keys[:-1]:
        try:
            msgspec.convert(_replaced(data, path, {key: entries[key]}), type_)
        except msgspec.ValidationError as error:
            if str(error) == message:
                return key
    return keys[-1]


def _replaced(data: object, path: list[str | int], value: object) -> object:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, list):
        return [_replaced(item, rest, value) if index == step else item for index, item in enumerate(data)]
    return {**data, step: _replaced(data[step], rest, value)} if isinstance(data, dict) else data


def _without(data: Entries, path: Path) -> Entries:
    step, rest = path[0], path[1:]
    inner = data.get(step)
    if rest and isinstance(inner, dict):
        return {**data, step: _without(inner, rest)}
    return {key: value for key, value in data.items() if key != step}
