"""Balances and margins both ways."""

from __future__ import annotations

from typing import Any

from nautilus_trader.core.uuid import UUID4
from nautilus_trader.model.events import account as events
from nautilus_trader.model.identifiers import InstrumentId
from nautilus_trader.model.objects import AccountBalance, MarginBalance, Money

from dragoman import model
from dragoman.nautilus.convert.numbers import MOST_MONEY, currency_of, money_from, money_of, raw_of
from dragoman.nautilus.convert.words import ACCOUNT_TYPE


def balance_to(balance: model.AccountBalance) -> Any:
    """One currency's balance; `free` is what `total` leaves beside `locked`, as NautilusTrader demands it to the last digit."""
    currency = currency_of(balance.currency)
    total, locked = (
        raw_of(amount, "money", MOST_MONEY, -MOST_MONEY) for amount in (balance.total, balance.locked)
    )
    return AccountBalance(
        total=Money.from_raw(total, currency),
        locked=Money.from_raw(locked, currency),
        free=Money.from_raw(total - locked, currency),
    )


def balance_from(balance: Any) -> model.AccountBalance:
    return model.AccountBalance(
        balance.currency.code,
        money_from(balance.total).amount,
        money_from(balance.locked).amount,
        money_from(balance.free).amount,
    )


def margin_to(margin: model.MarginBalance) -> Any:
    about = margin.instrument_id
    return MarginBalance(
        initial=money_of(margin.initial, margin.currency),
        maintenance=money_of(margin.maintenance, margin.currency),
        instrument_id=None if about is None else InstrumentId.from_str(str(about)),
    )


def margin_from(margin: Any) -> model.MarginBalance:
    return model.MarginBalance(
        margin.currency.code,
        money_from(margin.initial).amount,
        money_from(margin.maintenance).amount,
        None if margin.instrument_id is None else model.InstrumentId(margin.instrument_id.value),
    )


def account_state_to(state: model.AccountState, account_id: Any) -> Any:
    """The account's balances; at least one is needed, since NautilusTrader knows no account without."""
    return events.AccountState(
        account_id=account_id,
        account_type=ACCOUNT_TYPE[state.account_type],
        base_currency=None if state.base_currency is None else currency_of(state.base_currency),
        reported=state.reported,
        balances=[balance_to(each) for each in state.balances],
        margins=[margin_to(each) for each in state.margins],
        info=dict(state.info),
        event_id=UUID4(),
        ts_event=state.ts_event,
        ts_init=state.ts_init,
    )


def account_state_from(state: Any) -> model.AccountState:
    return model.AccountState(
        account_id=state.account_id.value,
        account_type=ACCOUNT_TYPE.back(state.account_type),
        base_currency=None if state.base_currency is None else state.base_currency.code,
        balances=tuple(balance_from(each) for each in state.balances),
        margins=tuple(margin_from(each) for each in state.margins),
        reported=state.is_reported,
        info=dict(state.info),
        ts_event=state.ts_event,
        ts_init=state.ts_init,
    )
