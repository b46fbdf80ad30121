"""The simulated venue without sockets: it answers, confirms, streams, and its books can be followed to the last digit."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Iterable
from typing import Any

import dragoman
import msgspec
import pytest
from dragoman.books import OrderBook
from dragoman.machines import BookSync
from dragoman.machines.effects import RequestSnapshot
from dragoman.model import InstrumentId, OrderBookDeltas, StreamGap
from dragoman.simulate.backwards import Backwards
from dragoman.simulate.facts import Replying
from dragoman.simulate.links import Desk, Link
from dragoman.simulate.venue import SimulatedVenue

MS = 1_000_000
SECOND = 1_000_000_000
NOW = 1_790_000_000 * SECOND
FIRST = {
    "spot": ("BTCUSDT.BINANCE", "btcusdt", "/api/v3"),
    "usdm": ("BTCUSDT-PERP.BINANCE", "btcusdt", "/fapi/v1"),
    "coinm": ("BTCUSD_PERP.BINANCE", "btcusd_perp", "/dapi/v1"),
}


@pytest.fixture(scope="module")
def quiet() -> SimulatedVenue:
    """A venue whose market stands still."""
    return SimulatedVenue("binance", now_ns=NOW)


def subscribed(venue: SimulatedVenue, product: str, *topics: str) -> Link:
    link = venue.connect("stream", product, "/stream")
    request = {"method": "SUBSCRIBE", "params": list(topics), "id": 7}
    assert venue.receive(link, json.dumps(request), NOW) == [b'{"result":null,"id":7}']
    return link


class Client:
    """A synced translator that follows one book, and fetches the snapshots that its machine asks for."""

    def __init__(self, venue: SimulatedVenue, product: str) -> None:
        self.venue, self.product = venue, product
        identity, self.symbol, self.base = FIRST[product]
        self.book = OrderBook(InstrumentId(identity))
        self.translator = dragoman.load("binance").translator(synced=True)
        self.feed = self.translator.stream("ws", product=product)
        self.machine: BookSync[Any] = self.translator.scope(product).machines["depth"]
        self.gaps: list[StreamGap] = []
        self.now_ns = NOW
        self.connect()

    def connect(self) -> None:
        self.link = subscribed(self.venue, self.product, f"{self.symbol}@depth@100ms")

    def disconnect(self) -> None:
        self.venue.disconnect(self.link)
        out: list[Any] = []
        self.machine.on_disconnect(self.now_ns, out)
        self.take(out)

    def follow(self, steps: int) -> None:
        for _ in range(steps):
            self.now_ns += 10 * MS
            for link, frame in self.venue.advance(self.now_ns):
                if link is self.link:
                    self.take(self.feed(frame, self.now_ns))
            while self.machine.effects:
                effect = self.machine.effects.popleft()
                assert isinstance(effect, RequestSnapshot)
                target = f"{self.base}/depth?symbol={self.symbol.upper()}&limit=1000"
                answer = self.venue.respond(self.product, "GET", target, b"", self.now_ns)
                request = {"symbol": effect.key, "generation": effect.generation}
                self.take(
                    self.translator.translate(
                        "get_depth", answer.body, product=self.product, request=request, ts_init=self.now_ns
                    )
                )

    def take(self, events: Iterable[Any]) -> None:
        for event in events:
            if isinstance(event, StreamGap):
                self.gaps.append(event)
            elif isinstance(event, OrderBookDeltas):
                self.book.apply(event)

    def is_true(self) -> bool:
        return (self.book.bids(), self.book.asks()) == self.venue.levels(self.book.instrument_id)


@pytest.mark.parametrize("product", FIRST)
def test_a_followed_book_is_the_true_one(product: str) -> None:
    client = Client(SimulatedVenue("binance", seed=3, now_ns=NOW), product)
    client.follow(60)
    assert client.is_true()
    assert not client.gaps


@pytest.mark.parametrize("product", FIRST)
def test_a_missing_update_is_a_gap_of_that_book_and_costs_one_snapshot(product: str) -> None:
    client = Client(SimulatedVenue("binance", seed=4, now_ns=NOW), product)
    client.follow(40)
    client.venue.skip_next(client.book.instrument_id)
    client.follow(60)
    assert [gap.instrument_id for gap in client.gaps] == [client.book.instrument_id]
    assert client.machine.counters.resyncs == 1
    assert client.is_true()


@pytest.mark.parametrize("product", FIRST)
def test_after_a_cut_connection_the_book_is_built_anew(product: str) -> None:
    client = Client(SimulatedVenue("binance", seed=5, now_ns=NOW), product)
    client.follow(40)
    client.disconnect()
    for step in range(20):
        client.venue.advance(client.now_ns + step * MS)
    assert not client.is_true()
    client.connect()
    client.follow(60)
    assert len(client.gaps) == 1
    assert client.is_true()


def test_the_same_seed_sends_the_same_bytes() -> None:
    def sent(seed: int) -> list[bytes]:
        venue = SimulatedVenue("binance", seed=seed, now_ns=NOW)
        subscribed(
            venue, "usdm", "btcusdt@depth@100ms", "btcusdt@aggTrade", "btcusdt@markPrice@1s", "!bookTicker"
        )
        return [frame for step in range(150) for _, frame in venue.advance(NOW + step * 10 * MS)]

    assert sent(1) == sent(1)
    assert sent(1) != sent(2)


def test_every_market_type_of_the_model_reaches_its_topic() -> None:
    venue = SimulatedVenue("binance", now_ns=NOW)
    topics = (
        "aggTrade",
        "bookTicker",
        "depth@100ms",
        "depth5",
        "markPrice@1s",
        "kline_1m",
        "markPriceKline_1m",
    )
    known = tuple(f"btcusd_perp@{name}" for name in topics)
    subscribed(venue, "coinm", *known)
    translator = dragoman.load("binance").translator()
    kinds = set()
    for step in range(130):
        for _, frame in venue.advance(NOW + step * SECOND):
            kinds |= {type(e).__name__ for e in translator.translate("ws", frame, product="coinm", ts_init=1)}
    market = {"TradeTick", "QuoteTick", "OrderBookDeltas", "OrderBookDepth10", "Bar"}
    rates = {"MarkPriceUpdate", "IndexPriceUpdate", "FundingRateUpdate"}
    assert market | rates <= kinds


def test_frames_are_wrapped_with_their_topic() -> None:
    venue = SimulatedVenue("binance", now_ns=NOW)
    subscribed(venue, "spot", "btcusdt@depth@100ms")
    frames = [frame for step in range(20) for _, frame in venue.advance(NOW + step * MS)]
    assert frames and all(frame.startswith(b'{"stream":"btcusdt@depth@100ms","data":{') for frame in frames)


def test_a_topic_that_is_none_is_refused_with_the_request_s_id(quiet: SimulatedVenue) -> None:
    link = quiet.connect("stream", "spot", "/stream")
    for topic in ("btcusdt@nothing", "btcusdt@kline_7m"):
        request = {"method": "SUBSCRIBE", "params": [topic], "id": 9}
        (reply,) = quiet.receive(link, json.dumps(request), NOW)
        told = json.loads(reply)
        assert told["id"] == 9 and topic in told["error"]["msg"]
    assert not link.topics


@pytest.mark.parametrize(
    "frame", ["{", '{"method": "PLACE", "id": 3}', '{"method": "SUBSCRIBE", "params": [1], "id": 3}', "[]"]
)
def test_a_frame_that_is_no_request_gets_an_error_frame(quiet: SimulatedVenue, frame: str) -> None:
    link = quiet.connect("stream", "spot", "/stream")
    (reply,) = quiet.receive(link, frame, NOW)
    assert "error" in json.loads(reply)


def test_after_unsubscribing_nothing_comes() -> None:
    venue = SimulatedVenue("binance", now_ns=NOW)
    link = subscribed(venue, "spot", "btcusdt@depth@100ms", "btcusdt@trade")
    request = {"method": "UNSUBSCRIBE", "params": ["btcusdt@depth@100ms", "btcusdt@trade"], "id": 8}
    assert venue.receive(link, json.dumps(request), NOW) == [b'{"result":null,"id":8}']
    assert not [frame for step in range(20) for frame in venue.advance(NOW + step * MS)]


ANSWERED = [
    ("spot", "/api/v3/ping", 0),
    ("spot", "/api/v3/time", 0),
    ("spot", "/api/v3/exchangeInfo", 2),
    ("usdm", "/fapi/v1/exchangeInfo", 3),
    ("coinm", "/dapi/v1/exchangeInfo", 2),
    ("spot", "/api/v3/trades?symbol=BTCUSDT&limit=7", 7),
    ("spot", "/api/v3/historicalTrades?symbol=BTCUSDT&limit=3", 3),
    ("usdm", "/fapi/v1/aggTrades?symbol=BTCUSDT&limit=4", 4),
    ("spot", "/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=5", 10),
    ("usdm", "/fapi/v1/markPriceKlines?symbol=BTCUSDT&interval=1h&limit=2", 2),
    ("usdm", "/fapi/v1/premiumIndex?symbol=BTCUSDT", 3),
    ("coinm", "/dapi/v1/premiumIndex", 5),
    ("usdm", "/fapi/v1/fundingRate?symbol=BTCUSDT", 1),
    ("spot", "/api/v3/ticker/bookTicker", 2),
    ("coinm", "/dapi/v1/depth?symbol=BTCUSD_PERP&limit=5", 1),
]


@pytest.mark.parametrize(("product", "target", "count"), ANSWERED, ids=[target for _, target, _ in ANSWERED])
def test_calls_are_answered_in_the_venue_s_form(
    quiet: SimulatedVenue, product: str, target: str, count: int
) -> None:
    answer = quiet.respond(product, "GET", target, b"", NOW)
    assert answer.status == 200, answer.body
    path, _, query = target.partition("?")
    request = dict(part.split("=") for part in query.split("&") if part)
    translator = dragoman.load("binance").translator()
    events = translator.translate(f"GET {path}", answer.body, product=product, request=request, ts_init=NOW)
    assert len(events) == count


@pytest.mark.parametrize(
    ("target", "status", "words"),
    [
        ("/api/v3/nothing", 404, "no operation"),
        ("/api/v3/depth?symbol=NOPE", 400, "Invalid symbol."),
        ("/api/v3/depth", 400, "symbol"),
        ("/api/v3/klines?symbol=BTCUSDT&interval=7m", 400, "7m"),
        ("/api/v3/trades?symbol=BTCUSDT&limit=many", 400, "many"),
        ("/api/v3/ticker/24hr?symbol=BTCUSDT", 501, "simulated market"),
    ],
)
def test_what_cannot_be_answered_is_an_error_in_the_venue_s_form(
    quiet: SimulatedVenue, target: str, status: int, words: str
) -> None:
    answer = quiet.respond("spot", "GET", target, b"", NOW)
    assert answer.status == status
    told = json.loads(answer.body)
    assert words in told["msg"] and told["code"]


def test_history_can_be_paged_by_id_and_by_time(quiet: SimulatedVenue) -> None:
    def ids(query: str) -> list[int]:
        body = quiet.respond("spot", "GET", f"/api/v3/aggTrades?symbol=BTCUSDT&{query}", b"", NOW).body
        return [trade["a"] for trade in json.loads(body)]

    last = ids("limit=10")
    assert ids(f"fromId={last[4]}&limit=3") == last[4:7]
    since = quiet.markets["spot"].lines[InstrumentId("BTCUSDT.BINANCE")].trades[-4].ts_event // MS
    assert ids(f"startTime={since}&limit=2") == last[6:8]


def test_a_heartbeat_of_the_client_is_answered_in_the_declared_form(quiet: SimulatedVenue) -> None:
    class Pong(msgspec.Struct, tag_field="event", tag="pong"):
        """The answer to a ping of words."""

    replies = {"stream": {"pong": Replying(Pong)}}
    backwards = Backwards(
        type(quiet.backwards.translator), msgspec.structs.replace(quiet.backwards.inverse, replies=replies)
    )
    stream = quiet.interface.streams["stream"]
    assert stream.rules is not None
    beating = dataclasses.replace(stream, rules=dataclasses.replace(stream.rules, beat="ping"))
    interface = dataclasses.replace(quiet.interface, streams={"stream": beating})
    desk = Desk(backwards, interface, lambda link, topic: "")
    link = desk.connect("stream", "spot", "/stream")
    assert desk.receive(link, "ping", NOW) == [b'{"event":"pong"}']
    assert desk.receive(link, "pang", NOW) == []


@pytest.mark.parametrize("name", ["binance", "bybit", "okx"])
def test_every_clock_that_the_adapter_reads_tells_the_time(name: str) -> None:
    venue = SimulatedVenue(name, now_ns=NOW, partial=True)
    for server, clock in venue.interface.clocks.items():
        paths = venue.interface.operations[clock.operation].paths
        answer = venue.respond(server, *paths.get(server, paths.get("", ("", ""))), b"", NOW + 5 * MS)
        assert clock.read(msgspec.json.decode(answer.body, type=clock.payload)) == NOW + 5 * MS


def test_a_market_without_trades_has_a_bar_of_every_minute() -> None:
    venue = SimulatedVenue("binance", now_ns=NOW, products=["spot"])
    link = subscribed(venue, "spot", "btcusdt@kline_1m")
    venue.advance(NOW + SECOND)
    frames = venue.advance(NOW + 1_800 * SECOND)
    bars = [json.loads(frame)["data"]["k"] for to, frame in frames if to is link]
    starts = [bar["t"] for bar in bars]
    assert starts == [starts[0] + 60_000 * number for number in range(30)]
    assert all(bar["o"] == before["c"] for before, bar in itertools.pairwise(bars))


def test_topics_of_what_is_not_listed_are_confirmed_and_silent_where_the_venue_does_so() -> None:
    venue = SimulatedVenue("binance", now_ns=NOW, products=["spot"])
    link = subscribed(venue, "spot", "nosuch@trade")
    assert list(link.topics) == ["nosuch@trade"]
    assert not [frame for step in range(20) for frame in venue.advance(NOW + step * SECOND)]


def asked(venue: SimulatedVenue, link: Link, method: str, *params: object) -> list[Any]:
    request = {"method": method, "params": list(params), "id": 9} if params else {"method": method, "id": 9}
    return [json.loads(reply) for reply in venue.receive(link, json.dumps(request), NOW)]


def test_a_connection_tells_its_topics_and_whether_its_messages_come_with_them() -> None:
    venue = SimulatedVenue("binance", now_ns=NOW, products=["spot"])
    link = subscribed(venue, "spot", "btcusdt@trade", "btcusdt@depth@100ms")
    assert asked(venue, link, "LIST_SUBSCRIPTIONS") == [
        {"result": ["btcusdt@trade", "btcusdt@depth@100ms"], "id": 9}
    ]
    assert asked(venue, link, "GET_PROPERTY", "combined") == [{"result": True, "id": 9}]
    assert asked(venue, link, "SET_PROPERTY", "combined", False) == [{"result": None, "id": 9}]
    assert asked(venue, link, "GET_PROPERTY", "combined") == [{"result": False, "id": 9}]
    frames = [frame for step in range(20) for _, frame in venue.advance(NOW + step * MS)]
    assert frames and all(frame.startswith(b'{"e":') for frame in frames)


@pytest.mark.parametrize("params", [("combined", "no"), ("color", True), ("combined",), ()])
def test_a_property_that_is_none_is_no_request(params: tuple[object, ...]) -> None:
    venue = SimulatedVenue("binance", now_ns=NOW, products=["spot"])
    link = subscribed(venue, "spot", "btcusdt@trade")
    (reply,) = asked(venue, link, "SET_PROPERTY", *params)
    assert "error" in reply and not link.bare
