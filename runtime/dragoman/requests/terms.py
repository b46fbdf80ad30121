"""Normalized commands as flat terms: what decision tables and wire fields are made of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from dragoman.errors import InvalidParameter
from dragoman.errors.base import nearest
from dragoman.model import (
    ORDER_TYPES,
    CancelAllOrders,
    CancelOrder,
    ContingencyType,
    ModifyOrder,
    Order,
    QueryOrder,
    TimeInForce,
    TrailingOffsetType,
    TriggerType,
)

_CLASSES: Mapping[str, type[msgspec.Struct]] = {
    "modify_order": ModifyOrder,
    "cancel_order": CancelOrder,
    "cancel_all_orders": CancelAllOrders,
    "query_order": QueryOrder,
}
_CALLED = {
    "order_type": "type",
    "order_side": "side",
    "time_in_force": "tif",
    "trigger_type": "trigger",
    "trailing_offset_type": "offset_type",
    "contingency_type": "contingency",
}
"""Field of the model -> what specifications call it."""
_DEFAULTS: Mapping[str, Any] = {
    **dict.fromkeys(
        (
            "quantity",
            "price",
            "trigger_price",
            "activation_price",
            "display_qty",
            "trailing_offset",
            "limit_offset",
            "filled_qty",
            "expire_time",
            "client_order_id",
            "venue_order_id",
            "order_list_id",
            "parent_order_id",
        )
    ),
    "type": None,
    "side": None,
    "tif": TimeInForce.GTC,
    "post_only": False,
    "reduce_only": False,
    "quote_quantity": False,
    "trigger": TriggerType.NO_TRIGGER,
    "offset_type": TrailingOffsetType.NO_TRAILING_OFFSET,
    "contingency": ContingencyType.NO_CONTINGENCY,
}


def terms_of(command: msgspec.Struct) -> dict[str, Any]:
    """Every term by the name that specifications use; what the command doesn't have is None, False or the enum's NO_ member."""
    found = dict(_DEFAULTS)
    if isinstance(command, Order):
        found["type"] = type(command).order_type
    for name, called in _terms_known(type(command)):
        found[called] = getattr(command, name)
    return found


@cache
def _terms_known(kind: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    """(field, what specifications call it) of the fields that they may speak of."""
    pairs = ((name, _CALLED.get(name, name)) for name in kind.__struct_fields__)
    return tuple(pair for pair in pairs if pair[1] in _DEFAULTS)


def _identifier(kind: type[Any], value: Any) -> Any:
    """Identifiers are text of their own types."""
    return kind.parse(value) if hasattr(kind, "parse") else kind(value)


def command_of(venue: str, action: str, given: Mapping[str, Any]) -> msgspec.Struct:
    """A command from its fields, texts allowed; raises InvalidParameter and InvalidOrder."""
    values = dict(given)
    if action == "submit_order":
        wanted = str(values.pop("order_type", values.pop("type", "LIMIT")))
        found = next((each for each in ORDER_TYPES.values() if each.order_type == wanted), None)
        if found is None:
            known = [str(each.order_type) for each in ORDER_TYPES.values()]
            hint = nearest(wanted, known)
            meant = f"; did you mean {hint!r}?" if hint else f"; there are {', '.join(known)}"
            raise InvalidParameter(venue, action, "order_type", f"can't be {wanted!r}{meant}")
        kind: type[msgspec.Struct] = found
    else:
        kind = _CLASSES[action]
    for name in values:
        if name not in kind.__struct_fields__:
            hint = nearest(name, kind.__struct_fields__)
            meant = f"did you mean {hint!r}?" if hint else f"there are {', '.join(kind.__struct_fields__)}"
            raise InvalidParameter(venue, action, name, f"is unknown; {meant}")
    try:
        return msgspec.convert(values, kind, strict=False, dec_hook=_identifier)
    except msgspec.ValidationError as error:
        raise InvalidParameter(venue, action, "order", f"is no {kind.__name__}: {error}") from None
