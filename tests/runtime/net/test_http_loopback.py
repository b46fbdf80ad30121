"""The HTTP backend against a real server on an ephemeral port."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
from dragoman.errors import BadResponse, RequestCut, RequestTimeout, TransportError
from dragoman.net.caller import HttpCaller
from dragoman.net.facts import OperationFacts, RetryFacts
from dragoman.net.http import HttpOptions, HttpxBackend
from dragoman.net.wire import Request

SECOND = 1_000_000_000
Answer = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[str]:
    """A server that hands each whole request to `answer`, which writes what it likes."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                size = next(
                    (
                        int(line[15:])
                        for line in head.lower().split(b"\r\n")
                        if line.startswith(b"content-length:")
                    ),
                    0,
                )
                await answer(head + await reader.readexactly(size), writer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


def respond(status: int, body: bytes, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def test_a_request_goes_out_byte_for_byte_and_the_response_comes_back() -> None:
    seen: list[bytes] = []

    async def answer(request: bytes, writer: asyncio.StreamWriter) -> None:
        seen.append(request)
        writer.write(respond(418, b'{"a": 1}', "X-Used-Weight-1M: 7"))

    async def test() -> None:
        backend = HttpxBackend()
        async with serving(answer) as base:
            request = Request(
                method="POST",
                url=f"{base}/api/v3/order",
                headers=(("X-Key", "k"),),
                encoded_query="b=2&a=%5B1%5D&signature=x%2By",
                body=b'{"x": 1}',
            )
            response = await backend.send(request, timeout_ns=5 * SECOND)
            await backend.close()
        assert (response.status, response.body, response.headers["x-used-weight-1m"]) == (
            418,
            b'{"a": 1}',
            "7",
        )
        assert seen[0].startswith(b"POST /api/v3/order?b=2&a=%5B1%5D&signature=x%2By HTTP/1.1\r\n")
        assert b"\r\nX-Key: k\r\n" in seen[0] and seen[0].endswith(b'\r\n\r\n{"x": 1}')

    asyncio.run(test())


def test_connections_are_kept_and_redirects_are_not_followed() -> None:
    peers: set[object] = set()

    async def answer(request: bytes, writer: asyncio.StreamWriter) -> None:
        peers.add(writer.get_extra_info("peername"))
        writer.write(respond(302, b"", "Location: http://elsewhere.test/"))

    async def test() -> None:
        backend = HttpxBackend()
        async with serving(answer) as base:
            for _ in range(3):
                response = await backend.send(Request(method="GET", url=base), timeout_ns=5 * SECOND)
                assert response.status == 302
            await backend.close()
        assert len(peers) == 1

    asyncio.run(test())


def test_silence_and_dripping_both_run_into_the_time_out() -> None:
    async def silence(request: bytes, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.4)

    async def drip(request: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(8):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    async def test() -> None:
        backend = HttpxBackend()
        for answer in (silence, drip):
            async with serving(answer) as base:
                with pytest.raises(RequestTimeout):
                    request = Request(method="GET", url=base, venue="test", operation="slow")
                    await backend.send(request, timeout_ns=SECOND // 5)
        await backend.close()

    asyncio.run(test())


def test_a_cut_after_sending_is_told_from_a_connection_that_never_was() -> None:
    async def cut(request: bytes, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    async def cut_within(request: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
        await writer.drain()
        writer.close()
        await asyncio.sleep(0)

    async def test() -> None:
        backend = HttpxBackend()
        for answer in (cut, cut_within):
            async with serving(answer) as base:
                with pytest.raises(RequestCut):
                    await backend.send(Request(method="GET", url=base), timeout_ns=5 * SECOND)
        with pytest.raises(TransportError, match="nothing was sent"):
            await backend.send(Request(method="GET", url="http://127.0.0.1:9/"), timeout_ns=5 * SECOND)
        await backend.close()

    asyncio.run(test())


def test_a_body_beyond_the_bound_is_not_gathered() -> None:
    async def flood(request: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n")
        for _ in range(50):
            writer.write(b"0" * 1_000_000)
            await writer.drain()

    async def test() -> None:
        backend = HttpxBackend(HttpOptions(max_response_bytes=2_000_000))
        async with serving(flood) as base:
            with pytest.raises(BadResponse, match="exceeds 2000000 bytes"):
                await backend.send(Request(method="GET", url=base), timeout_ns=5 * SECOND)
            await backend.close()

    asyncio.run(test())


def test_errors_show_no_secret() -> None:
    async def test() -> None:
        backend = HttpxBackend()
        request = Request(method="GET", url="http://127.0.0.1:9/", query=(("signature", "TOPSECRET"),))
        with pytest.raises(TransportError) as caught:
            await backend.send(request, timeout_ns=SECOND)
        assert "TOPSECRET" not in str(caught.value) + repr(caught.value) + repr(caught.value.facts)
        await backend.close()

    asyncio.run(test())


def test_a_caller_repeats_a_query_over_real_sockets() -> None:
    answers = iter([respond(503, b"<html>"), respond(200, b'{"ok": 1}')])

    async def answer(request: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(next(answers))

    async def test() -> None:
        http = HttpCaller(HttpxBackend())
        facts = OperationFacts(venue="test", name="ping", retry=RetryFacts(first_delay_ns=1_000_000))
        async with serving(answer) as base:
            assert await http.call(Request(method="GET", url=base), facts) == b'{"ok": 1}'
            await http.backend.close()

    asyncio.run(test())


def test_another_transport_can_be_put_in_place_of_the_network() -> None:
    async def test() -> None:
        transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"path": request.url.path}))
        backend = HttpxBackend(transport=transport)
        response = await backend.send(Request(method="GET", url="https://api.test/x"), timeout_ns=SECOND)
        assert response.body == b'{"path":"/x"}'
        await backend.close()

    asyncio.run(test())
