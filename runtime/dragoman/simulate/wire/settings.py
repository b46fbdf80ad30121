"""Calls that set how positions are held: their margin mode, and their leverage."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dragoman.requests.facts import Operation
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.facts import Behind
from dragoman.simulate.market import Market
from dragoman.simulate.wire.read import same


def choose(
    behind: Behind,
    markets: Mapping[str, Market],
    operation: Operation,
    product: str,
    account: Account,
    known: Mapping[str, Any],
    given: Mapping[str, Any],
    now_ns: int,
) -> None:
    """A margin mode, and a leverage where an instrument is `known`; raises Refused."""
    identity = known.get("instrument_id")
    about = [markets[product]] if product and identity is not None else list(markets.values())
    held = [each for each in dict.fromkeys(about) if account.account_id in each.exchange.accounts]
    mode = behind.modes.get(operation.name)
    if mode is not None:
        name, isolated, cross, moves = mode
        value = given.get(name)
        alone = any(same(value, each) for each in isolated)
        alone = alone or (not isolated and not any(same(value, each) for each in cross))
        for market in held:
            if identity is None or identity in market.lines:
                market.exchange.set_alone(account, identity, alone, now_ns, moves=moves)
    wire = next((param.wire for param in operation.params if param.name.endswith("leverage")), "")
    leverage = int(Decimal(str(given.get(wire) or 0)))
    for market in held:
        if leverage and identity is not None and identity in market.lines:
            market.exchange.set_leverage(account, identity, leverage, now_ns)
