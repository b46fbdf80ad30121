"""Book changes that come record by record, gathered to the events that the venue means."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from dragoman.model import OrderBookDelta, OrderBookDeltas, StreamGap


class _Waiting:
    __slots__ = ("is_image", "rows")

    def __init__(self) -> None:
        self.rows: list[OrderBookDelta] = []
        self.is_image = False


class Gather:
    """`add` every change, `end` after every record; an event goes out with its last record.

    Records of an image are held until the first record behind it comes, because only that says that the image is whole.
    """

    def __init__(self, *, stream: str, max_rows: int = 1_000_000) -> None:
        self._stream = stream
        self._max = max_rows
        self._waiting: dict[Hashable, _Waiting] = {}
        self.overflows = 0

    def __len__(self) -> int:
        return sum(len(waiting.rows) for waiting in self._waiting.values())

    def add(self, key: Hashable, row: OrderBookDelta, is_image: bool, out: list[Any]) -> None:
        """Take one change of `key`; `is_image` for a record of a full book."""
        waiting = self._waiting.get(key)
        if waiting is None:
            waiting = self._waiting[key] = _Waiting()
        if waiting.is_image and not is_image:
            self._put_out(key, out)
            waiting = self._waiting[key] = _Waiting()
        waiting.is_image = is_image
        waiting.rows.append(row)
        if len(waiting.rows) > self._max:
            self.overflows += 1
            del self._waiting[key]
            why = f"an event of more than {self._max} changes"
            out.append(
                StreamGap(
                    stream=self._stream,
                    reason=why,
                    from_ns=row.ts_event,
                    to_ns=row.ts_event,
                    instrument_id=row.instrument_id,
                )
            )

    def end(self, key: Hashable, is_last: bool, out: list[Any]) -> None:
        """After every record of `key`, also those that change no book: put the event out where it was the last."""
        if is_last:
            waiting = self._waiting.get(key)
            if waiting is not None and not waiting.is_image:
                self._put_out(key, out)

    def flush(self, out: list[Any]) -> None:
        """The input ended: what waits for more is all there will be."""
        for key in list(self._waiting):
            self._put_out(key, out)

    def reset(self) -> None:
        """Forget what waits, as after a disconnect."""
        self._waiting.clear()

    def _put_out(self, key: Hashable, out: list[Any]) -> None:
        waiting = self._waiting.pop(key)
        last = waiting.rows[-1]
        out.append(
            OrderBookDeltas(
                last.instrument_id,
                (),
                (),
                waiting.is_image,
                last.sequence,
                last.flags,
                last.ts_event,
                last.ts_init,
                tuple(waiting.rows),
            )
        )
