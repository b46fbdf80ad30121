"""What is written on the command line, as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
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


def structured(said: Mapping[str, str]) -> dict[str, Any]:
    """The same with JSON lists and objects decoded; everything else stays text, so that no digit is lost."""
    found: dict[str, Any] = {}
    for key, value in said.items():
        if value[:1] in ("[", "{"):
            try:
                found[key] = msgspec.json.decode(value)
            except msgspec.DecodeError as error:
                raise typer.BadParameter(f"{key}: {error}") from None
        else:
            found[key] = value
    return found


def addresses(said: Iterable[str], servers: Iterable[str], connections: Iterable[str]) -> dict[str, Any]:
    """`URL`, `NAME=URL` or `CONNECTION:PRODUCT=URL` texts as the adapter's `urls`.

    An http address without a name is for every server, another for every connection.
    """
    http: dict[str, str] = {}
    streams: dict[str, Any] = {}
    for text in said:
        name, sign, url = text.partition("=")
        if not sign or "://" in name:
            name, url = "", text
        scheme = url.partition("://")[0]
        if "://" not in url:
            raise typer.BadParameter(f"{text!r} is no address; write scheme://host:port/path")
        known = tuple(servers) if scheme in ("http", "https") else tuple(connections)
        connection, _, product = name.partition(":")
        if name and connection not in known:
            raise typer.BadParameter(f"{connection!r} is not one of {', '.join(known)}")
        for each in [connection] if name else known:
            if scheme in ("http", "https"):
                http[each] = url
            elif product:
                streams.setdefault(each, {})[product] = url
            else:
                streams[each] = url
    return {"http": http, "connections": streams}
