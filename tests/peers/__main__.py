"""`make peers`: each peer's own client, in an environment of its own, against the simulated venue; a table of what it could do."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from dragoman.net.clock import SystemClock
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from msgspec import Struct
from rich.console import Console
from rich.table import Table

from tests.peers.registry import PEERS, Peer
from tests.peers.tls import Doors, certificate

ROOT = Path(__file__).resolve().parents[2]
LOCKS = Path(__file__).parent / "locks"
EVERY_NS = 10_000_000
SECONDS = 300
AUTHORITIES = ("SSL_CERT_FILE", "WEBSOCKET_CLIENT_CA_BUNDLE")
"""Where clients look for the authorities that they believe: Python's own TLS, and websocket-client."""


class Told(Struct, frozen=True):
    """One step of a peer, and whether it ended as it should."""

    step: str
    good: bool
    detail: str = ""


def interpreter(lock: str) -> Path:
    """The interpreter of a peer's environment, which is made where it isn't there or its lock is newer."""
    folder, pins = ROOT / ".peers" / lock, LOCKS / f"{lock}.lock"
    ready = folder / ".ready"
    if not ready.exists() or ready.stat().st_mtime < pins.stat().st_mtime:
        subprocess.run([ROOT / ".ci" / "set-up", folder, pins], cwd=ROOT, check=True)
        ready.touch()
    return folder / "bin" / "python"


def addresses(venue: LoopbackVenue) -> dict[str, str]:
    """Where each host of the real venue is found: `https://api.example.com` -> `http://127.0.0.1:4711`.

    A host stands there with the usual port of its scheme and with none as well: some clients write the one, some the
    other. A stream's address goes on with the name of the real host, since clients tell spot from futures by it.
    """
    found: dict[str, str] = {}
    for real, local in venue.hosts.items():
        host = urlsplit(real)
        here = f"{local}/{host.hostname}" if local.startswith("ws:") else local
        found[real] = here
        for port in ("", ":443"):
            found.setdefault(f"{host.scheme}://{host.hostname}{port}", here)
    return found


async def ran(peer: Peer, python: Path, seed: int) -> list[Told]:
    """What one peer told, with the venue simulated for it alone."""
    clock = SystemClock()
    core = SimulatedVenue(peer.venue, seed=seed, now_ns=clock.now_ns(), products=peer.products)
    with TemporaryDirectory() as folder:
        authority = certificate(Path(folder))
        async with LoopbackVenue(core, core.markets, clock=clock) as venue, Doors(authority) as doors:
            market = asyncio.create_task(venue.run(EVERY_NS))
            where = addresses(venue)
            secure = {real: await doors.address(local) for real, local in where.items()}
            try:
                return await _told(peer, python, where, secure, authority)
            finally:
                market.cancel()


async def _told(
    peer: Peer, python: Path, where: dict[str, str], secure: dict[str, str], authority: Path
) -> list[Told]:
    process = await asyncio.create_subprocess_exec(
        python,
        "-m",
        f"tests.peers.{peer.script}",
        peer.venue,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **dict.fromkeys(AUTHORITIES, str(authority))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    said = {
        "addresses": where,
        "secure": secure,
        "symbols": dict(peer.symbols),
        "credentials": dict(peer.credentials),
    }
    try:
        out, err = await asyncio.wait_for(process.communicate(json.dumps(said).encode() + b"\n"), SECONDS)
    except TimeoutError:
        process.kill()
        return [Told("all of it", False, f"not done after {SECONDS} s")]
    told = [Told(**json.loads(line)) for line in out.decode().splitlines() if line.startswith('{"step"')]
    if process.returncode:
        told.append(Told("the end", False, (err.decode().strip().splitlines() or ["no word"])[-1]))
    return told


def show(console: Console, results: Sequence[tuple[Peer, list[Told]]]) -> None:
    table = Table(
        "venue", "peer", "step", "", "told", title="somebody else's clients against the simulated venues"
    )
    for peer, told in results:
        for each in told:
            mark = "[green]ok[/]" if each.good else "[red]failed[/]"
            table.add_row(peer.venue, peer.name, each.step, mark, each.detail)
        for what, why in peer.unpointable.items():
            table.add_row(peer.venue, peer.name, what, "[dim]no way in[/]", why)
        table.add_section()
    console.print(table)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make peers ARGS=...", description=__doc__)
    parser.add_argument("venues", nargs="*", help="all where left out")
    parser.add_argument("--peer", help="those whose name holds this text")
    parser.add_argument("--seed", type=int, default=1, help="of the simulated market")
    options = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 160)
    results = []
    for peer in PEERS:
        if (options.venues and peer.venue not in options.venues) or (options.peer or "") not in peer.name:
            continue
        results.append((peer, asyncio.run(ran(peer, interpreter(peer.lock), options.seed))))
    show(console, results)
    failed = sum(not each.good for _, told in results for each in told)
    console.print(f"{sum(len(told) for _, told in results)} steps, {failed} failed.")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
