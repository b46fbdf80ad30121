"""Validation: each fault in a house sentence at its place, the branch that was meant blamed, all in one run."""

import pytest
from dragoman_generator.schema import schema_of, validate
from dragoman_generator.yaml import load_bytes

from tests.generator.schema.small_language import Root

SCHEMA = schema_of(Root, "urn:small")


def found(text: str) -> list[str]:
    document, refused = load_bytes(text.encode(), "f")
    assert document is not None
    return [str(one) for one in sorted({*refused, *validate(document, SCHEMA)})]


def in_operation(text: str) -> list[str]:
    """Of one line inside `operations.get`, as `column: sentence`."""
    prefix = "f:3:"
    told = found(f"spec: 1\noperations: {{get: {{doc: x,\n{text}}}}}")
    assert all(one.startswith(prefix) for one in told), told
    return [one.removeprefix(prefix) for one in told]


def test_a_document_of_every_construct_has_nothing_wrong() -> None:
    assert not in_operation(
        "private: true, tick: 0.01, fields: {a: int, b: {type: x, as: y}}, rows: [{type: z}], emit: [a], "
        "codes: {1: a, b: c}, ids: {7: x}, state: {machine: merge, key: k, empty: clear}, pair: [1, a], level: 3"
    )
    assert not in_operation("tick: '0.01', emit: {A: 1}, state: idle, level: true")
    assert not in_operation("state: ~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dco: y", "1: unknown key 'dco'"),
        ("privat: y", "1: unknown key 'privat' (did you mean 'private'?)"),
        ("7: y", "1: unknown key 7"),
        ("private: yes", "10: expected true or false, found text (did you mean true?)"),
        ("private: 1", "10: expected true or false, found 1"),
        ("emit: a", "7: expected a list or a mapping, found text (put it in [ ])"),
        ("emit: [1]", "8: expected text, found 1 (quote it)"),
        ("emit: [true]", "8: expected text, found true (quote it)"),
        ("fields: {a: {b}}", "14: unknown key 'b'"),
        ("fields: []", "9: expected a mapping, found a list"),
        ("fields: {a: [b]}", "13: expected text or a mapping, found a list"),
        ("rows: [{type: {slot}}]", "15: expected text, found a mapping (quote text that starts with '{')"),
        ("tick: x", "7: 'x' does not match ^[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]{1,2})?$"),
        ("tick: true", "7: expected a number or text, found true (quote it)"),
        ("tick: ~", "7: expected a number or text, found nothing"),
        ("state: {key: a}", "1: missing required key 'machine' in 'state'"),
        ("state: {machine: merg, key: a}", "18: 'merg' is not one of 'book_sync' or 'merge' (did you mean 'merge'?)"),
        ("state: {machine: merge, key: a, max: 2}", "33: unknown key 'max'"),
        ("state: {machine: book_sync, key: a, max: 10}", "42: 10 is more than 9"),
        ("state: {machine: merge, key: a, empty: drop}", "40: 'drop' is not one of 'clear' or 'keep'"),
        ("state: 5", "8: expected text, a mapping or nothing, found 5 (quote it)"),
        ("ids: {a: b}", "7: key 'a' is not an integer"),
        ("fields: {1: b}", "10: key 1 is not text (quote it)"),
        ("pair: [1]", "7: the number of entries is 1, less than 2"),
        ("pair: [1, a, b]", "7: the number of entries is 3, more than 2"),
        ("pair: [a, 1]", "8: expected an integer, found text"),
        ("level: hihg", "8: 'hihg' is not one of 'high' or 'low' (did you mean 'high'?)"),
        ("level: 4", "8: expected 3, found 4"),
        ('level: "low\\n"', "8: 'low\\n' is not one of 'high' or 'low' (did you mean 'low'?)"),
    ],
)  # fmt: skip
def test_one_fault_is_one_sentence_at_its_place(text: str, expected: str) -> None:
    assert expected in in_operation(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("spec: 1\noperations: {get_depth: {}}", ["f:2:14: key 'get_depth' does not match ^[a-z]+$", "f:2:14: missing required key 'doc' in operation 'get_depth'"]),
        ("spec: 1\noperations:\n  get: {}", ["f:3:3: missing required key 'doc' in operation 'get'"]),
        ("spec: 1\nmachines: [{machine: merge}]", ["f:2:12: missing required key 'key' in entry 1 of 'machines'"]),
        ("operations: {}", ["f:1:1: missing required key 'spec'"]),
        ("[spec]", ["f:1:1: expected a mapping, found a list"]),
        ("spec", ["f:1:1: expected a mapping, found text"]),
        ("spec: true", ["f:1:7: expected 1, found true"]),
        ("spec: one\nx: 1", ["f:1:7: expected 1, found 'one'", "f:2:1: unknown key 'x'"]),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_with_the_name_of_what_lacks_it(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_name_with_a_final_newline_does_not_pass_for_a_name() -> None:
    assert found('spec: 1\noperations: {"get\\n": {doc: x}}') == [
        "f:2:14: key 'get\\n' does not match ^[a-z]+$"
    ]


def test_another_language_version_is_the_only_thing_told() -> None:
    assert found("spec: 2\nanything: [else]") == [
        "f:1:7: this file is of language version 2, not 1 (see `dragoman migrate`)"
    ]


def test_all_faults_of_a_file_are_told_in_one_run_by_place() -> None:
    told = found(
        "spec: 1\nspcc: 2\noperations: {a: {doc: 1}, b: {}, c: {doc: x, private: no}}\nmachines: {}\n"
    )
    assert [one.split(": ")[0] for one in told] == ["f:2:1", "f:3:23", "f:3:27", "f:3:55", "f:4:11"]


def test_what_the_loader_has_refused_is_not_blamed_twice() -> None:
    assert found("spec: 1\noperations:\n  a: {doc: *x}\n  b: {<<: *y}\n  c: {doc: !t 5}") == [
        "f:3:12: alias '*x' stands here (write the value out; quote it if it is text)",
        "f:4:7: merge key '<<' stands here (write the entries out)",
        "f:4:11: alias '*y' stands here (write the value out; quote it if it is text)",
        "f:5:12: tag '!t' stands here (remove it: the language decides every type)",
    ]
