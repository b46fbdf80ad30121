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
