"""An order of every row of a venue's table for new orders, priced so that what may wait waits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any

from dragoman.model import (
    ORDER_TYPES,
    ContingencyType,
    Order,
    OrderSide,
    OrderType,
    TimeInForce,
    TrailingOffsetType,
    TriggerType,
)
from dragoman.simulate.market import Line
from dragoman.simulate.wire.combinations import Combination, combined

from tests.runtime.simulate.wire.desk import NOW, Client

D, DAY = Decimal, 86_400_000_000_000
_CALLED: dict[str, tuple[str, type[StrEnum]]] = {
    "tif": ("time_in_force", TimeInForce),
    "trigger": ("trigger_type", TriggerType),
    "offset_type": ("trailing_offset_type", TrailingOffsetType),
    "contingency": ("contingency_type", ContingencyType),
}
_SIDES = (OrderSide.BUY, OrderSide.SELL)


def orders_of(client: Client, product: str, line: Line, tried: set[tuple[Any, ...]]) -> Iterator[Order]:
    """Orders of a product that the venue takes, one for each row of its table and each value that an input may have.

    What is sent in the words of another product's order is `tried` there; one of each product there is.
    """
    command = client.interface.commands["submit_order"]
    types: set[Any] = set()
    for number, found in enumerate(combined(command, product)):
        inputs = found.inputs
        words = inputs["type"], found.operation, frozenset(found.wire)
        row = ("tif", inputs.get("tif"), "post_only", inputs.get("post_only"))
        cells = {(words, *cell) for cell in (row, *inputs.items())}
        if not _is_whole(found) or (types and cells <= tried):
            continue
        types.add(inputs["type"])
        tried |= cells
        side = _SIDES[(len(types) + number) & 1] if inputs.get("side") is None else OrderSide(inputs["side"])
        yield _order(line, product, found, side, f"r{number}{side.name[0]}")


def _is_whole(found: Combination) -> bool:
    """Whether what the combination says goes together, which only other inputs of it tell."""
    inputs = found.inputs
    linked = inputs.get("contingency", "NO_CONTINGENCY") != "NO_CONTINGENCY"
    plain = inputs.get("tif") == "GTC" and inputs.get("trigger") in ("DEFAULT", "NO_TRIGGER")
    return inputs.get("has_order_list_id", linked) is linked and (not linked or plain)


def _order(line: Line, product: str, found: Combination, side: OrderSide, name: str) -> Order:
    inputs = found.inputs
    kind = ORDER_TYPES[OrderType(inputs["type"])]
    own = set(kind.__struct_fields__)
    sign = 1 if side is OrderSide.BUY else -1
    near = line.best[1] if sign > 0 else line.best[0]
    step = max(1, min(50, near // 100))
    touched = "touched" in kind.__name__.lower()
    terms: dict[str, Any] = {key: value for key, value in inputs.items() if key in own}
    terms |= {name: kind_of(inputs[key]) for key, (name, kind_of) in _CALLED.items() if key in inputs}
    terms = {key: value for key, value in terms.items() if key in own}
    terms |= {"instrument_id": line.instrument_id, "order_side": side, "client_order_id": name}
    terms["quantity"] = line.size(80) * (line.price(near) if inputs.get("quote_quantity") else 1)
    if terms.get("time_in_force") is TimeInForce.GTD:
        terms["expire_time"] = NOW + DAY
    if "trigger_price" in own and "trailing_offset" not in own:
        terms["trigger_price"] = line.price(near + sign * 10 * step * (-1 if touched else 1))
    if "price" in own and inputs.get("has_price", True):
        away = 12 * step if kind.order_type is OrderType.STOP_LIMIT else -5 * step
        terms["price"] = line.price(near + sign * away)
    if "trailing_offset" in own:
        by_part = terms.get("trailing_offset_type") == TrailingOffsetType.BASIS_POINTS
        terms["trailing_offset"] = D(100) if by_part else line.price(2 * step)
    if "limit_offset" in own:
        terms["limit_offset"] = line.price(step)
    if inputs.get("has_display_qty"):
        terms["display_qty"] = line.size(20)
    if inputs.get("has_order_list_id"):
        terms["order_list_id"] = f"list-{name}"
    if product == "events":
        terms["params"] = {"outcome": "yes"}
    return kind(**terms)
