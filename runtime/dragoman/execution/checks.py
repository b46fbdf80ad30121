"""What an account's streams lost without a sign: found by asking now and then, told as a hole, mended by new connections."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from dragoman.errors import DragomanError
from dragoman.log import Log
from dragoman.model import FillReport, OrderStatusReport, StreamGap
from dragoman.net.backend import NS_PER_SECOND, Clock

log = Log("dragoman.execution")

EVERY_NS = 60 * NS_PER_SECOND
"""How long a loss that nothing shows may stay unknown, beside the time that the calls take."""
GRACE_NS = 10 * NS_PER_SECOND
"""So long after an answer has told it a stream may still come to tell the same."""
_MOST_HOLES = 64
STREAM = "account"
LOST = "calls tell what the streams did not"


class Checks:
    """Asks every `every_ns` (None: never) how things stand, and holds what came of calls against what streams tell.

    check: asks for what happened since a time; is_live: whether every private connection is up; ahead_ns: how far the venue's
    clock is ahead of ours; on_loss: told the hole.
    """

    def __init__(
        self,
        clock: Clock,
        every_ns: int | None,
        *,
        check: Callable[[int], Awaitable[None]],
        is_live: Callable[[], bool],
        ahead_ns: Callable[[], int],
        on_loss: Callable[[StreamGap], None],
        on_error: Callable[[DragomanError], None],
    ) -> None:
        self._clock = clock
        self._every_ns = every_ns
        self._check = check
        self._is_live = is_live
        self._ahead_ns = ahead_ns
        self._on_loss = on_loss
        self._on_error = on_error
        self._began_ns = 0
        self._good_ns = 0
        """Until here calls have told nothing that streams had not."""
        self._asked_ns = 0
        self._news: dict[tuple[str, ...], _News] = {}
        """What calls told first."""
        self._holes: deque[StreamGap] = deque(maxlen=_MOST_HOLES)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin when the first one listens, from whom on nothing may be missed."""
        if self._task is None and self._every_ns is not None:
            self._began_ns = self._good_ns = self._asked_ns = self._clock.now_ns()
            self._task = asyncio.get_running_loop().create_task(self._run(self._every_ns))

    async def close(self) -> None:
        """Ask no more, and wait until the task is gone."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    # -- who tells what ------------------------------------------------------------------------------------------------

    def found(self, event: OrderStatusReport | FillReport) -> None:
        """A call told what no stream had; what happened since somebody listens has a while to come by one."""
        moment_ns = event.ts_event if isinstance(event, FillReport) else event.ts_last
        moment_ns -= self._ahead_ns()
        if self._task is not None and moment_ns >= self._began_ns:
            found = _News(moment_ns, self._clock.now_ns(), self._clock.monotonic_ns() + GRACE_NS)
            self._news.setdefault(_name(event), found)

    def heard(self, event: Any) -> None:
        """A stream, or the answer to a command, tells something."""
        if self._news and hasattr(event, "venue_order_id"):
            self._news.pop(_name(event), None)
            self._news.pop(_name(event)[:2], None)

    def told(self, hole: StreamGap) -> None:
        """A hole was told, in which what calls tell may have been lost."""
        self._holes.append(hole)

    # -- time ----------------------------------------------------------------------------------------------------------

    async def _run(self, every_ns: int) -> None:
        pause_ns = min(every_ns, GRACE_NS)
        due_ns = self._clock.monotonic_ns() + every_ns
        while True:
            await self._clock.sleep(pause_ns)
            self._judge()
            if self._clock.monotonic_ns() >= due_ns:
                due_ns = self._clock.monotonic_ns() + every_ns
                await self._ask()

    async def _ask(self) -> None:
        now_ns, since_ns = self._clock.now_ns(), self._asked_ns
        try:
            await self._check(since_ns)
        except DragomanError as error:
            self._on_error(error)
            return
        self._asked_ns = now_ns
        if not self._news:
            self._good_ns = now_ns

    def _judge(self) -> None:
        """Whatever no stream has told by now was lost."""
        now_ns = self._clock.monotonic_ns()
        for name in [name for name, news in self._news.items() if any(map(news.is_of, self._holes))]:
            del self._news[name]
        if not self._is_live() or not any(news.due_ns <= now_ns for news in self._news.values()):
            return
        now_ns = self._clock.now_ns()
        log.warning("lost without a sign", told_by_calls=len(self._news))
        since_ns = min(self._good_ns, now_ns, *(news.happened_ns for news in self._news.values()))
        gap = StreamGap(stream=STREAM, reason=LOST, from_ns=since_ns, to_ns=now_ns)
        self._news.clear()
        self._holes.append(gap)
        self._good_ns = now_ns
        self._on_loss(gap)


@dataclass(frozen=True, slots=True)
class _News:
    """When something happened and was told by a call, by our clock; `due_ns` (monotonic) is when a stream is too late to tell it."""

    happened_ns: int
    found_ns: int
    due_ns: int

    def is_of(self, hole: StreamGap) -> bool:
        """Whether frames that came, or should have, between the event and the call are in a hole."""
        return hole.from_ns <= self.found_ns and hole.to_ns >= self.happened_ns


def _name(event: Any) -> tuple[str, ...]:
    """What a report is about: an order, or one fill of it."""
    order = (event.instrument_id, event.venue_order_id or event.client_order_id or "")
    trade = getattr(event, "trade_id", None)
    return order if trade is None else (*order, trade)
