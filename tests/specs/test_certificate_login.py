"""Log-in with a client certificate, over real TLS with certificates of our own making."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from dragoman.errors import DragomanError
from dragoman.requests.facts import Environment
from dragoman_venues.betfair.catalogue import MarketFilter
from dragoman_venues.betfair.client import HttpClient

TOKEN = "token-of-the-login"
LIMIT_S = 30


class Authority:
    """Makes certificates that are good for an hour, each signed by the one that it was made with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "authority of the test")])
        self.certificate = self._signed(self.name, self.key, is_authority=True)
        self.file = self._write("authority.crt", self.certificate.public_bytes(serialization.Encoding.PEM))

    def issue(self, who: str, folder: Path) -> tuple[str, str]:
        """The files of a new certificate and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, who)])
        folder.mkdir()
        made = self._signed(name, key, is_authority=False).public_bytes(serialization.Encoding.PEM)
        secret = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        (folder / f"{who}.crt").write_bytes(made)
        (folder / f"{who}.key").write_bytes(secret)
        return str(folder / f"{who}.crt"), str(folder / f"{who}.key")

    def _signed(
        self, name: x509.Name, key: ec.EllipticCurvePrivateKey, *, is_authority: bool
    ) -> x509.Certificate:
        now = datetime.now(UTC)
        names = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
        builder = x509.CertificateBuilder(
            self.name, name, key.public_key(), x509.random_serial_number(), now - timedelta(hours=1), now + timedelta(hours=1),
        )  # fmt: skip
        builder = builder.add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        return builder.add_extension(names, critical=False).sign(self.key, hashes.SHA256())

    def _write(self, name: str, data: bytes) -> str:
        (self.folder / name).write_bytes(data)
        return str(self.folder / name)


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Authority]:
    with pytest.MonkeyPatch.context() as patch:
        made = Authority(tmp_path)
        patch.setenv("SSL_CERT_FILE", made.file)
        yield made


class Identity:
    """A log-in server that takes only certificates of the authority, and remembers whose they were."""

    def __init__(self, authority: Authority) -> None:
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(*authority.issue("server", authority.folder / "server"))
        self.context.load_verify_locations(authority.file)
        self.context.verify_mode = ssl.CERT_REQUIRED
        self.seen: list[tuple[str, str, dict[str, str]]] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first, *lines = head.split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines if line)}
        body = (await reader.readexactly(int(headers.get("content-length", "0")))).decode()
        subject = writer.get_extra_info("peercert")["subject"][0][0][1]
        self.seen.append((subject, body, headers))
        answer: Any = {"sessionToken": TOKEN, "loginStatus": "SUCCESS"} if "certlogin" in first else []
        data = json.dumps(answer).encode()
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + str(len(data)).encode()
            + b"\r\n\r\n"
            + data
        )
        await writer.drain()
        writer.close()


async def log_in(identity: Identity, **credentials: str) -> list[Any]:
    server = await asyncio.start_server(identity.serve, "127.0.0.1", 0, ssl=identity.context)
    async with server:
        address = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        there = Environment(
            http=dict.fromkeys(("betting", "identity", "identity_cert"), address), connections={}
        )
        known = {"username": "somebody", "password": "secret &", "app_key": "key", **credentials}
        async with HttpClient(known, environment=there) as client:
            found = await client.listMarketCatalogue(filter=MarketFilter(market_ids=["1.5"]), maxResults=1)
            return list(found) if isinstance(found, list) else [found]


def test_a_call_logs_in_with_the_certificate_and_goes_on_with_the_token(
    authority: Authority, tmp_path: Path
) -> None:
    identity = Identity(authority)
    authority.issue("bot", tmp_path / "bot")
    assert asyncio.run(asyncio.wait_for(log_in(identity, certs_dir=str(tmp_path / "bot")), LIMIT_S)) == []
    (subject, body, headers), (_, _, called) = identity.seen
    assert subject == "bot"
    assert (
        body == "username=somebody&password=secret%20%26" or body == "username=somebody&password=secret+%26"
    )
    assert headers["x-application"] == "key" and "x-authentication" not in headers
    assert called["x-authentication"] == TOKEN


def test_without_a_certificate_nobody_gets_in_and_no_secret_is_told(
    authority: Authority, tmp_path: Path
) -> None:
    identity = Identity(authority)
    with pytest.raises(DragomanError) as caught:
        asyncio.run(asyncio.wait_for(log_in(identity), LIMIT_S))
    assert identity.seen == [] and "secret" not in str(caught.value)


def test_a_certificate_of_a_stranger_is_refused(authority: Authority, tmp_path: Path) -> None:
    identity = Identity(authority)
    (tmp_path / "stranger").mkdir()
    Authority(tmp_path / "stranger").issue("bot", tmp_path / "bot")
    with pytest.raises(DragomanError):
        asyncio.run(asyncio.wait_for(log_in(identity, certs_dir=str(tmp_path / "bot")), LIMIT_S))
    assert identity.seen == []
