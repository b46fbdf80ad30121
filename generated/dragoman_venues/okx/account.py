"""account of the venue okx. Generated from specs/okx/account.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import (
    AccountBalance,
    AccountState,
    AccountType,
    InstrumentId,
    MarginBalance,
    PositionSide,
    PositionStatusReport,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import absolute, add, div, floor_to, minus, subtract
from dragoman.translate.reads import as_list, finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

PositionSideWord = Literal["net", "long", "short"]

ACCOUNT_TYPE_MARGIN = AccountType.MARGIN
DECIMAL_0 = Decimal("0")
DECIMAL_0_005 = Decimal("0.005")
DECIMAL_0_01 = Decimal("0.01")
DECIMAL_1 = Decimal("1")
DECIMAL_1E_MINUS_8 = Decimal("1E-8")
DECIMAL_5E_MINUS_9 = Decimal("5E-9")
POSITION_SIDE_FLAT = PositionSide.FLAT
POSITION_SIDE_LONG = PositionSide.LONG
POSITION_SIDE_SHORT = PositionSide.SHORT


class BalanceRow(Struct, frozen=True, kw_only=True, gc=False):
    """One currency of the account. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-balance"""

    currency: str = field(name="ccy")
    cash: str = field(name="cashBal")
    available: str | None = field(name="availBal", default=None)
    frozen: str | None = field(name="frozenBal", default=None)
    liability: str | None = field(name="liab", default=None)
    interest: str | None = None


class AccountRow(Struct, frozen=True, kw_only=True, gc=False):
    """The account. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-balance"""

    details: list[BalanceRow]
    initial_margin: str | None = field(name="imr", default=None)
    maintenance_margin: str | None = field(name="mmr", default=None)
    time_ms: str = field(name="uTime")


class LeverageRow(Struct, frozen=True, kw_only=True, gc=False):
    """Leverage of one instrument and side. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-leverage"""

    symbol: str | None = field(name="instId", default=None)
    margin_mode: str = field(name="mgnMode")
    position_side: str = field(name="posSide")
    leverage: Decimal = field(name="lever")


class PositionRow(Struct, frozen=True, kw_only=True, gc=False):
    """One position. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-positions"""

    inst_type: str = field(name="instType")
    symbol: str = field(name="instId")
    position_id: str | None = field(name="posId", default=None)
    side: str | None = field(name="posSide", default=None)
    size: str = field(name="pos")
    size_currency: str | None = field(name="posCcy", default=None)
    average_price: str = field(name="avgPx")
    mark_price: str | None = field(name="markPx", default=None)
    time_ms: str | None = field(name="uTime", default=None)


class GetPositionsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_positions: Positions. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-positions"""

    code: str
    msg: str
    rows: list[PositionRow] = field(name="data")


class GetPositionsHistoryResponseRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetPositionsHistoryResponse."""

    symbol: str = field(name="instId")
    position_id: str = field(name="posId")
    direction: str
    open_price: str = field(name="openAvgPx")
    close_price: str = field(name="closeAvgPx")
    closed_quantity: str = field(name="closeTotalPos")
    realized_pnl: str = field(name="realizedPnl")
    fee: str
    funding_fee: str = field(name="fundingFee")
    liquidation_penalty: str = field(name="liqPenalty")
    currency: str = field(name="ccy")
    opened_ms: str = field(name="cTime")
    time_ms: str = field(name="uTime")


class GetPositionsHistoryResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_positions_history: Positions of the last three months that are closed. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-positions-history"""

    code: str
    msg: str
    rows: list[GetPositionsHistoryResponseRows] = field(name="data")


class GetFeeRatesResponseRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetFeeRatesResponse."""

    inst_type: str = field(name="instType")
    level: str
    maker: str | None = None
    taker: str | None = None
    maker_u: str | None = field(name="makerU", default=None)
    taker_u: str | None = field(name="takerU", default=None)
    time_ms: str = field(name="ts")


class GetFeeRatesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_fee_rates: Fees of the account. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-fee-rates"""

    code: str
    msg: str
    rows: list[GetFeeRatesResponseRows] = field(name="data")


class GetAccountConfigResponseRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetAccountConfigResponse."""

    level: str = field(name="acctLv")
    position_mode: str = field(name="posMode")
    auto_loan: bool | None = field(name="autoLoan", default=None)
    greeks_type: str | None = field(name="greeksType", default=None)
    uid: str


class GetAccountConfigResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_account_config: Mode of the account and of its positions. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-account-configuration"""

    code: str
    msg: str
    rows: list[GetAccountConfigResponseRows] = field(name="data")


class GetLeverageResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_leverage: Leverage of an instrument. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-leverage"""

    code: str
    msg: str
    rows: list[LeverageRow] = field(name="data")


class SetPositionModeResponseRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of SetPositionModeResponse."""

    position_mode: str = field(name="posMode")


class SetPositionModeResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of set_position_mode: Let long and short positions stand beside each other, or net them. https://www.okx.com/docs-v5/en/#trading-account-rest-api-set-position-mode"""

    code: str
    msg: str
    rows: list[SetPositionModeResponseRows] = field(name="data")


class SetLeverageResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of set_leverage: Choose the leverage of an instrument or of a currency. https://www.okx.com/docs-v5/en/#trading-account-rest-api-set-leverage"""

    code: str
    msg: str
    rows: list[LeverageRow] = field(name="data")


class OkxClosedPosition(Struct, frozen=True, kw_only=True):
    """A position that was closed. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-positions-history"""

    instrument_id: InstrumentId
    position_id: str
    direction: str
    open_price: Decimal | None
    close_price: Decimal | None
    closed_quantity: Decimal | None
    realized_pnl: Decimal | None
    fee: Decimal | None  # below zero where it was paid
    funding_fee: Decimal | None
    liquidation_penalty: Decimal | None
    currency: str
    opened_at_ms: int
    ts_event: int
    ts_init: int


class OkxFees(Struct, frozen=True, kw_only=True):
    """Fees of one kind of instruments; below zero is a rebate. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-fee-rates"""

    inst_type: str
    level: str
    maker: Decimal
    taker: Decimal
    ts_event: int
    ts_init: int


class OkxAccountConfig(Struct, frozen=True, kw_only=True):
    """Mode of the account and of its positions. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-account-configuration"""

    level: str  # 1 spot, 2 futures, 3 several currencies, 4 portfolio
    position_mode: str  # long_short_mode or net_mode
    auto_loan: bool
    ts_event: int
    ts_init: int


class OkxLeverage(Struct, frozen=True, kw_only=True):
    """Leverage of an instrument. https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-leverage"""

    instrument_id: InstrumentId
    margin_mode: str
    position_side: str
    leverage: Decimal
    ts_event: int
    ts_init: int


def emit_get_balance(
    scope: Scope, message: AccountRow | list[AccountRow], ts_init: int, out: list[Event]
) -> None:
    """Balances and margins of the account to AccountState."""
    for row in as_list(message):
        try:
            details = len(row.details)
            if details > 0:
                out.append(
                    AccountState(
                        account_id=scope.account_id,
                        account_type=ACCOUNT_TYPE_MARGIN,
                        balances=tuple(
                            AccountBalance(
                                currency=each.currency,
                                total=floor_to(
                                    add(DECIMALS[each.cash] if each.cash else DECIMAL_0, DECIMAL_5E_MINUS_9),
                                    DECIMAL_1E_MINUS_8,
                                ),
                                locked=subtract(
                                    floor_to(
                                        add(
                                            DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                            DECIMAL_5E_MINUS_9,
                                        ),
                                        DECIMAL_1E_MINUS_8,
                                    ),
                                    floor_to(
                                        add(
                                            (
                                                (
                                                    DECIMALS[each.available]
                                                    if each.available
                                                    else subtract(
                                                        DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                                        DECIMALS[each.frozen] if each.frozen else DECIMAL_0,
                                                    )
                                                )
                                                if (DECIMALS[each.cash] if each.cash else DECIMAL_0)
                                                < DECIMAL_0
                                                else max(
                                                    DECIMAL_0,
                                                    min(
                                                        (
                                                            DECIMALS[each.available]
                                                            if each.available
                                                            else subtract(
                                                                (
                                                                    DECIMALS[each.cash]
                                                                    if each.cash
                                                                    else DECIMAL_0
                                                                ),
                                                                (
                                                                    DECIMALS[each.frozen]
                                                                    if each.frozen
                                                                    else DECIMAL_0
                                                                ),
                                                            )
                                                        ),
                                                        DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                                    ),
                                                )
                                            ),
                                            DECIMAL_5E_MINUS_9,
                                        ),
                                        DECIMAL_1E_MINUS_8,
                                    ),
                                ),
                                free=floor_to(
                                    add(
                                        (
                                            (
                                                DECIMALS[each.available]
                                                if each.available
                                                else subtract(
                                                    DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                                    DECIMALS[each.frozen] if each.frozen else DECIMAL_0,
                                                )
                                            )
                                            if (DECIMALS[each.cash] if each.cash else DECIMAL_0) < DECIMAL_0
                                            else max(
                                                DECIMAL_0,
                                                min(
                                                    (
                                                        DECIMALS[each.available]
                                                        if each.available
                                                        else subtract(
                                                            DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                                            (
                                                                DECIMALS[each.frozen]
                                                                if each.frozen
                                                                else DECIMAL_0
                                                            ),
                                                        )
                                                    ),
                                                    DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                                ),
                                            )
                                        ),
                                        DECIMAL_5E_MINUS_9,
                                    ),
                                    DECIMAL_1E_MINUS_8,
                                ),
                            )
                            for each in row.details
                            if each.currency != ""
                        ),
                        margins=tuple(
                            MarginBalance(
                                currency="USD",
                                initial=floor_to(
                                    add(
                                        DECIMALS[each.initial_margin] if each.initial_margin else DECIMAL_0,
                                        DECIMAL_0_005,
                                    ),
                                    DECIMAL_0_01,
                                ),
                                maintenance=floor_to(
                                    add(
                                        (
                                            DECIMALS[each.maintenance_margin]
                                            if each.maintenance_margin
                                            else DECIMAL_0
                                        ),
                                        DECIMAL_0_005,
                                    ),
                                    DECIMAL_0_01,
                                ),
                            )
                            for each in as_list(message)
                            if (DECIMALS[each.initial_margin] if each.initial_margin else DECIMAL_0)
                            != DECIMAL_0
                            or (DECIMALS[each.maintenance_margin] if each.maintenance_margin else DECIMAL_0)
                            != DECIMAL_0
                        ),
                        ts_event=integer(row.time_ms) * 1_000_000,
                        ts_init=ts_init,
                    )
                )
            if details == 0:
                out.append(
                    AccountState(
                        account_id=scope.account_id,
                        account_type=ACCOUNT_TYPE_MARGIN,
                        balances=tuple(
                            AccountBalance(currency="USD", total=DECIMAL_0, locked=DECIMAL_0, free=DECIMAL_0)
                            for each in as_list(message)
                        ),
                        ts_event=integer(row.time_ms) * 1_000_000,
                        ts_init=ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_positions(scope: Scope, message: GetPositionsResponse, ts_init: int, out: list[Event]) -> None:
    """Positions to PositionStatusReport."""
    for row in message.rows:
        size_currency = row.size_currency if row.size_currency is not None else ""
        try:
            size = DECIMALS[row.size] if row.size else DECIMAL_0
            side = row.side or "net"
            if size == DECIMAL_0 or (row.inst_type == "MARGIN" and size_currency == ""):
                position_side = POSITION_SIDE_FLAT
            elif row.inst_type == "MARGIN":
                if size_currency == row.symbol.partition("-")[0]:
                    position_side = POSITION_SIDE_LONG
                else:
                    position_side = POSITION_SIDE_SHORT
            elif side == "long":
                position_side = POSITION_SIDE_LONG
            elif side == "short":
                position_side = POSITION_SIDE_SHORT
            elif size > DECIMAL_0:
                position_side = POSITION_SIDE_LONG
            else:
                position_side = POSITION_SIDE_SHORT
            out.append(
                PositionStatusReport(
                    scope.ids[row.symbol],
                    position_side,
                    (
                        div(
                            absolute(size),
                            (
                                average_price
                                if row.average_price
                                else DECIMALS[row.mark_price] if row.mark_price else DECIMAL_1
                            ),
                            (got_2 if (got_2 := scope.told_int("size_precision")) is not None else 8),
                        )
                        if row.inst_type == "MARGIN"
                        and size_currency == row.symbol.partition("-")[2]
                        and (
                            average_price := (
                                DECIMALS[row.average_price]
                                if row.average_price
                                else DECIMALS[row.mark_price] if row.mark_price else DECIMAL_0
                            )
                        )
                        > DECIMAL_0
                        else (
                            DECIMAL_0 if row.inst_type == "MARGIN" and size_currency == "" else absolute(size)
                        )
                    ),
                    integer(row.time_ms) * 1_000_000 if row.time_ms else ts_init,
                    ts_init,
                    scope.account_id,
                    DECIMALS[row.average_price] if row.average_price else None,
                    (
                        ((row.position_id or "") + "-" + ("LONG" if side == "long" else "SHORT"))
                        if (side != "net" and row.position_id)
                        else None
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_positions_history(
    scope: Scope, message: GetPositionsHistoryResponse, ts_init: int, out: list[Event]
) -> None:
    """Positions of the last three months that are closed to OkxClosedPosition."""
    for row in message.rows:
        try:
            out.append(
                OkxClosedPosition(
                    instrument_id=scope.ids[row.symbol],
                    position_id=row.position_id,
                    direction=row.direction,
                    open_price=DECIMALS[row.open_price] if row.open_price else None,
                    close_price=DECIMALS[row.close_price] if row.close_price else None,
                    closed_quantity=DECIMALS[row.closed_quantity] if row.closed_quantity else None,
                    realized_pnl=DECIMALS[row.realized_pnl] if row.realized_pnl else None,
                    fee=DECIMALS[row.fee] if row.fee else None,
                    funding_fee=DECIMALS[row.funding_fee] if row.funding_fee else None,
                    liquidation_penalty=(
                        DECIMALS[row.liquidation_penalty] if row.liquidation_penalty else None
                    ),
                    currency=row.currency,
                    opened_at_ms=integer(row.opened_ms) * 1_000_000,
                    ts_event=integer(row.time_ms) * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_fee_rates(scope: Scope, message: GetFeeRatesResponse, ts_init: int, out: list[Event]) -> None:
    """Fees of the account to OkxFees."""
    for row in message.rows:
        try:
            if row.maker_u or row.maker:
                out.append(
                    OkxFees(
                        inst_type=row.inst_type,
                        level=row.level,
                        maker=minus(
                            DECIMALS[row.maker_u]
                            if row.maker_u
                            else DECIMALS[row.maker] if row.maker else DECIMAL_0
                        ),
                        taker=minus(
                            DECIMALS[row.taker_u]
                            if row.taker_u
                            else DECIMALS[row.taker] if row.taker else DECIMAL_0
                        ),
                        ts_event=integer(row.time_ms) * 1_000_000,
                        ts_init=ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_account_config(
    scope: Scope, message: GetAccountConfigResponse, ts_init: int, out: list[Event]
) -> None:
    """Mode of the account and of its positions to OkxAccountConfig."""
    for row in message.rows:
        try:
            out.append(
                OkxAccountConfig(
                    level=row.level,
                    position_mode=row.position_mode,
                    auto_loan=row.auto_loan if row.auto_loan is not None else False,
                    ts_event=ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_leverage(scope: Scope, message: GetLeverageResponse, ts_init: int, out: list[Event]) -> None:
    """Leverage of an instrument to OkxLeverage."""
    for row in message.rows:
        try:
            if not (row.symbol):
                continue
            out.append(
                OkxLeverage(
                    instrument_id=scope.ids[row.symbol],
                    margin_mode=row.margin_mode,
                    position_side=row.position_side,
                    leverage=finite(row.leverage),
                    ts_event=ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_set_position_mode(
    scope: Scope, message: SetPositionModeResponse, ts_init: int, out: list[Event]
) -> None:
    """Let long and short positions stand beside each other, or net them to no event."""


def emit_set_leverage(scope: Scope, message: SetLeverageResponse, ts_init: int, out: list[Event]) -> None:
    """Choose the leverage of an instrument or of a currency to no event."""
