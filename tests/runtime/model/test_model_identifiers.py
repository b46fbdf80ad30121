"""Identifiers join and come apart again, whatever the symbol looks like."""

import pytest
from dragoman.errors import InvalidIdentifier
from dragoman.model import AggregationSource, BarAggregation, BarType, InstrumentId, PriceType
from hypothesis import given
from hypothesis import strategies as st

PRINTABLE = st.characters(min_codepoint=33, max_codepoint=0x2FF).filter(str.isprintable)
SYMBOLS = st.text(PRINTABLE, min_size=1, max_size=40)
VENUES = st.text(PRINTABLE.filter(lambda letter: letter != "."), min_size=1, max_size=20)


@given(symbol=SYMBOLS, venue=VENUES)
def test_an_instrument_id_gives_back_its_parts(symbol: str, venue: str) -> None:
    made = InstrumentId.of(symbol, venue)
    assert (made.symbol, made.venue) == (symbol, venue)
    assert InstrumentId.parse(str(made)) == made


def test_the_venue_is_what_follows_the_last_dot() -> None:
    parsed = InstrumentId.parse("1.180727728-3316816-0.5.EXCHANGE")
    assert (parsed.symbol, parsed.venue) == ("1.180727728-3316816-0.5", "EXCHANGE")


def test_a_symbol_may_hold_a_blank_inside() -> None:
    assert InstrumentId.parse("ESM4 C4250.GLBX").symbol == "ESM4 C4250"


def test_an_identifier_is_its_text() -> None:
    made = InstrumentId("A.B")
    assert made == "A.B"
    by_text: dict[str, int] = {made: 1}
    assert by_text["A.B"] == 1
    assert not hasattr(made, "__dict__")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it has no '.VENUE' at its end"),
        ("BTCUSDT", "it has no '.VENUE' at its end"),
        (".VENUE", "its symbol is empty"),
        ("BTCUSDT.", "its venue is empty"),
        (" A.B", "it has blanks or control characters where none may be"),
        ("A.B C", "it has blanks or control characters where none may be"),
        ("A\n.B", "it has blanks or control characters where none may be"),
        ("A\x00.B", "it has blanks or control characters where none may be"),
    ],
)
def test_a_bad_instrument_id_says_why(text: str, why: str) -> None:
    with pytest.raises(InvalidIdentifier) as caught:
        InstrumentId.parse(text)
    assert caught.value.facts == {"kind": "InstrumentId", "text": text, "why": why}


@given(
    symbol=SYMBOLS,
    venue=VENUES,
    step=st.integers(1, 10_000),
    aggregation=st.sampled_from(BarAggregation),
    price_type=st.sampled_from(PriceType),
    source=st.sampled_from(AggregationSource),
)
def test_a_bar_type_gives_back_its_parts(
    symbol: str,
    venue: str,
    step: int,
    aggregation: BarAggregation,
    price_type: PriceType,
    source: AggregationSource,
) -> None:
    instrument_id = InstrumentId.of(symbol, venue)
    parsed = BarType.parse(str(BarType.of(instrument_id, step, aggregation, price_type, source)))
    assert (parsed.instrument_id, parsed.step) == (instrument_id, step)
    assert (parsed.aggregation, parsed.price_type, parsed.source) == (aggregation, price_type, source)


def test_a_bar_type_reads_as_the_usual_text() -> None:
    made = BarType.of("BTC-USD-PERP.X", 1, BarAggregation.MINUTE)
    assert made == "BTC-USD-PERP.X-1-MINUTE-LAST-EXTERNAL"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A.B-1-MINUTE-LAST", "INSTRUMENT_ID-STEP-AGGREGATION-PRICE_TYPE-SOURCE"),
        ("A.B-0-MINUTE-LAST-EXTERNAL", "step '0'"),
        ("A.B-x-MINUTE-LAST-EXTERNAL", "step 'x'"),
        ("A.B-١-MINUTE-LAST-EXTERNAL", "step '١'"),
        ("A.B-1-FORTNIGHT-LAST-EXTERNAL", "'FORTNIGHT' is none of TICK, "),
        ("A.B-1-MINUTE-BEST-EXTERNAL", "'BEST' is none of BID, "),
        ("A.B-1-MINUTE-LAST-ELSEWHERE", "'ELSEWHERE' is none of EXTERNAL, INTERNAL"),
        ("AB-1-MINUTE-LAST-EXTERNAL", "'.VENUE'"),
    ],
)
def test_a_bad_bar_type_names_the_part(text: str, why: str) -> None:
    with pytest.raises(InvalidIdentifier, match=r".+") as caught:
        BarType.parse(text)
    assert why in str(caught.value)
