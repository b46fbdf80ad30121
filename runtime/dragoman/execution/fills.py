"""Fills that were told already, whoever tells them again: a stream, a call, or either after a restart."""

from __future__ import annotations

from collections import OrderedDict
from typing import Self

import msgspec

from dragoman.model import FillReport, OrderFilled

_VERSION = 1
Fill = FillReport | OrderFilled


class FillStore:
    """Remembers the last `bound` fills by instrument, order and trade; a trade with oneself is one trade of two orders.

    `to_bytes()` is for the caller to keep over a restart, `from_bytes()` goes on from it. What an adapter has told may still
    wait to be read: who must miss no fill keeps a store of those that were worked on, and gives the next adapter that.
    """

    __slots__ = ("_known", "bound")

    def __init__(self, bound: int = 100_000) -> None:
        if bound < 1:
            raise ValueError(f"a store of fills needs room for at least one, got a bound of {bound}")
        self.bound = bound
        self._known: OrderedDict[str, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, fill: Fill) -> bool:
        return _key(fill) in self._known

    def add(self, fill: Fill) -> bool:
        """Take a fill in; False for one that was here before."""
        key = _key(fill)
        if key in self._known:
            self._known.move_to_end(key)
            return False
        self._known[key] = None
        if len(self._known) > self.bound:
            self._known.popitem(last=False)
        return True

    def forget(self, fill: Fill) -> None:
        """Let a fill be told again, by who could not use it the first time."""
        self._known.pop(_key(fill), None)

    def to_bytes(self) -> bytes:
        """Everything that is remembered, oldest first."""
        return msgspec.msgpack.encode({"version": _VERSION, "bound": self.bound, "fills": list(self._known)})

    @classmethod
    def from_bytes(cls, kept: bytes) -> Self:
        """The store as it was; raises ValueError for bytes of another kind."""
        try:
            found = msgspec.msgpack.decode(kept, type=_Kept)
        except msgspec.DecodeError as error:
            raise ValueError(f"these bytes are no store of fills: {error}") from None
        if found.version != _VERSION:
            raise ValueError(f"these fills were kept by version {found.version}, this one reads {_VERSION}")
        store = cls(found.bound)
        store._known.update(dict.fromkeys(found.fills))
        return store


class _Kept(msgspec.Struct, frozen=True):
    version: int
    bound: int
    fills: list[str]


def _key(fill: Fill) -> str:
    return f"{fill.instrument_id}|{fill.venue_order_id}|{fill.trade_id}"
