"""`dragoman check`: every fault of folders, single files and venues, each told once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman_generator.compile import check
from dragoman_generator.diagnostics import Diagnostic, Mark
from dragoman_generator.project import Project


def check_paths(project: Project, paths: Sequence[Path]) -> tuple[str, list[Diagnostic]]:
    """What was checked in words, and the diagnostics by place; all venues where no path is given.

    A file beside a `venue.yaml` is read with its folder, and its own diagnostics are told. Raises UnknownVenue where there is nothing.
    """
    root = project.root
    if not paths:
        names = project.chosen(())
        return ", ".join(names), check([project.folder(name) for name in names], root)
    found: dict[Diagnostic, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_check_one(project, path)))
    return ", ".join(map(str, paths)), sorted(found)


def _check_one(project: Project, path: Path) -> list[Diagnostic]:
    if not path.exists() and str(path) in project.venues():
        path = project.folder(str(path))
    if not path.exists():
        return [Diagnostic(Mark(path.as_posix(), 1, 1), "there is no such file, folder or venue")]
    here = path.resolve()
    if here.is_file() and (here.parent / "venue.yaml").is_file():
        shown = here.relative_to(project.root) if here.is_relative_to(project.root) else here
        whole = check([here.parent], project.root)
        return [diagnostic for diagnostic in whole if diagnostic.mark.file == shown.as_posix()]
    return check([here], project.root)
