"""Repeated full answers turned into what changed between them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from msgspec import Struct

from dragoman.machines.errors import TooManyKeys

R = TypeVar("R")


class Changes(Struct, Generic[R], frozen=True):
    """`changed` pairs are (before, now)."""

    added: tuple[R, ...]
    changed: tuple[tuple[R, R], ...]
    removed: tuple[R, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


class PollDiff(Generic[R]):
    """Rows are compared whole unless `compare` picks what matters; `key` tells which rows are the same thing."""

    def __init__(
        self,
        key: Callable[[R], Hashable],
        *,
        compare: Callable[[R], object] | None = None,
        first: bool = True,
        max_rows: int = 100_000,
    ) -> None:
        self.duplicates = 0
        self._key = key
        self._compare = compare or (lambda row: row)
        self._report_first = first
        self._max_rows = max_rows
        self._rows: dict[Hashable, R] | None = None

    def on_poll(self, rows: Iterable[R], *, complete: bool = True) -> Changes[R]:
        """What differs from the poll before; raises TooManyKeys past `max_rows`, leaving the state as it was.

        A poll that isn't `complete` (a failed page, a filtered call) adds and changes, but removes nothing. With
        `first=False` the first poll is only remembered. Of rows with the same key the last counts.
        """
        now: dict[Hashable, R] = {}
        seen = 0
        for row in rows:
            seen += 1
            now[self._key(row)] = row
            if len(now) > self._max_rows:
                raise TooManyKeys(machine="poll_diff", what="rows", bound=self._max_rows)
        before = self._rows
        if not complete and before is not None and len(before.keys() | now.keys()) > self._max_rows:
            raise TooManyKeys(machine="poll_diff", what="rows", bound=self._max_rows)
        self.duplicates += seen - len(now)
        if before is None:
            if complete:
                self._rows = now
            return Changes(tuple(now.values()) if self._report_first and complete else (), (), ())
        compare = self._compare
        changes = Changes(
            tuple([row for key, row in now.items() if key not in before]),
            tuple(
                [
                    (before[key], row)
                    for key, row in now.items()
                    if key in before and compare(before[key]) != compare(row)
                ]
            ),
            tuple([row for key, row in before.items() if key not in now]) if complete else (),
        )
        self._rows = now if complete else before | now
        return changes

    def reset(self) -> None:
        """The next poll is a first one again."""
        self._rows = None
