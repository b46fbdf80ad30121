"""`dragoman backfill`: the past of a venue into a catalog of NautilusTrader's."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli.live import Environment, Url, _type
from dragoman.cli.values import addresses


def register(app: typer.Typer) -> None:
    app.command("backfill")(backfill)


def backfill(
    venue: Annotated[str, typer.Argument(help="A generated venue.")],
    type_name: Annotated[
        str, typer.Argument(metavar="TYPE", help="TradeTick, Bar, or another type with a history.")
    ],
    symbol: Annotated[str, typer.Argument(metavar="SYMBOL", help="An instrument id; for Bar, a bar type.")],
    since: Annotated[
        str,
        typer.Option(
            "--from", metavar="TIME", help="Beginning, such as 2026-01-31 or 2026-01-31T12:00; UTC."
        ),
    ],
    catalog: Annotated[Path, typer.Option(help="Folder of the Parquet catalog; made where it is not there.")],
    until: Annotated[str, typer.Option("--to", metavar="TIME", help="End; now where left out.")] = "",
    environment: Environment = "mainnet",
    url: Url = None,
    slice_seconds: Annotated[
        int, typer.Option("--slice", help="Seconds of data in one file; 0 lets the amount of data decide.")
    ] = 0,
) -> None:
    """Fill a catalog with past data. Ended in the middle, it goes on where it was when it is started again."""
    import dragoman

    loaded = dragoman.load(venue)
    kind = _type(loaded, type_name)
    interface = loaded.module.Requests.interface
    known = interface.environments.get(environment)
    urls = addresses(url, known.http, known.connections) if url and known is not None else None
    subject = symbol
    if "." not in symbol:
        head, *tail = symbol.rsplit("-", 4) if type_name == "Bar" else [symbol]
        subject = "-".join([f"{head}.{interface.name}", *tail])
    span = (moment(since, "--from"), moment(until, "--to") if until else 2**63 - 1)
    if span[1] < span[0]:
        raise typer.BadParameter("--to is before --from")
    asyncio.run(_run(loaded, environment, urls, (kind, subject, *span), catalog, slice_seconds))


def moment(text: str, option: str) -> int:
    """A date or time of ISO 8601, UTC where it says no other, as nanoseconds."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is no time; write 2026-01-31 or 2026-01-31T12:00", param_hint=option
        ) from None
    found = found.replace(tzinfo=found.tzinfo or UTC)
    since_epoch = found - datetime(1970, 1, 1, tzinfo=UTC)
    return ((since_epoch.days * 86_400 + since_epoch.seconds) * 1_000_000 + since_epoch.microseconds) * 1_000


async def _run(
    loaded: Any,
    environment: str,
    urls: Any,
    what: tuple[Any, str, int, int],
    catalog: Path,
    slice_seconds: int,
) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Shown

    from dragoman.nautilus.backfill import Progress
    from dragoman.nautilus.backfill import backfill as run
    from dragoman.nautilus.link import Link

    kind, subject, start_ns, end_ns = what
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rows]} rows"),
        TimeRemainingColumn(),
    )
    link = Link(loaded.name, environment, None, urls)
    with Shown(*columns, console=Console(stderr=True)) as shown:
        task = shown.add_task(f"{kind.__name__} {subject}", total=None, rows=0)

        def told(progress: Progress) -> None:
            shown.update(task, completed=progress.done_ns, total=progress.total_ns, rows=progress.rows)

        link.settings["on_error"] = lambda error: shown.console.print(f"set aside: {error}", markup=False)
        slice_ns = slice_seconds * 1_000_000_000 or None
        done = await run(link, kind, subject, start_ns, end_ns, catalog, slice_ns=slice_ns, told=told)
    left_out = f", {done.left_out} left out that NautilusTrader can't hold" if done.left_out else ""
    print(f"{done.rows} rows of {kind.__name__} {subject} written to {catalog}{left_out}")
