"""What several sources of a module do alike is printed once: whole functions, and what is done with each row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dragoman_generator.resolve.names import literal

LEAST_LINES = 4
"""A row that takes less stays where it is."""
_ROWS = re.compile(r"    for (\w+) in ([^:]+):")
_OUTER = re.compile(
    r"(?<![.\w])(?:message|merge|memory|images|change|child|gather|key|lookups|counts)\b(?!=[^=])"
)
"""What a row may see of the function around it."""


@dataclass(frozen=True)
class FunctionText:
    """One emit function, of a message or of one of its rows."""

    name: str
    message: str
    doc: str
    lines: tuple[str, ...]
    argument: str = "message"
    more: str = ""
    """What else it is given, as its signature has it."""


def once(
    functions: Iterable[FunctionText], rows: Mapping[str, str]
) -> tuple[list[FunctionText], tuple[str, ...]]:
    """The functions, and lines that give those that are the same as another one their names.

    rows: emit function -> the type of the rows that it goes over.
    """
    kept, aliases = _whole(functions)
    return _by_machine(_by_row(kept, rows)), aliases


def _whole(functions: Iterable[FunctionText]) -> tuple[list[FunctionText], tuple[str, ...]]:
    first: dict[tuple[str, tuple[str, ...]], FunctionText] = {}
    kept: list[FunctionText] = []
    aliases: list[str] = []
    for function in functions:
        found = first.setdefault((function.message, function.lines), function)
        if found is function:
            kept.append(function)
        else:
            aliases.append(f"{function.name} = {found.name}")
    return kept, tuple(aliases)


def _by_machine(functions: list[FunctionText]) -> list[FunctionText]:
    """The functions; what several of them do alike but for their machines is done by one that is told the machine."""
    groups: dict[tuple[str, ...], list[FunctionText]] = {}
    for function in functions:
        named = f"scope.machines[{literal(function.name.removeprefix('emit_'))}]"
        text = "\n".join(function.lines)
        if named in text and len(function.lines) >= LEAST_LINES:
            groups.setdefault(tuple(text.replace(named, "scope.machines[machine]").split("\n")), []).append(
                function
            )
    made: dict[str, FunctionText] = {}
    for lines, group in groups.items():
        if len(group) > 1:
            called = ", ".join(each.name.removeprefix("emit_") for each in group)
            kinds = " | ".join(dict.fromkeys(each.message for each in group))
            shared = FunctionText(
                f"{group[0].name}_into", kinds, f"What {called} have in common.", lines, more=", machine: str"
            )
            made |= dict.fromkeys([each.name for each in group], shared)
    found: list[FunctionText] = []
    for function in functions:
        if function.name not in made:
            found.append(function)
            continue
        shared = made[function.name]
        if shared not in found:
            found.append(shared)
        machine = literal(function.name.removeprefix("emit_"))
        call = f"    {shared.name}(scope, {function.argument}, ts_init, out, {machine})"
        found.append(replace(function, lines=(call,)))
    return found


def _by_row(functions: list[FunctionText], rows: Mapping[str, str]) -> list[FunctionText]:
    """The functions; rows that several of them take alike have a function of their own before the first."""
    taken = {f.name: _row(f) for f in functions if f.name in rows}
    groups: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for name, found in taken.items():
        if found is not None:
            groups.setdefault((rows[name], *found), []).append(name)
    made: dict[str, tuple[str, FunctionText]] = {}
    for (kind, variable, lines), names in groups.items():
        if len(names) > 1:
            called = ", ".join(name.removeprefix("emit_") for name in names)
            row = FunctionText(f"{names[0]}_row", kind, f"One row of {called}.", lines, variable)
            made |= dict.fromkeys(names, (variable, row))
    found_: list[FunctionText] = []
    for function in functions:
        if function.name not in made:
            found_.append(function)
            continue
        variable, row = made[function.name]
        if row not in found_:
            found_.append(row)
        head, error = function.lines[0], function.lines[-2:]
        call = f"            {row.name}(scope, {variable}, ts_init, out)"
        found_.append(replace(function, lines=(head, "        try:", call, *error)))
    return found_


def _row(function: FunctionText) -> tuple[str, tuple[str, ...]] | None:
    """(variable, lines) of what a function does with each row, where it does nothing else and the row sees nothing of it."""
    lines = function.lines
    if (
        len(lines) < LEAST_LINES + 4
        or lines[1] != "        try:"
        or lines[-2] != "        except ROW_ERRORS as error:"
    ):
        return None
    loop, inner = _ROWS.fullmatch(lines[0]), lines[2:-2]
    text = "\n".join(inner)
    if (
        loop is None
        or any(not line.startswith("            ") for each in inner for line in each.split("\n")[:1])
        or _OUTER.search(text)
        or re.search(r"^ *(for|while|return|break)\b", text, re.MULTILINE)
    ):
        return None
    return loop[1], tuple(re.sub(r"\bcontinue$", "return", line[8:]) for line in inner)
