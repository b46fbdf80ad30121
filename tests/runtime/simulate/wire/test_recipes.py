"""A request of a shape that was seen before is read by what was found out then, and means what it would have meant."""

from __future__ import annotations

from decimal import Decimal
from itertools import product as combinations
from typing import Any

import pytest
from dragoman.model import CancelOrder, LimitOrder, MarketOrder, Order, OrderSide, TimeInForce
from dragoman.simulate.exchange.reasons import Refused
from dragoman.simulate.wire.reading import Reader

from tests.runtime.simulate.wire.desk import LINEAR, SPOT, Client


def test_readers_that_have_read_much_read_as_new_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    reading, outcomes, forgetful = Reader.read, [], Reader(client.interface)

    def both(self: Reader, *given: Any) -> Any:
        found: list[Any] = []
        forgetful._recipes.clear()
        forgetful._unlisted.clear()
        for reader in (self, forgetful):
            try:
                found.append(reading(reader, *given))
            except Refused as refused:
                found.append([str(refused)])
        assert found[0] == found[1]
        outcomes.append(found[0])
        return reading(self, *given)

    monkeypatch.setattr(Reader, "read", both)
    price = {i: client.core.markets[p].lines[i].price(900) for p, i in (("spot", SPOT), ("linear", LINEAR))}
    number = 0
    for _, identity, side, size in combinations(
        range(2), price, (OrderSide.BUY, OrderSide.SELL), ("1", "2.5")
    ):
        number += 1
        terms: dict[str, Any] = {
            "instrument_id": identity,
            "order_side": side,
            "quantity": Decimal(size),
            "client_order_id": f"r{number}",
        }
        away = price[identity] if side is OrderSide.BUY else price[identity] * 10_000
        sent: list[Order] = [MarketOrder(**{**terms, "client_order_id": f"m{number}"})]
        for tif in (TimeInForce.GTC, TimeInForce.IOC):
            name = f"{terms['client_order_id']}{tif.value}"
            sent.append(LimitOrder(price=away, time_in_force=tif, **{**terms, "client_order_id": name}))
        for order in sent:
            client.ask("submit_order", order=order)
        client.ask(
            "cancel_order", command=CancelOrder(instrument_id=identity, client_order_id=f"r{number}GTC")
        )
    assert len(outcomes) == number * 4
    commands = {read.command for found in outcomes for read in found if not isinstance(read, str)}
    assert commands == {"submit_order", "cancel_order"}
    sizes = {read.terms.get("quantity") for found in outcomes for read in found if not isinstance(read, str)}
    assert {Decimal(1), Decimal("2.5")} <= sizes
