"""Calls that set how positions are held, and calls that tell it: side by side or not, their margin mode, their leverage."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import msgspec

from dragoman.model import InstrumentId
from dragoman.requests.facts import Operation
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.facts import Behind
from dragoman.simulate.market import Market
from dragoman.simulate.wire.read import same
from dragoman.simulate.wire.said import word


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
    """A position mode, a margin mode, and a leverage where an instrument is `known`; raises Refused."""
    identity = known.get("instrument_id")
    about = [markets[product]] if product and identity is not None else list(markets.values())
    held = [each for each in dict.fromkeys(about) if account.account_id in each.exchange.accounts]
    mode = behind.modes.get(operation.name)
    if mode is not None:
        name, isolated, cross, moves, hedged = mode
        value = given.get(name)
        if hedged and held:
            held[0].exchange.set_hedging(account, any(same(value, each) for each in hedged), now_ns)
        alone = any(same(value, each) for each in isolated)
        alone = alone or (not isolated and not any(same(value, each) for each in cross))
        for market in held if isolated or cross else ():
            if identity is None or identity in market.lines:
                market.exchange.set_alone(account, identity, alone, now_ns, moves=moves)
    wire = next((param.wire for param in operation.params if "lever" in param.name), "")
    leverage = int(Decimal(str(given.get(wire) or 0)))
    for market in held:
        if leverage and identity is not None and identity in market.lines:
            market.exchange.set_leverage(account, identity, leverage, now_ns)


def told(
    fields: Mapping[str, Any],
    kind: type[Any],
    market: Market,
    account: Account,
    wanted: InstrumentId | None,
    given: Mapping[str, Any],
    now_ns: int,
) -> list[Any]:
    """What is set, as events of a kind: of the account, else of the instrument that is wanted or of each, once for each position that it may have."""
    about = [wanted] if wanted is not None else list(market.lines)
    if "instrument_id" not in kind.__struct_fields__:
        about = about[:1]
    is_by_leg = any("leg" in each["by"] for each in fields.values() if isinstance(each, Mapping))
    legs = ("LONG", "SHORT") if is_by_leg and account.hedging else ("BOTH",)
    found = []
    for identity in about:
        floor = market.exchange.floor
        inputs = {
            "margin_mode": "isolated" if identity in account.alone else "cross",
            "hedged": "true" if account.hedging else "false",
        }
        terms = {**given, "leverage": account.leverages.get(identity, floor.rules.leverage)}
        for leg in legs:
            said = {name: word(value, {**inputs, "leg": leg}) for name, value in fields.items()}
            values = {
                name: terms.get(value[1:]) if isinstance(value, str) and value[:1] == "$" else value
                for name, value in said.items()
            }
            times = {"instrument_id": identity, "ts_event": now_ns, "ts_init": now_ns}
            values |= {name: value for name, value in times.items() if name in kind.__struct_fields__}
            found.append(msgspec.convert(values, kind, strict=False, dec_hook=_as))
    return found


def _as(wanted: Any, value: Any) -> Any:
    return wanted(value)
