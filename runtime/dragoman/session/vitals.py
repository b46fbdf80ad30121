"""Whether a connection is alive, and what keeps it so: heartbeats, silence and age."""

from __future__ import annotations

import msgspec

from dragoman.session.facts import Payload, SessionFacts


class Complaint(msgspec.Struct, frozen=True):
    """Why a connection has to be given up; `planned` when nothing is wrong with it."""

    reason: str
    planned: bool = False


class Vitals:
    """The timers of one connection; all times are UNIX ns, None while not running."""

    __slots__ = (
        "_beat_ns",
        "_facts",
        "_opened_ns",
        "_pong_due_ns",
        "auth_due_ns",
        "heard_ns",
    )

    def __init__(self, facts: SessionFacts) -> None:
        self._facts = facts
        self._opened_ns: int | None = None
        self.heard_ns = 0
        self._beat_ns: int | None = None
        self._pong_due_ns: int | None = None
        self.auth_due_ns: int | None = None

    def opened(self, now: int) -> None:
        heartbeat = self._facts.heartbeat
        self._opened_ns = now
        self.heard_ns = now
        self._beat_ns = None if heartbeat is None else now + heartbeat.every_ns

    def closed(self) -> None:
        self._opened_ns = self._beat_ns = self._pong_due_ns = self.auth_due_ns = None

    def heard(self, now: int) -> None:
        """A frame of any kind came."""
        self.heard_ns = now
        if self._pong_due_ns is not None:
            heartbeat = self._facts.heartbeat
            if heartbeat is not None and heartbeat.any_frame_is_pong:
                self._pong_due_ns = None

    def ponged(self) -> None:
        self._pong_due_ns = None

    def beat(self, now: int) -> Payload | None:
        """The heartbeat to send, when one is due."""
        heartbeat = self._facts.heartbeat
        if heartbeat is None or self._beat_ns is None or self._beat_ns > now:
            return None
        self._beat_ns = now + heartbeat.every_ns
        if heartbeat.pong_within_ns is not None and self._pong_due_ns is None:
            self._pong_due_ns = now + heartbeat.pong_within_ns
        return heartbeat.payload(now)

    def complaint(self, now: int) -> Complaint | None:
        """What is wrong with the connection, if anything."""
        for due_ns, complaint in self._limits():
            if due_ns <= now:
                return complaint
        return None

    def deadline_ns(self) -> int | None:
        dues = [due_ns for due_ns, _ in self._limits()]
        if self._beat_ns is not None:
            dues.append(self._beat_ns)
        return min(dues, default=None)

    def _limits(self) -> list[tuple[int, Complaint]]:
        facts = self._facts
        limits: list[tuple[int, Complaint]] = []
        if self.auth_due_ns is not None:
            limits.append((self.auth_due_ns, Complaint("no answer to the log-in")))
        if self._pong_due_ns is not None:
            limits.append((self._pong_due_ns, Complaint("no answer to a heartbeat")))
        if self._opened_ns is not None:
            if facts.stale_after_ns is not None:
                limits.append(
                    (self.heard_ns + facts.stale_after_ns, Complaint("no frame for longer than declared"))
                )
            if facts.max_age_ns is not None:
                age_ns = max(facts.max_age_ns - facts.renew_margin_ns, facts.max_age_ns // 2)
                limits.append(
                    (self._opened_ns + age_ns, Complaint("renewed before the venue's cut", planned=True))
                )
        return limits
