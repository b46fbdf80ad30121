"""A small HTTP/1.1 server on asyncio and h11: whole requests in, whole answers out, connections kept open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import h11

from dragoman.simulate.answers import Answer

_CHUNK = 65_536
_MOST_BODY = 16 * 1024 * 1024
Respond = Callable[[str, str, bytes, Mapping[str, str]], Answer]
"""(method, target, body, headers by their names in lower case) -> answer."""


async def serve_http(respond: Respond, host: str = "127.0.0.1", port: int = 0) -> asyncio.Server:
    """A listening server; the system chooses the port where it is 0."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _converse(reader, writer, respond)
        except (ConnectionError, h11.RemoteProtocolError, asyncio.CancelledError):
            return  # the streams of asyncio report a handler that ends by being canceled as a fault
        finally:
            writer.close()

    return await asyncio.start_server(handle, host, port)


async def _converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, respond: Respond) -> None:
    """Requests of one connection, one after the other, until either side ends it."""
    line = h11.Connection(h11.SERVER)
    while True:
        request: h11.Request | None = None
        body = bytearray()
        while True:
            event = line.next_event()
            if event is h11.NEED_DATA:
                line.receive_data(await reader.read(_CHUNK))
            elif isinstance(event, h11.Request):
                request = event
            elif isinstance(event, h11.Data):
                body += event.data
                if len(body) > _MOST_BODY:
                    return
            else:
                break
        if request is None or not isinstance(event, h11.EndOfMessage):
            return
        told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in request.headers}
        answer = respond(request.method.decode(), request.target.decode("latin-1"), bytes(body), told)
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(answer.body)))]
        headers += answer.headers
        parts = (
            h11.Response(status_code=answer.status, headers=headers),
            h11.Data(data=answer.body),
            h11.EndOfMessage(),
        )
        writer.write(b"".join([line.send(part) or b"" for part in parts]))
        await writer.drain()
        if line.our_state is not h11.DONE or line.their_state is not h11.DONE:
            return
        line.start_next_cycle()
