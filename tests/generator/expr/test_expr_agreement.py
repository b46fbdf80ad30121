"""Compiled code and the reference evaluator give the same value, or both refuse, for any expression and any row."""

import ast
from decimal import Decimal, Inexact, InvalidOperation

from dragoman.translate import functions as runtime
from dragoman_generator.expr import ExprErrors, compile_python
from dragoman_generator.expr import reference as meaning
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from tests.generator.expr.expr_market import SAMPLE, Row, run_compiled, run_reference, typed
from tests.generator.expr.expr_random import expressions, rows


def shown(value: object) -> object:
    """A value in a form that tells 1.0 from 1.00, but not 0 from -0 and not a tuple from a list."""
    if isinstance(value, tuple):
        return list(value)
    return format(value, "zf") if isinstance(value, Decimal) else value


@settings(max_examples=400)
@given(expressions(), rows)
def test_compiled_code_equals_the_reference(text: str, row: Row) -> None:
    try:
        tree = typed(text)
    except (
        ExprErrors
    ) as refused:  # a default or a test for a value that a condition has already shown to be there
        assert all("never absent" in error.message for error in refused.errors)
        reject()
    try:
        expected = run_reference(tree, row)
    except (ArithmeticError, ValueError) as refusal:
        expected = type(refusal)
    try:
        value = run_compiled(tree, row)
    except (Inexact, InvalidOperation):
        if isinstance(expected, type):
            return
        reject()  # beyond the 200 digits that the runtime computes with
    except (ArithmeticError, ValueError):
        assert isinstance(expected, type), text
        return
    assert shown(value) == shown(expected) and type(shown(value)) is type(shown(expected)), compile_python(
        tree
    )


@given(expressions())
def test_compiled_code_is_one_stable_python_expression(text: str) -> None:
    try:
        tree = typed(text)
    except ExprErrors:
        reject()
    code = compile_python(tree)
    assert code == compile_python(typed(text)) and code.isascii() and "\n" not in code
    ast.parse(code, mode="eval")


def test_the_sample_row_reaches_every_kind_of_value() -> None:
    assert run_compiled(typed("filters[filterType=PRICE_FILTER].tickSize"), SAMPLE) == Decimal("0.0001")


numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=9)
increments = st.decimals(min_value=Decimal("0.000001"), max_value=1000, places=6)


@given(numbers, increments, st.integers(0, 12))
def test_rounding_to_an_increment_is_exact(value: Decimal, increment: Decimal, digits: int) -> None:
    for name in ("round_to", "floor_to", "ceil_to"):
        assert shown(getattr(runtime, name)(value, increment)) == shown(
            meaning.call(name, [value, increment])
        )
    assert shown(runtime.div(value, increment, digits)) == shown(
        meaning.call("div", [value, increment, digits])
    )


@given(numbers, numbers)
def test_decimal_arithmetic_never_rounds(a: Decimal, b: Decimal) -> None:
    wide = runtime.multiply(runtime.multiply(a, a), runtime.multiply(b, b))
    assert wide == meaning.arithmetic("*", meaning.arithmetic("*", a, a), meaning.arithmetic("*", b, b))
    for operator, function in (
        ("+", runtime.add),
        ("-", runtime.subtract),
        ("//", runtime.floor_div),
        ("%", runtime.floor_mod),
    ):
        if b or operator in "+-":
            assert shown(function(a, b)) == shown(meaning.arithmetic(operator, a, b))


@given(st.integers(-62_135_596_800 * 10**9, 253_402_300_799 * 10**9), st.integers(0, 9))
def test_times_go_to_iso_and_back(time: int, digits: int) -> None:
    text = runtime.iso(time, digits)
    assert text == meaning.call("iso", [time, digits])
    cut = time // 10 ** (9 - digits) * 10 ** (9 - digits)
    assert runtime.parse_iso(text) == meaning.call("parse_iso", [text]) == cut


@given(st.text("0123456789+-.eE_ ٣n", max_size=8))
def test_what_is_a_number_is_agreed_upon(text: str) -> None:
    for name, function in (
        ("dec", runtime.parse_dec),
        ("int", runtime.parse_int),
        ("decimals", runtime.decimals),
    ):
        try:
            expected = meaning.call(name, [text])
        except (ArithmeticError, ValueError):
            expected = None
        try:
            assert function(text) == expected
        except ValueError:
            assert expected is None, text
