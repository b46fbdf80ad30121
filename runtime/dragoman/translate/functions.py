"""What expressions in generated translators call: exact decimals, times, text to numbers, digests.

Every function raises ValueError or ArithmeticError for input that it can't take, and never rounds without being told to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import (
    ROUND_05UP,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)
from functools import lru_cache
from typing import TypeVar

from dragoman.translate.iso_times import IsoText as IsoText
from dragoman.translate.iso_times import LastSecond as LastSecond
from dragoman.translate.iso_times import midnight, shown
from dragoman.translate.iso_times import parse_iso as parse_iso

# Python's own operators round to the thread's context (28 digits) without a word; this one raises Inexact instead.
EXACT = Context(prec=200, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])

add = EXACT.add
subtract = EXACT.subtract
multiply = EXACT.multiply
divide = EXACT.divide
minus = EXACT.minus
absolute = EXACT.abs

# What is cut off by this one can be rounded once more as if nothing had been.
_CUT = Context(prec=120, rounding=ROUND_05UP, traps=[InvalidOperation, DivisionByZero, Overflow])
_CUT_SHORT = Context(prec=40, rounding=ROUND_05UP, traps=[InvalidOperation, DivisionByZero, Overflow])
_FLOORED = Context(prec=200, rounding=ROUND_FLOOR, traps=[InvalidOperation, DivisionByZero, Overflow])
_ROUNDED = Context(prec=120, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow])
_ZERO = Decimal(0)
_PLACES = tuple(Decimal((0, (1,), -digits)) for digits in range(61))

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_INTEGER = re.compile(r"[+-]?[0-9]{1,4000}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SECOND = 1_000_000_000
_EPOCH = date(1970, 1, 1).toordinal()
_EPOCH_TIME = datetime(1970, 1, 1, tzinfo=UTC)

# numbers


T = TypeVar("T")


def known(value: T | None) -> T:
    """A value that a condition has shown to be there; raises ValueError where it is not."""
    if value is None:
        raise ValueError("a value that was there is missing")
    return value


def parse_dec(text: str) -> Decimal:
    """The exact decimal that a text spells in ASCII digits."""
    if _NUMBER.fullmatch(text) is None:
        raise ValueError(f"{shown(text)} is no decimal number")
    return Decimal(text)


def parse_int(text: str) -> int:
    """The integer that a text spells in ASCII digits."""
    if _INTEGER.fullmatch(text) is None:
        raise ValueError(f"{shown(text)} is no integer")
    return int(text)


def whole(value: Decimal) -> int:
    """The integer that a decimal without a fraction is."""
    if abs(value.adjusted()) > 1_000 or not value.is_finite() or (result := int(value)) != value:
        raise ValueError(f"{value} is no whole number")
    return result


def total(values: Iterable[Decimal | int]) -> Decimal:
    """The exact sum; 0 of nothing."""
    result = Decimal(0)
    for value in values:
        result = EXACT.add(result, value)
    return result


def floor_div(a: Decimal | int, b: Decimal | int) -> Decimal:
    """The quotient rounded down, as Python does it for integers (Decimal's own `//` rounds toward zero)."""
    quotient, remainder = EXACT.divmod(a, b)
    return EXACT.subtract(quotient, 1) if remainder and (remainder < 0) != (b < 0) else quotient


def floor_mod(a: Decimal | int, b: Decimal | int) -> Decimal:
    """What `floor_div` leaves; it has the sign of the divisor."""
    remainder = EXACT.remainder(a, b)
    return EXACT.add(remainder, b) if remainder and (remainder < 0) != (b < 0) else remainder


def div(a: Decimal, b: Decimal, digits: int) -> Decimal:
    """The quotient with `digits` (0 to 60) digits after the point, ties to the even digit."""
    if not 0 <= digits <= 60:
        raise ValueError(f"div() keeps 0 to 60 digits, not {digits}")
    # What was cut is rounded once more; most quotients need few digits, which are made in half the time.
    quotient = (_CUT_SHORT if digits <= 16 else _CUT).divide(a, b)
    if digits <= 16 and quotient.adjusted() >= 20:
        quotient = _CUT.divide(a, b)
    if quotient and quotient.adjusted() < 50:
        found = _ROUNDED.quantize(quotient, _PLACES[digits])
        return found if found else EXACT.abs(found)
    return EXACT.scaleb(_nearest(EXACT.scaleb(a, digits), b), -digits)


def round_to(value: Decimal, increment: Decimal) -> Decimal:
    """The nearest multiple of a positive increment, ties to the even multiple."""
    return EXACT.multiply(_nearest(value, _positive(increment)), increment)


_TENS: dict[int, Decimal] = {}
"""Powers of ten below 10 by their identity, since most increments are constants, and the same ones come all the time."""


def _is_ten(increment: Decimal) -> bool:
    place = increment.adjusted()
    if not -60 <= place <= 0 or _PLACES[-place] != increment or not _PLACES[-place].same_quantum(increment):
        return False
    if len(_TENS) >= 1000:
        _TENS.clear()
    _TENS[id(increment)] = increment
    return True


def floor_to(value: Decimal, increment: Decimal) -> Decimal:
    """The greatest multiple of a positive increment that is not above the value."""
    if (_TENS.get(id(increment)) is increment or _is_ten(increment)) and value == value:
        # Cut at a digit, which costs half of dividing.
        return _FLOORED.quantize(value, increment)
    quotient, remainder = EXACT.divmod(value, _positive(increment))
    return EXACT.multiply(EXACT.subtract(quotient, 1) if remainder < _ZERO else quotient, increment)


floor_at = _FLOORED.quantize
"""As `floor_to`, of a finite number and a power of ten that is not above 1."""


def ceil_to(value: Decimal, increment: Decimal) -> Decimal:
    """The least multiple of a positive increment that is not below the value."""
    return EXACT.minus(EXACT.multiply(floor_div(EXACT.minus(value), _positive(increment)), increment))


def _nearest(a: Decimal, b: Decimal) -> Decimal:
    quotient = floor_div(a, b)
    twice = EXACT.multiply(EXACT.subtract(a, EXACT.multiply(quotient, b)), 2)
    up = abs(twice) > abs(b) or (abs(twice) == abs(b) and EXACT.remainder(quotient, 2) != 0)
    return EXACT.add(quotient, 1) if up else quotient


def _positive(increment: Decimal) -> Decimal:
    if increment <= _ZERO:
        raise ValueError(f"an increment must be positive, not {increment}")
    return increment


def from_base(text: str, digits: str) -> int | None:
    """The integer that a text is in the number system with these digits, None where a character is none of them."""
    found = 0
    for character in text:
        place = digits.find(character)
        if place < 0:
            return None
        found = found * len(digits) + place
    return found if text else None


def to_base(value: int, digits: str) -> str:
    """An integer in the number system with these digits; raises ValueError below zero."""
    if value < 0 or len(digits) < 2:
        raise ValueError(f"{value} can't be written with the digits {digits[:80]!r}")
    found = ""
    while value or not found:
        value, place = divmod(value, len(digits))
        found = digits[place] + found
    return found


def decimals(value: Decimal | str) -> int:
    """Digits after the point once trailing zeros are gone: 4 for `0.00010000`, 0 for `1`."""
    number = parse_dec(value) if isinstance(value, str) else value
    if not number.is_finite():
        raise ValueError(f"{number} has no digits")
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    for digit in reversed(digits):
        if exponent >= 0 or digit:
            break
        exponent += 1
    return max(0, -exponent)


def pow10(power: int) -> Decimal:
    """Ten to a power from -100 to 100, without an exponent."""
    if not -100 <= power <= 100:
        raise ValueError(f"pow10() takes -100 to 100, not {power}")
    return Decimal(10**power) if power >= 0 else Decimal((0, (1,), power))


def scale(value: int, digits: int) -> Decimal:
    """A fixed-point integer with `digits` (-100 to 100) digits after the point."""
    if not -100 <= digits <= 100:
        raise ValueError(f"scale() takes -100 to 100 digits, not {digits}")
    return EXACT.scaleb(EXACT.create_decimal(value), -digits)


def normalize(value: Decimal) -> Decimal:
    """Without trailing zeros after the point, and without exponent."""
    short = EXACT.normalize(value)
    exponent = short.as_tuple().exponent
    return EXACT.quantize(short, Decimal(1)) if isinstance(exponent, int) and exponent > 0 else short


# times


def to_ns(value: Decimal, unit: int) -> int:
    """Nanoseconds in so many units of `unit` nanoseconds, rounded down."""
    return whole(floor_div(EXACT.multiply(value, unit), 1))


def iso(time: int, digits: int = 3) -> str:
    """ISO 8601 in UTC, the second cut to `digits` (0 to 9) digits: `2020-12-08T09:08:57.715Z`."""
    seconds, fraction = divmod(time, _SECOND)
    try:
        text = (_EPOCH_TIME + timedelta(seconds=seconds)).isoformat()[:19]
    except OverflowError:
        raise ValueError(f"{time} ns is outside the years 1 to 9999") from None
    return f"{text}.{fraction:09d}"[: 20 + digits if digits else 19] + "Z"


def date_ns(text: str) -> int:
    """UNIX nanoseconds of midnight UTC of a YYYY-MM-DD date."""
    if _DATE.fullmatch(text) is None:
        raise ValueError(f"{shown(text)} is no YYYY-MM-DD date")
    return midnight(text)


@lru_cache(maxsize=4096)
def on_clock(time: int, hour: int, minute: int, zone: str) -> int:
    """UNIX nanoseconds of the moment, on the UTC date of `time`, at which a clock in `zone` shows that hour and minute."""
    try:
        from zoneinfo import ZoneInfo

        place = ZoneInfo(zone)
    except (KeyError, OSError) as error:
        raise ValueError(f"{shown(zone)} is no known time zone") from error
    day = date.fromordinal(_EPOCH + time // (86_400 * _SECOND))
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=place)
    return (local - _EPOCH_TIME) // timedelta(seconds=1) * _SECOND


# bytes and digests


def unhex(text: str) -> bytes:
    """The bytes of hexadecimal text without spaces."""
    if not text.isascii() or not (text.isalnum() or text == ""):
        raise ValueError("the text is not hexadecimal")
    return bytes.fromhex(text)


def base64(data: bytes) -> str:
    """Base64 text, padded, in one line."""
    import base64

    return base64.b64encode(data).decode("ascii")


def unbase64(text: str) -> bytes:
    """The bytes of padded base64 text; other characters are an error."""
    import base64

    return base64.b64decode(text, validate=True)


def md5(data: bytes) -> bytes:
    """The MD5 digest; for venues that sign with it, never for security of our own."""
    import hashlib

    return hashlib.md5(data, usedforsecurity=False).digest()


def sha256(data: bytes) -> bytes:
    """The SHA-256 digest."""
    import hashlib

    return hashlib.sha256(data).digest()


def sha512(data: bytes) -> bytes:
    """The SHA-512 digest."""
    import hashlib

    return hashlib.sha512(data).digest()


def hmac_sha256(key: bytes, message: bytes) -> bytes:
    """The HMAC-SHA-256 of a message under a key."""
    import hmac

    return hmac.digest(key, message, "sha256")


def hmac_sha512(key: bytes, message: bytes) -> bytes:
    """The HMAC-SHA-512 of a message under a key."""
    import hmac

    return hmac.digest(key, message, "sha512")


def big_endian(value: int, width: int) -> bytes:
    """The integer in `width` bytes (1 to 16), the highest first; negative ones as two's complement."""
    if not 1 <= width <= 16:
        raise ValueError(f"an integer is written in 1 to 16 bytes, not {width}")
    return value.to_bytes(width, "big", signed=value < 0)


def little_endian(value: int, width: int) -> bytes:
    """The integer in `width` bytes (1 to 16), the lowest first; negative ones as two's complement."""
    return big_endian(value, width)[::-1]


def fnv1a64(data: str | bytes) -> int:
    """The 64-bit FNV-1a hash of bytes, or of a text's UTF-8 bytes."""
    result = 0xCBF29CE484222325
    for byte in data.encode() if isinstance(data, str) else data:
        result = ((result ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return result
