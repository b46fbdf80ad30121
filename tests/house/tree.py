"""The project's own files, room by room, as the house tests read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "runtime"
GENERATOR = ROOT / "generator"
GENERATED = ROOT / "generated"
SHARED = ROOT.parent / "shared"
PACKAGES = (GENERATOR / "dragoman_generator", RUNTIME / "dragoman", GENERATED / "dragoman_venues")


def files(*rooms: Path, suffixes: tuple[str, ...] = (".py",)) -> Iterator[Path]:
    for room in rooms:
        for path in sorted(room.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix in suffixes:
                yield path


def trees(*rooms: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in files(*rooms):
        yield path, ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, node: ast.AST | int) -> str:
    """`path:line`, from the root of the project."""
    line = node if isinstance(node, int) else getattr(node, "lineno", 1)
    return f"{path.relative_to(ROOT)}:{line}"
