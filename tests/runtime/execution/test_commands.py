"""Commands of an adapter: their outcomes, over HTTP and over a connection, alone and in batches."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable
from decimal import Decimal

import pytest
from dragoman.errors import Denied, InvalidOrder, RateLimited, RequestTimeout, TransportError
from dragoman.model import (
    Accepted,
    CancelOrder,
    CurrencyPair,
    ModifyOrder,
    OrderStatus,
    Outcome,
    Rejected,
    TimeInForce,
    Unknown,
)
from dragoman.net.wire import Response

from tests.runtime.execution.desk_of_tests import SECOND, SPOT, Desk, Mishap, limit, ok, rest, run, stop


def test_an_order_that_is_taken_is_known_by_both_ids() -> None:
    async def play() -> None:
        desk = Desk()
        async with desk.adapter as venue:
            outcome = await venue.submit_order(limit("C-1"))
            assert isinstance(outcome, Accepted) and outcome.venue_order_id == "V-1"
            order = venue.order("C-1")
            assert order is not None and order is venue.order(venue_order_id="V-1")
            assert order.status is OrderStatus.ACCEPTED

    run(play())


def test_an_order_without_an_id_is_given_one() -> None:
    async def play() -> None:
        desk = Desk()
        async with desk.adapter as venue:
            outcome = await venue.submit_order(limit(tag=None))
            assert outcome.client_order_id and outcome.client_order_id == desk.orders["V-1"]["tag"]

    run(play())


def test_the_venues_refusal_is_rejected_with_its_code() -> None:
    async def play() -> None:
        desk = Desk()
        desk.refused["C-1"] = 10
        async with desk.adapter as venue:
            outcome = await venue.submit_order(limit("C-1"))
            assert outcome == Rejected(reason="the balance is too low: no", code="10", client_order_id="C-1")
            assert venue.order("C-1").status is OrderStatus.REJECTED

    run(play())


@pytest.mark.parametrize(
    "mishap",
    [
        RequestTimeout("trading_case", "place", 10),
        Response(status=502, body=b"<html>bad gateway</html>"),
        Response(status=429, body=b"{}"),
        ok({"code": 30, "data": []}),
        ok({"code": 0, "data": []}),
    ],
    ids=["time-out", "5xx", "429", "unknown code", "no row"],
)
def test_what_nobody_can_tell_stays_in_flight(mishap: Mishap) -> None:
    async def play() -> None:
        desk = Desk()
        desk.mishaps.append(mishap)
        async with desk.adapter as venue:
            assert isinstance(await venue.submit_order(limit("C-1")), Unknown)
            assert venue.order("C-1").status is OrderStatus.SUBMITTED

    run(play())


def test_what_could_not_be_sent_is_denied_and_raised() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        desk.mishaps.append(TransportError("trading_case", "place", "no route"))
        with pytest.raises(TransportError):
            await desk.adapter.submit_order(limit("C-1"))
        await rest()
        assert desk.kinds() == ["OrderSubmitted", "OrderDenied"]
        assert desk.adapter.order("C-1").status is OrderStatus.DENIED
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_a_part_of_a_batch_that_could_not_be_sent_hides_no_outcome_of_another() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        desk.mishaps.append(TransportError("trading_case", "place", "no route"))
        batch = [limit("C-1"), stop("C-2")]
        first, second = await desk.adapter.submit_order_list(batch)
        assert isinstance(first, Rejected) and "no route" in first.reason and isinstance(second, Accepted)
        await rest()
        assert desk.kinds() == ["OrderSubmitted", "OrderDenied", "OrderSubmitted", "OrderAccepted"]
        desk.mishaps += [TransportError("trading_case", "place", "no route")] * 2
        with pytest.raises(TransportError):
            await desk.adapter.submit_order_list([limit("C-3"), stop("C-4")])
        await rest()
        assert desk.kinds()[4:] == ["OrderSubmitted", "OrderDenied"] * 2
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_what_the_table_denies_is_told_and_never_sent() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        with pytest.raises(Denied, match="no such order"):
            await desk.adapter.submit_order(limit("C-1", time_in_force=TimeInForce.DAY))
        await rest()
        assert desk.kinds() == ["OrderDenied"] and not desk.http.requests
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_an_id_is_used_once() -> None:
    async def play() -> None:
        desk = Desk()
        async with desk.adapter as venue:
            await venue.submit_order(limit("C-1"))
            with pytest.raises(InvalidOrder, match="used before"):
                await venue.submit_order(limit("C-1"))

    run(play())


def test_a_value_between_two_steps_is_refused_or_rounded_as_asked() -> None:
    async def play() -> None:
        desk = Desk()
        pair = CurrencyPair(
            instrument_id=SPOT,
            raw_symbol="AAABBB",
            base_currency="AAA",
            quote_currency="BBB",
            price_precision=1,
            size_precision=0,
            price_increment=Decimal("0.5"),
            size_increment=Decimal("1"),
            ts_event=0,
            ts_init=0,
        )
        desk.adapter.requests.learn(pair)
        async with desk.adapter as venue:
            odd = limit("C-1", price=Decimal("10.3"), quantity=Decimal("5.9"))
            with pytest.raises(InvalidOrder, match=r"10\.3 lies between 10\.0 and 10\.5"):
                await venue.submit_order(odd)
            assert isinstance(await venue.submit_order(odd, round_to_increments=True), Accepted)
            assert (desk.orders["V-1"]["price"], desk.orders["V-1"]["size"]) == ("10.5", "5")

    run(play())


def test_a_change_and_a_cancel_say_both_ids_of_an_order_of_ours() -> None:
    async def play() -> None:
        desk = Desk()
        async with desk.adapter as venue:
            await venue.submit_order(limit("C-1"))
            assert isinstance(
                await venue.modify_order(instrument_id=SPOT, client_order_id="C-1", price=Decimal("11")),
                Accepted,
            )
            assert desk.orders["V-1"]["price"] == "11"
            assert isinstance(await venue.cancel_order(instrument_id=SPOT, venue_order_id="V-1"), Accepted)
            sent = json.loads(desk.http.requests[-1].body)
            assert (sent["orderId"], sent["tag"]) == ("V-1", "C-1")
            refused = await venue.cancel_order(instrument_id=SPOT, client_order_id="C-1")
            assert isinstance(refused, Rejected) and refused.code == "20"

    run(play())


def test_a_batch_tells_the_outcome_of_each_entry() -> None:
    async def play() -> None:
        desk = Desk()
        desk.refused["C-2"] = 10
        async with desk.adapter as venue:
            found = await venue.submit_order_list([limit("C-1"), limit("C-2"), stop("C-3")])
            assert [type(each) for each in found] == [Accepted, Rejected, Accepted]
            # One call for each product.
            assert [request.path for request in desk.http.requests] == ["/orders", "/orders"]
            assert venue.order("C-3").venue_order_id == "V-2"
            cancels = [
                CancelOrder(instrument_id=SPOT, client_order_id="C-1"),
                CancelOrder(instrument_id=SPOT, client_order_id="C-2"),
            ]
            assert [type(each) for each in await venue.batch_cancel_orders(cancels)] == [Accepted, Rejected]

    run(play())


def test_a_batch_that_the_venue_lacks_goes_out_one_by_one() -> None:
    async def play() -> None:
        desk = Desk()
        async with desk.adapter as venue:
            await venue.submit_order_list([limit("C-1"), limit("C-2")])
            changes = [
                ModifyOrder(instrument_id=SPOT, client_order_id=tag, price=Decimal("12"))
                for tag in ("C-1", "C-9")
            ]
            found = await venue.batch_modify_orders(changes)
            assert [type(each) for each in found] == [Accepted, Rejected]

    run(play())


def test_a_batch_that_gets_no_answer_is_open_for_each_entry() -> None:
    async def play() -> None:
        desk = Desk()
        desk.mishaps.append(RequestTimeout("trading_case", "place_many", 10))
        async with desk.adapter as venue:
            found = await venue.submit_order_list([limit("C-1"), limit("C-2")])
            assert [type(each) for each in found] == [Unknown, Unknown]
            assert [each.client_order_id for each in found] == ["C-1", "C-2"]

    run(play())


def test_cancel_all_and_account_commands_pass_through() -> None:
    async def play() -> None:
        desk = Desk()
        async with desk.adapter as venue:
            await venue.submit_order(limit("C-1"))
            assert isinstance(await venue.cancel_all_orders(SPOT), Accepted)
            assert desk.orders["V-1"]["state"] == "gone"
            assert await venue.call("set_leverage", symbol="AAABBB", leverage=Decimal(5)) == []
            assert desk.http.requests[-1].path == "/leverage"

    run(play())


def test_over_a_connection_each_request_has_an_id_and_its_own_answer() -> None:
    async def play() -> None:
        desk = Desk(orders_over="ws")
        desk.refused["C-2"] = 10
        async with desk.adapter as venue:
            first = await venue.submit_order(limit("C-1"))
            second = await venue.submit_order(limit("C-2"))
            assert isinstance(first, Accepted) and first.venue_order_id == "V-1"
            assert isinstance(second, Rejected) and second.code == "10"
            assert not desk.http.requests
            frames = [json.loads(sent) for sent in desk.desk.sent]
            assert [frame["op"] for frame in frames] == ["login", "order.place", "order.place"]
            assert len({frame.get("reqId") for frame in frames[1:]}) == 2
            args = frames[1]["args"][0]
            assert {"apiKey", "timestamp", "signature"} <= args.keys() and isinstance(args["timestamp"], int)
            # What the connection does not take goes over HTTP.
            assert isinstance(
                await venue.modify_order(instrument_id=SPOT, client_order_id="C-1", price=Decimal("11")),
                Accepted,
            )
            assert [request.path for request in desk.http.requests] == ["/order"]

    run(play())


def test_a_batch_goes_over_a_connection_in_a_frame_of_its_own() -> None:
    async def play() -> None:
        desk = Desk(orders_over="ws")
        desk.refused["C-2"] = 10
        async with desk.adapter as venue:
            found = await venue.submit_order_list([limit("C-1"), limit("C-2")])
            assert [type(each) for each in found] == [Accepted, Rejected]
            sent = json.loads(desk.desk.sent[-1])
            assert sent["op"] == "order.many" and [each["tag"] for each in sent["args"]] == ["C-1", "C-2"]

    run(play())


def test_what_a_connection_says_of_too_many_requests_holds_for_what_follows() -> None:
    async def play() -> None:
        desk = Desk(orders_over="ws")
        desk.refused["C-1"] = 40
        async with desk.adapter as venue:
            desk.until_ms = desk.now_ms() + 7_000
            await venue.submit_order(limit("C-1"))
            sent = len(desk.desk.sent)
            following = asyncio.ensure_future(venue.submit_order(limit("C-2")))
            asking = asyncio.ensure_future(venue.query_account())
            await rest()
            await desk.clock.advance(6 * SECOND)
            await rest()
            assert len(desk.desk.sent) == sent and not desk.http.requests
            await desk.clock.advance(1 * SECOND)
            await rest()
            assert isinstance(await following, Accepted) and await asking
            desk.until_ms = desk.now_ms() + 90_000
            desk.refused["C-3"] = 40
            await venue.submit_order(limit("C-3"))
            # Longer than a call may wait for its turn.
            with pytest.raises(RateLimited) as told:
                await venue.submit_order(limit("C-4"))
            assert told.value.retry_after == 90
            assert venue.order("C-4").status is OrderStatus.DENIED

    run(play())


@pytest.mark.parametrize("together", [False, True])
def test_what_a_row_says_of_too_many_requests_holds_for_what_follows(together: bool) -> None:
    async def play() -> None:
        desk = Desk()
        desk.refused["C-1"] = 40
        async with desk.adapter as venue:
            if together:
                await venue.submit_order_list([limit("C-1"), limit("C-2")])
            else:
                await venue.submit_order(limit("C-1"))
            sent = len(desk.http.requests)
            following = asyncio.ensure_future(venue.submit_order(limit("C-3")))
            await rest()
            assert len(desk.http.requests) == sent
            await desk.clock.advance(1 * SECOND)
            await rest()
            assert isinstance(await following, Accepted)

    run(play())


def test_a_request_that_nobody_answers_in_time_is_open_and_a_late_answer_counts() -> None:
    async def play() -> None:
        desk = Desk(orders_over="ws")
        desk.is_deaf = True
        async with desk.adapter as venue:
            asked = venue.submit_order(limit("C-1"))
            found = await _while_time_passes(desk, asked, 6)
            assert isinstance(found, Unknown) and "no answer" in found.why
            assert venue.order("C-1").status is OrderStatus.SUBMITTED
            sent = json.loads(desk.desk.sent[-1])
            row = {"code": 0, "orderId": "V-7", "tag": "C-1"}
            desk.desk.feed(json.dumps({"reqId": sent["reqId"], "code": 0, "result": [row], "status": 200}))
            await rest()
            assert venue.order("C-1").venue_order_id == "V-7"

    run(play())


def test_a_connection_that_breaks_between_command_and_answer_leaves_it_open() -> None:
    async def play() -> None:
        desk = Desk(orders_over="ws")
        desk.is_deaf = True
        async with desk.adapter as venue:
            asked = asyncio.ensure_future(venue.submit_order(limit("C-1")))
            await rest()
            desk.desk.drop()
            await rest()
            assert isinstance(await asked, Unknown)
            assert venue.order("C-1").status is OrderStatus.SUBMITTED

    run(play())


async def _while_time_passes(desk: Desk, asked: Awaitable[Outcome], seconds: int) -> Outcome:
    task = asyncio.ensure_future(asked)
    await rest()
    await desk.clock.advance(seconds * SECOND)
    await rest()
    return await task
