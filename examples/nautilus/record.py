"""Records market data of any generated venue into a Parquet catalog of NautilusTrader's, until it is stopped.

python examples/nautilus/record.py BINANCE BTCUSDT.BINANCE BTCUSDT-PERP.BINANCE --catalog ./catalog
"""

from __future__ import annotations

import argparse
import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from dragoman.model import StreamGap
from dragoman.nautilus import (
    DragomanDataClientConfig,
    DragomanInstrumentProviderConfig,
    DragomanLiveDataClientFactory,
    custom_type,
)
from dragoman.nautilus.catalog import put
from nautilus_trader.common.actor import Actor
from nautilus_trader.common.config import ActorConfig, LoggingConfig
from nautilus_trader.live.config import LiveExecEngineConfig, TradingNodeConfig
from nautilus_trader.live.node import TradingNode
from nautilus_trader.model.data import DataType
from nautilus_trader.model.identifiers import InstrumentId
from nautilus_trader.persistence.catalog.parquet import ParquetDataCatalog

# What was received so long ago has passed through the node.
_IN_FLIGHT_NS = 1_000_000_000


class RecorderConfig(ActorConfig, frozen=True, kw_only=True):
    """instrument_ids: what to record; every: seconds of data in one file; seconds: when to end, 0 for never."""

    instrument_ids: tuple[InstrumentId, ...]
    catalog: str
    every: int = 60
    seconds: int = 0


class Recorder(Actor):  # type: ignore[misc]
    """Trades, quotes, book changes and holes, each file complete or not there."""

    def __init__(self, config: RecorderConfig) -> None:
        super().__init__(config)
        self._catalog = Path(config.catalog)
        self._waiting: list[Any] = []
        self._begin_ns = 0
        self.written = 0

    def on_start(self) -> None:
        self._begin_ns = self.clock.timestamp_ns()
        known = ParquetDataCatalog(str(self._catalog))
        for each in self.config.instrument_ids:
            instrument = self.cache.instrument(each)
            if instrument is None:
                self.log.error(f"the venue does not list {each}; it is not recorded")
                continue
            if not known.instruments(instrument_ids=[each.value]):
                self._put([instrument], instrument.ts_init, instrument.ts_init)
            self.subscribe_trade_ticks(each)
            self.subscribe_quote_ticks(each)
            self.subscribe_order_book_deltas(each)
        self.subscribe_data(DataType(custom_type(StreamGap)))
        # Timers ring in a thread of their own; all else happens in the loop.
        call = asyncio.get_running_loop().call_soon_threadsafe
        every = timedelta(seconds=self.config.every)
        self.clock.set_timer("file", every, callback=lambda _: call(self._file, _IN_FLIGHT_NS))
        if self.config.seconds:
            end = self.clock.utc_now() + timedelta(seconds=self.config.seconds)
            why = "recorded long enough"
            self.clock.set_time_alert("end", end, lambda _: call(self.shutdown_system, why))

    def on_stop(self) -> None:
        self._file(-_IN_FLIGHT_NS)
        self.log.info(f"{self.written} events recorded in {self._catalog}")

    def on_trade_tick(self, tick: Any) -> None:
        self._waiting.append(tick)

    def on_quote_tick(self, tick: Any) -> None:
        self._waiting.append(tick)

    def on_order_book_deltas(self, deltas: Any) -> None:
        self._waiting.append(deltas)

    def on_data(self, data: Any) -> None:
        self._waiting.append(data)

    def _file(self, behind_ns: int) -> None:
        """Write what was received up to a moment, so that files follow one another without overlap."""
        cut = self.clock.timestamp_ns() - behind_ns
        ready = [each for each in self._waiting if self._begin_ns <= each.ts_init < cut]
        late = sum(each.ts_init < self._begin_ns for each in self._waiting)
        self._waiting = [each for each in self._waiting if each.ts_init >= cut]
        if late:
            self.log.warning(f"{late} events came after the file that they belong to was written")
        if ready:
            self._put(ready, self._begin_ns, cut - 1)
            self.written += len(ready)
        self._begin_ns = max(self._begin_ns, cut)

    def _put(self, objects: list[Any], first_ns: int, last_ns: int) -> None:
        put(self._catalog, self._catalog / ".recording", objects, first_ns, last_ns)


def main() -> None:
    parser = argparse.ArgumentParser(description="Record market data into a Parquet catalog.")
    parser.add_argument("venue", help="a generated venue, such as BINANCE")
    parser.add_argument("instruments", nargs="+", help="instrument ids")
    parser.add_argument("--catalog", default="catalog", help="folder of the catalog")
    parser.add_argument("--environment", default="mainnet")
    parser.add_argument("--every", type=int, default=60, help="seconds of data in one file")
    parser.add_argument("--seconds", type=int, default=0, help="end after so long; 0 for never")
    parser.add_argument("--urls", help="JSON with other addresses, as an adapter takes them")
    said = parser.parse_args()

    ids = tuple(InstrumentId.from_str(each) for each in said.instruments)
    client = DragomanDataClientConfig(
        venue=said.venue,
        environment=said.environment,
        urls=json.loads(said.urls) if said.urls else None,
        instrument_provider=DragomanInstrumentProviderConfig(load_ids=frozenset(ids)),
    )
    node = TradingNode(
        TradingNodeConfig(
            trader_id="RECORDER-001",
            logging=LoggingConfig(log_level="INFO"),
            exec_engine=LiveExecEngineConfig(reconciliation=False),
            data_clients={said.venue: client},
            timeout_post_stop=0.5,
        )
    )
    node.add_data_client_factory(said.venue, DragomanLiveDataClientFactory)
    config = RecorderConfig(instrument_ids=ids, catalog=said.catalog, every=said.every, seconds=said.seconds)
    node.trader.add_actor(Recorder(config))
    node.build()
    try:
        node.run()
    finally:
        node.dispose()


if __name__ == "__main__":
    main()
