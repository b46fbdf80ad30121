"""`python -m bench.exchange`: how many orders a second the simulated exchange takes on one core, all events drained."""

import argparse
import time
from decimal import Decimal
from random import Random
from statistics import median

from dragoman.model import (
    AccountType,
    CancelOrder,
    CryptoPerpetual,
    InstrumentId,
    LimitOrder,
    MarketOrder,
    Order,
    OrderSide,
)
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.exchange import Exchange
from dragoman.simulate.exchange.reasons import Refused

LEAST = 5_000
"""Orders a second that the exchange is to take."""
IDENTITY = InstrumentId("OAKUSD-PERP.TEST")
INSTRUMENT = CryptoPerpetual(
    instrument_id=IDENTITY,
    raw_symbol="OAKUSD",
    price_precision=1,
    price_increment=Decimal("0.1"),
    size_precision=3,
    size_increment=Decimal("0.001"),
    base_currency="OAK",
    quote_currency="USD",
    settlement_currency="USD",
)
_NOW = 1_800_000_000_000_000_000


def orders(count: int, seed: int) -> list[Order]:
    """Seven limits in ten around one price, the rest takes what is there."""
    random = Random(seed)
    made: list[Order] = []
    for number in range(count):
        side = OrderSide.BUY if random.random() < 0.5 else OrderSide.SELL
        size = Decimal(random.randrange(1, 2_000)).scaleb(-3)
        name = f"o-{number}"
        if random.random() < 0.7:
            away = random.randrange(-3, 40) * (-1 if side is OrderSide.BUY else 1)
            price = Decimal(500_000 + away).scaleb(-1)
            made.append(
                LimitOrder(
                    instrument_id=IDENTITY,
                    order_side=side,
                    quantity=size,
                    price=price,
                    client_order_id=name,
                )
            )
        else:
            made.append(
                MarketOrder(instrument_id=IDENTITY, order_side=side, quantity=size, client_order_id=name)
            )
    return made


def orders_per_second(count: int, seed: int = 1) -> tuple[float, int]:
    """(orders a second, events that came out); a fifth of the orders that rest is canceled again."""
    exchange = Exchange([INSTRUMENT])
    money = {"USD": Decimal(10**12)}
    accounts = [exchange.add(Account(name, AccountType.MARGIN, money)) for name in ("ann", "bob", "cy")]
    random = Random(seed)
    prepared = orders(count, seed)
    events = 0
    start = time.perf_counter()
    for number, order in enumerate(prepared):
        account = accounts[number % 3]
        try:
            made = exchange.submit(account, order, _NOW + number * 1_000)
            if made.resting and random.random() < 0.2:
                named = CancelOrder(instrument_id=IDENTITY, venue_order_id=made.venue_order_id)
                exchange.cancel(account, named, _NOW + number * 1_000)
        except Refused:
            pass  # what a refusal costs counts too
        events += len(exchange.drain())
    return count / (time.perf_counter() - start), events


def main() -> int:
    """Prints the median of some rounds; 1 where it is less than what the exchange is to take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    results = [orders_per_second(given.orders, seed) for seed in range(given.rounds)]
    speed = median(each for each, _ in results)
    print(
        f"{speed:,.0f} orders a second ({results[0][1]:,} events of {given.orders:,} orders; at least {LEAST:,})"
    )
    return 0 if speed >= LEAST else 1


if __name__ == "__main__":
    raise SystemExit(main())
