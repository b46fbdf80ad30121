"""What all parts of the exchange share: listings, accounts, the moment, and what is to be told."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from heapq import heapify, heappush
from itertools import count
from random import Random
from typing import Any

from dragoman.model import FillReport, InstrumentId, OrderStatus
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.happened import AccountChange, Change, Happened, OrderChange
from dragoman.simulate.exchange.listing import Listing
from dragoman.simulate.exchange.loans import give_back
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.rules import Rules
from dragoman.simulate.exchange.working import Working

_FIRST_NUMBER = 1_000_001
_FEW_EXPIRING = 1_024


class Floor:
    """State without behaviour of its own but for closing orders and telling of changes."""

    def __init__(
        self, instruments: Iterable[Any], rules: Rules, accounts: Iterable[Account], seed: str
    ) -> None:
        self.listings: dict[InstrumentId, Listing] = {
            each.instrument_id: Listing(each, Random(f"{seed}:{each.instrument_id}"), rules.ladder)
            for each in instruments
        }
        for listing in self.listings.values():
            listing.grid.uuids = rules.ids == "uuid"
        self.rules = rules
        self.accounts = {account.account_id: account for account in accounts}
        self.till: dict[str, int] = defaultdict(int)
        """Fees that the exchange keeps, and what funding leaves over, by currency in units."""
        self.now_ns = 0
        self.numbers = count(_FIRST_NUMBER)
        self.expiring: list[tuple[int, int, Working]] = []
        self._most_expiring = _FEW_EXPIRING
        self.ready: deque[Working] = deque()
        """Orders that are to work now: children of a filled parent."""
        self.happened: list[Happened] = []
        self._touched: dict[Account, None] = {}

    def clear(self, now_ns: int) -> None:
        """Every order of those who are told is off the market and every account but the boundless ones is gone."""
        for order in list(self.orders()):
            self.withdraw(order, "")
        self.accounts = {name: each for name, each in self.accounts.items() if each.boundless}
        for left in (self.till, self.expiring, self.ready, self.happened, self._touched):
            left.clear()
        self.now_ns = now_ns
        self.numbers = count(_FIRST_NUMBER)

    def listing(self, instrument_id: InstrumentId) -> Listing:
        """Raises Refused for an instrument that isn't traded here."""
        found = self.listings.get(instrument_id)
        if found is None:
            raise Refused(Reason.UNKNOWN_INSTRUMENT, f"no such instrument: {instrument_id}")
        return found

    # -- orders --------------------------------------------------------------------------------------------------------

    def register(self, order: Working) -> None:
        """The order is the account's from now on."""
        account = order.account
        account.open[order.number] = order
        if not account.boundless:
            account.orders[order.venue_order_id] = order
        if order.order.client_order_id is not None:
            account.by_client_id[order.order.client_order_id] = order
        order.accepted_ns = self.now_ns
        if order.expires_ns is not None:
            self._expires(order, order.expires_ns)
        self.tell(order, "accepted")

    def place(self, order: Working) -> None:
        """From now on the order is known by another id, too."""
        order.placed = next(self.numbers)
        order.account.orders[order.venue_order_id] = order

    def tell(self, order: Working, change: Change, fill: FillReport | None = None) -> None:
        """The owner is told; one without bounds listens to nobody."""
        order.last_ns = self.now_ns
        if not order.account.boundless and not order.is_untold:
            self.happened.append(OrderChange(order, change, self.now_ns, fill))
            self._touched[order.account] = None

    def finish(self, order: Working) -> None:
        """Gives back what a closed order held and takes it off the account."""
        account = order.account
        if account.open.pop(order.number, None) is not None and not account.boundless:
            account.closed.append(order)
            if len(account.closed) > self.rules.kept_orders:
                _forget(account, account.closed.popleft())
        if order.lock:
            account.hold(order, self.locked_in(order), 0)
        if order.loan and order.status is not OrderStatus.FILLED:
            give_back(order)

    def unsay(self, order: Working) -> None:
        """Nothing is told of a closed order, and nobody knows it."""
        told = self.happened
        self.happened = [
            each for each in told if not isinstance(each, OrderChange) or each.order is not order
        ]
        account = order.account
        account.closed = deque(each for each in account.closed if each is not order)
        _forget(account, order)

    def _expires(self, order: Working, expires_ns: int) -> None:
        """The order ends at a moment; orders that were closed before theirs are dropped where they become the most."""
        heappush(self.expiring, (expires_ns, order.number, order))
        if len(self.expiring) >= self._most_expiring:
            self.expiring = [each for each in self.expiring if each[2].is_open]
            heapify(self.expiring)
            self._most_expiring = max(_FEW_EXPIRING, 2 * len(self.expiring))

    def settled(self, order: Working) -> None:
        """The last fill that was told has filled its order, which showed only when nothing more could be bought."""
        for index in range(len(self.happened) - 1, -1, -1):
            told = self.happened[index]
            if isinstance(told, OrderChange) and told.order is order:
                self.happened[index] = OrderChange(order, told.change, self.now_ns, told.fill)
                return

    def withdraw(self, order: Working, why: str, status: OrderStatus = OrderStatus.CANCELED) -> bool:
        """Takes an open order off the market without a fill; False where it was closed before."""
        if not order.is_open:
            return False
        listing = self.listings[order.grid.instrument_id]
        if order.resting:
            listing.book.side(order.sign).remove(order)
        if order.waiting:
            listing.waiting.remove(order)
        order.held = False
        order.status = status
        order.why = why
        self.finish(order)
        self.tell(order, "expired" if status is OrderStatus.EXPIRED else "canceled")
        return True

    @staticmethod
    def locked_in(order: Working) -> str:
        """The currency that an order holds back."""
        return order.account.needed(order, 0, 1, 1)[0]

    def leverage(self, order: Working) -> int:
        return order.account.leverages.get(order.grid.instrument_id, self.rules.leverage)

    # -- telling -------------------------------------------------------------------------------------------------------

    def touched(self, account: Account) -> None:
        """Something of the account has changed that an order doesn't tell."""
        self._touched[account] = None

    def drain(self, *, accounts: bool = True, public: bool = True) -> list[Happened]:
        """What happened since this was asked last: changes of orders, then of accounts, then what the public sees.

        Changes of accounts and what the public sees are passed over where nobody is there to hear of them.
        """
        found, self.happened = self.happened, []
        touched, self._touched = self._touched, {}
        for account in touched:
            if not accounts:
                account.touched, account.moved = {}, {}
            elif account.touched or account.moved:
                found.append(self.account_change(account))
        for listing in self.listings.values():
            if public:
                found += listing.news(self.now_ns)
            else:
                listing.hush()
        return found

    def account_change(self, account: Account, cause: Any = "order") -> AccountChange:
        """What is new of an account, which is told by this."""
        currencies, account.touched = account.touched, {}
        moved, account.moved = account.moved, {}
        state = account.state(self.now_ns, currencies) if currencies else None
        reports = tuple(each.report(account.account_id, self.now_ns) for each in moved)
        return AccountChange(account, state, reports, cause)

    def orders(self) -> Iterator[Working]:
        """Every open order of every account that is told."""
        for account in self.accounts.values():
            yield from account.open.values()


def _forget(account: Account, order: Working) -> None:
    """Nobody knows the order any more."""
    for number in (order.first_id, order.venue_order_id):
        account.orders.pop(number, None)
    identity = order.order.client_order_id
    if identity is not None and account.by_client_id.get(identity) is order:
        del account.by_client_id[identity]
