"""Partial records laid over the last full one, so that a field which did not change need not be sent again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from functools import cache
from operator import attrgetter
from typing import Any, Generic, Literal, TypeVar

from msgspec import UNSET, Struct
from msgspec.structs import astuple
from msgspec.structs import replace as with_fields

from dragoman.machines.bounded import Bounded
from dragoman.machines.kept import changing, groups_of, usual

R = TypeVar("R")
ABSENT: Any = UNSET
"""Default of fields of which an absent and a null value mean different things; no merged record holds it."""
EmptyPolicy = Literal["keep", "clear", "take"]


class MergeCounters(Struct):
    replaced: int = 0
    dropped: int = 0


class _Kinds(dict[type, Any]):
    """The type of records -> what is kept of them where they are laid over each other."""

    def __missing__(self, kind: type) -> Any:
        found = self[kind] = changing(kind) if issubclass(kind, Struct) else None
        return found


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
    `lay(kept, record)` puts a record over what is kept in place of all those rules, which it was made of. It changes what is kept:
    a merged record is as it was until the next one of its key.
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
        lay: Callable[[Any, Any], None] | None = None,
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
        self._full_first = full_first
        self._as_none = as_none
        self._as_is = as_is
        """Whether what a record with nothing beneath it comes to is the record."""
        self._begins = as_is and not full_first
        self._lay = lay
        self._kinds = _Kinds()

    @property
    def evicted(self) -> int:
        """How many keys had to make room; such a key starts anew."""
        return self._records.evicted

    def update(self, key: Hashable, record: R, is_full: bool | None = None) -> Merged[R] | None:
        """Lay `record` over the last one of `key`; None where a partial record came before any full one.

        `is_full` says it where the record itself doesn't.
        """
        kept: Any = self._held.get(key)
        is_changed = kept is not None and type(kept) is self._kinds[type(record)]
        last = kept.__copy__() if is_changed else self._last(key, record)
        merged = self.record(key, record, is_full)
        return None if merged is None else Merged(merged, last, record, self)

    def record(self, key: Hashable, record: R, is_full: bool | None = None) -> R | None:
        """As `update`, the merged record alone."""
        if is_full is None and self._is_full is not None:
            is_full = self._is_full(record)
        kept: Any = self._held.get(key)
        if kept is None and self._begins and not is_full:
            self._held[key] = record
            if len(self._held) > self._records.bound:
                self._records.shed()
            return record
        if self._lay is None or kept is None or is_full:
            return self._merged(key, record, is_full)
        kind = self._kinds[type(record)]
        if type(kept) is not kind:
            last: Any = kept if type(kept) is type(record) else self._last(key, record)
            kept = self._held[key] = kind(*astuple(last))
        self._held.move_to_end(key)
        self._lay(kept, record)
        merged: R = kept
        return merged

    def _last(self, key: Hashable, record: R) -> R | None:
        last = self._records.peek(key)
        if last is None or type(last) is type(record):
            return last
        for name, group in groups_of(last).items():
            if (event := getattr(last, name)) is not None:
                self.sent(group).put(key, event)
        found: R = usual(last)
        return found

    def _merged(self, key: Hashable, record: R, is_full: bool | None) -> R | None:
        last = None if is_full else self._last(key, record)
        if last is not None:
            merged: R = self._laid_over(last, record)
        elif self._full_first and not is_full:
            self.counters.dropped += 1
            return None
        else:
            self.counters.replaced += bool(is_full)
            merged = record if self._as_is else self._alone(record)
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

    def _laid_over(self, last: Any, record: Any) -> Any:
        _, changes = self._brought(record)
        if isinstance(last, dict):
            return {name: value for name, value in (last | changes).items() if value is not UNSET}
        return with_fields(last, **changes)

    def _alone(self, record: Any) -> Any:
        """A record with nothing beneath it has nothing to keep, so its empty fields that aren't taken are absent."""
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


@cache
def _said_of(kind: Any) -> Callable[[Any], object]:
    """What takes from an event what it says, but for its times."""
    return attrgetter(*(name for name in kind.__struct_fields__ if not name.startswith("ts_")))
