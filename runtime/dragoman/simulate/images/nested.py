"""Instruments and their states as rows of rows; what is built is read again, and what it is read as is what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from itertools import product as combinations
from typing import Any

import msgspec
from msgspec import inspect

from dragoman.errors import DragomanError
from dragoman.simulate.drafting import Drafting
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.facts import At
from dragoman.simulate.images.facts import Nested
from dragoman.simulate.payloads import ABSENT, Plan, Tree, type_of, undone, written
from dragoman.simulate.wire.leaves import ROW, Leaves, prefix_of

Said = dict[str, Any]
"""Absolute path -> wire value, of one innermost row and all around it."""
Read = Callable[[Tree, int], Sequence[Any]]
"""(payload, now) -> the events that it means."""
_FAULTS = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError)


class NestedRows:
    """Builds the rows of one channel or operation; raises NotInvertible where nothing of what decides says a state."""

    def __init__(self, drafting: Drafting, name: str, nested: Nested, product: str, read: Read) -> None:
        self.drafting = drafting
        self.name = name
        self.nested = nested
        self.product = product
        self.leaves = Leaves(drafting.writer, nested.payload)
        self.chain = tuple(_chain(nested.at))
        self._read = read
        self._made = {made.type: made for made in reversed(nested.made)}
        self._states: dict[tuple[Any, ...], tuple[Said, dict[Any, Said]]] = {}

    def nearest(self, meant: Any, now_ns: int) -> Any | None:
        """The instrument like one that is meant which a payload can tell; None where none comes out."""
        decided = {path: values[0] for path, values in self.nested.tries.items()}
        try:
            got = self._read(self.whole([{**self.said([meant], now_ns), **decided}], now_ns), now_ns)
        except DragomanError:
            return None
        return next((each for each in got if each.instrument_id == meant.instrument_id), None)

    def whole(self, rows: Sequence[Said], now_ns: int) -> Tree:
        """The payload of rows; those that say the same of what is around them stand there together."""
        trees = self.trees(rows, now_ns)
        place = self.chain[0].removesuffix(ROW)
        if not place:
            return trees
        plan = _plan(rows[0] if rows else {}, "")
        plan.put(place, trees)
        return self.leaves.writer.tree(self.nested.payload, plan, now_ns)

    def trees(self, rows: Sequence[Said], now_ns: int, depth: int = 0) -> list[Tree]:
        """The outermost rows with those inside them."""
        prefix = self.chain[depth]
        kind, found = self.leaves.row(prefix), []
        for _, group in groupby(rows, key=lambda row: _own(row, prefix)):
            inside = list(group)
            plan = _plan(inside[0], prefix)
            if depth + 1 < len(self.chain):
                name = self.chain[depth + 1].removeprefix(prefix).removesuffix(ROW)
                plan.put(name, self.trees(inside, now_ns, depth + 1))
            found.append(self.leaves.writer.tree(kind, plan, now_ns))
        return found

    def said(self, events: Sequence[Any], now_ns: int) -> Said:
        """Everything that the events say of one row and of what is around it."""
        found: Said = {}
        for event in events:
            made = self._made.get(type(event).__name__)
            for target, read in made.reads.items() if made is not None else ():
                path = read.path if isinstance(read, At) else read
                leaf = self.leaves.leaf(path)
                value = self._value(event, target)
                if leaf is None or value is None:
                    continue
                if isinstance(value, int) and self.takes_number(path):
                    found[path] = value
                    continue
                try:
                    wire = written(undone(value, read.via if isinstance(read, At) else ()), *leaf)
                except _FAULTS:
                    continue
                if wire is not ABSENT:
                    found.setdefault(path, wire)
        return found

    def states(self, rows: Sequence[Sequence[Any]], now_ns: int) -> list[Said]:
        """Rows of one parent that tell instruments with their states: (instrument, state, ...) each."""
        kinds = [tuple(_state(event) for event in events[1:]) for events in rows]
        key = tuple(dict.fromkeys(kinds))
        known = self._states.get(key)
        if known is None:
            known = self._states[key] = self._decided(dict(zip(kinds, rows, strict=True)), now_ns)
        outer, inner = known
        return [
            {**self.said(events, now_ns), **outer, **inner[kind]}
            for kind, events in zip(kinds, rows, strict=True)
        ]

    def takes_number(self, path: str) -> bool:
        """Whether a field of a row may be a number; one inside a record of the row is as its form says."""
        prefix = prefix_of(path)
        return _takes_number(self.leaves.row(prefix), path.removeprefix(prefix))

    # -- deciding ------------------------------------------------------------------------------------------------------

    def _decided(
        self, rows: Mapping[Any, Sequence[Any]], now_ns: int
    ) -> tuple[Said, dict[tuple[Any, ...], Said]]:
        """Values around the rows, and for every kind of row in it, with which each says its state."""
        at = self.nested.at
        inside = {path: values for path, values in self.nested.tries.items() if prefix_of(path) == at}
        around = {path: values for path, values in self.nested.tries.items() if path not in inside}
        for outer in _each(around):
            found: dict[tuple[Any, ...], Said] = {}
            for kind, events in rows.items():
                for inner in _each(inside):
                    if self._says({**self.said(events, now_ns), **outer, **inner}, events, now_ns):
                        found[kind] = inner
                        break
                else:
                    break
            else:
                return outer, found
        states = ", ".join(str(each) for kind in rows for each in kind)
        raise NotInvertible(self.drafting.venue, self.name, "", f"nothing of what decides says {states}")

    def _says(self, said: Said, events: Sequence[Any], now_ns: int) -> bool:
        names = {made.type for made in self.nested.made if made.type != type(events[0]).__name__}
        try:
            got = self._read(self.whole([said], now_ns), now_ns)
        except DragomanError:
            return False
        states = [_state(event) for event in got if type(event).__name__ in names]
        return states == [_state(event) for event in events[1:]]

    def _value(self, event: Any, target: str) -> Any:
        if target.partition(".")[0] == "instrument":
            key = self.drafting.translator.symbology.resolve(event.instrument_id, (self.product,))[1]
            return key[int(target.partition(".")[2])] if "." in target else key
        return getattr(event, target)


def _state(event: Any) -> tuple[Any, ...]:
    """What a state says, whatever its instrument and its moment."""
    beside = ("instrument_id", "ts_event", "ts_init")
    return (
        type(event).__name__,
        *(getattr(event, name) for name in event.__struct_fields__ if name not in beside),
    )


def _each(tries: Mapping[str, Sequence[Any]]) -> Iterator[Said]:
    for values in combinations(*tries.values()):
        yield dict(zip(tries, values, strict=True))


def _chain(at: str) -> Iterator[str]:
    """Every list from the outermost to this one: `a[].`, `a[].b[].`."""
    parts = at.split(ROW)[:-1]
    for count in range(1, len(parts) + 1):
        yield "".join(f"{part}{ROW}" for part in parts[:count])


def _own(row: Said, prefix: str) -> tuple[tuple[str, Any], ...]:
    """What a row says of its record at one list, and not of records inside it."""
    return tuple(
        (path, bytes(value) if isinstance(value, msgspec.Raw) else value)
        for path, value in sorted(row.items())
        if prefix_of(path) == prefix
    )


def _plan(row: Said, prefix: str) -> Plan:
    plan = Plan()
    for path, value in row.items():
        if prefix_of(path) == prefix and value is not None:
            plan.put(path.removeprefix(prefix), value)
    return plan


@lru_cache(maxsize=1024)
def _takes_number(kind: Any, name: str) -> bool:
    if kind is None or "." in name:
        return False
    item = next((each for each in msgspec.structs.fields(kind) if each.name == name), None)
    if item is None:
        return False
    found = type_of(item.type)
    kinds = found.types if isinstance(found, inspect.UnionType) else (found,)
    return any(isinstance(each, inspect.IntType) for each in kinds)
