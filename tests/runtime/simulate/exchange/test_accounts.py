"""Money, positions, margin, fees and funding."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest
from dragoman.model import (
    CancelOrder,
    InstrumentId,
    LiquiditySide,
    PositionSide,
    PositionStatusReport,
    TimeInForce,
)
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.amounts import money, units
from dragoman.simulate.exchange.happened import AccountChange, OrderChange
from dragoman.simulate.exchange.positions import BOTH
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.rules import Rules
from dragoman.simulate.exchange.triggers import Gauge

from tests.runtime.simulate.exchange.floor_of_tests import INVERSE, LINEAR, NOW, QUANTO, SPOT, D, Room

FREE = Rules(maker_fee=D(0), taker_fee=D(0))


def total(account: Account, currency: str) -> Decimal:
    return money(account.purses[currency].total)


def position(room: Room, account: Account, on: InstrumentId) -> PositionStatusReport:
    return next(p for (known, _), p in account.positions.items() if known == on).report("", 0)


def test_a_cash_trade_swaps_goods_and_money_and_costs_what_was_received() -> None:
    room = Room(Rules(maker_fee=D("0.001"), taker_fee=D("0.002")))
    room.limit(room.ann, "SELL", "1", "100")
    room.limit(room.bob, "BUY", "1", "100")
    assert (total(room.ann, "USD"), total(room.ann, "OAK")) == (D("1000099.9"), D(999))
    assert (total(room.bob, "USD"), total(room.bob, "OAK")) == (D(999_900), D("1000.998"))
    fills = [each.fill for each in room.exchange.drain() if isinstance(each, OrderChange) and each.fill]
    assert [(fill.liquidity_side, str(fill.commission)) for fill in fills] == [
        (LiquiditySide.MAKER, "0.1 USD"),
        (LiquiditySide.TAKER, "0.002 OAK"),
    ]


def test_a_better_price_gives_back_what_the_limit_held() -> None:
    room = Room(FREE)
    room.limit(room.ann, "SELL", "1", "90")
    room.limit(room.bob, "BUY", "3", "100")
    assert total(room.bob, "USD") == 999_910
    assert money(room.bob.purses["USD"].locked) == 200


@pytest.mark.parametrize(
    ("on", "currency", "size", "gain"),
    [
        (LINEAR, "USD", "2", D(20)),  # 2 x (110 - 100)
        (INVERSE, "OAK", "110", D(1)),  # 110 x 10 x (1/100 - 1/110)
        (QUANTO, "OAK", "100000", D(1)),  # 100000 x 1e-6 x (110 - 100)
    ],
)
def test_gains_of_linear_inverse_and_quanto_contracts(
    on: InstrumentId, currency: str, size: str, gain: Decimal
) -> None:
    room = Room(FREE)
    before = total(room.ann, currency)
    room.limit(room.bob, "SELL", size, "100", on)
    room.market(room.ann, "BUY", size, on)
    assert position(room, room.ann, on).avg_px_open == 100
    room.limit(room.bob, "BUY", size, "110", on)
    room.market(room.ann, "SELL", size, on)
    assert total(room.ann, currency) - before == gain
    assert position(room, room.ann, on).position_side is PositionSide.FLAT
    assert room.ann.purses[currency].locked == 0


def test_a_position_turns_through_flat_and_keeps_the_new_price() -> None:
    room = Room(FREE)
    room.limit(room.bob, "SELL", "1", "100", LINEAR)
    room.market(room.ann, "BUY", "1", LINEAR)
    room.limit(room.bob, "BUY", "3", "110", LINEAR)
    room.market(room.ann, "SELL", "3", LINEAR)
    found = position(room, room.ann, LINEAR)
    assert (found.position_side, found.quantity, found.avg_px_open) == (PositionSide.SHORT, D(2), D(110))
    assert total(room.ann, "USD") == 1_000_010


def test_reduce_only_closes_and_never_turns() -> None:
    room = Room(FREE)
    room.limit(room.bob, "SELL", "1", "100", LINEAR)
    room.market(room.ann, "BUY", "1", LINEAR)
    room.limit(room.bob, "BUY", "5", "100", LINEAR)
    order = room.market(room.ann, "SELL", "3", LINEAR, reduce_only=True)
    assert order.filled == 100
    assert position(room, room.ann, LINEAR).position_side is PositionSide.FLAT
    with pytest.raises(Refused) as refused:
        room.market(room.ann, "SELL", "1", LINEAR, reduce_only=True)
    assert refused.value.reason is Reason.REDUCE_ONLY


def test_a_hedging_account_holds_both_sides() -> None:
    room = Room(FREE, hedging=True)
    room.limit(room.bob, "SELL", "5", "100", LINEAR)
    room.limit(room.bob, "BUY", "5", "99", LINEAR)
    room.market(room.ann, "BUY", "2", LINEAR)
    room.market(room.ann, "SELL", "1", LINEAR)
    sides = {leg: p.lots for (_, leg), p in room.ann.positions.items()}
    assert sides == {PositionSide.LONG: 200, PositionSide.SHORT: -100}
    room.market(room.ann, "SELL", "2", LINEAR, reduce_only=True)
    assert room.ann.positions[LINEAR, PositionSide.LONG].lots == 0
    with pytest.raises(Refused) as refused:
        room.exchange.set_hedging(room.ann, False, room.now())
    assert refused.value.reason is Reason.POSITION


def test_margin_is_worth_over_leverage_and_bounds_what_can_be_opened() -> None:
    room = Room(FREE)
    room.exchange.set_leverage(room.ann, LINEAR, 10, room.now())
    room.limit(room.ann, "BUY", "100", "100", LINEAR)
    assert money(room.ann.purses["USD"].locked) == 1_000
    with pytest.raises(Refused) as refused:
        room.limit(room.ann, "BUY", "100000", "100", LINEAR)
    assert refused.value.reason is Reason.INSUFFICIENT
    room.market(room.bob, "SELL", "100", LINEAR)
    assert money(room.ann.purses["USD"].locked) == 1_000
    assert room.ann.state(0).margins[0].initial == 1_000


def test_closing_needs_no_margin() -> None:
    room = Room(FREE)
    room.exchange.set_leverage(room.ann, LINEAR, 1, room.now())
    room.limit(room.bob, "SELL", "10000", "100", LINEAR)
    room.market(room.ann, "BUY", "10000", LINEAR)
    assert room.ann.free("USD") == 0
    assert room.limit(room.ann, "SELL", "10000", "101", LINEAR).is_open


def test_longs_pay_funding_to_shorts_at_the_mark_price() -> None:
    room = Room(FREE)
    room.limit(room.bob, "SELL", "10", "100", LINEAR)
    room.market(room.ann, "BUY", "10", LINEAR)
    room.exchange.set_price(LINEAR, Gauge.MARK, D(110), room.now())
    room.exchange.drain()
    room.exchange.fund(LINEAR, D("0.001"), room.now())
    assert (total(room.ann, "USD"), total(room.bob, "USD")) == (D("999998.9"), D("1000001.1"))
    told = [each for each in room.exchange.drain() if isinstance(each, AccountChange)]
    assert [each.cause for each in told] == ["funding", "funding"]


def test_a_contract_that_ends_closes_its_positions() -> None:
    room = Room(FREE)
    room.limit(room.bob, "SELL", "10", "100", LINEAR)
    room.market(room.ann, "BUY", "10", LINEAR)
    order = room.limit(room.ann, "BUY", "1", "90", LINEAR)
    room.exchange.expire(LINEAR, D(105), room.now())
    assert not order.is_open
    assert (total(room.ann, "USD"), total(room.bob, "USD")) == (D(1_000_050), D(999_950))


def test_fees_of_the_quote_currency_are_held_back_too() -> None:
    room = Room(Rules(fee_in="quote", taker_fee=D("0.01"), maker_fee=D("0.01")))
    with pytest.raises(Refused):
        room.limit(room.ann, "BUY", "10000", "100")
    room.limit(room.ann, "BUY", "9900", "100")
    assert money(room.ann.purses["USD"].locked) == 999_900
    assert SPOT in room.exchange.listings


def test_an_account_that_is_worth_too_little_is_closed_at_the_mark_price() -> None:
    room = Room(FREE)
    room.exchange.deposit(room.ann, "USD", units(D(-999_000)), room.now())
    room.limit(room.bob, "SELL", "100", "100", LINEAR)
    room.market(room.ann, "BUY", "100", LINEAR)
    resting = room.limit(room.ann, "BUY", "1", "80", LINEAR)
    room.limit(room.cy, "BUY", "60", "91", LINEAR)
    room.limit(room.cy, "BUY", "60", "85", LINEAR)
    room.exchange.set_price(LINEAR, Gauge.MARK, D(91), room.now())
    assert resting.is_open and room.ann.positions[LINEAR, BOTH].lots
    room.exchange.drain()
    room.exchange.set_price(LINEAR, Gauge.MARK, D(90), room.now())
    assert not resting.is_open and resting.why == "liquidation"
    assert not room.ann.positions[LINEAR, BOTH].lots
    # Nine a contract on sixty and fifteen on forty are more than the thousand that was there.
    assert total(room.ann, "USD") == 0
    assert room.exchange.floor.till["USD"] == units(D(-140))
    told = [
        each for each in room.exchange.drain() if isinstance(each, OrderChange) and each.account is room.ann
    ]
    assert [each.fill.last_px for each in told if each.fill is not None] == [D("91.0"), D("85.0")]


def test_a_rule_leaves_accounts_open() -> None:
    room = Room(msgspec.structs.replace(FREE, liquidates=False))
    room.exchange.deposit(room.ann, "USD", units(D(-999_000)), room.now())
    room.limit(room.bob, "SELL", "100", "100", LINEAR)
    room.market(room.ann, "BUY", "100", LINEAR)
    room.exchange.set_price(LINEAR, Gauge.MARK, D(50), room.now())
    assert room.ann.positions[LINEAR, BOTH].lots


def test_orders_closed_long_ago_are_forgotten_and_open_ones_never() -> None:
    room = Room(Rules(kept_orders=3, unique="ever"))
    dated: dict[str, Any] = {"time_in_force": TimeInForce.GTD, "expire_time": NOW + 10**15}
    stays = room.limit(room.ann, "BUY", "1", "90")
    named = []
    for number in range(1_500):
        named.append(room.limit(room.ann, "BUY", "1", "91", client_order_id=f"c{number}", **dated))
        wish = CancelOrder(instrument_id=SPOT, venue_order_id=named[-1].venue_order_id)
        room.exchange.cancel(room.ann, wish, room.now())
    assert list(room.ann.orders.values()) == [stays, *named[-3:]]
    assert list(room.ann.by_client_id) == ["c1497", "c1498", "c1499"]
    # An id that nobody knows any more may be used again, and closed orders do not wait for their dates.
    again = room.limit(room.ann, "BUY", "1", "91", client_order_id="c0", **dated)
    assert again.is_open and len(room.exchange.floor.expiring) < 1_100
