"""Frames find their channel: by topic, by tag, by what they hold; and every fault of a frame is told."""

from __future__ import annotations

import json
from typing import Any

import pytest
from dragoman.errors import DecodeError, ProductRequired, UnknownSource, VenueError
from dragoman.model import OrderBookDeltas, TradeTick, level_rows

from tests.runtime.translate.mini import MiniTranslator

TRADE = {"e": "trade", "s": "AB", "p": "1.50", "i": 7}


def frame(stream: str, data: Any) -> bytes:
    return json.dumps({"stream": stream, "data": data}, separators=(",", ":")).encode()


def names(events: list[Any]) -> list[str]:
    return [f"{type(event).__name__} {event.instrument_id}" for event in events]


@pytest.mark.parametrize(
    "payload",
    [
        frame("ab@trade", TRADE),
        json.dumps(TRADE).encode(),
        json.dumps({"stream": "ab@trade", "data": TRADE}, indent=2).encode(),
        b'{"data":' + json.dumps(TRADE).encode() + b',"stream":"ab@trade"}',
        b"  " + json.dumps(TRADE).encode() + b"\n",
    ],
)
def test_any_layout_of_the_same_message_means_the_same(payload: bytes) -> None:
    feed = MiniTranslator().stream("ws", product="x")
    for _ in range(3):
        assert names(feed(payload, 5)) == ["TradeTick AB-X.MINI"]


def test_a_stream_goes_on_right_after_messages_without_a_tag() -> None:
    feed = MiniTranslator().stream("ws", product="x")
    frames = [
        frame("ab@trade", TRADE),
        frame("ab@top", {"bids": [["1", "2"]]}),
        frame("cd@trade", {**TRADE, "s": "CD"}),
        frame("cd@top", {"bids": [["1", "2"]]}),
        frame("ab@book", {"e": "book", "s": "AB", "b": []}),
    ]
    expected = [
        "TradeTick AB-X.MINI",
        "OrderBookDeltas AB-X.MINI",
        "TradeTick CD-X.MINI",
        "OrderBookDeltas CD-X.MINI",
        "OrderBookDeltas AB-X.MINI",
    ]
    for _ in range(3):
        assert [names(feed(each, 1))[0] for each in frames] == expected


def test_the_topic_decides_where_a_payload_would_fit_another_channel() -> None:
    """A payload with the tag of one channel under the topic of another is what the topic says."""
    feed = MiniTranslator().stream("ws", product="x")
    both = {"e": "book", "s": "AB", "b": [["1", "2"]], "bids": [["3", "4"]]}
    for _ in range(2):
        (update,) = feed(frame("ab@book", both), 1)
        (image,) = feed(frame("ab@top", both), 1)
        assert isinstance(update, OrderBookDeltas) and not update.is_snapshot
        assert isinstance(image, OrderBookDeltas) and image.is_snapshot
        assert [*level_rows(image.bids)] in ([["3", "4"]], [("3", "4")])


def test_an_array_of_messages_is_read_one_by_one() -> None:
    feed = MiniTranslator().stream("ws", product="x")
    assert len(feed(json.dumps([TRADE, TRADE]).encode(), 1)) == 2


@pytest.mark.parametrize(
    ("payload", "place"),
    [
        (b'{"e":"trade","s":"AB","p":"1.50"', "$"),
        (b"", "$"),
        (b"\xff\xfe{", "$"),
        (b'{"e":"trade","s":"AB","p":"1.50"}', "$"),
        (b'{"e":"trade","s":"AB","p":true,"i":1}', "$.p"),
        (b'{"stream":"ab@trade","data":{"e":"trade","s":"AB","p":"1.5","i":"x"}}', "$.i"),
        (b'{"stream":"ab@trade","data":{"e":"trade","s":"AB","p":"\xff","i":1}}', "$"),
    ],
)
def test_a_frame_that_is_no_message_is_an_error_with_its_place(payload: bytes, place: str) -> None:
    feed = MiniTranslator().stream("ws", product="x")
    with pytest.raises(DecodeError) as caught:
        feed(payload, 1)
    assert caught.value.venue == "MINI"
    assert caught.value.path.startswith(place)


def test_the_stream_goes_on_after_a_bad_frame() -> None:
    feed = MiniTranslator().stream("ws", product="x")
    with pytest.raises(DecodeError):
        feed(b"{", 1)
    assert len(feed(frame("ab@trade", TRADE), 1)) == 1


def test_an_unknown_channel_is_counted_by_name() -> None:
    translator = MiniTranslator()
    assert translator.translate("ws", b'{"e":"news","x":1}', product="x") == []
    assert translator.translate("ws", frame("ab@news", {"e": "news"}), product="x") == []
    assert translator.stats.unknown_messages == 2
    assert set(translator.stats.named["unknown_messages"]) == {"news", "ab@news"}


def test_an_acknowledgement_is_no_event_and_an_error_frame_is_raised() -> None:
    translator = MiniTranslator()
    assert translator.translate("ws", b'{"result":null,"id":3}', product="x") == []
    assert translator.stats.controls == 1
    with pytest.raises(VenueError) as caught:
        translator.translate("ws", b'{"error":"bad topic"}', product="x")
    assert caught.value.code == "bad topic"


def test_a_source_and_a_product_must_be_known() -> None:
    translator = MiniTranslator()
    with pytest.raises(UnknownSource, match="GET /trades"):
        translator.translate("GET /nothing", b"{}")
    with pytest.raises(ProductRequired, match="'y' is no product of it; pass product=, one of x"):
        translator.translate("ws", frame("ab@trade", TRADE), product="y")
    with pytest.raises(ProductRequired, match="'y' is no product of it"):
        translator.translate("list_trades", b'{"rows":[]}', product="y")
    with pytest.raises(UnknownSource, match="did you mean 'list_trades'"):
        translator.translate("list_trade", b"{}")


def test_one_product_needs_no_naming() -> None:
    (event,) = MiniTranslator().translate("ws", frame("ab@trade", TRADE))
    assert isinstance(event, TradeTick)
