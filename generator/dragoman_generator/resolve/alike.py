"""Fields of events that the payload holds as they are: `same` stands for one path for each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from dragoman_generator.language.root import SpecFile
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path


def spelled(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with a path for every field that `same` names; what an event says itself goes before."""
    kinds = {name: tuple(kind.fields) for name, kind in spec.data_types.items()}
    writer = _Writer(kinds, places)
    operations = {
        name: msgspec.structs.replace(item, emit=writer.block(item.emit, ("operations", name, "emit")))
        for name, item in spec.operations.items()
    }
    channels = {
        name: msgspec.structs.replace(item, emit=writer.block(item.emit, ("channels", name, "emit")))
        for name, item in spec.channels.items()
    }
    return msgspec.structs.replace(spec, operations=operations, channels=channels)


@dataclass(frozen=True)
class _Writer:
    kinds: Mapping[str, tuple[str, ...]]
    """Data type -> its fields."""
    places: Places

    def block(self, emit: Any, path: Path) -> Any:
        if isinstance(emit, list):
            return [self.block(entry, (*path, index)) for index, entry in enumerate(emit)]
        if not isinstance(emit, dict):
            return emit
        return {name: self.words(name, words, (*path, name)) for name, words in emit.items()}

    def words(self, name: str, words: Any, path: Path) -> Any:
        if not isinstance(words, dict):
            return words
        if name == "each":
            return {**words, "emit": self.block(words["emit"], (*path, "emit"))} if "emit" in words else words
        if "same" not in words:
            return words
        said, at = words["same"], (*path, "same")
        own = {key: value for key, value in words.items() if key != "same"}
        if said == "all" and name in self.kinds:
            found: list[tuple[str, str, Path]] = [(field, field, at) for field in self.kinds[name]]
        elif isinstance(said, list) and said and not (odd := [each for each in said if not _is_entry(each)]):
            found = [
                (*pair, where)
                for index, each in enumerate(said)
                for pair, where in _opened(each, (*at, index))
            ]
        elif isinstance(said, list) and said:
            self.places.add((*at, said.index(odd[0])), "an entry of 'same' is a field, or `field: path`")
            return own
        else:
            self.places.add(at, "'same' lists fields of the event; 'all' stands for those of a data type")
            return own
        alike = {field: value for field, value, _ in found if field not in own}
        for field, _, where in found:
            if field in alike:
                self.places.moved[*path, field] = self.places.written(where)
        return {**alike, **{key: value for key, value in own.items() if value is not None}}


def alike_names(said: object) -> frozenset[str]:
    """The fields of the event that a `same` names in a list."""
    entries = [each for each in said if _is_entry(each)] if isinstance(said, list) else []
    return frozenset(field for each in entries for (field, _), _ in _opened(each, ()))


def _is_entry(each: object) -> bool:
    return isinstance(each, str) or (
        isinstance(each, dict)
        and all(isinstance(path, str) and not path.startswith("=") for path in each.values())
    )


def _opened(each: str | dict[str, str], at: Path) -> list[tuple[tuple[str, str], Path]]:
    """((field, path in the payload), where it is written) of an entry of a `same`."""
    if isinstance(each, str):
        return [((each, each), at)]
    return [(pair, (*at, pair[0])) for pair in each.items()]
