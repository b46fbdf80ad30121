"""WebSocket connections on `websockets`."""

from __future__ import annotations

from ssl import SSLContext, create_default_context
from typing import Any

import msgspec
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, ConnectionClosedOK, WebSocketException
from websockets.frames import CloseCode

from dragoman.errors import ConnectionLost, FrameTooLarge
from dragoman.log import SECRETS
from dragoman.net.backend import NS_PER_SECOND, Clock
from dragoman.net.clock import SystemClock
from dragoman.net.websocket_frames import MessageSocket
from dragoman.net.wire import Frame, Pairs, host_is_loopback

_AT_ONCE = 64


class WebSocketOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds and keep-alive of every connection; server pings are always answered.

    `ping_every_ns` sends pings of our own and drops a peer that leaves one unanswered for `pong_within_ns`; None for venues
    that count or forbid them. `max_bytes` bounds a whole message, after decompression.
    """

    max_bytes: int = 64 * 1024 * 1024
    open_timeout_ns: int = 10 * NS_PER_SECOND
    close_timeout_ns: int = 2 * NS_PER_SECOND
    ping_every_ns: int | None = 20 * NS_PER_SECOND
    pong_within_ns: int = 20 * NS_PER_SECOND
    compression: bool = True
    subprotocols: tuple[str, ...] = ()
    use_proxy_settings: bool = True
    ca_file: str | None = None
    client_certificate: tuple[str, str] | None = None  # PEM files of the certificate and its key


class WebSocketConnection:
    """An open WebSocket; text arrives undecoded, so that one bad character costs a message and not the connection."""

    def __init__(self, socket: MessageSocket, clock: Clock, max_bytes: int, venue: str, stream: str) -> None:
        self._socket = socket
        self._clock = clock
        self._max_bytes = max_bytes
        self._venue = venue
        self._stream = stream

    async def send(self, data: str | bytes) -> None:
        try:
            await self._socket.send(data)
        except ConnectionClosed as closed:
            raise self._lost(closed) from None

    async def receive(self) -> Frame | None:
        try:
            holds, data = await self._socket.message()
        except ConnectionClosedOK:
            return None
        except ConnectionClosed as closed:
            if closed.sent is not None and closed.sent.code == CloseCode.MESSAGE_TOO_BIG:
                # The rest of the message is left unread, so that only its least size is known.
                raise FrameTooLarge(self._venue, self._stream, self._max_bytes + 1, self._max_bytes) from None
            raise self._lost(closed) from None
        return Frame(holds, data, self._clock.now_ns())

    def ready(self) -> list[Frame]:
        """The next frames that are here already, some of them where they are many; `receive` waits for one."""
        found = self._socket.waiting(_AT_ONCE)
        if not found:
            return []
        now_ns = self._clock.now_ns()
        return [Frame(holds, data, now_ns) for holds, data in found]

    async def close(self, code: int = 1000) -> None:
        await self._socket.close(code)

    def _lost(self, closed: ConnectionClosed) -> ConnectionLost:
        final = closed.rcvd or closed.sent
        why = (
            SECRETS.redact(str(closed))
            if final is not None
            else "the connection broke without a closing handshake"
        )
        return ConnectionLost(self._venue, self._stream, why, final.code if final is not None else 1006)


class WebSocketConnector:
    """Opens WebSocket connections; certificates of `wss` addresses are always verified."""

    def __init__(self, options: WebSocketOptions | None = None, *, clock: Clock | None = None) -> None:
        self._options = options or WebSocketOptions()
        self._clock = clock or SystemClock()
        self._tls: SSLContext | None = None

    async def connect(
        self, url: str, *, headers: Pairs = (), venue: str = "", stream: str = ""
    ) -> WebSocketConnection:
        options = self._options
        proxied = options.use_proxy_settings and not host_is_loopback(url)
        pinging = options.ping_every_ns
        try:
            socket = await connect(
                url,
                additional_headers=list(headers),
                create_connection=MessageSocket,
                compression="deflate" if options.compression else None,
                subprotocols=[_subprotocol(name) for name in options.subprotocols] or None,
                max_size=options.max_bytes,
                open_timeout=options.open_timeout_ns / NS_PER_SECOND,
                close_timeout=options.close_timeout_ns / NS_PER_SECOND,
                ping_interval=None if pinging is None else pinging / NS_PER_SECOND,
                ping_timeout=options.pong_within_ns / NS_PER_SECOND,
                proxy=True if proxied else None,
                ssl=self._tls_context() if url.startswith("wss:") else None,
            )
        except (OSError, TimeoutError, WebSocketException) as error:
            said = SECRETS.redact(f"{type(error).__name__}: {error}")
            raise ConnectionLost(venue, stream, f"cannot connect to {SECRETS.redact(url)}: {said}") from None
        assert isinstance(socket, MessageSocket)
        return WebSocketConnection(socket, self._clock, options.max_bytes, venue, stream)

    def _tls_context(self) -> SSLContext:
        if self._tls is None:
            self._tls = create_default_context(cafile=self._options.ca_file)
            if self._options.client_certificate is not None:
                self._tls.load_cert_chain(*self._options.client_certificate)
        return self._tls


def _subprotocol(name: str) -> Any:
    return name  # a NewType of str over there, which says nothing more
