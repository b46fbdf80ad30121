"""Rules of BitMEX that a single payload does not show: units, ids over several messages, holes, products by their symbols."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.books import OrderBook
from dragoman.model import InstrumentId, StreamGap, TradeTick

PAIR = {
    "symbol": "SOL_USDT",
    "state": "Open",
    "typ": "IFXXXP",
    "underlying": "SOL",
    "quoteCurrency": "USDT",
    "lotSize": 1000,
    "tickSize": 0.05,
    "underlyingToPositionMultiplier": 10000,
    "timestamp": "2026-02-03T04:05:06.007Z",
}


def table(name: str, action: str, *rows: dict[str, Any]) -> bytes:
    return json.dumps({"table": name, "action": action, "data": rows}).encode()


def level(number: int, **more: Any) -> dict[str, Any]:
    return {"symbol": "SOLUSDT", "id": number, "timestamp": "2026-02-03T04:05:06.007Z", **more}


def test_sizes_of_a_pair_come_out_in_its_base_currency() -> None:
    venue = dragoman.load("bitmex")
    listed = venue.translator().translate(
        "get_active_instruments", json.dumps([PAIR]).encode(), product="spot", ts_init=1
    )
    row = {"symbol": "SOL_USDT", "side": "Buy", "size": 25000, "price": 143.2, "trdMatchID": "a"}
    frame = table("trade", "insert", {**row, "timestamp": "2026-02-03T04:05:06.007Z"})
    translator = venue.translator(instruments=listed)
    events = translator.translate("ws", frame, product="spot", ts_init=1)
    assert [(type(event), event.size) for event in events] == [(TradeTick, Decimal("2.5"))]


def test_trades_without_an_id_are_told_apart_and_known_again() -> None:
    def ids(*sizes: int) -> list[str]:
        row = {"symbol": "XBTUSD", "side": "Buy", "price": 90000.5, "timestamp": "2026-02-03T04:05:06.007Z"}
        frame = table("trade", "insert", *({**row, "size": size} for size in sizes))
        translator = dragoman.load("bitmex").translator()
        events = translator.translate("ws", frame, product="perpetual", ts_init=1)
        return [event.trade_id for event in events]

    first, second = ids(100, 200)
    assert len(first) == 16
    assert first != second
    assert ids(100) == [first]


def test_an_image_of_the_book_takes_the_place_of_all_that_was_before() -> None:
    translator = dragoman.load("bitmex").translator()
    book = OrderBook(InstrumentId("SOLUSDT.BITMEX"))
    frames = [
        table("orderBookL2", "partial", level(1, side="Buy", size=10, price=143.1)),
        table("orderBookL2", "insert", level(2, side="Sell", size=20, price=143.3)),
        table("orderBookL2", "partial", level(3, side="Buy", size=30, price=143.2)),
        table("orderBookL2", "update", level(3, side="Buy", size=35)),
    ]
    for frame in frames:
        for event in translator.translate("ws", frame, product="perpetual", ts_init=1):
            book.apply(event)
    assert book.best_bid() == (Decimal("143.2"), Decimal(35))
    assert book.best_ask() is None


def test_a_change_of_a_level_that_nobody_knows_is_a_hole() -> None:
    translator = dragoman.load("bitmex").translator()
    image = table("orderBookL2", "partial", level(1, side="Buy", size=10, price=143.1))
    translator.translate("ws", image, product="perpetual", ts_init=1)
    change = table("orderBookL2", "update", level(9, side="Buy", size=35))
    events = translator.translate("ws", change, product="perpetual", ts_init=2)
    assert [type(event) for event in events] == [StreamGap]


@pytest.mark.parametrize(
    ("symbol", "product"),
    [
        ("XBT_USDT", "spot"),
        ("XBTUSD", "perpetual"),
        ("100BONKUSDT", "perpetual"),
        ("XBTH27", "future"),
        ("ETHUSDTM27", "future"),
        ("P_FTXZ26", "future"),
        ("XBTM27-XBTU27", "futures_spread"),
        (".BXBT", "index"),
        (".BXBT_NEXT", "index"),
    ],
)
def test_a_symbol_belongs_to_one_product(symbol: str, product: str) -> None:
    translator = dragoman.load("bitmex").translator()
    assert translator.symbology.resolve(InstrumentId(f"{symbol}.BITMEX")) == (product, symbol)
