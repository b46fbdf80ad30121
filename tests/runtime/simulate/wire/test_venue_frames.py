"""Frames as clients of venues write them, and what venues say to those that they do not take."""

from __future__ import annotations

from typing import Any

import dragoman
import msgspec
import pytest
from dragoman.model import OrderBookDeltas
from dragoman.net.wire import Frame, Opcode
from dragoman.requests.streaming import address, session_facts, subscribing
from dragoman.session.messages import Ack, Unsubscribed
from dragoman.simulate.venue import SimulatedVenue

from tests.runtime.simulate.wire.desk import NOW, said
from tests.runtime.simulate.wire.owner import Owner


def _public(owner: Owner, *frames: Any) -> list[Any]:
    link = owner.core.connect("stream", owner.product, "/public")
    sent = [each if isinstance(each, bytes) else msgspec.json.encode(each) for each in frames]
    return [msgspec.json.decode(told) for each in sent for told in owner.core.receive(link, each, NOW)]


def test_a_frame_that_lists_several_channels_is_answered_for_each_of_them() -> None:
    owner = Owner("okx", "swap")
    names = [{"channel": "orders", "instType": "ANY"}, {"channel": "account"}]
    for word in ("subscribe", "unsubscribe"):
        told = owner.listens({"op": word, "args": names})
        assert [each["arg"] for each in told if each.get("event") == word] == names
        assert set(owner.link.topics) == ({"orders", "account"} if word == "subscribe" else set())
    one = {"channel": "trades", "instId": owner.symbol}
    good, bad = _public(owner, {"op": "subscribe", "args": [one, {"channel": "trades", "instId": "NO-PE"}]})
    assert (good["event"], good["arg"]) == ("subscribe", one)
    assert (bad["event"], bad["code"]) == ("error", "60018") and bad["msg"].startswith("Wrong URL or channel")


@pytest.mark.parametrize(
    ("venue", "product", "kind"),
    [
        ("binance", "usdm", Ack),
        ("bybit", "linear", Ack),
        ("bybit", "option", Ack),
        ("okx", "swap", Unsubscribed),
        ("bitmex", "perpetual", Unsubscribed),
    ],
)
def test_what_a_venue_says_to_who_leaves_is_read_as_that(venue: str, product: str, kind: type) -> None:
    core = SimulatedVenue(venue, seed=1, now_ns=NOW, products=[product])
    requests = dragoman.load(venue).module.Requests(
        instruments=[each.instrument for each in core.markets[product].lines.values()]
    )
    name = str(next(iter(core.markets[product].lines.values())).instrument_id)
    channel, _, wanted = subscribing(requests, {"type": OrderBookDeltas, "instrument_id": name})
    link = core.connect(channel.connection, product, "/")
    tables = next(each for each in core.backwards.tables.connections if each.name == channel.connection)
    facts = session_facts(requests, tables, address(core.interface, requests.environment, channel, product))
    topic = wanted[0].topic
    assert facts.subscribe is not None and facts.unsubscribe is not None
    for number, (written, meant) in enumerate([(facts.subscribe, Ack), (facts.unsubscribe, kind)], 1):
        (frame,) = written(wanted, number)
        told, *_ = core.receive(link, frame, NOW)
        read = facts.classify(Frame(Opcode.TEXT, told, NOW))
        assert type(read) is meant and isinstance(read, Ack | Unsubscribed)
        assert (read.request_id, read.topics) in ((number, ()), (None, (topic,)))
    assert not link.topics


_REFUSED = {
    "okx": ("60018", "60012", "60011"),
    "bybit": ("error:handler not found,topic:nonsense", None, "Request not authorized"),
    "bitmex": ("Unknown table: nonsense", None, "User requested an account-locked subscription"),
}


@pytest.mark.parametrize("venue", _REFUSED)
def test_frames_are_refused_in_the_words_of_the_venue(venue: str) -> None:
    owner = Owner(venue, {"okx": "swap", "bybit": "linear", "bitmex": "perpetual"}[venue])
    unknown, malformed, nobody = _REFUSED[venue]
    args: list[Any] = [{"channel": "nonsense"}] if venue == "okx" else ["nonsense"]
    (told,) = _public(owner, {"op": "subscribe", "args": args})
    assert unknown in str(told)
    if malformed is not None:
        (told,) = _public(owner, {"op": "nonsense"})
        assert malformed in str(told) and '{"op":"nonsense"}' in str(told["msg"])
    link = owner.core.connect("private", owner.product, "/private")
    topic: Any = {"channel": "account"} if venue == "okx" else "order"
    (told,) = owner.listens({"op": "subscribe", "args": [topic]}, link)
    assert nobody in str(told)


_ASKED = {
    "binance": ("spot", "spot", "/api/v3/depth?symbol=NOPE", (400, "code", -1121), "/api/v3/depth", -1102),
    "okx": (
        "swap",
        "rest",
        "/api/v5/market/books?instId=NOPE",
        (200, "code", "51001"),
        "/api/v5/market/books",
        "50014",
    ),
}


@pytest.mark.parametrize("venue", _ASKED)
def test_public_calls_are_refused_by_the_venue_s_codes(venue: str) -> None:
    product, server, unknown, (status, key, code), without, missing = _ASKED[venue]
    core = Owner(venue, product, "user_spot" if venue == "binance" else "private").core
    told = core.respond(server, "GET", unknown, b"", NOW)
    assert (told.status, said(told)[key]) == (status, code)
    assert said(core.respond(server, "GET", without, b"", NOW))[key] == missing


def test_an_id_of_any_kind_is_repeated_as_it_came() -> None:
    owner = Owner("binance", "spot", "user_spot")
    for identity in (7, "abc", "0c6d"):
        frame = {"method": "SUBSCRIBE", "params": ["btcusdt@trade"], "id": identity}
        assert _public(owner, frame) == [{"result": None, "id": identity}]
