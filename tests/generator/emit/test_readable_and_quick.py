"""How the bodies of emit functions are printed: by position with labels, long decisions as branches, nothing dearer than it must be."""

from __future__ import annotations

import ast

from dragoman_generator.emit.branches import branched
from dragoman_generator.emit.busy import hastened
from dragoman_generator.emit.labels import labelled
from dragoman_generator.emit.once import named_once
from dragoman_generator.emit.quick import looked_up, quickened

CHAIN = 'ORDER_A if m.kind == "a" and m.x else ORDER_A if m.kind == "b" or m.y else ORDER_B if m.kind == "c" else ORDER_C'


def test_long_decisions_between_constants_are_branches_and_neighbours_that_decide_alike_are_one() -> None:
    first, *rest = branched([f"    out.append(BookOrder(order_type=({CHAIN}), price=m.price))"])
    assert (
        first == f"    out.append(BookOrder(order_type=({CHAIN}), price=m.price))" and not rest
    ), "no type of the model"
    lines = branched(
        [f"    out.append(FillReport(order_side=({CHAIN}), ts_init=ts_init))", "    order_side = 1"]
    )
    assert lines == (
        '    if (m.kind == "a" and m.x) or (m.kind == "b" or m.y):',
        "        order_side_ = ORDER_A",
        '    elif m.kind == "c":',
        "        order_side_ = ORDER_B",
        "    else:",
        "        order_side_ = ORDER_C",
        "    out.append(FillReport(order_side=order_side_, ts_init=ts_init))",
        "    order_side = 1",
    )
    values = "    x = 1 if a else 2 if b else 3 if c else 4"
    assert branched([values]) == (values,), "only constants keep their type in branches"


def test_long_calls_say_what_each_argument_is_and_mean_the_same() -> None:
    line = "    out.append(FillReport(row_id, str(m.id), m.trade_id, side if m.s else b, q, (p), t, ts_init, None, m.c))"
    (text,) = labelled([line])
    assert "row_id,  # instrument_id\n" in text and "m.trade_id,\n" in text, "no label where the code says it"
    assert "(side if m.s else b),  # order_side\n" in text and "p,  # last_px\n" in text
    assert ast.dump(ast.parse(text.strip())) == ast.dump(ast.parse(line.strip()))
    assert labelled(["    if FillReport(1):", "    else:"]) == ("    if FillReport(1):", "    else:")


def test_values_are_named_in_place_and_decimals_compared_with_decimals() -> None:
    constants: dict[str, str] = {}
    lines = quickened(
        [
            "    size = DECIMALS[m.size] if m.size else DECIMAL_0",
            "    if next(got_2 if got_2 is not None else size for got_2 in (increase(size, m.last),)) > 0 and size > 5:",
            "        size = m.count",
            "        use(size > 7, [next(got if got is not None else 0 for got in (x.y,)) for x in m.rows])",
            '        scope.factor(i, "multiplier", lambda symbol: symbol.startswith("X"))',
        ],
        constants,
    )
    assert lines[1:] == (
        "    if (got_3 if (got_3 := increase(size, m.last)) is not None else size) > 0 and size > DECIMAL_5:",
        "        size = m.count",
        "        use(size > 7, [next(got if got is not None else 0 for got in (x.y,)) for x in m.rows])",
        '        scope.factor(i, "multiplier", counts_ones)',
    )
    assert constants == {
        "DECIMAL_5": 'Decimal("5")',
        "counts_ones": 'lambda symbol: symbol.startswith("X")',
    }


def test_reports_remember_times_look_choices_up_and_ask_for_the_merged_record_alone() -> None:
    lines = [
        "        merged = merge.update(key, row)",
        "        if merged is None:",
        "            continue",
        "        record = merged.record",
        '        plain = row.kind in ("a", "b", "b-c") or row.kind not in ("d", "") or row.kind in (a, "b")',
        "        out.append(FillReport(integer(row.made_ms) * 1_000_000, integer(row.at_ms) * 1_000_000, parse_iso(row.day)))",
    ]
    found, needed = hastened(lines)
    assert looked_up(found) == (
        "        record = merge.record(key, row)",
        "        if record is None:",
        "            continue",
        '        plain = row.kind in {"a", "b", "b-c"} or row.kind not in {"d", ""} or row.kind in (a, "b")',
        "        out.append(FillReport(MOMENTS[row.made_ms], MOMENTS[row.at_ms], parse_iso(row.day)))",
    )
    assert needed == {("dragoman.translate.reads", "MOMENTS")}
    asked = [*lines[:4], '        if merged.any_present(("a",)):', *lines[5:]]
    assert hastened(asked)[0][:4] == tuple(lines[:4]), "who asks how it came to be keeps it"
    others = [line.replace("FillReport", "TradeTick") for line in lines]
    assert looked_up(hastened(others)[0])[3:] == tuple(others[4:]), "nobody waits for it"


def test_members_of_enums_are_asked_for_by_what_they_are() -> None:
    constants = {"STATUS_A": "OrderStatus.A", "STATUS_B": "OrderStatus.B", "DECIMAL_0": 'Decimal("0")'}
    asked = quickened(
        [
            "    if told == STATUS_A and (row.state) != STATUS_B and MEANS[row.side] == STATUS_A:",
            "    over = told in (STATUS_A, STATUS_B) or row.told in (STATUS_A, STATUS_B) or told not in (STATUS_A, STATUS_B)",
            "    if size == DECIMAL_0 or STATUS_A == told or told in (STATUS_A, other) or told == other:",
        ],
        constants,
    )
    assert asked == (
        "    if told is STATUS_A and (row.state) is not STATUS_B and MEANS[row.side] is STATUS_A:",
        "    over = (told is STATUS_A or told is STATUS_B) or row.told in (STATUS_A, STATUS_B) or told not in (STATUS_A, STATUS_B)",
        "    if size == DECIMAL_0 or STATUS_A == told or told in (STATUS_A, other) or told == other:",
    )


def test_a_value_made_of_what_the_block_made_before_is_named_once_too() -> None:
    grown = "increase(row.filled, before.filled if before is not None else None)"
    lines = [
        "    before = memory.swap(row.order_id, row)",
        f"    if next(got if got is not None else row.last for got in ({grown},)) > 0:",
        f"        out.append(FillReport(row.a, row.b, next(got if got is not None else row.filled for got in ({grown},))))",
        "        pass_on(row.order_id, row.client_id, row.filled, row.last, row.price)",
    ]
    assert named_once(lines)[1] == f"    filled_increase = {grown}"
    again = [*lines, "    before = memory.swap(row.order_id, row)"]
    assert named_once(again) == tuple(again), "what is given a value twice may be another one"
    assert quickened(["    x = next(got if got is not None else 0 for got in (grown,))"], {}) == (
        "    x = (grown if grown is not None else 0)",
    )
