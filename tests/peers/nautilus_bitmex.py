"""BitMEX's clients of NautilusTrader: HTTP for what is asked and for orders, connections for the market and the account."""

import asyncio
from typing import Any

from tests.peers.nautilus_core import core
from tests.peers.nautilus_desk import HEARTBEAT_S, Desk, Order, Waiting
from tests.peers.steps import Steps

HTTP = "https://www.bitmex.com/api/v1"
STREAM = "wss://ws.bitmex.com/realtime"


class Bitmex(Desk):
    """Orders go over HTTP, the only way that the venue has."""

    def __init__(self, steps: Steps) -> None:
        super().__init__(steps)
        self._keys = steps.credentials["key"], steps.credentials["secret"]
        self._account_id = core.AccountId("BITMEX-1")
        self._http = core.BitmexHttpClient(*self._keys, steps.local(HTTP))

    def has_positions(self, product: str) -> bool:
        return product != "spot"

    async def markets(self, product: str) -> Any:
        if not self.instruments:
            listed = await self._http.request_instruments(True)
            self.instruments = dict.fromkeys(self.steps.symbols, listed)
            for each in listed:
                self._http.add_instrument(each)
        return self.instruments[product]

    async def trades(self, product: str, identity: Any) -> Any:
        return await self._http.request_trades(identity, limit=20)

    async def bars(self, product: str, bars: Any) -> Any:
        return await self._http.request_bars(bars, limit=20)

    async def _connected(self, stream: Any) -> Waiting:
        heard = Waiting()
        listed = next(iter(self.instruments.values()))
        await stream.connect(listed, heard.take)
        await stream.wait_until_active(10.0)
        return heard

    async def public(self, product: str) -> tuple[Any, Waiting]:
        stream = core.BitmexWebSocketClient(
            self.steps.local(STREAM), None, None, self._account_id, HEARTBEAT_S
        )
        return stream, await self._connected(stream)

    async def ask_trades(self, stream: Any, identity: Any) -> None:
        await stream.subscribe_trades(identity)

    async def ask_book(self, stream: Any, identity: Any) -> None:
        await stream.subscribe_book(identity)

    async def account(self) -> str:
        state = await self._http.request_account_state(self._account_id)
        return f"{len(state.to_dict()['balances'])} currencies"

    async def open(self) -> str:
        self._private = core.BitmexWebSocketClient(
            self.steps.local(STREAM), *self._keys, self._account_id, HEARTBEAT_S
        )
        self.heard = await self._connected(self._private)
        for ask in (self._private.subscribe_orders, self._private.subscribe_executions):
            await ask()
        await self._private.subscribe_positions()
        await asyncio.sleep(1)
        return "logged on, for reports"

    async def place(self, order: Order) -> None:
        await self._http.submit_order(
            order.instrument_id,
            order.client_order_id,
            core.OrderSide.BUY,
            core.OrderType.LIMIT,
            order.quantity,
            core.TimeInForce.GTC,
            self.price("1000"),
        )

    async def take(self, order: Order) -> None:
        await self._http.submit_order(
            order.instrument_id,
            order.client_order_id,
            core.OrderSide.BUY,
            core.OrderType.MARKET,
            order.quantity,
            core.TimeInForce.IOC,
        )

    async def amend(self, order: Order, price: Any) -> None:
        await self._http.modify_order(order.instrument_id, order.client_order_id, None, order.quantity, price)

    async def cancel(self, order: Order) -> None:
        await self._http.cancel_order(order.instrument_id, order.client_order_id)

    async def fills(self, order: Order) -> Any:
        return await self._http.request_fill_reports(order.instrument_id)

    async def positions(self, order: Order) -> Any:
        return await self._http.request_position_status_reports()
