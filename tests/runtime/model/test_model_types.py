"""Rules that hold for every type of the model."""

import enum
import json
import pickle
import typing
from decimal import Decimal
from typing import Any

import dragoman.model as m
import msgspec
import pytest

from tests.runtime.model.examples import EVENTS, ID, INSTRUMENTS, LONG

TYPES = list({**m.EVENT_TYPES, **{kind.__name__: kind for kind in m.ORDER_TYPES.values()}}.values())


def mentioned(annotation: Any) -> set[Any]:
    """Every class in an annotation."""
    inside = typing.get_args(annotation)
    return {annotation}.union(*(mentioned(part) for part in inside)) if inside else {annotation}


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: str(kind.__name__))
def test_types_are_frozen_and_their_fields_can_be_read_by_tools(kind: type[msgspec.Struct]) -> None:
    assert kind.__struct_config__.frozen
    hints = typing.get_type_hints(kind)
    for field in msgspec.structs.fields(kind):
        assert field.name in hints
        assert float not in mentioned(hints[field.name])


@pytest.mark.parametrize("kind", list(m.EVENT_TYPES.values()), ids=lambda kind: str(kind.__name__))
def test_every_event_says_when(kind: type[msgspec.Struct]) -> None:
    assert hasattr(kind, "ts_event")
    assert hasattr(kind, "ts_init")


@pytest.mark.parametrize("kind", list(m.ENUM_TYPES.values()), ids=lambda kind: str(kind.__name__))
def test_a_members_value_is_its_name(kind: type[enum.Enum]) -> None:
    if not issubclass(kind, enum.IntFlag):
        assert all(member.value == member.name == str(member) for member in kind)


def test_everything_named_is_there_once() -> None:
    assert len(m.__all__) == len(set(m.__all__))
    assert all(hasattr(m, name) for name in m.__all__)
    assert {*m.EVENT_TYPES, *m.INSTRUMENT_TYPES, *m.ENUM_TYPES} <= set(m.__all__)
    assert set(m.ORDER_TYPES) == set(m.OrderType)


def test_the_busy_types_are_made_by_position_and_cost_the_collector_nothing() -> None:
    for kind in (m.TradeTick, m.QuoteTick, m.OrderBookDeltas, m.Bar):
        assert kind.__struct_config__.gc is False
    trade = m.TradeTick(ID, LONG, LONG, m.AggressorSide.BUYER, m.TradeId("1"), 1, 2)
    assert (trade.price, trade.trade_id, trade.ts_init) == (LONG, "1", 2)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_values_compare_by_content(event: msgspec.Struct) -> None:
    same = msgspec.structs.replace(event)
    assert same == event
    with pytest.raises(AttributeError):
        event.ts_init = 5  # type: ignore[attr-defined]


def test_instruments_can_be_kept_in_sets() -> None:
    assert len({*INSTRUMENTS, *INSTRUMENTS}) == len(INSTRUMENTS)
    assert all(isinstance(one.instrument_class, m.InstrumentClass) for one in INSTRUMENTS)


def test_money_reads_as_amount_and_currency() -> None:
    assert str(m.Money(Decimal("1E-8"), "BTC")) == "0.00000001 BTC"


def test_reports_derive_what_follows_from_them() -> None:
    report = next(event for event in EVENTS if isinstance(event, m.OrderStatusReport))
    assert report.leaves_qty == report.quantity - report.filled_qty
    assert report.is_open
    assert not msgspec.structs.replace(report, order_status=m.OrderStatus.FILLED).is_open
    position = next(event for event in EVENTS if isinstance(event, m.PositionStatusReport))
    assert position.signed_decimal_qty == -position.quantity
    state = next(event for event in EVENTS if isinstance(event, m.AccountState))
    assert (state.assets, state.free) == (("USD",), {"USD": state.balances[0].free})
    bar = next(event for event in EVENTS if isinstance(event, m.Bar))
    assert bar.instrument_id == ID


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_values_travel_to_another_process_and_into_json(event: msgspec.Struct) -> None:
    again = pickle.loads(pickle.dumps(event))
    assert again == event
    assert json.loads(msgspec.json.encode(event, enc_hook=str)).keys() == set(event.__struct_fields__)
