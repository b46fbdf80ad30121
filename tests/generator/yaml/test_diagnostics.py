"""Diagnostics: one line each, sorted by place, raised together."""

import pytest
from dragoman_generator.diagnostics import Diagnostic, Diagnostics, Mark, SpecErrors, did_you_mean, shown


def test_a_diagnostic_is_a_place_a_sentence_and_a_hint() -> None:
    mark = Mark("specs/x/venue.yaml", 14, 7)
    assert str(Diagnostic(mark, "unknown type 'decimel'", did_you_mean("decimel", ["dec", "decimal"]))) == (
        "specs/x/venue.yaml:14:7: unknown type 'decimel' (did you mean 'decimal'?)"
    )
    assert str(Diagnostic(mark, "the file is empty")) == "specs/x/venue.yaml:14:7: the file is empty"


def test_all_are_raised_at_once_in_order_of_place_and_each_once() -> None:
    found = Diagnostics()
    found.raise_if_any()
    found.add(Mark("b.yaml", 1, 1), "third")
    found.add(Mark("a.yaml", 10, 2), "second")
    found.extend([Diagnostic(Mark("a.yaml", 9, 30), "first"), Diagnostic(Mark("b.yaml", 1, 1), "third")])
    assert len(found) == 3
    with pytest.raises(SpecErrors) as raised:
        found.raise_if_any()
    assert [one.message for one in raised.value.diagnostics] == ["first", "second", "third"]
    assert str(raised.value).splitlines()[0] == "a.yaml:9:30: first"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("nmae", "did you mean 'name'?"), ("Name", "did you mean 'name'?"), ("on-gap", "did you mean 'on_gap'?"), ("zzz", None)],
)  # fmt: skip
def test_a_hint_names_the_nearest_choice_or_nothing(name: str, hint: str | None) -> None:
    assert did_you_mean(name, ["name", "on_gap", "title"]) == hint


def test_untrusted_text_is_quoted_on_one_line_and_cut() -> None:
    assert shown("a\n\x1b[31m\u202eb") == r"'a\n\x1b[31m\u202eb'"
    assert len(shown("x" * 10_000)) == 62
