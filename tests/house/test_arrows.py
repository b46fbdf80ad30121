"""Import directions: generated -> runtime; generator -> the runtime's model names; runtime -> third parties alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import GENERATED, GENERATOR, ROOT, RUNTIME, place, trees

OURS = ("dragoman", "dragoman_generator", "dragoman_venues")


def imports(room: Path) -> Iterator[tuple[str, str]]:
    """(place, dotted module) of every import of one of our packages, relative ones left out."""
    for path, tree in trees(room):
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
                if node.module == "dragoman":
                    names = [f"dragoman.{alias.name}" for alias in node.names]
            for name in names:
                if name.split(".")[0] in OURS:
                    yield place(path, node), name


def within(name: str, *allowed: str) -> bool:
    return any(name == one or name.startswith(one + ".") for one in allowed)


@pytest.mark.parametrize(
    ("room", "allowed"),
    [
        (RUNTIME, ("dragoman",)),
        (GENERATOR, ("dragoman_generator", "dragoman.model", "dragoman.errors")),
        (GENERATED, ("dragoman", "dragoman_venues")),
        (ROOT / "specs", ("dragoman",)),
    ],
    ids=["runtime", "generator", "generated", "hooks"],
)
def test_imports_point_one_way(room: Path, allowed: tuple[str, ...]) -> None:
    wrong = [f"{where}: imports {name}" for where, name in imports(room) if not within(name, *allowed)]
    assert not wrong, "\n".join(wrong)


def test_a_generated_venue_imports_no_other_venue() -> None:
    wrong = []
    for venue in sorted(path for path in (GENERATED / "dragoman_venues").iterdir() if path.is_dir()):
        home = f"dragoman_venues.{venue.name}"
        for where, name in imports(venue):
            if within(name, "dragoman_venues") and not within(name, home):
                wrong.append(f"{where}: imports {name}")
    assert not wrong, "\n".join(wrong)


def test_the_arrows_are_seen_where_they_exist() -> None:
    """A check that finds nothing at all would pass on an empty tree."""
    assert any(name.startswith("dragoman.") for _, name in imports(RUNTIME))
    assert any(name.startswith("dragoman.") for _, name in imports(GENERATED))
