"""Orders: what a trader asks of a venue, before it is put in the venue's words.

Every order checks itself when made and raises InvalidOrder, so that a contradiction never reaches a venue.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from msgspec import Struct, field

from dragoman.errors import InvalidOrder
from dragoman.model.enums import (
    ContingencyType,
    OrderSide,
    OrderType,
    TimeInForce,
    TrailingOffsetType,
    TriggerType,
)
from dragoman.model.identifiers import ClientOrderId, InstrumentId, OrderListId


class Order(Struct, frozen=True, kw_only=True):
    """What every order says. `expire_time` (nanoseconds) goes with GTD; `quote_quantity` means `quantity` is in the quote currency.

    `client_order_id` is made at submission where it is None; `params` are extra fields in the venue's own words.
    """

    to_dict_also: ClassVar[tuple[str, ...]] = ("order_type",)
    order_type: ClassVar[OrderType]

    instrument_id: InstrumentId
    order_side: OrderSide
    quantity: Decimal
    client_order_id: ClientOrderId | None = None
    time_in_force: TimeInForce = TimeInForce.GTC
    expire_time: int | None = None
    reduce_only: bool = False
    quote_quantity: bool = False
    contingency_type: ContingencyType = ContingencyType.NO_CONTINGENCY
    order_list_id: OrderListId | None = None
    linked_order_ids: tuple[ClientOrderId, ...] = ()
    parent_order_id: ClientOrderId | None = None
    params: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.order_side is OrderSide.NO_ORDER_SIDE:
            raise InvalidOrder("order_side", "must be BUY or SELL")
        check_exact(self)
        if self.quantity <= 0:
            raise InvalidOrder("quantity", f"must be above zero, not {self.quantity:f}")
        if (self.time_in_force is TimeInForce.GTD) != (self.expire_time is not None):
            raise InvalidOrder("expire_time", "belongs to time_in_force=GTD, and only to it")


class MarketOrder(Order, frozen=True, kw_only=True):
    """Fills at once at what the book offers."""

    order_type: ClassVar[OrderType] = OrderType.MARKET


class MarketToLimitOrder(Order, frozen=True, kw_only=True):
    """A market order whose unfilled rest stays as a limit at the last fill's price."""

    order_type: ClassVar[OrderType] = OrderType.MARKET_TO_LIMIT

    display_qty: Decimal | None = None


class LimitOrder(Order, frozen=True, kw_only=True):
    """`display_qty` shows only a part of it; `post_only` never takes liquidity."""

    order_type: ClassVar[OrderType] = OrderType.LIMIT

    price: Decimal
    post_only: bool = False
    display_qty: Decimal | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_passive(self.post_only, self.time_in_force)
        _check_displayed(self.display_qty, self.quantity)


class Triggered(Order, frozen=True, kw_only=True):
    """An order that waits until the price named by `trigger_type` reaches `trigger_price`."""

    trigger_price: Decimal
    trigger_type: TriggerType = TriggerType.DEFAULT

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.trigger_type is TriggerType.NO_TRIGGER:
            raise InvalidOrder("trigger_type", "can't be NO_TRIGGER for an order that waits for a trigger")


class StopMarketOrder(Triggered, frozen=True, kw_only=True):
    """Becomes a market order when the price moves through the trigger against the position."""

    order_type: ClassVar[OrderType] = OrderType.STOP_MARKET


class MarketIfTouchedOrder(Triggered, frozen=True, kw_only=True):
    """Becomes a market order when the price reaches the trigger in the position's favour."""

    order_type: ClassVar[OrderType] = OrderType.MARKET_IF_TOUCHED


class TriggeredLimit(Triggered, frozen=True, kw_only=True):
    """A triggered order that becomes a limit order."""

    price: Decimal
    post_only: bool = False
    display_qty: Decimal | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_passive(self.post_only, self.time_in_force)
        _check_displayed(self.display_qty, self.quantity)


class StopLimitOrder(TriggeredLimit, frozen=True, kw_only=True):
    """Becomes a limit order when the price moves through the trigger against the position."""

    order_type: ClassVar[OrderType] = OrderType.STOP_LIMIT


class LimitIfTouchedOrder(TriggeredLimit, frozen=True, kw_only=True):
    """Becomes a limit order when the price reaches the trigger in the position's favour."""

    order_type: ClassVar[OrderType] = OrderType.LIMIT_IF_TOUCHED


class TrailingStopMarketOrder(Order, frozen=True, kw_only=True):
    """A stop that follows the price at `trailing_offset`; None as a price lets the venue start from the market."""

    order_type: ClassVar[OrderType] = OrderType.TRAILING_STOP_MARKET

    trailing_offset: Decimal
    trailing_offset_type: TrailingOffsetType = TrailingOffsetType.PRICE
    trigger_price: Decimal | None = None
    activation_price: Decimal | None = None
    trigger_type: TriggerType = TriggerType.DEFAULT

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.trailing_offset_type is TrailingOffsetType.NO_TRAILING_OFFSET:
            raise InvalidOrder("trailing_offset_type", "can't be NO_TRAILING_OFFSET for a trailing stop")


class TrailingStopLimitOrder(TrailingStopMarketOrder, frozen=True, kw_only=True):
    """A trailing stop that becomes a limit order `limit_offset` away from its trigger."""

    order_type: ClassVar[OrderType] = OrderType.TRAILING_STOP_LIMIT

    limit_offset: Decimal
    price: Decimal | None = None
    post_only: bool = False
    display_qty: Decimal | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_passive(self.post_only, self.time_in_force)
        _check_displayed(self.display_qty, self.quantity)


_NUMBERS = frozenset(
    {
        "quantity",
        "price",
        "trigger_price",
        "activation_price",
        "display_qty",
        "trailing_offset",
        "limit_offset",
    }
)


def check_exact(command: Struct) -> None:
    """Raises InvalidOrder for a term that isn't a finite Decimal."""
    for name in _NUMBERS.intersection(command.__struct_fields__):
        value = getattr(command, name)
        if value is not None and not (isinstance(value, Decimal) and value.is_finite()):
            raise InvalidOrder(name, f"must be a finite Decimal, not {value!r}")


def _check_passive(post_only: bool, time_in_force: TimeInForce) -> None:
    if post_only and time_in_force in (TimeInForce.IOC, TimeInForce.FOK):
        raise InvalidOrder("post_only", f"contradicts {time_in_force.name}, which only takes liquidity")


def _check_displayed(display_qty: Decimal | None, quantity: Decimal) -> None:
    if display_qty is not None and not 0 <= display_qty <= quantity:
        raise InvalidOrder("display_qty", f"must lie between 0 and the quantity {quantity:f}")
