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
    settings = {"enableRateLimit": False, **dict(steps.credentials)}
    market_data(steps, pointed(getattr(ccxt, name)(settings), steps))

    async def stream() -> None:
        await watched(steps, pointed(getattr(ccxt.pro, name)(settings), steps))

    asyncio.run(stream())


main()
