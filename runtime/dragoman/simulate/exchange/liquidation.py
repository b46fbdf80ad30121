"""Positions that an account can no longer carry are closed: its orders go first, then what it holds is sold as far as the book goes."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model import MarketOrder, OrderSide, OrderType, TimeInForce
from dragoman.simulate.exchange.accounts import Account, fee_of
from dragoman.simulate.exchange.floor import Floor
from dragoman.simulate.exchange.listing import Listing
from dragoman.simulate.exchange.matching import cancel, work
from dragoman.simulate.exchange.positions import Alone, Position, is_margined
from dragoman.simulate.exchange.triggers import Gauge
from dragoman.simulate.exchange.working import Working

WHY = "liquidation"
"""The reason of orders that were taken off."""


def liquidate(floor: Floor, listing: Listing) -> list[Account]:
    """Closes what accounts hold in the listing's currency where they are worth less than must be kept; returns those accounts.

    What a closed account lacks is paid by the till.
    """
    found = []
    for account in floor.accounts.values():
        if account.boundless or not any(
            p.lots and p.grid is listing.grid for p in account.positions.values()
        ):
            continue
        currency = listing.grid.currency
        alone = [each for each in account.positions.values() if each.grid is listing.grid and each.lots]
        for position in alone:
            if isinstance(position.leg, Alone) and _is_short_of_margin(floor, position):
                found.append(account)
                _close_alone(floor, account, position)
        if _worth(floor, account, currency) >= _kept(floor, account, currency):
            continue
        if account not in found:
            found.append(account)
        for order in list(account.open.values()):
            if is_margined(order.grid) and order.grid.currency == currency:
                cancel(floor, order, WHY)
        for position in _held(floor, account, currency):
            _close(floor, account, position)
        lacking = -account.purse(currency).total
        if lacking > 0 and not any(_held(floor, account, currency)):
            account.pay(currency, lacking)
            floor.till[currency] -= lacking
            floor.touched(account)
    return found


def _is_short_of_margin(floor: Floor, position: Position) -> bool:
    """Whether a position with margin of its own has less than must be kept for it."""
    ticks = _ticks(floor, position)
    return ticks is not None and position.margin + position.unrealized(ticks) < _least(floor, position, ticks)


def _close_alone(floor: Floor, account: Account, position: Position) -> None:
    """Its orders go, it is sold, and it costs the account no more than its own margin."""
    for order in list(account.open.values()):
        if order.grid is position.grid and order.leg is position.leg:
            cancel(floor, order, WHY)
    purse = account.purse(position.grid.currency)
    least = purse.total - position.margin
    _close(floor, account, position)
    if purse.total < least and not position.lots:
        lacking = least - purse.total
        account.pay(position.grid.currency, lacking)
        floor.till[position.grid.currency] -= lacking
        floor.touched(account)


def _held(floor: Floor, account: Account, currency: str) -> Iterator[Position]:
    """Positions of a currency that are traded here and share the account's margin."""
    for position in list(account.positions.values()):
        grid = position.grid
        if (
            position.lots
            and not isinstance(position.leg, Alone)
            and grid.currency == currency
            and grid.instrument_id in floor.listings
        ):
            yield position


def _worth(floor: Floor, account: Account, currency: str) -> int:
    """What an account has of a currency, gains and losses that are not realized among it."""
    alone = sum(
        p.margin
        for p in account.positions.values()
        if isinstance(p.leg, Alone) and p.grid.currency == currency
    )
    found = account.purse(currency).total - alone
    for position in _held(floor, account, currency):
        ticks = _ticks(floor, position)
        found += 0 if ticks is None else position.unrealized(ticks)
    return found


def _kept(floor: Floor, account: Account, currency: str) -> int:
    """What it must have: a fraction of the worth of each position, the instrument's own where that says one."""
    found = 0
    for position in _held(floor, account, currency):
        ticks = _ticks(floor, position)
        found += 0 if ticks is None else _least(floor, position, ticks)
    return found


def _least(floor: Floor, position: Position, ticks: int) -> int:
    rate = position.grid.instrument.margin_maint
    return fee_of(position.worth(ticks), floor.rules.maintenance if rate is None else rate)


def _ticks(floor: Floor, position: Position) -> int | None:
    prices = floor.listings[position.grid.instrument_id].prices
    return prices.get(Gauge.MARK, prices.get(Gauge.LAST))


def _close(floor: Floor, account: Account, position: Position) -> None:
    grid, sign = position.grid, -1 if position.lots > 0 else 1
    side, lots = OrderSide.BUY if sign > 0 else OrderSide.SELL, abs(position.lots)
    order = Working(
        number=next(floor.numbers),
        account=account,
        grid=grid,
        order=MarketOrder(
            instrument_id=grid.instrument_id, order_side=side, quantity=grid.size(lots), reduce_only=True
        ),
        sign=sign,
        type=OrderType.MARKET,
        tif=TimeInForce.IOC,
        leaves=lots,
        reduce_only=True,
        leg=position.leg,
    )
    floor.register(order)
    work(floor, order)
