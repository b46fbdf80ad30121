"""Events become payloads that mean the same events again, for everything that a venue's spec lets be turned round."""

from __future__ import annotations

import dragoman
import pytest
from dragoman.simulate.backwards import Backwards, difference
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
    assert difference(meaning.events, again) == ""


def test_every_channel_and_operation_that_gives_events_was_turned_round() -> None:
    giving = {name for name, source in {**INVERSE.channels, **INVERSE.calls}.items() if source.made}
    assert giving - {meaning.source for meaning in FOUND} == set()
