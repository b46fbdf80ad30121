"""Whatever a venue's tables can send, its simulation takes as it was meant and tells of it to the end."""

from __future__ import annotations

from typing import Any

import pytest
from dragoman.errors import Denied, InvalidParameter, NotSupported
from dragoman.model import Accepted, CancelOrder, ModifyOrder, Order, OrderSide, QueryOrder
from dragoman.requests.outcome import outcomes
from dragoman.simulate.exchange.working import Working
from msgspec import structs

from tests.runtime.simulate.wire.desk import NOW
from tests.runtime.simulate.wire.owner import Owner
from tests.runtime.simulate.wire.rows import orders_of

_CONNECTIONS = {"spot": "user_spot", "margin": "user_spot", "usdm": "user_futures", "coinm": "user_futures"}
_OF_BYBIT = {"op": "subscribe", "args": ["order", "execution", "position", "wallet"], "req_id": "1"}
_OF_BITMEX = {"op": "subscribe", "args": ["order", "execution", "position", "margin"]}


def _okx(*channels: str) -> list[Any]:
    return [{"op": "subscribe", "args": [{"channel": name, "instType": "ANY"}]} for name in channels]


_FRAMES: dict[str, list[Any]] = {"binance": [], "bybit": [_OF_BYBIT], "bitmex": [_OF_BITMEX]}
_FRAMES["okx"] = _okx("orders", "orders-algo", "positions", "account")
_PRODUCTS = {
    "binance": ("spot", "margin", "usdm", "coinm"),
    "bybit": ("spot", "linear", "inverse", "option"),
    "okx": ("spot", "margin", "swap", "futures", "option", "events", "spread"),
    "bitmex": ("spot", "perpetual", "future", "futures_spread"),
}
_TERMS = ("order_type", "order_side", "quantity", "price", "trigger_price", "display_qty", "trailing_offset")
_ALSO = ("post_only", "reduce_only", "quote_quantity", "expire_time")


class Trader(Owner):
    """An owner who hears everything, and sends orders of every row."""

    def __init__(self, venue: str, product: str) -> None:
        super().__init__(venue, product, _CONNECTIONS[product] if venue == "binance" else "private")
        for frame in _FRAMES[venue] if product != "spread" else _okx("sprd-orders"):
            self.listens(frame)
        assert self.link.topics or self.interface.streams[self.link.connection].frame is None
        self.account = self.core.trading.account("simulated", product)
        self.followed: set[Any] = set()

    def takes(self, order: Order) -> None:
        """The order is taken and understood; the first of its kind is looked at until it is gone."""
        self.holds((1 if order.order_side is OrderSide.BUY else -1) if order.reduce_only else 0)
        found = self.outcome("submit_order", order)
        assert isinstance(found, Accepted), (order, found)
        made = next(reversed(self.account.orders.values()))
        for name in (*_TERMS, *_ALSO):
            meant, read = getattr(order, name, None), getattr(made.order, name, None)
            assert not meant or read in (meant, None), (name, order, made.order)
        if made.is_open and (kind := (type(order), order.order_side)) not in self.followed:
            self.followed.add(kind)
            self.follows(order, made)
        exchange = self.core.markets[self.product].exchange
        for each in list(self.account.open.values()):
            number = each.venue_order_id
            exchange.cancel(
                self.account, CancelOrder(instrument_id=order.instrument_id, venue_order_id=number), NOW
            )

    def follows(self, order: Order, made: Working) -> None:
        """It can be asked for, changed and taken back, each by the call that its type wants."""
        known: dict[str, Any] = {
            "instrument_id": order.instrument_id,
            "client_order_id": made.client_order_id,
        }
        known["venue_order_id"] = made.venue_order_id
        told = self.outcome("query_order", QueryOrder(**known), original=order)
        assert isinstance(told, Accepted | None), (order, told)
        half = self.line.size(40)
        changed = self.outcome("modify_order", ModifyOrder(quantity=half, **known), original=order)
        assert isinstance(changed, Accepted | None), (order, changed)
        known["venue_order_id"] = None if made.client_order_id else made.venue_order_id
        gone = self.outcome("cancel_order", CancelOrder(**known), original=order)
        assert isinstance(gone, Accepted), (order, gone)

    def outcome(self, action: str, order: Any, **params: Any) -> Any:
        """What the adapter makes of an answer, a refusal has to be typed too; None for what it does not send."""
        self.core.trading.throttle.restart()
        try:
            answer = self.ask(action, order=order, product=self.product, **params)
        except (Denied, InvalidParameter):
            return None
        assert answer.status < 500, answer.body
        command, errors = self.interface.commands[action], self.interface.errors
        return outcomes(command, errors, answer.status, answer.body, [order.client_order_id])[0]

    def takes_together(self, orders: list[Order]) -> int:
        """Orders of the rows go out in batches too, and are taken back so; how many there were."""
        command = self.interface.commands.get("submit_order_list")
        if command is None or not {self.product, ""} & command.operations.keys():
            return 0
        plain = [each for each in orders if not each.reduce_only]
        named = [structs.replace(each, client_order_id=f"{each.client_order_id}y") for each in plain]
        named = [each for each in named if self.goes_in_a_batch(each)]
        for begin in range(0, len(named), command.most or len(named) or 1):
            some = named[begin : begin + (command.most or len(named))]
            self.holds(0)
            found = self.outcomes("submit_order_list", some)
            assert all(isinstance(each, Accepted) for each in found), found
            alive = [each.client_order_id for each in self.account.open.values()]
            gone = [each for each in some if each.client_order_id in alive]
            about = [
                CancelOrder(instrument_id=e.instrument_id, client_order_id=e.client_order_id) for e in gone
            ]
            taken_back = self.outcomes("batch_cancel_orders", about, originals=gone) if about else []
            assert all(isinstance(each, Accepted) for each in taken_back), taken_back
        return len(named)

    def goes_in_a_batch(self, order: Order) -> bool:
        """Whether a batch takes an order; what has a call of its own goes alone."""
        requests = self.venue.requests(credentials=self.secrets, instruments=self.instruments)
        try:
            requests.build("submit_order_list", orders=[order], product=self.product)
        except (Denied, InvalidParameter, NotSupported):
            return False
        return True

    def outcomes(self, action: str, orders: list[Any], **params: Any) -> list[Any]:
        """What the adapter makes of an answer to several."""
        self.core.trading.throttle.restart()
        answer = self.ask(action, orders=orders, product=self.product, **params)
        command, errors = self.interface.commands[action], self.interface.errors
        names = [each.client_order_id for each in orders]
        return outcomes(command, errors, answer.status, answer.body, names)

    def holds(self, sign: int) -> None:
        """Holds, or owes, what an order of that sign reduces, nothing with 0; and goods that it may sell."""
        grid = self.line.grid
        for currency in (grid.base, grid.quote):
            purse = self.account.purse(currency)
            purse.total, purse.borrowed = 10**26, 10**18 * abs(sign)
        position = self.account.position(grid)
        position.lots = position.cost = 0
        if sign:
            position.trade(-sign, 80, grid.value(self.line.best[0], 80))


@pytest.mark.parametrize("venue", _PRODUCTS)
def test_every_row_is_taken_as_it_was_meant(venue: str) -> None:
    rows: set[tuple[Any, ...]] = set()
    together = 0
    for product in _PRODUCTS[venue]:
        trader = Trader(venue, product)
        orders = list(orders_of(trader, product, trader.line, rows))
        for order in orders:
            trader.takes(order)
        together += trader.takes_together(orders)
        trader.heard()
        assert not trader.core.private.untold, product
    assert bool(together) is ("submit_order_list" in trader.interface.commands)
