"""Requests back to commands: the decision tables and fields of a venue's commands, read against what was sent.

A command's fields are found out by asking for them with marks in the places of the terms: where a mark comes out, the term
goes in. So whatever a specification can write, the simulated venue can read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from msgspec.structs import fields, replace

from dragoman.errors import DragomanError
from dragoman.model import ORDER_TYPES, CancelOrder, InstrumentId, OrderType
from dragoman.requests.facts import Command, Interface, Operation
from dragoman.requests.linked import LOSSES
from dragoman.requests.terms import terms_of
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.facts import Behind
from dragoman.simulate.wire.combinations import NUMBERS, Combination, carried, combined, has_twin, sides
from dragoman.simulate.wire.lists import read_list
from dragoman.simulate.wire.read import Read, same
from dragoman.simulate.wire.recipes import Recipe, Recipes, Undo
from dragoman.simulate.wire.requests import listed
from dragoman.simulate.wire.undone import MARK, TEXTS, TIME, way_back

_IDS = ("venue_order_id", "client_order_id")
"""Of an order's two ids a request may tell only one."""
_MOST_UNLISTED = 4_096
_ALSO_CALLED: dict[int, tuple[Operation, list[tuple[str, str]]]] = {}
"""Operations with (parameter on the wire, another name of it)."""
NOTHING_BEHIND = Behind()
_NONE = frozenset[str]()
Given = Mapping[str, Any]
"""Parameters by their names on the wire."""
Fitting = tuple[Mapping[str, Any], dict[str, Any], dict[str, tuple[str, Undo]], Combination]
"""(inputs, terms, parameters that tell terms) of a combination that a request fits, and the combination."""


class Reader:
    """Reads the requests of one venue's commands."""

    def __init__(self, interface: Interface, behind: Behind = NOTHING_BEHIND) -> None:
        self.interface = interface
        self.behind = behind
        self._combinations: dict[tuple[str, str], list[Combination]] = {}
        self._recipes: dict[tuple[Any, ...], Recipes] = {}
        self._unlisted: set[tuple[str, ...]] = set()
        """(command, operation, parameters) of calls that say no list."""
        self._carried: dict[str, list[Command]] = {}
        self._named: dict[str, str] | None = None
        for command in interface.commands.values():
            names = dict.fromkeys(command.operations.values())
            if command.chosen:
                names.update(
                    (each.operation, None)
                    for product in interface.products
                    for each in self.combinations(command, product)
                    if each.operation
                )
            for name in names:
                self._carried.setdefault(name, []).append(command)

    def commands(self, operation: str) -> list[Command]:
        """The commands that an operation may carry."""
        return self._carried.get(operation, [])

    def ids(self, operation: Operation, given: Given) -> dict[str, str]:
        """Ids of orders that a call names, by the parameters in which commands name them: `venue_order_id`, `client_order_id`."""
        names = self.names(operation)
        return {names[wire]: str(value) for wire, value in given.items() if wire in names}

    def names(self, operation: Operation) -> dict[str, str]:
        """Which parameters of a call name an order, by which id."""
        if self._named is None:
            self._named = dict(_ids_of(self.interface))
        page = "" if operation.page is None else operation.page.from_
        taken = (param.wire for param in operation.params if param.name != page)
        return {wire: self._named[wire] for wire in taken if wire in self._named}

    def combinations(self, command: Command, product: str) -> list[Combination]:
        """Every combination of a command's inputs that the venue takes for a product; one of each outcome, the usual first."""
        key = (command.name, product)
        found = self._combinations.get(key)
        if found is None:
            every = combined(command, product)
            found = list(carried(every, command, product, self.interface.operations))
            self._combinations[key] = found
        return found

    def read(self, operation: Operation, product: str, given: Given, terms: Mapping[str, Any]) -> list[Read]:
        """What a request asks for; several for a batch. `terms` are those that are known: instrument, product, raw, keys.

        Raises Refused for what no combination of the tables leads to.
        """
        if operation.name not in self.behind.replaces:
            return self._asked_for(operation, product, given, terms)
        naming, _ = self.behind.replaces[operation.name]
        others = {name: value for name, value in given.items() if name != naming}
        name = None if naming not in given else str(given[naming])
        found = self._asked_for(operation, product, others, terms)
        return [replace(each, replaces=True, name=name) for each in found]

    def _asked_for(
        self, operation: Operation, product: str, given: Given, terms: Mapping[str, Any]
    ) -> list[Read]:
        for command in self.commands(operation.name):
            if command.legs:
                found = self._list(command, operation, product, given, terms)
                if found:
                    return found
            elif command.each:
                if not isinstance(command.into, str):
                    return self._columns(command, product, given, terms)
                rows = given.get(_wire(operation, command.into))
                single = self.interface.commands[command.each]
                entries = rows if isinstance(rows, list) else []
                return [self._one(single, product, entry, terms, "") for entry in entries]
        found = [
            self._one(command, product, _by_name(operation, given), terms, operation.name)
            for command in self.commands(operation.name)
            if not command.each
        ]
        if not found:
            raise Refused(Reason.NOT_SUPPORTED, f"{operation.name} is no command")
        return found[:1]

    def _list(
        self, command: Command, operation: Operation, product: str, given: Given, terms: Mapping[str, Any]
    ) -> list[Read]:
        """Linked orders; none where the call says no list."""
        is_flat = {list, dict}.isdisjoint(map(type, given.values()))
        key = (command.name, operation.name, *given)
        if is_flat and key in self._unlisted:
            return []
        single = self.interface.commands[command.each]

        def read(said: Given, untold: frozenset[str], role: str = "") -> Read | None:
            found = self._fitting(single, product, said, terms, "", untold, {}, role)
            if found is None or any(found[1].get(name) is None for name in _prices_of(found[0].get("type"))):
                return None
            return Read(single.name, found[1])

        found = read_list(command, operation, given, read)
        if not found and is_flat and len(self._unlisted) < _MOST_UNLISTED:
            self._unlisted.add(key)
        return found

    def _columns(self, command: Command, product: str, given: Given, terms: Mapping[str, Any]) -> list[Read]:
        """Entries whose fields are lists beside one another."""
        single = self.interface.commands[command.each]
        columns: dict[str, list[Any]] = {}
        for parameter, name in (command.into if isinstance(command.into, Mapping) else {}).items():
            values = given.get(parameter, [])
            columns[name] = listed(values) if isinstance(values, str) else list(values)
        columns = {name: values for name, values in columns.items() if values}
        whole = len({len(values) for values in columns.values()}) == 1
        entries = (
            [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
            if whole
            else [{name: value} for name, values in columns.items() for value in values]
        )
        return [self._one(single, product, entry, terms, "") for entry in entries]

    def _one(
        self, command: Command, product: str, given: Given, known: Mapping[str, Any], operation: str
    ) -> Read:
        """One command; of the combinations that fit the one that explains most of what was sent.

        Where none fits, fields that the venue does not insist on may be left out: the usual combination is meant then.
        """
        apart = self._apart(command, product, given)
        if apart:
            given = {name: value for name, value in given.items() if name not in apart}
        key = (command.name, product, operation, known.get("instrument_id"), known.get("raw"), apart)
        recipes, instrument = self._recipes.get(key), known.get("instrument")
        if recipes is None or recipes.instrument is not instrument:
            spoken = {name for each in self.combinations(command, product) for name in each.wire}
            recipes = self._recipes[key] = Recipes(spoken, instrument)
        recipe = recipes.find(recipes.shape(given))
        terms = None if recipe is None else recipe.terms(given, known)
        if terms is not None:
            return Read(command.name, terms, alone=bool(apart), either=recipe is not None and recipe.either)
        compared: dict[str, None] = {}
        for at_will in (apart, apart | self._optional(operation)):
            found = self._fitting(command, product, given, known, operation, at_will, compared)
            if found is not None:
                inputs, terms, undone, own = found
                either = has_twin(self.combinations(command, product), own)
                recipes.keep(given, compared, Recipe(inputs, undone, either))
                return Read(command.name, terms, alone=bool(apart), either=either)
        raise Refused(Reason.NOT_SUPPORTED, "unsupported combination of order parameters")

    def _apart(self, command: Command, product: str, given: Given) -> frozenset[str]:
        """Parameters by which an order is for a position with margin of its own, where no table decides so for the product."""
        if command.name != "submit_order":
            return _NONE
        return frozenset(
            name
            for name, value in self.behind.isolated.items()
            if same(given.get(name), value)
            and not any(same(each.wire.get(name), value) for each in self.combinations(command, product))
        )

    def _optional(self, operation: str) -> frozenset[str]:
        known = self.interface.operations.get(operation)
        return frozenset(param.wire for param in known.params if not param.required) if known else frozenset()

    def _usual(self, operation: str) -> dict[str, Any]:
        """Parameter -> the value by which nothing changes."""
        known = self.interface.operations.get(operation)
        return {p.wire: p.usual for p in known.params if p.usual is not None} if known else {}

    def _fitting(
        self,
        command: Command,
        product: str,
        given: Given,
        known: Mapping[str, Any],
        operation: str,
        at_will: frozenset[str],
        compared: dict[str, None],
        role: str = "",
    ) -> Fitting | None:
        """The combination that explains most, of those for the role in a list; `compared` gets the parameters that were held against a value."""
        best: tuple[int, Fitting] | None = None
        spoken = {name for each in self.combinations(command, product) for name in each.wire}
        taken = self._usual(operation or next(iter(command.operations.values()), ""))

        every = self.combinations(command, product)
        refused = {name for each in every for name, v in each.wire.items() if v is False}

        def usual(name: str) -> bool:
            value = given[name]
            said_no = (value is False or value == "false") and name not in refused
            return said_no or (name in taken and same(value, taken[name]))

        for each in self.combinations(command, product):
            if each.operation and operation and each.operation != operation:
                continue
            if role in ("profit", "loss") and (each.inputs.get("type") in LOSSES) is not (role == "loss"):
                continue
            if not each.operation and operation and operation not in command.operations.values():
                continue
            left_out = at_will - given.keys()
            if any(not same(given.get(name), v) for name, v in each.wire.items() if name not in left_out):
                continue
            own = each.inputs.get("side")
            for side in (own,) if own is not None else sides(command):
                inputs = {**each.inputs, "side": side}
                found = self._terms(command, inputs, given, known, compared)
                if found is None:
                    continue
                terms, told, undone = found
                if any(name in given and not usual(name) for name in spoken - each.wire.keys() - told):
                    continue
                own_terms = _terms_of(inputs.get("type"))
                needless = sum(term in NUMBERS and term not in own_terms for term, _ in undone.values())
                explained = len(each.wire.keys() - left_out) + len(told) - (needless if own_terms else 0)
                if best is None or explained > best[0]:
                    best = explained, (inputs, terms, undone, each)
        return None if best is None else best[1]

    def _terms(
        self,
        command: Command,
        inputs: Mapping[str, Any],
        given: Given,
        known: Mapping[str, Any],
        compared: dict[str, None],
    ) -> tuple[dict[str, Any], set[str], dict[str, tuple[str, Undo]]] | None:
        """The terms of a request under these inputs, the parameters that say them, and how; None where one says otherwise."""
        marked = _marked(inputs, known)
        fields = {} if command.fields is None else _asked(command.fields, marked)
        for untold in _IDS:
            other = {} if command.fields is None else _asked(command.fields, {**marked, untold: None})
            fields |= {name: made for name, made in other.items() if fields.get(name) is None}
        terms = {**known, **inputs}
        told: set[str] = set()
        undone: dict[str, tuple[str, Undo]] = {}
        for name, made in fields.items():
            if made is None or name not in given:
                continue
            way = way_back(made, marked)
            value = None if way is None else way[1](given[name])
            if way is None or value is None:
                compared[name] = None
                if not same(given[name], made):
                    return None
            else:
                terms[way[0]] = value
                undone[name] = way
            told.add(name)
        missing = [
            name
            for name, value in inputs.items()
            if name.startswith("has_") and value and terms.get(name[4:]) is None
        ]
        return None if missing else (terms, told, undone)


_readers: dict[int, Reader] = {}


def reader_of(interface: Interface, behind: Behind = NOTHING_BEHIND) -> Reader:
    """The reader of a venue, made once: going through a command's tables takes longer than anything that is read by them."""
    found = _readers.get(id(interface))
    if found is None or found.interface is not interface:
        found = _readers[id(interface)] = Reader(interface, behind)
    return found


# -- fields ------------------------------------------------------------------------------------------------------------


def _ids_of(interface: Interface) -> Iterator[tuple[str, str]]:
    """(parameter, which id of an order it names), of commands that name orders and no new ones."""
    known = {"product": "", "raw": "", "instrument": None, "side": None, "type": None}
    for command in interface.commands.values():
        if command.fields is not None and command.name in ("query_order", "cancel_order"):
            for told in _IDS:
                marked = _marked({}, {**known, **dict.fromkeys(_IDS), told: f"\0{told}\0"})
                for name, made in _asked(command.fields, marked).items():
                    if made in (marked[told], [marked[told]]):
                        yield name, told


def _marked(inputs: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Terms with a mark in each place that a request may fill."""
    usual = terms_of(CancelOrder(instrument_id=InstrumentId("A.B"), venue_order_id="1"))
    marks: dict[str, Any] = {name: MARK + index for index, name in enumerate(NUMBERS)}
    marks |= {name: f"\0{name}\0" for name in TEXTS}
    marks["expire_time"] = TIME
    absent = {name[4:]: None for name, value in inputs.items() if name.startswith("has_") and value is False}
    return {**usual, **marks, **inputs, **known, **absent}


@cache
def _terms_of(kind: str | None) -> frozenset[str]:
    """Terms that orders of a type have; none where it is about no order."""
    return frozenset() if kind is None else frozenset(ORDER_TYPES[OrderType(kind)].__struct_fields__)


@cache
def _prices_of(kind: str | None) -> frozenset[str]:
    """The prices that an order of a type can't be without."""
    if kind is None:
        return _NONE
    needed = {each.name for each in fields(ORDER_TYPES[OrderType(kind)]) if each.required}
    return frozenset(needed & {"price", "trigger_price"})


def _asked(
    fields: Callable[[Mapping[str, Any]], dict[str, Any]], marked: Mapping[str, Any]
) -> dict[str, Any]:
    """What the fields say of marks; a term that can't be put into the venue's form says nothing."""
    try:
        return fields(marked)
    except (DragomanError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return {}


def _wire(operation: Operation, name: str) -> str:
    return next(
        (param.wire for param in operation.params if name in (param.name, param.told, param.wire)), name
    )


def _by_name(operation: Operation, given: Given) -> Given:
    """Parameters by every name that tables may call them."""
    known = _ALSO_CALLED.get(id(operation))
    if known is None or known[0] is not operation:
        also = [
            (param.wire, name)
            for param in operation.params
            for name in dict.fromkeys((param.name, param.told))
            if name != param.wire
        ]
        known = _ALSO_CALLED[id(operation)] = operation, also
    if not known[1]:
        return given
    found = dict(given)
    for wire, name in known[1]:
        if wire in given:
            found[name] = given[wire]
    return found
