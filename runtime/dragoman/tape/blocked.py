"""No sockets: while a test runs on a tape, whatever tries to reach the network is an error that says so."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

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

    was = {name: vars(socket.socket).get(name) for name in ("connect", "connect_ex")}
    looked_up = socket.getaddrinfo
    setattr(socket.socket, "connect", refused)  # noqa: B010  # mypy takes methods for constants
    setattr(socket.socket, "connect_ex", refused_ex)  # noqa: B010
    setattr(socket, "getaddrinfo", unresolved)  # noqa: B010
    try:
        yield
    finally:
        setattr(socket, "getaddrinfo", looked_up)  # noqa: B010
        for name, method in was.items():
            if method is None:
                delattr(socket.socket, name)
            else:
                setattr(socket.socket, name, method)


def _shown(address: Any) -> str:
    return ":".join(str(part) for part in address[:2]) if isinstance(address, tuple) else str(address)
