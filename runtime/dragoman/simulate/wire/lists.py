"""Calls that send a list of linked orders, taken apart into the orders that they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace
from itertools import product as combinations
from typing import Any

from dragoman.model import ContingencyType, OrderSide
from dragoman.requests.facts import Command, Leg, Operation
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.working import SECOND, UNTOLD
from dragoman.simulate.wire.read import Read

Given = Mapping[str, Any]
_OTHER = {OrderSide.BUY: OrderSide.SELL, OrderSide.SELL: OrderSide.BUY}


Single = Callable[[Given, frozenset[str], str], Read | None]
"""Reads what a call of its own would say of the order of a role, where some of its fields are not said; None for no order."""


def read_list(command: Command, operation: Operation, given: Given, single: Single) -> list[Read]:
    """The orders of a list, the one that sets off the others first; none where the call says no such list.

    Raises Refused for orders that have no ids to hang together by, and for what is no order of the venue.
    """
    wires = {name: param.wire for param in operation.params for name in (param.told, param.wire)}
    products = {product for product, name in command.operations.items() if name == operation.name}
    legs = {role: _by_wire(leg, wires) for role, leg in command.legs_of(products).items()}
    spoken = {} if command.fields is None else command.fields(defaultdict(lambda: None))
    listed = {wires.get(name, name) for name in spoken}
    usual = {param.wire: param.usual for param in operation.params if param.usual is not None}
    rows = {role: _row(leg, given, legs, listed, usual) for role, leg in legs.items()}
    said = [role for role, row in rows.items() if row is not None]
    # Of a profit and a loss an order sets off one alone, of a pair there are both.
    if len(said) != (2 if command.name in ("submit_oto", "submit_oco") else 3):
        return []
    found: dict[str, Read] = {}
    for role in sorted(said, key=lambda name: (name != "entry", bool(legs[name].under))):
        read = _read(role, legs[role], rows[role] or {}, single)
        if read is None:
            raise Refused(Reason.NOT_SUPPORTED, f"the {role} order of the list is no order of the venue")
        if legs[role].attached and "entry" in found:
            name = f"{UNTOLD}{found['entry'].terms.get('client_order_id')}-{role}"
            read = Read(read.command, {**read.terms, "client_order_id": name})
        if legs[role].under:
            first = found[legs[role].under]
            name = f"{SECOND}{first.terms.get('client_order_id') or ''}"
            own = {**_own(first), "side": first.terms["side"], "client_order_id": name}
            read = Read(read.command, {**read.terms, **own})
        found[role] = _with_entry(read, found.get("entry")) if legs[role].hangs else read
    return list(_linked(command.name, found))


def _by_wire(leg: Leg, wires: Mapping[str, str]) -> Leg:
    """The leg with parameters by their names on the wire."""
    if leg.into:
        return _leg(leg, leg.fields, wires.get(leg.into, leg.into))
    return _leg(leg, {name: wires.get(to, to) for name, to in leg.fields.items()}, "")


def _leg(leg: Leg, fields: Mapping[str, str], into: str) -> Leg:
    return replace(leg, fields=fields, into=into)


def _row(leg: Leg, given: Given, legs: Mapping[str, Leg], listed: Set[str], usual: Given) -> Given | None:
    """What a call says of one order of a list, `listed` what it says of the list, `usual` what it means unsaid; None where it says nothing."""
    if leg.into:
        rows = given.get(leg.into)
        fitting = [
            row
            for row in (rows if isinstance(rows, list) else [])
            if isinstance(row, dict) and set(row) <= set(leg.fields.values())
        ]
        return fitting[0] if fitting else None
    if not leg.fields:
        others = {other.into for other in legs.values()} | listed
        others |= {name for other in legs.values() if not other.into for name in other.fields.values()}
        if any(str(given.get(name)) not in map(str, words.values()) for name, words in leg.words.items()):
            return None
        return {name: _word(leg, name, value) for name, value in given.items() if name not in others}
    return {**usual, **given} if set(leg.fields.values()) & given.keys() else None


def _read(role: str, leg: Leg, row: Given, single: Single) -> Read | None:
    """One order; where several of its fields stand at one place, those that make an order are meant."""
    if not leg.fields:
        return single(row, frozenset(leg.drop), role)
    by_target: dict[str, list[str]] = {}
    # A field that is called alike in both says more than one that stands there for another.
    for name, target in sorted(leg.fields.items(), key=lambda pair: pair[0] != pair[1]):
        if target in row:
            by_target.setdefault(target, []).append(name)
    # A word that is left out is whichever makes an order.
    unsaid = {
        name: tuple(leg.words[name]) for name, to in leg.fields.items() if name in leg.words and to not in row
    }
    for names in combinations(*by_target.values()):
        said = {name: _word(leg, name, row[target]) for name, target in zip(names, by_target, strict=True)}
        for words in combinations(*unsaid.values()):
            meant = {**said, **dict(zip(unsaid, words, strict=True))}
            found = single(meant, frozenset(leg.drop), role)
            if found is not None:
                return found
    return None


def _word(leg: Leg, name: str, value: Any) -> Any:
    """The single order's word for what the list says."""
    return next((own for own, said in leg.words.get(name, {}).items() if str(said) == str(value)), value)


def _with_entry(read: Read, entry: Read | None) -> Read:
    """What is attached to an order is of its instrument and its size, on the other side."""
    if entry is None:
        return read
    side = _OTHER.get(OrderSide(entry.terms["side"]), OrderSide.BUY)
    return Read(read.command, {**read.terms, **_own(entry), "side": side})


def _own(other: Read) -> dict[str, Any]:
    """What an order has of another one of its list."""
    names = ("instrument_id", "instrument", "raw", "product", "quantity", "reduce_only")
    return {name: other.terms[name] for name in names if name in other.terms}


def _linked(form: str, found: Mapping[str, Read]) -> Iterator[Read]:
    """The orders with what hangs on what."""
    ids = {role: read.terms.get("client_order_id") for role, read in found.items()}
    if any(identity is None for identity in ids.values()):
        raise Refused(Reason.NOT_SUPPORTED, "orders of a list are linked by their client ids")
    children = tuple(identity for role, identity in ids.items() if role != "entry")
    for role, read in found.items():
        terms = {
            **read.terms,
            "contingency": ContingencyType.OCO if len(children) > 1 else ContingencyType.NO_CONTINGENCY,
        }
        if role == "entry":
            terms |= {"contingency": ContingencyType.OTO, "linked_order_ids": children}
        else:
            terms["linked_order_ids"] = tuple(each for each in children if each != ids[role])
            if "entry" in ids:
                terms["parent_order_id"] = ids["entry"]
        yield Read(read.command, terms, form)
