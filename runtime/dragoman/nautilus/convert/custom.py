"""Types that NautilusTrader lacks as its custom data: venues' own types, holes in streams, option greeks.

Each becomes a class of its own that wraps the event, known to the message bus and to the catalog.
"""

from __future__ import annotations

import types
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
import pyarrow as pa
from msgspec import Struct
from nautilus_trader.core.data import Data
from nautilus_trader.model.data import CustomData, DataType
from nautilus_trader.model.identifiers import InstrumentId
from nautilus_trader.serialization.arrow.serializer import register_arrow
from nautilus_trader.serialization.base import register_serializable_type

from dragoman import model
from dragoman.nautilus.errors import NotOfDragoman

_TYPES: dict[type[Struct], Any] = {}
_ALWAYS = {"ts_event": pa.int64(), "ts_init": pa.int64()}


def custom_type(kind: type[Struct]) -> Any:
    """The `Data` class for a type of events, registered when it is first asked for.

    Its objects have the event's fields as attributes, `event` itself, `to_dict` and `from_dict`. A venue's types keep their
    names; Dragoman's own have `Dragoman` before theirs.
    """
    found = _TYPES.get(kind)
    if found is None:
        name = f"Dragoman{kind.__name__}" if kind.__name__ in model.EVENT_TYPES else kind.__name__
        found = _TYPES[kind] = _defined(name, kind)
        register_serializable_type(found, found.to_dict, found.from_dict)
        register_arrow(found, found.schema, found.to_arrow, found.from_arrow)
    return found


def venue_types(venue: str) -> dict[str, Any]:
    """Name -> `Data` class of every type that a venue has of its own, and of those that all venues share."""
    from dragoman.venue import load

    module = load(venue.lower()).module
    interface = module.Requests.interface
    gives = [each.gives for each in (*interface.channels.values(), *interface.operations.values())]
    names = {name for each in gives for name in each if name not in model.EVENT_TYPES}
    kinds = [getattr(module, name) for name in sorted(names)]
    return {made.__name__: made for made in map(custom_type, [model.StreamGap, model.OptionGreeks, *kinds])}


def event_type(data_type: Any) -> type[Struct]:
    """The type of events behind a class of custom data; raises NotOfDragoman for a class of somebody else's."""
    for kind, known in _TYPES.items():
        if known is data_type or kind is data_type:
            return kind
    raise NotOfDragoman(data_type.__name__, (each.__name__ for each in _TYPES.values()))


def wrapped(event: Struct, instrument_id: Any = None) -> Any:
    """The event as CustomData, its metadata the instrument that it is about."""
    kind = custom_type(type(event))
    data = kind(event, instrument_id)
    about = getattr(data, "instrument_id", None)
    # Holes are told under one topic, so that one subscription hears of all.
    metadata = {} if about is None or type(event) is model.StreamGap else {"instrument_id": about.value}
    return CustomData(DataType(kind, metadata=metadata), data)


def unwrapped(data: Any) -> Struct:
    """The event of CustomData, or of what it holds."""
    held = data.data if isinstance(data, CustomData) else data
    if type(held) not in _TYPES.values():
        raise NotOfDragoman(type(held).__name__, (each.__name__ for each in _TYPES.values()))
    event: Struct = held.event
    return event


def _defined(name: str, kind: type[Struct]) -> Any:
    hints = get_type_hints(kind)
    columns = {field: _column(hints[field]) for field in kind.__struct_fields__}
    schema = pa.schema({**columns, **_ALWAYS})
    nested = {field for field in columns if columns[field] == pa.string() and not _is_text(hints[field])}

    def init(self: Any, event: Struct, instrument_id: Any = None) -> None:
        self.event = event
        about = getattr(event, "instrument_id", None)
        if about is not None:
            self.instrument_id = instrument_id or InstrumentId.from_str(str(about))

    def attribute(self: Any, field: str) -> Any:
        # An instrument that isn't there must not be there: NautilusTrader asks with hasattr.
        if field == "event" or field == "instrument_id":
            raise AttributeError(field)
        return getattr(self.event, field)

    def to_dict(self: Any) -> dict[str, Any]:
        plain: dict[str, Any] = msgspec.to_builtins(self.event, enc_hook=str)
        return {**plain, "type": name, "ts_event": self.ts_event, "ts_init": self.ts_init}

    def from_dict(values: dict[str, Any]) -> Any:
        said = {key: value for key, value in values.items() if key in columns}
        return made(msgspec.convert(said, kind, dec_hook=lambda wanted, value: wanted(value)))

    def to_arrow(self: Any) -> Any:
        row = {key: value for key, value in to_dict(self).items() if key in schema.names}
        for field in nested:
            row[field] = msgspec.json.encode(row[field]).decode()
        return pa.RecordBatch.from_pylist([row], schema=schema)

    def from_arrow(table: Any) -> list[Any]:
        rows = table.to_pylist()
        for row in rows:
            row.update({field: msgspec.json.decode(row[field]) for field in nested})
        return [from_dict(row) for row in rows]

    made: Any = type(
        name,
        (Data,),
        {
            "__doc__": kind.__doc__,
            "__module__": __name__,
            "__init__": init,
            "__getattr__": attribute,
            "__repr__": lambda self: f"{name}({self.event!r})",
            "__eq__": lambda self, other: type(other) is made and other.event == self.event,
            "__hash__": lambda self: hash((name, self.event.ts_event)),
            "__reduce__": lambda self: (_revived, (kind, self.event, getattr(self, "instrument_id", None))),
            "ts_event": property(lambda self: self.event.ts_event),
            "ts_init": property(lambda self: self.event.ts_init),
            "to_dict": to_dict,
            "from_dict": staticmethod(from_dict),
            "to_arrow": to_arrow,
            "from_arrow": staticmethod(from_arrow),
            "schema": schema,
        },
    )
    return made


def _revived(kind: type[Struct], event: Struct, instrument_id: Any) -> Any:
    return custom_type(kind)(event, instrument_id)


def _column(hint: Any) -> Any:
    """int64 and bool as such; decimals, enums and text as text; everything else as the text of its JSON."""
    parts = _parts(hint)
    if parts == {bool}:
        return pa.bool_()
    if parts == {int}:
        return pa.int64()
    return pa.string()


def _is_text(hint: Any) -> bool:
    parts = _parts(hint)
    return all(isinstance(each, type) and issubclass(each, str | Decimal | Enum) for each in parts)


def _parts(hint: Any) -> set[Any]:
    """The alternatives of a type, None left out."""
    if get_origin(hint) in (Union, types.UnionType):
        return {part for each in get_args(hint) if each is not type(None) for part in _parts(each)}
    return {hint}
