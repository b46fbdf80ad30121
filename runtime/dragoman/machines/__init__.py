"""State machines that specifications choose from; they touch neither sockets nor clocks, time comes in as `now_ns`."""

from __future__ import annotations

from dragoman.machines.backoff import Backoff
from dragoman.machines.book_facts import SyncCounters, SyncFacts
from dragoman.machines.book_sync import BookSync
from dragoman.machines.bounded import Bounded
from dragoman.machines.deltas import Deltas
from dragoman.machines.effects import RequestSnapshot, Resubscribe
from dragoman.machines.errors import TooManyKeys
from dragoman.machines.gather import Gather
from dragoman.machines.image_delta import ImageDelta
from dragoman.machines.ladders import LadderRule
from dragoman.machines.lookup import Lookup
from dragoman.machines.merge import ABSENT, Merge, Merged
from dragoman.machines.poll_diff import Changes, PollDiff
from dragoman.machines.request_reply import Pending, RequestReply
from dragoman.machines.segments import Segments

__all__ = [
    "ABSENT",
    "Backoff",
    "BookSync",
    "Bounded",
    "Changes",
    "Deltas",
    "Gather",
    "ImageDelta",
    "LadderRule",
    "Lookup",
    "Merge",
    "Merged",
    "Pending",
    "PollDiff",
    "RequestReply",
    "RequestSnapshot",
    "Resubscribe",
    "Segments",
    "SyncCounters",
    "SyncFacts",
    "TooManyKeys",
]
