"""Names of one import stand as the linter wants them."""

from __future__ import annotations

from dragoman_generator.emit.modules import import_order


def test_letter_case_tells_kinds_apart_and_not_the_order_within_one() -> None:
    names = ["as_list", "MarkPriceUpdate", "F_LAST", "MarketStatusAction"]
    assert sorted(names, key=import_order) == ["F_LAST", "MarketStatusAction", "MarkPriceUpdate", "as_list"]
