"""The recorder of the examples, run as a person runs it, against the simulated venue."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("nautilus_trader")

from dragoman.model import StreamGap
from dragoman.nautilus import custom_type
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from nautilus_trader.persistence.catalog.parquet import ParquetDataCatalog

from tests.house.tree import ROOT

SPOT = "BTCUSDT.BINANCE"


def test_what_a_venue_sends_is_in_the_catalog_once_it_ends(tmp_path: Path) -> None:
    async def main() -> None:
        core = SimulatedVenue("binance", seed=1, now_ns=time.time_ns(), products=["spot"])
        async with LoopbackVenue(core, ["spot"]) as server:
            pump = asyncio.create_task(server.run(4_000_000))
            command = [sys.executable, str(ROOT / "examples" / "nautilus" / "record.py"), "BINANCE", SPOT]
            command += ["--catalog", str(tmp_path), "--every", "1", "--seconds", "4"]
            command += ["--urls", json.dumps(server.urls)]
            run = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
            while not server.connections:
                assert run.returncode is None
                await asyncio.sleep(0.05)
            await asyncio.sleep(1.5)
            server.force_disconnect()
            said, _ = await run.communicate()
            pump.cancel()
            assert run.returncode == 0, said.decode()

    asyncio.run(asyncio.wait_for(main(), 90))
    catalog = ParquetDataCatalog(str(tmp_path))
    trades, quotes, gaps = catalog.trade_ticks(), catalog.quote_ticks(), catalog.query(custom_type(StreamGap))
    assert len(trades) > 50
    assert len(quotes) > 50
    assert len({each.trade_id.value for each in trades}) == len(trades)
    assert gaps
    books = catalog.order_book_deltas(batched=True)
    assert books[0].is_snapshot
    assert len(books) > 20
    (instrument,) = catalog.instruments()
    assert trades[0].price.precision == instrument.price_precision
    assert len(list(tmp_path.rglob("trade_tick/*/*.parquet"))) > 1
