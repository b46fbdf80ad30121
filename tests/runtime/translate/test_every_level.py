"""Books that are read while they are decoded: the same levels and the same faults as those that are read on demand."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.errors import BookLevelError, DragomanError, RowError
from dragoman.model import OrderBookDeltas, OrderBookDepth10
from dragoman.model.book import READ_LEVELS
from hypothesis import given, settings
from hypothesis import strategies as st

Level = list[Any]
PLAIN = st.from_regex(r"[0-9]{1,20}(\.[0-9]{1,20})?", fullmatch=True)
ODD = st.sampled_from(
    ["NaN", "-NaN", "sNaN", "Infinity", "-inf", "1e5", "1E-5", "1e5000", "+3", "-3", "-0", "0", "0.00", "1_0", " 1", "1 ", "", ".", "٣", "１", "1.", ".5", "\u00a01", "5\\"]
)  # fmt: skip
TEXT = st.one_of(PLAIN, PLAIN, PLAIN, ODD)


def _binance(bids: list[Level], asks: list[Level]) -> dict[str, Any]:
    data = {"e": "depthUpdate", "E": 1, "T": 2, "s": "BTCUSDT", "U": 3, "u": 4, "pu": 2, "b": bids, "a": asks}
    return {"stream": "btcusdt@depth@100ms", "data": data}


def _bybit(bids: list[Level], asks: list[Level]) -> dict[str, Any]:
    data = {"s": "BTCUSDT", "b": bids, "a": asks, "u": 2, "seq": 5}
    return {"topic": "orderbook.50.BTCUSDT", "type": "delta", "ts": 7, "data": data, "cts": 6}


def _okx(bids: list[Level], asks: list[Level]) -> dict[str, Any]:
    arg = {"channel": "books", "instId": "BTC-USDT-SWAP"}
    sides = {"asks": [[*each, "0", "1"] for each in asks], "bids": [[*each, "0", "1"] for each in bids]}
    row = {**sides, "ts": "7", "checksum": -1, "seqId": 2, "prevSeqId": 1}
    return {"arg": arg, "action": "update", "data": [row]}


def _bitmex(bids: list[Level], asks: list[Level]) -> dict[str, Any]:
    row = {"symbol": "XBTUSD", "bids": bids, "asks": asks, "timestamp": "2025-10-09T08:00:01.003Z"}
    return {"table": "orderBook10", "action": "update", "data": [row]}


VENUES = {"binance": (_binance, "usdm"), "bybit": (_bybit, "linear"), "okx": (_okx, "swap")}


class Reader:
    """A stream of a venue that is read in one way, and what came out of it."""

    def __init__(self, venue: str, product: str, *, every_level: bool) -> None:
        self.bad: list[RowError] = []
        translator = dragoman.load(venue).translator(every_level=every_level, on_bad_row=self.bad.append)
        self.feed = translator.stream("ws", product=product)
        self.last: list[Any] = []

    def told(self, frame: bytes) -> list[Any]:
        """The events of a frame with their levels or what reading them raises, or what the frame itself does."""
        self.bad.clear()
        try:
            self.last = self.feed(frame, 9)
        except DragomanError as error:
            return [type(error)]
        found: list[Any] = [[type(each) for each in self.bad]]
        for event in self.last:
            assert isinstance(event, OrderBookDeltas | OrderBookDepth10)
            read = [_read(event, name) for name in ("bid_levels", "ask_levels")]
            found.append(
                (type(event), event.instrument_id, event.sequence, event.ts_event, event.flags, read)
            )
        return found


def _read(event: Any, name: str) -> Any:
    try:
        return [(str(price), str(size)) for price, size in getattr(event, name)]
    except BookLevelError as error:
        return error.side, error.index


def _bytes(said: Any) -> bytes:
    return json.dumps(said, separators=(",", ":"), ensure_ascii=False).encode()


def _both(venue: str) -> tuple[Reader, Reader]:
    """On demand and with every level, both with a frame behind them, so that the topic is known."""
    make, product = VENUES[venue]
    readers = Reader(venue, product, every_level=False), Reader(venue, product, every_level=True)
    for reader in readers:
        reader.told(_bytes(make([["1", "2"]], [["3", "4"]])))
    return readers


@pytest.mark.parametrize("venue", VENUES)
def test_levels_and_faults_are_those_of_reading_on_demand(venue: str) -> None:
    make, _ = VENUES[venue]
    demand, every = _both(venue)
    side = st.lists(st.tuples(TEXT, TEXT).map(list), max_size=4)

    @given(side, side)
    @settings(max_examples=150, deadline=None)
    def alike(bids: list[Level], asks: list[Level]) -> None:
        frame = _bytes(make(bids, asks))
        assert every.told(frame) == demand.told(frame)

    alike()


@pytest.mark.parametrize("venue", VENUES)
def test_plain_levels_are_decimals_at_once(venue: str) -> None:
    make, _ = VENUES[venue]
    _, every = _both(venue)
    every.told(_bytes(make([["60000.10", "0.000"]], [["12345678901234567890.12345678901234567890", "7"]])))
    (event,) = every.last
    assert event.level_form is READ_LEVELS
    assert event.bids == [(Decimal("60000.10"), Decimal("0.000"))]
    assert str(event.ask_levels[0][0]) == "12345678901234567890.12345678901234567890"
    assert event.asks is event.ask_levels


@pytest.mark.parametrize("venue", VENUES)
def test_what_may_be_odd_is_read_on_demand(venue: str) -> None:
    make, _ = VENUES[venue]
    _, every = _both(venue)
    plain = [["1", "2"], ["3", "4"]]
    odd = ["NaN", "1e5", "-1", "1_0", " 1", "٣"]
    for at in range(4):
        for text in odd:
            levels = [*map(list, plain)]
            levels[at // 2][at % 2] = text
            for sides in ((levels, plain), (plain, levels)):
                every.told(_bytes(make(*sides)))
                assert not any(event.level_form is READ_LEVELS for event in every.last)
        # A letter that JSON hides is none less.
        hidden = _bytes(make(plain, [["1", "Q"]])).replace(b"Q", b"\\u0031e5")
        every.told(hidden)
        assert not any(event.level_form is READ_LEVELS for event in every.last)


def test_scaled_levels_are_those_of_the_usual_way() -> None:
    usual = Reader("bitmex", "perpetual", every_level=False)
    every = Reader("bitmex", "perpetual", every_level=True)
    numbers = st.one_of(
        st.decimals(0, 10**6, places=1).map(str),
        st.integers(0, 10**9).map(str),
        st.sampled_from(["-1", "0", "0.0", "1e3", "1E-2", "1e5000", '"5"', "null", "true", "1.50", "100.0"]),
    )
    side = st.lists(st.tuples(numbers, numbers), max_size=3)

    @given(side, side)
    @settings(max_examples=150, deadline=None)
    def alike(bids: list[tuple[str, str]], asks: list[tuple[str, str]]) -> None:
        text = json.dumps(_bitmex([], []), separators=(",", ":"))
        for name, levels in (("bids", bids), ("asks", asks)):
            said = ",".join(f"[{price},{size}]" for price, size in levels)
            text = text.replace(f'"{name}":[]', f'"{name}":[{said}]')
        frame = text.encode()
        assert every.told(frame) == usual.told(frame)

    alike()
    frame = _bytes(_bitmex([[60_000.5, 100]], [[60_001, 300]]))
    every.told(frame)
    assert every.last[0].level_form is READ_LEVELS
    assert every.last[0].bid_levels == [(Decimal("60000.5"), Decimal(100))]
    assert type(every.last[0].ask_levels[0][0]) is Decimal
