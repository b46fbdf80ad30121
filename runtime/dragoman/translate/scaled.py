"""Factors of instruments that sizes are counted by, and what they make of whole numbers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from dragoman.model import InstrumentId
from dragoman.model.decimals import MOST_REMEMBERED
from dragoman.translate.functions import multiply
from dragoman.translate.reads import not_negative

_MOST_FACTORS = 1 << 8


class Scaled(dict[int, Decimal]):
    """Whole numbers, zero or above, -> so many times a factor; remembered, since sizes are mostly round."""

    __slots__ = ("factor", "known")

    def __init__(self, factor: Decimal) -> None:
        super().__init__()
        self.factor = factor
        self.known: dict[int, Decimal] = {}
        """The same for whoever looks for many: a plain dict is looked up in at a third of the price."""

    def __missing__(self, number: int) -> Decimal:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
            self.known.clear()
        found = self[number] = self.known[number] = multiply(not_negative(Decimal(number)), self.factor)
        return found


_made: dict[str, Scaled] = {}


def scaled(factor: Decimal) -> Scaled:
    """What a factor makes of whole numbers, which is the same for every instrument and every translator."""
    spelled = str(factor)  # 1 and 1.0 are equal, and make other decimals
    found = _made.get(spelled)
    if found is None:
        found = Scaled(factor)
        if len(_made) < _MOST_FACTORS:
            _made[spelled] = found
    return found


class Scales(dict[InstrumentId, Scaled]):
    """Instrument -> what its factor makes of whole numbers."""

    __slots__ = ("factor_of",)

    def __init__(self, factor_of: Callable[[InstrumentId], Decimal]) -> None:
        super().__init__()
        self.factor_of = factor_of

    def __missing__(self, instrument_id: InstrumentId) -> Scaled:
        found = self[instrument_id] = scaled(self.factor_of(instrument_id))
        return found


class Factors(dict[tuple[str, str, object], Decimal]):
    """(instrument, name of its factor, what tells where it is one without an instrument) -> the factor."""

    __slots__ = ("scales",)

    def __init__(self) -> None:
        super().__init__()
        self.scales: dict[tuple[str, object], Scales] = {}

    def clear(self) -> None:
        """Forget all of them; what was made of them is made again."""
        super().clear()
        for each in self.scales.values():
            each.clear()
