"""A venue that tells trees of ladders: log-in, criteria, images and changes, paces, tokens, and refusals in its own words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.books import OrderBook
from dragoman.model import (
    BettingInstrument,
    InstrumentClose,
    InstrumentId,
    InstrumentStatus,
    MarketStatusAction,
    OrderBookDeltas,
    TradeTick,
)
from dragoman.simulate.exchange.amounts import rungs
from dragoman.simulate.links import Link
from dragoman.simulate.venue import SimulatedVenue

from tests.golden.golden_case import load

SECOND = 1_000_000_000
NOW = 1_790_000_000 * SECOND
MARKET = "1.250000001"
ALL = ["EX_ALL_OFFERS", "EX_TRADED", "EX_TRADED_VOL", "EX_LTP", "EX_MARKET_DEF"]


class Client:
    """A client of the stream, with a translator that follows what it is told."""

    def __init__(self, core: SimulatedVenue, name: str = "betfair", source: str = "stream") -> None:
        self.core = core
        self.link: Link = core.connect(source, next(iter(core.markets)), "")
        self.feed = load(name).translator(synced=True).stream(source) if name == "e_images_of_ladders" else (
            dragoman.load(name).translator(synced=True).stream(source, product="exchange")
        )  # fmt: skip
        self.books: dict[str, OrderBook] = {}
        self.events: list[Any] = []
        self.frames: list[dict[str, Any]] = []

    def say(self, now_ns: int = NOW, **message: Any) -> list[dict[str, Any]]:
        """What goes back for a message."""
        return self.take(self.core.receive(self.link, json.dumps(message), now_ns))

    def take(self, frames: Iterable[bytes]) -> list[dict[str, Any]]:
        found = []
        for frame in frames:
            found.append(json.loads(frame))
            for event in self.feed(frame, NOW) if "statusCode" not in found[-1] else ():
                self.events.append(event)
                if isinstance(event, OrderBookDeltas):
                    self.books.setdefault(event.instrument_id, OrderBook(event.instrument_id)).apply(event)
        self.frames += found
        return found

    def log_in(self) -> None:
        token = self.core.trading.keyring.token("session", "simulated", NOW)
        (said,) = self.say(op="authentication", id=1, appKey="simulated", session=token)
        assert said == {"op": "status", "id": 1, "statusCode": "SUCCESS", "connectionClosed": False}

    def follow(self, steps: int, every_ns: int = SECOND // 10, start_ns: int = NOW) -> list[dict[str, Any]]:
        """The frames of so many steps of the market."""
        found = []
        for step in range(1, steps + 1):
            sent = self.core.advance(start_ns + step * every_ns)
            found += self.take(frame for link, frame in sent if link is self.link)
        return found

    def is_true(self) -> bool:
        return bool(self.books) and all(
            (book.bids(), book.asks()) == self.core.levels(identity) for identity, book in self.books.items()
        )


def subscription(*, fields: list[str] | None = None, where: Any = None, **more: Any) -> dict[str, Any]:
    return {
        "op": "marketSubscription",
        "id": 2,
        "marketFilter": {"marketIds": [MARKET]} if where is None else where,
        "marketDataFilter": {"fields": ALL if fields is None else fields},
        **more,
    }


@pytest.fixture(scope="module")
def made() -> tuple[SimulatedVenue, Any]:
    """A venue, and its markets as they are at first."""
    core = SimulatedVenue("betfair", seed=3, now_ns=NOW)
    return core, core.saved()


@pytest.fixture
def core(made: tuple[SimulatedVenue, Any]) -> SimulatedVenue:
    core, saved = made
    core.restart(saved, "again")
    core.images.interface = core.interface
    return core


@pytest.fixture
def client(core: SimulatedVenue) -> Client:
    found = Client(core)
    found.log_in()
    return found


# -- who is let in -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"op": "authentication", "id": 1, "session": "x"}, "NO_APP_KEY"),
        ({"op": "authentication", "id": 1, "appKey": "wrong", "session": "x"}, "INVALID_APP_KEY"),
        ({"op": "authentication", "id": 0, "appKey": "simulated"}, "NO_SESSION"),
        (
            {"op": "authentication", "id": 0, "appKey": "simulated", "session": "old"},
            "INVALID_SESSION_INFORMATION",
        ),
        (subscription(), "NOT_AUTHORIZED"),
    ],
)
def test_who_is_not_let_in_is_told_by_the_venue_s_code_and_cut(
    core: SimulatedVenue, message: dict[str, Any], code: str
) -> None:
    client = Client(core)
    assert json.loads(client.link.greeting[0])["op"] == "connection"
    (said,) = client.say(**message)
    assert (said["op"], said["id"], said["statusCode"]) == ("status", message["id"], "FAILURE")
    assert said["errorCode"] == code and said["connectionClosed"] is client.link.closing is True


def test_log_ins_over_http_are_held_to_user_password_and_key(core: SimulatedVenue) -> None:
    def log_in(body: bytes, key: str = "simulated") -> Any:
        answer = core.respond("identity_cert", "POST", "/api/certlogin", body, NOW, {"x-application": key})
        return json.loads(answer.body)

    assert log_in(b"username=simulated&password=simulated")["loginStatus"] == "SUCCESS"
    assert log_in(b"username=simulated&password=no") == {"loginStatus": "INVALID_USERNAME_OR_PASSWORD"}
    refused = log_in(b"username=simulated&password=simulated", key="wrong")
    assert refused["error"]["data"]["APINGException"]["errorCode"] == "INVALID_APP_KEY"


def test_an_account_has_so_many_connections(client: Client) -> None:
    stream = client.core.interface.streams["stream"]
    assert stream.rules is not None and stream.rules.max_connections == 10
    for _ in range(9):
        Client(client.core).log_in()
    token = client.core.trading.keyring.token("session", "simulated", NOW)
    (said,) = Client(client.core).say(op="authentication", id=4, appKey="simulated", session=token)
    assert said["errorCode"] == "MAX_CONNECTION_LIMIT_EXCEEDED" and said["connectionClosed"]


# -- what is asked for -------------------------------------------------------------------------------------------------


def test_a_subscription_begins_with_an_image_of_what_was_asked_for(client: Client) -> None:
    confirmed, image = client.say(**subscription())
    assert confirmed["statusCode"] == "SUCCESS"
    assert (image["op"], image["id"], image["ct"]) == ("mcm", 2, "SUB_IMAGE")
    (market,) = image["mc"]
    assert market["id"] == MARKET and market["img"] is True
    assert [each["status"] for each in market["marketDefinition"]["runners"]] == ["ACTIVE", "ACTIVE"]
    assert (market["marketDefinition"]["status"], market["marketDefinition"]["inPlay"]) == ("OPEN", True)
    assert {*market["rc"][0]} == {"id", "atb", "atl", "trd", "tv", "ltp"}
    assert all(
        price in rungs(client.core.simulated.ladders["exchange"]) for price, _ in _levels(market, "atb")
    )
    assert client.is_true()
    states = [event for event in client.events if isinstance(event, InstrumentStatus)]
    assert {state.action for state in states} == {MarketStatusAction.TRADING}
    listed = {event.instrument_id: event for event in client.events if isinstance(event, BettingInstrument)}
    assert listed[InstrumentId(f"{MARKET}-501.BETFAIR")].event_name == "Event 1"


def _levels(market: dict[str, Any], name: str) -> list[tuple[Decimal, Decimal]]:
    return [(Decimal(str(price)), Decimal(str(size))) for price, size in market["rc"][0][name]]


@pytest.mark.parametrize(
    ("where", "markets"),
    [
        ({}, 3),
        ({"eventTypeIds": ["7"], "countryCodes": ["GB"]}, 3),
        ({"marketIds": [MARKET, "1.250000002"], "eventIds": ["30000002"]}, 1),
        ({"marketTypes": ["PLACE"]}, 0),
    ],
)
def test_markets_are_chosen_by_criteria(client: Client, where: dict[str, Any], markets: int) -> None:
    _, image = client.say(**subscription(where=where))
    assert len(image.get("mc", [])) == markets


def test_fields_and_levels_are_those_that_were_asked_for(client: Client) -> None:
    asked = subscription(fields=["EX_BEST_OFFERS", "EX_LTP"])
    asked["marketDataFilter"]["ladderLevels"] = 2
    _, image = client.say(**asked)
    runner = image["mc"][0]["rc"][0]
    assert {*runner} == {"id", "batb", "batl", "ltp"} and "marketDefinition" not in image["mc"][0]
    bids, asks = client.core.levels(f"{MARKET}-501.BETFAIR")
    assert [row[0] for row in runner["batb"]] == [0, 1]
    best = [(Decimal(str(price)), Decimal(str(size))) for _, price, size in runner["batb"]]
    assert best == bids[:2]
    client.follow(80)
    for identity, book in client.books.items():
        bids, asks = client.core.levels(identity)
        assert (book.bids(), book.asks()) == (bids[:2], asks[:2])


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("{", "INVALID_INPUT"),
        ('{"op":"nonsense","id":2}', "INVALID_INPUT"),
        (json.dumps(subscription(fields=["EX_NOTHING"])), "INVALID_INPUT"),
        (json.dumps(subscription(heartbeatMs="soon")), "INVALID_INPUT"),
        (json.dumps(subscription(clk="?")), "INVALID_CLOCK"),
    ],
)
def test_what_cannot_be_is_refused_and_the_connection_goes_on(
    client: Client, message: str, code: str
) -> None:
    (said,) = client.take(client.core.receive(client.link, message, NOW))
    assert (said["statusCode"], said["errorCode"], said["connectionClosed"]) == ("FAILURE", code, False)
    assert client.say(**subscription())[0]["statusCode"] == "SUCCESS"


def test_more_markets_than_are_allowed_are_refused(client: Client) -> None:
    stream = client.core.interface.streams["stream"]
    assert stream.rules is not None
    bounded = replace(stream, rules=replace(stream.rules, max_subscriptions=2))
    streams = {**client.core.interface.streams, "stream": bounded}
    client.core.images.interface = replace(client.core.interface, streams=streams)
    (said,) = client.say(**subscription(where={}))
    assert said["errorCode"] == "SUBSCRIPTION_LIMIT_EXCEEDED" and not client.link.topics


# -- what is told ------------------------------------------------------------------------------------------------------


def test_changes_lead_to_the_true_books_and_every_trade_comes_once(client: Client) -> None:
    client.say(**subscription(where={}))
    client.follow(600, every_ns=SECOND // 100)
    assert len(client.books) == 6 and client.is_true()
    for identity in client.books:
        traded: dict[Decimal, Decimal] = {}
        for event in client.events:
            if isinstance(event, TradeTick) and event.instrument_id == identity:
                traded[event.price] = traded.get(event.price, Decimal(0)) + event.size
        assert traded == client.core.images.totals(identity)


def test_changes_of_so_many_milliseconds_are_told_as_one(client: Client) -> None:
    client.say(**subscription(where={}, conflateMs=500))
    found = client.follow(100, every_ns=SECOND // 100)
    assert len(found) == 2 and client.is_true()


def test_a_quiet_venue_shows_that_it_lives_at_the_pace_that_was_asked_for(client: Client) -> None:
    client.say(**subscription(where={"marketTypes": ["PLACE"]}, heartbeatMs=500))
    found = client.follow(20)
    assert [each["ct"] for each in found] == ["HEARTBEAT"] * 4
    assert all("mc" not in each and each["clk"] for each in found)


def test_long_messages_are_cut_and_the_last_part_holds_the_tokens(client: Client) -> None:
    client.core.images._chronicles[InstrumentId(f"{MARKET}-501.BETFAIR")].line.trades.clear()
    painted = "dragoman.simulate.images.painter._LONG"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(painted, 2_000)
        _, *parts = client.say(**subscription(where={}, segmentationEnabled=True))
        assert [part["segmentType"] for part in parts] == ["SEG_START", "SEG", "SEG_END"]
        assert ["clk" in part for part in parts] == [False, False, True]
        _, *whole = client.say(**subscription(where={}))
    assert len(whole) == 1 and "segmentType" not in whole[0] and client.is_true()


def test_the_end_of_a_runner_is_told_with_the_others_still_in_play() -> None:
    client = Client(SimulatedVenue("betfair", now_ns=NOW))
    client.log_in()
    client.say(**subscription())
    client.core.close(f"{MARKET}-502.BETFAIR", NOW + 1)
    told, *_ = client.follow(3)
    definition = told["mc"][0]["marketDefinition"]
    assert (definition["status"], definition["runners"][0]["status"]) == ("OPEN", "ACTIVE")
    assert definition["runners"][1]["status"] in ("WINNER", "REMOVED", "REMOVED_VACANT")
    (closed,) = [event for event in client.events if isinstance(event, InstrumentClose)]
    assert closed.instrument_id == f"{MARKET}-502.BETFAIR"


# -- on again ----------------------------------------------------------------------------------------------------------


def test_a_client_goes_on_where_it_stopped(client: Client) -> None:
    client.say(**subscription(where={}))
    tokens = {name: client.frames[-1][name] for name in ("initialClk", "clk")}
    told = client.follow(50)
    tokens |= {"clk": told[-1]["clk"]} if told else {}
    assert all("initialClk" not in each for each in told)
    client.core.disconnect(client.link)
    for step in range(100):
        client.core.advance(NOW + 6 * SECOND + step * SECOND // 10)
    client.link = client.core.connect("stream", "exchange", "")
    client.log_in()
    _, resumed = client.say(NOW + 20 * SECOND, **subscription(where={}), **tokens)
    assert resumed["ct"] == "RESUB_DELTA" and not any(market.get("img") for market in resumed["mc"])
    assert client.is_true()


@pytest.mark.parametrize("how", ["another selection", "another life"])
def test_a_token_of_something_else_brings_an_image(client: Client, how: str) -> None:
    _, image = client.say(**subscription())
    tokens = {name: image[name] for name in ("initialClk", "clk")}
    if how == "another life":
        client.core.restart(client.core.saved(), "another")
        client.link = client.core.connect("stream", "exchange", "")
        client.log_in()
        _, again = client.say(**subscription(), **tokens)
    else:
        _, again = client.say(**subscription(where={}), **tokens)
    assert again["ct"] == "SUB_IMAGE" and client.is_true()


def test_the_same_seed_and_times_give_the_same_bytes(made: tuple[SimulatedVenue, Any]) -> None:
    core, saved = made

    def told(seed: str) -> list[Any]:
        core.restart(saved, seed)
        client = Client(core)
        client.log_in()
        client.say(**subscription(where={}))
        client.follow(40)
        return [frame.get("mc") for frame in client.frames]

    assert told("one") == told("one") != told("other")


# -- other venues of the kind ------------------------------------------------------------------------------------------


def test_a_made_up_venue_of_the_kind_is_simulated_too() -> None:
    venue = load("e_images_of_ladders")
    listed = [
        BettingInstrument(
            instrument_id=InstrumentId(name),
            raw_symbol="7-1",
            price_precision=2,
            price_increment=Decimal("0.01"),
            size_increment=Decimal("0.1"),
            currency="EUR",
            market_id="7",
            selection_id=1,
        )
        for name in ("7-1.ELM", "7-1--0.5.ELM", "8-1.ELM")
    ]
    core = SimulatedVenue(venue.name, now_ns=NOW, instruments={"outcome": listed})
    client = Client(core, "e_images_of_ladders")
    confirmed, image = client.say(op="watch", id=9, markets=["7"])
    assert confirmed == {"id": 9, "code": "OK"} and [market["m"] for market in image["markets"]] == ["7"]
    client.follow(200)
    assert {*client.books} == {"7-1.ELM", "7-1--0.5.ELM"} and client.is_true()
    tokens = {name: client.frames[-1][name] for name in ("first", "last")}
    client.core.advance(NOW + 60 * SECOND)
    _, resumed = client.say(NOW + 61 * SECOND, op="watch", id=10, markets=["7"], **tokens)
    assert not any(market.get("full") for market in resumed["markets"]) and client.is_true()
    quiet = client.follow(1, start_ns=NOW + 90 * SECOND)
    assert quiet
