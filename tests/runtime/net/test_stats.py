"""Counters that a user reads while a venue runs."""

from __future__ import annotations

import pytest
from dragoman.stats import OTHER, Stats


def test_counters_are_attributes_and_a_dict() -> None:
    stats = Stats()
    stats.messages += 2
    stats.count("unknown_enums", "OrderType.PEGGED")
    stats.count("unknown_enums", "OrderType.PEGGED", 2)
    read = stats.as_dict()
    assert (read["messages"], read["unknown_enums"], read["gaps"]) == (2, 3, 0)
    assert read["unknown_enums.by_name"] == {"OrderType.PEGGED": 3}
    assert repr(stats).startswith("Stats(messages=2, unknown_enums=3")


def test_names_are_bounded() -> None:
    stats = Stats()
    for n in range(5000):
        stats.count("unknown_fields", f"field{n}")
    assert len(stats.named["unknown_fields"]) == 1001
    assert stats.named["unknown_fields"][OTHER] == 4000 and stats.unknown_fields == 5000


def test_several_add_up() -> None:
    total, one = Stats(), Stats()
    one.events = 5
    one.count("bad_rows", "trade")
    total.add(one)
    total.add(one)
    assert (total.events, total.bad_rows, total.named["bad_rows"]["trade"]) == (10, 2, 2)


def test_reset_leaves_nothing() -> None:
    stats = Stats()
    for name in stats.as_dict():
        stats.count(name, "x")
    stats.reset()
    assert set(stats.as_dict().values()) == {0}


def test_a_misspelt_counter_is_an_error() -> None:
    with pytest.raises(AttributeError):
        Stats().count("unknown_feilds", "x")
