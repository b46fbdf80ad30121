"""A book whose venue sums it up is held to the sum; one whose venue sends none is not kept at all."""

from __future__ import annotations

import json
import zlib
from typing import Any

import dragoman
from dragoman.machines import Resubscribe
from dragoman.model import OrderBookDeltas, StreamGap

BIDS = [["140.10", "5", "0", "1"], ["140.0", "2", "0", "1"]]
ASKS = [["140.20", "1.50", "0", "2"]]


def summed(*texts: str) -> int:
    """CRC-32 as a signed number, of bid 1, ask 1, bid 2 and so on."""
    found = zlib.crc32(":".join(texts).encode())
    return found - (1 << 32) if found >= 1 << 31 else found


class Followed:
    """The translator of one connection, and what its machine asks for."""

    def __init__(self) -> None:
        self.translator = dragoman.load("okx").translator(synced=True)
        self.number = 0

    def take(self, action: str, checksum: int | None, bids: Any = (), asks: Any = ()) -> list[Any]:
        previous, self.number = (-1 if action == "snapshot" else self.number), self.number + 1
        row = {"asks": list(asks), "bids": list(bids), "ts": "1760000000123", "prevSeqId": previous}
        row |= {"seqId": self.number} | ({} if checksum is None else {"checksum": checksum})
        frame = {"arg": {"channel": "books", "instId": "SOL-USDT"}, "action": action, "data": [row]}
        found: list[Any] = self.translator.translate(
            "ws", json.dumps(frame).encode(), product="spot", ts_init=self.number
        )
        return found

    @property
    def effects(self) -> list[Any]:
        return list(self.translator.scope("spot").machines["books"].effects)


def test_a_book_that_does_not_come_to_its_sum_is_a_hole_and_waits_for_its_next_image() -> None:
    book = Followed()
    whole = summed("140.10", "5", "140.20", "1.50", "140.0", "2")
    assert [type(event) for event in book.take("snapshot", whole, BIDS, ASKS)] == [OrderBookDeltas]
    less = summed("140.10", "5", "140.20", "1.50")
    assert [type(event) for event in book.take("update", less, [["140.0", "0", "0", "0"]])] == [
        OrderBookDeltas
    ]
    (gap,) = book.take("update", less, [["140.10", "6", "0", "1"]])
    assert isinstance(gap, StreamGap) and gap.reason == "the checksum differs"
    assert [type(each) for each in book.effects] == [Resubscribe]
    assert book.take("update", less) == []
    assert [type(event) for event in book.take("snapshot", whole, BIDS, ASKS)] == [OrderBookDeltas]


def test_an_image_that_does_not_come_to_its_sum_is_asked_for_again() -> None:
    book = Followed()
    assert book.take("snapshot", 7, BIDS, ASKS) == []
    assert [type(each) for each in book.effects] == [Resubscribe]


def test_a_sum_of_nought_says_nothing() -> None:
    for none in (0, None):
        book = Followed()
        assert len(book.take("snapshot", none, BIDS, ASKS)) == 1
        assert len(book.take("update", none, [["140.0", "0", "0", "0"]])) == 1
