"""Parameters of a call: found by name, held to what the venue takes, written as it writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

from dragoman.errors import InvalidParameter
from dragoman.errors.base import nearest
from dragoman.requests.facts import Param


@dataclass(frozen=True, slots=True)
class Names:
    """The parameters of one call for one product: by every name of theirs, and what stands where nothing is given."""

    declared: tuple[Param, ...]
    known: Mapping[str, Param]
    places: Mapping[int, int]
    """Id of a parameter -> where it stands among the declared ones."""
    usual: tuple[tuple[int, Param, Any, str], ...]
    """(place, parameter, its value where none is given, what is wrong where that is none), of those that nothing is missing without."""
    rules_out: Mapping[str, frozenset[str]]
    """Name of a parameter that goes instead of others -> their names."""


_MOST_KEPT = 10_000
_kept: dict[tuple[int, str], Names] = {}


def names_of(declared: tuple[Param, ...], product: str) -> Names:
    """The names of a call's parameters, worked out once for each tuple of them."""
    key = (id(declared), product)
    found = _kept.get(key)
    if found is None or found.declared is not declared:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        found = _kept[key] = _names(declared, product)
    return found


def _names(declared: tuple[Param, ...], product: str) -> Names:
    known: dict[str, Param] = {}
    for param in sorted(declared, key=lambda each: not each.products or product in each.products):
        # One key may be several products' own parameters: the product's own comes last.
        known |= dict.fromkeys((param.told, param.wire, param.name), param)
    # A parameter goes by its own name before another one does that is sent under the same key.
    known |= {each.name: each for each in declared if not each.products or product in each.products}
    usual: list[tuple[int, Param, Any, str]] = []
    for place, param in enumerate(declared):
        if param.products and product not in param.products:
            continue
        if param.fills == "product":
            missing = "is missing; pass product=" if param.required else ""
            usual.append((place, param, called(param, product), missing))
        elif param.default is not None or param.required:
            usual.append((place, param, param.default, "is missing" if param.required else ""))
    places = {id(param): place for place, param in enumerate(declared)}
    rules_out = {
        name: frozenset(each.name for each in declared if each.told in known[name].instead_of)
        for name in dict.fromkeys(each.name for each in declared)
        if known[name].instead_of
    }
    return Names(declared, known, places, tuple(usual), rules_out)


class Checker:
    """Checks the parameters of one action of one venue; every fault is an InvalidParameter."""

    __slots__ = ("action", "venue")

    def __init__(self, venue: str, action: str) -> None:
        self.venue = venue
        self.action = action

    def check(
        self, params: Iterable[Param], given: Mapping[str, Any], product: str
    ) -> list[tuple[Param, Any]]:
        """Each parameter that has a value, in declared order, with the value in the venue's form."""
        names = names_of(params if isinstance(params, tuple) else tuple(params), product)
        known = names.known
        places = names.places
        values: dict[str, Any] = {}
        found_at: dict[int, Any] = {}
        for name, value in given.items():
            found = known.get(name)
            if found is None:
                raise self.unknown(name, {each.name for each in names.declared})
            if value is None:
                continue
            if found.products and product not in found.products:
                raise self.fault(name, f"belongs to {', '.join(found.products)}, not to {product or 'this'}")
            if found.name in values:
                raise self.fault(name, f"is given twice, also as {found.name!r}")
            checked = values[found.name] = found_at[places[id(found)]] = self.value(found, value)
            if found.only and not found.takes(checked, product):
                raise self.fault(
                    name, f"can't be {checked!r} of {product}, but of {', '.join(found.only[checked])}"
                )
            if found.fills == "product" and product and checked != called(found, product):
                raise self.fault(name, f"is {checked!r}, and the call is about {product!r}")
        for place, param, usual, missing in names.usual:
            if param.name not in values:
                if usual is not None:
                    found_at[place] = usual
                elif missing:
                    raise self.fault(param.name, missing)
        for name, others in names.rules_out.items():
            beside = others & values.keys() if name in values else ()
            if beside and values[name] not in (False, known[name].usual):
                raise self.fault(name, f"goes instead of {', '.join(sorted(beside))}, not beside it")
        declared = names.declared
        return [(declared[place], found_at[place]) for place in sorted(found_at)]

    def pairs(self, param: Param, value: Any) -> list[tuple[str, str]]:
        """A value as it stands in a query or form; items that the venue could not tell apart are refused."""
        if isinstance(value, list) and param.join == "comma" and any("," in plain(each) for each in value):
            raise self.fault(param.name, "holds an item with a comma, and commas part its items")
        return in_pairs(param, value)

    def unknown(self, name: str, known: Iterable[str]) -> InvalidParameter:
        names = sorted(known)
        hint = nearest(name, names)
        meant = f"; did you mean {hint!r}?" if hint else f"; there are {', '.join(names) or 'none'}"
        return self.fault(name, f"is unknown{meant}")

    def fault(self, name: str, why: str) -> InvalidParameter:
        return InvalidParameter(self.venue, self.action, name, why)

    # -- values --------------------------------------------------------------------------------------------------------

    def value(self, param: Param, value: Any) -> Any:
        """`value` in the venue's form, as text, int, Decimal, bool or a list; a float is refused."""
        if type(value) is str and param.kind == "text" and (not param.allowed or value in param.allowed):
            return value  # as most are
        if isinstance(value, float):
            raise self.fault(param.name, f"is a float; give it as text or Decimal: '{value!r}'")
        found = self._typed(param, value)
        if param.allowed and found not in param.allowed:
            told = ", ".join(str(each) for each in param.allowed)
            hint = nearest(str(value), [str(each) for each in param.allowed])
            meant = f" (did you mean {hint!r}?)" if hint else ""
            raise self.fault(param.name, f"can't be {str(value)[:80]!r}{meant}; allowed: {told}")
        if isinstance(found, int) and not isinstance(found, bool):
            if param.most is not None and found > param.most:
                raise self.fault(param.name, f"must be at most {param.most}, not {found}")
            if param.least is not None and found < param.least:
                raise self.fault(param.name, f"must be at least {param.least}, not {found}")
        return found

    def _typed(self, param: Param, value: Any) -> Any:
        kind = param.kind
        if kind in ("int", "time"):
            return self._int(param, value)
        if kind in ("dec", "dec_num"):
            return self._decimal(param, value)
        if kind == "bool":
            return self._bool(param, value)
        if kind == "list":
            return self._list(param, value)
        if kind == "any":
            return value
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise self.fault(param.name, f"must be text, not {type(value).__name__}")
        text = str(value)
        for each in param.allowed:
            if isinstance(each, int) and str(each) == text:
                return each
        return text

    def _int(self, param: Param, value: Any) -> int:
        if isinstance(value, int) and (not isinstance(value, bool) or set(param.allowed) == {0, 1}):
            return int(value)  # a venue that says 0 and 1 means no and yes
        text = value.removeprefix("-") if isinstance(value, str) else ""
        if text.isascii() and text.isdigit():
            return int(value)
        unit = f" of {_UNITS.get(param.unit_ns, 'its unit')}" if param.kind == "time" else ""
        raise self.fault(param.name, f"must be a whole number{unit}, not {str(value)[:80]!r}")

    def _decimal(self, param: Param, value: Any) -> Decimal:
        try:
            found = None if isinstance(value, bool) else Decimal(value)
        except (InvalidOperation, TypeError, ValueError):
            found = None
        if found is None or not found.is_finite():
            raise self.fault(param.name, f"must be a finite decimal, not {str(value)[:80]!r}")
        return found

    def _bool(self, param: Param, value: Any) -> bool:
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.lower() in ("true", "false"):
            return value.lower() == "true"
        raise self.fault(param.name, f"must be true or false, not {str(value)[:80]!r}")

    def _list(self, param: Param, value: Any) -> list[Any]:
        if isinstance(value, str):
            return [part for part in value.split(",") if part]
        if isinstance(value, Sequence | set | frozenset):
            return list(value)
        raise self.fault(param.name, f"must be a list, not {type(value).__name__}")


def called(param: Param, product: str) -> str | None:
    """What the venue calls a product here: the allowed word that differs in its letter case alone, else the product's name."""
    if not param.allowed or not product:
        return product or None
    return next((str(word) for word in param.allowed if str(word).lower() == product.lower()), None)


_UNITS = {1: "nanoseconds", 1_000: "microseconds", 1_000_000: "milliseconds", 1_000_000_000: "seconds"}


def plain(value: Any) -> str:
    """A value as text of a query, path or header; lists joined by commas."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ",".join(plain(each) for each in value)
    return str(value)


def in_pairs(param: Param, value: Any) -> list[tuple[str, str]]:
    """A value as it stands in a query or form; an empty list is no pair at all where items are pairs of their own."""
    if type(value) is str:
        return [(param.wire, value)]
    if isinstance(value, list) and param.join == "repeat":
        return [(param.wire, plain(each)) for each in value]
    if (isinstance(value, list) and param.join == "json") or param.kind == "any":
        return [(param.wire, value if isinstance(value, str) else msgspec.json.encode(value).decode())]
    return [(param.wire, plain(value))]


def in_json(param: Param, value: Any) -> Any:
    """A value as it stands in a JSON body: decimals as text, or as a number with all their digits."""
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return msgspec.Raw(text.encode()) if param.kind == "dec_num" else text
    return value
