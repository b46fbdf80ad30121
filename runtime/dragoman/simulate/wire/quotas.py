"""Bounds of connections: how many, how old, how busy and how silent one may be, and what the venue says of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from dragoman.requests.facts import End, Interface, Rules
from dragoman.simulate.links import Link, close, is_beat

_SECOND = 1_000_000_000
_POLICY = 1008
_GOING_AWAY = 1001
_TOO_MANY = 429
_USUAL = {
    "subscriptions": End(text="too many subscriptions"),
    "sends": End(close=_POLICY, text="too many requests"),
    "asks": End(close=_POLICY, text="too many subscriptions and log-ins"),
    "connections": End(status=_TOO_MANY, text="too many connections"),
    "age": End(close=_GOING_AWAY, text="the connection has reached its greatest age"),
    "idle": End(close=_GOING_AWAY, text="nothing was sent for too long"),
}
"""What is said where the specification has no words of the venue."""


class OpeningRefused(Exception):
    """The venue lets nobody in here for now."""

    def __init__(self, end: End) -> None:
        super().__init__(end.text)
        self.status = end.status or _TOO_MANY
        self.text = end.text


class Quotas:
    """Counts what clients do with their connections; all of them have one address."""

    def __init__(self, interface: Interface) -> None:
        self._streams = interface.streams
        self._opened: dict[str, deque[int]] = {}
        """Connection -> when it was opened of late."""

    def restart(self) -> None:
        """Nothing was opened yet."""
        self._opened.clear()

    def open(self, connection: str, links: Iterable[Link], now_ns: int) -> None:
        """A connection opens; raises OpeningRefused."""
        rules = self._streams[connection].rules
        if rules is None:
            return
        there = sum(each.connection == connection for each in links)
        if rules.max_connections is not None and there >= rules.max_connections:
            raise OpeningRefused(_end(rules, "connections"))
        if rules.opens is not None:
            before = self._opened.setdefault(connection, deque())
            while before and before[0] <= now_ns - rules.opens_per_ns:
                before.popleft()
            if len(before) >= rules.opens:
                raise OpeningRefused(_end(rules, "connections"))
            before.append(now_ns)

    def sent(self, link: Link, data: str | bytes, now_ns: int) -> End | None:
        """A client sends a frame, which heartbeats are not; what is said where these are too many, and the connection may be ended by it."""
        link.heard_ns = now_ns
        rules = self._streams[link.connection].rules
        if rules is None or rules.sends_per_second is None or (rules.beat and is_beat(rules.beat, data)):
            return None
        while link.sends and link.sends[0] <= now_ns - _SECOND:
            link.sends.popleft()
        link.sends.append(now_ns)
        if len(link.sends) <= rules.sends_per_second:
            return None
        end = _end(rules, "sends")
        if end.close is not None:
            close(link, end)
        return end

    def asked(self, link: Link, data: str | bytes, now_ns: int) -> End | None:
        """A client sends a frame that is no request; what is said where it subscribes and logs in too often."""
        rules = self._streams[link.connection].rules
        if rules is None or rules.asks is None or (rules.beat and is_beat(rules.beat, data)):
            return None
        while link.asks and link.asks[0] <= now_ns - rules.asks_per_ns:
            link.asks.popleft()
        link.asks.append(now_ns)
        if len(link.asks) <= rules.asks:
            return None
        end = _end(rules, "asks")
        if end.close is not None:
            close(link, end)
        return end

    def over(self, link: Link, topics: Iterable[str]) -> End | None:
        """What is said to a client that asks for more topics than one connection may have."""
        rules = self._streams[link.connection].rules
        if rules is None or rules.max_subscriptions is None:
            return None
        return (
            _end(rules, "subscriptions")
            if len(link.topics.keys() | set(topics)) > rules.max_subscriptions
            else None
        )

    def pass_time(self, links: Iterable[Link], now_ns: int) -> None:
        """Ends connections that are too old, or that nothing came over for too long."""
        for link in links:
            rules = self._streams[link.connection].rules
            if rules is None or link.closing:
                continue
            if rules.max_age_ns is not None and now_ns - link.opened_ns >= rules.max_age_ns:
                close(link, _end(rules, "age"))
            elif rules.idle_ns is not None and now_ns - link.heard_ns >= rules.idle_ns:
                close(link, _end(rules, "idle"))


def _end(rules: Rules, bound: str) -> End:
    return rules.ends.get(bound, _USUAL[bound])
