"""The page about NautilusTrader and the README's part of it stay true: the snippets build a node, up to the moment that it would run."""

import re
import subprocess
import sys

import pytest

from tests.house.tree import ROOT

PAGES = ("docs/nautilus.md", "README.md")
SNIPPETS = [
    snippet
    for page in PAGES
    for snippet in re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    if "dragoman.nautilus" in snippet
]


def test_both_pages_show_a_node() -> None:
    assert sum("node.build()" in snippet for snippet in SNIPPETS) == 2


@pytest.mark.parametrize("snippet", SNIPPETS, ids=range(len(SNIPPETS)))
def test_a_snippet_builds_what_it_says(snippet: str) -> None:
    code = f"__name__ = 'a module'\n{snippet}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    assert "[ERROR]" not in done.stdout
