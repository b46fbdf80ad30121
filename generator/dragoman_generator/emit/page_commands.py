"""Sections of a venue's page about commands: what is sent for which combination, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import UNSET

from dragoman_generator.emit.markdown import Section, code, codes, link, text
from dragoman_generator.ir.venue import Venue
from dragoman_generator.language.commands import Choose, Command
from dragoman_generator.language.emit import TableRow


def commands(venue: Venue) -> Iterator[Section]:
    """One section a command, with its decision table."""
    if venue.merged.commands:
        yield Section(
            "Commands",
            ("What each normalized command becomes. A combination that is refused is never sent.",),
        )
    for name, command in venue.merged.commands.items():
        head, rows = _table(command)
        yield Section(name, tuple(_about(command)), head, rows, level=3)


def _about(command: Command) -> Iterator[str]:
    operations = (
        [command.operation] if isinstance(command.operation, str) else list(command.operation.values())
    )
    yield f"Sent by {codes(operations)}, {link('documentation', command.doc)}."
    if command.choose_as is not UNSET:
        yield f"Decided as {code(command.choose_as)}."
    if command.each is not UNSET:
        most = "" if command.max is UNSET else f", at most {command.max}"
        yield f"A batch: every entry is made by {code(command.each)}{most}."
    if command.idempotency is not UNSET:
        yield f"A repetition is recognized by {code(command.idempotency)}."
    if command.why:
        yield text(command.why)


def _table(command: Command) -> tuple[tuple[str, ...], list[list[str]]]:
    if command.choose is UNSET:
        return (), []
    inputs = list(command.inputs)
    rows = [[*_conditions(inputs, row.when), _result(row)] for row in command.choose.rows]
    rows += [[*_conditions(inputs, when), _refused(command.choose)] for when in command.choose.covers]
    return (*map(code, inputs), "becomes"), rows


def _conditions(inputs: list[str], when: dict[str, Any]) -> list[str]:
    return [codes(_listed(when[name])) if name in when else "any" for name in inputs]


def _listed(said: Any) -> list[str]:
    values = said if isinstance(said, list) else [said]
    return [str(value).lower() if isinstance(value, bool) else str(value) for value in values]


def _result(row: TableRow) -> str:
    if row.deny is not UNSET:
        return f"refused: {text(row.deny)}"
    made = row.set
    by = "" if row.operation is UNSET else f"by {code(row.operation)}"
    if isinstance(made, dict):
        told = codes(f"{key}: {value}" for key, value in made.items())
    else:
        told = "" if made is UNSET else code(made)
    return ", ".join(part for part in (told, by) if part)


def _refused(choose: Choose) -> str:
    return f"refused: {text(choose.reason)}"
