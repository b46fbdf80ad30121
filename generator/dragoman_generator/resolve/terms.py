"""The terms of a normalized command: what `$price` and `$side.title` in a specification mean."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman_generator.expr.scope import Binding
from dragoman_generator.expr.types import BOOL, DEC, TEXT, TIME, Enum, Opt, Type, strip_opt
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.reading import model_enum

ENUMS = {
    "type": "OrderType",
    "side": "OrderSide",
    "tif": "TimeInForce",
    "trigger": "TriggerType",
    "offset_type": "TrailingOffsetType",
    "contingency": "ContingencyType",
}
"""Terms that hold a member of a model enum; `trigger` is NO_TRIGGER and `offset_type` NO_TRAILING_OFFSET where the order has none."""
_DECIMALS = (
    *("price", "trigger_price", "activation_price", "display_qty", "trailing_offset", "limit_offset"),
    "filled_qty",
)
"""`filled_qty` is what is filled of an order that is changed, as far as is known."""
_FLAGS = ("post_only", "reduce_only", "quote_quantity")
_UNITS = {"s": 1_000_000_000, "ms": 1_000_000, "us": 1_000, "ns": 1}
_FOLDS = frozenset({"title", "lower", "upper"})


def terms(keys: Iterable[str]) -> dict[str, Type]:
    """Every term with its type; `keys` are those of the venue's products."""
    found: dict[str, Type] = {name: model_enum(enum) for name, enum in ENUMS.items()}
    found |= dict.fromkeys(_FLAGS, BOOL)
    found |= dict.fromkeys(_DECIMALS, Opt(DEC))
    found["quantity"] = Opt(DEC)
    found["expire_time"] = Opt(TIME)
    ids = ("client_order_id", "venue_order_id", "order_list_id", "parent_order_id")
    found |= dict.fromkeys(ids, Opt(TEXT))
    found |= dict.fromkeys(("raw", "instrument_id", "product"), TEXT)
    found |= {f"key_{key}": TEXT for key in keys}
    return found


def bindings(known: dict[str, Type]) -> dict[str, Binding]:
    """The terms as names of expressions."""
    return {name: Binding(kind, f't["{name}"]') for name, kind in known.items()}


def kind_of_input(name: str, known: dict[str, Type]) -> str | None:
    """The kind that an input of that name must have, None for an unknown one."""
    if name == "product":
        return "Product"
    if name in ENUMS:
        return ENUMS[name]
    if name in _FLAGS:
        return "bool"
    term = name.removeprefix("has_")
    return "bool" if term != name and isinstance(known.get(term), Opt) else None


def input_code(name: str) -> str:
    """How an input is read of the terms."""
    term = name.removeprefix("has_")
    return f't["{name}"]' if term == name else f't["{term}"] is not None'


def term_code(text: str, known: dict[str, Type]) -> tuple[str, Type] | str:
    """`$side.title` as (Python over `t`, type); a sentence where it means nothing."""
    head, _, rest = text.removeprefix("$").partition(".")
    if head == "instrument" and rest.startswith("info."):
        name = literal(rest.removeprefix("info."))
        known_there = f'getattr(t.get("instrument"), "info", {{}}).get({name})'
        return known_there, Opt(TEXT)
    if head == "instrument":
        head, rest = {"raw": "raw", "id": "instrument_id", "": "raw"}.get(
            rest, f"key_{rest.removeprefix('key.')}"
        ), ""
    kind = known.get(head)
    if kind is None:
        return f"a command has no term {text!r}"
    code = f't["{head}"]'
    inner = strip_opt(kind)
    if not rest:
        return code, (TEXT if isinstance(inner, Enum) else kind)
    if inner == TIME and rest in _UNITS:
        made = f"{code} // {_UNITS[rest]:_}" if _UNITS[rest] != 1 else code
    elif rest in _FOLDS and (inner == TEXT or isinstance(inner, Enum)):
        made = f"{code}.{rest}()"
    else:
        return f"{head!r} has no {rest!r}"
    if isinstance(kind, Opt):
        return f"None if {code} is None else {made}", Opt(TEXT)
    return made, TEXT
