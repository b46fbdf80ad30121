"""Figures as rich tables and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from dragoman_generator.emit.capability import FILE, LIVE, POLL, REQUEST
from dragoman_generator.report.figures import Covered, Figures

# Into a pipe a row stays one line, for grep; only a terminal has a width to keep.
PIPE_WIDTH = 10_000

_LETTERS = {LIVE: "L", POLL: "P", REQUEST: "R", FILE: "F"}
_SIZES = ("spec lines", "lines printed", "hooks", "operations", "channels", "commands", "cases", "types")
_COVERAGE = ("operations", "channels", "table rows", "enum values")


def as_json(found: Sequence[Figures]) -> str:
    """A JSON array, one object a venue."""
    return json.dumps([{**asdict(item), "percent": item.percent} for item in found], indent=1)


def tables(found: Sequence[Figures]) -> Iterator[Table]:
    """Sizes, coverage by cases, then which normalized type is given by which products."""
    yield _sizes(found)
    yield _covered(found)
    yield _capabilities(found)


def missing(found: Sequence[Figures]) -> Iterator[str]:
    """A line for each thing without a case: `acme channels: trades`."""
    for item in found:
        for kind, covered in item.coverage.items():
            for name in covered.missing:
                yield f"{item.venue} {kind}: {name}"


def _sizes(found: Sequence[Figures]) -> Table:
    table = _table("specs and what they give", _SIZES)
    for item in found:
        if item.faults:
            table.add_row(escape(item.venue), f"{item.faults} faults", *[""] * (len(_SIZES) - 1))
            continue
        row = (
            item.spec_lines,
            item.generated_lines,
            item.hooks,
            item.operations,
            item.channels,
            item.commands,
            item.cases,
            len(item.capabilities) + len(item.data_types),
        )
        table.add_row(escape(item.venue), *map(str, row))
    return table


def _covered(found: Sequence[Figures]) -> Table:
    table = _table(
        "what a protocol case shows; a table's row counts once for each operation", (*_COVERAGE, "all")
    )
    for item in found:
        row = [_share(item.coverage.get(kind, Covered())) for kind in _COVERAGE]
        table.add_row(escape(item.venue), *row, "" if item.faults else f"{item.percent} %")
    return table


def _share(covered: Covered) -> str:
    return f"{covered.with_case} of {covered.of}" if covered.of else ""


def _table(title: str, heads: Sequence[str]) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("venue", no_wrap=True)
    for head in heads:
        table.add_column(head, justify="right", min_width=5)
    return table


def _capabilities(found: Sequence[Figures]) -> Table:
    table = Table(
        title="normalized types by product: L live, P polled, R on request, F from a file",
        title_justify="left",
        box=SIMPLE_HEAD,
        pad_edge=False,
    )
    table.add_column("type", no_wrap=True)
    for item in found:
        table.add_column(escape(item.venue))
    names = dict.fromkeys(name for item in found for name in item.capabilities)
    for name in names:
        table.add_row(escape(name), *(_cell(item, name) for item in found))
    return table


def _cell(item: Figures, type_name: str) -> str:
    given = item.capabilities.get(type_name, {})
    by_letters: dict[str, list[str]] = {}
    for product, kinds in given.items():
        by_letters.setdefault("".join(_LETTERS[kind] for kind in kinds), []).append(product)
    return escape("; ".join(f"{', '.join(products)} {letters}" for letters, products in by_letters.items()))
