"""Requests over a connection: an id each, answers matched to them, and what nobody answered left open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.errors import OutcomeUnknown, RequestCut, RequestTimeout, TransportError
from dragoman.machines import RequestReply
from dragoman.machines.errors import TooManyKeys
from dragoman.machines.request_reply import Pending
from dragoman.net.backend import NS_PER_SECOND, Clock
from dragoman.net.wire import Frame
from dragoman.requests.facts import Asking
from dragoman.requests.sockets import Answers
from dragoman.session.machine import State
from dragoman.session.runner import SessionRunner

FIRST_ID = 1_000_001
"""Above the ids of subscriptions, which may go over the same connection."""
Answer = tuple[int, bytes]
"""(HTTP status, body) that an answer stands for."""
Late = Callable[[Answer], object]


@dataclass(frozen=True, slots=True)
class _Asked:
    name: str
    answer: asyncio.Future[Answer]
    late: Late


class Asker:
    """Asks over one session; `late` of a request is told an answer that comes after it was given up."""

    def __init__(self, runner: SessionRunner, asking: Asking, clock: Clock) -> None:
        self._runner = runner
        self._clock = clock
        self._venue = runner.session.facts.venue
        self._answers = Answers(asking)
        self._machine: RequestReply[_Asked] = RequestReply(timeout_ns=asking.timeout_ns, first_id=FIRST_ID)
        self._watching: asyncio.Task[None] | None = None
        runner.on_answer = self._on_answer
        runner.on_break = self._on_break

    async def ask(self, name: str, frame: Callable[[int], str], late: Late) -> Answer:
        """The answer to the request that `frame` writes for an id.

        Raises TransportError where nothing was sent; RequestTimeout and RequestCut where the request may have taken effect.
        """
        if not self._runner.is_listening:
            await self._ready(name)
        asked = _Asked(name, asyncio.get_running_loop().create_future(), late)
        try:
            request_id = self._machine.issue(asked, self._clock.monotonic_ns())
        except TooManyKeys as error:
            raise TransportError(self._venue, name, str(error)) from None
        try:
            sent = self._runner.request(frame(request_id))
        except BaseException:
            self._machine.reply(request_id)
            raise
        if not sent:
            self._machine.reply(request_id)
            raise TransportError(self._venue, name, "the connection is down")
        if self._watching is None:
            self._watching = asyncio.get_running_loop().create_task(self._watch())
        return await asked.answer

    async def _watch(self) -> None:
        """One timer for all that is asked: all may take equally long, so that the oldest is the first whose time is up."""
        while (due_ns := self._machine.due_ns) is not None:
            await self._clock.sleep(max(due_ns - self._clock.monotonic_ns(), 0))
            self._expire()
        self._watching = None

    def _rest(self) -> None:
        """Watch no longer where nothing is asked any more."""
        if self._watching is not None and not self._machine:
            self._watching.cancel()
            self._watching = None

    async def _ready(self, name: str) -> None:
        """Wait for the connection, no longer than for an answer."""
        waiting = asyncio.ensure_future(self._runner.listening())
        timer = asyncio.ensure_future(self._clock.sleep(self._machine.timeout_ns))
        try:
            await asyncio.wait({waiting, timer}, return_when=asyncio.FIRST_COMPLETED)
            if not waiting.done() or self._runner.session.state is State.FINISHED:
                raise TransportError(self._venue, name, "the connection is down")
        finally:
            waiting.cancel()
            timer.cancel()

    # -- what happens --------------------------------------------------------------------------------------------------

    def _on_answer(self, request_id: int, frame: Frame) -> None:
        pending = self._machine.reply(request_id)
        self._rest()
        if pending is None:
            return
        asked = pending.context
        try:
            answer = self._answers.read(frame.data)
        except ValueError as error:
            self._fail(pending, OutcomeUnknown(self._venue, asked.name, f"the answer can't be read: {error}"))
            return
        if not asked.answer.done():
            asked.answer.set_result(answer)
        elif pending.is_late:
            asked.late(answer)

    def _on_break(self, why: str) -> None:
        for pending in self._machine.on_disconnect():
            self._fail(pending, RequestCut(self._venue, pending.context.name, why))
        self._rest()

    def _expire(self) -> None:
        for pending in self._machine.on_tick(self._clock.monotonic_ns()):
            seconds = pending.timeout_ns / NS_PER_SECOND
            self._fail(pending, RequestTimeout(self._venue, pending.context.name, seconds))

    @staticmethod
    def _fail(pending: Pending[_Asked], error: OutcomeUnknown) -> None:
        answer = pending.context.answer
        if not answer.done():
            answer.set_exception(error)
            # A caller that was cancelled meanwhile asks for it no more.
            answer.exception()
