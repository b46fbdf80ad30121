"""pybit, the vendor's own client of Bybit, against a simulated venue: HTTP here, its streams beside."""

import logging
from decimal import Decimal
from functools import partial
from typing import Any

from pybit.unified_trading import HTTP

from tests.peers.pybit_streams import streams
from tests.peers.steps import Steps, need


def rows(answer: Any) -> Any:
    """The rows of an answer that says that all went well."""
    need(answer["retCode"] == 0, f"{answer['retCode']} {answer['retMsg']}")
    need(answer["result"]["list"], "nothing came")
    return answer["result"]["list"]


def counted(call: Any, **params: Any) -> str:
    return f"{len(rows(call(**params)))} rows"


def book(session: Any, category: str, symbol: str) -> Any:
    return session.get_orderbook(category=category, symbol=symbol, limit=25)["result"]


def market_data(steps: Steps, session: Any, category: str, symbol: str) -> None:
    asked = {"category": category, "symbol": symbol}
    steps.do(f"markets {category}", partial(counted, session.get_instruments_info, category=category))
    steps.do(f"trades {category}", partial(counted, session.get_public_trade_history, **asked, limit=20))
    if category != "option":
        steps.do(f"klines {category}", partial(counted, session.get_kline, **asked, interval="1", limit=20))
    steps.do(f"book {category}", lambda: f"{len(book(session, category, symbol)['b'])} bids")


def trading(steps: Steps, session: Any, category: str, symbol: str) -> dict[str, Any]:
    """An order that rests, is changed and taken back; one that trades; what the account says of them. Returns the order's terms."""
    asked = {"category": category, "symbol": symbol}
    placed: dict[str, Any] = {}
    steps.do(f"place {category}", partial(_place, session, asked, placed))
    steps.do(f"open orders {category}", partial(counted, session.get_open_orders, **asked))
    steps.do(f"amend {category}", partial(_amend, session, asked, placed))
    steps.do(f"cancel {category}", partial(_cancel, session, asked, placed))
    steps.do(f"trade {category}", partial(_trade, session, asked, placed))
    steps.do(f"own trades {category}", partial(counted, session.get_executions, **asked))
    if category != "spot":
        steps.do(f"positions {category}", partial(counted, session.get_positions, **asked))
    return placed


def _done(answer: Any) -> Any:
    need(answer["retCode"] == 0, f"{answer['retCode']} {answer['retMsg']}")
    return answer["result"]


def _place(session: Any, asked: dict[str, str], placed: dict[str, Any]) -> str:
    found = rows(session.get_instruments_info(**asked))[0]
    step = Decimal(found["priceFilter"]["tickSize"])
    least = Decimal(found["lotSizeFilter"]["minOrderQty"])
    best = Decimal(book(session, **asked)["b"][0][0])
    placed |= {"qty": str(least * 20), "price": str(best / 2 // step * step), "step": step}
    done = _done(
        session.place_order(**asked, side="Buy", orderType="Limit", qty=placed["qty"], price=placed["price"])
    )
    placed["orderId"] = done["orderId"]
    need(placed["orderId"], "no id")
    return f"order {placed['orderId']}"


def _amend(session: Any, asked: dict[str, str], placed: dict[str, Any]) -> str:
    price = str(Decimal(placed["price"]) + placed["step"])
    _done(session.amend_order(**asked, orderId=placed["orderId"], price=price))
    found = rows(session.get_open_orders(**asked, orderId=placed["orderId"]))[0]["price"]
    need(Decimal(found) == Decimal(price), f"{found} is not {price}")
    return f"price {price}"


def _cancel(session: Any, asked: dict[str, str], placed: dict[str, Any]) -> str:
    return f"order {_done(session.cancel_order(**asked, orderId=placed['orderId']))['orderId']}"


def _trade(session: Any, asked: dict[str, str], placed: dict[str, Any]) -> str:
    more = {"marketUnit": "baseCoin"} if asked["category"] == "spot" else {}
    return f"order {_done(session.place_order(**asked, side='Buy', orderType='Market', qty=placed['qty'], **more))['orderId']}"


def main() -> None:
    logging.disable(logging.CRITICAL)
    steps = Steps()
    session = HTTP(api_key=steps.credentials["key"], api_secret=steps.credentials["secret"], max_retries=1)
    session.endpoint = steps.local(session.endpoint)
    terms: dict[str, dict[str, Any]] = {}
    for category, symbol in steps.symbols.items():
        market_data(steps, session, category, symbol)
        terms[category] = trading(steps, session, category, symbol)
    steps.do("account", lambda: counted(session.get_wallet_balance, accountType="UNIFIED"))
    streams(steps, terms)


main()
