"""What holds after every action, whatever is sent: nothing is lost, no book is crossed, nobody is served out of turn."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

from dragoman.model import (
    CancelOrder,
    InstrumentId,
    LimitOrder,
    MarketOrder,
    ModifyOrder,
    OrderSide,
    StopMarketOrder,
    TimeInForce,
)
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.happened import OrderChange
from dragoman.simulate.exchange.reasons import Refused
from dragoman.simulate.exchange.rules import Rules, SelfTrade
from dragoman.simulate.exchange.working import Working
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.runtime.simulate.exchange.floor_of_tests import INVERSE, LINEAR, QUANTO, SPOT, Room

INSTRUMENTS = st.sampled_from([SPOT, LINEAR, INVERSE, QUANTO])
ACTIONS = st.lists(
    st.fixed_dictionaries(
        {
            "what": st.sampled_from(["limit"] * 8 + ["market", "stop", "cancel", "modify", "fund"]),
            "who": st.integers(0, 2),
            "buys": st.booleans(),
            "lots": st.integers(1, 30),
            "ticks": st.integers(195, 205),
            "tif": st.sampled_from([TimeInForce.GTC] * 3 + [TimeInForce.IOC, TimeInForce.FOK]),
            "post_only": st.booleans(),
            "reduce_only": st.sampled_from([False, False, True]),
            "shown": st.none() | st.integers(0, 5),
            "which": st.integers(0, 1000),
        }
    ),
    min_size=1,
    max_size=40,
)


class Watched:
    """A room, with what was deposited and every fill that was told."""

    def __init__(self, on: InstrumentId, mode: SelfTrade) -> None:
        self.room = Room(Rules(self_trade=mode))
        self.on = on
        self.accounts = [self.room.ann, self.room.bob, self.room.cy]
        self.paid_in = self.totals()
        self.orders: list[Working] = []
        self.fills: dict[str, Decimal] = defaultdict(Decimal)

    def totals(self) -> dict[str, int]:
        """All money there is, in units, by currency: balances, the till, and what open positions were paid."""
        found: dict[str, int] = defaultdict(int)
        for account in self.accounts:
            for currency, purse in account.purses.items():
                found[currency] += purse.total
            for position in account.positions.values():
                found[position.grid.currency] -= position.cost
        for currency, units in self.room.exchange.floor.till.items():
            found[currency] += units
        return dict(found)

    def act(self, action: dict[str, Any]) -> None:
        account = self.accounts[action["who"]]
        try:
            self._act(account, action)
        except Refused:
            return

    def _act(self, account: Account, action: dict[str, Any]) -> None:
        room, grid = self.room, self.room.exchange.listings[self.on].grid
        terms: dict[str, Any] = {
            "instrument_id": self.on,
            "order_side": OrderSide.BUY if action["buys"] else OrderSide.SELL,
            "quantity": grid.size(action["lots"]),
            "reduce_only": action["reduce_only"],
        }
        price = grid.price(action["ticks"])
        before = {p: p.lots for p in account.positions.values()}
        match action["what"]:
            case "limit":
                post_only = action["post_only"] and action["tif"] is TimeInForce.GTC
                shown = action["shown"]
                display = None if shown is None else grid.size(min(shown, action["lots"]))
                made: Any = LimitOrder(
                    price=price,
                    time_in_force=action["tif"],
                    post_only=post_only,
                    display_qty=display,
                    **terms,
                )
            case "market":
                made = MarketOrder(**terms)
            case "stop":
                made = StopMarketOrder(trigger_price=price, **terms)
            case "fund":
                room.exchange.fund(self.on, Decimal(action["lots"]).scaleb(-4), room.now())
                return
            case _:
                mine = list(account.open.values())
                if mine:
                    self._change(account, mine[action["which"] % len(mine)], action, grid)
                return
        order = room.send(account, made)
        self.orders.append(order)
        if order.reduce_only:
            for position, lots in before.items():
                assert position.lots * lots >= 0 and abs(position.lots) <= abs(
                    lots
                ), "a reducing order grew it"

    def _change(self, account: Account, order: Working, action: dict[str, Any], grid: Any) -> None:
        named: dict[str, Any] = {"instrument_id": self.on, "venue_order_id": order.venue_order_id}
        if action["what"] == "cancel":
            self.room.exchange.cancel(account, CancelOrder(**named), self.room.now())
            return
        price = grid.price(action["ticks"]) if order.limit is not None else None
        wanted = ModifyOrder(quantity=grid.size(action["lots"]), price=price, **named)
        self.room.exchange.modify(account, wanted, self.room.now())

    def check(self) -> None:
        exchange, book = self.room.exchange, self.room.exchange.listings[self.on].book
        for each in exchange.drain():
            if isinstance(each, OrderChange) and each.fill is not None:
                self.fills[each.report.venue_order_id] += each.fill.last_qty
                order = each.account.orders[each.report.venue_order_id]
                limit = each.report.price
                if limit is not None:
                    assert (each.fill.last_px - limit) * order.sign <= 0, "a fill beyond the limit"
        assert self.totals() == self.paid_in, "money was made or lost"
        bid, ask = book.bids.best, book.asks.best
        assert bid is None or ask is None or bid < ask, "the book is crossed"
        for side in (book.bids, book.asks):
            shown: dict[int, int] = defaultdict(int)
            for order in side.orders():
                assert order.is_open and order.leaves > 0 and order.limit is not None
                shown[order.limit] += order.shown
            assert {ticks: lots for ticks, lots in shown.items() if lots} == side.sizes
        for account in self.accounts:
            for currency, purse in account.purses.items():
                locks = sum(o.lock for o in account.open.values() if exchange.floor.locked_in(o) == currency)
                margins = sum(p.margin for p in account.positions.values() if p.grid.currency == currency)
                assert purse.locked == locks + margins, "what is held is not what orders and positions need"
                if self.on == SPOT:
                    assert purse.free >= 0, "more was spent than there is"
        for order in self.orders:
            told = self.fills.get(order.venue_order_id, Decimal(0))
            assert told == order.grid.size(order.filled), "a fill was lost or told twice"
        lots = sum(p.lots for account in self.accounts for p in account.positions.values())
        assert lots == 0, "positions don't add up"


@settings(max_examples=120, deadline=None)
@given(on=INSTRUMENTS, mode=st.sampled_from(list(SelfTrade)), actions=ACTIONS)
def test_nothing_is_lost_and_no_book_is_crossed(
    on: InstrumentId, mode: SelfTrade, actions: list[dict[str, Any]]
) -> None:
    watched = Watched(on, mode)
    for action in actions:
        watched.act(action)
        watched.check()


@settings(max_examples=60, deadline=None)
@given(
    makers=st.lists(
        st.tuples(st.integers(0, 1), st.integers(200, 204), st.integers(1, 9)), min_size=1, max_size=20
    ),
    wanted=st.integers(1, 120),
)
def test_a_taker_is_filled_by_price_and_then_by_arrival(
    makers: list[tuple[int, int, int]], wanted: int
) -> None:
    room = Room()
    grid = room.exchange.listings[SPOT].grid
    placed = [
        room.limit((room.ann, room.bob)[who], "SELL", f"{grid.size(lots):f}", f"{grid.price(ticks):f}")
        for who, ticks, lots in makers
    ]
    room.limit(room.cy, "BUY", f"{grid.size(wanted):f}", f"{grid.price(202):f}")
    left = wanted
    for order in sorted(placed, key=lambda each: (each.limit, each.number)):
        assert order.limit is not None
        expected = min(left, order.quantity) if order.limit <= 202 else 0
        assert order.filled == expected
        left -= expected


@settings(max_examples=30, deadline=None)
@given(on=INSTRUMENTS, actions=ACTIONS)
def test_the_same_actions_give_the_same_events(on: InstrumentId, actions: list[dict[str, Any]]) -> None:
    def told() -> list[Any]:
        watched = Watched(on, SelfTrade.CANCEL_OLDEST)
        found: list[Any] = []
        for action in actions:
            watched.act(action)
            for each in watched.room.exchange.drain():
                found.append(
                    each if not hasattr(each, "account") else (each.account.account_id, *_rest(each))
                )
        return found

    assert told() == told()


def _rest(change: Any) -> list[Any]:
    names = ("change", "report", "fill", "state", "positions", "cause")
    return [getattr(change, name, None) for name in names]
