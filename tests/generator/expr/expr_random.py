"""Random well-typed expressions over the sample market, and random rows of it."""

from collections.abc import Callable
from decimal import Decimal

from dragoman_generator.expr import FUNCTIONS
from dragoman_generator.expr.signatures import Limits, Signature
from dragoman_generator.expr.types import (
    ANY,
    ANY_ENUM,
    ANY_LIST,
    ANY_OPT,
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
    assignable,
)
from hypothesis import strategies as st

from tests.generator.expr.expr_market import KIND, NAMES, SIDE, Detail, Filter, Row, Side

Draw = Callable[[st.SearchStrategy[str]], str]
Loop = tuple[Record, ...]  # the records whose elements are in sight, outermost first

CHARACTERS = "ab-,'\"\\{}%\n0 .éЖ" + "Z9"
NUMBERS = st.sampled_from(["0", "0.5", "-1", "1.50", "100", "12.345", "-0.001", "7", "99999999999.999999"])
INTEGERS = st.sampled_from(["0", "1", "-1", "2", "3", "7", "-12", "100000", "1607418537715"])
TEXTS = st.sampled_from(
    [
        "-",
        "",
        "a",
        "BTC",
        "7",
        "0.010",
        "1e3",
        "1607418537",
        "2020-12-08",
        "2020-12-08T09:08:57.7Z",
        "YQ==",
        "617a",
    ]
)
SCALARS = (BOOL, INT, DEC, TEXT, BYTES, TIME, DURATION, SIDE, KIND)
ORDERED = (INT, DEC, TEXT, TIME, DURATION)
ARITHMETIC: dict[str, list[tuple[str, Type, Type]]] = {
    INT.name: [
        ("+", INT, INT),
        ("-", INT, INT),
        ("*", INT, INT),
        ("//", INT, INT),
        ("%", INT, INT),
        ("//", TIME, DURATION),
    ],
    DEC.name: [("+", DEC, DEC), ("-", DEC, DEC), ("*", DEC, DEC), ("//", DEC, DEC), ("%", DEC, DEC)],
    TEXT.name: [("+", TEXT, TEXT)],
    BYTES.name: [("+", BYTES, BYTES)],
    TIME.name: [("+", TIME, DURATION), ("-", TIME, DURATION), ("+", DURATION, TIME)],
    DURATION.name: [
        ("-", TIME, TIME),
        ("+", DURATION, DURATION),
        ("*", INT, DURATION),
        ("//", DURATION, INT),
        ("%", TIME, DURATION),
    ],
}


def quoted(text: str) -> str:
    """The text as a literal of the language."""
    escapes = {"\\": "\\\\", "'": "\\'", "\n": "\\n"}
    return "'" + "".join(escapes.get(character, character) for character in text) + "'"


class Writer:
    """Writes expressions of a wanted type, by drawing every choice from hypothesis."""

    def __init__(self, draw: Callable[..., object]) -> None:
        self._draw = draw

    def pick(self, choices: list[str] | st.SearchStrategy[str]) -> str:
        return str(self._draw(st.sampled_from(choices) if isinstance(choices, list) else choices))

    def number(self, below: int) -> int:
        value = self._draw(st.integers(0, below - 1))
        assert isinstance(value, int)
        return value

    def write(self, kind: Type, depth: int, loop: Loop = ()) -> str:
        if depth <= 0:
            return self.leaf(kind, loop)
        ways: list[Callable[..., str]] = [self.leaf, self.call, self.choice]
        if isinstance(kind, Opt):
            ways += [self.optional, self.optional]
        elif not isinstance(kind, List):
            ways += [self.default]
        if str(kind) in ARITHMETIC:
            ways += [self.arithmetic]
        if kind == BOOL:
            ways += [self.logic, self.comparison, self.comparison, self.fold, self.presence]
        if kind in (INT, DEC, DURATION):
            ways += [self.total]
        way = ways[self.number(len(ways))]
        return way(kind, loop) if way == self.leaf else way(kind, depth - 1, loop)

    def leaf(self, kind: Type, loop: Loop) -> str:
        found = [name for name, (type_, _) in NAMES.items() if type_ == kind and name != "$instrument"]
        if loop:
            found += [f"it.{name}" for name, type_ in loop[-1].fields.items() if type_ == kind]
        if isinstance(kind, Opt):
            found += [
                f"detail.{name}" for name, type_ in (("note", TEXT), ("start", TIME)) if type_ == kind.inner
            ]
            found += (
                ["detail.owner.note"]
                if kind.inner == TEXT
                else ["detail.owner.start"] if kind.inner == TIME else []
            )
        found += self.literals(kind)
        return self.pick(found)

    def literals(self, kind: Type) -> list[str]:
        if isinstance(kind, Enum):
            return [f"{kind.name}.{member}" for member in kind.members]
        if isinstance(kind, Opt):
            return [f"(if open then {self.leaf(kind.inner, ())} else null)"]
        if isinstance(kind, List):
            return (
                [f"[{self.leaf(kind.inner, ())}, {self.leaf(kind.inner, ())}]"]
                if kind.inner in SCALARS
                else []
            )
        fixed = {
            "bool": ["true", "false"],
            "duration": ["5s", "-3ms", "0s", "1d"],
            "time": ["from_ms(count)"],
            "bytes": ["utf8(symbol)"],
        }
        if kind == INT:
            return [self.pick(INTEGERS)]
        if kind == DEC:
            number = self.pick(NUMBERS)
            return [number if "." in number else f"{number}.0"]
        return [quoted(self.pick(TEXTS))] if kind == TEXT else fixed[str(kind)]

    def call(self, kind: Type, depth: int, loop: Loop) -> str:
        fitting = [
            (name, signature)
            for name, function in FUNCTIONS.items()
            if not function.provided and name not in ("pow10", "scale")
            for signature in function.signatures
            if signature.result == kind
        ]
        if not fitting:
            return self.leaf(kind, loop)
        name, signature = fitting[self.number(len(fitting))]
        limits = dict(FUNCTIONS[name].literals)
        arguments = [
            (
                self.limited(limits[index])
                if index in limits
                else self.write(self.concrete(name, signature, index), depth, loop)
            )
            for index in range(len(signature.parameters))
        ]
        return f"{name}({', '.join(arguments)})"

    def limited(self, limits: Limits) -> str:
        if limits.numbers is not None:
            return str(self.number(min(10, len(limits.numbers))))
        zones = (
            ["America/New_York", "Asia/Tokyo"]
            if limits.length is not None and limits.length.stop == 64
            else []
        )
        return quoted(self.pick(["-", "a", "0", *zones]))

    def concrete(self, name: str, signature: Signature, index: int) -> Type:
        kind = signature.parameters[index]
        if kind == ANY_ENUM:
            return (SIDE, KIND)[self.number(2)]
        if kind == ANY_LIST:
            return List((TEXT, INT)[self.number(2)])
        if kind in (ANY_OPT, ANY):
            return Opt((INT, DEC, TEXT, TIME)[self.number(4)])
        return kind

    def choice(self, kind: Type, depth: int, loop: Loop) -> str:
        condition = self.write(BOOL, depth, loop)
        return f"(if {condition} then {self.write(kind, depth, loop)} else {self.write(kind, depth, loop)})"

    def default(self, kind: Type, depth: int, loop: Loop) -> str:
        return f"({self.write(Opt(kind), depth, loop)} ?? {self.write(kind, depth, loop)})"

    def optional(self, kind: Opt, depth: int, loop: Loop) -> str:
        ways = [f"({self.write(kind, depth, loop)} ?? {self.write(kind, depth, loop)})"]
        index = self.pick(["0", "1", "-1", "2", "-2"])
        condition = self.write(BOOL, 0, loop)
        if kind.inner == TEXT:
            ways += [
                f"names[{index}]",
                f"split({self.write(TEXT, depth, loop)}, '-')[{index}]",
                f"filters[{index}].filterType",
            ]
        if kind.inner == DEC:
            base = self.pick(
                ["filters", "spareFilters", f"(spareFilters ?? (if {condition} then filters else []))"]
            )
            ways += [f"{base}[filterType={self.pick(['PRICE_FILTER', 'LOT_SIZE', quoted('no')])}].tickSize"]
            ways += [
                f"bids[{index}].px",
                f"first(bids, {self.write(BOOL, depth, (*loop, NAMES_LEVEL))}).size",
            ]
        if kind.inner == INT:
            ways += [
                f"numbers[{index}]",
                f"holes[{index}]",
                f"first(holes, it == null or {condition})",
                "filters[class=2].class",
            ]
        if kind.inner == TIME:
            ways += [f"{self.pick(['filters', 'spareFilters'])}[class={self.pick(['1', '2'])}].seen"]
        return self.pick(ways)

    def arithmetic(self, kind: Type, depth: int, loop: Loop) -> str:
        rules = ARITHMETIC[str(kind)]
        operator, left, right = rules[self.number(len(rules))]
        divisor = self.write(right, depth, loop)
        if operator in ("//", "%") and divisor in ("0", "0.0", "0s"):
            divisor = f"7{divisor[1:]}"  # a written zero is refused; zeros from the row are not
        text = f"{self.write(left, depth, loop)} {operator} {divisor}"
        sign = self.pick(["", "", "-"]) if kind in (INT, DEC, DURATION) else ""
        return f"{sign}({text})"

    def logic(self, kind: Type, depth: int, loop: Loop) -> str:
        left, right = self.write(BOOL, depth, loop), self.write(BOOL, depth, loop)
        return self.pick(
            [f"({left} and {right})", f"({left} or {right})", f"(not {left})", f"(not ({left} or {right}))"]
        )

    def comparison(self, kind: Type, depth: int, loop: Loop) -> str:
        side = SCALARS[self.number(len(SCALARS))]
        left, right = self.write(side, depth, loop), self.write(side, depth, loop)
        operators = ["==", "!="] + (["<", "<=", ">", ">="] if side in ORDERED else [])
        return self.pick(
            [
                f"({left} {self.pick(operators)} {right})",
                f"({left} {self.pick(['in', 'not in'])} [{right}, {left}])",
            ]
        )

    def presence(self, kind: Type, depth: int, loop: Loop) -> str:
        value = self.write(Opt((INT, DEC, TEXT, TIME)[self.number(4)]), depth, loop)
        narrowed = [
            "sparePrice",
            "spareCount",
            "detail.note",
            "detail.owner.start",
            "detail.start",
            "spareEvent",
        ]
        path = self.pick(narrowed)
        return self.pick(
            [
                f"({value} == null)",
                f"({value} != null)",
                f"is_present({value})",
                f"({path} != null and {path} == {path})",
                f"({path} == null or not ({path} in [{path}]))",
                f"(if {path} == null then open else {path} <= {path})",
            ]
        )

    def fold(self, kind: Type, depth: int, loop: Loop) -> str:
        function = self.pick(["any", "all"])
        name = self.pick(["bids", "filters", "spareFilters"])
        element = NAMES_LEVEL if name == "bids" else NAMES_FILTER
        return f"{function}({name}, {self.write(BOOL, depth, (*loop, element))})"

    def total(self, kind: Type, depth: int, loop: Loop) -> str:
        name = self.pick(["bids", "filters"])
        element = NAMES_LEVEL if name == "bids" else NAMES_FILTER
        return f"sum({name}, {self.write(kind, depth, (*loop, element))})"


def _record(name: str) -> Record:
    kind = NAMES[name][0]
    assert isinstance(kind, List) and isinstance(kind.inner, Record)
    return kind.inner


NAMES_LEVEL, NAMES_FILTER = _record("bids"), _record("filters")
WANTED: list[Type] = [*SCALARS, Opt(INT), Opt(DEC), Opt(TEXT), Opt(TIME), List(TEXT)]
assert all(assignable(kind, kind) for kind in WANTED)


@st.composite
def expressions(draw: Callable[..., object]) -> str:
    """Texts of well-typed expressions, a few levels deep."""
    kind = draw(st.sampled_from(WANTED))
    assert isinstance(kind, Type)
    return Writer(draw).write(kind, int(str(draw(st.integers(1, 4)))))


_decimals = st.decimals(-1000, 1000, places=3) | st.sampled_from(
    [Decimal("-0.00"), Decimal("1E+3"), Decimal("1E-12"), Decimal(0)]
)
_integers = st.integers(-20, 20) | st.just(10**18)
_milliseconds = st.integers(-(10**13), 10**13)
_texts = st.text(CHARACTERS, max_size=8) | TEXTS
_filters = st.builds(
    Filter,
    st.sampled_from(["PRICE_FILTER", "LOT_SIZE"]),
    st.none() | _decimals,
    st.none() | _milliseconds,
    st.integers(1, 3),
)
_details = st.builds(
    Detail,
    st.none() | _texts,
    _milliseconds,
    st.none() | st.builds(Detail, st.none() | _texts, _milliseconds, st.none()),
)
rows = st.builds(
    Row,
    count=_integers,
    spare_count=st.none() | _integers,
    price=_decimals,
    spare_price=st.none() | _decimals,
    symbol=_texts,
    spare_symbol=st.none() | _texts,
    body=st.binary(max_size=4),
    side=st.sampled_from(Side),
    kind=st.sampled_from(["limit order", "mkt'\"\\"]),
    open=st.booleans(),
    event_ms=_milliseconds,
    spare_event_ms=st.none() | _milliseconds,
    bids=st.lists(st.tuples(_decimals, _decimals), max_size=3).map(tuple),
    filters=st.lists(_filters, max_size=3).map(tuple),
    spare_filters=st.none() | st.lists(_filters, max_size=2).map(tuple),
    numbers=st.lists(_integers, max_size=3).map(tuple),
    names=st.lists(_texts, max_size=3).map(tuple),
    holes=st.lists(st.none() | _integers, max_size=3).map(tuple),
    detail=st.none() | _details,
)
