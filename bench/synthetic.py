"""Frames of our own making, for machines that have no recordings: the venues' shapes with made-up numbers."""

import json
import random

SYMBOL = "BTCUSDT"
START_MS = 1_700_000_000_000


def combined(channel: str, data: dict[str, object]) -> bytes:
    return json.dumps({"stream": f"{SYMBOL.lower()}@{channel}", "data": data}, separators=(",", ":")).encode()


def price(random_: random.Random) -> str:
    return f"{random_.randint(3_000_000, 3_001_000) / 100:.2f}"


def size(random_: random.Random) -> str:
    return f"{random_.randint(1, 90_000) / 1000:.3f}"


def level(random_: random.Random) -> list[str]:
    return [price(random_), size(random_)]


def trades(channel: str, count: int) -> list[bytes]:
    random_ = random.Random(1)
    frames = []
    for index in range(count):
        at = START_MS + index
        data: dict[str, object] = {
            "e": channel,
            "E": at,
            "s": SYMBOL,
            "p": price(random_),
            "q": size(random_),
        }
        if channel == "trade":
            data |= {"t": index}
        else:
            data |= {"a": index, "f": index, "l": index}
        frames.append(combined(channel, {**data, "T": at, "m": bool(index % 2)}))
    return frames


def quotes(count: int) -> list[bytes]:
    random_ = random.Random(2)
    frames = []
    for index in range(count):
        bid, ask = level(random_), level(random_)
        data = {
            "e": "bookTicker",
            "u": index,
            "s": SYMBOL,
            "b": bid[0],
            "B": bid[1],
            "a": ask[0],
            "A": ask[1],
        }
        frames.append(combined("bookTicker", {**data, "T": START_MS + index, "E": START_MS + index}))
    return frames


def depth(count: int, levels: int = 10) -> list[bytes]:
    random_ = random.Random(3)
    frames = []
    for index in range(count):
        at, last = START_MS + 100 * index, 10 * index
        data = {"e": "depthUpdate", "E": at, "T": at, "s": SYMBOL, "U": last + 1, "u": last + 10, "pu": last}
        sides = {"b": [level(random_) for _ in range(levels)], "a": [level(random_) for _ in range(levels)]}
        frames.append(combined("depth@100ms", {**data, **sides}))
    return frames


def klines(count: int) -> list[bytes]:
    random_ = random.Random(4)
    frames = []
    for index in range(count):
        opened = START_MS + 60_000 * index
        ohlc = dict(zip("ohlc", (price(random_) for _ in range(4)), strict=True))
        kline = {
            "t": opened,
            "T": opened + 59_999,
            "s": SYMBOL,
            "i": "1m",
            "f": index,
            "L": index,
            **ohlc,
            "n": 3,
        }
        kline |= {"v": "3.000", "x": True, "q": "90000.00", "V": "1.000", "Q": "30000.00", "B": "0"}
        frames.append(combined("kline_1m", {"e": "kline", "E": opened + 60_000, "s": SYMBOL, "k": kline}))
    return frames


def market_changes(count: int) -> list[bytes]:
    random_ = random.Random(5)
    frames = []
    for index in range(count):
        runner = {"id": 237491, "atb": [[1.95, random_.randint(1, 90_000) / 100]], "atl": [[1.99, 9.79]]}
        change = {"id": "1.100000001", "rc": [runner]}
        frames.append(
            json.dumps({"op": "mcm", "clk": str(index), "pt": START_MS + index, "mc": [change]}).encode()
        )
    return frames
