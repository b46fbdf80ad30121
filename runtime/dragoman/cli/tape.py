"""`dragoman record`, `dragoman replay` and `dragoman tape`: traffic of a venue to a file, and events from it again."""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from dragoman.cli.live import Environment, Json, Url, subscribed
from dragoman.cli.values import addresses, assignments, structured

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.tape.index import Change, Summary
    from dragoman.tape.tape import Tape

_NS = 1_000_000_000
_SHOWN = 12
File = Annotated[Path, typer.Argument(metavar="FILE", help="A tape, `.jsonl` or `.jsonl.zst`.")]


def register(app: typer.Typer) -> None:
    app.command("record")(record)
    app.command("replay")(replay)
    group = typer.Typer(help="Tapes: import, index.", no_args_is_help=True)
    group.command("import")(import_)
    group.command("index")(index)
    app.add_typer(group, name="tape")


def record(
    venue: Annotated[str, typer.Argument(help="A generated venue.")],
    type_name: Annotated[str, typer.Argument(metavar="TYPE", help="A type of the model or of the venue.")],
    symbols: Annotated[
        list[str], typer.Argument(metavar="SYMBOL...", help="Instrument ids; for Bar, bar types.")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The tape; `.zst` at its end compresses.")
    ],
    environment: Environment = "mainnet",
    url: Url = None,
    seconds: Annotated[int, typer.Option(help="End after so long; 0 for no end.")] = 0,
    limit: Annotated[int, typer.Option(help="End after so many events; 0 for no end.")] = 0,
    said: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="A parameter of the channel.")
    ] = None,
    keep: Annotated[
        list[str] | None, typer.Option(help="A field that looks like a secret and is public data.")
    ] = None,
) -> None:
    """Record a live stream, with the HTTP calls that it needs, until interrupted. Secrets are taken out before anything is written."""
    import dragoman
    from dragoman.tape.lines import Asked

    loaded = dragoman.load(venue)
    kind, identities, params = subscribed(loaded, type_name, symbols, structured(assignments(said or [])))
    known = loaded.module.Requests.interface.environments.get(environment)
    urls = addresses(url or [], known.http if known else (), known.connections if known else ())
    asked = Asked(type=kind.__name__, instruments=tuple(identities), params=params)
    options: dict[str, Any] = {"environment": environment, "asked": [asked], "keep": keep or []}
    if url:
        options["urls"] = urls
    try:
        with _ended_like_an_interruption():
            asyncio.run(_record(output, venue, options, kind, identities, params, seconds, limit))
    except KeyboardInterrupt:
        _console().print("interrupted; the tape is whole")
    from dragoman.tape.tape import Tape

    tape = Tape.open(output)
    _said(tape, None)


async def _record(
    output: Path,
    venue: str,
    options: dict[str, Any],
    kind: type,
    identities: list[str],
    params: dict[str, Any],
    seconds: int,
    limit: int,
) -> None:
    from dragoman.tape.record import recording

    count = 0
    with _counting(seconds) as show:
        async with recording(output, venue, **options) as adapter:
            recorder = adapter.recorder
            try:
                async with (
                    asyncio.timeout(seconds or None),
                    aclosing(adapter.subscribe(kind, *identities, **params)) as events,
                ):
                    async for _ in events:
                        count += 1
                        show(count, recorder.frames, recorder.exchanges)
                        if count == limit:
                            break
            except TimeoutError:
                show(count, recorder.frames, recorder.exchanges)


def replay(
    file: File,
    speed: Annotated[
        str, typer.Option(help="1 as it was, 10 ten times as fast, max without waiting.")
    ] = "max",
    as_json: Json = False,
    check: Annotated[
        bool, typer.Option("--check", help="Exit 1 where the events are not those of the recording.")
    ] = False,
) -> None:
    """Play a tape through the translator: counts and a hash of the events; with --json, the events, whose SHA-256 the hash is."""
    from dragoman.tape.index import Summary
    from dragoman.tape.tape import Tape

    pace = _speed(speed)
    tape = Tape.open(file)
    summary = Summary()
    began_ns, first_ns = time.monotonic_ns(), None
    with _reading(file) as progress:
        for (number, entry), events in tape.steps(progress=progress):
            if pace:
                first_ns = entry.mono_ns if first_ns is None else first_ns
                due_ns = began_ns + (entry.mono_ns - first_ns) // pace
                time.sleep(max(due_ns - time.monotonic_ns(), 0) / _NS)
            texts = summary.add(number, events)
            if as_json and texts:
                sys.stdout.buffer.write(b"\n".join(texts) + b"\n")
                if pace:
                    sys.stdout.buffer.flush()
    sys.stdout.buffer.flush()
    if _said(tape, summary) and check:
        raise typer.Exit(1)


def import_(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Recorded *.jsonl files.")],
    venue: Annotated[str, typer.Option(help="A generated venue.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The tape.")],
    product: Annotated[str, typer.Option(help="What was recorded, where the venue has several.")] = "",
    connection: Annotated[str, typer.Option(help="Which connection, where several carry the product.")] = "",
    environment: Environment = "mainnet",
) -> None:
    """Make a tape of traffic that another program recorded: lines of `ts_ns`, `dir`, `raw`, `url`, `header`."""
    from dragoman.tape.imports import import_folder
    from dragoman.tape.tape import Tape

    summary = import_folder(
        folder, output, venue=venue, product=product, connection=connection, environment=environment
    )
    _said(Tape.open(output), summary)


def index(file: File) -> None:
    """Translate a tape with the installed spec, and keep what it means now as what it is compared with."""
    from dragoman.tape.index import write_index
    from dragoman.tape.tape import Tape

    _said(Tape.open(file), write_index(file))


# -- shown -------------------------------------------------------------------------------------------------------------


def _said(tape: Tape, summary: Summary | None) -> bool:
    """Tell on stderr what a tape means, and how that differs from what it meant; returns whether it does."""
    from dragoman.tape.index import compare, stored

    console = _console()
    kept = stored(tape)
    for problem in tape.problems:
        console.print(f"problem: {problem}")
    if summary is None:
        if kept is None:
            return False
        counts, sha256 = kept.events.types, kept.events.sha256
    else:
        counts, sha256 = summary.types, summary.sha256
    for name, count in sorted(counts.items()):
        console.print(f"{count:>10}  {name}")
    console.print(f"{sum(counts.values()):>10}  events, sha256 {sha256}")
    if summary is None:
        return False
    if kept is None:
        console.print("the recording was cut off before it was indexed: there is nothing to compare with")
        return False
    newer = tape.spec.hash != kept.events.spec
    change = compare(kept, summary)
    if newer:
        console.print(f"the spec has changed: {kept.events.spec[:12]} then, {tape.spec.hash[:12]} now")
    if change is None:
        console.print("the same events as when it was recorded")
        return False
    console.print("the events have changed" + ("" if newer else ", with the same spec"))
    _tell(console, change)
    return True


def _tell(console: Console, change: Change) -> None:
    for name, (then, now) in change.counts.items():
        console.print(f"  {name}: {then} then, {now} now")
    for name, fields in change.fields.items():
        console.print(f"  {name}: other values of {', '.join(fields)}")
    for line in change.lines[:_SHOWN]:
        console.print(f"  line {line.number}: {_counts(line.before)} then, {_counts(line.after)} now")
    if len(change.lines) > _SHOWN:
        console.print(f"  ... {len(change.lines) - _SHOWN} more lines of the tape mean something else")


def _counts(counts: Any) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items()) or "nothing"


def _console() -> Console:
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True, markup=False)


@contextmanager
def _ended_like_an_interruption() -> Iterator[None]:
    """SIGTERM, by which services are ended, does what Ctrl-C does, so that the tape is finished."""
    before = signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _reading(file: Path) -> Iterator[Any]:
    """A bar over the bytes of the file."""
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("replay"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    with Progress(*columns, console=_console(), transient=True) as bar:
        task = bar.add_task("replay", total=file.stat().st_size)
        yield lambda done: bar.update(task, completed=done)


@contextmanager
def _counting(seconds: int) -> Iterator[Any]:
    """A bar over the time, where it is limited, with what has come so far."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("record"),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn(
            "{task.fields[events]} events, {task.fields[frames]} frames, {task.fields[calls]} answers"
        ),
    )
    with Progress(*columns, console=_console(), transient=True) as bar:
        task = bar.add_task("record", total=seconds or None, events=0, frames=0, calls=0)
        began_ns = time.monotonic_ns()

        def show(events: int, frames: int, calls: int) -> None:
            done = (time.monotonic_ns() - began_ns) / _NS
            bar.update(task, completed=done, events=events, frames=frames, calls=calls)

        yield show


def _speed(said: str) -> int | Literal[0]:
    """How many times as fast as it was; 0 for max."""
    if said == "max":
        return 0
    if not said.isdigit() or not int(said):
        raise typer.BadParameter(f"{said!r} is no speed: 1, 10, another whole number, or max")
    return int(said)
