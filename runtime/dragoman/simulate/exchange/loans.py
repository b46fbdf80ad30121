"""Loans of cash accounts: an order borrows what its account lacks, and what it brings in pays debts back."""

from __future__ import annotations

from msgspec import Struct

from dragoman.simulate.exchange.listing import Listing
from dragoman.simulate.exchange.positions import is_margined
from dragoman.simulate.exchange.triggers import Gauge
from dragoman.simulate.exchange.working import Working

_MOST = 2
"""Debts are at most so many times what the account is worth without them, in the currencies of the instrument."""


class Loans(Struct, frozen=True):
    """Whether an order borrows, and whether it repays."""

    borrows: bool = False
    repays: bool = False


NO_LOANS = Loans()


def lend(listing: Listing, order: Working, currency: str, lacking: int) -> bool:
    """Lends what an order lacks; False, and nothing lent, where the order doesn't borrow or the account owes too much already."""
    if not order.borrows or is_margined(order.grid):
        return False
    account, grid = order.account, order.grid
    ticks = listing.prices.get(Gauge.LAST) or order.limit
    if ticks is None:
        return False
    own = owed = 0
    for name in (grid.quote, grid.base):
        purse = account.purse(name)
        for is_debt, amount in ((False, purse.total - purse.borrowed), (True, purse.borrowed)):
            worth = amount if name == grid.quote else grid.value(ticks, amount // grid.lot_units)
            own, owed = (own, owed + worth) if is_debt else (own + worth, owed)
    more = lacking if currency == grid.quote else grid.value(ticks, -(-lacking // grid.lot_units))
    if owed + more > _MOST * own:
        return False
    account.borrow(order, currency, lacking)
    return True


def give_back(order: Working) -> None:
    """What an order had borrowed and needs no more is paid back."""
    grid = order.grid
    if order.loan > 0:
        order.account.repay(grid.quote if order.sign > 0 else grid.base, order.loan)
        order.loan = 0


def pay_back(order: Working, currency: str, incoming: int) -> None:
    """What an order has brought in pays debts in that currency."""
    if order.repays:
        order.account.repay(currency, incoming)
