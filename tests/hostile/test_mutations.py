"""Specs with something wrong somewhere: the check answers with diagnostics, and never with an exception."""

import ast
import copy
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from dragoman_generator.yaml.loader import load_bytes

from tests.hostile.mill import compiled, sources, spec

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
JUNK: tuple[Any, ...] = (
    "", " ", "= ", "= x", "= 1 + 'a'", "= row", "$x", "{x}", "{", "}", "a.b.c", "message", "rows", "request.x", "symbol", "price", "dec", "list<dec>",
    "list<Nope>", "maybe<text>", "ts(ms)", "BUY", "GET /x", "GET /{x}", "1s", "0s", "https://x.example", 0, -1, 1, 10**30, True, False, None, [], {},
    [[]], ["a"], ["symbol", "price"], {"a": 1}, {"const": 1}, {"path": "symbol"}, {"key": ["symbol"]}, {"rows_of": "symbol"}, {"fields": {}}, {"": ""},
)  # fmt: skip
ROUNDS = 40


def venues() -> Iterator[tuple[str, dict[str, Any]]]:
    """Sound venues: the one with every hole, and those of the golden cases; file name -> plain data."""
    yield "mill", {"mill.yaml": plain(spec({}).encode())}
    for folder in sorted(GOLDEN.glob("*/spec")):
        yield folder.parent.name, {
            path.name: plain(path.read_bytes()) for path in sorted(folder.glob("*.yaml"))
        }


def plain(raw: bytes) -> Any:
    document, found = load_bytes(raw, "x.yaml")
    assert document is not None
    assert not found
    return document.data


def written(value: Any) -> str:
    """The data as YAML on one line; keys keep their kind, which those of JSON would not."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return str(value) if isinstance(value, Decimal) else msgspec.json.encode(value).decode()


def texts(files: dict[str, Any]) -> dict[str, str]:
    return {file: written(data) for file, data in files.items()}


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every (container, key) of a tree."""
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in list(entries):
        yield value, key
        yield from places(inner)


def mutated(files: dict[str, Any], chance: random.Random) -> tuple[dict[str, Any], str]:
    """A copy with one or two places changed, and what was changed."""
    found = copy.deepcopy(files)
    told = []
    for _ in range(chance.choice((1, 1, 2))):
        everywhere = [place for data in found.values() for place in places(data) if place[1] != "spec"]
        container, key = chance.choice(everywhere)
        kind = chance.choice(("junk", "junk", "other", "gone", "renamed"))
        told.append(f"{kind} at {key!r} in {str(container)[:120]}")
        if kind == "gone":
            del container[key]
        elif kind == "renamed" and isinstance(container, dict):
            container[chance.choice(("x", "symbol", "price", "class", f"{key}x"))] = container.pop(key)
        elif kind == "other":
            other, place = chance.choice(everywhere)
            container[key] = copy.deepcopy(other[place])
        else:
            container[key] = copy.deepcopy(chance.choice(JUNK))
    return found, "; ".join(told)


@pytest.mark.parametrize(
    ("name", "files"), list(venues()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_fault_anywhere_is_a_diagnostic(name: str, files: dict[str, Any]) -> None:
    chance = random.Random(name)
    folder = GOLDEN / name / "spec"
    beside = {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}
    beside = {file: text for file, text in beside.items() if file not in files}
    _, faults = compiled(texts(files) | beside)
    assert not faults, "\n".join(map(str, faults))
    for number in range(ROUNDS):
        changed, told = mutated(files, chance)
        try:
            venue, diagnostics = compiled(texts(changed) | beside)
            if venue is None or diagnostics:
                assert all(str(one).isprintable() for one in diagnostics)
                continue
            for source in sources(venue).values():
                ast.parse(source)
        except Exception as error:
            raise AssertionError(f"{name}, round {number}: {told}") from error
