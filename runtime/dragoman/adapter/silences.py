"""Topics of a connection whose frames don't say theirs: which of them has been silent for too long, by what frames mean."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from dragoman.net.backend import NS_PER_SECOND, Clock
from dragoman.requests.facts import Interface
from dragoman.session.facts import Subscription
from dragoman.session.ledger import patience_ns
from dragoman.session.machine import State
from dragoman.session.runner import SessionRunner
from dragoman.translate.facts import Feed

_EVERY_NS = 10 * NS_PER_SECOND


class Silences:
    """Notes which types came of which instruments, and has silent topics of the `watched` channels subscribed to anew."""

    def __init__(
        self, runner: SessionRunner, interface: Interface, watched: Container[str], clock: Clock
    ) -> None:
        self._runner = runner
        self._channels = interface.channels
        self._watched = watched
        self._clock = clock
        self._told: dict[tuple[str, str | None], int] = {}
        """(type, instrument, None for all) -> when it was told last."""
        self._since: dict[str, int] = {}
        """Topic -> since when it could have been heard."""
        self._silent: dict[str, tuple[int, int]] = {}
        """Topic -> when it was heard last, and how often it was asked for anew since."""

    def over(self, feed: Feed) -> Feed:
        """The feed, overheard."""
        return _Overheard(feed, self._told)

    async def watch(self) -> None:
        """Look every now and then, for as long as the connection is wanted."""
        while True:
            await self._clock.sleep(_EVERY_NS)
            now_ns, session = self._clock.now_ns(), self._runner.session
            if session.state is not State.LIVE:
                self._since.clear()
                continue
            heard_ns = {each.topic: self._silent_since(each, now_ns) for each in session.subscriptions}
            silent = {topic: since_ns for topic, since_ns in heard_ns.items() if since_ns is not None}
            if silent:
                self._runner.silence(silent)

    def _silent_since(self, subscription: Subscription, now_ns: int) -> int | None:
        """When a topic was heard last that is silent for too long."""
        bound_ns = subscription.stale_after_ns
        if bound_ns is None or subscription.channel not in self._watched:
            return None
        topic, instrument = subscription.topic, subscription.instrument_id
        heard_ns = self._since.setdefault(topic, now_ns)
        for name in self._channels[subscription.channel].gives:
            heard_ns = max(heard_ns, self._told.get((name, instrument), 0), self._told.get((name, None), 0))
        last_ns, times = self._silent.get(topic, (heard_ns, 0))
        if last_ns != heard_ns:
            times = 0
        if now_ns - heard_ns < patience_ns(bound_ns, times):
            return None
        self._silent[topic] = heard_ns, times + 1
        return heard_ns


class _Overheard:
    """A feed that notes what it yields."""

    __slots__ = ("_feed", "_told", "reset")

    def __init__(self, feed: Feed, told: dict[tuple[str, str | None], int]) -> None:
        self._feed = feed
        self._told = told
        self.reset = getattr(feed, "reset", None)

    def __call__(self, data: bytes, ts_init: int) -> list[Any]:
        events = self._feed(data, ts_init)
        for event in events:
            self._told[type(event).__name__, getattr(event, "instrument_id", None)] = ts_init
        return events
