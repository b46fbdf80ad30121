"""Pages and the reference: complete, current, and foreign text in them stays text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from dragoman.cli import program
from dragoman.model import ENUM_TYPES, EVENT_TYPES, INSTRUMENT_TYPES
from dragoman_generator.compile import require_venue
from dragoman_generator.emit.capability import matrix
from dragoman_generator.emit.markdown import Section, code, link, page, text
from dragoman_generator.emit.page import page as venue_page
from dragoman_generator.expr.functions import FOLDS, FUNCTIONS
from dragoman_generator.ir.types import INTEGER_KINDS
from dragoman_generator.project import Project
from dragoman_generator.reference import reference
from dragoman_generator.reference.emitting import EMIT_WORDS, FILTER_WORDS
from dragoman_generator.reference.wire_types import DESCRIBED
from dragoman_generator.reference.wire_types import WRAPPERS as DESCRIBED_WRAPPERS
from dragoman_generator.resolve.emission import WORDS
from dragoman_generator.resolve.templates import FILTERS
from dragoman_generator.resolve.wiretext import PLAIN, WITH_ARGUMENT, WRAPPERS
from dragoman_generator.schema import json_schema

from tests.generator.program import edit, project

__all__ = ["project"]

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = [
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](http://example.com/x.png)",
    "a | b | c",
    "{{ 7 * 7 }} {% for x in y %}",
    "`code` and `` two ``",
    "# heading",
    "*bold* _it_ ~~gone~~ $x$",
    "&lt;b&gt;",
    "back\\slash",
    "1. one",
    "---",
    "> quoted",
    'quote " and \' and """',
]


# -- foreign text ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", HOSTILE)
def test_foreign_text_has_no_meaning_to_markdown(said: str) -> None:
    bare = re.sub(r"(`+).*?\1", "", text(said))
    assert not re.search(r"(?<!\\)[\[\]*#~$]", bare)
    assert "<" not in bare
    assert not re.match(r"(>|---|\d+\.)", bare)


def test_foreign_text_can_leave_neither_its_line_nor_its_cell() -> None:
    rows = [(text("a | b\n\n# c"), code("x | y\n`z`"))]
    lines = page("t", (), [Section("s", (), ("one", "two"), rows)]).splitlines()
    assert lines[-1] == r"| a \| b \# c | `` x \| y `z` `` |"


def test_code_closes_behind_its_last_backtick() -> None:
    assert code("a`b") == "``a`b``"
    assert code("`") == "`` ` ``"
    assert code("") == ""


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://x", "//x", None, 3])
def test_a_link_leads_to_the_web_or_nowhere(address: object) -> None:
    assert link("x", address) == "x"


def test_an_address_can_not_close_its_link() -> None:
    assert link("x", 'http://a/b) [y](z "t"') == "[x](http://a/b%29%20%5By%5D%28z%20%22t%22)"


def test_hostile_words_of_a_spec_stay_words_on_its_page(project: Project) -> None:
    said = " ".join(HOSTILE).replace('"', '\\"').replace("\\slash", "\\\\slash")
    folder = project.specs / "acme"
    edit(folder / "venue.yaml", "  title: Acme\n", f'  title: "{said}"\n')
    edit(folder / "venue.yaml", "reason: The venue keeps no history of quotes.", f'reason: "{said}"')
    page = "<https://example.com/docs/trades>"
    edit(folder / "market_data.yaml", f"    title: Recent trades {page}\n", f'    title: "{said} {page}"\n')
    made = venue_page(require_venue(folder, project.root))
    assert "<script" not in made
    assert not re.search(r"(?<!\\)\]\(javascript", made)
    assert "{{ 7 \\* 7 }} {% for x in y %}" in made
    for table in re.findall(r"(?:^\|.*\n)+", made, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
        assert len(widths) == 1, table


# -- pages -------------------------------------------------------------------------------------------------------------


def test_a_page_holds_what_the_venue_offers(project: Project) -> None:
    made = venue_page(require_venue(project.folder("acme"), project.root))
    assert "| `TradeTick` | live: `trades`<br>request: `get_trades` |" in made
    assert "| `request_quotes` | all |" in made
    assert "`BTC-USD` is `BTC-USD.ACME`" in made
    assert "| [`requests`](https://example.com/docs/limits) | 1200 in `1m` | address |" in made
    assert "| `40001` | not_found | the symbol is not known |" in made
    assert "- `maker: buy` says that the buyer's order was there first" in made


@pytest.mark.parametrize("venue", Project(ROOT).venues())
def test_every_operation_channel_and_quirk_of_a_venue_is_on_its_page(venue: str) -> None:
    resolved = require_venue(Project(ROOT).folder(venue), ROOT)
    made = venue_page(resolved)
    for name in (*resolved.operations, *resolved.channels, *resolved.connections):
        assert f"`{name}`" in made, name
    for type_name in resolved.data_types:
        assert f"### {type_name}\n" in made
    for section in (resolved.merged.operations, resolved.merged.channels):
        for spec in section.values():
            assert link("", spec.doc).removeprefix("[]") in made


@pytest.mark.parametrize("venue", Project(ROOT).venues())
def test_a_product_gives_only_its_own_kinds_of_instruments(venue: str) -> None:
    resolved = require_venue(Project(ROOT).folder(venue), ROOT)
    for type_name, products in matrix(resolved).items():
        for product in products if type_name in INSTRUMENT_TYPES else ():
            assert type_name in (resolved.products[product].instruments or INSTRUMENT_TYPES)


# -- the reference -----------------------------------------------------------------------------------------------------


def test_the_committed_reference_is_current() -> None:
    assert (ROOT / "docs" / "language.md").read_text(encoding="utf-8") == reference()


def test_every_key_of_the_language_is_in_the_reference() -> None:
    made = reference()
    schema = json_schema()
    for name, definition in schema["$defs"].items():
        section = made.partition(f"### {name}\n")[2].partition("\n### ")[0]
        assert section, name
        for key in definition.get("properties", {}):
            assert f"| `{key}` |" in section, f"{name}.{key}"


def test_every_word_of_the_language_is_described() -> None:
    assert set(DESCRIBED) | INTEGER_KINDS == PLAIN | WITH_ARGUMENT
    assert set(DESCRIBED_WRAPPERS) == WRAPPERS
    assert set(EMIT_WORDS) == WORDS
    assert set(FILTER_WORDS) == {*FILTERS, "last_N"}


def test_every_function_event_and_enum_is_in_the_reference() -> None:
    made = reference()
    for name in (*FUNCTIONS, *FOLDS):
        assert re.search(rf"\| `{name}[(`]", made), name
    for name in EVENT_TYPES:
        assert f"### {name}\n" in made, name
    for name in ENUM_TYPES:
        assert f"| `{name}` |" in made, name


def test_every_link_inside_the_reference_leads_somewhere() -> None:
    made = reference()
    headings = {
        "#" + re.sub(r"[^a-z0-9_ -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in made.splitlines()
        if line.startswith("#")
    }
    assert set(re.findall(r"\]\((#[^)]*)\)", made)) <= headings


# -- the other documents -----------------------------------------------------------------------------------------------


def test_every_command_is_in_the_page_of_the_command_line() -> None:
    said = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert _commands()
    assert not [name for name in _commands() if f"dragoman {name}" not in said]


def test_every_command_line_of_that_page_names_a_command() -> None:
    said = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^    (?:cat \S+ \| )?dragoman ([a-z]+)", said, re.MULTILINE))
    assert named <= _commands()


def _commands() -> set[str]:
    made = program()
    commands = {command.name or "" for command in made.registered_commands}
    return commands | {str(group.name) for group in made.registered_groups}
