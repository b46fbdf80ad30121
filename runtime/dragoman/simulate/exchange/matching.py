"""An order meets the book: fills by price and arrival, then what is left rests, waits or is gone."""

from __future__ import annotations

from dragoman.model import LiquiditySide, OrderStatus, OrderType, TimeInForce
from dragoman.simulate.exchange.contingent import after_close, after_fill
from dragoman.simulate.exchange.floor import Floor
from dragoman.simulate.exchange.listing import Listing
from dragoman.simulate.exchange.reasons import Reason
from dragoman.simulate.exchange.rules import SelfTrade
from dragoman.simulate.exchange.settlement import settle
from dragoman.simulate.exchange.working import TAKES_MARKET, Working

_AT_ONCE = frozenset({TimeInForce.IOC, TimeInForce.FOK, TimeInForce.AT_THE_OPEN, TimeInForce.AT_THE_CLOSE})


def work(floor: Floor, order: Working) -> None:
    """An order begins to trade; its trigger, where it has one, has fired."""
    listing = floor.listings[order.grid.instrument_id]
    limit = None if order.is_market else order.limit
    if order.post_only and listing.book.crosses(order.sign, limit):
        rejects = floor.rules.would_take == "reject"
        cancel(floor, order, Reason.WOULD_TAKE, OrderStatus.REJECTED if rejects else OrderStatus.CANCELED)
        return
    if order.tif is TimeInForce.FOK and not _fillable(listing, order, limit):
        cancel(floor, order, Reason.UNFILLABLE, _unfilled(floor))
        return
    last = _take(floor, listing, order, limit)
    if not order.is_open:
        return
    if order.spend is not None and order.filled:
        order.leaves = 0
        _filled_up(floor, order)
    elif order.type is OrderType.MARKET_TO_LIMIT and last is not None and order.tif not in _AT_ONCE:
        order.limit = last
        rest(floor, order)
    elif order.is_market or order.tif in _AT_ONCE or listing.book.crosses(order.sign, limit):
        cancel(floor, order, Reason.NO_LIQUIDITY, _unfilled(floor))
    else:
        rest(floor, order)


def rest(floor: Floor, order: Working) -> None:
    """Into the book, with what it needs held back."""
    listing = floor.listings[order.grid.instrument_id]
    _hold(floor, order)
    listing.book.side(order.sign).add(order)


def cancel(
    floor: Floor, order: Working, why: str = "asked", status: OrderStatus = OrderStatus.CANCELED
) -> bool:
    """Off the market, and what hangs on it with it; False where it was closed before."""
    if not floor.withdraw(order, why, status):
        return False
    after_close(floor, order, cancel)
    return True


# -- taking ------------------------------------------------------------------------------------------------------------


def _take(floor: Floor, listing: Listing, taker: Working, limit: int | None) -> int | None:
    """Trades with the other side for as long as it is good enough; returns the last price, None without a trade."""
    side = listing.book.side(-taker.sign)
    last: int | None = None
    while taker.is_open and (taker.leaves > 0 or taker.spend):
        best = side.best
        if best is None or (limit is not None and best * taker.sign > limit * taker.sign):
            break
        maker = side.first()
        if (
            maker.account is taker.account
            and taker.self_trade is not SelfTrade.ALLOW
            and not maker.account.boundless
        ):
            _prevent(floor, listing, maker, taker)
            continue
        lots = min(maker.tranche, _wanted(taker, best))
        if maker.reduce_only:
            lots = min(lots, maker.account.closable(maker.grid, maker.leg, maker.sign))
            if not lots:
                cancel(floor, maker, Reason.REDUCE_ONLY)
                continue
        if not lots:
            break
        _fill(floor, listing, maker, taker, best, lots)
        last = best
    return last


def _wanted(taker: Working, ticks: int) -> int:
    """Lots that a taker can take at a price: what is left, as far as its money and its position go."""
    grid, account = taker.grid, taker.account
    lots = taker.leaves if taker.spend is None else grid.affordable(ticks, taker.spend)
    if taker.reduce_only:
        lots = min(lots, account.closable(grid, taker.leg, taker.sign))
    if not account.boundless and account.pays_whole(grid):
        lots = min(lots, account.lots_for(taker, ticks))
    return lots


def _fill(floor: Floor, listing: Listing, maker: Working, taker: Working, ticks: int, lots: int) -> None:
    """One trade at the maker's price."""
    worth = taker.grid.value(ticks, lots)
    for order in (maker, taker):
        order.filled += lots
        order.flow += worth
        order.last_ns = floor.now_ns
    maker.leaves -= lots
    if taker.spend is None:
        taker.leaves -= lots
    else:
        taker.spend -= worth
    listing.book.side(maker.sign).reduced(maker, lots)
    number = listing.traded(ticks, lots, taker.sign, floor.now_ns)
    if maker.account.boundless and taker.account.boundless:
        for order in (maker, taker):
            if not order.leaves:
                order.status = OrderStatus.FILLED
                floor.finish(order)
        return
    for order, liquidity in ((maker, LiquiditySide.MAKER), (taker, LiquiditySide.TAKER)):
        done = order.leaves <= 0 and order.spend is None
        order.status = OrderStatus.FILLED if done else OrderStatus.PARTIALLY_FILLED
        report = settle(floor, order, ticks, lots, worth, liquidity, number)
        if done:
            floor.finish(order)
        elif order.resting:
            _hold(floor, order)
        floor.tell(order, "filled", report)
    for order in (maker, taker):
        after_fill(floor, order)


def _filled_up(floor: Floor, order: Working) -> None:
    """An amount of money is spent as far as whole lots go."""
    order.status = OrderStatus.FILLED
    floor.finish(order)
    floor.settled(order)
    after_fill(floor, order)


def _hold(floor: Floor, order: Working) -> None:
    """What an order at rest needs for the lots that are left."""
    account = order.account
    if account.boundless or order.limit is None:
        return
    order.opening = min(order.opening, order.leaves)
    currency, amount = account.needed(order, order.leaves, order.limit, floor.leverage(order))
    account.hold(order, currency, amount)


def _fillable(listing: Listing, order: Working, limit: int | None) -> bool:
    """Whether the book holds all that an order wants, its own account's orders left out where they can't trade."""
    wanted = order.leaves
    if order.reduce_only and order.account.closable(order.grid, order.leg, order.sign) < wanted:
        return False
    spend = order.spend
    for maker in listing.book.reachable(order.sign, limit):
        if maker.account is order.account and order.self_trade is not SelfTrade.ALLOW:
            continue
        lots = maker.leaves
        if maker.reduce_only:
            lots = min(lots, maker.account.closable(maker.grid, maker.leg, maker.sign))
        if spend is None:
            wanted -= lots
            if wanted <= 0:
                return True
        else:
            assert maker.limit is not None
            spend -= order.grid.value(maker.limit, lots)
            if spend <= 0:
                return True
    return False


def _unfilled(floor: Floor) -> OrderStatus:
    """What an order has become whose rest the venue took off."""
    return OrderStatus.EXPIRED if floor.rules.unfilled == "expired" else OrderStatus.CANCELED


def _prevent(floor: Floor, listing: Listing, maker: Working, taker: Working) -> None:
    """Keeps an account from trading with itself, as the taker's order asks."""
    mode = taker.self_trade
    if mode is SelfTrade.DECREMENT:
        lots = min(maker.leaves, _wanted(taker, maker.limit or 0))
        for order in (maker, taker):
            if order.leaves <= lots:
                cancel(floor, order, Reason.SELF_TRADE, _unfilled(floor))
            elif order is maker:
                listing.book.side(maker.sign).resize(maker, maker.leaves - lots)
                _hold(floor, maker)
                floor.tell(maker, "updated")
            else:
                taker.leaves -= lots
                floor.tell(taker, "updated")
        return
    if mode in (SelfTrade.CANCEL_OLDEST, SelfTrade.CANCEL_BOTH):
        cancel(floor, maker, Reason.SELF_TRADE, _unfilled(floor))
    if mode in (SelfTrade.CANCEL_NEWEST, SelfTrade.CANCEL_BOTH):
        cancel(floor, taker, Reason.SELF_TRADE, _unfilled(floor))


__all__ = ["TAKES_MARKET", "cancel", "rest", "work"]
