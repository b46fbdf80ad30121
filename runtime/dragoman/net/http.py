"""HTTP on `httpx`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable
from ssl import SSLContext, create_default_context
from typing import Any
from urllib.request import getproxies

import httpx
import msgspec

from dragoman.errors import BadResponse, RequestCut, RequestTimeout, TransportError
from dragoman.net.backend import NS_PER_SECOND
from dragoman.net.wire import Request, Response, host_is_loopback

# The request never left: no connection, no name, no TLS, no free place in the pool.
_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpx.ProxyError,
)

_ALWAYS = (
    ("Accept", "*/*"),
    ("Accept-Encoding", "gzip, deflate"),
    ("Connection", "keep-alive"),
    ("User-Agent", f"python-httpx/{httpx.__version__}"),
)


class HttpOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How the connection pool behaves; certificates are always verified, against `ca_file` if one is given."""

    http2: bool = False
    max_connections: int = 100
    max_keepalive: int = 20
    keepalive_ns: int = 90 * NS_PER_SECOND  # so that what is asked once a minute keeps one warm
    connect_timeout_ns: int = 10 * NS_PER_SECOND
    max_response_bytes: int = 64 * 1024 * 1024
    use_proxy_settings: bool = True
    ca_file: str | None = None
    client_certificate: tuple[str, str] | None = None  # PEM files of the certificate and its key


class HttpxBackend:
    """One pool of connections; redirects are not followed, since a signed request is meant for one host."""

    def __init__(
        self, options: HttpOptions | None = None, *, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._options = options or HttpOptions()
        self._given = transport
        self._direct: httpx.AsyncBaseTransport | None = None
        self._proxied: httpx.AsyncClient | None = None
        self._knows_proxies: bool | None = None
        self._tls: SSLContext | None = None

    async def _sent(self, request: httpx.Request) -> httpx.Response:
        """The beginning of the answer: by a client where the environment may name a proxy, else by its connections alone, which cost a third less."""
        if self._options.use_proxy_settings and not host_is_loopback(str(request.url)):
            if self._knows_proxies is None:
                self._knows_proxies = bool(getproxies())
            if self._knows_proxies:
                if self._proxied is None:
                    self._proxied = httpx.AsyncClient(
                        **self._settings(), follow_redirects=False, transport=self._given
                    )
                return await self._proxied.send(request, stream=True)
        if self._direct is None:
            self._direct = self._given or httpx.AsyncHTTPTransport(**self._settings(), trust_env=False)
        return await self._direct.handle_async_request(request)

    def _settings(self) -> dict[str, Any]:
        options = self._options
        return {
            "http2": options.http2,
            "verify": self._tls_context(),
            "limits": httpx.Limits(
                max_connections=options.max_connections,
                max_keepalive_connections=options.max_keepalive,
                keepalive_expiry=options.keepalive_ns / NS_PER_SECOND,
            ),
        }

    def _tls_context(self) -> SSLContext:
        if self._tls is None:
            self._tls = create_default_context(cafile=self._options.ca_file)
            if self._options.client_certificate is not None:
                self._tls.load_cert_chain(*self._options.client_certificate)
        return self._tls

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        seconds = timeout_ns / NS_PER_SECOND
        connect = min(seconds, self._options.connect_timeout_ns / NS_PER_SECOND)
        limits = httpx.Timeout(seconds, connect=connect, pool=connect)
        try:
            # httpx bounds each read; the venue could still drip bytes for ever, so the whole exchange is bounded too.
            async with asyncio.timeout(seconds):
                return await self._exchange(request, limits)
        except _NOT_SENT as error:
            raise TransportError(request.venue, request.operation, _why(error)) from None
        except (TimeoutError, httpx.TimeoutException):
            raise RequestTimeout(request.venue, request.operation, seconds) from None
        except httpx.RequestError as error:
            raise RequestCut(request.venue, request.operation, _why(error)) from None

    async def _exchange(self, request: Request, limits: httpx.Timeout) -> Response:
        outgoing = httpx.Request(
            request.method,
            request.target,
            headers=[*_ALWAYS, *request.headers],
            content=request.body or None,
            extensions={"timeout": limits.as_dict()},
        )
        most = self._options.max_response_bytes
        incoming = await self._sent(outgoing)
        try:
            body = bytearray()
            async for chunk in _chunks(incoming):
                body += chunk
                if len(body) > most:
                    raise BadResponse(
                        request.venue,
                        request.operation,
                        f"the body exceeds {most} bytes",
                        status=incoming.status_code,
                        body=bytes(body[:2000]),
                    )
        finally:
            await incoming.aclose()
        headers = {name.lower(): value for name, value in incoming.headers.items()}
        return Response(status=incoming.status_code, headers=headers, body=bytes(body))

    async def close(self) -> None:
        """Close every pooled connection; the backend can be used again afterwards."""
        direct, proxied = self._direct, self._proxied
        self._direct = self._proxied = None
        if direct is not None:
            await direct.aclose()
        if proxied is not None:
            await proxied.aclose()


def _why(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _chunks(incoming: httpx.Response) -> AsyncIterable[bytes]:
    """The body, decompressed where it came compressed."""
    stream = incoming.stream
    if isinstance(stream, httpx.AsyncByteStream) and "content-encoding" not in incoming.headers:
        return stream
    return incoming.aiter_bytes()
