"""Connections of a small venue as sessions: topics in the address, heartbeats, log-ins, confirmations by topic."""

from __future__ import annotations

import json
from typing import Any

from dragoman.net.wire import Frame, Opcode
from dragoman.requests.streaming import Line, address, session_facts, subscription
from dragoman.session.facts import SessionFacts
from dragoman.session.messages import Ack, AuthOk, AuthRefused, Data, Refused

from tests.generator.commands.mini import load

NOW_NS = 1_700_000_000_000_000_000


def builder() -> Any:
    keys = {"api_key": "the-key", "api_secret": "c2VjcmV0", "passphrase": "pass"}
    return load("market").requests(keys, None, lambda: NOW_NS)


def facts(connection: str, channel: str | None = None) -> tuple[SessionFacts, list[Any]]:
    requests = builder()
    interface = requests.interface
    translator = load("market").module.Translator
    tables = next(each for each in translator.tables.connections if each.name == connection)
    if channel is None:
        return session_facts(requests, tables, Line(connection, "spot", "wss://x")), []
    declared = interface.channels[channel]
    line = address(interface, requests.environment, declared, "spot")
    wanted = [subscription(interface, declared, "spot", {"symbol": each}) for each in ("AAA_BBB", "CCC_BBB")]
    return session_facts(requests, tables, line), wanted


def text(**message: Any) -> Frame:
    return Frame(Opcode.TEXT, json.dumps(message).encode())


def test_topics_in_the_address_take_a_connection_instead_of_a_frame() -> None:
    found, wanted = facts("combined", "best")
    assert found.url(wanted) == "wss://combined.market.example/stream?streams=aaa_bbb@best/ccc_bbb@best"
    assert found.subscribe is None and found.unsubscribe is None


def test_a_heartbeat_is_sent_as_the_venue_wants_it() -> None:
    found, wanted = facts("feed", "trades")
    assert found.url(wanted) == "wss://feed.market.example/public"
    assert found.heartbeat is not None and found.heartbeat.payload(NOW_NS) == "ping"
    assert (found.heartbeat.every_ns, found.heartbeat.pong_within_ns) == (20_000_000_000, 5_000_000_000)
    assert found.heartbeat.any_frame_is_pong
    assert found.stale_after_ns == 60_000_000_000


def test_subscriptions_are_confirmed_and_refused_by_their_topic() -> None:
    found, _ = facts("feed", "trades")
    assert found.ack.by == "topic"
    assert found.classify(text(event="subscribe", arg="trades:A")) == Ack(topics=("trades:A",))
    assert found.classify(text(error="no such pair", arg="trades:A")) == Refused(
        topics=("trades:A",), reason="no such pair"
    )
    assert found.classify(text(arg="trades:A", price="1")) == Data("trades:A")


def test_a_private_connection_logs_in_first() -> None:
    found, _ = facts("private")
    assert found.authenticate is not None and found.answer is None
    (frame,) = found.authenticate(NOW_NS)
    (sent,) = json.loads(frame)["args"]
    assert (sent["apiKey"], sent["timestamp"]) == ("the-key", "1700000000")
    assert found.classify(text(login=True)) == AuthOk()
    assert isinstance(found.classify(text(login=False)), AuthRefused)
