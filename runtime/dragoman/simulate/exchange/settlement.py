"""Who pays what for a fill, and how money moves for funding and the end of a contract."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import FillReport, LiquiditySide, Money, OrderSide, TradeId
from dragoman.simulate.exchange.accounts import Account, fee_of
from dragoman.simulate.exchange.amounts import Grid, money, rounded
from dragoman.simulate.exchange.floor import Floor
from dragoman.simulate.exchange.listing import Listing
from dragoman.simulate.exchange.loans import pay_back
from dragoman.simulate.exchange.positions import BOTH, is_margined
from dragoman.simulate.exchange.working import Working

_PARTS = 10**12


def settle(
    floor: Floor, order: Working, ticks: int, lots: int, worth: int, liquidity: LiquiditySide, number: TradeId
) -> FillReport:
    """Moves money, goods and positions of one side of a trade, and its fee."""
    account, grid = order.account, order.grid
    rate = fee_rate(floor, account, grid, liquidity)
    if is_margined(grid):
        currency, fee = grid.currency, fee_of(worth, rate)
        position = account.position(grid, order.leg)
        flow = worth if grid.flow(1, 1) > 0 else -worth
        gain = position.trade(order.sign, lots, flow)
        position.last_ns = floor.now_ns
        account.pay(currency, gain - fee)
        account.moved[position] = None
        if not account.boundless:
            account.tie(position, floor.leverage(order))
    else:
        bought, sold = (grid.base, grid.quote) if order.sign > 0 else (grid.quote, grid.base)
        goods = grid.lot_units * lots
        incoming, outgoing = (goods, worth) if order.sign > 0 else (worth, goods)
        currency = grid.quote if floor.rules.fee_in == "quote" else bought
        fee = fee_of(incoming if currency == bought else worth, rate)
        account.pay(bought, incoming)
        account.pay(sold, -outgoing)
        account.pay(currency, -fee)
        pay_back(order, bought, incoming - (fee if currency == bought else 0))
    floor.till[currency] += fee
    return FillReport(
        account_id=account.account_id,
        instrument_id=grid.instrument_id,
        venue_order_id=order.venue_order_id,
        client_order_id=order.client_order_id,
        venue_position_id=None if order.leg is BOTH else f"{grid.instrument_id}-{order.leg}",
        trade_id=number,
        order_side=OrderSide.BUY if order.sign > 0 else OrderSide.SELL,
        last_qty=grid.size(lots),
        last_px=grid.price(ticks),
        avg_px=grid.mean(order.flow, order.filled),
        commission=Money(money(fee), currency),
        liquidity_side=liquidity,
        ts_event=floor.now_ns,
        ts_init=floor.now_ns,
    )


def fee_rate(floor: Floor, account: Account, grid: Grid, liquidity: LiquiditySide) -> Decimal:
    """The account's own rate, else the instrument's, else that of the rules; none where there are no bounds."""
    if account.boundless:
        return Decimal(0)
    maker = liquidity is LiquiditySide.MAKER
    own = account.maker_fee if maker else account.taker_fee
    listed = grid.instrument.maker_fee if maker else grid.instrument.taker_fee
    usual = floor.rules.maker_fee if maker else floor.rules.taker_fee
    return next((rate for rate in (own, listed) if rate is not None), usual)


def fund(floor: Floor, listing: Listing, rate: Decimal, ticks: int) -> None:
    """Longs pay shorts that fraction of their worth at a price, the other way round below nought."""
    grid = listing.grid
    for account in floor.accounts.values():
        for position in account.positions.values():
            if position.grid is grid and position.lots:
                paid = rounded(position.worth(ticks) * int(rate * _PARTS), _PARTS)
                paid = paid if position.lots > 0 else -paid
                account.pay(grid.currency, -paid)
                floor.till[grid.currency] += paid
                if not account.boundless:
                    floor.happened.append(floor.account_change(account, "funding"))


def deliver(floor: Floor, listing: Listing, ticks: int) -> None:
    """A contract ends: every position closes at that price, without fees."""
    grid = listing.grid
    for account in floor.accounts.values():
        for position in account.positions.values():
            if position.grid is grid and position.lots:
                lots, sign = abs(position.lots), 1 if position.lots < 0 else -1
                account.pay(grid.currency, position.trade(sign, lots, grid.flow(ticks, lots)))
                account.tie(position, 1)
                position.last_ns = floor.now_ns
                account.moved[position] = None
                floor.touched(account)
