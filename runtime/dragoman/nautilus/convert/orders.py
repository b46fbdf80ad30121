"""Orders and commands both ways. What NautilusTrader keeps for itself (tags, execution algorithms, emulation) has no counterpart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from nautilus_trader.core.uuid import UUID4
from nautilus_trader.execution import messages
from nautilus_trader.model import orders as theirs
from nautilus_trader.model.identifiers import ClientOrderId, OrderListId, StrategyId, TraderId, VenueOrderId

from dragoman import model
from dragoman.nautilus.convert.numbers import Scale, decimal_from
from dragoman.nautilus.convert.words import (
    CONTINGENCY_TYPE,
    ORDER_SIDE,
    ORDER_TYPE,
    TIME_IN_FORCE,
    TRAILING_OFFSET_TYPE,
    TRIGGER_TYPE,
)

ORDER_KINDS: dict[model.OrderType, type[model.Order]] = {
    each.order_type: each
    for each in (
        model.MarketOrder,
        model.LimitOrder,
        model.StopMarketOrder,
        model.StopLimitOrder,
        model.MarketToLimitOrder,
        model.MarketIfTouchedOrder,
        model.LimitIfTouchedOrder,
        model.TrailingStopMarketOrder,
        model.TrailingStopLimitOrder,
    )
}
_THEIRS: dict[model.OrderType, Any] = {
    model.OrderType.MARKET: theirs.MarketOrder,
    model.OrderType.LIMIT: theirs.LimitOrder,
    model.OrderType.STOP_MARKET: theirs.StopMarketOrder,
    model.OrderType.STOP_LIMIT: theirs.StopLimitOrder,
    model.OrderType.MARKET_TO_LIMIT: theirs.MarketToLimitOrder,
    model.OrderType.MARKET_IF_TOUCHED: theirs.MarketIfTouchedOrder,
    model.OrderType.LIMIT_IF_TOUCHED: theirs.LimitIfTouchedOrder,
    model.OrderType.TRAILING_STOP_MARKET: theirs.TrailingStopMarketOrder,
    model.OrderType.TRAILING_STOP_LIMIT: theirs.TrailingStopLimitOrder,
}
_PRICES = ("price", "trigger_price", "activation_price")
_PASSIVE = ("post_only", "display_qty")
_OFFSETS = ("trailing_offset", "limit_offset")
_WORDS: dict[str, Any] = {"trigger_type": TRIGGER_TYPE, "trailing_offset_type": TRAILING_OFFSET_TYPE}


class Ids:
    """Who gives a command inside a node: what its messages carry beside the order itself."""

    __slots__ = ("strategy_id", "trader_id", "ts_init")

    def __init__(self, trader_id: str, strategy_id: str, ts_init: int) -> None:
        self.trader_id = TraderId(trader_id)
        self.strategy_id = StrategyId(strategy_id)
        self.ts_init = ts_init


# -- orders ------------------------------------------------------------------------------------------------------------


def order_from(order: Any, name: str, params: Mapping[str, Any] | None = None) -> model.Order:
    """NautilusTrader's order as ours; `name` is our id of its instrument, `params` go to the venue as they are.

    Raises InvalidOrder for one that contradicts itself.
    """
    kind = ORDER_KINDS[ORDER_TYPE.back(order.order_type)]
    said = terms_from(order, name)
    said |= {"params": dict(params or {}), "quantity": decimal_from(order.quantity)}
    fields = kind.__struct_fields__
    return kind(**{key: value for key, value in said.items() if key in fields})


def terms_from(order: Any, name: str) -> dict[str, Any]:
    """What an order says beside its quantity, by our names; a term that its type lacks is left out."""
    expires = getattr(order, "expire_time_ns", 0)
    said: dict[str, Any] = {
        "instrument_id": model.InstrumentId(name),
        "client_order_id": order.client_order_id.value,
        "order_side": ORDER_SIDE.back(order.side),
        "time_in_force": TIME_IN_FORCE.back(order.time_in_force),
        "expire_time": expires or None,
        "post_only": order.is_post_only,
        "reduce_only": order.is_reduce_only,
        "quote_quantity": order.is_quote_quantity,
        "contingency_type": CONTINGENCY_TYPE.back(order.contingency_type),
        "order_list_id": None if order.order_list_id is None else order.order_list_id.value,
        "linked_order_ids": tuple(each.value for each in order.linked_order_ids or ()),
        "parent_order_id": None if order.parent_order_id is None else order.parent_order_id.value,
    }
    for key in (*_PRICES, "display_qty"):
        value = getattr(order, key, None)
        if value is not None:
            said[key] = decimal_from(value)
    for key in _OFFSETS:
        value = getattr(order, key, None)
        if value is not None:
            said[key] = Decimal(value)
    for key, words in _WORDS.items():
        if hasattr(order, key):
            said[key] = words.back(getattr(order, key))
    return said


def order_to(order: model.Order, scale: Scale, ids: Ids) -> Any:
    """Our order as NautilusTrader's, as a strategy would have made it; it needs a `client_order_id`."""
    fields = order.__struct_fields__
    said: dict[str, Any] = {
        "trader_id": ids.trader_id,
        "strategy_id": ids.strategy_id,
        "instrument_id": scale.id,
        "client_order_id": ClientOrderId(str(order.client_order_id)),
        "order_side": ORDER_SIDE[order.order_side],
        "quantity": scale.quantity(order.quantity),
        "time_in_force": TIME_IN_FORCE[order.time_in_force],
        "reduce_only": order.reduce_only,
        "quote_quantity": order.quote_quantity,
        "contingency_type": CONTINGENCY_TYPE[order.contingency_type],
        "order_list_id": _named(OrderListId, order.order_list_id),
        "linked_order_ids": [ClientOrderId(each) for each in order.linked_order_ids] or None,
        "parent_order_id": _named(ClientOrderId, order.parent_order_id),
        "init_id": UUID4(),
        "ts_init": ids.ts_init,
    }
    if not isinstance(order, model.MarketOrder):
        said["expire_time_ns"] = order.expire_time or 0
    for key in _PRICES:
        if key in fields:
            said[key] = _maybe(scale.price, getattr(order, key))
    for key in _OFFSETS:
        if key in fields:
            said[key] = getattr(order, key)
    for key, words in _WORDS.items():
        if key in fields:
            said[key] = words[getattr(order, key)]
    for key in _PASSIVE:
        if key in fields:
            said[key] = getattr(order, key)
    if said.get("display_qty") is not None:
        said["display_qty"] = scale.quantity(said["display_qty"])
    return _THEIRS[order.order_type](**said)


# -- commands ----------------------------------------------------------------------------------------------------------


def modify_from(command: Any, name: str) -> model.ModifyOrder:
    """A ModifyOrder as ours; raises InvalidOrder where it changes nothing."""
    return model.ModifyOrder(
        **_about(command, name),
        quantity=_maybe(decimal_from, command.quantity),
        price=_maybe(decimal_from, command.price),
        trigger_price=_maybe(decimal_from, command.trigger_price),
    )


def cancel_from(command: Any, name: str) -> model.CancelOrder:
    return model.CancelOrder(**_about(command, name))


def query_from(command: Any, name: str) -> model.QueryOrder:
    """A QueryOrder, or the question for an order's report, as ours."""
    return model.QueryOrder(**_about(command, name))


def cancel_all_from(command: Any, name: str) -> model.CancelAllOrders:
    return model.CancelAllOrders(
        instrument_id=model.InstrumentId(name),
        order_side=ORDER_SIDE.back(command.order_side),
        params=dict(command.params or {}),
    )


def command_to(command: Any, scale: Scale, ids: Ids) -> Any:
    """Our ModifyOrder, CancelOrder, QueryOrder or CancelAllOrders as NautilusTrader's command; all but the last need a `client_order_id`."""
    said: dict[str, Any] = {
        "trader_id": ids.trader_id,
        "strategy_id": ids.strategy_id,
        "instrument_id": scale.id,
        "command_id": UUID4(),
        "ts_init": ids.ts_init,
        "params": dict(command.params) or None,
    }
    if isinstance(command, model.CancelAllOrders):
        return messages.CancelAllOrders(**said, order_side=ORDER_SIDE[command.order_side])
    said |= {
        "client_order_id": ClientOrderId(str(command.client_order_id)),
        "venue_order_id": _named(VenueOrderId, command.venue_order_id),
    }
    if isinstance(command, model.CancelOrder):
        return messages.CancelOrder(**said)
    if isinstance(command, model.QueryOrder):
        return messages.QueryOrder(**said)
    return messages.ModifyOrder(
        **said,
        quantity=_maybe(scale.quantity, command.quantity),
        price=_maybe(scale.price, command.price),
        trigger_price=_maybe(scale.price, command.trigger_price),
    )


def _about(command: Any, name: str) -> dict[str, Any]:
    """Which order a command means."""
    return {
        "instrument_id": model.InstrumentId(name),
        "client_order_id": None if command.client_order_id is None else command.client_order_id.value,
        "venue_order_id": None if command.venue_order_id is None else command.venue_order_id.value,
        "params": dict(command.params or {}),
    }


def _maybe(convert: Callable[[Any], Any], value: Any) -> Any:
    return None if value is None else convert(value)


def _named(kind: Callable[[str], Any], text: str | None) -> Any:
    return None if text is None else kind(text)
