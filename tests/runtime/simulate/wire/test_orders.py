"""A venue's own requests act on the exchange, and its own answers and streams tell of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest
from dragoman.model import (
    AccountState,
    CancelAllOrders,
    CancelOrder,
    FillReport,
    LimitOrder,
    MarketOrder,
    ModifyOrder,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    PositionSide,
    PositionStatusReport,
    QueryOrder,
    StopMarketOrder,
)

from tests.runtime.simulate.wire.desk import LINEAR, NOW, Client, said

D = Decimal


@pytest.fixture
def client() -> Client:
    return Client()


def best(client: Client) -> tuple[Decimal, Decimal]:
    line = client.core.markets["linear"].lines[LINEAR]
    return line.price(line.best[0]), line.price(line.best[1])


def resting(client: Client, name: str = "a", **terms: Any) -> LimitOrder:
    price = best(client)[0] - 10
    return LimitOrder(
        instrument_id=LINEAR,
        order_side=OrderSide.BUY,
        quantity=D(1),
        price=price,
        client_order_id=name,
        **terms,
    )


def taking(name: str = "t", size: str = "1") -> MarketOrder:
    return MarketOrder(instrument_id=LINEAR, order_side=OrderSide.BUY, quantity=D(size), client_order_id=name)


def test_an_order_is_taken_and_can_be_asked_for(client: Client) -> None:
    answer = said(client.ask("submit_order", order=resting(client)))
    (row,) = answer["data"]
    assert (answer["code"], row["code"], row["tag"]) == (0, 0, "a")
    (report,) = client.told("query_order", order=QueryOrder(instrument_id=LINEAR, client_order_id="a"))
    assert isinstance(report, OrderStatusReport)
    assert (report.venue_order_id, report.order_status) == (row["orderId"], OrderStatus.ACCEPTED)
    (listed,) = client.told("get_open_orders", product="linear", market="linear")
    assert listed.client_order_id == "a"


def test_a_market_order_fills_and_moves_account_and_position(client: Client) -> None:
    client.ask("submit_order", order=taking())
    (fill,) = client.told("get_fills", product="linear")
    assert isinstance(fill, FillReport)
    assert (fill.last_px, fill.last_qty) == (best(client)[1], D(1))
    (position,) = client.told("get_positions", product="linear")
    assert isinstance(position, PositionStatusReport)
    assert (position.position_side, position.quantity) == (PositionSide.LONG, D(1))
    (account,) = client.told("get_wallet", product="linear")
    assert isinstance(account, AccountState)
    assert account.free["BBB"] < 1_000_000


def test_orders_are_changed_and_canceled_by_either_id(client: Client) -> None:
    order = resting(client)
    number = said(client.ask("submit_order", order=order))["data"][0]["orderId"]
    change = ModifyOrder(instrument_id=LINEAR, client_order_id="a", price=order.price - 1)
    assert said(client.ask("modify_order", order=change))["data"][0]["code"] == 0
    (report,) = client.told("query_order", order=QueryOrder(instrument_id=LINEAR, venue_order_id=number))
    assert report.price == order.price - 1
    cancel = CancelOrder(instrument_id=LINEAR, venue_order_id=number)
    assert said(client.ask("cancel_order", order=cancel))["data"][0]["code"] == 0
    assert said(client.ask("cancel_order", order=cancel))["data"][0]["code"] == 20  # no such order


def test_a_batch_is_answered_entry_by_entry(client: Client) -> None:
    orders = [resting(client, "a"), taking("b", "1000000"), resting(client, "c")]
    rows = said(client.ask("submit_order_list", orders=orders))["data"]
    assert [(row["tag"], row["code"]) for row in rows] == [("a", 0), ("b", 10), ("c", 0)]
    client.ask("cancel_all_orders", order=CancelAllOrders(instrument_id=LINEAR))
    assert client.told("get_open_orders", product="linear", market="linear") == []


def test_conditional_orders_wait(client: Client) -> None:
    stop = StopMarketOrder(
        instrument_id=LINEAR, order_side=OrderSide.BUY, quantity=D(1), trigger_price=best(client)[1] + 50
    )
    client.ask("submit_order", order=stop)
    (report,) = client.told("get_open_orders", product="linear", market="linear")
    assert report.trigger_price == stop.trigger_price


def test_a_refusal_has_the_code_that_means_it(client: Client) -> None:
    row = said(client.ask("submit_order", order=taking(size="1000000")))["data"][0]
    assert row["code"] == 10  # the balance is too low


@pytest.mark.parametrize(
    ("secrets", "late_ns", "status"),
    [
        ({"api_key": "simulated", "api_secret": "wrong"}, 0, 200),
        ({"api_key": "nobody", "api_secret": "simulated"}, 0, 200),
        ({"api_key": "simulated", "api_secret": "simulated"}, 60_000_000_000, 200),
    ],
)
def test_who_is_not_let_in_changes_nothing(
    client: Client, secrets: dict[str, str], late_ns: int, status: int
) -> None:
    answer = client.ask("submit_order", secrets=secrets, at_ns=NOW + late_ns, order=resting(client))
    assert answer.status == status and said(answer)["code"] != 0
    assert not client.core.markets["linear"].exchange.accounts["TRADING-simulated"].open


def test_too_many_calls_are_refused_with_the_time_to_wait(client: Client) -> None:
    statuses = [client.ask("get_wallet", product="linear") for _ in range(1_001)]
    assert statuses[-1].status == 429
    assert dict(statuses[-1].headers)["Retry-After"] == "1"
    assert statuses[-2].status == 200


def test_the_account_hears_of_its_orders_once_it_is_logged_on(client: Client) -> None:
    link = client.core.connect("private", "linear", "/private")
    frame = b'{"op":"subscribe","args":["orders","fills","wallet"]}'
    assert b"nobody is logged on" in client.core.receive(link, frame, NOW)[0]
    requests = client.venue.requests(credentials=client.secrets, clock=lambda: NOW)
    login = requests.login(connection="private").data
    assert msgspec.json.decode(client.core.receive(link, login, NOW)[0]) == {"login": True}
    assert len(client.core.receive(link, frame, NOW)) == 3
    client.ask("submit_order", order=taking())
    heard = client.heard()
    assert all(known is link for known, _ in heard)
    events = [
        event
        for _, message in heard
        for event in client.translator.translate(
            "ws:private", msgspec.json.encode(message), product="linear", ts_init=NOW
        )
    ]
    states = [event.order_status for event in events if isinstance(event, OrderStatusReport)]
    assert states == [OrderStatus.ACCEPTED, OrderStatus.FILLED]
    (fill,) = [event for event in events if isinstance(event, FillReport)]
    assert fill.last_px == best(client)[1] or fill.last_qty == 1
    assert any(isinstance(event, AccountState) for event in events)
