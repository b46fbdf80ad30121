"""The connections of an adapter: each topic on one of them, further ones where a venue bounds what one may carry."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Mapping, ValuesView
from contextlib import suppress
from dataclasses import replace

import msgspec

from dragoman.adapter.consumers import Consumer
from dragoman.adapter.line import LineRunner
from dragoman.errors import SubscriptionRefused
from dragoman.requests.streaming import Line
from dragoman.session.facts import Subscription

Open = Callable[[Line, Mapping[str, str]], LineRunner]
"""(a line, what its address leaves open) -> its connection, started."""


class ConnectionStats(msgspec.Struct, frozen=True, kw_only=True):
    """One connection as it is now; the counters are of its whole life, over every time that it came back."""

    name: str
    number: int
    """Connections of one kind are counted from 1."""
    state: str
    subscriptions: int
    frames: int
    bytes_received: int
    reconnects: int
    gaps: int


class Lines:
    """Open connections by kind and number; `open_line` makes one."""

    def __init__(self, venue: str, open_line: Open) -> None:
        self._venue = venue
        self._open_line = open_line
        self._open: dict[Line, LineRunner] = {}
        self._over: list[LineRunner] = []

    def __contains__(self, line: object) -> bool:
        return line in self._open

    def __getitem__(self, line: Line) -> LineRunner:
        return self._open[line]

    def items(self) -> ItemsView[Line, LineRunner]:
        return self._open.items()

    def values(self) -> ValuesView[LineRunner]:
        return self._open.values()

    def place(
        self, kind: Line, subscription: Subscription, slots: Mapping[str, str], *, tells_book: bool = False
    ) -> Line:
        """The connection of a kind for one more topic, which has its place there from now on.

        It is the one that has the topic, else one with room, if possible that of the instrument's other topics, else a new one.
        Two topics that tell the book of one instrument have a connection each, as far as the venue allows so many: a book has
        one source.
        Raises SubscriptionRefused where the venue allows no further connection of the kind.
        """
        self._set_aside()
        kin = {line: runner for line, runner in self._open.items() if replace(line, number=1) == kind}
        line = next((line for line, runner in kin.items() if subscription.topic in runner.topics), None)
        if line is None:
            line = self._chosen(kind, kin, subscription, tells_book)
        if line not in self._open:
            self._open[line] = self._open_line(line, slots)
        self._open[line].topics[subscription.topic] = subscription
        if tells_book:
            self._open[line].books_told[subscription.topic] = subscription.instrument_id
        return line

    def _chosen(
        self, kind: Line, kin: Mapping[Line, LineRunner], subscription: Subscription, tells_book: bool
    ) -> Line:
        identity = subscription.instrument_id
        if tells_book and identity and any(identity in each.books_told.values() for each in kin.values()):
            free = {line: each for line, each in kin.items() if identity not in each.books_told.values()}
            with suppress(SubscriptionRefused):
                return self._with_room(free, subscription) or self._further(kind, kin, subscription)
        return self._with_room(kin, subscription) or self._further(kind, kin, subscription)

    def any_of(self, kind: Line) -> LineRunner:
        """The first connection of a kind, whatever it carries; opened where there is none."""
        self._set_aside()
        if kind not in self._open:
            self._open[kind] = self._open_line(kind, {})
        return self._open[kind]

    def _set_aside(self) -> None:
        """A session that is over for good, as after a refused log-in, makes room for another try."""
        for line in [line for line, each in self._open.items() if each.runner.is_over]:
            over = self._open.pop(line)
            over.abandon()
            self._over.append(over)

    def _with_room(self, kin: Mapping[Line, LineRunner], subscription: Subscription) -> Line | None:
        free = [line for line, runner in kin.items() if _has_room(runner)]
        identity = subscription.instrument_id
        alike = (
            line
            for line in free
            if identity is not None
            and any(each.instrument_id == identity for each in kin[line].topics.values())
        )
        return next(alike, next(iter(free), None))

    def _further(self, kind: Line, kin: Mapping[Line, LineRunner], subscription: Subscription) -> Line:
        facts = next((runner.runner.session.facts for runner in kin.values()), None)
        if facts is not None and facts.max_connections is not None and len(kin) >= facts.max_connections:
            why = (
                f"all {len(kin)} connections that the venue allows of this kind hold their"
                f" {facts.max_subscriptions} subscriptions; give some up first"
            )
            raise SubscriptionRefused(self._venue, facts.name, subscription.topic, None, why)
        taken = {line.number for line in kin}
        return replace(kind, number=next(n for n in range(1, len(kin) + 2) if n not in taken))

    async def leave(self, line: Line, topics: Iterable[str]) -> None:
        """Give up topics that nobody wants any more; a further connection that is left without any is closed."""
        runner = self._open.get(line)
        if runner is None:
            return
        runner.leave([topic for topic in topics if not runner.router.depended_on(topic)])
        if line.number > 1 and not runner.topics:
            del self._open[line]
            await runner.close()

    def remove(self, consumer: Consumer) -> None:
        """A consumer wants nothing more, on whatever connection."""
        for runner in self._open.values():
            runner.router.remove(consumer)

    async def finish(self) -> None:
        """End every stream in good order."""
        for runner in list(self._open.values()):
            await runner.runner.close()

    async def close(self) -> None:
        """Close every connection and wait for its tasks."""
        for runner in [*self._open.values(), *self._over]:
            await runner.close()
        self._open.clear()
        self._over.clear()

    def stats(self) -> list[ConnectionStats]:
        """Every open connection as it is now."""
        found = []
        for line, each in self._open.items():
            runner = each.runner
            session = runner.session
            found.append(
                ConnectionStats(
                    name=session.facts.name,
                    number=line.number,
                    state=session.state.value,
                    subscriptions=len(session.subscriptions),
                    frames=runner.counts.frames,
                    bytes_received=runner.counts.bytes_received,
                    reconnects=runner.counts.reconnects,
                    gaps=runner.counts.gaps,
                )
            )
        return found


def _has_room(line: LineRunner) -> bool:
    """Whether the venue lets the connection carry one more subscription."""
    most = line.runner.session.facts.max_subscriptions
    return most is None or len(line.topics) < most
