"""Orders that wait for prices, and orders that wait for each other."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from dragoman.model import (
    CancelOrder,
    ContingencyType,
    LimitIfTouchedOrder,
    MarketIfTouchedOrder,
    ModifyOrder,
    Order,
    OrderSide,
    OrderStatus,
    StopLimitOrder,
    StopMarketOrder,
    TrailingOffsetType,
    TrailingStopLimitOrder,
    TrailingStopMarketOrder,
    TriggerType,
)
from dragoman.simulate.exchange.happened import OrderChange
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.rules import Rules
from dragoman.simulate.exchange.triggers import Gauge
from dragoman.simulate.exchange.working import Working

from tests.runtime.simulate.exchange.floor_of_tests import LINEAR, D, Room, limit, state

BUY, SELL = OrderSide.BUY, OrderSide.SELL
FILLED, CANCELED, ACCEPTED = OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.ACCEPTED


class Priced(Room):
    """A book around 100, where the last trade was at 100."""

    def __init__(self, rules: Rules | None = None) -> None:
        super().__init__(rules)
        for step in range(1, 12):
            self.limit(self.cy, "BUY", "10", f"{100 - step}", LINEAR)
            self.limit(self.cy, "SELL", "10", f"{100 + step}", LINEAR)
        self.last("100")

    def last(self, price: str) -> None:
        """Trades up or down to a price, which takes the levels before it away."""
        if D(price) == 100:
            self.limit(self.cy, "SELL", "0.01", price, LINEAR)
            self.limit(self.bob, "BUY", "0.01", price, LINEAR)
            return
        size = 10 * (abs(D(price) - 100) - 1) + D("0.01")
        self.market(self.bob, "BUY" if D(price) > 100 else "SELL", f"{size}", LINEAR)

    def conditional(self, kind: type[Order], side: OrderSide, **terms: Any) -> Working:
        return self.send(self.ann, kind(instrument_id=LINEAR, order_side=side, quantity=D(1), **terms))


@pytest.mark.parametrize(
    ("kind", "side", "trigger", "reached"),
    [
        (StopMarketOrder, BUY, "103", "103"),
        (StopMarketOrder, SELL, "97", "97"),
        (MarketIfTouchedOrder, SELL, "103", "103"),
        (MarketIfTouchedOrder, BUY, "97", "97"),
    ],
)
def test_a_trigger_fires_when_the_last_price_reaches_it(
    kind: type[Order], side: OrderSide, trigger: str, reached: str
) -> None:
    room = Priced()
    order = room.conditional(kind, side, trigger_price=D(trigger))
    assert (order.waiting, state(order)) == (True, (ACCEPTED, 0))
    room.last(reached)
    assert state(order) == (FILLED, 1)
    assert order.triggered_ns is not None


def test_mark_and_index_prices_fire_those_that_look_at_them() -> None:
    room = Priced()
    mark = room.conditional(StopMarketOrder, BUY, trigger_price=D(103), trigger_type=TriggerType.MARK_PRICE)
    index = room.conditional(StopMarketOrder, BUY, trigger_price=D(103), trigger_type=TriggerType.INDEX_PRICE)
    room.exchange.set_price(LINEAR, Gauge.MARK, D(103), room.now())
    assert (state(mark), state(index)) == ((FILLED, 1), (ACCEPTED, 0))
    room.exchange.set_price(LINEAR, Gauge.INDEX, D(103), room.now())
    assert state(index) == (FILLED, 1)


def test_a_triggered_limit_rests_at_its_limit() -> None:
    room = Priced()
    stop = room.conditional(StopLimitOrder, BUY, trigger_price=D(103), price=D("100.5"))
    touched = room.conditional(LimitIfTouchedOrder, SELL, trigger_price=D(103), price=D("103.5"))
    room.last("103")
    assert stop.resting and touched.resting
    assert stop.status is OrderStatus.ACCEPTED and stop.triggered_ns is not None


def test_a_trigger_that_is_reached_already_is_refused_or_fires() -> None:
    with pytest.raises(Refused) as refused:
        Priced().conditional(StopMarketOrder, BUY, trigger_price=D(100))
    assert refused.value.reason is Reason.WOULD_TRIGGER
    room = Priced(Rules(due_trigger="fire"))
    assert state(room.conditional(StopMarketOrder, BUY, trigger_price=D(100))) == (FILLED, 1)


@pytest.mark.parametrize(
    ("kind", "offset", "trigger"),
    [
        (TrailingOffsetType.PRICE, D(2), D(102)),
        (TrailingOffsetType.TICKS, D(4), D(102)),
        (TrailingOffsetType.BASIS_POINTS, D(200), D(102)),
    ],
)
def test_a_trailing_stop_follows_the_best_price_and_fires_behind_it(
    kind: TrailingOffsetType, offset: Decimal, trigger: Decimal
) -> None:
    room = Priced()
    order = room.conditional(TrailingStopMarketOrder, SELL, trailing_offset=offset, trailing_offset_type=kind)
    assert order.report(0).trigger_price == 98
    room.last("104")
    assert order.report(0).trigger_price == trigger
    room.last("103")
    assert state(order) == (ACCEPTED, 0)
    room.exchange.listings[LINEAR].priced(Gauge.LAST, 2 * 102)
    room.exchange.settle()
    assert state(order) == (FILLED, 1)


def test_a_trailing_stop_waits_for_its_activation_and_becomes_a_limit_behind_its_trigger() -> None:
    room = Priced()
    order = room.conditional(
        TrailingStopLimitOrder, SELL, trailing_offset=D(1), limit_offset=D(1), activation_price=D(103)
    )
    assert order.trigger is None
    room.last("104")
    assert order.report(0).trigger_price == 103
    room.exchange.listings[LINEAR].priced(Gauge.LAST, 2 * 103)
    room.exchange.settle()
    assert order.report(0).price == 102


def test_a_trigger_can_be_moved_while_it_waits() -> None:
    room = Priced()
    order = room.conditional(StopMarketOrder, BUY, trigger_price=D(103))
    wanted = ModifyOrder(
        instrument_id=LINEAR, venue_order_id=order.venue_order_id, trigger_price=D(105), quantity=D(2)
    )
    room.exchange.modify(room.ann, wanted, room.now())
    room.last("104")
    assert order.waiting
    room.last("105")
    assert state(order) == (FILLED, 2)


def test_one_trigger_sets_off_the_next() -> None:
    room = Priced()
    stops = [room.conditional(StopMarketOrder, BUY, trigger_price=D(price)) for price in (103, 104)]
    room.limit(room.cy, "BUY", "0.01", "103", LINEAR, client_order_id="thin")
    room.market(room.bob, "BUY", "20.01", LINEAR)
    assert [state(each) for each in stops] == [(FILLED, 1), (ACCEPTED, 0)]


def bracket(room: Room, entry: str) -> list[Working]:
    """An entry with a target and a stop, of which one cancels the other."""
    tied: dict[str, Any] = {"parent_order_id": "entry", "reduce_only": True}
    tied["contingency_type"] = ContingencyType.OCO
    orders = [
        limit("BUY", "1", entry, LINEAR, client_order_id="entry", contingency_type=ContingencyType.OTO),
        limit("SELL", "1", "103", LINEAR, client_order_id="target", linked_order_ids=("stop",), **tied),
        StopMarketOrder(
            instrument_id=LINEAR,
            order_side=SELL,
            quantity=D(1),
            trigger_price=D(97),
            client_order_id="stop",
            linked_order_ids=("target",),
            **tied,
        ),
    ]
    return room.exchange.submit_list(room.ann, orders, room.now())


def test_a_bracket_begins_with_its_entry_and_ends_with_the_first_of_its_legs() -> None:
    room = Priced()
    entry, target, stop = bracket(room, "99.5")
    assert (target.held, stop.held) == (True, True)
    room.market(room.bob, "SELL", "1", LINEAR)
    assert state(entry) == (FILLED, 1)
    assert target.resting and stop.waiting
    room.market(room.bob, "BUY", "30", LINEAR)
    assert state(target) == (ACCEPTED, 0)
    room.market(room.bob, "BUY", "1", LINEAR)
    assert (state(target), state(stop)) == ((FILLED, 1), (CANCELED, 0))


def test_a_list_of_which_one_order_is_refused_was_never_there() -> None:
    room = Priced()
    room.exchange.drain()
    free = room.ann.free("USDT")
    orders = [
        limit("BUY", "1", "99.5", LINEAR, client_order_id="one", linked_order_ids=("other",)),
        limit("BUY", "1", "-1", LINEAR, client_order_id="other", linked_order_ids=("one",)),
    ]
    with pytest.raises(Refused):
        room.exchange.submit_list(room.ann, orders, room.now())
    assert not [each for each in room.exchange.drain() if isinstance(each, OrderChange)]
    assert (room.ann.orders, room.ann.by_client_id, room.ann.free("USDT")) == ({}, {}, free)
    again = room.exchange.submit(room.ann, orders[0], room.now())
    assert state(again) == (ACCEPTED, 0)


def test_legs_go_with_an_entry_that_is_gone() -> None:
    room = Priced()
    entry, target, stop = bracket(room, "99.5")
    wanted = CancelOrder(instrument_id=LINEAR, venue_order_id=entry.venue_order_id)
    room.exchange.cancel(room.ann, wanted, room.now())
    assert [state(each)[0] for each in (entry, target, stop)] == [CANCELED] * 3


def test_a_leg_that_triggers_takes_the_other_off_first() -> None:
    room = Priced()
    _, target, stop = bracket(room, "101")
    room.last("97")
    assert (state(target), state(stop)) == ((CANCELED, 0), (FILLED, 1))


def test_orders_of_a_group_shrink_together() -> None:
    room = Room()
    tied: dict[str, Any] = {"contingency_type": ContingencyType.OUO}
    first = room.limit(room.ann, "SELL", "2", "100", client_order_id="a", linked_order_ids=("b",), **tied)
    second = room.limit(room.ann, "SELL", "2", "101", client_order_id="b", linked_order_ids=("a",), **tied)
    room.limit(room.bob, "BUY", "0.5", "100")
    assert (first.leaves, second.leaves) == (150, 150)
    room.limit(room.bob, "BUY", "1.5", "100")
    assert (state(first), state(second)) == ((FILLED, 2), (CANCELED, 0))


def test_a_child_of_an_unknown_parent_is_refused() -> None:
    room = Room()
    with pytest.raises(Refused) as refused:
        room.send(room.ann, limit("BUY", "1", "100", parent_order_id="nobody"))
    assert refused.value.reason is Reason.NOT_FOUND
