"""Text to exact decimals, the way that busy messages take."""

from __future__ import annotations

from decimal import MAX_PREC, Context, Decimal, FloatOperation, InvalidOperation, Overflow, Subnormal

from dragoman.remembered import Remembered

MOST_REMEMBERED = 1 << 15
MOST_CHARACTERS = 40

# Faster than Decimal(text) and stricter: no blanks, no underscores, no floats. Its precision never rounds, and its exponents
# keep a hostile "1e999999999" from becoming a gigabyte when printed.
exact = Context(
    prec=MAX_PREC, Emax=999, Emin=-999, traps=[FloatOperation, InvalidOperation, Overflow, Subnormal]
).create_decimal


def _finite(text: str) -> Decimal:
    if type(text) is not str:
        raise TypeError(f"{text!r} is no text")
    number = exact(text)
    if not text.isascii() or not number.is_finite():
        raise ValueError(f"{text!r} is no finite number")
    return number


class Decimals(dict[str, Decimal]):
    """Text -> its finite decimal, remembered; raises ArithmeticError, TypeError or ValueError for what is none.

    Prices come again and again, and finding one costs half of making it.
    """

    __slots__ = ()

    def __missing__(self, text: str) -> Decimal:
        number = _finite(text)
        if len(text) <= MOST_CHARACTERS:
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[text] = number
        return number


class Positive(Remembered[str, Decimal]):
    """As Decimals, and zero and less raise ValueError; books have prices by the dozen, which are looked for in what is `known`."""

    __slots__ = ()

    most = MOST_REMEMBERED

    def __missing__(self, text: str) -> Decimal:
        number = _finite(text)
        if not number > 0:
            raise ValueError(f"{text!r} is not positive")
        return self.keep(text, number) if len(text) <= MOST_CHARACTERS else number


class NotNegative(Remembered[str, Decimal]):
    """As Decimals, and less than zero raises ValueError; feeds look in what is `known`."""

    __slots__ = ()

    most = MOST_REMEMBERED

    def __missing__(self, text: str) -> Decimal:
        number = _finite(text)
        if number < 0:
            raise ValueError(f"{text!r} is negative")
        return self.keep(text, number) if len(text) <= MOST_CHARACTERS else number


DECIMALS = Decimals()
NOT_NEGATIVE = NotNegative()
POSITIVE = Positive()
