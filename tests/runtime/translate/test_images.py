"""Rules of what an emit function sees of one child of an image."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from dragoman.model import OrderSide
from dragoman.translate.images import ChildBook, Images, Ladder, ParentChange

LADDERS = (
    Ladder("full_bids", OrderSide.BUY),
    Ladder("full_asks", OrderSide.SELL),
    Ladder("best_bids", OrderSide.BUY, "level"),
)


def rows(*levels: tuple[Any, ...]) -> Any:
    return [[Decimal(str(value)) for value in level] for level in levels]


@pytest.fixture
def images() -> Images:
    return Images(LADDERS, ("traded",), stream="markets", max_keys=10)


def begin(images: Images, image: bool = False, parent: str = "m") -> ParentChange:
    change = images.begin(parent, image, 5, [])
    assert change is not None
    return change


def child(
    change: ParentChange,
    key: int = 1,
    bids: Any = None,
    asks: Any = None,
    best: Any = None,
    traded: Any = None,
) -> ChildBook:
    return change.child(key, (bids, asks, best), (traded,))


def test_a_child_without_a_ladder_has_no_book(images: Images) -> None:
    found = child(begin(images))
    assert (found.has_book, found.bids, found.asks, found.totals) == (False, (), (), ((),))


def test_rows_of_a_change_are_handed_on_as_they_came(images: Images) -> None:
    levels = rows((2, 10), (1.5, 0))
    found = child(begin(images), bids=levels)
    assert found.bids is levels and found.has_book and not found.is_snapshot


def test_an_image_leaves_out_levels_without_size(images: Images) -> None:
    found = child(begin(images, image=True), bids=rows((2, 10), (1.5, 0)), asks=rows((3, 0)))
    assert found.is_snapshot and found.bids == rows((2, 10)) and found.asks == []


def test_a_child_of_an_image_without_ladders_has_an_empty_book(images: Images) -> None:
    found = child(begin(images, image=True))
    assert found.has_book and found.is_snapshot and not found.bids and not found.asks


def test_a_child_is_replaced_once_by_an_image(images: Images) -> None:
    change = begin(images, image=True)
    assert child(change, bids=rows((2, 1))).is_snapshot
    again = child(change, asks=rows((3, 1)))
    assert again.has_book and not again.is_snapshot


def test_an_image_makes_rows_of_the_children_that_it_no_longer_holds(images: Images) -> None:
    change = begin(images, image=True)
    child(change, 1, bids=rows((2, 1)))
    child(change, 2, bids=rows((2, 1)))
    change = begin(images, image=True)
    seen = []
    for name in change.rows(["one"], lambda gone: f"gone {gone}"):
        seen.append(name)
        child(change, 1 if name == "one" else 2)
    assert seen == ["one", "gone 2"]
    assert list(begin(images, image=True).rows([], lambda gone: "gone")) == [], "a child is cleared once"


def test_a_change_makes_no_rows(images: Images) -> None:
    child(begin(images, image=True), 1, bids=rows((2, 1)))
    assert list(begin(images).rows(["x"], lambda gone: "gone")) == ["x"]


def test_one_ladder_shows_a_side_for_the_whole_parent(images: Images) -> None:
    assert child(begin(images), 1, best=rows((0, 2, 1))).bids == [(Decimal(2), Decimal(1))]
    other = child(begin(images), 2, bids=rows((2, 5)))
    assert not other.has_book
    assert child(begin(images, parent="n"), 1, bids=rows((2, 5))).has_book


def test_totals_give_their_increase(images: Images) -> None:
    assert child(begin(images), traded=rows((2, 10))).totals == ([(Decimal(2), Decimal(10))],)
    assert child(begin(images), traded=rows((2, 12.5))).totals == ([(Decimal(2), Decimal("2.5"))],)


def test_tokens_pass_through(images: Images) -> None:
    images.save_tokens(first="a", clock=None)
    assert images.resume_tokens == {"first": "a"}
    images.on_disconnect(resume=False)
    assert images.resume_tokens == {}
