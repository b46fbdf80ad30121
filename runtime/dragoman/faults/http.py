"""HTTP calls that are refused, limited, banned, cut, answered too late or not at all, or acted on late, as a schedule says."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from dragoman.errors import RequestCut, RequestTimeout, TransportError
from dragoman.faults.schedule import OF_CALLS, Fault, Weather
from dragoman.net.backend import NS_PER_SECOND, Clock, HttpBackend
from dragoman.net.wire import Request, Response
from dragoman.simulate.wire.keys import held_ns

_LATENCY_NS = NS_PER_SECOND // 4
_PAGE = b"<html><body>Service Unavailable</body></html>"

Told = Callable[[int, str], bytes]
"""(status, text) -> the body in which the venue tells an error."""


class FaultyHttp:
    """A backend with weather; every call takes some time on its way, before the venue acts and after."""

    def __init__(
        self, inner: HttpBackend, weather: Weather, clock: Clock, told: Told = lambda status, text: b""
    ) -> None:
        self._inner = inner
        self._weather = weather
        self._clock = clock
        self._told = told
        self.under_way = 0
        self.held: set[asyncio.Task[object]] = set()
        """What the venue has and is still to act on; neither an end of the client nor `close` takes it back."""

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        self.under_way += 1
        try:
            return await self._sent(request, timeout_ns)
        finally:
            self.under_way -= 1

    async def close(self) -> None:
        await self._inner.close()

    async def _sent(self, request: Request, timeout_ns: int) -> Response:
        random = self._weather.random
        await self._clock.sleep(random.randrange(1, _LATENCY_NS))
        if request.method != "GET":
            late = self._weather.strike(("acted_late",), self._clock.monotonic_ns())
            if late is not None:
                return self._hold(late, request, timeout_ns)
        fault = self._weather.lasting(OF_CALLS, self._clock.monotonic_ns())
        if fault is not None:
            return await self._struck(fault, request, timeout_ns)
        response = await self._inner.send(request, timeout_ns=timeout_ns)
        await self._clock.sleep(random.randrange(1, _LATENCY_NS))
        return response

    def _hold(self, fault: Fault, request: Request, timeout_ns: int) -> Response:
        """The venue has the request; its client hears of a gateway that waited in vain, or of a reset."""

        async def act() -> None:
            await self._clock.sleep(fault.lasts_ns)
            held_ns.set(fault.lasts_ns)
            await self._inner.send(request, timeout_ns=timeout_ns)

        task: asyncio.Task[object] = asyncio.create_task(act())
        self.held.add(task)
        task.add_done_callback(self.held.discard)
        if self._weather.random.random() < 0.5:
            raise RequestCut(request.venue, request.operation, "the connection was reset")
        return Response(status=504, body=_PAGE)

    async def _struck(self, fault: Fault, request: Request, timeout_ns: int) -> Response:
        where = request.venue, request.operation
        wait = {"retry-after": str(1 + fault.lasts_ns // NS_PER_SECOND)}
        match fault.kind:
            case "unreachable":
                raise TransportError(*where, "connection refused")
            case "limited":
                return Response(status=429, headers=wait, body=self._told(429, "too many requests"))
            case "limited_unsaid":
                return Response(status=429, body=self._told(429, "too many requests"))
            case "banned":
                return Response(
                    status=418, headers=wait if fault.amount > 1 else {}, body=self._told(418, "banned")
                )
            case "server_error":
                status = self._weather.random.choice((500, 502, 503, 504))
                return Response(status=status, body=_PAGE if status > 500 else self._told(500, "a fault"))
            case "no_json":
                return Response(status=200, headers={"content-type": "text/html"}, body=_PAGE)
            case "timeout_unacted":
                await self._clock.sleep(timeout_ns)
                raise RequestTimeout(*where, timeout_ns / NS_PER_SECOND)
        response = await self._inner.send(request, timeout_ns=timeout_ns)
        if fault.kind == "timeout_acted":
            await self._clock.sleep(timeout_ns)
            raise RequestTimeout(*where, timeout_ns / NS_PER_SECOND)
        if fault.kind == "reset":
            raise RequestCut(*where, "the connection was reset")
        # Slow: by the time it is here, the answer is old.
        await self._clock.sleep(min(fault.lasts_ns, timeout_ns - 1))
        return response
