"""stream of the venue betfair. Generated from specs/betfair/stream.yaml; edit that and run `make generate`."""

from __future__ import annotations

from msgspec import Struct, field


class StreamConnection(Struct, frozen=True, kw_only=True, tag_field="op", tag="connection", gc=False):
    """A reply of stream: connection."""

    connection_id: str = field(name="connectionId")


class StreamStatus(Struct, frozen=True, kw_only=True, tag_field="op", tag="status", gc=False):
    """A reply of stream: status."""

    request_id: int | None = field(name="id", default=None)
    status_code: str = field(name="statusCode")


class StreamFailure(Struct, frozen=True, kw_only=True, tag_field="op", tag="status", gc=False):
    """A reply of stream: failure."""

    request_id: int | None = field(name="id", default=None)
    status_code: str = field(name="statusCode")
    error_code: str | None = field(name="errorCode", default=None)
    error_message: str | None = field(name="errorMessage", default=None)


class StreamDenial(Struct, frozen=True, kw_only=True, tag_field="op", tag="status", gc=False):
    """A reply of stream: denial."""

    request_id: int | None = field(name="id", default=None)
    status_code: str = field(name="statusCode")
    error_code: str | None = field(name="errorCode", default=None)
    error_message: str | None = field(name="errorMessage", default=None)


class StreamAuthentication(Struct, frozen=True, kw_only=True, tag_field="op", tag="status", gc=False):
    """A reply of stream: authentication."""

    request_id: int | None = field(name="id", default=None)
    status_code: str = field(name="statusCode")
    reason: str | None = field(name="errorMessage", default=None)
