"""Spec folders to resolved venues: load, validate, decode, merge, resolve, lint."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import UNSET

from dragoman_generator.diagnostics import Diagnostic, Diagnostics, Mark, SpecErrors
from dragoman_generator.garbage import uncollected
from dragoman_generator.hooks import beside
from dragoman_generator.ir.venue import Venue
from dragoman_generator.language.root import SpecFile
from dragoman_generator.lint import lint
from dragoman_generator.resolve.venue import resolve
from dragoman_generator.schema import decode, plain, validate
from dragoman_generator.yaml.loader import Document, load_file


def compile_venue(folder: Path, root: Path | None = None) -> tuple[Venue | None, list[Diagnostic]]:
    """The venue of a spec folder and everything that is wrong with it; `root` shortens the file names shown."""
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        return None, [Diagnostic(Mark(folder.as_posix(), 1, 1), "the folder holds no spec file (*.yaml)")]
    return compile_files(paths, root)


@uncollected()
def compile_files(paths: Iterable[Path], root: Path | None = None) -> tuple[Venue | None, list[Diagnostic]]:
    """As `compile_venue`, of files that make one venue."""
    found = Diagnostics()
    documents: dict[str, Document] = {}
    files: dict[str, SpecFile] = {}
    sources: dict[str, bytes] = {}
    folder = Path()
    for path in paths:
        folder, shown = path.parent, _shown(path, root)
        document, diagnostics = load_file(path, shown)
        found.extend(diagnostics)
        if document is None:
            continue
        document, diagnostics = plain(document)
        found.extend(diagnostics)
        documents[path.stem] = document
        sources[path.stem] = path.read_bytes()
        faults = validate(document)
        found.extend(faults)
        if not faults:
            spec, more = decode(document, SpecFile)
            found.extend(more)
            if spec is not None:
                files[path.stem] = spec
    if len(found) or not files:
        return None, list(found)
    declared = any(spec.venue is not UNSET and spec.venue.hooks for spec in files.values())
    hooks = beside(folder, _shown(folder / "hooks.py", root), declared=declared)
    venue = resolve(files, documents, sources, found, hooks)
    if venue is not None:
        found.extend(lint(venue))
    return venue, list(found)


def _shown(path: Path, root: Path | None) -> str:
    return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else path.as_posix()


def check(paths: Iterable[Path], root: Path | None = None) -> list[Diagnostic]:
    """Every diagnostic of spec folders and of single files."""
    found: list[Diagnostic] = []
    for path in paths:
        found.extend((compile_venue(path, root) if path.is_dir() else compile_files([path], root))[1])
    return sorted(found)


def require_venue(folder: Path, root: Path | None = None) -> Venue:
    """The venue, or SpecErrors with all that is wrong."""
    venue, found = compile_venue(folder, root)
    if found or venue is None:
        raise SpecErrors(found)
    return venue
