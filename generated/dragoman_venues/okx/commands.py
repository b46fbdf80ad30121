"""commands of the venue okx. Generated from specs/okx/commands.yaml; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope

from dragoman_venues.okx.orders import DoneAnswer, ResultAnswer


def emit_place_order(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Send an order to no event."""


def emit_place_orders(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Send up to twenty orders to no event."""


def emit_amend_order(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Change an order to no event."""


def emit_amend_orders(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Change up to twenty orders to no event."""


def emit_cancel_single_order(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Take back an order to no event."""


def emit_cancel_orders(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Take back up to twenty orders to no event."""


def emit_mass_cancel(scope: Scope, message: ResultAnswer, ts_init: int, out: list[Event]) -> None:
    """Take back the market maker's orders of a family of options to no event."""


def emit_place_algo_order(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Send an order that waits for a price, trails it, or is one of a pair to no event."""


def emit_amend_algo_order(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Change an order that waits for a price to no event."""


def emit_cancel_algo_order(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Take back an algo order to no event."""


def emit_cancel_advanced_algo_order(
    scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]
) -> None:
    """Take back an iceberg, TWAP or trailing order, by the older address to no event."""


def emit_place_spread_order(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Send an order of a spread to no event."""


def emit_amend_spread_order(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Change an order of a spread to no event."""


def emit_cancel_spread_order(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Take back an order of a spread to no event."""


def emit_cancel_spread_orders(scope: Scope, message: ResultAnswer, ts_init: int, out: list[Event]) -> None:
    """Take back all orders of a spread to no event."""
