"""Rules of Binance that a single payload does not show: sequences, identities, whole recordings."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import dragoman
import pytest
from dragoman.books import OrderBook
from dragoman.errors import DragomanError
from dragoman.model import InstrumentId, OrderBookDeltas, StreamGap
from dragoman.net.wire import Frame, Opcode
from dragoman.requests.classify import Classifier
from dragoman.requests.streaming import address, subscribing
from dragoman.session.messages import Ack, Data, Refused
from dragoman.translate.told import Told

from tests.specs.replay import recorded

Sides = tuple[dict[Decimal, Decimal], dict[Decimal, Decimal]]


def translator(**context: Any) -> Any:
    return dragoman.load("binance").translator(**context)


SYMBOLS = {"spot": "SOLUSDT", "usdm": "SOLUSDT", "coinm": "SOLUSD_PERP"}
IDS = {"spot": "SOLUSDT.BINANCE", "usdm": "SOLUSDT-PERP.BINANCE", "coinm": "SOLUSD_PERP.BINANCE"}


class Followed:
    """One book of a translator that keeps the sequence, and what it lost."""

    def __init__(self, product: str) -> None:
        self.translator = translator(synced=True)
        self.product = product
        self.book = OrderBook(InstrumentId(IDS[product]))
        self.gaps: list[StreamGap] = []
        self.applied: list[int] = []

    def take(self, events: list[Any]) -> None:
        for event in events:
            if isinstance(event, StreamGap):
                self.gaps.append(event)
            else:
                self.book.apply(event)
                self.applied.append(event.sequence)

    def change(
        self, first: int, last: int, pu: int | None = None, bids: Iterable[tuple[str, str]] = ()
    ) -> None:
        """One message of changes; with `pu` it is of futures."""
        more = {} if pu is None else {"T": 1760000000000 + last, "pu": pu}
        said = {"e": "depthUpdate", "E": 1760000000000 + last, **more, "s": SYMBOLS[self.product]}
        frame = json.dumps({**said, "U": first, "u": last, "b": list(bids), "a": []}).encode()
        self.take(self.translator.translate("ws", frame, product=self.product, ts_init=1))

    def image(self, last: int, bids: Iterable[tuple[str, str]]) -> None:
        body = json.dumps({"lastUpdateId": last, "bids": list(bids), "asks": []}).encode()
        call = {"product": self.product, "request": {"symbol": SYMBOLS[self.product]}, "ts_init": 2}
        self.take(self.translator.translate("get_depth", body, **call))


def test_nothing_comes_out_before_the_snapshot() -> None:
    book = Followed("spot")
    book.change(11, 12, None, [("143.0", "1")])
    assert book.applied == []


def test_spot_changes_that_the_snapshot_holds_are_dropped_and_the_rest_joined() -> None:
    book = Followed("spot")
    book.change(11, 12, None, [("143.0", "9")])
    book.change(13, 15, None, [("143.0", "2")])
    book.image(14, [("143.0", "1"), ("142.0", "5")])
    book.change(16, 16, None, [("142.0", "0")])
    assert book.applied == [14, 15, 16]
    assert book.book.bids() == [(Decimal("143.0"), Decimal(2))]
    assert book.gaps == []


def test_futures_changes_are_chained_by_pu_whatever_their_numbers() -> None:
    book = Followed("usdm")
    book.change(100, 190, 90, [("143.0", "9")])
    book.change(195, 230, 190, [("143.0", "2")])
    book.image(200, [("143.0", "1")])
    book.change(260, 270, 230, [("143.0", "3")])
    assert book.applied == [200, 230, 270]
    assert book.book.best_bid() == (Decimal("143.0"), Decimal(3))


def test_a_futures_change_that_follows_the_snapshot_directly_joins_it() -> None:
    book = Followed("usdm")
    book.change(260, 270, 200, [("143.0", "3")])
    book.image(200, [("143.0", "1")])
    assert book.applied == [200, 270]


@pytest.mark.parametrize(
    ("product", "messages"),
    [
        ("spot", [(11, 12), (13, 14), (17, 18)]),
        ("spot", [(11, 12), (13, 14), (13, 14)]),
        ("spot", [(11, 12), (15, 16), (13, 14)]),
        ("usdm", [(11, 12, 10), (13, 14, 12), (15, 16, 13)]),
        ("coinm", [(11, 12, 10), (13, 14, 12), (13, 14, 12)]),
    ],
    ids=["a hole", "a duplicate", "out of order", "a broken chain", "a duplicate in a chain"],
)
def test_what_does_not_follow_is_a_gap_and_the_book_starts_anew(product: str, messages: list[Any]) -> None:
    book = Followed(product)
    book.change(*messages[0])
    book.image(12 if product != "spot" else 11, [("143.0", "1")])
    for message in messages[1:]:
        book.change(*message)
    assert len(book.gaps) == 1
    applied = list(book.applied)
    book.change(*messages[-1])
    assert book.applied == applied, "a book that lost its way stays silent until the next snapshot"


def test_a_snapshot_that_is_too_old_is_not_joined() -> None:
    book = Followed("spot")
    book.change(21, 22)
    book.image(10, [("143.0", "1")])
    assert book.applied == []
    book.image(21, [("143.0", "1")])
    assert book.applied == [21, 22]


@pytest.mark.parametrize(
    ("product", "symbol", "expected"),
    [
        ("spot", "BTCUSDT", "BTCUSDT.BINANCE"),
        ("usdm", "BTCUSDT", "BTCUSDT-PERP.BINANCE"),
        ("usdm", "BTCUSDT_261225", "BTCUSDT_261225.BINANCE"),
        ("usdm", "ETHUSDC", "ETHUSDC-PERP.BINANCE"),
        ("coinm", "BTCUSD_PERP", "BTCUSD_PERP.BINANCE"),
        ("coinm", "BTCUSD_261225", "BTCUSD_261225.BINANCE"),
    ],
)
def test_an_id_tells_product_and_symbol(product: str, symbol: str, expected: str) -> None:
    body = json.dumps({"symbol": symbol, "bidPrice": "1", "bidQty": "1", "askPrice": "2", "askQty": "1"})
    reader = translator()
    (quote,) = reader.translate("get_book_ticker", body.encode(), product=product)
    assert quote.instrument_id == expected
    assert reader.symbology.resolve(expected) == (product, symbol)


@pytest.mark.parametrize(("name", "product"), [("binance", "spot"), ("binance-futures", "usdm")])
def test_a_recording_replays_without_an_error_and_its_books_are_those_of_a_rebuild(
    shared: Path, name: str, product: str
) -> None:
    reader = translator(synced=True)
    books: dict[str, OrderBook] = {}
    raw: dict[str, list[dict[str, Any]]] = defaultdict(list)
    images: dict[str, dict[str, Any]] = {}
    kinds: dict[str, int] = defaultdict(int)
    for item in recorded(shared / "streams" / name):
        source, request = (f"GET {item.path}", item.query) if item.path else ("ws", None)
        if item.path:
            images[item.query["symbol"]] = json.loads(item.raw)
        elif (data := json.loads(item.raw)["data"]).get("e") == "depthUpdate":
            raw[data["s"]].append(data)
        for event in reader.translate(source, item.raw, product=product, request=request, ts_init=item.ts_ns):
            kinds[type(event).__name__] += 1
            if isinstance(event, OrderBookDeltas):
                books.setdefault(event.instrument_id, OrderBook(event.instrument_id)).apply(event)
    stats = reader.stats.as_dict()
    assert [stats[key] for key in ("bad_rows", "unknown_messages", "unknown_enums")] == [0, 0, 0]
    assert kinds["QuoteTick"] and kinds["TradeTick"] and kinds["OrderBookDeltas"]
    assert "StreamGap" not in kinds
    assert len(books) == len(images)
    suffix = "-PERP.BINANCE" if product == "usdm" else ".BINANCE"
    for symbol, image in images.items():
        book = books[f"{symbol}{suffix}"]
        assert (dict(book.bids()), dict(book.asks())) == rebuilt(image, raw[symbol])


def rebuilt(image: dict[str, Any], changes: list[dict[str, Any]]) -> Sides:
    """The book by the venue's own recipe, with nothing of the project."""
    sides = tuple({Decimal(p): Decimal(q) for p, q in image[side]} for side in ("bids", "asks"))
    for said in changes:
        if said["u"] < image["lastUpdateId"]:
            continue
        for side, key in zip(sides, ("b", "a"), strict=True):
            for price, size in said[key]:
                side[Decimal(price)] = Decimal(size)
    bids, asks = ({price: size for price, size in side.items() if size} for side in sides)
    return bids, asks


def test_every_recorded_answer_of_market_data_is_read(shared: Path) -> None:
    """What no expectation names is still decoded to its declared shape."""
    reader = translator()
    paths = {
        "spot": "/api/v3/",
        "futures": "/fapi/v1/",
    }
    names = {
        "agg_trades": "aggTrades", "avg_price": "avgPrice", "book_ticker": "ticker/bookTicker", "depth": "depth",
        "klines": "klines", "ping": "ping", "ticker_price": "ticker/price", "time": "time", "trades": "trades",
        "exchange_info": "exchangeInfo", "continuous_klines": "continuousKlines", "funding_rate": "fundingRate",
        "index_price_klines": "indexPriceKlines", "open_interest": "openInterest", "premium_index": "premiumIndex",
        "ticker_24hr": "ticker/24hr",
    }  # fmt: skip
    seen = 0
    for file in sorted((shared / "corpus/binance/resources").glob("http_*_market_*.json")):
        _, market, _, name = file.stem.split("_", 3)
        if name not in names:
            continue
        source = f"GET {paths[market]}{names[name]}"
        told = {"symbol": "BTCUSDT", "pair": "BTCUSDT", "interval": "1m", "contract_type": "PERPETUAL"}
        try:
            reader.translate(source, file.read_bytes(), request=told, ts_init=1)
        except DragomanError as error:
            pytest.fail(f"{file.name}: {error}")
        seen += 1
    assert seen > 15
    assert reader.stats.bad_rows == 0


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ('{"result":null,"id":7}', Ack(request_id=7)),
        ('{"result":["solusdt@trade"],"id":8}', Ack(request_id=8)),
        (
            '{"error":{"code":2,"msg":"Invalid request"},"id":9}',
            Refused(request_id=9, code="2", reason="Invalid request"),
        ),
        ('{"code":3,"msg":"Invalid JSON"}', Refused(request_id=None, code="3", reason="Invalid JSON")),
        ('{"stream":"solusdt@trade","data":{"e":"trade"}}', Data("solusdt@trade")),
        ('{"e":"trade","s":"SOLUSDT"}', Data()),
    ],
    ids=["ack", "list of subscriptions", "refusal", "refusal without an id", "combined data", "raw data"],
)
def test_a_session_tells_control_frames_from_data(frame: str, expected: object) -> None:
    connection = dragoman.load("binance").module.Translator.tables.connections[0]
    assert Classifier(connection)(Frame(Opcode.TEXT, frame.encode())) == expected


@pytest.mark.parametrize(
    ("channel", "instrument_id", "expected"),
    [
        ("depth", "SOLUSDT-PERP.BINANCE", "wss://fstream.binance.com/public/stream"),
        ("book_ticker", "SOLUSDT-PERP.BINANCE", "wss://fstream.binance.com/public/stream"),
        ("agg_trade", "SOLUSDT-PERP.BINANCE", "wss://fstream.binance.com/market/stream"),
        ("mark_price", "SOLUSDT-PERP.BINANCE", "wss://fstream.binance.com/market/stream"),
        ("agg_trade", "SOLUSDT.BINANCE", "wss://stream.binance.com:9443/stream"),
        ("agg_trade", "SOLUSD_PERP.BINANCE", "wss://dstream.binance.com/stream"),
    ],
)
def test_usdm_topics_go_to_the_tier_that_serves_them(channel: str, instrument_id: str, expected: str) -> None:
    requests = dragoman.load("binance").requests()
    asked = {"channel": channel, "instrument_id": instrument_id}
    found, product, _ = subscribing(requests, asked)
    assert address(requests.interface, requests.environment, found, product).url == expected


@pytest.mark.parametrize("environment", ["mainnet", "testnet", "demo"])
def test_every_channel_has_a_whole_address_in_every_environment(environment: str) -> None:
    requests = dragoman.load("binance").requests(environment=environment)
    for channel in requests.interface.channels.values():
        for product in channel.products:
            if channel.connection == "user_spot" and product == "margin":
                continue  # its subscriptions go by the connection that borrows the channels
            if channel.connection == "margin_risk" and environment != "mainnet":
                continue  # margin is traded there alone
            url = address(requests.interface, requests.environment, channel, product).url
            assert url.startswith("wss://"), (channel.name, product, url)
            assert "{" not in url.replace("{session_token}", "token"), (channel.name, product, url)


@pytest.mark.parametrize(
    ("operation", "product", "told", "expected"),
    [
        ("get_depth", "spot", {}, {"spot_weight": 5}),
        ("get_depth", "spot", {"limit": 101}, {"spot_weight": 25}),
        ("get_depth", "spot", {"limit": 5000}, {"spot_weight": 250}),
        ("get_depth", "usdm", {}, {"usdm_weight": 10}),
        ("get_depth", "coinm", {"limit": 1000}, {"coinm_weight": 20}),
        ("get_klines", "spot", {"limit": 1000}, {"spot_weight": 2}),
        ("get_klines", "usdm", {"limit": 99}, {"usdm_weight": 1}),
        ("get_klines", "usdm", {"limit": 1500}, {"usdm_weight": 10}),
        ("get_ticker_24hr", "spot", {"symbol": "SOLUSDT"}, {"spot_weight": 2}),
        ("get_ticker_24hr", "spot", {}, {"spot_weight": 80}),
        ("get_funding_rate", "usdm", {}, {"usdm_funding": 1}),
        ("get_open_interest_hist", "usdm", {}, {"usdm_statistics": 1}),
        ("get_trade_fee", "spot", {}, {"account_weight": 1}),
    ],
)
def test_a_call_costs_what_the_venue_says(
    operation: str, product: str, told: dict[str, Any], expected: dict[str, int]
) -> None:
    weights = dragoman.load("binance").requests().interface.operations[operation].weights[product]
    asked = Told(told, product)
    assert {name: cost if isinstance(cost, int) else cost(asked) for name, cost in weights} == expected
