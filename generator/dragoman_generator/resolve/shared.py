"""Mappings that several sources share: every name in an `emit` stands for the entries that `emits` gives it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.language.emit import Emit
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.wire import Channel, Operation
from dragoman_generator.resolve.alike import alike_names
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

T = TypeVar("T", Channel, Operation)


def expanded(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with every named mapping in its place; a name that nothing uses, or that nothing has, is told."""
    if not spec.emits and not _names_any(spec):
        return spec
    opener = _Opener(spec.emits, places)
    operations = {name: opener.owner("operations", name, item) for name, item in spec.operations.items()}
    channels = {name: opener.owner("channels", name, item) for name, item in spec.channels.items()}
    for name in spec.emits:
        if name not in opener.used:
            places.add(("emits", name), f"nothing uses {name!r}", "remove it", key=True)
    return msgspec.structs.replace(spec, operations=operations, channels=channels)


def _names_any(spec: SpecFile) -> bool:
    return any(_names(item.emit, ()) for each in (spec.operations, spec.channels) for item in each.values())


def _names(emit: object, known: Container[str]) -> bool:
    if isinstance(emit, str):
        return True
    if isinstance(emit, list):
        return any(_names(entry, known) for entry in emit)
    if not isinstance(emit, dict):
        return False
    inner = emit.get("each")
    named = "where" in emit or _holds_like(emit) or any(name in known for name in emit)
    return named or (isinstance(inner, dict) and _names(inner.get("emit"), known))


def _holds_where(entry: object) -> bool:
    return isinstance(entry, dict) and "where" in entry


def _holds_like(entry: object) -> bool:
    return isinstance(entry, dict) and any(
        isinstance(words, dict) and ("like" in words or "without" in words) for words in entry.values()
    )


def _laid_over(own: Mapping[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an event with others in their place; null leaves a field out."""
    changed = alike_names(words.get("same"))
    kept = {**{field: value for field, value in own.items() if field not in changed}, **words}
    if isinstance(own.get("let"), dict) and isinstance(words.get("let"), dict):
        kept["let"] = {**own["let"], **words["let"]}
    if isinstance(own.get("same"), list) and isinstance(words.get("same"), list):
        kept["same"] = [*own["same"], *words["same"]]
    if "same" not in kept:  # which would name a field that null leaves out
        kept = {field: value for field, value in kept.items() if value is not None}
    return kept


def _guarded(words: Any, when: str) -> Any:
    """The words of an event or a fan-out that also needs `when`."""
    if not isinstance(words, dict):
        return words
    both = [each.removeprefix("=").strip() for each in (when, words.get("when")) if isinstance(each, str)]
    return {**words, "when": "= " + " and ".join(f"({each})" for each in both)}


@dataclass
class _Opener:
    emits: Mapping[str, Emit]
    places: Places
    used: set[str] = field(default_factory=set)

    def owner(self, section: str, name: str, item: T) -> T:
        if not _names(item.emit, self.emits):
            return item
        path = (section, name, "emit")
        return msgspec.structs.replace(item, emit=self.opened(item.emit, path, path, ()))

    def opened(self, emit: Any, at: Path, said: Path, within: tuple[str, ...]) -> list[Any]:
        """The entries of an emit block that will stand at `at` and is written at `said`."""
        found: list[Any] = []
        for where, entry in self.entries(emit, said, within):
            place = (*at, len(found))
            self.places.moved[place] = where
            inner = entry.get("each") if isinstance(entry, dict) else None
            if isinstance(inner, dict) and _names(inner.get("emit"), self.emits):
                deep = self.opened(
                    inner["emit"], (*place, "each", "emit"), (*where, "each", "emit"), self.of(where, within)
                )
                entry = {**entry, "each": {**inner, "emit": deep}}
            found.append(entry)
        return found

    def entries(self, emit: Any, said: Path, within: tuple[str, ...]) -> list[tuple[Path, Any]]:
        """(where it is written, entry) of each entry, names replaced by what they stand for."""
        if isinstance(emit, str):
            if emit not in self.emits:
                self.places.add(
                    said,
                    f"unknown mapping {emit!r}",
                    did_you_mean(emit, self.emits)
                    or "an event needs a mapping of its fields; a bare name is one of `emits`",
                )
                return []
            if emit in within:
                self.places.add(said, f"{emit!r} holds itself")
                return []
            self.used.add(emit)
            return self.entries(self.emits[emit], ("emits", emit), (*within, emit))
        if isinstance(emit, list):
            return [
                pair
                for index, entry in enumerate(emit)
                for pair in (
                    self.entries(entry, (*said, index), within)
                    if isinstance(entry, str)
                    or _holds_where(entry)
                    or _holds_like(entry)
                    or self.changes(entry)
                    else [((*said, index), entry)]
                )
            ]
        if _holds_where(emit):
            return self.conditional(emit, said, within)
        if self.changes(emit):
            return self.changed(emit, said, within)
        if _holds_like(emit):
            return [(said, {name: self.taken(words, (*said, name), within) for name, words in emit.items()})]
        return [(said, emit)]

    def changes(self, entry: object) -> bool:
        """Whether an entry is a mapping of `emits` with fields of its own."""
        return isinstance(entry, dict) and any(name in self.emits for name in entry)

    def changed(
        self, entry: Mapping[str, Any], said: Path, within: tuple[str, ...]
    ) -> list[tuple[Path, Any]]:
        """The one event of a named mapping, with what the entry says in place of its own; null leaves a field out."""
        (name, words), *more = entry.items()
        only = self.only(name, said, within)
        if more or not isinstance(words, dict) or only is None:
            self.places.add(
                (*said, name), f"fields are changed in a mapping of one event, and {name!r} is none", key=True
            )
            return []
        event, own, where = only
        words = self.taken(words, (*said, name), within) if "like" in words else words
        return [((*said, name), {event: self.over(own, words, (*said, name), (*said, name, event), where)})]

    def taken(self, words: Any, said: Path, within: tuple[str, ...]) -> Any:
        """The fields of an event with those of the mapping that it is like, of another type as they may be."""
        if not isinstance(words, dict):
            return words
        if "like" not in words:
            if "without" in words:
                self.places.add(
                    (*said, "without"), "nothing is left out where an event is like none", key=True
                )
            return {field: value for field, value in words.items() if field != "without"}
        name, own = words["like"], {field: value for field, value in words.items() if field != "like"}
        only = self.only(name, (*said, "like"), within) if isinstance(name, str) else None
        if only is None:
            if not isinstance(name, str) or name in self.emits:
                self.places.add(
                    (*said, "like"), f"an event is like a mapping of one event, and {name!r} is none"
                )
            return own
        return self.over(only[1], own, said, said, only[2])

    def over(
        self, own: Mapping[str, Any], words: Mapping[str, Any], said: Path, at: Path, where: Path
    ) -> dict[str, Any]:
        """The fields of an event with others in their place, and without those that `without` lists."""
        left = words.get("without", [])
        known = {*own, *alike_names(own.get("same"))}
        listed = left if isinstance(left, list) and all(isinstance(each, str) for each in left) else None
        if listed is None:
            self.places.add((*said, "without"), "'without' lists fields of the mapping that this one is like")
        for index, each in enumerate(listed or ()):
            if each not in known:
                self.places.add(
                    (*said, "without", index), f"there is no {each!r} to leave out", did_you_mean(each, known)
                )
        kept = {field: value for field, value in words.items() if field != "without"}
        for each in own:
            if each not in words:
                self.places.moved[*at, each] = (*where, each)
        return _laid_over(own, {**dict.fromkeys(each for each in listed or () if each in known), **kept})

    def only(self, name: str, said: Path, within: tuple[str, ...]) -> tuple[str, dict[str, Any], Path] | None:
        """The one event of a named mapping, its fields, and where they are written; None where there is another number."""
        found = self.entries(name, said, within)
        events = [
            (each, where) for where, inner in found if isinstance(inner, dict) for each in inner.items()
        ]
        if len(events) != 1:
            return None
        (event, words), where = events[0]
        return None if event == "each" or not isinstance(words, dict) else (event, words, (*where, event))

    def conditional(
        self, entry: Mapping[str, Any], said: Path, within: tuple[str, ...]
    ) -> list[tuple[Path, Any]]:
        """The entries of a `where`, each with its condition."""
        words, path = entry["where"], (*said, "where")
        if len(entry) > 1 or not isinstance(words, dict) or set(words) != {"when", "emit"}:
            self.places.add(path, "'where' stands alone, with 'when' and 'emit'")
            return []
        return [
            (where, {name: _guarded(inner, words["when"]) for name, inner in found.items()})
            for where, found in self.entries(words["emit"], (*path, "emit"), within)
        ]

    def of(self, where: Path, within: tuple[str, ...]) -> tuple[str, ...]:
        """The names that an entry stands within, with the one whose entry it is."""
        return (*within, str(where[1])) if where[0] == "emits" else within
