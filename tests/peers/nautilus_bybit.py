"""Bybit's clients of NautilusTrader: HTTP for what is asked, connections for the market, the account and orders."""

from typing import Any

from tests.peers.nautilus_core import core
from tests.peers.nautilus_desk import Desk, Order, Waiting
from tests.peers.steps import Steps

HTTP = "https://api.bybit.com"
STREAM = "wss://stream.bybit.com/v5"
MAINNET = core.BybitEnvironment.MAINNET
PRODUCTS = {
    "spot": core.BybitProductType.SPOT,
    "linear": core.BybitProductType.LINEAR,
    "inverse": core.BybitProductType.INVERSE,
}
DEPTH = 50


class Bybit(Desk):
    """Orders go over the connection for trading: the HTTP client of 1.221.0 refuses its own requests before it sends them."""

    def __init__(self, steps: Steps) -> None:
        super().__init__(steps)
        self._keys = steps.credentials["key"], steps.credentials["secret"]
        self._account_id = core.AccountId("BYBIT-1")
        self._http = core.BybitHttpClient(*self._keys, steps.local(HTTP))

    def has_positions(self, product: str) -> bool:
        return product != "spot"

    async def markets(self, product: str) -> Any:
        self.instruments[product] = await self._http.request_instruments(PRODUCTS[product])
        for each in self.instruments[product]:
            self._http.add_instrument(each)
        return self.instruments[product]

    async def trades(self, product: str, identity: Any) -> Any:
        return await self._http.request_trades(PRODUCTS[product], identity, 20)

    async def bars(self, product: str, bars: Any) -> Any:
        return await self._http.request_bars(PRODUCTS[product], bars, limit=20)

    async def _connected(self, stream: Any) -> Waiting:
        heard = Waiting()
        for each in self.known:
            stream.add_instrument(each)
        await stream.connect(heard.take)
        await stream.wait_until_active(10.0)
        return heard

    async def public(self, product: str) -> tuple[Any, Waiting]:
        address = self.steps.local(f"{STREAM}/public/{product}")
        stream = core.BybitWebSocketClient.new_public(PRODUCTS[product], MAINNET, address, None)
        return stream, await self._connected(stream)

    async def ask_trades(self, stream: Any, identity: Any) -> None:
        await stream.subscribe_trades(identity)

    async def ask_book(self, stream: Any, identity: Any) -> None:
        await stream.subscribe_orderbook(identity, DEPTH)

    async def account(self) -> str:
        state = await self._http.request_account_state(core.BybitAccountType.UNIFIED, self._account_id)
        return f"{len(state.to_dict()['balances'])} currencies"

    async def open(self) -> str:
        private, trading = self.steps.local(f"{STREAM}/private"), self.steps.local(f"{STREAM}/trade")
        stream = core.BybitWebSocketClient.new_private(MAINNET, *self._keys, private, None)
        stream.set_account_id(self._account_id)
        self.heard = await self._connected(stream)
        for ask in (stream.subscribe_orders, stream.subscribe_executions, stream.subscribe_wallet):
            await ask()
        await stream.subscribe_positions()
        self._private = stream
        self._trading = core.BybitWebSocketClient.new_trade(MAINNET, *self._keys, trading, None)
        await self._connected(self._trading)
        return "logged on twice: for reports and for orders"

    async def place(self, order: Order) -> None:
        await self._submit(order, core.OrderType.LIMIT, core.TimeInForce.GTC, self.price("1000"))

    async def take(self, order: Order) -> None:
        await self._submit(order, core.OrderType.MARKET, core.TimeInForce.IOC, None)

    async def _submit(self, order: Order, kind: Any, life: Any, price: Any) -> None:
        await self._trading.submit_order(
            PRODUCTS[order.product],
            order.instrument_id,
            order.client_order_id,
            core.OrderSide.BUY,
            kind,
            order.quantity,
            life,
            price,
        )

    async def amend(self, order: Order, price: Any) -> None:
        await self._trading.modify_order(
            PRODUCTS[order.product],
            order.instrument_id,
            client_order_id=order.client_order_id,
            quantity=order.quantity,
            price=price,
        )

    async def cancel(self, order: Order) -> None:
        await self._trading.cancel_order(
            PRODUCTS[order.product], order.instrument_id, client_order_id=order.client_order_id
        )

    async def fills(self, order: Order) -> Any:
        return await self._http.request_fill_reports(
            self._account_id, PRODUCTS[order.product], order.instrument_id
        )

    async def positions(self, order: Order) -> Any:
        return await self._http.request_position_status_reports(
            self._account_id, PRODUCTS[order.product], order.instrument_id
        )
