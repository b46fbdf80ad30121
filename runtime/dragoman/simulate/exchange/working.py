"""An order as the exchange has it: whole numbers, and what has become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from dragoman.model import (
    ContingencyType,
    Order,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    TimeInForce,
    TrailingOffsetType,
    TriggerType,
)
from dragoman.simulate.exchange.positions import BOTH, Leg
from dragoman.simulate.exchange.rules import SelfTrade

State: TypeAlias = tuple[Any, ...]
"""Status, lots filled and left, flow, money left, limit, trigger, links, why it closed, when it was accepted, triggered and changed, and what it became."""
_STATE: Callable[[Any], State] = attrgetter(
    "status",
    "filled",
    "leaves",
    "flow",
    "spend",
    "limit",
    "trigger",
    "links",
    "why",
    "accepted_ns",
    "triggered_ns",
    "last_ns",
    "placed",
)

if TYPE_CHECKING:
    from dragoman.simulate.exchange.accounts import Account
    from dragoman.simulate.exchange.amounts import Grid

_CLOSED = frozenset(
    {OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.EXPIRED, OrderStatus.REJECTED, OrderStatus.DENIED}
)
UNTOLD = "\0"
"""How names begin by which orders are linked that have no id of their client."""
SECOND = "\1"
"""How names begin of orders that are one with another to those who are told: the id of that one stands behind it."""
_PLAIN = frozenset({OrderType.MARKET, OrderType.LIMIT, OrderType.MARKET_TO_LIMIT})
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
    closes: bool = False
    """Whether it is for as much as there is of its position once it works."""
    leg: Leg = BOTH
    borrows: bool = False
    """Whether it borrows what its account lacks."""
    repays: bool = False
    """Whether what it brings in pays back debts."""
    loan: int = 0
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
    placed: int | None = None
    """The number under which it goes on once it was triggered, where that is another order."""
    why: str | None = None
    links: tuple[str, ...] = ()
    children: list[Working] = field(default_factory=list)
    told: tuple[int, State, OrderStatusReport] | None = None
    """The last report of it: when, of which state, and the report."""

    @property
    def venue_order_id(self) -> str:
        return self.grid.spelled(self.number if self.placed is None else self.placed)

    @property
    def first_id(self) -> str:
        """The id that it came with."""
        return self.grid.spelled(self.number)

    @property
    def client_order_id(self) -> str | None:
        """What its client calls it, or what it is one with; None where it is linked by a name that nobody was told."""
        name = self.order.client_order_id
        return None if name is None or name.startswith(UNTOLD) else name.removeprefix(SECOND)

    @property
    def pair(self) -> tuple[Working, Working] | None:
        """It and the order with which it is one to those who are told, the one first by whose id they go; None for others."""
        name = self.order.client_order_id
        if name is None or self.order.contingency_type is not ContingencyType.OCO:
            return None
        known = self.account.by_client_id
        first, second = known.get(name.removeprefix(SECOND)), known.get(SECOND + name.removeprefix(SECOND))
        return None if first is None or second is None else (first, second)

    @property
    def is_untold(self) -> bool:
        """Whether it is an order only once what it hangs on is filled."""
        return self.held and self.client_order_id is None and self.order.parent_order_id is not None

    @property
    def is_conditional(self) -> bool:
        """Whether it waits for a price, or was closed while it did."""
        return self.type not in _PLAIN and self.triggered_ns is None

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

    def state(self) -> State:
        """All that may change of it and is told."""
        return _STATE(self)

    def report(self, now_ns: int, state: State | None = None) -> OrderStatusReport:
        """Its state, now or as it was then, for whom it belongs to."""
        state = _STATE(self) if state is None else state
        if self.told is not None and self.told[0] == now_ns and self.told[1] == state:
            return self.told[2]
        status, filled, leaves, flow, spend, limit, trigger, links, why, accepted, triggered, last, placed = (
            state
        )
        grid, order = self.grid, self.order
        report = OrderStatusReport(
            grid.instrument_id,
            grid.spelled(self.number if placed is None else placed),
            OrderSide.BUY if self.sign > 0 else OrderSide.SELL,
            self.type,
            self.tif,
            status,
            order.quantity if spend is not None and not filled else grid.lot * (filled + leaves),
            last,
            now_ns,
            self.account.account_id,
            self.client_order_id,
            grid.lot * filled,
            None if limit is None else grid.price(limit),
            grid.mean(flow, filled),
            None if trigger is None else grid.price(trigger),
            self._trigger_type(),
            self.post_only,
            self.reduce_only,
            why,
            accepted,
            None if self.display is None else grid.size(self.display),
            self.expires_ns if self.tif is TimeInForce.GTD else None,
            getattr(order, "trailing_offset", None),
            getattr(order, "trailing_offset_type", TrailingOffsetType.NO_TRAILING_OFFSET),
            None if self.leg is BOTH else f"{grid.instrument_id}-{self.leg}",
            order.order_list_id,
            order.contingency_type,
            getattr(order, "limit_offset", None),
            triggered,
            tuple([each for each in links if each[:1] not in (UNTOLD, SECOND)]) if links else (),
            order.parent_order_id,
        )
        self.told = now_ns, state, report
        return report

    def _trigger_type(self) -> TriggerType | None:
        given: TriggerType | None = getattr(self.order, "trigger_type", None)
        return TriggerType.LAST_PRICE if given is TriggerType.DEFAULT else given
