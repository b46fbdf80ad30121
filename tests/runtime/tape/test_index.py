"""What a tape meant is kept in it: a newer spec's replay shows what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from dragoman.model import QuoteTick, TradeTick
from dragoman.tape import Tape
from dragoman.tape.index import Change, Summary, compare, stored, write_index
from dragoman.tape.lines import Digests, Events

from tests.runtime.tape.live import record, three_trades


@pytest.fixture
def tape(tmp_path: Path) -> Tape:
    record(tmp_path / "a.jsonl", three_trades)
    return Tape.open(tmp_path / "a.jsonl")


def played(tape: Tape, change: Callable[[Any], Iterator[Any]]) -> Change | None:
    """How a replay whose events are changed on their way differs from what is stored."""
    summary = Summary()
    for (number, _), events in tape.steps():
        summary.add(number, [other for event in events for other in change(event)])
    kept = stored(tape)
    assert kept is not None
    return compare(kept, summary)


def test_the_same_spec_gives_the_same_events(tape: Tape) -> None:
    assert played(tape, lambda event: iter([event])) is None
    kept = stored(tape)
    assert kept is not None
    assert (kept.events.count, kept.events.types, kept.events.spec) == (3, {"TradeTick": 3}, tape.spec.hash)


def test_a_changed_field_is_named(tape: Tape) -> None:
    def change(event: TradeTick) -> Iterator[Any]:
        yield msgspec.structs.replace(event, size=event.size * 2) if event.trade_id == "2" else event

    found = played(tape, change)
    assert found is not None
    assert (found.counts, found.fields) == ({}, {"TradeTick": ("size",)})
    (line,) = found.lines
    assert (line.number, line.before, line.after) == (6, {"TradeTick": 1}, {"TradeTick": 1})


def test_events_that_are_new_or_gone_are_counted_at_their_lines(tape: Tape) -> None:
    def change(event: TradeTick) -> Iterator[Any]:
        if event.trade_id != "1":
            yield event
        if event.trade_id == "3":
            one = Decimal(1)
            yield QuoteTick(event.instrument_id, one, one, one, one, 0, 0)

    found = played(tape, change)
    assert found is not None
    assert found.counts == {"QuoteTick": (0, 1), "TradeTick": (3, 2)}
    assert [(line.number, line.before, line.after) for line in found.lines] == [
        (5, {"TradeTick": 1}, {}),
        (7, {"TradeTick": 1}, {"TradeTick": 1, "QuoteTick": 1}),
    ]


def test_the_index_can_be_made_anew_and_heals_a_torn_tape(tape: Tape) -> None:
    write_index(tape.path)
    lines = [line for _, line in Tape.open(tape.path).lines()]
    assert sum(isinstance(line, Events) for line in lines) == 1
    assert sum(isinstance(line, Digests) for line in lines) == 1
    raw = tape.path.read_bytes()
    tape.path.write_bytes(raw[: raw.index(b'{"kind":"end"') - 5])
    assert stored(Tape.open(tape.path)) is None
    write_index(tape.path)
    healed = Tape.open(tape.path)
    assert stored(healed) is not None and not healed.problems
