"""Normalized commands through a venue's decision tables: one table for single orders, batches and amendments alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.errors import Denied, InvalidOrder, InvalidParameter
from dragoman.model import OrderSide
from dragoman.net.wire import Request
from dragoman.requests import linked
from dragoman.requests.choose import refused
from dragoman.requests.facts import Command, Operation, Param
from dragoman.requests.increments import check_increments
from dragoman.requests.params import Checker, names_of
from dragoman.requests.terms import command_of, terms_of

if TYPE_CHECKING:
    from dragoman.requests.builder import Requests

_MADE_HERE = frozenset({"submit_order", "submit_order_list"})


class Prepared(msgspec.Struct, frozen=True):
    """A command ready to be signed, as often as it is sent."""

    command: Command
    operation: Operation
    product: str
    checked: list[tuple[Param, Any]]
    client_order_ids: tuple[str | None, ...] = (None,)
    """Of each entry of a batch, of the one order of another command."""
    under: Mapping[str, str] = {}
    """Id of an order that is one with another at the venue -> the id of that one, under which the venue has both."""


def command_request(requests: Requests, action: str, params: dict[str, Any]) -> Request:
    """The signed request of a command."""
    ready = prepared(requests, action, params)
    return requests.http(ready.operation, ready.product, ready.checked)


def prepared(requests: Requests, action: str, params: dict[str, Any]) -> Prepared:
    """A command through its tables and checks; Denied, InvalidOrder and InvalidParameter are raised before anything is sent.

    params: `order=` (a command of the model), `orders=` for a batch, or the command's fields; `original=` is the order that a
    change is about, where the venue wants its terms again, `filled=` what is filled of it; `product=` where no instrument says it.
    """
    command = requests.interface.commands[action]
    product = params.pop("product", None)
    original = params.pop("original", None)
    filled = params.pop("filled", None)
    client_order_ids: tuple[str | None, ...] = (None,)
    under: dict[str, str] = {}
    name: str | None
    if command.each:
        if command.legs:
            product, values, client_order_ids, under = _list(requests, command, product, params)
        else:
            product, values, client_order_ids = _batch(requests, command, product, params)
        name = command.operations.get(product or "") or command.operations.get("")
    else:
        given = params.pop("order", None) or params.pop("command", None)
        if given is None and (action != "query_account" or params):
            given = command_of(requests.venue, action, params)
        product, terms = _terms(requests, action, given, product, original)
        terms["filled_qty"] = filled
        made = wire_fields(requests.venue, command, terms)
        if filled and _leaves_nothing(requests.venue, command, terms, made):
            why = f"must be above the {filled:f} that is filled: another order takes the rest; cancel this one instead"
            raise InvalidOrder("quantity", why)
        if action == "cancel_all_orders" and _one_side_is_both(requests.venue, command, terms, made):
            why = "the venue takes back the orders of both sides at once"
            raise Denied(requests.venue, action, why, product=product)
        name, values = carried(requests, command, product, made)
        values = _added(requests, name, values, getattr(given, "params", {}))
        client_order_ids = (terms.get("client_order_id"),)
    if name is None:
        raise refused(requests.interface, action, product or "", command.operations)
    operation = requests.interface.operations[name]
    product = requests.product_of(operation, product)
    checked = Checker(requests.venue, action).check(operation.params, values, product)
    return Prepared(command, operation, product, checked, client_order_ids, under)


def _leaves_nothing(venue: str, command: Command, terms: Mapping[str, Any], made: Mapping[str, Any]) -> bool:
    """Whether the order that would be sent for what is left of the changed one would have nothing to fill."""
    quantity = terms.get("quantity")
    if quantity is None or quantity > terms["filled_qty"]:
        return False
    return wire_fields(venue, command, {**terms, "filled_qty": None}) != made


def _one_side_is_both(
    venue: str, command: Command, terms: Mapping[str, Any], made: Mapping[str, Any]
) -> bool:
    """Whether a side was named that what is sent would not tell."""
    side = terms.get("side")
    if side is None or side is OrderSide.NO_ORDER_SIDE or "side" in command.inputs:
        return False
    return wire_fields(venue, command, {**terms, "side": OrderSide.NO_ORDER_SIDE}) == made


def carried(
    requests: Requests, command: Command, product: str | None, values: Mapping[str, Any]
) -> tuple[str | None, dict[str, Any]]:
    """The operation that the table names, else the command's own, with the fields that go to it."""
    own = command.operations.get(product or "") or command.operations.get("")
    name = values.get("", own)
    if name is None or not command.chosen:
        return name, {field: value for field, value in values.items() if field}
    known = names_of(requests.interface.operations[name].params, "").known
    return name, {field: value for field, value in values.items() if field in known}


def _added(
    requests: Requests, name: str | None, fields: dict[str, Any], params: Mapping[str, Any]
) -> dict[str, Any]:
    """The fields of a command with what the caller adds, and without those instead of which that goes."""
    if not params or name is None:
        return fields
    known = names_of(requests.interface.operations[name].params, "").known
    gone = {
        each
        for key, value in params.items()
        if key in known and value not in (None, False, known[key].usual)
        for each in known[key].instead_of
    }
    kept = {key: value for key, value in fields.items() if key not in known or known[key].told not in gone}
    return {**kept, **params}


def wire_fields(venue: str, command: Command, terms: Mapping[str, Any]) -> dict[str, Any]:
    """What the table decides and the fields say; raises Denied, with what would be taken instead, and InvalidParameter."""
    if command.assume:
        untold = {name: value for name, value in command.assume.items() if terms.get(name) is None}
        terms = {**terms, **untold}
    if command.choose is not None and terms.get("type") is None and "type" in command.inputs:
        why = "is missing: the venue wants the terms of the order again, so pass the order as it was"
        raise InvalidParameter(venue, command.name, "original", why)
    inputs = {name: read(terms) for name, read in command.inputs.items()}
    try:
        values = decided(command, inputs)
    except Denied as denied:
        instead = alternatives(command, inputs)
        raise Denied(denied.venue, denied.action, denied.reason, instead, terms.get("product")) from None
    if command.fields is not None:
        try:
            values |= command.fields(terms)
        except InvalidParameter:
            raise
        except (ValueError, ArithmeticError) as error:
            why = f"has terms that the venue's fields can't be made of: {error}"
            raise InvalidParameter(venue, command.name, "order", why) from error
    return {name: value for name, value in values.items() if value is not None}


def decided(command: Command, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """What the tables say of one combination; raises Denied."""
    values: dict[str, Any] = {}
    if command.choose is not None:
        values |= command.choose(**inputs)
    if command.also is not None:
        values |= command.also(**inputs)
    return values


def alternatives(command: Command, inputs: Mapping[str, Any]) -> list[str]:
    """What one other input would make acceptable: `tif: GTC, IOC`; the products that would take it as it is come last."""
    found: list[str] = []
    products: list[str] = []
    for name, values in command.domains.items():
        taken = []
        for value in values:
            try:
                decided(command, {**inputs, name: value})
            except Denied:
                continue
            taken.append(str(value).lower() if isinstance(value, bool) else str(value))
        if taken:
            (products if name == "product" else found).append(f"{name}: {', '.join(taken)}")
    return found + products


def _terms(
    requests: Requests, action: str, given: msgspec.Struct | None, product: str | None, original: Any
) -> tuple[str | None, dict[str, Any]]:
    """(product, terms) of one command, its instrument resolved and its numbers held to the instrument's steps."""
    terms: dict[str, Any] = {} if original is None else terms_of(original)
    if given is None:
        return product, {**terms, "product": product}
    own = terms_of(given)
    if original is None:
        terms = own
    else:
        terms |= {name: value for name, value in own.items() if _said(given, name, value)}
    identity = getattr(given, "instrument_id", None)
    if identity is not None:
        product, want = requests.wanted(identity, product, ())
        terms |= {"instrument_id": str(identity), "raw": want.symbol, "product": product}
        terms |= {f"key_{name}": str(value) for name, value in want.keys.items()}
        instrument = terms["instrument"] = requests.instruments.get(identity)
        if instrument is not None:
            check_increments(instrument, terms)
    if action in _MADE_HERE and terms.get("client_order_id") is None:
        terms["client_order_id"] = requests.nonce()
    return product, terms


def _said(given: msgspec.Struct, name: str, value: Any) -> bool:
    """Whether a change says a term itself rather than by default."""
    return value is not None and name in given.__struct_fields__


def _batch(
    requests: Requests, command: Command, product: str | None, params: dict[str, Any]
) -> tuple[str | None, dict[str, Any], tuple[str | None, ...]]:
    """Every entry through the table of single commands; `originals=` are the orders that changes are about."""
    entries = params.pop("orders", None) or params.pop("commands", None)
    if not isinstance(entries, Sequence) or not entries:
        raise InvalidParameter(requests.venue, command.name, "orders", "must be a list of at least one order")
    if command.most and len(entries) > command.most:
        why = f"holds {len(entries)} entries, and the venue takes at most {command.most} at once"
        raise InvalidParameter(requests.venue, command.name, "orders", why)
    single = requests.interface.commands[command.each]
    originals = params.pop("originals", None) or [None] * len(entries)
    rows, named = [], []
    asked = product
    for entry, original in zip(entries, originals, strict=True):
        given = command_of(requests.venue, command.each, entry) if isinstance(entry, Mapping) else entry
        found, terms = _terms(requests, command.name, given, asked, original)
        product = product or found
        if found != product and not _one_call(requests, command, product, found):
            why = f"are of {product} and of {found}, and the venue takes these in calls of their own"
            raise InvalidParameter(requests.venue, command.name, "orders", why)
        named.append(terms.get("client_order_id"))
        made = wire_fields(requests.venue, single, terms)
        own, fields = carried(requests, single, found, made)
        if "" in made:
            why = f"what goes by {own} is no entry of a batch; send it alone"
            raise Denied(requests.venue, command.name, why, product=found)
        fields = _added(requests, own, fields, getattr(given, "params", {}))
        rows.append({name: _plain(value) for name, value in fields.items()})
    values: dict[str, Any] = {}
    if isinstance(command.into, str):
        values[command.into] = rows
    else:
        values |= _alike(requests, command, product, rows) | _columns(command.into, rows)
    if command.fields is not None:
        values |= {k: v for k, v in command.fields({"product": product}).items() if v is not None}
    return product, values, tuple(named)


def _list(
    requests: Requests, command: Command, product: str | None, params: dict[str, Any]
) -> tuple[str | None, dict[str, Any], tuple[str | None, ...], dict[str, str]]:
    """The orders of a linked list through the list's own table and that of single commands, each in its place of the one call; and who is one with whom."""
    orders = linked.orders_of(requests, command, params.pop("orders", None))
    single = requests.interface.commands[command.each]
    found = requests.wanted(orders[0].instrument_id, product, ())[0]
    if not {found, ""} & command.operations.keys():
        raise refused(requests.interface, command.name, found, command.operations)
    values: dict[str, Any] = {}
    whole: dict[str, Any] = {}
    asked, named = product, [order.order_list_id for order in orders if order.order_list_id]
    legs = command.legs_of((found,))
    roles = linked.roles_of(requests, command, legs, orders)
    said: dict[str, dict[str, Any]] = {}
    for role, order in roles.items():
        product, terms = _terms(requests, command.name, order, asked, None)
        whole = whole or {**terms, "order_list_id": named[0] if named else None}
        decided(command, {name: read(terms) for name, read in command.inputs.items()})
        made = wire_fields(requests.venue, single, linked.alone(legs[role], terms))
        name, fields = carried(requests, single, product, made)
        said[role] = _added(requests, name, fields, order.params)
        linked.place(requests, command, role, said[role], values)
    under = linked.under(requests, command, legs, roles, said)
    if command.fields is not None:
        values |= {name: value for name, value in command.fields(whole).items() if value is not None}
    return product, values, tuple(order.client_order_id for order in orders), under


def _one_call(requests: Requests, command: Command, first: str | None, other: str | None) -> bool:
    """Whether entries of two products go in one call, which then says nothing of a product."""
    names = {
        command.operations.get(product or "") or command.operations.get("") for product in (first, other)
    }
    if len(names) > 1 or None in names:
        return False
    operation = requests.interface.operations[str(names.pop())]
    said = command.fields is not None and command.fields({"product": first}) != command.fields(
        {"product": other}
    )
    return (
        "" in operation.paths and not said and not any(each.fills == "product" for each in operation.params)
    )


def _alike(
    requests: Requests, command: Command, product: str | None, rows: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """What all entries say alike and their call has a parameter for: the symbol of orders that are cancelled together."""
    name = command.operations.get(product or "") or command.operations.get("")
    operation = requests.interface.operations.get(name or "")
    known = (
        {word for each in operation.params for word in (each.wire, each.told)} if operation else set[str]()
    )
    found = {key: value for key, value in rows[0].items() if key in known and key not in command.into}
    for key, value in found.items():
        if any(row.get(key) != value for row in rows):
            why = f"differ in {key!r}, and the venue takes those of one alone in a call"
            raise InvalidParameter(requests.venue, command.name, "orders", why)
    return found


def _columns(names: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The entries' fields as lists, which are ways to say the same: the first that holds all entries alone, else each entry in the first that holds it."""
    whole = next((each for each in names.items() if all(each[1] in row for row in rows)), None)
    found: dict[str, list[Any]] = {}
    for row in rows:
        held = next(((parameter, name) for parameter, name in names.items() if name in row), None)
        if (chosen := whole or held) is not None:
            value = row[chosen[1]]
            found.setdefault(chosen[0], []).extend(value if isinstance(value, list) else [value])
    return found


def _plain(value: Any) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else value
