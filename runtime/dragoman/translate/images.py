"""Images and deltas of keyed trees of ladders, as generated emit functions see them: one book and its totals a child."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias, TypeVar

from dragoman.machines import Bounded, ImageDelta, LadderRule, Resubscribe
from dragoman.machines.ladders import Change, Row
from dragoman.machines.losses import Broken, Losses
from dragoman.model import InstrumentId, OrderSide, StreamGap

T = TypeVar("T")
Rows: TypeAlias = "Iterable[Row] | None"
_PAIRS = {2}
_ZERO, _LEAST, _HIGHEST = Decimal(0), Decimal("1E-999"), Decimal("1E+999")
_LOST = "a change could not be read, so the book is wrong until its next image"
_BAD_ROWS = (ArithmeticError, IndexError, TypeError, ValueError)


class Ladder(NamedTuple):
    """One ladder of a child: its name on the wire, the side of the book that it shows, what its rows are keyed by."""

    name: str
    side: OrderSide
    by: str = "price"


class ChildBook(NamedTuple):
    """What one message says of one child; `totals` are the increases of each running total.

    Where `gap` says something the child's book broke with this message, and has to be told of.
    """

    bids: Sequence[Change]
    asks: Sequence[Change]
    is_snapshot: bool
    has_book: bool
    totals: tuple[Sequence[Change], ...]
    gap: str = ""
    error: Exception | None = None


class _Parent:
    """What is remembered of one parent: which ladder shows a side, which children have a book, and which are broken."""

    __slots__ = ("broken", "children", "good_ns", "shown")

    def __init__(self, broken: Broken) -> None:
        self.shown: dict[OrderSide, str] = {}
        self.children: dict[Hashable, None] = {}
        self.broken = broken
        self.good_ns = 0


class ParentChange:
    """One change of one parent; its image, where it is one, voids each child's book once.

    A child of which a change was lost has no book until the parent's next image: it says so once, and is silent then.
    """

    __slots__ = (
        "broken",
        "from_ns",
        "images",
        "is_image",
        "key",
        "known",
        "lost",
        "now_ns",
        "out",
        "replaced",
        "voided",
    )

    def __init__(
        self, images: Images, known: _Parent, key: Hashable, is_image: bool, now_ns: int, out: list[Any]
    ) -> None:
        self.images = images
        self.known = known
        self.key = key
        self.is_image = is_image
        self.now_ns = now_ns
        self.out = out
        self.voided: dict[Hashable, None] = {}
        self.replaced: set[Hashable] = set()
        self.from_ns, known.good_ns = known.good_ns or now_ns, now_ns
        self.lost = images.losses.begin(key, known.broken, is_image, known.children, now_ns)
        self.broken = known.broken if known.broken else None
        if is_image:
            self.voided, known.children = known.children, self.voided

    def rows(self, rows: Iterable[T], make: Callable[[Any], T]) -> Iterable[T]:
        """The message's children, then those that the image no longer holds or that broke, as `make` makes them of their keys."""
        more = self.voided or self.lost or self.known.broken.untold
        return self._with_more(rows, make) if more else rows

    def _with_more(self, rows: Iterable[T], make: Callable[[Any], T]) -> Iterator[T]:
        yield from rows
        broken = self.known.broken
        if self.lost:
            # What else the message says is good, and comes out; the row that is lost may have been of any child.
            broken.add_all(self.voided | self.known.children, self.replaced)
            self.broken = broken
            stream = f"{self.images.stream}:{self.key}"
            self.out.append(StreamGap(stream=stream, reason=_LOST, from_ns=self.from_ns, to_ns=self.now_ns))
        for child in [each for each in self.voided if each not in broken.children]:
            yield make(child)
        for child in list(broken.untold):
            yield make(child)

    def tell(self, child: ChildBook, instrument_id: InstrumentId) -> None:
        """Put out that the child's book broke; raises the error where it was this row that could not be taken."""
        self.out.append(
            StreamGap(
                stream=self.images.stream,
                reason=child.gap,
                from_ns=self.from_ns,
                to_ns=self.now_ns,
                instrument_id=instrument_id,
            )
        )
        if child.error is not None:
            raise child.error

    def child(self, key: Hashable, ladders: Sequence[Rows], totals: Sequence[Rows]) -> ChildBook:
        """The child's book and running totals; both ladders and totals in the order in which the machine was made with them."""
        images, known = self.images, self.known
        if self.broken is not None and self.broken.holds(key):
            gap = _LOST if self.broken.tell(key) else ""
            return ChildBook((), (), False, False, self._added(key, totals), gap)
        try:
            return self._book(key, ladders, totals)
        except _BAD_ROWS as error:
            self.broken = known.broken
            self.broken.add(key)
            self.broken.tell(key)
            self.voided.pop(key, None)
            images.losses.ask(self.key, self.now_ns)
            return ChildBook((), (), False, False, images.no_totals, _LOST, error)

    def _book(self, key: Hashable, ladders: Sequence[Rows], totals: Sequence[Rows]) -> ChildBook:
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
            known.children[key] = None
        is_snapshot = self.is_image and key not in self.replaced
        if is_snapshot:
            self.replaced.add(key)
            has_book = True
            bids = [level for level in bids if level[1]]
            asks = [level for level in asks if level[1]]
            self.voided.pop(key, None)
        return ChildBook(bids, asks, is_snapshot, has_book, self._added(key, totals))

    def _added(self, key: Hashable, totals: Sequence[Rows]) -> tuple[Sequence[Change], ...]:
        """The increases of the running totals, which no loss makes wrong: the next one holds what was missed."""
        images = self.images
        added = images.no_totals
        for index, rows in enumerate(totals):
            if rows is not None:
                self._check(rows)
                name = images.totals[index]
                increases = images.machine.add_up(self.key, key, name, rows, self.now_ns, self.out)
                added = (*added[:index], increases, *added[index + 1 :])
        return added

    def _check(self, rows: Iterable[Row]) -> None:
        """Raises ValueError for a row that can't be: a price out of bounds, a size below zero."""
        low, high = self.images.prices
        for row in rows:
            size = row[-1]  # a level that is gone shows neither price nor size
            if not (_LEAST < size < _HIGHEST and low <= row[-2] <= high) and size != _ZERO:
                raise ValueError(f"[{row[-2]}, {row[-1]}] is no price from {low} to {high} with a size")

    def _changes(self, key: Hashable, ladder: Ladder, rows: Iterable[Row]) -> Sequence[Change]:
        """Rows by price are changes by themselves; what rows by level change depends on those before."""
        self._check(rows)
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
        self,
        ladders: Sequence[Ladder],
        totals: Sequence[str],
        *,
        stream: str,
        max_keys: int = 100_000,
        prices: tuple[Decimal, Decimal] = (-_HIGHEST, _HIGHEST),
    ) -> None:
        self.prices = prices
        self.stream = stream
        self.losses = Losses()
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
        self._anew = False

    def begin(self, parent: Hashable, is_image: bool, now_ns: int, out: list[Any]) -> ParentChange | None:
        """Start a change of `parent`; None where it must be skipped until an image has come."""
        if is_image:
            self._anew = False
        if self.machine.begin(parent, is_image, now_ns, out) is None:
            return None
        known = self._known.get(parent)
        if known is None:
            known = _Parent(self.losses.fresh())
            self._known.put(parent, known)
        return ParentChange(self, known, parent, is_image, now_ns, out)

    def lose(self, parent: Hashable | None, child: Hashable | None) -> None:
        """A row of the message that comes next could not be read; None stands for a key that could not be read either."""
        if parent is None:
            self.losses.lose_everything()
        else:
            self.losses.lose(parent, child)

    @property
    def effects(self) -> deque[Resubscribe]:
        """What has to be subscribed anew, since only an image makes it whole."""
        return self.losses.effects

    def start_anew(self) -> None:
        """The next subscription resumes nothing, whatever still comes of the present one: the venue sends images."""
        self._anew = True
        self.machine.forget_tokens()

    @property
    def resume_tokens(self) -> dict[str, str]:
        """What the next subscription sends to go on where this one stopped; nothing while a book waits for an image."""
        whole = all(self.losses.spares(each.broken) for each in self._known.values())
        return self.machine.resume_tokens if whole and not self._anew else {}

    def on_disconnect(self, *, resume: bool) -> None:
        self.machine.on_disconnect(resume=resume)
