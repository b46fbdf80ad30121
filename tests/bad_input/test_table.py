"""The table of bad input: each kind at each venue of text is a typed error or one isolated row, and the good rows come out."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.errors import DecodeError, VenueError
from dragoman.model import OrderBookDeltas, OrderBookDepth10, TradeTick

from tests.bad_input.venues import ODD, VENUES, Text, Venue

every = pytest.mark.parametrize("venue", VENUES, ids=lambda venue: venue.name)


def isolated(venue: Venue, bad: Any, **context: Any) -> None:
    """One bad row between two good ones costs itself."""
    trades, errors = venue.read(venue.trade(number=1), bad, venue.trade(number=3), **context)
    assert len(trades) == 2 and len(errors) == 1
    assert errors[0].raw and errors[0].venue == venue.name.upper() and errors[0].path.startswith("$")


def bad_price(venue: Venue, price: Any) -> dict[str, Any]:
    return venue.row(price, venue.number("4"), 2)


def bad_size(venue: Venue, size: Any) -> dict[str, Any]:
    return venue.row(venue.number("2.5"), size, 2)


@every
@pytest.mark.parametrize("row", [5, "text", None, [], True, [[]]], ids=repr)
def test_a_row_of_a_wrong_type(venue: Venue, row: Any) -> None:
    isolated(venue, row)


@every
@pytest.mark.parametrize("value", [True, [], {}, "dear", ""], ids=repr)
def test_a_price_of_a_wrong_type(venue: Venue, value: Any) -> None:
    isolated(venue, bad_price(venue, value))


@every
def test_a_required_field_that_is_missing(venue: Venue) -> None:
    row = venue.trade(number=2)
    del row["id" if venue.name == "betfair" else venue.price]
    isolated(venue, row)


@every
@pytest.mark.parametrize("price", ["-2.5", "0", "0.0", "-0"])
def test_a_price_that_can_not_be(venue: Venue, price: str) -> None:
    isolated(venue, bad_price(venue, venue.number(price)))


@every
def test_the_bound_of_a_price(venue: Venue) -> None:
    isolated(venue, bad_price(venue, venue.number(venue.lowest)))


@every
@pytest.mark.parametrize("size", ["-4", "-0.0001"])
def test_a_size_below_zero(venue: Venue, size: str) -> None:
    isolated(venue, bad_size(venue, venue.number(size)))


@every
@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_a_text_that_is_no_plain_number(venue: Venue, text: str) -> None:
    isolated(venue, bad_price(venue, text))
    isolated(venue, bad_size(venue, text))


@every
@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_a_text_that_is_no_plain_number_on_the_fast_way(venue: Venue, text: str) -> None:
    """The first messages teach a stream where they go; the others take the short way."""
    if venue.source != venue.stream:
        pytest.skip("the trades of this venue stand in an answer")
    bad: list[Any] = []
    feed = dragoman.load(venue.name).translator(on_bad_row=bad.append).stream("ws" if venue.stream == "ws" else "stream", product=venue.product)  # fmt: skip
    good = venue.wrap(f"[{json.dumps(venue.row(2.5, 4, 1) if not venue.in_text else venue.trade())}]")
    for _ in range(3):
        feed(good.encode(), 1)
    row = json.dumps(bad_price(venue, text), ensure_ascii=False)
    assert feed(venue.wrap(f"[{row}]").encode(), 1) is not None and len(bad) == 1


@every
@pytest.mark.parametrize("number", ["1e999999", "-1e999999", "1e-999999"])
def test_a_number_of_json_beyond_all_sense(venue: Venue, number: str) -> None:
    isolated(venue, bad_price(venue, Text(number)))


@every
@pytest.mark.parametrize("token", ["NaN", "Infinity", "-Infinity", "01", "1.", ".5", "+1"])
def test_what_is_no_json_is_an_error_of_the_message(venue: Venue, token: str) -> None:
    with pytest.raises(DecodeError):
        venue.read(venue.trade(), bad_price(venue, Text(token)))


@every
def test_numbers_as_text_and_text_as_numbers_are_exact_or_an_error(venue: Venue) -> None:
    trades, bad = venue.read(venue.row(venue.other("2.50"), venue.other("4"), 1))
    assert [(trade.price, trade.size) for trade in trades] == [(Decimal("2.5"), Decimal(4))] and not bad


@every
def test_twenty_digits_and_more_are_kept(venue: Venue) -> None:
    price, size = "123.45678901234567890123", "98765432109876543210.0123456789"
    (trade,), bad = venue.read(venue.trade(price, size))
    assert (format(trade.price, "f"), format(trade.size, "f")) == (price, size) and not bad


@every
def test_an_unknown_side(venue: Venue) -> None:
    if not venue.side:
        pytest.skip("its trades have no side in text")
    row = {**venue.trade(number=2), venue.side: "sideways"}
    if venue.closed_side:
        isolated(venue, row)
    else:
        trades, bad = venue.read(row)
        assert [trade.aggressor_side.name for trade in trades] == ["NO_AGGRESSOR"] and not bad


@every
def test_an_instrument_that_the_catalog_does_not_know(venue: Venue) -> None:
    trades, bad = venue.read(venue.trade(), instruments=[])
    assert trades == [] and bad and all("no instrument" in str(error) for error in bad), bad


@every
def test_a_repeated_and_an_earlier_trade_come_out_as_they_came(venue: Venue) -> None:
    if venue.name == "betfair":  # its trades are growing totals, so that what is told again is no trade
        trades, bad = venue.read(venue.trade(number=2), venue.trade(number=2), venue.trade(number=1))
        assert len(trades) == 2 and not bad
        return
    trades, bad = venue.read(*(venue.trade(number=number) for number in (2, 2, 1)))
    assert [trade.trade_id for trade in trades] == ["2", "2", "1"] and not bad


@every
@pytest.mark.parametrize("cut", [1, 5, 20])
def test_truncated_json(venue: Venue, cut: int) -> None:
    translator = dragoman.load(venue.name).translator()
    payload = venue.wrap(f"[{json.dumps(venue.row('2.5', '4', 1))}]").encode()[:-cut]
    with pytest.raises(DecodeError):
        translator.translate(venue.source, payload, product=venue.product, request=venue.request or None)


@every
@pytest.mark.parametrize(
    "payload", [b"", b"\xff\xfe", b"[" * 100_000, b"<html>"],
    ids=["nothing", "no UTF-8", "nested without end", "a page"],
)  # fmt: skip
def test_what_is_no_message_of_anybody(venue: Venue, payload: bytes) -> None:
    translator = dragoman.load(venue.name).translator()
    with pytest.raises(DecodeError) as caught:
        translator.translate(venue.stream, payload, product=venue.product)
    assert len(str(caught.value)) < 1000


@every
def test_a_text_in_no_utf8(venue: Venue) -> None:
    row = json.dumps(venue.trade(number=2) if venue.in_text else venue.row(2.5, 4, 2))
    payload = venue.wrap(f"[{row.replace('2', '2@', 1)}]").encode().replace(b"@", b"\xc3\x28")
    bad: list[Any] = []
    translator = dragoman.load(venue.name).translator(on_bad_row=bad.append)
    try:
        events = translator.translate(
            venue.source, payload, product=venue.product, request=venue.request or None
        )
    except DecodeError:
        return
    assert not [event for event in events if isinstance(event, TradeTick)] and len(bad) == 1


@every
def test_a_channel_that_nobody_knows_is_counted(venue: Venue) -> None:
    translator = dragoman.load(venue.name).translator()
    assert translator.translate(venue.stream, venue.unknown.encode(), product=venue.product) == []
    assert translator.stats.as_dict()["unknown_messages"] == 1


@every
def test_a_refusal_of_the_venue_is_raised(venue: Venue) -> None:
    translator = dragoman.load(venue.name).translator()
    with pytest.raises(VenueError):
        translator.translate(venue.stream, venue.refusal.encode(), product=venue.product)


@every
def test_an_empty_book_is_a_book(venue: Venue) -> None:
    translator = dragoman.load(venue.name).translator()
    found = translator.translate(venue.stream, venue.empty_book.encode(), product=venue.product)
    (book,) = [event for event in found if isinstance(event, OrderBookDeltas | OrderBookDepth10)]
    assert (list(book.bids), list(book.asks)) == ([], [])


@pytest.mark.parametrize("text", [*ODD, "-1", "0"], ids=ascii)
def test_a_stream_of_single_trades_tells_each_bad_one(text: str) -> None:
    """Also after many good ones, when texts are remembered."""
    feed = dragoman.load("binance").translator().stream("ws", product="usdm")

    def frame(price: str, size: str) -> bytes:
        data = {
            "e": "aggTrade",
            "E": 1,
            "a": 1,
            "s": "SOLUSDT",
            "p": price,
            "q": size,
            "f": 1,
            "l": 1,
            "T": 1,
            "m": True,
        }
        return json.dumps({"stream": "solusdt@aggTrade", "data": data}, ensure_ascii=False).encode()

    for _ in range(3):
        assert [str(trade.price) for trade in feed(frame("1.5", "2"), 1)] == ["1.5"]
        with pytest.raises(DecodeError):
            feed(frame(text, "2"), 1)
        if text != "0":
            with pytest.raises(DecodeError):
                feed(frame("1.5", text), 1)
