"""Commands of a small venue: one decision for single, batch and amendment; numbers held to the instrument; outcomes read."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from dragoman.errors import Denied, InvalidOrder, OutcomeUnknown, VenueError
from dragoman.model import (
    Accepted,
    CurrencyPair,
    InstrumentId,
    LimitOrder,
    ModifyOrder,
    OrderSide,
    Rejected,
    TimeInForce,
    Unknown,
)
from dragoman.requests.commands import decided
from dragoman.requests.outcome import outcome, outcome_of_error
from msgspec.structs import fields

from tests.generator.commands.mini import load

ID = InstrumentId("AAABBB-SPOT.ORDERS")
KEYS = {"api_key": "the-key", "api_secret": "the-secret"}
ORDER = LimitOrder(
    instrument_id=ID, order_side=OrderSide.BUY, quantity=Decimal("1"), price=Decimal("10"), post_only=True
)


def requests(instruments: list[Any] | None = None) -> Any:
    return load("orders").requests(KEYS, instruments, lambda: 0, lambda: "made-here")


def command() -> Any:
    return requests().interface.commands["submit_order"]


def sent(built: Any) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(built.body)
    return body


def pair(**changes: Any) -> CurrencyPair:
    known = {"instrument_id": ID, "raw_symbol": "AAABBB", "base_currency": "AAA", "quote_currency": "BBB",
             "price_precision": 2, "size_precision": 1, "price_increment": Decimal("0.05"), "size_increment": Decimal("0.1"),
             "ts_event": 0, "ts_init": 0, **changes}  # fmt: skip
    names = {field.name for field in fields(CurrencyPair)}
    return CurrencyPair(**{name: value for name, value in known.items() if name in names})


def test_every_combination_is_mapped_or_denied() -> None:
    known = command()
    mapped = 0
    for values in product(*known.domains.values()):
        inputs = dict(zip(known.domains, values, strict=True))
        try:
            found = decided(known, inputs)
        except Denied as denied:
            assert denied.reason != "no row of the table takes this", inputs
            continue
        mapped += 1
        assert found["orderType"] in ("Market", "Limit")
    assert mapped


def test_single_batch_and_amendment_take_the_same_decision() -> None:
    builder = requests()
    single = sent(builder.build("submit_order", order=ORDER))
    (row,) = sent(builder.build("submit_order_list", orders=[ORDER]))["request"]
    changed = ModifyOrder(instrument_id=ID, client_order_id=single["orderLinkId"], price=Decimal("11"))
    amended = sent(builder.build("modify_order", order=changed, original=ORDER))
    for name in ("orderType", "timeInForce"):
        assert single[name] == row[name] == amended[name]
    assert (amended["price"], amended["qty"]) == ("11", "1")


def test_a_batch_is_denied_for_the_entry_that_the_table_denies() -> None:
    other = LimitOrder(
        instrument_id=ID,
        order_side=OrderSide.BUY,
        quantity=Decimal("1"),
        price=Decimal("10"),
        time_in_force=TimeInForce.DAY,
    )
    with pytest.raises(Denied, match="tif: GTC, IOC, FOK") as caught:
        requests().build("submit_order_list", orders=[ORDER, other])
    assert caught.value.supported == ("tif: GTC, IOC, FOK",)


def test_an_order_without_id_gets_one_and_its_own_words_are_sent_along() -> None:
    order = LimitOrder(
        instrument_id=ID,
        order_side=OrderSide.SELL,
        quantity=Decimal("1"),
        price=Decimal("10"),
        params={"triggerBy": "MarkPrice"},
    )
    body = sent(requests().build("submit_order", order=order))
    assert (body["orderLinkId"], body["triggerBy"]) == ("made-here", "MarkPrice")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"price": Decimal("10.03")}, "price must be a multiple of 0.05: 10.03 lies between 10.00 and 10.05"),
        ({"quantity": Decimal("1.25")}, "quantity must be a multiple of 0.1: 1.25 lies between 1.2 and 1.3"),
    ],
)
def test_a_number_off_its_increment_names_the_nearest_valid_ones(changes: Any, says: str) -> None:
    terms = {"price": Decimal("10.05"), "quantity": Decimal("1"), **changes}
    order = LimitOrder(instrument_id=ID, order_side=OrderSide.BUY, **terms)
    with pytest.raises(InvalidOrder, match=says):
        requests([pair()]).build("submit_order", order=order)


def test_numbers_on_their_increments_are_sent_as_they_are_written() -> None:
    order = LimitOrder(
        instrument_id=ID, order_side=OrderSide.BUY, quantity=Decimal("1.30"), price=Decimal("10.05")
    )
    body = sent(requests([pair()]).build("submit_order", order=order))
    assert (body["qty"], body["price"]) == ("1.30", "10.05")


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (
            200,
            b'{"retCode":0,"retMsg":"OK","result":{"orderId":"V-1","orderLinkId":"C-1"}}',
            Accepted(venue_order_id="V-1", client_order_id="C-1"),
        ),
        (
            200,
            b'{"retCode":110007,"retMsg":"no money","result":{}}',
            Rejected(reason="the balance is too low: no money", code="110007", client_order_id="C-9"),
        ),
        (
            400,
            b'{"retCode":1,"retMsg":"what?"}',
            Rejected(reason="what?", code="1", client_order_id="C-9"),
        ),
    ],
)
def test_an_answer_accepts_or_rejects(status: int, body: bytes, expected: Any) -> None:
    assert outcome(command(), requests().interface.errors, status, body, "C-9") == expected


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b'{"retCode":10016,"retMsg":"timeout","result":{}}'),
        (200, b'{"retCode":0'),
        (200, b"<html>"),
        (200, b'{"retMsg":"OK","result":{}}'),
        (500, b'{"retCode":1,"retMsg":"x"}'),
        (502, b"<html>bad gateway</html>"),
        (429, b'{"retCode":1,"retMsg":"slow down"}'),
    ],
)
def test_what_leaves_an_order_open_is_never_turned_into_a_rejection(status: int, body: bytes) -> None:
    found = outcome(command(), requests().interface.errors, status, body, "C-9")
    assert isinstance(found, Unknown)
    assert found.client_order_id == "C-9"


def test_errors_of_a_call_are_outcomes_too() -> None:
    assert isinstance(outcome_of_error(OutcomeUnknown("v", "place", "timed out"), "C"), Unknown)
    rejected = outcome_of_error(VenueError("v", "place", code=7, meaning="no"), "C")
    assert isinstance(rejected, Rejected) and (rejected.code, rejected.reason) == ("7", "no")


def test_wire_values_of_one_row_alone_lead_back_to_its_inputs() -> None:
    reverse = {tuple(wire.items()): inputs for wire, inputs in command().reverse}
    assert reverse[("orderType", "Limit"), ("timeInForce", "PostOnly")] == {"post_only": True, "tif": "GTC"}
