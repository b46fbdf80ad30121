"""Black over what is printed, on every core while the rest is still being printed: formatting costs more than all else."""

from __future__ import annotations

import ast
import gc
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain

import black
from black.mode import TargetVersion

from dragoman_generator.emit.folding import LINE_LENGTH, parts

WORTH_SHARING = 200_000
"""Characters from which several processes format sooner than one."""
_MODE = black.Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})


def formatted(printed: Iterable[tuple[str, str]]) -> dict[str, str]:
    """(name, source) pairs as name -> formatted source, in their order; the largest files are best printed first."""
    alone = (os.cpu_count() or 1) == 1
    held: list[tuple[str, str]] = []
    rest = iter(printed)
    for each in rest:
        held.append(each)
        if not alone and sum(len(source) for _, source in held) >= WORTH_SHARING:
            return _shared(chain(held, rest))
    return {name: format_source(source) for name, source in held}


def _shared(printed: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Each file goes to a process of its own as soon as it is printed."""
    with ProcessPoolExecutor(os.cpu_count(), initializer=gc.disable) as pool:
        waiting = {name: pool.submit(format_source, source) for name, source in printed}
        return {name: done.result() for name, done in waiting.items()}


def format_source(source: str) -> str:
    """Parsed first, so that a fault of a template is told as itself; then black.

    It reads again what it has changed, so functions and classes are given to it one by one, laid out as it wants them.
    """
    ast.parse(source)
    return "\n\n".join(black.format_str(part, mode=_MODE) for part in parts(source))
