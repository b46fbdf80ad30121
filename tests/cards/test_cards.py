"""Every card for every venue: what the specification says that a venue can do is done, and the rest has its reason."""

from __future__ import annotations

import pytest

from tests.cards.__main__ import VENUES
from tests.cards.catalog import cards
from tests.cards.scene import play

PAIRS = [(name, venue) for name in (each.name for each in cards()) for venue in VENUES]


@pytest.mark.parametrize(("name", "venue"), PAIRS)
def test_a_card_passes_or_says_why_it_does_not_apply(name: str, venue: str) -> None:
    verdict = play(next(each for each in cards() if each.name == name), venue)
    assert verdict.kind != "fail", f"{venue} {verdict.product}: {verdict.why}"
    assert verdict.kind == "pass" or verdict.why
