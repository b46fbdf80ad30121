"""ccxt and ccxt.pro against a simulated venue."""

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import ccxt
import ccxt.pro

from tests.peers.steps import Steps, need

NAMES = {"binance": "binance", "bybit": "bybit", "okx": "okx", "bitmex": "bitmex"}
SECONDS = 20
OF_ANY_STATUS = {"acknowledged": True}
"""Bybit's orders are found among the latest 500 alone, which its client wants a caller to know."""


def pointed(exchange: Any, steps: Steps) -> Any:
    """The exchange with every address of the venue replaced."""

    def replaced(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: replaced(inner) for key, inner in value.items()}
        return (
            steps.local(value.replace("{hostname}", exchange.hostname or ""))
            if isinstance(value, str)
            else value
        )

    exchange.urls["api"] = replaced(exchange.urls["api"])
    # Its list of currencies comes of a call about deposits and withdrawals, which no simulated venue has.
    exchange.has["fetchCurrencies"] = False
    return exchange


def market_data(steps: Steps, exchange: Any) -> None:
    steps.do("markets", lambda: f"{len(exchange.load_markets())} markets")
    for product, symbol in steps.symbols.items():
        steps.do(f"trades {product}", partial(_trades, exchange, symbol))
        steps.do(f"klines {product}", partial(_bars, exchange, symbol))
        steps.do(f"book {product}", partial(_fetched, exchange, symbol))


def _trades(exchange: Any, symbol: str) -> str:
    trades = exchange.fetch_trades(symbol, limit=50)
    need(trades, "no trade came")
    need(all(trade["price"] > 0 and trade["amount"] > 0 for trade in trades), "a trade without price or size")
    return f"{len(trades)} trades"


def _bars(exchange: Any, symbol: str) -> str:
    bars = exchange.fetch_ohlcv(symbol, "1m", limit=50)
    need(bars, "no bar came")
    need(
        all(low <= min(open_, close) and high >= max(open_, close) for _, open_, high, low, close, _ in bars),
        "a bar out of shape",
    )
    return f"{len(bars)} bars"


def _fetched(exchange: Any, symbol: str) -> str:
    return _book(exchange.fetch_order_book(symbol))


def _book(book: Any) -> str:
    need(book["bids"] and book["asks"], "an empty side")
    need(book["bids"][0][0] < book["asks"][0][0], "a crossed book")
    return f"{len(book['bids'])} and {len(book['asks'])} levels"


def trading(steps: Steps, exchange: Any) -> None:
    """An order that rests, is changed and taken back; one that trades; what the account says of them."""
    for product, symbol in steps.symbols.items():
        placed: dict[str, Any] = {}
        steps.do(f"balance {product}", partial(_balance, exchange, symbol))
        steps.do(f"place {product}", partial(_place, exchange, symbol, placed))
        steps.do(f"open orders {product}", partial(_open_orders, exchange, symbol, placed))
        steps.do(f"amend {product}", partial(_amend, exchange, symbol, placed))
        steps.do(f"cancel {product}", partial(_cancel, exchange, symbol, placed))
        steps.do(f"trade {product}", partial(_trade, exchange, symbol))
        steps.do(f"own trades {product}", partial(_own_trades, exchange, symbol))


def _balance(exchange: Any, symbol: str) -> str:
    market = exchange.market(symbol)
    kind = "spot" if market["spot"] else "inverse" if market["inverse"] else "linear"
    total = exchange.fetch_balance(
        {"type": "spot"} if kind == "spot" else {"type": "swap", "subType": kind, "useV2": True}
    )["total"]
    need(total, "no currency")
    return f"{len(total)} currencies"


def _size(exchange: Any, symbol: str) -> float:
    market = exchange.market(symbol)
    least = market["limits"]["amount"]["min"] or 1
    return float(exchange.amount_to_precision(symbol, least * 20))


def _place(exchange: Any, symbol: str, placed: dict[str, Any]) -> str:
    best = exchange.fetch_order_book(symbol)["bids"][0][0]
    price = float(exchange.price_to_precision(symbol, best * 0.5))
    placed |= exchange.create_order(symbol, "limit", "buy", _size(exchange, symbol), price)
    placed["price"] = price
    need(placed["id"], "no id")
    return f"order {placed['id']}"


def _open_orders(exchange: Any, symbol: str, placed: dict[str, Any]) -> str:
    found = exchange.fetch_open_orders(symbol)
    need(
        [each for each in found if each["id"] == placed["id"]],
        f"{placed['id']} is none of {[each['id'] for each in found]}",
    )
    return f"{len(found)} orders"


def _amend(exchange: Any, symbol: str, placed: dict[str, Any]) -> str:
    price = float(exchange.price_to_precision(symbol, placed["price"] * 1.05))
    changed = exchange.edit_order(placed["id"], symbol, "limit", "buy", _size(exchange, symbol), price)
    placed["id"] = changed["id"]
    found = exchange.fetch_order(placed["id"], symbol, OF_ANY_STATUS)
    need(found["price"] == price, f"{found['price']} is not {price}")
    return f"price {price}"


def _cancel(exchange: Any, symbol: str, placed: dict[str, Any]) -> str:
    exchange.cancel_order(placed["id"], symbol)
    found = exchange.fetch_open_orders(symbol)
    need(not [each for each in found if each["id"] == placed["id"]], "it is still there")
    return "gone"


def _trade(exchange: Any, symbol: str) -> str:
    order = exchange.create_order(symbol, "market", "buy", _size(exchange, symbol))
    found = exchange.fetch_order(order["id"], symbol, OF_ANY_STATUS)
    # Of contracts that settle in the coin, one venue's are counted in the coin once they are filled.
    whole = found["filled"] == _size(exchange, symbol) or (
        exchange.market(symbol)["inverse"] and found["filled"]
    )
    need(whole and found["status"] == "closed", f"{found['filled']} filled, {found['status']}")
    return f"{found['filled']} at {found['average']}"


def _own_trades(exchange: Any, symbol: str) -> str:
    trades = exchange.fetch_my_trades(symbol)
    need(trades, "no trade of our own")
    return f"{len(trades)} trades"


async def watched(steps: Steps, exchange: Any) -> None:
    for product, symbol in steps.symbols.items():
        await _do(steps, f"watch trades {product}", partial(_watch_trades, exchange, symbol))
        await _do(steps, f"watch book {product}", partial(_watch_book, exchange, symbol))
    await exchange.close()


async def _do(steps: Steps, step: str, action: Callable[[], Awaitable[str]]) -> None:
    try:
        detail = await asyncio.wait_for(action(), SECONDS)
    except Exception as error:
        steps.tell(step, False, f"{type(error).__name__}: {error}")
    else:
        steps.tell(step, True, detail)


async def _watch_trades(exchange: Any, symbol: str) -> str:
    seen = 0
    while seen < 5:
        seen += len(await exchange.watch_trades(symbol))
    return f"{seen} trades"


async def _watch_book(exchange: Any, symbol: str) -> str:
    for _ in range(10):
        said = _book(await exchange.watch_order_book(symbol))
    return said


def main() -> None:
    logging.disable(logging.CRITICAL)
    steps, name = Steps(), NAMES[sys.argv[1]]
    options = {"fetchCurrencies": False, "fetchMargins": False}
    settings = {"enableRateLimit": name == "bitmex", "options": options, **dict(steps.credentials)}
    exchange = pointed(getattr(ccxt, name)(settings), steps)
    market_data(steps, exchange)
    if steps.credentials:
        trading(steps, exchange)

    async def stream() -> None:
        hurried = {**settings, "enableRateLimit": False}
        await watched(steps, pointed(getattr(ccxt.pro, name)(hurried), steps))

    asyncio.run(stream())


main()
