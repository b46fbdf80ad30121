"""Plays a tape to an unchanged adapter: one virtual clock, one step at a time, each only when the adapter is ready for it."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.errors import DragomanError
from dragoman.log import Log
from dragoman.net.backend import NS_PER_SECOND
from dragoman.net.mock import settle
from dragoman.tape.backends import TapeConnection, TapeConnector, TapeHttp
from dragoman.tape.clock import TapeClock
from dragoman.tape.errors import TapeStalled
from dragoman.tape.facts import address_of, classifier_of, connection_of, place_of
from dragoman.tape.lines import Closed, Exchanged, Opened, Received, Sent
from dragoman.tape.script import Script
from dragoman.tape.scrub import Scrubber

if TYPE_CHECKING:
    from dragoman.tape.tape import Tape

log = Log("dragoman.tape")

_TO_SEND_NS = NS_PER_SECOND
_TO_CONNECT_NS = 60 * NS_PER_SECOND
"""How long after a recorded moment the adapter's own timers may still bring about what it did then; delays to connect are random."""


class Ready(msgspec.Struct, frozen=True, order=True):
    """Something that can happen now; the earliest is first, and of equal ones the one that was recorded first."""

    due_ns: int
    number: int


class Player:
    """One run of an adapter on a tape.

    `problems` are requests, connections and frames that were not recorded; `unplayed()` is what was recorded and did not come
    to the adapter. `patience_s` is how long, in real seconds, the tape waits for what the adapter did in the recording; None
    waits for ever.
    """

    def __init__(self, tape: Tape, *, speed: int = 0, patience_s: int | None = 5) -> None:
        self.tape = tape
        self.imported = tape.header.imported
        self.problems: list[DragomanError] = []
        self.failed: set[str] = set()
        """Streams on which something was sent that was not recorded."""
        self.clock = TapeClock(tape.header.start_ns, self.poke)
        interface = tape.venue.module.Requests.interface
        self._interface = interface
        self._credentials = {
            name: hashlib.sha256(f"tape {name}".encode()).hexdigest() for name in interface.credentials
        }
        self.scrubber = Scrubber.of(interface, self._credentials)
        self.waiting: list[Script] = []
        """Connections that the adapter has not opened yet, in recorded order."""
        self._end_ns = tape.header.start_ns
        exchanges = self._load()
        limits = {
            param.wire.lower()
            for o in interface.operations.values()
            for param in o.params
            if param.fills == "limit"
        }
        self.http = TapeHttp(self, exchanges, frozenset(limits) if self.imported else frozenset())
        self.connector = TapeConnector(self)
        self._speed = speed
        self._patience_s = patience_s
        self._adapter: Any = None
        self._desk: Any = None
        self._scripts = list(self.waiting)
        self._open: list[TapeConnection] = []
        self._moments: dict[Ready, asyncio.Future[None]] = {}
        self._activity = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._began: tuple[int, int] | None = None
        self._finished = False

    def adapter(self, **options: Any) -> Any:
        """The adapter of the tape's venue with everything around it played; made-up credentials where none are given."""
        header = self.tape.header
        options = {
            "credentials": self._credentials,
            "urls": header.addresses or None,
            "seed": 0,
            "check_every_ns": None,  # a tape has the calls that were made
            **options,
        }
        made = self.tape.venue.adapter(
            header.environment, http=self.http, connector=self.connector, clock=self.clock, **options
        )
        for value in made.requests.credentials.values():
            self.scrubber.hide(value)
        self._adapter = made
        made.player = self
        return made

    def unplayed(self) -> list[str]:
        """What the adapter did not get, one sentence a connection."""
        found = []
        for script in self._scripts:
            left = script.unplayed
            if left:
                number, first = left[0]
                found.append(
                    f"{script.opened.stream}: {len(left)} frames were not played,"
                    f" the first in line {number}: {script.shown(first.data)}"
                )
        return found

    # -- what the backends call ----------------------------------------------------------------------------------------

    def problem(self, error: DragomanError) -> DragomanError:
        """Remember an error, so that it is told even where the adapter carries on."""
        self.problems.append(error)
        return error

    async def moment(self, due_ns: int, number: int) -> None:
        """Wait for a recorded moment."""
        reached: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._moments[Ready(due_ns, number)] = reached
        self.poke()
        await reached

    def poke(self) -> None:
        """The adapter has done something: look again at what can happen."""
        self._activity.set()
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run(), name="tape player")

    def opening(self, script: Script) -> None:
        self.waiting.remove(script)

    def opened(self, connection: TapeConnection) -> None:
        self._open.append(connection)
        self._finished = False
        self.poke()

    def gone(self, connection: TapeConnection) -> None:
        if connection in self._open:
            self._open.remove(connection)
        self.poke()

    def answers(self, connection: TapeConnection, data: bytes) -> list[bytes]:
        """What the venue answers to a frame by its spec, for tapes that another program's subscriptions are on."""
        from dragoman.simulate.backwards import Backwards
        from dragoman.simulate.links import Desk
        from dragoman.simulate.venue import tables_of

        if self._desk is None:
            tables = tables_of(self.tape.header.venue)
            backwards = Backwards(tables.translator_type, tables.inverse)
            self._desk = Desk(backwards, self._interface, lambda link, topic: "")
        link = self._desk.connect(*place_of(connection.stream), "")
        found: list[bytes] = self._desk.receive(link, data, self.clock.now_ns())
        return found

    async def stop(self) -> None:
        """End the replay; what is unplayed stays so."""
        task, self._task = self._task, None
        if task is not None and task is not asyncio.current_task():
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    # -- the loop ------------------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        try:
            await self._play()
        except Exception as error:
            # Nobody waits for this task: whoever waits for the tape has to know.
            log.error("replay failed", tape=self.tape.path, error=repr(error))
            for connection in list(self._open):
                connection.fail(error)
            for reached in self._moments.values():
                if not reached.done():
                    reached.set_exception(error)

    async def _play(self) -> None:
        while True:
            await settle()
            self._activity.clear()
            action = self._next()
            if action is not None:
                due_ns, perform = action
                if await self._paced(due_ns):
                    continue  # the adapter may have gone on meanwhile
                self.clock.advance(due_ns)
                perform()
                continue
            awaited = list(self._awaited())
            if self._open and not awaited and not self._busy():
                await self._finish()
                continue
            await self._rest([said for _, said in awaited])

    def _next(self) -> tuple[int, Callable[[], None]] | None:
        """What happens next: the earliest of frames, answers and timers that nothing keeps from happening."""
        ready: list[tuple[Ready, Callable[[], None]]] = []
        for moment, reached in list(self._moments.items()):
            if reached.done():
                del self._moments[moment]
            else:
                ready.append((moment, self._reach(moment, reached)))
        for connection in self._open:
            if not connection.is_reading:
                continue
            if connection.replies:
                ready.append((Ready(self.clock.now_ns(), 0), connection.reply))
            head = connection.script.head()
            if head is not None and self._plays(connection, head[1]):
                ready.append((Ready(head[1].wall_ns, head[0]), connection.play))
        best = min(ready, key=lambda pair: pair[0], default=None)
        due_ns = self.clock.due_ns
        if due_ns is not None and due_ns <= (self._horizon() if best is None else best[0].due_ns):
            return due_ns, self.clock.wake
        return None if best is None else (best[0].due_ns, best[1])

    def _plays(self, connection: TapeConnection, step: Received | Sent | Closed) -> bool:
        if self.imported and not connection.greeted:
            return False
        if isinstance(step, Closed) and step.by == "us":
            return any(self._follows(script, connection.script) for script in self.waiting)
        return not isinstance(step, Sent)

    def _follows(self, later: Script, earlier: Script) -> bool:
        """Whether one connection was the other's, opened anew."""
        here, there = (address_of(each.opened.url, self.scrubber.names.volatile) for each in (later, earlier))
        return (
            later.opened.stream == earlier.opened.stream and later.number > earlier.number and here == there
        )

    def _horizon(self) -> int:
        """How far timers may run on their own."""
        limits: list[int] = [head[1].wall_ns for head in self._busy()]
        limits += [until_ns for until_ns, _ in self._awaited()]
        if limits:
            return min(limits)
        if self._open:
            return self.clock.now_ns()  # the streams end first
        return max(self._end_ns, self.clock.now_ns() if not self._finished else 0) + _TO_CONNECT_NS

    def _busy(self) -> list[tuple[int, Any]]:
        """Next frames of connections whose reader is still busy with the one before."""
        heads = [
            connection.script.head()
            for connection in self._open
            if not connection.is_reading and not connection.script.is_over
        ]
        return [head for head in heads if head is not None]

    def _awaited(self) -> Iterator[tuple[int, str]]:
        """(until when its timers may run for it, words) of what the adapter did in the recording and has not done yet."""
        for connection in self._open:
            script = connection.script
            head = script.head()
            if self.imported and not connection.greeted:
                yield self.clock.now_ns(), f"a subscription on {connection.stream}"
            elif head is not None and isinstance(head[1], Sent) and not script.is_over:
                frame = script.shown(head[1].data)
                yield head[1].wall_ns + _TO_SEND_NS, f"the frame {frame} on {connection.stream}"
        for connection in self._open:
            here = connection.script
            if here.is_over and here.stream.at_connect is not None:
                # Its topics are in the address: the adapter closes it by itself to change them.
                for script in self.waiting:
                    if script.opened.stream == here.opened.stream and script.number > here.number:
                        yield script.opened.wall_ns + _TO_SEND_NS, f"other topics on {connection.stream}"
        held = {connection.script for connection in self._open}
        for script in self.waiting if not self._finished else ():
            before = [
                each for each in self._scripts if each not in self.waiting and self._follows(script, each)
            ]
            if before and before[-1] not in held:
                yield script.opened.wall_ns + _TO_CONNECT_NS, f"a new connection {script.opened.stream}"

    def _reach(self, moment: Ready, reached: asyncio.Future[None]) -> Callable[[], None]:
        def reach() -> None:
            self._moments.pop(moment, None)
            reached.set_result(None)

        return reach

    async def _finish(self) -> None:
        """Everything was played: let the streams end in good order."""
        self._finished = True
        if self._adapter is not None:
            await self._adapter.finish()
        for connection in list(self._open):
            await connection.close()

    async def _rest(self, awaited: list[str]) -> None:
        """Wait for the adapter; give up where it owes something and does not do it."""
        if not awaited or self._patience_s is None:
            await self._activity.wait()
            return
        try:
            await asyncio.wait_for(self._activity.wait(), self._patience_s)
        except TimeoutError:
            error = self.problem(TapeStalled(self.tape.path, awaited))
            for connection in list(self._open):
                connection.fail(error)
            await settle()  # whoever reads has to see the error before the end
            await self._finish()

    async def _paced(self, due_ns: int) -> bool:
        """Whether it had to wait to keep the recording's pace, in real time."""
        if not self._speed:
            return False
        if self._began is None:
            self._began = (time.monotonic_ns(), due_ns)
        real_ns, tape_ns = self._began
        wait_ns = real_ns + (due_ns - tape_ns) // self._speed - time.monotonic_ns()
        if wait_ns <= 0:
            return False
        await asyncio.sleep(wait_ns / NS_PER_SECOND)
        return True

    def _load(self) -> list[tuple[int, Exchanged]]:
        """Sort the lines by connection; returns the HTTP exchanges."""
        by_id: dict[int, Script] = {}
        exchanges = []
        for number, entry in self.tape.entries():
            self._end_ns = max(self._end_ns, entry.wall_ns)
            if isinstance(entry, Opened):
                by_id[entry.id] = self._script(entry, number)
                self.waiting.append(by_id[entry.id])
            elif isinstance(entry, Exchanged):
                exchanges.append((number, entry))
            elif entry.id in by_id and not (self.imported and isinstance(entry, Sent)):
                # What another program sent is not what our adapter sends.
                by_id[entry.id].add(number, entry)
        return exchanges

    def _script(self, opened: Opened, number: int) -> Script:
        name = place_of(opened.stream)[0]
        connection = connection_of(self.tape.venue.module.Translator.tables, name)
        stream = self._interface.streams[name]
        return Script(opened, number, stream, classifier_of(connection, stream), self.scrubber)
