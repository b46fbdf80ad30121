"""`dragoman translate`: a venue's translator over a file or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import msgspec
import typer

from dragoman.cli.values import assignments, opened

_ENCODER = msgspec.json.Encoder()


def register(app: typer.Typer) -> None:
    app.command("translate")(translate)


def translate(
    venue: Annotated[str, typer.Argument(help="A generated venue.")],
    source: Annotated[
        str,
        typer.Argument(
            help="An operation's id, `METHOD /path`, or a connection such as `ws`; `?` lists them."
        ),
    ],
    file: Annotated[str, typer.Argument(help="The payload as received; `-` for standard input.")] = "-",
    product: Annotated[str | None, typer.Option(help="What the socket or call was for.")] = None,
    request: Annotated[
        list[str] | None, typer.Option(metavar="KEY=VALUE", help="A parameter that the call was made with.")
    ] = None,
    ts_init: Annotated[int, typer.Option(help="Time of receipt, UNIX nanoseconds.")] = 0,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Every line is a message of its own.")] = False,
) -> None:
    """Print what a venue's bytes mean, one JSON object an event."""
    import dragoman
    from dragoman.errors import DataError

    translator = dragoman.load(venue).translator()
    if source == "?":
        print("\n".join(translator.sources()))
        return
    told = assignments(request or []) or None
    failed = 0
    for number, payload in _payloads(file, jsonl):
        try:
            events = translator.translate(source, payload, product=product, request=told, ts_init=ts_init)
        except DataError as error:
            if not jsonl:
                raise
            failed += 1
            print(f"line {number}: {type(error).__name__}: {error}", file=sys.stderr)
            continue
        for event in events:
            sys.stdout.write(_ENCODER.encode(dragoman.to_dict(event)).decode() + "\n")
    sys.stdout.flush()
    if bad := translator.stats.bad_rows:
        print(f"{bad} bad row{' was' if bad == 1 else 's were'} set aside", file=sys.stderr)
    if failed:
        raise typer.Exit(1)


def _payloads(file: str, lines: bool) -> Iterator[tuple[int, bytes]]:
    """(number of the line, payload)."""
    with sys.stdin.buffer if file == "-" else opened(file) as stream:
        if not lines:
            yield 1, stream.read()
            return
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield number, line.strip()
