"""A book of single orders: by price, and at one price by arrival."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator

from dragoman.simulate.exchange.working import Working


class Side:
    """One side, best price last in `_keys`; `sizes` are the lots that everybody sees, by ticks."""

    def __init__(self, sign: int) -> None:
        self.sign = sign
        self.sizes: dict[int, int] = {}
        self.changed: dict[int, int] = {}
        """Ticks -> lots that are shown now, of every level that has changed since it was cleared."""
        self.stirred = False
        """Whether a level has changed since triggers were looked at."""
        self._queues: dict[int, dict[int, Working]] = {}
        self._keys: list[int] = []

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def best(self) -> int | None:
        """The best price, where a hidden order may be the only one."""
        return self._keys[-1] * self.sign if self._keys else None

    @property
    def shown(self) -> int | None:
        """The best price that everybody sees."""
        for key in reversed(self._keys):
            if key * self.sign in self.sizes:
                return key * self.sign
        return None

    @property
    def last(self) -> int | None:
        """The price farthest from the market."""
        return self._keys[0] * self.sign if self._keys else None

    def first(self) -> Working:
        """The order that is next to trade."""
        return next(iter(self._queues[self._keys[-1] * self.sign].values()))

    def add(self, order: Working) -> None:
        """At the end of the queue of its price; what it shows of itself is drawn anew."""
        ticks = order.limit
        assert ticks is not None
        queue = self._queues.get(ticks)
        if queue is None:
            queue = self._queues[ticks] = {}
            insort(self._keys, ticks * self.sign)
        queue[order.number] = order
        order.resting = True
        self._draw(order)
        self._show(ticks, order.shown)

    def remove(self, order: Working) -> None:
        """Out of the queue."""
        ticks = order.limit
        assert ticks is not None
        queue = self._queues[ticks]
        del queue[order.number]
        order.resting = False
        self._show(ticks, -order.shown)
        order.shown = 0
        if not queue:
            del self._queues[ticks]
            del self._keys[bisect_left(self._keys, ticks * self.sign)]

    def reduced(self, order: Working, lots: int) -> None:
        """An order at rest has lost lots (`leaves` says what is left): out where none are, behind where its part shown is used up."""
        ticks = order.limit
        assert ticks is not None
        if order.leaves <= 0:
            self.remove(order)
            return
        order.tranche -= lots
        if order.display is not None and order.tranche <= 0:
            queue = self._queues[ticks]
            del queue[order.number]
            queue[order.number] = order
            self._show(ticks, -order.shown)
            self._draw(order)
            self._show(ticks, order.shown)
            return
        before = order.shown
        order.tranche = min(order.tranche, order.leaves)
        order.shown = 0 if order.display == 0 else order.tranche
        self._show(ticks, order.shown - before)

    def resize(self, order: Working, lots: int) -> None:
        """Fewer lots in all, in the same place of the queue."""
        gone = order.leaves - lots
        order.leaves = lots
        hidden = 0 if order.display is None else max(0, lots + gone - order.tranche)
        self.reduced(order, max(0, gone - hidden))

    def orders(self) -> Iterator[Working]:
        """All of them, the next to trade first."""
        for key in reversed(self._keys):
            yield from self._queues[key * self.sign].values()

    def levels(self, depth: int | None = None) -> list[tuple[int, int]]:
        """(ticks, lots shown), best first."""
        return sorted(self.sizes.items(), reverse=self.sign > 0)[:depth]

    @staticmethod
    def _draw(order: Working) -> None:
        order.tranche = min(order.display, order.leaves) if order.display else order.leaves
        order.shown = 0 if order.display == 0 else order.tranche

    def _show(self, ticks: int, lots: int) -> None:
        if not lots:
            return
        shown = self.sizes.get(ticks, 0) + lots
        if shown:
            self.sizes[ticks] = shown
        else:
            del self.sizes[ticks]
        self.changed[ticks] = shown
        self.stirred = True


class Book:
    """Both sides; a price that crosses the other side never rests here."""

    def __init__(self) -> None:
        self.bids = Side(1)
        self.asks = Side(-1)

    def side(self, sign: int) -> Side:
        """Where orders of that sign rest."""
        return self.bids if sign > 0 else self.asks

    def crosses(self, sign: int, limit: int | None) -> bool:
        """Whether an order would trade at once; None takes any price."""
        best = self.side(-sign).best
        return best is not None and (limit is None or best * sign <= limit * sign)

    def reachable(self, sign: int, limit: int | None) -> Iterator[Working]:
        """The orders that one of that sign would trade with, in their order."""
        for order in self.side(-sign).orders():
            if limit is not None and (order.limit or 0) * sign > limit * sign:
                return
            yield order
