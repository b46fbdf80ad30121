"""What an account's streams lose without a sign is found by asking, told once as a hole, and mended by new connections."""

from __future__ import annotations

import pytest
from dragoman.execution.checks import EVERY_NS
from dragoman.model import OrderFilled, OrderStatusReport, StreamGap

from tests.runtime.execution.desk_of_tests import SECOND, Desk, limit, rest, run


async def wait(desk: Desk, seconds: int) -> None:
    for _ in range(seconds):
        await desk.clock.advance(SECOND)
        await rest()


def gaps(desk: Desk) -> list[StreamGap]:
    return [each for each in desk.told if isinstance(each, StreamGap) and each.stream == "account"]


def test_a_fill_that_no_stream_tells_is_found_and_told_as_a_hole() -> None:
    async def play() -> None:
        desk = Desk(check_every_ns=EVERY_NS)
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1"))
        desk.tell_order("V-1")
        await wait(desk, 5)
        desk.fill("V-1", "5", "T-1")
        happened_ns = desk.clock.now_ns()
        await wait(desk, 60)
        fills = [each for each in desk.told if isinstance(each, OrderFilled)]
        assert [(each.trade_id, each.reconciliation) for each in fills] == [("T-1", True)]
        assert gaps(desk) == []
        await wait(desk, 20)
        (gap,) = gaps(desk)
        assert gap.from_ns <= happened_ns < gap.to_ns
        assert len(desk.connector.connections) == 2
        await wait(desk, 180)
        assert len(gaps(desk)) == 1 and len(desk.connector.connections) == 2
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_a_loss_right_after_a_hole_has_a_hole_of_its_own() -> None:
    async def play() -> None:
        desk = Desk(check_every_ns=EVERY_NS)
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1"))
        desk.tell_order("V-1")
        await wait(desk, 5)
        desk.connector.last.drop()
        while not (holes := [each for each in desk.told if isinstance(each, StreamGap)]):
            await desk.clock.advance(SECOND // 10)
            await rest()
        await desk.clock.advance(SECOND // 2)
        desk.fill("V-1", "5", "T-1")
        happened_ns = desk.clock.now_ns()
        assert 0 < happened_ns - holes[-1].to_ns < SECOND
        await wait(desk, 90)
        (gap,) = gaps(desk)
        assert gap.from_ns <= happened_ns < gap.to_ns
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_a_fill_that_comes_a_little_later_is_no_loss() -> None:
    async def play() -> None:
        desk = Desk(check_every_ns=EVERY_NS)
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1"))
        desk.tell_order("V-1")
        await wait(desk, 59)
        fill = desk.fill("V-1", "5", "T-1")
        await wait(desk, 3)
        assert desk.kinds()[-1] == "OrderFilled"
        desk.tell("fills", fill)
        desk.tell_order("V-1")
        await wait(desk, 120)
        assert gaps(desk) == [] and desk.kinds().count("OrderFilled") == 1
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_what_others_had_open_before_is_told_once_and_is_no_loss() -> None:
    async def play() -> None:
        desk = Desk(check_every_ns=EVERY_NS)
        desk.place(
            {"market": "spot", "symbol": "AAABBB", "way": "buy", "kind": "limit", "size": "5", "price": "9"}
        )
        await wait(desk, 1)
        await desk.listen()
        await wait(desk, 200)
        assert [type(each) for each in desk.told] == [OrderStatusReport]
        await desk.leave()
        await desk.adapter.close()

    run(play())


@pytest.mark.parametrize(("every", "calls"), [(EVERY_NS, True), (None, False)])
def test_nobody_asks_where_that_is_not_wanted(every: int | None, calls: bool) -> None:
    async def play() -> None:
        desk = Desk(check_every_ns=every)
        await desk.listen()
        before = len(desk.http.requests)
        await wait(desk, 130)
        assert (len(desk.http.requests) > before) is calls
        await desk.leave()
        await desk.adapter.close()

    run(play())
