"""The little grammar of wire types: `list<opt<dec>> as sizes`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.types import INTEGER_KINDS, UNITS, WireType

PLAIN = frozenset(
    {"dec", "dec_num", "int", "int_text", "bool", "text", "sym", "any", "char", "cstr", "pad", *INTEGER_KINDS}
)
DECIMALS = frozenset({"dec", "dec_num"})
WITH_ARGUMENT = frozenset({"ts", "ts_text", "flag", "fx"})
WRAPPERS = frozenset({"maybe", "opt", "blank", "list", "map", "many"})
_TOKEN = re.compile(r"\s*([A-Za-z_][A-Za-z0-9_]*|[<>()]|$)")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}\Z")
_BOUNDS = re.compile(r"(>=?)\s*(-?\d+(?:\.\d+)?)\Z|(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\Z")
_FIXED = re.compile(r"1e-([1-9]\d?)\Z")


class WireTypeError(Exception):
    """A wire type that cannot be read; `hint` may name a likely one."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


def split_name(text: str) -> tuple[str, str | None]:
    """`dec as price` -> (`dec`, `price`); the name is checked."""
    head, word, name = text.partition(" as ")
    if not word:
        return text.strip(), None
    name = name.strip()
    if not _NAME.match(name):
        raise WireTypeError(
            f"{name!r} is no field name: lower-case letters, digits and underscores, first a letter"
        )
    return head.strip(), name


def parse_wire_type(text: str, shapes: Mapping[str, bool], enums: Mapping[str, object]) -> WireType:
    """A wire type from its text; `shapes` tells for each shape whether it is a book level."""
    reader = _Reader(text, shapes, enums)
    found = reader.type()
    reader.end()
    return found


class _Reader:
    def __init__(self, text: str, shapes: Mapping[str, bool], enums: Mapping[str, object]) -> None:
        self.text = text
        self.at = 0
        self.shapes = shapes
        self.enums = enums
        self.depth = 0

    def token(self) -> str:
        match = _TOKEN.match(self.text, self.at)
        if match is None:
            raise WireTypeError(f"{self.text!r} is no wire type: unexpected {self.text[self.at]!r}")
        self.at = match.end()
        return match[1]

    def expect(self, wanted: str) -> None:
        got = self.token()
        if got != wanted:
            raise WireTypeError(
                f"{self.text!r} is no wire type: expected {wanted!r}, found {got or 'the end'!r}"
            )

    def end(self) -> None:
        self.expect("")

    def argument(self, word: str) -> str:
        self.expect("(")
        close = self.text.find(")", self.at)
        if close < 0:
            raise WireTypeError(f"{self.text!r} is no wire type: a closing ')' is missing")
        found = self.text[self.at : close].strip()
        self.at = close + 1
        return self.checked_argument(word, found)

    def bounds(self) -> str:
        """What a decimal may be, without blanks."""
        found = self.argument("dec")
        match = _BOUNDS.match(found)
        if match is None:
            raise WireTypeError(f"bounds are written dec(>0), dec(>=0) or dec(1.01..1000), not dec({found})")
        if match[3] is not None and Decimal(match[3]) > Decimal(match[4]):
            raise WireTypeError(f"no number is in {found}: the lower bound stands first")
        return "".join(found.split())

    def checked_argument(self, word: str, found: str) -> str:
        if word == "ts" and found not in {*UNITS, "iso", "date"}:
            raise WireTypeError(
                f"a time needs a unit, ts(s|ms|us|ns|iso|date), not {found!r}", did_you_mean(found, UNITS)
            )
        if word == "ts_text" and found not in UNITS:
            raise WireTypeError(f"a time in text needs a unit, ts_text(s|ms|us|ns), not {found!r}")
        if word == "fx" and not _FIXED.match(found):
            raise WireTypeError(f"a scaled integer is written fx(1e-9), not fx({found})")
        if word == "flag" and len(set(found.split("/"))) != 2:
            raise WireTypeError(f"a flag names two different texts, flag(Y/N), not {found!r}")
        return found

    def type(self) -> WireType:
        self.depth += 1
        if self.depth > 8:
            raise WireTypeError(f"{self.text[:40]!r} nests deeper than eight types")
        word = self.token()
        if word in WRAPPERS:
            self.expect("<")
            inner = self.type()
            self.expect(">")
            return self.wrapped(word, inner)
        if word in DECIMALS and self.text[self.at :].lstrip().startswith("("):
            return WireType(word, bounds=self.bounds())
        if word == "text" and self.text[self.at :].lstrip().startswith("("):
            return WireType(word, arg=self.argument(word))
        if word in PLAIN:
            return WireType(word)
        if word in WITH_ARGUMENT:
            if word in {"ts", "ts_text"} and not self.text[self.at :].lstrip().startswith("("):
                raise WireTypeError("a time needs a unit: ts(s), ts(ms), ts(us), ts(ns), ts(iso) or ts(date)")
            return WireType(word, arg=self.argument(word))
        if word in self.shapes:
            return WireType("level" if self.shapes[word] else "record", ref=word)
        if word in self.enums:
            return WireType("enum", ref=word)
        known = {*PLAIN, *WITH_ARGUMENT, *WRAPPERS, *self.shapes, *self.enums}
        raise WireTypeError(
            f"unknown type {word!r}" if word else "a type is missing", did_you_mean(word, known)
        )

    def wrapped(self, word: str, inner: WireType) -> WireType:
        if word == "maybe":
            return replace(inner, optional=True, may_be_absent=True)
        if word == "opt":
            return replace(inner, optional=True)
        if word == "blank":
            return replace(inner, optional=True, empty_is_none=True)
        if inner.bounds:
            raise WireTypeError(
                f"bounds are for a field of its own, and {self.text!r} is a {word} of numbers"
            )
        if inner.kind == "level" and word == "list":
            return WireType("levels", ref=inner.ref)
        return WireType(word, item=inner)
