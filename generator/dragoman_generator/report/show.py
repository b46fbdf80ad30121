"""Figures as rich tables and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from dragoman_generator.report.figures import Figures

_LETTERS = {"live": "L", "request": "R", "file": "F"}


def as_json(found: Sequence[Figures]) -> str:
    """A JSON array, one object a venue."""
    return json.dumps([asdict(item) for item in found], indent=1)


def tables(found: Sequence[Figures]) -> Iterator[Table]:
    """Sizes and coverage, then which normalized type is given by which products."""
    yield _sizes(found)
    yield _capabilities(found)


def _sizes(found: Sequence[Figures]) -> Table:
    table = Table(title="specs and what they give", title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("venue", no_wrap=True)
    heads = (
        "spec lines",
        "lines printed",
        "hooks",
        "calls with a case",
        "channels with a case",
        "cases",
        "types",
    )
    for head in heads:
        table.add_column(head, justify="right", min_width=5)
    for item in found:
        if item.faults:
            table.add_row(escape(item.venue), f"{item.faults} faults", *[""] * (len(heads) - 1))
            continue
        row = (
            item.spec_lines,
            item.generated_lines,
            item.hooks,
            f"{item.operations - len(item.operations_without_case)} of {item.operations}",
            f"{item.channels - len(item.channels_without_case)} of {item.channels}",
            item.cases,
            len(item.capabilities) + len(item.data_types),
        )
        table.add_row(escape(item.venue), *map(str, row))
    return table


def _capabilities(found: Sequence[Figures]) -> Table:
    table = Table(
        title="normalized types by product: L live, R on request, F from a file",
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
