"""The declared facts of a book stream, and what a reader can count of it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class SyncFacts(Struct, frozen=True, kw_only=True):
    """What a specification says of one book stream, times in nanoseconds.

    `snapshot` is "call" where the book is fetched and "stream" where the venue sends it into the stream itself.
    """

    stream: str
    snapshot: Literal["call", "stream"] = "call"
    after: Literal["first_buffered_event", "subscribe"] = "first_buffered_event"
    buffer_max: int = 2000
    on_full: Literal["resync", "drop_oldest"] = "resync"
    backoff_first_ns: int = 1_000_000_000
    backoff_max_ns: int = 30_000_000_000
    seed: int = 0
    budget: str | None = None
    stale_after_ns: int | None = None
    max_keys: int = 10_000


class SyncCounters(Struct):
    """`dropped` counts updates that no event came of; `buffered` those that had to wait for a snapshot."""

    gaps: int = 0
    resyncs: int = 0
    dropped: int = 0
    repeated: int = 0
    buffered: int = 0
    overflows: int = 0
    old_snapshots: int = 0
    late_snapshots: int = 0
    failed_snapshots: int = 0
    refused_keys: int = 0
