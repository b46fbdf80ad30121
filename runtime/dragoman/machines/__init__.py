"""State machines that specifications choose from; they touch neither sockets nor clocks, time comes in as `now_ns`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.machines.backoff import Backoff
    from dragoman.machines.book_facts import SyncCounters, SyncFacts
    from dragoman.machines.book_sync import BookSync
    from dragoman.machines.bounded import Bounded
    from dragoman.machines.consecutive import Consecutive
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
    "Consecutive",
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

_NAMES = {
    "backoff": ("Backoff",),
    "book_facts": ("SyncCounters", "SyncFacts"),
    "book_sync": ("BookSync",),
    "bounded": ("Bounded",),
    "consecutive": ("Consecutive",),
    "deltas": ("Deltas",),
    "effects": ("RequestSnapshot", "Resubscribe"),
    "errors": ("TooManyKeys",),
    "gather": ("Gather",),
    "image_delta": ("ImageDelta",),
    "ladders": ("LadderRule",),
    "lookup": ("Lookup",),
    "merge": ("ABSENT", "Merge", "Merged"),
    "poll_diff": ("Changes", "PollDiff"),
    "request_reply": ("Pending", "RequestReply"),
    "segments": ("Segments",),
}
_PLACES = {name: module for module, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> Any:
    # A venue loads the machines that it chose.
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
