"""A pytest plug-in: `@pytest.mark.tape("run.tape.jsonl")` runs a test on a tape, with sockets blocked.

`--tape-mode=none` (the default) plays alone, `once` records where there is no tape yet, `rewrite` records anew. The fixture
`tape_adapter` is the venue's adapter, to be entered by the test; `tape` is the tape itself. What was asked for and is not on
the tape, and what is on the tape and was not played, fails the test.
"""

from __future__ import annotations

import os
import re
from collections.abc import Generator, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from dragoman.tape.tape import Tape

_PLAYER = pytest.StashKey[Any]()
_PASSED = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("dragoman")
    group.addoption(
        "--tape-mode",
        choices=("none", "once", "rewrite"),
        default="none",
        help="tapes of venues: play alone (none), record what is missing (once), record anew (rewrite)",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "tape(path=None, *, venue=None, environment='mainnet', whole=True, keep=()): run on the tape at `path`, from the"
        " test's folder; `venue` is needed for recording; whole=False lets frames stay unplayed.",
    )


@pytest.fixture
def tape_options() -> dict[str, Any]:
    """Options of the adapter that `tape_adapter` gives, in recording and in replay; override it in a conftest."""
    return {}


@pytest.fixture
def tape_path(request: pytest.FixtureRequest) -> Path:
    """Where the test's tape is, whether it is there yet or not."""
    return _path(request.node)


@pytest.fixture
def tape(tape_path: Path) -> Tape:
    """The test's tape, as it was recorded."""
    from dragoman.tape.tape import Tape

    return Tape.open(tape_path)


@pytest.fixture
def tape_adapter(
    request: pytest.FixtureRequest, tape_path: Path, tape_options: dict[str, Any]
) -> Iterator[Any]:
    """The venue's adapter, running on the tape, or live and being recorded; the test enters and leaves it."""
    if _records(request.node):
        yield from _recorded(request.node, tape_path, tape_options)
        return
    from dragoman.tape.tape import Tape

    options = {name: value for name, value in tape_options.items() if name != "urls"}
    adapter = Tape.open(tape_path).adapter(**options)  # its addresses are those on the tape
    request.node.stash[_PLAYER] = adapter.player
    yield adapter


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Sockets are blocked while a test plays; what did not go as recorded fails it."""
    if item.get_closest_marker("tape") is None:
        return (yield)
    from dragoman.tape.blocked import sockets_blocked

    with nullcontext() if _records(item) else sockets_blocked():
        try:
            result = yield
        except BaseException as error:
            said = _difference(item, whole=False)
            if said:
                error.add_note(said)
            raise
    said = _difference(item, whole=_said(item, "whole", True))
    if said:
        pytest.fail(said, pytrace=False)
    item.stash[_PASSED] = True
    return result


def _recorded(item: pytest.Item, path: Path, options: dict[str, Any]) -> Iterator[Any]:
    """A live adapter; its tape takes the place of the one before only when the test has passed."""
    from dragoman.tape.index import write_index
    from dragoman.tape.record import recorded_adapter

    venue = _said(item, "venue", None)
    if venue is None:
        raise pytest.UsageError(f"{item.nodeid}: recording needs @pytest.mark.tape(..., venue=NAME)")
    fresh = path.with_name(f"recording-{os.getpid()}.{path.name}")
    adapter = recorded_adapter(
        fresh,
        venue,
        environment=_said(item, "environment", "mainnet"),
        keep=_said(item, "keep", ()),
        **options,
    )
    try:
        yield adapter
        adapter.recorder.close()
        if item.stash.get(_PASSED, False):
            write_index(fresh)
            _put(fresh, path)
    finally:
        adapter.recorder.close()
        for each in (fresh, _cassette(fresh)):
            each.unlink(missing_ok=True)


def _put(fresh: Path, path: Path) -> None:
    """Tape and cassette in the place of the old ones."""
    if _cassette(fresh).exists():
        os.replace(_cassette(fresh), _cassette(path))
    else:
        _cassette(path).unlink(missing_ok=True)
    os.replace(fresh, path)


def _cassette(path: Path) -> Path:
    from dragoman.tape.paths import cassette_path

    return cassette_path(path)


def _difference(item: pytest.Item, *, whole: bool) -> str:
    """What did not go as recorded, one line each; "" where all is well."""
    player = item.stash.get(_PLAYER, None)
    if player is None:
        return ""
    parts = [f"not recorded: {problem}" for problem in player.problems]
    if whole:
        parts += [f"not played: {left}" for left in player.unplayed()]
    return "\n".join([f"{player.tape.path} was not played as it was recorded", *parts]) if parts else ""


def _records(item: Any) -> bool:
    mode = item.config.getoption("--tape-mode")
    return mode == "rewrite" or (mode == "once" and not _path(item).exists())


def _path(item: Any) -> Path:
    marker = item.get_closest_marker("tape")
    if marker is None:
        raise pytest.UsageError(f"{item.nodeid}: mark it with @pytest.mark.tape(FILE)")
    said = marker.args[0] if marker.args else marker.kwargs.get("path")
    home: Path = item.path.parent
    if said is not None:
        return home / str(said)
    name = re.sub(r"[^\w.-]+", "-", item.name).strip("-")
    return home / "tapes" / f"{item.path.stem}.{name}.tape.jsonl"


def _said(item: pytest.Item, name: str, otherwise: Any) -> Any:
    marker = item.get_closest_marker("tape")
    return otherwise if marker is None else marker.kwargs.get(name, otherwise)
