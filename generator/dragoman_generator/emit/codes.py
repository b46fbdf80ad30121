"""The module of texts that stand for others: a function a code."""

from __future__ import annotations

from dragoman_generator.emit.modules import import_lines
from dragoman_generator.ir.venue import Venue
from dragoman_generator.resolve.names import docstring, literal, snake


def codes_module(venue: Venue) -> str:
    """The source of `codes.py`."""
    needed = {("collections.abc", "Callable"), ("collections.abc", "Mapping")}
    lines: list[str] = []
    for code in venue.codes.values():
        needed |= code.imports
        lines += [
            "",
            "",
            f"def {snake(code.name)}(value: str) -> str:",
            f'    """{docstring(code.title)}."""',
        ]
        lines += [f"    {line}" for line in code.lines]
    table = ", ".join(f"{literal(name)}: {snake(name)}" for name in venue.codes)
    head = [
        f'"""Texts of {venue.id} that stand for others. Generated from specs/{venue.id}; edit that and run `make generate`."""',
        "",
        "from __future__ import annotations",
        "",
        *import_lines(needed),
    ]
    tail = ["", "", f"CODES: Mapping[str, Callable[[str], str]] = {{{table}}}", ""]
    return "\n".join([*head, *lines, *tail])
