"""python-okx, the vendor's own client of OKX, against a simulated venue: HTTP here, its streams beside."""

import asyncio
import logging
from decimal import Decimal
from functools import partial
from typing import Any

from okx.Account import AccountAPI
from okx.MarketData import MarketAPI
from okx.PublicData import PublicAPI
from okx.Trade import TradeAPI

from tests.peers.okx_streams import streams
from tests.peers.steps import Steps, need

HTTP = "https://www.okx.com"


def rows(answer: Any) -> Any:
    """The rows of an answer that says that all went well."""
    need(str(answer["code"]) == "0", f"{answer['code']} {answer['msg']} {answer.get('data')}")
    need(answer["data"], "nothing came")
    return answer["data"]


def counted(call: Any, *args: Any, **params: Any) -> str:
    return f"{len(rows(call(*args, **params)))} rows"


class Desk:
    """The vendor's calls, all of one account."""

    def __init__(self, steps: Steps) -> None:
        given = [steps.credentials[name] for name in ("key", "secret", "passphrase")]
        settings = {"flag": "0", "domain": steps.local(HTTP)}
        self.market = MarketAPI(**settings)
        self.public = PublicAPI(**settings)
        self.trade = TradeAPI(*given, **settings)
        self.account = AccountAPI(*given, **settings)


def market_data(steps: Steps, desk: Desk, product: str, symbol: str) -> None:
    kind = product.upper()
    steps.do(f"markets {product}", partial(counted, desk.public.get_instruments, instType=kind))
    steps.do(f"trades {product}", partial(counted, desk.market.get_trades, symbol, limit="20"))
    steps.do(
        f"klines {product}", partial(counted, desk.market.get_candlesticks, symbol, bar="1m", limit="20")
    )
    steps.do(
        f"book {product}", lambda: f"{len(rows(desk.market.get_orderbook(symbol, sz='20'))[0]['bids'])} bids"
    )


def trading(steps: Steps, desk: Desk, product: str, symbol: str) -> dict[str, Any]:
    """An order that rests, is changed and taken back; one that trades; what the account says of them. Returns the order's terms."""
    mode = "cash" if product == "spot" else "cross"
    placed: dict[str, Any] = {}
    steps.do(f"place {product}", partial(_place, desk, product, symbol, mode, placed))
    steps.do(f"open orders {product}", lambda: counted(desk.trade.get_order_list, instId=symbol))
    steps.do(f"amend {product}", partial(_amend, desk, symbol, placed))
    steps.do(f"cancel {product}", lambda: counted(desk.trade.cancel_order, symbol, ordId=placed["ordId"]))
    steps.do(f"trade {product}", partial(_trade, desk, symbol, mode, placed))
    steps.do(f"own trades {product}", lambda: counted(desk.trade.get_fills, instId=symbol))
    return placed


def _ordered(answer: Any) -> Any:
    (row,) = rows(answer)
    need(str(row["sCode"]) == "0", f"{row['sCode']} {row['sMsg']}")
    return row


def _place(desk: Desk, product: str, symbol: str, mode: str, placed: dict[str, Any]) -> str:
    found = rows(desk.public.get_instruments(instType=product.upper(), instId=symbol))[0]
    step = Decimal(found["tickSz"])
    best = Decimal(rows(desk.market.get_orderbook(symbol, sz="5"))[0]["bids"][0][0])
    placed |= {"sz": str(Decimal(found["minSz"]) * 20), "px": str(best / 2 // step * step), "step": step}
    done = _ordered(desk.trade.place_order(symbol, mode, "buy", "limit", placed["sz"], px=placed["px"]))
    placed["ordId"] = done["ordId"]
    need(placed["ordId"], "no id")
    return f"order {placed['ordId']}"


def _amend(desk: Desk, symbol: str, placed: dict[str, Any]) -> str:
    price = str(Decimal(placed["px"]) + placed["step"])
    _ordered(desk.trade.amend_order(symbol, ordId=placed["ordId"], newPx=price))
    found = rows(desk.trade.get_order(symbol, ordId=placed["ordId"]))[0]["px"]
    need(Decimal(found) == Decimal(price), f"{found} is not {price}")
    return f"price {price}"


def _trade(desk: Desk, symbol: str, mode: str, placed: dict[str, Any]) -> str:
    more = {"tgtCcy": "base_ccy"} if mode == "cash" else {}
    done = _ordered(desk.trade.place_order(symbol, mode, "buy", "market", placed["sz"], **more))
    return f"order {done['ordId']}"


def main() -> None:
    logging.disable(logging.CRITICAL)
    steps = Steps()
    desk = Desk(steps)
    terms: dict[str, dict[str, Any]] = {}
    for product, symbol in steps.symbols.items():
        market_data(steps, desk, product, symbol)
        terms[product] = trading(steps, desk, product, symbol)
    steps.do("account", lambda: counted(desk.account.get_account_balance))
    steps.do("positions", lambda: counted(desk.account.get_positions))
    asyncio.run(streams(steps, terms))


main()
