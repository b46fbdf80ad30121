"""Rows that name a book's levels by id, as generated emit functions see them: filled rows in, one book event a scope out."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from dragoman.machines import Lookup, Resubscribe
from dragoman.model import BookAction, OrderBookDelta, OrderBookDeltas, OrderSide
from dragoman.model.book import F_LAST, F_SNAPSHOT

_NOTHING = Decimal(0)
# A member of an enum is slow to look up on its class.
_BUY, _DELETE = OrderSide.BUY, BookAction.DELETE


class Lookups:
    """The machine of one channel: `begin` a message, `fill` and `add` its rows, `end` it.

    Changes of a book come out as one event for each instrument; a scope with a hole reports it and stays silent until its
    next full image.
    """

    def __init__(self, *, stream: str, max_size: int, resync: bool = True) -> None:
        self.machine = Lookup(
            store_when=("store",), drop_on=("drop",), max_size=max_size, stream=stream, resync=resync
        )
        self._is_image = False
        self._is_lossy = False
        """Whether rows of the message that is about to begin are lost."""
        self._now_ns = 0
        self._begun: set[Hashable] = set()
        self._changes: dict[Hashable, list[OrderBookDelta]] = {}

    @property
    def effects(self) -> deque[Resubscribe]:
        """Which scopes have to be subscribed anew."""
        return self.machine.effects

    def knows(self, scope: Hashable) -> bool:
        """Whether an image of the scope has come, and nothing has been lost since."""
        return self.machine.knows(scope)

    def lose_row(self) -> None:
        """A row of the message that is about to begin could not be read, whosever it was."""
        self._is_lossy = True
        self.machine.distrust()

    def lose_message(self) -> None:
        """A message could not be read, or nobody can tell of what it was."""
        self._is_lossy = False
        self.machine.distrust()

    def begin(self, is_image: bool) -> None:
        """A message starts; the rows of a full image void what was known of their scopes."""
        self._is_image = is_image
        self._begun.clear()
        self._changes.clear()

    def fill(
        self,
        scope: Hashable,
        row_id: Hashable,
        given: tuple[object, ...],
        *,
        stores: bool,
        drops: bool,
        now_ns: int,
        out: list[Any],
    ) -> Any:
        """The kept fields of a row in their declared order, or None where the row has to be skipped."""
        if self._is_image and scope not in self._begun:
            self._begun.add(scope)
            self.machine.begin(scope)
            if self._is_lossy:
                self.machine.spoil(scope, now_ns, out)
        self._now_ns = now_ns
        action = "store" if stores else "drop" if drops else ""
        return self.machine.resolve(scope, row_id, action, given, now_ns, out)

    def add(self, row: OrderBookDelta) -> None:
        """Take one change of a book."""
        self._changes.setdefault(row.instrument_id, []).append(row)

    def end(self, out: list[Any]) -> None:
        """The message is over: put its changes out, after the holes that nobody was told of."""
        self.machine.tell(self._now_ns, out)
        self._is_lossy = False
        for instrument_id, rows in self._changes.items():
            if not self.machine.is_broken(instrument_id):
                out.append(_event(rows, self._is_image))
        self._changes.clear()

    def on_disconnect(self) -> None:
        """Forget all; the venue states every id anew when it is subscribed again."""
        self.machine.on_disconnect()


def _event(rows: list[OrderBookDelta], is_image: bool) -> OrderBookDeltas:
    """Levels where the rows speak of prices, the rows themselves where they speak of orders."""
    last = rows[-1]
    bids: list[tuple[Any, Any]] = []
    asks: list[tuple[Any, Any]] = []
    explicit: tuple[OrderBookDelta, ...] | None = None
    for row in rows:
        if row.order_id:
            explicit = _flagged(rows, is_image)
            break
    else:
        for row in rows:
            side = bids if row.side is _BUY else asks
            side.append((row.price, _NOTHING if row.action is _DELETE else row.size))
    return OrderBookDeltas(
        last.instrument_id,
        bids,
        asks,
        is_image,
        last.sequence,
        0,
        last.ts_event,
        last.ts_init,
        explicit,
    )


def _flagged(rows: list[OrderBookDelta], is_image: bool) -> tuple[OrderBookDelta, ...]:
    """The rows with a clear before them where they are a whole book, and the last one marked."""
    if not is_image:
        *before, last = rows
        return (*before, replace(last, flags=last.flags | F_LAST))
    flags = F_SNAPSHOT
    found = [replace(row, flags=row.flags | flags) for row in rows]
    found.insert(
        0,
        replace(
            rows[0],
            action=BookAction.CLEAR,
            side=OrderSide.NO_ORDER_SIDE,
            price=None,
            size=None,
            order_id=0,
            flags=flags,
        ),
    )
    found[-1] = replace(found[-1], flags=found[-1].flags | F_LAST)
    return tuple(found)
