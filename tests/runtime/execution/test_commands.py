"""Commands of an adapter: their outcomes, over HTTP and over a connection, alone and in batches."""

from __future__ import annotations

from decimal import Decimal

import pytest
from dragoman.errors import InvalidOrder, NotSupported, RequestTimeout, TransportError
from dragoman.model import (
    Accepted,
    CancelOrder,
    OrderStatus,
    Rejected,
    TimeInForce,
    Unknown,
)
from dragoman.net.wire import Response

from tests.runtime.execution.desk_of_tests import SECOND, SPOT, Desk, limit, rest, run


def test_an_order_that_is_taken_is_known_by_both_ids() -> None:
    async def play() -> None:
        desk = Desk()
        async with desk.adapter as venue:
            outcome = await venue.submit_order(limit("C-1"))
            assert isinstance(outcome, Accepted) and outcome.venue_order_id == "V-1"
            assert venue.order("C-1") is venue.order(venue_order_id="V-1")
            assert venue.order("C-1").status is OrderStatus.ACCEPTED

    run(play())
