"""Asking for topics and keeping them: batches, confirmations, refusals, silence and holes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.model.market import StreamGap
from dragoman.net.wire import Frame
from dragoman.session.facts import Payload, SessionFacts, Subscription
from dragoman.session.leaving import Leaving
from dragoman.session.ledger import Entry, Ledger, Phase
from dragoman.session.messages import (
    Ack,
    Acked,
    Action,
    Data,
    Deliver,
    EmitGap,
    Left,
    Refused,
    Send,
    SubscriptionFailed,
    Unsubscribed,
)
from dragoman.session.outgoing import Outgoing

_SILENT = "silent for so long that it was subscribed to anew: lost, or there was nothing to tell"
_UNHEARD = "no answer to a request, nor anything else since"


class Subscriptions:
    """The topics of one connection and the frames that wait to be sent for them; every `now` is UNIX ns."""

    __slots__ = ("_facts", "_leaving", "_ledger", "_outgoing", "_request_id")

    def __init__(self, facts: SessionFacts, subscriptions: Iterable[Subscription]) -> None:
        self._facts = facts
        self._ledger = Ledger(facts.ack, facts.names_topics)
        self._leaving = Leaving(facts.ack)
        self._outgoing = Outgoing(facts.send_limit, facts.ask_limit)
        self._request_id = 0
        for subscription in subscriptions:
            self._ledger.add(subscription)

    def __len__(self) -> int:
        return len(self._ledger)

    @property
    def settled(self) -> bool:
        """Whether every topic is confirmed."""
        return self._ledger.settled

    def get(self, topic: str) -> Subscription | None:
        entry = self._ledger.get(topic)
        return None if entry is None else entry.subscription

    def all(self) -> tuple[Subscription, ...]:
        return self._ledger.subscriptions()

    # -- changes of mind -----------------------------------------------------------------------------------------------

    def add(self, subscriptions: Sequence[Subscription]) -> tuple[bool, list[Action]]:
        """Take in what is new; whether anything was, and what does not fit."""
        failed: list[Action] = []
        added = False
        for subscription in subscriptions:
            if self._ledger.get(subscription.topic) is not None:
                continue
            most = self._facts.max_subscriptions
            if most is not None and len(self._ledger) >= most:
                why = f"this connection holds at most {most} subscriptions; open another one"
                failed.append(SubscriptionFailed(subscription.topic, None, why))
                continue
            self._ledger.add(subscription)
            added = True
        return added, failed

    def remove(self, topics: Sequence[str]) -> tuple[bool, list[Action]]:
        """Forget topics, and tell the venue of those that it knows; whether there were any, and which are left already."""
        removed = [entry for topic in topics if (entry := self._ledger.remove(topic)) is not None]
        known = [each for each in removed if each.phase is not Phase.WANTED]
        if self._facts.subscribe is None:
            # As long as the address names them they come.
            for each in known:
                self._leaving.begin(each.subscription.topic, 0, is_confirmed=True)
        else:
            self._renounce(known, leaves=True)
        left = [each for each in removed if each not in known or each.subscription.topic not in self._leaving]
        return bool(removed), [Left(each.subscription.topic) for each in left]

    def renew(self, topics: Sequence[str], now: int) -> bool:
        """Give topics up and ask for them again, as if they had never been granted; whether there were any to give up."""
        known = [entry for topic in topics if (entry := self._ledger.get(topic)) is not None]
        asked = [entry for entry in known if entry.phase in (Phase.PENDING, Phase.ACTIVE)]
        self._renounce(asked, leaves=False)
        for entry in asked:
            entry.ask_again(now)
            entry.attempts = 0
        return bool(asked)

    def _renounce(self, entries: Sequence[Entry], *, leaves: bool) -> None:
        """Tell the venue; where that is to be the end of them (`leaves`) and it answers, they are left once it has."""
        if self._facts.unsubscribe is None:
            return
        answers = leaves and self._facts.ack.by in ("request_id", "topic") and not self._facts.whole
        size = self._facts.batch_size
        for start in range(0, len(entries), size):
            for batch in self._split(entries[start : start + size]):
                named = [entry.subscription for entry in batch]
                request_id = self._next_id()
                payloads = self._facts.unsubscribe(named, request_id)
                for index, payload in enumerate(payloads, 1):
                    self._outgoing.push(payload, leaves=request_id if index == len(payloads) else 0)
                for entry in batch if answers and payloads else ():
                    is_confirmed = entry.phase is Phase.ACTIVE
                    self._leaving.begin(entry.subscription.topic, request_id, is_confirmed=is_confirmed)

    def _split(self, batch: Sequence[Entry]) -> list[Sequence[Entry]]:
        """A batch in halves, and these in halves, until each fits a frame; a single topic is a frame whatever its length."""
        fits = self._facts.fits
        if fits is None or len(batch) <= 1 or fits([entry.subscription for entry in batch]):
            return [batch]
        middle = len(batch) // 2
        return self._split(batch[:middle]) + self._split(batch[middle:])

    # -- sending -------------------------------------------------------------------------------------------------------

    def queue(self, payloads: Iterable[Payload], *, asks: bool = True) -> None:
        for payload in payloads:
            self._outgoing.push(payload, asks=asks)

    def queue_urgent(self, payload: Payload) -> None:
        self._outgoing.push_urgent(payload)

    def ask(self, now: int) -> list[Action]:
        """Ask for all that is wanted now, as far as the venue's send limit allows."""
        if self._facts.subscribe is not None:
            size = self._facts.batch_size
            # A topic that is given up is asked for again once that is done: nobody could tell apart what comes of the two.
            batches: list[Sequence[Entry]] = list(self._ledger.batches(size, now, self._leaving))
            if self._facts.whole:
                wanted = [entry for batch in batches for entry in batch]
                batches = [wanted] if wanted else []
            else:
                batches = [part for batch in batches for part in self._split(batch)]
            for batch in batches:
                request_id = self._next_id()
                named = self.all() if self._facts.whole else [entry.subscription for entry in batch]
                payloads = self._facts.subscribe(named, request_id)
                for entry in batch:
                    entry.phase, entry.request_id = Phase.QUEUED, request_id
                    entry.attempts += 1
                topics = tuple(entry.subscription.topic for entry in batch)
                for index, payload in enumerate(payloads, 1):
                    self._outgoing.push(payload, topics if index == len(payloads) else ())
        return self.flush(now)

    def flush(self, now: int) -> list[Action]:
        """Send what may be sent now."""
        actions: list[Action] = []
        for payload, topics, leaves in self._outgoing.release(now):
            actions.append(Send(payload))
            self._ledger.sent(topics, now)
            if leaves:
                self._leaving.sent(leaves, now)
            if topics and self._facts.ack.by == "none":
                for entry in self._ledger.named(None, topics):
                    actions += self._confirm(entry, now)
        return actions

    def _next_id(self) -> int:
        self._request_id += 1
        return self._request_id

    # -- answers -------------------------------------------------------------------------------------------------------

    def confirm_all(self, now: int) -> list[Action]:
        """The address named every topic, or all come unasked, so that a connection is a confirmation."""
        waiting = [entry for entry in self._ledger if entry.phase is not Phase.ACTIVE]
        return [action for entry in waiting for action in self._confirm(entry, now)]

    def on_ack(self, ack: Ack, now: int) -> list[Action]:
        named = self._ledger.named(ack.request_id, ack.topics)
        confirmed = [action for entry in named for action in self._confirm(entry, now)]
        return _left(self._leaving.on_ack(ack.request_id, ack.topics)) + confirmed

    def on_unsubscribed(self, said: Unsubscribed) -> list[Action]:
        return _left(self._leaving.on_left(said.request_id, said.topics))

    def end_leaving(self) -> list[Action]:
        """What was given up comes no longer, whatever the venue says."""
        return _left(self._leaving.end_all())

    def on_refused(self, refused: Refused, now: int) -> list[Action]:
        # What is given up is not asked for again yet, so that a refusal which names it is of what was asked before.
        named = tuple(each for each in refused.topics if each not in self._leaving)
        actions = _left(self._leaving.on_refused(refused.request_id, refused.topics))
        entries = self._ledger.named_by_refusal(refused.request_id, named)
        shared = len(entries) > 1 and not refused.topics
        for entry in entries:
            if shared and not refused.retry:  # one bad topic must not cost the others of its request
                entry.alone = True
                entry.ask_again(now)
            elif refused.retry and entry.attempts < self._facts.ack.attempts:
                entry.ask_again(now + self._facts.ack.timeout_ns)
            else:
                actions += self._give_up(entry, refused.code, refused.reason)
        if not entries:
            actions.append(self._facts.line("refused", warn=True, code=refused.code, reason=refused.reason))
        return actions

    def hears(self, topic: str | None, now: int, good_ns: int) -> bool:
        """Note a sign of life of a topic, or of all; False, and nothing is noted, where `on_data` has more to do."""
        return (
            self._ledger.hear_all(now, good_ns) if topic is None else self._ledger.hear(topic, now, good_ns)
        )

    def on_data(self, data: Data, frame: Frame, now: int) -> list[Action]:
        topic = data.topic
        if topic is not None and topic in self._leaving:
            return []
        entry = self._ledger.get(topic) if topic is not None else None
        concerned = self._ledger if topic is None else [entry] if entry is not None else ()
        actions: list[Action] = []
        for each in concerned:
            if each.phase is Phase.PENDING and self._facts.ack.by == "data":
                actions += self._confirm(each, now)
            # A frame that may be of any topic is no sign of one that is still being asked for.
            if each.gap_from_ns is not None and (topic is not None or each.phase is Phase.ACTIVE):
                actions += self._close_gap(each, frame.ts_ns or now)
            each.hear(now, frame.ts_ns or now)
        actions.append(Deliver(frame, topic))
        return actions

    def _confirm(self, entry: Entry, now: int) -> list[Action]:
        self._ledger.confirm(entry, now)
        closed = self._close_gap(entry, now) if entry.subscription.quiet else []
        return [Acked(entry.subscription.topic), *closed]

    def _give_up(self, entry: Entry, code: str | None, reason: str) -> list[Action]:
        topic = entry.subscription.topic
        self._ledger.remove(topic)
        line = self._facts.line("subscription failed", warn=True, topic=topic, code=code, reason=reason)
        return [line, SubscriptionFailed(topic, code, reason)]

    def _close_gap(self, entry: Entry, to_ns: int) -> list[Action]:
        gap = entry.close_gap(self._facts.name, to_ns)
        return [] if gap is None else [EmitGap(gap)]

    def end_hole(self, topic: str, now: int) -> StreamGap | None:
        """Take the open hole of a topic, which ends now."""
        entry = self._ledger.get(topic)
        return None if entry is None else entry.close_gap(self._facts.name, now)

    # -- time ----------------------------------------------------------------------------------------------------------

    def deadline_ns(self, now: int, *, asking: bool) -> int | None:
        dues = [
            self._outgoing.deadline_ns(now),
            *((self._ledger.deadline_ns(self._leaving), self._leaving.deadline_ns()) if asking else ()),
        ]
        return min((due for due in dues if due is not None), default=None)

    def on_unanswered(self, now: int) -> list[Action]:
        """Topics that the venue was told to give up so long ago that its answer is not waited for."""
        actions: list[Action] = []
        for topic in self._leaving.late(now):
            actions += [self._facts.line("no answer to unsubscribing", warn=True, topic=topic), Left(topic)]
        return actions

    def on_unconfirmed(self, now: int, heard_ns: int) -> tuple[list[Action], str | None]:
        """Topics whose confirmation is late are wanted again, or given up; why to connect anew, if that is called for.

        A venue that granted a topic before and from which nothing at all (last at `heard_ns`) came since it was asked for
        again has not refused: the line is dead.
        """
        actions: list[Action] = []
        for entry in self._ledger.unconfirmed(now):
            if entry.attempts < self._facts.ack.attempts:
                actions.append(
                    self._facts.line("no acknowledgement", warn=True, topic=entry.subscription.topic)
                )
                entry.ask_again(now)
            elif entry.last_ns and heard_ns <= entry.due_ns - self._facts.ack.timeout_ns:
                return actions, f"{_UNHEARD}: {entry.subscription.topic}"
            else:
                actions += self._give_up(entry, None, f"no acknowledgement after {entry.attempts} attempts")
        return actions, None

    def on_silent(self, now: int) -> tuple[list[Action], str | None]:
        """Topics that are silent for too long are asked for anew; where that can't be done, why to connect anew."""
        return self._begin_anew(self._ledger.stale(now), now)

    def on_silence(self, heard_ns: Mapping[str, int], now: int) -> tuple[list[Action], str | None]:
        """The same of topics whose silence somebody else has noticed, told when each was heard last."""
        known = [entry for topic in heard_ns if (entry := self._ledger.get(topic)) is not None]
        silent = [entry for entry in known if entry.phase is Phase.ACTIVE]
        for entry in silent:
            entry.last_ns = min(entry.last_ns, heard_ns[entry.subscription.topic])
        return self._begin_anew(silent, now)

    def _begin_anew(self, silent: Sequence[Entry], now: int) -> tuple[list[Action], str | None]:
        if not silent:
            return [], None
        topics = ",".join(entry.subscription.topic for entry in silent)
        for entry in silent:
            entry.open_gap(_SILENT)
            entry.silences += 1
        line = self._facts.line("stale", warn=True, topics=topics)
        if self._facts.subscribe is None or self._facts.unsubscribe is None:
            return [line], f"{_SILENT}: {topics}"
        self._renounce(silent, leaves=False)
        for entry in silent:
            entry.ask_again(now)
        return [line], None

    def on_disconnected(self, reason: str | None) -> int:
        """Everything has to be asked for again; how many holes began, for which `reason` (None: they are not wanted)."""
        holes = sum(entry.open_gap(reason) for entry in self._ledger) if reason is not None else 0
        self._ledger.disconnect()
        self._outgoing.clear()
        return holes

    def finish(self, now: int) -> list[Action]:
        """Report the holes that will never close."""
        return [action for entry in self._ledger for action in self._close_gap(entry, now)]


def _left(topics: Iterable[str]) -> list[Action]:
    return [Left(topic) for topic in topics]
