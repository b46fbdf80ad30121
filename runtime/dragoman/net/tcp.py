"""Framed TCP and TLS connections on asyncio."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from ssl import SSLContext, create_default_context
from urllib.parse import urlsplit

import msgspec

from dragoman.errors import ConnectionLost, FrameTooLarge
from dragoman.log import SECRETS
from dragoman.net.backend import NS_PER_SECOND, Clock
from dragoman.net.clock import SystemClock
from dragoman.net.framing import Framing, Lines, LinesThenBytes, Oversize
from dragoman.net.wire import Frame, Opcode, Pairs

_READ_BYTES = 256 * 1024


class TcpOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to open `tcp://host:port` and `tls://host:port`; certificates are always verified, against `ca_file` if given."""

    open_timeout_ns: int = 10 * NS_PER_SECOND
    close_timeout_ns: int = 2 * NS_PER_SECOND
    ca_file: str | None = None
    client_certificate: tuple[str, str] | None = None  # PEM files of the certificate and its key


class TcpConnection:
    """An open byte stream cut into frames."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        framing: Framing,
        clock: Clock,
        close_timeout_ns: int,
        venue: str,
        stream: str,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._framing = framing
        self._clock = clock
        self._close_timeout_ns = close_timeout_ns
        self._venue = venue
        self._stream = stream
        self._buffer = bytearray()
        self._arrived_ns = 0
        self._closed = False

    def switch(self, framing: Framing) -> None:
        """Cut what follows, bytes already here included, by another framing, as after a textual log-in."""
        self._framing = framing

    async def send(self, data: str | bytes) -> None:
        if self._closed:
            raise self._lost("it was closed on this side")
        try:
            self._writer.write(self._framing.wrap(data.encode() if isinstance(data, str) else data))
            await self._writer.drain()
        except OSError as error:
            raise self._lost(str(error) or type(error).__name__) from None

    async def receive(self) -> Frame | None:
        while not self._closed:
            try:
                message = self._framing.cut(self._buffer)
            except Oversize as oversize:
                await self.close()
                raise FrameTooLarge(self._venue, self._stream, oversize.size, oversize.limit) from None
            if message is not None:
                opcode = Opcode.TEXT if self._framing.text else Opcode.BINARY
                return Frame(opcode, message, self._arrived_ns)
            if not await self._read():
                return None
        return None

    async def _read(self) -> bool:
        try:
            chunk = await self._reader.read(_READ_BYTES)
        except OSError as error:
            if self._closed:
                return False
            raise self._lost(str(error) or type(error).__name__) from None
        if not chunk:
            if self._buffer and not self._closed:
                raise self._lost(f"it ended within a message, after {len(self._buffer)} bytes of it")
            return False
        self._buffer += chunk
        self._arrived_ns = self._clock.now_ns()
        return True

    async def close(self, code: int = 1000) -> None:
        """End the stream; TCP has no close codes, so `code` only keeps the common signature."""
        if self._closed:
            return
        self._closed = True
        self._writer.close()
        # The peer may be gone for good; what it would answer to the closing does not matter.
        with suppress(OSError):
            try:
                async with asyncio.timeout(self._close_timeout_ns / NS_PER_SECOND):
                    await self._writer.wait_closed()
            except TimeoutError:
                self._writer.transport.abort()

    def _lost(self, why: str) -> ConnectionLost:
        return ConnectionLost(self._venue, self._stream, why)


class TcpConnector:
    """Opens framed TCP or TLS connections, all with the same framing to begin with."""

    def __init__(
        self,
        framing: Framing | LinesThenBytes | None = None,
        options: TcpOptions | None = None,
        *,
        clock: Clock | None = None,
    ) -> None:
        self._framing: Framing | LinesThenBytes = framing or Lines()
        self._options = options or TcpOptions()
        self._clock = clock or SystemClock()
        self._tls: SSLContext | None = None

    async def connect(
        self, url: str, *, headers: Pairs = (), venue: str = "", stream: str = ""
    ) -> TcpConnection:
        address = urlsplit(url)
        if (
            address.scheme not in ("tcp", "tls")
            or address.hostname is None
            or address.port is None
            or headers
        ):
            raise ValueError(
                f"{SECRETS.redact(url)!r} is no tcp://host:port or tls://host:port without headers"
            )
        tls = self._tls_context() if address.scheme == "tls" else None
        try:
            async with asyncio.timeout(self._options.open_timeout_ns / NS_PER_SECOND):
                reader, writer = await asyncio.open_connection(address.hostname, address.port, ssl=tls)
        except (OSError, TimeoutError) as error:
            said = SECRETS.redact(f"{type(error).__name__}: {error}")
            raise ConnectionLost(venue, stream, f"cannot connect to {address.netloc}: {said}") from None
        timeout_ns = self._options.close_timeout_ns
        framing = self._framing.start() if isinstance(self._framing, LinesThenBytes) else self._framing
        return TcpConnection(reader, writer, framing, self._clock, timeout_ns, venue, stream)

    def _tls_context(self) -> SSLContext:
        if self._tls is None:
            self._tls = create_default_context(cafile=self._options.ca_file)
            if self._options.client_certificate is not None:
                self._tls.load_cert_chain(*self._options.client_certificate)
        return self._tls
