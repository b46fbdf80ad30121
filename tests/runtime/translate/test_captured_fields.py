"""Fields that no specification names are kept, where their shape says so: each with the last value that came."""

from __future__ import annotations

import json
from typing import Any

from dragoman.log import SECRETS
from dragoman.stats import Stats

from tests.golden.golden_case import load

ROW = {"price": "1", "size": "2", "number": 1}


def stream(*messages: Any, product: str | None = "spot", **more: Any) -> Stats:
    translator = load("h_older_state").translator(**more)
    for message in messages:
        assert translator.translate("ws", json.dumps(message).encode(), product=product, ts_init=1)
    found: Stats = translator.stats
    return found


def trades(*rows: Any, **beside: Any) -> dict[str, Any]:
    return {"kind": "trades", "symbol": "FIRUSD", "rows": list(rows), **beside}


def test_every_message_and_every_row_is_looked_at() -> None:
    messages = [trades(*[ROW] * 30, {**ROW, "venueNote": number}) for number in range(3)]
    stats = stream(*messages)
    assert stats.captured == {"Deal.venueNote": "2"}
    assert stats.named["unknown_fields"] == {"Deal.venueNote": 3}


def test_values_stand_as_the_venue_wrote_them() -> None:
    body = b'{"kind":"trades","symbol":"FIRUSD","rows":[{"price":"1","size":"2","number":1,'
    body += b'"exact":0.31415926535897932384,"deep":{"a":[1,null]},"text":"\\u00e9"}]}'
    translator = load("h_older_state").translator()
    assert translator.translate("ws", body, product="spot", ts_init=1)
    assert translator.stats.captured == {
        "Deal.exact": "0.31415926535897932384",
        "Deal.deep": '{"a":[1,null]}',
        "Deal.text": '"é"',
    }


def test_a_shape_that_does_not_capture_keeps_names_alone() -> None:
    stats = stream(trades(ROW, beside=1), trades({**ROW, "more": 1}, beside=2))
    assert stats.captured == {"Deal.more": "1"}
    assert stats.named["unknown_fields"] == {"Trades.beside": 1, "Deal.more": 1}


def test_an_answer_of_a_call_is_captured_too() -> None:
    translator = load("h_older_state").translator()
    markets = [{"symbol": "FIRUSD", "status": "OPEN", "tier": "gold"}]
    assert translator.translate("list_markets", json.dumps({"markets": markets}).encode(), product="spot")
    assert translator.stats.captured == {"Market.tier": '"gold"'}


def test_what_is_kept_is_bounded_and_holds_no_secret() -> None:
    SECRETS.hide("a-well-kept-secret")
    row = {**ROW, "echo": "a-well-kept-secret", "apiKey": "k-1234567", "long": "x" * 1000}
    stats = stream(trades({**row, **{f"field{number}": number for number in range(2000)}}))
    assert stats.captured["Deal.echo"] == '"***"' and "1234567" not in stats.captured["Deal.apiKey"]
    assert len(stats.captured["Deal.long"]) == 200 and len(stats.captured) == 1000


def test_captured_values_are_of_one_venue_over_all_its_sessions() -> None:
    whole, part = Stats(), stream(trades({**ROW, "more": 1}))
    whole.add(part)
    assert whole.captured == {"Deal.more": "1"} and whole.as_dict()["unknown_fields"] == 1
    whole.reset()
    assert not whole.captured


def test_messages_of_shapes_that_capture_mean_the_same_as_ever() -> None:
    translator = load("h_older_state").translator(synced=True)
    feed = translator.stream("ws", product="spot")
    for number in (1, 2, 4):
        events = feed(json.dumps(trades({**ROW, "number": number, "x": 1})).encode(), number)
    assert [type(event).__name__ for event in events] == ["StreamGap", "TradeTick"]
    assert translator.stats.named["unknown_fields"]["Deal.x"] == 3
