"""Which machine takes part in the events of a channel or an operation."""

from __future__ import annotations

from dragoman_generator.language.state import (
    Consecutive,
    ImageDelta,
    Lookup,
    Memory,
    Merge,
    PollDiff,
    RequestReply,
)
from dragoman_generator.resolve.fanouts import ImageFanOut
from dragoman_generator.resolve.machines.counts import CountSite
from dragoman_generator.resolve.machines.lookups import LookupSite
from dragoman_generator.resolve.machines.memories import MemorySite
from dragoman_generator.resolve.machines.merges import MergeSite
from dragoman_generator.resolve.machines.polls import PollSite
from dragoman_generator.resolve.machines.replies import ReplySite
from dragoman_generator.resolve.machines.site import Site
from dragoman_generator.yaml.marks import Path


def plain_site(name: str, state: object, path: Path) -> Site | None:
    """Where the machine of a channel or operation takes part in its events, None where it needs more than its own words."""
    if isinstance(state, Merge):
        return MergeSite(name, state, path)
    if isinstance(state, Lookup):
        return LookupSite(name, state, path)
    if isinstance(state, Memory):
        return MemorySite(name, state, path)
    if isinstance(state, Consecutive):
        return CountSite(name, state, path)
    if isinstance(state, PollDiff):
        return PollSite(name, state, path)
    if isinstance(state, RequestReply):
        return ReplySite(name, state, path)
    return ImageFanOut(name, state) if isinstance(state, ImageDelta) else None
