"""What is printed for the small specs passes the strict type checker and the linter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from dragoman_generator.compile import require_venue
from dragoman_generator.emit.render import render

from tests.generator.commands.mini import HERE

ROOT = HERE.parents[2]


def test_requests_clients_and_tables_are_typed_and_clean(tmp_path: Path) -> None:
    (tmp_path / "dragoman_venues").mkdir()
    (tmp_path / "dragoman_venues" / "__init__.py").touch()
    for spec in sorted(HERE.glob("*/spec.yaml")):
        for path, text in render(require_venue(spec.parent)).items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
    settings = str(ROOT / "pyproject.toml")
    cache = str(ROOT / ".mypy_cache" / "commands")
    known = {**os.environ, "MYPYPATH": f"{tmp_path}:{ROOT / 'runtime'}"}
    for check in (
        ["mypy", "--strict", "--config-file", settings, "--cache-dir", cache, "-p", "dragoman_venues"],
        ["ruff", "check", "--config", settings, "--no-cache", "dragoman_venues"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", *check], cwd=tmp_path, env=known, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
