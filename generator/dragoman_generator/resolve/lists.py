"""Lists whose entries stand for what is named elsewhere, such as parameters and fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

Entry = TypeVar("Entry")
Meant = TypeVar("Meant")
Open = Callable[[Entry, Path], Iterable[tuple[str, Meant, Path]]]
"""(entry, where it stands) -> (name, what it means, where that is written) of each that it stands for."""


def opened(
    said: Sequence[Entry], path: Path, places: Places, kind: str, entry: Open[Entry, Meant]
) -> dict[str, Meant]:
    """Name -> what it means, in the order of the list; a `kind` that is said twice is told."""
    found: dict[str, Meant] = {}
    for index, each in enumerate(said):
        at: Path = (*path, index)
        for name, meant, written in entry(each, at):
            if name in found:
                places.add(at, f"{kind} {name!r} is said twice")
            found[name] = meant
            places.moved[*path, name] = written
    return found
