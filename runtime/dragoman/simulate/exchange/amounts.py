"""Whole numbers for everything that is counted: prices in ticks, sizes in lots, money in units of 1e-18."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from enum import Enum, auto
from fractions import Fraction
from typing import Any
from zlib import crc32

from dragoman.model import BettingInstrument, IndexInstrument, InstrumentId
from dragoman.simulate.exchange.reasons import NotTraded

DIGITS = 18
UNIT: int = 10**DIGITS
CENT: int = 10 ** (DIGITS - 8)
"""What fees and inexact values are rounded to: 1e-8 of a currency, as exchanges do."""
_WIDE = Context(prec=60)
_NOUGHT = Decimal(0)


class Kind(Enum):
    """How a trade is paid: the whole price, or gains and losses linear or inverse in the price; bets are not paid for here."""

    CASH = auto()
    LINEAR = auto()
    INVERSE = auto()
    BET = auto()


def units(amount: Decimal) -> int:
    """An amount of money as a whole number; what is finer than 1e-18 is cut off."""
    above, below = amount.as_integer_ratio()
    return above * UNIT // below


def money(count: int) -> Decimal:
    """Units as an amount, without the noughts behind it."""
    return _WIDE.add(_WIDE.normalize(_WIDE.scaleb(Decimal(count), -DIGITS)), _NOUGHT)


def rounded(numerator: int, denominator: int) -> int:
    """A quotient of units to the nearest CENT, halves away from nought."""
    size, rest = divmod(abs(numerator), denominator * CENT)
    size = (size + (2 * rest >= denominator * CENT)) * CENT
    return size if (numerator < 0) == (denominator < 0) else -size


_OUT_OF_REACH = 2_000_000
"""Ticks that no market of a crowd comes to."""


class Grid:
    """The steps and the worth of one instrument; raises NotTraded for one that this exchange can't trade."""

    highest: int | None = None
    """The highest price in ticks, where one is so low that a market would meet it, as those of odds and of chances are."""
    uuids: bool = False
    """Whether ids of orders and trades are UUIDs instead of numbers."""

    def __init__(self, instrument: Any) -> None:
        self.instrument = instrument
        self.instrument_id: InstrumentId = instrument.instrument_id
        self.tick: Decimal = instrument.price_increment
        self.lot: Decimal = instrument.size_increment
        if isinstance(instrument, IndexInstrument):
            raise NotTraded(self.instrument_id, "an index has no order book")
        if self.tick <= 0 or self.lot <= 0:
            raise NotTraded(self.instrument_id, "it has no steps of price and size")
        settlement = getattr(instrument, "settlement_currency", None)
        self.quote: str = getattr(instrument, "quote_currency", None) or instrument.currency
        if isinstance(instrument, BettingInstrument):
            self.kind, self.currency = Kind.BET, self.quote
        elif settlement is None:
            dated = hasattr(instrument, "underlying")
            self.kind = Kind.LINEAR if dated else Kind.CASH
            self.currency = self.quote
        else:
            self.kind = Kind.INVERSE if instrument.is_inverse else Kind.LINEAR
            self.currency = settlement
        if instrument.max_price is not None and instrument.max_price < _OUT_OF_REACH * self.tick:
            self.highest = int(instrument.max_price // self.tick)
        self.base: str = getattr(instrument, "base_currency", None) or instrument.raw_symbol
        self._mark = f"{crc32(self.instrument_id.encode()):012x}"
        self.lot_units = units(self.lot)
        tick, contract = Fraction(self.tick), Fraction(self.lot) * Fraction(instrument.multiplier) * UNIT
        worth = contract / tick if self.kind is Kind.INVERSE else contract * tick
        self._above: int = worth.numerator
        self._below: int = worth.denominator
        # The price of a lot for one unit.
        price_of_one = tick * worth if self.kind is Kind.INVERSE else tick / worth
        self._price_above: int = price_of_one.numerator
        self._price_below: int = price_of_one.denominator

    def spelled(self, number: int) -> str:
        """The id of an order or a trade."""
        if not self.uuids:
            return str(number)
        return f"{number:08x}-0000-4000-8000-{self._mark}"

    # -- steps ---------------------------------------------------------------------------------------------------------

    def ticks(self, price: Decimal) -> int | None:
        """Whole ticks, None for a price between two."""
        count, rest = divmod(price, self.tick)
        return None if rest else int(count)

    def lots(self, size: Decimal) -> int | None:
        """Whole lots, None for a size between two."""
        count, rest = divmod(size, self.lot)
        return None if rest else int(count)

    def price(self, ticks: int) -> Decimal:
        found: Decimal = self.tick * ticks
        return found

    def size(self, lots: int) -> Decimal:
        found: Decimal = self.lot * lots
        return found

    # -- worth ---------------------------------------------------------------------------------------------------------

    def value(self, ticks: int, lots: int) -> int:
        """What that many lots are worth at a price, in units of `currency`; exact but for inverse contracts."""
        if self.kind is Kind.INVERSE:
            return rounded(self._above * lots, self._below * ticks) if ticks > 0 else 0
        worth, rest = divmod(self._above * ticks * lots, self._below)
        return worth + (2 * rest >= self._below)

    def flow(self, ticks: int, lots: int) -> int:
        """What a buyer pays for them; an inverse contract pays its buyer, since its worth falls with the price."""
        return -self.value(ticks, lots) if self.kind is Kind.INVERSE else self.value(ticks, lots)

    def affordable(self, ticks: int, quote: int) -> int:
        """Lots that an amount of the quote currency buys at a price."""
        if self.kind is Kind.INVERSE:
            return quote * self._below // self._above // max(ticks, 1)
        return quote * self._below // (self._above * ticks) if ticks > 0 else 0

    def mean(self, flow: int, lots: int) -> Decimal | None:
        """The price at which that many lots have that flow, to four digits more than the instrument's; None without lots."""
        if not lots or not flow:
            return None
        digits = self.instrument.price_precision + 4
        paid, bought = (abs(lots), abs(flow)) if self.kind is Kind.INVERSE else (abs(flow), abs(lots))
        above, below = paid * self._price_above, bought * self._price_below
        count = (2 * above * 10**digits + below) // (2 * below)
        return _WIDE.add(_WIDE.normalize(_WIDE.scaleb(Decimal(count), -digits)), _NOUGHT)


class Ladder(Grid):
    """Prices that are those of a list, the lowest tick 1; 0 and what is above the list have no price, and show as nought."""

    def __init__(self, instrument: Any, prices: Sequence[Decimal]) -> None:
        super().__init__(instrument)
        self._prices = (Decimal(0), *prices)
        self._places = {price: ticks for ticks, price in enumerate(self._prices)}
        self.highest = len(prices)

    def ticks(self, price: Decimal) -> int | None:
        return self._places.get(price)

    def price(self, ticks: int) -> Decimal:
        return self._prices[ticks] if 0 < ticks <= len(self._prices) - 1 else self._prices[0]

    def value(self, ticks: int, lots: int) -> int:
        return super().value(int(self.price(ticks) / self.tick), lots)


def grid_of(instrument: Any, ladder: Sequence[Decimal] = ()) -> Grid:
    """The grid of an instrument: whole ticks, or the prices of a ladder."""
    return Ladder(instrument, ladder) if ladder else Grid(instrument)


def rungs(stretches: Iterable[tuple[str, str, str]]) -> tuple[Decimal, ...]:
    """Every price of a ladder of stretches (first, last, step), in ascending order."""
    found: dict[Decimal, None] = {}
    for first, last, step in stretches:
        price = Decimal(first)
        while price <= Decimal(last):
            found[Decimal(int(price)) if price == int(price) else price.normalize()] = None
            price += Decimal(step)
    return tuple(sorted(found))
