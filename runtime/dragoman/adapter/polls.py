"""Listings that are polled for who subscribes to what they give: called at their interval, told as what differs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from dragoman.adapter.consumers import Consumer, Router
from dragoman.errors import DragomanError
from dragoman.log import Log
from dragoman.model import StreamGap
from dragoman.net.backend import Clock
from dragoman.requests import choose
from dragoman.requests.builder import Requests
from dragoman.requests.client import BaseClient
from dragoman.requests.facts import Operation
from dragoman.requests.params import Checker
from dragoman.requests.refusals import refusals_logged
from dragoman.stats import Stats
from dragoman.translate.translator import Translator

log = Log("dragoman.polls")

Fetch = Callable[[], Awaitable[list[Any]]]
"""Calls the operation once, within the rate budget; the events are what differs from the call before."""


class Poll:
    """One call that is made again and again; `every_ns` counts from call to call, however long one takes."""

    def __init__(
        self,
        name: str,
        every_ns: int,
        fetch: Fetch,
        clock: Clock,
        on_error: Callable[[DragomanError], None],
        stats: Stats,
    ) -> None:
        self.name = name
        self.router = Router()
        self._every_ns = every_ns
        self._fetch = fetch
        self._clock = clock
        self._on_error = on_error
        self._stats = stats
        self._first: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._task: asyncio.Task[None] | None = None
        self._good_ns = 0
        self._failure = ""
        self._last: dict[tuple[type, str], Any] = {}

    def join(self, consumer: Consumer) -> None:
        """Let a consumer have what comes, and what is known already of what it wants."""
        if self.router.serves(consumer):
            return
        self.router.add(consumer, self.name)
        for key in consumer.wanted:
            if key in self._last:
                consumer.offer(self._last[key])

    async def confirmed(self) -> None:
        """Wait for the first answer; raises the error that came instead."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run(), name=f"poll {self.name}")
        await asyncio.shield(self._first)

    @property
    def deserted(self) -> bool:
        """Whether nobody listens any more."""
        return not self.router.depended_on(self.name)

    async def close(self) -> None:
        """Stop calling and wait until the task is gone; who still listens gets the end."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._first.done() and not self._first.cancelled():
            self._first.exception()  # told to who waited, if anybody did
        self.router.end()

    async def _run(self) -> None:
        try:
            due_ns = self._clock.monotonic_ns()
            while True:
                await self._once()
                now_ns = self._clock.monotonic_ns()
                # A call that took longer than the interval is not made up for.
                due_ns += (max(now_ns - due_ns, 0) // self._every_ns + 1) * self._every_ns
                await self._clock.sleep(due_ns - now_ns)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            # A fault of our own ends the subscriptions loudly.
            log.error("poll failed", operation=self.name, error=repr(error))
            self.router.end(error)
            if not self._first.done():
                self._first.set_exception(error)

    async def _once(self) -> None:
        began_ns = self._clock.now_ns()
        try:
            events = await self._fetch()
        except DragomanError as error:
            if not self._first.done():
                raise
            self._failure = str(error)
            self._on_error(error)
            return
        now_ns = self._clock.now_ns()
        if self._failure:
            self._stats.gaps += 1
            reason = f"calls failed: {self._failure}"
            gap = StreamGap(stream=f"poll:{self.name}", reason=reason, from_ns=self._good_ns, to_ns=now_ns)
            await self.router.send_gap(gap)
        # What happens while the venue answers may be missing in the answer.
        self._failure, self._good_ns = "", began_ns
        for event in events:
            self._last[type(event), getattr(event, "instrument_id", "")] = event
            await self.router.send(event)
        if not self._first.done():
            self._first.set_result(None)


class Polls:
    """The polls of an adapter, one for each call that somebody wants; `translator` tells the differences."""

    def __init__(
        self,
        requests: Requests,
        client: BaseClient,
        translator: Translator,
        on_error: Callable[[DragomanError], None],
    ) -> None:
        self._requests = requests
        self._client = client
        self._translator = translator
        self._on_error = on_error
        self._running: dict[tuple[object, ...], Poll] = {}

    def join(self, kind: type, identity: str, params: Mapping[str, Any], consumer: Consumer) -> Poll | None:
        """The poll that gives a consumer what no channel does, begun where nobody else wants it yet; None where a channel does."""
        interface, name = self._requests.interface, kind.__name__
        if not any(each.every_ns and name in each.gives for each in interface.operations.values()):
            return None
        with refusals_logged():
            asked = {"instrument_id": identity, **params}
            product, want = self._requests.want(name, None, asked)
            operation = choose.polled_for(interface, name, product, want)
            if operation is None:
                return None
            given = choose.fill(interface, operation.name, operation.params, want)
            narrowed = bool(given)
            checked = Checker(interface.venue, operation.name).check(
                operation.params, {**given, **asked}, product
            )
        told = {param.told: value for param, value in checked}
        if narrowed:
            told["instrument_id"] = identity
        call = tuple(sorted((each, str(value)) for each, value in told.items()))
        key = (operation.name, product if product in operation.paths else "", call)
        poll = self._running.get(key)
        if poll is None:
            poll = self._running[key] = self._made(operation, product, {**given, **asked}, told)
        poll.join(consumer)
        return poll

    def _made(
        self, operation: Operation, product: str, params: Mapping[str, Any], told: Mapping[str, Any]
    ) -> Poll:
        # A later poll of the same call begins with all that there is, as the first one did.
        self._translator.scope(product).machines[operation.name].forget(told)
        clock = self._client.clock

        async def fetch() -> list[Any]:
            body = await self._client.send(operation, product, params)
            return self._translator.translate(
                operation.name, body, product=product, request=told, ts_init=clock.now_ns()
            )

        every_ns = operation.every_ns
        assert every_ns is not None
        return Poll(operation.name, every_ns, fetch, clock, self._on_error, self._client.stats)

    async def leave(self, consumer: Consumer) -> None:
        """A consumer wants nothing more; a poll without any stops."""
        for poll in self._running.values():
            poll.router.remove(consumer)
        over = [self._running.pop(key) for key, poll in list(self._running.items()) if poll.deserted]
        for poll in over:
            await poll.close()

    async def close(self) -> None:
        """Stop every poll; who listens gets the end."""
        over = list(self._running.values())
        self._running.clear()
        for poll in over:
            await poll.close()
