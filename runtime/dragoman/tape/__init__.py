"""Tapes: what a venue and an adapter said to each other, kept in a file and played again through the same code.

`recording()` gives a live adapter whose traffic is written down, `Tape.open()` what was written, `cassette()` HTTP alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.tape.cassettes import cassette
    from dragoman.tape.errors import SocketBlocked, TapeMiss, TapeStalled, TapeUnusable
    from dragoman.tape.imports import import_folder
    from dragoman.tape.record import Recorder, recording
    from dragoman.tape.tape import Tape

_HOMES = {
    "Recorder": "record",
    "SocketBlocked": "errors",
    "Tape": "tape",
    "TapeMiss": "errors",
    "TapeStalled": "errors",
    "TapeUnusable": "errors",
    "cassette": "cassettes",
    "import_folder": "imports",
    "recording": "record",
}

__all__ = [
    "Recorder",
    "SocketBlocked",
    "Tape",
    "TapeMiss",
    "TapeStalled",
    "TapeUnusable",
    "cassette",
    "import_folder",
    "recording",
]


def __getattr__(name: str) -> Any:
    # Each of these brings packages of its own, which the others can do without.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"dragoman.tape.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
