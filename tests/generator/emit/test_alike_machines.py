"""Functions that differ in their machine alone are one that is told its name."""

from __future__ import annotations

from dragoman_generator.emit.alike import FunctionText, once

BODY = (
    "    book = Book(message)",
    "    if scope.synced:",
    '        scope.machines["{0}"].on_message(book, out)',
    "    else:",
    "        out.append(book)",
)


def function(channel: str, message: str) -> FunctionText:
    return FunctionText(f"emit_{channel}", message, "", tuple(line.format(channel) for line in BODY))


def test_what_differs_in_its_machine_alone_is_done_once() -> None:
    functions, aliases = once([function("deep", "Deep"), function("flat", "Flat")], {})
    assert [each.name for each in functions] == ["emit_deep_into", "emit_deep", "emit_flat"]
    shared, first, second = functions
    assert (shared.message, shared.more) == ("Deep | Flat", ", machine: str")
    assert "        scope.machines[machine].on_message(book, out)" in shared.lines
    assert first.lines == ('    emit_deep_into(scope, message, ts_init, out, "deep")',)
    assert second.lines == ('    emit_deep_into(scope, message, ts_init, out, "flat")',)
    assert not aliases


def test_one_that_asks_another_channels_machine_stays_as_it_is() -> None:
    other = FunctionText("emit_both", "Both", "", tuple(line.format("deep") for line in BODY))
    functions, _ = once([function("deep", "Deep"), other], {})
    assert functions == [function("deep", "Deep"), other]
