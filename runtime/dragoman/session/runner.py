"""The shell of a session: moves bytes and time between the machine and a connection."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Self

from dragoman.errors import AuthError, ConnectionLost, HttpError, StreamError, SubscriptionRefused
from dragoman.log import Log
from dragoman.net.backend import NS_PER_SECOND, Clock, Connection, Connector
from dragoman.net.clock import SystemClock
from dragoman.net.wire import Frame, Pairs
from dragoman.session.facts import Payload, Subscription
from dragoman.session.inbox import Break, Departure, Inbox, Item, OnFull
from dragoman.session.machine import Session, State
from dragoman.session.messages import (
    Acked,
    Action,
    Answered,
    Close,
    Connect,
    Data,
    Deliver,
    EmitGap,
    Finished,
    GiveUpToken,
    Left,
    LogLine,
    Send,
    SubscriptionFailed,
)
from dragoman.stats import Stats

log = Log("dragoman.session")

_IDLE_NS = 3600 * NS_PER_SECOND
_CLOSING_GRACE_NS = 5 * NS_PER_SECOND


class SessionRunner:
    """Runs one session; iterate over it for frames, gaps and lost subscriptions, in order, until it is closed.

    `prepare` turns the declared address into the one to use, as when a listen key has to be fetched first; `give_up_token` is told
    that this key has ended. An AuthError of the first `prepare` ends the session, a later one is a failure to connect.
    """

    def __init__(
        self,
        session: Session,
        connector: Connector,
        *,
        clock: Clock | None = None,
        stats: Stats | None = None,
        queue_size: int = 10_000,
        on_full: OnFull = "block",
        headers: Pairs = (),
        prepare: Callable[[str], Awaitable[str]] | None = None,
        give_up_token: Callable[[], None] | None = None,
    ) -> None:
        self.session = session
        self.stats = stats or Stats()
        self.counts = Stats()
        """What this connection alone did; `stats` may be of many."""
        self._connector = connector
        self._clock: Clock = clock or SystemClock()
        self._venue, self._name = session.facts.venue, session.facts.name
        self.inbox = Inbox(self._venue, self._name, queue_size, on_full, session.subscription, self.stats)
        self._headers = headers
        self._prepare = prepare
        self._give_up_token = give_up_token
        self._connection: Connection | None = None
        self._outbox: asyncio.Queue[Payload] = asyncio.Queue()
        self._wanted_url: str | None = None
        self._wanted = asyncio.Event()
        self._waiting: dict[str, asyncio.Future[None]] = {}
        self.on_answer: Callable[[int, Frame], None] | None = None
        """Told the answer to each request."""
        self.take: Callable[[Frame, str | None], bool] | None = None
        """Offered each frame and its topic before the queue is, while that is empty; what it takes, who iterates does not get."""
        self.on_break: Callable[[str], None] | None = None
        """Told of each end of a connection, after which no answer to what was sent can come."""
        self.on_discontinuity: Callable[[int], None] | None = None
        """Told by who iterates, between what came before a break and what comes after, when it was; 0 where frames were dropped."""
        self.on_left: Callable[[str], None] | None = None
        """Told in the same way of each topic that was given up, once nothing more of it comes."""
        self._listening = asyncio.Event()
        self._main: asyncio.Task[None] | None = None
        self._asides: set[asyncio.Task[None]] = set()
        self._sleep: asyncio.Task[None] | None = None
        self._sleep_due_ns = 0
        self._anchor_ns = 0
        self._now_ns = 0
        self._connected = 0
        self.is_over = False
        """Whether it has ended for good, by the user's wish or by a failure that another try would meet again."""

    async def __aenter__(self) -> Self:
        self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def __aiter__(self) -> AsyncIterator[Item]:
        while (item := await self.receive()) is not None:
            yield item

    async def receive(self) -> Item | None:
        """The next frame or gap; None once the session is closed, StreamError once it had to be given up."""
        while isinstance(item := await self.inbox.take(), Break | Departure):
            if isinstance(item, Departure):
                if self.on_left is not None:
                    self.on_left(item.topic)
            elif self.on_discontinuity is not None:
                self.on_discontinuity(item.ended_ns)
        return item

    def start(self) -> None:
        """Begin to connect, in the background."""
        if self._main is None:
            self._main = asyncio.create_task(self._run(), name=f"session {self._venue} {self._name}")

    async def subscribe(self, subscriptions: Sequence[Subscription], *, confirm: bool = True) -> None:
        """Ask for more topics; with `confirm`, return once the venue has answered for all of them.

        Raises SubscriptionRefused for the first that failed, ConnectionLost when the session ends before. With
        `on_full="block"` somebody has to be reading meanwhile.
        """
        if self.session.state is State.FINISHED:
            raise ConnectionLost(self._venue, self._name, "the session is closed; open another one")
        waiting = []
        if confirm:
            for each in subscriptions:
                if self.session.subscription(each.topic) is None:
                    waiting.append(
                        self._waiting.setdefault(each.topic, asyncio.get_running_loop().create_future())
                    )
        self._perform(self.session.subscribe(subscriptions, self._now()))
        outcomes = await asyncio.gather(*waiting, return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome

    def unsubscribe(self, topics: Sequence[str]) -> None:
        """Give topics up; frames that are under way may still arrive."""
        self._perform(self.session.unsubscribe(topics, self._now()))

    def renew(self, topics: Sequence[str]) -> None:
        """Subscribe to topics anew, where only the venue can heal what is known of them."""
        self._perform(self.session.renew(topics, self._now()))

    def silence(self, heard_ns: Mapping[str, int]) -> None:
        """Ask anew for topics that were heard too long ago, on a connection whose frames don't say theirs."""
        self._perform(self.session.silence(heard_ns, self._now()))

    def reconnect(self, reason: str) -> None:
        """Take a new connection in the place of an open one, which is a hole that is reported."""
        self._perform(self.session.reconnect(reason, self._now()))

    @property
    def is_listening(self) -> bool:
        """Whether the venue takes requests."""
        return self.session.state in (State.SUBSCRIBING, State.LIVE)

    async def listening(self) -> None:
        """Wait until the venue takes requests, or the session is over."""
        while self.session.state not in (State.SUBSCRIBING, State.LIVE, State.FINISHED):
            self._listening.clear()
            await self._listening.wait()

    def request(self, payload: Payload) -> bool:
        """Send a request; False, and nothing is sent, while the connection is down."""
        actions = self.session.request(payload, self._now())
        if actions is None:
            return False
        self._perform(actions)
        return True

    async def close(self) -> None:
        """Close the connection and wait until every task of this session is gone."""
        main = self._main
        if main is None:
            self.inbox.end()
            return
        self._perform(self.session.close(self._now()))
        self.inbox.end()
        if self.session.state is not State.FINISHED:
            await asyncio.wait({main}, timeout=_CLOSING_GRACE_NS / NS_PER_SECOND)
        main.cancel()
        await asyncio.wait({main})

    # -- tasks ---------------------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        ticker = asyncio.create_task(self._tick())
        failure: Exception | None = None
        try:
            self._perform(self.session.start(self._now()))
            while self.session.state is not State.FINISHED:
                await self._wanted.wait()
                self._wanted.clear()
                if self._wanted_url is not None:
                    url, self._wanted_url = self._wanted_url, None
                    await self._serve(url)
        except Exception as error:
            # Whatever went wrong, the consumer is the one who has to know.
            log.error("session failed", venue=self._venue, stream=self._name, error=repr(error))
            failure = error
            self.inbox.end(error)
        finally:
            self.is_over = True
            await _stop([ticker, *self._asides])
            self.inbox.end()
            for waiting in self._waiting.values():
                if not waiting.done():
                    waiting.set_exception(
                        failure or ConnectionLost(self._venue, self._name, "the session ended")
                    )
            self._listening.set()

    async def _serve(self, url: str) -> None:
        """One connection from its opening to its end."""
        try:
            address = url if self._prepare is None else await self._prepare(url)
            connection = await self._connector.connect(
                address, headers=self._headers, venue=self._venue, stream=self._name
            )
        except (StreamError, HttpError) as error:
            if isinstance(error, AuthError) and not self._connected:
                raise  # the same credentials will not do better
            self._perform(self.session.on_disconnected(error.why or str(error), self._now()))
            return
        self._anchor_ns = self._clock.now_ns() - self._clock.monotonic_ns()
        self._connection, self._outbox = connection, asyncio.Queue()
        writer = asyncio.create_task(self._write(connection, self._outbox))
        self.stats.reconnects += self._connected > 0
        self.counts.reconnects += self._connected > 0
        self._connected += 1
        try:
            self._perform(self.session.on_connected(self._now()))
            reason = await self._read(connection)
        finally:
            self._connection = None
            await _stop([writer])
            await connection.close()
            if self.on_break is not None:
                self.on_break("the connection ended before the answer came")
            self.inbox.put_break(self._now())
        self._perform(self.session.on_disconnected(reason, self._now()))

    async def _read(self, connection: Connection) -> str:
        session, inbox = self.session, self.inbox
        ready: Callable[[], list[Frame]] = getattr(connection, "ready", list)
        try:
            while (first := await connection.receive()) is not None:
                frames = [first, *ready()]
                self._count(frames)
                now, take = self._now(), self.take
                for frame in frames:
                    said = session.hear(frame, now)
                    if isinstance(said, Data):
                        if take is None or inbox or not take(frame, said.topic):
                            while not inbox.offer(frame, said.topic):
                                await inbox.room()
                        continue
                    for action in said:
                        if type(action) is not Deliver:
                            self._do(action)
                        elif take is None or inbox or not take(action.frame, action.topic):
                            while not inbox.offer(action.frame, action.topic):
                                await inbox.room()
                    if len(said) != 1 or type(said[0]) is not Deliver:
                        self._replan()
                if inbox.ended and not session.ending:
                    self._perform(session.close(self._now()))
                if len(frames) > 1:
                    await asyncio.sleep(0)  # however much has come, others have their turn
        except StreamError as error:
            return error.why
        return "the venue closed the connection"

    def _count(self, frames: Sequence[Frame]) -> None:
        size = sum(len(frame.data) for frame in frames)
        for stats in (self.stats, self.counts):
            stats.frames += len(frames)
            stats.bytes_received += size

    async def _write(self, connection: Connection, outbox: asyncio.Queue[Payload]) -> None:
        try:
            while True:
                await connection.send(await outbox.get())
        except ConnectionLost:
            return  # the reader reports it, once it has read what came before the loss
        except Exception as error:
            log.error("cannot send", venue=self._venue, stream=self._name, error=repr(error))
            self.inbox.end(error)
            await connection.close()

    async def _tick(self) -> None:
        try:
            while self.session.state is not State.FINISHED:
                now = self._now()
                due = self.session.deadline_ns(now)
                self._sleep_due_ns = now + _IDLE_NS if due is None else due
                self._sleep = asyncio.create_task(self._clock.sleep(max(self._sleep_due_ns - now, 0)))
                await _rest(self._sleep)
                self._perform(self.session.on_tick(self._now()), replan=False)
        except Exception as error:
            log.error("session failed", venue=self._venue, stream=self._name, error=repr(error))
            self.inbox.end(error)
            if self._main is not None:
                self._main.cancel()

    def _replan(self) -> None:
        """Wake the ticker when something is due earlier than it meant to sleep, and who waits to be listened to."""
        self._listening.set()
        if self._sleep is not None:
            due = self.session.deadline_ns(self._now())
            if due is not None and due < self._sleep_due_ns:
                self._sleep.cancel()

    def _now(self) -> int:
        """UNIX time that never goes back and is deaf to steps of the system's clock while a connection lasts."""
        if not self._anchor_ns:
            self._anchor_ns = self._clock.now_ns() - self._clock.monotonic_ns()
        self._now_ns = max(self._anchor_ns + self._clock.monotonic_ns(), self._now_ns)
        return self._now_ns

    # -- actions -------------------------------------------------------------------------------------------------------

    def _perform(self, actions: Iterable[Action], *, replan: bool = True) -> None:
        for action in actions:
            self._do(action)
        if replan:
            self._replan()

    def _do(self, action: Action) -> None:
        match action:
            case Connect(url=url):
                self._wanted_url = url
                self._wanted.set()
            case Send(payload=payload):
                self._outbox.put_nowait(payload)
            case Close(code=code):
                if self._connection is not None:
                    self._aside(self._connection.close(code))
            case EmitGap(gap=gap):
                self.stats.gaps += 1
                self.counts.gaps += 1
                self.inbox.put_gap(gap)
            case Acked(topic=topic):
                if (waiting := self._waiting.pop(topic, None)) is not None and not waiting.done():
                    waiting.set_result(None)
            case Left(topic=topic):
                self.inbox.put_departure(topic)
            case Answered(request_id=request_id, frame=frame):
                if self.on_answer is not None:
                    self.on_answer(request_id, frame)
            case SubscriptionFailed(topic=topic, code=code, reason=reason):
                error = SubscriptionRefused(self._venue, self._name, topic, code, reason)
                if (waiting := self._waiting.pop(topic, None)) is not None and not waiting.done():
                    waiting.set_exception(error)
                else:
                    # Granted before and lost since: whoever reads has to know that no more will come.
                    self.inbox.put_refused(error)
            case GiveUpToken():
                if self._give_up_token is not None:
                    self._give_up_token()
            case Finished(reason=reason):
                self.inbox.end(None if reason is None else StreamError(self._venue, self._name, reason))
                self._wanted.set()
            case LogLine(event=event, fields=fields, warning=warning):
                (log.warning if warning else log.info)(event, **fields)
            case Deliver(frame=frame, topic=topic):
                self.inbox.offer(frame, topic)

    def _aside(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)


async def _rest(sleep: asyncio.Task[None]) -> None:
    """Wait for the sleep to end or to be cut short; cancelling the waiter cuts it short as well."""
    try:
        await asyncio.wait({sleep})
    finally:
        sleep.cancel()


async def _stop(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks)
