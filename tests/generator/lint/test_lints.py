"""Lints as a table, and what can only be wrong between files."""

import ast
from pathlib import Path

import pytest
from dragoman_generator.compile import compile_files
from dragoman_generator.lint import LINTS, naming

ROOT = Path(__file__).resolve().parents[3]
VENUE = "spec: 1\nvenue: {id: mill, name: MILL, title: Mill, doc: 'https://mill.example'}\n"


def told(folder: Path, **texts: str) -> list[str]:
    """The diagnostics of files given by stem, without the folder."""
    paths = []
    for stem, text in texts.items():
        path = folder / f"{stem}.yaml"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return [str(one) for one in compile_files(paths, folder)[1]]


def test_every_lint_says_what_it_wants_and_has_a_name_of_its_own() -> None:
    names = [lint.name for lint in LINTS]
    assert len(set(names)) == len(names) > 30
    for lint in LINTS:
        assert lint.doc.endswith("."), lint.name
        assert len(lint.doc) > 20, lint.name


def test_every_lint_finds_something_in_a_bad_spec() -> None:
    """A lint that nothing shows to work may not work."""
    silent = {lint.name for lint in LINTS} - {"naming.module_cycles"}
    for path in sorted((ROOT / "tests/bad_specs/meaning").glob("*.yaml")):
        venue, _ = compile_files([path])
        if venue is not None:
            silent -= {lint.name for lint in LINTS if lint.name in silent and any(lint.run(venue))}
    assert not silent


def test_a_section_that_stands_in_two_files(tmp_path: Path) -> None:
    found = told(tmp_path, venue=VENUE, more=VENUE)
    assert found == ["more.yaml:2:1: section 'venue' stands in two files, also in venue.yaml"]


def test_an_entry_that_is_said_in_two_files(tmp_path: Path) -> None:
    shape = "spec: 1\nshapes: {Row: {fields: {a: int}}}\n"
    found = told(tmp_path, venue=VENUE, one=shape, two=shape)
    assert "two.yaml:2:10: 'Row' is said twice in 'shapes', also in one.yaml" in found


def test_files_that_use_each_others_shapes(tmp_path: Path) -> None:
    one = "spec: 1\nshapes: {Inner: {fields: {a: int}}, Outer: {fields: {rows: list<Middle>}}}\n"
    two = "spec: 1\nshapes: {Middle: {fields: {inner: Inner}}, Last: {fields: {outer: Outer, last: list<Last>}}}\n"
    found = told(tmp_path, venue=VENUE, one=one, two=two)
    assert any("uses 'Middle' of two.yaml, which uses" in line for line in found), found


def test_a_file_whose_name_is_no_module(tmp_path: Path) -> None:
    found = told(tmp_path, venue=VENUE, **{"order book": "spec: 1\n"})
    assert found == [
        "order book.yaml:1:1: a file called 'order book' gives no module (lower-case letters, digits and underscores)"
    ]


@pytest.mark.parametrize("venue", ["binance", "betfair", "databento"])
def test_the_specs_of_the_tree_have_no_faults(venue: str) -> None:
    assert compile_files(sorted((ROOT / "specs" / venue).glob("*.yaml")), ROOT)[1] == []


def test_no_class_of_a_spec_can_take_a_name_that_its_modules_need() -> None:
    """Modules of facts alone hold no class of a spec, so that what they import is theirs."""
    apart = {"facts.py", "adapter.py", "requests.py", "symbology.py", "codes.py", "__init__.py"}
    free = set()
    for path in (ROOT / "generated" / "dragoman_venues").glob("*/*.py"):
        if path.name not in apart:
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ImportFrom) and not str(node.module).startswith("dragoman_venues"):
                    free |= {item.asname or item.name for item in node.names}
    assert not sorted(name for name in free if name[0].isupper() and name not in naming._CLASSES)
