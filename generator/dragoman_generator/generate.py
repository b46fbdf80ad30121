"""Generation as a whole: specs to `{path: text}`, pure; comparing and writing stand apart from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path, PurePosixPath

from dragoman_generator.diagnostics import Diagnostic, Mark, SpecErrors
from dragoman_generator.project import PACKAGE, Project

Files = Mapping[PurePosixPath, bytes]
"""Path from the project's root -> content."""

_GENERATED = PurePosixPath("generated")
_SCHEMA = PurePosixPath("specs/schema/dragoman-spec.schema.json")
_LANGUAGE = PurePosixPath("docs/language.md")
_PAGES = PurePosixPath("docs/venues")
_PACKAGE_TEXT = '"""Generated venue packages; `make generate` writes them."""\n'


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One file that is not as the specs say: `missing`, `changed` or `stale`."""

    path: PurePosixPath
    what: str
    line: int = 0
    """The first line that is not as it should be, of a changed file."""


def render_all(specs: Path) -> dict[PurePosixPath, bytes]:
    """Everything that a folder of specs gives; raises SpecErrors with the faults of all venues."""
    project = Project(specs.parent)
    files = render_shared()
    found: list[Diagnostic] = []
    for name in project.venues():
        made, faults = render_venue(project, name)
        files |= made
        found += faults
    if found:
        raise SpecErrors(found)
    return files


def render_venue(project: Project, name: str) -> tuple[dict[PurePosixPath, bytes], list[Diagnostic]]:
    """The files of one venue, none where its spec has faults."""
    from dragoman_generator.compile import compile_venue
    from dragoman_generator.emit.lock import lock
    from dragoman_generator.emit.page import page
    from dragoman_generator.emit.render import render

    venue, faults = compile_venue(project.folder(name), project.root)
    if venue is None or faults:
        return {}, faults
    if venue.id != name:
        mark = Mark(f"specs/{name}/venue.yaml", 1, 1)
        return {}, [Diagnostic(mark, f"the venue's id is {venue.id!r}, and its folder is called {name!r}")]
    texts = {_GENERATED / path: text for path, text in render(venue).items()}
    texts[_GENERATED / PACKAGE / name / "lock.json"] = lock(venue)
    texts[_PAGES / f"{name}.md"] = page(venue)
    return {path: text.encode() for path, text in texts.items()}, []


def render_shared() -> dict[PurePosixPath, bytes]:
    """The files that belong to no venue: the package itself, the schema, the reference of the language."""
    from dragoman_generator.reference import reference
    from dragoman_generator.schema.definition import schema_text

    return {
        _GENERATED / PACKAGE / "__init__.py": _PACKAGE_TEXT.encode(),
        _GENERATED / PACKAGE / "py.typed": b"",
        _SCHEMA: schema_text().encode(),
        _LANGUAGE: reference().encode(),
    }


def shared_tree(project: Project) -> dict[PurePosixPath, bytes]:
    """What lies in the places that no venue of `specs/` owns, leftovers of removed venues among it."""
    known = set(project.venues())
    places = [_SCHEMA, _LANGUAGE]
    found = _read(project, (project.root / path for path in places))
    if project.package.is_dir():
        for path in project.package.iterdir():
            if path.name not in known and path.name != "__pycache__":
                found |= _read(project, _walk(path))
    if project.pages.is_dir():
        found |= _read(project, (path for path in project.pages.glob("*.md") if path.stem not in known))
    return found


def venue_tree(project: Project, name: str) -> dict[PurePosixPath, bytes]:
    """What lies in the places that the venue owns."""
    return _read(project, (*_walk(project.package / name), project.pages / f"{name}.md"))


def differences(wanted: Files, present: Files) -> list[Difference]:
    """How what is there differs from what should be, by path."""
    found = [Difference(path, "missing") for path in wanted.keys() - present.keys()]
    found += [Difference(path, "stale") for path in present.keys() - wanted.keys()]
    found += [
        Difference(path, "changed", _first_change(wanted[path], present[path]))
        for path in wanted.keys() & present.keys()
        if wanted[path] != present[path]
    ]
    return sorted(found)


def _first_change(wanted: bytes, present: bytes) -> int:
    lines = zip_longest(wanted.split(b"\n"), present.split(b"\n"))
    return next(number for number, (one, other) in enumerate(lines, 1) if one != other)


def write(project: Project, wanted: Files, found: Iterable[Difference]) -> None:
    """Makes every difference good: writes what is missing or changed, removes what is stale."""
    for difference in found:
        path = project.root / difference.path
        if difference.what == "stale":
            path.unlink()
            _remove_empty(path.parent)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[difference.path])


def _read(project: Project, paths: Iterable[Path]) -> dict[PurePosixPath, bytes]:
    return {
        PurePosixPath(path.relative_to(project.root).as_posix()): path.read_bytes()
        for path in paths
        if path.is_file()
    }


def _walk(top: Path) -> Iterator[Path]:
    """The file itself, or every file below the folder that is no bytecode."""
    if top.is_file():
        yield top
    elif top.is_dir():
        for path in sorted(top.rglob("*")):
            if "__pycache__" not in path.parts:
                yield path


def _remove_empty(folder: Path) -> None:
    """Removes a folder that holds nothing but bytecode."""
    if any(path.name != "__pycache__" for path in folder.iterdir()):
        return
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()
