"""TLS on loopback for clients that take no other address: an authority and a certificate made for the run, and a door that opens it."""

from __future__ import annotations

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"
_DAY = timedelta(days=1)


def certificate(folder: Path) -> Path:
    """A file with a key and a certificate for loopback, which is its own authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "simulated venue")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now + _DAY)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address(HOST))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "loopback.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


class Doors:
    """Addresses with TLS in front of plain ones, open while the block is."""

    def __init__(self, pem: Path) -> None:
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._context.load_cert_chain(pem)
        self._servers: dict[str, asyncio.Server] = {}
        self._passing: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._passing:
            task.cancel()
        for server in self._servers.values():
            server.close()

    async def address(self, plain: str) -> str:
        """`ws://127.0.0.1:4711/x` -> `wss://127.0.0.1:4712/x`."""
        url = urlsplit(plain)
        if url.netloc not in self._servers:
            self._servers[url.netloc] = await self._opened(url.port or 0)
        port = self._servers[url.netloc].sockets[0].getsockname()[1]
        return f"{url.scheme}s://{HOST}:{port}{url.path}"

    async def _opened(self, port: int) -> asyncio.Server:
        async def passed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            inner, outer = await asyncio.open_connection(HOST, port)
            for one, other in ((reader, outer), (inner, writer)):
                task = asyncio.create_task(_passed(one, other))
                self._passing.add(task)
                task.add_done_callback(self._passing.discard)

        return await asyncio.start_server(passed, HOST, 0, ssl=self._context)


async def _passed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Everything from one side to the other until either ends."""
    try:
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    except (ConnectionError, ssl.SSLError):
        pass
    finally:
        writer.close()
