"""venue of the venue bitmex. Generated from specs/bitmex/venue.yaml; edit that and run `make generate`."""

from __future__ import annotations

from msgspec import Struct


class StreamWelcome(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: welcome."""

    info: str
    version: str


class StreamSubscribed(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: subscribed."""

    success: bool
    subscribe: str


class StreamUnsubscribed(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: unsubscribed."""

    success: bool
    unsubscribe: str


class StreamRefusedTopicsRequest(Struct, frozen=True, kw_only=True, gc=False):
    """Part of StreamRefusedTopics."""

    args: list[str] | None = None


class StreamRefusedTopics(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: refused_topics."""

    error: str
    status: int
    request: StreamRefusedTopicsRequest


class StreamRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of stream: refused."""

    error: str
    status: int
