"""Answers to commands that report nothing: fields are tried until the venue's own reading of them says what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product as combinations
from typing import Any

import msgspec
from msgspec.inspect import ListType, StructType

from dragoman.model import Accepted, Outcome, Rejected
from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Command
from dragoman.requests.outcome import outcomes
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.facts import Answered
from dragoman.simulate.payloads import ABSENT, Writer
from dragoman.simulate.wire.leaves import ROW, Leaves, prefix_of
from dragoman.simulate.wire.pens import forms_of, usual_values
from dragoman.simulate.wire.refusals import Refusals

_MOST_TRIES = 2_000
_NAMES = ("venue_order_id", "client_order_id", "ts_event", "code", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """What became of one entry of a request; `code` and `reason` where it was refused."""

    venue_order_id: str | None = None
    client_order_id: str | None = None
    ts_event: int | None = None
    code: str | None = None
    reason: str = ""


class Acks:
    """Builds the answers of one venue; raises NotInvertible where no values of the fields say it."""

    def __init__(self, venue: str, errors: ErrorTable, writer: Writer) -> None:
        self.venue = venue
        self.errors = errors
        self.writer = writer
        self.refusals = Refusals(errors)
        self._leaves: dict[str, Leaves] = {}
        self._served: dict[tuple[str, bool, bool], tuple[Any, ...]] = {}

    def body(self, command: Command, answered: Answered, entries: Sequence[Became], now_ns: int) -> bytes:
        """The answer to a command with one entry, or to a batch."""
        leaves = self._leaves.get(command.name)
        if leaves is None:
            leaves = self._leaves[command.name] = Leaves(self.writer, answered.payload)
        prefixes = tuple(f"{rows}{ROW}" for rows in answered.rows)
        if answered.rows == () and command.outcome.rows is not None:
            prefixes = (ROW,)
        if not prefixes:
            placed = (prefix_of(path) for paths in answered.reads.values() for path in paths)
            prefixes = tuple(dict.fromkeys(prefix for prefix in placed if prefix))
        mixed = (any(e.code is None for e in entries), any(e.code is not None for e in entries))
        places = list(_placed(answered, leaves, prefixes))
        free = [(name, path) for name, path in places if name in ("accepted", "code")]
        paths = list(dict.fromkeys(path for _, path in free))
        served = self._served.get((command.name, *mixed))
        for count, chosen in enumerate(self._choices(leaves, answered, paths, served)):
            if count > _MOST_TRIES:
                break
            body = self._built(leaves, prefixes, places, paths, chosen, entries, now_ns)
            found = outcomes(command, self.errors, 200, body, [each.client_order_id for each in entries])
            if all(_as_meant(got, meant) for got, meant in zip(found, entries, strict=True)):
                self._served[(command.name, *mixed)] = chosen
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
            fitting = [value for value in answered.tries if _fits(value, leaf)]
            offers.append([*usual_values(leaf, fitting), ABSENT])
        for good in combinations(*offers):
            yield from ((*good, *bad) for bad in combinations(*([None, *each] for each in offers)))

    def _built(
        self,
        leaves: Leaves,
        prefixes: tuple[str, ...],
        places: Sequence[tuple[str, str]],
        paths: Sequence[str],
        chosen: tuple[Any, ...],
        entries: Sequence[Became],
        now_ns: int,
    ) -> bytes:
        good = dict(zip(paths, chosen[: len(paths)], strict=True))
        bad = dict(zip(paths, chosen[len(paths) :], strict=True))
        rows: dict[str, list[dict[str, Any]]] = {"": [{}], **{prefix: [] for prefix in prefixes}}
        for entry in entries:
            for prefix in prefixes:
                rows[prefix].append({})
            decided = (
                good
                if entry.code is None
                else {path: value for path, value in bad.items() if value is not None}
            )
            for name, path in places:
                prefix = next((each for each in prefixes if path.startswith(each)), "")
                value = decided.get(path, ABSENT)
                told = getattr(entry, name, None) if name in _NAMES else None
                leaf = leaves.leaf(path)
                if told is not None and leaf is not None and path not in decided:
                    value = next((wire for _, wire in forms_of(told, leaf)), ABSENT)
                if value is ABSENT and told not in (None, "") and leaf is not None:
                    value = next((wire for _, wire in forms_of(told, leaf)), ABSENT)
                if value is not ABSENT:
                    rows[prefix][-1][path] = value
        said = sorted(rows.items(), key=lambda item: item[0].count(ROW))
        return msgspec.json.encode(leaves.tree(said, now_ns))


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
