"""The subscriptions of one connection: what is asked for, confirmed, silent, or broken."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from enum import Enum

from dragoman.model.market import StreamGap
from dragoman.session.facts import AckFacts, Subscription

_MOST_DOUBLINGS = 6


class Phase(Enum):
    """Where a subscription stands on the present connection."""

    WANTED = "wanted"
    QUEUED = "queued"
    PENDING = "pending"
    ACTIVE = "active"


# A member of an enum is slow to look up on its class.
_ACTIVE = Phase.ACTIVE


class Entry:
    """One subscription with its times (UNIX ns); `gap_from_ns` is set while a hole is open."""

    __slots__ = (
        "alone",
        "attempts",
        "due_ns",
        "gap_from_ns",
        "gap_reason",
        "heard_ns",
        "last_ns",
        "phase",
        "request_id",
        "silences",
        "subscription",
    )

    def __init__(self, subscription: Subscription) -> None:
        self.subscription = subscription
        self.phase = Phase.WANTED
        self.request_id: int | None = None
        self.attempts = 0
        self.alone = False  # asked for in a request of its own, since a shared one was refused
        self.silences = 0  # times asked for again because nothing came
        self.due_ns = 0  # pending: when the confirmation is late; wanted: not to be asked for before
        self.heard_ns = 0  # confirmation or last frame, for staleness; 0 before the first
        self.last_ns = 0  # the last moment known to be good, for gaps
        self.gap_from_ns: int | None = None
        self.gap_reason = ""

    def open_gap(self, reason: str) -> bool:
        """Note that a hole begins after the last good moment; False when nothing was ever received or one is open already."""
        if not self.last_ns or self.gap_from_ns is not None:
            return False
        self.gap_from_ns, self.gap_reason = self.last_ns, reason
        return True

    def close_gap(self, stream: str, to_ns: int) -> StreamGap | None:
        if self.gap_from_ns is None:
            return None
        topic = self.subscription.topic
        gap = StreamGap(
            stream=f"{stream}:{topic}" if topic else stream,
            instrument_id=self.subscription.instrument_id,
            reason=self.gap_reason,
            from_ns=self.gap_from_ns,
            to_ns=max(to_ns, self.gap_from_ns),
        )
        # What is told is told: the next hole begins where this one ends.
        self.gap_from_ns, self.last_ns = None, gap.to_ns
        return gap

    def hear(self, now_ns: int, good_ns: int) -> None:
        self.heard_ns, self.last_ns, self.silences = now_ns, good_ns, 0

    def ask_again(self, not_before_ns: int) -> None:
        self.phase, self.request_id, self.due_ns = Phase.WANTED, None, not_before_ns


class Ledger:
    """All subscriptions in the order in which they were asked for, which is also the order of resubscribing."""

    __slots__ = ("_ack", "_all_heard", "_entries", "_hears_topics", "_is_calm")

    def __init__(self, ack: AckFacts, hears_topics: bool = True) -> None:
        self._ack = ack
        self._hears_topics = hears_topics
        self._entries: dict[str, Entry] = {}
        self._is_calm = False
        """Whether every entry is active and whole, so that hearing of them all needs no look at each."""
        self._all_heard: tuple[int, int] | None = None
        """What the entries have yet to hear of, all of them."""

    def __iter__(self) -> Iterator[Entry]:
        self._settle()
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, topic: str) -> Entry | None:
        self._settle()
        return self._entries.get(topic)

    def add(self, subscription: Subscription) -> None:
        self._settle()
        self._entries[subscription.topic] = Entry(subscription)

    def remove(self, topic: str) -> Entry | None:
        self._settle()
        return self._entries.pop(topic, None)

    def hear(self, topic: str, now_ns: int, good_ns: int) -> bool:
        """Note a sign of life of one entry; False, and nothing is noted, where it is not there or awaits more than that."""
        entry = self._entries.get(topic)
        if entry is None or entry.phase is not _ACTIVE or entry.gap_from_ns is not None:
            return False
        if self._all_heard is not None:
            self._settle()
        entry.heard_ns, entry.last_ns, entry.silences = now_ns, good_ns, 0
        return True

    def hear_all(self, now_ns: int, good_ns: int) -> bool:
        """Note a sign of life of every entry; False, and nothing is noted, where one of them awaits more than that."""
        if not self._is_calm:
            entries = self._entries.values()
            self._is_calm = all(e.phase is Phase.ACTIVE and e.gap_from_ns is None for e in entries)
            if not self._is_calm:
                return False
        self._all_heard = now_ns, good_ns
        return True

    def _settle(self) -> None:
        """Let every entry have what was noted of all, before one is looked at or changed."""
        self._is_calm = False
        if self._all_heard is not None:
            for entry in self._entries.values():
                entry.hear(*self._all_heard)
            self._all_heard = None

    def subscriptions(self) -> tuple[Subscription, ...]:
        return tuple(entry.subscription for entry in self)

    def batches(self, size: int, now_ns: int, held: Container[str] = ()) -> list[list[Entry]]:
        """What has to be asked for now, in order and in batches; topics that are `held` are not asked for yet."""
        wanted = [
            entry
            for entry in self
            if entry.phase is Phase.WANTED and entry.due_ns <= now_ns and entry.subscription.topic not in held
        ]
        shared = [entry for entry in wanted if not entry.alone]
        batches = [shared[start : start + size] for start in range(0, len(shared), size)]
        return batches + [[entry] for entry in wanted if entry.alone]

    def sent(self, topics: Iterable[str], now_ns: int) -> None:
        """Their request went out just now, so that the time for the confirmation begins."""
        for topic in topics:
            entry = self.get(topic)
            if entry is not None and entry.phase is Phase.QUEUED:
                entry.phase, entry.due_ns = Phase.PENDING, now_ns + self._ack.timeout_ns

    def named(self, request_id: int | None, topics: Sequence[str]) -> list[Entry]:
        """The unconfirmed entries that a confirmation is about."""
        waiting = (entry for entry in self if entry.phase in (Phase.PENDING, Phase.QUEUED))
        if topics:
            return [entry for entry in waiting if entry.subscription.topic in topics]
        return [entry for entry in waiting if request_id is not None and entry.request_id == request_id]

    def named_by_refusal(self, request_id: int | None, topics: Sequence[str]) -> list[Entry]:
        """The entries that a refusal is about; one that names topics may also take back what was granted."""
        if topics:
            return [entry for topic in topics if (entry := self.get(topic)) is not None]
        return self.named(request_id, ())

    def confirm(self, entry: Entry, now_ns: int) -> None:
        entry.phase, entry.attempts, entry.heard_ns = Phase.ACTIVE, 0, now_ns
        if not entry.last_ns:
            entry.last_ns = now_ns

    def unconfirmed(self, now_ns: int) -> list[Entry]:
        """Entries whose confirmation is late."""
        return [entry for entry in self if entry.phase is Phase.PENDING and entry.due_ns <= now_ns]

    def stale(self, now_ns: int) -> list[Entry]:
        """Confirmed entries that have been silent for longer than they may."""
        return [entry for entry in self if (due := self._stale_due(entry)) is not None and due <= now_ns]

    def disconnect(self) -> None:
        """Nothing is asked for or confirmed any more; who had used up attempts gets a fresh start."""
        for entry in self:
            entry.ask_again(0)
            entry.attempts = 0

    @property
    def settled(self) -> bool:
        return all(entry.phase is Phase.ACTIVE for entry in self)

    def deadline_ns(self, held: Container[str] = ()) -> int | None:
        """The earliest moment at which an entry needs attention; what is `held` waits for more than time."""
        dues: list[int] = []
        for entry in self:
            if entry.phase is Phase.ACTIVE:
                stale_ns = self._stale_due(entry)
                if stale_ns is not None:
                    dues.append(stale_ns)
            elif entry.phase is Phase.PENDING or (
                entry.phase is Phase.WANTED and entry.subscription.topic not in held
            ):
                dues.append(entry.due_ns)
        return min(dues, default=None)

    def _stale_due(self, entry: Entry) -> int | None:
        bound = entry.subscription.stale_after_ns
        if bound is None or entry.phase is not Phase.ACTIVE or not self._hears_topics:
            return None
        return entry.heard_ns + patience_ns(bound, entry.silences)


def patience_ns(bound_ns: int, silences: int) -> int:
    """How long a topic may be silent that was asked for anew so often; a market that is simply dead is asked for less and less."""
    return bound_ns << min(silences, _MOST_DOUBLINGS)
