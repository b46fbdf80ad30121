"""What schedules of faults see of venues that tell trees of ladders, where something is broken on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from dragoman.adapter.consumers import Router
from dragoman.machines.ladders import Change, PriceLadder, Row
from dragoman.model import StreamGap
from dragoman.simulate.images.desk import ImageDesk
from dragoman.simulate.images.wants import Wants

from tests.faults.images import play

VENUE = "betfair"


def told() -> str:
    """What does not hold in some seeds, once something does not."""
    return next((str(outcome) for seed in range(40) if (outcome := play(seed, VENUE)).faults), "")


def test_a_seed_plays_the_same_every_time() -> None:
    first, again = play(4, VENUE), play(4, VENUE)
    assert first.struck == again.struck and first.digest == again.digest != play(6, VENUE).digest


def test_holes_that_nobody_is_told_of_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    async def swallow(router: Router, gap: StreamGap) -> None:
        return None

    monkeypatch.setattr(Router, "send_gap", swallow)
    assert "was lost without a gap" in told()


def test_volume_that_is_counted_twice_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    add_up: Any = PriceLadder.add_up

    def forgetful(ladder: PriceLadder, rows: Iterable[Row]) -> list[Change]:
        found: list[Change] = add_up(ladder, rows)
        ladder.sizes.clear()
        return found

    monkeypatch.setattr(PriceLadder, "add_up", forgetful)
    monkeypatch.setattr("tests.faults.images.PATIENCE_NS", 1)
    assert "a trade is not here" in told()


def test_a_venue_that_goes_on_one_change_too_late_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    known: Any = ImageDesk._known_to

    def late(desk: ImageDesk, wants: Wants) -> int | None:
        found: int | None = known(desk, wants)
        return None if found is None else found + 1

    monkeypatch.setattr(ImageDesk, "_known_to", late)
    assert "the book is wrong" in told()
