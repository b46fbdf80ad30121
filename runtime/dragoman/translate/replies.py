"""Replies on a stream matched to what was asked: the parameters of the request become those of the reply."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dragoman.machines import Pending, RequestReply

if TYPE_CHECKING:
    from dragoman.translate.scope import Scope


class Replies:
    """The machine of one channel; `issue` gives the id of a request that is about to be sent."""

    def __init__(self, *, name: str, timeout_ns: int, max_pending: int) -> None:
        self.machine: RequestReply[Mapping[str, Any]] = RequestReply(
            timeout_ns=timeout_ns, max_pending=max_pending, name=name
        )

    def issue(self, request: Mapping[str, Any], now_ns: int) -> int:
        """A fresh id for a request with these parameters; raises TooManyKeys at the bound of pending ones."""
        return self.machine.issue(request, now_ns)

    def scope(self, scope: Scope, request_id: int, *, is_last: bool, now_ns: int) -> Scope:
        """The scope with the parameters of the request that this reply, or part of one, answers.

        An id that nothing is known of leaves the scope as it is, with the parameters that the caller gave, if any.
        """
        if scope.request:
            return scope
        found = self.machine.reply(request_id) if is_last else self.machine.part(request_id, now_ns)
        return scope if found is None else scope.of(scope.source, found.context, scope.topic)

    def on_tick(self, now_ns: int) -> list[Pending[Mapping[str, Any]]]:
        """Requests whose time is up; their outcome is unknown, not refused."""
        return self.machine.on_tick(now_ns)

    def on_disconnect(self) -> list[Pending[Mapping[str, Any]]]:
        """Requests that the break left without an answer."""
        return self.machine.on_disconnect()
