"""The clocks of a venue's servers, measured before something is signed by them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from dragoman.errors import HttpError
from dragoman.log import Log
from dragoman.net.backend import NS_PER_SECOND, Clock
from dragoman.net.clock import ClockOffset, measure

log = Log("dragoman.clock")

_OLD_NS = 30 * 60 * NS_PER_SECOND
_TRY_AGAIN_NS = 60 * NS_PER_SECOND
# The first exchange may carry the opening of the connection, which makes its way there longer than its way back.
_TIMES = 2


class ServerClocks:
    """Keeps `offsets_ns`, nanoseconds by server, true: `ask(server)` is the server's time in UNIX nanoseconds."""

    def __init__(
        self, clock: Clock, offsets_ns: dict[str, int], ask: Callable[[str], Awaitable[int]]
    ) -> None:
        self._clock = clock
        self._offsets_ns = offsets_ns
        self._ask = ask
        self._known: dict[str, ClockOffset] = {}
        self._due_ns: dict[str, int] = {}
        self._turns: dict[str, asyncio.Lock] = {}

    async def measure(self, server: str) -> int:
        """Measure now; returns the offset in nanoseconds."""
        offset = self._known.setdefault(server, ClockOffset())
        await measure(offset, self._clock, lambda: self._ask(server), times=_TIMES)
        self._offsets_ns[server] = offset.offset_ns
        self._due_ns[server] = self._clock.monotonic_ns() + _OLD_NS
        return offset.offset_ns

    async def fresh(self, server: str) -> None:
        """Measure unless that was done a short while ago; callers that come meanwhile wait for the same measurement."""
        async with self._turns.setdefault(server, asyncio.Lock()):
            if self._due_ns.get(server, self._clock.monotonic_ns()) <= self._clock.monotonic_ns():
                await self._tried(server)

    async def refused(self, server: str) -> None:
        """The server took a timestamp for too old or too new: what was measured so far is worth nothing."""
        self._known.pop(server, None)
        await self._tried(server)

    async def _tried(self, server: str) -> None:
        """A clock that can't be asked stops no call: the local one may be good enough, and the venue will say so if not."""
        try:
            await self.measure(server)
        except HttpError as error:
            self._due_ns[server] = self._clock.monotonic_ns() + _TRY_AGAIN_NS
            log.warning("cannot measure the clock", server=server, error=error)
