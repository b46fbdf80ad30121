"""How a connection of an adapter is opened: its session, its token, the translator and the snapshots that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dragoman.adapter.consumers import Router
from dragoman.adapter.line import LineRunner
from dragoman.adapter.silences import Silences
from dragoman.books import OrderBook
from dragoman.errors import DragomanError
from dragoman.machines import BookSync
from dragoman.machines.effects import RequestSnapshot
from dragoman.net.backend import Connector
from dragoman.requests.builder import Requests
from dragoman.requests.client import BaseClient
from dragoman.requests.streaming import Line, opening_headers, session_facts
from dragoman.requests.streams import connector_of
from dragoman.session.machine import Session
from dragoman.session.runner import SessionRunner
from dragoman.translate.scope import Scope
from dragoman.translate.translator import Translator


class Opener:
    """Opens connections; each number of a kind has a translator of its own, made by `translator` once it is needed.

    What machines know of one connection must not depend on the life of another.
    """

    def __init__(
        self,
        requests: Requests,
        client: BaseClient,
        translator: Callable[[], Translator],
        books: dict[str, OrderBook],
        on_error: Callable[[DragomanError], None],
        *,
        connector: Connector | None,
        queue_size: int,
        seed: int | None,
    ) -> None:
        self.first = translator()
        """The translator of the first connection of every kind."""
        self._translators = {1: self.first}
        self._requests = requests
        self._client = client
        self._make = translator
        self._books = books
        self._on_error = on_error
        self._connector = connector
        self._queue_size = queue_size
        self._seed = seed

    def learn(self, instrument: Any) -> None:
        """Take one instrument into the catalog of every translator."""
        for translator in self._translators.values():
            translator.learn(instrument)

    def open(self, line: Line, slots: Mapping[str, str]) -> LineRunner:
        """A connection that begins to connect; `slots` are what a caller said of its address and log-in."""
        client, clock = self._client, self._client.clock
        translator = self._translator(line.number)
        connection = next(c for c in translator.tables.connections if c.name == line.connection)
        scope = translator.scope(line.product) if line.product else None
        facts = session_facts(self._requests, connection, line, tokens=lambda: _tokens(scope), **slots)
        stream = self._requests.interface.streams[line.connection]

        async def prepare(url: str) -> str:
            """What is signed on a connection carries the venue's time, as what is signed in a call."""
            if stream.login_frame is not None:
                await client.fresh_clocks()
            return await client.tokens.address(stream, line.product, url)

        runner = SessionRunner(
            Session(facts, seed=self._seed),
            self._connector or connector_of(stream, clock),
            headers=opening_headers(self._requests, stream, line.product),
            clock=clock,
            stats=client.stats,
            queue_size=self._queue_size,
            prepare=prepare if stream.login else None,
            give_up_token=lambda: client.tokens.void(stream.login, line.product),
        )
        feed = translator.stream(connection.source, product=line.product or None, request=slots)
        silences = None
        if not facts.names_topics:
            interface, machines = self._requests.interface, {} if scope is None else scope.machines
            # These books notice it by themselves.
            books = {name for name, machine in machines.items() if isinstance(machine, BookSync)}
            silences = Silences(runner, interface, interface.channels.keys() - books, clock)
            feed = silences.over(feed)
        opened = LineRunner(
            runner,
            feed,
            scope,
            Router(facts.name),
            self._books,
            lambda channel, effect: self._snapshot(translator, line.product, channel, effect),
            clock,
            self._on_error,
            lambda: max(self._requests.offsets_ns.values(), key=abs, default=0),
        )
        opened.start(*(() if silences is None else (silences.watch(),)))
        return opened

    def _translator(self, number: int) -> Translator:
        found = self._translators.get(number)
        if found is None:
            found = self._translators[number] = self._make()
            for instrument in self.first.instruments.values():
                found.learn(instrument)
        return found

    async def _snapshot(
        self, translator: Translator, product: str, channel: str, effect: RequestSnapshot
    ) -> list[Any]:
        """Fetch what a book machine asks for; the events are what it then lets through."""
        name, snapshot = next(
            pair
            for pair in translator.tables.snapshots.items()
            if channel in (pair[1].channel, *pair[1].also)
        )
        operation = self._requests.interface.operations[name]
        params = {snapshot.parameter: effect.key, **snapshot.params}
        body = await self._client.send(operation, product, params)
        told = {snapshot.parameter: effect.key, "generation": effect.generation, "channel": channel}
        now = self._client.clock.now_ns()
        return translator.translate(name, body, product=product, request=told, ts_init=now)


def _tokens(scope: Scope | None) -> dict[str, str]:
    """Where the streams of a product stand, as far as their machines keep it."""
    machines = [] if scope is None else scope.machines.values()
    return {
        name: token for machine in machines for name, token in getattr(machine, "resume_tokens", {}).items()
    }
