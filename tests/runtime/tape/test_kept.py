"""The tapes that are kept mean what they meant when they were recorded, to the translator alone and to the whole adapter.

After a change of a spec that is meant to change events: `dragoman tape index FILE`, and read what `dragoman replay FILE` said before.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from dragoman.model import OrderBookDeltas, StreamGap, TradeTick
from dragoman.tape import Tape
from dragoman.tape.index import compare, stored, summarize

ROOT = Path(__file__).resolve().parents[2] / "cassettes"
KEPT = sorted(ROOT.rglob("*.jsonl*"))


@pytest.mark.parametrize("path", KEPT, ids=[str(path.relative_to(ROOT)) for path in KEPT])
def test_a_kept_tape_means_what_it_meant(path: Path) -> None:
    tape = Tape.open(path)
    kept = stored(tape)
    assert kept is not None and not tape.problems
    change = compare(kept, summarize(tape))
    assert change is None, change


def test_two_lines_of_one_product_break_and_come_back_each_for_itself() -> None:
    identity = "BTCUSDT-PERP.BINANCE"
    path = ROOT / "binance" / "perpetual.tape.jsonl"

    async def run() -> tuple[list[Any], list[Any], Any, list[Any]]:
        async with Tape.open(path).adapter() as venue:
            async with (
                venue.subscription(TradeTick, identity) as first,
                venue.subscription(OrderBookDeltas, identity) as second,
            ):
                trades = [event async for event in first]
                books = [event async for event in second]
            book = venue.book(identity)
            wrong = [*venue.player.problems, *venue.player.unplayed()]
            return trades, books, (book.bids(), book.asks()), wrong

    trades, books, book, wrong = asyncio.run(run())
    assert not wrong
    assert [getattr(event, "trade_id", "gap") for event in trades] == ["1", "2", "gap", "3"]
    assert [getattr(event, "is_snapshot", "gap") for event in books] == [
        True,
        False,
        False,
        "gap",
        True,
        False,
    ]
    pure = list(Tape.open(path).events())
    assert [event for event in pure if isinstance(event, TradeTick)] == [
        event for event in trades if not isinstance(event, StreamGap)
    ]
    assert [event for event in pure if isinstance(event, OrderBookDeltas)] == [
        event for event in books if not isinstance(event, StreamGap)
    ]
    assert [[str(size) for _, size in side] for side in book] == [["2"], ["1"]]
