"""One account of a node and the adapter behind it: opened, listened to, gone on with after a failure, closed."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any

from nautilus_trader.model.identifiers import ClientOrderId, InstrumentId, VenueOrderId

from dragoman import model
from dragoman.adapter.adapter import Adapter
from dragoman.errors import (
    DragomanError,
    NotSupported,
    OutcomeUnknown,
    RateLimited,
    TransportError,
    UnknownInstrument,
)
from dragoman.execution.tracked import TrackedOrder
from dragoman.nautilus.balances import Balances, empty_state
from dragoman.nautilus.claims import claim, release
from dragoman.nautilus.continuing import standing
from dragoman.nautilus.convert.numbers import Scale
from dragoman.nautilus.errors import NotConnected
from dragoman.nautilus.exec_config import DragomanExecClientConfig, tradable
from dragoman.nautilus.incoming import Incoming
from dragoman.nautilus.link import Link

_FIRST_WAIT_S = 1.0
_LONGEST_WAIT_S = 30.0
_CLOSING_S = 5.0
_TOLD_S = 10.0
"""So long a private stream may take to come up before the log says that it is waited for."""
_ASK_AFTER_S = 1.0
"""A fill of an order that nobody knows may come before the order does."""
_ID_AFTER_S = (0.0, 0.02, 0.1, 0.4, _ASK_AFTER_S, 3 * _ASK_AFTER_S, 10 * _ASK_AFTER_S)
"""When it is looked for: what an answer tells beside its outcome is known a turn later."""
_PASSES = (TransportError, OutcomeUnknown, RateLimited)


class AccountLink:
    """The account of one execution client; see `Node` for what it offers to who hears the account's stream."""

    def __init__(self, client: Any, link: Link, config: DragomanExecClientConfig) -> None:
        self.client = client
        self.config = config
        self.link = link
        link.settings["orders_over"] = config.orders_over  # before whoever is the first to open the link
        self.account_id = client.account_id
        self.with_position = config.oms_type == "HEDGING"
        self.products = config.products or tradable(link.interface)
        self.log = client._log
        self.incoming = Incoming(self, Balances(config.account_type, self._several), self.log, self.set_aside)
        self.publish = lambda data: client._msgbus.send(endpoint="DataEngine.process", msg=data)
        self.send_event = client._send_order_event
        self.send_account = client._send_account_state
        self._claim: tuple[Any, ...] | None = None
        self._is_open = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._asked: set[str] = set()

    @property
    def adapter(self) -> Adapter:
        """Raises NotConnected unless the account is open: what is sent while nobody listens would be told to nobody."""
        if not self._is_open:
            raise NotConnected(self.link.name)
        return self.link.adapter

    # -- opening and closing -------------------------------------------------------------------------------------------

    async def open(self) -> None:
        """Load instruments, tell the balances, listen. What may pass is tried again; raises what won't."""
        adapter = await self.link.open()
        self._is_open = True
        try:
            self._claim = claim(self.client, self.link.name, adapter)
            await self._patiently(self._learn, "instruments")
            await self._patiently(self.query_balances, "balances")
            await self._patiently(self._begin, "the account's stream")
        except BaseException:
            # Who can't be opened holds nothing: neither the account nor connections.
            await self.close()
            raise

    async def close(self) -> None:
        """Stop listening and leave the adapter; a second call does nothing."""
        if not self._is_open:
            return
        self._is_open = False
        if self._claim is not None:
            release(self._claim, self.client)
            self._claim = None
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_CLOSING_S)
        in_flight = [
            each for each in self.link.adapter.orders if each.is_open_question and not each.is_closed
        ]
        for order in in_flight:
            self.log.warning(
                f"nobody knows yet whether the venue has {order.client_order_id}; the next start asks for it"
            )
        try:
            async with asyncio.timeout(_CLOSING_S):
                await self.link.close()
        except TimeoutError:
            self.log.warning(f"connections did not close within {_CLOSING_S:.0f} s and were left")

    async def _patiently(self, step: Any, what: str) -> None:
        """Do one step of opening, again and again at growing intervals while the venue can't be reached."""
        wait = _FIRST_WAIT_S
        while True:
            try:
                await step()
                return
            except _PASSES as error:
                self.log.error(
                    f"no {what} yet: {type(error).__name__}: {error}; trying again in {wait:.0f} s"
                )
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT_S)

    async def _learn(self) -> None:
        provider = self.client._instrument_provider
        await provider.initialize()
        for instrument in provider.list_all():
            if self.client._cache.instrument(instrument.id) is None:
                self.client._cache.add_instrument(instrument)
        taken = [each.id.value for each in provider.list_all() if _is_taken_for_spread(each)]
        if taken:
            self.log.warning(
                f"NautilusTrader takes {len(taken)} instruments for spreads, since their symbols have a '_', and keeps no positions of "
                f"them: {', '.join(sorted(taken)[:5])}; their orders and fills are told all the same"
            )

    async def query_balances(self) -> None:
        """Ask for the balances of every account that is traded on, and tell them."""
        asked = self.config.products or (None,)
        try:
            states = [state for each in asked for state in await self.adapter.account_states(each)]
        except NotSupported as error:
            self.log.warning(f"the account begins without balances: {error}")
            states = []
        if not states:
            traded = [self.adapter.requests.products[each].instruments for each in self.products]
            kinds = (name for each in traded for name in each)
            states = [empty_state(kinds, self.client._clock.timestamp_ns())]
        self.incoming.account(*states)

    # -- listening -----------------------------------------------------------------------------------------------------

    async def _begin(self) -> None:
        """Listen from now on; returns when the venue has confirmed it."""
        opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        listening = self._spawn(self._listen(opened))
        while not opened.done():
            await asyncio.wait({opened}, timeout=_TOLD_S)
            if not opened.done():
                states = ", ".join(f"{each}" for each in self.adapter.connections) or "none is open"
                self.log.warning(f"waiting for the account's stream; connections: {states}")
        if opened.exception() is not None:
            listening.cancel()
        opened.result()

    async def _listen(self, opened: asyncio.Future[None]) -> None:
        wait = _FIRST_WAIT_S
        opening = _Opening(self.incoming.take)
        while True:
            error: DragomanError | None = None
            opening.begin()
            try:
                async with self.adapter.account_subscription(*self.products, into=opening.take) as consumer:
                    if opened.done():
                        await self.client._statements.catch_up()
                    else:
                        opened.set_result(None)
                    wait = _FIRST_WAIT_S
                    opening.end()
                    async for _ in consumer:
                        raise AssertionError("a direct consumer has nothing to read")
            except DragomanError as found:
                error = found
            if not opened.done():
                opened.set_exception(error or RuntimeError("the account's stream ended at once"))
                return
            why = "it ended" if error is None else f"{type(error).__name__}: {error}"
            self.log.error(f"the account's stream is gone: {why}; listening again in {wait:.0f} s")
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT_S)

    def ask_about(self, fill: model.FillReport) -> None:
        """Ask for an order of somebody else's of which only a fill was told; its report brings the node up to date."""
        if fill.venue_order_id in self._asked:
            return
        self._asked.add(fill.venue_order_id)
        self._spawn(self._ask_about(fill))

    async def _ask_about(self, fill: model.FillReport) -> None:
        await asyncio.sleep(_ASK_AFTER_S)
        self._asked.discard(fill.venue_order_id)
        if self.order(fill.client_order_id, fill.venue_order_id) is not None:
            return
        try:
            await self.adapter.query_order(
                instrument_id=fill.instrument_id,
                venue_order_id=fill.venue_order_id,
                client_order_id=fill.client_order_id,
            )
        except DragomanError as error:
            self.set_aside(error)

    def ask_id(self, client_order_id: str) -> None:
        """Find out under which id the venue has an order: its stream mostly tells, else it is asked."""
        self._spawn(self._ask_id(client_order_id))

    async def _ask_id(self, client_order_id: str) -> None:
        for wait in _ID_AFTER_S:
            if wait:
                await asyncio.sleep(wait)
            known = self.tracked(client_order_id)
            if known is None:
                return
            if known.venue_order_id is None and wait >= _ASK_AFTER_S:
                try:
                    await self.adapter.query_order(
                        instrument_id=known.instrument_id, client_order_id=client_order_id
                    )
                except DragomanError as error:
                    self.set_aside(error)
            if known.venue_order_id is not None:
                self.incoming.identified(client_order_id)
                return
        self.log.error(f"{client_order_id} was taken, and the venue does not tell under which id")

    # -- what is known -------------------------------------------------------------------------------------------------

    def order(self, client_order_id: str | None, venue_order_id: str | None) -> Any:
        """The node's order of one of these ids; None where it has none."""
        cache = self.client._cache
        found = None if client_order_id is None else cache.order(ClientOrderId(client_order_id))
        if found is None and venue_order_id is not None:
            named = cache.client_order_id(VenueOrderId(venue_order_id))
            found = None if named is None else cache.order(named)
        return found

    def tracked(self, client_order_id: str) -> TrackedOrder | None:
        return self.adapter.order(client_order_id) if self._is_open else None

    def tracked_of(self, order: Any) -> TrackedOrder | None:
        """The adapter's order for one of the node's."""
        if not self._is_open:
            return None
        venue_order_id = None if order.venue_order_id is None else order.venue_order_id.value
        return self.adapter.order(order.client_order_id.value, venue_order_id=venue_order_id)

    def go_on_with(self, order: Any) -> bool:
        """Let the adapter know an order that it did not send itself, so that what happens to it is told as its own; False where it can't."""
        if self.tracked_of(order) is not None:
            return True
        if order.venue_order_id is None:
            return False
        try:
            self.adapter.adopt_order(*standing(order, self.name_of(order.instrument_id)))
        except DragomanError as error:
            self.log.debug(f"{order.client_order_id!r} is told by reports alone: {error}")
            return False
        return True

    def take_again(self, report: model.OrderStatusReport | model.FillReport) -> None:
        """Give the adapter a report again, now that it knows the order."""
        if isinstance(report, model.FillReport):
            self.adapter.fills.forget(report)
        self.adapter.take_report(report)

    def where(self, name: str) -> dict[str, str]:
        """The product that an id means here, where it is one that is traded in the place of the id's own: margin of spot."""
        products = self.adapter.requests.products
        found = self.adapter.requests.wanted(name, None, ())[0]
        meant = [each for each in self.products if products[each].like == found]
        return {"product": meant[0]} if meant and found not in self.products else {}

    def name_of(self, instrument_id: InstrumentId) -> str:
        """Our id of an instrument; raises InstrumentNotLoaded for one that neither the venue's catalog nor the node has."""
        converter = self.link.converter
        if not converter.knows(instrument_id):
            found = self.client._cache.instrument(instrument_id)
            if found is None:
                raise self.client._instrument_provider.missing(instrument_id)
            converter.know(found)
        return converter.name_of(instrument_id)

    def scale(self, name: str) -> Scale:
        """How an instrument's numbers are written; raises UnknownInstrument."""
        try:
            return self.link.converter.scale(name)
        except UnknownInstrument:
            found = self.client._cache.instrument(self.link.converter.id_of(str(name)))
            if found is None:
                raise
            self.link.converter.know(found)
            return self.link.converter.scale(name)

    def currency_of(self, name: str) -> str:
        """What an instrument's prices are in."""
        found = self.client._cache.instrument(self.link.converter.id_of(str(name)))
        return "USD" if found is None else str(found.quote_currency.code)

    def send_report(self, report: Any) -> None:
        self.client._msgbus.send(endpoint="ExecEngine.reconcile_execution_report", msg=report)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _spawn(self, work: Any) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            self.log.exception(
                "a fault of the program; the account is no longer listened to", task.exception()
            )

    def set_aside(self, error: DragomanError) -> None:
        if isinstance(error, UnknownInstrument):
            self.log.debug(str(error))  # of an instrument that was not asked for
        else:
            self.log.error(f"{type(error).__name__}: {error}")

    def _several(self, accounts: Any) -> None:
        self.log.warning(
            f"the venue keeps {', '.join(accounts)} apart; the node sees the sum of their balances as {self.account_id}. "
            "`products` narrows what the client trades, and so the accounts"
        )


class _Opening:
    """Holds what comes before the account's stream is confirmed; afterwards each event goes on in the moment it is there."""

    def __init__(self, take: Callable[[Any], None]) -> None:
        self._take = take
        self._held: deque[Any] | None = deque()

    def take(self, event: Any) -> None:
        if self._held is None:
            self._take(event)
        else:
            self._held.append(event)

    def begin(self) -> None:
        """Hold what comes; what is held from a stream that was never confirmed stays so."""
        if self._held is None:
            self._held = deque()

    def end(self) -> None:
        while self._held:
            self._take(self._held.popleft())
        self._held = None


def _is_taken_for_spread(instrument: Any) -> bool:
    # This release knows spreads by their symbols alone.
    return bool(instrument.id.is_spread()) and "Spread" not in type(instrument).__name__
