"""What is broken over lines before black sees it is what black makes of it alone, and means the same."""

from __future__ import annotations

import ast
from pathlib import Path

import black
import pytest
from dragoman_generator.emit.folding import parts
from dragoman_generator.emit.formatting import _MODE, format_source
from hypothesis import given, settings
from hypothesis import strategies as st

GENERATED = Path(__file__).parents[3] / "generated" / "dragoman_venues"


def check(source: str) -> None:
    """Folding keeps the meaning, and black's own text comes out."""
    assert ast.dump(ast.parse("".join(parts(source)))) == ast.dump(ast.parse(source))
    assert format_source(source) == black.format_str(source, mode=_MODE)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=f"{path.parent.name}.{path.stem}")
        for path in (*sorted(GENERATED.glob("*/short.py")), *sorted(GENERATED.glob("*/account.py")))
    ],
)
def test_a_generated_module_on_single_lines_is_laid_out_as_by_black(path: Path) -> None:
    check(ast.unparse(ast.parse(path.read_text(encoding="utf-8"))) + "\n")


names = st.sampled_from(
    ["a", "message", "row.price", "scope.ids", "order.original_client_order_id", "DECIMAL_0"]
)
texts = st.sampled_from(
    ['"a"', '"x, (y"', "'z'", '"{\\"op\\":1}"', '"a longer text if it is one"', '"#"', '"it\'s"']
)
leaves = names | texts | st.sampled_from(["1", "None", "-1", "()", "[]", "{}"])


def of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=7)
    words = st.sampled_from(["interval", "symbol", "outcome"])
    operator = st.sampled_from(["and", "or", "==", "in", "is not", "not in", ">", "+", "*", "//", "|"])
    return st.one_of(
        st.builds("{}({})".format, names, several.map(", ".join)),
        st.builds("{}({}={})".format, names, words, inner),
        st.builds("{}({}, {}={})".format, names, inner, words, inner),
        several.map(lambda each: f"({', '.join(each)},)" if len(each) == 1 else f"({', '.join(each)})"),
        several.map(lambda each: f"[{', '.join(each)}]"),
        several.map(lambda each: "{" + ", ".join(f'"k{n}": {said}' for n, said in enumerate(each)) + "}"),
        st.builds("({} if {} else {})".format, inner, inner, inner),
        st.builds("({})".format, st.lists(inner, min_size=2, max_size=4).map(" and ".join)),
        st.builds("({} {} {})".format, inner, operator, inner),
        st.builds("next(({} for each in {} if {}), None)".format, inner, inner, inner),
        st.builds("tuple({} for one, two in {})".format, inner, inner),
        st.builds("{}(rows=lambda message, entry: {}, code=lambda message: {})".format, names, inner, inner),
        st.builds("[{} for each in {}]".format, inner, inner),
        st.builds("{}[{}]".format, names, inner),
        st.builds("{}({}).{}({})".format, names, inner, words, inner),
        st.builds("(got := {})".format, inner),
    )


values = st.recursive(leaves, of, max_leaves=25)
statements = st.one_of(
    st.builds("found = {}".format, values),
    st.builds("found: dict[str, list[int]] | None = {}".format, values),
    st.builds("table.made[1] = {}".format, values),
    st.builds("out.append({})".format, values),
    st.builds("if {}:\n    pass".format, values),
    st.builds("if {} and {}:\n    pass\nelif not {}:\n    pass".format, values, values, values),
    st.builds("raise {}({})".format, names, values),
    st.builds("for each in {}:\n    pass".format, values),
    st.builds(
        "def f(*, one: {} | None = None, two: int = 0, **rest) -> None:\n    return {}".format, values, values
    ),
    st.builds("@{}\nclass A(Base, one={}, two={}):\n    x = {}".format, names, values, values, values),
    st.builds("# said\ndef g() -> None:\n    out.append(A(\n{},  # one\n{},\n))".format, values, values),
    st.just("from dragoman.made import " + ", ".join(f"AVeryLongName{n}" for n in range(12))),
)


@settings(max_examples=120)
@given(st.lists(statements, min_size=1, max_size=4))
def test_any_module_is_laid_out_as_by_black(lines: list[str]) -> None:
    source = "\n\n".join(lines) + "\n"
    try:
        ast.parse(source)
    except SyntaxError:
        return
    check(source)
