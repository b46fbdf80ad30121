"""A strategy that tests orders: what it sends, when it changes it and how it leaves is said by its configuration."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from dragoman.model import ClientOrderId, Order
from dragoman.nautilus.convert.numbers import Scale
from dragoman.nautilus.convert.orders import Ids, order_to
from msgspec.structs import replace
from nautilus_trader.model.enums import TimeInForce
from nautilus_trader.model.events import OrderEvent
from nautilus_trader.model.identifiers import InstrumentId
from nautilus_trader.trading.config import StrategyConfig
from nautilus_trader.trading.strategy import Strategy

Terms = tuple[tuple[str, Any], ...]


class ExecTesterConfig(StrategyConfig, frozen=True, kw_only=True):
    """What is traded, and how.

    opening: sent at the start, before anything is heard of the market; orders: sent when it is heard of first, `as_list` in one list.
    moves: what is done once with each order that rests, changed or canceled and sent again, `nearer` the market in its price or trigger.
    cancels: how orders are taken back at the stop; closes: whether positions are closed there, by orders that reduce.
    """

    instrument_id: InstrumentId
    opening: tuple[Order, ...] = ()
    orders: tuple[Order, ...] = ()
    as_list: bool = False
    params: dict[str, Any] | None = None
    moves: Literal["", "modify", "replace"] = ""
    term: Literal["price", "trigger_price"] = "price"
    nearer: Decimal = Decimal(0)
    cancels: Literal["", "all", "each", "batch"] = "all"
    closes: bool = False


class ExecTester(Strategy):  # type: ignore[misc]
    """Keeps everything that it is told of its orders; `sent` holds them in their order."""

    def __init__(self, config: ExecTesterConfig) -> None:
        super().__init__(config)
        self.sent: list[Any] = []
        self.told: list[Any] = []
        self._moved: set[Any] = set()
        self._has_begun = False

    # -- what the configuration says -----------------------------------------------------------------------------------

    def on_start(self) -> None:
        self.subscribe_quote_ticks(self.config.instrument_id)
        for order in self.config.opening:
            self.send(order)

    def on_quote_tick(self, tick: Any) -> None:
        if self._has_begun:
            return
        self._has_begun = True
        if self.config.as_list:
            self.send_list(self.config.orders)
            return
        for order in self.config.orders:
            self.send(order)

    def on_order_accepted(self, event: Any) -> None:
        order = self.cache.order(event.client_order_id)
        if not self.config.moves or order.client_order_id in self._moved:
            return
        self._moved.add(order.client_order_id)
        was = getattr(order, self.config.term)
        step = self.config.nearer if (order.is_buy == (self.config.term == "price")) else -self.config.nearer
        wanted = self.cache.instrument(order.instrument_id).make_price(was.as_decimal() + step)
        if self.config.moves == "modify":
            self.modify_order(order, **{self.config.term: wanted})
            return
        self.cancel_order(order)
        index = self.sent.index(order)
        again = replace(self.config.orders[index], **{self.config.term: wanted.as_decimal()})
        self._moved.add(self.send(again).client_order_id)

    def on_stop(self) -> None:
        self.unsubscribe_quote_ticks(self.config.instrument_id)
        mine = self.cache.orders_open(strategy_id=self.id)
        if self.config.cancels == "all":
            self.cancel_all_orders(self.config.instrument_id)
        elif self.config.cancels == "batch" and mine:
            self.cancel_orders(mine)
        elif self.config.cancels == "each":
            for order in mine:
                self.cancel_order(order)
        if self.config.closes:
            self.close_all_positions(
                self.config.instrument_id, time_in_force=TimeInForce.GTC, reduce_only=True
            )

    def on_event(self, event: Any) -> None:
        self.told.append(event)

    # -- what cards do with it -----------------------------------------------------------------------------------------

    def send(self, order: Order) -> Any:
        """Submit one of Dragoman's orders as this node's own; returns the node's."""
        made = self._made(replace(order, client_order_id=self._new_id()))
        self.submit_order(made, params=self.config.params)
        return made

    def send_list(self, orders: tuple[Order, ...]) -> list[Any]:
        """Submit orders together, those that are linked under the node's ids."""
        ids = [self._new_id() for _ in orders]
        named = dict(zip((each.client_order_id for each in orders), ids, strict=True))
        linked = [
            replace(
                each,
                client_order_id=identity,
                linked_order_ids=tuple(named[n] for n in each.linked_order_ids),
            )
            for each, identity in zip(orders, ids, strict=True)
        ]
        made = [self._made(each) for each in linked]
        self.submit_order_list(self.order_factory.create_list(made))
        return made

    def of(self, order: Any) -> list[Any]:
        """What was told of an order."""
        return [
            each
            for each in self.told
            if isinstance(each, OrderEvent) and each.client_order_id == order.client_order_id
        ]

    def names(self, order: Any) -> list[str]:
        """The events of an order by their types, those left out that the node makes itself."""
        found = (type(each).__name__.removeprefix("Order") for each in self.of(order))
        return [each for each in found if each not in ("Initialized", "PendingUpdate", "PendingCancel")]

    def _new_id(self) -> ClientOrderId:
        return ClientOrderId(self.order_factory.generate_client_order_id().value)

    def _made(self, order: Order) -> Any:
        instrument = self.cache.instrument(self.config.instrument_id)
        scale = Scale(
            instrument.id, instrument.id.value, instrument.price_precision, instrument.size_precision
        )
        ids = Ids(self.trader_id.value, self.id.value, self.clock.timestamp_ns())
        made = order_to(order, scale, ids)
        self.sent.append(made)
        return made
