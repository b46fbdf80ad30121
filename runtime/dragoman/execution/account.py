"""One account, live: its private streams and its reports through one ledger, holes filled by asking."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from dragoman.errors import DataError, DragomanError, HttpError, NotSupported, VenueError
from dragoman.execution.checks import Checks
from dragoman.execution.desk import Desk
from dragoman.execution.ledger import Ledger
from dragoman.execution.reports import Failure, Question, Reports, had
from dragoman.execution.strangers import Others
from dragoman.execution.tap import Listeners
from dragoman.execution.told_events import take_event
from dragoman.execution.tracked import TrackedOrder
from dragoman.log import Log
from dragoman.model import FillReport, OrderStatusReport, QueryOrder, StreamGap
from dragoman.model.actions import CHANGES, SUBMISSIONS
from dragoman.model.order_events import OrderEvent
from dragoman.net.backend import NS_PER_SECOND, Clock
from dragoman.requests.client import BaseClient
from dragoman.requests.commands import Prepared

if TYPE_CHECKING:
    from dragoman.execution.private import Private

log = Log("dragoman.execution")

SETTLES_AFTER_NS = 15 * NS_PER_SECOND
"""So long after its outcome was lost a command may still wait somewhere on its way; venues take none that is much older."""
_JUST_SENT_NS = 5 * NS_PER_SECOND
"""So long after it was sent an order may be missing in what the venue tells, though it took it."""
_ASKED_OFTEN = 2
"""Answers of the venue that it has no such order, before that counts as its word."""
_ASKED_OFTEN_OF_TOLD = 4
"""The same of an order that it has told of before."""
_AGAIN_NS = NS_PER_SECOND
_LONGEST_NS = 60 * NS_PER_SECOND
_BEFORE_NS = 15 * NS_PER_SECOND
"""How far before a hole is asked: moments are taken from our clock, which may be ahead of the venue's; what is known is told no second time."""
T = TypeVar("T")
Read = Callable[[Prepared, bytes], list[Any]]


class Account:
    """Feeds the ledger from streams, answers and reports, and finds out what is unknown."""

    def __init__(
        self,
        client: BaseClient,
        ledger: Ledger,
        reports: Reports,
        clock: Clock,
        read: Read,
        on_error: Callable[[DragomanError], None],
        check_every_ns: int | None = None,
        settles_after_ns: int = SETTLES_AFTER_NS,
    ) -> None:
        self.listeners = Listeners()
        self.desk: Desk | None = None
        self.private: Private | None = None
        self.products: dict[str, None] = {}
        """Products that somebody listens to."""
        self._client = client
        self._interface = client.interface
        self._ledger = ledger
        self._reports = reports
        self._clock = clock
        self._read = read
        self._on_error = on_error
        self._settles_after_ns = settles_after_ns
        self._since_ns: int | None = None
        self._rounds = 0
        """Times that the venue was asked since something new came into question."""
        self._is_owed = False
        """Whether something may have been missed, so that asking is due whatever is known."""
        self._task: asyncio.Task[None] | None = None
        self._is_closed = False
        self._asking = asyncio.Lock()
        self._others = Others()
        self._checks = Checks(
            clock,
            check_every_ns,
            check=self._check,
            is_live=lambda: self.private is None or self.private.is_live,
            ahead_ns=lambda: max(client.requests.offsets_ns.values(), key=abs, default=0),
            on_loss=self._on_loss,
            on_error=on_error,
        )

    # -- what comes in -------------------------------------------------------------------------------------------------

    def take(self, event: Any, *, reconciled: bool = False) -> None:
        """One thing that the venue told."""
        now = self._clock.now_ns()
        if isinstance(event, OrderStatusReport):
            out = self._ledger.on_report(event, now, reconciled=reconciled)
            if out and out[0] is event and self._is_old_hat(event, reconciled):
                out = []
        elif isinstance(event, FillReport):
            out = self._ledger.on_fill(event, now, reconciled=reconciled)
        elif isinstance(event, OrderEvent):
            out = take_event(self._ledger, event, now)
        else:
            out = [event]
        self.listeners.tell(out)
        if not reconciled:
            self._checks.heard(event)
        elif out:
            self._checks.found(event)
        if not reconciled and any(
            each.missing or each.closing or each.is_unsorted for each in self._concerned(event)
        ):
            # The sum of what is filled came before the fills; should they not follow, they are asked for.
            self.ask_later(now)

    def _is_old_hat(self, report: OrderStatusReport, reconciled: bool) -> bool:
        """Whether what is told of an order that is not ours was told before, or was overtaken."""
        if self._others.is_stale(report):
            return True
        return not self._others.is_news(report) and reconciled

    def take_answer(self, ready: Prepared, body: bytes) -> None:
        """What the answer to a command says of orders and fills."""
        try:
            events = self._read(ready, body)
        except DragomanError as error:
            self._on_error(error)
            return
        named: set[str | None] = set()
        for event in events:
            if isinstance(event, OrderStatusReport):
                if ready.command.name in SUBMISSIONS or event.client_order_id in named:
                    self._ledger.began_as(event)
                elif ready.command.name in CHANGES:
                    # What an order was before a change stands behind what it became.
                    named.add(event.client_order_id)
                    self.listeners.tell(self._ledger.became(event, self._clock.now_ns()))
            self.take(event)

    def on_gap(self, gap: StreamGap) -> None:
        """A hole in a private stream: told, and filled by asking for what happened in it."""
        self.listeners.tell([gap])
        self._checks.told(gap)
        self.ask_later(gap.from_ns, at_once=True)

    def _on_loss(self, gap: StreamGap) -> None:
        """A connection that lost something without a sign may have lost its subscriptions: another one is taken."""
        self._client.stats.gaps += 1
        self.listeners.tell([gap])
        if self.private is not None:
            self.private.renew(gap.reason)

    def _concerned(self, event: Any) -> list[TrackedOrder]:
        if not isinstance(event, OrderStatusReport):
            return []
        order = self._ledger.find(event.client_order_id, event.venue_order_id, event.instrument_id)
        return [] if order is None else [order]

    # -- finding out ---------------------------------------------------------------------------------------------------

    def catch_up(self) -> None:
        """What happened to orders of ours before anybody listened is asked for, and from now on what nobody tells."""
        self._checks.start()
        open_since = [each.submitted_ns for each in self._ledger if not each.is_closed]
        if open_since:
            self.ask_later(min(open_since), at_once=True)

    def ask_later(self, since_ns: int, *, at_once: bool = False) -> None:
        """Ask in the background for what happened since a time: `at_once`, or as soon as something is still unknown a moment later."""
        self._rounds = 0
        self._is_owed |= at_once
        self._go_on_asking(since_ns)

    def _go_on_asking(self, since_ns: int) -> None:
        self._since_ns = since_ns if self._since_ns is None else min(self._since_ns, since_ns)
        if not self._is_closed and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._guarded())

    async def _guarded(self) -> None:
        """A fault of our own ends what is listened to loudly instead of leaving questions open silently."""
        try:
            await self._ask_until_known()
        except Exception as error:
            log.error("reconciliation failed", venue=self._interface.venue, error=repr(error))
            self.listeners.end(error)

    async def _ask_until_known(self) -> None:
        while True:
            if not self._is_owed or self._rounds:
                await self._pause()
            if not self._is_owed and not self._ledger.questions():
                self._since_ns, self._rounds = None, 0
                return
            since_ns = self._clock.now_ns() if self._since_ns is None else self._since_ns
            self._is_owed = False
            self._rounds += 1
            try:
                await self.reconcile(since_ns)
            except DragomanError as error:
                self._on_error(error)
                self._is_owed = True

    async def _pause(self) -> None:
        """Longer each time, unless something new comes into question."""
        slept_ns = 0
        while slept_ns < min(_AGAIN_NS << min(max(self._rounds - 1, 0), 10), _LONGEST_NS):
            await self._clock.sleep(_AGAIN_NS)
            slept_ns += _AGAIN_NS

    async def _check(self, since_ns: int) -> None:
        await self.reconcile(since_ns)
        if self._ledger.questions():
            self._go_on_asking(since_ns)

    async def reconcile(self, since_ns: int) -> None:
        """Orders and fills of the venue since a time through the ledger, then what is still unknown, order by order.

        An order that should stand and is on no list of the venue's is asked for too. Raises what a call raised, after every other
        call was made; what was applied is applied no second time.
        """
        async with self._asking:
            await self._reconcile(since_ns)

    async def _reconcile(self, since_ns: int) -> None:
        asked, standing = self._ledger.questions(), self._standing()
        since_ns = min([since_ns, *(each.submitted_ns for each in asked)]) - _BEFORE_NS
        question = Question(products=self._concerned_products(), since=since_ns)
        failed: list[Failure] = []
        await self._take_all(self._reports.fills(question, failed))
        for report in await self._take_all(self._reports.orders(question, failed)):
            standing.pop((report.instrument_id, report.venue_order_id), None)
        untold = {each.product for each in failed}
        told = [each for each in standing.values() if not {"", self._product_of(each)} & untold]
        for order in self._ledger:
            unsure = order.is_in_question and (
                order.is_open_question or order.is_uncertain or order.is_unsorted or order.not_found
            )
            if unsure or (order in told and not order.is_closed):
                try:
                    await self.find_out(order, is_all={"", self._product_of(order)}.isdisjoint(untold))
                except (HttpError, DataError) as error:
                    failed.append(Failure(self._product_of(order), error))
        if any(order.missing for order in self._ledger.questions()):
            # The sum may have been told after the fills were, or these stand where few orders have any.
            await self._take_all(self._reports.fills(question, failed))
            if any(order.missing for order in self._ledger.questions()):
                rest = replace(question, left_out=True)
                await self._take_all(self._reports.fills(rest, failed))
        # A product that can't be asked for keeps its own orders open, and no others.
        untold = {each.product for each in failed}
        for order in self._ledger.questions():
            is_told = order in asked and not order.is_open_question and not order.not_found
            if order.is_uncertain and self._may_come_late(order):
                continue
            if is_told and not {"", self._product_of(order)} & untold:
                self.listeners.tell(self._ledger.settle(order, self._clock.now_ns()))
        if any(order.not_found for order in self._ledger.questions()):
            self._go_on_asking(since_ns)
        if failed:
            raise failed[0].error
        log.info("reconciled", venue=self._interface.venue, since_ns=since_ns, orders=len(self._ledger))

    def _standing(self) -> dict[tuple[str, str], TrackedOrder]:
        """Orders that the venue's list of open ones has to name: those that stood before it is asked for."""
        return {
            (each.instrument_id, each.venue_order_id): each
            for each in self._ledger
            if each.venue_order_id is not None
            and not each.is_closed
            and not each.changes
            and not self._may_come_late(each)
        }

    def _may_come_late(self, order: TrackedOrder) -> bool:
        """Whether a command about it may be on its way yet, so that what the venue says now is not its last word."""
        lost_ns = order.unknown_ns and order.unknown_ns + self._settles_after_ns
        return self._clock.now_ns() < max(order.submitted_ns + _JUST_SENT_NS, lost_ns)

    def _concerned_products(self) -> tuple[str, ...]:
        """Products that somebody listens to, or that orders of ours are of."""
        known = {(each.instrument_id, each.product): each for each in self._ledger}
        return tuple(dict.fromkeys((*self.products, *map(self._product_of, known.values()))))

    def _product_of(self, order: TrackedOrder) -> str:
        return order.product or self._client.requests.wanted(order.instrument_id, None, ())[0]

    async def _take_all(self, asked: Awaitable[list[T]]) -> list[T]:
        found = await had(asked)
        for report in found:
            self.take(report, reconciled=True)
        return found

    async def find_out(self, order: TrackedOrder, *, is_all: bool = True) -> None:
        """Ask the venue for one order of ours; that it does not know it is its word when nothing can be under way any more.

        is_all: whether its lists of orders and fills, which know of orders long gone, were all to be had.
        """
        if "query_order" not in self._interface.commands:
            return
        query = QueryOrder(
            instrument_id=order.instrument_id,
            client_order_id=order.client_order_id,
            venue_order_id=order.venue_order_id,
        )
        # Of an order that it has no name for yet the venue tells by lists alone.
        is_findable = not order.is_nameless or order.venue_order_id is not None
        try:
            found = await self.query(query) if is_findable else None
        except NotSupported:
            return
        if found is None and is_all:
            often = _ASKED_OFTEN_OF_TOLD if order.was_told else _ASKED_OFTEN
            enough = None if self._may_come_late(order) else often
            reason = "the venue does not know the order"
            now = self._clock.now_ns()
            self.listeners.tell(self._ledger.on_not_found(order, reason, now, enough=enough))

    async def query(self, query: QueryOrder, product: str | None = None) -> OrderStatusReport | None:
        """One order as the venue has it; None where it says that there is no such order."""
        assert self.desk is not None
        if "query_order" not in self._interface.commands:
            return self._named(await self._reports.orders(Question(instrument_id=query.instrument_id)), query)
        for ready in self.desk.queries(query, product):
            try:
                events = self._read(ready, await self._client.answer(ready))
            except VenueError as error:
                if self._client.kind_of(error) != "not_found":
                    raise
                continue
            named = self._named(events, query)
            if named is not None:
                return named
        return None

    def _named(self, events: Iterable[Any], query: QueryOrder) -> OrderStatusReport | None:
        """The report of the order that was asked for, everything told."""
        named = None
        for event in events:
            self.take(event, reconciled=True)
            if isinstance(event, OrderStatusReport) and (
                _is(event, query) or query.client_order_id in self._names(event)
            ):
                named = event
        return named

    def _names(self, report: OrderStatusReport) -> list[str]:
        """Our id of the order that a report is of, which the venue may not know."""
        return [each.client_order_id for each in self._concerned(report)]

    async def close(self) -> None:
        """Ask no more, and wait until the task is gone."""
        self._is_closed = True
        await self._checks.close()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
        self.listeners.end()


def _is(report: OrderStatusReport, query: QueryOrder) -> bool:
    if query.venue_order_id is not None and report.venue_order_id == query.venue_order_id:
        return True
    return query.client_order_id is not None and report.client_order_id == query.client_order_id
