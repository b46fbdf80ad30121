"""The table of what a venue can do says what serves an action, or why nothing does."""

from dataclasses import replace

from dragoman.requests.capabilities import UNSAID, capabilities

from tests.runtime.requests.interface_of_tests import INTERFACE

TABLE = {(each.action, each.product): each for each in capabilities(INTERFACE)}


def test_what_is_served_names_what_serves_it_best_first() -> None:
    assert TABLE["subscribe_trades", "perp"].via == ("best_trade", "trade")
    assert TABLE["subscribe_trades", "spot"].via == ("trade",)
    assert TABLE["request_trades", "spot"].supported


def test_what_is_refused_in_writing_says_why_even_where_something_could_serve_it() -> None:
    refused = TABLE["request_trades", "perp"]
    assert (refused.via, refused.reason) == ((), "not for perp")
    assert TABLE["request_quotes", "spot"].instead == "subscribe_quotes"


def test_what_the_specification_leaves_out_says_so() -> None:
    assert TABLE["submit_order", "spot"].reason == UNSAID
    assert not TABLE["subscribe_bars", "perp"].supported


def test_an_index_has_no_orders() -> None:
    index = capabilities(replace(INTERFACE, products={**INTERFACE.products, "index": ("IndexInstrument",)}))
    found = {each.action: each for each in index if each.product == "index"}
    orders = [each for action, each in found.items() if action.endswith(("StatusReport", "FillReport"))]
    assert not any(each.supported for each in orders)
