"""Tables are total and without overlap, or their author is shown a combination that proves the contrary."""

from __future__ import annotations

from pathlib import Path

import pytest
from dragoman_generator.compile import require_venue

from tests.generator.commands.mini import faults
from tests.generator.commands.small import FIRST_LINE, spec

TOTAL = """\
inputs: [type, tif, post_only]
choose:
  rows:
  - {when: {type: LIMIT, tif: GTC, post_only: false}, set: {kind: limit}}
  - {when: {type: LIMIT, tif: GTC, post_only: true}, set: {kind: maker}}
  covers: [{type: LIMIT, tif: [GTD, IOC, FOK, DAY, "AT_*"]}, {type: [MARKET, "*_*"]}]
fields: {symbol: $instrument.raw}
"""


def told(tmp_path: Path, command: str) -> list[str]:
    """Diagnostics with line numbers counted from the command's own words."""
    found = []
    for fault in faults(tmp_path, spec(command)):
        line, _, sentence = fault.partition(": ")
        found.append(f"{int(line) - FIRST_LINE + 1}: {sentence}")
    return found


def test_a_total_table_is_taken(tmp_path: Path) -> None:
    assert told(tmp_path, TOTAL) == []


def test_a_hole_is_shown_by_a_combination(tmp_path: Path) -> None:
    command = """\
    inputs: {type: OrderType, tif: TimeInForce, post_only: bool}
    choose:
      rows:
      - {when: {type: LIMIT, tif: [GTC, IOC, FOK]}, set: {kind: limit}}
      - {when: {type: LIMIT, tif: GTD, post_only: false}, set: {kind: limit}}
      covers: [{type: [MARKET, "*_*"]}, {tif: [DAY, "AT_*"]}]
    """
    assert told(tmp_path, command) == [
        "3: no row takes {type: LIMIT, tif: GTD, post_only: true} (map it, or deny it in writing)"
    ]


def test_an_overlap_is_shown_by_a_combination(tmp_path: Path) -> None:
    command = """\
    inputs: {type: OrderType, post_only: bool}
    choose:
      rows:
      - {when: {type: "STOP_*"}, set: {kind: stop}}
      - {when: {type: ["*_LIMIT", LIMIT]}, set: {kind: limit}}
      covers: [{type: [MARKET, "*_IF_TOUCHED", "TRAILING_*", MARKET_TO_LIMIT, STOP_MARKET]}]
    """
    assert told(tmp_path, command) == [
        "5: this row and row 1 both take {type: STOP_LIMIT} (each combination belongs to one row)"
    ]


def test_a_row_stands_for_each_word_that_it_sends_as_it_is_called(tmp_path: Path) -> None:
    single = "{when: {type: LIMIT, tif: [GTC, FOK], post_only: false}, set: {kind: limit, life: $tif}}"
    written = "\n  - ".join(
        f"{{when: {{type: LIMIT, tif: {word}, post_only: false}}, set: {{kind: limit, life: {word}}}}}"
        for word in ("GTC", "FOK")
    )
    command = TOTAL.replace("{when: {type: LIMIT, tif: GTC, post_only: false}, set: {kind: limit}}", single)
    command = command.replace("[GTD, IOC, FOK, DAY", "[GTD, IOC, DAY")
    command = command.replace("  covers: [", "  covers: [{type: LIMIT, tif: FOK, post_only: true}, ")
    venues = []
    for text in (command, command.replace(single, written)):
        (tmp_path / "venue.yaml").write_text(spec(text))
        outgoing = require_venue(tmp_path).outgoing
        assert outgoing is not None
        venues.append(outgoing.commands["submit_order"])
    assert len(venues[0].rows) == 6 and venues[0] == venues[1]
    twice = command.replace(
        "  covers:", "  - {when: {type: LIMIT, tif: FOK, post_only: false}, deny: no}\n  covers:"
    )
    assert told(tmp_path, twice) == [
        "6: this row and row 1 both take {type: LIMIT, tif: FOK, post_only: false} (each combination belongs to one row)"
    ]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (
            "inputs: {type: OrderType}\nchoose: {rows: [{when: {tpye: LIMIT}, set: {kind: limit}}]}\n",
            ["2: unknown input 'tpye' (did you mean 'type'?)"],
        ),
        (
            "inputs: [type, has_tif]\nchoose: {rows: [{when: {}, set: {kind: limit}}]}\n",
            ["1: a command has no input 'has_tif' (did you mean 'tif'?)"],
        ),
        (
            "inputs: {type: OrderType}\nchoose:\n  rows: [{when: {type: LIMITT}, deny: no}]\n  covers: [{type: '*'}]\n",
            ["3: 'type' is never 'LIMITT' (did you mean 'LIMIT'?)"],
        ),
        (
            "inputs: {type: OrderType}\nchoose:\n  rows: [{when: {type: 'STOPP_*'}, deny: no}]\n  covers: [{type: '*'}]\n",
            ["3: 'type' is never 'STOPP_*'"],
        ),
        (
            "inputs: {type: OrderType}\nchoose:\n  rows: [{when: {type: '*'}, set: {kin: limit}}]\n",
            ["3: operation 'place' has no parameter 'kin' (did you mean 'kind'?)"],
        ),
        (
            "inputs: {type: OrderType}\nchoose:\n  rows: [{when: {type: '*'}}]\n",
            ["3: a row either sets fields or denies (write 'set: {...}' or 'deny: reason')", "3: no row takes {} (every combination) (map it, or deny it in writing)"],
        ),
        (
            "inputs: {type: OrderType}\nchoose:\n  rows: [{when: {type: '*'}, deny: no}]\n  covers: [{type: LIMIT}]\n",
            ["4: nothing is left for this: rows take it all (remove it)"],
        ),
        (
            "inputs: {type: bool}\nchoose: {rows: [{deny: no}]}\n",
            ["1: input 'type' is OrderType, not 'bool'"],
        ),
        (
            "inputs: {tpye: OrderType}\nchoose: {rows: [{deny: no}]}\n",
            ["1: a command has no input 'tpye' (did you mean 'type'?)"],
        ),
        ("inputs: {type: OrderType}\n", ["-2: inputs without a table decide nothing (add 'choose:' or 'choose_as:')"]),
        ("fields: {symbol: $instrument.rwa}\n", ["1: a command has no term '$instrument.rwa' (did you mean 'instrument_id'?)"]),
        ("fields: {id: $side.upside}\n", ["1: 'side' has no 'upside'"]),
        ("fields: {id: side}\n", ["1: 'side' is neither a term nor an expression (write '$price', '= ...' or '{const: ...}')"]),
        ("idempotency: id\n", ["1: 'id' is no field of the command"]),
        ("each: submit_orders\n", ["1: 'into' says which parameter takes the entries, and is missing", "1: unknown command 'submit_orders' (did you mean 'submit_order'?)"]),
        ("choose_as: submit_order\n", ["1: 'submit_order' has no table of its own"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_command_is_told_at_its_place(
    tmp_path: Path, command: str, expected: list[str]
) -> None:
    assert sorted(told(tmp_path, command)) == sorted(expected)


def test_a_further_field_says_every_combination(tmp_path: Path) -> None:
    command = """\
    inputs: {type: OrderType, side: OrderSide, product: Product, reduce_only: bool}
    choose: {rows: [{when: {type: [LIMIT, "STOP_*"]}, set: {kind: limit}}], covers: [{type: [MARKET, "TRAILING_*", "*_IF_TOUCHED", MARKET_TO_LIMIT]}]}
    also:
      trigger: {by: [type, side], "STOP_*": {BUY: up}, "*": omit}
      life: {when: {reduce_only: true}, by: product, perp: close}
      id: {by: [product, colour], perp: x, "*": omit}
    """
    assert told(tmp_path, command) == [
        "4: nothing is said for {type: STOP_MARKET, side: SELL} (map it, or write 'omit' or 'deny')",
        "5: nothing is said for {type: LIMIT, product: spot, reduce_only: true} (map it, or write 'omit' or 'deny')",
        "6: unknown input 'colour'",
    ]


def test_tables_of_the_inbound_side_are_held_to_the_same(tmp_path: Path) -> None:
    text = spec("fields: {symbol: $instrument.raw}\n") + (
        "enums: {Phase: {values: [OPEN, SHUT], policy: closed}}\n"
        "tables:\n"
        "  Status:\n"
        "    inputs: {phase: Phase, halted: bool}\n"
        "    gives: MarketStatusAction\n"
        "    rows:\n"
        "    - {when: {phase: OPEN, halted: false}, set: TRADING}\n"
        "    - {when: {phase: SHUT}, set: CLOSED}\n"
        "    - {when: {phase: SHUT, halted: true}, set: HALT}\n"
    )
    found = [each.partition(": ")[2] for each in faults(tmp_path, text)]
    assert "MarketStatusAction has no value 'CLOSED' (did you mean 'CLOSE'?)" in found
    assert (
        "this row and row 2 both take {phase: SHUT, halted: true} (each combination belongs to one row)"
        in found
    )
    assert "no row takes {phase: OPEN, halted: true} (map it, or deny it in writing)" in found
