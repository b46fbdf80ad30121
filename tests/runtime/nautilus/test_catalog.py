"""What the bridge makes can be filed in a Parquet catalog, and is the same when it is read."""

from __future__ import annotations

import types
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import dragoman
import msgspec
import pytest
from dragoman import model

pytest.importorskip("nautilus_trader")

from dragoman.nautilus import Converter, custom_type, venue_types
from dragoman.nautilus.catalog import put
from nautilus_trader.model.data import CustomData
from nautilus_trader.persistence.catalog.parquet import ParquetDataCatalog
from nautilus_trader.serialization.serializer import MsgSpecSerializer

from tests.runtime.nautilus.test_conversion import CONVERTER, ID, PAIR

LEVELS = [("1.5", "2"), ("1.25", "0.5")]
PRICE = Decimal("1.2345")
MARKET = [
    model.TradeTick(ID, Decimal("1.5"), Decimal("0.1"), model.AggressorSide.BUYER, "7", 5, 6),
    model.QuoteTick(ID, Decimal("1.5"), Decimal("1.6"), Decimal(1), Decimal(2), 5, 6),
    model.Bar(model.BarType(f"{ID}-1-MINUTE-LAST-EXTERNAL"), PRICE, PRICE, PRICE, PRICE, Decimal(3), 5, 6),
    model.MarkPriceUpdate(ID, Decimal("1.2345"), 5, 6),
    model.IndexPriceUpdate(ID, Decimal("1.2345"), 5, 6),
    model.FundingRateUpdate(ID, Decimal("-0.00012345"), 5, 6, None, 9),
    model.InstrumentStatus(
        instrument_id=ID,
        action=model.MarketStatusAction.HALT,
        ts_event=5,
        ts_init=6,
        reason="news",
        is_trading=False,
    ),
    model.InstrumentClose(ID, Decimal("1.5"), model.InstrumentCloseType.END_OF_SESSION, 5, 6),
    model.OrderBookDeltas(ID, LEVELS, [("1.75", "3")], True, 11, 0, 5, 6),
    model.OrderBookDepth10(ID, LEVELS, [("1.75", "3")], [1, 2], [3], 128, 11, 5, 6),
]


def filed(tmp_path: Path, objects: list[Any]) -> ParquetDataCatalog:
    catalog = tmp_path / "catalog"
    put(catalog, tmp_path / "work", objects, 1, 10)
    return ParquetDataCatalog(str(catalog))


@pytest.mark.parametrize("event", MARKET, ids=lambda event: type(event).__name__)
def test_market_data_is_filed_and_read(event: Any, tmp_path: Path) -> None:
    made = CONVERTER.to_nautilus(event)
    catalog = filed(tmp_path, [made])
    (back,) = catalog.query(type(made))
    back = back.data if isinstance(back, CustomData) else back
    if isinstance(event, model.OrderBookDeltas):
        assert CONVERTER.from_nautilus(back).deltas == event.deltas
    elif isinstance(event, model.OrderBookDepth10):
        assert CONVERTER.from_nautilus(back).bid_levels == event.bid_levels
    else:
        assert CONVERTER.from_nautilus(back) == event


def test_an_instrument_is_filed_with_all_its_facts(tmp_path: Path) -> None:
    catalog = filed(tmp_path, [Converter("X").learn(PAIR)])
    (back,) = catalog.instruments()
    assert CONVERTER.from_nautilus(back) == PAIR


@pytest.mark.parametrize("venue", dragoman.venues())
def test_every_type_of_a_venue_is_custom_data_that_can_be_filed_and_sent(venue: str, tmp_path: Path) -> None:
    known = venue_types(venue)
    assert {"DragomanStreamGap", "DragomanOptionGreeks"} <= known.keys()
    module = dragoman.load(venue).module
    for name, made in known.items():
        short = name.removeprefix("Dragoman")
        kind = getattr(model, short, None) or getattr(module, name)
        event = sample(kind)
        wrapped = CONVERTER.to_nautilus(event)
        assert type(wrapped.data) is made is custom_type(kind)
        assert made.from_dict(wrapped.data.to_dict()) == wrapped.data
        serializer = MsgSpecSerializer(encoding=msgspec.msgpack)
        assert serializer.deserialize(serializer.serialize(wrapped.data)) == wrapped.data
        catalog = filed(tmp_path / name, [wrapped])
        (back,) = catalog.query(made)
        assert CONVERTER.from_nautilus(back) == event


def sample(kind: Any) -> Any:
    """A value of a type, every field with something in it."""
    if get_origin(kind) in (Union, types.UnionType):
        return sample(next(each for each in get_args(kind) if each is not type(None)))
    if get_origin(kind) in (tuple, list):
        inner = sample(get_args(kind)[0])
        return (inner,) if get_origin(kind) is tuple else [inner]
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if kind is Any:
        return "anything"
    if get_origin(kind) is not None:
        return {"k": sample(get_args(kind)[1])}
    if kind in (int, bool, str, Decimal):
        return {int: 7, bool: True, str: "é", Decimal: Decimal("1.50")}[kind]
    if issubclass(kind, model.InstrumentId):
        return ID
    if issubclass(kind, Enum):
        return next(iter(kind))
    hints = get_type_hints(kind)
    return kind(**{name: sample(hints[name]) for name in kind.__struct_fields__})
