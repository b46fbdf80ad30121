"""Orders for any instrument, priced by its market: away from it, at it, or across it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dragoman.model import (
    LimitIfTouchedOrder,
    LimitOrder,
    MarketIfTouchedOrder,
    MarketOrder,
    Order,
    OrderSide,
    StopLimitOrder,
    StopMarketOrder,
)
from dragoman.simulate.line import Line

from tests.cards.registry import Need
from tests.cards.table import Table

AWAY = 500
"""Ticks from the best price at which nothing is traded while a card lasts."""
ACROSS = 20
Maker = Callable[[Line], Order]
BUY, SELL = OrderSide.BUY, OrderSide.SELL


def sign(side: OrderSide) -> int:
    return 1 if side is BUY else -1


def common(line: Line, side: OrderSide, lots: int, terms: dict[str, Any]) -> dict[str, Any]:
    instrument = line.instrument
    least = instrument.min_quantity or Decimal(0)
    quantity = max(instrument.size_increment * lots, least)
    found = {"instrument_id": instrument.instrument_id, "order_side": side, "quantity": quantity}
    return {**found, **terms}


def price(line: Line, side: OrderSide, ticks: int) -> Decimal:
    """So many ticks worse for the other side than its best price; below nought it crosses."""
    bid, ask = line.best
    return line.price(line.within((bid - ticks) if side is BUY else (ask + ticks)))


def beyond(line: Line, side: OrderSide, ticks: int) -> Decimal:
    """So many ticks above the best ask for a buyer, below the best bid for a seller."""
    bid, ask = line.best
    return line.price(line.within((ask + ticks) if side is BUY else (bid - ticks)))


def market(line: Line, side: OrderSide = BUY, lots: int = 10, **terms: Any) -> Order:
    return MarketOrder(**common(line, side, lots, terms))


def limit(line: Line, side: OrderSide = BUY, away: int = AWAY, lots: int = 10, **terms: Any) -> Order:
    """At rest where `away` is above nought, across the market where it is below."""
    terms = {"price": price(line, side, away), **terms}
    return LimitOrder(**common(line, side, lots, terms))


def stop_market(line: Line, side: OrderSide = BUY, away: int = AWAY, lots: int = 10, **terms: Any) -> Order:
    terms = {"trigger_price": beyond(line, side, away), **terms}
    return StopMarketOrder(**common(line, side, lots, terms))


def stop_limit(line: Line, side: OrderSide = BUY, away: int = AWAY, lots: int = 10, **terms: Any) -> Order:
    limits = {"trigger_price": beyond(line, side, away), "price": beyond(line, side, away + 50)}
    return StopLimitOrder(**common(line, side, lots, {**limits, **terms}))


def touched_market(
    line: Line, side: OrderSide = BUY, away: int = AWAY, lots: int = 10, **terms: Any
) -> Order:
    terms = {"trigger_price": price(line, side, away), **terms}
    return MarketIfTouchedOrder(**common(line, side, lots, terms))


def touched_limit(line: Line, side: OrderSide = BUY, away: int = AWAY, lots: int = 10, **terms: Any) -> Order:
    limits = {"trigger_price": price(line, side, away), "price": price(line, side, away - 50)}
    return LimitIfTouchedOrder(**common(line, side, lots, {**limits, **terms}))


def takes(maker: Maker) -> Need:
    """The venue's decision table takes this order; else the words in which it denies it."""

    def need(table: Table, product: str) -> str:
        return table.refusal(product, "submit_order", order=maker(table.line(product)))

    return need


def margined(table: Table, product: str) -> str:
    """A product with positions, which may be long and short."""
    known = set(table.interface.products[product])
    return "" if known - {"CurrencyPair"} else f"{product} has balances and no positions"
