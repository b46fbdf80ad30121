"""Lists of orders that hang together and go out in one call: who is who among them, and where the call says each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from dragoman.errors import Denied, InvalidParameter
from dragoman.model import ContingencyType, Order, OrderType, TriggerType
from dragoman.requests.choose import check_refusals, refused
from dragoman.requests.refusals import refusals_logged
from dragoman.requests.terms import command_of

if TYPE_CHECKING:
    from dragoman.requests.builder import Requests
    from dragoman.requests.facts import Command, Interface, Leg

_OCO, _OTO, _OUO = ContingencyType.OCO, ContingencyType.OTO, ContingencyType.OUO
LOSSES = frozenset(
    {
        OrderType.STOP_MARKET,
        OrderType.STOP_LIMIT,
        OrderType.TRAILING_STOP_MARKET,
        OrderType.TRAILING_STOP_LIMIT,
    }
)
"""What stops a loss; of the other types is what takes a profit."""


def form_of(orders: Sequence[Order]) -> str:
    """The command that takes linked orders as one list, "" where they are of no such form.

    A pair of which one cancels the other is `submit_oco`, an order that sets off another `submit_oto`, one that sets off such a pair
    `submit_bracket`.
    """
    kinds = sorted(str(order.contingency_type) for order in orders)
    parents = [order for order in orders if order.contingency_type is _OTO]
    children = [order for order in orders if order.parent_order_id is not None]
    if kinds == [str(_OCO)] * 2 and not children:
        return "submit_oco"
    if len(parents) != 1 or any(each.parent_order_id != parents[0].client_order_id for each in children):
        return ""
    if len(orders) == 2 and len(children) == 1:
        return "submit_oto"
    pair = [order for order in children if order.contingency_type is _OCO]
    return "submit_bracket" if len(orders) == 3 and len(pair) == 2 else ""


def list_command(interface: Interface, orders: Sequence[Order], product: str) -> str:
    """The command that takes linked orders as one list, "" where the venue has none for them."""
    form = form_of(orders)
    command = interface.commands.get(form)
    return form if command is not None and {product, ""} & command.operations.keys() else ""


def check_linked(interface: Interface, orders: Sequence[Order], product: str) -> None:
    """Raises NotSupported for a list that is refused in writing, and where neither lists nor what each order says could link them.

    Raises Denied for a list that the venue would take if an order of it canceled the other, which it only is to update.
    """
    commands = interface.commands
    with refusals_logged():
        check_refusals(interface, form_of(orders), product)
        if "submit_order_list" not in commands and "contingency" not in commands["submit_order"].inputs:
            raise refused(interface, "submit_order_list", "", commands)
        canceling = [
            replace(each, contingency_type=_OCO) if each.contingency_type is _OUO else each for each in orders
        ]
        if name := list_command(interface, canceling, product):
            why = "no order of such a list changes the quantity of another"
            raise Denied(interface.venue, name, why, ["contingency: OCO in the place of OUO"], product)


def orders_of(requests: Requests, command: Command, given: object) -> list[Order]:
    """The orders of a list, mappings made orders; raises InvalidParameter for a list of another form."""
    if not isinstance(given, Sequence) or isinstance(given, str):
        raise InvalidParameter(requests.venue, command.name, "orders", "must be a list of orders")
    found: list[Any] = [
        command_of(requests.venue, "submit_order", each) if isinstance(each, Mapping) else each
        for each in given
    ]
    if form_of(found) != command.name:
        raise InvalidParameter(
            requests.venue, command.name, "orders", "don't hang together as such a list does"
        )
    return found


def roles_of(
    requests: Requests, command: Command, legs: Mapping[str, Leg], orders: Sequence[Order]
) -> dict[str, Order]:
    """Role -> order; raises Denied where the venue's list has no place for one of them."""
    entries = [order for order in orders if order.contingency_type is _OTO]
    others = [order for order in orders if order.contingency_type is not _OTO]
    found = {"entry": entries[0]} if entries else {}
    if len(others) == 1 and "exit" in legs:
        found["exit"] = others[0]
    elif len(others) == 1:
        found["loss" if others[0].order_type in LOSSES else "profit"] = others[0]
    elif "upper" in legs:
        low, high = sorted(others, key=lambda order: _level(requests, command, order))
        found |= {"upper": high, "lower": low}
    else:
        losses = [order for order in others if order.order_type in LOSSES]
        if len(losses) != 1:
            why = "of the two orders one has to take a profit and the other to stop a loss"
            raise Denied(requests.venue, command.name, why)
        profit = next(order for order in others if order is not losses[0])
        found |= {"profit": profit, "loss": losses[0]}
    _check(requests, command, found, others)
    return found


def alone(leg: Leg, terms: Mapping[str, Any]) -> dict[str, Any]:
    """The terms of one order as if it went out alone: the list says what hangs on what."""
    found = {**terms, "contingency": ContingencyType.NO_CONTINGENCY, "order_list_id": None}
    if found["type"] is OrderType.LIMIT and leg.rests:
        found["post_only"] = True
    elif found["type"] is OrderType.LIMIT and leg.waits:
        found |= {"type": OrderType.LIMIT_IF_TOUCHED, "trigger_price": found["price"]}
        found["trigger"] = TriggerType.DEFAULT
    return found


def place(
    requests: Requests, command: Command, role: str, made: Mapping[str, Any], values: dict[str, Any]
) -> None:
    """What a call of its own would say of an order, put where the call of the list says it."""
    leg = command.legs[role]
    if leg.into:
        told = {key: _plain(value) for key, value in _said(requests, command, role, leg, made)}
        values.setdefault(leg.into, []).append(told)
        return
    for target, value in _said(requests, command, role, leg, made):
        if values.setdefault(target, value) != value:
            why = f"orders of one list have one {target!r}, not {_plain(values[target])} and {_plain(value)}"
            raise Denied(requests.venue, command.name, why)


def under(
    requests: Requests,
    command: Command,
    legs: Mapping[str, Leg],
    roles: Mapping[str, Order],
    said: Mapping[str, Mapping[str, Any]],
) -> dict[str, str]:
    """Id of an order that is one with another -> the id of that one; raises Denied where they differ in what is said once for both."""
    found: dict[str, str] = {}
    for role, order in roles.items():
        leg = legs[role]
        if not leg.under:
            continue
        own, other = order.client_order_id, roles[leg.under].client_order_id
        for name in leg.drop:
            mine, its = said[role].get(name), said[leg.under].get(name)
            if mine != its and name not in leg.words and (mine, its) != (own, other):
                why = f"orders that are one to the venue have one {name!r}, not {_plain(its)} and {_plain(mine)}"
                raise Denied(requests.venue, command.name, why)
        if own is not None and other is not None:
            found[own] = other
    return found


def _said(
    requests: Requests, command: Command, role: str, leg: Leg, made: Mapping[str, Any]
) -> list[tuple[str, Any]]:
    found = []
    for name, value in made.items():
        words = leg.words.get(name)
        if words is not None and str(value) not in words:
            raise Denied(
                requests.venue, command.name, f"the {role} order of the list can't be {name} {value}"
            )
        if name in leg.drop:
            continue
        target = leg.fields.get(name) if leg.fields else name
        if target is None:
            raise Denied(requests.venue, command.name, f"the list has no {name!r} for its {role} order")
        found.append((target, value if words is None else words[str(value)]))
    return found


def _check(requests: Requests, command: Command, roles: Mapping[str, Order], pair: Sequence[Order]) -> None:
    """Raises Denied for a list of several instruments, and for a pair of which one can't stand for the other."""
    if len({order.instrument_id for order in roles.values()}) > 1:
        raise Denied(requests.venue, command.name, "orders of one list are of one instrument")
    if len({(order.order_side, order.quantity) for order in pair}) > 1:
        why = "orders of which one cancels the other have one side and one quantity"
        raise Denied(requests.venue, command.name, why)
    entry = roles.get("entry")
    if entry is not None and any(leg.hangs for leg in command.legs.values()):
        same = any(order.order_side is entry.order_side or order.quantity != entry.quantity for order in pair)
        if same:
            raise Denied(
                requests.venue,
                command.name,
                "what is attached to an order closes all of it, on the other side",
            )


def _level(requests: Requests, command: Command, order: Order) -> Decimal:
    found: Decimal | None = getattr(order, "trigger_price", None) or getattr(order, "price", None)
    found = found or getattr(order, "activation_price", None)
    if found is None:
        raise Denied(
            requests.venue, command.name, f"a {order.order_type} order without a price has no place in a pair"
        )
    return found


def _plain(value: Any) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else value
