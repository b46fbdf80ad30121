"""The whole function table of the language; its reference page is made from it."""

from __future__ import annotations

from dragoman_generator.expr.functions_numbers import NUMBER_FUNCTIONS
from dragoman_generator.expr.functions_text import TEXT_FUNCTIONS
from dragoman_generator.expr.signatures import Function, Signature
from dragoman_generator.expr.types import ANY, ANY_OPT, BOOL, DEC, DURATION, INT, TEXT, Opt

_STATE_FUNCTIONS = (
    Function(
        "is_present",
        "state",
        (Signature((ANY_OPT,), BOOL),),
        "Whether an optional value is there; the same as `x != null`.",
        "is_present(split('a', ',')[0])",
        "true",
    ),
    Function(
        "instrument",
        "state",
        (Signature((TEXT,), TEXT),),
        "The id of the instrument that a venue's symbol means.",
        "instrument(symbol)",
        "",
        provided=True,
    ),
    Function(
        "delta",
        "state",
        (Signature((INT,), Opt(INT)), Signature((DEC,), Opt(DEC)), Signature((DURATION,), Opt(DURATION))),
        "The difference to the last message of the same key; absent on the first.",
        "delta(vol) ?? 0",
        "",
        flag="machine",
        provided=True,
    ),
    Function(
        "changed",
        "state",
        (Signature((ANY,), BOOL),),
        "Whether the value differs from that of the last message of the same key; true on the first.",
        "changed(status)",
        "",
        flag="machine",
        provided=True,
    ),
)

FUNCTIONS: dict[str, Function] = {
    function.name: function for function in (*TEXT_FUNCTIONS, *NUMBER_FUNCTIONS, *_STATE_FUNCTIONS)
}
FOLDS: dict[str, str] = {
    "any": "Whether the condition holds for one element: any(bids, size == 0).",
    "all": "Whether the condition holds for every element; true for an empty list.",
    "first": "The first element for which the condition holds; absent when there is none.",
    "sum": "The sum of a number over the elements: sum(fills, price * quantity); 0 for an empty list.",
}
