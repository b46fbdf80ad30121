"""OKX's clients of NautilusTrader: HTTP for what is asked, connections for the market, the account and orders."""

import asyncio
from typing import Any

from tests.peers.nautilus_core import core
from tests.peers.nautilus_desk import HEARTBEAT_S, Desk, Order, Waiting
from tests.peers.steps import Steps

HTTP = "https://www.okx.com"
STREAM = "wss://ws.okx.com:8443/ws/v5"
KINDS = {"spot": core.OKXInstrumentType.SPOT, "swap": core.OKXInstrumentType.SWAP}
TRIES = 10
WHO = core.TraderId("TRADER-001"), core.StrategyId("S-001")


class Okx(Desk):
    """Orders go over the private connection, the only way that the client has."""

    def __init__(self, steps: Steps) -> None:
        super().__init__(steps)
        self._keys = [steps.credentials[name] for name in ("key", "secret", "passphrase")]
        self._account_id = core.AccountId("OKX-1")
        self._http = core.OKXHttpClient(*self._keys, steps.local(HTTP))

    def has_positions(self, product: str) -> bool:
        return product != "spot"

    async def markets(self, product: str) -> Any:
        self.instruments[product] = await self._http.request_instruments(KINDS[product])
        for each in self.instruments[product]:
            self._http.add_instrument(each)
        return self.instruments[product]

    async def trades(self, product: str, identity: Any) -> Any:
        return await self._http.request_trades(identity, limit=20)

    async def bars(self, product: str, bars: Any) -> Any:
        return await self._http.request_bars(bars, limit=20)

    async def _connected(self, stream: Any) -> Waiting:
        heard = Waiting()
        await stream.connect(self.known, heard.take)
        await stream.wait_until_active(10.0)
        return heard

    async def public(self, product: str) -> tuple[Any, Waiting]:
        address = self.steps.local(f"{STREAM}/public")
        stream = core.OKXWebSocketClient(address, None, None, None, self._account_id, HEARTBEAT_S)
        return stream, await self._connected(stream)

    async def ask_trades(self, stream: Any, identity: Any) -> None:
        await stream.subscribe_trades(identity, False)

    async def ask_book(self, stream: Any, identity: Any) -> None:
        await stream.subscribe_book(identity)

    async def account(self) -> str:
        state = await self._http.request_account_state(self._account_id)
        return f"{len(state.to_dict()['balances'])} currencies"

    async def open(self) -> str:
        address = self.steps.local(f"{STREAM}/private")
        self._private = core.OKXWebSocketClient.with_credentials(
            address, *self._keys, self._account_id, HEARTBEAT_S
        )
        self.heard = await self._connected(self._private)
        for kind in KINDS.values():
            await self._private.subscribe_orders(kind)
        await self._private.subscribe_account()
        return "logged on, for reports and for orders"

    async def place(self, order: Order) -> None:
        await self._submit(order, core.OrderType.LIMIT, core.TimeInForce.GTC, self.price("1000"))

    async def take(self, order: Order) -> None:
        await self._submit(order, core.OrderType.MARKET, None, None)

    async def _submit(self, order: Order, kind: Any, life: Any, price: Any) -> None:
        mode = core.OKXTradeMode.CASH if order.product == "spot" else core.OKXTradeMode.CROSS
        await self._private.submit_order(
            *WHO,
            order.instrument_id,
            mode,
            order.client_order_id,
            core.OrderSide.BUY,
            kind,
            order.quantity,
            life,
            price,
        )

    async def amend(self, order: Order, price: Any) -> None:
        await self._private.modify_order(
            *WHO, order.instrument_id, order.client_order_id, None, price, order.quantity
        )

    async def cancel(self, order: Order) -> None:
        await self._private.cancel_order(*WHO, order.instrument_id, order.client_order_id)

    async def changed(self, order: Order) -> str:
        """The client keeps a change of price to itself; the open orders tell it, a moment later."""
        prices: list[str] = []
        for _ in range(TRIES):
            await asyncio.sleep(0.5)
            found = await self._http.request_order_status_reports(
                self._account_id, KINDS[order.product], order.instrument_id, open_only=True
            )
            prices = [str(each.price) for each in found if each.client_order_id == order.client_order_id]
            if prices and float(prices[0].replace("_", "")) == 1001:
                return "price 1001"
        raise ValueError(f"the price is {prices}")

    async def fills(self, order: Order) -> Any:
        return await self._http.request_fill_reports(
            self._account_id, KINDS[order.product], order.instrument_id
        )

    async def positions(self, order: Order) -> Any:
        return await self._http.request_position_status_reports(
            self._account_id, KINDS[order.product], order.instrument_id
        )
