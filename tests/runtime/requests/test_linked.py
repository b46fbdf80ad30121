"""Orders that hang together: which list of the venue's takes them, and what is said of those that none takes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.errors import Denied
from dragoman.model import ContingencyType, InstrumentId, LimitOrder, Order, OrderSide, StopMarketOrder
from dragoman.requests.linked import check_linked, list_command

INTERFACE = dragoman.load("okx").module.Requests.interface
TERMS: dict[str, Any] = {"instrument_id": InstrumentId("BTC-USDT-SWAP.OKX"), "quantity": Decimal(1)}


def bracket(kind: ContingencyType) -> list[Order]:
    """An entry and its two exits, which are linked in that way."""
    closing = {"order_side": OrderSide.SELL, "contingency_type": kind, "parent_order_id": "E", **TERMS}
    return [
        LimitOrder(
            price=Decimal(5),
            client_order_id="E",
            order_side=OrderSide.BUY,
            contingency_type=ContingencyType.OTO,
            linked_order_ids=("P", "L"),
            **TERMS,
        ),
        LimitOrder(price=Decimal(7), client_order_id="P", linked_order_ids=("L",), **closing),
        StopMarketOrder(trigger_price=Decimal(4), client_order_id="L", linked_order_ids=("P",), **closing),
    ]


def test_exits_of_which_one_cancels_the_other_are_a_bracket() -> None:
    assert list_command(INTERFACE, bracket(ContingencyType.OCO), "swap") == "submit_bracket"


def test_exits_of_which_one_updates_the_other_are_denied_with_the_word_that_is_taken() -> None:
    orders = bracket(ContingencyType.OUO)
    assert list_command(INTERFACE, orders, "swap") == ""
    with pytest.raises(Denied, match="it takes contingency: OCO in the place of OUO"):
        check_linked(INTERFACE, orders, "swap")
