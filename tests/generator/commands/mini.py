"""Small specs compiled and loaded as venues, for tests of what goes out."""

from __future__ import annotations

import importlib
import json
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import dragoman
import dragoman_venues
from dragoman_generator.compile import compile_files
from dragoman_generator.emit.render import render

HERE = Path(__file__).resolve().parent
_FOLDER = TemporaryDirectory(prefix="dragoman-mini-")
"""Holds the generated venues for as long as the tests run."""


def cases() -> list[str]:
    """The golden cases: folders with a spec and its requests."""
    return sorted(path.parent.name for path in HERE.glob("*/requests.jsonl"))


def requests_of(case: str) -> list[dict[str, Any]]:
    """The requests of a case with what must be sent."""
    text = (HERE / case / "requests.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


@cache
def load(case: str) -> dragoman.Venue:
    """The venue of a case, generated and imported."""
    return load_file(HERE / case / "spec.yaml")


def load_file(spec: Path) -> dragoman.Venue:
    """The venue of a spec file; fails with its diagnostics."""
    venue, found = compile_files([spec])
    assert venue is not None and not found, "\n".join(str(each) for each in found)
    root = Path(_FOLDER.name)
    for path, text in render(venue).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    place = str(root / "dragoman_venues")
    if place not in dragoman_venues.__path__:
        dragoman_venues.__path__.append(place)
    importlib.invalidate_caches()
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    try:
        return dragoman.Venue(importlib.import_module(f"dragoman_venues.{venue.id}"))
    finally:
        sys.dont_write_bytecode = before


def faults(tmp_path: Path, text: str) -> list[str]:
    """Sentences of a spec's diagnostics, without their places."""
    file = tmp_path / "spec.yaml"
    file.write_text(text, encoding="utf-8")
    return [
        f"{each.mark.line}: {each.message}" + (f" ({each.hint})" if each.hint else "")
        for each in compile_files([file])[1]
    ]
