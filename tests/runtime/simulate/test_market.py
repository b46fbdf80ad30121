"""The simulated market hangs together, and is the same for the same seed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from dragoman.books import OrderBook
from dragoman.model import CurrencyPair, InstrumentId, OrderBookDeltas, QuoteTick, TradeTick
from dragoman.simulate.bars import bars_of, length_ns
from dragoman.simulate.market import Market

MS = 1_000_000
SECOND = 1_000_000_000
NOW = 1_800_000_000 * SECOND


def pair(name: str, max_price: Decimal | None = None) -> CurrencyPair:
    return CurrencyPair(
        instrument_id=InstrumentId(f"{name}.TEST"),
        raw_symbol=name,
        price_precision=2,
        price_increment=Decimal("0.01"),
        size_precision=1,
        size_increment=Decimal("0.1"),
        quote_currency="USD",
        base_currency=name,
        max_price=max_price,
    )


class Alone:
    """A market with one line."""

    def __init__(self, seed: str) -> None:
        self.market = Market([pair("OAK")], seed, NOW)
        (self.line,) = self.market.lines.values()

    def step(self, now_ns: int) -> list[Any]:
        return self.market.step(now_ns)


def events(seed: int, steps: int = 300) -> list[Any]:
    market = Market([pair("OAK"), pair("ELM")], seed, NOW)
    return [event for step in range(steps) for event in market.step(NOW + step * MS)]


def test_the_same_seed_gives_the_same_events_and_another_gives_others() -> None:
    assert events(7) == events(7)
    assert events(7) != events(8)


def test_an_image_and_the_changes_after_it_are_the_book() -> None:
    alone = Alone("1")
    line = alone.line
    book = OrderBook(line.instrument_id)
    book.apply(line.image(NOW))
    for step in range(500):
        for event in alone.step(NOW + step * MS):
            if isinstance(event, OrderBookDeltas):
                book.apply(event)
    truth = line.image(NOW)
    assert (book.bids(), book.asks()) == (truth.bid_levels, truth.ask_levels)
    assert book.sequence == line.sequence


def test_a_book_is_never_crossed_and_never_thin() -> None:
    alone = Alone("2")
    line = alone.line
    for step in range(2_000):
        alone.step(NOW + step * MS)
        bid, ask = line.best
        assert bid < ask
        assert len(line.bids) >= 25 and len(line.asks) >= 25


def test_quotes_are_the_best_of_the_book_at_their_moment() -> None:
    alone = Alone("3")
    line = alone.line
    for step in range(500):
        for event in alone.step(NOW + step * MS):
            if isinstance(event, QuoteTick):
                image = line.image(NOW, 1)
                assert image.bid_levels == [(event.bid_price, event.bid_size)]
                assert image.ask_levels == [(event.ask_price, event.ask_size)]


def test_update_numbers_follow_each_other_and_trades_are_numbered_one_by_one() -> None:
    alone = Alone("4")
    line = alone.line
    last = line.sequence
    for step in range(200):
        alone.step(NOW + step * MS)
        assert line.previous_sequence == last < line.sequence
        last = line.sequence
    numbers = [int(trade.trade_id) for trade in line.trades]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_bars_hold_every_trade_of_their_time_once() -> None:
    alone = Alone("5")
    line = alone.line
    start = NOW - 3_600 * SECOND
    bars = bars_of(line.trades, "1-MINUTE", "LAST", start, NOW, NOW)
    inside = [trade for trade in line.trades if start <= trade.ts_event < NOW]
    assert sum(bar.volume for bar in bars) == sum(trade.size for trade in inside)
    assert len(bars) == 60
    assert all(bar.low <= bar.open <= bar.high and bar.low <= bar.close <= bar.high for bar in bars)
    assert [bar.ts_event % length_ns("1-MINUTE") for bar in bars] == [60 * SECOND - MS] * 60


def test_a_bar_without_trades_stays_at_the_close_before_it() -> None:
    identity = InstrumentId("OAK.TEST")
    trade = Alone("6").line.trades[-1]
    early = TradeTick(identity, Decimal(5), Decimal(1), trade.aggressor_side, trade.trade_id, 0, 0)
    first, second = bars_of([early], "1-SECOND", "LAST", 0, 2 * SECOND, 10 * SECOND)
    assert [first.volume, second.volume] == [Decimal(1), Decimal(0)]
    assert second.open == second.close == first.close


@pytest.mark.parametrize(
    ("text", "seconds"), [("1-SECOND", 1), ("5-MINUTE", 300), ("1-DAY", 86_400), ("1-WEEK", 604_800)]
)
def test_lengths_of_bars(text: str, seconds: int) -> None:
    assert length_ns(text) == seconds * SECOND


def test_a_market_of_prices_that_end_stays_below_the_end() -> None:
    """What says that its prices end at one is never asked for more, whatever the seed."""
    for seed in range(4):
        market = Market([pair("RAIN", Decimal(1))], seed, NOW)
        (line,) = market.lines.values()
        for step in range(400):
            for event in market.step(NOW + step * MS):
                if isinstance(event, TradeTick):
                    assert 0 < event.price <= 1
                if isinstance(event, QuoteTick):
                    assert 0 <= event.bid_price <= 1 and 0 <= event.ask_price <= 1
        assert all(row.price <= 1 for row in line.image(NOW).deltas if row.price is not None)
