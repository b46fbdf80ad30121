"""Every hook of every venue is called by the case that the spec names as its test."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dragoman_venues
import msgspec
import pytest
from dragoman_generator.compile import require_venue
from dragoman_generator.language.venue import Hook
from dragoman_generator.yaml import load_file
from msgspec import UNSET

from tests.specs.cases import SPECS, Case, Found, run

EXAMPLE = Path(__file__).resolve().parents[1] / "golden" / "o_hooks"


@dataclass(frozen=True)
class Held:
    """A hook, its venue, and the case that is to call it."""

    hook: Hook
    found: Found

    def __str__(self) -> str:
        return f"{self.found.venue}: {self.hook.function}"


def held(folder: Path) -> Iterator[Held]:
    """The hooks of one spec folder."""
    said = require_venue(folder).merged.venue
    assert said is not UNSET
    for hook in said.hooks:
        for file in sorted((folder / "cases").glob("*.yaml")):
            document, _ = load_file(file)
            assert document is not None
            for case in msgspec.convert(document.data, dict[str, list[Case]])["cases"]:
                if case.name == hook.test:
                    yield Held(hook, Found(said.id, file, case))


ALL = [each for path in SPECS.glob("*/hooks.py") for each in held(path.parent)] + [*held(EXAMPLE / "spec")]


@pytest.mark.parametrize("each", ALL, ids=str)
def test_the_case_of_a_hook_calls_it(
    each: Held, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    path = [*dragoman_venues.__path__, str(EXAMPLE / "expected" / "dragoman_venues")]
    monkeypatch.setattr(dragoman_venues, "__path__", path)
    hooks = importlib.import_module(f"dragoman_venues.{each.found.venue}.hooks")
    real, calls = getattr(hooks, each.hook.function), 0

    def counted(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        return real(*arguments)

    monkeypatch.setattr(hooks, each.hook.function, counted)
    run(each.found)
    assert calls, f"the case {each.hook.test!r} does not call {each.hook.function}"
