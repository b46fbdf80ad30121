"""NautilusTrader costs seconds and hundreds of megabytes: nobody pays for it who doesn't ask for it."""

from __future__ import annotations

import subprocess
import sys


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_nothing_of_it_is_imported_before_it_is_asked_for() -> None:
    imports = "import sys, dragoman, dragoman.model, dragoman.adapter, dragoman.cli, dragoman.nautilus"
    done = run(
        f"{imports}; assert not [n for n in sys.modules if n.startswith(('nautilus_trader', 'pyarrow'))]"
    )
    assert done.returncode == 0, done.stderr


def test_without_it_the_error_says_what_to_install() -> None:
    done = run(
        "import sys; sys.modules['nautilus_trader'] = None\n"
        "from dragoman.nautilus import DragomanDataClientConfig"
    )
    assert "DependencyMissing" in done.stderr
    assert "pip install 'dragoman[nautilus]'" in done.stderr
