"""Accounts that hold several products at once, as the simulated venues tell of them."""

from __future__ import annotations

from decimal import Decimal

import dragoman
import msgspec
import pytest
from dragoman.model import FillReport, LimitOrder, MarketOrder, OrderSide
from dragoman.simulate.links import Link
from dragoman.simulate.market import Line

from tests.runtime.simulate.wire.desk import NOW, Client, said

SECOND = 1_000_000_000


def _listener(owner: Client, connection: str, product: str = "") -> Link:
    """A connection of the account, logged on."""
    link = owner.core.connect(connection, product, "/private")
    stream = owner.interface.streams[connection]
    requests = owner.venue.requests(credentials=owner.secrets, clock=lambda: NOW)
    if "listen_token" in stream.login:
        token = owner.core.trading.keyring.token(stream.login, "simulated", NOW)
        owner.core.receive(link, requests.login(connection=connection, session_token=token).data, NOW)
    else:
        owner.core.receive(link, requests.login(connection=connection).data, NOW)
    return link


def _lines(owner: Client) -> list[tuple[str, Line]]:
    return [(name, line) for name, market in owner.core.markets.items() for line in market.lines.values()]


def _buys(owner: Client, product: str, line: Line) -> None:
    order = MarketOrder(instrument_id=line.instrument_id, order_side=OrderSide.BUY, quantity=line.size(4))
    assert owner.ask("submit_order", order=order, product=product).status == 200


def test_who_listens_anew_hears_what_there_is_of_every_product() -> None:
    owner = Client(dragoman.load("bitmex"), products=["spot", "perpetual", "future"], partial=True)
    for product, line in _lines(owner):
        _buys(owner, product, line)
    link = _listener(owner, "private")
    frame = msgspec.json.encode({"op": "subscribe", "args": ["order", "position"]})
    told = [msgspec.json.decode(each) for each in owner.core.receive(link, frame, NOW)]
    (positions,) = [each for each in told if each.get("table") == "position"]
    derivatives = {line.instrument.raw_symbol for product, line in _lines(owner) if product != "spot"}
    assert positions["action"] == "partial"
    assert {row["symbol"] for row in positions["data"]} == derivatives


@pytest.mark.parametrize(
    ("venue", "products"),
    [("bitmex", ["spot", "perpetual", "future"]), ("bybit", ["spot", "linear", "inverse"])],
)
def test_fees_are_told_in_the_currency_that_they_were_paid_in(venue: str, products: list[str]) -> None:
    owner = Client(dragoman.load(venue), products=products, partial=True)
    account = owner.core.trading.account("simulated", products[0])
    for product, line in _lines(owner):
        _buys(owner, product, line)
    paid = {fill.trade_id: _said_of(fill) for fill in owner.core.trading._fills[account]}
    assert len({currency for _, currency in paid.values()}) > 1
    found: dict[str, tuple[Decimal, str]] = {}
    for product in products:
        answer = owner.ask("get_fills" if venue == "bitmex" else "get_executions", product=product)
        source = "GET /execution/tradeHistory" if venue == "bitmex" else "GET /v5/execution/list"
        events = owner.translator.translate(source, answer.body, product=product, ts_init=NOW)
        found |= {each.trade_id: _said_of(each) for each in events if isinstance(each, FillReport)}
    assert found == paid


def _said_of(fill: FillReport) -> tuple[Decimal, str]:
    assert fill.commission is not None
    return fill.commission.amount, fill.commission.currency


def test_a_margin_account_is_told_nothing_of_the_spot_account_beside_it() -> None:
    owner = Client(dragoman.load("binance"), products=["spot", "margin"], partial=True)
    line = next(iter(owner.core.markets["spot"].lines.values()))
    spot, margin = _listener(owner, "user_spot", "spot"), _listener(owner, "user_margin", "margin")
    for product, listener in (("spot", spot), ("margin", margin)):
        order = LimitOrder(
            instrument_id=line.instrument_id,
            client_order_id=f"of-{product}",
            order_side=OrderSide.BUY,
            quantity=line.size(400),
            price=line.price(line.best[1] - 200),
        )
        assert owner.ask("submit_order", order=order, product=product).status == 200
        heard = owner.heard()
        assert {id(link) for link, _ in heard} == {id(listener)}
        assert {message["event"]["e"] for _, message in heard} == {
            "executionReport",
            "outboundAccountPosition",
        }


def test_the_end_of_an_order_is_told_at_the_time_when_it_ended() -> None:
    owner = Client(dragoman.load("binance"), products=["spot"], partial=True)
    line = next(iter(owner.core.markets["spot"].lines.values()))
    _listener(owner, "user_spot", "spot")
    order = LimitOrder(
        instrument_id=line.instrument_id,
        client_order_id="mine",
        order_side=OrderSide.BUY,
        quantity=line.size(400),
        price=line.price(line.best[1] - 200),
    )
    assert said(owner.ask("submit_order", order=order))["status"] == "NEW"
    owner.heard()
    wanted = {"symbol": line.instrument.raw_symbol, "orig_client_order_id": "mine"}
    assert owner.ask("cancel_order_by_id", product="spot", at_ns=NOW + 2 * SECOND, **wanted).status == 200
    (ended,) = [m["event"] for _, m in owner.heard() if m["event"]["e"] == "executionReport"]
    assert (ended["X"], ended["E"]) == ("CANCELED", (NOW + 2 * SECOND) // 1_000_000)
    assert "eR" not in ended


def _debts(
    venue: str, products: list[str], order: dict[str, object], of: str
) -> tuple[dict[str, str], Client]:
    """What the account's row says of the currency that an order has borrowed."""
    owner = Client(dragoman.load(venue), products=products, partial=True, balances={"USDT": Decimal(1000)})
    line = next(iter(owner.core.markets[of].lines.values()))
    sends = {"bybit": "create_order", "okx": "place_order"}[venue]
    size = line.size(400)
    symbol = {"bybit": "symbol", "okx": "instId"}[venue]
    amount = {"bybit": "qty", "okx": "sz"}[venue]
    if venue == "okx":
        order = {**order, "px": line.price(line.best[1] + 100)}
    answer = owner.ask(sends, product=of, **{symbol: line.instrument.raw_symbol, amount: size, **order})
    assert answer.status == 200, answer.body
    if venue == "bybit":
        rows = said(owner.ask("get_wallet_balance"))["result"]["list"][0]["coin"]
        return next(row for row in rows if row["coin"] == "USDT"), owner
    rows = said(owner.ask("get_balance"))["data"][0]["details"]
    return next(row for row in rows if row["ccy"] == "USDT"), owner


def test_what_is_owed_stands_beside_what_is_held() -> None:
    order: dict[str, object] = {
        "side": "Buy",
        "order_type": "Market",
        "market_unit": "baseCoin",
        "is_leverage": 1,
    }
    row, owner = _debts("bybit", ["spot"], order, "spot")
    owed = Decimal(row["spotBorrow"])
    assert owed > 0 and row["borrowAmount"] == row["spotBorrow"]
    (state,) = owner.told("get_wallet_balance", product="spot")
    total = next(each.total for each in state.balances if each.currency == "USDT")
    assert total == Decimal(row["walletBalance"]) - owed < 0
    order = {"side": "buy", "ordType": "limit", "tdMode": "cross"}
    row, owner = _debts("okx", ["spot", "margin"], order, "margin")
    owed = Decimal(row["liab"])
    assert owed > 0 and -owed <= Decimal(row["cashBal"]) < 0


def test_all_orders_of_a_spread_are_taken_back_though_there_are_none() -> None:
    owner = Client(dragoman.load("okx"), products=["spread"], partial=True)
    line = next(iter(owner.core.markets["spread"].lines.values()))
    for _ in range(2):
        told = said(owner.ask("cancel_all_orders", instrument_id=line.instrument_id, product="spread"))
        assert (told["code"], told["data"]) == ("0", [{"result": True}])


def test_orders_of_spreads_go_over_the_connection_that_takes_them() -> None:
    owner = Client(dragoman.load("okx"), products=["spread"], partial=True)
    line = next(iter(owner.core.markets["spread"].lines.values()))
    link = _listener(owner, "business", "spread")
    order = {"sprdId": line.instrument.raw_symbol, "side": "buy", "ordType": "limit", "clOrdId": "b15"}
    order |= {"sz": f"{line.size(400):f}", "px": f"{line.price(line.best[1] - 200):f}"}
    for call, args in (("sprd-order", order), ("sprd-cancel-order", {"clOrdId": "b15"})):
        frame = msgspec.json.encode({"id": "1512", "op": call, "args": [args]})
        (answer,) = [msgspec.json.decode(each) for each in owner.core.receive(link, frame, NOW)]
        assert (answer["id"], answer["op"], answer["code"]) == ("1512", call, "0")
        assert answer["data"][0]["sCode"] == "0"
