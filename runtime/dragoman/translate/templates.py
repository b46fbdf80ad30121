"""Control messages of connections whose messages have templates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.codecs import SbeMessages
from dragoman.translate.facts import Connection, Reply


class TemplateReplies:
    """The replies of a connection that templates tell; several may be of one template, and mean different things."""

    def __init__(self, connection: Connection) -> None:
        self.readers = [
            (reply, SbeMessages([reply.layout], endian=connection.endian))
            for reply in connection.replies
            if reply.layout is not None
        ]

    def read(self, payload: bytes) -> Iterator[tuple[Reply, Any]]:
        """Each reply of the message's template with the message; raises MessageError where it is not as its layout says."""
        for reply, reader in self.readers:
            if reader.knows(payload):
                yield reply, reader.read(payload)[1]
