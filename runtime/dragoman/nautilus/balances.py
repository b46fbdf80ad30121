"""What a venue tells of balances, message by message and account by account, as the one account that a client has in a node."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

import msgspec

from dragoman import model

_ORDER = (model.AccountType.CASH, model.AccountType.BETTING, model.AccountType.MARGIN)
_BOUGHT = frozenset({"CurrencyPair", "Equity", "Commodity"})
"""Instruments that are paid for and owned; every other one is held on margin."""


class Balances:
    """Keeps the newest balance of every currency in every account of the venue; a node sees their sums, in an account of one type.

    account_type: where it is known before anything is told; on_several: told the accounts, once, when there is more than one.
    """

    def __init__(self, account_type: str | None, on_several: Callable[[Iterable[str]], None]) -> None:
        self._type = None if account_type is None else model.AccountType(account_type)
        self._on_several = on_several
        self._accounts: dict[str, None] = {}
        self._balances: dict[tuple[str, str], model.AccountBalance] = {}
        self._margins: dict[tuple[str, str, str | None], model.MarginBalance] = {}

    def take(self, *states: model.AccountState) -> model.AccountState:
        """The whole account as it is now known; what is told first decides of what type it is for good."""
        for state in states:
            self._keep(state)
        if self._type is None:
            self._type = max((each.account_type for each in states), key=_ORDER.index)
        newest = states[-1]
        return msgspec.structs.replace(
            newest,
            account_type=self._type,
            balances=tuple(self._sums()) or (_nothing(newest.base_currency or "USD"),),
            margins=tuple(self._margin_sums()),
            # What the venue says beyond the model may hold anything; an event of a node is written to its database.
            info={},
        )

    def _keep(self, state: model.AccountState) -> None:
        account = self._account_of(state)
        for balance in state.balances:
            self._balances[account, balance.currency] = balance
        for margin in state.margins:
            self._margins[account, margin.currency, margin.instrument_id] = margin

    def _account_of(self, state: model.AccountState) -> str:
        """Which account a state is of; one that a message does not name is the only one there is."""
        named = state.account_id or ""
        if not named and len(self._accounts) == 1:
            return next(iter(self._accounts))
        if named and list(self._accounts) == [""]:
            del self._accounts[""]
            self._balances = {(named, currency): kept for (_, currency), kept in self._balances.items()}
            self._margins = {
                (named, currency, about): kept for (_, currency, about), kept in self._margins.items()
            }
        if named not in self._accounts:
            self._accounts[named] = None
            if len(self._accounts) == 2:
                self._on_several(sorted(self._accounts))
        return named

    def _sums(self) -> Iterable[model.AccountBalance]:
        sums: dict[str, model.AccountBalance] = {}
        for (_, currency), balance in self._balances.items():
            known = sums.get(currency)
            sums[currency] = balance if known is None else _added(known, balance)
        return sums.values()

    def _margin_sums(self) -> Iterable[model.MarginBalance]:
        sums: dict[tuple[str, str | None], model.MarginBalance] = {}
        for (_, currency, about), margin in self._margins.items():
            known = sums.get((currency, about))
            # A venue may sign what is held back; a node wants its size.
            initial, maintenance = abs(margin.initial), abs(margin.maintenance)
            if known is not None:
                initial, maintenance = initial + known.initial, maintenance + known.maintenance
            sums[currency, about] = msgspec.structs.replace(margin, initial=initial, maintenance=maintenance)
        return sums.values()


def empty_state(instruments: Iterable[str], now_ns: int) -> model.AccountState:
    """An account of which the venue tells no balances, of the type that trading these classes of instruments takes."""
    names = set(instruments)
    kind = model.AccountType.MARGIN
    if names <= _BOUGHT:
        kind = model.AccountType.CASH
    elif names == {"BettingInstrument"}:
        kind = model.AccountType.BETTING
    return model.AccountState(account_type=kind, reported=False, ts_event=now_ns, ts_init=now_ns)


def _added(one: model.AccountBalance, other: model.AccountBalance) -> model.AccountBalance:
    return model.AccountBalance(
        one.currency, one.total + other.total, one.locked + other.locked, one.free + other.free
    )


def _nothing(currency: str) -> model.AccountBalance:
    return model.AccountBalance(currency, Decimal(0), Decimal(0), Decimal(0))
