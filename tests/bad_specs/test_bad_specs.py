"""Every bad spec carries, in its first lines, the exact diagnostics that it must give: all of them, and no others.

`# expect: 4:7: sentence (hint)` is one diagnostic, without the file's name. `text/` and `schema/` hold files that
reading alone refuses; what the other folders hold is well formed and wrong by its meaning.
"""

import importlib
import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest
from dragoman_generator.diagnostics import Diagnostic
from dragoman_generator.schema import read_spec

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*/*.yaml"))
REFUSED_IN_READING = {"text", "schema"}
MARK = b"# expect: "
AT_LEAST = 100

Check = Callable[[list[Path]], list[Diagnostic]]


def expected(path: Path) -> list[str]:
    """The diagnostics that the file's own first lines name, in their order."""
    found = []
    for line in path.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines():
        if not line.startswith(MARK):
            break
        found.append(line.removeprefix(MARK).decode("utf-8"))
    return found


def found(path: Path) -> list[str]:
    """What the generator says of the file, without the file's name."""
    if path.parent.name in REFUSED_IN_READING:
        diagnostics = read_spec(path).diagnostics
    else:
        diagnostics = checker()([path])
    return [str(one).removeprefix(f"{one.mark.file}:") for one in diagnostics]


def checker() -> Check:
    """The whole check of a spec, from reading to lints."""
    if importlib.util.find_spec("dragoman_generator.compile") is None:
        pytest.skip("no check of the meaning of specs in this tree")
    check: Check = importlib.import_module("dragoman_generator.compile").check
    return check


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_bad_spec_gives_exactly_the_diagnostics_that_it_names(path: Path) -> None:
    wanted = expected(path)
    assert wanted, f"{path} names no diagnostic: its first line is `# expect: line:column: sentence`"
    assert found(path) == wanted


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= AT_LEAST
