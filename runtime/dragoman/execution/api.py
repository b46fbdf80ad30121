"""What an adapter's user calls to trade: commands, reports, and the account's stream."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from dragoman.adapter.consumers import Consumer, Direct, OnFull
from dragoman.errors import DragomanError, NotSupported, ProductRequired
from dragoman.execution.account import Account
from dragoman.execution.asker import Asker
from dragoman.execution.desk import Desk, OrdersOver
from dragoman.execution.fills import FillStore
from dragoman.execution.ledger import Ledger
from dragoman.execution.private import Private
from dragoman.execution.reports import Call, ExecutionMassStatus, Failure, Pages, Question, Reports, had
from dragoman.execution.tracked import TrackedOrder
from dragoman.model import (
    AccountState,
    CancelAllOrders,
    CancelOrder,
    FillReport,
    InstrumentId,
    ModifyOrder,
    Order,
    OrderSide,
    OrderStatusReport,
    Outcome,
    PositionStatusReport,
    QueryOrder,
    VenueOrderId,
)
from dragoman.net.backend import Clock
from dragoman.requests.client import BaseClient
from dragoman.requests.commands import Prepared
from dragoman.requests.facts import Interface
from dragoman.requests.sockets import submitting
from dragoman.requests.terms import command_of

if TYPE_CHECKING:
    from dragoman.requests.builder import Requests


class Execution:
    """The trading side of an adapter; `Adapter` inherits it.

    Outcomes are Accepted, Rejected or Unknown. What a venue can't do raises NotSupported or Denied, a value off its steps
    InvalidOrder, before anything is sent. RateLimited and TransportError say that nothing was sent, or taken.
    """

    venue: str
    interface: Interface
    requests: Requests
    client: BaseClient
    clock: Clock
    on_error: Callable[[DragomanError], None]
    _queue_size: int
    _on_full: OnFull

    _read_answer: Callable[[Prepared, bytes], list[Any]]
    _ask_report: Call
    _page_report: Pages

    def _begin_execution(
        self,
        orders_over: OrdersOver,
        fills: FillStore | None,
        check_every_ns: int | None,
        settles_after_ns: int,
    ) -> None:
        self.fills = fills if fills is not None else FillStore()
        """Fills that were told; `to_bytes()` keeps them over a restart."""
        self._ledger = Ledger(
            self.fills, currency_of=self._quote_of, is_post_only=self.interface.errors.is_post_only
        )
        self._reports = Reports(self.requests, self._ask_report, self._page_report, self._traded)
        self._account = Account(
            self.client,
            self._ledger,
            self._reports,
            self.clock,
            self._read_answer,
            self.on_error,
            check_every_ns,
            settles_after_ns,
        )
        self._private = self._account.private = Private(cast(Any, self), self._account)
        self._desk = self._account.desk = Desk(
            self.client,
            self._ledger,
            self.clock,
            over=orders_over,
            ask_over=self._asker,
            tell=self._account.listeners.tell,
            take=self._account.take_answer,
            on_unknown=lambda: self._account.ask_later(self.clock.now_ns()),
        )
        self._askers: dict[str, tuple[object, Asker]] = {}
        self._is_over_ws = orders_over == "ws"

    # -- commands ------------------------------------------------------------------------------------------------------

    async def submit_order(
        self, order: Order, *, round_to_increments: bool = False, **params: Any
    ) -> Outcome:
        """Send an order; without a `client_order_id` it is given one.

        round_to_increments: put prices on the nearest step and quantities on the step below instead of refusing them;
        product: where the instrument's id leaves it open.
        """
        return await self._desk.submit(order, round_to_increments, params)

    async def submit_order_list(
        self, orders: Sequence[Order], *, round_to_increments: bool = False, **params: Any
    ) -> list[Outcome]:
        """Send several orders, an outcome each: together as far as the venue takes them so, else one after another."""
        return await self._desk.submit_list(orders, round_to_increments, params)

    async def modify_order(
        self, change: ModifyOrder | None = None, *, round_to_increments: bool = False, **fields: Any
    ) -> Outcome:
        """Change an order: a ModifyOrder, or its fields. Of an order of ours one of the two ids suffices."""
        found = self._command(ModifyOrder, "modify_order", change, fields)
        return await self._desk.modify(found, round_to_increments, fields)

    async def batch_modify_orders(
        self, changes: Sequence[ModifyOrder], *, round_to_increments: bool = False, **params: Any
    ) -> list[Outcome]:
        """Change several orders, an outcome each."""
        return await self._desk.modify_many(changes, round_to_increments, params)

    async def cancel_order(self, cancel: CancelOrder | None = None, **fields: Any) -> Outcome:
        """Take an order back: a CancelOrder, or its fields. Accepted means that the venue took the wish."""
        return await self._desk.cancel(self._command(CancelOrder, "cancel_order", cancel, fields), fields)

    async def batch_cancel_orders(self, cancels: Sequence[CancelOrder], **params: Any) -> list[Outcome]:
        """Take several orders back, an outcome each."""
        return await self._desk.cancel_many(cancels, params)

    async def cancel_all_orders(
        self, instrument_id: str, order_side: OrderSide = OrderSide.NO_ORDER_SIDE, **params: Any
    ) -> Outcome:
        """Take back every order of an instrument, of one side where the venue can."""
        product = params.pop("product", None)
        command = CancelAllOrders(
            instrument_id=InstrumentId(instrument_id), order_side=order_side, params=params
        )
        return await self._desk.other("cancel_all_orders", {"command": command, "product": product})

    async def query_order(self, query: QueryOrder | None = None, **fields: Any) -> OrderStatusReport | None:
        """One order as the venue has it, the ledger told; None where the venue has no such order."""
        product = fields.pop("product", None)
        return await self._account.query(self._command(QueryOrder, "query_order", query, fields), product)

    async def query_account(self, product: str | None = None) -> list[AccountState]:
        """The account's balances, told to who listens to the account."""
        states = await self.account_states(product)
        for state in states:
            self._account.take(state)
        return states

    # -- what is known -------------------------------------------------------------------------------------------------

    def order(
        self, client_order_id: str | None = None, *, venue_order_id: str | None = None
    ) -> TrackedOrder | None:
        """An order of ours by one of its ids, as far as the venue has told of it."""
        return self._ledger.find(client_order_id, venue_order_id)

    @property
    def orders(self) -> list[TrackedOrder]:
        """Orders of ours, in the order of their submission; those that ended long ago are forgotten."""
        return list(self._ledger)

    def adopt_order(
        self, order: Order, report: OrderStatusReport, fills: Iterable[FillReport] = ()
    ) -> TrackedOrder:
        """Go on with an order of an earlier run; what the report says is filled counts as told, and so do its `fills`.

        What happened to it since the report was made is asked for as soon as somebody listens to the account.
        """
        found = self._ledger.adopt(order, report, fills)
        if self._account.listeners:
            self._account.ask_later(report.ts_init, at_once=True)
        return found

    def take_report(self, report: OrderStatusReport | FillReport) -> None:
        """Take in a report that came another way than over the account's stream; what is new of it goes to who listens."""
        self._account.take(report)

    # -- reports -------------------------------------------------------------------------------------------------------

    async def order_status_reports(
        self,
        instrument_id: str | None = None,
        *,
        open_only: bool = False,
        since: int | None = None,
        product: str | None = None,
    ) -> list[OrderStatusReport]:
        """Orders of the account by every operation that tells of them; `since` in UNIX nanoseconds, open ones come anyway."""
        asked = Question(
            instrument_id=instrument_id, products=_only(product), since=since, open_only=open_only
        )
        return await self._reports.orders(asked)

    async def fill_reports(
        self, instrument_id: str | None = None, *, since: int | None = None, product: str | None = None
    ) -> list[FillReport]:
        """Fills, oldest first, each once; `since` in UNIX nanoseconds."""
        asked = Question(instrument_id=instrument_id, products=_only(product), since=since)
        return await self._reports.fills(asked)

    async def position_status_reports(
        self, instrument_id: str | None = None, *, product: str | None = None
    ) -> list[PositionStatusReport]:
        """Positions of the account."""
        return await self._reports.positions(Question(instrument_id=instrument_id, products=_only(product)))

    async def account_states(self, product: str | None = None) -> list[AccountState]:
        """Balances, one state for each account that the venue keeps apart."""
        return await self._reports.accounts(Question(products=_only(product)))

    async def account_state(self, product: str | None = None) -> AccountState:
        """Balances of the venue's one account, or of the one that `product` belongs to; raises ProductRequired for several."""
        found = await self.account_states(product)
        if not found:
            raise NotSupported(self.venue, "account_state", product)
        if len(found) > 1:
            raise ProductRequired(self.venue, "account_state", self.interface.products)
        return found[0]

    async def mass_status(
        self, since: int | None = None, *, instrument_ids: Iterable[str] = (), products: Iterable[str] = ()
    ) -> ExecutionMassStatus:
        """Orders, fills, positions and balances of some or all products; what could not be had is in `failed`, and is not raised.

        since: UNIX nanoseconds; without it open orders only. instrument_ids: what to ask for where a venue tells of one instrument
        at a time, beside those with open orders, with positions, and with orders of ours.
        """
        failed: list[Failure] = []
        orders: dict[tuple[InstrumentId, VenueOrderId], OrderStatusReport] = {}
        fills: dict[tuple[InstrumentId, VenueOrderId], list[FillReport]] = {}
        positions: dict[InstrumentId, list[PositionStatusReport]] = {}
        asked = Question(
            products=tuple(products), since=since, open_only=since is None, traded=tuple(instrument_ids)
        )
        for position in await had(self._reports.positions(asked, failed)):
            positions.setdefault(position.instrument_id, []).append(position)
        for order in await had(self._reports.orders(asked, failed)):
            orders[order.instrument_id, order.venue_order_id] = order
        # Asked for after the orders, so that every fill that these count is among them.
        traded = (*asked.traded, *positions, *(order.instrument_id for order in orders.values()))
        for fill in await had(self._reports.fills(replace(asked, traded=traded), failed)):
            fills.setdefault((fill.instrument_id, fill.venue_order_id), []).append(fill)
        lacking = {key[0] for key, order in orders.items() if order.filled_qty > _sum_of(fills.get(key, ()))}
        rest = replace(asked, traded=tuple(lacking), left_out=True)
        for fill in await had(self._reports.fills(rest, failed)) if lacking else ():
            if fill.instrument_id in lacking:
                fills.setdefault((fill.instrument_id, fill.venue_order_id), []).append(fill)
        states = await had(self._reports.accounts(asked, failed))
        return ExecutionMassStatus(
            venue=self.venue,
            order_reports=orders,
            fill_reports=fills,
            position_reports=positions,
            account_states=states,
            failed=tuple(each.error for each in failed),
            ts_init=self.clock.now_ns(),
        )

    async def reconcile(self, since: int) -> None:
        """Ask for orders and fills since a time (UNIX nanoseconds) and tell the ledger; what is new goes to who listens."""
        await self._account.reconcile(since)

    # -- the account's stream ------------------------------------------------------------------------------------------

    async def subscribe_account(self, *products: str) -> AsyncIterator[Any]:
        """Order events, reports of orders that are not ours, positions, balances and StreamGaps, until the caller stops."""
        async with self.account_subscription(*products) as consumer:
            async for event in consumer:
                yield event

    @asynccontextmanager
    async def account_subscription(
        self, *products: str, into: Callable[[Any], None] | None = None
    ) -> AsyncIterator[Consumer]:
        """As `subscribe_account`, confirmed by the venue before the block is entered.

        into: gets each event as soon as it is there, the first of them before the block is entered; it must neither raise nor wait.
        """
        consumer = (
            Consumer(self.venue, (), self._queue_size, self._on_full)
            if into is None
            else Direct(self.venue, (), into)
        )
        self._account.listeners.add(consumer)
        try:
            wanted = products or tuple(self.interface.products)
            for connection, product in submitting(self.interface, wanted) if self._is_over_ws else ():
                self._asker(connection, product)  # so that the first order does not wait for it
            await self._private.open(wanted)
            consumer.open()
            self._account.catch_up()
            yield consumer
        finally:
            self._account.listeners.remove(consumer)
            consumer.end()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _command(self, kind: type[Any], action: str, given: Any, fields: dict[str, Any]) -> Any:
        """A command as it was given, or made of its fields; what is left of the fields is for the request."""
        if given is not None:
            return given
        said = {name: fields.pop(name) for name in list(fields) if name in kind.__struct_fields__}
        return command_of(self.venue, action, said)

    def _quote_of(self, instrument_id: str) -> str:
        instrument = self.requests.instruments.get(instrument_id)
        found = getattr(instrument, "quote_currency", None)
        return "" if found is None else str(found)

    def _traded(self, since_ns: int | None) -> Iterable[str]:
        """Instruments that orders of ours are of, oldest first; of those alone that were open at some time since one, where it is told."""
        concerned = (
            each.instrument_id
            for each in self._ledger
            if since_ns is None or not each.is_closed or max(each.ts_last, each.submitted_ns) >= since_ns
        )
        return list(dict.fromkeys(map(str, concerned)))

    def _asker(self, connection: str, product: str) -> Asker:
        runner = self._private.runner(connection, product)
        name = f"{connection}:{runner.session.facts.name}"
        known = self._askers.get(name)
        if known is None or known[0] is not runner:
            asking = self.interface.streams[connection].requests
            assert asking is not None
            known = self._askers[name] = (runner, Asker(runner, asking, self.clock))
        return known[1]


def _only(product: str | None) -> tuple[str, ...]:
    return () if product is None else (product,)


def _sum_of(fills: Iterable[FillReport]) -> Decimal:
    return sum((each.last_qty for each in fills), Decimal(0))
