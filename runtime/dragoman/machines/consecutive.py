"""Streams whose ids follow one another: what is missing is told, what was told before is left out."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from dragoman.model.market import StreamGap


class Consecutive:
    """The last id of every key; a key that made room, and every key after a break, begins anew with its next id.

    An id up to `restart` behind the last one is older and was told before, one further behind begins a new count.
    """

    __slots__ = ("_last", "_max_keys", "_passes_older", "_restart", "_stream", "older")

    def __init__(self, *, stream: str, restart: int, max_keys: int, passes_older: bool = False) -> None:
        self.older = 0
        """How many events came with an id that was not new."""
        self._stream = stream
        self._restart = restart
        self._max_keys = max_keys
        self._passes_older = passes_older
        self._last: dict[Hashable, tuple[int, int]] = {}

    def on_event(self, key: Hashable, number: int, event: Any, out: list[Any]) -> None:
        """Put out an event, after a StreamGap where ids before it are missing; one that is not new is left out unless it may pass."""
        last = self._last.get(key)
        if last is None:
            if len(self._last) >= self._max_keys:
                del self._last[next(iter(self._last))]
        elif number != last[0] + 1:
            behind = last[0] - number
            if 0 <= behind <= self._restart:
                self.older += 1
                if self._passes_older:
                    out.append(event)
                return
            reason = (
                f"{_counted(-behind - 1)} missing between {last[0]} and {number}"
                if behind < 0
                else f"ids begin anew at {number} after {last[0]}"
            )
            out.append(
                StreamGap(
                    stream=self._stream,
                    instrument_id=getattr(event, "instrument_id", None),
                    reason=reason,
                    from_ns=min(last[1], event.ts_init),
                    to_ns=event.ts_init,
                )
            )
        self._last[key] = (number, event.ts_init)
        out.append(event)

    def on_disconnect(self) -> None:
        """The next id of every key is a first one: what a break swallowed is told as the hole of its topic."""
        self._last.clear()


def _counted(ids: int) -> str:
    return "1 id is" if ids == 1 else f"{ids} ids are"
