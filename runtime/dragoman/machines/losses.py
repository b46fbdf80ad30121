"""What is lost of keyed trees: a parent or child whose change could not be read is broken until its next image."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable

from dragoman.machines.backoff import Backoff
from dragoman.machines.effects import Resubscribe

_SECOND_NS = 1_000_000_000
_MOST_CHILDREN = 10_000
_CALM_NS = 600 * _SECOND_NS
"""After so long without a loss the next one is asked anew for at once."""


class Broken:
    """The children of one parent that can't be trusted; `untold` are those that nobody has been told of."""

    __slots__ = ("children", "seen", "sound", "untold", "whole")

    def __init__(self, seen: int) -> None:
        self.children: set[Hashable] = set()
        self.untold: dict[Hashable, None] = {}
        self.sound: frozenset[Hashable] = frozenset()
        self.whole = False
        self.seen = seen
        """How many losses of everything it has lived through."""

    def __bool__(self) -> bool:
        return self.whole or bool(self.children)

    def heal(self) -> None:
        """An image says everything anew."""
        self.children.clear()
        self.untold.clear()
        self.whole = False

    def add(self, child: Hashable) -> None:
        """Break one child; it is told of once."""
        if len(self.children) >= _MOST_CHILDREN:
            self.whole = True
        elif child not in self.children:
            self.children.add(child)
            self.untold[child] = None

    def add_all(self, known: Iterable[Hashable], sound: Iterable[Hashable] = ()) -> None:
        """Break every child, also those that nobody has seen yet, but for those whose books are sound."""
        self.whole = True
        self.sound = frozenset(sound)
        for child in known:
            if child not in self.sound:
                self.add(child)

    def holds(self, child: Hashable) -> bool:
        """Whether the child is broken; one that is first seen now of a parent that is broken as a whole is, too."""
        if child in self.children:
            return True
        if self.whole and child not in self.sound:
            self.add(child)
            return True
        return False

    def tell(self, child: Hashable) -> bool:
        """Whether this is the moment to tell that the child broke."""
        if child not in self.untold:
            return False
        del self.untold[child]
        return True


class Losses:
    """Rows of one message that were lost, until its parents are begun; the venue is asked anew, ever more slowly."""

    def __init__(self) -> None:
        self.effects: deque[Resubscribe] = deque()
        self.counted = 0
        self._pending: dict[Hashable, list[Hashable]] = {}
        self._everything = 0
        self._backoff = Backoff(_SECOND_NS, 60 * _SECOND_NS)
        self._attempts = 0
        self._last_ns = 0
        self._asked_until_ns = 0

    def spares(self, broken: Broken) -> bool:
        """Whether a parent lacks nothing of what was lost so far."""
        return not broken and broken.seen == self._everything

    def fresh(self) -> Broken:
        """Of a parent that is seen for the first time; after a loss of everything only its image is to be trusted."""
        return Broken(0)

    def lose(self, parent: Hashable, child: Hashable) -> None:
        """A row of the message at hand could not be read; `child` is None where it may be any child of the parent."""
        self.counted += 1
        self._pending.setdefault(parent, []).append(child)

    def lose_everything(self) -> None:
        """A message was lost, or a row that does not even say whose it is."""
        self.counted += 1
        self._everything += 1

    def begin(
        self, parent: Hashable, broken: Broken, is_image: bool, known: Iterable[Hashable], now_ns: int
    ) -> bool:
        """Take what was lost of a parent that begins; whether a row is lost that may be of any of its children."""
        if is_image:
            broken.heal()
        stale = broken.seen != self._everything
        broken.seen = self._everything
        if stale and not is_image:
            broken.add_all(known)
        lost = self._pending.pop(parent, ())
        for child in lost:
            if child is not None:
                broken.add(child)
        if lost or (stale and not is_image):
            self.ask(parent, now_ns)
        return None in lost

    def ask(self, parent: Hashable, now_ns: int) -> None:
        """Ask for the parent's image; while a wait is still on, the renewal that it ends with is for all."""
        if now_ns - self._last_ns > _CALM_NS:
            self._attempts = 0
        self._last_ns = now_ns
        if self.effects or now_ns < self._asked_until_ns:
            return
        wait = self._backoff.delay_ns(self._attempts)
        self._attempts += 1
        self._asked_until_ns = now_ns + wait
        self.effects.append(Resubscribe(parent, now_ns + wait, "a change could not be read"))

    def reset(self) -> None:
        """A message is over; what it lost of parents that it never began is of nobody."""
        self._pending.clear()
