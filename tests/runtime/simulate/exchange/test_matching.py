"""Who trades with whom, at which price, and what becomes of the rest."""

from __future__ import annotations

from typing import Any

import pytest
from dragoman.model import (
    CancelAllOrders,
    CancelOrder,
    LimitOrder,
    MarketToLimitOrder,
    ModifyOrder,
    OrderBookDeltas,
    OrderSide,
    OrderStatus,
    QuoteTick,
    TimeInForce,
    TradeTick,
)
from dragoman.simulate.exchange.happened import AccountChange, OrderChange
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.rules import Rules, SelfTrade

from tests.runtime.simulate.exchange.floor_of_tests import NOW, SPOT, D, Room, limit, state

FILLED, CANCELED, ACCEPTED = OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.ACCEPTED
PARTIAL = OrderStatus.PARTIALLY_FILLED


def test_better_prices_trade_first_and_at_one_price_those_who_came_first() -> None:
    room = Room()
    late, early = room.limit(room.ann, "SELL", "1", "101"), room.limit(room.ann, "SELL", "1", "100")
    second = room.limit(room.bob, "SELL", "1", "100")
    taker = room.limit(room.cy, "BUY", "2.5", "101")
    assert room.trades() == [(D(100), D(1)), (D(100), D(1)), (D(101), D("0.5"))]
    assert [state(each) for each in (early, second, late)] == [(FILLED, 1), (FILLED, 1), (PARTIAL, D("0.5"))]
    assert state(taker) == (FILLED, D("2.5"))
    assert taker.report(0).avg_px == D("100.2")


def test_what_a_limit_leaves_rests_at_its_price() -> None:
    room = Room()
    room.limit(room.ann, "SELL", "1", "100")
    taker = room.limit(room.bob, "BUY", "3", "100")
    assert state(taker) == (PARTIAL, 1)
    assert room.levels() == ({D(100): D(2)}, {})


@pytest.mark.parametrize(
    ("tif", "size", "expected"),
    [
        (TimeInForce.IOC, "3", (CANCELED, 2)),
        (TimeInForce.FOK, "3", (CANCELED, 0)),
        (TimeInForce.FOK, "2", (FILLED, 2)),
    ],
)
def test_what_an_order_for_at_once_leaves_is_canceled(
    tif: TimeInForce, size: str, expected: tuple[OrderStatus, int]
) -> None:
    room = Room()
    room.limit(room.ann, "SELL", "2", "100")
    assert state(room.limit(room.bob, "BUY", size, "100", time_in_force=tif)) == expected


def test_a_market_order_takes_what_is_there_and_its_rest_is_gone() -> None:
    room = Room()
    room.limit(room.ann, "SELL", "1", "100")
    order = room.market(room.bob, "BUY", "2")
    assert state(order) == (CANCELED, 1)
    assert order.report(0).cancel_reason == Reason.NO_LIQUIDITY


def test_a_market_to_limit_order_rests_at_its_last_price() -> None:
    room = Room()
    room.limit(room.ann, "SELL", "1", "100")
    room.send(room.bob, MarketToLimitOrder(instrument_id=SPOT, order_side=OrderSide.BUY, quantity=D(2)))
    assert room.levels() == ({D(100): D(1)}, {})


def test_a_quote_quantity_buys_whole_lots_for_no_more_than_it_says() -> None:
    room = Room()
    room.limit(room.ann, "SELL", "1", "100")
    room.limit(room.ann, "SELL", "1", "101")
    order = room.market(room.bob, "BUY", "150", quote_quantity=True)
    assert state(order) == (FILLED, D("1.49"))  # 100 for one, 49.49 of the 50 left
    changes = [each for each in room.exchange.drain() if isinstance(each, OrderChange)]
    assert [each.report.order_status for each in changes if each.account is room.bob] == [
        ACCEPTED,
        PARTIAL,
        FILLED,
    ]


def test_post_only_is_refused_where_it_would_take() -> None:
    room = Room()
    room.limit(room.ann, "SELL", "1", "100")
    with pytest.raises(Refused) as refused:
        room.limit(room.bob, "BUY", "1", "100", post_only=True)
    assert refused.value.reason is Reason.WOULD_TAKE
    assert state(room.limit(room.bob, "BUY", "1", "99.5", post_only=True)) == (ACCEPTED, 0)


def test_an_iceberg_shows_its_part_and_goes_behind_when_it_is_used_up() -> None:
    room = Room()
    iceberg = room.limit(room.ann, "SELL", "3", "100", display_qty=D(1))
    other = room.limit(room.bob, "SELL", "1", "100")
    assert room.levels()[1] == {D(100): D(2)}
    room.limit(room.cy, "BUY", "1.5", "100")
    assert (iceberg.filled, other.filled) == (100, 50)
    room.limit(room.cy, "BUY", "1", "100")
    assert (iceberg.filled, other.filled) == (150, 100)
    assert room.levels()[1] == {D(100): D("0.5")}


def test_a_hidden_order_trades_and_is_not_seen() -> None:
    room = Room()
    room.limit(room.ann, "SELL", "1", "100", display_qty=D(0))
    assert room.levels() == ({}, {})
    assert state(room.limit(room.bob, "BUY", "1", "100")) == (FILLED, 1)


@pytest.mark.parametrize(
    ("mode", "maker", "taker"),
    [
        (SelfTrade.ALLOW, (FILLED, 1), (FILLED, 1)),
        (SelfTrade.CANCEL_NEWEST, (ACCEPTED, 0), (CANCELED, 0)),
        (SelfTrade.CANCEL_OLDEST, (CANCELED, 0), (ACCEPTED, 0)),
        (SelfTrade.CANCEL_BOTH, (CANCELED, 0), (CANCELED, 0)),
        (SelfTrade.DECREMENT, (CANCELED, 0), (CANCELED, 0)),
    ],
)
def test_an_account_trades_with_itself_only_where_it_may(
    mode: SelfTrade, maker: tuple[OrderStatus, int], taker: tuple[OrderStatus, int]
) -> None:
    room = Room(Rules(self_trade=mode))
    first = room.limit(room.ann, "SELL", "1", "100")
    second = room.limit(room.ann, "BUY", "1", "100")
    assert (state(first), state(second)) == (maker, taker)


def test_both_lose_what_they_would_have_traded() -> None:
    room = Room(Rules(self_trade=SelfTrade.DECREMENT))
    room.limit(room.ann, "SELL", "3", "100")
    second = room.limit(room.ann, "BUY", "1", "100")
    assert state(second) == (CANCELED, 0)
    assert room.levels() == ({}, {D(100): D(2)})


def test_less_keeps_the_place_and_more_or_another_price_loses_it() -> None:
    room = Room()
    first = room.limit(room.ann, "SELL", "2", "100", client_order_id="a")
    second = room.limit(room.bob, "SELL", "2", "100")

    def change(**terms: Any) -> None:
        wanted = ModifyOrder(instrument_id=SPOT, client_order_id="a", **terms)
        room.exchange.modify(room.ann, wanted, room.now())

    change(quantity=D(1))
    room.limit(room.cy, "BUY", "0.5", "100")
    assert (first.filled, second.filled) == (50, 0)
    change(quantity=D(2))
    room.limit(room.cy, "BUY", "0.5", "100")
    assert (first.filled, second.filled) == (50, 50)
    change(price=D("100.5"))
    assert room.levels()[1] == {D(100): D("1.5"), D("100.5"): D("1.5")}
    with pytest.raises(Refused) as refused:
        change(quantity=D("0.5"))
    assert refused.value.reason is Reason.SIZE_RANGE


def test_an_amended_price_that_crosses_trades() -> None:
    room = Room()
    room.limit(room.ann, "SELL", "1", "101")
    order = room.limit(room.bob, "BUY", "1", "100", client_order_id="b")
    wanted = ModifyOrder(instrument_id=SPOT, client_order_id="b", price=D(101))
    room.exchange.modify(room.bob, wanted, room.now())
    assert state(order) == (FILLED, 1)


def test_cancels_give_back_what_was_held() -> None:
    room = Room()
    order = room.limit(room.ann, "BUY", "2", "100")
    assert room.ann.state(0).balances[0].locked == 200
    wanted = CancelOrder(instrument_id=SPOT, venue_order_id=order.venue_order_id)
    room.exchange.cancel(room.ann, wanted, room.now())
    assert room.ann.state(0).balances[0].locked == 0
    with pytest.raises(Refused) as refused:
        room.exchange.cancel(room.ann, wanted, room.now())
    assert refused.value.reason is Reason.NOT_OPEN


def test_all_orders_of_a_side_are_taken_off() -> None:
    room = Room()
    room.limit(room.ann, "BUY", "1", "99")
    room.limit(room.ann, "SELL", "1", "101")
    room.limit(room.bob, "SELL", "1", "102")
    wanted = CancelAllOrders(instrument_id=SPOT, order_side=OrderSide.SELL)
    assert len(room.exchange.cancel_all(room.ann, wanted, room.now())) == 1
    assert room.levels() == ({D(99): D(1)}, {D(102): D(1)})


def test_an_order_with_a_date_expires_when_the_clock_says_so() -> None:
    room = Room()
    order = room.limit(room.ann, "BUY", "1", "99", time_in_force=TimeInForce.GTD, expire_time=NOW + 10**9)
    room.exchange.advance(NOW + 10**9 - 1)
    assert order.is_open
    room.exchange.advance(NOW + 10**9)
    assert state(order) == (OrderStatus.EXPIRED, 0)
    assert room.levels() == ({}, {})


def test_orders_of_a_session_wait_for_its_open_and_close() -> None:
    room = Room()
    room.limit(room.ann, "SELL", "1", "100")
    closing = room.limit(room.bob, "BUY", "2", "100", time_in_force=TimeInForce.AT_THE_CLOSE)
    day = room.limit(room.bob, "BUY", "1", "90", time_in_force=TimeInForce.DAY)
    assert state(closing) == (ACCEPTED, 0)
    room.exchange.close_session(SPOT, room.now())
    assert state(closing) == (CANCELED, 1)
    assert state(day) == (OrderStatus.EXPIRED, 0)
    with pytest.raises(Refused):
        room.limit(room.bob, "BUY", "1", "90")
    opening = room.limit(room.cy, "SELL", "1", "100", time_in_force=TimeInForce.AT_THE_OPEN)
    room.exchange.open_session(SPOT, room.now())
    assert state(opening) == (CANCELED, 0)


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (limit("BUY", "1", "100.3"), Reason.PRICE_STEP),
        (limit("BUY", "0.001", "100"), Reason.SIZE_STEP),
        (limit("BUY", "100000", "100"), Reason.INSUFFICIENT),
        (limit("SELL", "1001", "100"), Reason.INSUFFICIENT),
        (limit("BUY", "1", "100", client_order_id="taken"), Reason.DUPLICATE),
        (limit("BUY", "1", "100", time_in_force=TimeInForce.GTD, expire_time=NOW), Reason.EXPIRED),
        (limit("SELL", "1", "100", reduce_only=True), Reason.REDUCE_ONLY),
    ],
)
def test_what_is_refused_changes_nothing(order: LimitOrder, reason: Reason) -> None:
    room = Room()
    room.limit(room.ann, "BUY", "1", "90", client_order_id="taken")
    room.exchange.drain()
    with pytest.raises(Refused) as refused:
        room.send(room.ann, order)
    assert refused.value.reason is reason
    assert room.exchange.drain() == []


def test_an_action_tells_orders_first_then_accounts_then_the_public() -> None:
    room = Room()
    room.limit(room.ann, "SELL", "1", "100")
    room.exchange.drain()
    room.limit(room.bob, "BUY", "1", "100")
    kinds = [type(each) for each in room.exchange.drain()]
    assert kinds == [OrderChange] * 3 + [AccountChange] * 2 + [TradeTick, OrderBookDeltas]
    room.limit(room.ann, "SELL", "1", "100")
    room.limit(room.bob, "BUY", "1", "99")
    assert isinstance(room.exchange.drain()[-1], QuoteTick)
