"""What a venue's generated package holds for a simulation, and what a venue is made of by it."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import msgspec

from dragoman.requests.facts import Interface
from dragoman.simulate.backwards import Backwards
from dragoman.simulate.exchange.amounts import rungs
from dragoman.simulate.exchange.rules import Rules
from dragoman.simulate.facts import Inverse
from dragoman.simulate.images.facts import Simulated
from dragoman.simulate.images.nested import NestedRows
from dragoman.translate.translator import Translator
from dragoman.venue import load


class Tables(msgspec.Struct, frozen=True):
    """The tables of one venue."""

    translator_type: type[Translator]
    interface: Interface
    inverse: Inverse
    simulated: Simulated


def tables_of(venue: str) -> Tables:
    """The tables of an installed venue."""
    package = load(venue).module.__name__
    translator_type: type[Translator] = import_module(f"{package}.translator").Translator
    interface: Interface = import_module(f"{package}.facts").INTERFACE
    inverse: Inverse = import_module(f"{package}.inverse").INVERSE
    simulated = Simulated()
    if find_spec(f"{package}.simulated") is not None:
        simulated = import_module(f"{package}.simulated").SIMULATED
        inverse = msgspec.structs.replace(
            inverse,
            forms={**inverse.forms, **simulated.forms},
            usual={**inverse.usual, **simulated.usual},
        )
    return Tables(translator_type, interface, inverse, simulated)


def rules_of(tables: Tables, product: str, rules: Rules | None) -> Rules | None:
    """The rules of a product's exchange, with the prices of its ladder where they name none."""
    if tables.inverse.ids != "number":
        rules = msgspec.structs.replace(rules or Rules(), ids=tables.inverse.ids)
    behind = tables.inverse.behind
    if rules is None or (rules.would_take, rules.unfilled) == ("refuse", "canceled"):
        own = {"would_take": behind.would_take, "unfilled": behind.unfilled}
        rules = msgspec.structs.replace(rules or Rules(), **own)
    if product in behind.spawns:
        rules = msgspec.structs.replace(rules or Rules(), spawns=True)
    ladder = tables.simulated.ladders.get(product, ())
    if not ladder or (rules is not None and rules.ladder):
        return rules
    return msgspec.structs.replace(rules or Rules(), ladder=rungs(ladder))


def nest(backwards: Backwards, simulated: Simulated, interface: Interface) -> None:
    """Lets catalogs be built whose instruments are rows of rows."""
    translator = backwards.translator
    for name, nested in simulated.nested.items():
        product = next(each for each, (listing, _) in interface.catalogs.items() if listing == name)

        def read(tree: Any, now_ns: int, name: str = name, product: str = product) -> list[Any]:
            body = msgspec.json.encode(tree)
            return translator.translate(name, body, product=product, ts_init=now_ns)

        backwards.nested[name] = NestedRows(backwards, name, nested, product, read)
