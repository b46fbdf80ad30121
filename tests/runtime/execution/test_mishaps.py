"""Commands and streams that go wrong in every way: once all is calm, what the adapter told is what the venue did."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any

from dragoman.errors import DragomanError, RequestTimeout
from dragoman.model import (
    OrderCanceled,
    OrderFilled,
    OrderRejected,
    OrderStatus,
    Rejected,
)
from dragoman.net.wire import Response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.runtime.execution.desk_of_tests import SECOND, SPOT, Desk, limit, rest

MISHAPS: dict[str, Any] = {
    "none": None,
    "lost": "lost",
    "time-out": RequestTimeout("trading_case", "place", 10),
    "5xx": Response(status=502, body=b"<html>"),
}
STEPS = st.one_of(
    st.tuples(st.just("submit"), st.sampled_from(sorted(MISHAPS))),
    st.tuples(st.just("fill"), st.integers(0, 5)),
    st.tuples(st.just("cancel"), st.integers(0, 5)),
    st.tuples(st.just("change"), st.integers(0, 5)),
    st.tuples(st.just("tell"), st.integers(0, 9)),
    st.tuples(st.just("drop"), st.just(0)),
    st.tuples(st.just("wait"), st.integers(1, 4)),
)
STATES = {
    "new": (OrderStatus.ACCEPTED,),
    "part": (OrderStatus.PARTIALLY_FILLED,),
    "done": (OrderStatus.FILLED,),
    "gone": (OrderStatus.CANCELED,),
}


class Play:
    """One run: `asked` are the orders sent, by their ids, with what their submission came to."""

    def __init__(self, over: str) -> None:
        self.desk = Desk(orders_over=over)
        self.asked: dict[str, Any] = {}
        self.trades = 0

    async def step(self, what: str, value: Any) -> None:
        desk = self.desk
        rows = [row for row in desk.orders.values() if row["state"] in ("new", "part")]
        row = rows[value % len(rows)] if rows and isinstance(value, int) else None
        match what:
            case "submit":
                tag = f"C-{len(self.asked)}"
                if MISHAPS[value] is not None:
                    desk.mishaps.append(MISHAPS[value])
                desk.is_deaf, desk.is_silent = value in ("time-out", "5xx"), value == "lost"
                self.asked[tag] = await self.command(desk.adapter.submit_order(limit(tag)))
                desk.is_deaf = desk.is_silent = False
            case "fill" if row is not None:
                self.trades += 1
                desk.fill(row["orderId"], "1", f"T-{self.trades}")
            case "cancel" if row is not None:
                await self.command(desk.adapter.cancel_order(instrument_id=SPOT, client_order_id=row["tag"]))
            case "change" if row is not None:
                change = desk.adapter.modify_order(
                    instrument_id=SPOT, client_order_id=row["tag"], price=Decimal(10 + value)
                )
                await self.command(change)
            case "tell":
                self.tell(value)
            case "drop":
                desk.private.drop()
            case "wait":
                await desk.clock.advance(value * SECOND)
        await rest()

    async def command(self, asked: Any) -> Any:
        task = asyncio.ensure_future(asked)
        await rest()
        if not task.done():
            await self.desk.clock.advance(30 * SECOND)
        try:
            return await task
        except DragomanError as error:
            return error
        finally:
            self.desk.mishaps.clear()

    def tell(self, value: int) -> None:
        """Some order or fill, perhaps for the second time, perhaps long after others."""
        desk = self.desk
        orders = list(desk.orders.values())
        if value % 2 and desk.fills:
            desk.tell("fills", desk.fills[value % len(desk.fills)])
        elif orders:
            desk.tell("orders", dict(orders[value % len(orders)]))

    async def settle(self) -> None:
        self.desk.mishaps.clear()
        self.desk.private.drop()
        for _ in range(30):
            await self.desk.clock.advance(30 * SECOND)
            await rest()
            if not any(each.is_open_question for each in self.desk.adapter.orders):
                break

    def check(self) -> None:
        desk, venue = self.desk, self.desk.adapter
        told = desk.told
        by_tag = {row["tag"]: row for row in desk.orders.values()}
        filled = [each for each in told if isinstance(each, OrderFilled)]
        assert sorted(each.trade_id for each in filled) == sorted(each["trade"] for each in desk.fills)
        for tag, outcome in self.asked.items():
            order, row = venue.order(tag), by_tag.get(tag)
            assert order is not None and not order.is_open_question
            refused = [
                each for each in told if isinstance(each, OrderRejected) and each.client_order_id == tag
            ]
            assert not isinstance(outcome, Rejected)
            if row is None:
                assert order.status in (OrderStatus.REJECTED, OrderStatus.DENIED), order
                continue
            assert not refused
            assert order.filled_qty == Decimal(row["filled"])
            assert order.status in STATES[row["state"]], (order.status, row["state"])
            ends = [each for each in told if isinstance(each, OrderCanceled) and each.client_order_id == tag]
            assert len(ends) == (row["state"] == "gone")
        strange = [error for error in desk.errors if not isinstance(error, DragomanError)]
        assert not strange


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, max_size=14), st.sampled_from(["http", "ws"]))
def test_whatever_goes_wrong_the_adapter_ends_up_with_the_venues_truth(steps: Any, over: str) -> None:
    async def run() -> None:
        play = Play(over)
        await play.desk.listen()
        try:
            for what, value in steps:
                await play.step(what, value)
            await play.settle()
            play.check()
        finally:
            await play.desk.leave()
            await play.desk.adapter.close()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(run())
