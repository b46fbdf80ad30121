"""Books that a venue tells level by level, each level under a number: images and changes as messages of one kind of change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from dragoman.errors import DragomanError
from dragoman.model import BookAction, OrderBookDelta, OrderBookDeltas, OrderSide
from dragoman.simulate.backwards import Backwards, Told
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.line import Line
from dragoman.translate.translator import Translator

IMAGE = "IMAGE"
_CHANGES = (BookAction.DELETE, BookAction.UPDATE, BookAction.ADD)
Levels = dict[tuple[OrderSide, Decimal], Decimal]


class LevelBook:
    """How one channel tells images, new, changed and removed levels; found by trying, for one product.

    Raises NotInvertible where no values of what decides tell them apart.
    """

    def __init__(
        self, backwards: Backwards, translator_type: type[Translator], channel: str, line: Line, told: Told
    ) -> None:
        self.backwards = backwards
        self.channel = channel
        self._decided: dict[str, tuple[Any, ...]] = {}
        self._translator_type = translator_type
        price = line.instrument.price_increment * 1_000
        size = line.instrument.size_increment
        before = [_row(line, BookAction.ADD, OrderSide.BUY, price, size, told)]
        self._decided[IMAGE] = self._found(line, IMAGE, [], before, told)
        image = self.backwards.said(channel, before, told, self._decided[IMAGE])
        for action in _CHANGES:
            moved = price if action is not BookAction.ADD else price * 2
            left = Decimal(0) if action is BookAction.DELETE else size * 2
            row = _row(line, action, OrderSide.BUY, moved, left, told)
            self._decided[action] = self._found(line, action, [image], [row], told)

    def image(self, line: Line, told: Told) -> tuple[bytes, Levels]:
        """The message of a whole book, and the levels that it tells."""
        levels = _levels(line.image(told.ts_init))
        rows = [_row(line, BookAction.ADD, side, price, size, told) for (side, price), size in levels.items()]
        return self.backwards.said(self.channel, rows, told, self._decided[IMAGE]), levels

    def changes(self, line: Line, event: OrderBookDeltas, before: Levels, told: Told) -> list[bytes]:
        """The messages of a change to a book of these levels, which are brought up to date."""
        rows: dict[BookAction, list[OrderBookDelta]] = {action: [] for action in _CHANGES}
        for (side, price), size in _levels(event).items():
            known = (side, price) in before
            if not size and not known:
                continue
            action = BookAction.DELETE if not size else BookAction.UPDATE if known else BookAction.ADD
            rows[action].append(_row(line, action, side, price, size, told))
            if size:
                before[side, price] = size
            else:
                del before[side, price]
        return [
            self.backwards.said(self.channel, found, told, self._decided[action])
            for action, found in rows.items()
            if found
        ]

    def _found(
        self,
        line: Line,
        what: str,
        earlier: Sequence[bytes],
        rows: Sequence[OrderBookDelta],
        told: Told,
    ) -> tuple[Any, ...]:
        """Values of what decides with which a message means these rows after earlier ones."""
        for decided in self.backwards.tries(self.channel):
            try:
                frame = self.backwards.said(self.channel, rows, told, decided)
                got = self._read(line, [*earlier, frame], told)
            except DragomanError:
                continue
            last = got[-1] if len(got) == len(earlier) + 1 else None
            if not isinstance(last, OrderBookDeltas) or last.is_snapshot is not (what == IMAGE):
                continue
            read = [row for row in last.rows or () if row.action is not BookAction.CLEAR]
            if [_meaning(row) for row in read] == [_meaning(row) for row in rows]:
                return decided
        raise NotInvertible(
            self.backwards.venue, self.channel, "", f"nothing of what decides tells a level that is {what}"
        )

    def _read(self, line: Line, frames: Sequence[bytes], told: Told) -> list[Any]:
        translator = self._translator_type(instruments=[line.instrument], synced=True)
        source = next(
            each.source
            for each in translator.tables.connections
            if any(channel.name == self.channel for channel in each.channels)
        )
        feed = translator.stream(source, product=told.product)
        return [event for frame in frames for event in feed(frame, told.ts_init)]


def _levels(event: OrderBookDeltas) -> Levels:
    found: Levels = {}
    for side, levels in ((OrderSide.BUY, event.bid_levels), (OrderSide.SELL, event.ask_levels)):
        found |= {(side, price): size for price, size in levels}
    return found


def _row(
    line: Line, action: BookAction, side: OrderSide, price: Decimal, size: Decimal, told: Told
) -> OrderBookDelta:
    """A level; its number says side and price, so that it stays the same for as long as the level does."""
    number = 2 * int(price / line.instrument.price_increment) + (side is OrderSide.SELL)
    return OrderBookDelta(
        line.instrument_id, action, side, price, size, number, 0, 0, told.ts_init, told.ts_init
    )


def _meaning(row: OrderBookDelta) -> Mapping[str, Any]:
    size = Decimal(0) if row.action is BookAction.DELETE else row.size
    return {"action": row.action, "side": row.side, "price": row.price, "size": size, "id": row.order_id}
