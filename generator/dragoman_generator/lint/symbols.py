"""Symbology: an id says all that tells instruments apart, and every form of it is shown by an example."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from msgspec import UNSET

from dragoman_generator.ir.venue import Venue
from dragoman_generator.language.venue import IdRule, Product
from dragoman_generator.lint.findings import Finding
from dragoman_generator.lint.signing import slot_names
from dragoman_generator.resolve.templates import TemplateError, parse_template, slots
from dragoman_generator.yaml.marks import Path


def rules(product: Product) -> list[IdRule]:
    """The forms of a product's ids, a single one as a list."""
    return (
        [IdRule(id=product.instrument_id)]
        if isinstance(product.instrument_id, str)
        else product.instrument_id
    )


def whole_keys(venue: Venue) -> Iterator[Finding]:
    """Every key of a product stands in its id: else two instruments would have one."""
    for name, product in venue.merged.products.items():
        path: Path = ("products", name)
        said = rules(product)
        if not said:
            yield Finding((*path, "instrument_id"), "no form of the instrument id is given")
        keys = product.keys or {"symbol": "sym"}
        everywhere = {slot for rule in said for slot in slot_names(rule.id)}
        told = bool(everywhere - {"venue", *keys})
        for key in keys:
            if said and not told and key not in everywhere:
                yield Finding(
                    (*path, "instrument_id"),
                    f"no form of the id holds the key {key!r}: two instruments would have one id",
                )
        for index, rule in enumerate(said):
            where = (
                (*path, "instrument_id")
                if isinstance(product.instrument_id, str)
                else (*path, "instrument_id", index, "id")
            )
            yield from _lossless(rule.id, where)


def _lossless(text: str, path: Path) -> Iterator[Finding]:
    try:
        parts = parse_template(text)
    except TemplateError:
        return
    for slot in slots(parts):
        if slot.filters:
            yield Finding(
                path,
                f"{{{slot.name}|{slot.filters[0]}}} can't be read back: the letters' case is lost",
                "write the slot without filters",
            )
    for first, second in itertools.pairwise(parts):
        if not isinstance(first, str) and not isinstance(second, str):
            yield Finding(
                path,
                f"nothing stands between {{{first.name}}} and {{{second.name}}}: they can't be told apart",
            )


def shown(venue: Venue) -> Iterator[Finding]:
    """Each form of an id has an example that is made by it, and each example fits one."""
    for name, resolved in venue.products.items():
        spec = venue.merged.products[name]
        said = rules(spec)
        for index, (rule, form) in enumerate(zip(said, resolved.rules, strict=False)):
            fitting = [i for i in spec.examples.values() if re.fullmatch(form.pattern, i)]
            path: Path = (
                ("products", name, "instrument_id", index)
                if len(said) > 1
                else ("products", name, "instrument_id")
            )
            if not fitting:
                yield Finding(path, f"no example shows the form {rule.id!r}", "add one to 'examples'")
        for raw, identity in spec.examples.items():
            if not any(re.fullmatch(form.pattern, identity) for form in resolved.rules):
                yield Finding(
                    ("products", name, "examples", raw), f"{identity!r} is of no form that the product has"
                )


def some(venue: Venue) -> Iterator[Finding]:
    """Whatever moves data moves it for a product."""
    spec = venue.merged
    if not spec.products and (spec.operations or spec.channels or spec.connections):
        yield Finding(
            ("venue",),
            "the venue has no product, and whatever it sends is about one",
            "add a 'products' section",
            key=True,
        )


def covered(venue: Venue) -> Iterator[Finding]:
    """Every product is on a connection or an operation."""
    spec = venue.merged
    named = {product for connection in spec.connections.values() for product in connection.products}
    named |= {product for channel in spec.channels.values() for product in channel.products}
    for operation in spec.operations.values():
        named |= set(operation.http) if isinstance(operation.http, dict) else set()
    everywhere = any(isinstance(o.http, str) for o in spec.operations.values()) or any(
        not c.products for c in spec.connections.values()
    )
    for name in spec.products:
        if name not in named and not everywhere and named <= set(spec.products):
            yield Finding(
                ("products", name), f"no connection and no operation is of product {name!r}", key=True
            )


def catalogued(venue: Venue) -> Iterator[Finding]:
    """A venue with operations can list the instruments of each product."""
    for name, product in venue.merged.products.items():
        if product.catalog is UNSET and venue.merged.operations and not product.why:
            yield Finding(
                ("products", name),
                f"product {name!r} names no operation that lists its instruments",
                "add 'catalog', or say 'why' there is none",
                key=True,
            )
