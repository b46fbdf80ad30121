"""`scale`: values that the wire counts in units of their instrument or currency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
from dragoman.model import INSTRUMENT_TYPES

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.scope import Binding
from dragoman_generator.expr.types import BOOL, DEC, INT, TEXT, Opt, strip_opt
from dragoman_generator.ir.venue import Code
from dragoman_generator.language.emit import Scale, Value
from dragoman_generator.language.venue import Currency
from dragoman_generator.resolve.model import targets
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

if TYPE_CHECKING:
    from dragoman_generator.resolve.place import Place
    from dragoman_generator.resolve.values import Values

FUNCTIONS = "dragoman.translate.functions"


def scaled(value: Value, place: Place, path: Path, values: Values) -> Code | None:
    """The value at `path` in the unit of the model; exact, or an error of its row."""
    assert isinstance(value.path, str)
    factor = factor_of(value.scale, place, (*path, "scale"), values)
    found = values.expressions.value(value.path, place.scope, (*path, "path"))
    if factor is None or found is None:
        return None
    there: Code | None = None
    if isinstance(found.type, Opt):
        text = f"({value.path.removeprefix('=').strip()}) != null"
        there = values.expressions.value(f"= {text}", place.scope, (*path, "path"), BOOL)
        scope = replace(place.scope, facts=place.scope.facts | values.expressions.shown(text, place.scope))
        found = values.expressions.value(value.path, scope, (*path, "path"))
        if there is None or found is None:
            return None
    if found.type not in (DEC, INT):
        hint = "give a default with ??" if isinstance(found.type, Opt) else None
        values.tell((*path, "path"), f"only numbers are scaled, and this is {found.type}", hint)
        return None
    code = times(found, factor, scale_of(value.scale, path, values))
    if there is None:
        return code
    return Code(f"({code.text} if {there.text} else None)", Opt(DEC), code.imports | there.imports)


def check_currencies(said: Mapping[str, Currency], places: Places) -> bool:
    """Whether any currency has a unit of its own; units that are no positive decimals are told."""
    for name, currency in said.items():
        try:
            unit = Decimal(currency.unit)
        except ArithmeticError:
            unit = Decimal(0)
        if not unit.is_finite() or unit <= 0:
            places.add(("currencies", name, "unit"), f"{currency.unit!r} is no unit", 'write it as "1e-8"')
    return bool(said)


def times(number: Code, factor: Code, scale: object) -> Code:
    """A number in its unit."""
    name = "divide" if isinstance(scale, Scale) and scale.divide else "multiply"
    needed = number.imports | factor.imports | {(FUNCTIONS, name)}
    return Code(f"{name}({number.text}, {factor.text})", DEC, needed)


def factor_of(said: object, place: Place, path: Path, values: Values) -> Code | None:
    """What a `scale` names: a field of the event's instrument, or the unit of a currency."""
    scale = scale_of(said, path, values)
    if scale is None:
        return None
    if isinstance(scale.currency, str):
        code = values.expressions.value(scale.currency, place.scope, (*path, "currency"))
        if code is None:
            return None
        if strip_opt(code.type) != TEXT or code.type != TEXT:
            values.tell((*path, "currency"), f"a currency is named by text, and this is {code.type}")
            return None
        if not values.has_currencies:
            values.tell((*path, "currency"), "no currency has a unit here", "add a 'currencies' section")
        return Code(f"scope.unit({code.text})", DEC, code.imports)
    if not isinstance(scale.instrument, str):
        values.tell(path, "a scale is a field of the instrument, or the unit of a currency")
        return None
    if place.identity is None:
        values.tell(path, "nothing here has an instrument whose field could be the scale")
        return None
    if not _is_number(scale.instrument, place, path, values):
        return None
    one = one_when(scale, path, values)
    text = f"scope.factor({place.identity.text}, {literal(scale.instrument)}{one})"
    return Code(text, DEC, place.identity.imports)


def scale_of(said: object, path: Path, values: Values) -> Scale | None:
    """A `scale` as its words: a mapping, a name of `units`, or a field of the instrument."""
    if isinstance(said, dict):
        try:
            return msgspec.convert(said, Scale)
        except msgspec.ValidationError as error:
            values.tell(path, str(error))
            return None
    if isinstance(said, str) and said in values.units:
        return values.units[said]
    return said if isinstance(said, Scale) else Scale(instrument=str(said))


def one_when(scale: Scale, path: Path, values: Values) -> str:
    """The further argument that tells which symbols are counted in ones, "" where none is."""
    if not isinstance(scale.one_when, str):
        return ""
    scope = values.expressions.scope({"symbol": Binding(TEXT, "symbol")})
    code = values.expressions.value(scale.one_when, scope, (*path, "one_when"), BOOL)
    return "" if code is None else f", lambda symbol: {code.text}"


def _is_number(name: str, place: Place, path: Path, values: Values) -> bool:
    """Whether the instruments of these products have a decimal of this name; what `info` holds is seen at run time."""
    if name.startswith("info."):
        return True
    products = [values.products[product] for product in place.products if product in values.products]
    kinds = {kind for product in products for kind in product.instruments} or set(INSTRUMENT_TYPES)
    numbers = {
        t.name
        for kind in kinds
        if kind in INSTRUMENT_TYPES
        for t in targets(kind)
        if t.type and strip_opt(t.type) == DEC
    }
    if name in numbers:
        return True
    values.tell(
        path, f"instruments have no decimal {name!r}", did_you_mean(name, numbers) or "or 'info.<name>'"
    )
    return False
