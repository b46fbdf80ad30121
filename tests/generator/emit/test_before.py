"""What was worked out on every way to a place is read by a name there, and nowhere else; conditions ask for values plainly."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace
from typing import Any

from dragoman_generator.emit.before import named_before
from dragoman_generator.emit.body import construct
from dragoman_generator.emit.quick import asked_plainly
from dragoman_generator.expr.types import TEXT
from dragoman_generator.ir.venue import Code, EventOut

BODIES = (
    "out.append(D[m.a] if m.a and D[m.a] > D[m.b] else D[m.b] if m.b else 7)",
    "out.append(1 if (m.a and D[m.a] > 1) or D[m.b] > 1 else 2); out.append(D[m.b] if m.b else D[m.a] if m.a else 3)",
    "out.append(D[m.a] if (m.a and D[m.a] > 1) or m.b else 2)",
    "out.append(D[m.a] if not (m.a and m.b and D[m.a] > D[m.b]) else D[m.a] - D[m.b])",
    "if m.a and D[m.a] > 1 and m.c in ('x', 'y'):|    out.append(D[m.a])|    out.append(m.c in ('x', 'y'))|else:|    out.append(m.c in ('x', 'y'))",
    "if not D[m.a]:|    return|out.append(D[m.a] + D[m.b])|out.append(D[m.b])",
    "for row in (m, m):|    kept = D[row.a] + D[row.b]|    out.append((kept, D[row.a], D[row.a] + D[row.b]))|out.append(D[m.a])",
    "kind = 1|if m.a:|    kind = D[m.a]|out.append(D[m.b] if kind > 1 or D[m.b] else (got if (got := D[m.a]) else D[m.a]))",
    "try:|    out.append(D[m.a] if D[m.a] > 1 else 0)|except KeyError:|    out.append(-1)|out.append(D[m.a])",
    "out.append([D[m.a] for each in (D[m.b], 1) if D[m.a]] or D[m.a])",
)


def _came(lines: tuple[str, ...], message: Any) -> tuple[list[Any], list[str]]:
    """What a body puts out, or how it fails, and what it looked up."""
    looked: list[str] = []

    class Looked(dict[str, int]):
        def __getitem__(self, key: str) -> int:
            looked.append(key)
            return super().__getitem__(key)

    space: dict[str, Any] = {"D": Looked({"one": 1, "two": 2, "none": 0})}
    exec("def body(m, out):\n" + "\n".join(lines), space)
    out: list[Any] = []
    try:
        space["body"](message, out)
    except KeyError as error:
        out.append(f"no {error}")
    return out, looked


def test_names_change_nothing_but_how_often_a_value_is_worked_out() -> None:
    saved = 0
    for body in BODIES:
        lines = tuple("    " + line for part in body.split("; ") for line in part.split("|"))
        named = named_before(asked_plainly(lines))
        for a, b, c in product(("", "one", "two", "none", "what"), ("", "one", "two", "what"), ("x", "z")):
            message = SimpleNamespace(a=a, b=b, c=c)
            (wanted, often), (came, seldom) = _came(lines, message), _came(named, message)
            assert came == wanted and len(seldom) <= len(often), (body, named, a, b)
            saved += len(often) - len(seldom)
    assert saved > 100


def test_what_one_part_of_a_condition_alone_works_out_has_no_name_behind_it() -> None:
    (line,) = named_before(["    pass", "    x = D[m.a] if (m.a and D[m.a] > 1) or m.b else 2"])[1:]
    assert ":=" not in line, "the second part may have decided"
    named = named_before(["    if m.a and D[m.a] > 1:", "        out.append(D[m.a])"])
    assert named == ("    if m.a and (a := D[m.a]) > 1:", "        out.append(a)")


def test_conditions_ask_for_a_field_itself_and_once() -> None:
    lines = (
        "    if bool(m.a) and not (bool(m.b in (1, 2)) or bool(m.c if m.d else 0)):",
        "        use(bool(m.a), m.a if m.a else m.b if m.b else None, m.a if bool(m.b) else 1)",
    )
    assert asked_plainly(lines) == (
        "    if m.a and not (m.b in (1, 2) or (m.c if m.d else 0)):",
        "        use(bool(m.a), m.a or (m.b or None), m.a if m.b else 1)",
    )


def test_words_that_an_order_is_told_in_are_found_without_a_call_where_they_are_known() -> None:
    told = "    kind = KIND_MEANS.read(row.kind, scope)"
    assert asked_plainly([told]) == (told,)
    first, _ = asked_plainly([told, "    out.append(FillReport(kind))"])
    assert first == "    kind = (KIND_MEANS.means.get(row.kind) or KIND_MEANS.read(row.kind, scope))"


def test_the_last_fields_of_long_events_are_named_where_that_leaves_defaults_out() -> None:
    given = "instrument_id venue_order_id order_side order_type time_in_force order_status quantity ts_last ts_init linked_order_ids"
    named = tuple((name, Code(name, TEXT)) for name in given.split())
    made = construct(EventOut("OrderStatusReport", (), named, None, None), set())
    assert made.endswith("ts_last, ts_init, linked_order_ids=linked_order_ids)") and "None" not in made


def test_a_word_that_several_branches_ask_for_is_read_once() -> None:
    read = "KIND.means.get(m.kind) or KIND.read(m.kind, scope)"
    lines = (
        "    if m.stop:",
        "        out.append(0)",
        f'    elif ({read}) == "Market" and m.a:',
        "        out.append(1)",
        f'    elif ({read}) == "Limit":',
        "        out.append(2)",
    )
    _, _, first, _, then, _ = named_before(lines)
    assert (first, then) == (
        f'    elif (kind := {read}) == "Market" and m.a:',
        '    elif kind == "Limit":',
    )
