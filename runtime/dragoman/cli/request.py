"""`dragoman request`: what would be sent, shown without its secrets, or a query sent and its answer printed."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import Annotated, Any

import msgspec
import typer

from dragoman.cli.values import assignments, structured


def register(app: typer.Typer) -> None:
    app.command("request")(request)


def request(
    venue: Annotated[str, typer.Argument(help="A generated venue.")],
    action: Annotated[
        str,
        typer.Argument(
            help="A normalized command or request, `subscribe`, or the venue's own operation; `?` lists them."
        ),
    ],
    said: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="A parameter, as text or JSON.")
    ] = None,
    environment: Annotated[str, typer.Option(help="A declared set of addresses.")] = "mainnet",
    product: Annotated[str | None, typer.Option(help="Where the parameters don't say it.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the request and send nothing.")] = False,
) -> None:
    """Build a request of a venue; `--dry-run` prints it with its secrets redacted.

    Credentials come from the environment variables that the venue's page names. Without --dry-run only queries are sent.
    """
    import dragoman

    loaded = dragoman.load(venue)
    interface = loaded.module.Requests.interface
    found = {name: os.environ[key] for name, key in interface.credentials.items() if key in os.environ}
    requests = loaded.requests(credentials=found, environment=environment)
    if action == "?":
        print("\n".join(requests.actions()))
        return
    params = structured(assignments(said or []))
    if product is not None:
        params["product"] = product
    built = requests.build(action, **params)
    if dry_run:
        print(shown(built))
        return
    operation = interface.operations.get(getattr(built, "operation", ""))
    if operation is None or operation.kind != "query" or action != operation.name:
        raise typer.BadParameter(
            f"{action} is no query of the venue's own; only those are sent from here, say --dry-run"
        )
    sys.stdout.buffer.write(asyncio.run(_sent(loaded, environment, operation, product, params)))
    sys.stdout.buffer.write(b"\n")


def shown(built: Any) -> str:
    """A request as method, address, headers and body, or a frame as its text; every secret is `***`."""
    from dragoman.log import HIDDEN, SECRETS
    from dragoman.net.wire import Frame

    if isinstance(built, Frame):
        return SECRETS.redact(built.data.decode("utf-8", "backslashreplace"))
    lines = [SECRETS.redact(f"{built.method} {built.target}")]
    for name, value in built.headers:
        lines.append(f"{name}: {HIDDEN if SECRETS.is_secret_name(name) else SECRETS.redact(value)}")
    if built.body:
        lines += ["", SECRETS.redact(built.body.decode("utf-8", "backslashreplace"))]
    return "\n".join(lines)


async def _sent(
    loaded: Any, environment: str, operation: Any, product: str | None, params: dict[str, Any]
) -> bytes:
    given = {name: value for name, value in params.items() if name != "product"}
    async with loaded.adapter(environment) as live:
        chosen = live.requests.product_of(operation, product)
        body: bytes = await live.client.send(operation, chosen, given)
    try:
        return msgspec.json.format(body, indent=1)
    except msgspec.DecodeError:
        return body
