"""Every field of every event that a source gives, with what the spec says of it and what it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman_generator.explain.chains import Chain, chains
from dragoman_generator.ir.venue import Channel, Code, EachOut, EventOut, Operation, Out
from dragoman_generator.yaml.marks import Path


@dataclass(frozen=True, slots=True)
class Assignment:
    """One field of one event: its value as the spec says it (None where it is implied) and as code."""

    event: str
    nth: int
    """How many events of this type come before it in the source."""
    field: str
    said: object
    spec: Path
    code: Code
    reads: frozenset[Chain]


def assignments(source: Channel | Operation) -> Iterator[Assignment]:
    """In the order of the spec."""
    section = "operations" if isinstance(source, Operation) else "channels"
    said = _said(source.spec.emit, (section, source.name, "emit"))
    seen: dict[str, int] = {}
    named: dict[str, frozenset[Chain]] = {}
    _name(source.head if isinstance(source, Channel) else (), {"message": ()}, named)
    for (event, variables), (words, path) in zip(
        _flat(source.out, {"message": ()}, named), said, strict=True
    ):
        nth = seen.get(event.type_name, 0)
        seen[event.type_name] = nth + 1
        for name, code in event.named:
            key = "instrument" if name == "instrument_id" and name not in words else name
            yield Assignment(
                event.type_name,
                nth,
                name,
                words.get(key),
                (*path, key),
                code,
                _reads(code.text, variables, named),
            )


def _flat(
    out: tuple[Out, ...], variables: Mapping[str, Chain], named: dict[str, frozenset[Chain]]
) -> Iterator[tuple[EventOut, Mapping[str, Chain]]]:
    for item in out:
        if isinstance(item, EachOut):
            read = sorted(chains(item.source.text, variables), key=len)
            inner = {**variables, item.variable: read[-1] if read else ()}
            _name(item.head, inner, named)
            yield from _flat(item.body, inner, named)
        else:
            yield item, variables


def _name(lines: tuple[str, ...], variables: Mapping[str, Chain], named: dict[str, frozenset[Chain]]) -> None:
    """Adds to `named` what each value that a line gives a name is made of."""
    for line in lines:
        name, gives, code = line.partition(" = ")
        if gives and name.isidentifier():
            named[name] = _reads(code, variables, named)


def _reads(
    code: str, variables: Mapping[str, Chain], named: Mapping[str, frozenset[Chain]]
) -> frozenset[Chain]:
    """What the code reads itself, and what the named values in it are made of."""
    words = set(re.findall(r"[A-Za-z_]\w*", code))
    return frozenset(chains(code, variables)).union(*(named[word] for word in words & named.keys()))


def _said(emit: Any, path: Path) -> Iterator[tuple[Mapping[str, Any], Path]]:
    entries = (
        [((*path, index), entry) for index, entry in enumerate(emit)]
        if isinstance(emit, list)
        else [(path, emit)]
    )
    for base, entry in entries:
        for name, words in entry.items():
            if name == "each":
                yield from _said(words["emit"], (*base, name, "emit"))
            else:
                yield words, (*base, name)
