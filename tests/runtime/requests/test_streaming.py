"""Subscriptions as a session sees them: batches, lines, log-ins, and what frames mean."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from dragoman.errors import InvalidParameter
from dragoman.net.wire import Frame, Opcode
from dragoman.requests.classify import Classifier
from dragoman.requests.streaming import Line, address, session_facts, subscription
from dragoman.session.facts import Subscription
from dragoman.session.machine import Session
from dragoman.session.messages import Ack, Acked, Data, Pong, Refused, Send
from dragoman.translate.facts import Connection

from tests.runtime.requests.interface_of_tests import CHANNELS, INTERFACE, NOW_NS, TABLES, builder

MAINNET = INTERFACE.environments["mainnet"]
STREAM = TABLES.connections[0]
GATEWAY = Connection(name="gateway", source="gate", codec="dbn", products=("spot",), channels=())


def topics(*symbols: str) -> list[Subscription]:
    return [subscription(INTERFACE, CHANNELS["trade"], "spot", {"symbol": each}) for each in symbols]


def text(data: str) -> Frame:
    return Frame(Opcode.TEXT, data.encode())


def test_an_address_is_filled_by_its_channel() -> None:
    assert address(INTERFACE, MAINNET, CHANNELS["trade"], "perp").url == "wss://perp.test/public/ws"
    assert address(INTERFACE, MAINNET, CHANNELS["trade"], "spot").url == "wss://spot.test/ws"


def test_what_an_address_leaves_open_is_asked_for() -> None:
    line = address(INTERFACE, MAINNET, CHANNELS["lines"], "spot", dataset="GLBX.MDP3")
    assert line.url == "tcp://glbx-mdp3.gate.test:13000"
    with pytest.raises(InvalidParameter, match="'dataset' is part of the address"):
        address(INTERFACE, MAINNET, CHANNELS["lines"], "spot")


def test_batches_leave_out_what_has_no_value() -> None:
    facts = session_facts(builder(), STREAM, address(INTERFACE, MAINNET, CHANNELS["trade"], "spot"))
    assert facts.subscribe is not None and facts.unsubscribe is not None
    (sent,) = facts.subscribe(topics("AAA", "BBB"), 4)
    assert json.loads(sent) == {"op": "SUB", "args": ["aaa@trade", "bbb@trade"], "id": 4}
    assert (facts.batch_size, facts.max_subscriptions, facts.name) == (2, 100, "stream:spot")


def test_the_same_subscription_asked_for_again_carries_its_tokens() -> None:
    line = address(INTERFACE, MAINNET, CHANNELS["trade"], "spot")
    facts = session_facts(builder(), STREAM, line, tokens=lambda: {"clk": "AAE"})
    assert facts.subscribe is not None
    (first,), (again,) = facts.subscribe(topics("AAA"), 1), facts.subscribe(topics("AAA"), 2)
    assert "resume" not in json.loads(first) and json.loads(again)["resume"] == "AAE"
    (other,) = facts.subscribe(topics("AAA", "BBB"), 3)
    assert "resume" not in json.loads(other)


def test_a_session_subscribes_and_is_confirmed_by_the_id() -> None:
    line = address(INTERFACE, MAINNET, CHANNELS["trade"], "spot")
    session = Session(session_facts(builder(), STREAM, line), topics("AAA", "BBB", "CCC"), seed=1)
    session.start(NOW_NS)
    sent = [each.payload for each in session.on_connected(NOW_NS) if isinstance(each, Send)]
    assert [json.loads(each)["args"] for each in sent] == [["aaa@trade", "bbb@trade"], ["ccc@trade"]]
    confirmed = session.on_frame(text('{"result":null,"id":1}'), NOW_NS)
    assert [each.topic for each in confirmed if isinstance(each, Acked)] == ["aaa@trade", "bbb@trade"]


def test_symbols_of_one_topic_share_a_frame_and_the_start_is_said_once_a_connection() -> None:
    facts = session_facts(builder(), GATEWAY, Line("gateway", "spot", "tcp://gate.test:1"), dataset="GLBX")
    assert facts.subscribe is not None and facts.answer is not None and facts.authenticate is None
    two = [subscription(INTERFACE, CHANNELS["lines"], "spot", {"symbols": [each]}) for each in ("A", "B")]
    assert two[0].topic != two[1].topic
    facts.url(two)
    assert facts.subscribe(two, 1) == ["schema=trades|symbols=A,B", "start_session=0"]
    assert facts.subscribe(two, 2) == ["schema=trades|symbols=A,B"]
    facts.url(two)
    assert facts.subscribe(two, 3)[-1] == "start_session=0"
    assert list(facts.answer("abc", NOW_NS)) == ["auth=ba78-the-key|dataset=GLBX|ts_out=0"]


def test_what_a_topic_does_not_say_tells_its_subscriptions_apart() -> None:
    channel = replace(CHANNELS["trade"], topic=lambda values: "trades")
    told = [subscription(INTERFACE, channel, "spot", {"symbol": each}) for each in ("AAA", "BBB")]
    assert [each.topic for each in told] == ["trades:AAA", "trades:BBB"]
    assert [dict(each.args)["topic"] for each in told] == ["trades", "trades"]


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ('{"stream":"aaa@trade","data":{"e":"trade"}}', Data("aaa@trade")),
        ('{"data":{"e":"trade"},"stream":"aaa@trade"}', Data("aaa@trade")),
        ('{"e":"trade","id":1,"price":"1"}', Data()),
        ('[{"e":"trade"}]', Data()),
        ('{"result":null,"id":9}', Ack(request_id=9)),
        ('{"error":"too many","id":2}', Refused(request_id=2, reason="too many")),
    ],
)
def test_a_frame_is_data_with_its_topic_or_a_control(frame: str, expected: Any) -> None:
    assert Classifier(STREAM)(text(frame)) == expected


@pytest.mark.parametrize("frame", ["", "{", "nonsense", '{"stream":"aaa'])
def test_what_is_no_message_is_left_to_the_translator(frame: str) -> None:
    with pytest.raises(ValueError):
        Classifier(STREAM)(text(frame))


def test_a_bare_word_answers_a_heartbeat_that_is_one() -> None:
    assert Classifier(STREAM, bare=True)(text("pong")) == Pong()
    assert Classifier(STREAM, bare=True)(text('{"data":{"e":"trade"},"stream":"aaa@trade"}')) == Data(
        "aaa@trade"
    )
    with pytest.raises(ValueError):
        Classifier(STREAM)(text("pong"))
