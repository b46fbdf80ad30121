"""Plain scalars: the core schema of YAML 1.2, exact numbers, nothing of 1.1."""

import contextlib
from decimal import Decimal

import pytest
from dragoman_generator.yaml.scalars import Scalar, ScalarRefused, plain_scalar
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("0", 0),
        ("-5", -5),
        ("+5", 5),
        ("010", 10),
        ("0o17", 15),
        ("0x7fffffffffffffff", 2**63 - 1),
        ("0.01", Decimal("0.01")),
        ("1.", Decimal(1)),
        (".5", Decimal("0.5")),
        ("1e3", Decimal(1000)),
        ("1e-9", Decimal("0.000000001")),
        ("0.12345678901234567890", Decimal("0.12345678901234567890")),
    ],
)
def test_the_core_schema_gives_null_booleans_and_exact_numbers(text: str, value: Scalar) -> None:
    read = plain_scalar(text)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "on",
        "off",
        "yes",
        "No",
        "y",
        "tRUE",
        "nULL",
        "12:30:00",
        "2026-11-22",
        "1_000",
        "-0x1",
        "0b1",
        "0o8",
        "1.2.3",
        ".",
        "-",
        "+",
        "e5",
        "nan",
        "inf",
        "=a",
        "=",
        "١٢",
    ],
)
def test_what_only_yaml_1_1_would_convert_stays_text(text: str) -> None:
    assert plain_scalar(text) == text


@pytest.mark.parametrize("text", [".inf", "-.INF", "+.Inf", ".nan", ".NaN", "1e81", "1e999999999", "9" * 81])
def test_numbers_that_are_not_exact_or_have_no_bound_are_refused(text: str) -> None:
    with pytest.raises(ScalarRefused):
        plain_scalar(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=18, min_value=-(10**30), max_value=10**30))
def test_a_decimal_comes_back_digit_for_digit(number: Decimal) -> None:
    assert f"{plain_scalar(f'{number:f}'):f}" == f"{number:f}"


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_and_never_a_float(text: str) -> None:
    with contextlib.suppress(ScalarRefused):
        assert not isinstance(plain_scalar(text), float)
