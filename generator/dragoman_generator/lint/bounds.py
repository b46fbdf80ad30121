"""Memory: whatever grows with the traffic has a bound, and the bound is one."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import UNSET

from dragoman_generator.ir.venue import Venue
from dragoman_generator.lint.findings import Finding
from dragoman_generator.yaml.marks import Path

_MOST = 10_000_000
_MOST_BYTES = 1 << 30


def machines(venue: Venue) -> Iterator[Finding]:
    """Machines hold at least one key and no more than fit into a machine's memory."""
    for section, entries in (("channels", venue.merged.channels), ("operations", venue.merged.operations)):
        for name, item in entries.items():
            path: Path = (section, name, "state")
            for word in ("max", "max_keys", "max_pending"):
                value = getattr(item.state, word, None)
                if isinstance(value, int):
                    yield from _bound(value, (*path, word))
            store = getattr(item.state, "store", None)
            if store is not None:
                yield from _bound(store.max, (*path, "store", "max"))


def _bound(value: int, path: Path) -> Iterator[Finding]:
    if not 1 <= value <= _MOST:
        yield Finding(path, f"{value} is no bound: it is between 1 and {_MOST:_}")


def frames(venue: Venue) -> Iterator[Finding]:
    """A frame fits into memory."""
    for name, connection in venue.merged.connections.items():
        path: Path = ("connections", name)
        for section, word in (("framing", "max"), ("session", "max_frame")):
            value = getattr(getattr(connection, section), word, UNSET)
            if isinstance(value, int) and not 1 <= value <= _MOST_BYTES:
                yield Finding(
                    (*path, section, word), f"a frame has between 1 and {_MOST_BYTES:_} bytes, not {value}"
                )
