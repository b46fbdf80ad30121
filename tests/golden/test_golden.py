"""Every hard case of the language: what is printed, that it is clean and typed, and what its bytes mean.

`pytest --update-golden` makes what is printed and what comes out the new golden text, to be read before it is committed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from dragoman_generator.compile import compile_venue

from tests.golden.golden_case import HERE, cases, keep, kept, lines, printed, sent, translated, write_lines

ROOT = HERE.parents[1]


@pytest.mark.parametrize("case", cases())
def test_a_spec_is_printed_as_it_was(case: str, request: pytest.FixtureRequest) -> None:
    _, faults = compile_venue(HERE / case / "spec", HERE / case)
    assert not faults, "\n".join(map(str, faults))
    if request.config.getoption("--update-golden"):
        keep(case)
    texts = printed(case)
    golden = kept(case)
    assert set(texts) == set(golden)
    for path, text in texts.items():
        assert text == golden[path], f"{case}: {path} is printed in another way; see `pytest --update-golden`"


@pytest.mark.parametrize("case", [case for case in cases() if (HERE / case / "frames.jsonl").exists()])
def test_frames_mean_what_they_meant(case: str, request: pytest.FixtureRequest) -> None:
    _compare(case, list(translated(case)), "frames.jsonl", "events.jsonl", request)


@pytest.mark.parametrize("case", [case for case in cases() if (HERE / case / "requests.jsonl").exists()])
def test_requests_are_sent_as_they_were(case: str, request: pytest.FixtureRequest) -> None:
    _compare(case, list(sent(case)), "requests.jsonl", "sent.jsonl", request)


def _compare(case: str, got: list[Any], asked: str, answers: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        write_lines(case, answers, got)
    expected = lines(case, answers)
    assert len(got) == len(expected)
    for number, (wanted, found) in enumerate(zip(expected, got, strict=True), 1):
        assert found == wanted, f"{case}/{asked}, line {number}"


def test_what_is_printed_is_typed_and_clean(tmp_path: Path) -> None:
    """All cases in one package, so that the checkers start once."""
    package = tmp_path / "dragoman_venues"
    package.mkdir()
    (package / "__init__.py").touch()
    for case in cases():
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(
            HERE / case / "expected" / "dragoman_venues", package, dirs_exist_ok=True, ignore=ignored
        )
    config = [
        "--config-file",
        str(ROOT / "pyproject.toml"),
        "--cache-dir",
        str(ROOT / ".mypy_cache" / "golden"),
    ]
    where = {**os.environ, "MYPYPATH": f"{tmp_path}:{ROOT / 'runtime'}"}
    checks = (
        [sys.executable, "-m", "mypy", "--strict", *config, "-p", "dragoman_venues"],
        [
            sys.executable,
            "-m",
            "ruff",
            "check",
            "--config",
            str(ROOT / "pyproject.toml"),
            "--no-cache",
            "dragoman_venues",
        ],
    )
    for check in checks:
        done = subprocess.run(check, cwd=tmp_path, env=where, capture_output=True, text=True)
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
