"""`dragoman demo` and `dragoman simulate`: a venue on loopback, with the generated adapter against it or left to itself."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer

_NS = 1_000_000
Venue = Annotated[str, typer.Argument(help="A generated venue.")]
Seed = Annotated[int, typer.Option(help="The same seed gives the same market.")]
Recorded = Annotated[
    Path | None,
    typer.Option(
        "--stream",
        envvar="DEMO_STREAM",
        help="A folder of recorded traffic to play instead of a simulated market.",
    ),
]


def register(app: typer.Typer) -> None:
    app.command("demo")(demo)
    app.command("simulate")(simulate)


def demo(
    venue: Venue,
    seconds: Annotated[int, typer.Option(min=2, help="How long to stream.")] = 10,
    seed: Seed = 1,
    stream: Recorded = None,
    plain: Annotated[bool, typer.Option("--plain", help="Lines instead of a live table.")] = False,
) -> None:
    """Run the venue's adapter against a loopback venue: instruments, history, streams, a cut connection. Exit 1 where anything failed."""
    from rich.console import Console

    from dragoman.simulate.demo import demonstrate
    from dragoman.simulate.demo_view import shown, summarize

    console = Console(force_terminal=False if plain else None)
    with shown(console) as show:
        progress = asyncio.run(
            demonstrate(venue, seconds=seconds, seed=seed, recording=_given(stream), show=show)
        )
    summarize(console, progress)
    if progress.failures():
        raise typer.Exit(1)


def simulate(
    venue: Venue,
    seed: Seed = 1,
    port: Annotated[
        int, typer.Option(min=0, max=65_000, help="The first of the ports; any free ones where it is 0.")
    ] = 0,
    products: Annotated[
        list[str] | None, typer.Option("--product", help="A product to simulate; all where left out.")
    ] = None,
    every_ms: Annotated[int, typer.Option(min=1, help="Milliseconds between two steps of the market.")] = 10,
    stream: Recorded = None,
) -> None:
    """Serve the venue on loopback until interrupted; its addresses and its credentials are printed, one a line, and all of them as an adapter takes them."""
    asyncio.run(_serve(venue, seed, port, tuple(products or ()), every_ms * _NS, _given(stream)))


def _given(stream: Path | None) -> Path | None:
    """An empty variable is as none."""
    return stream if stream is not None and str(stream) not in ("", ".") else None


async def _serve(
    venue: str, seed: int, port: int, wanted: tuple[str, ...], every_ns: int, stream: Path | None
) -> None:
    from dragoman.net.clock import SystemClock
    from dragoman.simulate.replayed import ReplayedVenue
    from dragoman.simulate.server import LoopbackVenue
    from dragoman.simulate.venue import SimulatedVenue

    clock = SystemClock()
    core: SimulatedVenue | ReplayedVenue
    if stream is None:
        core = SimulatedVenue(venue, seed=seed, now_ns=clock.now_ns(), products=wanted)
        products = tuple(core.markets)
    else:
        core = ReplayedVenue(venue, stream)
        products = (core.product,)
    async with LoopbackVenue(core, products, clock=clock, port=port) as server:
        for name, url in server.urls["http"].items():
            print(f"http {name} {url}", flush=True)
        for connection, urls in server.urls["connections"].items():
            for product, url in urls.items():
                print(f"{connection} {product} {url}", flush=True)
        if isinstance(core, SimulatedVenue):
            for name, text in core.trading.keyring.keys[0].credentials.items():
                print(f"credential {core.interface.credentials[name]}={text}", flush=True)
        print(f"urls {json.dumps(server.urls)}", flush=True)
        await server.run(every_ns)
