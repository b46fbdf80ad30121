"""Messages of one channel that tells trees of ladders, made of what is known of its instruments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import msgspec
from msgspec import Raw
from msgspec.structs import fields

from dragoman.errors import DragomanError
from dragoman.model import InstrumentId, OrderBookDeltas, OrderSide, TradeTick
from dragoman.simulate.drafting import Drafting
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.images.chronicle import Chronicle, Row
from dragoman.simulate.images.facts import Tree
from dragoman.simulate.images.nested import NestedRows
from dragoman.simulate.images.wants import Wants
from dragoman.simulate.payloads import ABSENT, Plan, written
from dragoman.simulate.wire.leaves import ROW, Leaves
from dragoman.translate.translator import Translator

_LONG = 16_384
"""Bytes of parents from which a message is cut, for clients that allow it."""
Shown = dict[tuple[InstrumentId, str], list[Row]]
"""(instrument, ladder) -> the rows of a ladder by level as a client was told them last."""


class Painter:
    """Builds what one channel says; raises NotInvertible at once where its own mapping does not read it as it is meant."""

    def __init__(
        self,
        drafting: Drafting,
        translator_type: type[Translator],
        channel: str,
        tree: Tree,
        product: str,
        chronicles: Mapping[InstrumentId, Chronicle],
        now_ns: int,
    ) -> None:
        self.drafting = drafting
        self.channel = channel
        self.tree = tree
        self.product = product
        self.chronicles = chronicles
        self._translator_type = translator_type
        self._source = next(
            each.source for each in translator_type.tables.connections if each.name == tree.connection
        )
        self._leaves = Leaves(drafting.writer, tree.payload)
        self._outer = f"{tree.parents}{ROW}"
        self._inner = f"{self._outer}{tree.children}{ROW}"
        self._parent, self._child = self._leaves.row(self._outer), self._leaves.row(self._inner)
        self._optional = {each.name for each in fields(self._child) if not each.required}
        self._wires = {
            each.name: each.encode_name for kind in (self._parent, self._child) for each in fields(kind)
        }
        self._keys = [
            (int(name.partition(".")[2] or 0), path)
            for name, path in tree.keys.items()
            if name != "instrument"
        ] or [(-1, tree.keys["instrument"])]
        self.states = (
            None if tree.defined is None else NestedRows(drafting, channel, tree.defined, product, self.read)
        )
        self._defines = "" if tree.defined is None else self._record_of(tree.defined.at)
        self.untold: dict[tuple[Any, ...], str] = {}
        """Key of a parent -> why what it is can't be told."""
        self._known: dict[InstrumentId, Any] = {}
        self._whole: Any = ABSENT
        self._change: Any = ABSENT
        self._learn(now_ns)

    # -- messages ------------------------------------------------------------------------------------------------------

    def message(
        self,
        wants: Wants,
        kind: str,
        token: str,
        now_ns: int,
        since: Mapping[InstrumentId, int | None],
        shown: Shown | None = None,
    ) -> list[bytes]:
        """The message, or its parts, of what changed: instrument -> the number after which, None for all of it."""
        parents = [
            msgspec.json.encode(each)
            for each in self._parents(wants, since, now_ns, {} if shown is None else shown)
        ]
        cuts = list(_cut(parents)) if wants.segmented and self.tree.says.get("first") else [parents]
        found = []
        for index, part in enumerate(cuts):
            says = dict(self.tree.says.get(kind, {}))
            is_last = index == len(cuts) - 1
            if len(cuts) > 1:
                says |= self.tree.says["first" if not index else "last" if is_last else "middle"]
            found.append(self._said(wants, says, token if is_last else "", kind, part, now_ns))
        return found

    def heartbeat(self, wants: Wants, token: str, now_ns: int) -> bytes:
        """A message that says nothing but where the client stands."""
        return self._said(wants, self.tree.says.get("heartbeat", {}), token, "heartbeat", None, now_ns)

    def read(self, payload: Any, now_ns: int) -> list[Any]:
        """What a payload, as a tree or as bytes, means to somebody who has seen nothing before."""
        found: list[Any] = self._feed()(
            payload if isinstance(payload, bytes) else msgspec.json.encode(payload), now_ns
        )
        return found

    def parent_of(self, identity: InstrumentId) -> tuple[Any, ...]:
        """The part of an instrument's key that its parent has."""
        return tuple(self._key(identity, at) for at, path in self._keys if not path.startswith(self._inner))

    # -- inside --------------------------------------------------------------------------------------------------------

    def _said(
        self,
        wants: Wants,
        says: Mapping[str, Any],
        token: str,
        kind: str,
        parents: Sequence[bytes] | None,
        now_ns: int,
    ) -> bytes:
        tree = self.tree
        plan = Plan(dict(says))
        if tree.about and wants.identity is not None:
            plan.put(tree.about, wants.identity)
        leaf = self._leaves.leaf(tree.time) if tree.time else None
        if leaf is not None:
            plan.put(tree.time, written(now_ns, *leaf))
        for name, path in tree.tokens.items() if token else ():
            if kind in ("image", "resumed") or name not in tree.begins:
                plan.put(path, token)
        if parents or (parents is not None and self._leaves.is_required(tree.parents)):
            plan.put(tree.parents, Raw(b"[" + b",".join(parents) + b"]"))
        return msgspec.json.encode(self.drafting.writer.tree(tree.payload, plan, now_ns))

    def _parents(
        self, wants: Wants, since: Mapping[InstrumentId, int | None], now_ns: int, shown: Shown
    ) -> Iterator[dict[str, Any]]:
        for key, group in groupby(sorted(since, key=self._order), key=self.parent_of):
            told = list(group)
            whole = any(since[each] is None for each in told)
            plan = Plan()
            for (_, path), value in zip(
                [each for each in self._keys if not each[1].startswith(self._inner)], key, strict=True
            ):
                plan.put(path.removeprefix(self._outer), value)
            flag = self._whole if whole else self._change
            if flag is not ABSENT:
                plan.put(self.tree.image[0], flag)
            children = [
                child
                for each in told
                if (child := self._child_of(wants, each, since[each], shown)) is not None
            ]
            defined = self._definition(wants, told, since, now_ns)
            if children or not defined:
                plan.put(self.tree.children, children)
            yield {**defined, **self.drafting.writer.tree(self._parent, plan, now_ns)}

    def _child_of(
        self, wants: Wants, identity: InstrumentId, since: int | None, shown: Shown
    ) -> dict[str, Any] | None:
        """What changed of one instrument; None where nothing that is asked for did."""
        known, tree = self.chronicles[identity], self.tree
        says: dict[str, Any] = {}
        for name, side, by in tree.ladders:
            if not wants.has(self._wires[name]):
                continue
            rows = known.rows(OrderSide(side), since) if by == "price" else ()
            if by == "level":
                rows = _by_level(known.best(OrderSide(side), wants.levels), wants.levels, since is None)
                before = shown.get((identity, name), []) if since is not None else []
                shown[identity, name] = rows
                rows = [row for row in rows if row not in before]
            if rows:
                says[name] = self._rows(rows)
        for name in tree.totals:
            if wants.has(self._wires[name]) and (rows := known.totals(since)):
                says[name] = self._rows(rows)
        price, number = known.last
        if price is not None and (since is None or number > since):
            for name, value in ((tree.last, price), (tree.volume, known.volume)):
                if name and wants.has(self._wires[name]):
                    says[name] = Raw(f"{value:f}".encode()) if tree.numbers else f"{value:f}"
        if not says and since is not None:
            return None
        plan = Plan(says)
        for at, path in self._keys:
            if path.startswith(self._inner):
                value = self._wire(self._key(identity, at), path)
                if value is not ABSENT:
                    plan.put(path.removeprefix(self._inner), value)
        found: dict[str, Any] = self.drafting.writer.tree(self._child, plan, 0)
        return found

    def _definition(
        self,
        wants: Wants,
        told: Sequence[InstrumentId],
        since: Mapping[InstrumentId, int | None],
        now_ns: int,
    ) -> dict[str, Any]:
        """What the parent says of all its instruments, where something of that changed."""
        if self.states is None or not wants.has(self._wires[self._defines]):
            return {}
        moments = [(since[each], self.chronicles[each].defined) for each in told]
        if all(number is not None and defined <= number for number, defined in moments):
            return {}
        parent = self.parent_of(told[0])
        everyone = [each for each in self.chronicles if self.parent_of(each) == parent]
        events = [list(self.chronicles[each].states(now_ns)) for each in everyone]
        try:
            rows = self.states.states(events, now_ns)
        except NotInvertible as error:
            self.untold[parent] = str(error)
            return {}
        (found,) = self.states.trees(rows, now_ns)
        wire = self._wires[self._defines]
        return {wire: found[wire]}

    def _record_of(self, at: str) -> str:
        """The field of a parent that holds its definition."""
        return at.removeprefix(self._outer).partition(".")[0].removesuffix("[]")

    def _rows(self, rows: Sequence[Sequence[str]]) -> Any:
        if not self.tree.numbers:
            return [list(row) for row in rows]
        return Raw(("[" + ",".join(f"[{','.join(row)}]" for row in rows) + "]").encode())

    def _key(self, identity: InstrumentId, at: int) -> Any:
        key = self._known.get(identity)
        if key is None:
            key = self.drafting.translator.symbology.resolve(identity, (self.product,))[1]
            self._known[identity] = key
        return key if at < 0 else key[at]

    def _order(self, identity: InstrumentId) -> str:
        """Instruments of one parent stand together."""
        return repr(self.parent_of(identity))

    def _wire(self, value: Any, path: str) -> Any:
        """A part of a key as the wire has it; a zero that may be left out is."""
        if value == 0 and path.removeprefix(self._inner) in self._optional:
            return ABSENT
        if isinstance(value, int):
            return value
        leaf = self._leaves.leaf(path)
        return ABSENT if leaf is None else written(value, *leaf)

    # -- at the beginning ----------------------------------------------------------------------------------------------

    def _feed(self) -> Any:
        translator = self._translator_type(
            instruments=[known.line.instrument for known in self.chronicles.values()],
            synced=True,
            on_bad_row=_refuse,
        )
        return translator.stream(self._source, product=self.product)

    def _learn(self, now_ns: int) -> None:
        """Finds what says that a parent is whole, and holds an image and a change against their own reading."""
        wants = Wants(1, tuple(self.chronicles), None)
        name, values = self.tree.image
        why = f"no value of {name!r} tells an image from a change"
        for value in (*values, ABSENT):
            self._whole = value
            if self._means(wants, now_ns, True):
                break
        else:
            raise NotInvertible(self.drafting.venue, self.channel, name, why)
        for value in (ABSENT, *values):
            self._change = value
            if self._means(wants, now_ns, False):
                return
        raise NotInvertible(self.drafting.venue, self.channel, name, why)

    def _means(self, wants: Wants, now_ns: int, whole: bool) -> bool:
        """Whether a message of all there is, as an image or as a change, is read as that."""
        since = dict.fromkeys(self.chronicles, None if whole else -1)
        try:
            events = [
                event
                for part in self.message(wants, "image", "", now_ns, since)
                for event in self.read(part, now_ns)
            ]
        except DragomanError:
            return False
        books = [event for event in events if isinstance(event, OrderBookDeltas)]
        levels = {
            each: (known.rows(OrderSide.BUY, None), known.rows(OrderSide.SELL, None))
            for each, known in self.chronicles.items()
        }
        traded = sum(len(known.totals(None)) for known in self.chronicles.values()) if self.tree.totals else 0
        return (
            {book.instrument_id: (len(book.bids), len(book.asks)) for book in books}
            == {each: (len(bids), len(asks)) for each, (bids, asks) in levels.items()}
            and all(book.is_snapshot is whole for book in books)
            and sum(isinstance(event, TradeTick) for event in events) == traded
        )


def _by_level(rows: Sequence[Row], depth: int, whole: bool) -> list[Any]:
    """Rows with their numbers; those that are not there as such that say so, where they may have been."""
    gone = () if whole else range(len(rows), depth)
    return [
        *((str(index), *row) for index, row in enumerate(rows)),
        *((str(index), "0", "0") for index in gone),
    ]


def _cut(parents: Sequence[bytes]) -> Iterator[list[bytes]]:
    """Parents in parts of a moderate length."""
    part: list[bytes] = []
    for each in parents:
        if part and sum(map(len, part)) + len(each) > _LONG:
            yield part
            part = []
        part.append(each)
    if part or not parents:
        yield part


def _refuse(error: Any) -> None:
    raise error
