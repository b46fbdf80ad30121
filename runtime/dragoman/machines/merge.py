"""Partial records laid over the last full one, so that a field which did not change need not be sent again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from functools import cache
from operator import attrgetter, itemgetter
from types import UnionType
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import UNSET, Struct
from msgspec.structs import astuple
from msgspec.structs import replace as with_fields

from dragoman.machines.bounded import Bounded
from dragoman.machines.kept import groups_of, usual

R = TypeVar("R")
ABSENT: Any = UNSET
"""Default of fields of which an absent and a null value mean different things; no merged record holds it."""
EmptyPolicy = Literal["keep", "clear", "take"]


class MergeCounters(Struct):
    replaced: int = 0
    merged: int = 0
    dropped: int = 0


class Merged(Struct, Generic[R], frozen=True, gc=False):
    """The merged record, the one before it (None at first), and what the message itself brought."""

    record: R
    previous: R | None
    brought: R
    machine: Merge[R]

    @property
    def present(self) -> Set[str]:
        """The names of the fields that the message itself brought."""
        return self.machine._brought(self.brought)[0]

    def has(self, names: Iterable[str]) -> bool:
        """`needs`: whether the merged record has a value for all of `names`."""
        record = self.record
        return all(_is_there(_value(record, name)) for name in names)

    def any_present(self, names: Iterable[str]) -> bool:
        """`fire: any_present`: whether the message itself brought one of `names`, changed or not."""
        return self.machine.brings(self.brought, names)

    def any_changed(self, names: Iterable[str]) -> bool:
        """`fire: any_changed`: whether one of `names` differs from the record before; at first, whether one is there."""
        record, previous = self.record, self.previous
        if previous is None:
            return any(_is_there(_value(record, name)) for name in names)
        return any(_value(record, name) != _value(previous, name) for name in names)


def _value(record: Any, name: str) -> Any:
    return record.get(name, UNSET) if isinstance(record, dict) else getattr(record, name)


def _is_there(value: object) -> bool:
    return value is not UNSET and value is not None and value != ""


class Merge(Generic[R]):
    """Records are Structs whose absent fields are UNSET, or dicts whose absent keys are missing.

    `is_full(record)` is the `replace_when` of the specification; without it every record is laid over the last.
    `empty` says by field what an empty text, an empty list or null does: keep the last value, clear the field, or be taken as it is;
    "default" holds for the fields that it doesn't name. `full_first` drops partial records that come before a full one.
    With `as_none` the fields that a merged record lacks are None, and a null counts as absent unless it clears its field.
    With `as_is` too a record with nothing beneath it is taken as it is: who reads its fields takes an empty text for none.
    """

    def __init__(
        self,
        *,
        max_keys: int,
        is_full: Callable[[R], bool] | None = None,
        empty: Mapping[str, EmptyPolicy] | None = None,
        full_first: bool = False,
        as_none: bool = False,
        as_is: bool = False,
    ) -> None:
        self.counters = MergeCounters()
        self._records: Bounded[R] = Bounded(max_keys)
        self._held = self._records.held
        self._sent: dict[str, Bounded[Any]] = {}
        self.kept: Bounded[Any] = self._records
        """For short ways: what is kept, in whichever form."""
        self._is_full = is_full
        self._empty = dict(empty or {})
        self._empty_default: EmptyPolicy = self._empty.pop("default", "take")
        self._clears = "clear" in (self._empty_default, *self._empty.values())
        self._full_first = full_first
        self._as_none = as_none
        self._quick = as_none and not self._clears
        """Whether a record without empty texts brings just what it holds."""
        self._as_is = as_is and self._quick
        self._begins = self._as_is and is_full is None and not full_first
        """Whether what a record with nothing beneath it comes to is the record."""
        self._keeps = as_none and self._empty_default == "keep" and not self._empty
        """Whether what is empty keeps its last value, whichever field it is."""
        self._lays = self._begins and self._keeps
        """Whether nothing but what a record holds decides what becomes of it."""
        self._readers: dict[type, tuple[Callable[[Any], tuple[Any, ...]], bool]] = {}

    @property
    def evicted(self) -> int:
        """How many keys had to make room; such a key starts anew."""
        return self._records.evicted

    def update(self, key: Hashable, record: R, is_full: bool | None = None) -> Merged[R] | None:
        """Lay `record` over the last one of `key`; None where a partial record came before any full one.

        `is_full` says it where the record itself doesn't.
        """
        last = self._last(key, record)
        merged = self._merged(key, last, record, is_full)
        return None if merged is None else Merged(merged, last, record, self)

    def record(self, key: Hashable, record: R, is_full: bool | None = None) -> R | None:
        """As `update`, the merged record alone."""
        if is_full is None and self._begins:
            last = self._held.get(key)
            if last is None:
                self._held[key] = record
                if len(self._held) > self._records.bound:
                    self._records.shed()
                return record
            if self._lays and type(last) is type(record):
                self.counters.merged += 1
                merged: R = _filled(last, record)
                self._held[key] = merged
                self._held.move_to_end(key)
                return merged
        last = self._last(key, record)
        return self._merged(key, last, record, is_full)

    def _last(self, key: Hashable, record: R) -> R | None:
        last = self._records.peek(key)
        if last is None or type(last) is type(record):
            return last
        for name, group in groups_of(last).items():
            if (event := getattr(last, name)) is not None:
                self.sent(group).put(key, event)
        found: R = usual(last)
        return found

    def _merged(self, key: Hashable, last: R | None, record: R, is_full: bool | None) -> R | None:
        if is_full is None:
            is_full = self._is_full is not None and self._is_full(record)
        if is_full:
            self.counters.replaced += 1
            merged = record if self._as_is else self._alone(record)
        elif last is None:
            if self._full_first:
                self.counters.dropped += 1
                return None
            self.counters.merged += 1
            merged = record if self._as_is else self._alone(record)
        else:
            self.counters.merged += 1
            merged = self._laid_over(last, record)
        self._records.swap(key, merged)
        return merged

    def current(self, key: Hashable) -> R | None:
        """The merged record of `key` as it stands."""
        found: R | None = usual(self._records.get(key))
        return found

    def opened(self, key: Hashable, kind: Any) -> Any:
        """The merged record of `key` as one of `kind`, by `kept_as`, that a short way lays others over; raises KeyError without one."""
        found = kind(usual(self.kept.held[key]))
        for name, group in groups_of(found).items():
            setattr(found, name, self.sent(group).peek(key))
        self._records.swap(key, found)
        return found

    def sent(self, group: str) -> Bounded[Any]:
        """The events that were put out last of a group, by key."""
        found = self._sent.get(group)
        if found is None:
            found = self._sent[group] = Bounded(self._records.bound)
        return found

    def put_new(self, key: Hashable, group: str, event: Any, out: list[Any]) -> None:
        """Put an event out unless the last one of this key and group says the same at another time."""
        kind: Any = type(event)
        sent, said = self.sent(group), _said_of(kind)
        last = sent.peek(key)
        if last is None or said(last) != said(event):
            sent.put(key, event)
            out.append(event)

    def forget(self, key: Hashable) -> None:
        self._records.pop(key)

    def on_disconnect(self) -> None:
        """Forget all: a field that changed during the break would otherwise look current."""
        self._records.clear()
        for sent in self._sent.values():
            sent.clear()

    def brings(self, record: Any, names: Iterable[str]) -> bool:
        """Whether a record carries one of the fields; a null is one where it clears its field."""
        keyed, skips = isinstance(record, dict), self._as_none
        for name in names:
            value = record.get(name, UNSET) if keyed else getattr(record, name)
            if value is UNSET:
                continue
            if value is not None or keyed or not skips:
                return True
            if self._empty.get(name, self._empty_default) == "clear":
                return True
        return False

    def _brought(self, record: Any) -> tuple[Set[str], dict[str, Any]]:
        """The fields that a record carries, and what it does to each after the rules for empty values."""
        unset, skips = UNSET, self._as_none
        if isinstance(record, dict):
            skips = False
            changes = {name: value for name, value in record.items() if value is not unset}
        elif skips and not self._clears:
            # Most fields of most records are absent.
            items = zip(record.__struct_fields__, astuple(record), strict=True)
            changes = {name: value for name, value in items if value is not None}
        else:
            items = zip(record.__struct_fields__, astuple(record), strict=True)
            changes = {name: value for name, value in items if value is not unset}
        empty = [
            name
            for name, value in changes.items()
            if not value and (value is None or value == "" or value == [])
        ]
        if not empty:
            return changes.keys(), changes
        present = set(changes)
        for name in empty:
            policy = self._empty.get(name, self._empty_default)
            if changes[name] is None and skips and policy != "clear":
                present.discard(name)
                del changes[name]
            elif policy == "keep":
                del changes[name]
            elif policy == "clear":
                changes[name] = (None if changes[name] != [] else []) if self._as_none else unset
        return present, changes

    def _is_plain(self, record: Any) -> bool:
        """Whether a record brings just what it holds: none of its texts and lists is empty."""
        if not self._quick or isinstance(record, dict):
            return False
        found = self._readers.get(type(record))
        if found is None:
            found = self._readers[type(record)] = _reader(type(record))
        read, lists = found
        values = read(astuple(record))
        return "" not in values and not (lists and [] in values)

    def _laid_over(self, last: Any, record: Any) -> Any:
        if self._keeps and not isinstance(record, dict):
            return _filled(last, record)
        if self._is_plain(record):
            items = zip(record.__struct_fields__, astuple(record), strict=True)
            return with_fields(last, **{name: value for name, value in items if value is not None})
        _, changes = self._brought(record)
        if isinstance(last, dict):
            return {name: value for name, value in (last | changes).items() if value is not UNSET}
        return with_fields(last, **changes)

    def _alone(self, record: Any) -> Any:
        """A record with nothing beneath it has nothing to keep, so its empty fields that aren't taken are absent."""
        if self._is_plain(record):
            return record
        present, changes = self._brought(record)
        if isinstance(record, dict):
            return {name: value for name, value in changes.items() if value is not UNSET}
        if self._as_none:
            names = record.__struct_fields__
            # An empty list stays one: what reads a list of the record has a list to read.
            gone = {n: None for n in names if n not in changes and getattr(record, n) not in (None, [])}
            return with_fields(record, **gone) if gone else record
        absent = {name: UNSET for name in present if changes.get(name, UNSET) is UNSET}
        return with_fields(record, **absent) if absent else record


def _filled(last: Any, record: Any) -> Any:
    """A record whose fields that are absent or empty are those of the last one."""
    items = zip(record.__struct_fields__, astuple(record), strict=True)
    said = {name: value for name, value in items if value is not None}
    if not all(said.values()):  # zero and false are values too
        said = {name: value for name, value in said.items() if value or (value != "" and value != [])}
    return with_fields(last, **said)


@cache
def _said_of(kind: Any) -> Callable[[Any], object]:
    """What takes from an event what it says, but for its times."""
    return attrgetter(*(name for name in kind.__struct_fields__ if not name.startswith("ts_")))


def _reader(kind: Any) -> tuple[Callable[[Any], tuple[Any, ...]], bool]:
    """What takes from the values of a record those that may be an empty text or list, and whether some are lists."""
    try:
        hints = get_type_hints(kind)
    except NameError:  # a class of a function, whose names nobody else sees
        hints = dict.fromkeys(kind.__struct_fields__, Any)
    kinds = [hints[name] for name in kind.__struct_fields__]
    places = [index for index, hint in enumerate(kinds) if _holds(hint, str) or _holds(hint, list)]
    if len(places) < 2:  # of one place the getter gives no tuple
        return lambda values: tuple([values[index] for index in places]), True
    return itemgetter(*places), any(_holds(hint, list) for hint in kinds)


def _holds(hint: Any, kind: type) -> bool:
    """Whether a value of this type may be an empty text, or an empty list."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return any(_holds(each, kind) for each in get_args(hint))
    if origin is Literal:
        return kind is str and "" in get_args(hint)
    return hint in (Any, kind) or origin is kind
