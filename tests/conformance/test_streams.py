"""Recorded real traffic goes through the translators whole: no error, no frame that means nothing."""

import json
from collections import Counter
from pathlib import Path

import dragoman
import pytest

from tests.conformance.recorded import Message, messages

RECORDINGS = {"binance": ("binance", "spot"), "binance-futures": ("binance", "usdm")}


def channel(message: Message) -> str:
    """`aggTrade`, `depth`, ... of a combined-stream frame; the path of an HTTP body."""
    if message.source != "ws":
        return message.source
    stream: str = json.loads(message.payload)["stream"]
    return stream.split("@")[1]


@pytest.mark.parametrize("recording", RECORDINGS)
def test_a_recording_replays_without_an_error(shared: Path, recording: str) -> None:
    venue, product = RECORDINGS[recording]
    bad_rows: list[object] = []
    translator = dragoman.load(venue).translator(
        instruments=None, account_id=None, on_bad_row=bad_rows.append
    )
    frames: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for message in messages(shared / "streams" / recording):
        name = channel(message)
        out = translator.translate(
            message.source, message.payload, product=product, request=message.request, ts_init=message.ts_init
        )
        frames[name] += 1
        events.update(type(event).__name__ for event in out)
    assert not bad_rows
    assert sum(frames.values()) > 200
    assert events["TradeTick"] == frames["aggTrade"]
    assert events["QuoteTick"] == frames["bookTicker"]
    assert events["OrderBookDeltas"] > 0
