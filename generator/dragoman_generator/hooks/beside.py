"""What lies beside the spec files of a venue and belongs to its hooks: their source, and the cases that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman_generator.yaml.loader import load_file

FILE = "hooks.py"


@dataclass(frozen=True, slots=True)
class Beside:
    """`source` is None where the folder holds no hooks; `cases` are the names of its protocol cases."""

    file: str = FILE
    """The name of the source in diagnostics."""
    source: bytes | None = None
    cases: frozenset[str] = frozenset()


def beside(folder: Path, shown: str, *, declared: bool) -> Beside:
    """Of a spec folder; its cases are read only where hooks are `declared`."""
    path = folder / FILE
    source = path.read_bytes() if path.is_file() else None
    return Beside(shown, source, frozenset(_names(folder / "cases")) if declared else frozenset())


def _names(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.yaml")):
        document, _ = load_file(path)
        data = document.data if document is not None else None
        listed = data.get("cases") if isinstance(data, dict) else None
        for case in listed if isinstance(listed, list) else ():
            if isinstance(case, dict) and isinstance(case.get("name"), str):
                yield case["name"]
