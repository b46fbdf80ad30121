"""venue of the venue bybit. Generated from specs/bybit/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from typing import Literal

from dragoman.model import AggressorSide
from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope
from msgspec import Struct, field

Update = Literal["snapshot", "delta"]
Side = Literal["Buy", "Sell"]
SIDE_MEANS: dict[str, AggressorSide] = {"Buy": AggressorSide.BUYER, "Sell": AggressorSide.SELLER}


class GetServerTimeResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_server_time: Server time. https://bybit-exchange.github.io/docs/v5/market/time"""

    code: int = field(name="retCode")
    time_ms: int = field(name="time")


class StreamPong(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: pong."""

    success: bool
    op: str


class StreamAcknowledged(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: acknowledged."""

    success: bool
    op: str
    request_id: str | None = field(name="req_id", default=None)


class StreamRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: refused."""

    success: bool
    op: str
    told: str | None = field(name="ret_msg", default=None)
    request_id: str | None = field(name="req_id", default=None)


class OptionsPong(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of options: pong."""

    op: str
    args: list[str]


class OptionsRefusedData(Struct, frozen=True, kw_only=True, gc=False):
    """Part of OptionsRefused."""

    failed: list[str] = field(name="failTopics")


class OptionsRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of options: refused."""

    success: bool
    told: str | None = field(name="ret_msg", default=None)
    data: OptionsRefusedData


class OptionsAcknowledgedData(Struct, frozen=True, kw_only=True, gc=False):
    """Part of OptionsAcknowledged."""

    granted: list[str] = field(name="successTopics")


class OptionsAcknowledged(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of options: acknowledged."""

    success: bool
    data: OptionsAcknowledgedData


def emit_get_server_time(
    scope: Scope, message: GetServerTimeResponse, ts_init: int, out: list[Event]
) -> None:
    """Server time to no event."""
