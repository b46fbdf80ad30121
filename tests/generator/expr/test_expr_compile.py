"""What expressions compile to: the Python that a person would write, and what it gives on a row."""

from decimal import Decimal

import black
import pytest
from dragoman_generator.expr import (
    Argument,
    Binding,
    FunctionBinding,
    Scope,
    compile_python,
    evaluate,
    imports,
)
from dragoman_generator.expr.types import DEC, INT, Opt

from tests.generator.expr.expr_market import SCOPE, both, compiled, typed

GOLDEN = [
    ("bids[0].size ?? 1", None),
    ("price == 0", "row.price == 0"),
    ("price > 0.5", 'row.price > Decimal("0.5")'),
    ("price * 100 - 1", "subtract(multiply(row.price, 100), 1)"),
    ("price // 0.5", 'floor_div(row.price, Decimal("0.5"))'),
    ("count // 2 * 3", "row.count // 2 * 3"),
    ("count - (2 - count) * 3", "row.count - (2 - row.count) * 3"),
    ("-count", "-row.count"),
    ("-price", "minus(row.price)"),
    ("-(-count)", "row.count"),
    ("open == true", "row.open"),
    ("false == open", "not row.open"),
    ("0 < count", "row.count > 0"),
    ("Side.BUYER == side", "row.side == Side.BUYER"),
    ("not (side == Side.BUYER)", "row.side != Side.BUYER"),
    ("not (not open)", "row.open"),
    ("if open then true else false", "row.open"),
    ("if open then false else true", "not row.open"),
    (
        "side == Side.BUYER or side == Side.NONE or side == Side.SELLER",
        "row.side in (Side.BUYER, Side.NONE, Side.SELLER)",
    ),
    ("price == 1 or price == 0.5", 'row.price in (1, Decimal("0.5"))'),
    (
        "starts_with(symbol, 'a') or starts_with(symbol, 'b') or ends_with(symbol, 'c')",
        'row.symbol.startswith(("a", "b")) or row.symbol.endswith("c")',
    ),
    ("utf8('k\\'\u00e9')", None),
    ("not (open or count == 1) and true", "not (row.open or row.count == 1) and True"),
    ("(open == open) == open", "(row.open == row.open) == row.open"),
    ("(if open then 1 else 2) + 1", "(1 if row.open else 2) + 1"),
    ("side == Side.SELLER", "row.side == Side.SELLER"),
    ("side not in [Side.BUYER, Side.NONE]", "row.side not in (Side.BUYER, Side.NONE)"),
    ("kind == Kind.LIMIT", 'row.kind == "limit order"'),
    ("text(kind)", "row.kind"),
    ("text(side)", "row.side.name"),
    ("price in [1]", "row.price in (1,)"),
    ("count in numbers", "row.count in row.numbers"),
    ("'-' in symbol", '"-" in row.symbol'),
    ("not contains(symbol, '-')", '"-" not in row.symbol'),
    ("open and count == 1 or count == 2", "(row.open and row.count == 1) or row.count == 2"),
    ("sparePrice == null", "row.spare_price is None"),
    ("sparePrice ?? 0", 'row.spare_price if row.spare_price is not None else Decimal("0")'),
    ("sparePrice != null and sparePrice > 1", "row.spare_price is not None and row.spare_price > 1"),
    (
        "if sparePrice == null then price else sparePrice",
        "row.price if row.spare_price is None else row.spare_price",
    ),
    ("not (sparePrice == null or sparePrice > 1)", "not (row.spare_price is None or row.spare_price > 1)"),
    ("detail.note", "row.detail.note if row.detail is not None else None"),
    ("detail.start", "row.detail.start_ms * 1_000_000 if row.detail is not None else None"),
    ("detail.owner == null", "row.detail is None or row.detail.owner is None"),
    ("detail.owner.note != null and detail.owner.note == 'x'", None),
    ("names[0]", "row.names[0] if row.names else None"),
    ("names[-2] ?? ''", 'row.names[-2] if len(row.names) >= 2 else ""'),
    ("is_present(names[0])", "len(row.names) > 0"),
    ("split(symbol, '-')[1]", 'next((item for item in row.symbol.split("-")[1:2]), None)'),
    (
        "filters[filterType=PRICE_FILTER].tickSize",
        'next((item.tick_size for item in row.filters if item.filter_type == "PRICE_FILTER"), None)',
    ),
    (
        "spareFilters[class=2].class",
        "next((item.sort for item in row.spare_filters or [] if item.sort == 2), None)",
    ),
    ("any(bids, size == 0)", "any(item[1] == 0 for item in row.bids)"),
    ("any(bids, any(filters, class == 1 and px > 1))", None),
    ("sum(bids, px * size)", "total(multiply(item[0], item[1]) for item in row.bids)"),
    ("before(symbol, '-')", 'row.symbol.partition("-")[0]'),
    ("before(symbol + 'x', '-')", '(row.symbol + "x").partition("-")[0]'),
    ("from_ms(count) + 5s", "row.count * 1_000_000 + 5_000_000_000"),
    ("event - event % 1m", "row.event_ms * 1_000_000 - row.event_ms * 1_000_000 % 60_000_000_000"),
    ("event // 1m", "row.event_ms * 1_000_000 // 60_000_000_000"),
    ("to_ms(event - from_s(1))", None),
    ("spareEvent ?? event", None),
    ("$instrument.start", "row.detail.start_ms * 1_000_000"),
    ("instrument(before(symbol, '-'))", "row.symbol.partition(\"-\")[0] + '.VENUE'"),
    ("len(instrument(symbol)) + 1", "len(row.symbol + '.VENUE') + 1"),
    ("lower(instrument(symbol))", "(row.symbol + '.VENUE').lower()"),
    ("if open\n  then 'a'\n  else 'b'", '"a" if row.open else "b"'),
]


@pytest.mark.parametrize(("text", "code"), GOLDEN)
def test_compiled_text_is_what_a_person_would_write(text: str, code: str | None) -> None:
    made = compiled(text)
    assert code is None or made == code
    formatted = black.format_str(f"x = {made}\n", mode=black.Mode(line_length=300))
    assert formatted.removeprefix("x = ").rstrip() in (
        made,
        made.replace("'.VENUE'", '".VENUE"'),
        f"({made})",
        made.strip(),
    )
    both(text)


def test_imports_name_exactly_what_the_text_uses() -> None:
    assert imports(typed("price * 100")) == {("dragoman.translate.functions", "multiply")}
    assert imports(typed("price > 0.5")) == {("decimal", "Decimal")}
    assert imports(typed("price > 5 and count > 1")) == set()


def test_decimal_literals_may_be_hoisted_into_constants() -> None:
    tree = typed("sparePrice ?? 0.01")
    code = compile_python(tree, constant=lambda value: f"_{str(value).replace('.', '_')}")
    assert code == "row.spare_price if row.spare_price is not None else _0_01"
    assert imports(tree, constant=lambda value: "_X") == set()


def test_integer_literal_becomes_a_decimal_where_one_is_needed() -> None:
    assert compiled("1", DEC) == 'Decimal("1")'
    assert compiled("if open then 1 else 2", Opt(DEC)) == 'Decimal("1") if row.open else Decimal("2")'
    assert compiled("null", Opt(DEC)) == "None"


def test_loop_names_step_aside_for_names_of_the_scope() -> None:
    scope = Scope({**SCOPE.names, "price": Binding(DEC, "item.price"), "n": Binding(INT, "item_2")})
    assert (
        compiled("any(bids, px > price)", scope=scope) == "any(item_2[0] > item.price for item_2 in row.bids)"
    )
    assert (
        compiled("any(bids, px > dec(n))", scope=scope)
        == "any(item[0] > Decimal(item_2) for item in row.bids)"
    )


def test_a_scope_gives_functions_of_state_their_code() -> None:
    seen: list[Argument] = []

    def code(arguments: object) -> str:
        assert isinstance(arguments, list)
        seen.extend(arguments)
        return "state.delta(row.price)"

    needed = frozenset({("dragoman.machines", "difference")})
    scope = Scope(SCOPE.names, {}, {"delta": FunctionBinding(code, imports=needed)}, frozenset({"machine"}))
    tree = typed("delta(price) ?? 0", scope=scope)
    assert tree.type == DEC and imports(tree) == needed | {("decimal", "Decimal")}
    assert compile_python(tree).startswith(
        "next((got for got in (state.delta(row.price),) if got is not None), "
    )
    assert seen[0] == Argument("row.price", DEC, ("price",))
    assert evaluate(tree, {"price": Decimal(3)}, {"delta": lambda price: None}) == 0


def test_the_reference_reads_records_from_plain_mappings() -> None:
    tree = typed("detail.start ?? from_ms(1)")
    assert evaluate(tree, {"detail": {"start": 5}}) == 5
    assert evaluate(tree, {"detail": None}) == 1_000_000


def test_decimals_beyond_the_context_of_python_stay_exact() -> None:
    digits = Decimal("12345678901234567890.12345678901234567891")
    tree = typed("price * price - price * price + price")
    code = compile_python(tree)
    names: dict[str, object] = {}
    exec(f"from dragoman.translate.functions import *\n\ndef f(row): return {code}", names)
    row = type("R", (), {"price": digits})
    assert names["f"](row) == digits  # type: ignore[operator]
