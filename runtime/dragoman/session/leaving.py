"""Topics that were given up on a connection, until the venue has said that no more of them comes."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.session.facts import AckFacts


class _Leave:
    """One topic: `owed` answers to its subscription come before that to giving it up, which is late after `due_ns`."""

    __slots__ = ("due_ns", "owed", "request_id")

    def __init__(self, request_id: int, owed: int) -> None:
        self.request_id = request_id
        self.owed = owed
        self.due_ns: int | None = None  # the request has not gone out


class Leaving:
    """What comes of such a topic is of the subscription that was given up; every `now_ns` is UNIX ns.

    An answer is known by the id of its request, or by the topic that it names. Where a venue words it as it confirms
    subscriptions, it is the one that comes after those that are owed.
    """

    __slots__ = ("_ack", "_topics")

    def __init__(self, ack: AckFacts) -> None:
        self._ack = ack
        self._topics: dict[str, _Leave] = {}

    def __contains__(self, topic: object) -> bool:
        return topic in self._topics

    def __len__(self) -> int:
        return len(self._topics)

    def begin(self, topic: str, request_id: int, *, is_confirmed: bool) -> None:
        """A topic is given up by a request that waits to be sent."""
        self._topics[topic] = _Leave(request_id, 0 if is_confirmed else 1)

    def sent(self, request_id: int, now_ns: int) -> None:
        """The request went out just now."""
        for leave in self._topics.values():
            if leave.request_id == request_id:
                leave.due_ns = now_ns + self._ack.timeout_ns

    def on_ack(self, request_id: int | None, topics: Sequence[str]) -> list[str]:
        """The topics that a confirmation ends, where that is how the venue answers."""
        over = self._asked_by(request_id)
        for topic in topics:
            leave = self._topics.get(topic)
            if leave is not None and leave.owed:
                leave.owed -= 1
            elif leave is not None and not self._ack.tells_left:
                over.append(topic)
        return self._end(over)

    def on_left(self, request_id: int | None, topics: Sequence[str]) -> list[str]:
        """The topics that an answer to giving up ends."""
        return self._end([*self._asked_by(request_id), *(each for each in topics if each in self._topics)])

    def on_refused(self, request_id: int | None, topics: Sequence[str]) -> list[str]:
        """The topics that a refusal ends: of giving up what the venue does not know, or of what it had not granted yet."""
        over = self._asked_by(request_id)
        for topic in topics:
            leave = self._topics.get(topic)
            if leave is not None and leave.owed:
                leave.owed -= 1
            elif leave is not None:
                over.append(topic)
        return self._end(over)

    def late(self, now_ns: int) -> list[str]:
        """The topics whose answer is not waited for any longer."""
        due = [
            topic
            for topic, leave in self._topics.items()
            if leave.due_ns is not None and leave.due_ns <= now_ns
        ]
        return self._end(due)

    def end_all(self) -> list[str]:
        """The connection is another one, or its frames bring what was given up no longer."""
        return self._end(list(self._topics))

    def deadline_ns(self) -> int | None:
        return min(
            (leave.due_ns for leave in self._topics.values() if leave.due_ns is not None), default=None
        )

    def _asked_by(self, request_id: int | None) -> list[str]:
        if request_id is None:
            return []
        return [topic for topic, leave in self._topics.items() if leave.request_id == request_id]

    def _end(self, topics: Sequence[str]) -> list[str]:
        over = list(dict.fromkeys(topics))
        for topic in over:
            del self._topics[topic]
        return over
