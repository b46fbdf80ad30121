"""No sockets: while a test runs on a tape, whatever tries to reach the network is an error that says so."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from dragoman.tape.errors import SocketBlocked

_NETWORK = (socket.AF_INET, socket.AF_INET6)


@contextmanager
def sockets_blocked() -> Iterator[None]:
    """Refuse every connection and every look-up of a name within the block; sockets of this machine's file system still work."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def refused(self: socket.socket, address: Any) -> None:
        if self.family in _NETWORK:
            raise SocketBlocked(_shown(address))
        connect(self, address)

    def refused_ex(self: socket.socket, address: Any) -> int:
        if self.family in _NETWORK:
            raise SocketBlocked(_shown(address))
        return connect_ex(self, address)

    def unresolved(host: Any, *rest: Any, **more: Any) -> Any:
        raise SocketBlocked(host)

    with (
        patch.object(socket.socket, "connect", refused),
        patch.object(socket.socket, "connect_ex", refused_ex),
        patch.object(socket, "getaddrinfo", unresolved),
    ):
        yield


def _shown(address: Any) -> str:
    return ":".join(str(part) for part in address[:2]) if isinstance(address, tuple) else str(address)
