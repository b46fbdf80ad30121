"""What is asked about an order that exists already: to change it, take it back, or tell its state."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from dragoman.errors import InvalidOrder
from dragoman.model.enums import OrderSide
from dragoman.model.identifiers import ClientOrderId, InstrumentId, VenueOrderId
from dragoman.model.orders import check_exact


class ModifyOrder(Struct, frozen=True, kw_only=True):
    """Change an order; None leaves a term as it is. One of the two ids is needed."""

    instrument_id: InstrumentId
    client_order_id: ClientOrderId | None = None
    venue_order_id: VenueOrderId | None = None
    quantity: Decimal | None = None
    price: Decimal | None = None
    trigger_price: Decimal | None = None
    params: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_exact(self)
        _check_named(self.client_order_id, self.venue_order_id)
        if self.quantity is None and self.price is None and self.trigger_price is None:
            raise InvalidOrder("quantity", "and price and trigger_price are all None: nothing would change")


class CancelOrder(Struct, frozen=True, kw_only=True):
    """Take one order off the market. One of the two ids is needed."""

    instrument_id: InstrumentId
    client_order_id: ClientOrderId | None = None
    venue_order_id: VenueOrderId | None = None
    params: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _check_named(self.client_order_id, self.venue_order_id)


class CancelAllOrders(Struct, frozen=True, kw_only=True):
    """Take every order of an instrument off the market, of one side where `order_side` says so."""

    instrument_id: InstrumentId
    order_side: OrderSide = OrderSide.NO_ORDER_SIDE
    params: Mapping[str, Any] = field(default_factory=dict)


class QueryOrder(Struct, frozen=True, kw_only=True):
    """Ask the venue for one order's state. One of the two ids is needed."""

    instrument_id: InstrumentId
    client_order_id: ClientOrderId | None = None
    venue_order_id: VenueOrderId | None = None
    params: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _check_named(self.client_order_id, self.venue_order_id)


def _check_named(client_order_id: ClientOrderId | None, venue_order_id: VenueOrderId | None) -> None:
    if client_order_id is None and venue_order_id is None:
        raise InvalidOrder("client_order_id", "and venue_order_id are both None: which order is meant?")
