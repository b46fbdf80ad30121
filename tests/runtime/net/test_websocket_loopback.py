"""The WebSocket backend against a real server on an ephemeral port."""

from __future__ import annotations

import asyncio
import ssl
import struct
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import trustme
from dragoman.errors import ConnectionLost, FrameTooLarge
from dragoman.net.websocket import WebSocketConnector, WebSocketOptions
from dragoman.net.wire import Opcode
from dragoman.session.machine import Session
from dragoman.session.runner import SessionRunner
from websockets.asyncio.server import Server, ServerConnection, serve

from tests.runtime.session.venue_of_tests import SECOND, facts, sub

Handler = Callable[[ServerConnection], Awaitable[None]]


def url_of(server: Server, scheme: str = "ws") -> str:
    port = next(iter(server.sockets)).getsockname()[1]
    return f"{scheme}://127.0.0.1:{port}/stream"


async def raw_frame(connection: ServerConnection, opcode: int, payload: bytes) -> None:
    """Write one frame past the server library, which would refuse to send what is not right."""
    size = len(payload)
    head = (
        struct.pack("!BB", 0x80 | opcode, size)
        if size < 126
        else struct.pack("!BBQ", 0x80 | opcode, 127, size)
    )
    connection.transport.write(head + payload)
    await asyncio.sleep(0)


def test_text_and_binary_are_told_apart_and_stamped() -> None:
    async def venue(connection: ServerConnection) -> None:
        await connection.send("héllo")
        await connection.send(b"\x00\x01")
        async for message in connection:
            await connection.send(message)

    async def test() -> None:
        async with serve(venue, "127.0.0.1", 0) as server:
            connection = await WebSocketConnector().connect(url_of(server))
            text, binary = await connection.receive(), await connection.receive()
            assert text is not None and binary is not None
            assert (text.opcode, text.data) == (Opcode.TEXT, "héllo".encode())
            assert (binary.opcode, binary.data) == (Opcode.BINARY, b"\x00\x01")
            assert text.ts_ns > 1_700_000_000 * SECOND
            await connection.send("a")
            await connection.send(b"b")
            frames = [await connection.receive(), await connection.receive()]
            assert [(frame.opcode, frame.data) for frame in frames if frame] == [
                (Opcode.TEXT, b"a"),
                (Opcode.BINARY, b"b"),
            ]
            await connection.close()
            assert await connection.receive() is None

    asyncio.run(test())


def test_fragmented_and_compressed_messages_arrive_whole() -> None:
    async def venue(connection: ServerConnection) -> None:
        await connection.send(["frag", "ment", "ed"])
        await connection.send("x" * 100_000)

    async def test() -> None:
        async with serve(venue, "127.0.0.1", 0) as server:
            connection = await WebSocketConnector().connect(url_of(server))
            first, second = await connection.receive(), await connection.receive()
            assert first is not None and first.data == b"fragmented" and first.opcode is Opcode.TEXT
            assert second is not None and len(second.data) == 100_000
            assert await connection.receive() is None

    asyncio.run(test())


def test_invalid_utf8_costs_a_message_and_not_the_connection() -> None:
    async def venue(connection: ServerConnection) -> None:
        await raw_frame(connection, 1, b'{"bad": "\xff\xfe"}')
        await connection.send("good")
        await connection.wait_closed()

    async def test() -> None:
        async with serve(venue, "127.0.0.1", 0, compression=None) as server:
            connection = await WebSocketConnector().connect(url_of(server))
            bad, good = await connection.receive(), await connection.receive()
            assert bad is not None and b"\xff\xfe" in bad.data
            assert good is not None and good.data == b"good"
            await connection.close()

    asyncio.run(test())


@pytest.mark.parametrize("compression", [None, "deflate"])
def test_a_50_mb_frame_is_refused_by_its_bound(compression: str | None) -> None:
    async def venue(connection: ServerConnection) -> None:
        await connection.send(b"0" * 50_000_000)
        await connection.wait_closed()

    async def test() -> None:
        async with serve(venue, "127.0.0.1", 0, compression=compression, max_size=None) as server:
            small = WebSocketConnector(WebSocketOptions(max_bytes=1_000_000))
            connection = await small.connect(url_of(server), venue="test", stream="ws")
            with pytest.raises(FrameTooLarge) as caught:
                await connection.receive()
            assert caught.value.limit == 1_000_000 and caught.value.stream == "ws"
            await connection.close()

    asyncio.run(test())


def test_a_50_mb_frame_fits_the_default_bound() -> None:
    async def venue(connection: ServerConnection) -> None:
        await connection.send(b"0" * 50_000_000)
        await connection.wait_closed()

    async def test() -> None:
        async with serve(venue, "127.0.0.1", 0, compression=None) as server:
            connection = await WebSocketConnector().connect(url_of(server))
            frame = await connection.receive()
            assert frame is not None and len(frame.data) == 50_000_000
            await connection.close()

    asyncio.run(test())


def test_close_codes_tell_an_orderly_end_from_a_loss() -> None:
    endings: dict[str, Handler] = {}

    async def orderly(connection: ServerConnection) -> None:
        await connection.close(1001, "restart")

    async def policy(connection: ServerConnection) -> None:
        await connection.close(1008, "too many connections")

    async def abrupt(connection: ServerConnection) -> None:
        connection.transport.abort()

    endings.update({"orderly": orderly, "policy": policy, "abrupt": abrupt})

    async def test() -> None:
        codes: dict[str, int | None] = {}
        for name, venue in endings.items():
            async with serve(venue, "127.0.0.1", 0) as server:
                connection = await WebSocketConnector().connect(url_of(server))
                try:
                    assert await connection.receive() is None
                    codes[name] = 1000
                except ConnectionLost as lost:
                    codes[name] = lost.code
                    with pytest.raises(ConnectionLost):
                        await connection.send("too late")
                await connection.close()
        assert codes == {"orderly": 1000, "policy": 1008, "abrupt": 1006}

    asyncio.run(test())


def test_pings_of_the_venue_are_answered_and_headers_are_sent() -> None:
    seen: dict[str, str | None] = {}

    async def venue(connection: ServerConnection) -> None:
        assert connection.request is not None
        seen["key"] = connection.request.headers.get("X-Key")
        await (await connection.ping(b"are you there"))
        await connection.send("ponged")
        await connection.wait_closed()

    async def test() -> None:
        async with serve(venue, "127.0.0.1", 0, ping_interval=None) as server:
            connection = await WebSocketConnector().connect(url_of(server), headers=(("X-Key", "v"),))
            frame = await asyncio.wait_for(connection.receive(), 5)
            assert frame is not None and frame.data == b"ponged"
            await connection.close()
        assert seen == {"key": "v"}

    asyncio.run(test())


def test_certificates_are_verified(tmp_path: Path) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")

    async def venue(connection: ServerConnection) -> None:
        await connection.send("secured")
        await connection.wait_closed()

    async def test() -> None:
        async with serve(venue, "127.0.0.1", 0, ssl=context) as server:
            trusting = WebSocketConnector(WebSocketOptions(ca_file=str(tmp_path / "ca.pem")))
            connection = await trusting.connect(url_of(server, "wss"))
            frame = await connection.receive()
            assert frame is not None and frame.data == b"secured"
            await connection.close()
            with pytest.raises(ConnectionLost, match="CERTIFICATE_VERIFY_FAILED"):
                await WebSocketConnector().connect(url_of(server, "wss"))

    asyncio.run(test())


def test_a_failed_connection_names_the_address_without_its_secrets() -> None:
    async def test() -> None:
        with pytest.raises(ConnectionLost) as caught:
            await WebSocketConnector().connect(
                "ws://127.0.0.1:9/ws?listenKey=TOPSECRET", venue="test", stream="ws"
            )
        assert "127.0.0.1:9" in str(caught.value) and "TOPSECRET" not in str(caught.value)

    asyncio.run(test())


def test_a_session_survives_a_server_that_cuts_it() -> None:
    accepted = 0

    async def venue(connection: ServerConnection) -> None:
        nonlocal accepted
        accepted += 1
        async for message in connection:
            request_id = str(message).split()[1]
            await connection.send(f"ack {request_id}")
            await connection.send(f"data a {accepted}")
            if accepted == 1:
                connection.transport.abort()

    async def test() -> None:
        async with serve(venue, "127.0.0.1", 0) as server:
            address = url_of(server)
            declared = facts(url=lambda subs: address)
            session = Session(declared, [sub("a")], seed=1)
            got: list[str] = []
            async with SessionRunner(session, WebSocketConnector()) as runner:
                async for item in runner:
                    got.append(type(item).__name__)
                    if len(got) == 3:
                        break
            assert got == ["Frame", "StreamGap", "Frame"]

    asyncio.run(asyncio.wait_for(test(), 20))


def test_messages_are_found_wherever_the_network_cuts_them() -> None:
    sizes = [0, 1, 125, 126, 65_535, 65_536]
    wanted = [bytes([65 + n]) * size for n, size in enumerate(sizes)] + [b"in three parts"]

    def head(first: int, size: int) -> bytes:
        if size < 126:
            return bytes((first, size))
        return (
            bytes((first, 126)) + size.to_bytes(2)
            if size < 1 << 16
            else bytes((first, 127)) + size.to_bytes(8)
        )

    async def test(cut: int) -> None:
        async def venue(connection: ServerConnection) -> None:
            stream = b"".join(head(0x82, len(each)) + each + head(0x89, 2) + b"hi" for each in wanted[:-1])
            stream += (
                head(0x02, 3) + b"in " + head(0x89, 0) + head(0x00, 6) + b"three " + head(0x80, 5) + b"parts"
            )
            most = cut * (700 // cut + 1)
            for start in range(0, most, cut):
                connection.transport.write(stream[start : start + cut])
                await asyncio.sleep(0)
            connection.transport.write(stream[most:])
            await connection.wait_closed()

        async with serve(venue, "127.0.0.1", 0) as server:
            connection = await WebSocketConnector().connect(url_of(server))
            found: list[bytes] = []
            while len(found) < len(wanted):
                frame = await connection.receive()
                assert frame is not None
                found += [frame.data, *(each.data for each in connection.ready())]
            assert found == wanted
            await connection.close()

    for cut in (1, 7, 127, 1 << 20):
        asyncio.run(test(cut))
