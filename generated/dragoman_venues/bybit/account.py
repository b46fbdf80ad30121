"""account of the venue bybit. Generated from specs/bybit/account.yaml; edit that and run `make generate`."""

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
from dragoman.translate.functions import absolute, add, subtract
from dragoman.translate.reads import finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

from dragoman_venues.bybit.orders import Answer, Category

PositionSideWord = Literal["Buy", "Sell", "", "None"]
POSITION_SIDE_WORD_MEANS: dict[str, PositionSide] = {
    "Buy": PositionSide.LONG,
    "Sell": PositionSide.SHORT,
    "": PositionSide.FLAT,
    "None": PositionSide.FLAT,
}
MarginMode = Literal["ISOLATED_MARGIN", "REGULAR_MARGIN", "PORTFOLIO_MARGIN"]

ACCOUNT_TYPE_MARGIN = AccountType.MARGIN
DECIMAL_0 = Decimal("0")
POSITION_SIDE_FLAT = PositionSide.FLAT


class Done(Struct, frozen=True, kw_only=True, gc=False):
    """An answer that only says whether it was done. https://bybit-exchange.github.io/docs/v5/position/leverage"""

    code: int = field(name="retCode")
    told: str = field(name="retMsg")


class SubMember(Struct, frozen=True, kw_only=True, gc=False):
    """An account below this one. https://bybit-exchange.github.io/docs/v5/user/subuid-list"""

    member_id: str = field(name="uid")
    name: str = field(name="username")
    kind: int = field(name="memberType")
    status: int
    account_mode: int = field(name="accountMode")


class PositionRow(Struct, frozen=True, kw_only=True, gc=False):
    """One position, on request or live. https://bybit-exchange.github.io/docs/v5/position"""

    category: Category | None = None
    symbol: str
    side: PositionSideWord
    size: str | None = None
    position_index: int | None = field(name="positionIdx", default=None)
    leverage: str | None = None
    average: str | None = field(name="avgPrice", default=None)
    entry: str | None = field(name="entryPrice", default=None)
    updated_ms: str | None = field(name="updatedTime", default=None)


class Coin(Struct, frozen=True, kw_only=True, gc=False):
    """What is held of one coin. https://bybit-exchange.github.io/docs/v5/account/wallet-balance"""

    coin: str
    wallet: str | None = field(name="walletBalance", default=None)
    borrowed: str | None = field(name="spotBorrow", default=None)
    borrow_amount: str | None = field(name="borrowAmount", default=None)
    accrued_interest: str | None = field(name="accruedInterest", default=None)
    locked: str | None = None
    orders_margin: str | None = field(name="totalOrderIM", default=None)
    positions_margin: str | None = field(name="totalPositionIM", default=None)
    maintenance: str | None = field(name="totalPositionMM", default=None)


class WalletRow(Struct, frozen=True, kw_only=True, gc=False):
    """One account with its coins. https://bybit-exchange.github.io/docs/v5/account/wallet-balance"""

    coins: list[Coin] = field(name="coin")


class FeeRate(Struct, frozen=True, kw_only=True, gc=False):
    """Fees of one symbol, or of all options of a base coin. https://bybit-exchange.github.io/docs/v5/account/fee-rate"""

    symbol: str | None = None
    base_coin: str | None = field(name="baseCoin", default=None)
    maker_fee: Decimal = field(name="makerFeeRate")
    taker_fee: Decimal = field(name="takerFeeRate")


class GetWalletBalanceResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetWalletBalanceResponse."""

    accounts: list[WalletRow] = field(name="list")


class GetWalletBalanceResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_wallet_balance: Balances of the account. https://bybit-exchange.github.io/docs/v5/account/wallet-balance"""

    result: GetWalletBalanceResponseResult
    time_ms: int | None = field(name="time", default=None)


class GetPositionsResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetPositionsResponse."""

    rows: list[PositionRow] = field(name="list")
    next_page_cursor: str | None = field(name="nextPageCursor", default=None)


class GetPositionsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_positions: Positions. https://bybit-exchange.github.io/docs/v5/position"""

    result: GetPositionsResponseResult


class GetFeeRatesResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetFeeRatesResponse."""

    rows: list[FeeRate] = field(name="list")


class GetFeeRatesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_fee_rates: Fees of the account. https://bybit-exchange.github.io/docs/v5/account/fee-rate"""

    result: GetFeeRatesResponseResult
    time_ms: int | None = field(name="time", default=None)


class GetAccountInfoResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetAccountInfoResponse."""

    margin_mode: MarginMode = field(name="marginMode")
    unified_status: int = field(name="unifiedMarginStatus")
    spot_hedging: str | None = field(name="spotHedgingStatus", default=None)
    updated_ms: str = field(name="updatedTime")


class GetAccountInfoResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_account_info: Margin mode and state of the account. https://bybit-exchange.github.io/docs/v5/account/account-info"""

    result: GetAccountInfoResponseResult


class GetApiKeyResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetApiKeyResponse."""

    key_id: str = field(name="id")
    read_only: int = field(name="readOnly")
    permissions: dict[str, list[str]]
    addresses: list[str] = field(name="ips")
    uta: int | None = None
    is_master: bool | None = field(name="isMaster", default=None)


class GetApiKeyResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_api_key: The key itself, its permissions and addresses. https://bybit-exchange.github.io/docs/v5/user/apikey-info"""

    result: GetApiKeyResponseResult


class GetSubMembersResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetSubMembersResponse."""

    members: list[SubMember] = field(name="subMembers")


class GetSubMembersResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_sub_members: The accounts below this one. https://bybit-exchange.github.io/docs/v5/user/subuid-list"""

    result: GetSubMembersResponseResult


class GetLeverageResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetLeverageResponse."""

    rows: list[PositionRow] = field(name="list")
    next_page_cursor: str | None = field(name="nextPageCursor", default=None)


class GetLeverageResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_leverage: Leverage of symbols, one row for each side in hedge mode. https://bybit-exchange.github.io/docs/v5/position"""

    result: GetLeverageResponseResult


class BybitFeeRate(Struct, frozen=True, kw_only=True):
    """Fees of the account, for a symbol or for all options of a base coin. https://bybit-exchange.github.io/docs/v5/account/fee-rate"""

    symbol: str | None
    base_coin: str | None
    maker_fee: Decimal
    taker_fee: Decimal
    ts_event: int
    ts_init: int


class BybitAccountMode(Struct, frozen=True, kw_only=True):
    """Margin mode of the account. https://bybit-exchange.github.io/docs/v5/account/account-info"""

    margin_mode: str
    unified_status: int
    ts_event: int
    ts_init: int


class BybitLeverage(Struct, frozen=True, kw_only=True):
    """Leverage of a symbol, and the side of hedge mode that it is for. https://bybit-exchange.github.io/docs/v5/position"""

    instrument_id: InstrumentId
    leverage: Decimal | None
    position_index: int
    ts_event: int
    ts_init: int


def emit_get_wallet_balance(
    scope: Scope, message: GetWalletBalanceResponse, ts_init: int, out: list[Event]
) -> None:
    """Balances of the account to AccountState."""
    for row in message.result.accounts:
        try:
            out.append(
                AccountState(
                    account_id=scope.account_id,
                    account_type=ACCOUNT_TYPE_MARGIN,
                    balances=tuple(
                        AccountBalance(
                            currency=each.coin,
                            total=subtract(
                                DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                                DECIMALS[each.borrowed] if each.borrowed else DECIMAL_0,
                            ),
                            locked=max(
                                DECIMAL_0,
                                min(
                                    DECIMALS[each.locked] if each.locked else DECIMAL_0,
                                    subtract(
                                        DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                                        DECIMALS[each.borrowed] if each.borrowed else DECIMAL_0,
                                    ),
                                ),
                            ),
                            free=subtract(
                                subtract(
                                    DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                                    DECIMALS[each.borrowed] if each.borrowed else DECIMAL_0,
                                ),
                                max(
                                    DECIMAL_0,
                                    min(
                                        DECIMALS[each.locked] if each.locked else DECIMAL_0,
                                        subtract(
                                            DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                                            DECIMALS[each.borrowed] if each.borrowed else DECIMAL_0,
                                        ),
                                    ),
                                ),
                            ),
                        )
                        for each in row.coins
                    ),
                    margins=tuple(
                        MarginBalance(
                            currency=each.coin,
                            initial=add(
                                DECIMALS[each.orders_margin] if each.orders_margin else DECIMAL_0,
                                DECIMALS[each.positions_margin] if each.positions_margin else DECIMAL_0,
                            ),
                            maintenance=DECIMALS[each.maintenance] if each.maintenance else DECIMAL_0,
                        )
                        for each in row.coins
                        if add(
                            add(
                                DECIMALS[each.orders_margin] if each.orders_margin else DECIMAL_0,
                                DECIMALS[each.positions_margin] if each.positions_margin else DECIMAL_0,
                            ),
                            DECIMALS[each.maintenance] if each.maintenance else DECIMAL_0,
                        )
                        > DECIMAL_0
                    ),
                    ts_event=message.time_ms * 1_000_000 if message.time_ms is not None else ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_get_positions(scope: Scope, message: GetPositionsResponse, ts_init: int, out: list[Event]) -> None:
    """Positions to PositionStatusReport."""
    for row in message.result.rows:
        try:
            size = DECIMALS[row.size] if row.size else DECIMAL_0
            position_index = row.position_index if row.position_index is not None else 0
            out.append(
                PositionStatusReport(
                    scope.ids_of(row.category if row.category is not None else scope.product)[row.symbol],
                    POSITION_SIDE_FLAT if size == DECIMAL_0 else POSITION_SIDE_WORD_MEANS[row.side],
                    absolute(size),
                    integer(row.updated_ms) * 1_000_000 if row.updated_ms else ts_init,
                    ts_init,
                    scope.account_id,
                    (
                        average
                        if (
                            size != DECIMAL_0
                            and (
                                average := (
                                    DECIMALS[row.average]
                                    if row.average
                                    else DECIMALS[row.entry] if row.entry else DECIMAL_0
                                )
                            )
                            != DECIMAL_0
                        )
                        else None
                    ),
                    (
                        (
                            row.symbol
                            + "-"
                            + (row.category if row.category is not None else scope.product).upper()
                            + ".BYBIT-"
                            + ("LONG" if position_index == 1 else "SHORT")
                        )
                        if (position_index != 0)
                        else None
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_get_fee_rates(scope: Scope, message: GetFeeRatesResponse, ts_init: int, out: list[Event]) -> None:
    """Fees of the account to BybitFeeRate."""
    for row in message.result.rows:
        try:
            out.append(
                BybitFeeRate(
                    symbol=row.symbol or None,
                    base_coin=row.base_coin or None,
                    maker_fee=finite(row.maker_fee),
                    taker_fee=finite(row.taker_fee),
                    ts_event=message.time_ms * 1_000_000 if message.time_ms is not None else ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_get_account_info(
    scope: Scope, message: GetAccountInfoResponse, ts_init: int, out: list[Event]
) -> None:
    """Margin mode and state of the account to BybitAccountMode."""
    out.append(
        BybitAccountMode(
            margin_mode=message.result.margin_mode,
            unified_status=message.result.unified_status,
            ts_event=integer(message.result.updated_ms) * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_get_api_key(scope: Scope, message: GetApiKeyResponse, ts_init: int, out: list[Event]) -> None:
    """The key itself, its permissions and addresses to no event."""


def emit_get_sub_members(
    scope: Scope, message: GetSubMembersResponse, ts_init: int, out: list[Event]
) -> None:
    """The accounts below this one to no event."""


def emit_get_leverage(scope: Scope, message: GetLeverageResponse, ts_init: int, out: list[Event]) -> None:
    """Leverage of symbols, one row for each side in hedge mode to BybitLeverage."""
    for row in message.result.rows:
        try:
            out.append(
                BybitLeverage(
                    instrument_id=scope.ids[row.symbol],
                    leverage=DECIMALS[row.leverage] if row.leverage else None,
                    position_index=row.position_index if row.position_index is not None else 0,
                    ts_event=ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_set_leverage(scope: Scope, message: Done, ts_init: int, out: list[Event]) -> None:
    """Set the leverage of a symbol to no event."""


def emit_set_trading_stop(scope: Scope, message: Answer, ts_init: int, out: list[Event]) -> None:
    """Take profit, stop loss and trailing stop of a position to no event."""


emit_set_margin_mode = emit_set_leverage
emit_set_position_mode = emit_set_leverage
emit_borrow = emit_set_leverage
emit_repay = emit_set_leverage
