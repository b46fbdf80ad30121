"""What importing costs, over the interpreter's own start."""

import os
import subprocess
import sys
import time
from statistics import median

from rich.table import Table

RUNS = 7
# An installed package has its bytecode; where nothing may be written, compiling would be measured instead.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
# (shown, program, most milliseconds over an empty interpreter)
PROGRAMS = (
    ("import dragoman", "import dragoman", 100),
    ('dragoman.load("binance")', "import dragoman; dragoman.load('binance')", 150),
)


def wall_ms(program: str) -> float:
    start = time.perf_counter_ns()
    subprocess.run([sys.executable, "-c", program], check=True, env=ENVIRONMENT)
    return (time.perf_counter_ns() - start) / 1e6


def cpu_ms(program: str) -> float:
    """What the program itself computed, whatever else the machine was at."""
    before = os.times()
    subprocess.run([sys.executable, "-c", program], check=True, env=ENVIRONMENT)
    after = os.times()
    return 1000 * (
        after.children_user - before.children_user + after.children_system - before.children_system
    )


def over_empty_ms(program: str, runs: int = RUNS) -> float:
    """Median over pairs, an empty interpreter beside each run, so that a busy machine weighs on both."""
    wall_ms(program)
    return median(wall_ms(program) - wall_ms("pass") for _ in range(runs))


def table() -> Table:
    shown = Table(title="start-up, milliseconds over an empty interpreter")
    for heading in ("program", "ms", "target"):
        shown.add_column(heading, justify="left" if heading == "program" else "right")
    for name, program, most in PROGRAMS:
        took = over_empty_ms(program)
        shown.add_row(name, f"[{'green' if took < most else 'red'}]{took:.0f}[/]", f"< {most}")
    return shown
