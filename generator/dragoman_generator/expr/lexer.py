"""Text to tokens; only ASCII may stand outside quotes, so that no name can look like another."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from dragoman_generator.expr.errors import ExprSyntaxError

MAX_LENGTH = 10_000
MAX_DIGITS = 40
DURATION_UNITS = {
    "ns": 1,
    "us": 1_000,
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "m": 60_000_000_000,
    "h": 3_600_000_000_000,
    "d": 86_400_000_000_000,
}
KEYWORDS = frozenset({"and", "or", "not", "in", "if", "then", "else", "true", "false", "null"})

_SPACE = re.compile(r"[ \t\r\n]+")
_NUMBER = re.compile(r"([0-9]+)(\.[0-9]+)?([A-Za-z_][A-Za-z0-9_]*)?")
_NAME = re.compile(r"\$?[A-Za-z_][A-Za-z0-9_]*")
_OPERATOR = re.compile(r"==|!=|<=|>=|\?\?|//|[-+*/%<>=.,()\[\]]")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'", '"': '"', "0": "\0"}
_FOREIGN = {
    "&&": "write 'and'",
    "||": "write 'or'",
    "**": "there is no power; use pow10(n)",
    "!": "write 'not'",
    "?": "write 'if a then b else c', or '??' for a default",
    "{": "slots belong into templates; an expression uses names directly",
    "^": "there is no power; use pow10(n)",
    ";": "an expression is one value",
    "`": "quote text with ' or \"",
    "#": "an expression has no comments; use a YAML comment",
}


@dataclass(frozen=True)
class Token:
    """`kind` is name, keyword, int, dec, duration, text, operator or end."""

    kind: str
    text: str
    position: int
    value: int | Decimal | str | None = None


def tokenize(text: str) -> list[Token]:
    """Every token of the text, closed by one of kind `end`."""
    if len(text) > MAX_LENGTH:
        raise ExprSyntaxError(
            MAX_LENGTH, f"the expression is longer than {MAX_LENGTH} characters", "split it"
        )
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        if space := _SPACE.match(text, position):
            position = space.end()
            continue
        token, position = _next_token(text, position)
        tokens.append(token)
    tokens.append(Token("end", "", len(text)))
    return tokens


def _next_token(text: str, start: int) -> tuple[Token, int]:
    if text[start] in "'\"":
        return _quoted(text, start)
    if number := _NUMBER.match(text, start):
        return _number(number), number.end()
    if name := _NAME.match(text, start):
        word = name.group()
        if word.lstrip("$").startswith("__"):
            raise ExprSyntaxError(
                start, f"'{word}' is no name of a field", "names don't begin with two underscores"
            )
        return Token("keyword" if word in KEYWORDS else "name", word, start), name.end()
    for foreign, hint in _FOREIGN.items():
        if text.startswith(foreign, start) and not text.startswith(("!=", "??"), start):
            raise ExprSyntaxError(start, f"'{foreign}' is no operator of this language", hint)
    if operator := _OPERATOR.match(text, start):
        return Token("operator", operator.group(), start), operator.end()
    raise ExprSyntaxError(
        start, f"unexpected character {_describe(text[start])}", "outside quotes only ASCII is allowed"
    )


def _number(match: re.Match[str]) -> Token:
    whole, fraction, suffix = match.group(1), match.group(2), match.group(3)
    start = match.start()
    if len(whole) + len(fraction or "") > MAX_DIGITS:
        raise ExprSyntaxError(start, f"the number has more than {MAX_DIGITS} digits")
    if suffix is None:
        if fraction is None:
            if len(whole) > 1 and whole[0] == "0":
                raise ExprSyntaxError(
                    start, f"the integer '{whole}' begins with a zero", f"write {int(whole)}"
                )
            return Token("int", match.group(), start, int(whole))
        return Token("dec", match.group(), start, Decimal(match.group()))
    if suffix not in DURATION_UNITS:
        hint = "durations are written as 5ns, 5us, 5ms, 5s, 5m, 5h or 5d"
        raise ExprSyntaxError(
            match.start(3), f"unknown unit '{suffix}' after the number {whole}{fraction or ''}", hint
        )
    if fraction is not None:
        raise ExprSyntaxError(
            start, f"the duration '{match.group()}' is no whole number", "use the next smaller unit"
        )
    return Token("duration", match.group(), start, int(whole) * DURATION_UNITS[suffix])


def _quoted(text: str, start: int) -> tuple[Token, int]:
    quote = text[start]
    parts: list[str] = []
    position = start + 1
    while position < len(text):
        character = text[position]
        if character == quote:
            return Token("text", text[start : position + 1], start, "".join(parts)), position + 1
        if character in "\n\r":
            raise ExprSyntaxError(
                start, "the quoted text runs past the end of its line", "write \\n for a line break"
            )
        if character == "\\":
            value, position = _escape(text, position)
            parts.append(value)
            continue
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character != "\t":
            hint = f"write \\u{ord(character):04x}" if ord(character) < 0xD800 else ""
            raise ExprSyntaxError(
                position, f"invisible character {_describe(character)} in quoted text", hint
            )
        parts.append(character)
        position += 1
    raise ExprSyntaxError(start, "the quoted text is not closed", f"add {quote}")


def _escape(text: str, position: int) -> tuple[str, int]:
    follower = text[position + 1 : position + 2]
    if follower in _ESCAPES and follower:
        return _ESCAPES[follower], position + 2
    if follower == "u":
        digits = text[position + 2 : position + 6]
        if re.fullmatch(r"[0-9a-fA-F]{4}", digits) and not 0xD800 <= int(digits, 16) <= 0xDFFF:
            return chr(int(digits, 16)), position + 6
        raise ExprSyntaxError(position, "\\u needs four hexadecimal digits of a character")
    raise ExprSyntaxError(
        position, f"unknown escape '\\{follower}'", "known: \\n \\r \\t \\0 \\\\ \\' \\\" \\uXXXX"
    )


def _describe(character: str) -> str:
    name = unicodedata.name(character, "unnamed")
    shown = f"'{character}' " if character.isprintable() else ""
    return f"{shown}U+{ord(character):04X} {name}"
