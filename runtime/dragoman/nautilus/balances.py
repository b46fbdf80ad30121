"""What a venue tells of balances, message by message and account by account, as the one account that a client has in a node."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

import msgspec

from dragoman import model

_ORDER = (model.AccountType.CASH, model.AccountType.BETTING, model.AccountType.MARGIN)


class Balances:
    """Keeps the newest balance of every currency in every account of the venue; a node sees their sums.

    on_several: told the accounts, once, when there is more than one.
    """

    def __init__(self, account_type: str | None, on_several: Callable[[Iterable[str]], None]) -> None:
        self._type = None if account_type is None else model.AccountType(account_type)
        self._types: set[model.AccountType] = set()
        self._on_several = on_several
        self._accounts: set[str] = set()
        self._balances: dict[tuple[str, str], model.AccountBalance] = {}
        self._margins: dict[tuple[str, str, str | None], model.MarginBalance] = {}

    def take(self, state: model.AccountState) -> model.AccountState:
        """The whole account as it is now known."""
        account = state.account_id or ""
        if account not in self._accounts:
            self._accounts.add(account)
            if len(self._accounts) == 2:
                self._on_several(sorted(self._accounts))
        self._types.add(state.account_type)
        for balance in state.balances:
            self._balances[account, balance.currency] = balance
        for margin in state.margins:
            self._margins[account, margin.currency, margin.instrument_id] = margin
        balances = tuple(self._sums()) or (_nothing(state.base_currency or "USD"),)
        return msgspec.structs.replace(
            state,
            account_type=self._type or max(self._types, key=_ORDER.index),
            balances=balances,
            margins=tuple(self._margin_sums()),
            # What the venue says beyond the model may hold anything; an event of a node is written to its database.
            info={},
        )

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


def empty_state(now_ns: int) -> model.AccountState:
    """An account of which the venue tells no balances."""
    return model.AccountState(
        account_type=model.AccountType.CASH, reported=False, ts_event=now_ns, ts_init=now_ns
    )


def _added(one: model.AccountBalance, other: model.AccountBalance) -> model.AccountBalance:
    return model.AccountBalance(
        one.currency, one.total + other.total, one.locked + other.locked, one.free + other.free
    )


def _nothing(currency: str) -> model.AccountBalance:
    return model.AccountBalance(currency, Decimal(0), Decimal(0), Decimal(0))
