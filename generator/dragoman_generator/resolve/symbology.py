"""Products to compiled symbol rules, checked on their own examples both ways."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.model import INSTRUMENT_TYPES
from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.check import check
from dragoman_generator.expr.evaluate import evaluate
from dragoman_generator.expr.parser import parse
from dragoman_generator.expr.scope import Binding, Scope
from dragoman_generator.expr.types import BOOL, TEXT
from dragoman_generator.ir.types import WireType
from dragoman_generator.ir.venue import IdRule, Product
from dragoman_generator.language.venue import IdRule as IdRuleSpec
from dragoman_generator.language.venue import Product as ProductSpec
from dragoman_generator.resolve.expressions import Expressions
from dragoman_generator.resolve.templates import Part, TemplateError, f_string, parse_template, pattern, slots
from dragoman_generator.resolve.wiretext import WireTypeError, parse_wire_type
from dragoman_generator.yaml.marks import Path

_GROUPS = {"int": r"-?\d+", "dec": r"-?\d+(?:\.\d+)?", "u16": r"\d+", "u32": r"\d+"}


def resolve_product(name: str, spec: ProductSpec, venue: str, expressions: Expressions) -> Product | None:
    """One product; None with its faults told."""
    path: Path = ("products", name)
    places = expressions.places
    for index, kind in enumerate(spec.instruments):
        if kind not in INSTRUMENT_TYPES:
            places.add(
                (*path, "instruments", index),
                f"unknown instrument type {kind!r}",
                did_you_mean(kind, INSTRUMENT_TYPES),
            )
    keys: dict[str, WireType] = {}
    for key, text in (spec.keys or {"symbol": "sym"}).items():
        try:
            keys[key] = parse_wire_type(text, {}, {})
        except WireTypeError as error:
            places.add((*path, "keys", key), str(error), error.hint)
    rules_said = (
        [IdRuleSpec(id=spec.instrument_id)] if isinstance(spec.instrument_id, str) else spec.instrument_id
    )
    reading = expressions.reading
    scope = expressions.scope(
        {key: Binding(reading.expression_type(kind), key) for key, kind in keys.items()}
    )
    rules: list[IdRule] = []
    for index, rule in enumerate(rules_said):
        where = (
            (*path, "instrument_id")
            if isinstance(spec.instrument_id, str)
            else (*path, "instrument_id", index, "id")
        )
        parts = _parts(rule.id, keys, where, expressions)
        when = None
        if rule.when is not UNSET:
            when = expressions.value(rule.when, scope, (*path, "instrument_id", index, "when"), BOOL)
        elif index < len(rules_said) - 1:
            places.add(where, "only the last form of an instrument id goes without 'when'")
        if parts is None:
            continue
        has_venue = any(slot.name == "venue" for slot in slots(parts))
        whole: tuple[Part, ...] = parts if has_venue else (*parts, f".{venue}")
        groups = {key: _GROUPS[kind.kind] for key, kind in keys.items() if kind.kind in _GROUPS}
        if has_venue:
            groups["venue"] = r"[^.]+"
        rules.append(IdRule(f_string(whole, lambda slot: slot), pattern(whole, groups), when))
    raw = _parts(spec.raw, keys, (*path, "raw"), expressions)
    belongs = (
        expressions.value(spec.belongs, scope, (*path, "belongs"), BOOL)
        if spec.belongs is not UNSET
        else None
    )
    if raw is None or not rules:
        return None
    return Product(
        name,
        tuple(keys.items()),
        tuple(spec.instruments),
        tuple(rules),
        f_string(raw, lambda slot: slot),
        belongs,
        spec.examples,
        "" if spec.like is UNSET else spec.like,
        account=spec.account,
        options=tuple(spec.options),
    )


def _parts(
    text: str, keys: Mapping[str, WireType], path: Path, expressions: Expressions
) -> tuple[Part, ...] | None:
    try:
        parts = parse_template(text)
    except TemplateError as error:
        expressions.places.add(path, str(error))
        return None
    for slot in slots(parts):
        if slot.name not in keys:
            expressions.places.add(
                path, f"slot {slot.name!r} is no key of the product", did_you_mean(slot.name, keys)
            )
            return None
    return parts


def check_examples(
    specs: Mapping[str, ProductSpec], products: Mapping[str, Product], venue: str, expressions: Expressions
) -> None:
    """Every example must be made by its product's rule, and by no other product's."""
    seen: dict[str, tuple[str, str]] = {}
    for name, spec in specs.items():
        if name not in products:
            continue
        if spec.like is not UNSET and (spec.like not in specs or specs[spec.like].like is not UNSET):
            expressions.places.add(
                ("products", name, "like"),
                f"{spec.like!r} is no product with instruments of its own",
                did_you_mean(spec.like, specs),
            )
        if spec.like is not UNSET:
            continue
        for raw, expected in spec.examples.items():
            path: Path = ("products", name, "examples", raw)
            made = _make(spec, raw, venue)
            if made is not None and made != expected:
                expressions.places.add(path, f"the rule makes {made!r} of {raw!r}, not {expected!r}")
            if expected in seen and seen[expected] != (name, raw):
                other = seen[expected]
                expressions.places.add(
                    path,
                    f"{expected!r} already stands for {other[1]!r} of product {other[0]!r}: ids must tell products apart",
                )
            seen[expected] = (name, raw)
            takers = [
                p
                for p, s in specs.items()
                if p in products and s.like is UNSET and takes(s, products[p], expected, venue)
            ]
            if made == expected and takers != [name]:
                told = "no product" if not takers else " and ".join(repr(p) for p in takers)
                expressions.places.add(
                    path, f"read back, {expected!r} is of {told}", "add 'belongs' to tell the products apart"
                )


def told_apart(specs: Mapping[str, ProductSpec]) -> frozenset[str]:
    """Products whose symbols no other product's rule takes, as far as the examples show."""
    own = {name: spec for name, spec in specs.items() if spec.like is UNSET}
    takers = {
        (name, raw): [
            other
            for other, each in own.items()
            if each.belongs is UNSET or _holds(each.belongs, _single_key(each) or "", raw)
        ]
        for name, spec in own.items()
        for raw in spec.examples
    }
    return frozenset(
        name
        for name in own
        if all(found == [of] for (of, _), found in takers.items() if name == of or name in found)
    )


def _single_key(spec: ProductSpec) -> str | None:
    keys = spec.keys or {"symbol": "sym"}
    return next(iter(keys)) if len(keys) == 1 else None


def _make(spec: ProductSpec, raw: str, venue: str) -> str | None:
    """The id that the rule makes of a raw symbol, by the reference evaluator; None for products of several keys."""
    key = _single_key(spec)
    if key is None:
        return None
    rules = [IdRuleSpec(id=spec.instrument_id)] if isinstance(spec.instrument_id, str) else spec.instrument_id
    for rule in rules:
        if rule.when is UNSET or _holds(rule.when, key, raw):
            try:
                parts = parse_template(rule.id)
            except TemplateError:
                return None
            return "".join(part if isinstance(part, str) else raw for part in parts) + f".{venue}"
    return None


def _holds(text: str, key: str, raw: str) -> bool:
    scope = Scope(names={key: Binding(TEXT, key)})
    try:
        return bool(evaluate(check(parse(text.removeprefix("=").strip()), scope), {key: raw}))
    except Exception:  # told already where the rule stands
        return False


def takes(spec: ProductSpec, product: Product, instrument_id: str, venue: str) -> bool:
    """Whether an id is one of a product's, by the reference evaluator."""
    key = _single_key(spec)
    if key is None:
        return any(re.fullmatch(rule.pattern, instrument_id) for rule in product.rules)
    for rule in product.rules:
        match = re.fullmatch(rule.pattern, instrument_id)
        raw = match[key] if match and key in match.groupdict() else None
        if raw is None or _make(spec, raw, venue) != instrument_id:
            continue
        if spec.belongs is UNSET or _holds(spec.belongs, key, raw):
            return True
    return False
