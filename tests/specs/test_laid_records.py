"""The generated lines that lay records over each other come to what the rules of the machine say, field by field."""

from __future__ import annotations

import importlib
import inspect
from decimal import Decimal
from random import Random
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from dragoman.machines import Merge
from msgspec import UNSET
from msgspec.structs import fields

VENUES = ("bitmex", "bybit")
ROWS = 300


def merges(venue: str) -> dict[str, Any]:
    """What makes a machine of merged records, by its channel."""
    module = importlib.import_module(f"dragoman_venues.{venue}.translator")
    makers = {name: each for name, each in vars(module).items() if name.startswith("_make_")}
    return {name: make for name, make in makers.items() if isinstance(make(""), Merge)}


def some(hint: Any, random: Random) -> Any:
    """A value of a type; what is empty comes often."""
    inside = get_args(hint)
    if get_origin(hint) is Literal:
        return random.choice(inside)
    if get_origin(hint) is list:
        return random.choice(([], [random.randint(1, 3)]))
    if inside:
        return some(random.choice(inside), random)
    whole = random.randint(0, 3)
    values = {str: random.choice(("", str(whole))), int: whole, Decimal: Decimal(whole), bool: whole > 1}
    return values.get(hint)


def row(kind: Any, key: frozenset[str], random: Random) -> Any:
    said: dict[str, Any] = dict.fromkeys(key, "key")
    for item in fields(kind):
        if item.name not in key and (item.required or random.random() < 0.5):
            said[item.name] = some(item.type, random)
        elif item.default is UNSET and random.random() < 0.5:
            said[item.name] = random.choice((None, ""))
    return kind(**said)


CASES = [(venue, name) for venue in VENUES for name in merges(venue)]


@pytest.mark.parametrize(("venue", "name"), CASES)
def test_a_record_laid_over_another_is_what_the_rules_make_of_it(venue: str, name: str) -> None:
    make, random = merges(venue)[name], Random(5)
    laid, usual = make(""), make("")
    kind = get_type_hints(laid._lay)["row"]
    lines = inspect.getsource(laid._lay)
    key = frozenset(item.name for item in fields(kind) if f"record.{item.name} =" not in lines)
    assert len(key) <= 1
    usual._lay = None
    for _ in range(ROWS):
        one, is_full = row(kind, key, random), random.random() < 0.1
        # What is empty is none for whoever reads it.
        left, right = (each.record("key", one, is_full) for each in (laid, usual))
        for item in fields(kind):
            said, wanted = getattr(left, item.name), getattr(right, item.name)
            assert said == wanted or (said in (None, "") and wanted in (None, "")), (item.name, one)


def test_there_are_such_records() -> None:
    assert len(CASES) >= 8
