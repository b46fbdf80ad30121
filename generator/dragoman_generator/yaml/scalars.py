"""Plain YAML scalars by the rules of the 1.2 core schema, with decimals kept exact."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypeAlias

Scalar: TypeAlias = str | int | bool | Decimal | None

# The widest number that a wire carries is a 256-bit integer, of 78 digits.
_MAX_LENGTH = 80
_MAX_EXPONENT = 80

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEX = re.compile(r"0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class ScalarRefused(ValueError):
    """A plain scalar that YAML reads as a number and a spec may not hold; the text is the sentence."""


def plain_scalar(text: str) -> Scalar:
    """The value of an unquoted scalar; raises `ScalarRefused` for infinities, NaN and numbers out of bounds."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _NO_NUMBER.fullmatch(text):
        raise ScalarRefused(f"{text} is no exact number")
    for pattern, base in ((_INT, 10), (_OCTAL, 8), (_HEX, 16)):
        if pattern.fullmatch(text):
            _check_length(text)
            return int(text if base == 10 else text[2:], base)
    if not _DECIMAL.fullmatch(text):
        return text
    _check_length(text)
    return _decimal(text)


def _decimal(text: str) -> Decimal:
    # The exponent is looked at as text: converting first would build a number of that many digits.
    exponent = re.split("[eE]", text)[1:]
    if exponent and abs(int(exponent[0])) > _MAX_EXPONENT:
        raise ScalarRefused(f"the exponent of {text} is beyond {_MAX_EXPONENT}")
    return Decimal(text)


def _check_length(text: str) -> None:
    if len(text) > _MAX_LENGTH:
        raise ScalarRefused(f"a number of {len(text)} characters stands here, more than {_MAX_LENGTH}")
