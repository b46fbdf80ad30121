"""Records that are merged come to the same events on the short way as on the usual one, whatever a message leaves out or gets wrong."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import dragoman
import pytest
from dragoman.errors import DragomanError
from dragoman.machines import Merge
from dragoman.translate.facts import Ways
from msgspec.structs import replace

MESSAGES = 3000
TEXTS = ("", "1.5", "1.50", "2", "0", "-1", "x", "1e5", "NaN", None, 7)
NUMBERS: tuple[Any, ...] = (None, 0, 1, 2, 100, -1, 1.5, 1e300, "2", "x", True, [])


def bybit(random: Random) -> dict[str, Any]:
    names = ("bid1Price", "bid1Size", "ask1Price", "ask1Size", "markPrice", "indexPrice", "fundingRate")
    data: dict[str, Any] = {"symbol": random.choice(("BTCUSDT", "ETHUSDT"))}
    for name in (*names, "nextFundingTime", "fundingIntervalHour", "lastPrice"):
        if random.random() < 0.4:
            usual = str(random.randint(1, 3)) if random.random() < 0.95 else random.choice(TEXTS)
            data[name] = usual
    kind = "snapshot" if random.random() < 0.05 else "delta"
    return {"topic": f"tickers.{data['symbol']}", "type": kind, "ts": random.randint(1, 10**6), "data": data}


def bitmex(random: Random) -> dict[str, Any]:
    def row() -> dict[str, Any]:
        said: dict[str, Any] = {
            "timestamp": f"2025-10-09T08:00:{random.randint(0, 61):02d}.{random.choice(('123Z', '5Z', '000001Z', 'Z'))}",
            "symbol": random.choice(("XBTUSD", "ETHUSD")),
        }
        for name in ("bidPrice", "bidSize", "askPrice", "askSize"):
            if random.random() < 0.95:
                many = random.choice((100, 60_000.5, 60_001)) if "Price" in name else random.randint(1, 900)
                said[name] = many if random.random() < 0.97 else random.choice(NUMBERS)
        return said

    rows = [row() for _ in range(random.choice((1, 1, 1, 2, 5)))]
    return {"table": "quote", "action": "insert", "data": rows}


def outcome(feed: Any, payload: bytes, now: int) -> Any:
    try:
        return [(type(event).__name__, event) for event in feed(payload, now)]
    except DragomanError as error:
        return type(error).__name__


@pytest.mark.parametrize(
    ("venue", "product", "make"), [("bybit", "linear", bybit), ("bitmex", "perpetual", bitmex)]
)
def test_both_ways_say_the_same(venue: str, product: str, make: Any) -> None:
    random = Random(11)
    short, usual = (dragoman.load(venue).translator(on_bad_row=lambda error: None) for _ in range(2))
    usual.tables = replace(usual.tables, ways=Ways)
    feeds = [each.stream("ws", product=product) for each in (short, usual)]
    said = 0
    for index in range(MESSAGES):
        payload = json.dumps(make(random), separators=(",", ":")).encode()
        left, right = (outcome(feed, payload, index) for feed in feeds)
        assert left == right, payload
        said += len(left)
        if random.random() < 0.002:
            for each in (short, usual):
                for machine in each.scope(product).machines.values():
                    if isinstance(machine, Merge):
                        machine.on_disconnect()
    assert said > MESSAGES / 2
    assert short.stats.bad_rows == usual.stats.bad_rows
