"""A soak of several parts: what fails hides nothing else, and says how it is taken again."""

from __future__ import annotations

import sys

from tests.soak.parts import Part, run, summary


def _part(name: str, code: str, cores: int = 1) -> Part:
    return Part(name, [sys.executable, "-c", code], cores)


def test_every_part_is_run_whatever_becomes_of_the_others() -> None:
    said: list[str] = []
    broken = _part("broken", "print('seed 7: wrong'); print('  replay: again 7'); print('1 failed'); exit(1)")
    parts = [broken, Part("absent", ["/no/such/program"]), _part("wide", "print('12 held')", cores=8)]
    assert not run(parts, 2, said.append)
    assert [part.status for part in parts] == [1, 127, 0] and "broken     | seed 7: wrong" in said
    told = summary(parts).splitlines()
    assert [line.split()[:2] for line in told[:3]] == [
        ["FAILED", "broken"],
        ["FAILED", "absent"],
        ["ok", "wide"],
    ]
    assert told[2].endswith("12 held") and told[3] == "replay: again 7" and told[4].startswith("absent: ")
    assert run([_part("well", "")], 1, said.append)
