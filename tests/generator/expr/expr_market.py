"""A small market to write expressions about: its scope, and objects shaped like generated Structs."""

import enum
import importlib
from dataclasses import dataclass
from decimal import Decimal

from dragoman_generator.expr import (
    Binding,
    FunctionBinding,
    Scope,
    check,
    compile_python,
    evaluate,
    imports,
    parse,
)
from dragoman_generator.expr.typed import Typed
from dragoman_generator.expr.types import (
    BOOL,
    BYTES,
    DEC,
    DURATION,
    INT,
    TEXT,
    TIME,
    Enum,
    List,
    Opt,
    Record,
    Type,
)


class Side(enum.Enum):
    BUYER = 1
    SELLER = 2
    NONE = 3


@dataclass(frozen=True)
class Filter:
    filter_type: str
    tick_size: Decimal | None
    seen_ms: int | None
    sort: int


@dataclass(frozen=True)
class Detail:
    note: str | None
    start_ms: int
    owner: "Detail | None"


@dataclass(frozen=True)
class Row:
    count: int
    spare_count: int | None
    price: Decimal
    spare_price: Decimal | None
    symbol: str
    spare_symbol: str | None
    body: bytes
    side: Side
    kind: str
    open: bool
    event_ms: int
    spare_event_ms: int | None
    bids: tuple[tuple[Decimal, Decimal], ...]
    filters: tuple[Filter, ...]
    spare_filters: tuple[Filter, ...] | None
    numbers: tuple[int, ...]
    names: tuple[str, ...]
    holes: tuple[int | None, ...]
    detail: Detail | None


SIDE = Enum("Side", ("BUYER", "SELLER", "NONE"), "Side")
KIND = Enum("Kind", ("LIMIT", "MARKET"), wire={"LIMIT": "limit order", "MARKET": "mkt'\"\\"})
FILTER = Record(
    "Filter",
    {"filterType": TEXT, "tickSize": Opt(DEC), "seen": Opt(TIME), "class": INT},
    {"filterType": "filter_type", "tickSize": "tick_size", "seen": "seen_ms", "class": "sort"},
    {"seen": 1_000_000},
)
LEVEL = Record("Level", {"px": DEC, "size": DEC}, {"px": 0, "size": 1})
OWNER = Record("Owner", {"note": Opt(TEXT), "start": TIME}, {"start": "start_ms"}, {"start": 1_000_000})
DETAIL = Record(
    "Detail",
    {"note": Opt(TEXT), "start": TIME, "owner": Opt(OWNER)},
    {"start": "start_ms"},
    {"start": 1_000_000},
)

NAMES: dict[str, tuple[Type, str]] = {
    "count": (INT, "row.count"),
    "spareCount": (Opt(INT), "row.spare_count"),
    "price": (DEC, "row.price"),
    "sparePrice": (Opt(DEC), "row.spare_price"),
    "symbol": (TEXT, "row.symbol"),
    "spareSymbol": (Opt(TEXT), "row.spare_symbol"),
    "body": (BYTES, "row.body"),
    "side": (SIDE, "row.side"),
    "kind": (KIND, "row.kind"),
    "open": (BOOL, "row.open"),
    "event": (TIME, "row.event_ms * 1_000_000"),
    "spareEvent": (Opt(TIME), "row.spare_event_ms * 1_000_000 if row.spare_event_ms is not None else None"),
    "pause": (DURATION, "row.count * 1_000"),
    "bids": (List(LEVEL), "row.bids"),
    "filters": (List(FILTER), "row.filters"),
    "spareFilters": (Opt(List(FILTER)), "row.spare_filters"),
    "numbers": (List(INT), "row.numbers"),
    "names": (List(TEXT), "row.names"),
    "holes": (List(Opt(INT)), "row.holes"),
    "detail": (Opt(DETAIL), "row.detail"),
    "$instrument": (OWNER, "row.detail"),
}
SCOPE = Scope(
    names={name: Binding(type_, code) for name, (type_, code) in NAMES.items()},
    enums={"Side": SIDE, "Kind": KIND},
    functions={
        "instrument": FunctionBinding(lambda arguments: f"{arguments[0].code} + '.VENUE'", (TEXT,), TEXT)
    },
)

SAMPLE = Row(
    count=7,
    spare_count=None,
    price=Decimal("27451.10"),
    spare_price=Decimal("0.010"),
    symbol="BTC-26JUN26-C",
    spare_symbol=None,
    body=b"\x00az",
    side=Side.SELLER,
    kind="limit order",
    open=True,
    event_ms=1_607_418_537_715,
    spare_event_ms=None,
    bids=((Decimal("1.5"), Decimal("0")), (Decimal("1.0"), Decimal("4"))),
    filters=(
        Filter("LOT_SIZE", None, 5, 1),
        Filter("PRICE_FILTER", Decimal("0.00010000"), None, 2),
        Filter("LOT_SIZE", Decimal("3"), 9, 3),
    ),
    spare_filters=None,
    numbers=(3, -1),
    names=("a", "b"),
    holes=(None, 2),
    detail=Detail("n", 12, None),
)


def names_of(row: Row) -> dict[str, object]:
    """The values that the scope's names have for one row."""
    spare = row.spare_event_ms
    return {
        "count": row.count,
        "spareCount": row.spare_count,
        "price": row.price,
        "sparePrice": row.spare_price,
        "symbol": row.symbol,
        "spareSymbol": row.spare_symbol,
        "body": row.body,
        "side": row.side,
        "kind": row.kind,
        "open": row.open,
        "event": row.event_ms * 1_000_000,
        "spareEvent": None if spare is None else spare * 1_000_000,
        "pause": row.count * 1_000,
        "bids": row.bids,
        "filters": row.filters,
        "spareFilters": row.spare_filters,
        "numbers": row.numbers,
        "names": row.names,
        "holes": row.holes,
        "detail": row.detail,
        "$instrument": row.detail,
    }


def typed(text: str, expected: Type | None = None, scope: Scope = SCOPE) -> Typed:
    return check(parse(text), scope, expected)


def compiled(text: str, expected: Type | None = None, scope: Scope = SCOPE) -> str:
    return compile_python(typed(text, expected, scope))


def run_compiled(tree: Typed, row: Row) -> object:
    """What the compiled expression gives inside a function of its own, as generated code would have it."""
    names: dict[str, object] = {"Side": Side}
    for module, name in imports(tree):
        names[name] = getattr(importlib.import_module(module), name)
    exec(f"def translate(row):\n    return {compile_python(tree)}\n", names)
    result = names["translate"](row)  # type: ignore[operator]
    return result.name if isinstance(result, Side) else result


def run_reference(tree: Typed, row: Row) -> object:
    return evaluate(tree, names_of(row), {"instrument": lambda symbol: f"{symbol}.VENUE"})


def both(text: str, row: Row = SAMPLE) -> object:
    """The value of an expression, which the compiled form and the reference agree on."""
    tree = typed(text)
    reference, value = run_reference(tree, row), run_compiled(tree, row)
    assert value == reference and str(value) == str(reference), compile_python(tree)
    return value
