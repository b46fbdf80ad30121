"""History into a catalog: all of it, once, however often the run was ended in the middle."""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from dragoman.errors import NotSupported
from dragoman.model import Bar, OrderBookDeltas, TradeTick

pytest.importorskip("nautilus_trader")

from dragoman.nautilus.backfill import CatalogBusy, backfill
from dragoman.nautilus.errors import InstrumentNotLoaded
from dragoman.nautilus.link import Link
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from nautilus_trader.persistence.catalog.parquet import ParquetDataCatalog

SPOT = "BTCUSDT.BINANCE"
MINUTES = f"{SPOT}-1-MINUTE-LAST-EXTERNAL"
MINUTE = 60_000_000_000


def served(scenario: Callable[[Any, Link, int], Awaitable[None]], delay: float = 0.0) -> None:
    async def main() -> None:
        now_ns = time.time_ns()
        core: Any = SimulatedVenue("binance", seed=1, now_ns=now_ns, products=["spot"])
        respond = core.respond

        def slowly(*said: Any) -> Any:
            time.sleep(delay)
            return respond(*said)

        core.respond = slowly
        async with LoopbackVenue(core, ["spot"]) as server:
            await scenario(server, Link("binance", "mainnet", None, server.urls), now_ns)

    asyncio.run(main())


def written(catalog: Path) -> tuple[list[Any], list[Any]]:
    found = ParquetDataCatalog(str(catalog))
    return found.bars(), found.trade_ticks()


async def all_of(link: Link, kind: type, name: str, start: int, end: int, **more: Any) -> list[Any]:
    adapter = await link.open()
    events = await adapter.request(kind, name, start=start - MINUTE, end=end, **more)
    await link.close()
    return [each for each in events if start <= each.ts_event <= end]


def test_history_is_written_once_and_a_later_run_adds_what_is_new(tmp_path: Path) -> None:
    async def scenario(server: Any, link: Link, now_ns: int) -> None:
        start, middle, end = now_ns - 40 * MINUTE, now_ns - 15 * MINUTE, now_ns - MINUTE
        one = await backfill(link, Bar, MINUTES, start, middle, tmp_path, slice_ns=7 * MINUTE)
        two = await backfill(link, Bar, MINUTES, start, end, tmp_path, slice_ns=7 * MINUTE)
        again = await backfill(link, Bar, MINUTES, start, end, tmp_path)
        assert one.rows and two.rows and not again.rows
        await backfill(link, TradeTick, SPOT, start, end, tmp_path)
        bars, trades = written(tmp_path)
        back = link.converter.from_nautilus
        expected = await all_of(link, Bar, SPOT, start, end, bar_type=MINUTES)
        assert [back(each).ts_event for each in bars] == [e.ts_event for e in expected]
        assert [back(each).close for each in bars] == [each.close for each in expected]
        told = await all_of(link, TradeTick, SPOT, start, end)
        assert [(back(each).trade_id, back(each).price) for each in trades] == [
            (t.trade_id, t.price) for t in told
        ]
        assert all(each.ts_init == each.ts_event for each in [*bars, *trades])
        assert [each.id.value for each in ParquetDataCatalog(str(tmp_path)).instruments()] == [SPOT]

    served(scenario)


def test_a_run_that_is_killed_goes_on_without_a_duplicate_or_a_hole(tmp_path: Path) -> None:
    async def scenario(server: Any, link: Link, now_ns: int) -> None:
        start, end = (now_ns // MINUTE - 40) * MINUTE, (now_ns // MINUTE - 1) * MINUTE
        texts = [
            time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(each // 1_000_000_000)) for each in (start, end)
        ]
        command = [sys.executable, "-c", "from dragoman.cli import main; main()", "backfill"]
        command += ["binance", "TradeTick", SPOT]
        command += ["--from", texts[0], "--to", texts[1], "--catalog", str(tmp_path), "--slice", "60"]
        command += [part for name, url in server.urls["http"].items() for part in ("--url", f"{name}={url}")]
        kills = 0
        for wanted in (3, 10_000):
            run = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
            while run.returncode is None and len(list(tmp_path.glob("data/trade*/*/*.parquet"))) < wanted:
                await asyncio.sleep(0.01)
            if run.returncode is None:
                run.send_signal(signal.SIGKILL)
                kills += 1
            code = await run.wait()
        assert (kills, code) == (1, 0)
        told = await all_of(link, TradeTick, SPOT, start, end)
        ids = [each.trade_id.value for each in written(tmp_path)[1]]
        assert ids == [each.trade_id for each in told]
        assert len(ids) > 20

    served(scenario, delay=0.03)


def test_what_can_t_be_filled_is_said(tmp_path: Path) -> None:
    async def scenario(server: Any, link: Link, now_ns: int) -> None:
        span = (now_ns - MINUTE, now_ns)
        with pytest.raises(InstrumentNotLoaded, match="did you mean BTCUSDT"):
            await backfill(link, TradeTick, "BTCUSDZ.BINANCE", *span, tmp_path)
        with pytest.raises(NotSupported, match="takes no range of time"):
            await backfill(link, OrderBookDeltas, SPOT, *span, tmp_path)
        assert not link.is_open

        def busy(progress: Any) -> None:
            raise RuntimeError("in the middle")

        with pytest.raises(RuntimeError, match="in the middle"):
            await backfill(link, TradeTick, SPOT, *span, tmp_path, told=busy)
        begun, go_on = asyncio.Event(), asyncio.Event()
        adapter = await link.open()
        request = adapter.request

        async def waiting(*said: Any, **more: Any) -> Any:
            begun.set()
            await go_on.wait()
            return await request(*said, **more)

        adapter.request = waiting  # type: ignore[method-assign]
        first = asyncio.create_task(backfill(link, TradeTick, SPOT, now_ns - 30 * MINUTE, now_ns, tmp_path))
        await begun.wait()
        with pytest.raises(CatalogBusy):
            await backfill(link, TradeTick, SPOT, *span, tmp_path)
        go_on.set()
        assert (await first).rows
        await link.close()

    served(scenario)
