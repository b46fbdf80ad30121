"""Free text of a spec is refused with a sentence, or it is data: it never becomes code, in no place and in no form."""

import importlib
import json
import os
import re
import sys
from functools import cache
from pathlib import Path

import dragoman
import dragoman_venues
import pytest
from dragoman_generator.emit.page import page

from tests.hostile.mill import HOLES, SPEC, compiled, skeleton, sources, spec
from tests.hostile.texts import CODE, TEXTS

PLAIN = {
    (False, False): "plainword",
    (False, True): "plain word",
    (True, False): "plain.word",
    (True, True): "plain. word",
}
"""(has a dot, has a space) -> a harmless text of that kind."""


def accepted(text: str) -> tuple[str, ...]:
    """The holes that may hold the text; every other one refuses it with a diagnostic that is one line."""
    found = []
    for hole in HOLES:
        venue, diagnostics = compiled({"mill.yaml": spec({hole: text})})
        if venue is not None and not diagnostics:
            found.append(hole)
        for diagnostic in diagnostics:
            told = str(diagnostic)
            assert told.isprintable(), f"{hole}: {told!r}"
            assert len(told) < 1000, f"{hole}: {told}"
    return tuple(found)


@cache
def plain_skeletons(holes: tuple[str, ...], word: str) -> dict[str, str]:
    """The code where the same holes hold a plain word; one with a dot where dots lead into records."""
    venue, diagnostics = compiled({"mill.yaml": spec(dict.fromkeys(holes, word))})
    assert venue is not None, diagnostics
    assert not diagnostics
    return {path.name: skeleton(text) for path, text in sources(venue).items()}


def test_the_spec_itself_is_sound() -> None:
    venue, diagnostics = compiled({"mill.yaml": spec({})})
    assert venue is not None
    assert diagnostics == []
    assert len(HOLES) > 50
    assert len(HOLES) == len({hole for hole in HOLES if hole in SPEC})


@pytest.mark.parametrize("name", TEXTS)
def test_text_never_becomes_code(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXTS[name]
    holes = accepted(text)
    assert "<session why>" in holes, "prose may hold anything"
    venue, diagnostics = compiled({"mill.yaml": spec(dict.fromkeys(holes, text))})
    if diagnostics:
        # Two holes that hold the same name are refused together: one at a time then.
        groups: list[tuple[str, ...]] = [(hole,) for hole in holes]
    else:
        groups = [holes]
    for group in groups:
        venue, diagnostics = compiled({"mill.yaml": spec(dict.fromkeys(group, text))})
        assert venue is not None
        assert not diagnostics
        texts = sources(venue)
        if text.strip():
            wanted = plain_skeletons(group, PLAIN["." in text, " " in text])
            assert {path.name for path in texts} == set(wanted)
            for path, source in texts.items():
                assert skeleton(source) == wanted[path.name], path
        run_nothing({path.as_posix(): source for path, source in texts.items()}, tmp_path, monkeypatch)
        assert_harmless_page(page(venue))


def run_nothing(texts: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Import every module and load the translator: the canary must not have sung."""
    canary = tmp_path / "canary"
    monkeypatch.setenv("MILL_CANARY", str(canary))
    root = tmp_path / "tree" / "dragoman_venues"
    for path, source in texts.items():
        file = tmp_path / "tree" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, encoding="utf-8")
    with _importable(root):
        for path in texts:
            module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            importlib.import_module(module)
        venue = dragoman.Venue(importlib.import_module("dragoman_venues.mill"))
        venue.translator().sources()
    assert not canary.exists()


class _importable:
    """The venue under `root`, for the length of a block."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)

    def __enter__(self) -> None:
        dragoman_venues.__path__.insert(0, self.root)
        self.before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
        importlib.invalidate_caches()

    def __exit__(self, *error: object) -> None:
        sys.dont_write_bytecode = self.before
        dragoman_venues.__path__.remove(self.root)
        for name in [name for name in sys.modules if name.startswith("dragoman_venues.mill")]:
            del sys.modules[name]
        if hasattr(dragoman_venues, "mill"):
            del dragoman_venues.mill


def assert_harmless_page(text: str) -> None:
    """No markup of a spec is markup of the page."""
    outside = re.sub(r"(`+).+?\1", "", text).lower()
    assert "<script" not in outside
    assert "<img" not in outside
    assert not re.search(r"(?<!\\)\]\((?!https?:|#)", outside), "a link of the spec's own"
    assert not re.search(r"(?<!\\)!\[", outside), "an image of the spec's own"
    assert not [c for c in text if not c.isprintable() and c != "\n"], "invisible characters"


def test_the_canary_would_sing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code that hides in the texts works; a test that can't fail would prove nothing."""
    monkeypatch.setenv("MILL_CANARY", str(tmp_path / "canary"))
    exec(CODE)
    assert (tmp_path / "canary").exists()
    assert json.dumps(CODE) in spec({"<quirk>": CODE})
    assert os.environ["MILL_CANARY"]
