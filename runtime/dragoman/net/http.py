"""HTTP on `httpx.AsyncClient`."""

from __future__ import annotations

import asyncio
from ssl import SSLContext, create_default_context

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
    """One pool of connections; redirects are not followed, since a signed request is meant for one host."""

    def __init__(
        self, options: HttpOptions | None = None, *, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._options = options or HttpOptions()
        self._transport = transport
        self._clients: dict[bool, httpx.AsyncClient] = {}
        self._tls: SSLContext | None = None

    def _client(self, url: str) -> httpx.AsyncClient:
        proxied = self._options.use_proxy_settings and not host_is_loopback(url)
        client = self._clients.get(proxied)
        if client is None:
            options = self._options
            client = self._clients[proxied] = httpx.AsyncClient(
                http2=options.http2,
                verify=self._tls_context(),
                trust_env=proxied,
                follow_redirects=False,
                transport=self._transport,
                limits=httpx.Limits(
                    max_connections=options.max_connections,
                    max_keepalive_connections=options.max_keepalive,
                    keepalive_expiry=options.keepalive_ns / NS_PER_SECOND,
                ),
            )
        return client

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
        client = self._client(request.url)
        outgoing = client.build_request(
            request.method,
            request.target,
            headers=list(request.headers),
            content=request.body or None,
            timeout=limits,
        )
        most = self._options.max_response_bytes
        incoming = await client.send(outgoing, stream=True)
        try:
            body = bytearray()
            async for chunk in incoming.aiter_bytes():
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
        clients = list(self._clients.values())
        self._clients.clear()
        for client in clients:
            await client.aclose()


def _why(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
