"""The exchange that stands behind every simulated venue: orders of the model in, reports and market data out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from heapq import heappop
from typing import Any

from msgspec import structs

from dragoman.model import (
    CancelAllOrders,
    CancelOrder,
    InstrumentId,
    ModifyOrder,
    Order,
    OrderSide,
    OrderStatus,
    QueryOrder,
    TimeInForce,
)
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.amend import amend
from dragoman.simulate.exchange.apart import put_apart
from dragoman.simulate.exchange.contingent import drop_peers
from dragoman.simulate.exchange.entry import admit, check_means, is_conditional
from dragoman.simulate.exchange.floor import Floor
from dragoman.simulate.exchange.happened import Happened
from dragoman.simulate.exchange.liquidation import liquidate
from dragoman.simulate.exchange.listing import Listing
from dragoman.simulate.exchange.loans import NO_LOANS, Loans
from dragoman.simulate.exchange.matching import cancel, work
from dragoman.simulate.exchange.positions import BOTH, Leg
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.rules import Rules, SelfTrade
from dragoman.simulate.exchange.settlement import deliver, fund
from dragoman.simulate.exchange.triggers import Gauge, is_due, limit_after
from dragoman.simulate.exchange.working import Working


class Exchange:
    """No clock and no sockets: every action says what time it is, in UNIX nanoseconds.

    What an action does is read with `drain`. Actions raise Refused, and then nothing has changed.
    """

    def __init__(
        self,
        instruments: Iterable[Any],
        rules: Rules | None = None,
        accounts: Iterable[Account] = (),
        *,
        seed: str = "",
    ) -> None:
        self.floor = Floor(instruments, rules or Rules(), accounts, seed)

    @property
    def rules(self) -> Rules:
        return self.floor.rules

    @property
    def accounts(self) -> dict[str, Account]:
        return self.floor.accounts

    @property
    def listings(self) -> dict[InstrumentId, Listing]:
        return self.floor.listings

    def add(self, account: Account) -> Account:
        """A new account; one account may belong to several exchanges."""
        self.floor.accounts[account.account_id] = account
        return account

    def drain(self, *, accounts: bool = True, public: bool = True) -> list[Happened]:
        """What happened since this was asked last, in order; accounts and the public may have nobody who hears of it."""
        return self.floor.drain(accounts=accounts, public=public)

    # -- orders --------------------------------------------------------------------------------------------------------

    def submit(
        self,
        account: Account,
        order: Order,
        now_ns: int,
        *,
        leg: Leg = BOTH,
        self_trade: SelfTrade | None = None,
        loans: Loans = NO_LOANS,
        closes: bool = False,
    ) -> Working:
        """Takes an order; `leg` says which position of the account it is for, `closes` that it is as large as that at any time."""
        self.advance(now_ns)
        made = admit(self.floor, account, order, leg, self_trade, loans)
        made.closes = closes
        self.floor.register(made)
        if not made.held:
            self._start(made)
        self.settle()
        return made

    def submit_list(self, account: Account, orders: Sequence[Order], now_ns: int) -> list[Working]:
        """Orders that hang together, all of them or none; parents stand before their children."""
        made: list[Working] = []
        try:
            for order in orders:
                made.append(self.submit(account, order, now_ns))
        except Refused:
            self.take_back(made)
            raise
        return made

    def take_back(self, orders: Sequence[Working]) -> None:
        """Another order of the same list was refused: nobody hears or knows of these, unless they traded."""
        for order in orders:
            cancel(self.floor, order)
            if not order.filled:
                self.floor.unsay(order)
        self.settle()

    def modify(self, account: Account, change: ModifyOrder, now_ns: int) -> Working:
        """Changes an open order; its time priority is kept where it only gets smaller."""
        self.advance(now_ns)
        order = self.find(account, change)
        if order is None or not order.is_open:
            raise Refused(Reason.NOT_OPEN, "there is no such open order")
        amend(self.floor, order, change.quantity, change.price, change.trigger_price)
        self.settle()
        return order

    def replace(
        self,
        account: Account,
        wanted: CancelOrder,
        now_ns: int,
        *,
        quantity: Decimal | None,
        price: Decimal | None,
        name: str | None,
    ) -> tuple[Working, Working]:
        """Takes an open limit order off and sends another in its place, with a number of its own: (old, new).

        Raises Refused with NOT_REPLACED where nothing has changed, with HALF_REPLACED where the old order is off and the new one was refused.
        """
        self.advance(now_ns)
        old = self.find(account, wanted)
        if old is None or not old.is_open or old.limit is None:
            raise Refused(Reason.NOT_REPLACED, "there is no such open order")
        terms = {"quantity": quantity, "price": price, "client_order_id": name}
        order = structs.replace(
            old.order, **{k: v for k, v in terms.items() if v is not None or k == "client_order_id"}
        )
        cancel(self.floor, old)
        loans = Loans(old.borrows, old.repays)
        try:
            made = self.submit(account, order, now_ns, leg=old.leg, self_trade=old.self_trade, loans=loans)
        except Refused as refused:
            self.settle()
            raise Refused(Reason.HALF_REPLACED, refused.text) from None
        return old, made

    def cancel(self, account: Account, wanted: CancelOrder, now_ns: int) -> Working:
        """Takes an open order off the market."""
        self.advance(now_ns)
        order = self.find(account, wanted)
        if order is None or not cancel(self.floor, order):
            raise Refused(Reason.NOT_OPEN, "there is no such open order")
        self.settle()
        return order

    def cancel_all(self, account: Account, wanted: CancelAllOrders, now_ns: int) -> list[Working]:
        """Takes every open order of an instrument off the market, of one side where that is said."""
        self.advance(now_ns)
        self.floor.listing(wanted.instrument_id)
        sign = {OrderSide.BUY: 1, OrderSide.SELL: -1}.get(wanted.order_side)
        chosen = [
            order
            for order in account.open.values()
            if order.grid.instrument_id == wanted.instrument_id and sign in (None, order.sign)
        ]
        gone = [order for order in chosen if cancel(self.floor, order)]
        self.settle()
        return gone

    def find(self, account: Account, wanted: ModifyOrder | CancelOrder | QueryOrder) -> Working | None:
        """The order that a command names, open or closed, as long as the account knows it."""
        found = None
        if wanted.venue_order_id is not None:
            found = account.orders.get(wanted.venue_order_id)
        elif wanted.client_order_id is not None:
            found = account.by_client_id.get(wanted.client_order_id)
        if found is None or found.grid.instrument_id != wanted.instrument_id:
            return None
        return found

    # -- time and prices -----------------------------------------------------------------------------------------------

    def advance(self, now_ns: int) -> None:
        """Time passes: orders whose time is over expire."""
        floor = self.floor
        floor.now_ns = now_ns
        while floor.expiring and floor.expiring[0][0] <= floor.now_ns:
            order = heappop(floor.expiring)[2]
            cancel(floor, order, Reason.EXPIRED, OrderStatus.EXPIRED)
        self.settle()

    def set_price(self, instrument_id: InstrumentId, gauge: Gauge, price: Decimal, now_ns: int) -> None:
        """A mark or index price, which triggers may look at; rounded down to a tick."""
        self.advance(now_ns)
        listing = self.floor.listing(instrument_id)
        listing.priced(gauge, int(price // listing.grid.tick))
        self.settle()
        self.call_margin(listing)

    def call_margin(self, listing: Listing) -> None:
        """Liquidates accounts that a price has left with too little for what they hold."""
        if self.rules.liquidates and liquidate(self.floor, listing):
            self.settle()

    def fund(self, instrument_id: InstrumentId, rate: Decimal, now_ns: int) -> None:
        """Longs pay shorts that fraction of their worth at the mark price, else at the last."""
        self.advance(now_ns)
        listing = self.floor.listing(instrument_id)
        ticks = listing.prices.get(Gauge.MARK, listing.prices.get(Gauge.LAST))
        if ticks is not None:
            fund(self.floor, listing, rate, ticks)

    def open_session(self, instrument_id: InstrumentId, now_ns: int) -> None:
        """Trading begins, with the orders that waited for it in the order that they came."""
        self.advance(now_ns)
        listing = self.floor.listing(instrument_id)
        listing.trading = True
        self._run_queue(listing, TimeInForce.AT_THE_OPEN)

    def close_session(self, instrument_id: InstrumentId, now_ns: int) -> None:
        """Trading ends: orders for the close trade a last time, and orders for the day expire."""
        self.advance(now_ns)
        listing = self.floor.listing(instrument_id)
        self._run_queue(listing, TimeInForce.AT_THE_CLOSE)
        listing.trading = False
        for order in list(self.floor.orders()):
            if order.tif is TimeInForce.DAY and order.grid is listing.grid:
                cancel(self.floor, order, Reason.EXPIRED, OrderStatus.EXPIRED)
        self.settle()

    def expire(self, instrument_id: InstrumentId, price: Decimal, now_ns: int) -> None:
        """A dated contract ends at a price: orders are taken off, positions closed."""
        self.advance(now_ns)
        listing = self.floor.listing(instrument_id)
        for order in list(self.floor.orders()):
            if order.grid is listing.grid:
                cancel(self.floor, order, Reason.EXPIRED, OrderStatus.EXPIRED)
        deliver(self.floor, listing, int(price // listing.grid.tick))
        listing.trading = False

    def settle(self) -> None:
        """Lets everything happen that follows: children of filled orders, and triggers that trades have reached."""
        floor = self.floor
        while True:
            while floor.ready:
                order = floor.ready.popleft()
                if order.is_open:
                    self._begin_child(order)
            fired: list[Working] = []
            for listing in floor.listings.values():
                if listing.is_stirred:
                    fired += listing.fired()
            if not fired and not floor.ready:
                return
            for order in fired:
                if order.is_open:
                    self._trigger(order)

    # -- accounts ------------------------------------------------------------------------------------------------------

    def deposit(self, account: Account, currency: str, units: int, now_ns: int) -> None:
        """Money in, in units of 1e-18; out where it is below nought."""
        self.advance(now_ns)
        account.pay(currency, units)
        self.floor.happened.append(self.floor.account_change(account, "transfer"))

    def set_leverage(self, account: Account, instrument_id: InstrumentId, leverage: int, now_ns: int) -> None:
        """The margin of positions from now on is their worth divided by this; orders keep what they hold."""
        self.advance(now_ns)
        listing = self.floor.listing(instrument_id)
        most = getattr(listing.instrument, "max_leverage", None)
        if leverage < 1 or (most is not None and leverage > most):
            raise Refused(Reason.SIZE_RANGE, f"the leverage {leverage} is out of range")
        before = account.leverages.get(instrument_id)
        account.leverages[instrument_id] = leverage
        for position in account.positions.values():
            if position.grid is listing.grid:
                account.tie(position, leverage)
        if account.free(listing.grid.currency) < 0:
            account.leverages[instrument_id] = before or self.rules.leverage
            for position in account.positions.values():
                if position.grid is listing.grid:
                    account.tie(position, before or self.rules.leverage)
            raise Refused(Reason.INSUFFICIENT, "the margin is not enough for that leverage")
        self.floor.happened.append(self.floor.account_change(account, "settings"))

    def set_alone(
        self,
        account: Account,
        instrument_id: InstrumentId | None,
        alone: bool,
        now_ns: int,
        *,
        moves: bool = False,
    ) -> None:
        """Margin of its own for the positions of an instrument, or of all, or that of the account; open ones move along or are refused."""
        self.advance(now_ns)
        put_apart(self.floor, account, instrument_id, alone, moves)

    def set_hedging(self, account: Account, hedging: bool, now_ns: int) -> None:
        """Two positions an instrument, or one; only while there are neither positions nor orders."""
        self.advance(now_ns)
        if any(position.lots for position in account.positions.values()) or account.open:
            raise Refused(Reason.POSITION, "there are open positions or orders")
        account.hedging = hedging

    # -- inside --------------------------------------------------------------------------------------------------------

    def _start(self, order: Working) -> None:
        """A new order begins: it waits for a price or a session, or trades."""
        listing = self.floor.listings[order.grid.instrument_id]
        if order.tif in (TimeInForce.AT_THE_OPEN, TimeInForce.AT_THE_CLOSE):
            listing.queued.append(order)
        elif is_conditional(order.type) and order.triggered_ns is None:
            if is_due(order, listing.prices):
                self._trigger(order)
            else:
                listing.waiting.add(order, listing.prices)
        else:
            work(self.floor, order)

    def _run_queue(self, listing: Listing, tif: TimeInForce) -> None:
        chosen = [order for order in listing.queued if order.tif is tif and order.is_open]
        listing.queued = [order for order in listing.queued if order.tif is not tif and order.is_open]
        for order in chosen:
            work(self.floor, order)
        self.settle()

    def _trigger(self, order: Working) -> None:
        """A conditional order's price was reached: it trades as what it is without its trigger."""
        floor = self.floor
        refused: Refused | None = None
        try:
            self._check_triggered(order)
        except Refused as error:
            refused = error
        if refused is not None and floor.rules.spawns:
            cancel(floor, order, refused.reason, OrderStatus.REJECTED)
            return
        order.triggered_ns = floor.now_ns
        order.status = OrderStatus.TRIGGERED
        order.limit = limit_after(order)
        if floor.rules.spawns:
            floor.place(order)
        drop_peers(floor, order)
        floor.tell(order, "triggered")
        if refused is not None:
            cancel(floor, order, refused.reason)
            return
        order.status = OrderStatus.ACCEPTED
        work(floor, order)
        if order.is_open and not order.filled:
            floor.tell(order, "stands")

    def _check_triggered(self, order: Working) -> None:
        if order.closes:
            order.leaves = order.account.closable(order.grid, order.leg, order.sign)
            if not order.leaves:
                raise Refused(Reason.REDUCE_ONLY, "there is no position that the order would close")
        check_means(self.floor, self.floor.listings[order.grid.instrument_id], order)

    def _begin_child(self, order: Working) -> None:
        try:
            if not is_conditional(order.type):
                self._check_triggered(order)
        except Refused as refused:
            cancel(self.floor, order, refused.reason)
            return
        self._start(order)
