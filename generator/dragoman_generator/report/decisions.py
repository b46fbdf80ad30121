"""Which rows of the decision tables a protocol case takes, for each operation that they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.model import ORDER_TYPES
from msgspec import UNSET

from dragoman_generator.ir.commands import CommandOut, Row
from dragoman_generator.ir.venue import Venue
from dragoman_generator.report.messages import Case
from dragoman_generator.resolve.symbology import takes

_CALLED = {
    "type": "order_type",
    "side": "order_side",
    "tif": "time_in_force",
    "trigger": "trigger_type",
    "offset_type": "trailing_offset_type",
    "contingency": "contingency_type",
}
"""Input of a table -> field of the model."""
_UNTOLD = {
    "type": "LIMIT",
    "side": "NO_ORDER_SIDE",
    "tif": "GTC",
    "trigger": "NO_TRIGGER",
    "offset_type": "NO_TRAILING_OFFSET",
    "contingency": "NO_CONTINGENCY",
}
_CONDITIONAL = re.compile(r"STOP_|_IF_TOUCHED|TRAILING_")

Taken = tuple[str, int, str]
"""(command, row, operation or product that it is for)."""


def rows(venue: Venue) -> dict[Taken, str]:
    """Every row of every command's table with each operation that carries it, and how a person would name it."""
    return {
        (command.name, index, where): f"{command.name} row {index + 1} ({where}): {_shown(row, command)}"
        for command in _commands(venue)
        for index, row in enumerate(command.rows)
        if _possible(row)
        for where in dict.fromkeys(
            _carrier(command, row, product) for product in _products(venue, command, row)
        )
        if where
    }


def covered_rows(venue: Venue, found: Iterable[Case]) -> set[Taken]:
    """Rows that `request` and `reject` cases take; the inputs are told from the case's own order."""
    commands = {command.name: command for command in _commands(venue)}
    covered: set[Taken] = set()
    for case in found:
        source = str(case.get("source"))
        if case.get("kind") not in {"request", "reject", "sign"}:
            continue
        # The orders of a list go through its own table, too.
        deciding = [each for each in dict.fromkeys((_single(venue, source), source)) if each in commands]
        for command in deciding:
            for given in _orders(case.get("request")):
                product = _product(venue, case, given)
                inputs = _inputs(commands[command], given, product)
                for index, row in enumerate(commands[command].rows):
                    if all(inputs[name] in values for name, values in row.when.items()):
                        covered.add((command, index, _carrier(commands[command], row, product)))
    return covered


def _possible(row: Row) -> bool:
    """Whether an order of the model takes a row: those that never rest have no `post_only`."""
    types = row.when.get("type", ())
    resting = {str(kind.order_type) for kind in ORDER_TYPES.values() if "post_only" in kind.__struct_fields__}
    return row.when.get("post_only") != (True,) or not types or bool(resting & {str(each) for each in types})


def _commands(venue: Venue) -> Iterator[CommandOut]:
    """The commands that have a table of their own."""
    for command in () if venue.outgoing is None else venue.outgoing.commands.values():
        if command.rows:
            yield command


def _single(venue: Venue, name: str) -> str:
    """The command whose table decides: a batch's is that of its entries, another's that which it takes."""
    found = None if venue.outgoing is None else venue.outgoing.commands.get(name)
    return name if found is None else found.each or found.table_of or name


def _products(venue: Venue, command: CommandOut, row: Row) -> Iterator[str]:
    for product in venue.products:
        if product in row.when.get("product", (product,)) and (
            product in command.operations or "" in command.operations
        ):
            yield product


def _carrier(command: CommandOut, row: Row, product: str) -> str:
    """What carries a row: an operation, or nothing where it is refused."""
    if row.deny:
        return "refused"
    return row.operation or command.operations.get(product) or command.operations.get("", "")


def _orders(request: Any) -> Iterator[Mapping[str, Any]]:
    """The orders or changes of a case, those of a batch one by one, laid over their originals."""
    if not isinstance(request, dict):
        yield {}
        return
    entries = request.get("orders") or request.get("commands")
    originals = request.get("originals") or []
    if isinstance(entries, list):
        for index, each in enumerate(entries):
            yield {**(originals[index] or {} if index < len(originals) else {}), **each}
        return
    yield {**(request.get("original") or {}), **request}


def _product(venue: Venue, case: Case, given: Mapping[str, Any]) -> str:
    """The product that a case is of: said, else told by the instrument's id."""
    said = case.get("product") or given.get("product")
    identity = str(given.get("instrument_id", ""))
    own = {name: spec for name, spec in venue.merged.products.items() if spec.like is UNSET}
    fitting = [name for name, spec in own.items() if takes(spec, venue.products[name], identity, venue.name)]
    return str(said) if said else fitting[0] if fitting else ""


def _inputs(command: CommandOut, given: Mapping[str, Any], product: str) -> dict[str, object]:
    """The inputs of a table as the case tells them."""
    found: dict[str, object] = {}
    for name, _ in command.inputs:
        if name == "product":
            found[name] = product
        elif name.startswith("has_"):
            found[name] = given.get(name.removeprefix("has_")) is not None
        else:
            untold = command.assume.get(name, _UNTOLD.get(name, False))
            found[name] = given.get(_CALLED.get(name, name), untold)
    if found.get("trigger") == "NO_TRIGGER" and _CONDITIONAL.search(str(found.get("type"))):
        found["trigger"] = "DEFAULT"
    return found


def _shown(row: Row, command: CommandOut) -> str:
    """What a row is for, without the inputs that may have any value."""
    told = [
        f"{name} {'|'.join(str(value) for value in values)}"
        for name, values in row.when.items()
        if len(values) < len(command.domains[name])
    ]
    return ", ".join(told) or "everything"
