"""account of the venue bitmex. Generated from specs/bitmex/account.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import (
    AccountBalance,
    AccountState,
    AccountType,
    InstrumentId,
    MarginBalance,
    PositionSide,
    PositionStatusReport,
)
from dragoman.translate.facts import Event
from dragoman.translate.functions import absolute, multiply, parse_iso, subtract
from dragoman.translate.reads import as_list, finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Raw, Struct, field

ACCOUNT_TYPE_MARGIN = AccountType.MARGIN
DECIMAL_0 = Decimal("0")
POSITION_SIDE_FLAT = PositionSide.FLAT
POSITION_SIDE_LONG = PositionSide.LONG
POSITION_SIDE_SHORT = PositionSide.SHORT


def counts_ones(symbol: str) -> bool:
    """Whether a size in units of this symbol is one in its currency, where no instrument says otherwise."""
    return "_" not in symbol


class PositionRow(Struct, frozen=True, kw_only=True, gc=False):
    """One position; changes of it in the stream hold only what is new. https://www.bitmex.com/api/explorer/#!/Position/Position_get"""

    account: int | None = None
    symbol: str
    strategy: str | None = None
    currency: str | None = None
    leverage: Decimal | None = None
    is_cross: bool | None = field(name="crossMargin", default=None)
    quantity: Decimal | None = field(name="currentQty", default=None)
    entry_price: Decimal | None = field(name="avgEntryPrice", default=None)
    time: str | None = field(name="timestamp", default=None)


class MarginRow(Struct, frozen=True, kw_only=True, gc=False):
    """Margin in one currency; changes of it in the stream hold only what is new. https://www.bitmex.com/api/explorer/#!/User/User_getMargin"""

    account: int | None = None
    currency: str
    wallet_balance: Decimal | None = field(name="walletBalance", default=None)
    margin_balance: Decimal | None = field(name="marginBalance", default=None)
    available: Decimal | None = field(name="availableMargin", default=None)
    withdrawable: Decimal | None = field(name="withdrawableMargin", default=None)
    initial: Decimal | None = field(name="initMargin", default=None)
    maintenance: Decimal | None = field(name="maintMargin", default=None)
    time: str | None = field(name="timestamp", default=None)


class WalletRow(Struct, frozen=True, kw_only=True, gc=False):
    """What a wallet holds in one currency. https://www.bitmex.com/api/explorer/#!/User/User_getWallet"""

    account: int | None = None
    currency: str
    amount: Decimal | None = None
    time: str | None = field(name="timestamp", default=None)


class BitmexLeverage(Struct, frozen=True, kw_only=True):
    """Leverage of a position, and whether it is on cross margin. https://www.bitmex.com/api/explorer/#!/Position/Position_get"""

    instrument_id: InstrumentId
    leverage: Decimal | None
    is_cross: bool
    ts_event: int
    ts_init: int


def emit_get_positions(
    scope: Scope, message: PositionRow | list[PositionRow], ts_init: int, out: list[Event]
) -> None:
    """Positions of the account to PositionStatusReport."""
    for row in as_list(message):
        try:
            row_id = scope.ids[row.symbol]
            quantity = finite(row.quantity) if row.quantity is not None else DECIMAL_0
            out.append(
                PositionStatusReport(
                    row_id,
                    (
                        POSITION_SIDE_LONG
                        if quantity > DECIMAL_0
                        else POSITION_SIDE_SHORT if quantity < DECIMAL_0 else POSITION_SIDE_FLAT
                    ),
                    multiply(absolute(quantity), scope.factor(row_id, "size_increment", counts_ones)),
                    parse_iso(row.time) if row.time is not None else ts_init,
                    ts_init,
                    (("BITMEX-" + str(row.account)) if row.account is not None else None),
                    (
                        (entry_price if row.entry_price is not None else None)
                        if (
                            (
                                entry_price := (
                                    finite(row.entry_price) if row.entry_price is not None else DECIMAL_0
                                )
                            )
                            > DECIMAL_0
                        )
                        else None
                    ),
                    (
                        (row_id + "-" + (row.strategy or "").upper())
                        if ((row.strategy or "OneWay") != "OneWay")
                        else None
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_margins(
    scope: Scope, message: MarginRow | list[MarginRow], ts_init: int, out: list[Event]
) -> None:
    """Margins of the account to AccountState."""
    for row in as_list(message):
        try:
            currency = scope.currency(row.currency)
            unit = scope.unit(row.currency)
            wallet_balance = (
                finite(row.wallet_balance)
                if row.wallet_balance is not None
                else (
                    finite(row.margin_balance)
                    if row.margin_balance is not None
                    else finite(row.available) if row.available is not None else DECIMAL_0
                )
            )
            withdrawable = min(
                max(
                    (
                        finite(row.withdrawable)
                        if row.withdrawable is not None
                        else (
                            finite(row.available)
                            if row.available is not None
                            else subtract(
                                (
                                    wallet_balance
                                    if row.wallet_balance is not None
                                    else (
                                        finite(row.margin_balance)
                                        if row.margin_balance is not None
                                        else DECIMAL_0
                                    )
                                ),
                                finite(row.initial) if row.initial is not None else DECIMAL_0,
                            )
                        )
                    ),
                    DECIMAL_0,
                ),
                wallet_balance,
            )
            initial = finite(row.initial) if row.initial is not None else DECIMAL_0
            out.append(
                AccountState(
                    account_id=(("BITMEX-" + str(row.account)) if row.account is not None else None),
                    account_type=ACCOUNT_TYPE_MARGIN,
                    balances=(
                        AccountBalance(
                            currency=currency,
                            total=multiply(wallet_balance, unit),
                            locked=multiply(subtract(wallet_balance, withdrawable), unit),
                            free=multiply(withdrawable, unit),
                        ),
                    ),
                    margins=(
                        *(
                            (
                                MarginBalance(
                                    currency=currency,
                                    initial=multiply(initial, unit),
                                    maintenance=multiply(
                                        finite(row.maintenance) if row.maintenance is not None else DECIMAL_0,
                                        unit,
                                    ),
                                ),
                            )
                            if initial > DECIMAL_0
                            or (finite(row.maintenance) if row.maintenance is not None else DECIMAL_0)
                            > DECIMAL_0
                            else ()
                        ),
                    ),
                    ts_event=parse_iso(row.time) if row.time is not None else ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_wallets(
    scope: Scope, message: WalletRow | list[WalletRow], ts_init: int, out: list[Event]
) -> None:
    """Wallets of the account to no event."""
    for row in as_list(message):
        try:
            amount = multiply(
                finite(row.amount) if row.amount is not None else DECIMAL_0, scope.unit(row.currency)
            )
            out.append(
                AccountState(
                    account_id=(("BITMEX-" + str(row.account)) if row.account is not None else None),
                    account_type=ACCOUNT_TYPE_MARGIN,
                    balances=(
                        AccountBalance(
                            currency=scope.currency(row.currency), total=amount, locked=DECIMAL_0, free=amount
                        ),
                    ),
                    ts_event=parse_iso(row.time) if row.time is not None else ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_leverage(
    scope: Scope, message: PositionRow | list[PositionRow], ts_init: int, out: list[Event]
) -> None:
    """Leverage and margin mode of the positions of the account to BitmexLeverage."""
    for row in as_list(message):
        try:
            out.append(
                BitmexLeverage(
                    instrument_id=scope.ids[row.symbol],
                    leverage=finite(row.leverage) if row.leverage is not None else None,
                    is_cross=row.is_cross if row.is_cross is not None else False,
                    ts_event=parse_iso(row.time) if row.time is not None else ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_set_leverage(scope: Scope, message: PositionRow, ts_init: int, out: list[Event]) -> None:
    """Set the leverage of a position, which is isolated then; 0 puts it on cross margin to no event."""
    instrument_id = scope.ids[message.symbol]
    quantity = finite(message.quantity) if message.quantity is not None else DECIMAL_0
    out.append(
        PositionStatusReport(
            instrument_id,
            (
                POSITION_SIDE_LONG
                if quantity > DECIMAL_0
                else POSITION_SIDE_SHORT if quantity < DECIMAL_0 else POSITION_SIDE_FLAT
            ),
            multiply(absolute(quantity), scope.factor(instrument_id, "size_increment", counts_ones)),
            parse_iso(message.time) if message.time is not None else ts_init,
            ts_init,
            (("BITMEX-" + str(message.account)) if message.account is not None else None),
            (
                (entry_price if message.entry_price is not None else None)
                if (
                    (
                        entry_price := (
                            finite(message.entry_price) if message.entry_price is not None else DECIMAL_0
                        )
                    )
                    > DECIMAL_0
                )
                else None
            ),
            (
                (instrument_id + "-" + (message.strategy or "").upper())
                if ((message.strategy or "OneWay") != "OneWay")
                else None
            ),
        )
    )


def emit_set_position_mode(scope: Scope, message: Raw, ts_init: int, out: list[Event]) -> None:
    """Hold a long and a short position of a contract apart, or one alone again to no event."""


emit_isolate_margin = emit_set_leverage
