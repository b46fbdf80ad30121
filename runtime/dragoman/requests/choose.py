"""Which operation or channel gives a normalized type, and what of a normalized request goes into which parameter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from dragoman.errors import NotSupported
from dragoman.model.actions import action_name, has_own_word
from dragoman.requests.facts import Channel, Interface, Operation, Param

T = TypeVar("T", Operation, Channel)


class Want(Struct, frozen=True):
    """What a normalized request says: the product's keys, times in nanoseconds, `1-MINUTE` for bars."""

    keys: Mapping[str, Any] = {}
    symbol: str | None = None
    start_ns: int | None = None
    end_ns: int | None = None
    limit: int | None = None
    specification: str | None = None
    price: str = "LAST"
    product: str = ""


def operation_for(interface: Interface, type_name: str, product: str, want: Want | None = None) -> Operation:
    """The operation that gives a type: one that can narrow down what is wanted, by preference, without keys where it can be.

    Raises NotSupported with the written reason.
    """
    want = want or Want()
    action = action_name("request", type_name)
    check_refusals(interface, action, product)
    found = _giving(interface.operations.values(), type_name, want.price)
    fitting = [each for each in found if product in each.paths or "" in each.paths]
    needs = {name for name, value in (("start", want.start_ns), ("end", want.end_ns)) if value is not None}
    if fitting:
        return max(
            fitting,
            key=lambda each: (len(needs & {p.fills for p in each.params}), each.prefer, not each.auth),
        )
    raise _lack(interface, "request", type_name, product, want.price)


def polled_for(
    interface: Interface, type_name: str, product: str, want: Want | None = None
) -> Operation | None:
    """The operation that is polled for a type because no channel gives it; None where there is none, NotSupported where it is refused."""
    want = want or Want()
    found = _giving(interface.operations.values(), type_name, want.price)
    polled = [each for each in found if each.every_ns and (product in each.paths or "" in each.paths)]
    live = _giving(interface.channels.values(), type_name, want.price)
    if not polled or any(product in each.products and each.topic is not None for each in live):
        return None
    check_refusals(interface, action_name("subscribe", type_name), product)
    return max(polled, key=lambda each: (each.prefer, not each.auth))


def channels_for(interface: Interface, type_name: str, product: str, price: str = "LAST") -> list[Channel]:
    """The channels that give a type, best first; raises NotSupported with the written reason."""
    action = action_name("subscribe", type_name)
    check_refusals(interface, action, product)
    found = _giving(interface.channels.values(), type_name, price)
    fitting = [each for each in found if product in each.products and each.topic is not None]
    if fitting:
        return sorted(fitting, key=lambda each: -each.prefer)
    raise _lack(interface, "subscribe", type_name, product, price)


def check_refusals(interface: Interface, action: str, product: str) -> None:
    """Raises NotSupported for what the specification refuses in writing, even where some operation could be bent to it."""
    for each in interface.refusals:
        if each.action == action and (not each.products or product in each.products):
            raise refused(interface, action, product)


def refused(interface: Interface, action: str, product: str, supported: Iterable[str] = ()) -> NotSupported:
    """The error for an action that the venue lacks, with the reason that its specification states."""
    for each in interface.refusals:
        if each.action == action and (not each.products or product in each.products):
            offers = [each.supported] if each.supported else list(supported)
            return NotSupported(interface.venue, action, product or None, offers, each.reason)
    return NotSupported(interface.venue, action, product or None, supported)


def fill(interface: Interface, action: str, params: Iterable[Param], want: Want) -> dict[str, Any]:
    """Parameters by name; what the venue has no parameter for is left to the caller to cut afterwards."""
    values: dict[str, Any] = {}
    for param in params:
        value = _value(interface, action, param, want)
        if value is not None:
            values[param.name] = value
    return values


def _value(interface: Interface, action: str, param: Param, want: Want) -> Any:
    unit = param.unit_ns or 1
    match param.fills:
        case "symbol":
            value: Any = want.symbol
        case "start":
            value = None if want.start_ns is None else _bound(param, -(-want.start_ns // unit), -1)
        case "end":
            value = None if want.end_ns is None else _bound(param, want.end_ns // unit, 1)
        case "limit":
            value = want.limit if want.limit is None or param.most is None else min(want.limit, param.most)
        case "interval":
            return _interval(interface, action, param, want)
        case "" | "product":
            return None
        case key:
            value = want.keys.get(key)
    return [value] if param.kind == "list" and value is not None else value


def _bound(param: Param, moment: int, outside: int) -> Any:
    """A bound in the venue's unit, that of a range without its bounds a unit further outside."""
    moment += outside * param.exclusive
    if param.kind == "time":
        return moment
    # A time that travels as text goes in the form that every venue with text times takes.
    from dragoman.translate.functions import iso

    return iso(moment, 9)


def _interval(interface: Interface, action: str, param: Param, want: Want) -> Any:
    if want.specification is None:
        return None
    taken = [(meaning, wire) for wire, meaning in param.means.items() if param.takes(wire, want.product)]
    for meaning, wire in taken:
        if meaning == want.specification:
            return wire
    lengths = dict.fromkeys(meaning for meaning, _ in taken)
    raise NotSupported(interface.venue, f"{action} of {want.specification}", want.product or None, lengths)


def _giving(found: Iterable[T], type_name: str, price: str) -> list[T]:
    return [
        each for each in found if type_name in each.gives and (type_name != "Bar" or price in each.prices)
    ]


def _lack(interface: Interface, verb: str, type_name: str, product: str, price: str) -> NotSupported:
    """The error for a type that nothing gives, with what there is instead: bars of other prices, or other types."""
    action, given = action_name(verb, type_name), _given(interface, verb, product)
    prices = {name for each in given if "Bar" in each.gives for name in each.prices}
    if type_name == "Bar" and prices:
        return NotSupported(interface.venue, f"{action} of {price} prices", product, sorted(prices))
    names = {name for each in given for name in each.gives}
    ranked = sorted(names, key=lambda each: (not has_own_word(each), each))
    return refused(interface, action, product, [action_name(verb, name) for name in ranked])


def _given(interface: Interface, verb: str, product: str) -> list[Operation | Channel]:
    """What tells something of a product."""
    asked = [each for each in interface.operations.values() if {product, ""} & set(each.paths)]
    if verb == "request":
        return [*asked]
    live = [each for each in interface.channels.values() if product in each.products]
    return [*live, *(each for each in asked if each.every_ns)]
