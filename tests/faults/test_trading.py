"""Trading through faults: whatever befalls calls and connections, orders and fills end as the venue has them."""

from __future__ import annotations

import pytest

from tests.faults.trading import Over, trade

SCHEDULES = 5


@pytest.mark.parametrize("over", ["http", "ws"])
@pytest.mark.parametrize("seed", range(SCHEDULES))
def test_orders_and_fills_end_as_the_venue_has_them(seed: int, over: Over) -> None:
    outcome = trade(seed, "binance", over)
    assert not outcome.faults, str(outcome)


def test_a_seed_trades_the_same_every_time() -> None:
    assert trade(1, "binance").digest == trade(1, "binance").digest != trade(4, "binance").digest
