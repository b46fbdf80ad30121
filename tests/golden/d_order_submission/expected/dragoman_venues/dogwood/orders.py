"""orders of the venue dogwood. Generated from specs/dogwood/orders.yaml; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope
from msgspec import Struct, field


class Answer(Struct, frozen=True, kw_only=True, gc=False):
    """Part of the answer of new_order, the answer of new_pair, the answer of drop_order. https://docs.dogwood.example/orders#new"""

    code: int
    told: str = field(name="text")
    order_id: str | None = field(name="order", default=None)


def emit_new_order(scope: Scope, message: Answer, ts_init: int, out: list[Event]) -> None:
    """Send an order to no event."""


emit_new_pair = emit_new_order
emit_drop_order = emit_new_order
