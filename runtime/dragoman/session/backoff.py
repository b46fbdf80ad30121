"""How long to wait before the next attempt to connect."""

from __future__ import annotations

from random import Random

from dragoman.session.facts import Backoff


class Delays:
    """Doubling delays, each drawn evenly from the upper half of its range so that many clients do not come back at once."""

    __slots__ = ("_facts", "_random", "attempt")

    def __init__(self, facts: Backoff, random: Random) -> None:
        self._facts = facts
        self._random = random
        self.attempt = 0

    def next_ns(self) -> int:
        ceiling = min(self._facts.first_ns << min(self.attempt, 40), self._facts.max_ns)
        self.attempt += 1
        return self._random.randrange(ceiling // 2, ceiling + 1)

    def restart(self) -> None:
        """Begin with the shortest delay again, after a connection that proved good."""
        self.attempt = 0
