"""Trading through faults: whatever befalls calls and connections, orders and fills end as the venue has them."""

from __future__ import annotations

import pytest

from tests.faults.trading import Over, trade


@pytest.mark.parametrize("over", ["http", "ws"])
@pytest.mark.parametrize("seed", range(1, 4))
@pytest.mark.parametrize("product", ["usdm", "spot"])
def test_orders_and_fills_end_as_the_venue_has_them(product: str, seed: int, over: Over) -> None:
    faults = trade(seed, "binance", product, over)
    assert not faults, f"seed {seed} of {product} over {over}: {'; '.join(faults)}"
