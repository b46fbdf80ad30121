"""venue of the venue binance. Generated from specs/binance/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope
from msgspec import Raw, Struct, field


class GetServerTimeResponse(Struct, frozen=True, kw_only=True, gc=False):
    """GetServerTimeResponse."""

    server_time_ms: int = field(name="serverTime")


class StreamAcknowledged(Struct, frozen=True, kw_only=True, gc=False):
    """StreamAcknowledged."""

    result: Raw
    id: int | None


class StreamRefusedError(Struct, frozen=True, kw_only=True, gc=False):
    """StreamRefusedError."""

    code: int
    msg: str


class StreamRefused(Struct, frozen=True, kw_only=True, gc=False):
    """StreamRefused."""

    error: StreamRefusedError
    id: int | None = None


class StreamMalformed(Struct, frozen=True, kw_only=True, gc=False):
    """StreamMalformed."""

    code: int
    msg: str
    id: int | None = None


class ServerShutdown(Struct, frozen=True, kw_only=True, tag_field="e", tag="serverShutdown", gc=False):
    """ServerShutdown."""

    event_time_ms: int = field(name="E")


def emit_ping(scope: Scope, message: Raw, ts_init: int, out: list[Event]) -> None:
    """Test connectivity to no event."""


def emit_get_server_time(
    scope: Scope, message: GetServerTimeResponse, ts_init: int, out: list[Event]
) -> None:
    """Server time to no event."""


def emit_server_shutdown(scope: Scope, message: ServerShutdown, ts_init: int, out: list[Event]) -> None:
    """The server is about to close the connection to no event."""
