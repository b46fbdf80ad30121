"""Topics that were given up and of which frames may still be under way, with the books that these tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, TypeAlias

from dragoman.machines import BookSync

Book: TypeAlias = tuple[str, Any]
"""(channel, key of its machine)"""


class Departures:
    """Lets the machines of channels forget what late frames told them of books that were given up.

    books: instrument -> the book that is followed now; topics: instrument -> the topic that tells it.
    """

    def __init__(
        self, syncs: Mapping[str, BookSync[Any]], books: Mapping[str, Book], topics: Mapping[str, str]
    ) -> None:
        self._syncs = syncs
        self._books = books
        self._topics = topics
        self._given_up: dict[str, list[Book]] = {}
        self._begun: Counter[Book] = Counter()

    def begin(self, topic: str) -> None:
        """A topic is about to be given up, with the books that it tells."""
        self._given_up.setdefault(topic, []).extend(self._told_by(topic))

    def end(self, topic: str) -> list[Book]:
        """Nothing more comes of it; the books that it tells to who came later, which are to begin."""
        told, followed = self._told_by(topic), self._books.values()
        for channel, key in (
            *told,
            *(each for each in self._given_up.pop(topic, ()) if each not in followed),
        ):
            for kept_by in (key, topic):
                self._syncs[channel].forget(kept_by)
        self._begun.update(told)
        return told

    def times(self, book: Book) -> int:
        """How often a book was begun so: a snapshot that was asked for before is of a former one."""
        return self._begun[book]

    def _told_by(self, topic: str) -> list[Book]:
        return [book for identity, book in self._books.items() if self._topics[identity] == topic]
