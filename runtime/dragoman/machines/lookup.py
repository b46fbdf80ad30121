"""Fields that the wire states once and then refers to by id, as in books whose updates carry an id and no price."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Hashable
from typing import Any

from msgspec import UNSET, Struct

from dragoman.machines.backoff import Backoff
from dragoman.machines.effects import Resubscribe
from dragoman.model import InstrumentId, StreamGap

_SECOND_NS = 1_000_000_000
_CALM_NS = 60 * _SECOND_NS
"""After so long without a break the next one is asked anew for at once."""
_PATIENCE_NS = 30 * _SECOND_NS
"""So long after it was asked for an image has not come, and is asked for again."""
Kept = tuple[object, ...]
"""Values of the kept fields in their declared order; UNSET or None where the wire had none."""


class LookupCounters(Struct):
    missing: int = 0
    dropped: int = 0
    overflows: int = 0
    resyncs: int = 0


class Lookup:
    """Ids are stored per scope (a symbol), because a scope is what is resynced when an id is missing.

    `store_when`: actions whose row states the fields. `drop_on`: actions after which the id is gone. Before the rows
    of a full image call `begin(scope)`. With `resync=False` a row of an unknown id is dropped and counted, nothing more.
    """

    def __init__(
        self,
        *,
        store_when: Collection[Hashable],
        drop_on: Collection[Hashable],
        max_size: int,
        stream: str = "",
        resync: bool = True,
    ) -> None:
        if max_size < 1:
            raise ValueError(f"a lookup needs room for at least one id, got {max_size}")
        self.effects: deque[Resubscribe] = deque()
        self.counters = LookupCounters()
        self.max_size = max_size
        self._store_when = frozenset(store_when)
        self._drop_on = frozenset(drop_on)
        self._scopes: dict[Hashable, dict[Hashable, Kept]] = {}
        self._good_ns: dict[Hashable, int] = {}
        self._broken: set[Hashable] = set()
        self._untold: dict[Hashable, int] = {}
        self._breaks: dict[Hashable, tuple[int, int]] = {}
        self._trusted: set[Hashable] | None = None
        """Scopes whose image came after a message was lost; None while none is, so that every scope is trusted."""
        self._backoff = Backoff(_SECOND_NS, 30 * _SECOND_NS)
        self._last_ns = 0
        self._stream = stream
        self._resync = resync
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def begin(self, scope: Hashable) -> None:
        """A full image of `scope` starts: what was known of it before is void, and a pending resync is answered."""
        self._clear(scope)
        self._broken.discard(scope)
        if self._trusted is not None:
            self._trusted.add(scope)

    def knows(self, scope: Hashable) -> bool:
        """Whether rows of `scope` are understood at present."""
        return scope in self._scopes and scope not in self._broken

    def is_broken(self, scope: Hashable) -> bool:
        """Whether rows of `scope` are dropped until its next full image."""
        return scope in self._broken

    def distrust(self) -> None:
        """A message is lost that may have been about any scope, also the image of one that is not known yet: none is trusted until its next full image."""
        if not self._resync:
            return
        self._trusted = set()
        for scope in list(self._scopes):
            self._untold[scope] = self._good_ns.get(scope, self._last_ns)
            self._void(scope, self._last_ns, "a message is lost")

    def tell(self, now_ns: int, out: list[Any]) -> None:
        """Put out the holes of scopes that broke since without a word."""
        for scope, from_ns in self._untold.items():
            out.append(self._gap(scope, min(from_ns, now_ns), now_ns, "a message is lost"))
        self._untold.clear()

    def spoil(self, scope: Hashable, now_ns: int, out: list[Any]) -> None:
        """A full image of `scope` came without some of its rows: it is none."""
        if self._resync:
            self._break(scope, now_ns, "rows of an image are lost", out)

    def resolve(
        self,
        scope: Hashable,
        row_id: Hashable,
        action: Hashable,
        given: Kept,
        now_ns: int,
        out: list[Any],
    ) -> Kept | None:
        """The kept fields of a row: its own where the wire has them, else the stored ones.

        None where neither has them: the row can't be understood, so the scope reports a hole and is asked for anew, once.
        """
        self._last_ns = now_ns
        if self._trusted is not None and scope not in self._trusted and scope not in self._broken:
            self._break(scope, now_ns, "its image is lost", out)
        if scope in self._broken:
            self.counters.dropped += 1
            if self._resync and now_ns - self._breaks[scope][1] > _PATIENCE_NS:
                self._void(scope, now_ns, "no image came")
            return None
        ids = self._scopes.get(scope)
        stored = None if ids is None else ids.get(row_id)
        if action in self._store_when:
            if stored is None and not self._has_room(scope, now_ns, out):
                return None
            filled = given if stored is None else _filled(given, stored)
            if any(value is UNSET or value is None for value in filled):
                self._miss(scope, row_id, "is stated without its fields", now_ns, out)
                return None
            self._keep(scope, row_id, filled)
            self._good_ns[scope] = now_ns
            return filled
        if ids is None or stored is None:
            self._miss(scope, row_id, "is unknown", now_ns, out)
            return None
        filled = _filled(given, stored)
        if action in self._drop_on:
            del ids[row_id]
            self._size -= 1
        elif filled != stored:
            ids[row_id] = filled
        self._good_ns[scope] = now_ns
        return filled

    def forget(self, scope: Hashable) -> None:
        self._clear(scope)
        self._broken.discard(scope)
        self._untold.pop(scope, None)
        self._breaks.pop(scope, None)

    def on_disconnect(self) -> None:
        """Forget all; the venue states every id anew when it is subscribed again."""
        self._scopes.clear()
        self._good_ns.clear()
        self._broken.clear()
        self._untold.clear()
        self._breaks.clear()
        self._trusted = None
        self.effects.clear()
        self._size = 0

    def _miss(self, scope: Hashable, row_id: Hashable, why: str, now_ns: int, out: list[Any]) -> None:
        self.counters.missing += 1
        if self._resync:
            self._break(scope, now_ns, f"id {str(row_id)[:80]} {why}", out)

    def _has_room(self, scope: Hashable, now_ns: int, out: list[Any]) -> bool:
        if self._size < self.max_size:
            return True
        self.counters.overflows += 1
        self._break(scope, now_ns, f"more than {self.max_size} ids", out)
        return False

    def _keep(self, scope: Hashable, row_id: Hashable, kept: Kept) -> None:
        ids = self._scopes.setdefault(scope, {})
        if row_id not in ids:
            self._size += 1
        ids[row_id] = kept

    def _break(self, scope: Hashable, now_ns: int, reason: str, out: list[Any]) -> None:
        out.append(self._gap(scope, self._good_ns.get(scope, now_ns), now_ns, reason))
        self._void(scope, now_ns, reason)

    def _gap(self, scope: Hashable, from_ns: int, to_ns: int, reason: str) -> StreamGap:
        instrument_id = scope if isinstance(scope, InstrumentId) else None
        stream = self._stream if instrument_id else f"{self._stream}:{scope}"
        return StreamGap(
            stream=stream, reason=reason, from_ns=from_ns, to_ns=to_ns, instrument_id=instrument_id
        )

    def _void(self, scope: Hashable, now_ns: int, reason: str) -> None:
        """Nothing of a scope holds any more, and its image is asked for: at once, more slowly where it breaks again and again."""
        self._clear(scope)
        self._broken.add(scope)
        self.counters.resyncs += 1
        often, last_ns = self._breaks.get(scope, (0, 0))
        often = often if now_ns - last_ns <= _CALM_NS else 0
        due_ns = now_ns + self._backoff.delay_ns(often)
        self._breaks[scope] = (often + 1, due_ns)
        self.effects.append(Resubscribe(scope, due_ns, reason))

    def _clear(self, scope: Hashable) -> None:
        self._size -= len(self._scopes.pop(scope, ()))
        self._good_ns.pop(scope, None)


def _filled(given: Kept, stored: Kept) -> Kept:
    return tuple(
        [old if new is UNSET or new is None else new for new, old in zip(given, stored, strict=True)]
    )
