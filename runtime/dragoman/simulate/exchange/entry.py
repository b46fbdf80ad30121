"""A new order is held to the instrument's rules and the account's means, and becomes whole numbers."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import LiquiditySide, Order, OrderSide, OrderType, PositionSide, TimeInForce
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.amounts import Grid, Kind, units
from dragoman.simulate.exchange.contingent import adopt, enlist
from dragoman.simulate.exchange.floor import Floor
from dragoman.simulate.exchange.listing import Listing
from dragoman.simulate.exchange.loans import NO_LOANS, Loans, lend
from dragoman.simulate.exchange.positions import ALONE, BOTH, Alone, Leg, is_margined
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.rules import SelfTrade
from dragoman.simulate.exchange.settlement import fee_rate
from dragoman.simulate.exchange.triggers import is_due
from dragoman.simulate.exchange.working import Working

_SIDE_OF = {alone: side for side, alone in ALONE.items()}
_SIDES = (LiquiditySide.MAKER, LiquiditySide.TAKER)
_SESSION = frozenset({TimeInForce.AT_THE_OPEN, TimeInForce.AT_THE_CLOSE})
CONDITIONAL = frozenset(
    {
        OrderType.STOP_MARKET,
        OrderType.STOP_LIMIT,
        OrderType.MARKET_IF_TOUCHED,
        OrderType.LIMIT_IF_TOUCHED,
        OrderType.TRAILING_STOP_MARKET,
        OrderType.TRAILING_STOP_LIMIT,
    }
)
"""Orders that wait for a price before they go to the book."""


def is_conditional(kind: OrderType) -> bool:
    """Whether orders of the type wait for a price."""
    return kind in CONDITIONAL


def admit(
    floor: Floor,
    account: Account,
    order: Order,
    leg: Leg = BOTH,
    self_trade: SelfTrade | None = None,
    loans: Loans = NO_LOANS,
) -> Working:
    """The order as the exchange will have it; raises Refused, and nothing is changed."""
    listing = floor.listing(order.instrument_id)
    grid = listing.grid
    if grid.kind is Kind.BET:
        raise Refused(Reason.NOT_SUPPORTED, "bets are made by the crowd alone")
    check_session(listing, order.time_in_force)
    _check_unique(floor, account, order.client_order_id)
    sign = 1 if order.order_side is OrderSide.BUY else -1
    leg, reduce_only = _leg(account, grid, order, leg, sign, loans)
    limit = price_in_ticks(grid, getattr(order, "price", None))
    trigger = price_in_ticks(grid, getattr(order, "trigger_price", None))
    display: Decimal | None = getattr(order, "display_qty", None)
    made = Working(
        number=next(floor.numbers),
        account=account,
        grid=grid,
        order=order,
        sign=sign,
        type=order.order_type,
        tif=order.time_in_force,
        leaves=0,
        limit=limit,
        trigger=trigger,
        display=None if display is None else size_in_lots(grid, display),
        post_only=getattr(order, "post_only", False),
        reduce_only=reduce_only,
        leg=leg,
        borrows=loans.borrows,
        repays=loans.repays,
        self_trade=self_trade or floor.rules.self_trade,
        expires_ns=_expiry(floor, order),
        links=tuple(order.linked_order_ids),
    )
    _size(listing, made)
    enlist(made)
    adopt(made)
    try:
        _check_reducing(made)
        if not made.held and not is_conditional(made.type):
            if floor.rules.would_take == "refuse":
                _check_passive(listing, made)
            check_means(floor, listing, made)
        if not made.held and is_due(made, listing.prices) and floor.rules.due_trigger == "refuse":
            raise Refused(Reason.WOULD_TRIGGER, "the order would trigger at once")
    except Refused:
        _disown(made)
        raise
    return made


# -- the instrument's rules --------------------------------------------------------------------------------------------


def price_in_ticks(grid: Grid, price: Decimal | None) -> int | None:
    """Whole ticks; raises Refused for a price between two or out of range."""
    if price is None:
        return None
    ticks = grid.ticks(price)
    if ticks is None:
        raise Refused(Reason.PRICE_STEP, f"price {price:f} is no multiple of {grid.tick:f}")
    most, least = grid.instrument.max_price, grid.instrument.min_price
    if (most is not None and price > most) or (least is not None and price < least) or ticks <= 0:
        raise Refused(Reason.PRICE_RANGE, f"price {price:f} is out of range")
    return ticks


def size_in_lots(grid: Grid, size: Decimal) -> int:
    """Whole lots; raises Refused for a size between two."""
    lots = grid.lots(size)
    if lots is None:
        raise Refused(Reason.SIZE_STEP, f"quantity {size:f} is no multiple of {grid.lot:f}")
    return lots


def check_size(grid: Grid, lots: int, ticks: int | None) -> None:
    """Quantity and worth between least and most; raises Refused."""
    instrument, size = grid.instrument, grid.size(lots)
    if instrument.max_quantity is not None and size > instrument.max_quantity:
        raise Refused(Reason.SIZE_RANGE, f"quantity {size:f} is above {instrument.max_quantity:f}")
    if lots <= 0 or (instrument.min_quantity is not None and size < instrument.min_quantity):
        raise Refused(Reason.SIZE_RANGE, f"quantity {size:f} is too small")
    if ticks is None:
        return
    worth = grid.value(ticks, lots)
    least, most = instrument.min_notional, instrument.max_notional
    if least is not None and worth < units(least.amount):
        raise Refused(Reason.MIN_NOTIONAL, f"the order's worth is below {least}")
    if most is not None and worth > units(most.amount):
        raise Refused(Reason.SIZE_RANGE, f"the order's worth is above {most}")


def _size(listing: Listing, made: Working) -> None:
    """Lots of the order, or the money that it spends."""
    grid, order = listing.grid, made.order
    reference = made.limit or made.trigger or _reference(listing, made.sign)
    if not order.quote_quantity:
        made.leaves = size_in_lots(grid, order.quantity)
    elif made.is_market:
        made.spend = units(order.quantity)
        if reference is not None and not grid.affordable(reference, made.spend):
            raise Refused(Reason.SIZE_RANGE, f"{order.quantity:f} {grid.quote} buys not one step of size")
        return
    else:
        assert made.limit is not None
        made.leaves = grid.affordable(made.limit, units(order.quantity))
    check_size(grid, made.leaves, None if made.reduce_only else reference)


def _reference(listing: Listing, sign: int) -> int | None:
    """The price that a market order would be worth."""
    best = listing.book.side(-sign).best
    return (
        best
        if best is not None
        else (listing.trades and listing.grid.ticks(listing.trades[-1].price)) or None
    )


def check_session(listing: Listing, tif: TimeInForce) -> None:
    """Raises Refused for an order that doesn't belong to the present part of the day."""
    if listing.instrument.is_active is False:
        raise Refused(Reason.CLOSED, "the instrument is not traded")
    if not listing.trading and tif not in _SESSION:
        raise Refused(Reason.CLOSED, "the market is closed")
    if listing.trading and tif is TimeInForce.AT_THE_OPEN:
        raise Refused(Reason.CLOSED, "the market is open already")


def _expiry(floor: Floor, order: Order) -> int | None:
    if order.expire_time is not None and order.expire_time <= floor.now_ns:
        raise Refused(Reason.EXPIRED, "the order would expire before it begins")
    if order.time_in_force is TimeInForce.DAY:
        return floor.rules.end_of_day(floor.now_ns)
    return order.expire_time


# -- the account's means -----------------------------------------------------------------------------------------------


def _check_unique(floor: Floor, account: Account, identity: str | None) -> None:
    known = account.by_client_id.get(identity) if identity is not None else None
    if known is not None and (known.is_open or floor.rules.unique == "ever"):
        raise Refused(Reason.DUPLICATE, f"the client order id {identity} is taken")


def _leg(account: Account, grid: Grid, order: Order, leg: Leg, sign: int, loans: Loans) -> tuple[Leg, bool]:
    """The position that an order is for, and whether it can only make that smaller; of goods, debts are all that there is of one."""
    if not is_margined(grid):
        owes = loans.repays and account.purse(grid.base if sign > 0 else grid.quote).borrowed > 0
        if order.reduce_only and not owes:
            raise Refused(
                Reason.REDUCE_ONLY, "there is no position to reduce in an instrument that is paid whole"
            )
        return BOTH, False
    alone = isinstance(leg, Alone)
    side = _SIDE_OF[leg] if isinstance(leg, Alone) else leg
    if not account.hedging:
        if side is not BOTH:
            raise Refused(Reason.POSITION, "the account holds one position an instrument")
        return leg, order.reduce_only
    if side is BOTH:
        long = (sign > 0) != order.reduce_only
        side = PositionSide.LONG if long else PositionSide.SHORT
    return ALONE[side] if alone else side, (side is PositionSide.LONG) != (sign > 0)


def _check_reducing(made: Working) -> None:
    if not made.reduce_only or made.held or is_conditional(made.type):
        return
    if not made.account.closable(made.grid, made.leg, made.sign):
        raise Refused(Reason.REDUCE_ONLY, "there is no position that the order would reduce")


def _check_passive(listing: Listing, made: Working) -> None:
    if made.post_only and listing.book.crosses(made.sign, made.limit):
        raise Refused(Reason.WOULD_TAKE, "the order would take liquidity")


def check_means(floor: Floor, listing: Listing, made: Working, ticks: int | None = None) -> None:
    """Whether the account can pay for the order, with what it holds already; raises Refused."""
    account, grid = made.account, made.grid
    if account.boundless:
        return
    if is_margined(grid):
        closable = account.closable(grid, made.leg, made.sign)
        made.opening = 0 if made.reduce_only else max(0, made.leaves - closable)
    elif made.sign > 0 and floor.rules.fee_in == "quote":
        made.reserve = max(Decimal(0), *(fee_rate(floor, account, grid, side) for side in _SIDES))
    price, lots = ticks or made.limit, made.leaves
    if made.spend is not None:
        if made.sign > 0 and not is_margined(grid) and made.spend > account.free(grid.quote):
            if lend(listing, made, grid.quote, made.spend - account.free(grid.quote)):
                return
            raise Refused(Reason.INSUFFICIENT, f"{grid.quote} are not enough")
        return
    if price is None or made.is_market:
        price = _mean_ahead(listing, made)
        if price is None:
            return
    currency, amount = account.needed(made, lots, price, floor.leverage(made))
    lacking = amount - account.free(currency) - made.lock
    if lacking > 0 and not lend(listing, made, currency, lacking):
        raise Refused(Reason.INSUFFICIENT, f"{currency} are not enough")


def _mean_ahead(listing: Listing, made: Working) -> int | None:
    """The price, rounded against the order, at which the book would fill it; None for an empty book."""
    wanted, weight, taken = made.leaves, 0, 0
    for maker in listing.book.reachable(made.sign, None):
        assert maker.limit is not None
        lots = min(maker.leaves, wanted - taken)
        weight += lots * maker.limit
        taken += lots
        if taken == wanted:
            break
    return -(-weight // taken) if taken else None


def _disown(made: Working) -> None:
    parent = made.account.by_client_id.get(made.order.parent_order_id or "")
    if parent is not None and made in parent.children:
        parent.children.remove(made)
