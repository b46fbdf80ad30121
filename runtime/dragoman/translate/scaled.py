"""Factors of instruments that sizes are counted by, and what they make of whole numbers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from dragoman.model import InstrumentId
from dragoman.model.decimals import MOST_REMEMBERED
from dragoman.remembered import Remembered
from dragoman.translate.functions import multiply
from dragoman.translate.reads import not_negative

_MOST_FACTORS = 1 << 8
_MOST_INSTRUMENTS = 1 << 20


class Scaled(Remembered[int, Decimal]):
    """Whole numbers, zero or above, -> so many times a factor; remembered, since sizes are mostly round."""

    __slots__ = ("factor",)

    most = MOST_REMEMBERED

    def __init__(self, factor: Decimal) -> None:
        super().__init__()
        self.factor = factor

    def __missing__(self, number: int) -> Decimal:
        return self.keep(number, multiply(not_negative(Decimal(number)), self.factor))


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


class Scales(Remembered[InstrumentId, Scaled]):
    """Instrument -> what its factor makes of whole numbers."""

    __slots__ = ("factor_of",)

    most = _MOST_INSTRUMENTS

    def __init__(self, factor_of: Callable[[InstrumentId], Decimal]) -> None:
        super().__init__()
        self.factor_of = factor_of

    def __missing__(self, instrument_id: InstrumentId) -> Scaled:
        return self.keep(instrument_id, scaled(self.factor_of(instrument_id)))


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
