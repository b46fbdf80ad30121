"""A strategy that tests data: it subscribes to and asks for what its configuration says, and keeps what comes."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import Any

from nautilus_trader.model.data import BarType, DataType
from nautilus_trader.model.enums import BookType
from nautilus_trader.model.identifiers import ClientId, InstrumentId
from nautilus_trader.trading.config import StrategyConfig
from nautilus_trader.trading.strategy import Strategy

GAPS = "gaps"
_AT_INTERVAL = "order_book_at_interval"
_EVERY_MS = 100
# Release 1.221.0 takes the end of this one for another's, and ends the node over it.
_KEPT = "instrument_close"


class DataTesterConfig(StrategyConfig, frozen=True, kw_only=True):
    """What is heard of which instruments.

    subscribes, requests: what there are methods for, by the rest of their names (`trade_ticks`); bars: subscribed to or asked for.
    custom: types of events that a node knows as custom data; params: the venue's own, with every subscription and request, or where there are
    custom types with those alone. past, most: how far back requests for history go, and how much they want at most.
    """

    instrument_ids: tuple[InstrumentId, ...]
    client_id: ClientId
    subscribes: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    bars: BarType | None = None
    custom: tuple[Any, ...] = ()
    asks_custom: tuple[Any, ...] = ()
    past: timedelta = timedelta(hours=1)
    most: int = 0
    params: dict[str, Any] | None = None


class DataTester(Strategy):  # type: ignore[misc]
    """`heard` holds what came by the name of the method that it came to."""

    def __init__(self, config: DataTesterConfig) -> None:
        super().__init__(config)
        self.heard: dict[str, list[Any]] = defaultdict(list)

    def on_start(self) -> None:
        for identity in self.config.instrument_ids:
            for what in self.config.subscribes:
                self._subscribe(what, identity)
            for what in self.config.requests:
                self._request(what, identity)
            for kind in self.config.custom:
                self.subscribe_data(self._custom(kind, identity), self.config.client_id, **self._own())
            for kind in self.config.asks_custom:
                start = self.clock.utc_now() - self.config.past
                self.request_data(
                    self._custom(kind, identity), self.config.client_id, start=start, **self._own()
                )

    def leave(self) -> None:
        """Unsubscribe from everything."""
        for identity in self.config.instrument_ids:
            for what in self.config.subscribes:
                if what == _KEPT:
                    continue
                subject = self.config.bars if what == "bars" else identity
                more = {"interval_ms": _EVERY_MS} if what == _AT_INTERVAL else {}
                getattr(self, f"unsubscribe_{what}")(subject, **more)

    def on_stop(self) -> None:
        self.leave()

    # -- what comes ----------------------------------------------------------------------------------------------------

    def on_instrument(self, instrument: Any) -> None:
        self.heard["instrument"].append(instrument)

    def on_instrument_status(self, status: Any) -> None:
        self.heard["instrument_status"].append(status)

    def on_instrument_close(self, close: Any) -> None:
        self.heard["instrument_close"].append(close)

    def on_order_book(self, book: Any) -> None:
        self.heard["order_book"].append((book.best_bid_price(), book.best_ask_price()))

    def on_order_book_deltas(self, deltas: Any) -> None:
        self.heard["order_book_deltas"].append(deltas)

    def on_order_book_depth(self, depth: Any) -> None:
        self.heard["order_book_depth"].append(depth)

    def on_quote_tick(self, tick: Any) -> None:
        self.heard["quote_tick"].append(tick)

    def on_trade_tick(self, tick: Any) -> None:
        self.heard["trade_tick"].append(tick)

    def on_bar(self, bar: Any) -> None:
        self.heard["bar"].append(bar)

    def on_mark_price(self, price: Any) -> None:
        self.heard["mark_price"].append(price)

    def on_index_price(self, price: Any) -> None:
        self.heard["index_price"].append(price)

    def on_funding_rate(self, rate: Any) -> None:
        self.heard["funding_rate"].append(rate)

    def on_data(self, data: Any) -> None:
        self.heard[GAPS if "StreamGap" in type(data).__name__ else "data"].append(data)

    def on_historical_data(self, data: Any) -> None:
        self.heard["historical"].append(data)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _subscribe(self, what: str, identity: InstrumentId) -> None:
        method = getattr(self, f"subscribe_{what}")
        more = self._more()
        if what.startswith("order_book_d"):
            more["book_type"] = BookType.L2_MBP
        elif what == _AT_INTERVAL:
            more["interval_ms"] = _EVERY_MS
        method(self.config.bars if what == "bars" else identity, client_id=self.config.client_id, **more)

    def _request(self, what: str, identity: InstrumentId) -> None:
        method = getattr(self, f"request_{what}")
        more = self._more()
        subject: Any = identity
        if what in ("bars", "trade_ticks", "quote_ticks"):
            more |= {"start": self.clock.utc_now() - self.config.past, "limit": self.config.most}
        if what == "bars":
            subject = self.config.bars
        elif what == "instruments":
            subject = identity.venue
        elif what == "order_book_snapshot":
            more["limit"] = 10
        method(subject, client_id=self.config.client_id, **more)

    def _custom(self, kind: Any, identity: InstrumentId) -> DataType:
        return DataType(kind, metadata={"instrument_id": identity.value})

    def _more(self) -> dict[str, Any]:
        return {} if self.config.custom else self._own()

    def _own(self) -> dict[str, Any]:
        return {} if self.config.params is None else {"params": {"channel": self.config.params}}
