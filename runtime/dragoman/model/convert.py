"""Model values as plain dicts and back: decimals as text, enums by name, times as integers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from enum import Enum, IntFlag
from typing import Any

import msgspec
from msgspec import UNSET, Struct

from dragoman.errors import InvalidIdentifier, ModelDataError
from dragoman.model.book import Level, OrderBookDelta, OrderBookDeltas, OrderBookDepth10, level_rows
from dragoman.model.identifiers import BarType, InstrumentId
from dragoman.model.instruments import Instrument
from dragoman.model.tables import INSTRUMENT_TYPES


def to_dict(event: Struct) -> dict[str, Any]:
    """`{"type": "TradeTick", "price": "27451.00", ...}` for any model value or venue type.

    Decimals keep every digit they hold and never have an exponent. A book message is given as its `deltas`, which are
    read here: raises BookLevelError. A field that JSON has no form for raises ModelDataError.
    """
    name = type(event).__name__
    if isinstance(event, OrderBookDeltas):
        return _book_to_dict(event)
    out = {
        "type": name,
        **{key: value for key, value in _fields_to_dict(event, name).items() if key != "type"},
    }
    if isinstance(event, OrderBookDepth10):
        del out["level_form"]
        out["bids"] = _levels_to_list(level_rows(event.bids), event.bid_levels)
        out["asks"] = _levels_to_list(level_rows(event.asks), event.ask_levels)
    if isinstance(event, Instrument):
        # A venue's own number for an instrument reads like a field, and `keys` tells which these are.
        out.update((key, value) for key, value in out["keys"].items() if key not in out)
    return out


def from_dict(data: Mapping[str, Any]) -> Instrument:
    """The instrument that `to_dict` gave this dict for; raises ModelDataError naming the field that is wrong."""
    name = data.get("type")
    kind = INSTRUMENT_TYPES.get(name) if isinstance(name, str) else None
    if kind is None:
        raise ModelDataError(str(name), "$.type", f"must be one of {', '.join(sorted(INSTRUMENT_TYPES))}")
    names = kind.__struct_fields__
    fields = {key: value for key, value in data.items() if key in names}
    if "instrument_id" not in fields and "id" in data:
        fields["instrument_id"] = data["id"]
    _check_names(kind, data)
    for key, value in fields.items():
        if isinstance(value, float):
            raise ModelDataError(
                kind.__name__, f"$.{key}", f"the float {value!r} isn't exact; give decimal text"
            )
    try:
        made = msgspec.convert(fields, kind, dec_hook=_parse_identifier)
    except msgspec.ValidationError as error:
        why, _, path = str(error).partition(" - at ")
        raise ModelDataError(kind.__name__, path.strip("`") or "$", why) from error
    for key in names:
        value = getattr(made, key)
        if isinstance(value, Decimal) and not value.is_finite():
            raise ModelDataError(kind.__name__, f"$.{key}", f"{value} is no number")
    return made


def _check_names(kind: type[Instrument], data: Mapping[str, Any]) -> None:
    keys = data.get("keys")
    known = {
        "type",
        *kind.__struct_fields__,
        *kind.to_dict_also,
        *(keys if isinstance(keys, Mapping) else ()),
    }
    unknown = sorted(str(key) for key in data if key not in known)
    if unknown:
        raise ModelDataError(kind.__name__, f"$.{unknown[0]}", "there is no such field")


def _parse_identifier(kind: type, value: object) -> object:
    if not isinstance(value, str) or not issubclass(kind, InstrumentId | BarType):
        raise ValueError(f"expected {kind.__name__}, got {type(value).__name__}")
    try:
        return kind.parse(value)
    except InvalidIdentifier as error:
        raise ValueError(str(error)) from error


def _book_to_dict(book: OrderBookDeltas) -> dict[str, Any]:
    rows = book.deltas
    return {
        "type": "OrderBookDeltas",
        "instrument_id": str(book.instrument_id),
        "is_snapshot": book.is_snapshot,
        "sequence": book.sequence,
        "flags": int(book.flags),
        "ts_event": book.ts_event,
        "ts_init": book.ts_init,
        "levels": book.levels,
        "count": len(rows),
        "deltas": [_row_to_dict(row, book) for row in rows],
    }


def _row_to_dict(row: OrderBookDelta, book: OrderBookDeltas) -> dict[str, Any]:
    """A row without what it shares with its message."""
    out: dict[str, Any] = {
        "action": str(row.action),
        "side": str(row.side),
        "price": None if row.price is None else _text(row.price, "price"),
        "size": None if row.size is None else _text(row.size, "size"),
        "order_id": row.order_id,
        "flags": int(row.flags),
    }
    if row.sequence != book.sequence:
        out["sequence"] = row.sequence
    if row.ts_event != book.ts_event:
        out["ts_event"] = row.ts_event
    return out


def _levels_to_list(levels: Sequence[Level], exact: list[tuple[Decimal, Decimal]]) -> list[list[str | int]]:
    """[price, size], and the number of orders where a level carries it as an integer."""
    out: list[list[str | int]] = []
    for level, (price, size) in zip(levels, exact, strict=True):
        row: list[str | int] = [_text(price, "price"), _text(size, "size")]
        if len(level) > 2 and isinstance(count := level[2], int):
            row.append(count)
        out.append(row)
    return out


def _fields_to_dict(value: Struct, path: str) -> dict[str, Any]:
    names = (*value.__struct_fields__, *getattr(value, "to_dict_also", ()))
    return {
        name: _plain(part, f"{path}.{name}") for name in names if (part := getattr(value, name)) is not UNSET
    }


def _plain(value: Any, path: str) -> Any:
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, Decimal):
        return _text(value, path)
    if isinstance(value, Enum):
        return int(value) if isinstance(value, IntFlag) else value.name
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int | float):
        return value
    if isinstance(value, Struct):
        return _fields_to_dict(value, path)
    if isinstance(value, Mapping):
        return {str(_plain(key, path)): _plain(part, f"{path}[{key!r}]") for key, part in value.items()}
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    if isinstance(value, Set):
        return sorted((_plain(part, path) for part in value), key=repr)
    if isinstance(value, Sequence):
        return [_plain(part, f"{path}[{index}]") for index, part in enumerate(value)]
    raise ModelDataError(type(value).__name__, path, "it has no plain form")


def _text(value: Decimal, path: str) -> str:
    if -1000 < value.adjusted() < 1000:
        return f"{value:f}"
    # Written out, a hostile 1e999999999 is a gigabyte.
    raise ModelDataError("Decimal", path, f"{value!r} is too long to write without an exponent")
