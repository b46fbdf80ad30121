"""Connections of HTTP/1.1 that are kept: one request at a time on each, written in one piece and answered to a waiting future.

What a general client does between a request and its bytes (events, locks, a scheduler's turn at each step) takes longer than an order needs on its way.
"""

from __future__ import annotations

import asyncio
import re
import select
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from ssl import SSLContext
from time import monotonic
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit

from dragoman.net.http_answer import Answer, NotHttp

_PORTS = {"http": 80, "https": 443}
_TARGET = re.compile(r"[!-~]*")
_HOST = re.compile(r"[!-~]+")
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
_CONTENT = frozenset({"POST", "PUT", "PATCH"})
_NEXT_ADDRESS_S = 0.25
Place = tuple[str, str, int]
"""(scheme, host, port)"""
Headers = Iterable[tuple[str, str]]
T = TypeVar("T")


class NotSent(Exception):
    """Nothing of the request has left."""


class Cut(Exception):
    """The connection, or the answer, broke after the request had begun to leave."""


class Line(asyncio.Protocol):
    """One connection."""

    def __init__(self) -> None:
        self.idle_since = 0.0
        self.is_over = False
        self._transport: asyncio.Transport | None = None
        self._answer: Answer | None = None
        self._waiting: asyncio.Future[None] | None = None

    async def ask(self, request: bytes, answer: Answer) -> None:
        """Send a whole request and wait for its whole answer; raises Cut, TooLong."""
        if self._transport is None or self.is_over:
            raise NotSent("the connection ended before it was used")
        self._answer = answer
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        try:
            await self._waiting
        finally:
            self._answer = self._waiting = None

    def is_ready(self) -> bool:
        """Whether another request may go out: what can be read without having been asked for is the end of the connection."""
        if self.is_over or self._transport is None or self._transport.is_closing():
            return False
        return not _is_readable(self._transport.get_extra_info("socket"))

    def abort(self) -> None:
        self.is_over = True
        if self._transport is not None:
            self._transport.abort()

    # -- what comes ------------------------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        answer = self._answer
        if answer is None:
            self.abort()  # what nobody asked for must not be taken for the next answer
            return
        try:
            if not answer.feed(data):
                return
        except Exception as error:
            self._end(error)
            self.abort()
            return
        self._answer = None
        self.is_over |= not answer.is_reusable
        self._end(None)

    def eof_received(self) -> None:
        self.is_over = True
        self._broken("the server ended the connection before its answer was whole")

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_over = True
        self._broken("the connection broke" if exc is None else f"{type(exc).__name__}: {exc}")

    def _broken(self, why: str) -> None:
        answer, self._answer = self._answer, None
        try:
            is_whole = answer is not None and answer.end()
        except Exception as error:
            self._end(error)
        else:
            self._end(None if is_whole else Cut(why))

    def _end(self, error: Exception | None) -> None:
        waiting = self._waiting
        if waiting is None or waiting.done():
            return
        if error is None:
            waiting.set_result(None)
        else:
            waiting.set_exception(
                Cut(f"no answer of HTTP/1.1: {error}") if isinstance(error, NotHttp) else error
            )


def _is_readable(socket: Any) -> bool:
    if not hasattr(select, "poll"):
        return bool(select.select([socket], [], [], 0)[0])
    asked = select.poll()  # which knows no greatest number of a socket
    asked.register(socket.fileno(), select.POLLIN)
    return bool(asked.poll(0))


class Pool:
    """Connections by where they lead: as many at once as `most`, of which `most_idle` are kept for `keep_s` after their last answer; `tls` is asked when it is needed."""

    def __init__(
        self, tls: Callable[[], SSLContext], *, most: int, most_idle: int, keep_s: float, connect_s: float
    ) -> None:
        self._tls = tls
        self._most_idle = most_idle
        self._keep_s = keep_s
        self._connect_s = connect_s
        self._places = asyncio.Semaphore(most)
        self._idle: dict[Place, deque[Line]] = {}
        self._lines: set[Line] = set()

    async def ask(
        self, method: str, url: str, headers: Headers, body: bytes, *, within_s: float, most_bytes: int
    ) -> Answer:
        """The answer, whole; raises NotSent where nothing left, Cut and TimeoutError where it may have, TooLong beyond `most_bytes`."""
        place, request = written(method, url, headers, body)
        answer = Answer(method, most_bytes)
        end_s = asyncio.get_running_loop().time() + within_s
        if self._places.locked():
            await _begun(self._places.acquire(), min(within_s, self._connect_s), "a free connection")
        else:
            await self._places.acquire()
        line = None
        try:
            line = self._kept(place) or await self._opened(place, min(within_s, self._connect_s))
            async with asyncio.timeout_at(end_s):
                await line.ask(request, answer)
        except BaseException:
            if line is not None:
                line.abort()
            raise
        finally:
            self._places.release()
            if line is not None:
                self._keep(place, line)
        return answer

    def close(self) -> None:
        """End every connection; who waits for an answer on one gets Cut."""
        for line in self._lines:
            line.abort()
        self._lines.clear()
        self._idle.clear()

    def _kept(self, place: Place) -> Line | None:
        lines = self._idle.get(place)
        while lines:
            line = lines.pop()
            if monotonic() - line.idle_since < self._keep_s and line.is_ready():
                return line
            self._drop(line)
        return None

    def _keep(self, place: Place, line: Line) -> None:
        if line.is_over:
            self._drop(line)
            return
        line.idle_since = monotonic()
        lines = self._idle.setdefault(place, deque())
        lines.append(line)
        if sum(map(len, self._idle.values())) > self._most_idle:
            self._drop(lines.popleft())

    def _drop(self, line: Line) -> None:
        self._lines.discard(line)
        line.abort()

    async def _opened(self, place: Place, within_s: float) -> Line:
        scheme, host, port = place
        loop = asyncio.get_running_loop()
        more: dict[str, Any] = {}
        if scheme == "https":
            more = {"ssl": self._tls(), "server_hostname": host}
        if isinstance(loop, asyncio.BaseEventLoop):
            more["happy_eyeballs_delay"] = _NEXT_ADDRESS_S  # other loops have no such thing
        try:
            opening = loop.create_connection(Line, host, port, **more)
            _, line = await _begun(opening, within_s, f"a connection to {host}")
        except (OSError, UnicodeError) as error:
            raise NotSent(f"{type(error).__name__}: {error}") from None
        self._lines.add(line)
        return line


async def _begun(step: Awaitable[T], within_s: float, what: str) -> T:
    """What has to be there before anything is sent; raises NotSent where it takes too long."""
    try:
        async with asyncio.timeout(within_s):
            return await step
    except TimeoutError:
        raise NotSent(f"{what} was not to be had within {within_s:g} s") from None


def written(method: str, url: str, headers: Headers, body: bytes) -> tuple[Place, bytes]:
    """(where a request goes, its bytes); raises NotSent for what has no place in one."""
    parts = urlsplit(url)
    try:
        place = (parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme])
    except (KeyError, ValueError):
        raise NotSent("the address is none of http or https") from None
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    host = parts.netloc.rpartition("@")[2]
    if not (_TARGET.fullmatch(target) and _HOST.fullmatch(host) and _NAME.fullmatch(method) and place[1]):
        raise NotSent("the address has characters that it may not have")
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host}"]
    for name, value in headers:
        if not (_NAME.fullmatch(name) and _VALUE.fullmatch(value)):
            raise NotSent(f"the header {name!r} has characters that it may not have")
        lines.append(f"{name}: {value}")
    if body or method in _CONTENT:
        lines.append(f"Content-Length: {len(body)}")
    return place, "\r\n".join([*lines, "", ""]).encode("latin-1") + body
