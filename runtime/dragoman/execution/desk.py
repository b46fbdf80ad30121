"""Commands on their way to the venue and back: prepared, sent over HTTP or a connection, told to the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Literal

import msgspec

from dragoman.errors import CallError, DragomanError, InvalidOrder, OutcomeUnknown
from dragoman.execution import happened, turns
from dragoman.execution.asker import Answer, Asker
from dragoman.execution.batches import SINGLE, batches, said_of
from dragoman.execution.ledger import Ledger
from dragoman.execution.numbers import is_nameless, named, numbered, standing
from dragoman.execution.tracked import TrackedOrder, tracked
from dragoman.execution.under_way import UnderWay
from dragoman.model import (
    Accepted,
    CancelOrder,
    ContingencyType,
    ModifyOrder,
    Order,
    Outcome,
    QueryOrder,
    Rejected,
    Unknown,
)
from dragoman.model.actions import CHANGES
from dragoman.net.backend import Clock
from dragoman.requests.client import BaseClient
from dragoman.requests.commands import Prepared
from dragoman.requests.increments import rounded
from dragoman.requests.linked import check_linked, list_command
from dragoman.requests.outcome import misses_order, outcome_of_error, outcomes
from dragoman.requests.sockets import connection_for, socket_frame

OrdersOver = Literal["http", "ws"]
Named = ModifyOrder | CancelOrder | QueryOrder
Take = Callable[[Prepared, bytes], None]
"""Told what an answer says beside its outcome."""
Tell = Callable[[list[Any]], None]

_LEFT = "the caller did not wait for the answer"


class Desk:
    """Sends commands of one account.

    ask_over: opens the connection of a name for a product, "" where products share it; tell: gets order events as they happen;
    take: gets answers that were accepted, for what they say of orders and fills; on_unknown: told when an outcome is open.
    """

    def __init__(
        self,
        client: BaseClient,
        ledger: Ledger,
        clock: Clock,
        *,
        over: OrdersOver,
        ask_over: Callable[[str, str], Asker],
        tell: Tell,
        take: Take,
        on_unknown: Callable[[], None],
    ) -> None:
        self._client = client
        self._requests = client.requests
        self._interface = client.interface
        self._ledger = ledger
        self._clock = clock
        self._over = over
        self._ask_over = ask_over
        self._tell = tell
        self._take = take
        self._on_unknown = on_unknown
        self._under_way = UnderWay()

    # -- commands ------------------------------------------------------------------------------------------------------

    async def submit(self, order: Order, to_steps: bool, params: dict[str, Any]) -> Outcome:
        order = self._ready_order(order, to_steps)
        ready = self._prepared("submit_order", {"order": order, **params}, [order])
        return (await self._submitted(ready, [order]))[0]

    async def submit_list(
        self, orders: Sequence[Order], to_steps: bool, params: dict[str, Any]
    ) -> list[Outcome]:
        ready_orders = [self._ready_order(order, to_steps) for order in orders]
        product = self._product_of(ready_orders, params)
        if form := list_command(self._interface, ready_orders, product):
            ready = self._prepared(form, {"orders": ready_orders, **params}, ready_orders)
            return await self._submitted(ready, ready_orders)
        if any(each.contingency_type is not ContingencyType.NO_CONTINGENCY for each in ready_orders):
            check_linked(self._interface, ready_orders, product)
            if "contingency" in self._interface.commands["submit_order"].inputs:
                return await self._submitted_in_turn(ready_orders, params)
        parts: list[turns.Part] = []
        for _, together, places in self._batches("submit_order_list", ready_orders, params):
            some = [ready_orders[place] for place in places]
            action, said = said_of("submit_order_list", together, some, "order")
            ready = self._prepared(action, {**said, **params}, ready_orders)
            parts.append((places, partial(self._submitted, ready, some)))
        # Nothing goes out before every part of it is found to be good.
        return await turns.send_in_parts(parts)

    async def modify(self, change: ModifyOrder, to_steps: bool, params: dict[str, Any]) -> Outcome:
        return (await self._modified([change], to_steps, params, "modify_order"))[0]

    async def modify_many(
        self, changes: Sequence[ModifyOrder], to_steps: bool, params: dict[str, Any]
    ) -> list[Outcome]:
        return await self._modified(changes, to_steps, params, "batch_modify_orders")

    async def cancel(self, cancel: CancelOrder, params: dict[str, Any]) -> Outcome:
        return (await self._canceled([cancel], params, "cancel_order"))[0]

    async def cancel_many(self, cancels: Sequence[CancelOrder], params: dict[str, Any]) -> list[Outcome]:
        return await self._canceled(cancels, params, "batch_cancel_orders")

    async def other(self, action: str, params: dict[str, Any]) -> Outcome:
        """A command that is about no single order; whatever it may have done to orders of ours is asked for where nobody knows."""
        about = getattr(params.get("command"), "instrument_id", None)
        ready = self._client.prepare(action, params)

        def told(found: list[Outcome]) -> None:
            if any(isinstance(each, Unknown) for each in found):
                for order in self._ledger:
                    order.is_uncertain |= order.instrument_id == about and not order.is_closed

        return (await self._carried(ready, told))[0]

    def queries(self, query: QueryOrder, product: str | None = None) -> list[Prepared]:
        """The questions about an order: as one of its type, and as a plain one, which what waited for a price becomes."""
        order = self._tracked(query)
        where = product or (None if order is None else order.product or None)
        said = {"command": self._named(query), "product": where}
        plain = self._client.prepare("query_order", dict(said))
        original = None if order is None else order.as_it_stands
        if original is None:
            return [plain]
        typed = self._client.prepare("query_order", {**said, "original": original})
        return [plain] if typed.operation is plain.operation else [typed, plain]

    # -- orders --------------------------------------------------------------------------------------------------------

    def _ready_order(self, order: Order, to_steps: bool) -> Order:
        if order.client_order_id is None:
            order = msgspec.structs.replace(order, client_order_id=self._requests.nonce())
        if to_steps:
            order = self._to_steps(order)
        if self._ledger.find(order.client_order_id) is not None:
            raise InvalidOrder(
                "client_order_id", f"{order.client_order_id!r} was used before; ids are used once"
            )
        return order

    def _product_of(self, orders: Sequence[Order], params: Mapping[str, Any]) -> str:
        said: str | None = params.get("product")
        return said or self._requests.wanted(orders[0].instrument_id, None, ())[0]

    async def _submitted_in_turn(self, orders: Sequence[Order], params: dict[str, Any]) -> list[Outcome]:
        """Orders that are linked by what each of them says go out one by one, under the id of their list."""
        name = next((each.order_list_id for each in orders if each.order_list_id), None)
        name = name or self._requests.nonce()
        named = [msgspec.structs.replace(each, order_list_id=name) for each in orders]
        # Nothing goes out before every one of them is found to be good.
        ready = [self._prepared("submit_order", {"order": each, **params}, named) for each in named]

        async def send(place: int) -> Outcome:
            return (await self._submitted(ready[place], [named[place]]))[0]

        async def withdraw(place: int) -> None:
            order = named[place]
            cancel = CancelOrder(instrument_id=order.instrument_id, client_order_id=order.client_order_id)
            sent = self._ledger.find(order.client_order_id)
            if sent is not None:
                await turns.take_back(sent, lambda: self.cancel(cancel, {}), self._clock)

        def drop(place: int, why: str) -> Outcome:
            now, identity = self._clock.now_ns(), str(named[place].client_order_id)
            self._tell([happened.denied(tracked(named[place], identity, now), why, now)])
            return Rejected(reason=why, client_order_id=identity)

        def is_over(place: int) -> bool:
            return turns.ends_others(self._ledger.find(named[place].client_order_id))

        return await turns.send_in_turn(turns.in_turn(named), send, withdraw, drop, is_over)

    def _prepared(self, action: str, said: dict[str, Any], orders: Sequence[Order]) -> Prepared:
        """A submission through its tables; what is refused here is told as denied."""
        try:
            return self._client.prepare(action, said)
        except CallError as error:
            now = self._clock.now_ns()
            refusals = [tracked(order, str(order.client_order_id), now) for order in orders]
            self._tell([happened.denied(each, str(error), now) for each in refusals])
            raise

    async def _submitted(self, ready: Prepared, orders: Sequence[Order]) -> list[Outcome]:
        now = self._clock.now_ns()
        named = [str(order.client_order_id) for order in orders]
        for order, identity in zip(orders, named, strict=True):
            under, hangs = ready.under.get(identity), order.parent_order_id in named
            self._tell(self._ledger.submit(order, identity, now, under, hangs=hangs))
            sent = self._ledger.find(identity)
            if sent is not None:
                sent.product = ready.product

        def told(found: list[Outcome]) -> None:
            for identity, outcome in zip(named, found, strict=True):
                order = self._ledger.find(identity)
                if order is not None:
                    order.is_nameless = order.under is None and is_nameless(outcome, ready, identity)
                    self._tell(self._ledger.on_submitted(order, outcome, self._clock.now_ns()))

        try:
            with self._under_way.going(() if self._connection(ready) else named):
                return [numbered(each, self._ledger) for each in await self._carried(ready, told)]
        except DragomanError as error:
            # Whatever is raised, and not told as an outcome, stands for nothing having been sent.
            for identity in named:
                self._tell(self._ledger.deny(identity, str(error), self._clock.now_ns()))
            raise
        except BaseException:
            told([Unknown(why=_LEFT) for _ in named])
            self._on_unknown()
            raise

    async def _modified(
        self, changes: Sequence[ModifyOrder], to_steps: bool, params: dict[str, Any], action: str
    ) -> list[Outcome]:
        await self._under_way.answered(map(self._tracked, changes))
        asked = [self._named(self._to_steps(change) if to_steps else change) for change in changes]
        orders = [self._tracked(each) for each in changes]
        originals = [None if order is None else order.as_it_stands for order in orders]
        parts: list[turns.Part] = []
        for product, together, places in self._batches(action, asked, params):
            some = [asked[place] for place in places]
            name, said = said_of(action, together and action != "modify_order", some, "command")
            terms = [originals[place] for place in places]
            said |= {"originals": terms} if "orders" in said else standing(orders[places[0]])
            ready = self._client.prepare(name, {**said, **params, "product": product})
            concerned = [orders[place] for place in places]
            parts.append((places, partial(self._about, ready, concerned, self._ledger.on_changed)))
        return await turns.send_in_parts(parts)

    async def _canceled(
        self, cancels: Sequence[CancelOrder], params: dict[str, Any], action: str
    ) -> list[Outcome]:
        await self._under_way.answered(map(self._tracked, cancels))
        asked = [self._named(cancel) for cancel in cancels]
        parts: list[turns.Part] = []
        for product, together, places in self._batches(action, asked, params):
            some = [asked[place] for place in places]
            orders = [self._tracked(cancels[place]) for place in places]
            name, said = said_of(action, together and action != "cancel_order", some, "command")
            originals = [None if order is None else order.as_it_stands for order in orders]
            if "orders" in said:
                said["originals"] = originals
            elif originals[0] is not None:
                said["original"] = originals[0]
            ready = self._client.prepare(name, {**said, **params, "product": product})
            parts.append((places, partial(self._about, ready, orders, self._ledger.on_canceled)))
        return await turns.send_in_parts(parts)

    async def _about(
        self,
        ready: Prepared,
        orders: Sequence[TrackedOrder | None],
        on_outcome: Callable[[TrackedOrder, Outcome, int], list[Any]],
    ) -> list[Outcome]:
        """Send what is about orders that exist, and tell the ledger what came of it."""
        for order in orders:
            if order is not None and on_outcome == self._ledger.on_changed:
                self._ledger.change(order)

        def told(found: list[Outcome]) -> None:
            for order, outcome in zip(orders, found, strict=True):
                if order is not None:
                    self._tell(on_outcome(order, outcome, self._clock.now_ns()))
                    if misses_order(self._interface.errors, outcome) and not order.is_closed:
                        # It ended, and nobody has told us.
                        order.is_uncertain = True
                        self._on_unknown()

        try:
            found = await self._carried(ready, told)
            return [named(each, order) for each, order in zip(found, orders, strict=True)]
        except DragomanError:
            for order in orders:
                if order is not None and on_outcome == self._ledger.on_changed:
                    self._tell(self._ledger.on_unsent(order, self._clock.now_ns()))
            raise
        except BaseException:
            told([Unknown(why=_LEFT) for _ in orders])
            self._on_unknown()
            raise

    def _tracked(self, command: Named) -> TrackedOrder | None:
        return self._ledger.find(command.client_order_id, command.venue_order_id, command.instrument_id)

    def _named(self, command: Any) -> Any:
        """The command with the ids of an order of ours that the venue knows."""
        order = self._tracked(command)
        if order is None:
            return command
        number = order.venue_order_id or command.venue_order_id
        name = order.under or command.client_order_id or order.client_order_id
        return msgspec.structs.replace(
            command, client_order_id=None if order.goes_by_number and number else name, venue_order_id=number
        )

    def _to_steps(self, command: Any) -> Any:
        instrument = self._requests.instruments.get(command.instrument_id)
        return command if instrument is None else rounded(instrument, command)

    # -- batches -------------------------------------------------------------------------------------------------------

    def _batches(
        self, action: str, entries: Sequence[Any], params: Mapping[str, Any]
    ) -> list[tuple[str, bool, list[int]]]:
        """(product, whether they go together, places) of entries, in calls of one product each."""

        def product_of(entry: Any) -> str:
            order = None if isinstance(entry, Order) else self._tracked(entry)
            said: str | None = params.get("product") or (None if order is None else order.product or None)
            return said or self._requests.wanted(entry.instrument_id, None, ())[0]

        if action not in SINGLE:
            return [(product_of(entry), False, [place]) for place, entry in enumerate(entries)]
        return list(batches(self._interface, action, entries, product_of))

    # -- sending -------------------------------------------------------------------------------------------------------

    async def _carried(self, ready: Prepared, told: Callable[[list[Outcome]], None]) -> list[Outcome]:
        """The outcomes of a command; `told` gets them first, and again should an answer come after all."""
        connection = self._connection(ready)
        if connection is None:
            found, body = await self._client.carry_out(ready)
            self._read(ready, found, body, told)
            return found
        return await self._asked(ready, connection, told)

    def _connection(self, ready: Prepared) -> str | None:
        """The connection that takes a command, one after the other; None where it goes by a call of its own."""
        return connection_for(self._interface, ready.operation, ready.product) if self._over == "ws" else None

    async def _asked(
        self, ready: Prepared, connection: str, told: Callable[[list[Outcome]], None]
    ) -> list[Outcome]:
        operation, product = ready.operation, ready.product

        frame = partial(socket_frame, self._requests, connection, operation, product, ready.checked)

        def read(answer: Answer) -> list[Outcome]:
            status, body = answer
            found = outcomes(ready.command, self._interface.errors, status, body, ready.client_order_ids)
            self._read(ready, found, body, told)
            return found

        await self._client.turn(operation, product, ready.checked)
        try:
            answer = await self._ask_over(connection, product).ask(operation.name, frame, read)
        except OutcomeUnknown as error:
            found = [outcome_of_error(error, each) for each in ready.client_order_ids]
            self._read(ready, found, b"", told)
        else:
            found = read(answer)
            await self._client.heed(ready, *answer, found)
        return found

    def _read(
        self, ready: Prepared, found: list[Outcome], body: bytes, told: Callable[[list[Outcome]], None]
    ) -> None:
        tells = bool(body) and any(isinstance(each, Accepted) for each in found)
        # What took the place of an order is known before the end of that one, which was held back for it, is judged.
        is_change = ready.command.name in CHANGES
        if tells and is_change:
            self._take(ready, body)
        told(found)
        if any(isinstance(each, Unknown) for each in found):
            self._on_unknown()
        if tells and not is_change:
            self._take(ready, body)
