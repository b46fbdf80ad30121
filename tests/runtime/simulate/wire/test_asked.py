"""Requests over a connection act as those of HTTP do: signed or logged on, answered with their id, refused in the venue's words."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from dragoman.model import CancelOrder, LimitOrder, OrderSide
from dragoman.requests.commands import prepared
from dragoman.requests.sockets import socket_frame
from dragoman.simulate.links import Link

from tests.runtime.simulate.wire.desk import NOW, SPOT, Client


class Asking:
    """One connection for orders, and frames as the generated requests make them."""

    def __init__(self) -> None:
        self.client = Client()
        self.core = self.client.core
        self.link: Link = self.core.connect("orders", "spot", "/")
        line = self.core.markets["spot"].lines[SPOT]
        self.order = LimitOrder(
            instrument_id=SPOT,
            order_side=OrderSide.BUY,
            quantity=Decimal(1),
            price=line.price(line.best[0]) - 10,
            client_order_id="a",
        )

    def frame(self, action: str, number: int = 7, **said: Any) -> str:
        requests = self.client.venue.requests(
            credentials=self.client.secrets, instruments=self.client.instruments, clock=lambda: NOW
        )
        ready = prepared(requests, action, said)
        frame = socket_frame(requests, "orders", ready.operation, ready.product, ready.checked, number)
        return frame if isinstance(frame, str) else frame.decode()

    def asked(self, frame: str | dict[str, Any]) -> Any:
        """The one answer to a frame."""
        text = frame if isinstance(frame, str) else json.dumps(frame)
        (answer,) = self.core.receive(self.link, text, NOW)
        return json.loads(answer)

    @property
    def orders(self) -> dict[str, Any]:
        trading = self.core.trading
        return dict(trading.account(self.core.trading.keyring.keys[0].owner, "spot").by_client_id)


@pytest.fixture
def asking() -> Asking:
    return Asking()


def test_a_request_acts_and_its_answer_carries_its_id(asking: Asking) -> None:
    answer = asking.asked(asking.frame("submit_order", order=asking.order))
    assert answer["reqId"] == "7" and answer["status"] == 200 and answer["code"] == 0
    # What HTTP calls `data` stands under the connection's own name for it.
    (row,) = answer["result"]
    assert row["tag"] == "a" and "data" not in answer
    assert asking.orders["a"].is_open
    cancel = CancelOrder(instrument_id=SPOT, client_order_id="a")
    assert asking.asked(asking.frame("cancel_order", 8, command=cancel))["reqId"] == "8"
    assert not asking.orders["a"].is_open


def test_a_refusal_is_told_as_an_answer_and_nothing_is_done(asking: Asking) -> None:
    frame = asking.frame("submit_order", order=asking.order)
    assert asking.asked(frame)["code"] == 0
    again = asking.asked(frame.replace('"reqId":"7"', '"reqId":"9"'))
    assert again["reqId"] == "9" and again["result"][0]["code"] != 0
    assert len(asking.orders) == 1


@pytest.mark.parametrize("key", ["apiKey", "signature", "tag"])
def test_what_was_changed_after_it_was_signed_is_refused(asking: Asking, key: str) -> None:
    frame = json.loads(asking.frame("submit_order", order=asking.order))
    frame["args"][0][key] += "x"
    answer = asking.asked(frame)
    assert answer["reqId"] == "7" and answer["code"] != 0 and not asking.orders


def test_an_old_signature_is_refused(asking: Asking) -> None:
    (told,) = asking.core.receive(
        asking.link, asking.frame("submit_order", order=asking.order), NOW + 60 * 1_000_000_000
    )
    assert json.loads(told)["code"] != 0 and not asking.orders


@pytest.mark.parametrize(
    "frame", ["{", '{"op":"order.unheard","reqId":"7","head":{"time":"1"},"args":[{}]}', '{"op":"login"}']
)
def test_what_asks_for_nothing_is_no_request(asking: Asking, frame: str) -> None:
    assert not asking.core.asked.takes(asking.link, frame)
    assert asking.core.asked.received(asking.link, frame, NOW) is None
    assert asking.core.asked.takes(asking.link, asking.frame("submit_order", order=asking.order))


def test_connections_for_other_things_take_no_requests(asking: Asking) -> None:
    other = asking.core.connect("private", "spot", "/")
    assert asking.core.asked.received(other, asking.frame("submit_order", order=asking.order), NOW) is None
