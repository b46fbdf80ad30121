"""The TCP and TLS backend against a real server on an ephemeral port."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
import trustme
from dragoman.errors import ConnectionLost, FrameTooLarge
from dragoman.net.framing import Chunks, Framing, LengthPrefixed, Lines
from dragoman.net.tcp import TcpConnection, TcpConnector, TcpOptions
from dragoman.net.wire import Frame, Opcode

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(venue: Handler, tls: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await venue(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=tls)
    async with server:
        port = server.sockets[0].getsockname()[1]
        yield f"{'tls' if tls else 'tcp'}://127.0.0.1:{port}"


async def data_of(connection: TcpConnection, count: int) -> list[bytes]:
    frames: list[Frame | None] = [await connection.receive() for _ in range(count)]
    return [frame.data for frame in frames if frame is not None]


@pytest.mark.parametrize(
    "framing", [Lines(), Lines(ending=b"\n"), LengthPrefixed(), LengthPrefixed(prefix="u16le")], ids=repr
)
def test_messages_go_out_and_come_back_however_they_are_cut(framing: Framing) -> None:
    async def echo_in_bits(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while chunk := await reader.read(7):
            writer.write(chunk)
            await writer.drain()

    async def test() -> None:
        async with serving(echo_in_bits) as url:
            connection = await TcpConnector(framing).connect(url)
            for message in ("one", b"two two", "three" * 20):
                await connection.send(message)
            assert await data_of(connection, 3) == [b"one", b"two two", b"three" * 20]
            await connection.close()
            await connection.close()
            assert await connection.receive() is None
            with pytest.raises(ConnectionLost):
                await connection.send("late")

    asyncio.run(test())


def test_lines_are_text_with_the_time_of_their_arrival() -> None:
    async def venue(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b'{"op":"connection"}\r\n')
        await writer.drain()

    async def test() -> None:
        async with serving(venue) as url:
            connection = await TcpConnector().connect(url)
            frame = await connection.receive()
            assert frame is not None and frame.opcode is Opcode.TEXT and frame.ts_ns > 0
            assert await connection.receive() is None
            await connection.close()

    asyncio.run(test())


def test_framing_can_be_switched_after_a_log_in() -> None:
    async def venue(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"welcome\n\x01\x02binary")
        await writer.drain()

    async def test() -> None:
        async with serving(venue) as url:
            connection = await TcpConnector(Lines(ending=b"\n")).connect(url)
            assert await data_of(connection, 1) == [b"welcome"]
            connection.switch(Chunks())
            frame = await connection.receive()
            assert frame is not None and frame.data == b"\x01\x02binary" and frame.opcode is Opcode.BINARY
            await connection.close()

    asyncio.run(test())


@pytest.mark.parametrize(
    "framing", [Lines(max_bytes=1_000_000), LengthPrefixed(max_bytes=1_000_000)], ids=repr
)
def test_a_50_mb_message_is_refused_by_its_bound(framing: Framing) -> None:
    async def venue(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(framing.wrap(b"0" * 50_000_000))
        with suppress(ConnectionError):
            await writer.drain()

    async def test() -> None:
        async with serving(venue) as url:
            connection = await TcpConnector(framing).connect(url, venue="test", stream="tcp")
            with pytest.raises(FrameTooLarge) as caught:
                await connection.receive()
            assert caught.value.limit == 1_000_000
            assert await connection.receive() is None

    asyncio.run(test())


def test_an_end_within_a_message_is_a_loss() -> None:
    async def venue(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"whole\r\nhal")
        await writer.drain()

    async def test() -> None:
        async with serving(venue) as url:
            connection = await TcpConnector().connect(url)
            assert await data_of(connection, 1) == [b"whole"]
            with pytest.raises(ConnectionLost, match="within a message"):
                await connection.receive()
            await connection.close()

    asyncio.run(test())


def test_certificates_are_verified_and_a_client_certificate_is_shown(tmp_path: Path) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED
    client = authority.issue_cert("client@venue.test")
    for name, blob in (
        ("ca.pem", authority.cert_pem),
        ("cert.pem", client.cert_chain_pems[0]),
        ("key.pem", client.private_key_pem),
    ):
        blob.write_to_path(tmp_path / name)

    async def venue(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"secured\r\n")
        await writer.drain()
        await reader.read()

    async def test() -> None:
        async with serving(venue, context) as url:
            options = TcpOptions(
                ca_file=str(tmp_path / "ca.pem"),
                client_certificate=(str(tmp_path / "cert.pem"), str(tmp_path / "key.pem")),
            )
            connection = await TcpConnector(options=options).connect(url)
            assert await data_of(connection, 1) == [b"secured"]
            await connection.close()
            with pytest.raises(ConnectionLost, match="CERTIFICATE_VERIFY_FAILED"):
                await TcpConnector().connect(url)

    asyncio.run(test())


def test_addresses_that_are_none_and_ports_that_nobody_serves() -> None:
    async def test() -> None:
        with pytest.raises(ConnectionLost, match=r"cannot connect to 127\.0\.0\.1:9"):
            await TcpConnector().connect("tcp://127.0.0.1:9", venue="test", stream="tcp")
        with pytest.raises(ValueError, match="no tcp://host:port"):
            await TcpConnector().connect("https://127.0.0.1:9")

    asyncio.run(test())
