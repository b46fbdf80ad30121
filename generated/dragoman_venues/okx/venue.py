"""venue of the venue okx. Generated from specs/okx/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope
from msgspec import Struct, field


class GetServerTimeRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_server_time: Server time. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-system-time"""

    time_ms: str = field(name="ts")


class GetServerTimeResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_server_time: Server time. https://www.okx.com/docs-v5/en/#public-data-rest-api-get-system-time"""

    code: str
    msg: str
    rows: list[GetServerTimeRow] = field(name="data")


class StreamNotice(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: notice."""

    event: str
    conn_id: str = field(name="connId")
    code: str
    msg: str


class StreamAcknowledgedArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of StreamAcknowledged."""

    channel: str
    inst_id: str | None = field(name="instId", default=None)
    inst_family: str | None = field(name="instFamily", default=None)
    inst_type: str | None = field(name="instType", default=None)
    spread: str | None = field(name="sprdId", default=None)


class StreamAcknowledged(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: acknowledged."""

    event: str
    arg: StreamAcknowledgedArg


class StreamUnsubscribedArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of StreamUnsubscribed."""

    channel: str
    inst_id: str | None = field(name="instId", default=None)
    inst_family: str | None = field(name="instFamily", default=None)
    inst_type: str | None = field(name="instType", default=None)
    spread: str | None = field(name="sprdId", default=None)


class StreamUnsubscribed(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: unsubscribed."""

    event: str
    arg: StreamUnsubscribedArg


class StreamRefusedTopicArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of StreamRefusedTopic."""

    channel: str
    inst_id: str | None = field(name="instId", default=None)
    inst_family: str | None = field(name="instFamily", default=None)
    inst_type: str | None = field(name="instType", default=None)
    spread: str | None = field(name="sprdId", default=None)


class StreamRefusedTopic(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: refused_topic."""

    event: str
    arg: StreamRefusedTopicArg
    code: str
    msg: str


class StreamRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: refused."""

    event: str
    code: str
    msg: str


class StreamConnections(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: connections."""

    event: str
    conn_count: str = field(name="connCount")


def emit_get_server_time(
    scope: Scope, message: GetServerTimeResponse, ts_init: int, out: list[Event]
) -> None:
    """Server time to no event."""
