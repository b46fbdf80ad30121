"""Whom orders belong to: balances, what is locked of them, positions and margin."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dragoman.model import (
    AccountBalance,
    AccountState,
    AccountType,
    InstrumentId,
    MarginBalance,
)
from dragoman.simulate.exchange.amounts import Grid, money, rounded, units
from dragoman.simulate.exchange.positions import BOTH, Leg, Position, is_margined
from dragoman.simulate.exchange.working import Working

_PARTS = 10**12


@dataclass(eq=False, slots=True)
class Purse:
    """One currency of an account, in units."""

    total: int = 0
    locked: int = 0
    borrowed: int = 0
    """What of the total is owed."""

    @property
    def free(self) -> int:
        return self.total - self.locked


class Account:
    """One wallet; `hedging` keeps a long and a short position an instrument, `boundless` never lacks money."""

    def __init__(
        self,
        account_id: str,
        account_type: AccountType = AccountType.CASH,
        balances: Mapping[str, Decimal] | None = None,
        *,
        hedging: bool = False,
        boundless: bool = False,
        maker_fee: Decimal | None = None,
        taker_fee: Decimal | None = None,
    ) -> None:
        self.account_id = account_id
        self.account_type = account_type
        self.hedging = hedging
        self.boundless = boundless
        self.maker_fee = maker_fee
        self.taker_fee = taker_fee
        self.purses = {currency: Purse(units(amount)) for currency, amount in (balances or {}).items()}
        self.positions: dict[tuple[InstrumentId, Leg], Position] = {}
        self.leverages: dict[InstrumentId, int] = {}
        self.alone: set[InstrumentId] = set()
        """Instruments whose positions have margin of their own."""
        self.open: dict[int, Working] = {}
        """Open orders by number."""
        self.orders: dict[str, Working] = {}
        """Every order by the exchange's number, but for those that were closed long ago."""
        self.closed: deque[Working] = deque()
        """Orders in the order that they were closed in, as long as they are known."""
        self.by_client_id: dict[str, Working] = {}
        """The latest order of each client order id."""
        self.touched: dict[str, None] = {}
        """Currencies that changed and were not told yet."""
        self.moved: dict[Position, None] = {}
        """Positions that changed and were not told yet."""

    def purse(self, currency: str) -> Purse:
        """The balance of a currency, nought where there was none."""
        found = self.purses.get(currency)
        if found is None:
            found = self.purses[currency] = Purse()
        return found

    def pay(self, currency: str, amount: int) -> None:
        """Money in, or out where it is below nought."""
        self.purse(currency).total += amount
        self.touched[currency] = None

    def position(self, grid: Grid, leg: Leg = BOTH) -> Position:
        """The position of an instrument, flat where there was none."""
        key = (grid.instrument_id, leg)
        found = self.positions.get(key)
        if found is None:
            found = self.positions[key] = Position(grid, leg)
        return found

    def closable(self, grid: Grid, leg: Leg, sign: int) -> int:
        """Lots that an order of that sign would close."""
        found = self.positions.get((grid.instrument_id, leg))
        return found.closable(sign) if found is not None else 0

    # -- what is held back ---------------------------------------------------------------------------------------------

    def needed(self, order: Working, lots: int, ticks: int, leverage: int) -> tuple[str, int]:
        """(currency, units) that an order for that many lots holds back."""
        grid = order.grid
        if is_margined(grid):
            return grid.currency, self.margin(grid.value(ticks, min(lots, order.opening)), leverage)
        if order.sign > 0:
            worth = grid.value(ticks, lots)
            return grid.quote, worth + fee_of(worth, order.reserve) if order.reserve else worth
        return grid.base, grid.lot_units * lots

    @staticmethod
    def pays_whole(grid: Grid) -> bool:
        """Whether trades of it take goods and money, so that they end where those end."""
        return not is_margined(grid)

    def lots_for(self, order: Working, ticks: int) -> int:
        """Lots that free goods or money pay for, with what the order holds already."""
        grid = order.grid
        currency = grid.quote if order.sign > 0 else grid.base
        free = max(0, self.free(currency) + order.lock)
        if order.sign < 0:
            return free // grid.lot_units
        if order.reserve:
            free = int(free / (1 + order.reserve))
        return grid.affordable(ticks, free)

    @staticmethod
    def margin(worth: int, leverage: int) -> int:
        """What a position or order of that worth ties up."""
        return -(-worth // leverage)

    def borrow(self, order: Working, currency: str, amount: int) -> None:
        """A loan for an order, which is given back where the order needs it no more."""
        purse = self.purse(currency)
        purse.total += amount
        purse.borrowed += amount
        order.loan += amount
        self.touched[currency] = None

    def repay(self, currency: str, most: int) -> int:
        """Pays back what is owed, as far as it is free; returns how much it was."""
        purse = self.purses.get(currency)
        paid = 0 if purse is None else max(0, min(most, purse.borrowed, purse.free))
        if purse is not None and paid:
            purse.total -= paid
            purse.borrowed -= paid
            self.touched[currency] = None
        return paid

    def hold(self, order: Working, currency: str, amount: int) -> None:
        """What an order holds back from now on, in place of what it held."""
        if amount != order.lock:
            self.purse(currency).locked += amount - order.lock
            self.touched[currency] = None
            order.lock = amount

    def tie(self, position: Position, leverage: int) -> None:
        """The margin of a position after it changed."""
        margin = self.margin(abs(position.cost), leverage)
        if margin != position.margin:
            self.purse(position.grid.currency).locked += margin - position.margin
            self.touched[position.grid.currency] = None
            position.margin = margin

    def free(self, currency: str) -> int:
        found = self.purses.get(currency)
        return found.free if found is not None else 0

    # -- what is told --------------------------------------------------------------------------------------------------

    def state(self, now_ns: int, currencies: Iterable[str] | None = None) -> AccountState:
        """Balances, all or of some currencies, and the margin of positions."""
        wanted = list(self.purses if currencies is None else currencies)
        margins = tuple(
            MarginBalance(p.grid.currency, money(p.margin), money(p.margin // 2), p.grid.instrument_id)
            for p in self.positions.values()
            if p.lots and p.grid.currency in wanted
        )
        return AccountState(
            account_id=self.account_id,
            account_type=self.account_type,
            balances=tuple(self._balance(currency) for currency in wanted),
            margins=margins,
            info={"borrowed": owed} if (owed := self._owed(wanted)) else {},
            ts_event=now_ns,
            ts_init=now_ns,
        )

    def _owed(self, currencies: Iterable[str]) -> dict[str, Decimal]:
        return {name: money(self.purse(name).borrowed) for name in currencies if self.purse(name).borrowed}

    def _balance(self, currency: str) -> AccountBalance:
        purse = self.purse(currency)
        return AccountBalance(currency, money(purse.total), money(purse.locked), money(purse.free))


def fee_of(worth: int, rate: Decimal) -> int:
    """A fee in units, to 1e-8; a rebate is below nought."""
    return rounded(worth * int(rate * _PARTS), _PARTS) if rate else 0
