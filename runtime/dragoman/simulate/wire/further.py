"""What is known of an order beyond its report, where venues say that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.model import OrderStatusReport
from dragoman.simulate.exchange.working import Working
from dragoman.simulate.market import Market


class Further:
    """An order's other ids."""

    __slots__ = ("_markets", "_order")

    def __init__(self, order: Working, markets: Mapping[str, Market]) -> None:
        self._order = order
        self._markets = markets

    @property
    def first_id(self) -> str:
        """The id that it came with, whatever it became."""
        return self._order.first_id

    @property
    def pair(self) -> tuple[Working, Working] | None:
        """It and the order with which it is one to those who are told of it, the one first by whose id they go."""
        return self._order.pair

    @property
    def other(self) -> OrderStatusReport | None:
        """How the order stands that is one with it."""
        return next(
            (each.report(each.last_ns) for each in self._order.pair or () if each is not self._order), None
        )

    @property
    def note_id(self) -> str:
        """An id of what happened to it, another one each time."""
        name = self._order.grid.instrument_id
        market = next(each for each in self._markets.values() if name in each.lines)
        return self._order.grid.spelled(next(market.exchange.floor.numbers))


def further(report: Any, markets: Mapping[str, Market]) -> Further | None:
    """What else is known of the order that a report is about; None for other reports."""
    number: str | None = getattr(report, "venue_order_id", None)
    owner: str | None = getattr(report, "account_id", None)
    if number is None or owner is None:
        return None
    for market in markets.values():
        account = market.exchange.accounts.get(owner)
        order = None if account is None else account.orders.get(number)
        if order is not None:
            return Further(order, markets)
    return None
