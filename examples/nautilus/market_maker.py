"""Quotes both sides of one instrument on any generated venue that trades, and takes every order back when it stops.

python examples/nautilus/market_maker.py BYBIT BTCUSDT-LINEAR.BYBIT --size 0.001 --environment testnet

It shows how a strategy trades through Dragoman; it is no way to earn money.
"""

from __future__ import annotations

import argparse
import json
from decimal import Decimal
from typing import Any

from dragoman.model import StreamGap
from dragoman.nautilus import (
    DragomanDataClientConfig,
    DragomanExecClientConfig,
    DragomanInstrumentProviderConfig,
    DragomanLiveDataClientFactory,
    DragomanLiveExecClientFactory,
    custom_type,
)
from nautilus_trader.common.config import LoggingConfig
from nautilus_trader.live.config import TradingNodeConfig
from nautilus_trader.live.node import TradingNode
from nautilus_trader.model.data import DataType
from nautilus_trader.model.enums import OrderSide
from nautilus_trader.model.identifiers import InstrumentId
from nautilus_trader.trading.config import StrategyConfig
from nautilus_trader.trading.strategy import Strategy

_PAUSE_NS = 1_000_000_000


class MarketMakerConfig(StrategyConfig, frozen=True, kw_only=True):
    """size: of each quote; ticks: from the middle to each quote; most: the largest position, in quotes; post_only: never take."""

    instrument_id: InstrumentId
    size: Decimal
    ticks: int = 5
    most: int = 3
    post_only: bool = True


class MarketMaker(Strategy):  # type: ignore[misc]
    """One quote a side, moved when the market has gone away from it."""

    def __init__(self, config: MarketMakerConfig) -> None:
        super().__init__(config)
        self._instrument: Any = None
        self._tick = Decimal(0)
        self._orders: dict[Any, Any] = {OrderSide.BUY: None, OrderSide.SELL: None}
        self._is_blind = False
        self._quiet_until_ns = 0

    def on_start(self) -> None:
        self._instrument = self.cache.instrument(self.config.instrument_id)
        if self._instrument is None:
            self.log.error(f"the venue does not list {self.config.instrument_id}")
            self.shutdown_system("nothing to quote")
            return
        self._tick = self._instrument.price_increment.as_decimal()
        for order in self.cache.orders_open(strategy_id=self.id, instrument_id=self._instrument.id):
            self._orders[order.side] = order  # of an earlier run
        self.subscribe_quote_ticks(self._instrument.id)
        self.subscribe_data(DataType(custom_type(StreamGap)))

    def on_stop(self) -> None:
        self.cancel_all_orders(self.config.instrument_id)
        self.unsubscribe_quote_ticks(self.config.instrument_id)

    def on_data(self, data: Any) -> None:
        # What happened in a hole is found out; until the next quote there is no price to trust.
        self.log.warning(f"hole in {data.stream}: {data.reason}")
        self._is_blind = True
        self.cancel_all_orders(self.config.instrument_id)

    def on_order_rejected(self, event: Any) -> None:
        self._pause()

    def on_order_denied(self, event: Any) -> None:
        self._pause()

    def _pause(self) -> None:
        # What was refused a moment ago would be refused again.
        self._quiet_until_ns = self.clock.timestamp_ns() + _PAUSE_NS

    def on_quote_tick(self, tick: Any) -> None:
        self._is_blind = False
        middle = (tick.bid_price.as_decimal() + tick.ask_price.as_decimal()) / 2
        away = self.config.ticks * self._tick
        self._quote(OrderSide.BUY, middle - away)
        self._quote(OrderSide.SELL, middle + away)

    def _quote(self, side: Any, price: Decimal) -> None:
        """Stand at a price, or move there where the quote is more than half the distance off."""
        order = self._orders[side]
        wanted = self._instrument.make_price(price)
        if order is not None and not order.is_closed:
            far = abs(order.price.as_decimal() - price) * 2 > self.config.ticks * self._tick
            if far and order.is_open and not order.is_pending_update and not order.is_pending_cancel:
                self.cancel_order(order)
            return
        if self._is_full(side) or self._is_blind or self.clock.timestamp_ns() < self._quiet_until_ns:
            return
        size = self._instrument.make_qty(self.config.size)
        order = self.order_factory.limit(
            self._instrument.id, side, size, wanted, post_only=self.config.post_only
        )
        self._orders[side] = order
        self.submit_order(order)

    def _is_full(self, side: Any) -> bool:
        held = self.portfolio.net_position(self._instrument.id)
        most = self.config.most * self.config.size
        return bool(held >= most if side == OrderSide.BUY else held <= -most)


def node_for(
    venue: str,
    config: MarketMakerConfig,
    *,
    environment: str = "mainnet",
    urls: Any = None,
    credentials: dict[str, str] | None = None,
    products: tuple[str, ...] = (),
    loop: Any = None,
    **more: Any,
) -> TradingNode:
    """A node that is built and ready to run."""
    said: dict[str, Any] = {
        "venue": venue,
        "environment": environment,
        "urls": urls,
        "credentials": credentials,
        "instrument_provider": DragomanInstrumentProviderConfig(load_ids=frozenset({config.instrument_id})),
    }
    options: dict[str, Any] = {"logging": LoggingConfig(log_level="INFO"), **more}
    node = TradingNode(
        TradingNodeConfig(
            trader_id="MAKER-001",
            data_clients={venue: DragomanDataClientConfig(**said)},
            exec_clients={venue: DragomanExecClientConfig(**said, products=products)},
            **options,
        ),
        loop=loop,
    )
    node.add_data_client_factory(venue, DragomanLiveDataClientFactory)
    node.add_exec_client_factory(venue, DragomanLiveExecClientFactory)
    node.trader.add_strategy(MarketMaker(config))
    node.build()
    return node


def main() -> None:
    parser = argparse.ArgumentParser(description="Quote both sides of an instrument.")
    parser.add_argument("venue", help="a generated venue that trades, such as BYBIT")
    parser.add_argument("instrument", help="instrument id")
    parser.add_argument("--size", type=Decimal, required=True, help="of each quote")
    parser.add_argument("--ticks", type=int, default=5, help="from the middle to each quote")
    parser.add_argument("--most", type=int, default=3, help="largest position, in quotes")
    parser.add_argument("--product", action="append", default=[], help="the only product to listen to")
    parser.add_argument("--environment", default="testnet")
    parser.add_argument("--urls", help="JSON with other addresses, as an adapter takes them")
    said = parser.parse_args()
    identity = InstrumentId.from_str(said.instrument)
    config = MarketMakerConfig(
        instrument_id=identity,
        size=said.size,
        ticks=said.ticks,
        most=said.most,
        external_order_claims=[identity],
    )
    urls = json.loads(said.urls) if said.urls else None
    node = node_for(said.venue, config, environment=said.environment, urls=urls, products=tuple(said.product))
    try:
        node.run()
    finally:
        node.dispose()


if __name__ == "__main__":
    main()
