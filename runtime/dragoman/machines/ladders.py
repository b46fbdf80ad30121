"""The price ladders of one child of a market image."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import Any, Literal

from msgspec import Struct

Row = Sequence[Any]
Change = tuple[Decimal, Decimal]
"""(price, size); size zero means that the price is gone."""

_ZERO = Decimal(0)
# The context of a thread rounds to 28 digits without a word.
subtract = Context(prec=400, traps=[Inexact, InvalidOperation]).subtract


class LadderRule(Struct, frozen=True):
    """How a ladder's rows are keyed and what their sizes mean.

    by price: rows end in price, size. by level: rows end in level, price, size. `cumulative` sizes are running totals.
    """

    by: Literal["price", "level"] = "price"
    cumulative: bool = False


def _decimal(value: Any) -> Decimal:
    return value if type(value) is Decimal else Decimal(value)


class PriceLadder:
    """Rows keyed by price: a row is its own change. Prices that are gone may stay with size zero until `purge`."""

    __slots__ = ("sizes",)

    def __init__(self) -> None:
        self.sizes: dict[Decimal, Decimal] = {}

    def __len__(self) -> int:
        return len(self.sizes)

    def apply(self, rows: Iterable[Row]) -> Sequence[Change]:
        """Take rows in; all of them come back as changes in their order, also deletions of prices never seen.

        Rows of exactly two decimals are taken in one step, and come back as they are.
        """
        sizes = self.sizes
        if type(rows) is list and rows and len(rows[0]) == 2 and type(rows[0][0]) is Decimal:
            try:
                sizes.update(rows)
                return rows
            except ValueError:
                pass  # a row of another length; the way below takes the last two items of each
        changes: list[Change] = []
        for row in rows:
            price, size = _decimal(row[-2]), _decimal(row[-1])
            if size:
                sizes[price] = size
            else:
                sizes.pop(price, None)
            changes.append((price, size))
        return changes

    def purge(self) -> None:
        """Forget the prices that are gone."""
        self.sizes = {price: size for price, size in self.sizes.items() if size}

    def add_up(self, rows: Iterable[Row]) -> list[Change]:
        """For running totals: the increase at each price, where there is one; a total that fell is taken without a change."""
        totals = self.sizes
        increases: list[Change] = []
        for row in rows:
            price, total = _decimal(row[-2]), _decimal(row[-1])
            increase = subtract(total, totals.get(price, _ZERO))
            totals[price] = total
            if increase > 0:
                increases.append((price, increase))
        return increases


class LevelLadder:
    """Rows keyed by level: what a row means for prices depends on the rows that were there before."""

    __slots__ = ("levels",)

    def __init__(self) -> None:
        self.levels: dict[int, Change] = {}

    def __len__(self) -> int:
        return len(self.levels)

    @property
    def sizes(self) -> dict[Decimal, Decimal]:
        """Size by price, best level first; the better level counts where two levels show one price."""
        shown: dict[Decimal, Decimal] = {}
        for _, (price, size) in sorted(self.levels.items()):
            shown.setdefault(price, size)
        return shown

    def apply(self, rows: Iterable[Row]) -> Sequence[Change]:
        """Take rows in; the changes are by price, deletions first, and none where the prices shown stay the same."""
        before = self.sizes
        for row in rows:
            level, price, size = int(row[-3]), _decimal(row[-2]), _decimal(row[-1])
            if size:
                self.levels[level] = (price, size)
            else:
                self.levels.pop(level, None)
        after = self.sizes
        gone = [(price, _ZERO) for price in before if price not in after]
        return gone + [(price, size) for price, size in after.items() if before.get(price) != size]
