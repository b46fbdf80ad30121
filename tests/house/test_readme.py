"""README and CONTRIBUTING stay true: their snippets run, and every command, target and file that they name exists."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {"README.md": README, "CONTRIBUTING.md": (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")}
# One that runs a node is built by test_nautilus_page.
SNIPPETS = [one for one in re.findall(r"```python\n(.*?)```", README, re.DOTALL) if "node.run()" not in one]
COMMANDS = sorted(set(re.findall(r"\bdragoman ([a-z]+)\b", "\n".join(re.findall(r"`([^`\n]*)`", README)))))


def is_live(snippet: str) -> bool:
    return "asyncio.run(" in snippet


@pytest.mark.parametrize("snippet", [one for one in SNIPPETS if not is_live(one)])
def test_a_snippet_without_network_prints_what_it_says(snippet: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", snippet], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr
    for said in re.findall(r"print\(.*\)  # (\d.*)", snippet):
        assert said in done.stdout.splitlines()


@pytest.mark.parametrize("snippet", [one for one in SNIPPETS if is_live(one)])
def test_a_live_snippet_names_only_what_an_adapter_has(snippet: str) -> None:
    tree = ast.parse(snippet)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                module = importlib.import_module(node.module)
                if not hasattr(module, alias.name):
                    importlib.import_module(f"{node.module}.{alias.name}")
    adapter = importlib.import_module("dragoman_venues.binance").Adapter
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "venue"
    }
    assert used
    assert not [name for name in used if not hasattr(adapter, name)]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_named_command_exists(command: str) -> None:
    program = [sys.executable, "-c", "from dragoman.cli import main; main()", command, "--help"]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_that_is_named_exists_and_is_explained(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z-]+):[^#\n]*## ", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^    )make ([a-z]+)", PAGES[page], re.MULTILINE))
    assert named
    assert named <= explained


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split()[1] for line in shown.splitlines() if line.startswith("  make ")} == set(
        phony[1].split()
    )


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_is_named_exists(page: str) -> None:
    named = re.findall(
        r"[`(]((?:specs|generator|runtime|generated|tests|bench|docs|\.ci)/[\w./-]*|[A-Z]+\.md)[`)]",
        PAGES[page],
    )
    assert named
    assert not [path for path in named if not (ROOT / path).exists()]
