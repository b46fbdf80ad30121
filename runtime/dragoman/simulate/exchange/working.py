"""An order as the exchange has it: whole numbers, and what has become of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from dragoman.model import (
    Order,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    PositionSide,
    TimeInForce,
    TrailingOffsetType,
    TriggerType,
)
from dragoman.simulate.exchange.rules import SelfTrade

if TYPE_CHECKING:
    from dragoman.simulate.exchange.accounts import Account
    from dragoman.simulate.exchange.amounts import Grid

_CLOSED = frozenset(
    {OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.EXPIRED, OrderStatus.REJECTED, OrderStatus.DENIED}
)
UNTOLD = "\0"
"""How names begin by which orders are linked that have no id of their client."""
TAKES_MARKET = frozenset({OrderType.MARKET, OrderType.MARKET_TO_LIMIT})
_TRIGGERED_TO_MARKET = frozenset(
    {OrderType.STOP_MARKET, OrderType.MARKET_IF_TOUCHED, OrderType.TRAILING_STOP_MARKET}
)


@dataclass(eq=False, slots=True, kw_only=True)
class Working:
    """`sign` is 1 for a buyer; `limit` and `trigger` are ticks, `leaves` and `filled` lots, `lock` units of money.

    `spend` is what is left of a quantity in the quote currency; `opening` are the lots that margin is held for, `reserve` is the
    fraction held back for a fee.
    """

    number: int
    account: Account
    grid: Grid
    order: Order
    sign: int
    type: OrderType
    tif: TimeInForce
    leaves: int
    limit: int | None = None
    trigger: int | None = None
    display: int | None = None
    post_only: bool = False
    reduce_only: bool = False
    leg: PositionSide = PositionSide.NO_POSITION_SIDE
    self_trade: SelfTrade = SelfTrade.ALLOW
    spend: int | None = None
    status: OrderStatus = OrderStatus.ACCEPTED
    filled: int = 0
    flow: int = 0
    shown: int = 0
    tranche: int = 0
    opening: int = 0
    reserve: Decimal = Decimal(0)
    lock: int = 0
    resting: bool = False
    waiting: bool = False
    held: bool = False
    expires_ns: int | None = None
    accepted_ns: int = 0
    triggered_ns: int | None = None
    last_ns: int = 0
    why: str | None = None
    links: tuple[str, ...] = ()
    children: list[Working] = field(default_factory=list)

    @property
    def venue_order_id(self) -> str:
        return self.grid.spelled(self.number)

    @property
    def client_order_id(self) -> str | None:
        """What its client calls it; None where it is linked by a name that nobody was told."""
        name = self.order.client_order_id
        return None if name is None or name.startswith(UNTOLD) else name

    @property
    def is_untold(self) -> bool:
        """Whether it is an order only once what it hangs on is filled."""
        return self.held and self.client_order_id is None and self.order.parent_order_id is not None

    @property
    def is_open(self) -> bool:
        return self.status not in _CLOSED

    @property
    def quantity(self) -> int:
        """Lots in all."""
        return self.filled + self.leaves

    @property
    def is_market(self) -> bool:
        """Whether it takes any price once it works."""
        return self.type in TAKES_MARKET or self.type in _TRIGGERED_TO_MARKET

    def report(self, now_ns: int) -> OrderStatusReport:
        """Its state for whom it belongs to."""
        grid, order = self.grid, self.order
        return OrderStatusReport(
            account_id=self.account.account_id,
            instrument_id=grid.instrument_id,
            venue_order_id=self.venue_order_id,
            client_order_id=self.client_order_id,
            order_list_id=order.order_list_id,
            linked_order_ids=tuple(each for each in self.links if not each.startswith(UNTOLD)),
            parent_order_id=order.parent_order_id,
            contingency_type=order.contingency_type,
            order_side=OrderSide.BUY if self.sign > 0 else OrderSide.SELL,
            order_type=self.type,
            time_in_force=self.tif,
            order_status=self.status,
            quantity=self._quantity(),
            filled_qty=grid.lot * self.filled,
            display_qty=None if self.display is None else grid.size(self.display),
            price=None if self.limit is None else grid.price(self.limit),
            trigger_price=None if self.trigger is None else grid.price(self.trigger),
            trigger_type=self._trigger_type(),
            limit_offset=getattr(order, "limit_offset", None),
            trailing_offset=getattr(order, "trailing_offset", None),
            trailing_offset_type=getattr(
                order, "trailing_offset_type", TrailingOffsetType.NO_TRAILING_OFFSET
            ),
            avg_px=grid.mean(self.flow, self.filled),
            post_only=self.post_only,
            reduce_only=self.reduce_only,
            cancel_reason=self.why,
            expire_time=self.expires_ns if self.tif is TimeInForce.GTD else None,
            ts_accepted=self.accepted_ns,
            ts_triggered=self.triggered_ns,
            ts_last=self.last_ns,
            ts_init=now_ns,
        )

    def _quantity(self) -> Decimal:
        if self.spend is not None and not self.filled:
            return self.order.quantity
        return self.grid.lot * (self.filled + self.leaves)

    def _trigger_type(self) -> TriggerType | None:
        given: TriggerType | None = getattr(self.order, "trigger_type", None)
        return TriggerType.LAST_PRICE if given is TriggerType.DEFAULT else given
