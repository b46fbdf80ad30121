"""`dragoman generate`: venue by venue, with progress; writes what differs, or only tells it."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.markup import escape

from dragoman_generator.diagnostics import Diagnostic
from dragoman_generator.generate import (
    Difference,
    Files,
    differences,
    render_shared,
    render_venue,
    shared_tree,
    venue_tree,
    write,
)
from dragoman_generator.project import Project
from dragoman_generator.unchanged import Record, digest_of

_SHARED = "schema and reference"


@dataclass
class _Run:
    """What one run has found, part by part."""

    project: Project
    compare: bool
    console: Console
    faults: list[Diagnostic] = field(default_factory=list)
    differing: list[Difference] = field(default_factory=list)


def run(project: Project, names: Sequence[str], compare: bool) -> bool:
    """Generates the named venues (all, and what they share, where none is named); whether all is well.

    With `compare` nothing is written. A venue with faults is left as it lies. Raises UnknownVenue.
    """
    state = _Run(project, compare, Console(stderr=True, highlight=False))
    chosen = project.chosen(names)
    for name in chosen:
        _venue(state, name)
    if not names:
        _shared(state)
    for diagnostic in sorted(state.faults):
        print(diagnostic, file=sys.stderr)
    if compare:
        for difference in state.differing:
            place = f"{difference.path}:{difference.line}" if difference.line else f"{difference.path}"
            print(f"{place}: {_TOLD[difference.what]}")
        if state.differing:
            print("run `dragoman generate` and commit what it writes")
    return not state.faults and not (compare and state.differing)


_TOLD = {
    "missing": "is not there",
    "changed": "is not what the specs give",
    "stale": "comes from no spec",
}


def _venue(state: _Run, name: str) -> None:
    project = state.project
    present, specs = venue_tree(project, name), project.spec_files(name)
    record, given = Record(project), digest_of(project.sources(name))
    if not state.compare and record.holds(name, given, present):
        _tell(state, name, "unchanged")
        return
    started = time.perf_counter()
    with state.console.status(f"{escape(name)}: reading specs, printing code"):
        wanted, faults = render_venue(project, name)
    if faults:
        state.faults += faults
        _tell(state, name, f"{len(faults)} fault{'s' if len(faults) > 1 else ''}, left as it is")
        return
    told = _settle(state, wanted, present)
    if not state.compare:
        record.note(name, given, wanted)
    lines = sum(content.count(b"\n") for path, content in wanted.items() if path.suffix == ".py")
    seconds = time.perf_counter() - started
    _tell(
        state, name, f"{len(specs)} spec files, {len(wanted)} files, {lines} lines, {told} ({seconds:.1f} s)"
    )


def _shared(state: _Run) -> None:
    present = shared_tree(state.project)
    record = Record(state.project)
    if not state.compare and record.holds(_SHARED, "", present):
        return
    wanted = render_shared()
    _tell(state, _SHARED, _settle(state, wanted, present))
    if not state.compare:
        record.note(_SHARED, "", wanted)


def _settle(state: _Run, wanted: Files, present: Files) -> str:
    found = differences(wanted, present)
    if state.compare:
        state.differing += found
        return f"{len(found)} differ" if found else "current"
    write(state.project, wanted, found)
    stale = sum(difference.what == "stale" for difference in found)
    removed = f", {stale} removed" if stale else ""
    return f"{len(found) - stale} written{removed}" if found else "current"


def _tell(state: _Run, part: str, text: str) -> None:
    state.console.print(f"[bold]{escape(part)}[/]: {escape(text)}")
