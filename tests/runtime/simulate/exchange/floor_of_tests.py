"""A small exchange for tests: a cash pair, a linear, an inverse and a quanto contract, and some accounts."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import Any

from dragoman.model import (
    AccountType,
    CryptoPerpetual,
    CurrencyPair,
    InstrumentId,
    LimitOrder,
    MarketOrder,
    Order,
    OrderSide,
    OrderStatus,
)
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.exchange import Exchange
from dragoman.simulate.exchange.rules import Rules
from dragoman.simulate.exchange.working import Working

D = Decimal
NOW = 1_800_000_000_000_000_000
SPOT, LINEAR, INVERSE, QUANTO = (
    InstrumentId(f"{name}.TEST") for name in ("OAKUSD", "OAKUSD-PERP", "OAKUSD-INV", "ELMUSD-QTO")
)
_STEPS: dict[str, Any] = {"price_precision": 1, "price_increment": D("0.5")}
INSTRUMENTS = (
    CurrencyPair(
        instrument_id=SPOT,
        raw_symbol="OAKUSD",
        size_precision=2,
        size_increment=D("0.01"),
        base_currency="OAK",
        quote_currency="USD",
        **_STEPS,
    ),
    CryptoPerpetual(
        instrument_id=LINEAR,
        raw_symbol="OAKUSD-PERP",
        size_precision=2,
        size_increment=D("0.01"),
        base_currency="OAK",
        quote_currency="USD",
        settlement_currency="USD",
        **_STEPS,
    ),
    CryptoPerpetual(
        instrument_id=INVERSE,
        raw_symbol="OAKUSD-INV",
        base_currency="OAK",
        quote_currency="USD",
        settlement_currency="OAK",
        is_inverse=True,
        multiplier=D(10),
        **_STEPS,
    ),
    CryptoPerpetual(
        instrument_id=QUANTO,
        raw_symbol="ELMUSD-QTO",
        base_currency="ELM",
        quote_currency="USD",
        settlement_currency="OAK",
        multiplier=D("0.000001"),
        **_STEPS,
    ),
)


class Room:
    """An exchange, three accounts, and short ways to trade on it; each action is a millisecond after the one before."""

    def __init__(self, rules: Rules | None = None, **terms: Any) -> None:
        self.exchange = Exchange(INSTRUMENTS, rules)
        money = {"USD": D(1_000_000), "OAK": D(1_000)}
        self.ann, self.bob, self.cy = (
            self.exchange.add(Account(name, AccountType.MARGIN, money, **terms))
            for name in ("ann", "bob", "cy")
        )
        self._times = count(NOW, 1_000_000)

    def now(self) -> int:
        return next(self._times)

    def send(self, account: Account, order: Order, **also: Any) -> Working:
        return self.exchange.submit(account, order, self.now(), **also)

    def limit(
        self, account: Account, side: str, size: str, price: str, on: InstrumentId = SPOT, **terms: Any
    ) -> Working:
        return self.send(account, limit(side, size, price, on, **terms))

    def market(
        self, account: Account, side: str, size: str, on: InstrumentId = SPOT, **terms: Any
    ) -> Working:
        order = MarketOrder(instrument_id=on, order_side=OrderSide(side), quantity=D(size), **terms)
        return self.send(account, order)

    def trades(self, on: InstrumentId = SPOT) -> list[tuple[Decimal, Decimal]]:
        """(price, size) of every trade."""
        return [(trade.price, trade.size) for trade in self.exchange.listings[on].trades]

    def levels(self, on: InstrumentId = SPOT) -> tuple[dict[Decimal, Decimal], dict[Decimal, Decimal]]:
        """What everybody sees of bids and asks."""
        image = self.exchange.listings[on].image(0)
        return dict(image.bid_levels), dict(image.ask_levels)


def limit(side: str, size: str, price: str, on: InstrumentId = SPOT, **terms: Any) -> LimitOrder:
    return LimitOrder(instrument_id=on, order_side=OrderSide(side), quantity=D(size), price=D(price), **terms)


def state(order: Working) -> tuple[OrderStatus, Decimal | int]:
    """(status, quantity filled)."""
    report = order.report(0)
    return report.order_status, report.filled_qty
