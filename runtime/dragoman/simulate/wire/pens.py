"""Wire values of single fields: an event's value in every form that a field may hold it, or by a function made for the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from msgspec import Raw, inspect

from dragoman.model import Money
from dragoman.simulate.facts import Form
from dragoman.simulate.payloads import ABSENT, Leaf, digits, formed, written

FIRST = "first"
"""The first of all forms that a field can hold."""
Pen = Callable[[Any], Any]
"""Value -> wire value, ABSENT where the field can't hold it."""
_ANY_TEXT = "Other"
"""For a text that only has to be there."""
_TIMES = {"opposite": Decimal(-1), "hundredth": Decimal("0.01"), "hundredfold": Decimal(100)}


def pen(leaf: Leaf, how: str) -> Pen:
    """What `forms_of` gives for the field under that name."""
    write = _writing(leaf)
    if how == FIRST:

        def first(value: Any) -> Any:
            found = write(value)
            return next((wire for _, wire in forms_of(value, leaf)), ABSENT) if found is ABSENT else found

        return first
    if how == "as is":
        return write
    if how == "currency" and _is_text(*leaf):
        return lambda value: value.currency if value.__class__ is Money else ABSENT
    factor = _TIMES.get(how)
    if factor is None:
        return lambda value: next((wire for name, wire in forms_of(value, leaf) if name == how), ABSENT)

    def changed(value: Any) -> Any:
        amount = value.amount if value.__class__ is Money else value
        return write(amount * factor) if amount.__class__ is Decimal else ABSENT

    return changed


def _writing(leaf: Leaf) -> Pen:
    kind, form = leaf

    def usual(value: Any) -> Any:
        if value is None:
            return ABSENT
        return wired(value.amount if value.__class__ is Money else value, leaf)

    if form is None and isinstance(kind, inspect.DecimalType):
        return lambda value: digits(value) if value.__class__ is Decimal else usual(value)
    if form is None and isinstance(kind, inspect.StrType):

        def text(value: Any) -> Any:
            if value.__class__ is str:
                return value
            if value.__class__ is Decimal:
                return digits(value)
            return str(value) if isinstance(value, str) and not isinstance(value, Enum) else usual(value)

        return text
    if form is None and isinstance(kind, inspect.IntType):

        def number(value: Any) -> Any:
            if value.__class__ is int:
                return value
            return int(value) if value.__class__ is str and value.isdecimal() else usual(value)

        return number
    if form is None and isinstance(kind, inspect.BoolType):
        return lambda value: value if value.__class__ is bool else usual(value)
    if form is None:
        return usual
    unit = form.arg
    match form.kind:
        case "time" if isinstance(kind, inspect.IntType):
            return lambda value: value // unit if value.__class__ is int else usual(value)
        case "time_text" if isinstance(kind, inspect.StrType):
            return lambda value: str(value // unit) if value.__class__ is int else usual(value)
        case "iso":
            return lambda value: _iso(value, form) if value.__class__ is int else usual(value)
        case "number":
            return lambda value: (Raw(f"{value:f}".encode()) if value.__class__ is Decimal else usual(value))
        case "means" | "one_of" | "flag":
            words: dict[Any, Any] = {}

            def word(value: Any) -> Any:
                if not isinstance(value, Enum | bool):
                    return usual(value)
                found = words.get(value, words)
                if found is words:
                    found = words[value] = usual(value)
                return found

            return word
    return usual


@lru_cache(maxsize=256)
def _iso(moment: int, form: Form) -> Any:
    """A moment in writing, which several fields of a payload may say."""
    try:
        return formed(moment, form)
    except _FAULTS:
        return ABSENT


_FAULTS = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError)


def wired(value: Any, leaf: Leaf) -> Any:
    """A value in the wire form of a field; ABSENT where the field can't hold it."""
    kind, form = leaf
    if _is_number(kind, form) and not isinstance(value, Decimal | int):
        return ABSENT
    try:
        found = written(value, kind, form)
    except _FAULTS:
        return ABSENT
    if form is not None and form.kind in ("means", "one_of") and found not in form.arg:
        return ABSENT
    if (
        isinstance(kind, inspect.StrType)
        and form is None
        and (not isinstance(found, str) or isinstance(value, Enum))
    ):
        return ABSENT  # a word of the model is nobody's text
    if isinstance(kind, inspect.BoolType) and not isinstance(found, bool):
        return ABSENT
    if isinstance(kind, inspect.IntType) and not isinstance(found, int):
        return ABSENT
    return found


def forms_of(value: Any, leaf: Leaf) -> Iterator[tuple[str, Any]]:
    """(how, wire value): a value of an event as a field may hold it."""
    kind, form = leaf
    if isinstance(value, Money):
        yield from forms_of(value.amount, leaf)
        if _is_text(kind, form):
            yield "currency", value.currency
        return
    for how, made in variants(value):
        found = wired(made, leaf)
        if found is not ABSENT:
            yield how, found


def variants(value: Any) -> Iterator[tuple[str, Any]]:
    """A value, and what mappings make of it: its opposite, its hundredth, its hundredfold."""
    yield "as is", value
    if isinstance(value, Decimal):
        yield "opposite", -value
        yield "hundredth", value / 100
        yield "hundredfold", value * 100


def usual_values(leaf: Leaf, tries: Iterable[Any]) -> list[Any]:
    """Values that a field may have when nothing says one: what it is compared with, every word of an enum, both truths."""
    kind, form = leaf
    found: list[Any] = list(tries)
    if form is not None and form.kind in ("means", "one_of", "flag"):
        found += list(form.arg)
    elif isinstance(kind, inspect.BoolType):
        found += [True, False]
    elif isinstance(kind, inspect.LiteralType):
        found += list(kind.values)
    elif form is not None and form.kind in ("number", "scaled"):
        found += [0]
    elif isinstance(kind, inspect.DecimalType):
        found += ["0"]
    elif isinstance(kind, inspect.IntType) and form is None:
        found += [0]
    elif isinstance(kind, inspect.StrType) and form is None:
        found += ["", _ANY_TEXT]
    return list(dict.fromkeys(each for each in found if each is not ABSENT))


def is_numeric(leaf: Leaf) -> bool:
    """Whether the field holds a number that can be solved for."""
    kind, form = leaf
    if _is_number(kind, form) or isinstance(kind, inspect.IntType):
        return True
    return isinstance(kind, inspect.StrType) and form is None  # a number whose empty text is none


def _is_text(kind: inspect.Type, form: Form | None) -> bool:
    return isinstance(kind, inspect.StrType) and not _is_number(kind, form)


def _is_number(kind: inspect.Type, form: Form | None) -> bool:
    return isinstance(kind, inspect.DecimalType) or (form is not None and form.kind in ("number", "scaled"))
