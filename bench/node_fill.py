"""What NautilusTrader's clients of one release want in messages and the simulated venues leave out, since no event is made of it.

Both sides of the comparison get the same. Values are such as the venue sends; a key that is there already stays as it is.
"""

from __future__ import annotations

import hmac
import json
import time
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from dragoman.simulate.answers import Answer

_SECRET = b"simulated"
_BESIDE = b'"e":"ALGO_UPDATE"'
"""What the simulation tells of every order, and the venue of conditional ones alone; it is an error in NautilusTrader's clients."""
Rule = tuple[frozenset[str], dict[str, Any]]
"""(keys that an object has, what it has beside them)."""


def _rule(keys: str, **values: Any) -> Rule:
    return frozenset(keys.split()), values


RULES: dict[str, list[Rule]] = {
    "binance": [
        _rule(
            "contractType baseAsset filters",
            maintMarginPercent="2.5",
            requiredMarginPercent="5.0",
            baseAssetPrecision=8,
            quotePrecision=8,
            pricePrecision=2,
            quantityPrecision=3,
            underlyingType="COIN",
            underlyingSubType=[],
            settlePlan=0,
            triggerProtect="0.05",
            liquidationFee="0.01",
            marketTakeBound="0.05",
            orderTypes=["LIMIT", "MARKET"],
            timeInForce=["GTC", "IOC", "FOK", "GTX"],
        ),
        _rule(
            "asset walletBalance",
            unrealizedProfit="0",
            marginBalance="1000000",
            maintMargin="0",
            initialMargin="0",
            positionInitialMargin="0",
            openOrderInitialMargin="0",
            crossWalletBalance="1000000",
            crossUnPnl="0",
            availableBalance="1000000",
            maxWithdrawAmount="1000000",
        ),
        _rule("assets updateTime", feeTier=0, canTrade=True, canDeposit=True, canWithdraw=True),
        _rule(
            "c i q X",
            ap="0",
            sp="0",
            T=1_790_000_000_000,
            b="0",
            a="0",
            wt="CONTRACT_PRICE",
            ot="LIMIT",
            ps="BOTH",
            pP=False,
            si=0,
            ss=0,
            rp="0",
            gtd=0,
        ),
        _rule("e E o", T=1_790_000_000_000),
        _rule("e E a", T=1_790_000_000_000),
        _rule("m B", P=[]),
        _rule("a wb cw", bc="0"),
        _rule("symbols serverTime", timezone="UTC", rateLimits=[], exchangeFilters=[], assets=[]),
    ],
    "bybit": [
        _rule("retCode result", time=1_790_000_000_000, retExtInfo={}),
        _rule(
            "symbol contractType lotSizeFilter",
            deliveryTime="0",
            deliveryFeeRate="",
            priceScale="2",
            leverageFilter={"minLeverage": "1", "maxLeverage": "100", "leverageStep": "0.01"},
            unifiedMarginTrade=True,
            fundingInterval=480,
        ),
        _rule("minLeverage", maxLeverage="100", leverageStep="0.01"),
        _rule("tickSize", minPrice="0.01", maxPrice="1000000"),
        _rule(
            "qtyStep",
            minNotionalValue="5",
            minOrderQty="0.001",
            maxOrderQty="1000000",
            maxMktOrderQty="1000000",
            postOnlyMaxOrderQty="1000000",
        ),
        _rule("symbol list category", nextPageCursor=""),
        _rule("coin walletBalance", spotHedgingQty="0"),
        _rule("reqId retCode", connId="1", header={}, retExtInfo={}),
    ],
    "okx": [
        # A kind without them has them empty.
        _rule(
            "instId instType tickSz lotSz",
            **dict.fromkeys(
                (
                    "uly",
                    "instFamily",
                    "baseCcy",
                    "quoteCcy",
                    "settleCcy",
                    "ctVal",
                    "ctMult",
                    "ctValCcy",
                    "ctType",
                    "optType",
                    "stk",
                    "listTime",
                    "expTime",
                    "lever",
                    "maxLmtAmt",
                    "maxMktAmt",
                    "maxTwapSz",
                    "maxIcebergSz",
                    "maxTriggerSz",
                    "maxStopSz",
                ),
                "",
            ),
        ),
    ],
    "bitmex": [
        _rule(
            "symbol tickSize underlying",
            rootSymbol="XBT",
            front=None,
            listing="2016-05-13T12:00:00.000Z",
            lotSize=100,
            isQuanto=False,
            isInverse=True,
            instantPnl=False,
            multiplier=-100_000_000,
        ),
    ],
}
ANSWERS: dict[str, dict[str, Any]] = {
    "bitmex": {
        "/api/v1": {"name": "BitMEX API", "version": "2.0.0", "timestamp": 1_790_000_000_000},
    },
    "bybit": {
        "/v5/asset/coin/query-info": {
            "retCode": 0,
            "retMsg": "",
            "result": {"rows": []},
            "retExtInfo": {},
            "time": 1_790_000_000_000,
        },
        "/v5/account/fee-rate": {
            "retCode": 0,
            "retMsg": "",
            "result": {
                "list": [
                    {"symbol": each, "takerFeeRate": "0.0006", "makerFeeRate": "0.0001"}
                    for each in ("BTCUSDT", "ETHUSDT", "SOLUSDT")
                ]
            },
            "retExtInfo": {},
            "time": 1_790_000_000_000,
        },
    },
}


WORDS: dict[str, tuple[tuple[bytes, bytes], ...]] = {
    "binance": (
        (b'"a":{"m":""', b'"a":{"m":"ORDER"'),
        (b'"P":[],"m":""', b'"P":[],"m":"ORDER"'),
        (b'"x":"NEW","X":"CANCELED"', b'"x":"CANCELED","X":"CANCELED"'),
    ),
    "bybit": ((b'"orderStatus":"Created"', b'"orderStatus":"New"'),),
}
"""Where the simulation says a word that the venue says too, but not to this client."""


def filled(value: Any, rules: list[Rule]) -> Any:
    """The value with what its objects lack."""
    if isinstance(value, list):
        return [filled(each, rules) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: filled(each, rules) for key, each in value.items()}
    for keys, more in rules:
        if keys <= found.keys():
            found = {**more, **found}
    return found


def fill(core: Any) -> None:
    """Let a simulated venue's answers and frames have what is missing in them."""
    venue = core.interface.venue
    rules, answers = RULES.get(venue, []), ANSWERS.get(venue, {})
    respond, advance, take = core.respond, core.advance, core.take
    connect, receive = core.connect, core.receive

    words = WORDS.get(venue, ())
    wrapped: dict[Any, str] = {}
    # All connections of a node open at once; how many a second a venue bears is not what is compared.
    core.quotas.open = lambda *said: None

    def text(raw: bytes) -> bytes:
        for said, meant in words:
            raw = raw.replace(said, meant)
        if not rules or raw[:1] not in (b"{", b"["):
            return raw
        return json.dumps(filled(json.loads(raw), rules), separators=(",", ":")).encode()

    def told(link: Any, frame: bytes) -> bytes:
        name = wrapped.get(link)
        return text(frame) if name is None else b'{"stream":"%b","data":%b}' % (name.encode(), text(frame))

    def responding(server: str, method: str, target: str, *more: Any) -> Answer:
        known = answers.get(urlsplit(target).path)
        if known is not None:
            return Answer(200, json.dumps(known).encode())
        answer: Answer = respond(server, method, _spelled(target), *more)
        return Answer(answer.status, text(answer.body), answer.headers)

    def received(link: Any, data: str | bytes, now_ns: int) -> list[bytes]:
        found = [text(frame) for frame in receive(link, data, now_ns)]
        # A reply repeats what was asked.
        return [_repeated(frame, _bytes(data)) for frame in found]

    def connected(connection: str, product: str, path: str, *more: Any) -> Any:
        link = connect(connection, product, path, *more)
        streams = dict(parse_qsl(urlsplit(path).query)).get("streams")
        if streams and link.connection.startswith("user"):
            wrapped[link] = streams  # what is asked for in this way comes with its name, an account's key too
        elif streams:
            # What a client names in the address is subscribed to at once.
            asked = {"method": "SUBSCRIBE", "params": streams.split("/"), "id": 0}
            receive(link, json.dumps(asked), time.time_ns())
        return link

    core.respond = responding
    core.connect = connected

    def kept(frames: list[tuple[Any, bytes]]) -> list[tuple[Any, bytes]]:
        return [(link, told(link, frame)) for link, frame in frames if _BESIDE not in frame]

    core.advance = lambda now_ns: kept(advance(now_ns))
    core.take = lambda: kept(take())
    core.receive = received


def _spelled(target: str) -> str:
    """A request as the simulation reads it, where what is false is left out; that needs another signature."""
    path, _, query = target.partition("?")
    pairs = query.split("&")
    if not any(each.endswith("=False") for each in pairs):
        return target
    said = "&".join(
        each for each in pairs if not each.endswith("=False") and not each.startswith("signature=")
    )
    return f"{path}?{said}&signature={hmac.digest(_SECRET, said.encode(), 'sha256').hex()}"


def _repeated(frame: bytes, asked: bytes) -> bytes:
    if frame.startswith(b'{"reqId"') or b',"reqId"' in frame:
        answer = json.loads(frame)
        return json.dumps({"op": json.loads(asked)["op"], **answer}, separators=(",", ":")).encode()
    return frame.replace(b'"request":null', b'"request":' + asked)


def _bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data
