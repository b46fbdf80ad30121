"""What cases as data can't show of the exchange stream: memory over reconnects, recordings, ids both ways."""

from __future__ import annotations

import bz2
import gzip
import json
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.books import OrderBook
from dragoman.errors import DecodeError, UnknownInstrument
from dragoman.model import OrderBookDeltas, TradeTick


def translator(**more: Any) -> Any:
    return dragoman.load("betfair").translator(**more)


def change(
    *runners: dict[str, Any],
    image: bool = False,
    market: str = "1.5",
    at: int = 1_760_000_000_000,
    **more: Any,
) -> bytes:
    market_change = {"id": market, "rc": list(runners), **({"img": True} if image else {})}
    return json.dumps({"op": "mcm", "pt": at, "mc": [market_change], **more}).encode()


def books(events: list[Any]) -> list[OrderBookDeltas]:
    return [event for event in events if isinstance(event, OrderBookDeltas)]


def trades(events: list[Any]) -> list[TradeTick]:
    return [event for event in events if isinstance(event, TradeTick)]


def test_tokens_of_the_last_message_are_what_a_new_subscription_sends() -> None:
    seen = translator()
    images = seen.scope("exchange").machines["market_changes"]
    seen.translate("stream", change(image=True, initialClk="first", clk="a"))
    seen.translate("stream", change(clk="b"))
    seen.translate("stream", change())
    assert images.resume_tokens == {"initialClk": "first", "clk": "b"}


def test_a_stream_whose_books_wait_for_an_image_goes_on_from_no_token() -> None:
    seen = translator(synced=True)
    images, feed = seen.scope("exchange").machines["market_changes"], seen.stream(
        "stream", product="exchange"
    )
    runner = {"id": 1, "atb": [[2.5, 100]]}
    feed(change(runner, image=True, initialClk="first", clk="a"), 1)
    with pytest.raises(DecodeError):
        feed(change(runner, clk="b")[:-9], 2)
    feed(change(runner, clk="c"), 3)
    assert images.resume_tokens == {}
    feed(change(runner, image=True, clk="d"), 4)
    assert images.resume_tokens == {"initialClk": "first", "clk": "d"}
    images.start_anew()
    feed(change(runner, clk="e"), 5)
    assert images.resume_tokens == {}
    feed(change(runner, image=True, clk="f"), 6)
    assert images.resume_tokens == {"clk": "f"}


def test_volume_is_not_counted_twice_when_an_image_comes_again() -> None:
    seen = translator()
    first = trades(seen.translate("stream", change({"id": 1, "trd": [[2.5, 100]]}, image=True)))
    again = trades(seen.translate("stream", change({"id": 1, "trd": [[2.5, 130]]}, image=True)))
    assert [trade.size for trade in (*first, *again)] == [Decimal(100), Decimal(30)]


def test_volume_that_falls_is_no_trade_and_counts_from_there() -> None:
    seen = translator()
    sizes = []
    for total in (100, 60, 75):
        sizes += [
            trade.size for trade in trades(seen.translate("stream", change({"id": 1, "trd": [[2.5, total]]})))
        ]
    assert sizes == [Decimal(100), Decimal(15)]


def test_the_same_trade_has_the_same_number_in_every_replay() -> None:
    (one,), (two,) = (
        trades(translator().translate("stream", change({"id": 1, "trd": [[2.5, 100.0]]}))) for _ in range(2)
    )
    assert one == two and len(one.trade_id) == 16


def test_a_runner_that_an_image_tells_in_several_entries_has_one_book() -> None:
    entries = ({"id": 1, "atb": [[2, 5]]}, {"id": 1, "atl": [[2.5, 7]]}, {"id": 1, "trd": [[2, 1]]})
    found = books(translator().translate("stream", change(*entries, image=True)))
    assert [book.is_snapshot for book in found] == [True, False]
    kept = OrderBook(found[0].instrument_id)
    for book in found:
        kept.apply(book)
    assert (kept.bids(), kept.asks()) == ([(Decimal(2), Decimal(5))], [(Decimal("2.5"), Decimal(7))])


def test_runners_with_handicaps_are_different_instruments() -> None:
    entries = [{"id": 1, "hc": hc, "atb": [[2, 1]]} for hc in (0, 1, 1.0, -0.25, 2.5)]
    ids = [book.instrument_id for book in books(translator().translate("stream", change(*entries)))]
    assert ids == [
        "1.5-1.BETFAIR",
        "1.5-1-1.BETFAIR",
        "1.5-1-1.BETFAIR",
        "1.5-1--0.25.BETFAIR",
        "1.5-1-2.5.BETFAIR",
    ]


@pytest.mark.parametrize(
    ("instrument_id", "key"),
    [
        ("1.180737206-19248890.BETFAIR", ("1.180737206", 19248890, Decimal(0))),
        ("1.180737206-19248890-1.5.BETFAIR", ("1.180737206", 19248890, Decimal("1.5"))),
        ("1.180737206-19248890--1.BETFAIR", ("1.180737206", 19248890, Decimal(-1))),
    ],
)
def test_ids_are_read_back_to_market_runner_and_handicap(instrument_id: str, key: object) -> None:
    assert translator().symbology.resolve(instrument_id) == ("exchange", key)


def test_an_id_of_another_form_is_unknown() -> None:
    with pytest.raises(UnknownInstrument):
        translator().symbology.resolve("1.180737206.BETFAIR")


def test_decimals_are_exact_where_the_wire_shows_the_tail_of_a_float() -> None:
    seen = translator()
    seen.translate("stream", change({"id": 1, "trd": [[1.01, 0.1]]}))
    (trade,) = trades(seen.translate("stream", change({"id": 1, "trd": [[1.01, 0.30000000000000004]]})))
    assert trade.size == Decimal("0.20000000000000004")


def test_a_recording_gives_what_the_stream_gave(tmp_path: object) -> None:
    lines = [change({"id": 1, "atb": [[2, n]]}, at=1_760_000_000_000 + n) for n in range(1, 200)]
    live = translator()
    expected = [event for line in lines for event in live.translate("stream", line)]
    data = b"\n".join(lines)
    for packed in (data, data + b"\r\n", bz2.compress(data), gzip.compress(data)):
        assert translator().translate("historic", packed) == expected


def test_a_recording_with_broken_compression_is_told() -> None:
    with pytest.raises(DecodeError):
        translator().translate("historic", bz2.compress(b"{}")[:-4])


def test_the_two_ladders_of_a_runner_make_one_book() -> None:
    seen = translator()
    (book,) = books(
        seen.translate(
            "stream", change({"id": 1, "atb": [[2, 10], [1.99, 5]], "atl": [[2.02, 7]]}, image=True)
        )
    )
    assert book.bid_levels == [(Decimal(2), Decimal(10)), (Decimal("1.99"), Decimal(5))]
    assert book.ask_levels == [(Decimal("2.02"), Decimal(7))]


def test_ten_thousand_markets_are_remembered_and_no_more() -> None:
    seen = translator()
    images = seen.scope("exchange").machines["market_changes"]
    images.machine._max_parents = 100
    for number in range(300):
        seen.translate("stream", change({"id": 1, "atb": [[2, 1]]}, market=f"1.{number}", image=True))
    assert len(images.machine) == 100
