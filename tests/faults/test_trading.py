"""Trading through faults: whatever befalls calls and connections, orders and fills end as the venue has them."""

from __future__ import annotations

import pytest

from tests.faults.trading import trade
from tests.faults.venues import WIRES, Over

SCHEDULES = 3
WAYS: list[tuple[str, Over]] = [(venue, over) for venue, wire in WIRES.items() for over in wire.over]


@pytest.mark.parametrize(("venue", "over"), WAYS)
@pytest.mark.parametrize("seed", range(SCHEDULES))
def test_orders_and_fills_end_as_the_venue_has_them(venue: str, over: Over, seed: int) -> None:
    outcome = trade(seed, venue, over)
    assert not outcome.faults, str(outcome)


def test_a_seed_trades_the_same_every_time() -> None:
    assert trade(1, "binance").digest == trade(1, "binance").digest != trade(4, "binance").digest
