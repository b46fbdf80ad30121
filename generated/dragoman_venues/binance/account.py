"""account of the venue binance. Generated from specs/binance/account.yaml; edit that and run `make generate`."""

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
from msgspec import Raw, Struct, field

from dragoman_venues.binance.orders import Done, PositionKind

MarginMode = Literal["CROSSED", "ISOLATED"]

ACCOUNT_TYPE_CASH = AccountType.CASH
ACCOUNT_TYPE_MARGIN = AccountType.MARGIN
DECIMAL_0 = Decimal("0")
POSITION_SIDE_FLAT = PositionSide.FLAT
POSITION_SIDE_LONG = PositionSide.LONG
POSITION_SIDE_SHORT = PositionSide.SHORT


class SpotBalance(Struct, frozen=True, kw_only=True, gc=False):
    """What a spot account holds of an asset. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#account-information-user_data"""

    asset: str
    free: Decimal
    locked: Decimal


class CrossBalance(Struct, frozen=True, kw_only=True, gc=False):
    """What a cross-margin account holds and owes of an asset. https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/account#query-cross-margin-account-details"""

    asset: str
    free: Decimal
    locked: Decimal
    borrowed: Decimal
    interest: Decimal
    net_asset: Decimal = field(name="netAsset")


class FuturesAsset(Struct, frozen=True, kw_only=True, gc=False):
    """What a futures account holds of an asset. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#account-information-v2"""

    asset: str
    wallet: str | None = field(name="walletBalance", default=None)
    available: str | None = field(name="availableBalance", default=None)
    initial_margin: str | None = field(name="initialMargin", default=None)
    maintenance_margin: str | None = field(name="maintMargin", default=None)
    cross_wallet: Decimal | None = field(name="crossWalletBalance", default=None)


class Position(Struct, frozen=True, kw_only=True, gc=False):
    """A futures position. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#position-information-v3"""

    symbol: str
    amount: Decimal = field(name="positionAmt")
    entry_price: Decimal = field(name="entryPrice")
    position_kind: PositionKind = field(name="positionSide")
    leverage: int | str | None = None
    margin_type: str | None = field(name="marginType", default=None)
    liquidation_price: str | None = field(name="liquidationPrice", default=None)
    unrealized_profit: Decimal | None = field(name="unRealizedProfit", default=None)
    update_time_ms: int | None = field(name="updateTime", default=None)


class LeverageBracket(Struct, frozen=True, kw_only=True, gc=False):
    """Bounds of leverage by notional. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#notional-and-leverage-brackets"""

    bracket: int
    initial_leverage: int = field(name="initialLeverage")
    notional_cap: Decimal | None = field(name="notionalCap", default=None)
    notional_floor: Decimal | None = field(name="notionalFloor", default=None)
    quantity_cap: Decimal | None = field(name="qtyCap", default=None)
    quantity_floor: Decimal | None = field(name="qtyFloor", default=None)
    maintenance_ratio: Decimal = field(name="maintMarginRatio")
    auxiliary: Decimal = field(name="cum")


class IsolatedAsset(Struct, frozen=True, kw_only=True, gc=False):
    """One side of an isolated account. https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/account#query-isolated-margin-account-info"""

    asset: str
    free: Decimal
    locked: Decimal
    borrowed: Decimal
    interest: Decimal
    net: Decimal = field(name="netAsset")
    total: Decimal = field(name="totalAsset")
    can_borrow: bool | None = field(name="borrowEnabled", default=None)
    can_repay: bool | None = field(name="repayEnabled", default=None)


class GetFuturesBalanceRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_futures_balance: Balances of a futures account. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#futures-account-balance-v2"""

    asset: str
    balance: Decimal
    available: Decimal = field(name="availableBalance")
    update_time_ms: int | None = field(name="updateTime", default=None)


class GetSymbolConfigRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_symbol_config: Leverage and margin mode, by contract. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#symbol-configuration"""

    symbol: str
    margin_mode: MarginMode = field(name="marginType")
    auto_add_margin: Raw = field(name="isAutoAddMargin")
    leverage: int
    max_notional: Decimal = field(name="maxNotionalValue")


class GetLeverageBracketsRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_leverage_brackets: Bounds of leverage by notional. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#notional-and-leverage-brackets"""

    symbol: str | None = None
    pair: str | None = None
    notional_coefficient: Decimal | None = field(name="notionalCoef", default=None)
    brackets: list[LeverageBracket]


class GetIncomeRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_income: Profits, fees, funding and transfers of a futures account. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#get-income-history"""

    symbol: str | None = None
    income_type: str = field(name="incomeType")
    income: Decimal
    asset: str
    info: str | None = None
    time_ms: int = field(name="time")
    transaction_id: int | str = field(name="tranId")
    trade_id: int | str | None = field(name="tradeId", default=None)


class GetAccountResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_account: Balances of the spot account. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#account-information-user_data"""

    update_time_ms: int | None = field(name="updateTime", default=None)
    can_trade: bool | None = field(name="canTrade", default=None)
    account_kind: str | None = field(name="accountType", default=None)
    uid: int | None = None
    balances: list[SpotBalance]


class GetMarginAccountResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_margin_account: Balances and debts of the cross-margin account. https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/account#query-cross-margin-account-details"""

    margin_level: Decimal = field(name="marginLevel")
    total_asset_of_btc: Decimal = field(name="totalAssetOfBtc")
    total_liability_of_btc: Decimal = field(name="totalLiabilityOfBtc")
    total_net_asset_of_btc: Decimal = field(name="totalNetAssetOfBtc")
    can_trade: bool | None = field(name="tradeEnabled", default=None)
    assets: list[CrossBalance] = field(name="userAssets")


class GetIsolatedAccountsResponsePairs(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetIsolatedAccountsResponse."""

    symbol: str
    base: IsolatedAsset = field(name="baseAsset")
    quote: IsolatedAsset = field(name="quoteAsset")
    said_enabled: bool | None = field(name="enabled", default=None)
    is_created: bool | None = field(name="isolatedCreated", default=None)
    margin_level: Decimal = field(name="marginLevel")
    margin_level_status: str = field(name="marginLevelStatus")
    margin_ratio: Decimal = field(name="marginRatio")
    index_price: Decimal = field(name="indexPrice")
    liquidate_price: Decimal = field(name="liquidatePrice")
    can_trade: bool = field(name="tradeEnabled")


class GetIsolatedAccountsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_isolated_accounts: Balances and debts of the isolated-margin accounts, one a pair. https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/account#query-isolated-margin-account-info"""

    pairs: list[GetIsolatedAccountsResponsePairs] = field(name="assets")


class GetFuturesAccountResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_futures_account: Balances and margins of a futures account. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#account-information-v2"""

    update_time_ms: int | None = field(name="updateTime", default=None)
    multi_assets_margin: bool | None = field(name="multiAssetsMargin", default=None)
    assets: list[FuturesAsset]


class GetCommissionRateResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_commission_rate: Maker and taker fee of this account for a contract. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#user-commission-rate"""

    symbol: str
    maker_rate: Decimal = field(name="makerCommissionRate")
    taker_rate: Decimal = field(name="takerCommissionRate")


class GetPositionModeResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_position_mode: Whether the account is in hedge mode. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#get-current-position-mode"""

    hedge_mode: bool = field(name="dualSidePosition")


class GetFuturesAccountInUseResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_futures_account_in_use: Balances and margins of a USD-M account, of assets in use alone. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#account-information-v3"""

    update_time_ms: int | None = field(name="updateTime", default=None)
    multi_assets_margin: bool | None = field(name="multiAssetsMargin", default=None)
    assets: list[FuturesAsset]


class SetLeverageResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of set_leverage: Change the leverage of a contract. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#change-initial-leverage"""

    symbol: str
    leverage: int
    max_notional: Decimal | None = field(name="maxNotionalValue", default=None)
    max_quantity: Decimal | None = field(name="maxQty", default=None)


class BorrowOrRepayResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of borrow_or_repay: Borrow an asset on margin, or pay it back. https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/borrow-repay#margin-account-borrow-repay"""

    transaction_id: int = field(name="tranId")


class BinanceLeverage(Struct, frozen=True, kw_only=True):
    """Leverage of a contract and the margin of its positions. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#symbol-configuration"""

    instrument_id: InstrumentId
    leverage: int
    margin_mode: str
    ts_event: int
    ts_init: int


class BinancePositionMode(Struct, frozen=True, kw_only=True):
    """Whether the account holds long and short positions apart. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#get-current-position-mode"""

    hedge_mode: bool
    ts_event: int
    ts_init: int


class BinanceFeeRate(Struct, frozen=True, kw_only=True):
    """Fees of the account for a contract. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#user-commission-rate"""

    instrument_id: InstrumentId
    maker_fee: Decimal
    taker_fee: Decimal
    ts_event: int
    ts_init: int


class BinanceIsolatedMargin(Struct, frozen=True, kw_only=True):
    """What the isolated account of a pair holds and owes. https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/account#query-isolated-margin-account-info"""

    instrument_id: InstrumentId
    margin_level: Decimal
    margin_level_status: str
    margin_ratio: Decimal
    index_price: Decimal
    liquidate_price: Decimal
    can_trade: bool
    base: IsolatedAsset
    quote: IsolatedAsset
    ts_event: int
    ts_init: int


def emit_get_account(scope: Scope, message: GetAccountResponse, ts_init: int, out: list[Event]) -> None:
    """Balances of the spot account to AccountState."""
    out.append(
        AccountState(
            account_id=scope.account_id,
            account_type=ACCOUNT_TYPE_CASH,
            balances=tuple(
                AccountBalance(
                    currency=each.asset,
                    total=add(finite(each.free), finite(each.locked)),
                    locked=finite(each.locked),
                    free=finite(each.free),
                )
                for each in message.balances
            ),
            ts_event=message.update_time_ms * 1_000_000 if message.update_time_ms is not None else ts_init,
            ts_init=ts_init,
        )
    )


def emit_get_margin_account(
    scope: Scope, message: GetMarginAccountResponse, ts_init: int, out: list[Event]
) -> None:
    """Balances and debts of the cross-margin account to AccountState."""
    out.append(
        AccountState(
            account_id=scope.account_id,
            account_type=ACCOUNT_TYPE_MARGIN,
            balances=tuple(
                AccountBalance(
                    currency=each.asset,
                    total=add(finite(each.free), finite(each.locked)),
                    locked=finite(each.locked),
                    free=finite(each.free),
                )
                for each in message.assets
            ),
            info={"margin_level": finite(message.margin_level), "assets": message.assets},
            ts_event=ts_init,
            ts_init=ts_init,
        )
    )


def emit_get_isolated_accounts(
    scope: Scope, message: GetIsolatedAccountsResponse, ts_init: int, out: list[Event]
) -> None:
    """Balances and debts of the isolated-margin accounts, one a pair to BinanceIsolatedMargin."""
    for row in message.pairs:
        try:
            out.append(
                BinanceIsolatedMargin(
                    instrument_id=scope.ids[row.symbol],
                    margin_level=finite(row.margin_level),
                    margin_level_status=row.margin_level_status,
                    margin_ratio=finite(row.margin_ratio),
                    index_price=finite(row.index_price),
                    liquidate_price=finite(row.liquidate_price),
                    can_trade=row.can_trade,
                    base=row.base,
                    quote=row.quote,
                    ts_event=ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.assets", row, error)


def emit_get_futures_account(
    scope: Scope, message: GetFuturesAccountResponse, ts_init: int, out: list[Event]
) -> None:
    """Balances and margins of a futures account to AccountState."""
    out.append(
        AccountState(
            account_id=scope.account_id,
            account_type=ACCOUNT_TYPE_MARGIN,
            balances=tuple(
                AccountBalance(
                    currency=(
                        next((got for got in (scope.told("bnfcr_currency"),) if got is not None), "USDT")
                        if each.asset == "BNFCR"
                        else each.asset
                    ),
                    total=DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                    locked=subtract(
                        DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                        min(
                            (
                                DECIMALS[each.available]
                                if each.available
                                else (
                                    finite(each.cross_wallet)
                                    if each.cross_wallet is not None
                                    else DECIMALS[each.wallet] if each.wallet else DECIMAL_0
                                )
                            ),
                            DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                        ),
                    ),
                    free=min(
                        (
                            DECIMALS[each.available]
                            if each.available
                            else (
                                finite(each.cross_wallet)
                                if each.cross_wallet is not None
                                else DECIMALS[each.wallet] if each.wallet else DECIMAL_0
                            )
                        ),
                        DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                    ),
                )
                for each in message.assets
                if (DECIMALS[each.wallet] if each.wallet else DECIMAL_0) != DECIMAL_0
                or each.asset not in ("BNFCR", "USDT", "USDC")
                or (
                    each.asset != "BNFCR"
                    and next(
                        got if got is not None else DECIMAL_0
                        for got in (
                            next(
                                (
                                    DECIMALS[item.wallet] if item.wallet else None
                                    for item in message.assets
                                    if item.asset == "BNFCR"
                                ),
                                None,
                            ),
                        )
                    )
                    == 0
                )
            ),
            margins=tuple(
                MarginBalance(
                    currency=(
                        next((got for got in (scope.told("bnfcr_currency"),) if got is not None), "USDT")
                        if each.asset == "BNFCR"
                        else each.asset
                    ),
                    initial=DECIMALS[each.initial_margin] if each.initial_margin else DECIMAL_0,
                    maintenance=DECIMALS[each.maintenance_margin] if each.maintenance_margin else DECIMAL_0,
                )
                for each in message.assets
                if (DECIMALS[each.initial_margin] if each.initial_margin else DECIMAL_0) > DECIMAL_0
                or (DECIMALS[each.maintenance_margin] if each.maintenance_margin else DECIMAL_0) > DECIMAL_0
            ),
            ts_event=(
                (message.update_time_ms * 1_000_000 if message.update_time_ms is not None else ts_init)
                if (
                    message.update_time_ms * 1_000_000
                    if message.update_time_ms is not None
                    else 0 * 1_000_000
                )
                > 0 * 1_000_000
                else ts_init
            ),
            ts_init=ts_init,
        )
    )


def emit_get_futures_balance(
    scope: Scope, message: list[GetFuturesBalanceRow], ts_init: int, out: list[Event]
) -> None:
    """Balances of a futures account to AccountState."""
    out.append(
        AccountState(
            account_id=scope.account_id,
            account_type=ACCOUNT_TYPE_MARGIN,
            balances=tuple(
                AccountBalance(
                    currency=(
                        next((got for got in (scope.told("bnfcr_currency"),) if got is not None), "USDT")
                        if each.asset == "BNFCR"
                        else each.asset
                    ),
                    total=finite(each.balance),
                    locked=subtract(finite(each.balance), min(finite(each.available), finite(each.balance))),
                    free=min(finite(each.available), finite(each.balance)),
                )
                for each in message
                if finite(each.balance) != DECIMAL_0
                or each.asset not in ("BNFCR", "USDT", "USDC")
                or (
                    each.asset != "BNFCR"
                    and next(
                        got if got is not None else DECIMAL_0
                        for got in (
                            next((finite(item.balance) for item in message if item.asset == "BNFCR"), None),
                        )
                    )
                    == 0
                )
            ),
            ts_event=ts_init,
            ts_init=ts_init,
        )
    )


def emit_get_positions(scope: Scope, message: list[Position], ts_init: int, out: list[Event]) -> None:
    """Futures positions to PositionStatusReport."""
    for row in message:
        try:
            row_id = scope.ids[row.symbol]
            amount = finite(row.amount)
            out.append(
                PositionStatusReport(
                    row_id,
                    (
                        POSITION_SIDE_LONG
                        if amount > DECIMAL_0
                        else POSITION_SIDE_SHORT if amount < DECIMAL_0 else POSITION_SIDE_FLAT
                    ),
                    absolute(amount),
                    row.update_time_ms * 1_000_000 if row.update_time_ms is not None else ts_init,
                    ts_init,
                    scope.account_id,
                    (
                        entry_price
                        if amount != DECIMAL_0 and (entry_price := finite(row.entry_price)) > DECIMAL_0
                        else None
                    ),
                    row_id + "-" + row.position_kind,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_commission_rate(
    scope: Scope, message: GetCommissionRateResponse, ts_init: int, out: list[Event]
) -> None:
    """Maker and taker fee of this account for a contract to BinanceFeeRate."""
    out.append(
        BinanceFeeRate(
            instrument_id=scope.ids[message.symbol],
            maker_fee=finite(message.maker_rate),
            taker_fee=finite(message.taker_rate),
            ts_event=ts_init,
            ts_init=ts_init,
        )
    )


def emit_get_symbol_config(
    scope: Scope, message: list[GetSymbolConfigRow], ts_init: int, out: list[Event]
) -> None:
    """Leverage and margin mode, by contract to BinanceLeverage."""
    for row in message:
        try:
            out.append(
                BinanceLeverage(
                    instrument_id=scope.ids[row.symbol],
                    leverage=row.leverage,
                    margin_mode=row.margin_mode,
                    ts_event=ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_leverage_brackets(
    scope: Scope,
    message: GetLeverageBracketsRow | list[GetLeverageBracketsRow],
    ts_init: int,
    out: list[Event],
) -> None:
    """Bounds of leverage by notional to no event."""


def emit_get_position_mode(
    scope: Scope, message: GetPositionModeResponse, ts_init: int, out: list[Event]
) -> None:
    """Whether the account is in hedge mode to BinancePositionMode."""
    out.append(BinancePositionMode(hedge_mode=message.hedge_mode, ts_event=ts_init, ts_init=ts_init))


def emit_get_income(scope: Scope, message: list[GetIncomeRow], ts_init: int, out: list[Event]) -> None:
    """Profits, fees, funding and transfers of a futures account to no event."""


def emit_get_leverage(scope: Scope, message: list[Position], ts_init: int, out: list[Event]) -> None:
    """Leverage and margin mode, by contract, as positions tell them to BinanceLeverage."""
    for row in message:
        try:
            if row.leverage is not None:
                out.append(
                    BinanceLeverage(
                        instrument_id=scope.ids[row.symbol],
                        leverage=integer(row.leverage),
                        margin_mode=(
                            "ISOLATED"
                            if (row.margin_type if row.margin_type is not None else "") == "isolated"
                            else "CROSSED"
                        ),
                        ts_event=ts_init,
                        ts_init=ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_futures_account_in_use(
    scope: Scope, message: GetFuturesAccountInUseResponse, ts_init: int, out: list[Event]
) -> None:
    """Balances and margins of a USD-M account, of assets in use alone to AccountState."""
    out.append(
        AccountState(
            account_id=scope.account_id,
            account_type=ACCOUNT_TYPE_MARGIN,
            balances=tuple(
                AccountBalance(
                    currency=(
                        next((got for got in (scope.told("bnfcr_currency"),) if got is not None), "USDT")
                        if each.asset == "BNFCR"
                        else each.asset
                    ),
                    total=DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                    locked=subtract(
                        DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                        min(
                            (
                                DECIMALS[each.available]
                                if each.available
                                else (
                                    finite(each.cross_wallet)
                                    if each.cross_wallet is not None
                                    else DECIMALS[each.wallet] if each.wallet else DECIMAL_0
                                )
                            ),
                            DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                        ),
                    ),
                    free=min(
                        (
                            DECIMALS[each.available]
                            if each.available
                            else (
                                finite(each.cross_wallet)
                                if each.cross_wallet is not None
                                else DECIMALS[each.wallet] if each.wallet else DECIMAL_0
                            )
                        ),
                        DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                    ),
                )
                for each in message.assets
                if (DECIMALS[each.wallet] if each.wallet else DECIMAL_0) != DECIMAL_0
                or each.asset not in ("BNFCR", "USDT", "USDC")
                or (
                    each.asset != "BNFCR"
                    and next(
                        got if got is not None else DECIMAL_0
                        for got in (
                            next(
                                (
                                    DECIMALS[item.wallet] if item.wallet else None
                                    for item in message.assets
                                    if item.asset == "BNFCR"
                                ),
                                None,
                            ),
                        )
                    )
                    == 0
                )
            ),
            margins=tuple(
                MarginBalance(
                    currency=(
                        next((got for got in (scope.told("bnfcr_currency"),) if got is not None), "USDT")
                        if each.asset == "BNFCR"
                        else each.asset
                    ),
                    initial=DECIMALS[each.initial_margin] if each.initial_margin else DECIMAL_0,
                    maintenance=DECIMALS[each.maintenance_margin] if each.maintenance_margin else DECIMAL_0,
                )
                for each in message.assets
                if (DECIMALS[each.initial_margin] if each.initial_margin else DECIMAL_0) > DECIMAL_0
                or (DECIMALS[each.maintenance_margin] if each.maintenance_margin else DECIMAL_0) > DECIMAL_0
            ),
            ts_event=(
                (message.update_time_ms * 1_000_000 if message.update_time_ms is not None else ts_init)
                if (
                    message.update_time_ms * 1_000_000
                    if message.update_time_ms is not None
                    else 0 * 1_000_000
                )
                > 0 * 1_000_000
                else ts_init
            ),
            ts_init=ts_init,
        )
    )


def emit_set_position_mode(scope: Scope, message: Done, ts_init: int, out: list[Event]) -> None:
    """Change to hedge or one-way mode to no event."""


def emit_set_leverage(scope: Scope, message: SetLeverageResponse, ts_init: int, out: list[Event]) -> None:
    """Change the leverage of a contract to no event."""


def emit_borrow_or_repay(
    scope: Scope, message: BorrowOrRepayResponse, ts_init: int, out: list[Event]
) -> None:
    """Borrow an asset on margin, or pay it back to no event."""


emit_get_open_positions = emit_get_positions
emit_get_futures_balance_in_use = emit_get_futures_balance
emit_set_margin_mode = emit_set_position_mode
emit_change_position_margin = emit_set_position_mode
