"""Exact decimals and NautilusTrader's fixed-point numbers, through integers alone.

Everything is checked before it is handed over: out of range, the library doesn't raise, it ends the process.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from typing import Any

from nautilus_trader.model.objects import (
    FIXED_PRECISION,
    MONEY_MAX,
    PRICE_MAX,
    QUANTITY_MAX,
    Currency,
    Money,
    Price,
    Quantity,
)

from dragoman import model
from dragoman.model.decimals import exact
from dragoman.nautilus.errors import NumberTooLarge, PrecisionBeyondBuild

DIGITS: int = FIXED_PRECISION
"""Digits after the point that this build keeps: 16, or 9 in a standard-precision build."""

_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
_multiplied = _EXACT.multiply
_SCALE = Decimal(10**DIGITS)
_MOST_REMEMBERED = 1 << 14
_MOST_DIGITS = 60
_LARGEST_EXPONENT = 30
# The library keeps its limits as floats and derives the raw ones by float arithmetic; the same steps give the same limits.
MOST_PRICE = int(PRICE_MAX * 10.0**DIGITS)
MOST_QUANTITY = int(QUANTITY_MAX * 10.0**DIGITS)
MOST_MONEY = int(MONEY_MAX * 10.0**DIGITS)


class Finer(Exception):
    """A number has more digits than its instrument says; it is kept, at the cost of a slower way."""


def raw_of(number: Decimal, kind: str = "number", most: int = MOST_PRICE, least: int = -MOST_PRICE) -> int:
    """The number as the library's raw integer; raises PrecisionBeyondBuild or NumberTooLarge, never rounds."""
    if not number.is_finite() or number.adjusted() > _LARGEST_EXPONENT:
        raise NumberTooLarge(f"{number}"[:60], kind, f"{decimal_of(most, DIGITS):f}")
    scaled = _multiplied(number, _SCALE)
    raw = int(scaled)
    if raw != scaled:
        raise PrecisionBeyondBuild(f"{number:f}"[:60], digits_of(number), DIGITS)
    if not least <= raw <= most:
        raise NumberTooLarge(f"{number:f}"[:60], kind, f"{decimal_of(most, DIGITS):f}")
    return raw


def digits_of(number: Decimal) -> int:
    """How many digits after the point the value needs."""
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    needed = -exponent
    for digit in reversed(digits):
        if digit or needed <= 0:
            break
        needed -= 1
    return max(needed, 0) if any(digits) else 0


def decimal_of(raw: int, precision: int) -> Decimal:
    """The exact value of a raw integer, with `precision` digits, or with more where the raw integer holds more."""
    kept, rest = divmod(raw, 10 ** (DIGITS - precision))
    if rest:
        return _EXACT.scaleb(Decimal(raw), -DIGITS)
    return _EXACT.scaleb(Decimal(kept), -precision)


class Raws(dict[Any, int]):
    """Number (decimal, or its text as a venue sent it) -> raw integer at one precision, remembered: prices come again and again.

    Raises Finer for more digits than the precision, NumberTooLarge, PrecisionBeyondBuild, and what text that is no number raises.
    """

    __slots__ = ("_kind", "_least", "_most", "_step", "_steps", "precision")

    def __init__(self, precision: int, kind: str, most: int, least: int) -> None:
        super().__init__()
        self.precision = precision
        self._kind = kind
        self._most = most
        self._least = least
        self._step = 10 ** (DIGITS - precision)
        self._steps = [10 ** (DIGITS - digits) for digits in range(precision + 1)]

    def __missing__(self, value: Any) -> int:
        raw = self._plain(value) if type(value) is str else None
        if raw is None:
            raw = self._careful(value)
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[value] = raw
        return raw

    def _plain(self, text: str) -> int | None:
        """The raw integer of digits and a point, as nearly all text is; None for what wants more care."""
        whole, _, part = text.partition(".")
        digits = whole + part
        if (
            not (digits.isascii() and digits.isdecimal())
            or len(part) > self.precision
            or len(digits) > _MOST_DIGITS
        ):
            return None
        raw = int(digits) * self._steps[len(part)]
        return raw if raw <= self._most else None

    def _careful(self, value: Any) -> int:
        number = exact(value) if type(value) is str and value.isascii() else value
        if type(number) is not Decimal or number.adjusted() > _LARGEST_EXPONENT:
            return self.raw(value)
        scaled = _multiplied(number, _SCALE)
        raw = int(scaled)
        if raw != scaled or not self._least <= raw <= self._most:
            return self.raw(value)  # which tells what is wrong
        if raw % self._step:
            raise Finer(value)
        return raw

    def raw(self, value: Any) -> int:
        """The raw integer, however many digits it needs; a float raises TypeError, text that is no number InvalidOperation."""
        if type(value) is Decimal:
            number = value
        elif (type(value) is str and value.isascii()) or type(value) is int:
            number = exact(value)
        else:
            raise TypeError(f"{value!r} is no exact number")
        return raw_of(number, self._kind, self._most, self._least)

    def fit(self, *numbers: Decimal) -> tuple[int, list[int]]:
        """(precision, raw integers): the instrument's precision, or more where a number would be cut otherwise."""
        raws = [self.raw(number) for number in numbers]
        return max(self.precision, *(digits_of(number) for number in numbers)), raws


class Scale:
    """How one instrument's numbers are written: its id as NautilusTrader has it, and the digits of prices and sizes."""

    __slots__ = ("id", "name", "prices", "sizes")

    def __init__(self, identity: Any, name: str, price_precision: int, size_precision: int) -> None:
        self.id = identity
        self.name = name
        """The id that Dragoman's events have."""
        self.prices = Raws(price_precision, "price", MOST_PRICE, -MOST_PRICE)
        self.sizes = Raws(size_precision, "quantity", MOST_QUANTITY, 0)

    def price(self, number: Decimal) -> Any:
        """A Price with the instrument's digits, or with more where the number has more."""
        precision, (raw,) = self.prices.fit(number)
        return Price.from_raw(raw, precision)

    def quantity(self, number: Decimal) -> Any:
        """A Quantity with the instrument's digits, or with more where the number has more."""
        precision, (raw,) = self.sizes.fit(number)
        return Quantity.from_raw(raw, precision)


def price_of(number: Decimal, precision: int = 0) -> Any:
    """A Price with at least so many digits."""
    return Price.from_raw(raw_of(number, "price"), max(precision, digits_of(number)))


def quantity_of(number: Decimal, precision: int = 0) -> Any:
    """A Quantity with at least so many digits."""
    raw = raw_of(number, "quantity", MOST_QUANTITY, 0)
    return Quantity.from_raw(raw, max(precision, digits_of(number)))


def money_of(amount: Decimal, currency: str) -> Any:
    """Money that keeps every digit of the amount, also those that the currency's printed form leaves out."""
    return Money.from_raw(raw_of(amount, "money", MOST_MONEY, -MOST_MONEY), currency_of(currency))


def currency_of(code: str) -> Any:
    """The library's currency of this code; one that it doesn't know is a crypto currency with eight digits."""
    return Currency.from_str(code)


def decimal_from(value: Any) -> Decimal:
    """The exact value of a Price or a Quantity."""
    return decimal_of(value.raw, value.precision)


def money_from(value: Any) -> model.Money:
    """Money of Dragoman's with every digit that the raw integer holds."""
    return model.Money(decimal_of(value.raw, min(value.currency.precision, DIGITS)), value.currency.code)
