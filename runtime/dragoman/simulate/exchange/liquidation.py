"""Positions that an account can no longer carry are closed: its orders go first, then what it holds is sold as far as the book goes."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model import MarketOrder, OrderSide, OrderType, TimeInForce
from dragoman.simulate.exchange.accounts import Account, fee_of
from dragoman.simulate.exchange.floor import Floor
from dragoman.simulate.exchange.listing import Listing
from dragoman.simulate.exchange.matching import cancel, work
from dragoman.simulate.exchange.positions import Position, is_margined
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
        if _worth(floor, account, currency) >= _kept(floor, account, currency):
            continue
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


def _held(floor: Floor, account: Account, currency: str) -> Iterator[Position]:
    """Positions of a currency that are traded here."""
    for position in list(account.positions.values()):
        grid = position.grid
        if position.lots and grid.currency == currency and grid.instrument_id in floor.listings:
            yield position


def _worth(floor: Floor, account: Account, currency: str) -> int:
    """What an account has of a currency, gains and losses that are not realized among it."""
    found = account.purse(currency).total
    for position in _held(floor, account, currency):
        ticks = _ticks(floor, position)
        found += 0 if ticks is None else position.unrealized(ticks)
    return found


def _kept(floor: Floor, account: Account, currency: str) -> int:
    """What it must have: a fraction of the worth of each position, the instrument's own where that says one."""
    found = 0
    for position in _held(floor, account, currency):
        ticks = _ticks(floor, position)
        rate = position.grid.instrument.margin_maint
        rate = floor.rules.maintenance if rate is None else rate
        found += 0 if ticks is None else fee_of(position.worth(ticks), rate)
    return found


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
