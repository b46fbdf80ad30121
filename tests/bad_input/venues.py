"""How the venues of text say the same few things: rows of trades, books, refusals; what bad input is made of."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import dragoman
from dragoman.errors import RowError
from dragoman.model import TradeTick

Row = Callable[[Any, Any, Any], dict[str, Any]]
"""(price, size, number) -> one trade as the venue says it; prices and sizes are JSON as it stands."""


class Text(str):
    """JSON that is written as it stands, for numbers that no encoder writes."""


@dataclass(frozen=True)
class Venue:
    """One venue's messages; `price` and the other names are wire keys of a row."""

    name: str
    source: str
    product: str
    row: Row
    wrap: Callable[[str], str]
    """JSON of rows -> a message."""
    price: str
    size: str
    side: str = ""
    symbol: str = ""
    in_text: bool = True
    """Whether numbers are texts on the wire."""
    lowest: str = "0"
    """A price that is just not allowed any more, or is the bound itself where it is excluded."""
    closed_side: bool = True
    request: dict[str, Any] = field(default_factory=dict)
    unknown: str = '{"stream":"nobody@knows","data":{"e":"novelty","E":1}}'
    refusal: str = ""
    stream: str = "ws"
    empty_book: str = ""

    def number(self, text: str) -> Any:
        """A number as the venue writes it: text, or JSON as it stands."""
        return text if self.in_text else Text(text)

    def other(self, text: str) -> Any:
        """A number as the venue does not write it."""
        return Text(text) if self.in_text else text

    def trade(self, price: str = "2.5", size: str = "4", number: int = 1) -> dict[str, Any]:
        return self.row(self.number(price), self.number(size), number)

    def read(self, *rows: Any, **context: Any) -> tuple[list[Any], list[RowError]]:
        """The trades of a message with these rows, and what was set aside."""
        bad: list[RowError] = []
        translator = dragoman.load(self.name).translator(on_bad_row=bad.append, **context)
        told = {"request": self.request} if self.request else {}
        payload = self.wrap(f"[{','.join(map(written, rows))}]").encode()
        events = translator.translate(self.source, payload, product=self.product, ts_init=5, **told)
        assert translator.stats.bad_rows == len(bad)
        return [event for event in events if isinstance(event, TradeTick)], bad


def written(value: Any) -> str:
    """JSON, with Text as it stands."""
    if isinstance(value, Text):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    return json.dumps(value)


def _market(rows: str) -> str:
    # Each runner is a row here, and what was traded stands in a list of its own.
    return f'{{"op":"mcm","pt":1760000000000,"mc":[{{"id":"1.5","rc":{rows}}}]}}'


VENUES = (
    Venue(
        "binance", "get_trades", "spot",
        lambda price, size, number: {
            "id": number, "price": price, "qty": size, "quoteQty": "1", "time": 1760000000000, "isBuyerMaker": True, "isBestMatch": True,
        },
        lambda rows: rows, "price", "qty", request={"symbol": "SOLUSDT"},
        refusal='{"error":{"code":2,"msg":"Invalid request"},"id":1}',
        empty_book='{"stream":"solusdt@depth","data":{"e":"depthUpdate","E":1,"T":1,"s":"SOLUSDT","U":1,"u":2,"pu":0,"b":[],"a":[]}}',
    ),
    Venue(
        "bybit", "ws", "linear",
        lambda price, size, number: {
            "T": 1760000000000, "s": "SOLUSDT", "S": "Buy", "v": size, "p": price, "L": "PlusTick", "i": str(number), "BT": False,
        },
        lambda rows: f'{{"topic":"publicTrade.SOLUSDT","type":"snapshot","ts":1760000000000,"data":{rows}}}',
        "p", "v", "S", "s", unknown='{"topic":"novelty.SOLUSDT","type":"snapshot","ts":1,"data":{}}',
        refusal='{"success":false,"ret_msg":"error:handler not found","conn_id":"1","req_id":"1","op":"subscribe"}',
        empty_book='{"topic":"orderbook.50.SOLUSDT","type":"snapshot","ts":1,"cts":1,"data":{"s":"SOLUSDT","b":[],"a":[],"u":1,"seq":1}}',
    ),
    Venue(
        "okx", "ws", "spot",
        lambda price, size, number: {
            "instId": "SOL-USDT", "side": "sell", "sz": size, "px": price, "tradeId": str(number), "ts": "1760000000123",
        },
        lambda rows: f'{{"arg":{{"channel":"trades","instId":"SOL-USDT"}},"data":{rows}}}',
        "px", "sz", "side", "instId", unknown='{"arg":{"channel":"novelty","instId":"SOL-USDT"},"data":[]}',
        refusal='{"event":"error","code":"60012","msg":"Invalid request","connId":"a4d3ae55"}',
        empty_book='{"arg":{"channel":"books","instId":"SOL-USDT"},"action":"snapshot","data":[{"asks":[],"bids":[],"ts":"1","checksum":0,"prevSeqId":-1,"seqId":5}]}',
    ),
    Venue(
        "bitmex", "ws", "future",
        lambda price, size, number: {
            "timestamp": "2026-02-03T04:05:06.007Z", "symbol": "XBTZ27", "side": "Buy", "size": size, "price": price, "trdMatchID": str(number),
        },
        lambda rows: f'{{"table":"trade","action":"insert","data":{rows}}}',
        "price", "size", "side", "symbol", in_text=False, closed_side=False,
        unknown='{"table":"novelty","action":"insert","data":[]}',
        refusal='{"status":400,"error":"Unknown table: novelty","meta":{},"request":{"op":"subscribe","args":["novelty"]}}',
        empty_book='{"table":"orderBook10","action":"update","data":[{"symbol":"XBTZ27","bids":[],"asks":[],"timestamp":"2026-02-03T04:05:06.007Z"}]}',
    ),
    Venue(
        "betfair", "stream", "exchange",
        lambda price, size, number: {"id": number, "trd": [[price, size]]},
        _market, "trd", "trd", in_text=False, lowest="0.009", stream="stream",
        unknown='{"op":"novelty","id":1}',
        refusal='{"op":"status","id":1,"statusCode":"FAILURE","errorCode":"NOT_AUTHORIZED","errorMessage":"no"}',
        empty_book='{"op":"mcm","pt":1,"mc":[{"id":"1.5","img":true,"rc":[{"id":1,"atb":[],"atl":[]}]}]}',
    ),
)  # fmt: skip

ODD = ["Infinity", "-Infinity", "infinity", "NaN", "nan", "sNaN", "inf", "1e999999", "1E+99999", "\u0661\u0662", "1_000", " 1", "1 ", "_1", "\uff11", "0x10", "1,5"]  # fmt: skip
"""Texts that a lenient reader takes for numbers, or nearly."""
