"""commands of the venue okx. Generated from specs/okx/commands.yaml; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope

from dragoman_venues.okx.orders import DoneAnswer, ResultAnswer


def emit_place_order(scope: Scope, message: DoneAnswer, ts_init: int, out: list[Event]) -> None:
    """Send an order to no event."""


def emit_mass_cancel(scope: Scope, message: ResultAnswer, ts_init: int, out: list[Event]) -> None:
    """Take back the market maker's orders of a family of options to no event."""


emit_amend_order = emit_place_order
emit_cancel_single_order = emit_place_order
emit_place_algo_order = emit_place_order
emit_amend_algo_order = emit_place_order
emit_cancel_algo_order = emit_place_order
emit_place_spread_order = emit_place_order
emit_amend_spread_order = emit_place_order
emit_cancel_spread_order = emit_place_order
emit_place_orders = emit_place_order
emit_amend_orders = emit_place_order
emit_cancel_orders = emit_place_order
emit_cancel_spread_orders = emit_mass_cancel
emit_cancel_advanced_algo_order = emit_place_order
