"""The program as a person runs it, and a small project to run it on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from dragoman.cli import main
from dragoman_generator.project import Project
from dragoman_generator.starter import write_starter


@dataclass(frozen=True)
class Done:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command in this process."""

    def ran(*arguments: str) -> Done:
        capsys.readouterr()
        try:
            main(arguments)
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return ran


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project of one venue, the starter's, as the working folder."""
    write_starter("acme", tmp_path / "specs")
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project with everything generated; to be copied, not touched."""
    root = tmp_path_factory.mktemp("generated")
    write_starter("acme", root / "specs")
    with pytest.raises(SystemExit):
        main(["generate", "--root", str(root)])
    return root


@pytest.fixture
def generated(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A copy of it as the working folder."""
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def edit(path: Path, old: str, new: str) -> None:
    """Replaces text that stands there exactly once."""
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1, f"{old!r} stands {content.count(old)} times in {path}"
    path.write_text(content.replace(old, new), encoding="utf-8")
