"""What simulated venues refuse, and in which words, as the venues themselves do."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import dragoman
import pytest
from dragoman.model import CancelOrder, LimitOrder, MarketOrder, OrderSide, StopMarketOrder

from tests.runtime.simulate.wire.desk import NOW, Client, said

D, SECOND = Decimal, 1_000_000_000

_CASES: dict[str, tuple[str, dict[str, tuple[int, Any]]]] = {
    "binance": (
        "usdm",
        {
            "key": (401, -2015),
            "secret": (400, -1022),
            "late": (400, -1021),
            "unknown": (400, -2011),
            "taken": (400, -4116),
            "reduces": (400, -2022),
            "too much": (400, -2019),
            "due": (400, -2021),
            "takes": (400, -5022),
            "often": (429, -1003),
        },
    ),
    "bybit": (
        "linear",
        {
            "key": (200, 10003),
            "secret": (200, 10004),
            "late": (200, 10002),
            "unknown": (200, 110001),
            "taken": (200, 110072),
            "reduces": (200, 110017),
            "too much": (200, 110007),
            "often": (200, 10006),
        },
    ),
    "okx": (
        "swap",
        {
            "key": (401, "50111"),
            "secret": (401, "50113"),
            "late": (401, "50102"),
            "unknown": (200, "51400"),
            "taken": (200, "51016"),
            "reduces": (200, "51169"),
            "too much": (200, "51008"),
            "often": (429, "50011"),
        },
    ),
    "bitmex": (
        "perpetual",
        {
            "key": (401, "HTTPError"),
            "secret": (401, "HTTPError"),
            "taken": (400, "HTTPError"),
            "too much": (400, "ValidationError"),
            "often": (429, "RateLimitError"),
        },
    ),
}


@cache
def _poor(venue: str) -> Client:
    product = _CASES[venue][0]
    return Client(
        dragoman.load(venue),
        products=[product],
        partial=True,
        balances={"USDT": D(100), "XBT": D("0.01"), "BTC": D("0.01")},
    )


@pytest.mark.parametrize(("venue", "what"), [(v, what) for v, (_, cases) in _CASES.items() for what in cases])
def test_refusals_have_the_venue_s_own_codes(venue: str, what: str) -> None:
    client, product = _poor(venue), _CASES[venue][0]
    client.core.trading.throttle.restart()
    line = next(iter(client.core.markets[product].lines.values()))
    known: dict[str, Any] = {"instrument_id": line.instrument_id, "order_side": OrderSide.BUY}
    known["quantity"] = line.size(2 if what == "taken" else 400)
    limit = LimitOrder(price=line.price(line.best[0] - 200), client_order_id="a", **known)
    orders: dict[str, Any] = {
        "taken": limit,
        "reduces": MarketOrder(reduce_only=True, **known),
        "too much": LimitOrder(**{**known, "quantity": line.size(900_000)}, price=line.price(line.best[0])),
        "due": StopMarketOrder(trigger_price=line.price(line.best[0] - 500), **known),
        "takes": LimitOrder(price=line.price(line.best[1] + 1), post_only=True, **known),
    }
    wanted = CancelOrder(instrument_id=line.instrument_id, client_order_id="nobody")
    secrets = dict(client.secrets)
    if what == "key":
        secrets["api_key"] = "nobody"
    if what == "secret":
        secrets["api_secret" if "api_secret" in secrets else "secret"] = "wrong"
    later = NOW + (60 * SECOND if what == "late" else 0)
    if what == "often":
        client.core.trading.throttle.spend(NOW + 3 * SECOND)
    if what == "taken":
        client.ask("submit_order", order=limit)
    if what in orders:
        answer = client.ask("submit_order", order=orders[what])
    else:
        answer = client.ask("cancel_order", order=wanted, secrets=secrets, at_ns=later)
    body = said(answer)
    row = body["data"][0] if venue == "okx" and body.get("data") else body
    code = row.get("code", row.get("retCode", row.get("sCode", body.get("error", {}).get("name"))))
    assert (answer.status, code) == _CASES[venue][1][what], body
    assert what != "often" or ("Retry-After", "3") in answer.headers
    if venue == "okx" and "sCode" in row:
        assert (body["code"], body["msg"]) == ("1", "All operations failed")


_NOWHERE: list[tuple[str, str, str, dict[str, Any], int, str]] = [
    ("binance", "usdm", "place_futures_order", {"symbol": "NOPEUSDT", "side": "BUY", "type": "MARKET", "quantity": "1"}, 400, "Invalid symbol."),
    ("bybit", "linear", "create_order", {"symbol": "NOPEUSDT", "side": "Buy", "order_type": "Market", "qty": "1"}, 200, "params error: symbol invalid"),
    ("bybit", "spot", "create_order", {"symbol": "NOPEUSDT", "side": "Buy", "order_type": "Market", "qty": "1"}, 200, "Invalid symbol."),
    ("okx", "swap", "place_order", {"instId": "NOPE-USDT-SWAP", "side": "buy", "ordType": "market", "tdMode": "cross", "sz": "1"}, 200, "Instrument ID, Instrument ID code, or Spread ID doesn't exist."),
    ("bitmex", "perpetual", "new_order", {"symbol": "NOPEUSD", "side": "Buy", "ordType": "Market", "orderQty": "1"}, 400, "Invalid symbol"),
]  # fmt: skip


@pytest.mark.parametrize(("venue", "product", "call", "order", "status", "text"), _NOWHERE)
def test_an_order_for_what_is_not_traded_is_refused_in_the_venue_s_words(
    venue: str, product: str, call: str, order: dict[str, Any], status: int, text: str
) -> None:
    client = Client(dragoman.load(venue), products=[product], partial=True)
    answer = client.ask(call, product=product, **order)
    body = said(answer)
    assert answer.status == status
    row = body["data"][0] if venue == "okx" else body
    assert text in (row.get("sMsg"), row.get("msg"), row.get("retMsg"), row.get("error", {}).get("message"))


def test_each_product_has_a_budget_of_its_own_where_the_venue_counts_so() -> None:
    client = Client(dragoman.load("bybit"), products=["linear", "spot"], partial=True)
    used: dict[str, list[Any]] = {}
    for product in ("linear", "spot"):
        line = next(iter(client.core.markets[product].lines.values()))
        for _ in range(11):
            wanted = CancelOrder(instrument_id=line.instrument_id, client_order_id="nobody")
            answer = client.ask("cancel_order", order=wanted)
            used.setdefault(product, []).append(said(answer)["retCode"])
        told = {name: int(value) for name, value in answer.headers}
        reset = NOW // 1_000_000 + 1_000
        assert told == {
            "X-Bapi-Limit": 10,
            "X-Bapi-Limit-Status": 0,
            "X-Bapi-Limit-Reset-Timestamp": reset,
        }
    assert used == {"linear": [110001] * 10 + [10006], "spot": [170213] * 10 + [10006]}


def test_tokens_come_back_one_by_one_and_only_calls_that_act_share_the_second_budget() -> None:
    client = Client(dragoman.load("bitmex"), products=["perpetual"], partial=True)
    for left in range(119, 108, -1):
        answer = client.ask("get_margins", product="perpetual")
        told = dict(answer.headers)
        assert (told["x-ratelimit-remaining"], told.get("x-ratelimit-remaining-1s")) == (str(left), None)
    wanted = CancelOrder(
        instrument_id=next(iter(client.core.markets["perpetual"].lines.values())).instrument_id,
        client_order_id="nobody",
    )
    answers = [client.ask("cancel_order", order=wanted) for _ in range(11)]
    assert [dict(each.headers)["x-ratelimit-remaining-1s"] for each in answers] == [
        str(max(0, 9 - number)) for number in range(11)
    ]
    assert [each.status == 429 for each in answers] == [False] * 10 + [True]
    refused = dict(answers[-1].headers)
    assert (refused["retry-after"], refused["x-ratelimit-remaining"]) == ("1", "99")
    later = [client.ask("cancel_order", order=wanted, at_ns=NOW + 100_000_000).status for _ in range(2)]
    assert [status == 429 for status in later] == [False, True]


def test_what_hangs_on_an_order_has_the_usual_words_where_none_are_said() -> None:
    client = Client(dragoman.load("bybit"), products=["linear"], partial=True)
    line = next(iter(client.core.markets["linear"].lines.values()))
    price = line.price(line.best[0])
    order = LimitOrder(
        instrument_id=line.instrument_id,
        order_side=OrderSide.BUY,
        quantity=line.instrument.size_increment,
        price=price,
        client_order_id="entry",
        params={"takeProfit": f"{price * 2:f}", "stopLoss": f"{price / 2:f}"},
    )
    assert said(client.ask("submit_order", order=order))["retCode"] == 0
    orders = client.core.markets["linear"].exchange.accounts["BYBIT-simulated"].orders.values()
    assert sorted(str(each.order.order_type) for each in orders) == [
        "LIMIT",
        "MARKET_IF_TOUCHED",
        "STOP_MARKET",
    ]
