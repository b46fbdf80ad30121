"""The commands that need the generator: check, generate, explain, new, report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Root = Annotated[
    Path | None,
    typer.Option("--root", help="The project; the nearest folder upwards that holds specs/ where left out."),
]


def register(app: typer.Typer) -> None:
    """Adds the commands to the program."""
    for command in (check, generate, explain, new, report):
        app.command(command.__name__)(command)


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Spec folders, files or venues; all of specs/ where left out.")
    ] = None,
    root: Root = None,
) -> None:
    """Read specs and print every fault as `file:line:column: sentence`."""
    from dragoman_generator.checking import check_paths
    from dragoman_generator.project import UnknownVenue, find_project

    project = find_project(root or Path.cwd())
    try:
        checked, found = check_paths(project, paths or [])
    except UnknownVenue as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    for diagnostic in found:
        print(diagnostic)
    if found:
        raise typer.Exit(1)
    print(f"{checked} checked, no faults")


def generate(
    venues: Annotated[list[str] | None, typer.Argument(help="Venues; all of specs/ where left out.")] = None,
    compare: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 where files are not what the specs say.")
    ] = False,
    root: Root = None,
) -> None:
    """Write adapters, pages and the schema from specs."""
    from dragoman_generator.project import UnknownVenue, find_project
    from dragoman_generator.running import run

    try:
        clean = run(find_project(root or Path.cwd()), venues or [], compare)
    except UnknownVenue as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    if not clean:
        raise typer.Exit(1)


def explain(
    venue: Annotated[str, typer.Argument(help="A venue of specs/.")],
    field: Annotated[
        str,
        typer.Argument(help="SOURCE.FIELD such as `trade.price`, or EVENT.FIELD such as `TradeTick.price`."),
    ],
    root: Root = None,
) -> None:
    """Show one value's way from the wire to the event."""
    from dragoman_generator.compile import require_venue
    from dragoman_generator.diagnostics import SpecErrors
    from dragoman_generator.explain import NothingToExplain, show, ways
    from dragoman_generator.project import UnknownVenue, find_project

    project = find_project(root or Path.cwd())
    try:
        project.chosen([venue])
        print(show(ways(require_venue(project.folder(venue), project.root), project, field)))
    except (UnknownVenue, NothingToExplain, SpecErrors) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def new(
    venue: Annotated[
        str, typer.Argument(help="The venue's name in lower case; its package will be called so.")
    ],
    folder: Annotated[
        Path | None, typer.Option("--dir", help="Where specs lie; the project's specs/.")
    ] = None,
) -> None:
    """Write a commented starter spec that passes `check`, generates and runs."""
    from dragoman_generator.project import find_project
    from dragoman_generator.starter import StarterRefused, write_starter

    specs = folder or find_project(Path.cwd()).specs
    try:
        written = write_starter(venue, specs)
    except StarterRefused as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    for path in written:
        print(path)
    print(f"edit them, then `dragoman check {venue}` and `dragoman generate {venue}`")


def report(
    venues: Annotated[list[str] | None, typer.Argument(help="Venues; all of specs/ where left out.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Everything, names included, as JSON.")] = False,
    missing: Annotated[bool, typer.Option("--missing", help="Name what no case shows, a line each.")] = False,
    root: Root = None,
) -> None:
    """Count spec lines, generated lines, hooks and coverage, venue by venue."""
    from rich.console import Console

    from dragoman_generator import report as reporting
    from dragoman_generator.project import UnknownVenue, find_project

    project = find_project(root or Path.cwd())
    try:
        found = [reporting.figures(project, name) for name in project.chosen(venues or [])]
    except UnknownVenue as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    if as_json:
        print(reporting.as_json(found))
        return
    if missing:
        for line in reporting.missing(found):
            print(line)
        return
    console = Console()
    if not console.is_terminal:
        console.width = reporting.PIPE_WIDTH
    for table in reporting.tables(found):
        console.print(table)
