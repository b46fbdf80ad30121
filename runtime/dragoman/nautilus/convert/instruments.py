"""Instruments both ways.

NautilusTrader's classes lack some facts of ours (a venue's keys, what it leaves unsaid); these travel in the object's
`info` under `dragoman`, so that the way back gives the same instrument.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from msgspec.structs import replace
from nautilus_trader.model import instruments as theirs
from nautilus_trader.model.identifiers import InstrumentId, Symbol
from nautilus_trader.model.tick_scheme.base import list_tick_schemes

from dragoman import model
from dragoman.model.convert import from_dict, to_dict
from dragoman.nautilus.convert.instrument_kinds import FIELDS, READ, SAID
from dragoman.nautilus.convert.numbers import (
    decimal_from,
    digits_of,
    money_from,
    money_of,
    price_of,
    quantity_of,
)
from dragoman.nautilus.convert.words import ASSET_CLASS
from dragoman.nautilus.errors import NotInNautilus, NotOfDragoman

_OURS = "dragoman"
_PRICES = ("max_price", "min_price")
_SIZES = ("max_quantity", "min_quantity", "lot_size")
_FRACTIONS = ("margin_init", "margin_maint", "maker_fee", "taker_fee")
_MONEY = ("max_notional", "min_notional")


def to_nautilus(instrument: model.Instrument) -> Any:
    """The object of the same class; raises NotInNautilus where this release has none, or what its numbers raise."""
    name = type(instrument).__name__
    kind = _CLASSES.get(name)
    if kind is None:
        raise NotInNautilus(
            name, str(instrument.instrument_id), f"this release has {', '.join(sorted(_CLASSES))}"
        )
    taken = SAID[name]
    arguments = {key: value for key, value in _common(instrument).items() if key in taken}
    arguments.update(FIELDS[name](instrument))
    if name in _WHOLE_SIZES and (instrument.size_precision or instrument.size_increment != 1):
        raise NotInNautilus(
            f"{name} with fractions", str(instrument.instrument_id), "its sizes of this class are whole"
        )
    try:
        made = kind(**arguments)
    except (ValueError, TypeError, OverflowError) as error:
        raise NotInNautilus(name, str(instrument.instrument_id), str(error)) from error
    unsaid = _differing(instrument, made)
    if unsaid:
        made.info[_OURS] = unsaid
    return made


def from_nautilus(instrument: Any) -> model.Instrument:
    """Dragoman's instrument of the same class; facts that travelled in `info` are put back."""
    name = type(instrument).__name__
    if name not in _CLASSES:
        raise NotOfDragoman(name, _CLASSES)
    said = (instrument.info or {}).get(_OURS, {})
    return _made(said.get("type", name), instrument, said)


def _common(instrument: model.Instrument) -> dict[str, Any]:
    price_digits = max(instrument.price_precision, digits_of(instrument.price_increment))
    size_digits = max(instrument.size_precision, digits_of(instrument.size_increment))
    schemes = set(list_tick_schemes())
    found: dict[str, Any] = {
        "instrument_id": InstrumentId.from_str(str(instrument.instrument_id)),
        "raw_symbol": Symbol(instrument.raw_symbol),
        "asset_class": ASSET_CLASS[instrument.asset_class or model.AssetClass.CRYPTOCURRENCY],
        "price_precision": price_digits,
        "price_increment": price_of(instrument.price_increment, price_digits),
        "size_precision": size_digits,
        "size_increment": quantity_of(instrument.size_increment, size_digits),
        "multiplier": quantity_of(instrument.multiplier),
        "tick_scheme_name": instrument.tick_scheme if instrument.tick_scheme in schemes else None,
        "info": dict(instrument.info),
        "ts_event": instrument.ts_event,
        "ts_init": instrument.ts_init,
    }
    for name in (*_PRICES, *_SIZES):
        number = getattr(instrument, name)
        # Zero is "none" for a venue and an error for NautilusTrader.
        if number:
            found[name] = (
                price_of(number, price_digits) if name in _PRICES else quantity_of(number, size_digits)
            )
    for name in _MONEY:
        money = getattr(instrument, name)
        if money is not None and money.amount:
            found[name] = money_of(money.amount, money.currency)
    for name in _FRACTIONS:
        if getattr(instrument, name) is not None:
            found[name] = getattr(instrument, name)
    return found


def _differing(instrument: model.Instrument, made: Any) -> dict[str, Any]:
    """What the way back would not know by itself, in plain form."""
    back = _made(type(instrument).__name__, made, {})
    plain = to_dict(instrument)
    found = {
        name: plain[name]
        for name in instrument.__struct_fields__
        if name != "info" and getattr(instrument, name) != getattr(back, name)
    }
    if type(made).__name__ != type(instrument).__name__:
        found["type"] = type(instrument).__name__
    return found


def _made(name: str, instrument: Any, said: Mapping[str, Any]) -> model.Instrument:
    kind = model.INSTRUMENT_TYPES[name]
    fields: dict[str, Any] = {
        "instrument_id": model.InstrumentId(str(instrument.id)),
        "raw_symbol": instrument.raw_symbol.value,
        "price_precision": instrument.price_precision,
        "price_increment": decimal_from(instrument.price_increment),
        "size_precision": instrument.size_precision,
        "size_increment": decimal_from(instrument.size_increment),
        "multiplier": decimal_from(instrument.multiplier),
        "tick_scheme": instrument.tick_scheme_name,
        "asset_class": ASSET_CLASS.back(instrument.asset_class),
        "info": {key: value for key, value in (instrument.info or {}).items() if key != _OURS},
        "ts_event": instrument.ts_event,
        "ts_init": instrument.ts_init,
    }
    for each in (*_PRICES, *_SIZES):
        number = getattr(instrument, each)
        fields[each] = None if number is None else decimal_from(number)
    for each in _MONEY:
        money = getattr(instrument, each)
        fields[each] = None if money is None else money_from(money)
    for each in _FRACTIONS:
        fields[each] = getattr(instrument, each) or Decimal(0)
    fields.update(READ[type(instrument).__name__](instrument))
    made = kind(**{key: value for key, value in fields.items() if key in kind.__struct_fields__})
    return _put_back(made, said) if said else made


def _put_back(made: model.Instrument, said: Mapping[str, Any]) -> model.Instrument:
    plain = to_dict(made)
    known = {key: value for key, value in plain.items() if key in made.__struct_fields__ or key == "type"}
    # The venue's own facts stay as they are; their plain form could be another.
    return replace(from_dict({**known, **said, "info": {}}), info=made.info)


_CLASSES: dict[str, Callable[..., Any]] = {
    name: getattr(theirs, name) for name in SAID if hasattr(theirs, name)
} | {"CryptoFuturesSpread": theirs.CryptoFuture}
_WHOLE_SIZES = {"Equity", "FuturesContract", "FuturesSpread", "OptionContract", "OptionSpread"}
