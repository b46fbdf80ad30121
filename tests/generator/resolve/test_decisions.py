"""Decision tables as conditions: total, those first that ask for least, inert."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from dragoman_generator.ir.types import EnumType
from dragoman_generator.language.emit import Table
from dragoman_generator.resolve.decisions import decision

PHASE = EnumType(
    "Phase", (("OPEN", "OPEN"), ("SHUT", "SHUT"), ("SHUT_FOR_GOOD", "SHUT_FOR_GOOD")), "", "closed"
)
SIDE = EnumType("Side", (("B", "BUY"), ("S", "SELL")), "OrderSide", "closed")
ENUMS = {"Phase": PHASE, "Side": SIDE}


def table(**said: Any) -> Table:
    return msgspec.convert({"gives": "MarketStatusAction", **said}, Table)


def test_rows_that_ask_for_the_same_are_asked_once_and_the_last_one_takes_what_is_left() -> None:
    found = decision(
        table(
            inputs={"phase": "Phase", "live": "bool"},
            rows=[
                {"when": {"phase": "OPEN", "live": True}, "set": "TRADING"},
                {"when": {"phase": "OPEN", "live": False}, "set": "PRE_OPEN"},
                {"when": {"phase": "SHUT*"}, "set": "CLOSE"},
            ],
        ),
        {"phase": "state.phase", "live": "= live ?? false"},
        ENUMS,
    )
    assert found == (
        "if (state.phase) == 'OPEN' then (if (live ?? false) then MarketStatusAction.TRADING "
        "else MarketStatusAction.PRE_OPEN) else MarketStatusAction.CLOSE"
    )


def test_rows_that_ask_for_less_come_first_and_the_last_one_stays_the_last() -> None:
    rows = [
        {"when": {"phase": "OPEN", "live": True}, "set": "TRADING"},
        {"when": {"phase": "SHUT"}, "set": "CLOSE"},
        {"when": {"phase": "OPEN", "live": False}, "set": "PRE_OPEN"},
        {"when": {"phase": "SHUT_FOR_GOOD"}, "set": "HALT"},
    ]
    inputs = {"phase": "Phase", "live": "bool"}
    found = decision(table(inputs=inputs, rows=rows), {"phase": "p", "live": "l"}, ENUMS)
    told = [part.split(" ")[0].rstrip(")") for part in found.split("MarketStatusAction.")[1:]]
    assert told == ["CLOSE", "TRADING", "PRE_OPEN", "HALT"]


def test_rows_that_take_the_same_value_of_an_input_among_others_are_asked_one_by_one() -> None:
    rows = [
        {"when": {"phase": "OPEN"}, "set": "TRADING"},
        {"when": {"phase": ["SHUT", "SHUT_FOR_GOOD"], "live": True}, "set": "CLOSE"},
        {"when": {"phase": "SHUT", "live": False}, "set": "PAUSE"},
        {"when": {"phase": "SHUT_FOR_GOOD", "live": False}, "set": "HALT"},
    ]
    inputs = {"phase": "Phase", "live": "bool"}
    found = decision(table(inputs=inputs, rows=rows), {"phase": "p", "live": "l"}, ENUMS)
    assert found.count("(l)") == 2 and "(p) == 'SHUT' and not (l) then MarketStatusAction.PAUSE" in found


def test_a_pattern_is_the_list_of_what_it_fits() -> None:
    rows = [{"when": {"phase": "SHUT*"}, "set": "CLOSE"}, {"when": {"phase": "OPEN"}, "set": "TRADING"}]
    found = decision(table(inputs={"phase": "Phase"}, rows=rows), {"phase": "p"}, ENUMS)
    assert found.startswith("if (p) in ['SHUT', 'SHUT_FOR_GOOD'] then MarketStatusAction.CLOSE")


def test_values_of_an_enum_with_a_meaning_are_members() -> None:
    rows = [{"when": {"side": "BUY"}, "set": "TRADING"}, {"when": {"side": "SELL"}, "set": "HALT"}]
    assert "(s) == OrderSide.BUY" in decision(table(inputs={"side": "Side"}, rows=rows), {"side": "s"}, ENUMS)


@pytest.mark.parametrize("value", ["O' or true or '", "OPEN'", "a b", ""])
def test_nothing_but_words_gets_into_an_expression(value: str) -> None:
    hostile = {"Phase": EnumType("Phase", ((value, value), ("B", "B")), "", "closed")}
    rows = [
        {"when": {"phase": "B"}, "set": "HALT"},
        {"when": {"phase": [value]}, "set": "HALT"},
        {"set": "HALT"},
    ]
    with pytest.raises(ValueError, match="is no value of a table"):
        decision(table(inputs={"phase": "Phase"}, rows=rows), {"phase": "p"}, hostile)


def test_a_value_that_the_enum_lacks_is_told() -> None:
    with pytest.raises(ValueError, match="Phase has no value 'AJAR'"):
        decision(
            table(
                inputs={"phase": "Phase"}, rows=[{"when": {"phase": "AJAR"}, "set": "HALT"}, {"set": "HALT"}]
            ),
            {"phase": "p"},
            ENUMS,
        )
