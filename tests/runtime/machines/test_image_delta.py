"""Rules of market images and the changes laid over them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from dragoman.machines import ImageDelta, LadderRule, Resubscribe
from dragoman.model import StreamGap
from hypothesis import given
from hypothesis import strategies as st

LADDERS = {
    "offers": LadderRule(),
    "best": LadderRule(by="level"),
    "traded": LadderRule(cumulative=True),
}


class Market:
    """One market of a machine, told in plain numbers."""

    def __init__(self, **more: Any) -> None:
        self.machine = ImageDelta(LADDERS, stream="markets", **more)
        self.out: list[Any] = []

    def begin(self, is_image: bool = False, parent: str = "m") -> tuple[Any, ...] | None:
        return self.machine.begin(parent, is_image, 5, self.out)

    def apply(
        self, ladder: str, *rows: tuple[Any, ...], child: Any = 1, parent: str = "m"
    ) -> list[tuple[str, str]]:
        decimals = [[Decimal(str(value)) for value in row] for row in rows]
        changes = self.machine.apply(parent, child, ladder, decimals, 6, self.out)
        return [(str(price), str(size)) for price, size in changes]

    def add_up(self, *rows: tuple[Any, ...], child: Any = 1) -> list[tuple[str, str]]:
        decimals = [[Decimal(str(value)) for value in row] for row in rows]
        changes = self.machine.add_up("m", child, "traded", decimals, 6, self.out)
        return [(str(price), str(size)) for price, size in changes]

    def ladder(self, name: str, child: Any = 1) -> dict[str, str]:
        return {str(price): str(size) for price, size in self.machine.ladder("m", child, name)}


@pytest.fixture
def market() -> Market:
    made = Market()
    made.begin(is_image=True)
    return made


def test_a_price_row_is_its_own_change_and_size_zero_deletes(market: Market) -> None:
    assert market.apply("offers", (2.5, 10), (2.6, 5)) == [("2.5", "10"), ("2.6", "5")]
    assert market.apply("offers", (2.5, 0), (9, 0)) == [("2.5", "0"), ("9", "0")]
    assert market.ladder("offers") == {"2.6": "5"}


def test_a_price_row_may_carry_a_level_in_front(market: Market) -> None:
    assert market.apply("offers", (0, 2.5, 10)) == [("2.5", "10")]


def test_a_level_that_changes_its_price_deletes_the_price_that_no_level_shows_any_more(
    market: Market,
) -> None:
    market.apply("best", (0, 2.5, 10), (1, 2.4, 7))
    assert market.apply("best", (0, 2.6, 3), (1, 2.5, 10)) == [("2.4", "0"), ("2.6", "3")]
    assert market.apply("best", (1, 0, 0)) == [("2.5", "0")]


def test_an_image_voids_the_ladders_of_every_child_of_its_parent_alone(market: Market) -> None:
    market.begin(is_image=True, parent="other")
    market.apply("offers", (2, 1), parent="other")
    market.apply("offers", (3, 1), child=1)
    market.apply("offers", (4, 1), child=(2, Decimal("-0.5")))
    assert market.begin(is_image=True) == (1, (2, Decimal("-0.5")))
    assert market.ladder("offers") == {}
    assert market.machine.ladder("other", 1, "offers") == [(Decimal(2), Decimal(1))]


def test_a_running_total_gives_its_increase_by_child_and_price(market: Market) -> None:
    assert market.add_up((2.5, 100)) == [("2.5", "100")]
    assert market.add_up((2.5, 100), (2.6, 7)) == [("2.6", "7")]
    assert market.add_up((2.5, 130.25)) == [("2.5", "30.25")]
    assert market.add_up((2.5, 100), child=2) == [("2.5", "100")]


def test_an_image_states_totals_again_and_trades_nothing_twice(market: Market) -> None:
    market.add_up((2.5, 100))
    market.begin(is_image=True)
    assert market.add_up((2.5, 110)) == [("2.5", "10")]


def test_a_total_that_falls_is_no_trade_and_the_new_base(market: Market) -> None:
    market.add_up((2.5, 100))
    assert market.add_up((2.5, 80)) == []
    assert market.add_up((2.5, 90)) == [("2.5", "10")]


def test_a_change_before_any_image_is_skipped_reported_and_asked_for_once() -> None:
    market = Market()
    assert market.begin() is None
    assert market.begin() is None
    assert list(market.machine.effects) == [Resubscribe("m", 5, "a change came before any image")]
    assert [type(event) for event in market.out] == [StreamGap]
    assert market.begin(is_image=True) == ()
    assert market.apply("offers", (2, 1)) == [("2", "1")]


def test_where_no_image_is_required_changes_are_laid_over_an_empty_tree() -> None:
    market = Market(require_image=False)
    assert market.begin() == ()
    assert market.apply("offers", (2, 1)) == [("2", "1")]


def test_after_a_break_a_known_parent_needs_its_image_even_where_none_is_required_at_first() -> None:
    market = Market(require_image=False)
    market.begin()
    market.apply("offers", (2, 1))
    market.machine.on_disconnect(resume=False)
    assert market.begin() is None


def test_tokens_are_kept_until_the_stream_starts_anew() -> None:
    market = Market()
    market.machine.save_tokens(initial="i1", clock="c1")
    market.machine.save_tokens(initial=None, clock="c2")
    assert market.machine.resume_tokens == {"initial": "i1", "clock": "c2"}
    market.machine.on_disconnect(resume=False)
    assert market.machine.resume_tokens == {}


def test_a_resumed_stream_goes_on_from_the_tree_that_it_left(market: Market) -> None:
    market.machine.save_tokens(clock="c1")
    market.apply("offers", (2, 1))
    market.machine.on_disconnect(resume=True)
    assert market.begin() == ()
    assert market.ladder("offers") == {"2": "1"}


def test_without_tokens_a_disconnect_asks_for_images_and_keeps_totals(market: Market) -> None:
    market.apply("offers", (2, 1))
    market.add_up((2, 50))
    market.machine.on_disconnect(resume=True)
    assert market.begin() is None
    assert market.begin(is_image=True) == ()
    assert market.add_up((2, 60)) == [("2", "10")]


@pytest.mark.parametrize(("ladder", "by"), [("offers", "max_levels"), ("best", "max_levels")])
def test_more_levels_than_the_bound_break_the_parent(ladder: str, by: str) -> None:
    market = Market(**{by: 3})
    market.begin(is_image=True)
    assert market.apply(ladder, *[(level, level + 1, 1) for level in range(4)]) == []
    assert market.begin() is None
    assert [type(event) for event in market.out] == [StreamGap]
    assert market.add_up((1, 1)) == []


def test_parents_are_bounded_and_a_closed_one_is_forgotten() -> None:
    market = Market(max_parents=2)
    for parent in "abc":
        market.begin(is_image=True, parent=parent)
    assert (len(market.machine), market.machine.counters.evicted) == (2, 1)
    market.machine.forget("b")
    assert len(market.machine) == 1
    market.machine.reset()
    assert len(market.machine) == 0


LEVEL_ROWS = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 6), st.integers(0, 3)), max_size=5)


@given(st.lists(LEVEL_ROWS))
def test_changes_by_price_add_up_to_what_the_levels_show(messages: list[list[tuple[int, int, int]]]) -> None:
    market = Market(require_image=False)
    shown: dict[str, str] = {}
    for rows in messages:
        market.begin()
        for price, size in market.apply("best", *rows):
            if size == "0":
                del shown[price]
            else:
                shown[price] = size
        assert shown == market.ladder("best")
