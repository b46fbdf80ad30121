"""Ids that follow one another: holes are told, what is not new is left out, breaks begin anew."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

from dragoman.machines import Consecutive
from dragoman.model import AggressorSide, InstrumentId, StreamGap, TradeTick
from hypothesis import given
from hypothesis import strategies as st


def trade(number: int, at: int = 0, symbol: str = "A") -> TradeTick:
    side = AggressorSide.BUYER
    return TradeTick(
        InstrumentId(f"{symbol}.TEST"), Decimal(1), Decimal(1), side, str(number), at or number, at or number
    )


def counted(machine: Consecutive, *numbers: int, symbol: str = "A") -> list[str]:
    """What comes out: the number of a trade, or what a hole says."""
    out: list[Any] = []
    for number in numbers:
        machine.on_event(symbol, number, trade(number, symbol=symbol), out)
    return [each.reason if isinstance(each, StreamGap) else each.trade_id for each in out]


def make(**more: Any) -> Consecutive:
    return Consecutive(**{"stream": "trade", "restart": 100, "max_keys": 3, **more})


def test_ids_in_order_pass_and_a_hole_tells_how_many_are_missing() -> None:
    assert counted(make(), 5, 6, 7) == ["5", "6", "7"]
    assert counted(make(), 5, 7) == ["5", "1 id is missing between 5 and 7", "7"]
    assert counted(make(), 5, 6, 16) == ["5", "6", "9 ids are missing between 6 and 16", "16"]


def test_a_hole_lies_between_the_two_moments_and_names_the_instrument() -> None:
    out: list[Any] = []
    machine = make()
    machine.on_event("A", 1, trade(1, at=1000), out)
    machine.on_event("A", 3, trade(3, at=2000), out)
    gap = out[1]
    assert isinstance(gap, StreamGap)
    assert (gap.stream, gap.instrument_id, gap.from_ns, gap.to_ns) == ("trade", "A.TEST", 1000, 2000)


def test_what_is_not_new_is_left_out_or_passes_as_declared_and_tells_no_hole() -> None:
    machine = make()
    assert counted(machine, 5, 6, 6, 5, 7) == ["5", "6", "7"] and machine.older == 2
    assert counted(make(passes_older=True), 5, 6, 6, 5, 7) == ["5", "6", "6", "5", "7"]


def test_an_id_far_behind_is_a_new_count() -> None:
    assert counted(make(), 1000, 900) == ["1000"]
    assert counted(make(), 1000, 899, 900) == ["1000", "ids begin anew at 899 after 1000", "899", "900"]


def test_keys_are_counted_apart_and_a_break_makes_all_of_them_new() -> None:
    machine = make()
    assert counted(machine, 1) + counted(machine, 50, symbol="B") + counted(machine, 2) == ["1", "50", "2"]
    machine.on_disconnect()
    assert counted(machine, 90) + counted(machine, 99, symbol="B") == ["90", "99"]


def test_a_key_that_has_no_room_takes_the_place_of_the_oldest() -> None:
    machine = make()
    for symbol in "ABCD":
        counted(machine, 1, symbol=symbol)
    assert counted(machine, 9, symbol="A") == ["9"]
    assert counted(machine, 2, symbol="D") == ["2"]


@given(st.lists(st.integers(1, 60), min_size=1))
def test_each_id_comes_once_and_every_hole_is_told(numbers: list[int]) -> None:
    out: list[Any] = []
    machine = make()
    for number in numbers:
        machine.on_event("A", number, trade(number), out)
    seen = [int(each.trade_id) for each in out if isinstance(each, TradeTick)]
    assert seen == sorted(set(seen)) and seen[0] == numbers[0] and seen[-1] == max(numbers)
    holes = sum(after != before + 1 for before, after in pairwise(seen))
    assert sum(isinstance(each, StreamGap) for each in out) == holes
