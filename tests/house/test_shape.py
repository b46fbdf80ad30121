"""Sizes, type markers, and that nothing of the neighbouring data has moved in."""

import hashlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import GENERATOR, PACKAGES, ROOT, RUNTIME, SHARED, files

LONGEST = 400
TRIVIAL = 64  # bytes; below it two unrelated files may well be equal


def test_no_hand_written_file_is_longer_than_a_person_reads_at_once() -> None:
    rooms = (GENERATOR, RUNTIME, ROOT / "tests", ROOT / "bench", ROOT / "specs")
    wrong = []
    for path in files(*rooms, suffixes=(".py", ".j2", ".jinja2")):
        if "golden" in path.parts or "expected" in path.parts:
            continue  # printed by the generator, kept to compare with
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LONGEST:
            wrong.append(f"{path.relative_to(ROOT)}: {lines} lines")
    assert not wrong, "\n".join(wrong)


def test_every_package_is_typed() -> None:
    """The marker of a package holds for the packages in it."""
    missing = [str(path.relative_to(ROOT)) for path in PACKAGES if not (path / "py.typed").exists()]
    assert not missing, f"no py.typed in {missing}"


def test_no_module_is_a_bag_of_odds_and_ends() -> None:
    bags = {"utils.py", "util.py", "helpers.py", "misc.py", "manager.py"}
    wrong = [
        str(path.relative_to(ROOT)) for path in files(GENERATOR, RUNTIME, ROOT / "tests") if path.name in bags
    ]
    assert not wrong, wrong


def digest(path: Path) -> str | None:
    """Of the content without its white space, so that a copy that was only laid out anew is still seen."""
    content = b"".join(path.read_bytes().split())
    return hashlib.sha256(content).hexdigest() if len(content) >= TRIVIAL else None


def committed() -> Iterator[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in listing.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            yield ROOT / name


def test_nothing_of_the_shared_data_is_copied_into_the_project() -> None:
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the project: nothing to compare with")
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: no list of the project's own files")
    theirs = {digest(path): path for path in SHARED.rglob("*") if path.is_file()}
    theirs.pop(None, None)
    wrong = [
        f"{path.relative_to(ROOT)} is {theirs[found]}"
        for path in committed()
        if (found := digest(path)) in theirs
    ]
    assert not wrong, "\n".join(wrong)
