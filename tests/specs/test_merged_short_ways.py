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


USUAL = ("0", "1", "100", "6500", "60000.5", "60001.0")
ODD = (
    *("-0", "-0.0", "-1", "0.10", "1e-7", "1E5", "1e400", "1e9999", "12345678901234567890123", "1" * 60, '"2"', '"1.50"'),
    *('"+2"', '" 1"', '"1_0"', '"1\\u0030"', '"NaN"', '"Infinity"', '""', '"x"', "true", "null", "[]", "{}", "+1", "NaN"),
)  # fmt: skip
"""Numbers as JSON spells them, and what is none."""
WORDS = {
    "ordType": ("Limit", "Market", "Stop", "Pegged", "Fabulous", "", 7),
    "timeInForce": ("GoodTillCancel", "FillOrKill", "Sometimes", None),
    "contingencyType": ("OneCancelsTheOther", None, "Whatever"),
    "ordStatus": ("New", "New", "Filled", "PartiallyFilled", "Canceled", "Rejected"),
    "execType": ("Trade", "Trade", "New", "Bankruptcy"),
    "lastLiquidityInd": ("AddedLiquidity", "RemovedLiquidity", "Luck"),
    "pegPriceType": (None, "TrailingStopPeg"),
    "side": ("Buy", "Sell"),
    "transactTime": ("2025-10-09T08:00:07.007Z", "2025-10-09T08:00:07.007000001Z", "yesterday"),
    "text": ("Submitted via API.", "1_0 ", None),
}
AMOUNTS = {
    "order": ("orderQty", "leavesQty", "cumQty", "displayQty", "price", "stopPx", "avgPx", "pegOffsetValue"),
    "execution": ("lastQty", "lastPx", "avgPx", "execComm"),
}


def of_account(random: Random) -> bytes:
    """Orders and executions of BitMEX, whose numbers are JSON's own."""
    table = random.choice(("order", "order", "execution"))

    def row() -> str:
        known = {
            "orderID": f"o-{random.randint(1, 6)}",
            "execID": "e-1",
            "symbol": random.choice(("XBTUSD", "XBT_USDT")),
        }
        said = {key: json.dumps(value) for key, value in known.items()}
        for name in AMOUNTS[table]:
            if random.random() < 0.6:
                said[name] = random.choice(USUAL if random.random() < 0.96 else ODD)
        for name, words in WORDS.items():
            if random.random() < 0.6:
                said[name] = json.dumps(words[0] if random.random() < 0.8 else random.choice(words))
        said.setdefault("execType", '"Trade"')
        return "{" + ",".join(f'"{key}":{value}' for key, value in said.items()) + "}"

    rows = ",".join(row() for _ in range(random.choice((1, 1, 1, 2, 4))))
    action = random.choice(("insert", "update", "update", "partial", "delete"))
    return f'{{"table":"{table}","action":"{action}","data":[{rows}]}}'.encode()


def outcome(feed: Any, payload: bytes, now: int) -> Any:
    try:
        return [repr(event) for event in feed(payload, now)]
    except DragomanError as error:
        return type(error).__name__


@pytest.mark.parametrize(
    ("venue", "product", "make"),
    [("bybit", "linear", bybit), ("bitmex", "perpetual", bitmex), ("bitmex", "perpetual", of_account)],
)
def test_both_ways_say_the_same(venue: str, product: str, make: Any) -> None:
    random = Random(11)
    short, usual = (dragoman.load(venue).translator(on_bad_row=lambda error: None) for _ in range(2))
    usual.tables = replace(usual.tables, ways=Ways)
    feeds = [each.stream("ws", product=product) for each in (short, usual)]
    said = 0
    for index in range(MESSAGES):
        made = make(random)
        payload = made if isinstance(made, bytes) else json.dumps(made, separators=(",", ":")).encode()
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
