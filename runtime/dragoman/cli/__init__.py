"""The command line; what it needs beyond the base is imported when a command runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    import typer

__all__ = ["main"]

_COMMANDS = ("translate", "request", "live", "demo", "tape", "backfill")
_GROUP = "dragoman.commands"


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and exits: 0 where all is well, 1 with a sentence on stderr, 2 for wrong usage."""
    try:
        program()(args=None if arguments is None else list(arguments), prog_name="dragoman")
    except ModuleNotFoundError as error:
        from dragoman.cli.extras import missing

        told = missing(error.name or "")
        if told is None:
            raise
        _fail(told)
    except DragomanError as error:
        _fail(error)
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing may be flushed to it at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(141) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def program() -> typer.Typer:
    """The program with the commands of the runtime and of what else is installed."""
    import typer

    app = typer.Typer(
        help="Trading-venue adapters made from specs.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name in _COMMANDS:
        import_module(f"dragoman.cli.{name}").register(app)
    for entry in sorted(entry_points(group=_GROUP), key=lambda found: found.name):
        entry.load()(app)
    return app


def _fail(error: DragomanError) -> None:
    print(f"{type(error).__name__}: {error}", file=sys.stderr)
    raise SystemExit(1)
