"""Market images: a tree of parents (markets) with children (runners) that have ladders, sent whole and then as changes."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from dragoman.machines.effects import Resubscribe
from dragoman.machines.ladders import Change, LadderRule, LevelLadder, PriceLadder, Row
from dragoman.model import StreamGap


class ImageCounters(Struct):
    images: int = 0
    missing: int = 0
    evicted: int = 0
    overflows: int = 0


class _Parent:
    __slots__ = ("broken", "children", "totals", "updated_ns")

    def __init__(self) -> None:
        self.children: dict[Hashable, dict[str, PriceLadder | LevelLadder]] = {}
        self.totals: dict[tuple[Hashable, str], PriceLadder] = {}
        self.updated_ns = 0
        self.broken = False


class ImageDelta:
    """`begin` once a parent's change, then `apply` or `add_up` for each ladder in it.

    An image voids the ladders of all children, but not running totals: it states those again, it doesn't undo them, and
    counting them anew would report every past trade twice. With `require_image` changes of a parent that never had an
    image are refused and its subscription renewed; without it they are laid over an empty tree.
    """

    def __init__(
        self,
        ladders: Mapping[str, LadderRule],
        *,
        stream: str = "",
        require_image: bool = True,
        max_parents: int = 1000,
        max_children: int = 1000,
        max_levels: int = 2000,
    ) -> None:
        self.effects: deque[Resubscribe] = deque()
        self.counters = ImageCounters()
        self._rules = dict(ladders)
        self._stream = stream
        self._require_image = require_image
        self._max_parents = max_parents
        self._max_children = max_children
        self._max_levels = max_levels
        self._parents: OrderedDict[Hashable, _Parent] = OrderedDict()
        self._tokens: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._parents)

    def begin(
        self, parent: Hashable, is_image: bool, now_ns: int, out: list[Any]
    ) -> tuple[Hashable, ...] | None:
        """Start a change of `parent`: the children whose ladders its image voided, or None where it must be skipped."""
        node = self._parents.get(parent)
        if node is None:
            if self._require_image and not is_image:
                self.counters.missing += 1
                self._break(parent, self._admit(parent), now_ns, "a change came before any image", out)
                return None
            node = self._admit(parent)
        elif node.broken and not is_image:
            self.counters.missing += 1
            return None
        self._parents.move_to_end(parent)
        node.updated_ns = now_ns
        if not is_image:
            return ()
        self.counters.images += 1
        node.broken = False
        voided = tuple([child for child, ladders in node.children.items() if any(map(len, ladders.values()))])
        node.children.clear()
        return voided

    def apply(
        self,
        parent: Hashable,
        child: Hashable,
        ladder: str,
        rows: Iterable[Row],
        now_ns: int,
        out: list[Any],
    ) -> Sequence[Change]:
        """Lay rows over one ladder; what comes back are changes by price, size zero where a price is gone."""
        node = self._parents[parent]
        if node.broken:
            return []
        ladders = node.children.get(child)
        if ladders is None:
            ladders = node.children[child] = {}
        state = ladders.get(ladder)
        if state is None:
            state = ladders[ladder] = PriceLadder() if self._rules[ladder].by == "price" else LevelLadder()
        changes = state.apply(rows)
        if len(state) <= self._max_levels and len(node.children) <= self._max_children:
            return changes
        if isinstance(state, PriceLadder):
            state.purge()
        if len(state) > self._max_levels or len(node.children) > self._max_children:
            self.counters.overflows += 1
            self._break(parent, node, now_ns, "more levels or children than the bound", out)
            return []
        return changes

    def add_up(
        self,
        parent: Hashable,
        child: Hashable,
        ladder: str,
        rows: Iterable[Row],
        now_ns: int,
        out: list[Any],
    ) -> list[Change]:
        """For a ladder of running totals: how much was added at each price since it was last seen."""
        node = self._parents[parent]
        if node.broken:
            return []
        totals = node.totals.get((child, ladder))
        if totals is None:
            if len(node.totals) >= self._max_children * len(self._rules):
                self.counters.overflows += 1
                self._break(parent, node, now_ns, "more children than the bound", out)
                return []
            totals = node.totals[child, ladder] = PriceLadder()
        increases = totals.add_up(rows)
        if len(totals) > self._max_levels:
            self.counters.overflows += 1
            self._break(parent, node, now_ns, "more levels than the bound", out)
            return []
        return increases

    def ladder(self, parent: Hashable, child: Hashable, ladder: str) -> list[Change]:
        """The ladder as it stands, unsorted by price; empty where nothing is known."""
        node = self._parents.get(parent)
        state = node.children.get(child, {}).get(ladder) if node else None
        return [change for change in state.sizes.items() if change[1]] if state else []

    def forget(self, parent: Hashable) -> None:
        """A closed market needs no memory."""
        self._parents.pop(parent, None)

    def save_tokens(self, **tokens: str | None) -> None:
        """Remember where the stream stands; None leaves a token as it was."""
        for name, token in tokens.items():
            if token is not None:
                self._tokens[name] = token

    @property
    def resume_tokens(self) -> dict[str, str]:
        """What to send with the next subscription so that the venue goes on where it stopped; empty: start anew."""
        return dict(self._tokens)

    def forget_tokens(self) -> None:
        """Let the next subscription start anew."""
        self._tokens.clear()

    def on_disconnect(self, *, resume: bool) -> None:
        """With `resume` the tokens will be sent and the tree stays; without, every parent needs a new image."""
        self.effects.clear()
        if resume and self._tokens:
            return
        self._tokens.clear()
        for node in self._parents.values():
            node.children.clear()
            node.broken = True

    def reset(self) -> None:
        """Forget all, running totals too."""
        self._parents.clear()
        self._tokens.clear()
        self.effects.clear()

    def _admit(self, parent: Hashable) -> _Parent:
        node = self._parents[parent] = _Parent()
        if len(self._parents) > self._max_parents:
            self._parents.popitem(last=False)
            self.counters.evicted += 1
        return node

    def _break(self, parent: Hashable, node: _Parent, now_ns: int, reason: str, out: list[Any]) -> None:
        node.children.clear()
        node.broken = True
        self.effects.append(Resubscribe(parent, now_ns, reason))
        from_ns = node.updated_ns or now_ns
        out.append(StreamGap(stream=f"{self._stream}:{parent}", reason=reason, from_ns=from_ns, to_ns=now_ns))
