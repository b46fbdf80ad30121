"""What an earlier run was given and what it wrote, so that a run with nothing to do ends at once."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from dragoman_generator.emit.lock import digest, tools
from dragoman_generator.generate import Files
from dragoman_generator.project import Project

_FILE = ".dragoman.json"


class Record:
    """For each part (a venue, or the files shared by all): digests of its input and its output.

    It is no proof of freshness for others, so `generate --check` never reads it and git does not keep it.
    """

    def __init__(self, project: Project) -> None:
        self._path = project.root / _FILE
        self._parts: dict[str, dict[str, str]] = {}
        try:
            found: Any = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        if isinstance(found, dict):
            self._parts = {name: part for name, part in found.items() if isinstance(part, dict)}

    def holds(self, part: str, given: str, present: Files) -> bool:
        """Whether the part would be generated as it lies there; `given` is the digest of its specs."""
        return self._parts.get(part) == _entry(given, present)

    def note(self, part: str, given: str, written: Files) -> None:
        """Remembers that these specs gave these files."""
        self._parts[part] = _entry(given, written)
        temporary = self._path.with_name(f"{_FILE}.{os.getpid()}")
        temporary.write_text(json.dumps(self._parts, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        temporary.replace(self._path)


def digest_of(specs: Iterable[Path]) -> str:
    """Of the names and contents of spec files; taken before they are read, so that a later edit is seen."""
    return _digest_of((path.name, path.read_bytes()) for path in specs)


def _entry(given: str, files: Mapping[PurePosixPath, bytes]) -> dict[str, str]:
    return {
        "generator": generator_digest(),
        "specs": given,
        "files": _digest_of((path.as_posix(), content) for path, content in sorted(files.items())),
    }


@cache
def generator_digest() -> str:
    """Of all code and templates that decide the output, and of the versions of the packages that print it."""
    import dragoman.model

    import dragoman_generator

    roots = [Path(str(package.__file__)).parent for package in (dragoman_generator, dragoman.model)]
    sources = [
        (f"{root.name}/{path.relative_to(root).as_posix()}", path.read_bytes())
        for root in roots
        for path in sorted(root.rglob("*"))
        if path.suffix in {".py", ".j2", ".jinja2"}
    ]
    versions = json.dumps(dict(tools()))
    return _digest_of([*sources, ("tools", versions.encode())])


def _digest_of(parts: Iterable[tuple[str, bytes]]) -> str:
    whole = hashlib.sha256()
    for name, content in parts:
        whole.update(f"{name} {digest(content)}\n".encode())
    return whole.hexdigest()
