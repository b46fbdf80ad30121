"""Positions with margin of their own, by instrument, and back."""

from __future__ import annotations

from dragoman.model import InstrumentId
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.floor import Floor
from dragoman.simulate.exchange.positions import ALONE, Alone, Leg, is_margined
from dragoman.simulate.exchange.reasons import Reason, Refused


def put_apart(
    floor: Floor, account: Account, instrument_id: InstrumentId | None, alone: bool, moves: bool
) -> None:
    """Changes the margin mode of an instrument, or of all; raises Refused where nothing changes, or something is open that does not move."""
    about = {
        name
        for name, listing in floor.listings.items()
        if instrument_id in (None, name)
        and is_margined(listing.grid)
        and (name in account.alone) is not alone
    }
    if not about and not moves:
        raise Refused(Reason.SAME_MODE, "the margin mode is that already")
    positions = [each for (name, _), each in account.positions.items() if name in about]
    orders = [each for each in account.open.values() if each.grid.instrument_id in about]
    if not moves and (orders or any(each.lots for each in positions)):
        raise Refused(Reason.MODE_HELD, "there are open positions or orders")
    account.alone = account.alone | about if alone else account.alone - about
    for order in orders:
        order.leg = _leg(order.leg, alone)
    for position in positions:
        del account.positions[position.grid.instrument_id, position.leg]
        position.leg = _leg(position.leg, alone)
    for position in positions:
        account.positions[position.grid.instrument_id, position.leg] = position
        account.moved[position] = None
    floor.happened.append(floor.account_change(account, "settings"))


def _leg(leg: Leg, alone: bool) -> Leg:
    """The same side with margin of its own, or with that of the account."""
    if isinstance(leg, Alone):
        return leg if alone else next(side for side, each in ALONE.items() if each is leg)
    return ALONE[leg] if alone else leg
