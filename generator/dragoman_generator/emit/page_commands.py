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
        further = [row for field, said in command.also.items() for row in _further(field, said)]
        if further:
            about = f"What {code(name)} decides beside the table."
            yield Section(
                f"Further fields of {name}", (about,), ("field", "where", "becomes"), further, level=4
            )


def _about(command: Command) -> Iterator[str]:
    yield f"Sent by {', '.join(_carriers(command.operation))}, {link('documentation', command.doc)}."
    if command.choose_as is not UNSET:
        yield f"Decided as {code(command.choose_as)}."
    if command.each is not UNSET:
        most = "" if command.max is UNSET else f", at most {command.max}"
        what = f"Linked orders ({codes(command.legs)})" if command.legs else "A batch"
        yield f"{what}: every entry is made by {code(command.each)}{most}."
    if command.idempotency is not UNSET:
        yield f"A repetition is recognized by {code(command.idempotency)}."
    if command.why:
        yield text(command.why)


def _carriers(said: str | dict[str, str]) -> Iterator[str]:
    """The operations, each with the products that it is for."""
    if isinstance(said, str):
        yield code(said)
        return
    for operation in dict.fromkeys(said.values()):
        products = [product for product, named in said.items() if named == operation]
        yield f"{code(operation)} ({codes(products)})"


def _further(field: str, said: dict[str, Any]) -> Iterator[list[str]]:
    """The rows of one field that inputs decide beside the table; what is left out is not shown."""
    by = said.get("by", [])
    names = [by] if isinstance(by, str) else list(by)
    within = [f"{code(name)} {codes(_listed(value))}" for name, value in said.get("when", {}).items()]

    def rows(patterns: dict[str, Any], rest: list[str], chosen: list[str]) -> Iterator[list[str]]:
        before: list[str] = []
        for pattern, value in patterns.items():
            values = f"none of {codes(before)}" if pattern == "*" and before else codes(_listed(pattern))
            before.append(str(pattern))
            here = [*chosen, f"{code(rest[0])} {values}"]
            if isinstance(value, dict):
                yield from rows(value, rest[1:], here)
            elif value != "omit":
                yield [code(field), ", ".join(here), _decided(value)]

    yield from rows({key: value for key, value in said.items() if key not in ("by", "when")}, names, within)


def _decided(value: Any) -> str:
    if isinstance(value, str) and value.startswith("deny"):
        return f"refused: {text(value.removeprefix('deny').removeprefix(': ') or 'not supported')}"
    return codes(_listed(value))


def _table(command: Command) -> tuple[tuple[str, ...], list[list[str]]]:
    if command.choose is UNSET:
        return (), []
    named = {name for row in command.choose.rows for name in row.when}.union(*command.choose.covers)
    inputs = [name for name in command.inputs if name in named]
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
