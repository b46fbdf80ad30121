"""The vendor's own connectors of Binance, spot and futures, against a simulated venue."""

import json
import logging
import threading
from collections.abc import Callable
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
        market_data(steps, product, client(base_url=steps.local(http)), symbol)
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
