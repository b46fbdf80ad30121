"""What is known of orders beside their answers: ids that those do not tell, and how an order stands that is changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from dragoman.execution.ledger import Ledger
from dragoman.execution.tracked import TrackedOrder
from dragoman.model import Accepted, Outcome, Rejected
from dragoman.requests.commands import Prepared


def numbered(outcome: Outcome, ledger: Ledger) -> Outcome:
    """The outcome of a submission with the venue's id, where the answer told it in what it says of the order."""
    if not isinstance(outcome, Accepted) or outcome.venue_order_id is not None:
        return outcome
    order = ledger.find(outcome.client_order_id)
    number = None if order is None else order.venue_order_id
    return outcome if number is None else msgspec.structs.replace(outcome, venue_order_id=number)


def named(outcome: Outcome, order: TrackedOrder | None) -> Outcome:
    """The outcome of what is about an order of ours with our id of it, which the venue may not know or call otherwise."""
    if order is None or outcome.client_order_id == order.client_order_id:
        return outcome
    return msgspec.structs.replace(outcome, client_order_id=order.client_order_id)


def standing(order: TrackedOrder | None) -> dict[str, Any]:
    """What a change is told of the order that it is about, where that is one of ours."""
    return {} if order is None else {"original": order.as_it_stands, "filled": order.filled_qty}


def is_nameless(outcome: Outcome, ready: Prepared, client_order_id: str) -> bool:
    """Whether neither the answer to a submission names the order, nor the venue was told our id of it."""
    if isinstance(outcome, Rejected) or (isinstance(outcome, Accepted) and outcome.venue_order_id):
        return False
    return not any(_says(value, client_order_id) for _, value in ready.checked)


def _says(value: Any, text: str) -> bool:
    if isinstance(value, Mapping):
        return any(_says(each, text) for each in value.values())
    if isinstance(value, list | tuple):
        return any(_says(each, text) for each in value)
    return bool(value == text)
