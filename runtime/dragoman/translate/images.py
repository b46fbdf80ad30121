"""Images and deltas of keyed trees of ladders, as generated emit functions see them: one book and its totals a child."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias, TypeVar

from dragoman.machines import Bounded, ImageDelta, LadderRule
from dragoman.machines.ladders import Change, Row
from dragoman.model import OrderSide

T = TypeVar("T")
Rows: TypeAlias = "Iterable[Row] | None"


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


class ParentChange:
    """One change of one parent; its image, where it is one, voids each child's book once."""

    __slots__ = ("images", "is_image", "key", "now_ns", "out", "shown", "voided")

    def __init__(
        self,
        images: Images,
        key: Hashable,
        is_image: bool,
        voided: Iterable[Hashable],
        now_ns: int,
        out: list[Any],
    ) -> None:
        self.images = images
        self.key = key
        self.is_image = is_image
        self.voided: dict[Hashable, bool] = dict.fromkeys(voided, True) if voided else {}
        self.shown = images.shown_by(key)
        self.now_ns = now_ns
        self.out = out

    def rows(self, rows: Iterable[T], make: Callable[[Any], T]) -> Iterable[T]:
        """The message's children, then those that the image no longer holds, as `make` makes them of their keys."""
        return self._with_gone(rows, make) if self.voided else rows

    def _with_gone(self, rows: Iterable[T], make: Callable[[Any], T]) -> Iterator[T]:
        yield from rows
        for child in [child for child, waits in self.voided.items() if waits]:
            yield make(child)

    def child(self, key: Hashable, ladders: Sequence[Rows], totals: Sequence[Rows]) -> ChildBook:
        """The child's book and running totals; both ladders and totals in the order in which the machine was made with them."""
        images = self.images
        machine = images.machine
        bids: Sequence[Change] = ()
        asks: Sequence[Change] = ()
        has_book = False
        for index, rows in enumerate(ladders):
            if rows is None:
                continue
            ladder = images.ladders[index]
            if self.shown.setdefault(ladder.side, ladder.name) != ladder.name:
                continue
            has_book = True
            changes = machine.apply(self.key, key, ladder.name, rows, self.now_ns, self.out)
            if ladder.side is OrderSide.BUY:
                bids = changes
            else:
                asks = changes
        added = images.no_totals
        for index, rows in enumerate(totals):
            if rows is not None:
                increases = machine.add_up(self.key, key, images.totals[index], rows, self.now_ns, self.out)
                added = (*added[:index], increases, *added[index + 1 :])
        # The first entry of a child in an image replaces its book, with an empty one where no ladder is there; later
        # entries of the same message are changes of that.
        is_snapshot = self.is_image and self.voided.get(key, True)
        if is_snapshot:
            self.voided[key] = False
            has_book = True
            bids = [level for level in bids if level[1]]
            asks = [level for level in asks if level[1]]
        return ChildBook(bids, asks, is_snapshot, has_book, added)


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
        self._shown: Bounded[dict[OrderSide, str]] = Bounded(max_keys)

    def begin(self, parent: Hashable, is_image: bool, now_ns: int, out: list[Any]) -> ParentChange | None:
        """Start a change of `parent`; None where it must be skipped until an image has come."""
        voided = self.machine.begin(parent, is_image, now_ns, out)
        return None if voided is None else ParentChange(self, parent, is_image, voided, now_ns, out)

    def shown_by(self, parent: Hashable) -> dict[OrderSide, str]:
        """Which ladder shows each side of the parent's books, as far as it was seen."""
        shown = self._shown.get(parent)
        if shown is None:
            shown = {}
            self._shown.put(parent, shown)
        return shown

    def save_tokens(self, **tokens: str | None) -> None:
        """Where the stream stands now."""
        self.machine.save_tokens(**tokens)

    @property
    def resume_tokens(self) -> dict[str, str]:
        """What the next subscription sends to go on where this one stopped."""
        return self.machine.resume_tokens

    def on_disconnect(self, *, resume: bool) -> None:
        self.machine.on_disconnect(resume=resume)
