"""Events become payloads that mean the same events again, for everything that a venue's spec lets be turned round."""

from __future__ import annotations

import json
from decimal import Decimal

import dragoman
import msgspec
import pytest
from dragoman.machines import BookSync
from dragoman.model import AggressorSide, InstrumentId, TradeId, TradeTick
from dragoman.simulate.backwards import Backwards, Told
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.meaning import difference
from dragoman.simulate.sequences import find_sequences
from dragoman_venues.betfair.inverse import INVERSE as OF_IMAGES
from dragoman_venues.binance.facts import INTERFACE
from dragoman_venues.binance.inverse import INVERSE

from tests.runtime.simulate.recorded_cases import Meaning, meanings

# Digits that are computed from another field, and not read from one, can't be said backwards.
COMPUTED = "a spot symbol without filters has the digits of its assets"
FOUND = [meaning for meaning in meanings("binance") if COMPUTED not in meaning.case]


@pytest.fixture(scope="module")
def backwards() -> Backwards:
    return Backwards(dragoman.load("binance").module.Translator, INVERSE)


@pytest.mark.parametrize("meaning", FOUND, ids=str)
def test_what_is_built_from_events_means_the_same_events(meaning: Meaning, backwards: Backwards) -> None:
    build = backwards.frame if meaning.is_channel else backwards.answer
    payload = build(meaning.source, meaning.events, meaning.told)
    translator = dragoman.load("binance").translator()
    told = meaning.told
    source = "ws" if meaning.is_channel else meaning.source
    again = translator.translate(
        source, payload, product=told.product, request=told.request, ts_init=told.ts_init
    )
    assert difference(meaning.events, again) is None


def test_every_public_channel_and_operation_that_gives_events_was_turned_round() -> None:
    private = {name for name, call in INTERFACE.operations.items() if call.private}
    lines = {name for name, stream in INTERFACE.streams.items() if stream.login}
    private |= {name for name, channel in INTERFACE.channels.items() if channel.connection in lines}
    giving = {name for name, source in {**INVERSE.channels, **INVERSE.calls}.items() if source.made} - private
    assert giving - {meaning.source for meaning in FOUND} == set()


NOW = 1_790_000_000_000_000_000
TRADE = TradeTick(
    InstrumentId("BTCUSDT.BINANCE"), Decimal("1.10"), Decimal(2), AggressorSide.SELLER, TradeId("5"), NOW, NOW
)


def test_a_field_that_only_decides_is_found_by_trying(backwards: Backwards) -> None:
    for side, maker in ((AggressorSide.SELLER, True), (AggressorSide.BUYER, False)):
        trade = msgspec.structs.replace(TRADE, aggressor_side=side)
        frame = json.loads(backwards.frame("trade", [trade], Told("spot", NOW)))
        assert frame["m"] is maker


def test_digits_are_kept_and_identifiers_nobody_says_count_up(backwards: Backwards) -> None:
    frames = [json.loads(backwards.frame("agg_trade", [TRADE], Told("spot", NOW))) for _ in range(2)]
    assert frames[0]["p"] == "1.10"
    assert frames[0]["a"] == 5
    assert frames[1]["f"] > frames[0]["f"]


def test_the_envelope_carries_the_topic(backwards: Backwards) -> None:
    frame = json.loads(backwards.frame("trade", [TRADE], Told("spot", NOW, topic="btcusdt@trade")))
    assert frame["stream"] == "btcusdt@trade" and frame["data"]["e"] == "trade"


@pytest.mark.parametrize(
    ("event", "field"),
    [
        (
            msgspec.structs.replace(TRADE, aggressor_side=AggressorSide.NO_AGGRESSOR),
            "TradeTick.aggressor_side",
        ),
        (msgspec.structs.replace(TRADE, ts_event=NOW + 1), "TradeTick.ts_event"),
        (msgspec.structs.replace(TRADE, trade_id=TradeId("x")), "trade_id"),
        (msgspec.structs.replace(TRADE, instrument_id=InstrumentId("BTCUSDT.NOWHERE")), "instrument"),
    ],
)
def test_an_event_that_a_payload_cannot_say_is_refused_by_its_field(
    backwards: Backwards, event: TradeTick, field: str
) -> None:
    with pytest.raises(NotInvertible) as caught:
        backwards.frame("trade", [event], Told("spot", NOW))
    assert caught.value.source == "trade"
    assert caught.value.field == field


def test_what_the_spec_cannot_say_is_refused_by_name(backwards: Backwards) -> None:
    with pytest.raises(NotInvertible, match="no such event comes from there"):
        backwards.frame("book_ticker", [TRADE], Told("spot", NOW))
    with pytest.raises(NotInvertible, match="no such channel or operation"):
        backwards.frame("nothing", [TRADE], Told("spot", NOW))


def test_a_machine_that_goes_by_earlier_messages_is_named() -> None:
    closed = Backwards(dragoman.load("betfair").module.Translator, OF_IMAGES)
    with pytest.raises(NotInvertible, match="image_delta"):
        closed.frame("market_changes", [TRADE], Told("exchange", NOW))


def test_control_messages_tell_what_they_are_given(backwards: Backwards) -> None:
    assert json.loads(backwards.reply("stream", "ack", id=4)) == {"result": None, "id": 4}
    refused = json.loads(backwards.reply("stream", "error", id=4, code=2, message="no"))
    assert refused == {"error": {"code": 2, "msg": "no"}, "id": 4}
    with pytest.raises(NotInvertible, match="no such reply"):
        backwards.reply("stream", "pong")


@pytest.mark.parametrize("product", ["spot", "usdm", "coinm"])
def test_a_numbering_is_found_that_the_guards_hold(backwards: Backwards, product: str) -> None:
    symbol = {"spot": "BTCUSDT", "usdm": "BTCUSDT-PERP", "coinm": "BTCUSD_PERP"}[product]
    topic = f"{symbol.removesuffix('-PERP').lower()}@depth@100ms"
    identity = InstrumentId(f"{symbol}.BINANCE")
    translator_type = type(dragoman.load("binance").translator())
    found = find_sequences(backwards, translator_type, "depth", topic, identity, Told(product, NOW))
    assert found.fields(10, 15)["first_update_id"] == 11
    assert found.fields(10, 15).get("previous_final_update_id") == (None if product == "spot" else 10)


def test_a_book_whose_numbers_no_guard_holds_is_refused_by_its_fields(backwards: Backwards) -> None:
    class Deaf(type(dragoman.load("binance").translator())):  # type: ignore[misc]
        """Its book never finds an update that joins."""

        tables = msgspec.structs.replace(
            backwards.tables,
            machines={
                "depth": lambda product: BookSync(
                    backwards.tables.machines["depth"](product).facts, first=lambda message, number: False
                )
            },
        )

    identity = InstrumentId("BTCUSDT.BINANCE")
    with pytest.raises(NotInvertible) as caught:
        find_sequences(backwards, Deaf, "depth", "btcusdt@depth@100ms", identity, Told("spot", NOW))
    assert caught.value.field == "first_update_id, previous_final_update_id"
