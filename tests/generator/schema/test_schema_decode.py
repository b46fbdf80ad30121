"""Decoding: typed values of valid documents; what only the Structs refuse is given its place."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from dragoman_generator.schema import decode, read_spec
from dragoman_generator.yaml import Document, load_bytes

from tests.generator.schema.small_language import Merge, Operation, Root


def document(text: str) -> Document:
    loaded, found = load_bytes(text.encode(), "f")
    assert loaded is not None and not found
    return loaded


def test_a_valid_document_becomes_structs_with_exact_decimals_and_integer_keys() -> None:
    root, found = decode(
        document(
            "spec: 1\noperations: {get: {doc: x, tick: 0.10, codes: {1: a, b: c}, state: {machine: merge, key: k}}}"
        ),
        Root,
    )
    assert not found
    assert root == Root(
        spec=1,
        operations={
            "get": Operation(
                doc="x", tick=Decimal("0.10"), codes={1: "a", "b": "c"}, state=Merge(key="k", empty="keep")
            )
        },
    )


def test_what_a_struct_itself_refuses_is_told_at_its_place_for_every_entry() -> None:
    root, found = decode(
        document(
            "spec: 1\noperations:\n  a: {doc: none}\n  b: {doc: none, private: true}\n"
            "  c: {doc: x}\n  d: {doc: none, private: true}\nmachines: [{machine: merge, key: 1}]\n"
        ),
        Root,
    )
    assert root is None
    assert [str(one) for one in found] == [
        "f:4:6: a private operation needs documentation",
        "f:6:6: a private operation needs documentation",
        "f:7:34: expected `str`, got `int`",
    ]


def test_a_refusal_deep_in_open_mappings_finds_the_entry_that_was_meant() -> None:
    text = (
        "spec: 1\noperations:\n  a: {doc: x, fields: {p: s}}\n  b: {doc: x, fields: {p: s, q: {type: 5}}}\n"
    )
    _, found = decode(document(text), Root)
    assert [str(one) for one in found] == ["f:4:40: expected `str`, got `int`"]


def test_a_file_is_read_whole_or_told_wholly(tmp_path: Path) -> None:
    path = tmp_path / "venue.yaml"
    path.write_text("spec: 1\nenums: {Side: {values: [BUY, SELL], policy: closed}}\n", encoding="utf-8")
    read = read_spec(path, "venue.yaml")
    assert read.value is not None and read.document is not None and not read.diagnostics
    assert read.value.enums["Side"].policy == "closed"
    path.write_text("spec: 1\nspec: 1\nenums: {Side: {values: &a [], policy: shut}}\n", encoding="utf-8")
    read = read_spec(path, "venue.yaml")
    assert read.value is None
    assert [str(one).split(" (")[0] for one in read.diagnostics] == [
        "venue.yaml:2:1: key 'spec' stands here again, first at 1:1",
        "venue.yaml:3:24: anchor '&a' stands here",
        "venue.yaml:3:39: 'shut' is not one of 'closed' or 'open'",
    ]


@pytest.mark.parametrize(
    "title",
    ["{{ 7 * 7 }}", "{% include 'x' %}", '""" + __import__("os")', "\\N{BULLET} \\x41", "a\nb\r\u2028", "${HOME}", "# x"],
)  # fmt: skip
def test_hostile_text_where_text_belongs_is_kept_as_it_is(title: str, tmp_path: Path) -> None:
    path = tmp_path / "venue.yaml"
    path.write_text(f"spec: 1\nenums: {{Side: {{values: [a], policy: open, title: {json.dumps(title)}}}}}\n")
    read = read_spec(path)
    assert not read.diagnostics
    assert read.value is not None and read.value.enums["Side"].title == title
