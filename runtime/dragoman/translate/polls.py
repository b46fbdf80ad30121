"""Listings that are called again and again, as generated emit functions see them: only what differs from the call before."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from dragoman.machines import Bounded, PollDiff

R = TypeVar("R")

_MOST_CALLS = 256
"""Calls with different parameters list different things; so many are told apart."""


class Polls(Generic[R]):
    """The machine of one operation; `change` says of the row that was handed out last what happened to it."""

    def __init__(self, *, key: Callable[[R], Hashable], max_rows: int) -> None:
        self._key = key
        self._max_rows = max_rows
        self._polls: Bounded[PollDiff[R]] = Bounded(_MOST_CALLS)
        self.change = "added"

    def rows(self, rows: Iterable[R], request: Mapping[str, Any], *, differs: bool) -> Iterator[R]:
        """Rows that were added, changed or removed since the same call before; all of them where `differs` is false."""
        if not differs:
            self.change = "added"
            yield from rows
            return
        call = _call(request)
        poll = self._polls.get(call)
        if poll is None:
            poll = PollDiff(self._key, max_rows=self._max_rows)
            self._polls.put(call, poll)
        changes = poll.on_poll(rows)
        self.change = "added"
        yield from changes.added
        self.change = "changed"
        yield from (row for _, row in changes.changed)
        self.change = "removed"
        yield from changes.removed

    def forget(self, request: Mapping[str, Any]) -> None:
        """The next call with these parameters is a first one again."""
        self._polls.pop(_call(request))

    def reset(self) -> None:
        """The next call of each is a first one again."""
        self._polls.clear()


def _call(request: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in request.items()))
