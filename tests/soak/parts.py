"""Parts of a soak: commands that run beside each other as far as there are cores, their output line by line, their outcome."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

LONGEST_S = 7200
_KEPT = 400
"""Lines of a part that are kept for the summary."""


@dataclass(slots=True)
class Part:
    """One command; `cores` is how many it keeps busy, `hint` how what it found is looked at again."""

    name: str
    command: Sequence[str]
    cores: int = 1
    hint: str = ""
    lines: list[str] = field(default_factory=list)
    status: int | None = None
    spent_s: float = 0.0

    @property
    def is_well(self) -> bool:
        return self.status == 0

    @property
    def last(self) -> str:
        """What it said last."""
        return next((line for line in reversed(self.lines) if line.strip()), "said nothing")

    @property
    def replays(self) -> list[str]:
        """Commands that it named to take something again."""
        return [line.strip() for line in self.lines if line.strip().startswith("replay:")]


def run(parts: Sequence[Part], cores: int, say: Callable[[str], None] = print) -> bool:
    """Run every part, whatever becomes of the others; True where all went well."""
    free, waiting = cores, list(parts)
    running: dict[threading.Thread, Part] = {}
    lock = threading.Lock()

    def tell(line: str) -> None:
        with lock:
            say(line)

    while waiting or running:
        # In their order: one that needs many cores is not overtaken for ever.
        while waiting and (min(waiting[0].cores, cores) <= free):
            part = waiting.pop(0)
            free -= min(part.cores, cores)
            thread = threading.Thread(target=_play, args=(part, tell))
            running[thread] = part
            thread.start()
        for thread in [each for each in running if not each.is_alive()]:
            free += min(running.pop(thread).cores, cores)
        time.sleep(0.1)
    return all(part.is_well for part in parts)


def summary(parts: Sequence[Part]) -> str:
    """A line for every part, then how failures are looked at again."""
    found = [
        f"{'ok' if part.is_well else 'FAILED':<7} {part.name:<10} {part.spent_s:>6.0f} s  {part.last.strip()[:160]}"
        for part in parts
    ]
    for part in parts:
        if not part.is_well:
            found += part.replays or [f"{part.name}: {part.hint or ' '.join(part.command)}"]
    return "\n".join(found)


def _play(part: Part, say: Callable[[str], None]) -> None:
    """Run one part to its end, or to the end of the time that it has."""
    began = time.perf_counter()
    say(f"{part.name:<10} | {' '.join(part.command)}")
    try:
        process = subprocess.Popen(
            list(part.command),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
    except OSError as error:
        part.lines.append(str(error))
        part.status = 127
        return
    timer = threading.Timer(LONGEST_S, os.killpg, (process.pid, signal.SIGKILL))
    timer.start()
    with process:
        assert process.stdout is not None
        for line in process.stdout:
            kept = line.rstrip("\n")
            if len(part.lines) < _KEPT or kept.strip().startswith("replay:"):
                part.lines.append(kept)
            else:
                part.lines[-1] = kept
            say(f"{part.name:<10} | {kept}")
    part.status = process.returncode
    timer.cancel()
    part.spent_s = time.perf_counter() - began
    say(f"{part.name:<10} | {'ok' if part.is_well else 'FAILED'} after {part.spent_s:.0f} s")
