"""`python -m bench.nodes`: nodes of NautilusTrader with this project's clients and with its own, on the same simulated venue.

Measured in each: events a second delivered to a strategy while frames that were made beforehand are sent as fast as they are taken, processor time
an event, the time from the submission of an order to its acceptance by each way that a client sends orders, and memory.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from typing import Any

from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from rich.console import Console
from rich.table import Table

from bench.frames import ROOT
from bench.node_fill import fill

PRODUCTS = {"BINANCE": "usdm", "BYBIT": "linear", "OKX": "swap", "BITMEX": "perpetual"}
WITH = {"BINANCE": "Python", "BYBIT": "Python", "OKX": "pyo3", "BITMEX": "pyo3"}
"""What the other side's clients are written in."""
AIM = {"Python": 3.0, "pyo3": 1.0}
WAYS = {
    "ours": {"BINANCE": "http ws", "BYBIT": "http ws", "OKX": "http ws", "BITMEX": "http"},
    "theirs": {"BINANCE": "http", "BYBIT": "http ws", "OKX": "ws", "BITMEX": "http"},
}
"""By what each side's clients send orders."""
_STEP_S = 0.02
_IS_LOGGED = "BENCH_LOG" in os.environ
_PATIENCE_S = 40.0
_BREATH = 50
_AWAY = 2_000
_PACES = {"BITMEX": (20, 0.4), "BYBIT": (100, 0.15), "OKX": (100, 0.1)}
"""What a venue bears of orders that come one after another: at most so many, so many seconds between two."""


class Side:
    """A node in a process of its own, spoken to line by line."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    async def ask(self, line: str) -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        await self.process.stdin.drain()
        return await self.answer()

    async def answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        async with asyncio.timeout(_PATIENCE_S):
            while line := await self.process.stdout.readline():
                if line.startswith(b"{"):
                    said: dict[str, Any] = json.loads(line)
                    return said
                if _IS_LOGGED:
                    sys.stderr.buffer.write(line)
        raise RuntimeError(f"the node ended with status {await self.process.wait()}")


class Stage:
    """The venue of one comparison; its market moves while `moving` is set."""

    def __init__(self, venue: str) -> None:
        self.venue, self.product = venue, PRODUCTS[venue]
        self.core = SimulatedVenue(
            venue.lower(), seed=5, now_ns=time.time_ns(), products=[self.product], partial=True
        )
        fill(self.core)
        self.server = LoopbackVenue(self.core, (self.product,))
        self.moving = True
        self.taken: list[float] = []
        """Seconds that the venue took for each request."""
        core: Any = self.core
        core.respond, core.receive = self._timed(core.respond), self._timed(core.receive)

    def _timed(self, inner: Callable[..., Any]) -> Any:
        def timed(*said: Any) -> Any:
            began = time.perf_counter()
            found = inner(*said)
            self.taken.append(time.perf_counter() - began)
            return found

        return timed

    async def move(self) -> None:
        while True:
            if self.moving:
                await self.server.publish()
            await asyncio.sleep(_STEP_S)

    @property
    def line(self) -> Any:
        return next(iter(self.core.markets[self.product].lines.values()))

    @asynccontextmanager
    async def side(self, who: str, interpreter: Path, over: str) -> AsyncIterator[Side]:
        """A node that hears the market."""
        settings = {
            "identity": str(self.line.instrument_id),
            "product": self.product,
            "hosts": self.server.hosts,
            "urls": self.server.urls,
            "trades": True,
            "trades_orders": bool(over),
            "over": over,
            "credentials": dict(self.core.trading.keyring.keys[0].credentials),
        }
        process = await asyncio.create_subprocess_exec(
            str(interpreter),
            "-m",
            "bench.node_side",
            who,
            self.venue,
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=None if _IS_LOGGED else asyncio.subprocess.DEVNULL,
        )
        assert process.stdin is not None
        process.stdin.write(json.dumps(settings).encode() + b"\n")
        try:
            yield Side(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            try:
                await asyncio.wait_for(process.wait(), 10)
            except TimeoutError:
                process.kill()
                await process.wait()

    async def made(self, steps: int) -> list[tuple[Any, bytes]]:
        """Frames of so many steps of the market, each as it goes over its connection; what keeps connections alive goes on meanwhile."""
        found: list[tuple[Any, bytes]] = []
        for step in range(steps):
            if step % _BREATH == 0:
                await asyncio.sleep(0)
            found += [(link, _framed(frame)) for link, frame in self.core.advance(time.time_ns())]
        return found

    async def burst(self, frames: list[tuple[Any, bytes]]) -> None:
        """Send frames as fast as they are taken, without a thought about each."""
        bundles: dict[Any, list[bytes]] = {}
        for link, frame in frames:
            bundles.setdefault(link, []).append(frame)
        for link, several in bundles.items():
            socket: Any = self.server._sockets.get(link)
            if socket is not None:
                socket._connection.transport.write(b"".join(several))


def _framed(frame: bytes) -> bytes:
    """A text frame of a server, unmasked."""
    size = len(frame)
    if size < 126:
        return bytes((0x81, size)) + frame
    if size < 1 << 16:
        return bytes((0x81, 126)) + size.to_bytes(2) + frame
    return bytes((0x81, 127)) + size.to_bytes(8) + frame


async def measured(
    stage: Stage, who: str, interpreter: Path, steps: int, orders: int, over: str
) -> dict[str, Any]:
    """What one node did; `absent` says why it did nothing. Without steps there is no burst."""
    found: dict[str, Any] = {}
    stage.moving = True
    async with stage.side(who, interpreter, over if orders else "") as side:
        ready = await side.answer()
        if "absent" in ready:
            return ready
        await asyncio.sleep(1.0)
        stage.moving = False
        await asyncio.sleep(0.5)
        found["memory_ready"] = ready["memory"]
        if steps:
            frames = await stage.made(steps)
            await side.ask("burst")
            await stage.burst(frames)
            found |= await side.answer()
            found["frames"] = len(frames)
        if orders:
            price = stage.line.price(stage.line.best[0] - _AWAY)
            most, pause = _PACES.get(stage.venue, (orders, 0.0))
            stage.taken.clear()
            said = await side.ask(f"orders {min(orders, most)} {pause} {price} {stage.line.size(20)}")
            found |= {f"{over} {key}": value for key, value in said.items()}
            found[f"{over} venue"] = median(stage.taken) if stage.taken else None
    return found


async def compared(
    venue: str, interpreters: dict[str, Path], rounds: int, steps: int, orders: int
) -> dict[str, list[Any]]:
    """Who -> one result a round, taken in turns."""
    results: dict[str, list[Any]] = {who: [] for who in interpreters}
    for _ in range(rounds):
        for who, interpreter in interpreters.items():
            first, *others = WAYS[who][venue].split()
            found = await _on_stage(venue, who, interpreter, steps, orders, first)
            for over in others if orders and "absent" not in found else ():
                found |= await _on_stage(venue, who, interpreter, 0, orders, over)
            results[who].append(found)
    return results


async def _on_stage(
    venue: str, who: str, interpreter: Path, steps: int, orders: int, over: str
) -> dict[str, Any]:
    """What one node did on a venue of its own, so that none finds what another has left."""
    stage = Stage(venue)
    async with stage.server:
        moving = asyncio.create_task(stage.move())
        try:
            return await measured(stage, who, interpreter, steps, orders, over)
        except (RuntimeError, TimeoutError) as error:
            return {"absent": f"{error}" or "it never heard the market"}
        finally:
            moving.cancel()
            await asyncio.wait({moving})


# -- table -------------------------------------------------------------------------------------------------------------


def _middle(results: list[Any], value: Any) -> float | None:
    found = [value(each) for each in results if "absent" not in each]
    known = [each for each in found if each is not None]
    return median(known) if known else None


def _events(each: Any) -> float:
    return float(each["trades"] + each["books"])


def _rate(each: Any) -> float:
    return _events(each) / max(float(each["seconds"]), 1e-9)


def _cpu_us(each: Any) -> float:
    return float(each["cpu_us"])


def _latency_ms(over: str) -> Callable[[Any], float | None]:
    def latency(each: Any) -> float | None:
        # What went wrong on its way is told below, and is no time.
        taken = None if each.get(f"{over} refusal") else each.get(f"{over} latencies")
        return float(median(taken) * 1e3) if taken else None

    return latency


def _memory(each: Any) -> float:
    return float(each["memory"])


_COLUMNS = (
    ("events/s", _rate, "{:,.0f}", True),
    ("CPU us/event", _cpu_us, "{:.1f}", False),
    ("accepted ms, HTTP", _latency_ms("http"), "{:.2f}", False),
    ("accepted ms, WebSocket", _latency_ms("ws"), "{:.2f}", False),
    ("MB", _memory, "{:.0f}", False),
)


def table(results: dict[str, dict[str, list[Any]]]) -> Table:
    shown = Table(
        title="nodes: this project's clients / NautilusTrader's own, and how many times better this project's are"
    )
    shown.add_column("venue")
    shown.add_column("theirs in")
    for heading, *_ in _COLUMNS:
        shown.add_column(heading, justify="right")
    for venue, found in results.items():
        cells = []
        for _, value, form, more_is_better in _COLUMNS:
            ours, theirs = (_middle(found[who], value) for who in ("ours", "theirs"))
            text = " / ".join("-" if each is None else form.format(each) for each in (ours, theirs))
            if ours and theirs:
                better = ours / theirs if more_is_better else theirs / ours
                text += f"  {better:.2f}x"
            cells.append(text)
        shown.add_row(venue, WITH[venue], *cells)
    return shown


def absences(results: dict[str, dict[str, list[Any]]]) -> list[str]:
    """What could not be measured, and why."""
    found = []
    for venue, of_venue in results.items():
        for who, rows in of_venue.items():
            for each in rows:
                reasons = [each.get(name) for name in ("absent", "http refusal", "ws refusal")]
                found += [f"{venue} {who}: {why}" for why in reasons if why]
    return list(dict.fromkeys(found))


def bounds(results: dict[str, dict[str, list[Any]]]) -> list[str]:
    """What bounds each venue's numbers: how busy the processor is in a burst, and what of an order's time is the simulated venue's."""
    found = []
    for venue, of_venue in results.items():
        busy, taken = [], []
        for who in ("ours", "theirs"):
            rows = of_venue.get(who, [])
            share = _middle(rows, lambda each: each["cpu_us"] * _rate(each) / 1e6)
            busy.append("-" if share is None else f"{share:.0%}")
            times = [each.get(f"{over} venue") for each in rows for over in ("http", "ws")]
            known = [each * 1e3 for each in times if each]
            taken.append(f"{median(known):.2f}" if known else "-")
        found.append(
            f"{venue}: in a burst {' / '.join(busy)} of one core is the node's; of an order's time {' / '.join(taken)} ms is the venue's own"
        )
    return found


def run(
    venues: list[str], peers: Path, rounds: int, steps: int, orders: int
) -> dict[str, dict[str, list[Any]]]:
    """Every venue's comparison; without the peers' environment this project's side alone."""
    interpreters = {"ours": Path(sys.executable)}
    if peers.exists():
        interpreters["theirs"] = peers
    return {venue: asyncio.run(compared(venue, interpreters, rounds, steps, orders)) for venue in venues}


def show(
    console: Console,
    peers: Path,
    venues: Iterable[str] = PRODUCTS,
    rounds: int = 3,
    steps: int = 20_000,
    orders: int = 100,
) -> None:
    """Run the comparison and print it, with why what is missing is."""
    results = run(list(venues), peers, rounds, steps, orders)
    console.print(table({venue: {"theirs": [], **found} for venue, found in results.items()}))
    for each in (*bounds(results), *absences(results)):
        console.print(each, markup=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("venues", nargs="*", type=str.upper, default=[], help=", ".join(PRODUCTS))
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--steps", type=int, default=20_000, help="of the market, for one burst")
    parser.add_argument("--orders", type=int, default=200)
    parser.add_argument("--peers", type=Path, default=ROOT / ".bench" / "venv" / "bin" / "python")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.json:
        results = run(
            options.venues or list(PRODUCTS), options.peers, options.rounds, options.steps, options.orders
        )
        print(json.dumps(results))
        return
    console = Console(width=None if sys.stdout.isatty() else 120)
    show(console, options.peers, options.venues or PRODUCTS, options.rounds, options.steps, options.orders)


if __name__ == "__main__":
    main()
