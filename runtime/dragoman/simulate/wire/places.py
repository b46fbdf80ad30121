"""What a private call is about: its product and its instrument, wherever the venue writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.model import InstrumentId
from dragoman.requests.facts import Operation
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.market import Market
from dragoman.simulate.wire.requests import instrument_of
from dragoman.translate.facts import Product

_MOST = 4_096


class Places:
    """Finds products and instruments of calls; `is_shared` where one account holds all products."""

    def __init__(
        self, products: Mapping[str, Product], markets: Mapping[str, Market], is_shared: bool
    ) -> None:
        self.products = products
        self.markets = markets
        self.is_shared = is_shared
        self._lower = {name.lower(): name for name in markets}
        self._naming: dict[tuple[str, str], list[str]] = {}
        """(operation, product) -> the parameters that name an instrument."""
        self._named: dict[tuple[str, ...], str] = {}
        """(product of the path, operation, instruments that it names) -> product, where nothing else says it."""
        self._known: dict[tuple[str, ...], tuple[InstrumentId, dict[str, Any]]] = {}
        """(operation, product, what its parameters of instruments say) -> the instrument, with its terms."""
        self._symbols = {
            name: {line.instrument.raw_symbol for line in market.lines.values()}
            for name, market in markets.items()
        }
        """Product -> what the venue calls its instruments."""
        self._all_symbols = frozenset().union(*self._symbols.values())

    def product(self, operation: Operation, product: str, given: Mapping[str, Any]) -> str:
        """The product of a call whose path doesn't say it: a parameter does, or the instrument that it names."""
        if product in self.markets and not _shares_path(operation, product):
            return product
        lower = self._lower
        for param in operation.params:
            word = given.get(param.wire)
            if word.__class__ is str and word.lower() in lower:
                return lower[word.lower()]
        symbols = [operation.name]
        for value in given.values():
            kind = value.__class__
            if kind is list or kind is dict or (kind is str and value.lower() in lower):
                return self._product(operation, given, product)
            if kind is str and value in self._all_symbols:
                symbols.append(value)
        if len(symbols) != 2:
            return self._product(operation, given, product)
        key = (product, *symbols)
        found = self._named.get(key)
        if found is None:
            found = self._named[key] = self._product(operation, given, product)
        return found

    def _product(self, operation: Operation, given: Mapping[str, Any], otherwise: str) -> str:
        rows = next((value for value in given.values() if isinstance(value, list)), [])
        for each in (given, *(row for row in rows if isinstance(row, dict))):
            words = [value for value in each.values() if isinstance(value, str)]
            said = {value.lower() for value in words} & self._lower.keys()
            if said:
                return next(name for name in self.markets if name.lower() in said)
            for name, market in self.markets.items():
                try:
                    known = instrument_of(operation, self.products[name], each)
                except Refused:
                    continue
                if known in market.lines or not self._symbols[name].isdisjoint(words):
                    return name
        if otherwise in self.markets:
            return otherwise
        return "" if self.is_shared else next(iter(self.markets))

    def known(self, operation: Operation, product: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """The terms of an instrument that the parameters name."""
        facts = self.products[product]
        wires = self._naming.get((operation.name, product))
        if wires is None:
            wires = self._naming[operation.name, product] = [
                param.wire for param in operation.params if param.fills in ("symbol", *facts.keys)
            ]
        said = (operation.name, product, *[str(given.get(wire)) for wire in wires])
        known = self._known.get(said)
        if known is None:
            identity = instrument_of(operation, facts, given)
            if identity is None:
                return self.known_by_value(product, given) or {"product": product, "instrument_id": None}
            known = identity, self._terms(product, identity)
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[said] = known
        line = self.markets[product].lines[known[0]]
        return {**known[1], "instrument": line.instrument}

    def _terms(self, product: str, identity: InstrumentId) -> dict[str, Any]:
        """The terms of an instrument but for itself; raises Refused for one that isn't traded."""
        if identity not in self.markets[product].lines:
            raise Refused(Reason.UNKNOWN_INSTRUMENT, f"no such instrument: {identity}")
        facts = self.products[product]
        key = facts.key_of(identity)
        parts = key if isinstance(key, tuple) else (key,)
        found = {"product": product, "instrument_id": identity, "raw": facts.raw(key)}
        return found | {f"key_{name}": str(part) for name, part in zip(facts.keys, parts, strict=True)}

    def known_by_value(self, product: str, given: Mapping[str, Any]) -> dict[str, Any] | None:
        """As `known`, for an instrument that stands in a parameter of no special kind."""
        facts = self.products[product]
        for identity, line in self.markets[product].lines.items():
            key = facts.key_of(identity)
            parts = key if isinstance(key, tuple) else (key,)
            raw = facts.raw(key)
            if any(value in (raw, *parts) for value in given.values() if isinstance(value, str)):
                found = {
                    "product": product,
                    "instrument_id": identity,
                    "raw": raw,
                    "instrument": line.instrument,
                }
                return found | {f"key_{n}": str(part) for n, part in zip(facts.keys, parts, strict=True)}
        return None


def _shares_path(operation: Operation, product: str) -> bool:
    """Whether an operation is asked for at one path for several products, so that only parameters tell which it is for."""
    paths = operation.paths
    return product in paths and list(paths.values()).count(paths[product]) > 1
