"""The few places where text of a spec becomes Python source: whatever comes in, one text comes out."""

import ast

from dragoman_generator.resolve.names import comment, docstring, literal
from dragoman_generator.resolve.templates import TemplateError, f_string, parse_template, pattern
from hypothesis import given
from hypothesis import strategies as st

NASTY = st.text(
    st.sampled_from(
        [
            "\\",
            '"',
            "'",
            "\n",
            "\r",
            "{",
            "}",
            "#",
            "\x00",
            "\u2028",
            "\u202e",
            "N",
            "x",
            "0",
            " ",
            "\x0c",
            "\x85",
        ]
    ),
    max_size=30,
)
ANY_TEXT = st.one_of(
    NASTY, st.text(max_size=40).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))
)


@given(ANY_TEXT)
def test_a_literal_is_the_text(text: str) -> None:
    source = literal(text)
    assert source.isascii()
    assert "\n" not in source
    assert ast.literal_eval(source) == text


@given(ANY_TEXT)
def test_a_docstring_is_one_text_on_one_line(text: str) -> None:
    source = f'"""{docstring(text)}"""'
    assert len(source.splitlines()) == 1
    (statement,) = ast.parse(source).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)
    found = statement.value.value
    assert isinstance(found, str)
    assert found == comment(text)
    assert found.isprintable()


@given(ANY_TEXT)
def test_a_comment_stays_a_comment(text: str) -> None:
    tree = ast.parse(f"x = 1  # {comment(text)}")
    assert ast.dump(tree) == ast.dump(ast.parse("x = 1"))


@given(ANY_TEXT)
def test_the_text_of_a_template_is_text(text: str) -> None:
    try:
        parts = parse_template(text + "{slot}")
    except TemplateError:
        assert "{" in text or "}" in text
        return
    if sum(not isinstance(part, str) for part in parts) > 1:
        return
    source = f_string(parts, lambda slot: slot)
    assert eval(source, {"slot": "!"}) == text + "!"
    import re

    found = re.fullmatch(pattern(parts, {"slot": "!"}), text + "!", re.DOTALL)
    assert found is not None
