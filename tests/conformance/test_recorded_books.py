"""Recorded books: what the synced translator puts out equals an independent rebuild from the same snapshots."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import dragoman
import pytest
from dragoman.books import OrderBook
from dragoman.model import OrderBookDeltas, StreamGap

from tests.conformance.recorded import messages

Side = dict[Decimal, Decimal]


def rebuilt(folder: Path, first_skips_equal: bool) -> dict[str, tuple[Side, Side]]:
    """Books rebuilt by the rules of the venue's page alone: plain dicts, no project code."""
    snapshots: dict[str, dict[str, Any]] = {}
    updates: dict[str, list[dict[str, Any]]] = {}
    for message in messages(folder):
        if message.source.endswith("/depth") and message.request:
            snapshots[message.request["symbol"]] = json.loads(message.payload)
        elif b"@depth" in message.payload[:80]:
            data = json.loads(message.payload)["data"]
            updates.setdefault(data["s"], []).append(data)
    books: dict[str, tuple[Side, Side]] = {}
    for symbol, snapshot in snapshots.items():
        sides: tuple[Side, Side] = ({}, {})
        last = snapshot["lastUpdateId"]
        for side, rows in zip(sides, (snapshot["bids"], snapshot["asks"]), strict=True):
            side.update({Decimal(price): Decimal(size) for price, size in rows})
        for update in updates.get(symbol, []):
            if update["u"] < last or (first_skips_equal and update["u"] == last):
                continue
            for side, rows in zip(sides, (update["b"], update["a"]), strict=True):
                for price, size in rows:
                    side[Decimal(price)] = Decimal(size)
                    if not Decimal(size):
                        del side[Decimal(price)]
        books[symbol] = sides
    return books


@pytest.mark.parametrize(
    ("recording", "product", "first_skips_equal"),
    [("binance-futures", "usdm", False), ("binance", "spot", True)],
)
def test_books_equal_an_independent_rebuild(
    shared: Path, recording: str, product: str, first_skips_equal: bool
) -> None:
    folder = shared / "streams" / recording
    translator = dragoman.load("binance").translator(synced=True)
    books: dict[str, OrderBook] = {}
    gaps: list[StreamGap] = []
    for message in messages(folder):
        for event in translator.translate(
            message.source, message.payload, product=product, request=message.request, ts_init=message.ts_init
        ):
            if isinstance(event, StreamGap):
                gaps.append(event)
            elif isinstance(event, OrderBookDeltas):
                books.setdefault(event.instrument_id, OrderBook(event.instrument_id)).apply(event)
    expected = rebuilt(folder, first_skips_equal)
    assert expected
    assert not gaps
    for symbol, (bids, asks) in expected.items():
        book = books[translator.scope(product).ids[symbol]]
        assert dict(book.bids(10**6)) == bids, symbol
        assert dict(book.asks(10**6)) == asks, symbol
        assert not book.is_crossed
