"""A venue, live: instruments, history, streams and local books, over the generated tables."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Mapping
from contextlib import aclosing, asynccontextmanager
from types import TracebackType
from typing import Any, ClassVar, Self

from dragoman.adapter import history
from dragoman.adapter.consumers import Consumer, Direct, OnFull
from dragoman.adapter.line import LineRunner, log
from dragoman.adapter.lines import ConnectionStats, Lines
from dragoman.adapter.opening import Opener
from dragoman.adapter.polls import Poll, Polls
from dragoman.books import OrderBook
from dragoman.errors import DragomanError, UnknownAction
from dragoman.execution.account import SETTLES_AFTER_NS
from dragoman.execution.api import Execution
from dragoman.execution.checks import EVERY_NS
from dragoman.execution.desk import OrdersOver
from dragoman.execution.fills import FillStore
from dragoman.model import INSTRUMENT_TYPES, Bar, BarType, InstrumentId, OrderBookDeltas, TradeTick
from dragoman.model.actions import action_name
from dragoman.net.backend import Clock, Connector, HttpBackend
from dragoman.net.clock import SystemClock
from dragoman.requests import choose
from dragoman.requests.builder import Requests
from dragoman.requests.client import BaseClient, Progress
from dragoman.requests.commands import Prepared
from dragoman.requests.facts import Environment, Operation
from dragoman.requests.params import Checker
from dragoman.requests.refusals import refusals_logged
from dragoman.requests.streaming import Line, address, slots_of, subscribing
from dragoman.requests.tokens import Change
from dragoman.session.facts import Subscription
from dragoman.stats import Stats
from dragoman.translate.translator import Translator

_NORMALIZED = frozenset({"instrument_id", "bar_type", "start", "end", "limit"})


class Adapter(Execution):
    """One venue in one environment; `async with` opens and closes it.

    urls: replaces addresses, `{"http": {server: url}, "connections": {connection: {product: url}}}`.
    credentials: by the names of the venue's specification; else from its environment variables.
    on_error: gets every typed error that costs one message, one row or one snapshot; the rest goes on.
    orders_over: `ws` sends commands over a connection where the venue takes them so.
    fills: fills that were told in an earlier run, so that none is told again.
    check_every_ns: how often the venue is asked what its private streams may have lost without a sign; None: never.
    settles_after_ns: how long a command whose outcome was lost may still take effect, so that "no such order" is no answer yet.
    keeps_books: whether every OrderBookDeltas subscription keeps the book that `book` gives; else those asked for before it.
    """

    translator_type: ClassVar[type[Translator]]
    requests_type: ClassVar[type[Requests]]
    client_type: ClassVar[type[BaseClient]] = BaseClient

    def __init__(
        self,
        environment: str = "mainnet",
        *,
        credentials: Mapping[str, str] | None = None,
        urls: Mapping[str, Any] | None = None,
        clock: Clock | None = None,
        http: HttpBackend | None = None,
        connector: Connector | None = None,
        on_error: Callable[[DragomanError], None] | None = None,
        queue_size: int = 10_000,
        on_full: OnFull = "block",
        seed: int | None = None,
        orders_over: OrdersOver = "http",
        fills: FillStore | None = None,
        check_every_ns: int | None = EVERY_NS,
        settles_after_ns: int = SETTLES_AFTER_NS,
        options: Iterable[str] = (),
        keeps_books: bool = True,
    ) -> None:
        self.clock: Clock = clock or SystemClock()
        self.stats = Stats()
        interface = self.interface = self.requests_type.interface
        self.venue = interface.venue
        known = interface.environments.get(environment)
        chosen = _readdressed(known, urls) if known is not None and urls else environment
        self.requests = self.requests_type(
            credentials if credentials is not None else _from_variables(interface.credentials),
            clock=self.clock.now_ns,
            environment=chosen,
        )
        self.on_error = on_error or (lambda error: log.warning("set aside", error=error))
        asked = tuple(options)
        self._reader = self.translator_type(on_bad_row=self.on_error, stats=self.stats, options=asked)
        self.client = self.client_type(
            backend=http, clock=self.clock, stats=self.stats, requests=self.requests, seed=seed
        )
        self.client.tokens.on_change = self._token_changed
        self.books: dict[str, OrderBook] = {}
        self._keeps_books = keeps_books
        self._opener = Opener(
            self.requests,
            self.client,
            # A book that is kept reads every level.
            lambda: self.translator_type(
                synced=True,
                every_level=keeps_books,
                on_bad_row=self.on_error,
                stats=self.stats,
                options=asked,
            ),
            self.books,
            self.on_error,
            connector=connector,
            queue_size=queue_size,
            seed=seed,
        )
        self.translator = self._opener.first
        self._lines = Lines(self.venue, self._opener.open)
        self._polls = Polls(self.requests, self.client, self.translator, self.on_error)
        self._queue_size = queue_size
        self._on_full: OnFull = on_full
        self._begin_execution(orders_over, fills, check_every_ns, settles_after_ns)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close every connection and wait until each task of this adapter is gone."""
        await self._polls.close()
        await self._account.close()
        await self._lines.close()
        await self.client.close()

    async def finish(self) -> None:
        """End every stream in good order: who iterates gets what has arrived, and then the end."""
        await self._polls.close()
        await self._lines.finish()

    @property
    def connections(self) -> list[ConnectionStats]:
        """Every open connection of streams: its state, its subscriptions, its counters."""
        return self._lines.stats()

    # -- instruments and history ---------------------------------------------------------------------------------------

    @property
    def instruments(self) -> Mapping[str, Any]:
        """Known instruments by id."""
        return self.translator.instruments

    async def load_instruments(self, *products: str) -> list[Any]:
        """Fetch the catalog of every product, or of some; returns the instruments, which the adapter now knows by id."""
        found: list[Any] = []
        for product, (operation, params) in self.interface.catalogs.items():
            # A product that is like another has the other's instruments.
            like = self.requests.symbology.products[product].like
            if product not in products if products else like:
                continue
            served = self.interface.operations[operation].paths
            asked = product if product in served or "" in served else like or product
            for event in await self.call(operation, asked, **params):
                if type(event).__name__ in INSTRUMENT_TYPES:
                    found.append(event)
        for instrument in found:
            for learner in (self._opener, self._reader, self.requests):
                learner.learn(instrument)
        return found

    async def call(self, operation: str, product: str | None = None, **params: Any) -> list[Any]:
        """The events of one call of the venue's own operation, its parameters as the venue names them."""
        described = self.interface.operations.get(operation)
        if described is None:
            raise UnknownAction(self.venue, operation, self.interface.operations)
        with refusals_logged():
            chosen = self.requests.product_of(described, product)
        return await self._call(described, chosen, params)

    async def request(
        self, kind: type, instrument_id: str, *, progress: Progress | None = None, **params: Any
    ) -> list[Any]:
        """History of a type as the venue gives it: `start` and `end` in UNIX nanoseconds, `limit`, `bar_type` for bars.

        A range that is longer than one answer is read page by page; what comes is in the order of time and of that range, of more than
        `limit` events the first ones from `start` on, else the last ones. Raises NotSupported where the venue keeps no such history.
        """
        bar_type = params.get("bar_type")
        with refusals_logged():
            product, want = self.requests.want(
                kind.__name__, None, {"instrument_id": instrument_id, **params}
            )
            operation = choose.operation_for(self.interface, kind.__name__, product, want)
            action = action_name("request", kind.__name__)
            history.check(self.venue, action, want)
            given = choose.fill(self.interface, action, operation.params, history.asked(want))
        given |= {name: value for name, value in params.items() if name not in _NORMALIZED}
        more = {"bar_type": bar_type} if bar_type else {"instrument_id": instrument_id}
        if not history.has_pages(operation, want):
            events = history.kept(await self._call(operation, product, given, more), kind, instrument_id)
        else:
            events, is_enough = [], history.paging(operation, want, given)
            async with aclosing(self._answers(operation, product, given, more, progress)) as answers:
                async for answer in answers:
                    events += history.kept(answer, kind, instrument_id)
                    if is_enough(events):
                        break
        return history.cut(events, self.venue, operation, want)

    async def request_trades(self, instrument_id: str, **params: Any) -> list[TradeTick]:
        """Past trades, oldest first."""
        return await self.request(TradeTick, instrument_id, **params)

    async def request_bars(self, bar_type: str, **params: Any) -> list[Bar]:
        """Past bars of a type such as `BTCUSDT.VENUE-1-MINUTE-LAST-EXTERNAL`, oldest first."""
        return await self.request(Bar, BarType.parse(bar_type).instrument_id, bar_type=bar_type, **params)

    async def request_book(self, instrument_id: str, **params: Any) -> OrderBookDeltas:
        """The whole book as it is now; it does not touch a book that is followed live."""
        events: list[OrderBookDeltas] = await self.request(OrderBookDeltas, instrument_id, **params)
        return events[-1]

    async def _call(
        self,
        operation: Operation,
        product: str,
        params: Mapping[str, Any],
        more: Mapping[str, Any] | None = None,
    ) -> list[Any]:
        body = await self.client.send(operation, product, params)
        told = {**self._told(operation, product, params), **(more or {})}
        now = self.clock.now_ns()
        return self._reader.translate(
            operation.name, body, product=product or None, request=told, ts_init=now
        )

    _ask_report = _call

    async def _answers(
        self,
        operation: Operation,
        product: str,
        params: Mapping[str, Any],
        more: Mapping[str, Any],
        progress: Progress | None,
    ) -> AsyncGenerator[list[Any], None]:
        source = next(call for call in self.translator.tables.calls if call.name == operation.name)
        told = {**self._told(operation, product, params), **more}
        pages = self.client.answers(operation.name, source.payload, product, params, progress)
        async with aclosing(pages) as answers:
            async for answer in answers:
                now, name = self.clock.now_ns(), operation.name
                yield list(self._reader.events_of(name, answer, product=product, request=told, ts_init=now))

    def _told(self, operation: Operation, product: str, params: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters by the names that translators know them by."""
        checked = Checker(self.venue, operation.name).check(operation.params, params, product)
        return {param.told: value for param, value in checked}

    # -- streams -------------------------------------------------------------------------------------------------------

    async def subscribe(self, kind: type, *instrument_ids: str, **params: Any) -> AsyncIterator[Any]:
        """Events of a type for these instruments, and a StreamGap for every hole, until the caller stops."""
        async with self.subscription(kind, *instrument_ids, **params) as consumer:
            async for event in consumer:
                yield event

    @asynccontextmanager
    async def subscription(
        self, kind: type, *instrument_ids: str, into: Callable[[Any], None] | None = None, **params: Any
    ) -> AsyncIterator[Consumer]:
        """As `subscribe`, confirmed by the venue before the block is entered.

        into: gets each event as soon as it is there, instead of whoever iterates; it must neither raise nor wait.

        Raises SubscriptionRefused for a topic that the venue refuses, or that none of the connections it allows has room for.
        """
        wanted = [(kind, each) for each in instrument_ids]
        consumer = (
            Consumer(self.venue, wanted, self._queue_size, self._on_full)
            if into is None
            else Direct(self.venue, wanted, into)
        )
        asked: dict[Line, list[Subscription]] = {}
        polls: set[Poll] = set()
        try:
            for identity in instrument_ids:
                poll = self._polls.join(kind, identity, params, consumer)
                if poll is not None:
                    polls.add(poll)
                    continue
                line, subscription = self._place(kind, identity, params, consumer)
                asked.setdefault(line, []).append(subscription)
            await self._confirmed(asked, polls)
            consumer.open()
            yield consumer
        finally:
            self._lines.remove(consumer)
            await self._polls.leave(consumer)
            for line, subscriptions in asked.items():
                await self._lines.leave(line, [each.topic for each in subscriptions])
            consumer.end()

    def book(self, instrument_id: str) -> OrderBook:
        """The local book of an instrument, kept by every OrderBookDeltas subscription from now on."""
        identity = InstrumentId(instrument_id)
        return self.books.setdefault(identity, OrderBook(identity))

    def line_of(self, line: Line) -> LineRunner:
        """The connection of a kind, opened where it is not."""
        return self._lines.any_of(line)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _read_answer(self, ready: Prepared, body: bytes) -> list[Any]:
        """The events of a command's answer."""
        operation = ready.operation
        if not operation.gives:
            return []
        told = {param.told: value for param, value in ready.checked}
        return self._reader.translate(
            operation.name, body, product=ready.product or None, request=told, ts_init=self.clock.now_ns()
        )

    async def _page_report(
        self, operation: Operation, product: str, params: Mapping[str, Any], more: Mapping[str, Any]
    ) -> AsyncIterator[Any]:
        async for answer in self._answers(operation, product, params, more, None):
            for event in answer:
                yield event

    def _place(
        self, kind: type, identity: str, params: Mapping[str, Any], consumer: Consumer
    ) -> tuple[Line, Subscription]:
        """Find a connection for what a consumer wants of one instrument, where its machines await it from now on."""
        environment = self.requests.environment
        open_slots = slots_of(self.interface, environment)
        slots = {name: str(value) for name, value in params.items() if name in open_slots}
        asked = {name: value for name, value in params.items() if name not in slots}
        with refusals_logged():
            channel, product, subscriptions = subscribing(
                self.requests, {"type": kind, "instrument_id": identity, **asked}
            )
        subscription = subscriptions[0]
        line = self._lines.place(
            address(self.interface, environment, channel, product, **slots),
            subscription,
            slots,
            tells_book=OrderBookDeltas.__name__ in channel.gives,
        )
        runner = self._lines[line]
        runner.router.add(consumer, subscription.topic, channel.name, [(kind, identity)])
        runner.carry(channel.name)
        if kind is OrderBookDeltas:
            if self._keeps_books:
                self.book(identity)
            key = self.requests.symbology.resolve(identity, (product,))[1]
            runner.follow(identity, channel.name, key, subscription.topic)
        return line, subscription

    async def _confirmed(self, asked: Mapping[Line, list[Subscription]], polls: Iterable[Poll]) -> None:
        """Ask on all connections at once, and wait until the venue has answered for everything."""
        waiting = [self._lines[line].subscribe(subscriptions) for line, subscriptions in asked.items()]
        waiting += [poll.confirmed() for poll in polls]
        for outcome in await asyncio.gather(*waiting, return_exceptions=True):
            if isinstance(outcome, BaseException):
                raise outcome

    def _token_changed(self, scheme: str, product: str, change: Change) -> None:
        """Connections that were opened with a token come back with the new one; a log-in shows it once and holds until it ends."""
        tokens = self.client.tokens
        for line, runner in list(self._lines.items()):
            if self.interface.streams[line.connection].login != scheme:
                continue
            if tokens.key(scheme, line.product) != (scheme, product):
                continue
            if change == "void":
                runner.runner.reconnect("the session token has expired")
            elif "{session_token}" in line.url:
                runner.runner.reconnect("the session token is another one now")


def _from_variables(credentials: Mapping[str, str]) -> dict[str, str]:
    return {name: os.environ[variable] for name, variable in credentials.items() if variable in os.environ}


def _readdressed(known: Environment, urls: Mapping[str, Any]) -> Environment:
    """The environment with some addresses replaced."""
    connections: dict[str, Mapping[str, str]] = dict(known.connections)
    for name, said in urls.get("connections", {}).items():
        # One address without a product is that of every product that is not named beside it.
        told = {"": said} if isinstance(said, str) else said
        connections[name] = {**({} if "" in told else connections.get(name, {})), **told}
    return Environment({**known.http, **urls.get("http", {})}, connections, known.headers)
