"""What a venue says about the state of orders, fills, positions and the account.

None is what the venue doesn't say. Quantities and prices are exact decimals, times UNIX nanoseconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from msgspec import Struct, field

from dragoman.model.enums import (
    AccountType,
    ContingencyType,
    LiquiditySide,
    OrderSide,
    OrderStatus,
    OrderType,
    PositionSide,
    TimeInForce,
    TrailingOffsetType,
    TriggerType,
)
from dragoman.model.identifiers import (
    AccountId,
    ClientOrderId,
    InstrumentId,
    OrderListId,
    PositionId,
    TradeId,
    VenueOrderId,
)
from dragoman.model.money import Money


class OrderStatusReport(Struct, frozen=True, gc=False):
    """One order as the venue has it; `avg_px` is the mean price of its fills, `expire_time` is for GTD."""

    instrument_id: InstrumentId
    venue_order_id: VenueOrderId
    order_side: OrderSide
    order_type: OrderType
    time_in_force: TimeInForce
    order_status: OrderStatus
    quantity: Decimal
    ts_last: int
    ts_init: int
    account_id: AccountId | None = None
    client_order_id: ClientOrderId | None = None
    filled_qty: Decimal = Decimal(0)
    price: Decimal | None = None
    avg_px: Decimal | None = None
    trigger_price: Decimal | None = None
    trigger_type: TriggerType | None = None
    post_only: bool = False
    reduce_only: bool = False
    cancel_reason: str | None = None
    ts_accepted: int = 0
    display_qty: Decimal | None = None
    expire_time: int | None = None
    trailing_offset: Decimal | None = None
    trailing_offset_type: TrailingOffsetType = TrailingOffsetType.NO_TRAILING_OFFSET
    venue_position_id: PositionId | None = None
    order_list_id: OrderListId | None = None
    contingency_type: ContingencyType = ContingencyType.NO_CONTINGENCY
    limit_offset: Decimal | None = None
    ts_triggered: int | None = None
    linked_order_ids: tuple[ClientOrderId, ...] = ()
    parent_order_id: ClientOrderId | None = None

    @property
    def ts_event(self) -> int:
        return self.ts_last

    @property
    def leaves_qty(self) -> Decimal:
        """What is still to be filled."""
        return self.quantity - self.filled_qty

    @property
    def is_open(self) -> bool:
        """Whether the venue may still fill it."""
        return self.order_status in _OPEN


_OPEN = frozenset(
    {
        OrderStatus.ACCEPTED,
        OrderStatus.TRIGGERED,
        OrderStatus.PENDING_UPDATE,
        OrderStatus.PENDING_CANCEL,
        OrderStatus.PARTIALLY_FILLED,
    }
)


class FillReport(Struct, frozen=True, gc=False):
    """One fill; a negative `commission` is a rebate. `trade_id` is what duplicates are recognised by."""

    instrument_id: InstrumentId
    venue_order_id: VenueOrderId
    trade_id: TradeId
    order_side: OrderSide
    last_qty: Decimal
    last_px: Decimal
    ts_event: int
    ts_init: int
    account_id: AccountId | None = None
    client_order_id: ClientOrderId | None = None
    commission: Money | None = None
    liquidity_side: LiquiditySide = LiquiditySide.NO_LIQUIDITY_SIDE
    avg_px: Decimal | None = None
    venue_position_id: PositionId | None = None


class PositionStatusReport(Struct, frozen=True, gc=False):
    """One position; `quantity` is without sign, FLAT where it is zero."""

    instrument_id: InstrumentId
    position_side: PositionSide
    quantity: Decimal
    ts_last: int
    ts_init: int
    account_id: AccountId | None = None
    avg_px_open: Decimal | None = None
    venue_position_id: PositionId | None = None

    @property
    def ts_event(self) -> int:
        return self.ts_last

    @property
    def signed_decimal_qty(self) -> Decimal:
        return -self.quantity if self.position_side is PositionSide.SHORT else self.quantity


class AccountBalance(Struct, frozen=True, gc=False):
    """`total = locked + free`, in `currency`."""

    currency: str
    total: Decimal
    locked: Decimal
    free: Decimal


class MarginBalance(Struct, frozen=True, gc=False):
    """Margin in `currency`, for one instrument or, where that is None, for the account."""

    currency: str
    initial: Decimal
    maintenance: Decimal
    instrument_id: InstrumentId | None = None


class AccountState(Struct, frozen=True, kw_only=True):
    """Balances and margins that the message tells of; `reported` means the venue said so, not that it was calculated here."""

    to_dict_also: ClassVar[tuple[str, ...]] = ("assets", "free")

    account_id: AccountId | None = None
    account_type: AccountType
    base_currency: str | None = None
    balances: tuple[AccountBalance, ...] = ()
    margins: tuple[MarginBalance, ...] = ()
    reported: bool = True
    info: Mapping[str, Any] = field(default_factory=dict)
    ts_event: int
    ts_init: int

    @property
    def assets(self) -> tuple[str, ...]:
        """The currencies that the message tells of."""
        return tuple(balance.currency for balance in self.balances)

    @property
    def free(self) -> dict[str, Decimal]:
        """What can be spent, by currency."""
        return {balance.currency: balance.free for balance in self.balances}
