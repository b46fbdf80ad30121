"""Hooks: what a declaration and its `hooks.py` must agree on, what the file keeps from, and what the package carries."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

import pytest
from dragoman_generator.compile import compile_venue, require_venue
from dragoman_generator.emit.lock import lock
from dragoman_generator.emit.page import page
from dragoman_generator.emit.render import render
from dragoman_generator.explain.find import ways
from dragoman_generator.project import Project
from dragoman_generator.report import figures

SEDGE = Path(__file__).resolve().parents[2] / "golden" / "o_hooks" / "spec"


@pytest.fixture
def sedge(tmp_path: Path) -> Path:
    """A copy of the venue with hooks, alone in a project."""
    return Path(shutil.copytree(SEDGE, tmp_path / "specs" / "sedge"))


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in compile_venue(folder, folder)[1]]


def changed(folder: Path, old: str, new: str, name: str = "hooks.py") -> list[str]:
    """The faults of the venue after one edit."""
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return faults(folder)


def test_the_package_carries_the_functions_and_the_lock_their_digest(sedge: Path) -> None:
    venue = require_venue(sedge)
    carried = render(venue)[PurePosixPath("dragoman_venues/sedge/hooks.py")]
    head, _, rest = carried.partition("\n")
    assert head == "# Copied from specs/sedge/hooks.py; edit that and run `make generate`."
    assert rest == (sedge / "hooks.py").read_text(encoding="utf-8")
    assert '"hooks.py":' in lock(venue)
    assert "`from_thirty_seconds(text)`" in page(venue)
    project = Project(sedge.parents[1])
    assert sedge / "hooks.py" in project.sources("sedge")
    assert figures(project, "sedge").hooks == 3


def test_the_way_of_a_value_goes_through_names_and_hooks(sedge: Path) -> None:
    project = Project(sedge.parents[1])
    (through_a_name,) = ways(require_venue(sedge), project, "trade.px")
    (use,) = through_a_name.uses
    assert (use.event_field, use.expression) == (
        "TradeTick.price",
        "price, where price = from_thirty_seconds(px)",
    )
    uses = [use for way in ways(require_venue(sedge), project, "quote.bid.px") for use in way.uses]
    assert [use.code[1] for use in uses] == ["hooks.from_thirty_seconds(message.bid.px)"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("price: str) -> Decimal", "price: str) -> float", "written as (str) -> float"),
        (
            "price: str) -> Decimal",
            "price: str, *rest: str) -> Decimal",
            "written as (str, *rest) -> Decimal",
        ),
        ("price: str) -> Decimal", "price: str = '1') -> Decimal", "written as (str = '1') -> Decimal"),
        ("price: str) -> Decimal", "price) -> Decimal", "written as (price) -> Decimal"),
        ("price: Decimal | None) -> str | None", "price: Decimal) -> str", "(Decimal | None) -> str | None"),
        ("def side_of_flags", "def side_by_flags", "hooks.py defines no function 'side_of_flags'"),
        ("def side_of_flags", "def side_by_flags", "the spec declares no hook 'side_by_flags'"),
        (
            "def side_of_flags",
            "@staticmethod\ndef side_of_flags",
            "written as @staticmethod (int, list[str])",
        ),
    ],
)
def test_a_declaration_and_its_signature_say_the_same(sedge: Path, old: str, new: str, says: str) -> None:
    assert any(fault.startswith("hooks.py:") or "venue.yaml" in fault for fault in changed(sedge, old, new))
    assert any(says in fault for fault in faults(sedge)), faults(sedge)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("import os", "hooks.py:5:1: a hook does not import 'os'"),
        ("import time, random", "a hook does not import 'random'"),
        ("from dragoman.net import http", "a hook does not import 'dragoman.net'"),
        ("from . import market", "a hook does not import '.'"),
        ("from decimal import getcontext", "a hook does not use 'getcontext'"),
        ("from re import *", "a hook does not use '*'"),
        ("def _x(): return open('/etc/passwd')", "hooks.py:5:18: a hook does not use 'open'"),
        ("def _x(): return ().__class__", "a hook does not use '__class__'"),
        ("def _x(): return __builtins__", "a hook does not use '__builtins__'"),
        ("def _x(): return 0.1", "hooks.py:5:18: 0.1 is a float"),
        ("def _x(): _QUARTERS['9'] = 1", "a hook keeps nothing between its calls"),
        ("def _x(): _QUARTERS.update(a=1)", "a hook keeps nothing between its calls"),
        ("def _x():\n    global _PRICE", "a hook keeps nothing between its calls"),
        ("class X: pass", "a hook is a plain function"),
        ("async def x(): pass", "a hook is a plain function"),
        ("while True: pass", "at the top stand imports, functions and constants"),
        ("seen = []", "at the top stand imports, functions and constants"),
        ("A, B = 1, 2", "at the top stand imports, functions and constants"),
        ("def _x(:", "hooks.py:5:8: this is no Python: "),
        ("\0", "this is no Python: "),
        ("(" * 5000, "this is no Python: "),
    ],
)
def test_a_hook_is_a_pure_function(sedge: Path, line: str, says: str) -> None:
    assert any(says in fault for fault in changed(sedge, "import re\n", f"{line}\nimport re\n")), faults(
        sedge
    )


def test_text_that_is_no_utf_8_and_a_long_file_are_told(sedge: Path) -> None:
    (sedge / "hooks.py").write_bytes(b"# \xff\n")
    assert "hooks.py:1:1: this is no Python: 'utf-8' codec" in " ".join(faults(sedge))
    (sedge / "hooks.py").write_bytes(b"#" * 300_000)
    assert any("longer than 200000 bytes" in fault for fault in faults(sedge))


def test_a_hook_has_a_case_and_a_use(sedge: Path) -> None:
    said = changed(sedge, "name: a price in", "name: the price in", "cases/hooks.yaml")
    assert [fault.partition(": ")[2] for fault in said] == [
        "no case of the venue is called 'a price in thirty-seconds' (did you mean 'the price in thirty-seconds'?)"
    ] * 2
    shutil.copytree(SEDGE, sedge, dirs_exist_ok=True)
    said = changed(sedge, '"= side_of_flags(flags, marks)"', '"= AggressorSide.BUYER"', "market.yaml")
    assert [fault.partition(": ")[2] for fault in said] == [
        "nothing calls the hook 'side_of_flags' (remove it)"
    ]


def test_a_file_that_no_spec_declares_is_told(sedge: Path) -> None:
    text = (sedge / "venue.yaml").read_text(encoding="utf-8")
    lines = [
        line for line in text.splitlines(keepends=True) if "function:" not in line and "hooks:" not in line
    ]
    (sedge / "venue.yaml").write_text("".join(lines), encoding="utf-8")
    assert "hooks.py:1:1: no hook of the spec names a function of this file" in faults(sedge)
