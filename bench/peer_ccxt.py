"""ccxt.pro's own handlers on bare bytes, with a client that resolves nothing; JSON is decoded by the parser ccxt chose."""

import json
from collections.abc import Callable
from typing import Any

import ccxt.pro
from ccxt.async_support.base.ws.client import json_parser

from bench.timing import Feed


class Client:
    """What the peer's handlers ask of a connection: where it goes, who waits, and whom to tell."""

    url = "wss://fstream.binance.com/market/ws"

    def __init__(self) -> None:
        self.subscriptions: dict[str, object] = {}

    def resolve(self, result: object, message_hash: str) -> None:
        self.last = result

    def reject(self, error: BaseException, message_hash: str) -> None:
        raise error


def market(exchange: Any, symbol: str) -> dict[str, Any]:
    """A linear perpetual as the peer itself would read it from the venue's listing."""
    base = symbol.removesuffix("USDT")
    listed = {"symbol": symbol, "pair": symbol, "contractType": "PERPETUAL", "status": "TRADING"}
    listed |= {"baseAsset": base, "quoteAsset": "USDT", "marginAsset": "USDT"}
    rest = {"onboardDate": 0, "deliveryDate": 4133404800000, "filters": [], "orderTypes": ["LIMIT"]}
    parsed: dict[str, Any] = exchange.parse_market({**listed, **rest})
    return parsed


def makers(frames: dict[str, list[bytes]]) -> dict[str, Callable[[], Feed]]:
    names = ("trade", "aggTrade", "bookTicker", "depth", "kline")
    symbols = {message["data"]["s"] for name in names for message in map(json.loads, frames[name])}

    def exchange() -> Any:
        made = ccxt.pro.binanceusdm()
        made.set_markets([market(made, symbol) for symbol in sorted(symbols)])
        return made

    def plain() -> Feed:
        handle, client = exchange().handle_message, Client()
        return lambda raw: handle(client, json_parser.loads(raw))

    def books() -> Feed:
        """Every change finds its predecessor, so that each one is applied to the book."""
        made, client = exchange(), Client()
        book_of = {}
        for symbol in symbols:
            name = made.safe_market(symbol, None, None, "swap")["symbol"]
            made.orderbooks[name] = book_of[symbol] = made.order_book({})

        def feed(raw: bytes) -> None:
            message = json_parser.loads(raw)
            data = message["data"]
            book_of[data["s"]]["nonce"] = data["pu"]
            made.handle_message(client, message)

        return feed

    return {**dict.fromkeys(names, plain), "depth": books}
