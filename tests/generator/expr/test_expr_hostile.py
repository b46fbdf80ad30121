"""Text that wants to become code, or to exhaust the generator, is refused or stays data."""

import ast

import pytest
from dragoman_generator.expr import ExprError, ExprErrors, ExprSyntaxError, check, compile_python, parse
from dragoman_generator.expr.lexer import MAX_LENGTH
from dragoman_generator.expr.parser import MAX_DEPTH
from hypothesis import given
from hypothesis import strategies as st

from tests.generator.expr.expr_market import SCOPE, both, compiled, typed
from tests.generator.expr.expr_random import quoted

DEEP = [
    ("(", "count", ")"),
    ("[", "count", "]"),
    ("-", "count", ""),
    ("not ", "open", ""),
    ("abs(", "count", ")"),
    ("if open then 1 else ", "count", ""),
    ("(if open then 1 else ", "count", ")"),
    ("", "count", " + 1"),
    ("", "open", " and open"),
    ("", "spareCount", " ?? spareCount"),
    ("spareCount ?? (", "spareCount", ")"),
    ("any(bids, ", "open", ")"),
    ("first(holes, it == null or ", "open", ") == null"),
]


@pytest.mark.parametrize(("head", "core", "tail"), DEEP)
def test_depth_is_bounded_and_what_is_allowed_compiles(head: str, core: str, tail: str) -> None:
    with pytest.raises(ExprSyntaxError, match=f"nested deeper than {MAX_DEPTH} levels"):
        parse(head * 100 + core + tail * 100)
    with pytest.raises(ExprSyntaxError):
        parse(head * 900 + core + tail * 900)
    for levels in (MAX_DEPTH // 3 - 2, MAX_DEPTH // 2 - 2, MAX_DEPTH - 2):
        try:
            tree = parse(head * levels + core + tail * levels)
        except ExprSyntaxError:
            assert levels > MAX_DEPTH // 3
            continue
        try:
            compile(compile_python(check(tree, SCOPE)), "<expression>", "eval")
        except ExprErrors:
            assert head == "["


def test_deepest_optional_chains_still_fit_into_python() -> None:
    for levels in range(5, MAX_DEPTH):
        text = "names[0]"
        for _ in range(levels):
            text = f"(split({text} ?? symbol, '-')[1])"
        try:
            tree = parse(text)
        except ExprSyntaxError:
            return
        compile(compile_python(check(tree, SCOPE)), "<expression>", "eval")
    raise AssertionError("the depth is not bounded")


def test_long_input_is_refused_before_it_is_read() -> None:
    with pytest.raises(ExprSyntaxError, match="longer than 10000 characters"):
        parse("1 + " * MAX_LENGTH)
    assert both("len('" + "x" * (MAX_LENGTH - 7) + "')") == MAX_LENGTH - 7


HOSTILE_TEXTS = [
    "'); import os; os.system('true",
    '"""',
    "\\",
    "\\'",
    "{symbol}",
    "{{ config }}",
    "{% raw %}",
    "${HOME}",
    "%s%n",
    "line\nbreak\r\n",
    "\u202eevil",
    "раyраl",
    "\x00\x1b[2J",
    "𝕏",
    "'''\\\"\"\"",
]


@pytest.mark.parametrize("content", HOSTILE_TEXTS)
def test_quoted_text_stays_text(content: str) -> None:
    spelled = "".join(
        character if character.isprintable() and character not in "'\\" else f"\\u{ord(character):04x}"
        for character in content
    )
    code = compiled(f"symbol == '{spelled}'")
    tree = ast.parse(code, mode="eval").body
    assert isinstance(tree, ast.Compare) and isinstance(tree.comparators[0], ast.Constant)
    assert tree.comparators[0].value == content and code.isascii() and "\n" not in code


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=30))
def test_any_printable_text_survives_the_way_into_python(content: str) -> None:
    assert ast.literal_eval(compiled(quoted(content))) == content


@given(
    st.text(
        st.sampled_from(list("abit.,()[]{}'\"\\=<>!?+-*/% \n0123456789_#:$@é")) | st.characters(), max_size=40
    )
)
def test_any_text_gives_an_expression_or_a_typed_error(text: str) -> None:
    try:
        tree = typed(text)
    except ExprSyntaxError as error:
        assert 0 <= error.position <= len(text) and error.message
    except ExprErrors as failure:
        assert all(0 <= error.position <= len(text) for error in failure.errors)
    else:
        ast.parse(compile_python(tree), mode="eval")


@pytest.mark.parametrize(
    "text",
    [
        "symbol.__class__",
        "__builtins__",
        "detail.__dict__.note",
        "filters[__class__=1]",
        "eval('1')",
        "open('/etc/passwd')",
        "getattr(symbol, 'x')",
        "lambda: 1",
        "[x for x in names]",
        "import os",
        "print",
        "None",
        "True",
        "self.x",
        "row.price",
        "symbol.format(1)",
        "f'{symbol}'",
        "b'x'",
        "names[0:1]",
        "count := 1",
        "1 if open else 2",
        "*names",
        "price @ price",
        "0x10",
        "1_000",
        "ｐrice",
        "K",
        "symbol; symbol",
        "price\\\n+1",
    ],
)
def test_python_that_is_not_of_the_language_is_refused(text: str) -> None:
    with pytest.raises((ExprError, ExprErrors)):
        typed(text)


def test_field_names_never_reach_python_unless_mapped() -> None:
    code = compiled("filters[class=1].class ?? 0")
    assert ".sort" in code and ".class" not in code
