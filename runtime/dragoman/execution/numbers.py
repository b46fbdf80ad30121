"""Outcomes with the venue's ids of orders that their answers told beside them."""

from __future__ import annotations

import msgspec

from dragoman.execution.ledger import Ledger
from dragoman.model import Accepted, Outcome


def numbered(outcome: Outcome, ledger: Ledger) -> Outcome:
    """The outcome of a submission with the venue's id, where the answer told it in what it says of the order."""
    if not isinstance(outcome, Accepted) or outcome.venue_order_id is not None:
        return outcome
    order = ledger.find(outcome.client_order_id)
    number = None if order is None else order.venue_order_id
    return outcome if number is None else msgspec.structs.replace(outcome, venue_order_id=number)
