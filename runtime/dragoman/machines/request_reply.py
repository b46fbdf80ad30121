"""Requests with ids on a stream: which answer belongs to which question, and which questions got none."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dragoman.machines.errors import TooManyKeys

C = TypeVar("C")


class Pending(Struct, Generic[C], frozen=True):
    """A request that was sent; `context` is the caller's, `is_late` says that it had been given up before."""

    request_id: int
    context: C
    sent_ns: int
    due_ns: int
    timeout_ns: int
    is_late: bool = False


class ReplyCounters(Struct):
    replies: int = 0
    late: int = 0
    unknown: int = 0
    timeouts: int = 0
    lost: int = 0


class RequestReply(Generic[C]):
    """Ids are given out in rising order and never used twice, so a late answer can't be taken for another's."""

    def __init__(
        self,
        *,
        timeout_ns: int,
        max_pending: int = 1000,
        first_id: int = 1,
        max_late: int = 1000,
        name: str = "",
    ) -> None:
        self.counters = ReplyCounters()
        self.timeout_ns = timeout_ns
        self.max_pending = max_pending
        self._max_late = max_late
        self._name = name
        self._next_id = first_id
        self._pending: dict[int, Pending[C]] = {}
        self._given_up: OrderedDict[int, Pending[C]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._pending)

    @property
    def due_ns(self) -> int | None:
        """When the time of the oldest request is up; None where nothing is pending."""
        return next((each.due_ns for each in self._pending.values()), None)

    def issue(self, context: C, now_ns: int, timeout_ns: int | None = None) -> int:
        """A fresh id for a request that is about to be sent; raises TooManyKeys at the bound of pending ones."""
        if len(self._pending) >= self.max_pending:
            raise TooManyKeys(machine="request_reply", what=self._name, bound=self.max_pending)
        request_id = self._next_id
        self._next_id += 1
        wait_ns = self.timeout_ns if timeout_ns is None else timeout_ns
        self._pending[request_id] = Pending(request_id, context, now_ns, now_ns + wait_ns, wait_ns)
        return request_id

    def reply(self, request_id: int) -> Pending[C] | None:
        """The request that this answer ends; None (counted) for an id that was never given out or is long gone.

        An answer to a request that timed out or was cut off comes with `is_late`: its outcome is known after all.
        """
        pending = self._pending.pop(request_id, None)
        if pending is not None:
            self.counters.replies += 1
            return pending
        late = self._given_up.pop(request_id, None)
        if late is None:
            self.counters.unknown += 1
            return None
        self.counters.late += 1
        return late

    def part(self, request_id: int, now_ns: int) -> Pending[C] | None:
        """The request that this answer is a part of; more parts have the whole time-out again."""
        pending = self._pending.get(request_id)
        if pending is None:
            return self._given_up.get(request_id)
        pending = replace(pending, due_ns=now_ns + pending.timeout_ns)
        self._pending[request_id] = pending
        return pending

    def on_tick(self, now_ns: int) -> list[Pending[C]]:
        """Requests whose time is up, oldest first; their outcome is unknown, not refused."""
        expired = [pending for pending in self._pending.values() if pending.due_ns <= now_ns]
        self.counters.timeouts += len(expired)
        self._give_up(expired)
        return expired

    def on_disconnect(self) -> list[Pending[C]]:
        """Requests that the break left without an answer, oldest first; their outcome is unknown."""
        lost = list(self._pending.values())
        self.counters.lost += len(lost)
        self._give_up(lost)
        return lost

    def _give_up(self, requests: list[Pending[C]]) -> None:
        for pending in requests:
            del self._pending[pending.request_id]
            self._given_up[pending.request_id] = replace(pending, is_late=True)
        while len(self._given_up) > self._max_late:
            self._given_up.popitem(last=False)
