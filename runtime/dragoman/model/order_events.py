"""What happens to an order, one event a change. `ts_event` is the venue's clock, or the local one where the venue gave none."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from dragoman.model.enums import LiquiditySide, OrderSide, OrderType
from dragoman.model.identifiers import (
    AccountId,
    ClientOrderId,
    InstrumentId,
    PositionId,
    TradeId,
    VenueOrderId,
)
from dragoman.model.money import Money


class OrderEvent(Struct, frozen=True, gc=False, kw_only=True):
    """What every event of an order has; `reconciliation` marks those inferred from a report."""

    instrument_id: InstrumentId
    client_order_id: ClientOrderId
    ts_event: int
    ts_init: int
    account_id: AccountId | None = None
    venue_order_id: VenueOrderId | None = None
    reconciliation: bool = False


class OrderDenied(OrderEvent, frozen=True, gc=False, kw_only=True):
    """Refused here, before anything was sent."""

    reason: str


class OrderSubmitted(OrderEvent, frozen=True, gc=False, kw_only=True):
    """Sent; the venue has not answered."""


class OrderAccepted(OrderEvent, frozen=True, gc=False, kw_only=True):
    """The venue has it, under `venue_order_id`."""


class OrderRejected(OrderEvent, frozen=True, gc=False, kw_only=True):
    """The venue said no; `due_post_only` where it would have taken liquidity."""

    reason: str
    code: str | None = None
    due_post_only: bool = False


class OrderUpdated(OrderEvent, frozen=True, gc=False, kw_only=True):
    """The venue changed it; None is what stayed or the venue doesn't repeat."""

    quantity: Decimal | None = None
    price: Decimal | None = None
    trigger_price: Decimal | None = None


class OrderModifyRejected(OrderEvent, frozen=True, gc=False, kw_only=True):
    """The change was refused; the order stands as it was."""

    reason: str
    code: str | None = None


class OrderCanceled(OrderEvent, frozen=True, gc=False, kw_only=True):
    """Off the market, by request or by the venue (`reason`)."""

    reason: str | None = None


class OrderCancelRejected(OrderEvent, frozen=True, gc=False, kw_only=True):
    """The cancel was refused; the order may be filled, or gone already."""

    reason: str
    code: str | None = None


class OrderTriggered(OrderEvent, frozen=True, gc=False, kw_only=True):
    """A conditional order's trigger fired; it works as a plain order now."""


class OrderExpired(OrderEvent, frozen=True, gc=False, kw_only=True):
    """Its time in force is over."""


class OrderFilled(OrderEvent, frozen=True, gc=False, kw_only=True):
    """One fill, whole or part; prices are in `currency`."""

    trade_id: TradeId
    order_side: OrderSide
    order_type: OrderType
    last_qty: Decimal
    last_px: Decimal
    currency: str
    commission: Money | None = None
    liquidity_side: LiquiditySide = LiquiditySide.NO_LIQUIDITY_SIDE
    position_id: PositionId | None = None
