"""Specs of the golden cases turned round: what has no venue's habits in it holds for made-up venues too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest
from dragoman.books import OrderBook
from dragoman.errors import DragomanError
from dragoman.model import CryptoPerpetual, InstrumentId, OrderBookDeltas, StreamGap
from dragoman.simulate.backwards import Backwards, Told
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.meaning import difference
from dragoman.simulate.venue import SimulatedVenue

from tests.golden.golden_case import lines, load, payload

MS = 1_000_000
NOW = 1_790_000_000_000 * MS
TURNED = [
    ("a_depth_with_http_snapshot", "book"),
    ("a_depth_with_http_snapshot", "get_book"),
    ("a_depth_with_stream_snapshot", "books"),
    ("a_depth_with_stream_snapshot", "flat_book"),
    ("i_many_events", "prices"),
    ("k_inferred_values", "quote"),
    ("l_scaling", "get_instruments"),
    ("m_structured_text", "get_pairs"),
    ("m_structured_text", "get_options"),
    ("m_structured_text", "get_last"),
    ("m_structured_text", "candles"),
]
CLOSED = [
    ("e_images_of_ladders", "books", "its machine, image_delta"),
    ("f_positional_and_binary", "trade", "its codec is binary"),
]


def turned(case: str) -> Backwards:
    venue = load(case)
    inverse = import_module(f"{venue.module.__name__}.inverse").INVERSE
    return Backwards(venue.module.Translator, inverse)


def meant(case: str, source: str, backwards: Backwards) -> Iterator[tuple[list[Any], Told]]:
    """The events of every frame of one channel or operation, and what they depend on."""
    translator = load(case).translator()
    calls = {
        path: call.name for call in translator.tables.calls for path in (call.name, *call.paths.values())
    }
    connections = {each.source: each for each in translator.tables.connections}
    for frame in lines(case, "frames.jsonl"):
        if "source" not in frame or "payload" not in frame:
            continue
        request, product = frame.get("request"), frame.get("product") or next(
            iter(translator.tables.products)
        )
        topic: Any = frame["payload"]
        if frame["source"] in connections:
            connection = connections[frame["source"]]
            for key in (connection.wrapper_topic or connection.topic_key).split("."):
                topic = topic.get(key) if isinstance(topic, dict) else None
            tag = frame["payload"].get(connection.tag_key) if isinstance(frame["payload"], dict) else None
            names = [
                each.name
                for each in connection.channels
                if (isinstance(topic, str) and each.topic is not None and each.topic.fullmatch(topic))
                or (tag is not None and each.tag == tag)
            ]
        else:
            names, topic = [calls[frame["source"]]], None
        if names != [source]:
            continue
        told = Told(product, frame.get("ts_init", 1), request=request, topic=topic)
        try:
            events = translator.translate(
                frame["source"],
                payload(frame["payload"]),
                product=product,
                request=request,
                ts_init=told.ts_init,
            )
        except DragomanError:
            continue
        if events:
            yield events, told


@pytest.mark.parametrize(("case", "source"), TURNED)
def test_payloads_of_made_up_venues_mean_what_was_meant(case: str, source: str) -> None:
    backwards = turned(case)
    is_channel = source in backwards.inverse.channels
    found = list(meant(case, source, backwards))
    assert found
    for events, told in found:
        build = backwards.frame if is_channel else backwards.answer
        body = build(source, events, told)
        if is_channel:
            name = next(
                c.source for c in backwards.tables.connections if source in {e.name for e in c.channels}
            )
        else:
            name = source
        again = (
            load(case)
            .translator()
            .translate(name, body, product=told.product, request=told.request, ts_init=told.ts_init)
        )
        assert difference(events, again) is None


@pytest.mark.parametrize(("case", "source", "words"), CLOSED)
def test_what_goes_by_earlier_messages_or_is_no_json_is_closed_with_its_reason(
    case: str, source: str, words: str
) -> None:
    backwards = turned(case)
    assert backwards.inverse.closed[source].startswith(words)
    with pytest.raises(NotInvertible, match=words):
        backwards.frame(source, [], Told("", 1))


@pytest.mark.parametrize(
    ("topic", "connection"), [("books", "stream"), ("orderbook.50.OAK-USD-SWAP", "flat")]
)
def test_a_book_whose_image_comes_in_the_stream_is_followed(topic: str, connection: str) -> None:
    venue = load("a_depth_with_stream_snapshot")
    identity = InstrumentId("OAK-USD-SWAP.ASPEN")
    instrument = CryptoPerpetual(
        instrument_id=identity,
        raw_symbol="OAK-USD-SWAP",
        price_precision=1,
        price_increment=Decimal("0.1"),
        quote_currency="USD",
        settlement_currency="USD",
        base_currency="OAK",
    )
    core = SimulatedVenue(venue.name, now_ns=NOW, instruments={"swap": [instrument]})
    source = next(c.source for c in core.backwards.tables.connections if c.name == connection)
    feed = venue.translator(synced=True).stream(source, product="swap")
    link = core.connect(connection, "swap", "/ws")
    request = json.dumps({"op": "subscribe", "args": [topic]})
    frames = core.receive(link, request, NOW)
    for step in range(30):
        frames += [frame for _, frame in core.advance(NOW + step * MS)]
    book = OrderBook(identity)
    gaps = 0
    for frame in frames:
        for event in feed(frame, NOW):
            if isinstance(event, OrderBookDeltas):
                book.apply(event)
            gaps += isinstance(event, StreamGap)
    assert not gaps
    assert (book.bids(), book.asks()) == core.levels(identity)
