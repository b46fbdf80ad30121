"""Streams of one client: each runs as a task until it is stopped, and hands over what NautilusTrader understands."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Callable
from typing import Any, TypeAlias

from msgspec.structs import replace

from dragoman.errors import BookError, BookLevelError, DragomanError
from dragoman.model import OrderBookDeltas, StreamGap
from dragoman.nautilus.depths import depth_maker
from dragoman.nautilus.link import Link

Key: TypeAlias = tuple[type, str, str]
"""(type, instrument, bar type or "")"""

_GAPS_KEPT = 256
_TOLD_EVERY = 1_000


class Streams:
    """What a client follows; `hand_over` gets each converted object, `log` is the client's."""

    def __init__(self, link: Link, hand_over: Callable[[Any], None], log: Any) -> None:
        self._link = link
        self._hand_over = hand_over
        self._log = log
        self._running: dict[Key, asyncio.Task[None]] = {}
        self._gaps: deque[StreamGap] = deque(maxlen=_GAPS_KEPT)
        self._failures: Counter[str] = Counter()

    async def start(self, kind: type, name: str, params: dict[str, Any], made_of: type | None = None) -> None:
        """Follow a type of one instrument, by Dragoman's id; returns once the venue confirmed, or raises why it did not.

        made_of: OrderBookDeltas where depths are made of them.
        """
        key = (kind, name, params.get("bar_type", ""))
        if key in self._running:
            return
        confirmed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        task = asyncio.create_task(
            self._follow(key, params, confirmed, made_of or kind), name=f"{kind.__name__} {name}"
        )
        self._running[key] = task
        try:
            await asyncio.shield(confirmed)
        except asyncio.CancelledError:
            await self.stop(*key)
            raise

    async def stop(self, kind: type, name: str, bar_type: str = "") -> None:
        """Follow it no longer; what isn't followed is none of its concern."""
        task = self._running.pop((kind, name, bar_type), None)
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def close(self) -> None:
        """Stop everything."""
        tasks = list(self._running.values())
        self._running.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _follow(
        self, key: Key, params: dict[str, Any], confirmed: asyncio.Future[None], source: type
    ) -> None:
        kind, name, bar_type = key
        adapter = self._link.adapter
        made_of = None if source is kind else depth_maker(name)
        convert, hand_over = self._link.converter.to_nautilus, self._hand_over

        last_ns = 0

        def take(event: Any) -> None:
            nonlocal last_ns
            try:
                if type(event) is StreamGap:
                    self._gap(event)
                    return
                if bar_type and event.bar_type != bar_type:
                    return  # another stream of the same instrument follows those
                if made_of is not None and (event := made_of(event)) is None:
                    return
                if event.ts_init >= last_ns:
                    last_ns = event.ts_init
                else:
                    # A whole book is stamped when it is asked for; here it comes after what came meanwhile, and a catalog
                    # that is sorted by this time has to give it there.
                    event = stamped(event, last_ns)
                made = convert(event)
                if made is not None:
                    hand_over(made)
            except (BookError, BookLevelError) as error:
                self._failed(kind, name, error)
                raise  # the book is begun anew
            except Exception as error:
                self._failed(kind, name, error)

        try:
            async with adapter.subscription(source, name, into=take, **params) as consumer:
                confirmed.set_result(None)
                async for _ in consumer:
                    raise AssertionError("a direct consumer has nothing to read")
            self._log.info(f"{kind.__name__} of {name}: the stream has ended")
        except Exception as error:
            if not confirmed.done():
                confirmed.set_exception(error)
            else:
                self._log.error(f"{kind.__name__} of {name} is over: {type(error).__name__}: {error}")
        finally:
            if not confirmed.done():
                confirmed.cancel()
            if self._running.get(key) is asyncio.current_task():
                del self._running[key]

    def _gap(self, gap: StreamGap) -> None:
        """A hole is told once, however many streams it broke."""
        if gap in self._gaps:
            return
        self._gaps.append(gap)
        about = f" of {gap.instrument_id}" if gap.instrument_id else ""
        self._log.warning(f"gap in {gap.stream}{about}: {gap.reason}")
        self._hand_over(self._link.converter.to_nautilus(gap))

    def _failed(self, kind: type, name: str, error: Exception) -> None:
        """A row that can't be said costs itself alone; the first of a kind is told, and then every thousandth."""
        what = f"{kind.__name__} of {name}: {type(error).__name__}"
        count = self._failures[what]
        self._failures[what] += 1
        if count % _TOLD_EVERY == 0:
            told = str(error) if isinstance(error, DragomanError) else repr(error)
            more = f" ({count} more before)" if count else ""
            self._log.warning(f"{what}: {told}{more}")


def stamped(event: Any, ts_init: int) -> Any:
    """The event as if it had come at this moment, with the changes that it holds."""
    rows = getattr(event, "rows", None)
    if isinstance(event, OrderBookDeltas) and rows is not None:
        return replace(event, ts_init=ts_init, rows=tuple(replace(row, ts_init=ts_init) for row in rows))
    return replace(event, ts_init=ts_init)
