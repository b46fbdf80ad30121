"""venue of the venue binance. Generated from specs/binance/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope
from msgspec import Raw, Struct, field


class GetServerTimeResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_server_time: Server time. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#check-server-time"""

    server_time_ms: int = field(name="serverTime")


class StreamAcknowledged(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: acknowledged."""

    result: Raw
    id: int | None


class StreamRefusedError(Struct, frozen=True, kw_only=True, gc=False):
    """Part of StreamRefused."""

    code: int
    msg: str


class StreamRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: refused."""

    error: StreamRefusedError
    id: int | None = None


class StreamMalformed(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: malformed."""

    code: int
    msg: str
    id: int | None = None


class ServerShutdown(Struct, frozen=True, kw_only=True, tag_field="e", tag="serverShutdown", gc=False):
    """A message of server_shutdown: The server is about to close the connection. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#server-shutdown"""

    event_time_ms: int = field(name="E")


def emit_ping(scope: Scope, message: Raw, ts_init: int, out: list[Event]) -> None:
    """Test connectivity to no event."""


def emit_get_server_time(
    scope: Scope, message: GetServerTimeResponse, ts_init: int, out: list[Event]
) -> None:
    """Server time to no event."""


def emit_server_shutdown(scope: Scope, message: ServerShutdown, ts_init: int, out: list[Event]) -> None:
    """The server is about to close the connection to no event."""
