"""Market data of any generated venue in a NautilusTrader node."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from msgspec import Struct
from nautilus_trader.live.data_client import LiveMarketDataClient
from nautilus_trader.model import data as theirs
from nautilus_trader.model.identifiers import ClientId, InstrumentId

from dragoman import model
from dragoman.errors import (
    DragomanError,
    HttpError,
    InvalidParameter,
    NotSupported,
    OutcomeUnknown,
    RateLimited,
    StreamError,
    TransportError,
)
from dragoman.nautilus.asked import channel_params, history_params
from dragoman.nautilus.config import DragomanDataClientConfig
from dragoman.nautilus.convert.custom import event_type, venue_types
from dragoman.nautilus.convert.market import bar_type_from
from dragoman.nautilus.link import Link
from dragoman.nautilus.managed import ManagedBooks
from dragoman.nautilus.provider import provider_for
from dragoman.nautilus.streams import Streams, stamped

_FIRST_WAIT_S = 1.0
_LONGEST_WAIT_S = 30.0
_CLOSING_S = 5.0
_PASSES = (TransportError, OutcomeUnknown, RateLimited)
T = TypeVar("T")


class DragomanDataClient(LiveMarketDataClient):
    """Follows and requests what the venue's capability table allows; the rest is a warning that says why.

    `params={"channel": {...}}` of a subscription or request gives the venue's own parameters. Holes in streams come as
    custom data of `custom_type(StreamGap)`, without a subscription.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        name: str,
        link: Link,
        config: DragomanDataClientConfig,
        msgbus: Any,
        cache: Any,
        clock: Any,
    ) -> None:
        self._link = link
        super().__init__(
            loop=loop,
            client_id=ClientId(name),
            venue=link.venue,
            msgbus=msgbus,
            cache=cache,
            clock=clock,
            instrument_provider=provider_for(link, config.instrument_provider),
        )
        self.provider = provider_for(link, config.instrument_provider)
        self._streams = Streams(link, self._handle_data, self._log)
        self._managed = ManagedBooks(self._log)
        self._connecting: asyncio.Task[Any] | None = None
        self._is_open = False
        venue_types(link.name)  # known to the catalog before the first of them comes

    # -- connection ----------------------------------------------------------------------------------------------------

    async def _connect(self) -> None:
        self._connecting = asyncio.current_task()
        await self._link.open()
        self._is_open = True
        await self._patiently(self.provider.initialize, HttpError, StreamError)
        for instrument in self.provider.list_all():
            self._handle_data(instrument)

    async def _patiently(self, step: Callable[[], Awaitable[T]], *passes: type[DragomanError]) -> T:
        """What a step gives, which is tried again at growing intervals while it fails for a reason that passes."""
        wait = _FIRST_WAIT_S
        while True:
            try:
                return await step()
            except passes as error:
                self._log.error(f"{type(error).__name__}: {error}; loading instruments again in {wait:.0f} s")
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT_S)

    async def _disconnect(self) -> None:
        if self._connecting is not None and not self._connecting.done():
            self._connecting.cancel()
            await asyncio.gather(self._connecting, return_exceptions=True)
        if not self._is_open:
            return
        self._is_open = False
        try:
            async with asyncio.timeout(_CLOSING_S):
                await self._streams.close()
                await self._link.close()
        except TimeoutError:
            self._log.warning(f"connections did not close within {_CLOSING_S:.0f} s and were left")

    # What the venue doesn't offer is no fault of the program and deserves a sentence, not a trace.
    def _handle_completion(
        self,
        coro_name: str,
        actions: Any,
        success_msg: str | None,
        success_color: Any,
        exception: BaseException | None = None,
    ) -> None:
        if isinstance(exception, NotSupported):
            self._log.warning(f"{coro_name}: {exception}")
        elif isinstance(exception, InvalidParameter):
            self._log.error(f"{coro_name}: {exception}; say it by params={{'channel': {{...}}}}")
        elif isinstance(exception, DragomanError):
            self._log.error(f"{coro_name}: {type(exception).__name__}: {exception}")
        else:
            super()._handle_completion(coro_name, actions, success_msg, success_color, exception)

    # -- subscriptions -------------------------------------------------------------------------------------------------

    async def _begin(
        self, kind: type, command: Any, forget: Any, made_of: type | None = None, **more: Any
    ) -> None:
        """Follow a type for a command; what fails is not subscribed, so that it can be asked for again."""
        subject = getattr(command, "bar_type", None) or command.instrument_id
        try:
            about = _instrument_of(subject)
            name = await self._patiently(lambda: self._known(about), *_PASSES)
            await self._streams.start(kind, name, {**more, **channel_params(command)}, made_of)
        except DragomanError:
            forget(subject)
            raise

    async def _end(self, kind: type, command: Any) -> None:
        await self._streams.stop(kind, self._link.converter.name_of(command.instrument_id))

    async def _known(self, instrument_id: Any) -> str:
        """Dragoman's id of an instrument, which is fetched where it isn't known; raises InstrumentNotLoaded."""
        if not self._link.converter.knows(instrument_id):
            found = await self.provider.fetch(instrument_id)
            if found is None:
                raise self.provider.missing(instrument_id)
            self._handle_data(found)
        return self._link.converter.name_of(instrument_id)

    async def _subscribe(self, command: Any) -> None:
        kind = event_type(command.data_type.type)
        if kind is model.StreamGap:
            return  # told to everybody
        about = command.instrument_id or command.data_type.metadata.get("instrument_id")
        if about is None:
            raise NotSupported(
                self._link.name,
                f"subscribe {kind.__name__}",
                None,
                (),
                "say the instrument: DataType(type, metadata={'instrument_id': ...})",
            )
        name = await self._patiently(lambda: self._known(_identity(about)), *_PASSES)
        try:
            await self._streams.start(kind, name, channel_params(command))
        except DragomanError:
            self._remove_subscription(command.data_type)
            raise

    async def _unsubscribe(self, command: Any) -> None:
        about = command.instrument_id or command.data_type.metadata.get("instrument_id")
        if about is not None:
            name = self._link.converter.name_of(_identity(about))
            await self._streams.stop(event_type(command.data_type.type), name)

    async def _subscribe_instruments(self, command: Any) -> None:
        if not self.provider.count:
            await self.provider.load_all_async()
        for instrument in self.provider.list_all():
            self._handle_data(instrument)

    async def _subscribe_instrument(self, command: Any) -> None:
        name = await self._patiently(lambda: self._known(command.instrument_id), *_PASSES)
        found = self.provider.find(command.instrument_id)
        if found is not None:
            self._handle_data(found)
        kind = type(self._link.adapter.instruments[name])
        await self._begin(kind, command, self._remove_subscription_instrument)

    async def _subscribe_order_book_deltas(self, command: Any) -> None:
        forget = self._remove_subscription_order_book_deltas
        self._managed.feed(command, "changes")
        await self._begin(model.OrderBookDeltas, command, forget)

    async def _subscribe_order_book_snapshots(self, command: Any) -> None:
        forget = self._remove_subscription_order_book_snapshots
        try:
            await self._begin(model.OrderBookDepth10, command, lambda subject: None)
        except NotSupported:
            # A venue without a channel of depths has one of changes, of which they are made.
            await self._begin(model.OrderBookDepth10, command, forget, made_of=model.OrderBookDeltas)
        except DragomanError:
            forget(command.instrument_id)
            raise

    # The base class leaves depth to the synchronous method alone.
    def subscribe_order_book_depth(self, command: Any) -> None:
        self._managed.feed(command, "depths")
        self._add_subscription_order_book_snapshots(command.instrument_id)
        self.create_task(
            self._subscribe_order_book_snapshots(command),
            log_msg=f"subscribe: order_book_depth {command.instrument_id}",
            success_msg=f"Subscribed {command.instrument_id} order book depth",
        )

    def unsubscribe_order_book_depth(self, command: Any) -> None:
        self._remove_subscription_order_book_snapshots(command.instrument_id)
        self.create_task(
            self._unsubscribe_order_book_snapshots(command),
            log_msg=f"unsubscribe: order_book_depth {command.instrument_id}",
            success_msg=f"Unsubscribed {command.instrument_id} order book depth",
        )

    async def _subscribe_quote_ticks(self, command: Any) -> None:
        await self._begin(model.QuoteTick, command, self._remove_subscription_quote_ticks)

    async def _subscribe_trade_ticks(self, command: Any) -> None:
        await self._begin(model.TradeTick, command, self._remove_subscription_trade_ticks)

    async def _subscribe_mark_prices(self, command: Any) -> None:
        await self._begin(model.MarkPriceUpdate, command, self._remove_subscription_mark_prices)

    async def _subscribe_index_prices(self, command: Any) -> None:
        await self._begin(model.IndexPriceUpdate, command, self._remove_subscription_index_prices)

    async def _subscribe_funding_rates(self, command: Any) -> None:
        await self._begin(model.FundingRateUpdate, command, self._remove_subscription_funding_rates)

    async def _subscribe_bars(self, command: Any) -> None:
        name = self._bar_name(command.bar_type)
        await self._begin(model.Bar, command, self._remove_subscription_bars, bar_type=name)

    async def _subscribe_instrument_status(self, command: Any) -> None:
        forget = self._remove_subscription_instrument_status
        await self._begin(model.InstrumentStatus, command, forget)

    async def _subscribe_instrument_close(self, command: Any) -> None:
        await self._begin(model.InstrumentClose, command, self._remove_subscription_instrument_close)

    async def _unsubscribe_instruments(self, command: Any) -> None:
        self._log.debug("instruments are sent once; there is nothing to end")

    async def _unsubscribe_instrument(self, command: Any) -> None:
        name = self._link.converter.name_of(command.instrument_id)
        known = self._link.adapter.instruments.get(name)
        if known is not None:
            await self._end(type(known), command)

    async def _unsubscribe_order_book_deltas(self, command: Any) -> None:
        self._managed.leave(command.instrument_id, "changes")
        await self._end(model.OrderBookDeltas, command)

    async def _unsubscribe_order_book_snapshots(self, command: Any) -> None:
        self._managed.leave(command.instrument_id, "depths")
        await self._end(model.OrderBookDepth10, command)

    async def _unsubscribe_quote_ticks(self, command: Any) -> None:
        await self._end(model.QuoteTick, command)

    async def _unsubscribe_trade_ticks(self, command: Any) -> None:
        await self._end(model.TradeTick, command)

    async def _unsubscribe_mark_prices(self, command: Any) -> None:
        await self._end(model.MarkPriceUpdate, command)

    async def _unsubscribe_index_prices(self, command: Any) -> None:
        await self._end(model.IndexPriceUpdate, command)

    async def _unsubscribe_funding_rates(self, command: Any) -> None:
        await self._end(model.FundingRateUpdate, command)

    async def _unsubscribe_bars(self, command: Any) -> None:
        name = self._link.converter.name_of(command.bar_type.instrument_id)
        await self._streams.stop(model.Bar, name, self._bar_name(command.bar_type))

    async def _unsubscribe_instrument_status(self, command: Any) -> None:
        await self._end(model.InstrumentStatus, command)

    async def _unsubscribe_instrument_close(self, command: Any) -> None:
        await self._end(model.InstrumentClose, command)

    # -- requests ------------------------------------------------------------------------------------------------------

    async def _history(
        self, kind: type[Struct], instrument_id: Any, request: Any, *, as_custom: bool = False, **more: Any
    ) -> list[Any]:
        """Converted history of a request, what can't be converted left out and told; `as_custom` as this type's own class of custom data.

        What is past came when it happened: by `ts_init` a node cuts, joins, aggregates and files it.
        """
        name = await self._known(instrument_id)
        params = {**more, **history_params(request, self._clock.timestamp_ns())}
        convert = self._link.converter.to_custom if as_custom else self._link.converter.to_nautilus
        found: list[Any] = []
        for event in await self._link.adapter.request(kind, name, **params):
            try:
                made = convert(stamped(event, event.ts_event))
            except DragomanError as error:
                self._log.warning(f"{kind.__name__} of {name}: {error}")
                continue
            if made is not None:
                found.append(made)
        return found

    async def _request(self, request: Any) -> None:
        kind = event_type(request.data_type.type)
        about = request.instrument_id or request.data_type.metadata.get("instrument_id")
        if about is None:
            raise NotSupported(
                self._link.name,
                f"request {kind.__name__}",
                None,
                (),
                "say the instrument: DataType(type, metadata={'instrument_id': ...})",
            )
        found = await self._history(kind, _identity(about), request, as_custom=True)
        self._handle_data_response_py(
            request.data_type,
            [each.data for each in found],
            request.id,
            request.start,
            request.end,
            request.params,
        )

    async def _request_instrument(self, request: Any) -> None:
        await self._known(request.instrument_id)
        found = self.provider.find(request.instrument_id)
        self._handle_instrument_py(found, request.id, request.start, request.end, request.params)

    async def _request_instruments(self, request: Any) -> None:
        await self.provider.load_all_async()
        found = self.provider.list_all()
        venue = request.venue or self._link.venue
        self._handle_instruments_py(venue, found, request.id, request.start, request.end, request.params)

    async def _request_quote_ticks(self, request: Any) -> None:
        identity = request.instrument_id
        found = await self._history(model.QuoteTick, identity, request)
        self._handle_quote_ticks_py(identity, found, request.id, request.start, request.end, request.params)

    async def _request_trade_ticks(self, request: Any) -> None:
        identity = request.instrument_id
        found = await self._history(model.TradeTick, identity, request)
        self._handle_trade_ticks_py(identity, found, request.id, request.start, request.end, request.params)

    async def _request_bars(self, request: Any) -> None:
        kind = request.bar_type
        name = self._bar_name(kind)
        found = await self._history(model.Bar, kind.instrument_id, request, bar_type=name)
        self._handle_bars_py(kind, found, request.id, request.start, request.end, request.params)

    async def _request_order_book_snapshot(self, request: Any) -> None:
        identity = request.instrument_id
        found = await self._history(model.OrderBookDeltas, identity, request)
        if found:
            kind = theirs.DataType(theirs.OrderBookDeltas, metadata={"instrument_id": identity})
            # The engine counts what it is given, so that a message alone would end the node.
            self._handle_data_response_py(kind, found[-1:], request.id, None, None, request.params)

    async def _request_order_book_depth(self, request: Any) -> None:
        identity = request.instrument_id
        found = await self._history(model.OrderBookDepth10, identity, request)
        self._handle_order_book_depths_py(
            identity, found, request.id, request.start, request.end, request.params
        )

    def _bar_name(self, bar_type: Any) -> str:
        return bar_type_from(bar_type, self._link.converter.name_of(bar_type.instrument_id))


def _instrument_of(subject: Any) -> Any:
    return subject.instrument_id if isinstance(subject, theirs.BarType) else subject


def _identity(about: Any) -> Any:
    return InstrumentId.from_str(about) if isinstance(about, str) else about
