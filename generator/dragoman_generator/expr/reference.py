"""What the operators and functions mean, written a second time and another way than the runtime does.

Numbers go through fractions; a decimal's digits after the point are worked out by hand.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import math
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

_S, _MS, _US = 10**9, 10**6, 10**3


def compare(operator: str, left: Any, right: Any) -> bool:
    """`left operator right` for two values of one type."""
    order = (left > right) - (left < right) if operator not in ("==", "!=") else int(left != right)
    return {
        "==": order == 0,
        "!=": order != 0,
        "<": order < 0,
        "<=": order <= 0,
        ">": order > 0,
        ">=": order >= 0,
    }[operator]


def arithmetic(operator: str, left: Any, right: Any) -> Any:
    """`left operator right`, exact; the quotient of `//` is rounded down for every kind of number."""
    if isinstance(left, str | bytes):
        return left + right
    if not isinstance(left, Decimal) and not isinstance(right, Decimal):
        quotient = math.floor(Fraction(left, right)) if operator in ("//", "%") else 0
        return {
            "+": left + right,
            "-": left - right,
            "*": left * right,
            "//": quotient,
            "%": left - quotient * right,
        }[operator]
    a, b, places = Fraction(left), Fraction(right), max(_places(left), _places(right))
    if operator == "*":
        return _decimal(a * b, _places(left) + _places(right))
    if operator == "//":
        return Decimal(math.floor(a / b))
    result = a + b if operator == "+" else a - b if operator == "-" else a - math.floor(a / b) * b
    return _decimal(result, places)


def _places(value: Decimal | int) -> int:
    exponent = Decimal(value).as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


def _decimal(value: Fraction, places: int) -> Decimal:
    scaled = value * Fraction(10) ** places
    assert scaled.denominator == 1, "the digits are worked out to hold the value"
    return Decimal((int(scaled < 0), tuple(int(digit) for digit in str(abs(scaled.numerator))), -places))


def _even(value: Fraction) -> int:
    """The nearest integer, ties to the even one."""
    below = math.floor(value)
    rest = value - below
    return below + (rest > Fraction(1, 2) or (rest == Fraction(1, 2) and below % 2 == 1))


def _to_increment(value: Decimal, increment: Decimal, rounding: Callable[[Fraction], int]) -> Decimal:
    if increment <= 0:
        raise ValueError("an increment must be positive")
    steps = rounding(Fraction(value) / Fraction(increment))
    return _decimal(steps * Fraction(increment), _places(increment))


def _div(a: Decimal, b: Decimal, digits: int) -> Decimal:
    if not 0 <= digits <= 60:
        raise ValueError("too many digits")
    return _decimal(Fraction(_even(Fraction(a) / Fraction(b) * 10**digits), 10**digits), digits)


def _dec(value: str | int) -> Decimal:
    if isinstance(value, str):
        mantissa, _, power = value.lower().partition("e")
        digits = mantissa.lstrip("+-").replace(".", "", 1)
        plain = digits.isascii() and digits.isdigit() and len(mantissa) - len(mantissa.lstrip("+-")) <= 1
        if not plain or ("e" in value.lower() and _int(power) is None):
            raise ValueError(f"{value!r} is no number")
    return Decimal(value)


def _int(value: str | Decimal) -> int:
    if isinstance(value, Decimal):
        if Fraction(value).denominator != 1:
            raise ValueError(f"{value} has a fraction")
        return Fraction(value).numerator
    digits = value[1:] if value[:1] in ("+", "-") else value
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError(f"{value!r} is no integer")
    return int(value)


def _from_base(text: str, digits: str) -> int | None:
    places = [digits.find(character) for character in text]
    if not places or min(places) < 0:
        return None
    value = 0
    for place in places:
        value = value * len(digits) + place
    return value


def _to_base(value: int, digits: str) -> str:
    if value < 0 or len(digits) < 2:
        raise ValueError("no such digits")
    length = 1
    while len(digits) ** length <= value:
        length += 1
    return "".join(digits[value // len(digits) ** power % len(digits)] for power in reversed(range(length)))


def _decimals(value: Decimal | str) -> int:
    number = Fraction(_dec(value) if isinstance(value, str) else value)
    return next(places for places in range(10_000) if (number * 10**places).denominator == 1)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, Decimal):
        return str(value)
    places = max(0, _places(value))
    digits = str(abs(int(Fraction(value) * 10**places))).rjust(places + 1, "0")
    split = len(digits) - places
    return ("-" if value < 0 else "") + digits[:split] + ("." + digits[split:] if places else "")


def _limited(value: int, limit: int) -> int:
    if abs(value) > limit:
        raise ValueError(f"{value} is beyond {limit}")
    return value


def _iso(time: int, digits: int = 3) -> str:
    moment = datetime.fromtimestamp(0, UTC).replace(microsecond=0)
    days, rest = divmod(time, 86_400 * _S)
    date = moment.fromordinal(moment.toordinal() + days)
    hours, minutes, nanoseconds = rest // (3600 * _S), rest // (60 * _S) % 60, rest % (60 * _S)
    second = f"{nanoseconds:011d}"
    fraction = f".{second[2 : 2 + digits]}" if digits else ""
    return (
        f"{date.year:04d}-{date.month:02d}-{date.day:02d}T{hours:02d}:{minutes:02d}:{second[:2]}{fraction}Z"
    )


def _parse_iso(text: str) -> int:
    digits = "".join("d" if character in "0123456789" else character for character in text[:19])
    if not text.isascii() or digits not in ("dddd-dd-ddTdd:dd:dd", "dddd-dd-dd dd:dd:dd"):
        raise ValueError("no time")
    rest = text[19:]
    fraction = ""
    if rest[:1] in (".", ",") and rest:
        fraction = rest[1 : 1 + len(rest[1:]) - len(rest[1:].lstrip("0123456789"))]
        rest = rest[1 + len(fraction) :]
        if not fraction:
            raise ValueError("no digits")
    if rest not in ("", "Z") and (rest[0] not in "+-" or not rest[1:].replace(":", "", 1).isdigit()):
        raise ValueError("no offset")
    moment = datetime.fromisoformat(text[:19] + (rest.replace("Z", "") or "+00:00"))
    whole = int((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())
    return whole * _S + int((fraction + "0" * 9)[:9])


def _date(text: str) -> int:
    if len(text) != 10:
        raise ValueError("no date")
    return _parse_iso(text + "T00:00:00")


def _on_clock(time: int, hour: int, minute: int, zone: str) -> int:
    if zone not in available_timezones():
        raise ValueError(f"{zone!r} is no zone")
    day = datetime(1970, 1, 1) + timedelta(days=time // (86_400 * _S))
    local = day.replace(hour=hour, minute=minute, tzinfo=ZoneInfo(zone))
    return (local - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1) * _S


def _bytes_of(value: int, width: int) -> bytes:
    if not 1 <= width <= 16 or not -(2 ** (8 * width - 1)) <= value < 2 ** (8 * width):
        raise ValueError("the number doesn't fit")
    return bytes((value >> 8 * place) % 256 for place in range(width))


def _fnv(text: str | bytes) -> int:
    result = 14695981039346656037
    for byte in text.encode() if isinstance(text, str) else text:
        result = (result ^ byte) * 1099511628211 % 2**64
    return result


def _from(unit: int) -> Callable[[Any], int]:
    return lambda value: math.floor(Fraction(value) * unit)


def _into(unit: int) -> Callable[[int], int]:
    return lambda value: math.floor(Fraction(value, unit))


def _parts(text: str, separator: str, last: bool) -> tuple[str, str]:
    at = text.rfind(separator) if last else text.find(separator)
    if at < 0:
        return ("", text) if last else (text, "")
    return text[:at], text[at + len(separator) :]


def _bytes_of_base64(text: str) -> bytes:
    if not text.isascii() or base64.b64encode(base64.b64decode(text)).decode() != text:
        raise ValueError("no base64")
    return base64.b64decode(text)


_TABLE: dict[str, Callable[..., object]] = {
    "text": _text,
    "lower": str.lower,
    "upper": str.upper,
    "trim": str.strip,
    "len": len,
    "starts_with": lambda text, head: text[: len(head)] == head,
    "ends_with": lambda text, tail: len(text) >= len(tail) and text[len(text) - len(tail) :] == tail,
    "contains": lambda text, part: text.find(part) >= 0,
    "before": lambda text, separator: _parts(text, separator, False)[0],
    "after": lambda text, separator: _parts(text, separator, False)[1],
    "before_last": lambda text, separator: _parts(text, separator, True)[0],
    "after_last": lambda text, separator: _parts(text, separator, True)[1],
    "slice": lambda text, start, stop=None: "".join(list(text)[slice(start, stop)]),
    "replace": lambda text, old, new: new.join(text.split(old)),
    "split": lambda text, separator: text.split(separator),
    "join": lambda parts, separator: separator.join(parts),
    "pad_left": lambda text, width, fill: fill * (width - len(text)) + text,
    "dec": _dec,
    "int": _int,
    "abs": lambda value: (
        arithmetic("-", Decimal(0) if isinstance(value, Decimal) else 0, value) if value < 0 else value
    ),
    "negate": lambda value: arithmetic("-", Decimal(0) if isinstance(value, Decimal) else 0, value),
    "min": lambda a, b: b if b < a else a,
    "max": lambda a, b: b if b > a else a,
    "div": _div,
    "round_to": lambda value, increment: _to_increment(value, increment, _even),
    "floor_to": lambda value, increment: _to_increment(value, increment, math.floor),
    "ceil_to": lambda value, increment: _to_increment(value, increment, math.ceil),
    "decimals": _decimals,
    "from_base": lambda text, digits: _from_base(text, digits),
    "to_base": lambda value, digits: _to_base(value, digits),
    "pow10": lambda power: _decimal(Fraction(10) ** _limited(power, 100), max(0, -power)),
    "scale": lambda value, digits: _decimal(Fraction(value) / Fraction(10) ** _limited(digits, 100), digits),
    "normalize": lambda value: _decimal(Fraction(value), _decimals(value)),
    "from_s": _from(_S),
    "from_ms": _from(_MS),
    "from_us": _from(_US),
    "from_ns": _from(1),
    "to_s": _into(_S),
    "to_ms": _into(_MS),
    "to_us": _into(_US),
    "to_ns": _into(1),
    "seconds": _from(_S),
    "milliseconds": _from(_MS),
    "iso": _iso,
    "parse_iso": _parse_iso,
    "date_ns": _date,
    "utf8": lambda text: text.encode("utf-8"),
    "hex": lambda data: "".join(f"{byte:02x}" for byte in data),
    "unhex": lambda text: base64.b16decode(text.upper()),
    "base64": lambda data: base64.standard_b64encode(data).decode(),
    "unbase64": _bytes_of_base64,
    "md5": lambda data: hashlib.new("md5", data, usedforsecurity=False).digest(),
    "sha256": lambda data: hashlib.new("sha256", data).digest(),
    "sha512": lambda data: hashlib.new("sha512", data).digest(),
    "hmac_sha256": lambda key, message: hmac.new(key, message, hashlib.sha256).digest(),
    "hmac_sha512": lambda key, message: hmac.new(key, message, hashlib.sha512).digest(),
    "fnv1a64": _fnv,
    "bit": lambda value, place: bool(value >> place & 1),
    "on_clock": _on_clock,
    "little_endian": _bytes_of,
    "big_endian": lambda value, width: _bytes_of(value, width)[::-1],
}


def call(name: str, arguments: Sequence[object]) -> object:
    """The value of a function of the table; raises for arguments that it can't take."""
    return _TABLE[name](*arguments)
