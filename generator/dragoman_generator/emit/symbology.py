"""The module of symbol rules: ids from keys, keys from ids."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman_generator.ir.types import WireType
from dragoman_generator.ir.venue import Imports, Product, Venue
from dragoman_generator.resolve.names import literal

_KEY_TYPES = {"int": "int", "dec": "Decimal", "u8": "int", "u16": "int", "u32": "int"}
_READS = {"int": "int({})", "dec": "Decimal({})"}


@dataclass(frozen=True)
class RuleText:
    pattern: str


@dataclass(frozen=True)
class ProductText:
    """One product's functions, as lines."""

    name: str
    quoted: str
    constant: str
    key_name: str
    key_type: str
    key_names: str
    instruments: str
    rules: tuple[RuleText, ...]
    unpack: tuple[str, ...]
    unpack_raw: tuple[str, ...]
    make: tuple[str, ...]
    read: tuple[str, ...]
    raw: str
    more: str


def product_texts(venue: Venue) -> tuple[list[ProductText], Imports]:
    """Every product's functions and what they import."""
    needed: set[tuple[str, str]] = {
        ("dragoman.model", "InstrumentId"), ("dragoman.translate.facts", "Product"),
    }  # fmt: skip
    texts = [_product(product, needed) for product in venue.products.values()]
    if any("Decimal" in text.key_type for text in texts):
        needed.add(("decimal", "Decimal"))
    return texts, frozenset(needed)


def _product(product: Product, needed: set[tuple[str, str]]) -> ProductText:
    names = [name for name, _ in product.keys]
    types = [_key_type(kind) for _, kind in product.keys]
    single = len(names) == 1
    key_name = names[0] if single else "key"
    constant = product.name.upper()
    make: list[str] = []
    for rule in product.rules:
        if rule.when is not None:
            needed |= rule.when.imports
            make += [f"if {rule.when.text}:", f"    return InstrumentId({rule.make})"]
        else:
            make.append(f"return InstrumentId({rule.make})")
    if product.rules[-1].when is not None:
        make.append(f'raise ValueError(f"no form of instrument id fits {{{key_name}!r}}")')
    read: list[str] = []
    for index in range(1, len(product.rules) + 1):
        pattern = product.rules[index - 1].pattern
        key = ", ".join(_read_key(name, kind, pattern) for name, kind in product.keys)
        read += [f"found = _{constant}_{index}.fullmatch(instrument_id)", "if found is not None:"]
        made = key if single else f"({key})"
        read.append(f"    {key_name} = {made}")
        conditions = [f"{product.name}_id({key_name}) == instrument_id"]
        if product.belongs is not None:
            needed |= product.belongs.imports
            if not single:
                read.append(f"    {', '.join(names)} = key")
            conditions.append(f"({product.belongs.text})")
        read += [f"    if {' and '.join(conditions)}:", f"        return {key_name}"]
    rules = tuple(RuleText(literal(rule.pattern)) for rule in product.rules)
    unpack = () if single else (_unpacked(names, " ".join(make)),)
    unpack_raw = () if single else (_unpacked(names, product.raw),)
    return ProductText(
        name=product.name,
        quoted=literal(product.name),
        constant=constant,
        key_name=key_name,
        key_type=types[0] if single else f"tuple[{', '.join(types)}]",
        key_names=literal(tuple(names)),
        instruments=literal(product.instruments),
        rules=rules,
        unpack=unpack,
        unpack_raw=unpack_raw,
        make=tuple(make),
        read=tuple(read),
        raw=product.raw,
        more=(f", like={literal(product.like)}" if product.like else "")
        + (", apart=True" if product.apart else "")
        + (f", account={literal(product.account)}" if product.account else "")
        + (f", options={literal(product.options)}" if product.options else ""),
    )


def _unpacked(names: list[str], used_in: str) -> str:
    """The key's parts as names; those that nothing asks for begin with an underscore."""
    words = set(re.findall(r"[A-Za-z_]\w*", used_in))
    return f"{', '.join(name if name in words else f'_{name}' for name in names)} = key"


def _read_key(name: str, kind: WireType, pattern: str) -> str:
    """A key read back; one that this form of the id leaves out is the zero of its type."""
    if f"(?P<{name}>" not in pattern:
        return {"int": "0", "dec": "Decimal(0)"}.get(kind.kind, '""')
    return _READS.get(kind.kind, "{}").replace("{}", f"found[{literal(name)}]")


def _key_type(kind: WireType) -> str:
    return _KEY_TYPES.get(kind.kind, "str")
