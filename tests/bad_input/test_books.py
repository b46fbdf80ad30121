"""Levels that can't be and numbers that are out of order: told when the book is read, or as a hole, at every venue of text."""

from __future__ import annotations

import json
from typing import Any

import dragoman
import pytest
from dragoman.books import OrderBook
from dragoman.errors import BookLevelError, DecodeError
from dragoman.model import StreamGap

from tests.bad_input.venues import ODD


def sent(payload: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(payload)
    return found


BOOKS = [
    ("binance", "usdm", '{"stream":"solusdt@depth","data":{"e":"depthUpdate","E":1,"T":1,"s":"SOLUSDT","U":1,"u":2,"pu":0,"b":[LEVEL],"a":[]}}'),
    ("bybit", "linear", '{"topic":"orderbook.50.SOLUSDT","type":"snapshot","ts":1,"cts":1,"data":{"s":"SOLUSDT","b":[LEVEL],"a":[],"u":1,"seq":1}}'),
    ("okx", "spot", '{"arg":{"channel":"books","instId":"SOL-USDT"},"action":"snapshot","data":[{"asks":[],"bids":[LEVEL],"ts":"1","checksum":0,"prevSeqId":-1,"seqId":5}]}'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "product", "message"), BOOKS, ids=[name for name, _, _ in BOOKS])
@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_a_level_that_can_not_be_is_told_when_the_book_is_read(
    name: str, product: str, message: str, text: str
) -> None:
    for price, size in ((text, "1"), ("1", text), ("-1", "1"), ("0", "1"), ("1", "-1")):
        level = json.dumps([price, size, "0", "1"] if name == "okx" else [price, size], ensure_ascii=False)
        translator = dragoman.load(name).translator()
        try:
            (book,) = translator.translate("ws", message.replace("LEVEL", level).encode(), product=product)
        except DecodeError:
            continue
        with pytest.raises(BookLevelError):
            _ = book.bid_levels
        with pytest.raises(BookLevelError):
            OrderBook(book.instrument_id).apply(book)


def test_a_level_in_numbers_that_can_not_be_is_told_when_the_book_is_read() -> None:
    message = '{"table":"orderBook10","action":"update","data":[{"symbol":"XBTZ27","bids":[[PRICE,SIZE]],"asks":[],"timestamp":"2026-02-03T04:05:06.007Z"}]}'
    for price, size in (
        ("-1", "1"),
        ("0", "1"),
        ("1", "-1"),
        ('"NaN"', "1"),
        ("1", '"1_0"'),
        ("1e99999", "1"),
    ):
        bad: list[Any] = []
        translator = dragoman.load("bitmex").translator(on_bad_row=bad.append)
        payload = message.replace("PRICE", price).replace("SIZE", size).encode()
        for book in translator.translate("ws", payload, product="future"):
            with pytest.raises(BookLevelError):
                _ = book.bid_levels
            bad.append(book)
        assert len(bad) == 1


HOLES = [
    ("bybit", "linear", BOOKS[1][2].replace("LEVEL", '["1","1"]'), {"type": "delta", "data": {"s": "SOLUSDT", "b": [], "a": [["2", "1"]], "u": 9, "seq": 9}}),
    ("okx", "spot", BOOKS[2][2].replace("LEVEL", '["1","1","0","1"]'), {"action": "update", "data": [{"asks": [["2", "1", "0", "1"]], "bids": [], "ts": "1", "checksum": 0, "prevSeqId": 7, "seqId": 9}]}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "product", "image", "change"), HOLES, ids=[name for name, *_ in HOLES])
def test_a_number_that_is_out_of_order_is_a_hole_where_numbers_say_so(
    name: str, product: str, image: str, change: dict[str, Any]
) -> None:
    translator = dragoman.load(name).translator(synced=True)
    translator.translate("ws", image.encode(), product=product)
    events = translator.translate("ws", json.dumps({**sent(image), **change}).encode(), product=product)
    again = translator.translate("ws", json.dumps({**sent(image), **change}).encode(), product=product)
    assert [type(event) for event in events] == [StreamGap] and again == []
    (book,) = translator.translate("ws", image.encode(), product=product)
    assert book.is_snapshot
