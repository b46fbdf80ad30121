"""Answers to commands that report nothing: fields are tried until the venue's own reading of them says what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product as combinations
from typing import Any

import msgspec
from msgspec.inspect import ListType, StructType

from dragoman.model import Accepted, Outcome, Rejected
from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Command
from dragoman.requests.outcome import outcomes
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.exchange.working import Working
from dragoman.simulate.facts import Answered
from dragoman.simulate.payloads import ABSENT, Writer
from dragoman.simulate.wire.leaves import ROW, Leaves, prefix_of
from dragoman.simulate.wire.pens import FIRST, Pen, forms_of, usual_values
from dragoman.simulate.wire.refusals import Refusals

_MOST_TRIES = 2_000
_SURE_AFTER = 3
_LOOK_AGAIN = 64
_NAMES = ("venue_order_id", "client_order_id", "ts_event", "code", "reason")


class Became(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one entry of a request; `code` and `reason` where it was refused."""

    venue_order_id: str | None = None
    client_order_id: str | None = None
    ts_event: int | None = None
    code: str | None = None
    reason: str = ""


def became(terms: Mapping[str, Any], done: Sequence[Working], now_ns: int) -> Became:
    """What became of an entry that was taken, by its terms and the orders that it is about."""
    order = done[0] if done else None
    if order is not None and order.pair is not None and order.is_conditional:
        order = order.pair[0]
    return Became(
        venue_order_id=None if order is None else order.venue_order_id,
        client_order_id=terms.get("client_order_id") or (order.order.client_order_id if order else None),
        ts_event=now_ns,
    )


class Acks:
    """Builds the answers of one venue; raises NotInvertible where no values of the fields say it."""

    def __init__(self, venue: str, errors: ErrorTable, writer: Writer) -> None:
        self.venue = venue
        self.errors = errors
        self.writer = writer
        self.refusals = Refusals(errors)
        self._forms: dict[str, _Form] = {}
        self._quick: dict[Any, _Quick] = {}
        self._sure: dict[tuple[Any, ...], int] = {}
        """What there was to say -> how often it was said right."""
        self._served: dict[tuple[str, bool, bool], tuple[Any, ...]] = {}

    def body(self, command: Command, answered: Answered, entries: Sequence[Became], now_ns: int) -> bytes:
        """The answer to a command with one entry, or to a batch."""
        form = self._forms.get(command.name)
        if form is None:
            form = self._forms[command.name] = _Form(command, answered, Leaves(self.writer, answered.payload))
        mixed = (any(e.code is None for e in entries), any(e.code is not None for e in entries))
        kind = (command.name, *mixed, *sorted({_kind(each) for each in entries}))
        served = self._served.get((command.name, *mixed))
        right = self._sure.get(kind, 0)
        if right >= _LOOK_AGAIN:
            self._sure[kind] = _SURE_AFTER - 1
        elif served is not None and right >= _SURE_AFTER:
            self._sure[kind] = right + 1
            if len(entries) > 1:
                return self._built(form, served, entries, now_ns)
            quick = self._quick.get((kind, served))
            if quick is None:
                quick = self._quick[kind, served] = _Quick(
                    form, self._said(form, served, entries), entries[0]
                )
            return quick.body(entries[0], now_ns)
        for count, chosen in enumerate(self._choices(form.leaves, answered, form.paths, served)):
            if count > _MOST_TRIES:
                break
            body = self._built(form, chosen, entries, now_ns)
            found = outcomes(command, self.errors, 200, body, [each.client_order_id for each in entries])
            if all(_as_meant(got, meant) for got, meant in zip(found, entries, strict=True)):
                if chosen != served:
                    self._sure.clear()
                self._served[(command.name, *mixed)] = chosen
                self._sure[kind] = self._sure.get(kind, 0) + 1
                return body
        raise NotInvertible(self.venue, command.name, "outcome", "no value of its fields says it")

    def _choices(
        self, leaves: Leaves, answered: Answered, paths: Sequence[str], served: tuple[Any, ...] | None
    ) -> Iterator[tuple[Any, ...]]:
        """Values for accepted and, after them, for refused entries; those that served last first."""
        if served is not None:
            yield served
        offers = []
        for path in paths:
            leaf = leaves.leaf(path)
            assert leaf is not None
            fine = [self.errors.fine[path]] if path in self.errors.fine else []
            fitting = [value for value in (*fine, *answered.tries) if _fits(value, leaf)]
            offers.append([*usual_values(leaf, fitting), ABSENT])
        for good in combinations(*offers):
            yield from ((*good, *bad) for bad in combinations(*([None, *each] for each in offers)))

    def _built(self, form: _Form, chosen: tuple[Any, ...], entries: Sequence[Became], now_ns: int) -> bytes:
        return msgspec.json.encode(form.leaves.tree(self._said(form, chosen, entries), now_ns))

    @staticmethod
    def _said(
        form: _Form, chosen: tuple[Any, ...], entries: Sequence[Became]
    ) -> list[tuple[str, list[dict[str, Any]]]]:
        """(list, what its rows say) of an answer."""
        half = len(form.paths)
        good = dict(zip(form.paths, chosen[:half], strict=True))
        bad = dict(zip(form.paths, chosen[half:], strict=True))
        refusing = {path: value for path, value in bad.items() if value is not None}
        rows: dict[str, list[dict[str, Any]]] = {"": [{}], **{prefix: [] for prefix in form.prefixes}}
        for entry in entries:
            for prefix in form.prefixes:
                rows[prefix].append({})
            decided = good if entry.code is None else refusing
            for name, path, prefix, write in form.places:
                value = decided.get(path, ABSENT)
                told = getattr(entry, name) if name in _NAMES else None
                if told is not None and (path not in decided or (value is ABSENT and told != "")):
                    value = write(told)
                if value is not ABSENT:
                    rows[prefix][-1][path] = value
        return sorted(rows.items(), key=lambda item: item[0].count(ROW))


class _Form:
    """What an answer looks like: its lists, and (what is told, path, list, what writes it) of its fields."""

    def __init__(self, command: Command, answered: Answered, leaves: Leaves) -> None:
        self.leaves = leaves
        prefixes = tuple(f"{rows}{ROW}" for rows in answered.rows)
        if answered.rows == () and command.outcome.rows is not None:
            prefixes = (ROW,)
        if not prefixes:
            placed = (prefix_of(path) for paths in answered.reads.values() for path in paths)
            prefixes = tuple(dict.fromkeys(prefix for prefix in placed if prefix))
        self.prefixes = prefixes
        places = list(_placed(answered, leaves, prefixes))
        self.places: list[tuple[str, str, str, Pen]] = [
            (
                name,
                path,
                next((each for each in prefixes if path.startswith(each)), ""),
                leaves.pen(path, FIRST),
            )
            for name, path in places
        ]
        self.paths = list(dict.fromkeys(path for name, path in places if name in ("accepted", "code")))


class _Quick:
    """Answers about one entry that say as much as one that was right."""

    def __init__(
        self, form: _Form, said: Sequence[tuple[str, Sequence[Mapping[str, Any]]]], entry: Became
    ) -> None:
        self._mould = form.leaves.mould([(prefix, [tuple(row) for row in rows]) for prefix, rows in said])
        self._numbers = form.leaves.writer.numbers
        fields = {
            path: (name, write)
            for name, path, _, write in form.places
            if name in _NAMES and getattr(entry, name) is not None
        }
        self._values: list[tuple[str, Any]] = []
        for _, rows in said:
            for row in rows:
                for path, value in row.items():
                    name, write = fields.get(path, ("", None))
                    is_told = write is not None and write(getattr(entry, name)) == value
                    self._values.append((name, write) if is_told else ("", value))

    def body(self, entry: Became, now_ns: int) -> bytes:
        """The answer."""
        values = [write(getattr(entry, name)) if name else write for name, write in self._values]
        return msgspec.json.encode(self._mould(values, now_ns, {}, self._numbers))


def _kind(entry: Became) -> tuple[bool, ...]:
    """What an entry has to say."""
    return (entry.venue_order_id is None, entry.client_order_id is None, entry.code is None, not entry.reason)


def _placed(answered: Answered, leaves: Leaves, prefixes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(what is told, its absolute path): in the entry where that has the field, else in the message."""
    for name, paths in answered.reads.items():
        for path in paths:
            for prefix in (*prefixes, ""):
                leaf = leaves.leaf(f"{prefix}{path}")
                if leaf is not None and not isinstance(leaf[0], StructType | ListType):
                    yield name, f"{prefix}{path}"
                    break


def _fits(value: Any, leaf: Any) -> bool:
    return next(forms_of(value, leaf), None) is not None


def _as_meant(got: Outcome, meant: Became) -> bool:
    if meant.code is not None:
        return isinstance(got, Rejected)
    return isinstance(got, Accepted) and (got.venue_order_id in (None, meant.venue_order_id))
