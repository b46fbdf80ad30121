"""Parameters of operations and channels: how callers name them, what they may hold, what of a normalized request they take."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.outgoing import ParamOut
from dragoman_generator.ir.types import INTEGER_KINDS, UNITS, EnumType, Field, WireType
from dragoman_generator.ir.venue import Product
from dragoman_generator.language.wire import Page, Param, ParamLike
from dragoman_generator.resolve.names import is_safe_identifier
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

FILLS = frozenset({"symbol", "start", "end", "limit", "interval", "product"})
_BAR = re.compile(r"[1-9]\d*-[A-Z_]+\Z")
_TAKEN = frozenset({"self", "product", "progress", "found", "list", "dict", "str", "int", "bool"})
"""Names that the generated methods themselves use."""
_KINDS = {
    **dict.fromkeys(("int", "int_text", "fx", *INTEGER_KINDS), "int"),
    **dict.fromkeys(("list", "many", "levels"), "list"),
    **dict.fromkeys(("any", "map", "record", "level"), "any"),
    "dec": "dec",
    "dec_num": "dec_num",
    "bool": "bool",
}


@dataclass(frozen=True)
class ParamResolver:
    """Resolves the parameters of one venue."""

    enums: Mapping[str, EnumType]
    products: Mapping[str, Product]
    places: Places
    types: frozenset[str] = frozenset()
    """Names of the venue's generated types, which a parameter may not hide."""

    def params(
        self, said: Mapping[str, ParamLike], fields: Mapping[str, Field], path: Path, page: Page | None
    ) -> tuple[ParamOut, ...]:
        """The parameters of one operation or channel, in the order of the specification."""
        found = [
            self.param(
                name,
                Param(type="") if isinstance(item, str) else item,
                fields[name].type,
                (*path, name),
                page,
                said.keys(),
            )
            for name, item in said.items()
            if name in fields
        ]
        symbols = [param for param in found if param.fills == "symbol"]
        if len(symbols) > 1:
            self.places.add(
                (*path, symbols[1].told), "two parameters take the symbol", "say 'from:' of one of them"
            )
        return tuple(found)

    def param(
        self, name: str, said: Param, kind: WireType, path: Path, page: Page | None, names: Collection[str]
    ) -> ParamOut:
        """One parameter."""
        called = name
        unit = UNITS.get(kind.arg, 0) if kind.is_time else 0
        if unit == UNITS["ms"] and not name.endswith("_ms"):
            called = f"{name}_ms"
        if called in _TAKEN or called in self.types or not is_safe_identifier(called):
            called = f"{called}_"
        allowed: tuple[object, ...] = () if said.enum is UNSET else tuple(said.enum)
        enum = self.enums[kind.ref] if kind.kind == "enum" else None
        means = _bar_lengths(enum)
        if enum is not None and enum.policy == "closed" and not allowed:
            allowed = tuple(wire for wire, _ in enum.values)
        for index, product in enumerate(said.products):
            if product not in self.products:
                self.places.add(
                    (*path, "products", index),
                    f"unknown product {product!r}",
                    did_you_mean(product, self.products),
                )
        words = [str(value) for value in (allowed or [wire for wire, _ in means])]
        for value, products in said.only.items():
            if value not in words:
                self.places.add(
                    (*path, "only", value), f"unknown value {value!r}", did_you_mean(value, words)
                )
            for index, product in enumerate(products):
                if product not in self.products:
                    told = f"unknown product {product!r}"
                    self.places.add((*path, "only", value, index), told, did_you_mean(product, self.products))
        for index, other in enumerate(said.instead_of):
            if other not in names:
                self.places.add(
                    (*path, "instead_of", index), f"unknown parameter {other!r}", did_you_mean(other, names)
                )
        return ParamOut(
            name=called,
            wire=name if said.wire is UNSET else said.wire,
            told=name,
            type=kind,
            kind="time" if unit else _KINDS.get(kind.kind, "text"),
            required=said.required,
            default=None if said.default is UNSET else said.default,
            usual=None if said.usual is UNSET else said.usual,
            allowed=allowed,
            least=None if said.min is UNSET else said.min,
            most=None if said.max is UNSET else said.max,
            place="" if said.place is UNSET else said.place,
            join=said.join,
            products=tuple(said.products),
            fills=self.fills(name, said, kind, bool(means), path, page),
            unit_ns=unit,
            means=means,
            exclusive=said.exclusive,
            instead_of=tuple(said.instead_of),
            only=tuple((value, tuple(products)) for value, products in said.only.items()),
            doc=said.doc,
        )

    def fills(self, name: str, said: Param, kind: WireType, bars: bool, path: Path, page: Page | None) -> str:
        """What of a normalized request goes into the parameter, "" where nothing does."""
        if said.from_ is not UNSET:
            known = (
                FILLS
                | {"session_token"}
                | {key for product in self.products.values() for key, _ in product.keys}
            )
            if said.from_ not in known:
                self.places.add(
                    (*path, "from"),
                    f"a normalized request has no {said.from_!r}",
                    did_you_mean(said.from_, known),
                )
            return said.from_
        if page is not None:
            for word in ("start", "end", "limit"):
                if getattr(page, word) == name:
                    return word
        if kind.kind == "sym" or (kind.kind == "list" and kind.item is not None and kind.item.kind == "sym"):
            return "symbol"
        return "interval" if bars else ""


def _bar_lengths(enum: EnumType | None) -> tuple[tuple[str | int, str], ...]:
    """The values of an enum whose meanings are all bar specifications."""
    if enum is None or enum.model or not enum.values:
        return ()
    found = tuple((wire, str(meaning)) for wire, meaning in enum.values)
    return found if all(_BAR.match(meaning) for _, meaning in found) else ()
