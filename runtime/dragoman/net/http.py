"""HTTP: connections of one's own, and `httpx` where these do not reach."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from ssl import SSLContext, create_default_context
from urllib.request import getproxies

import httpx
import msgspec

from dragoman.errors import BadResponse, RequestCut, RequestTimeout, TransportError
from dragoman.net.backend import NS_PER_SECOND
from dragoman.net.http_answer import TooLong
from dragoman.net.http_pool import Cut, NotSent, Pool
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
    ("User-Agent", "dragoman"),
)


_watchers: list[object] = []


@contextmanager
def through_httpx() -> Iterator[None]:
    """While the block runs every request goes by httpx, for who listens to its transport or stands in for it."""
    watcher = object()
    _watchers.append(watcher)
    try:
        yield
    finally:
        _watchers.remove(watcher)


class HttpOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How the connection pool behaves; certificates are always verified, against `ca_file` if one is given."""

    http2: bool = False
    max_connections: int = 100
    max_keepalive: int = 20
    keepalive_ns: int = 30 * NS_PER_SECOND
    connect_timeout_ns: int = 10 * NS_PER_SECOND
    max_response_bytes: int = 64 * 1024 * 1024
    use_proxy_settings: bool = True
    ca_file: str | None = None
    client_certificate: tuple[str, str] | None = None  # PEM files of the certificate and its key


class HttpxBackend:
    """Connections of its own over HTTP/1.1; by `httpx` where a proxy stands between, for HTTP/2, and over a `transport` that is given.

    Redirects are not followed, since a signed request is meant for one host.
    """

    def __init__(
        self, options: HttpOptions | None = None, *, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._options = options or HttpOptions()
        self._given = transport
        self._pool: Pool | None = None
        self._client: httpx.AsyncClient | None = None
        self._knows_proxies: bool | None = None
        self._tls: SSLContext | None = None

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        seconds = timeout_ns / NS_PER_SECOND
        if self._given is not None or self._options.http2 or _watchers or self._is_proxied(request):
            return await self._by_client(request, seconds)
        most = self._options.max_response_bytes
        try:
            answer = await self._connections().ask(
                request.method,
                request.target,
                [*_ALWAYS, *request.headers],
                request.body,
                within_s=seconds,
                most_bytes=most,
            )
        except NotSent as error:
            raise TransportError(request.venue, request.operation, str(error)) from None
        except TimeoutError:
            raise RequestTimeout(request.venue, request.operation, seconds) from None
        except Cut as error:
            raise RequestCut(request.venue, request.operation, str(error)) from None
        except TooLong as error:
            raise self._beyond(request, error.status, error.begun) from None
        return Response(status=answer.status, headers=answer.headers, body=bytes(answer.body))

    async def close(self) -> None:
        """End every connection; the backend can be used again afterwards."""
        pool, client = self._pool, self._client
        self._pool = self._client = None
        if pool is not None:
            pool.close()
            await asyncio.sleep(0)  # a connection is gone a turn after its end
        if client is not None:
            await client.aclose()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _is_proxied(self, request: Request) -> bool:
        """Whether the environment may name a proxy for a request."""
        if not self._options.use_proxy_settings or host_is_loopback(request.url):
            return False
        if self._knows_proxies is None:
            self._knows_proxies = bool(getproxies())
        return self._knows_proxies

    def _connections(self) -> Pool:
        if self._pool is None:
            options = self._options
            self._pool = Pool(
                self._tls_context,
                most=options.max_connections,
                most_idle=options.max_keepalive,
                keep_s=options.keepalive_ns / NS_PER_SECOND,
                connect_s=options.connect_timeout_ns / NS_PER_SECOND,
            )
        return self._pool

    def _tls_context(self) -> SSLContext:
        if self._tls is None:
            self._tls = create_default_context(cafile=self._options.ca_file)
            self._tls.set_alpn_protocols(["http/1.1"])
            if self._options.client_certificate is not None:
                self._tls.load_cert_chain(*self._options.client_certificate)
        return self._tls

    def _beyond(self, request: Request, status: int, begun: bytes) -> BadResponse:
        why = f"the body exceeds {self._options.max_response_bytes} bytes"
        return BadResponse(request.venue, request.operation, why, status=status, body=begun[:2000])

    # -- by httpx ------------------------------------------------------------------------------------------------------

    async def _by_client(self, request: Request, seconds: float) -> Response:
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
        incoming = await self._http_client().send(outgoing, stream=True)
        try:
            body = bytearray()
            async for chunk in incoming.aiter_bytes():
                body += chunk
                if len(body) > self._options.max_response_bytes:
                    raise self._beyond(request, incoming.status_code, bytes(body))
        finally:
            await incoming.aclose()
        headers = {name.lower(): value for name, value in incoming.headers.items()}
        return Response(status=incoming.status_code, headers=headers, body=bytes(body))

    def _http_client(self) -> httpx.AsyncClient:
        if self._client is None:
            options = self._options
            self._client = httpx.AsyncClient(
                http2=options.http2,
                verify=self._tls_context(),
                limits=httpx.Limits(
                    max_connections=options.max_connections,
                    max_keepalive_connections=options.max_keepalive,
                    keepalive_expiry=options.keepalive_ns / NS_PER_SECOND,
                ),
                trust_env=options.use_proxy_settings,
                follow_redirects=False,
                transport=self._given,
            )
        return self._client


def _why(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
