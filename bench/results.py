"""What was measured, as pyperf keeps it: for tables of ratios, and for files that `python -m pyperf compare_to` holds side by side."""

from pathlib import Path
from statistics import median

from pyperf import Benchmark, BenchmarkSuite, Run

_NS_PER_S = 1e9
_RESTLESS = 0.1
"""A spread of more than such a part of the mean is one that pyperf warns of."""


class Measured:
    """The sides of one row of a table (`floor`, `ours`, a peer), each with a value a round."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sides: dict[str, Benchmark] = {}

    def add(self, side: str, ns: float, messages: int = 1) -> None:
        """Nanoseconds of one message, of so many that were timed together."""
        run = Run([ns / _NS_PER_S], metadata={"name": f"{self.name}, {side}", "loops": messages})
        if side in self.sides:
            self.sides[side].add_run(run)
        else:
            self.sides[side] = Benchmark([run])

    def ns(self, side: str) -> float:
        """Median of the rounds, in nanoseconds."""
        return float(self.sides[side].median()) * _NS_PER_S

    def ratio(self, over: str, under: str) -> float:
        """Median of the rounds' ratios: what else the machine did in a round weighed on both sides of it."""
        rounds = zip(self.sides[over].get_values(), self.sides[under].get_values(), strict=True)
        return float(median(a / b for a, b in rounds))

    def is_restless(self) -> bool:
        """Whether a side's values differ so much from round to round that they say little."""
        sides = self.sides.values()
        return any(each.get_nvalue() > 1 and each.stdev() > _RESTLESS * each.mean() for each in sides)


def write(measured: list[Measured], path: Path) -> None:
    """A file that pyperf reads, with the facts of this machine; replaces one that is there."""
    BenchmarkSuite([side for each in measured for side in each.sides.values()]).dump(str(path), replace=True)
