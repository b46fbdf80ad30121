"""The vendor's own connectors of Binance, spot and futures, against a simulated venue."""

import json
import logging
import threading
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from binance.cm_futures import CMFutures
from binance.spot import Spot
from binance.um_futures import UMFutures
from binance.websocket.cm_futures.websocket_client import CMFuturesWebsocketClient
from binance.websocket.spot.websocket_stream import SpotWebsocketStreamClient
from binance.websocket.um_futures.websocket_client import UMFuturesWebsocketClient

from tests.peers.steps import Failed, Steps, need

SECONDS = 20
CLIENTS: dict[str, tuple[Callable[..., Any], str, Callable[..., Any], str]] = {
    "spot": (Spot, "https://api.binance.com", SpotWebsocketStreamClient, "wss://stream.binance.com:9443"),
    "usdm": (UMFutures, "https://fapi.binance.com", UMFuturesWebsocketClient, "wss://fstream.binance.com"),
    "coinm": (CMFutures, "https://dapi.binance.com", CMFuturesWebsocketClient, "wss://dstream.binance.com"),
}


def market_data(steps: Steps, product: str, client: Any, symbol: str) -> None:
    steps.do(f"markets {product}", lambda: f"{len(client.exchange_info()['symbols'])} symbols")
    steps.do(f"trades {product}", lambda: f"{len(_some(client.trades(symbol, limit=20)))} trades")
    steps.do(f"klines {product}", lambda: f"{len(_some(client.klines(symbol, '1m', limit=20)))} bars")
    steps.do(f"book {product}", lambda: f"{len(_some(client.depth(symbol, limit=20)['bids']))} bids")


def trading(steps: Steps, product: str, client: Any, symbol: str) -> None:
    """An order that rests, is looked up and taken back; one that trades; what the account says of them."""
    placed: dict[str, Any] = {}
    steps.do(f"place {product}", lambda: _place(client, symbol, placed))
    steps.do(
        f"order {product}",
        lambda: (
            client.query_order(symbol, orderId=placed["orderId"])["status"]
            if product != "spot"
            else client.get_order(symbol, orderId=placed["orderId"])["status"]
        ),
    )
    if product != "spot":
        steps.do(f"amend {product}", lambda: _amend(client, symbol, placed))
    steps.do(f"cancel {product}", lambda: client.cancel_order(symbol, orderId=placed["orderId"])["status"])
    steps.do(
        f"trade {product}",
        lambda: client.new_order(symbol=symbol, side="BUY", type="MARKET", quantity=placed["size"])[
            "orderId"
        ],
    )
    own = client.my_trades if product == "spot" else client.get_account_trades
    steps.do(f"own trades {product}", lambda: f"{len(_some(own(symbol=symbol)))} trades")
    # Its own `account` of USD-M is the third version of a call of which the spec has the second.
    account = partial(client.sign_request, "GET", "/fapi/v2/account") if product == "usdm" else client.account
    steps.do(f"account {product}", lambda: f"{len(_some(account()))} fields")


def _place(client: Any, symbol: str, placed: dict[str, Any]) -> str:
    best = client.depth(symbol, limit=5)["bids"][0][0]
    placed["size"] = "20" if symbol.endswith("USD_PERP") else "0.020"
    placed["price"] = f"{Decimal(best) / 2:.2f}"
    placed |= client.new_order(
        symbol=symbol,
        side="BUY",
        type="LIMIT",
        timeInForce="GTC",
        quantity=placed["size"],
        price=placed["price"],
    )
    need(placed["orderId"], "no id")
    return f"order {placed['orderId']}"


def _amend(client: Any, symbol: str, placed: dict[str, Any]) -> str:
    price = f"{Decimal(placed['price']) * Decimal('1.05'):.2f}"
    client.modify_order(
        symbol=symbol, orderId=placed["orderId"], side="BUY", quantity=placed["size"], price=price
    )
    found = client.query_order(symbol, orderId=placed["orderId"])["price"]
    need(Decimal(found) == Decimal(price), f"{found} is not {price}")
    return f"price {price}"


def _some(rows: Any) -> Any:
    need(rows, "nothing came")
    return rows


def watch(
    steps: Steps, step: str, client: Callable[..., Any], address: str, ask: Callable[[Any], None], tag: str
) -> None:
    """Subscribes by the client's own method and waits for a few messages with a tag."""
    came: list[dict[str, Any]] = []
    faults: list[str] = []
    enough = threading.Event()

    def on_message(_: Any, text: str) -> None:
        message = json.loads(text)
        if message.get("e") == tag:
            came.append(message)
        if len(came) >= 5:
            enough.set()

    def on_error(_: Any, error: Any) -> None:
        faults.append(str(error))
        enough.set()

    def run() -> str:
        stream = client(stream_url=address, on_message=on_message, on_error=on_error)
        try:
            ask(stream)
            enough.wait(SECONDS)
        finally:
            stream.stop()
        if faults or len(came) < 5:
            raise Failed(f"{len(came)} messages; {'; '.join(faults)}")
        return f"{len(came)} messages"

    steps.do(step, run)


def main() -> None:
    logging.disable(logging.CRITICAL)
    steps = Steps()
    for product, symbol in steps.symbols.items():
        client, http, streams, address = CLIENTS[product]
        one = client(steps.credentials["key"], steps.credentials["secret"], base_url=steps.local(http))
        market_data(steps, product, one, symbol)
        trading(steps, product, one, symbol)
        local = steps.local(address)
        if product == "spot":
            watch(steps, "watch trades spot", streams, local, partial(_ask, "trade", symbol), "trade")
        else:
            watch(
                steps,
                f"watch trades {product}",
                streams,
                local,
                partial(_ask, "agg_trade", symbol),
                "aggTrade",
            )
        watch(
            steps,
            f"watch book {product}",
            streams,
            local,
            partial(_ask, "diff_book_depth", symbol, speed=100),
            "depthUpdate",
        )


def _ask(method: str, symbol: str, stream: Any, **more: Any) -> None:
    getattr(stream, method)(symbol=symbol, **more)


main()
