"""Fields of events that the payload names alike: `same` stands for one path for each of them."""

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
            found = [(field, at) for field in self.kinds[name]]
        elif isinstance(said, list) and said and all(isinstance(field, str) for field in said):
            found = [(field, (*at, index)) for index, field in enumerate(said)]
        else:
            self.places.add(at, "'same' lists fields of the event; 'all' stands for those of a data type")
            return own
        alike = {field: field for field, _ in found if field not in own}
        for field, where in found:
            if field in alike:
                self.places.moved[*path, field] = self.places.written(where)
        return {**alike, **{key: value for key, value in own.items() if value is not None}}
