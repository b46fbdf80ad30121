"""What generated HTTP clients stand on: requests built, sent within the budget, answers decoded to their types."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from contextlib import aclosing
from functools import partial
from random import Random
from types import TracebackType
from typing import Any, ClassVar, Self

import msgspec

from dragoman.errors import AuthError, BadResponse, OutcomeUnknown, VenueError
from dragoman.limits import RateBudget
from dragoman.model import Accepted, Outcome, Rejected, Unknown
from dragoman.net.backend import Clock, HttpBackend
from dragoman.net.caller import HttpCaller
from dragoman.net.clock import SystemClock
from dragoman.net.facts import ErrorClass, OperationFacts
from dragoman.net.wire import Request
from dragoman.requests.builder import Requests
from dragoman.requests.choose import refused
from dragoman.requests.clocks import ServerClocks
from dragoman.requests.commands import Prepared, prepared
from dragoman.requests.facts import Environment, Interface, Operation, Page, Param
from dragoman.requests.outcome import outcome_of_error, outcomes, refusals
from dragoman.requests.pages import beyond, cut, moving, rows_at, stepped_over, turned
from dragoman.requests.params import Checker
from dragoman.requests.refusals import refusals_logged
from dragoman.requests.tokens import SessionTokens, client_certificate
from dragoman.stats import Stats
from dragoman.translate.functions import iso, parse_iso
from dragoman.translate.rows import decode_strict
from dragoman.translate.told import Told

Progress = Callable[[int, Any], None]
"""Told after each page: rows so far, and where the next page begins."""


class BaseClient:
    """The venue's HTTP interface; generated subclasses have one method for each operation.

    backend: what sends (httpx where none is given); environment: a declared one by name, or addresses of your own.
    An async context manager; `close()` closes the connections.
    """

    builder: ClassVar[type[Requests]]

    def __init__(
        self,
        credentials: Mapping[str, str] | None = None,
        *,
        environment: str | Environment = "mainnet",
        backend: HttpBackend | None = None,
        clock: Clock | None = None,
        stats: Stats | None = None,
        requests: Requests | None = None,
        account: str = "",
        seed: int | None = None,
    ) -> None:
        self.clock: Clock = clock or SystemClock()
        self.requests = requests or self.builder(credentials, None, self.clock.now_ns, None, environment)
        self.interface: Interface = self.requests.interface
        self.stats = stats or Stats()
        self.budget = RateBudget(self.interface.buckets)
        self._backend = backend
        self._account = account
        self._random = Random(seed)
        self._callers: dict[str, HttpCaller] = {}
        self._clocks = ServerClocks(self.clock, self.requests.offsets_ns, self._server_time)
        self._facts: dict[str, OperationFacts] = {}
        self.tokens = SessionTokens(self.requests, self.clock, self._unwrapped_call, self._random)
        """Logged in and renewed by itself, when a call or a connection needs a token."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """End the renewal of tokens and close every connection."""
        await self.tokens.close()
        if self._backend is not None:
            await self._backend.close()

    # -- calls ---------------------------------------------------------------------------------------------------------

    async def call(self, name: str, kind: Any, product: str, params: Mapping[str, Any]) -> Any:
        """One operation's answer as `kind`; None as `kind` gives the bytes."""
        operation = self.interface.operations[name]
        body = await self.send(operation, product, params)
        if kind is None:
            return body
        try:
            return decode_strict(kind, _unwrapped(body, operation.unwrap))
        except (msgspec.DecodeError, ValueError, RecursionError) as error:
            raise BadResponse(self.interface.venue, name, str(error), status=200, body=body) from None

    async def command(self, action: str, **params: Any) -> Outcome:
        """A normalized command (`submit_order`, `order=`) sent: Accepted, Rejected, or Unknown where nobody can tell.

        Raises Denied, InvalidOrder, InvalidParameter and NotSupported before anything is sent, RateLimited and TransportError
        where nothing was.
        """
        found, _ = await self.carry_out(self.prepare(action, params))
        # What befell a whole batch is the worst that befell an entry.
        return max(found, key=lambda each: (isinstance(each, Unknown), isinstance(each, Rejected)))

    def prepare(self, action: str, params: dict[str, Any]) -> Prepared:
        """A normalized command through its tables and checks, ready to be sent; refusals are logged and raised."""
        with refusals_logged():
            if action not in self.interface.commands:
                raise refused(self.interface, action, "", self.interface.commands)
            return prepared(self.requests, action, params)

    async def carry_out(self, ready: Prepared) -> tuple[list[Outcome], bytes]:
        """(the outcome of each entry, the answer's body) of a command sent over HTTP; the body is empty where none came."""
        facts, errors = ready.command.outcome, self.interface.errors
        sending = msgspec.structs.replace(
            self.facts_of(ready.operation),
            kind="query" if ready.command.name.startswith("query_") else "command",
            idempotent=bool(ready.command.idempotency),
            unknown=facts.unknown or ready.operation.unknown,
        )
        if facts.rows is not None:
            # An answer that tells of each entry is no failure of the whole call.
            sending = msgspec.structs.replace(sending, errors=msgspec.structs.replace(errors, failed=None))
        try:
            body = await self._sent(ready.operation, ready.product, ready.checked, sending)
        except (VenueError, OutcomeUnknown) as error:
            return [outcome_of_error(error, each) for each in ready.client_order_ids], b""
        found = outcomes(ready.command, errors, 200, body, ready.client_order_ids)
        await self.heed(ready, 200, body, found)
        return found, body

    async def heed(self, ready: Prepared, status: int, body: bytes, found: Sequence[Outcome]) -> None:
        """Wait with what follows, or measure the clock, where an answer refuses a command for that."""
        if all(isinstance(each, Accepted) for each in found):
            return
        server = ready.operation.servers.get(ready.product) or ready.operation.servers[""]
        for rule in refusals(self.interface.errors, status, found).values():
            await self._caller(server).heed(self.facts_of(ready.operation), rule, body)

    async def answer(self, ready: Prepared) -> bytes:
        """The answer to a command that only asks; raises the errors of a call."""
        return await self._sent(ready.operation, ready.product, ready.checked, self.facts_of(ready.operation))

    def kind_of(self, error: VenueError) -> ErrorClass:
        """What class of error the specification says this one is."""
        errors = self.interface.errors
        rule = errors.rule(error.code or "", error.meaning or "", error.status or 0)
        if rule is not None:
            return rule.kind
        return "not_found" if error.status == 404 else errors.default

    async def send(self, operation: Operation, product: str, params: Mapping[str, Any]) -> bytes:
        """The body of one call; parameters are checked before anything is sent."""
        checked = Checker(self.interface.venue, operation.name).check(operation.params, params, product)
        return await self._sent(operation, product, checked, self.facts_of(operation))

    async def _sent(
        self, operation: Operation, product: str, checked: list[tuple[Param, Any]], facts: OperationFacts
    ) -> bytes:
        told = Told({param.told: value for param, value in checked}, product)

        def request() -> Request:
            return self.requests.http(operation, product, checked)

        server = operation.servers.get(product) or operation.servers[""]
        caller, spent = self._caller(server), self.weights(operation, product, told)
        call = partial(caller.call, facts=facts, weights=spent, product=product, params=told.request)
        if not operation.auth:
            return await call(request())
        clock = self.interface.clocks.get(server)
        if clock is not None and clock.operation != operation.name:
            await self._clocks.fresh(server)
        scheme = self.tokens.scheme(operation.auth)
        if scheme is None or operation.name == scheme.keep_alive:
            return await call(request)
        token = await self.tokens.fresh(operation.auth, product)
        try:
            return await call(request)
        except AuthError:
            # What is refused for its token was not carried out, so that it may be sent again with another.
            if not await self.tokens.again(operation.auth, product, token):
                raise
        return await call(request)

    async def turn(self, operation: Operation, product: str, checked: list[tuple[Param, Any]]) -> None:
        """Wait until an operation may go out by another way than HTTP, on the venue's clock and within its budget."""
        told = Told({param.told: value for param, value in checked}, product)
        server = operation.servers.get(product) or operation.servers[""]
        if server in self.interface.clocks:
            await self._clocks.fresh(server)
        weights = self.weights(operation, product, told)
        await self._caller(server).turn(self.facts_of(operation), weights, product, told.request)

    async def _unwrapped_call(self, operation: Operation, product: str, params: Mapping[str, Any]) -> bytes:
        return _unwrapped(await self.send(operation, product, params), operation.unwrap)

    def weights(self, operation: Operation, product: str, told: Told) -> dict[str, int]:
        """What one call costs of each budget."""
        found = operation.weights.get(product) or operation.weights.get("", ())
        return {bucket: cost if isinstance(cost, int) else cost(told) for bucket, cost in found}

    def facts_of(self, operation: Operation) -> OperationFacts:
        """An operation as the HTTP policy needs it."""
        if operation.name not in self._facts:
            self._facts[operation.name] = OperationFacts(
                venue=self.interface.venue,
                name=operation.name,
                kind=operation.kind,
                private=operation.private,
                errors=self.interface.errors,
                expects=operation.expects,
                unknown=operation.unknown,
            )
        return self._facts[operation.name]

    def _caller(self, server: str) -> HttpCaller:
        if server not in self._callers:
            if self._backend is None:
                from dragoman.net.http import HttpOptions, HttpxBackend

                certificate = client_certificate(self.requests)
                self._backend = HttpxBackend(HttpOptions(client_certificate=certificate))

            async def measure(operation: str) -> None:
                # The call that tells the time is no way to find out why it was refused itself.
                if operation != self.interface.clocks[server].operation:
                    await self._clocks.refused(server)

            self._callers[server] = HttpCaller(
                self._backend,
                clock=self.clock,
                budget=self.budget,
                stats=self.stats,
                random=self._random,
                account=self._account,
                on_clock_error=measure if server in self.interface.clocks else None,
            )
        return self._callers[server]

    async def sync_clock(self, server: str) -> int:
        """Measure a server's clock now; what is signed from now on carries its time. Returns the offset in nanoseconds.

        Signed calls and log-ins have it measured by themselves: before the first, every half hour, and when the venue refuses a
        timestamp.
        """
        return await self._clocks.measure(server)

    async def fresh_clocks(self) -> None:
        """Measure every clock that was not measured a short while ago, as before a log-in, which no single server sees."""
        for server in self.interface.clocks:
            await self._clocks.fresh(server)

    async def _server_time(self, server: str) -> int:
        """The server's time in UNIX nanoseconds, by the operation that tells it."""
        facts = self.interface.clocks[server]
        operation = self.interface.operations[facts.operation]
        product = next((each for each, name in operation.servers.items() if name == server), "")
        answer = await self.call(operation.name, facts.payload, product, {})
        try:
            found = facts.read(answer)
        except ValueError as error:
            raise BadResponse(self.interface.venue, operation.name, str(error), status=200) from None
        if found is None:
            raise BadResponse(self.interface.venue, operation.name, "it tells no time", status=200)
        return found

    # -- pages ---------------------------------------------------------------------------------------------------------

    async def pages(
        self, name: str, kind: Any, product: str, params: Mapping[str, Any], progress: Progress | None
    ) -> AsyncGenerator[Any, None]:
        """Every row of a long answer, page by page, in the order in which the venue gives them."""
        page = self.interface.operations[name].page
        assert page is not None
        async for answer in self.answers(name, kind, product, params, progress):
            for row in page.rows(answer):
                yield row

    async def answers(
        self, name: str, kind: Any, product: str, params: Mapping[str, Any], progress: Progress | None
    ) -> AsyncGenerator[Any, None]:
        """The pages of a long answer, each as `kind`; rows beyond what was asked for are taken out of the last one."""
        page = self.interface.operations[name].page
        assert page is not None
        before = told = 0

        def counted(rows: int, where: Any) -> None:
            nonlocal told
            told = rows
            if progress is not None:
                progress(before + rows, where)

        for given in self._slices(self.interface.operations[name], page, params):
            async with aclosing(self._of_slice(page, name, kind, product, given, counted)) as answers:
                async for answer in answers:
                    yield answer
            before, told = before + told, 0

    def _slices(
        self, operation: Operation, page: Page, params: Mapping[str, Any]
    ) -> Iterator[dict[str, Any]]:
        """The ranges of time that are asked for one after another: as long as the venue takes, up to now where no end is told."""
        start = params.get(page.start)
        if not page.span or start is None:
            yield dict(params)
            return
        unit_ns = next((each.unit_ns for each in operation.params if each.name == page.start), 1) or 1
        end = params.get(page.end)
        # A clock that is behind the venue's must not cut off the newest rows.
        now_ns = self.clock.now_ns() + max(0, *self.requests.offsets_ns.values(), 0)
        last = max(start, now_ns // unit_ns if end is None else end)
        while start <= last:
            yield {**params, page.start: start, page.end: min(start + page.span - 1, last)}
            start += page.span

    async def _of_slice(
        self,
        page: Page,
        name: str,
        kind: Any,
        product: str,
        given: dict[str, Any],
        progress: Progress,
    ) -> AsyncGenerator[Any, None]:
        size = given.get(page.limit) or page.most
        if page.limit and given.get(page.limit) is None and page.most:
            given[page.limit] = page.most
        stop = given.get(page.start if page.backward else page.end)
        stop = parse_iso(stop) if isinstance(stop, str) else stop
        params = self.interface.operations[name].params
        in_words = any(each.name == moving(page) and each.kind == "text" for each in params)
        if page.kind == "id" and page.time is not None and not page.backward:
            given.pop(page.end, None)
        count, seen = 0, None
        border: list[Any] = []
        while True:
            answer = await self.call(name, kind, product, given)
            rows = page.rows(answer)
            told = len(rows)
            where = page.next(rows[-1]) if rows and page.kind == "time" else None
            known, border = border, rows_at(page, rows, where)
            rows[:] = [row for row in rows if row not in known] if known else rows
            is_last = cut(page, rows, stop)
            count += len(rows)
            if is_last:
                yield answer
                progress(count, None)
                return
            last = rows[-1] if rows else None
            yield answer
            if page.kind != "time":
                where = page.next(answer if page.kind == "cursor" else last) if last is not None else None
            progress(count, where)
            if where is None or where == "" or (page.kind != "cursor" and told < size):
                return
            if page.kind != "time":
                if where == seen:
                    return
            elif seen is not None and not beyond(page, where, seen):
                if where != seen or len(border) < told:
                    return
                where = stepped_over(page, name, where, in_words)
            seen = where
            given = turned(page, given, where)
            moment = given[moving(page)]
            if page.kind == "time" and stop is not None and beyond(page, moment, stop):
                return
            if page.kind == "time" and in_words:
                given[moving(page)] = iso(moment, 9)


def _unwrapped(body: bytes, key: str) -> bytes:
    if not key:
        return body
    found = msgspec.json.decode(body, type=dict[str, msgspec.Raw]) if body[:1] == b"{" else {}
    return bytes(found[key]) if key in found else body
