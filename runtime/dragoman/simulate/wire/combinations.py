"""The combinations of inputs that a command's tables take, with the wire values that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dragoman.model import (
    ORDER_TYPES,
    ContingencyType,
    OrderSide,
    OrderType,
    TimeInForce,
    TrailingOffsetType,
    TriggerType,
)
from dragoman.requests.facts import Command, Operation
from dragoman.requests.params import names_of
from dragoman.simulate.wire.outcomes import outcomes

NUMBERS = (
    "quantity",
    "price",
    "trigger_price",
    "activation_price",
    "display_qty",
    "trailing_offset",
    "limit_offset",
)
"""Terms that are numbers."""
_KEPT = frozenset(
    {"type", "side", "offset_type", "reduce_only", "post_only", "quote_quantity", "contingency", "trigger"}
)
_MAY_MISS = frozenset({"display_qty", "activation_price", "trigger_price"})
_USUAL = {
    "tif": TimeInForce.GTC,
    "trigger": TriggerType.DEFAULT,
    "contingency": ContingencyType.NO_CONTINGENCY,
}
TWINS = {
    OrderType.STOP_MARKET: OrderType.MARKET_IF_TOUCHED,
    OrderType.STOP_LIMIT: OrderType.LIMIT_IF_TOUCHED,
    OrderType.MARKET_IF_TOUCHED: OrderType.STOP_MARKET,
    OrderType.LIMIT_IF_TOUCHED: OrderType.STOP_LIMIT,
}
"""Types of orders that differ by the side of the price that their triggers lie on."""


@dataclass(frozen=True, slots=True)
class Combination:
    """Inputs that the venue takes, and the wire values that they lead to."""

    inputs: Mapping[str, Any]
    wire: Mapping[str, Any]
    operation: str


def combined(command: Command, product: str) -> Iterator[Combination]:
    """The inputs' product through the tables; what leads to the same wire values is kept once."""
    domains = {name: values for name, values in command.domains.items() if name != "product"}
    seen: set[tuple[Any, ...]] = set()
    if not domains and command.also is None and command.choose is None:
        yield Combination({}, {}, "")
        return
    for values in _inputs(domains):
        for inputs, said in outcomes(command, product, values):
            timed = inputs.get("has_expire_time")
            if timed is not None and timed != (inputs.get("tif") == TimeInForce.GTD):
                continue
            wire = {name: value for name, value in said.items() if value is not None}
            operation = str(wire.pop("", ""))
            key = (operation, tuple(sorted((name, repr(value)) for name, value in wire.items())))
            flags = tuple(value for name, value in inputs.items() if name in _KEPT or name.startswith("has_"))
            if (key, flags) not in seen:
                seen.add((key, flags))
                yield Combination(inputs, wire, operation)


def carried(
    found: Iterable[Combination], command: Command, product: str, operations: Mapping[str, Operation]
) -> Iterator[Combination]:
    """Combinations without the wire values that the operation which they go to doesn't take."""
    own = command.operations.get(product) or command.operations.get("")
    for each in found:
        operation = operations.get(each.operation or own or "")
        if not command.chosen or operation is None:
            yield each
            continue
        known = names_of(operation.params, "").known
        yield replace(each, wire={name: value for name, value in each.wire.items() if name in known})


def has_twin(every: Iterable[Combination], own: Combination) -> bool:
    """Whether an order on the other side of the price is sent in the very same words."""
    kind = own.inputs.get("type")
    if kind not in TWINS:
        return False
    twin = {**own.inputs, "type": TWINS[OrderType(kind)]}
    return any(each.inputs == twin and each.wire == own.wire for each in every)


def _inputs(domains: Mapping[str, tuple[Any, ...]]) -> Iterator[dict[str, tuple[Any, ...]]]:
    """The values of the inputs that orders of the model can have, type by type."""
    if "type" not in domains:
        yield {name: _usual_first(name, values) for name, values in domains.items()}
        return
    for kind in domains["type"]:
        fields = ORDER_TYPES[OrderType(kind)].__struct_fields__
        yield {
            name: (kind,) if name == "type" else _possible(name, _usual_first(name, values), fields)
            for name, values in domains.items()
        }


def _possible(name: str, values: tuple[Any, ...], fields: tuple[str, ...]) -> tuple[Any, ...]:
    """The values of an input that an order with these fields may have."""
    if name == "trigger":
        none = TriggerType.NO_TRIGGER
        return tuple(each for each in values if (each != none) == ("trigger_type" in fields))
    if name == "offset_type":
        none_of = TrailingOffsetType.NO_TRAILING_OFFSET
        return tuple(each for each in values if (each != none_of) == ("trailing_offset" in fields))
    if name == "post_only":
        return values if "post_only" in fields else (False,)
    if name.startswith("has_") and name[4:] in NUMBERS:
        if name[4:] not in fields:
            return (False,)
        return values if name[4:] in _MAY_MISS else (True,)
    return values


def _usual_first(name: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """What a plain order has stands first, so that it is what a request without more words means."""
    usual = _USUAL.get(name, False)
    return tuple(sorted(values, key=lambda value: (value != usual, values.index(value))))


def sides(command: Command) -> tuple[OrderSide | None, ...]:
    """The sides that a command may have; that of what is not about a new order may be unsaid."""
    said = (OrderSide.BUY, OrderSide.SELL)
    return said if command.name == "submit_order" else (None, *said)
