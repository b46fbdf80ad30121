"""Which operations and channels have a protocol case, told from the cases alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman_generator.ir.venue import Connection, Venue
from dragoman_generator.report.messages import (
    TEXT_CODECS,
    Case,
    carried,
    connections_of,
    is_of,
    messages,
    operations_of,
)


def covered_operations(venue: Venue, found: Iterable[Case]) -> set[str]:
    """Operations that a `response` case reads, by id or by path."""
    sources = {str(case.get("source")) for case in found if case.get("kind") == "response"}
    return {operation.name for source in sources for operation in operations_of(venue, source)}


def covered_channels(venue: Venue, found: Iterable[Case], folder: Path) -> set[str]:
    """Channels that a `stream` case holds a message of; of codecs other than JSON a channel counts whose events the case expects."""
    covered: set[str] = set()
    for case in found:
        if case.get("kind") in {"stream", "response"}:
            for connection in connections_of(venue, str(case.get("source"))):
                covered |= _covered(venue, connection, case, folder)
    return covered


def _covered(venue: Venue, connection: Connection, case: Case, folder: Path) -> set[str]:
    """Channels of one connection that a case holds a message of."""
    channels = [c for c in venue.channels.values() if c.spec.connection in carried(connection)]
    if connection.spec.codec in TEXT_CODECS:
        said = list(messages(case, folder))
        return {c.name for c in channels if any(is_of(each, connection, c) for each in said)}
    expected = {str(event.get("type")) for event in case.get("expect") or () if isinstance(event, dict)}
    return {c.name for c in channels if expected & set(c.gives)}
