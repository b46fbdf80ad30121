"""What `dragoman report` says of every venue there is, and how much of each a case must show."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from dragoman_generator.project import find_project
from dragoman_generator.report import as_json, figures, missing, tables
from rich.console import Console

PROJECT = find_project(Path(__file__).parents[2])
FIGURES = {name: figures(PROJECT, name) for name in PROJECT.chosen([])}
TRADED = ("binance", "bitmex", "bybit", "okx")


def test_every_venue_is_told_whole() -> None:
    console = Console(width=200, record=True, file=StringIO())
    for table in tables(list(FIGURES.values())):
        console.print(table)
    told = console.export_text()
    for name, found in FIGURES.items():
        assert not found.faults
        assert str(found.spec_lines) in told and f"{found.percent} %" in told, name
    assert "P polled" in told
    assert [each["venue"] for each in json.loads(as_json(list(FIGURES.values())))] == list(FIGURES)


@pytest.mark.parametrize("venue", TRADED)
def test_cases_show_nearly_all_of_a_venue(venue: str) -> None:
    found = FIGURES[venue]
    for kind, covered in found.coverage.items():
        assert 100 * covered.with_case >= 95 * covered.of, (kind, covered.missing)
    assert len(list(missing([found]))) == sum(len(each.missing) for each in found.coverage.values())
