"""What several emit functions do alike is printed once."""

from __future__ import annotations

from dragoman_generator.emit.alike import FunctionText, once

LOOP = "    for row in message.rows:"
ROW = [
    "            if not row.size:",
    "                continue",
    "            a = row.x",
    "            out.append(a)",
]
FAULT = ["        except ROW_ERRORS as error:", '            scope.bad_row("$", row, error)']


def function(name: str, message: str, *lines: str) -> FunctionText:
    return FunctionText(name, message, "", lines)


def looped(name: str, message: str, *row: str) -> FunctionText:
    return function(name, message, LOOP, "        try:", *row, *FAULT)


def test_functions_that_are_the_same_are_printed_once() -> None:
    first, second = function("emit_a", "Row", "    out.append(1)"), function(
        "emit_b", "Row", "    out.append(1)"
    )
    other = function("emit_c", "Other", "    out.append(1)")
    assert once([first, second, other], {}) == ([first, other], ("emit_b = emit_a",))


def test_rows_that_are_taken_alike_have_a_function_and_stay_apart_from_each_other() -> None:
    rows = {"emit_a": "Row", "emit_b": "Row", "emit_c": "Other"}
    sources = [looped(name, name[-1].upper(), *ROW) for name in rows]
    found, aliases = once(sources, rows)
    assert [each.name for each in found] == ["emit_a_row", "emit_a", "emit_b", "emit_c"] and not aliases
    row, first, _, other = found
    assert (row.message, row.argument, row.doc) == ("Row", "row", "One row of a, b.")
    assert row.lines == ("    if not row.size:", "        return", "    a = row.x", "    out.append(a)")
    call = "            emit_a_row(scope, row, ts_init, out)"
    assert first.lines == (LOOP, "        try:", call, *FAULT), "a bad row is set aside where it was"
    assert other == sources[2]


def test_rows_that_see_what_is_around_them_stay() -> None:
    for line in (
        "            b = message.at",
        "            merged = merge.update(1, row)",
        "            for x in row.y:",
    ):
        sources = [looped(name, name, *ROW, line) for name in ("emit_a", "emit_b")]
        assert once(sources, {"emit_a": "Row", "emit_b": "Row"}) == (sources, ())
