"""The short way of a busy message and the careful one say the same of every frame, also of a bad one."""

from __future__ import annotations

import json
import re
from typing import Any

import dragoman
import pytest
from dragoman.errors import DragomanError
from dragoman.model import OrderBookDeltas, OrderBookDepth10
from dragoman.translate.facts import Ways
from dragoman.translate.feeds import JsonFeed
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.specs.cases import Found, cases, payloads

NUMBERS: st.SearchStrategy[Any] = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=8, min_value=-10, max_value=10**20).map(
        lambda number: f"{number:f}"
    ),
    st.sampled_from(
        ["0", "-1", "NaN", "-Infinity", "1e5", "1e9999", " 1", "1_0", "", "abc", "0.00", "1" * 60]
    ),
    st.sampled_from([1, 0, 27000.5, None, True, []]),
)
LEVELS = st.lists(st.tuples(NUMBERS, NUMBERS).map(list), max_size=3)
TRADE: dict[str, Any] = {"E": 2, "s": "BTCUSDT", "p": "27000.10", "q": "0.003", "T": 1, "m": True}
AGGREGATE = {"e": "aggTrade", **TRADE, "a": 1, "f": 1, "l": 1}
QUOTE = {"e": "bookTicker", "u": 1, "E": 2, "T": 2, "s": "BTCUSDT", "b": "1", "B": "2", "a": "3", "A": "4"}
DEPTH = {"e": "depthUpdate", "E": 2, "T": 1, "s": "BTCUSDT", "U": 1, "u": 2, "pu": 0, "b": [], "a": []}
# Topics of other channels whose messages show the same tag.
ALSO = {
    "depthUpdate": ["btcusdt@depth", "btcusdt@depth5@100ms", "btcusdt@nothing"],
    "bookTicker": ["btcusdt@bookTicker", "!bookTicker", "btcusdt@nothing"],
}
MATCHING = [
    ("btcusdt@trade", {"e": "trade", **TRADE, "t": 1}),
    ("btcusdt@aggTrade", AGGREGATE),
    ("btcusdt@bookTicker", QUOTE),
    ("!bookTicker", QUOTE),
    ("btcusdt@depth@100ms", DEPTH),
]


@st.composite
def frames(draw: st.DrawFn) -> bytes:
    """A busy message, perhaps under another topic of its tag, perhaps with a field gone or of another kind."""
    topic, message = draw(st.sampled_from(MATCHING))
    message = dict(message)
    if draw(st.integers(0, 5)) == 0:
        topic = draw(st.sampled_from(ALSO.get(message["e"], ["btcusdt@nothing"])))
    for key in draw(st.lists(st.sampled_from(sorted(message)), max_size=2)):
        change = draw(st.sampled_from(["gone", "number", "number"]))
        if change == "gone":
            message.pop(key, None)
        else:
            message[key] = draw(LEVELS if key in "ba" and "pu" in message else NUMBERS)
    separators = draw(st.sampled_from([(",", ":"), (", ", ": ")]))
    return json.dumps({"stream": topic, "data": message}, separators=separators).encode()


def said(feed: Any, frame: bytes) -> list[Any] | str:
    try:
        events: list[Any] = feed(frame, 5)
    except DragomanError as error:
        return f"{type(error).__name__}: {error}"
    return [repr(event) for event in events]


def ways(product: str, **context: Any) -> tuple[Any, Any]:
    """(short, careful) of two translators that know nothing of one another."""
    made = []
    for _ in range(2):
        translator = dragoman.load("binance").translator(**context)
        connection = next(c for c in translator.tables.connections if c.source == "ws")
        made.append(JsonFeed(translator, connection, translator.scope(product).of("ws")))
    return made[0].fast(), made[1].slow()


@pytest.mark.parametrize("product", ["spot", "usdm"])
def test_both_ways_mean_the_same(product: str) -> None:
    short, careful = ways(product)

    @given(st.lists(frames(), min_size=1, max_size=4))
    def check(some: list[bytes]) -> None:
        for frame in some:
            assert said(short, frame) == said(careful, frame), frame

    check()


STREAMS = [found for found in cases() if found.case.kind == "stream" and not found.case.context]
WITH_WAYS = sorted(
    {f.venue for f in STREAMS if dragoman.load(f.venue).module.Translator.tables.ways() != Ways()}
)
NUMBER = re.compile(rb'"(-?[0-9][0-9.]*)"')
BARE = re.compile(rb":(-?[0-9][0-9.]*)[,}]")


def edited(payload: bytes) -> list[bytes]:
    """The message with each of its numbers in text another one, also one that is none or no text."""
    spans = [match.span(1) for match in NUMBER.finditer(payload)][:12]
    odd = (b"0", b"-0", b"-1", b"007", b"NaN", b"1_0", b"", b"7.50", b"1e3", b" 1", b"1\\u0020")
    told = [payload[:start] + text + payload[end:] for start, end in spans for text in odd]
    # Levels of a book are looked at when they are read.
    members = [(start, end) for start, end in spans if payload[start - 2 : start - 1] == b":"]
    told += [payload[: start - 1] + b"12" + payload[end + 1 :] for start, end in members]
    bare = [match.span(1) for match in BARE.finditer(payload)][:12]
    others = (b"0", b"-1", b"7.50", b"100.0", b"1e400", b"1e9999", b'"12"', b'"1_0"', b"true", b"null")
    return told + [payload[:start] + text + payload[end:] for start, end in bare for text in others]


def told(translator: Any, found: Found, frames: list[bytes]) -> list[Any]:
    """What a stream says of frames, the levels of its books read."""
    feed = translator.stream(found.case.source, product=found.case.product)
    out: list[Any] = []
    for frame in frames:
        events = said(feed, frame)
        if isinstance(events, str) and "BookLevelError" not in events:
            events = events.split(":")[0]
        out.append(events)
    return out


@pytest.mark.parametrize("venue", WITH_WAYS)
def test_the_light_ways_mean_the_same_as_the_usual_ones(venue: str) -> None:
    """A topic that was seen once takes its light way: every case, again with any of its numbers another one."""
    base = dragoman.load(venue).module.Translator
    usual = type("Usual", (base,), {"tables": replace(base.tables, ways=Ways)})
    taken = 0
    for found in STREAMS:
        if found.venue == venue:
            for payload in payloads(found):
                frames = [payload, payload, *edited(payload)]
                assert told(base(), found, frames) == told(usual(), found, frames), found.case.name
                taken += 1
    assert taken


def test_an_unknown_instrument_is_told_by_the_short_way_too() -> None:
    short, careful = ways("usdm", instruments=[])
    for topic, message in MATCHING:
        frame = json.dumps({"stream": topic, "data": message}).encode()
        assert said(short, frame) == said(careful, frame)
        assert "UnknownInstrument" in said(short, frame)


def test_an_image_of_a_few_levels_is_never_taken_for_changes() -> None:
    feed = dragoman.load("binance").translator().stream("ws", product="usdm")
    for topic, is_image in 3 * [("btcusdt@depth@100ms", False), ("btcusdt@depth5@100ms", True)]:
        events = feed(json.dumps({"stream": topic, "data": DEPTH}).encode(), 5)
        assert [type(event) for event in events] == [OrderBookDeltas, OrderBookDepth10][: 1 + is_image]
        assert events[0].is_snapshot is is_image


@pytest.mark.parametrize("product", ["spot", "coinm"])
def test_a_topic_says_nothing_of_the_symbol_in_its_messages(product: str) -> None:
    short, careful = ways(product)
    topics = [
        ("btcusdt@depth@100ms", DEPTH),
        ("btcusd_perp@depth@100ms", DEPTH),
        ("btcusd_perp@bookTicker", QUOTE),
    ]
    for symbol in ("BTCUSD_PERP", "BTCUSD_PERP", "ETHUSD_PERP", "BTCUSD_PERP"):
        for topic, message in topics:
            frame = json.dumps({"stream": topic, "data": {**message, "s": symbol}}).encode()
            told = said(short, frame)
            assert told == said(careful, frame) and symbol in str(told)


def test_the_short_way_remembers_no_price_that_must_not_be() -> None:
    feed = dragoman.load("binance").translator().stream("ws", product="usdm")
    quote = json.dumps({"stream": "btcusdt@bookTicker", "data": {**QUOTE, "b": "0.0"}}).encode()
    trade = json.dumps({"stream": "btcusdt@aggTrade", "data": {**AGGREGATE, "p": "0.0"}}).encode()
    for _ in range(2):
        assert str(feed(quote, 1)[0].bid_price) == "0.0"
        with pytest.raises(DragomanError, match="0 is not above 0"):
            feed(trade, 1)


def test_a_machine_s_fault_shows_the_message_without_its_wrapper_by_both_ways() -> None:
    short, careful = ways("spot")
    bad = json.dumps({"stream": "btcusdt@nothing", "data": {**AGGREGATE, "p": "0.0"}}).encode()
    for _ in range(2):  # the second time its topic is known to be of no channel
        told = said(short, bad)
        assert told == said(careful, bad)
        assert "0.0 is not above 0" in told and "@nothing" not in told
