"""Order-book changes and images, both ways. The last change of every message carries F_LAST, whatever the venue said.

It carries nothing else: release 1.221.0 knows the end of a message by its flags being F_LAST, not by their holding it. What
the message was is told by the changes before.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from msgspec.structs import replace
from nautilus_trader.model import data as theirs

from dragoman import model
from dragoman.model.book import F_LAST, F_SNAPSHOT, Level, level_rows
from dragoman.nautilus.convert.numbers import Finer, Scale, decimal_from
from dragoman.nautilus.convert.words import BOOK_ACTION, ORDER_SIDE

_ACTIONS, _SIDES = BOOK_ACTION.to, ORDER_SIDE.to
_BUY, _SELL, _NO_SIDE = (
    _SIDES[each] for each in (model.OrderSide.BUY, model.OrderSide.SELL, model.OrderSide.NO_ORDER_SIDE)
)
_ADD, _UPDATE, _DELETE, _CLEAR = (_ACTIONS[each] for each in model.BookAction)
_make = theirs.OrderBookDelta.from_raw
_FAULTS = (ArithmeticError, IndexError, KeyError, TypeError, ValueError)
_LARGEST_ID = 2**64 - 1
_LEVELS = 10


def deltas(scale: Scale, event: model.OrderBookDeltas) -> Any | None:
    """The message's changes, None where it changes nothing; raises BookLevelError as reading its levels does."""
    if event.rows is not None:
        made = [delta(scale, row) for row in event.rows]
        if made and not event.rows[-1].flags & F_LAST:
            made[-1] = delta(scale, event.rows[-1], F_LAST)
    else:
        try:
            made = _made(scale, event)
        except (Finer, *_FAULTS):
            # Reading by level tells what is wrong and where; what isn't wrong has more digits than the instrument.
            made = [delta(scale, row) for row in event.deltas]
    return theirs.OrderBookDeltas(scale.id, made) if made else None


def _made(scale: Scale, event: model.OrderBookDeltas) -> list[Any]:
    """One change a level, made when the next is known: the last one's flags are others."""
    prices, sizes, identity = scale.prices, scale.sizes, scale.id
    price_digits, size_digits = prices.precision, sizes.precision
    is_snapshot, positive = event.is_snapshot, event.level_form.positive
    sequence, ts_event, ts_init = event.sequence, event.ts_event, event.ts_init
    flags = event.flags & ~F_LAST
    present, row = _UPDATE, None
    if is_snapshot:
        flags |= F_SNAPSHOT
        present, row = _ADD, (identity, _CLEAR, _NO_SIDE, 0, price_digits, 0, size_digits, 0)
    made: list[Any] = []
    for side, levels in ((_BUY, event.bids), (_SELL, event.asks)):
        for level in level_rows(levels):
            price, size = prices[level[0]], sizes[level[1]]
            if positive and price <= 0:
                raise ValueError(level)
            if is_snapshot and not size:
                continue
            if row is not None:
                made.append(_make(*row, flags, sequence, ts_event, ts_init))
            action = present if size else _DELETE
            row = (identity, action, side, price, price_digits, size, size_digits, 0)
    if row is not None:
        made.append(_make(*row, F_LAST, sequence, ts_event, ts_init))
    return made


def delta(scale: Scale, row: model.OrderBookDelta, flags: int = 0) -> Any:
    """One change; `flags` are added to its own."""
    # The catalog takes the digits of a file from its first row, which may be one without a price.
    prices, sizes = scale.prices, scale.sizes
    price_digits, size_digits = prices.precision, sizes.precision
    try:
        price = 0 if row.price is None else prices[row.price]
        size = 0 if row.size is None else sizes[row.size]
    except Finer:
        price = size = 0
        if row.price is not None:
            price_digits, (price,) = prices.fit(row.price)
        if row.size is not None:
            size_digits, (size,) = sizes.fit(row.size)
    flags |= row.flags
    return _make(
        scale.id,
        _ACTIONS[row.action],
        _SIDES[row.side],
        price,
        price_digits,
        size,
        size_digits,
        order_id(row.order_id),
        F_LAST if flags & F_LAST else flags,
        row.sequence,
        row.ts_event,
        row.ts_init,
    )


def order_id(identity: int | str) -> int:
    """The id as the 64 bits that NautilusTrader keeps; one that isn't such a number becomes 64 bits of its digest."""
    if type(identity) is str and identity.isascii() and identity.isdecimal():
        identity = int(identity)
    if type(identity) is int and 0 <= identity <= _LARGEST_ID:
        return identity
    return int.from_bytes(blake2b(str(identity).encode(), digest_size=8).digest())


def deltas_from(found: Any, name: str) -> model.OrderBookDeltas:
    """The message with its changes as explicit rows."""
    rows = tuple(delta_from(each, name) for each in found.deltas)
    is_snapshot = bool(found.is_snapshot)
    last = rows[-1]
    if len(rows) > 1:
        last = replace(last, flags=last.flags | rows[0].flags)
        rows = (*rows[:-1], last)
    return model.OrderBookDeltas(
        model.InstrumentId(name),
        (),
        (),
        is_snapshot,
        found.sequence,
        last.flags,
        found.ts_event,
        found.ts_init,
        rows,
    )


def delta_from(found: Any, name: str) -> model.OrderBookDelta:
    action, order = BOOK_ACTION.back(found.action), found.order
    named = order.order_id != 0
    bare = named and action is model.BookAction.DELETE and not order.price.raw and not order.size.raw
    empty = action is model.BookAction.CLEAR or bare
    return model.OrderBookDelta(
        model.InstrumentId(name),
        action,
        ORDER_SIDE.back(order.side),
        None if empty else decimal_from(order.price),
        None if empty else decimal_from(order.size),
        order.order_id,
        found.flags,
        found.sequence,
        found.ts_event,
        found.ts_init,
    )


def depth(scale: Scale, event: model.OrderBookDepth10) -> Any:
    """Ten levels a side, missing ones empty; a count of zero is one that the venue doesn't say."""
    bids, bid_counts = _side(scale, _BUY, event.bid_levels, event.bid_counts)
    asks, ask_counts = _side(scale, _SELL, event.ask_levels, event.ask_counts)
    return theirs.OrderBookDepth10(
        scale.id,
        bids,
        asks,
        bid_counts,
        ask_counts,
        event.flags | F_LAST,
        event.sequence,
        event.ts_event,
        event.ts_init,
    )


def _side(scale: Scale, side: Any, levels: Any, counts: Any) -> tuple[list[Any], list[int]]:
    best = levels[:_LEVELS]
    orders = [theirs.BookOrder(side, scale.price(price), scale.quantity(size), 0) for price, size in best]
    missing = _LEVELS - len(orders)
    said = [*counts[: len(orders)]]
    return orders + [theirs.NULL_ORDER] * missing, said + [0] * (_LEVELS - len(said))


def depth_from(found: Any, name: str) -> model.OrderBookDepth10:
    bids, bid_counts = _side_from(found.bids, found.bid_counts)
    asks, ask_counts = _side_from(found.asks, found.ask_counts)
    return model.OrderBookDepth10(
        model.InstrumentId(name),
        bids,
        asks,
        bid_counts,
        ask_counts,
        found.flags,
        found.sequence,
        found.ts_event,
        found.ts_init,
    )


def _side_from(orders: Any, counts: Any) -> tuple[list[Level], list[int]]:
    # An empty level has no side here and one in what a catalog gives.
    kept = [each for each in orders if each.size.raw]
    levels: list[Level] = [(decimal_from(each.price), decimal_from(each.size)) for each in kept]
    said = [int(each) for each in counts[: len(kept)]]
    return levels, said if any(said) else []
