"""One value of every type of the model, with every field said, and digits that a binary fraction can't hold."""

from decimal import Decimal
from typing import Any

import dragoman.model as m
import msgspec

ID = m.InstrumentId("BTC-USD.X.VENUE")
LONG = Decimal("12345678901234567890.12345678901234567890")
TEN = Decimal("10.50")
OPEN_NS, CLOSE_NS = 1_700_000_000_000_000_001, 1_700_000_060_000_000_002

COMMON: dict[str, Any] = {
    "instrument_id": ID,
    "raw_symbol": "BTC-USD",
    "price_precision": 2,
    "price_increment": Decimal("0.01"),
    "size_precision": 8,
    "size_increment": Decimal("0.00000001"),
    "multiplier": Decimal("1.0"),
    "lot_size": Decimal(1),
    "max_quantity": LONG,
    "min_quantity": Decimal("0.00000001"),
    "max_notional": m.Money(LONG, "USD"),
    "min_notional": m.Money(TEN, "USD"),
    "max_price": LONG,
    "min_price": Decimal("0.01"),
    "margin_init": Decimal("0.05"),
    "margin_maint": Decimal("0.025"),
    "maker_fee": Decimal("-0.0001"),
    "taker_fee": Decimal("0.0004"),
    "tick_scheme": "ODDS",
    "asset_class": m.AssetClass.CRYPTOCURRENCY,
    "is_active": True,
    "keys": {"token_id": "0xff", "asset_index": 107},
    "info": {"legs": [{"ratio": -1}], "rule": "normal", "price": "should stay inside"},
    "ts_event": OPEN_NS,
    "ts_init": CLOSE_NS,
}
SPAN = {"activation_ns": OPEN_NS, "expiration_ns": CLOSE_NS}
COIN: dict[str, Any] = {"quote_currency": "USD", "settlement_currency": "BTC", "is_inverse": True}
LISTED = {"currency": "USD", "underlying": "ES", "exchange": "XCME", **SPAN}
STRIKE = {"option_kind": m.OptionKind.PUT, "strike_price": Decimal("16000.5")}
BET = {
    "currency": "GBP",
    "market_id": "1.185781465",
    "selection_id": 11120000,
    "selection_handicap": Decimal("-1.5"),
    "selection_name": "1. Realaide",
    "event_type_id": 7,
    "event_type_name": "Horse Racing",
    "competition_id": 3,
    "competition_name": "Cup",
    "event_id": 30738595,
    "event_name": "Globe Derby",
    "event_country_code": "AU",
    "event_open_date": OPEN_NS,
    "betting_type": "ODDS",
    "market_name": "R7 1800m",
    "market_type": "WIN",
    "market_start_time": CLOSE_NS,
}
OWN_FIELDS: dict[type[m.Instrument], dict[str, Any]] = {
    m.CurrencyPair: {"base_currency": "BTC", "quote_currency": "USD"},
    m.Cfd: {"base_currency": "XAU", "quote_currency": "USD"},
    m.Commodity: {"quote_currency": "USD"},
    m.CryptoPerpetual: {**COIN, "base_currency": "BTC", "max_leverage": Decimal(40)},
    m.CryptoFuture: {**COIN, **SPAN, "underlying": "BTC"},
    m.CryptoOption: {**COIN, **SPAN, **STRIKE, "underlying": "BTC"},
    m.CryptoFuturesSpread: {**COIN, **SPAN, "underlying": "BTC", "strategy_type": "linear"},
    m.CryptoOptionSpread: {**COIN, **SPAN, "underlying": "BTC", "strategy_type": "vertical"},
    m.Equity: {"currency": "USD", "isin": "US0378331005"},
    m.IndexInstrument: {"currency": "USD"},
    m.FuturesContract: LISTED,
    m.FuturesSpread: {**LISTED, "strategy_type": "EQ"},
    m.OptionContract: {**LISTED, **STRIKE},
    m.OptionSpread: {**LISTED, "strategy_type": "VT"},
    m.BinaryOption: {"currency": "USDC", "outcome": "Yes", "description": "Will it rain?", **SPAN},
    m.BettingInstrument: BET,
}
INSTRUMENTS = [
    msgspec.convert({**COMMON, **own}, kind, dec_hook=lambda kind, text: kind(text))
    for kind, own in OWN_FIELDS.items()
]

STAMPS: dict[str, Any] = {"ts_event": OPEN_NS, "ts_init": CLOSE_NS}
ORDER: dict[str, Any] = {
    "instrument_id": ID,
    "client_order_id": m.ClientOrderId("O-1"),
    "venue_order_id": m.VenueOrderId("77"),
    "account_id": m.AccountId("VENUE-1"),
    "reconciliation": True,
    **STAMPS,
}
ROW = m.OrderBookDelta(
    ID, m.BookAction.ADD, m.OrderSide.BUY, LONG, TEN, 6413238832874, 128, 7, OPEN_NS, CLOSE_NS
)
EVENTS: list[msgspec.Struct] = [
    *INSTRUMENTS,
    m.TradeTick(ID, LONG, TEN, m.AggressorSide.SELLER, m.TradeId("t-1"), OPEN_NS, CLOSE_NS),
    m.QuoteTick(ID, LONG, TEN, LONG, TEN, OPEN_NS, CLOSE_NS),
    m.Bar(m.BarType.of(ID, 5, m.BarAggregation.MINUTE), TEN, LONG, TEN, TEN, LONG, OPEN_NS, CLOSE_NS),
    m.MarkPriceUpdate(ID, LONG, OPEN_NS, CLOSE_NS),
    m.IndexPriceUpdate(ID, LONG, OPEN_NS, CLOSE_NS),
    m.FundingRateUpdate(ID, Decimal("-0.0001"), OPEN_NS, CLOSE_NS, 480, CLOSE_NS),
    m.OptionGreeks(
        instrument_id=ID,
        delta=Decimal("0.5"),
        gamma=Decimal("1E-7"),
        vega=LONG,
        theta=-LONG,
        rho=Decimal(0),
        mark_iv=Decimal("0.5"),
        bid_iv=Decimal("0.4"),
        ask_iv=Decimal("0.6"),
        underlying_price=LONG,
        open_interest=TEN,
        convention=m.GreeksConvention.PRICE_ADJUSTED,
        **STAMPS,
    ),
    m.InstrumentStatus(
        instrument_id=ID,
        action=m.MarketStatusAction.HALT,
        reason="news",
        trading_event="no cancel",
        is_trading=False,
        is_quoting=True,
        is_short_sell_restricted=None,
        **STAMPS,
    ),
    m.InstrumentClose(ID, Decimal("1.00"), m.InstrumentCloseType.CONTRACT_EXPIRED, OPEN_NS, CLOSE_NS),
    m.StreamGap(stream="ws:public", reason="disconnect", from_ns=OPEN_NS, to_ns=CLOSE_NS, instrument_id=ID),
    ROW,
    m.OrderBookDeltas(ID, [["10.50", "1"]], [["10.60", "0"]], False, 7, 128, OPEN_NS, CLOSE_NS),
    m.OrderBookDepth10(ID, [("10.50", "1", 3)], [("10.60", "2", 4)], [3], [4], 32, 7, OPEN_NS, CLOSE_NS),
    m.OrderStatusReport(
        account_id=m.AccountId("VENUE-1"),
        instrument_id=ID,
        venue_order_id=m.VenueOrderId("77"),
        client_order_id=m.ClientOrderId("O-1"),
        order_list_id=m.OrderListId("OL-1"),
        venue_position_id=m.PositionId("P-1"),
        linked_order_ids=(m.ClientOrderId("O-2"),),
        parent_order_id=m.ClientOrderId("O-0"),
        contingency_type=m.ContingencyType.OCO,
        order_side=m.OrderSide.SELL,
        order_type=m.OrderType.TRAILING_STOP_LIMIT,
        time_in_force=m.TimeInForce.GTD,
        order_status=m.OrderStatus.PARTIALLY_FILLED,
        quantity=LONG,
        filled_qty=TEN,
        display_qty=TEN,
        price=LONG,
        trigger_price=LONG,
        trigger_type=m.TriggerType.MARK_PRICE,
        limit_offset=TEN,
        trailing_offset=TEN,
        trailing_offset_type=m.TrailingOffsetType.BASIS_POINTS,
        avg_px=LONG,
        post_only=True,
        reduce_only=True,
        cancel_reason="expired",
        expire_time=CLOSE_NS,
        ts_accepted=OPEN_NS,
        ts_triggered=OPEN_NS,
        ts_last=OPEN_NS,
        ts_init=CLOSE_NS,
    ),
    m.FillReport(
        account_id=m.AccountId("VENUE-1"),
        instrument_id=ID,
        venue_order_id=m.VenueOrderId("77"),
        client_order_id=m.ClientOrderId("O-1"),
        venue_position_id=m.PositionId("P-1"),
        trade_id=m.TradeId("t-1"),
        order_side=m.OrderSide.BUY,
        last_qty=TEN,
        last_px=LONG,
        avg_px=LONG,
        commission=m.Money(Decimal("-0.00000001"), "BTC"),
        liquidity_side=m.LiquiditySide.MAKER,
        **STAMPS,
    ),
    m.PositionStatusReport(
        account_id=m.AccountId("VENUE-1"),
        instrument_id=ID,
        position_side=m.PositionSide.SHORT,
        quantity=TEN,
        venue_position_id=m.PositionId("P-1"),
        avg_px_open=LONG,
        ts_last=OPEN_NS,
        ts_init=CLOSE_NS,
    ),
    m.AccountState(
        account_id=m.AccountId("VENUE-1"),
        account_type=m.AccountType.MARGIN,
        base_currency="USD",
        balances=(m.AccountBalance("USD", LONG, TEN, LONG - TEN),),
        margins=(m.MarginBalance("USD", TEN, Decimal("5.25"), ID),),
        info={"mode": "portfolio"},
        **STAMPS,
    ),
    m.OrderDenied(reason="no price", **ORDER),
    m.OrderSubmitted(**ORDER),
    m.OrderAccepted(**ORDER),
    m.OrderRejected(reason="no margin", code="-2019", due_post_only=False, **ORDER),
    m.OrderUpdated(quantity=TEN, price=LONG, trigger_price=None, **ORDER),
    m.OrderModifyRejected(reason="gone", code="-1", **ORDER),
    m.OrderCanceled(reason="by user", **ORDER),
    m.OrderCancelRejected(reason="gone", code="-2011", **ORDER),
    m.OrderTriggered(**ORDER),
    m.OrderExpired(**ORDER),
    m.OrderFilled(
        trade_id=m.TradeId("t-1"),
        order_side=m.OrderSide.BUY,
        order_type=m.OrderType.LIMIT,
        last_qty=TEN,
        last_px=LONG,
        currency="USD",
        commission=m.Money(TEN, "USD"),
        liquidity_side=m.LiquiditySide.TAKER,
        position_id=m.PositionId("P-1"),
        **ORDER,
    ),
]
BY_NAME = {type(event).__name__: event for event in EVENTS}
assert BY_NAME.keys() == m.EVENT_TYPES.keys()
