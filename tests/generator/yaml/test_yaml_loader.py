"""Loading: plain trees with places; whatever is wrong is a diagnostic, never an exception."""

from decimal import Decimal
from pathlib import Path

import pytest
from dragoman_generator.diagnostics import Mark
from dragoman_generator.yaml import load_bytes, load_file, loader, parser
from hypothesis import given, settings
from hypothesis import strategies as st

SPEC = """\
# a comment
spec: 1
venue: {id: example, tick: 0.01}
rows:
  - {when: "on", 7: [a, 'b']}
  - text: |
      two
      lines
"""


def lines(raw: str | bytes) -> list[str]:
    _, found = load_bytes(raw if isinstance(raw, bytes) else raw.encode(), "f.yaml")
    return [str(diagnostic) for diagnostic in found]


def test_a_document_is_a_plain_tree_with_exact_numbers() -> None:
    document, found = load_bytes(SPEC.encode(), "f.yaml")
    assert document is not None and not found
    assert document.data == {
        "spec": 1,
        "venue": {"id": "example", "tick": Decimal("0.01")},
        "rows": [{"when": "on", 7: ["a", "b"]}, {"text": "two\nlines\n"}],
    }
    assert document.file == "f.yaml"


def test_every_value_and_key_knows_its_place() -> None:
    document, _ = load_bytes(SPEC.encode(), "f.yaml")
    assert document is not None
    at = document.marks.at
    assert at(()) == Mark("f.yaml", 2, 1)
    assert at(("venue", "tick")) == Mark("f.yaml", 3, 28)
    assert at(("venue", "tick"), key=True) == Mark("f.yaml", 3, 22)
    assert at(("rows", 0, 7, 1)) == Mark("f.yaml", 5, 25)
    assert at(("rows", 0, 7), key=True) == Mark("f.yaml", 5, 18)
    assert at(("rows", 1, "text")) == Mark("f.yaml", 6, 11)


def test_an_absent_place_is_that_of_its_nearest_ancestor() -> None:
    document, _ = load_bytes(SPEC.encode(), "f.yaml")
    assert document is not None
    assert document.marks.at(("venue", "nothing", 3), key=True) == document.marks.at(("venue",))


def test_columns_count_characters() -> None:
    document, _ = load_bytes("{é😀: ü, b: c}".encode(), "f.yaml")
    assert document is not None
    assert document.marks.at(("b",)) == Mark("f.yaml", 1, 12)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("", ["f.yaml:1:1: the file is empty"]),
        ("# only a comment\n", ["f.yaml:1:1: the file is empty"]),
        ("---\n...\n", ["f.yaml:1:1: the file is empty"]),
        (b"\xef\xbb\xbfa: 1", ["f.yaml:1:1: the file starts with a byte order mark (save it as UTF-8 without one)"]),
        ("a: 1".encode("utf-16"), ["f.yaml:1:1: the file is UTF-16 (save it as UTF-8)"]),
        (b"a: 1\nb: \xc3\xa9\xff", ["f.yaml:2:5: byte 0xff is not UTF-8 (save the file as UTF-8)"]),
        (b"a" * 2_000_001, ["f.yaml:1:1: the file has more than 2000000 bytes (split it by subject)"]),
        ("a: 1\n--- \nb: 2", ["f.yaml:2:1: a second document starts here (one file holds one document)"]),
        ("[" * 65 + "]" * 65, ["f.yaml:1:65: nested deeper than 64 levels"]),
        ("{" * 500_000, ["f.yaml:1:65: nested deeper than 64 levels"]),
        ("a:\n- {b: 1,\n   b: 2}", ["f.yaml:3:4: key 'b' stands here again, first at 2:4"]),
        ("7: a\n0x7: b", ["f.yaml:2:1: key 7 stands here again, first at 1:1"]),
        ("true: a", ["f.yaml:1:1: key true is not text (quote it)"]),
        ("{a: b}: c", ["f.yaml:1:1: a list or mapping stands as a key (quote text that starts with '[' or '{')"]),
        ("a: .nan", ["f.yaml:1:4: .nan is no exact number (quote it if it is text)"]),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_where_and_why(raw: str | bytes, expected: list[str]) -> None:
    assert lines(raw) == expected


def test_all_that_a_spec_has_no_use_for_is_told_in_one_run() -> None:
    assert lines("%YAML 1.1\n---\na: &x !!python/object:os.system ls\nb: *x\n<<: {c: ! d}\n") == [
        "f.yaml:1:1: a YAML directive stands here (remove it: specs are YAML 1.2)",
        "f.yaml:3:4: anchor '&x' stands here (remove it: specs have no aliases)",
        "f.yaml:3:4: tag '!!python/object:os.system' stands here (remove it: the language decides every type)",
        "f.yaml:4:4: alias '*x' stands here (write the value out; quote it if it is text)",
        "f.yaml:5:1: merge key '<<' stands here (write the entries out)",
        "f.yaml:5:9: tag '!' stands here (remove it: the language decides every type)",
    ]


def test_characters_that_an_editor_does_not_show_are_refused_and_their_escapes_kept() -> None:
    assert lines("a: b\n\tc: d\ne: \u202ef\n") == [
        "f.yaml:2:1: a tab stands here (indent with spaces; in double-quoted text write \\t)",
        'f.yaml:3:4: the invisible character U+202E stands here (in double-quoted text write "\\u202e")',
    ]
    document, found = load_bytes(b'a: "\\u202e\\t\\0"', "f.yaml")
    assert document is not None and not found
    assert document.data == {"a": "\u202e\t\0"}


def test_a_missing_file_is_a_diagnostic(tmp_path: Path) -> None:
    document, found = load_file(tmp_path / "absent.yaml", "absent.yaml")
    assert document is None
    assert [str(one) for one in found] == [
        "absent.yaml:1:1: the file cannot be read: No such file or directory"
    ]


def test_a_file_is_read_up_to_its_bound_alone(tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    path.write_bytes(b"#" * 3_000_000)
    assert str(load_file(path, "long.yaml")[1][0]) == (
        "long.yaml:1:1: the file has more than 2000000 bytes (split it by subject)"
    )


@pytest.mark.parametrize("raw", [SPEC, "a: [1,\nb", "a: b: c", "a: @b", "a: 'b", "a: 1\n b: 2", "- a\nb: c"])
def test_the_parser_in_python_tells_the_same(raw: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick, found = load_bytes(raw.encode(), "f.yaml")
    monkeypatch.setattr(loader, "event_source", parser.PythonParser)
    slow, found_slowly = load_bytes(raw.encode(), "f.yaml")
    assert slow == quick
    assert [one.message.split(",")[0] for one in found_slowly] == [one.message.split(",")[0] for one in found]


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=80), st.text("[]{}&*!|>%@`'\"-?:,#<~=.\\ \nab1\t", max_size=60).map(str.encode)
    )
)
def test_no_input_whatever_raises(raw: bytes) -> None:
    document, found = load_bytes(raw, "f.yaml")
    assert document is not None or found
