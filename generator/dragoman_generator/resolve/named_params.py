"""Parameters that several calls and channels share: a name in a list of `params` stands for the one of that name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec
from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.language.family import Family
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.wire import Channel, Operation, Param, ParamLike, by_name
from dragoman_generator.language.words import Ident, Shared
from dragoman_generator.resolve.lists import opened
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

T = TypeVar("T", Channel, Family, Operation)
_PREFIXED = re.compile(r"(\w+) as (\w+)")


def named(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with the parameters of every list by their names; one that nothing takes, or that nothing is, is told."""
    opener = _Opener(places)
    for said, param in spec.params.items():
        for name in said.split(", "):
            if name in opener.shared:
                places.add(("params", said), f"parameter {name!r} is said twice", key=True)
            opener.shared[name] = (said, param)
    found = msgspec.structs.replace(
        spec,
        families={name: opener.owner("families", name, item) for name, item in spec.families.items()},
        operations={name: opener.owner("operations", name, item) for name, item in spec.operations.items()},
        channels={name: opener.owner("channels", name, item) for name, item in spec.channels.items()},
    )
    for name, (said, _) in opener.shared.items():
        if name not in opener.used:
            places.add(("params", said), f"nothing takes {name!r}", "remove it", key=True)
    return found


def on_the_wire(spec: SpecFile) -> SpecFile:
    """The venue with the wire name of every parameter of a call, where its keys are spelled otherwise than names are."""
    if spec.venue is UNSET or spec.venue.spelling == "as_written":
        return spec
    operations = {
        name: msgspec.structs.replace(
            item, params={called: _spelled(called, param) for called, param in by_name(item.params).items()}
        )
        for name, item in spec.operations.items()
    }
    return msgspec.structs.replace(spec, operations=operations)


def _spelled(name: str, said: ParamLike) -> ParamLike:
    """A parameter with its name in camel case for the wire, unless it says another or is written alike."""
    param = Param(type=said) if isinstance(said, str) else said
    head, *words = name.split("_")
    wire = head + "".join(word.capitalize() for word in words)
    if param.wire is not UNSET or wire == name:
        return said
    return msgspec.structs.replace(param, wire=wire)


@dataclass
class _Opener:
    places: Places
    shared: dict[str, tuple[str, ParamLike | list[Shared | dict[Ident, ParamLike]]]] = field(
        default_factory=dict
    )
    """Name -> (the key that it is written under, with others where several are alike; the parameter, or its list)."""
    used: set[str] = field(default_factory=set)

    def owner(self, section: str, name: str, item: T) -> T:
        if item.params is UNSET or isinstance(item.params, dict):
            return item
        path = (section, name, "params")
        params = opened(
            item.params, path, self.places, "parameter", lambda entry, at: self.entry(entry, at, ())
        )
        return msgspec.structs.replace(item, params=params)

    def entry(
        self, entry: str | Mapping[str, ParamLike], at: Path, within: tuple[str, ...]
    ) -> Iterator[tuple[str, ParamLike, Path]]:
        """(name, parameter, where it is written) of what an entry of a list stands for."""
        if not isinstance(entry, str):
            yield from ((name, param, (*at, name)) for name, param in entry.items())
            return
        if (prefixed := _PREFIXED.fullmatch(entry)) is not None:
            for name, param, written in self.entry(prefixed[1], at, within):
                if not isinstance(param, str) and param.wire is not UNSET:
                    told = f"{name!r} is called {param.wire!r} on the wire, whatever stands before its name"
                    self.places.add(at, told)
                yield f"{prefixed[2]}_{name}", param, written
            return
        self.used.add(entry)
        said, named = self.shared.get(entry, ("", None))
        if named is None:
            hint = did_you_mean(entry, self.shared)
            self.places.add(at, f"unknown parameter {entry!r}", hint or "a bare name is one of `params`")
        elif not isinstance(named, list):
            yield entry, named, ("params", said)
        elif entry in within:
            self.places.add(at, f"list {entry!r} holds itself")
        else:
            for index, inner in enumerate(named):
                yield from self.entry(inner, ("params", said, index), (*within, entry))
