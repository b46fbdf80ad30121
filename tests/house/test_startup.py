"""Importing costs little, and what only some users need is loaded when they need it."""

import subprocess
import sys

import pytest

from bench.startup import PROGRAMS, cpu_ms

HEAVY = ("httpx", "websockets", "typer", "rich", "jinja2", "yaml", "databento_dbn", "cryptography")


@pytest.mark.parametrize(("name", "program", "most_ms"), PROGRAMS, ids=[name for name, _, _ in PROGRAMS])
def test_start_up_is_quick(name: str, program: str, most_ms: int) -> None:
    cpu_ms(program)  # writes the byte code
    # Time of the processor, and the least of several: what else the machine does can only add.
    over_empty_ms = min(cpu_ms(program) for _ in range(7)) - min(cpu_ms("pass") for _ in range(7))
    assert over_empty_ms < most_ms


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = f"import sys, dragoman; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
