"""Trading on one account of any generated venue in a NautilusTrader node."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

from msgspec.structs import replace
from nautilus_trader.core.datetime import dt_to_unix_nanos
from nautilus_trader.execution import messages
from nautilus_trader.execution import reports as theirs
from nautilus_trader.live.execution_client import LiveExecutionClient
from nautilus_trader.model.enums import AccountType, OmsType, OrderStatus
from nautilus_trader.model.identifiers import AccountId, ClientId

from dragoman import model
from dragoman.errors import DragomanError
from dragoman.nautilus.account_link import AccountLink
from dragoman.nautilus.convert import orders
from dragoman.nautilus.exec_config import DragomanExecClientConfig
from dragoman.nautilus.link import Link
from dragoman.nautilus.provider import provider_for
from dragoman.nautilus.statements import Statements

_NOT_SENT = "nothing was sent: "
_HANDED_OVER_S, _TURN_S = 5.0, 0.001
"""How long a cancel waits for the submission that it has overtaken, and how often it looks."""
_SETTLING_S = 0.1
"""What a question makes known comes as events first; so long they take through the node's queues."""


class DragomanExecutionClient(LiveExecutionClient):
    """Sends commands and tells what becomes of them.

    What the venue's tables deny is denied before anything is sent; OrderRejected is the venue's word. A command whose outcome is unknown
    leaves its order in flight until the venue has told. `params` of a command go to the venue in its own words, `product`
    among them names the product where the instrument leaves it open.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        name: str,
        link: Link,
        config: DragomanExecClientConfig,
        msgbus: Any,
        cache: Any,
        clock: Any,
    ) -> None:
        super().__init__(
            loop=loop,
            client_id=ClientId(name),
            venue=link.venue,
            oms_type=OmsType[config.oms_type],
            account_type=AccountType[config.account_type or "MARGIN"],
            base_currency=None,
            instrument_provider=provider_for(link, config.instrument_provider),
            msgbus=msgbus,
            cache=cache,
            clock=clock,
        )
        self._set_account_id(AccountId(f"{name}-{config.account}"))
        self._config = config
        self._account = AccountLink(self, link, config)
        self._statements = Statements(self._account)
        self._connecting: asyncio.Task[Any] | None = None
        if name != link.venue.value:
            self._log.warning(
                f"NautilusTrader finds the account of {link.venue} by a client of that name: call this one {link.venue} in `exec_clients`, or a "
                "node that finds positions at its start does not begin to trade"
            )

    # -- connection ----------------------------------------------------------------------------------------------------

    async def _connect(self) -> None:
        self._connecting = asyncio.current_task()
        try:
            await self._account.open()
            await self._await_account_registered()
        except DragomanError as error:
            if self._config.stop_node_on_refusal:
                self.shutdown_system(f"{self.id} can't trade: {error}")
            raise

    async def _disconnect(self) -> None:
        if self._connecting is not None and not self._connecting.done():
            self._connecting.cancel()
            await asyncio.wait({self._connecting})
        await self._account.close()

    # What the venue refuses is no fault of the program and deserves a sentence, not a trace.
    def _on_task_completed(self, actions: Any, success_msg: Any, success_color: Any, task: Any) -> None:
        error = None if task.cancelled() else task.exception()
        if isinstance(error, DragomanError):
            self._log.error(f"{task.get_name()}: {type(error).__name__}: {error}")
            return
        super()._on_task_completed(actions, success_msg, success_color, task)

    # -- orders --------------------------------------------------------------------------------------------------------

    async def _submit_order(self, command: messages.SubmitOrder) -> None:
        await self._submit([command.order], command)

    async def _submit_order_list(self, command: messages.SubmitOrderList) -> None:
        await self._submit(list(command.order_list.orders), command)

    async def _submit(self, given: Sequence[Any], command: Any) -> None:
        """Send orders, together where they are several; the account's stream tells what becomes of them."""
        waiting = [each for each in given if not each.is_closed]
        if not waiting:
            self._log.warning(f"{command} has no order that is still open")
            return
        params = dict(command.params or {})
        where = {"product": params.pop("product")} if "product" in params else {}
        try:
            name = self._account.name_of(command.instrument_id)
            where = where or self._account.where(name)
            ready = [orders.order_from(each, name, params) for each in waiting]
            adapter = self._account.adapter
            if len(ready) == 1:
                outcomes = [await adapter.submit_order(ready[0], **where)]
            else:
                outcomes = await adapter.submit_order_list(ready, **where)
        except DragomanError as error:
            self._deny(waiting, error)
            return
        for order, outcome in zip(waiting, outcomes, strict=True):
            self._warn(order.client_order_id, outcome, "submission")

    def _deny(self, waiting: Sequence[Any], error: DragomanError) -> None:
        """Tell that nothing was sent of the orders which did not go out before the error."""
        now = self._clock.timestamp_ns()
        for order in waiting:
            tracked = self._account.tracked(order.client_order_id.value)
            if tracked is not None and tracked.status is not model.OrderStatus.DENIED:
                continue  # an earlier part of a list, which is under way
            about = order.strategy_id, order.instrument_id, order.client_order_id
            if not self._account.incoming.is_submitted(order.client_order_id.value):
                self._account.incoming.denied(order.client_order_id.value)
                self.generate_order_denied(*about, str(error), now)
            else:
                # An order that was told to be on its way can only be rejected here, whoever did.
                self.generate_order_rejected(*about, f"{_NOT_SENT}{error}", now)

    async def _modify_order(self, command: messages.ModifyOrder) -> None:
        order = self._cache.order(command.client_order_id)
        if order is None or order.is_closed:
            self._log.warning(f"{command.client_order_id!r} is not open: there is nothing to change")
            return
        name = self._account.name_of(command.instrument_id)

        async def change() -> model.Outcome:
            self._account.go_on_with(order)
            return await self._account.adapter.modify_order(_meant(orders.modify_from(command, name)))

        await self._about(order, change, self.generate_order_modify_rejected, "change")

    async def _cancel_order(self, command: messages.CancelOrder) -> None:
        order = self._cache.order(command.client_order_id)
        if order is not None:
            await self._until_handed_over(order)
        if order is None or order.is_closed:
            self._log.warning(f"{command.client_order_id!r} is not open: there is nothing to cancel")
            return
        await self._cancel([order], [command])

    async def _until_handed_over(self, order: Any) -> None:
        """Wait for the submission of an order: what takes it back at once overtakes that in the node's queues."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_HANDED_OVER_S):
                while order.status == OrderStatus.INITIALIZED and self._account.tracked_of(order) is None:
                    await asyncio.sleep(_TURN_S)

    async def _batch_cancel_orders(self, command: messages.BatchCancelOrders) -> None:
        found = [(self._cache.order(each.client_order_id), each) for each in command.cancels]
        known = [(order, each) for order, each in found if order is not None and not order.is_closed]
        if known:
            await self._cancel([order for order, _ in known], [each for _, each in known])

    async def _cancel_all_orders(self, command: messages.CancelAllOrders) -> None:
        side = command.order_side
        told = {"instrument_id": command.instrument_id, "side": side}
        found = [*self._cache.orders_open(**told), *self._cache.orders_inflight(**told)]
        own = {each.client_order_id: each for each in found if each.strategy_id == command.strategy_id}
        waiting = [each for each in own.values() if not each.is_closed]
        if self._config.cancel_all_at_venue:
            await self._cancel_all_at_venue(command, waiting)
        elif waiting:
            await self._cancel(waiting, [self._cancel_of(each, command.params) for each in waiting])

    def _cancel_of(self, order: Any, params: Any) -> Any:
        return messages.CancelOrder(
            trader_id=order.trader_id,
            strategy_id=order.strategy_id,
            instrument_id=order.instrument_id,
            client_order_id=order.client_order_id,
            venue_order_id=order.venue_order_id,
            command_id=self._statements.new_id(),
            ts_init=self._clock.timestamp_ns(),
            params=params,
        )

    async def _cancel(self, known: Sequence[Any], commands: Sequence[Any]) -> None:
        """Take back one order, or several together; each is told on its own."""
        if len(known) == 1:
            order, command = known[0], commands[0]
            name = self._account.name_of(order.instrument_id)

            async def cancel() -> model.Outcome:
                self._account.go_on_with(order)
                return await self._account.adapter.cancel_order(_meant(orders.cancel_from(command, name)))

            await self._about(order, cancel, self.generate_order_cancel_rejected, "cancel")
            return
        try:
            for order in known:
                self._account.go_on_with(order)
            wishes = [
                _meant(orders.cancel_from(each, self._account.name_of(each.instrument_id)))
                for each in commands
            ]
            outcomes = await self._account.adapter.batch_cancel_orders(wishes)
        except DragomanError as error:
            # Orders of kinds that the venue takes back by different calls are no batch; nothing was sent of it.
            self._log.warning(f"{error}: they are taken back one by one")
            for order, command in zip(known, commands, strict=True):
                await self._cancel([order], [command])
            return
        for order, outcome in zip(known, outcomes, strict=True):
            self._tell_outcome(order, outcome, self.generate_order_cancel_rejected, "cancel")

    async def _cancel_all_at_venue(self, command: messages.CancelAllOrders, waiting: Sequence[Any]) -> None:
        try:
            name = self._account.name_of(command.instrument_id)
            wish = orders.cancel_all_from(command, name)
            outcome = await self._account.adapter.cancel_all_orders(
                wish.instrument_id, wish.order_side, **{**self._account.where(name), **wish.params}
            )
        except DragomanError as error:
            outcome = model.Rejected(reason=str(error))
        if isinstance(outcome, model.Unknown):
            self._log.warning(f"nobody knows yet whether all orders were canceled: {outcome.why}")
        if isinstance(outcome, model.Rejected):
            for order in waiting:
                self._refuse(order, self.generate_order_cancel_rejected, outcome.reason)

    async def _about(
        self,
        order: Any,
        send: Callable[[], Awaitable[model.Outcome]],
        refused: Callable[..., None],
        what: str,
    ) -> None:
        """Send what is about one order; what is refused here is told as the venue's refusal would be."""
        try:
            outcome = await send()
        except DragomanError as error:
            self._refuse(order, refused, str(error))
            return
        self._tell_outcome(order, outcome, refused, what)

    def _tell_outcome(
        self, order: Any, outcome: model.Outcome, refused: Callable[..., None], what: str
    ) -> None:
        self._warn(order.client_order_id, outcome, what)
        if isinstance(outcome, model.Rejected) and self._account.tracked_of(order) is None:
            # The account's stream tells it of orders that the adapter knows.
            self._refuse(order, refused, outcome.reason)

    def _refuse(self, order: Any, refused: Callable[..., None], reason: str) -> None:
        refused(
            order.strategy_id,
            order.instrument_id,
            order.client_order_id,
            order.venue_order_id,
            reason,
            self._clock.timestamp_ns(),
        )

    def _warn(self, client_order_id: Any, outcome: model.Outcome, what: str) -> None:
        if isinstance(outcome, model.Unknown):
            self._log.warning(
                f"nobody knows yet what came of the {what} of {client_order_id!r}: {outcome.why}; it is being found out"
            )

    # -- questions -----------------------------------------------------------------------------------------------------

    async def _query_account(self, command: messages.QueryAccount) -> None:
        await self._account.query_balances()

    async def _query_order(self, command: messages.QueryOrder) -> None:
        order = self._cache.order(command.client_order_id)
        report = await self.generate_order_status_report(command)
        if report is None:
            return
        tracked = None if order is None else self._account.tracked_of(order)
        if tracked is None:
            self._send_order_status_report(report)
            return
        # The adapter makes events of what is new to it. Only a node that is still waiting after those was told something else.
        await asyncio.sleep(_SETTLING_S)
        if order.is_inflight and report.is_open and report.filled_qty == order.filled_qty:
            self._send_order_status_report(report)

    async def generate_order_status_report(
        self, command: messages.GenerateOrderStatusReport
    ) -> theirs.OrderStatusReport | None:
        """One order as the venue has it; None where it has no such order, or can't be asked."""
        try:
            return await self._statements.order(command)
        except DragomanError as error:
            self._log.error(f"{command.client_order_id!r} could not be asked for: {error}")
            return None

    async def generate_order_status_reports(
        self, command: messages.GenerateOrderStatusReports
    ) -> list[theirs.OrderStatusReport]:
        """Orders of the account; raises what a call raised, since an order that is not listed counts as gone."""
        return await self._statements.orders(
            command.instrument_id, _ns(command.start), _ns(command.end), command.open_only
        )

    async def generate_fill_reports(self, command: messages.GenerateFillReports) -> list[theirs.FillReport]:
        """Fills, oldest first; raises what a call raised."""
        found = await self._statements.fills(command.instrument_id, _ns(command.start), _ns(command.end))
        wanted = command.venue_order_id
        return [each for each in found if wanted is None or each.venue_order_id == wanted]

    async def generate_position_status_reports(
        self, command: messages.GeneratePositionStatusReports
    ) -> list[theirs.PositionStatusReport]:
        """Positions; an instrument that is asked for by its id and has none is flat. Raises what a call raised."""
        return await self._statements.positions(command.instrument_id)

    async def generate_mass_status(
        self, lookback_mins: int | None = None
    ) -> theirs.ExecutionMassStatus | None:
        """The whole account: what is open, and with a lookback what happened since; None where a part of it could not be had."""
        self.reconciliation_active = True
        try:
            return await self._statements.mass_status(lookback_mins)
        except DragomanError as error:
            self._log.error(f"the account could not be asked for: {type(error).__name__}: {error}")
            return None
        finally:
            self.reconciliation_active = False


def _ns(moment: Any) -> int | None:
    return None if moment is None else int(dt_to_unix_nanos(moment))


def _meant(wish: Any) -> Any:
    """A command without the id that stands for the one that the venue has not given the order yet."""
    return replace(wish, venue_order_id=None) if wish.venue_order_id == wish.client_order_id else wish
