"""private of the venue binance. Generated from specs/binance/private.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import (
    AccountBalance,
    AccountState,
    AccountType,
    FillReport,
    InstrumentId,
    LiquiditySide,
    Money,
    OrderAccepted,
    OrderStatus,
    OrderStatusReport,
    OrderTriggered,
    OrderType,
    PositionSide,
    PositionStatusReport,
    TimeInForce,
    TrailingOffsetType,
    TriggerType,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import absolute, add, div, multiply, subtract
from dragoman.translate.reads import as_rows, finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Raw, Struct, field

from dragoman_venues.binance.derivatives import SIDE_MEANS, Side
from dragoman_venues.binance.orders import (
    EXECUTION_MEANS,
    FUTURES_EXPIRY_MEANS,
    FUTURES_TYPE_MEANS,
    LIFE_MEANS,
    ORDER_STATE_MEANS,
    SPOT_TYPE_MEANS,
    WORKING_MEANS,
    AlgoState,
    Done,
    OrderState,
    PositionKind,
)

ACCOUNT_TYPE_CASH = AccountType.CASH
ACCOUNT_TYPE_MARGIN = AccountType.MARGIN
DECIMAL_0 = Decimal("0")
DECIMAL_1 = Decimal("1")
LIQUIDITY_SIDE_MAKER = LiquiditySide.MAKER
LIQUIDITY_SIDE_TAKER = LiquiditySide.TAKER
ORDER_STATUS_ACCEPTED = OrderStatus.ACCEPTED
ORDER_STATUS_CANCELED = OrderStatus.CANCELED
ORDER_STATUS_EXPIRED = OrderStatus.EXPIRED
ORDER_STATUS_FILLED = OrderStatus.FILLED
ORDER_STATUS_REJECTED = OrderStatus.REJECTED
ORDER_TYPE_LIMIT = OrderType.LIMIT
ORDER_TYPE_LIMIT_IF_TOUCHED = OrderType.LIMIT_IF_TOUCHED
ORDER_TYPE_MARKET = OrderType.MARKET
ORDER_TYPE_MARKET_IF_TOUCHED = OrderType.MARKET_IF_TOUCHED
ORDER_TYPE_STOP_LIMIT = OrderType.STOP_LIMIT
ORDER_TYPE_STOP_MARKET = OrderType.STOP_MARKET
ORDER_TYPE_TRAILING_STOP_LIMIT = OrderType.TRAILING_STOP_LIMIT
ORDER_TYPE_TRAILING_STOP_MARKET = OrderType.TRAILING_STOP_MARKET
POSITION_SIDE_FLAT = PositionSide.FLAT
POSITION_SIDE_LONG = PositionSide.LONG
POSITION_SIDE_SHORT = PositionSide.SHORT
TIME_IN_FORCE_FOK = TimeInForce.FOK
TIME_IN_FORCE_GTC = TimeInForce.GTC
TIME_IN_FORCE_GTD = TimeInForce.GTD
TIME_IN_FORCE_IOC = TimeInForce.IOC
TRAILING_OFFSET_TYPE_BASIS_POINTS = TrailingOffsetType.BASIS_POINTS
TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET = TrailingOffsetType.NO_TRAILING_OFFSET
TRIGGER_TYPE_LAST_PRICE = TriggerType.LAST_PRICE


class ListedOrder(Struct, frozen=True, kw_only=True, gc=False):
    """An order of a list. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update"""

    symbol: str = field(name="s")
    order_id: int = field(name="i")
    client_order_id: str = field(name="c")


class ChangedBalance(Struct, frozen=True, kw_only=True, gc=False):
    """A balance of futures that changed. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Balance-and-Position-Update"""

    asset: str = field(name="a")
    wallet: Decimal = field(name="wb")
    cross_wallet: Decimal = field(name="cw")
    change: Decimal | None = field(name="bc", default=None)


class ChangedPosition(Struct, frozen=True, kw_only=True, gc=False):
    """A position of futures that changed. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Balance-and-Position-Update"""

    symbol: str = field(name="s")
    amount: Decimal = field(name="pa")
    entry_price: Decimal = field(name="ep")
    unrealized_profit: Decimal | None = field(name="up", default=None)
    margin_type: str | None = field(name="mt", default=None)
    position_kind: PositionKind = field(name="ps")


class LeverageChange(Struct, frozen=True, kw_only=True, gc=False):
    """The leverage of a contract. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Account-Configuration-Update-previous-Leverage-Update"""

    symbol: str = field(name="s")
    leverage: int = field(name="l")


class SpotPosition(Struct, frozen=True, kw_only=True, gc=False):
    """A spot balance in a stream. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#account-update"""

    asset: str = field(name="a")
    free: Decimal = field(name="f")
    locked: Decimal = field(name="l")


class CalledPosition(Struct, frozen=True, kw_only=True, gc=False):
    """A position whose margin is too low. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Margin-Call"""

    symbol: str = field(name="s")
    position_kind: PositionKind = field(name="ps")
    amount: Decimal = field(name="pa")
    margin_type: str = field(name="mt")
    mark_price: Decimal = field(name="mp")
    unrealized_profit: Decimal = field(name="up")
    maintenance_margin: Decimal = field(name="mm")


class CreateListenKeyResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of create_listen_key: A key for the stream of a futures account. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/user-data-streams#start-user-data-stream"""

    listen_key: str = field(name="listenKey")


class KeepListenKeyResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of keep_listen_key: Keep the key of a stream alive for another hour. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/user-data-streams#keepalive-user-data-stream"""

    listen_key: str | None = field(name="listenKey", default=None)


class CreateRiskKeyResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of create_risk_key: A key for the stream that tells how near a margin account is to its liquidation. https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/user-data-stream#start-user-data-stream"""

    listen_key: str = field(name="listenKey")


class CreateListenTokenResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of create_listen_token: A token for the stream of a margin account. https://developers.binance.com/docs/margin_trading/trade-data-stream"""

    token: str
    expiration_time_ms: int = field(name="expirationTime")


class UserFuturesExpired(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of user_futures: expired."""

    e: str
    listen_key: str = field(name="listenKey")


class MarginRiskExpired(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of margin_risk: expired."""

    e: str
    listen_key: str = field(name="listenKey")


class UserSpotSubscribed(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of user_spot: subscribed."""

    id: Raw
    status: int
    result: Raw


class UserSpotRefusedError(Struct, frozen=True, kw_only=True, gc=False):
    """Part of UserSpotRefused."""

    code: int
    msg: str


class UserSpotRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of user_spot: refused."""

    status: int
    error: UserSpotRefusedError


class UserSpotEndedEvent(Struct, frozen=True, kw_only=True, gc=False):
    """Part of UserSpotEnded."""

    e: str


class UserSpotEnded(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of user_spot: ended."""

    subscription_id: int | None = field(name="subscriptionId")
    event: UserSpotEndedEvent


class UserMarginSubscribed(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of user_margin: subscribed."""

    id: Raw
    status: int
    result: Raw


class UserMarginRefusedError(Struct, frozen=True, kw_only=True, gc=False):
    """Part of UserMarginRefused."""

    code: int
    msg: str


class UserMarginRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of user_margin: refused."""

    status: int
    error: UserMarginRefusedError


class UserMarginEndedEvent(Struct, frozen=True, kw_only=True, gc=False):
    """Part of UserMarginEnded."""

    e: str


class UserMarginEnded(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of user_margin: ended."""

    subscription_id: int | None = field(name="subscriptionId")
    event: UserMarginEndedEvent


class OrderUpdateOrder(Struct, frozen=True, kw_only=True, gc=False):
    """Part of OrderUpdate."""

    symbol: str = field(name="s")
    client_order_id: str = field(name="c")
    side: Side = field(name="S")
    type: str = field(name="o")
    life: str = field(name="f")
    original_qty: Decimal = field(name="q")
    price: Decimal = field(name="p")
    average_price: str | None = field(name="ap", default=None)
    stop_price: str | None = field(name="sp", default=None)
    execution: str = field(name="x")
    status: OrderState = field(name="X")
    order_id: int = field(name="i")
    last_qty: Decimal = field(name="l")
    executed_qty: Decimal = field(name="z")
    last_price: Decimal = field(name="L")
    commission_asset: str | None = field(name="N", default=None)
    commission: Decimal | None = field(name="n", default=None)
    trade_id: int = field(name="t")
    is_maker: bool = field(name="m")
    reduce_only: bool | None = field(name="R", default=None)
    working: str | None = field(name="wt", default=None)
    position_kind: PositionKind | None = field(name="ps", default=None)
    callback_rate: str | None = field(name="cr", default=None)
    good_till_ms: int | None = field(name="gtd", default=None)
    expiry_reason: str | None = field(name="er", default=None)


class OrderUpdate(Struct, frozen=True, kw_only=True, tag_field="e", tag="ORDER_TRADE_UPDATE", gc=False):
    """A message of order_update: Futures orders and their fills. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Order-Update"""

    event_time_ms: int = field(name="E")
    order: OrderUpdateOrder = field(name="o")


class OrderUpdateOrderText(Struct, frozen=True, kw_only=True, gc=False):
    """OrderUpdateOrder, its decimals still text."""

    symbol: str = field(name="s")
    client_order_id: str = field(name="c")
    side: Side = field(name="S")
    type: str = field(name="o")
    life: str = field(name="f")
    original_qty: str = field(name="q")
    price: str = field(name="p")
    average_price: str | None = field(name="ap", default=None)
    stop_price: str | None = field(name="sp", default=None)
    execution: str = field(name="x")
    status: OrderState = field(name="X")
    order_id: int = field(name="i")
    last_qty: str = field(name="l")
    executed_qty: str = field(name="z")
    last_price: str = field(name="L")
    commission_asset: str | None = field(name="N", default=None)
    commission: str | None = field(name="n", default=None)
    trade_id: int = field(name="t")
    is_maker: bool = field(name="m")
    reduce_only: bool | None = field(name="R", default=None)
    working: str | None = field(name="wt", default=None)
    position_kind: PositionKind | None = field(name="ps", default=None)
    callback_rate: str | None = field(name="cr", default=None)
    good_till_ms: int | None = field(name="gtd", default=None)
    expiry_reason: str | None = field(name="er", default=None)


class OrderUpdateText(Struct, frozen=True, kw_only=True, tag_field="e", tag="ORDER_TRADE_UPDATE", gc=False):
    """OrderUpdate, its decimals still text."""

    event_time_ms: int = field(name="E")
    order: OrderUpdateOrderText = field(name="o")


class AlgoUpdateOrder(Struct, frozen=True, kw_only=True, gc=False):
    """Part of AlgoUpdate."""

    client_order_id: str = field(name="caid")
    algo_id: int = field(name="aid")
    type: str = field(name="o")
    symbol: str = field(name="s")
    side: Side = field(name="S")
    position_kind: PositionKind | None = field(name="ps", default=None)
    life: str | None = field(name="f", default=None)
    quantity: str | None = field(name="q", default=None)
    state: AlgoState = field(name="X")
    actual_order_id: str | None = field(name="ai", default=None)
    actual_price: str | None = field(name="ap", default=None)
    actual_qty: str | None = field(name="aq", default=None)
    trigger_price: str | None = field(name="tp", default=None)
    price: str | None = field(name="p", default=None)
    working: str = field(name="wt")
    reduce_only: bool | None = field(name="R", default=None)
    callback_rate: str | None = field(name="cr", default=None)
    trigger_time_ms: int | None = field(name="tt", default=None)
    good_till_ms: int | None = field(name="gtd", default=None)
    reject_reason: str | None = field(name="rm", default=None)


class AlgoUpdate(Struct, frozen=True, kw_only=True, tag_field="e", tag="ALGO_UPDATE", gc=False):
    """A message of algo_update: Conditional futures orders. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Algo-Order-Update"""

    event_time_ms: int = field(name="E")
    order: AlgoUpdateOrder = field(name="o")


class TradeLite(Struct, frozen=True, kw_only=True, tag_field="e", tag="TRADE_LITE", gc=False):
    """A message of trade_lite: Futures fills, earlier and without fees. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Trade-Lite"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    client_order_id: str = field(name="c")
    side: Side = field(name="S")
    order_id: int = field(name="i")
    last_qty: Decimal = field(name="l")
    last_price: Decimal = field(name="L")
    trade_id: int = field(name="t")
    is_maker: bool = field(name="m")


class TradeLiteText(Struct, frozen=True, kw_only=True, tag_field="e", tag="TRADE_LITE", gc=False):
    """TradeLite, its decimals still text."""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    client_order_id: str = field(name="c")
    side: Side = field(name="S")
    order_id: int = field(name="i")
    last_qty: str = field(name="l")
    last_price: str = field(name="L")
    trade_id: int = field(name="t")
    is_maker: bool = field(name="m")


class AccountUpdateAccount(Struct, frozen=True, kw_only=True, gc=False):
    """Part of AccountUpdate."""

    reason: str = field(name="m")
    balances: list[ChangedBalance] | None = field(name="B", default=None)
    positions: list[ChangedPosition] | None = field(name="P", default=None)


class AccountUpdate(Struct, frozen=True, kw_only=True, tag_field="e", tag="ACCOUNT_UPDATE", gc=False):
    """A message of account_update: Balances and positions of futures that changed. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Balance-and-Position-Update"""

    event_time_ms: int = field(name="E")
    account: AccountUpdateAccount = field(name="a")


class MarginCall(Struct, frozen=True, kw_only=True, tag_field="e", tag="MARGIN_CALL", gc=False):
    """A message of margin_call: The margin of positions is too low. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Margin-Call"""

    event_time_ms: int = field(name="E")
    cross_wallet: Decimal | None = field(name="cw", default=None)
    positions: list[CalledPosition] = field(name="p")


class AccountConfig(Struct, frozen=True, kw_only=True, tag_field="e", tag="ACCOUNT_CONFIG_UPDATE", gc=False):
    """A message of account_config: Leverage of a contract was changed. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Account-Configuration-Update-previous-Leverage-Update"""

    event_time_ms: int = field(name="E")
    change: LeverageChange | None = field(name="ac", default=None)


class TriggerRejectedOrder(Struct, frozen=True, kw_only=True, gc=False):
    """Part of TriggerRejected."""

    symbol: str = field(name="s")
    order_id: int = field(name="i")
    reason: str = field(name="r")


class TriggerRejected(
    Struct, frozen=True, kw_only=True, tag_field="e", tag="CONDITIONAL_ORDER_TRIGGER_REJECT", gc=False
):
    """A message of trigger_rejected: A conditional order was triggered and then refused. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Conditional-Order-Trigger-Reject"""

    event_time_ms: int = field(name="E")
    order: TriggerRejectedOrder = field(name="or")


class ExecutionReport(Struct, frozen=True, kw_only=True, tag_field="e", tag="executionReport", gc=False):
    """A message of execution_report: Spot and margin orders and their fills. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    client_order_id: str = field(name="c")
    original_client_order_id: str | None = field(name="C", default=None)
    side: Side = field(name="S")
    type: str = field(name="o")
    life: str = field(name="f")
    original_qty: Decimal = field(name="q")
    price: Decimal = field(name="p")
    stop_price: Decimal | None = field(name="P", default=None)
    iceberg_qty: Decimal | None = field(name="F", default=None)
    trailing_delta: int | None = field(name="d", default=None)
    order_list_id: int | None = field(name="g", default=None)
    execution: str = field(name="x")
    status: OrderState = field(name="X")
    reject_reason: str | None = field(name="r", default=None)
    order_id: int = field(name="i")
    last_qty: Decimal = field(name="l")
    executed_qty: Decimal = field(name="z")
    last_price: Decimal = field(name="L")
    commission: Decimal | None = field(name="n", default=None)
    commission_asset: str | None = field(name="N", default=None)
    trade_id: int = field(name="t")
    allocation_id: int | None = field(name="a", default=None)
    is_maker: bool = field(name="m")
    cumulative_quote_qty: Decimal | None = field(name="Z", default=None)
    pegged_price: Decimal | None = field(name="gp", default=None)
    expiry_reason: str | None = field(name="eR", default=None)


class ExecutionReportText(Struct, frozen=True, kw_only=True, tag_field="e", tag="executionReport", gc=False):
    """ExecutionReport, its decimals still text."""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    client_order_id: str = field(name="c")
    original_client_order_id: str | None = field(name="C", default=None)
    side: Side = field(name="S")
    type: str = field(name="o")
    life: str = field(name="f")
    original_qty: str = field(name="q")
    price: str = field(name="p")
    stop_price: str | None = field(name="P", default=None)
    iceberg_qty: str | None = field(name="F", default=None)
    trailing_delta: int | None = field(name="d", default=None)
    order_list_id: int | None = field(name="g", default=None)
    execution: str = field(name="x")
    status: OrderState = field(name="X")
    reject_reason: str | None = field(name="r", default=None)
    order_id: int = field(name="i")
    last_qty: str = field(name="l")
    executed_qty: str = field(name="z")
    last_price: str = field(name="L")
    commission: str | None = field(name="n", default=None)
    commission_asset: str | None = field(name="N", default=None)
    trade_id: int = field(name="t")
    allocation_id: int | None = field(name="a", default=None)
    is_maker: bool = field(name="m")
    cumulative_quote_qty: str | None = field(name="Z", default=None)
    pegged_price: str | None = field(name="gp", default=None)
    expiry_reason: str | None = field(name="eR", default=None)


class AccountPosition(
    Struct, frozen=True, kw_only=True, tag_field="e", tag="outboundAccountPosition", gc=False
):
    """A message of account_position: Balances of spot and margin that may have changed. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#account-update"""

    event_time_ms: int = field(name="E")
    balances: list[SpotPosition] = field(name="B")


class BalanceUpdate(Struct, frozen=True, kw_only=True, tag_field="e", tag="balanceUpdate", gc=False):
    """A message of balance_update: Deposits, withdrawals and transfers. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#balance-update"""

    event_time_ms: int = field(name="E")
    asset: str = field(name="a")
    delta: Decimal = field(name="d")
    clear_time_ms: int = field(name="T")


class ExternalLock(Struct, frozen=True, kw_only=True, tag_field="e", tag="externalLockUpdate", gc=False):
    """A message of external_lock: Part of a spot balance was locked or freed from outside, as collateral. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#external-lock-update"""

    event_time_ms: int = field(name="E")
    asset: str = field(name="a")
    delta: Decimal = field(name="d")
    clear_time_ms: int = field(name="T")


class ListStatus(Struct, frozen=True, kw_only=True, tag_field="e", tag="listStatus", gc=False):
    """A message of list_status: Lists of orders. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    order_list_id: int = field(name="g")
    contingency: str = field(name="c")
    list_status: str = field(name="l")
    order_status: str = field(name="L")
    reject_reason: str = field(name="r")
    list_client_order_id: str = field(name="C")
    orders: list[ListedOrder] = field(name="O")


class MarginLevel(
    Struct, frozen=True, kw_only=True, tag_field="e", tag="MARGIN_LEVEL_STATUS_CHANGE", gc=False
):
    """A message of margin_level: How near a margin account is to its liquidation. https://developers.binance.com/docs/margin_trading/risk-data-stream/Event-Margin-Call"""

    event_time_ms: int = field(name="E")
    margin_level: Decimal = field(name="l")
    status: str = field(name="s")


class Liability(Struct, frozen=True, kw_only=True, tag_field="e", tag="USER_LIABILITY_CHANGE", gc=False):
    """A message of liability: Debts of a margin account that grew or were paid back. https://developers.binance.com/docs/margin_trading/risk-data-stream/Event-Liability-Update"""

    event_time_ms: int = field(name="E")
    asset: str = field(name="a")
    kind: str = field(name="t")
    principal: Decimal = field(name="p")
    interest: Decimal = field(name="i")


class BinanceBalanceUpdate(Struct, frozen=True, kw_only=True):
    """A deposit, withdrawal or transfer changed a balance. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#balance-update"""

    asset: str
    delta: Decimal
    ts_event: int
    ts_init: int


class BinanceExternalLock(Struct, frozen=True, kw_only=True):
    """Part of a spot balance was locked (below zero) or freed from outside. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#external-lock-update"""

    asset: str
    delta: Decimal
    ts_event: int
    ts_init: int


class BinanceMarginLevel(Struct, frozen=True, kw_only=True):
    """The margin level of an account passed a mark. https://developers.binance.com/docs/margin_trading/risk-data-stream/Event-Margin-Call"""

    margin_level: Decimal
    status: str
    ts_event: int
    ts_init: int


class BinanceMarginDebt(Struct, frozen=True, kw_only=True):
    """A debt of a margin account changed. https://developers.binance.com/docs/margin_trading/risk-data-stream/Event-Liability-Update"""

    asset: str
    kind: str
    principal: Decimal
    interest: Decimal
    ts_event: int
    ts_init: int


class BinanceOrderList(Struct, frozen=True, kw_only=True):
    """A list of orders was made, changed or ended. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update"""

    instrument_id: InstrumentId
    order_list_id: int
    contingency: str
    list_status: str
    order_status: str
    list_client_order_id: str
    reject_reason: str
    orders: list[ListedOrder]
    ts_event: int
    ts_init: int


class BinanceFuturesMarginCall(Struct, frozen=True, kw_only=True):
    """The margin of positions is too low. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Margin-Call"""

    cross_wallet: Decimal | None
    positions: list[CalledPosition]
    ts_event: int
    ts_init: int


class BinanceFuturesAccountConfig(Struct, frozen=True, kw_only=True):
    """Leverage of a contract was changed. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Account-Configuration-Update-previous-Leverage-Update"""

    instrument_id: InstrumentId
    leverage: int
    ts_event: int
    ts_init: int


class BinanceFuturesTriggerRejected(Struct, frozen=True, kw_only=True):
    """A conditional order was triggered and then refused. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Conditional-Order-Trigger-Reject"""

    instrument_id: InstrumentId
    venue_order_id: str
    reason: str
    ts_event: int
    ts_init: int


def emit_create_listen_key(
    scope: Scope, message: CreateListenKeyResponse, ts_init: int, out: list[Event]
) -> None:
    """A key for the stream of a futures account to no event."""


def emit_keep_listen_key(
    scope: Scope, message: KeepListenKeyResponse, ts_init: int, out: list[Event]
) -> None:
    """Keep the key of a stream alive for another hour to no event."""


def emit_close_listen_key(scope: Scope, message: Done, ts_init: int, out: list[Event]) -> None:
    """Void the key of a stream to no event."""


def emit_create_risk_key(
    scope: Scope, message: CreateRiskKeyResponse, ts_init: int, out: list[Event]
) -> None:
    """A key for the stream that tells how near a margin account is to its liquidation to no event."""


def emit_create_listen_token(
    scope: Scope, message: CreateListenTokenResponse, ts_init: int, out: list[Event]
) -> None:
    """A token for the stream of a margin account to no event."""


def emit_order_update(scope: Scope, message: OrderUpdateText, ts_init: int, out: list[Event]) -> None:
    """Futures orders and their fills to OrderStatusReport, FillReport."""
    for row in as_rows(message.order):
        try:
            row_id = scope.ids[row.symbol]
            order_id = str(row.order_id)
            side = SIDE_MEANS[row.side]
            life = LIFE_MEANS.means.get(row.life) or LIFE_MEANS.read(row.life, scope)
            status = ORDER_STATE_MEANS[row.status]
            executed_qty = DECIMALS[row.executed_qty]
            event_time_ns = message.event_time_ms * 1_000_000
            client_order_id = scope.codes["ClientId"](row.client_order_id) if row.client_order_id else None
            price = DECIMALS[row.price]
            has_stop_price = (
                stop_price := DECIMALS[row.stop_price] if row.stop_price else DECIMAL_0
            ) > DECIMAL_0
            callback_rate = DECIMALS[row.callback_rate] if row.callback_rate else DECIMAL_0
            has_callback_rate = callback_rate > DECIMAL_0
            position_kind = row_id + "-" + (row.position_kind if row.position_kind is not None else "BOTH")
            if life in {"GTC", "GTX", "GTE_GTC", "other"}:
                time_in_force = TIME_IN_FORCE_GTC
            elif life in {"IOC", "RPI"}:
                time_in_force = TIME_IN_FORCE_IOC
            elif life == "FOK":
                time_in_force = TIME_IN_FORCE_FOK
            else:
                time_in_force = TIME_IN_FORCE_GTD
            out.append(
                OrderStatusReport(
                    row_id,  # instrument_id
                    order_id,  # venue_order_id
                    side,  # order_side
                    (
                        FUTURES_TYPE_MEANS.means.get(row.type) or FUTURES_TYPE_MEANS.read(row.type, scope)
                    ),  # order_type
                    time_in_force,
                    (
                        ORDER_STATUS_REJECTED
                        if status is ORDER_STATUS_EXPIRED
                        and (
                            (
                                FUTURES_EXPIRY_MEANS.means.get(row.expiry_reason)
                                or FUTURES_EXPIRY_MEANS.read(row.expiry_reason, scope)
                            )
                            if row.expiry_reason is not None and row.expiry_reason not in {"0", ""}
                            else "NONE"
                        )
                        == "WOULD_TAKE"
                        and executed_qty == DECIMAL_0
                        else status
                    ),  # order_status
                    DECIMALS[row.original_qty],  # quantity
                    event_time_ns,  # ts_last
                    ts_init,
                    scope.account_id,
                    client_order_id,
                    executed_qty,  # filled_qty
                    (price if price > DECIMAL_0 else None),  # price
                    (
                        (average_price if row.average_price else None)
                        if (
                            executed_qty > DECIMAL_0
                            and (
                                average_price := (
                                    DECIMALS[row.average_price] if row.average_price else DECIMAL_0
                                )
                            )
                            > DECIMAL_0
                        )
                        else None
                    ),  # avg_px
                    ((stop_price if row.stop_price else None) if has_stop_price else None),  # trigger_price
                    (
                        (
                            (WORKING_MEANS.means.get(row.working) or WORKING_MEANS.read(row.working, scope))
                            if row.working is not None
                            else None
                        )
                        if has_stop_price
                        else None
                    ),  # trigger_type
                    (life == "GTX"),  # post_only
                    (row.reduce_only if row.reduce_only is not None else False),  # reduce_only
                    (
                        (
                            FUTURES_EXPIRY_MEANS.means.get(row.expiry_reason)
                            or FUTURES_EXPIRY_MEANS.read(row.expiry_reason, scope)
                        )
                        if row.expiry_reason is not None and row.expiry_reason not in {"0", ""}
                        else None
                    ),  # cancel_reason
                    event_time_ns,  # ts_accepted
                    None,  # display_qty
                    (
                        (row.good_till_ms * 1_000_000 if row.good_till_ms is not None else None)
                        if life == "GTD"
                        else None
                    ),  # expire_time
                    ((multiply(callback_rate, 100)) if has_callback_rate else None),  # trailing_offset
                    (
                        TRAILING_OFFSET_TYPE_BASIS_POINTS
                        if has_callback_rate
                        else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                    ),  # trailing_offset_type
                    position_kind,  # venue_position_id
                )
            )
            if (EXECUTION_MEANS.means.get(row.execution) or EXECUTION_MEANS.read(row.execution, scope)) in {
                "TRADE",
                "CALCULATED",
            } and (last_qty := DECIMALS[row.last_qty]) > DECIMAL_0:
                out.append(
                    FillReport(
                        row_id,  # instrument_id
                        order_id,  # venue_order_id
                        str(row.trade_id),  # trade_id
                        side,  # order_side
                        last_qty,
                        DECIMALS[row.last_price],  # last_px
                        event_time_ns,  # ts_event
                        ts_init,
                        scope.account_id,
                        client_order_id,
                        (
                            (
                                Money(
                                    DECIMALS[row.commission] if row.commission is not None else DECIMAL_0,
                                    (
                                        (
                                            got_2
                                            if (got_2 := scope.told("bnfcr_currency")) is not None
                                            else "USDT"
                                        )
                                        if (row.commission_asset if row.commission_asset is not None else "")
                                        == "BNFCR"
                                        else (
                                            row.commission_asset
                                            if row.commission_asset is not None
                                            else "USDT"
                                        )
                                    ),
                                )
                            )
                            if (
                                row.commission_asset is not None
                                or (DECIMALS[row.commission] if row.commission is not None else DECIMAL_1)
                                == DECIMAL_0
                            )
                            else None
                        ),  # commission
                        (LIQUIDITY_SIDE_MAKER if row.is_maker else LIQUIDITY_SIDE_TAKER),  # liquidity_side
                        None,  # avg_px
                        position_kind,  # venue_position_id
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_algo_update(scope: Scope, message: AlgoUpdate, ts_init: int, out: list[Event]) -> None:
    """Conditional futures orders to OrderAccepted, OrderTriggered, OrderStatusReport."""
    if message.order.state == "NEW":
        out.append(
            OrderAccepted(
                instrument_id=scope.ids[message.order.symbol],
                client_order_id=scope.codes["ClientId"](message.order.client_order_id),
                ts_event=message.event_time_ms * 1_000_000,
                ts_init=ts_init,
                account_id=scope.account_id,
                venue_order_id=str(message.order.algo_id),
            )
        )
    if message.order.state == "TRIGGERED":
        out.append(
            OrderTriggered(
                instrument_id=scope.ids[message.order.symbol],
                client_order_id=scope.codes["ClientId"](message.order.client_order_id),
                ts_event=message.event_time_ms * 1_000_000,
                ts_init=ts_init,
                account_id=scope.account_id,
                venue_order_id=message.order.actual_order_id or str(message.order.algo_id),
            )
        )
    for row in as_rows(message.order):
        try:
            if row.state.upper() not in {"FINISHED", "CANCELED", "EXPIRED", "REJECTED"}:
                continue
            row_id = scope.ids[row.symbol]
            life = (
                (LIFE_MEANS.means.get(row.life) or LIFE_MEANS.read(row.life, scope))
                if row.life is not None
                else "GTC"
            )
            actual_order_id = bool(row.actual_order_id)
            event_time_ns = message.event_time_ms * 1_000_000
            callback_rate = DECIMALS[row.callback_rate] if row.callback_rate else DECIMAL_0
            has_callback_rate = callback_rate > DECIMAL_0
            if life in {"GTC", "GTX", "GTE_GTC", "other"}:
                time_in_force = TIME_IN_FORCE_GTC
            elif life in {"IOC", "RPI"}:
                time_in_force = TIME_IN_FORCE_IOC
            elif life == "FOK":
                time_in_force = TIME_IN_FORCE_FOK
            else:
                time_in_force = TIME_IN_FORCE_GTD
            if row.state in {"NEW", "TRIGGERING", "TRIGGERED"}:
                order_status = ORDER_STATUS_ACCEPTED
            elif row.state == "CANCELED":
                order_status = ORDER_STATUS_CANCELED
            elif row.state == "EXPIRED":
                order_status = ORDER_STATUS_EXPIRED
            elif row.state == "FINISHED":
                if (
                    actual_order_id
                    and (DECIMALS[row.actual_qty] if row.actual_qty else DECIMAL_0) > DECIMAL_0
                ):
                    order_status = ORDER_STATUS_FILLED
                else:
                    order_status = ORDER_STATUS_CANCELED
            else:
                order_status = ORDER_STATUS_REJECTED
            out.append(
                OrderStatusReport(
                    row_id,  # instrument_id
                    (row.actual_order_id or str(row.algo_id)),  # venue_order_id
                    SIDE_MEANS[row.side],  # order_side
                    (
                        FUTURES_TYPE_MEANS.means.get(row.type) or FUTURES_TYPE_MEANS.read(row.type, scope)
                    ),  # order_type
                    time_in_force,
                    order_status,
                    (DECIMALS[row.quantity] if row.quantity else DECIMAL_0),  # quantity
                    event_time_ns,  # ts_last
                    ts_init,
                    scope.account_id,
                    scope.codes["ClientId"](row.client_order_id),  # client_order_id
                    actual_qty := (
                        (DECIMALS[row.actual_qty] if row.actual_qty else DECIMAL_0)
                        if actual_order_id
                        else DECIMAL_0
                    ),  # filled_qty
                    (
                        (price if row.price else None)
                        if ((price := DECIMALS[row.price] if row.price else DECIMAL_0) > DECIMAL_0)
                        else None
                    ),  # price
                    (
                        (actual_price if row.actual_price else None)
                        if (
                            actual_order_id
                            and actual_qty > DECIMAL_0
                            and (
                                actual_price := DECIMALS[row.actual_price] if row.actual_price else DECIMAL_0
                            )
                            > DECIMAL_0
                        )
                        else None
                    ),  # avg_px
                    (
                        (trigger_price if row.trigger_price else None)
                        if (
                            (trigger_price := DECIMALS[row.trigger_price] if row.trigger_price else DECIMAL_0)
                            > DECIMAL_0
                        )
                        else None
                    ),  # trigger_price
                    (
                        WORKING_MEANS.means.get(row.working) or WORKING_MEANS.read(row.working, scope)
                    ),  # trigger_type
                    (life == "GTX"),  # post_only
                    (row.reduce_only if row.reduce_only is not None else False),  # reduce_only
                    (
                        (row.reject_reason or None) if row.state in {"REJECTED", "EXPIRED"} else None
                    ),  # cancel_reason
                    event_time_ns,  # ts_accepted
                    None,  # display_qty
                    (
                        (row.good_till_ms * 1_000_000 if row.good_till_ms is not None else None)
                        if (life == "GTD")
                        else None
                    ),  # expire_time
                    ((multiply(callback_rate, 100)) if has_callback_rate else None),  # trailing_offset
                    (
                        TRAILING_OFFSET_TYPE_BASIS_POINTS
                        if has_callback_rate
                        else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                    ),  # trailing_offset_type
                    (
                        row_id + "-" + (row.position_kind if row.position_kind is not None else "BOTH")
                    ),  # venue_position_id
                    ts_triggered=(
                        (row.trigger_time_ms * 1_000_000 if row.trigger_time_ms is not None else None)
                        if row.state == "FINISHED"
                        else None
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_trade_lite(scope: Scope, message: TradeLiteText, ts_init: int, out: list[Event]) -> None:
    """Futures fills, earlier and without fees to FillReport."""
    out.append(
        FillReport(
            scope.ids[message.symbol],  # instrument_id
            str(message.order_id),  # venue_order_id
            str(message.trade_id),  # trade_id
            SIDE_MEANS[message.side],  # order_side
            DECIMALS[message.last_qty],  # last_qty
            DECIMALS[message.last_price],  # last_px
            (message.event_time_ms * 1_000_000),  # ts_event
            ts_init,
            scope.account_id,
            (
                scope.codes["ClientId"](message.client_order_id) if message.client_order_id else None
            ),  # client_order_id
            None,  # commission
            (LIQUIDITY_SIDE_MAKER if message.is_maker else LIQUIDITY_SIDE_TAKER),  # liquidity_side
        )
    )


def emit_account_update(scope: Scope, message: AccountUpdate, ts_init: int, out: list[Event]) -> None:
    """Balances and positions of futures that changed to AccountState, PositionStatusReport."""
    if len(message.account.balances or []) > 0:
        out.append(
            AccountState(
                account_id=scope.account_id,
                account_type=ACCOUNT_TYPE_MARGIN,
                balances=(
                    tuple(
                        AccountBalance(
                            currency=(
                                next(
                                    (got for got in (scope.told("bnfcr_currency"),) if got is not None),
                                    "USDT",
                                )
                                if each.asset == "BNFCR"
                                else each.asset
                            ),
                            total=finite(each.wallet),
                            locked=subtract(
                                finite(each.wallet), min(finite(each.cross_wallet), finite(each.wallet))
                            ),
                            free=min(finite(each.cross_wallet), finite(each.wallet)),
                        )
                        for each in message.account.balances
                    )
                    if message.account.balances
                    else ()
                ),
                info={"reason": message.account.reason},
                ts_event=message.event_time_ms * 1_000_000,
                ts_init=ts_init,
            )
        )
    for row in message.account.positions or ():
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
                    message.event_time_ms * 1_000_000,
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
            scope.bad_row("$.a.P", row, error)


def emit_margin_call(scope: Scope, message: MarginCall, ts_init: int, out: list[Event]) -> None:
    """The margin of positions is too low to BinanceFuturesMarginCall."""
    out.append(
        BinanceFuturesMarginCall(
            cross_wallet=finite(message.cross_wallet) if message.cross_wallet is not None else None,
            positions=message.positions,
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_account_config(scope: Scope, message: AccountConfig, ts_init: int, out: list[Event]) -> None:
    """Leverage of a contract was changed to BinanceFuturesAccountConfig."""
    for row in as_rows(message.change):
        try:
            out.append(
                BinanceFuturesAccountConfig(
                    instrument_id=scope.ids[row.symbol],
                    leverage=row.leverage,
                    ts_event=message.event_time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.ac", row, error)


def emit_trigger_rejected(scope: Scope, message: TriggerRejected, ts_init: int, out: list[Event]) -> None:
    """A conditional order was triggered and then refused to BinanceFuturesTriggerRejected."""
    out.append(
        BinanceFuturesTriggerRejected(
            instrument_id=scope.ids[message.order.symbol],
            venue_order_id=str(message.order.order_id),
            reason=message.order.reason,
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_execution_report(scope: Scope, message: ExecutionReportText, ts_init: int, out: list[Event]) -> None:
    """Spot and margin orders and their fills to OrderStatusReport, FillReport."""
    instrument_id = scope.ids[message.symbol]
    order_id = str(message.order_id)
    side = SIDE_MEANS[message.side]
    type_ = SPOT_TYPE_MEANS.means.get(message.type) or SPOT_TYPE_MEANS.read(message.type, scope)
    trailing_delta = message.trailing_delta if message.trailing_delta is not None else 0
    life = LIFE_MEANS.means.get(message.life) or LIFE_MEANS.read(message.life, scope)
    status = ORDER_STATE_MEANS[message.status]
    event_time_ns = message.event_time_ms * 1_000_000
    original_client_order_id = (
        scope.codes["ClientId"](message.original_client_order_id)
        if message.original_client_order_id
        else scope.codes["ClientId"](message.client_order_id) if message.client_order_id else None
    )
    executed_qty = DECIMALS[message.executed_qty]
    price = DECIMALS[message.price]
    has_stop_price = (
        stop_price := DECIMALS[message.stop_price] if message.stop_price is not None else DECIMAL_0
    ) > DECIMAL_0
    order_list_id = (
        message.order_list_id
        if message.order_list_id is not None and message.order_list_id not in (-1,)
        else None
    )
    if type_ in {"LIMIT", "LIMIT_MAKER", "other"}:
        order_type = ORDER_TYPE_LIMIT
    elif type_ == "MARKET":
        order_type = ORDER_TYPE_MARKET
    elif type_ == "STOP_LOSS" and not trailing_delta > 0:
        order_type = ORDER_TYPE_STOP_MARKET
    elif type_ == "STOP_LOSS_LIMIT" and not trailing_delta > 0:
        order_type = ORDER_TYPE_STOP_LIMIT
    elif type_ == "TAKE_PROFIT" and not trailing_delta > 0:
        order_type = ORDER_TYPE_MARKET_IF_TOUCHED
    elif type_ == "TAKE_PROFIT_LIMIT" and not trailing_delta > 0:
        order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
    elif type_ in {"STOP_LOSS", "TAKE_PROFIT"} and trailing_delta > 0:
        order_type = ORDER_TYPE_TRAILING_STOP_MARKET
    else:
        order_type = ORDER_TYPE_TRAILING_STOP_LIMIT
    if life in {"GTC", "GTX", "GTE_GTC", "other"}:
        time_in_force = TIME_IN_FORCE_GTC
    elif life in {"IOC", "RPI"}:
        time_in_force = TIME_IN_FORCE_IOC
    elif life == "FOK":
        time_in_force = TIME_IN_FORCE_FOK
    else:
        time_in_force = TIME_IN_FORCE_GTD
    out.append(
        OrderStatusReport(
            instrument_id,
            order_id,  # venue_order_id
            side,  # order_side
            order_type,
            time_in_force,
            status,  # order_status
            DECIMALS[message.original_qty],  # quantity
            event_time_ns,  # ts_last
            ts_init,
            scope.account_id,
            original_client_order_id,  # client_order_id
            executed_qty,  # filled_qty
            (
                got
                if (got := price if price > DECIMAL_0 else None) is not None
                else DECIMALS[message.pegged_price] if message.pegged_price is not None else None
            ),  # price
            (
                (div(cumulative_quote_qty, executed_qty, 16))
                if (
                    executed_qty > DECIMAL_0
                    and (
                        cumulative_quote_qty := (
                            DECIMALS[message.cumulative_quote_qty]
                            if message.cumulative_quote_qty is not None
                            else DECIMAL_0
                        )
                    )
                    > DECIMAL_0
                )
                else None
            ),  # avg_px
            (
                (stop_price if message.stop_price is not None else None) if has_stop_price else None
            ),  # trigger_price
            (TRIGGER_TYPE_LAST_PRICE if has_stop_price else None),  # trigger_type
            (type_ == "LIMIT_MAKER" or life == "GTX"),  # post_only
            False,  # reduce_only
            (
                message.reject_reason
                if message.reject_reason is not None and message.reject_reason not in ("NONE",)
                else message.expiry_reason
            ),  # cancel_reason
            event_time_ns,  # ts_accepted
            (
                (iceberg_qty if message.iceberg_qty is not None else None)
                if (
                    (
                        iceberg_qty := (
                            DECIMALS[message.iceberg_qty] if message.iceberg_qty is not None else DECIMAL_0
                        )
                    )
                    > DECIMAL_0
                )
                else None
            ),  # display_qty
            None,  # expire_time
            ((Decimal(trailing_delta)) if (trailing_delta > 0) else None),  # trailing_offset
            (
                TRAILING_OFFSET_TYPE_BASIS_POINTS
                if trailing_delta > 0
                else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
            ),  # trailing_offset_type
            None,  # venue_position_id
            (str(order_list_id) if order_list_id is not None else None),  # order_list_id
        )
    )
    if (
        (EXECUTION_MEANS.means.get(message.execution) or EXECUTION_MEANS.read(message.execution, scope))
        in {"TRADE", "CALCULATED"}
        and (last_qty := DECIMALS[message.last_qty]) > DECIMAL_0
        and ((last_price := DECIMALS[message.last_price]) > DECIMAL_0 or status is ORDER_STATUS_FILLED)
    ):
        out.append(
            FillReport(
                instrument_id,
                order_id,  # venue_order_id
                (
                    "A" + str(message.allocation_id if message.allocation_id is not None else 0)
                    if message.trade_id < 0
                    else str(message.trade_id)
                ),  # trade_id
                side,  # order_side
                last_qty,
                last_price,  # last_px
                event_time_ns,  # ts_event
                ts_init,
                scope.account_id,
                original_client_order_id,  # client_order_id
                (
                    (
                        Money(
                            DECIMALS[message.commission] if message.commission is not None else DECIMAL_0,
                            message.commission_asset if message.commission_asset is not None else "USDT",
                        )
                    )
                    if (
                        message.commission_asset is not None
                        or (DECIMALS[message.commission] if message.commission is not None else DECIMAL_1)
                        == DECIMAL_0
                    )
                    else None
                ),  # commission
                (LIQUIDITY_SIDE_MAKER if message.is_maker else LIQUIDITY_SIDE_TAKER),  # liquidity_side
            )
        )


def emit_account_position(scope: Scope, message: AccountPosition, ts_init: int, out: list[Event]) -> None:
    """Balances of spot and margin that may have changed to AccountState."""
    out.append(
        AccountState(
            account_id=scope.account_id,
            account_type=ACCOUNT_TYPE_MARGIN if scope.product == "margin" else ACCOUNT_TYPE_CASH,
            balances=tuple(
                AccountBalance(
                    currency=each.asset,
                    total=add(finite(each.free), finite(each.locked)),
                    locked=finite(each.locked),
                    free=finite(each.free),
                )
                for each in message.balances
            ),
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_balance_update(scope: Scope, message: BalanceUpdate, ts_init: int, out: list[Event]) -> None:
    """Deposits, withdrawals and transfers to BinanceBalanceUpdate."""
    out.append(
        BinanceBalanceUpdate(
            asset=message.asset,
            delta=finite(message.delta),
            ts_event=message.clear_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_external_lock(scope: Scope, message: ExternalLock, ts_init: int, out: list[Event]) -> None:
    """Part of a spot balance was locked or freed from outside, as collateral to BinanceExternalLock."""
    out.append(
        BinanceExternalLock(
            asset=message.asset,
            delta=finite(message.delta),
            ts_event=message.clear_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_list_status(scope: Scope, message: ListStatus, ts_init: int, out: list[Event]) -> None:
    """Lists of orders to BinanceOrderList."""
    out.append(
        BinanceOrderList(
            instrument_id=scope.ids[message.symbol],
            order_list_id=message.order_list_id,
            contingency=message.contingency,
            list_status=message.list_status,
            order_status=message.order_status,
            list_client_order_id=message.list_client_order_id,
            reject_reason=message.reject_reason,
            orders=message.orders,
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_margin_level(scope: Scope, message: MarginLevel, ts_init: int, out: list[Event]) -> None:
    """How near a margin account is to its liquidation to BinanceMarginLevel."""
    out.append(
        BinanceMarginLevel(
            margin_level=finite(message.margin_level),
            status=message.status,
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_liability(scope: Scope, message: Liability, ts_init: int, out: list[Event]) -> None:
    """Debts of a margin account that grew or were paid back to BinanceMarginDebt."""
    out.append(
        BinanceMarginDebt(
            asset=message.asset,
            kind=message.kind,
            principal=finite(message.principal),
            interest=finite(message.interest),
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


emit_keep_risk_key = emit_close_listen_key
