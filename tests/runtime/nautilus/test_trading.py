"""A strategy in a real node trades on a venue on loopback: every command, every answer, and what is told of it."""

from __future__ import annotations

import asyncio
import time
from decimal import Decimal
from typing import Any

import pytest
from dragoman.errors import RequestCut
from dragoman.model import LimitOrder, MarketOrder, OrderSide, StreamGap
from dragoman.nautilus import custom_type
from dragoman.net.http import HttpxBackend
from dragoman.net.wire import Request, Response
from nautilus_trader.config import LiveRiskEngineConfig
from nautilus_trader.model.enums import OrderStatus, TimeInForce
from nautilus_trader.model.objects import Currency, Price, Quantity

from tests.runtime.nautilus.trading_node import CLIENT, LINEAR, SPOT, Trader, Venue, live, until, venue

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
UNCHECKED: dict[str, Any] = {"risk_engine": LiveRiskEngineConfig(bypass=True)}
"""The node's own checks are left out, so that the venue has its say."""


class LossyHttp:
    """The venue gets every call; the answers to some commands are lost."""

    def __init__(self) -> None:
        self._inner = HttpxBackend()
        self.loses: str | None = None
        self.sent: list[str] = []

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        self.sent.append(request.operation)
        answer = await self._inner.send(request, timeout_ns=timeout_ns)
        if request.operation == self.loses:
            self.loses = None
            raise RequestCut(request.venue, request.operation, "cut by the test")
        return answer

    async def close(self) -> None:
        await self._inner.close()


def client_of(node: Any) -> Any:
    (client,) = node.kernel.exec_engine._clients.values()
    return client


async def accepted(trader: Trader, *orders: Any) -> None:
    for order in orders:
        trader.submit_order(order)
    await until(lambda: all(each.status == OrderStatus.ACCEPTED for each in orders))


@live
async def test_an_order_is_taken_changed_and_taken_back() -> None:
    async with venue() as there, there.node() as (_, trader):
        order = trader.limit(there.price(-50))
        await accepted(trader, order)
        price = Price.from_str(there.price(-60))
        trader.modify_order(order, quantity=Quantity.from_str("2.00"), price=price)
        await until(lambda: order.price == price and order.quantity == Quantity.from_str("2.00"))
        trader.cancel_order(order)
        await until(lambda: order.is_closed)
        assert [each for each in trader.kinds(order) if "Pending" not in each] == [
            "OrderInitialized",
            "OrderSubmitted",
            "OrderAccepted",
            "OrderUpdated",
            "OrderCanceled",
        ]
        assert order.venue_order_id is not None and order.account_id.value == f"{CLIENT}-main"


@live
async def test_a_cancel_that_overtakes_its_order_in_the_node_comes_after_it() -> None:
    async with venue() as there, there.node() as (_, trader):
        order = trader.limit(there.price(-50))
        trader.submit_order(order)
        trader.cancel_order(order)
        await until(lambda: order.is_closed)
        assert trader.kinds(order)[1:] == ["OrderSubmitted", "OrderAccepted", "OrderCanceled"]


@live
async def test_commands_go_over_a_connection_where_the_configuration_says_so() -> None:
    http = LossyHttp()
    async with venue() as there, there.node(there.config(orders_over="ws"), http=http) as (_, trader):
        order, other = trader.limit(there.price(-50)), trader.market("1.00")
        await accepted(trader, order)
        trader.submit_order(other)
        await until(lambda: other.status == OrderStatus.FILLED)
        trader.cancel_order(order)
        await until(lambda: order.is_closed)
        refused = trader.limit(there.price(-50), quantity="1000000.00")
        trader.submit_order(refused)
        await until(lambda: refused.is_closed)
        assert not {"place", "drop", "amend"} & set(http.sent), "nothing of it went by HTTP"


@live
async def test_a_fill_makes_a_position_and_changes_the_balances() -> None:
    async with venue() as there, there.node() as (node, trader):
        account = node.cache.account(client_of(node).account_id)
        before = account.balance_total(Currency.from_str("BBB")).as_decimal()
        order = trader.market("3.00")
        trader.submit_order(order)
        await until(lambda: order.status == OrderStatus.FILLED)
        (filled,) = [each for each in trader.of(order) if type(each).__name__ == "OrderFilled"][-1:]
        assert filled.last_qty.precision == 2 and filled.last_px.precision == 1
        assert filled.commission.as_decimal() > 0 and str(filled.currency) == "BBB"
        (position,) = node.cache.positions_open()
        assert position.quantity.as_decimal() == Decimal("3.00") and position.is_long
        await until(lambda: account.balance_total(Currency.from_str("BBB")).as_decimal() < before)


@live
async def test_what_the_venue_has_no_order_for_is_denied_before_anything_is_sent() -> None:
    async with venue() as there, there.node() as (_, trader):
        order = trader.limit(there.price(-50), time_in_force=TimeInForce.FOK)
        trader.submit_order(order)
        await until(lambda: order.is_closed)
        assert trader.kinds(order) == ["OrderInitialized", "OrderDenied"]
        assert "denied before sending" in trader.of(order)[-1].reason


@live
async def test_what_the_venue_refuses_is_rejected_in_its_words() -> None:
    async with venue() as there, there.node(**UNCHECKED) as (_, trader):
        order = trader.limit(there.price(-50), quantity="1000000.00")
        trader.submit_order(order)
        await until(lambda: order.is_closed)
        assert trader.kinds(order) == ["OrderInitialized", "OrderSubmitted", "OrderRejected"]
        assert trader.of(order)[-1].reason


@live
async def test_the_refusal_of_a_change_and_of_a_cancel_leaves_the_order_as_it_was() -> None:
    async with venue() as there, there.node(**UNCHECKED) as (_, trader):
        order = trader.limit(there.price(-50))
        await accepted(trader, order)
        trader.modify_order(order, quantity=Quantity.from_str("9000000.00"))
        await until(lambda: "OrderModifyRejected" in trader.kinds(order))
        assert order.status == OrderStatus.ACCEPTED and str(order.quantity) == "1.00"
        trader.modify_order(order, quantity=order.quantity)
        await asyncio.sleep(0.02)
        assert order.status == OrderStatus.ACCEPTED


@live
async def test_a_list_goes_out_together_and_all_orders_of_a_strategy_are_taken_back() -> None:
    async with venue() as there, there.node() as (_node, trader):
        orders = [trader.limit(there.price(-50 - each)) for each in range(3)]
        trader.submit_order_list(trader.order_factory.create_list(orders))
        await until(lambda: all(each.status == OrderStatus.ACCEPTED for each in orders))
        async with there.adapter(0) as other:
            await other.submit_order(theirs := limit(there, "manual-1"))
            trader.cancel_all_orders(SPOT)
            await until(lambda: all(each.is_closed for each in orders))
            (left,) = await other.order_status_reports(open_only=True)
            assert left.client_order_id == theirs.client_order_id


@live
async def test_every_order_of_the_instrument_is_taken_back_where_the_configuration_says_so() -> None:
    async with venue() as there, there.node(there.config(cancel_all_at_venue=True)) as (_, trader):
        orders = [trader.limit(there.price(-50 - each)) for each in range(2)]
        await accepted(trader, *orders)
        trader.cancel_all_orders(SPOT)
        await until(lambda: all(each.is_closed for each in orders))


@live
async def test_an_unknown_outcome_stays_in_flight_until_the_venue_has_told() -> None:
    http = LossyHttp()
    async with venue() as there, there.node(http=http) as (_, trader):
        http.loses = "place"
        order = trader.limit(there.price(-50))
        trader.submit_order(order)
        await until(lambda: order.status == OrderStatus.ACCEPTED)
        http.loses = "drop"
        trader.cancel_order(order)
        await until(lambda: order.is_closed)
        assert "OrderRejected" not in trader.kinds(order) and "OrderCancelRejected" not in trader.kinds(order)


@live
async def test_a_hole_is_told_and_what_happened_in_it_is_found_out() -> None:
    async with venue() as there, there.node() as (node, trader):
        holes: list[Any] = []
        node.kernel.msgbus.subscribe(topic=f"data.{custom_type(StreamGap).__name__}*", handler=holes.append)
        order = trader.limit(there.price(1))
        await accepted(trader, order)
        there.server.force_disconnect()
        there.server.core.take()
        async with there.adapter(1) as other:
            await other.submit_order(market(OrderSide.SELL))
        await until(lambda: order.is_closed)
        assert order.status == OrderStatus.FILLED
        assert holes and holes[0].reason
        assert trader.kinds(order).count("OrderFilled") == len(order.trade_ids)


@live
async def test_orders_of_others_on_the_account_are_told_by_reports_and_their_fills_count_once() -> None:
    async with venue() as there, there.node() as (node, _trader), there.adapter(0) as other:
        await other.submit_order(limit(there, "manual-1", price=there.price(1)))
        await until(lambda: node.cache.orders_open())
        (order,) = node.cache.orders_open()
        assert order.client_order_id.value == "manual-1" and order.strategy_id.value == "EXTERNAL"
        async with there.adapter(1) as third:
            await third.submit_order(market(OrderSide.SELL, "0.40"))
            await until(lambda: order.filled_qty.as_decimal() == Decimal("0.40"))
            await third.submit_order(market(OrderSide.SELL, "0.60"))
            await until(lambda: order.is_closed)
        assert order.filled_qty.as_decimal() == Decimal("1.00") == order.quantity.as_decimal()


@live
async def test_an_order_and_a_position_of_an_earlier_run_are_gone_on_with() -> None:
    async with venue() as there:
        async with there.node() as (node, trader):
            first = trader.limit(there.price(1))
            await accepted(trader, first)
            async with there.adapter(1) as other:
                await other.submit_order(market(OrderSide.SELL, "0.40"))
                await until(lambda: first.status == OrderStatus.PARTIALLY_FILLED)
            short = trader.market("3.00", LINEAR, "SELL")
            trader.submit_order(short)
            await until(lambda: short.is_closed)
        async with there.node(strategy=Trader(external_order_claims=[SPOT])) as (node, trader):
            (order,) = node.cache.orders_open()
            assert order.client_order_id == first.client_order_id
            assert order.strategy_id == trader.id
            assert order.filled_qty.as_decimal() == Decimal("0.40")
            assert [each.value for each in order.trade_ids] == [each.value for each in first.trade_ids]
            positions = {each.instrument_id: each for each in node.cache.positions_open()}
            assert positions[LINEAR].is_short and positions[LINEAR].quantity.as_decimal() == Decimal("3.00")
            async with there.adapter(1) as other:
                await other.submit_order(market(OrderSide.SELL, "0.25"))
                await until(lambda: order.filled_qty.as_decimal() == Decimal("0.65"))
            trader.cancel_order(order)
            await until(lambda: order.is_closed)
            assert order.filled_qty.as_decimal() == Decimal("0.65")
            assert trader.kinds(order).count("OrderFilled") == 1


@live
async def test_a_fill_just_before_the_start_counts_once_though_the_venue_is_asked_again() -> None:
    async with venue() as there:
        async with there.node() as (_, trader):
            order = trader.market("3.00", LINEAR, "SELL")
            trader.submit_order(order)
            await until(lambda: order.status == OrderStatus.FILLED)
        async with there.node() as (node, _):
            await client_of(node)._account.adapter.reconcile(time.time_ns())
            await asyncio.sleep(0.1)
            (position,) = node.cache.positions_open()
            assert position.is_short and position.quantity.as_decimal() == Decimal("3.00")


@live
async def test_questions_about_an_order_and_the_account_are_answered() -> None:
    async with venue() as there, there.node() as (node, trader):
        order = trader.limit(there.price(-50))
        await accepted(trader, order)
        client = client_of(node)
        told = len(trader.told)
        trader.query_order(order)
        trader.query_account(client.account_id)
        await asyncio.sleep(0.2)
        assert trader.kinds(order)[-1] == "OrderAccepted" and len(trader.told) <= told + 1
        status = await client.generate_mass_status(5)
        assert [each.client_order_id for each in status.order_reports.values()] == [order.client_order_id]


@live
async def test_a_stop_leaves_no_task_and_no_connection() -> None:
    async with venue() as there:
        before = asyncio.all_tasks()
        async with there.node() as (_, trader):
            await accepted(trader, trader.limit(there.price(-50)))
            assert there.server.connections
        await until(lambda: not there.server.connections)
        mine = [each for each in asyncio.all_tasks() - before if "dragoman" in repr(each.get_coro())]
        assert not mine


def limit(there: Venue, tag: str, price: str | None = None) -> LimitOrder:
    return LimitOrder(
        instrument_id=there.line().instrument_id,
        order_side=OrderSide.BUY,
        quantity=Decimal("1.00"),
        price=Decimal(price or there.price(-80)),
        client_order_id=tag,
    )


def market(side: OrderSide, quantity: str = "1.00") -> MarketOrder:
    from dragoman.model import InstrumentId

    return MarketOrder(instrument_id=InstrumentId(SPOT.value), order_side=side, quantity=Decimal(quantity))
