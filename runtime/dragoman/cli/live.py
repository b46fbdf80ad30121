"""`dragoman stream` and `dragoman instruments`: a venue's adapter, printed."""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing
from typing import Annotated, Any

import msgspec
import typer

from dragoman.cli.values import addresses, assignments, structured

_ENCODER = msgspec.json.Encoder()
_PIPE_WIDTH = 10_000
"""Columns of an output that nobody looks at directly: a row is one line."""
Url = Annotated[
    list[str] | None,
    typer.Option(metavar="[NAME=]URL", help="Another address, of one server or connection or of all."),
]
Environment = Annotated[str, typer.Option(help="A declared set of addresses.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def register(app: typer.Typer) -> None:
    app.command("stream")(stream)
    app.command("instruments")(instruments)


def stream(
    venue: Annotated[str, typer.Argument(help="A generated venue.")],
    type_name: Annotated[str, typer.Argument(metavar="TYPE", help="A type of the model or of the venue.")],
    symbols: Annotated[
        list[str], typer.Argument(metavar="SYMBOL...", help="Instrument ids; for Bar, bar types.")
    ],
    environment: Environment = "mainnet",
    url: Url = None,
    limit: Annotated[int, typer.Option(help="End after so many events; 0 for no end.")] = 0,
    said: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="A parameter of the channel.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Print live events of one type, and a StreamGap wherever there is a hole."""
    import dragoman

    loaded = dragoman.load(venue)
    kind, identities, params = subscribed(loaded, type_name, symbols, structured(assignments(said or [])))
    asyncio.run(_stream(_adapter(loaded, environment, url), kind, identities, params, limit, as_json))


def subscribed(
    loaded: Any, type_name: str, symbols: list[str], params: dict[str, Any]
) -> tuple[type, list[str], dict[str, Any]]:
    """(type, instrument ids, parameters) of what is asked for by name."""
    from dragoman.model import BarType

    kind = _type(loaded, type_name)
    name = loaded.module.Requests.interface.name
    identities = [symbol if "." in symbol else f"{symbol}.{name}" for symbol in symbols]
    if type_name == "Bar":
        params = {**params, "bar_type": identities[0]}
        if len({identity.split("-", 1)[-1] for identity in identities}) > 1 and len(identities) > 1:
            raise typer.BadParameter("bars of several kinds need a stream each")
        identities = [BarType.parse(identity).instrument_id for identity in identities]
    return kind, identities, params


async def _stream(
    adapter: Any, kind: type, identities: list[str], params: dict[str, Any], limit: int, as_json: bool
) -> None:
    count = 0
    async with adapter, aclosing(adapter.subscribe(kind, *identities, **params)) as events:
        async for event in events:
            _print(event, as_json)
            count += 1
            if count == limit:
                return


def instruments(
    venue: Annotated[str, typer.Argument(help="A generated venue.")],
    products: Annotated[list[str] | None, typer.Argument(help="All where left out.")] = None,
    environment: Environment = "mainnet",
    url: Url = None,
    as_json: Json = False,
) -> None:
    """List a venue's instruments."""
    import dragoman

    loaded = dragoman.load(venue)
    found = asyncio.run(_instruments(_adapter(loaded, environment, url), products or []))
    if as_json:
        for instrument in found:
            _print(instrument, as_json)
        return
    _table(found)


async def _instruments(adapter: Any, products: list[str]) -> list[Any]:
    async with adapter:
        found: list[Any] = await adapter.load_instruments(*products)
    return sorted(found, key=lambda instrument: str(instrument.instrument_id))


def _table(found: list[Any]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    # An id stays in one piece, for eyes and for grep; what has no room beside it goes on in the next line.
    console = Console()
    if not console.is_terminal:
        console.width = _PIPE_WIDTH
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("instrument", no_wrap=True)
    for head in ("type", "symbol"):
        table.add_column(head, overflow="fold")
    for head in ("price step", "size step"):
        table.add_column(head, justify="right", overflow="fold")
    table.add_column("active", min_width=6)
    for instrument in found:
        active = {True: "yes", False: "no", None: ""}[instrument.is_active]
        row = (
            instrument.instrument_id,
            type(instrument).__name__,
            instrument.raw_symbol,
            f"{instrument.price_increment:f}",
            f"{instrument.size_increment:f}",
            active,
        )
        table.add_row(*(escape(str(cell)) for cell in row))
    console.print(table)
    print(f"{len(found)} instruments")


def _type(loaded: Any, name: str) -> type:
    from dragoman.model import EVENT_TYPES

    kind = EVENT_TYPES.get(name) or getattr(loaded.module, name, None)
    if not isinstance(kind, type) or not issubclass(kind, msgspec.Struct):
        given = sorted(
            {each for channel in loaded.module.Requests.interface.channels.values() for each in channel.gives}
        )
        raise typer.BadParameter(f"{name!r} is no type; {loaded.name} streams {', '.join(given)}")
    return kind


def _adapter(loaded: Any, environment: str, url: list[str] | None) -> Any:
    known = loaded.module.Requests.interface.environments.get(environment)
    servers, connections = ((), ()) if known is None else (known.http, known.connections)
    urls = addresses(url or [], servers, connections)
    return loaded.adapter(environment, urls=urls if url else None)


def _print(event: Any, as_json: bool) -> None:
    import dragoman

    told = dragoman.to_dict(event)
    if as_json:
        line = _ENCODER.encode(told).decode()
    else:
        parts = (f"{key}={value}" for key, value in told.items() if key not in ("type", "ts_init"))
        line = f"{told['type']} {' '.join(parts)}"
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
