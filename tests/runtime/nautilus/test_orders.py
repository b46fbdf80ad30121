"""Orders, commands, events, reports and balances keep every digit on their way to NautilusTrader and back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest
from dragoman import model
from dragoman.model import InstrumentId, Money
from dragoman.nautilus.convert import accounts, order_events, orders, reports
from dragoman.nautilus.convert.numbers import Scale
from dragoman.nautilus.convert.words import ORDER_TYPE, TRIGGERED
from dragoman.nautilus.errors import NotInNautilus
from hypothesis import given, settings
from hypothesis import strategies as st
from nautilus_trader.model.identifiers import AccountId
from nautilus_trader.model.identifiers import InstrumentId as TheirId

NAME = InstrumentId("BTC-USDT.X")
SCALE = Scale(TheirId.from_str(str(NAME)), str(NAME), 2, 3)
ACCOUNT = AccountId("X-main")
IDS = orders.Ids("TRADER-001", "S-1", 7)
TYPES = (*orders.ORDER_KINDS.values(),)
texts = st.text("abcXYZ019-_", min_size=1, max_size=20)
times = st.integers(0, 2**62)


def numbers(digits: int, least: int = 1) -> st.SearchStrategy[Decimal]:
    """Exact numbers with at most so many digits after the point."""
    return st.builds(lambda value: Decimal(value).scaleb(-digits), st.integers(least, 10**12))


prices, sizes = numbers(2), numbers(3)
passive = {"post_only": st.booleans(), "display_qty": st.none()}
waiting = {
    "trigger_price": prices,
    "trigger_type": st.sampled_from([t for t in model.TriggerType if t is not model.TriggerType.NO_TRIGGER]),
}
TERMS: dict[model.OrderType, dict[str, Any]] = {
    model.OrderType.MARKET: {},
    model.OrderType.MARKET_TO_LIMIT: {"display_qty": st.none()},
    model.OrderType.LIMIT: {"price": prices, **passive},
    model.OrderType.STOP_MARKET: waiting,
    model.OrderType.MARKET_IF_TOUCHED: waiting,
    model.OrderType.STOP_LIMIT: {"price": prices, **waiting, **passive},
    model.OrderType.LIMIT_IF_TOUCHED: {"price": prices, **waiting, **passive},
}
trailing = {
    "trailing_offset": prices,
    "trailing_offset_type": st.sampled_from([model.TrailingOffsetType.PRICE, model.TrailingOffsetType.TICKS]),
    "trigger_price": st.none() | prices,
    "activation_price": st.none() | prices,
    "trigger_type": waiting["trigger_type"],
}
TERMS[model.OrderType.TRAILING_STOP_MARKET] = trailing
TERMS[model.OrderType.TRAILING_STOP_LIMIT] = {
    **trailing,
    **passive,
    "limit_offset": prices,
    "price": st.none() | prices,
}


@st.composite
def any_order(draw: st.DrawFn) -> model.Order:
    kind = draw(st.sampled_from(TYPES))
    terms = {name: draw(value) for name, value in TERMS[kind.order_type].items()}
    is_market = kind is model.MarketOrder
    life = draw(st.sampled_from([model.TimeInForce.GTC, model.TimeInForce.DAY, model.TimeInForce.GTD]))
    if is_market and life is model.TimeInForce.GTD:
        life = model.TimeInForce.IOC
    expires = draw(st.integers(2**60, 2**62)) if life is model.TimeInForce.GTD else None
    return kind(
        instrument_id=NAME,
        client_order_id=draw(texts),
        order_side=draw(st.sampled_from([model.OrderSide.BUY, model.OrderSide.SELL])),
        quantity=draw(sizes),
        time_in_force=life,
        expire_time=expires,
        reduce_only=draw(st.booleans()),
        quote_quantity=draw(st.booleans()),
        **terms,
    )


@settings(max_examples=150, deadline=None)
@given(any_order())
def test_an_order_comes_back_as_it_went(order: model.Order) -> None:
    assert orders.order_from(orders.order_to(order, SCALE, IDS), str(NAME)) == order


def test_an_order_that_belongs_to_others_says_so_on_both_sides() -> None:
    order = model.LimitOrder(
        instrument_id=NAME,
        client_order_id="C-1",
        order_side=model.OrderSide.BUY,
        quantity=Decimal("1.000"),
        price=Decimal("5.00"),
        contingency_type=model.ContingencyType.OCO,
        order_list_id="L-1",
        linked_order_ids=("C-2",),
    )
    assert orders.order_from(orders.order_to(order, SCALE, IDS), str(NAME)) == order


def test_parameters_of_a_command_go_with_the_order_to_the_venue() -> None:
    order = orders.order_to(
        model.MarketOrder(
            instrument_id=NAME, client_order_id="C", order_side=model.OrderSide.SELL, quantity=Decimal(1)
        ),
        SCALE,
        IDS,
    )
    assert orders.order_from(order, str(NAME), {"isLeverage": 1}).params == {"isLeverage": 1}


commands = st.one_of(
    st.builds(
        model.ModifyOrder,
        instrument_id=st.just(NAME),
        client_order_id=texts,
        venue_order_id=st.none() | texts,
        quantity=sizes,
        price=st.none() | prices,
        trigger_price=st.none() | prices,
    ),
    st.builds(
        model.CancelOrder,
        instrument_id=st.just(NAME),
        client_order_id=texts,
        venue_order_id=st.none() | texts,
    ),
    st.builds(
        model.QueryOrder, instrument_id=st.just(NAME), client_order_id=texts, venue_order_id=st.none() | texts
    ),
    st.builds(
        model.CancelAllOrders, instrument_id=st.just(NAME), order_side=st.sampled_from(model.OrderSide)
    ),
)
BACK: dict[type, Any] = {
    model.ModifyOrder: orders.modify_from,
    model.CancelOrder: orders.cancel_from,
    model.QueryOrder: orders.query_from,
    model.CancelAllOrders: orders.cancel_all_from,
}


@settings(max_examples=80, deadline=None)
@given(commands)
def test_a_command_comes_back_as_it_went(command: Any) -> None:
    assert BACK[type(command)](orders.command_to(command, SCALE, IDS), str(NAME)) == command


about = {
    "instrument_id": st.just(NAME),
    "client_order_id": st.just("C-1"),
    "venue_order_id": texts,
    "account_id": st.just("X-main"),
    "ts_event": times,
    "ts_init": times,
    "reconciliation": st.booleans(),
}
filled = {
    "trade_id": texts,
    "order_side": st.sampled_from([model.OrderSide.BUY, model.OrderSide.SELL]),
    "last_qty": sizes,
    "last_px": prices,
    "commission": st.builds(Money, numbers(8, -(10**12)), st.just("USDT")),
    "liquidity_side": st.sampled_from(model.LiquiditySide),
}
events = st.one_of(
    *(
        st.builds(kind, **about)
        for kind in (model.OrderAccepted, model.OrderCanceled, model.OrderTriggered, model.OrderExpired)
    ),
    *(
        st.builds(kind, reason=texts, **about)
        for kind in (model.OrderModifyRejected, model.OrderCancelRejected)
    ),
    st.builds(
        model.OrderRejected,
        reason=texts,
        due_post_only=st.booleans(),
        **{**about, "venue_order_id": st.none()},
    ),
    st.builds(
        model.OrderUpdated,
        quantity=sizes,
        price=prices,
        trigger_price=st.none() | prices,
        **about,
    ),
    st.builds(
        model.OrderFilled,
        order_type=st.just(model.OrderType.LIMIT),
        currency=st.just("USDT"),
        position_id=st.none() | texts,
        **filled,
        **about,
    ),
)
ORDER = orders.order_to(
    model.LimitOrder(
        instrument_id=NAME,
        client_order_id="C-1",
        order_side=model.OrderSide.BUY,
        quantity=Decimal(4),
        price=Decimal("2.5"),
    ),
    SCALE,
    IDS,
)


@settings(max_examples=150, deadline=None)
@given(events)
def test_an_event_comes_back_as_it_went(event: model.OrderEvent) -> None:
    made = order_events.event_to(event, ORDER, SCALE, ACCOUNT)
    assert made.strategy_id == ORDER.strategy_id
    assert order_events.event_from(made, str(NAME)) == event


def test_what_an_update_leaves_out_stays_as_the_order_has_it() -> None:
    event = model.OrderUpdated(
        instrument_id=NAME, client_order_id="C-1", venue_order_id="V", ts_event=1, ts_init=1, price=Decimal(3)
    )
    made = order_events.event_to(event, ORDER, SCALE, ACCOUNT)
    assert (str(made.quantity), str(made.price), made.trigger_price) == ("4.000", "3.00", None)


def test_a_refusal_has_the_venues_code_before_its_words() -> None:
    event = model.OrderRejected(
        instrument_id=NAME, client_order_id="C-1", ts_event=1, ts_init=1, reason="no", code="51008"
    )
    assert order_events.event_to(event, ORDER, SCALE, ACCOUNT).reason == "51008 no"


order_reports = st.builds(
    model.OrderStatusReport,
    account_id=st.just("X-main"),
    instrument_id=st.just(NAME),
    venue_order_id=texts,
    client_order_id=st.none() | texts,
    venue_position_id=st.none() | texts,
    order_side=st.sampled_from([model.OrderSide.BUY, model.OrderSide.SELL]),
    order_type=st.sampled_from(model.OrderType),
    time_in_force=st.sampled_from(model.TimeInForce),
    order_status=st.sampled_from(model.OrderStatus),
    quantity=sizes.map(lambda each: each + 10**10),
    filled_qty=sizes,
    display_qty=st.none() | sizes,
    price=st.none() | prices,
    trigger_price=prices,
    trigger_type=waiting["trigger_type"],
    trailing_offset=prices,
    trailing_offset_type=trailing["trailing_offset_type"],
    avg_px=st.none() | numbers(9),
    post_only=st.booleans(),
    reduce_only=st.booleans(),
    cancel_reason=st.none() | texts,
    expire_time=st.none() | st.integers(1, 2**62),
    ts_accepted=times,
    ts_triggered=st.none() | st.integers(1, 2**62),
    ts_last=times,
    ts_init=times,
)
fills = st.builds(
    model.FillReport,
    account_id=st.just("X-main"),
    instrument_id=st.just(NAME),
    venue_order_id=texts,
    client_order_id=st.none() | texts,
    venue_position_id=st.none() | texts,
    ts_event=times,
    ts_init=times,
    **filled,
)
positions = st.builds(
    model.PositionStatusReport,
    account_id=st.just("X-main"),
    instrument_id=st.just(NAME),
    position_side=st.sampled_from([model.PositionSide.LONG, model.PositionSide.SHORT]),
    quantity=sizes,
    venue_position_id=st.none() | texts,
    avg_px_open=st.none() | numbers(9),
    ts_last=times,
    ts_init=times,
)


@settings(max_examples=100, deadline=None)
@given(order_reports)
def test_a_report_of_an_order_comes_back_as_it_went(report: model.OrderStatusReport) -> None:
    back = reports.order_report_from(reports.order_report_to(report, SCALE, ACCOUNT), str(NAME))
    if ORDER_TYPE[report.order_type] not in TRIGGERED:
        # Of these a node would take the word for an error.
        is_triggered = report.order_status is model.OrderStatus.TRIGGERED
        status = model.OrderStatus.ACCEPTED if is_triggered else report.order_status
        report = msgspec.structs.replace(report, order_status=status, ts_triggered=None)
    assert back == report


@settings(max_examples=80, deadline=None)
@given(fills)
def test_a_report_of_a_fill_comes_back_as_it_went(fill: model.FillReport) -> None:
    assert reports.fill_report_from(reports.fill_report_to(fill, SCALE, ACCOUNT, "USDT"), str(NAME)) == fill


@settings(max_examples=80, deadline=None)
@given(positions)
def test_a_report_of_a_position_comes_back_as_it_went(report: model.PositionStatusReport) -> None:
    made = reports.position_report_to(report, SCALE, ACCOUNT)
    assert made.signed_decimal_qty == report.signed_decimal_qty
    assert reports.position_report_from(made, str(NAME)) == report


def test_a_netting_account_has_no_ids_of_positions_and_an_unsaid_commission_is_none() -> None:
    fill = model.FillReport(
        instrument_id=NAME,
        venue_order_id="V",
        venue_position_id="P",
        trade_id="T",
        order_side=model.OrderSide.BUY,
        last_qty=Decimal(1),
        last_px=Decimal(1),
        ts_event=1,
        ts_init=1,
    )
    made = reports.fill_report_to(fill, SCALE, ACCOUNT, "USDT", with_position=False)
    assert made.venue_position_id is None and made.commission.as_decimal() == 0


def test_an_order_of_nothing_can_not_be_said() -> None:
    report = model.OrderStatusReport(
        instrument_id=NAME,
        venue_order_id="V",
        order_side=model.OrderSide.BUY,
        order_type=model.OrderType.MARKET,
        time_in_force=model.TimeInForce.GTC,
        order_status=model.OrderStatus.ACCEPTED,
        quantity=Decimal(0),
        ts_last=1,
        ts_init=1,
    )
    with pytest.raises(NotInNautilus, match="quantity"):
        reports.order_report_to(report, SCALE, ACCOUNT)


@st.composite
def any_state(draw: st.DrawFn) -> model.AccountState:
    amounts = numbers(8, 0)
    balances = []
    for currency in draw(st.lists(st.sampled_from(["USDT", "BTC", "EUR"]), min_size=1, unique=True)):
        digits = Decimal("0.01") if currency == "EUR" else Decimal("0.00000001")
        locked, free = (draw(amounts).quantize(digits) for _ in range(2))
        balances.append(model.AccountBalance(currency, locked + free, locked, free))
    margin = model.MarginBalance("USDT", draw(amounts), draw(amounts), draw(st.sampled_from([None, NAME])))
    return model.AccountState(
        account_id="X-main",
        account_type=draw(st.sampled_from(model.AccountType)),
        balances=tuple(balances),
        margins=(margin,),
        reported=draw(st.booleans()),
        ts_event=draw(times),
        ts_init=draw(times),
    )


@settings(max_examples=80, deadline=None)
@given(any_state())
def test_balances_come_back_as_they_went(state: model.AccountState) -> None:
    assert accounts.account_state_from(accounts.account_state_to(state, ACCOUNT)) == state


def test_what_is_free_is_what_is_left_of_the_total_to_the_last_digit() -> None:
    balance = model.AccountBalance("USDT", Decimal("10"), Decimal("3.123456789"), Decimal("6.87"))
    made = accounts.balance_to(balance)
    assert made.free.as_decimal() == Decimal("6.876543211")
    assert msgspec.structs.asdict(accounts.balance_from(made))["free"] == Decimal("6.876543211")
