"""The stream of an account: order events each once, holes filled by asking, nothing unknown called refused."""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal

import pytest
from dragoman.errors import RequestTimeout
from dragoman.execution.fills import FillStore
from dragoman.model import (
    AccountState,
    FillReport,
    OrderAccepted,
    OrderFilled,
    OrderRejected,
    OrderStatus,
    OrderStatusReport,
    PositionSide,
    StreamGap,
    Unknown,
)

from tests.runtime.execution.desk_of_tests import LINEAR, SECOND, SPOT, Desk, limit, rest, run, stop


def test_an_order_lives_through_its_stream() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        venue = desk.adapter
        await venue.submit_order(limit("C-1"))
        desk.tell_order("V-1")
        desk.tell("fills", desk.fill("V-1", "2", "T-1"))
        desk.tell_order("V-1")
        desk.tell("fills", desk.fill("V-1", "3", "T-2"))
        desk.tell_order("V-1")
        await rest()
        assert desk.kinds() == ["OrderSubmitted", "OrderAccepted", "OrderFilled", "OrderFilled"]
        assert [each.trade_id for each in desk.told if isinstance(each, OrderFilled)] == ["T-1", "T-2"]
        assert venue.order("C-1").status is OrderStatus.FILLED
        await desk.leave()
        await venue.close()

    run(play())


def test_one_connection_serves_all_products_and_logs_in_once() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        assert len(desk.connector.connections) == 1
        assert [b"login" in sent for sent in desk.private.sent] == [True, False]
        await desk.adapter.submit_order(stop("C-1"))
        desk.tell_order("V-1", state="triggered")
        desk.tell_order("V-1", state="over")
        await rest()
        assert desk.kinds() == ["OrderSubmitted", "OrderAccepted", "OrderTriggered", "OrderExpired"]
        assert {each.instrument_id for each in desk.told} == {LINEAR}
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_what_is_not_ours_comes_as_reports_and_each_fill_once() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        desk.place(
            {"market": "spot", "symbol": "AAABBB", "way": "buy", "kind": "limit", "size": "5", "tag": None}
        )
        desk.tell_order("V-1")
        told = desk.fill("V-1", "1", "T-1")
        desk.tell("fills", told)
        desk.tell("fills", told)
        desk.private.feed('{"topic":"wallet","data":[{"coin":"BBB","total":"5","free":"2"}],"ts":1}')
        await rest()
        assert [type(each) for each in desk.told] == [OrderStatusReport, FillReport, AccountState]
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_what_is_not_ours_never_goes_back_to_a_state_that_it_has_left() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        desk.place(
            {"market": "spot", "symbol": "AAABBB", "way": "buy", "kind": "limit", "size": "5", "tag": None}
        )
        desk.tell_order("V-1")
        await rest()
        # An answer that was under way when the stream told of the end comes after it.
        late = await desk.adapter.order_status_reports(SPOT)
        desk.tell_order("V-1", state="gone")
        await rest()
        for report in late:
            desk.adapter._account.take(report, reconciled=True)
        await rest()
        states = [each.order_status for each in desk.told if isinstance(each, OrderStatusReport)]
        assert states == [OrderStatus.ACCEPTED, OrderStatus.CANCELED]
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_a_fill_before_the_answer_is_an_order_that_was_taken() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        desk.mishaps.append("lost")
        assert isinstance(await desk.adapter.submit_order(limit("C-1")), Unknown)
        desk.tell("fills", desk.fill("V-1", "2", "T-1"))
        await rest()
        assert desk.kinds() == ["OrderSubmitted", "OrderAccepted", "OrderFilled"]
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_a_fill_without_our_id_waits_for_the_answer_that_names_the_order() -> None:
    async def play() -> None:
        desk = Desk(orders_over="ws")
        await desk.listen()
        assert desk.desk is not None, "what orders go over is there before the first of them"
        desk.is_deaf = True
        asked = asyncio.ensure_future(desk.adapter.submit_order(limit("C-1")))
        await rest()
        desk.place(
            {"market": "spot", "symbol": "AAABBB", "way": "buy", "kind": "limit", "size": "5", "tag": "C-1"}
        )
        desk.tell("fills", {**desk.fill("V-1", "2", "T-1"), "tag": None})
        await rest()
        assert desk.kinds() == ["OrderSubmitted"]
        sent = json.loads(desk.desk.sent[-1])
        row = {"code": 0, "orderId": "V-1", "tag": "C-1"}
        desk.desk.feed(json.dumps({"reqId": sent["reqId"], "code": 0, "result": [row], "status": 200}))
        await asked
        await rest()
        assert desk.kinds() == ["OrderSubmitted", "OrderAccepted", "OrderFilled"]
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_an_unknown_order_that_the_venue_has_is_found_by_asking() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        desk.mishaps.append("lost")
        assert isinstance(await desk.adapter.submit_order(limit("C-1")), Unknown)
        await desk.clock.advance(3 * SECOND)
        await rest()
        accepted = desk.told[-1]
        assert isinstance(accepted, OrderAccepted) and accepted.reconciliation
        assert accepted.venue_order_id == "V-1"
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_an_unknown_order_is_refused_only_when_the_venue_says_that_it_has_none() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        desk.mishaps.append(RequestTimeout("trading_case", "place", 10))
        await desk.adapter.submit_order(limit("C-1"))
        await desk.clock.advance(3 * SECOND)
        await rest()
        assert desk.kinds() == ["OrderSubmitted"]
        await desk.clock.advance(60 * SECOND)
        await rest()
        assert isinstance(desk.told[-1], OrderRejected)
        assert desk.told[-1].reason == "the venue does not know the order"
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_what_happens_while_the_stream_is_away_is_asked_for_and_told_once() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1"))
        await desk.adapter.submit_order(limit("C-2"))
        first = desk.fill("V-1", "2", "T-1")
        desk.tell("fills", first)
        await rest()
        await desk.clock.advance(SECOND)
        desk.private.drop()
        await rest()
        desk.fill("V-1", "3", "T-2")
        desk.drop({"orderId": "V-2"})
        await desk.clock.advance(5 * SECOND)
        await rest()
        desk.tell("fills", first, desk.fills[1])
        await rest()
        filled = [each for each in desk.told if isinstance(each, OrderFilled)]
        assert [each.trade_id for each in filled] == ["T-1", "T-2"]
        assert [each.reconciliation for each in filled] == [False, True]
        assert any(isinstance(each, StreamGap) for each in desk.told)
        assert desk.kinds().count("OrderCanceled") == 1
        assert desk.adapter.order("C-1").status is OrderStatus.FILLED
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_an_end_waits_for_the_fills_before_it_and_asks_for_them() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1"))
        desk.fill("V-1", "2", "T-1")
        desk.drop({"orderId": "V-1"})
        desk.tell_order("V-1")
        await rest()
        assert desk.kinds()[-1] == "OrderAccepted"
        await desk.clock.advance(2 * SECOND)
        await rest()
        assert desk.kinds()[-2:] == ["OrderFilled", "OrderCanceled"]
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_who_listens_late_is_told_what_happened_to_open_orders() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.adapter.submit_order(limit("C-1"))
        desk.fill("V-1", "2", "T-1")
        await desk.listen()
        await rest()
        assert desk.kinds() == ["OrderFilled"]
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_an_order_of_an_earlier_run_is_gone_on_with() -> None:
    async def play() -> None:
        desk = Desk()
        desk.place(
            {"market": "spot", "symbol": "AAABBB", "way": "buy", "kind": "limit", "size": "5", "tag": "C-1"}
        )
        told = desk.fill("V-1", "2", "T-1")
        (known,) = await desk.adapter.order_status_reports(open_only=True)
        (fill,) = await desk.adapter.fill_reports(since=0)
        desk.adapter.fills.add(fill)
        desk.adapter.adopt_order(limit("C-1"), known)
        await desk.listen()
        desk.tell("fills", told)
        desk.tell("fills", desk.fill("V-1", "3", "T-2"))
        await rest()
        assert [each.trade_id for each in desk.told] == ["T-2"]
        assert desk.adapter.order("C-1").status is OrderStatus.FILLED
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_fills_told_in_an_earlier_run_are_not_told_again() -> None:
    async def play() -> None:
        first = Desk()
        await first.listen()
        first.place(
            {"market": "spot", "symbol": "AAABBB", "way": "buy", "kind": "limit", "size": "5", "tag": None}
        )
        told = first.fill("V-1", "1", "T-1")
        first.tell("fills", told)
        await rest()
        assert first.kinds() == ["FillReport"]
        await first.leave()
        await first.adapter.close()
        kept = first.adapter.fills.to_bytes()

        second = Desk(fills=FillStore.from_bytes(kept))
        await second.listen()
        second.tell("fills", told, {**told, "trade": "T-2"})
        await rest()
        assert [each.trade_id for each in second.told] == ["T-2"]
        await second.leave()
        await second.adapter.close()

    run(play())


def test_reports_join_every_operation_and_page_through_them() -> None:
    async def play() -> None:
        desk = Desk()
        async with desk.adapter as venue:
            for number in range(5):
                await venue.submit_order(limit(f"C-{number}") if number % 2 else stop(f"C-{number}"))
            for number in range(1, 4):
                desk.fill(f"V-{number}", "5", f"T-{number}")
            everything = await venue.order_status_reports()
            assert [each.venue_order_id for each in everything] == [f"V-{number}" for number in range(1, 6)]
            still = await venue.order_status_reports(open_only=True)
            assert [each.venue_order_id for each in still] == ["V-4", "V-5"]
            # One call for each value of the sweep, and no other operation.
            assert [dict(each.query)["market"] for each in desk.http.requests[-2:]] == ["spot", "linear"]
            assert [each.venue_order_id for each in await venue.order_status_reports(SPOT)] == ["V-2", "V-4"]
            assert [each.trade_id for each in await venue.fill_reports(since=0)] == ["T-1", "T-2", "T-3"]
            (position,) = await venue.position_status_reports()
            assert position.position_side is PositionSide.SHORT and position.quantity == Decimal(3)
            state = await venue.account_state()
            assert state.balances[0].locked == Decimal(40)
            mass = await venue.mass_status(since=0)
            assert len(mass.order_reports) == 5 and len(mass.fill_reports) == 3 and not mass.failed
            assert list(mass.position_reports) == [LINEAR]

    run(play())


def test_one_order_is_asked_for_by_either_id() -> None:
    async def play() -> None:
        desk = Desk()
        async with desk.adapter as venue:
            await venue.submit_order(limit("C-1"))
            desk.fill("V-1", "2", "T-1")
            found = await venue.query_order(instrument_id=SPOT, client_order_id="C-1")
            assert found is not None and found.filled_qty == 2
            assert await venue.query_order(instrument_id=SPOT, client_order_id="C-9") is None

    run(play())


def test_a_reconciliation_that_fails_is_tried_again() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1"))
        desk.is_failing = True
        await desk.clock.advance(SECOND)
        desk.private.drop()
        await rest()
        desk.fill("V-1", "5", "T-1")
        await desk.clock.advance(5 * SECOND)
        await rest()
        assert "OrderFilled" not in desk.kinds() and desk.errors
        desk.is_failing = False
        await desk.clock.advance(60 * SECOND)
        await rest()
        assert desk.kinds().count("OrderFilled") == 1
        await desk.leave()
        await desk.adapter.close()

    run(play())


@pytest.mark.parametrize("over", ["http", "ws"])
def test_nothing_is_left_behind(over: str) -> None:
    async def play() -> None:
        desk = Desk(orders_over=over)
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1"))
        await desk.leave()
        await desk.adapter.close()
        await rest()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run(play())
