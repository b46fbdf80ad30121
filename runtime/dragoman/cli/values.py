"""What is written on the command line, as values."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import typer


def assignments(said: Iterable[str]) -> dict[str, str]:
    """`key=value` texts as a mapping; a text without `=` is wrong usage."""
    found: dict[str, str] = {}
    for text in said:
        key, sign, value = text.partition("=")
        if not sign or not key:
            raise typer.BadParameter(f"{text!r} is not KEY=VALUE")
        found[key] = value
    return found


def opened(file: str) -> BinaryIO:
    """The file for reading; one that can't be read is wrong usage."""
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise typer.BadParameter(f"{file}: {error.strerror}") from None
