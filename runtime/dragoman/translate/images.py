"""Images and deltas of keyed trees of ladders, as generated emit functions see them: one book and its totals a child."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias, TypeVar

from dragoman.machines import Bounded, ImageDelta, LadderRule
from dragoman.machines.ladders import Change, Row
from dragoman.model import OrderSide

T = TypeVar("T")
Rows: TypeAlias = "Iterable[Row] | None"
_PAIRS = {2}


class Ladder(NamedTuple):
    """One ladder of a child: its name on the wire, the side of the book that it shows, what its rows are keyed by."""

    name: str
    side: OrderSide
    by: str = "price"


class ChildBook(NamedTuple):
    """What one message says of one child; `totals` are the increases of each running total."""

    bids: Sequence[Change]
    asks: Sequence[Change]
    is_snapshot: bool
    has_book: bool
    totals: tuple[Sequence[Change], ...]


class _Parent:
    """What is remembered of one parent: which ladder shows a side, and which children have a book."""

    __slots__ = ("children", "shown")

    def __init__(self) -> None:
        self.shown: dict[OrderSide, str] = {}
        self.children: set[Hashable] = set()


class ParentChange:
    """One change of one parent; its image, where it is one, voids each child's book once."""

    __slots__ = ("images", "is_image", "key", "known", "now_ns", "out", "replaced", "voided")

    def __init__(
        self, images: Images, known: _Parent, key: Hashable, is_image: bool, now_ns: int, out: list[Any]
    ) -> None:
        self.images = images
        self.known = known
        self.key = key
        self.is_image = is_image
        self.now_ns = now_ns
        self.out = out
        self.voided: set[Hashable] = set()
        self.replaced: set[Hashable] = set()
        if is_image:
            self.voided, known.children = known.children, self.voided

    def rows(self, rows: Iterable[T], make: Callable[[Any], T]) -> Iterable[T]:
        """The message's children, then those that the image no longer holds, as `make` makes them of their keys."""
        return self._with_gone(rows, make) if self.voided else rows

    def _with_gone(self, rows: Iterable[T], make: Callable[[Any], T]) -> Iterator[T]:
        yield from rows
        for child in list(self.voided):
            yield make(child)

    def child(self, key: Hashable, ladders: Sequence[Rows], totals: Sequence[Rows]) -> ChildBook:
        """The child's book and running totals; both ladders and totals in the order in which the machine was made with them."""
        images, known = self.images, self.known
        bids: Sequence[Change] = ()
        asks: Sequence[Change] = ()
        has_book = False
        for ladder, rows in zip(images.ladders, ladders, strict=True):
            if rows is None or known.shown.setdefault(ladder.side, ladder.name) != ladder.name:
                continue
            has_book = True
            changes = self._changes(key, ladder, rows)
            if ladder.side is OrderSide.BUY:
                bids = changes
            else:
                asks = changes
        # The first entry of a child in an image replaces its book, with an empty one where no ladder is there; later
        # entries of the same message are changes of that.
        if has_book:
            known.children.add(key)
        is_snapshot = self.is_image and key not in self.replaced
        if is_snapshot:
            self.replaced.add(key)
            has_book = True
            bids = [level for level in bids if level[1]]
            asks = [level for level in asks if level[1]]
            self.voided.discard(key)
        added = images.no_totals
        for index, rows in enumerate(totals):
            if rows is not None:
                name = images.totals[index]
                increases = images.machine.add_up(self.key, key, name, rows, self.now_ns, self.out)
                added = (*added[:index], increases, *added[index + 1 :])
        return ChildBook(bids, asks, is_snapshot, has_book, added)

    def _changes(self, key: Hashable, ladder: Ladder, rows: Iterable[Row]) -> Sequence[Change]:
        """Rows by price are changes by themselves; what rows by level change depends on those before."""
        if ladder.by == "level":
            return self.images.machine.apply(self.key, key, ladder.name, rows, self.now_ns, self.out)
        if type(rows) is list and {*map(len, rows)} <= _PAIRS:
            return rows
        return [(row[-2], row[-1]) for row in rows]


class Images:
    """The machine of one channel, with the order in which its ladders are preferred.

    A side of a book is shown by one ladder: the first of the list that a parent was seen to send. Others of that side
    say the same in another way, and laying them over each other would make a book that never was.
    """

    def __init__(
        self, ladders: Sequence[Ladder], totals: Sequence[str], *, stream: str, max_keys: int = 100_000
    ) -> None:
        self.ladders = tuple(ladders)
        self.totals = tuple(totals)
        self.no_totals: tuple[Sequence[Change], ...] = tuple(() for _ in totals)
        rules = {
            ladder.name: LadderRule(by="level" if ladder.by == "level" else "price") for ladder in ladders
        }
        rules |= {name: LadderRule(cumulative=True) for name in totals}
        self.machine = ImageDelta(rules, stream=stream, require_image=False, max_parents=max_keys)
        self.save_tokens = self.machine.save_tokens
        self._known: Bounded[_Parent] = Bounded(max_keys)

    def begin(self, parent: Hashable, is_image: bool, now_ns: int, out: list[Any]) -> ParentChange | None:
        """Start a change of `parent`; None where it must be skipped until an image has come."""
        if self.machine.begin(parent, is_image, now_ns, out) is None:
            return None
        known = self._known.get(parent)
        if known is None:
            known = _Parent()
            self._known.put(parent, known)
        return ParentChange(self, known, parent, is_image, now_ns, out)

    @property
    def resume_tokens(self) -> dict[str, str]:
        """What the next subscription sends to go on where this one stopped."""
        return self.machine.resume_tokens

    def on_disconnect(self, *, resume: bool) -> None:
        self.machine.on_disconnect(resume=resume)
