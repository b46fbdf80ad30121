"""What an account's stream tells reaches the engine once, complete, and in words that it has."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from dragoman import model
from dragoman.errors import UnknownInstrument
from dragoman.model import InstrumentId
from dragoman.nautilus.account_link import _Opening
from dragoman.nautilus.balances import Balances
from dragoman.nautilus.convert.numbers import Scale
from dragoman.nautilus.convert.orders import Ids, order_to
from dragoman.nautilus.errors import NotInNautilus
from dragoman.nautilus.incoming import Incoming
from nautilus_trader.model.identifiers import AccountId
from nautilus_trader.model.identifiers import InstrumentId as TheirId

NAME = InstrumentId("AAABBB.X")
SCALE = Scale(TheirId.from_str(str(NAME)), str(NAME), 1, 2)
FILLED = {
    "trade_id": "T-1",
    "order_side": model.OrderSide.BUY,
    "order_type": model.OrderType.LIMIT,
    "last_qty": Decimal(1),
    "last_px": Decimal(10),
    "currency": "USDT",
}


class Node:
    """A node that keeps what it is sent; it knows `ours`, and goes on with whatever it knows."""

    account_id = AccountId("X-main")
    with_position = False

    def __init__(self, kind: Any = model.LimitOrder) -> None:
        self.events: list[Any] = []
        self.reports: list[Any] = []
        self.states: list[Any] = []
        self.data: list[Any] = []
        self.again: list[Any] = []
        self.asked: list[Any] = []
        self.errors: list[Any] = []
        self.is_unborn = False
        self.venue_id: str | None = None
        terms = {"price": Decimal(10)} if kind is model.LimitOrder else {}
        order = kind(
            instrument_id=NAME,
            client_order_id="C-1",
            order_side=model.OrderSide.BUY,
            quantity=Decimal(5),
            **terms,
        )
        self.ours = {"C-1": order_to(order, SCALE, Ids("T-1", "S-1", 1))}
        self.send_event, self.send_account, self.publish = (
            self.events.append,
            self.states.append,
            self.data.append,
        )
        self.ask_about = self.ask_id = self.asked.append
        self.take_again = self.again.append
        log = SimpleNamespace(
            debug=lambda text: None, warning=lambda text: None, exception=lambda text, error: None
        )
        self.incoming = Incoming(self, Balances(None, lambda accounts: None), log, self.errors.append)

    def order(self, client_order_id: str | None, venue_order_id: str | None) -> Any:
        return self.ours.get(client_order_id or "") or self.ours.get(venue_order_id or "")

    def tracked(self, client_order_id: str) -> Any:
        return SimpleNamespace(
            venue_order_id=self.venue_id,
            quantity=Decimal(5),
            price=Decimal(11),
            trigger_price=None,
            is_unborn=self.is_unborn,
        )

    def scale(self, name: str) -> Scale:
        if name != NAME:
            raise UnknownInstrument("X", name)
        return SCALE

    def currency_of(self, name: str) -> str:
        return "USDT"

    def send_report(self, report: Any) -> None:
        self.reports.append(report)
        self.ours[report.venue_order_id.value] = "an order of others"

    def go_on_with(self, order: Any) -> bool:
        return True

    def names(self) -> list[str]:
        return [type(each).__name__ for each in self.events]


def event(kind: Any, **more: Any) -> Any:
    known = {"instrument_id": NAME, "client_order_id": "C-1", "ts_event": 1, "ts_init": 2, **more}
    return kind(**known)


def fill(trade: str, order: str = "V-9") -> model.FillReport:
    return model.FillReport(
        instrument_id=NAME,
        venue_order_id=order,
        trade_id=trade,
        order_side=model.OrderSide.BUY,
        last_qty=Decimal(1),
        last_px=Decimal(10),
        ts_event=1,
        ts_init=1,
    )


def report(status: model.OrderStatus, filled: int = 0, name: InstrumentId = NAME) -> model.OrderStatusReport:
    return model.OrderStatusReport(
        instrument_id=name,
        venue_order_id="V-9",
        order_side=model.OrderSide.BUY,
        order_type=model.OrderType.LIMIT,
        time_in_force=model.TimeInForce.GTC,
        order_status=status,
        quantity=Decimal(5),
        filled_qty=Decimal(filled),
        price=Decimal(10),
        ts_last=1,
        ts_init=1,
    )


def test_an_order_is_accepted_when_the_venues_id_is_known() -> None:
    node = Node()
    node.incoming.take(event(model.OrderAccepted))
    assert not node.events and node.asked == ["C-1"]
    node.venue_id = "V-1"
    node.incoming.identified("C-1")
    node.incoming.identified("C-1")
    assert node.names() == ["OrderAccepted"] and node.events[0].venue_order_id.value == "V-1"


def test_an_order_that_is_part_of_another_has_its_own_id_until_the_venue_gives_one() -> None:
    node = Node()
    node.is_unborn = True
    node.incoming.take(event(model.OrderAccepted))
    assert node.names() == ["OrderAccepted"] and node.events[0].venue_order_id.value == "C-1"
    node.incoming.take(event(model.OrderCanceled, venue_order_id="V-1"))
    assert node.names() == ["OrderAccepted", "OrderUpdated", "OrderCanceled"]
    assert {each.venue_order_id.value for each in node.events[1:]} == {"V-1"}


def test_a_node_is_told_of_another_id_before_what_happens_under_it() -> None:
    node = Node()
    node.incoming.take(event(model.OrderAccepted, venue_order_id="V-1"))
    node.incoming.take(event(model.OrderUpdated, venue_order_id="V-2"))
    node.incoming.take(event(model.OrderTriggered, venue_order_id="V-3"))
    node.incoming.take(event(model.OrderCanceled, venue_order_id="V-3"))
    # Of an order that is no longer open once it is triggered, a node takes no such word.
    assert node.names() == ["OrderAccepted", "OrderUpdated", "OrderUpdated", "OrderCanceled"]
    assert [each.venue_order_id.value for each in node.events] == ["V-1", "V-2", "V-3", "V-3"]


def test_what_is_told_late_of_a_former_id_comes_under_the_present_one() -> None:
    node = Node()
    node.incoming.take(event(model.OrderAccepted, venue_order_id="V-1"))
    node.venue_id = "V-2"
    node.incoming.take(event(model.OrderUpdated, venue_order_id="V-2"))
    node.incoming.take(event(model.OrderFilled, venue_order_id="V-1", **FILLED))
    assert [each.venue_order_id.value for each in node.events] == ["V-1", "V-2", "V-2"]


def test_a_market_order_keeps_its_id_in_a_node_that_could_not_change_it() -> None:
    node = Node(model.MarketOrder)
    node.incoming.take(event(model.OrderAccepted, venue_order_id="V-1"))
    node.incoming.take(event(model.OrderFilled, venue_order_id="V-2", **FILLED))
    assert [each.venue_order_id.value for each in node.events] == ["V-1", "V-1"]


def test_what_happens_next_to_an_order_without_an_id_comes_after_its_acceptance() -> None:
    node = Node()
    node.incoming.take(event(model.OrderAccepted))
    node.venue_id = "V-1"
    node.incoming.take(event(model.OrderCanceled, venue_order_id="V-1"))
    assert node.names() == ["OrderAccepted", "OrderCanceled"]


def test_an_order_that_was_denied_is_not_submitted_afterwards() -> None:
    node = Node()
    node.incoming.denied("C-1")
    node.incoming.take(event(model.OrderSubmitted))
    node.incoming.take(event(model.OrderDenied, reason="no"))
    assert not node.events


def test_an_update_has_the_terms_that_the_venue_has_told_last() -> None:
    node = Node()
    node.incoming.take(event(model.OrderUpdated, venue_order_id="V-1", quantity=Decimal(4)))
    assert (str(node.events[0].quantity), str(node.events[0].price)) == ("4.00", "11.0")


def test_an_order_of_others_begins_unfilled_so_that_its_fills_are_told_one_by_one() -> None:
    node = Node()
    told = report(model.OrderStatus.PARTIALLY_FILLED, 2)
    node.incoming.take(told)
    (begun,) = node.reports
    assert str(begun.filled_qty) == "0.00" and begun.is_open
    assert node.again == [told]


def test_fills_that_come_before_their_order_wait_for_it() -> None:
    node = Node()
    node.incoming.take(fill("T-1"))
    assert not node.reports and node.asked == [fill("T-1")]
    told = report(model.OrderStatus.ACCEPTED)
    node.incoming.take(told)
    assert node.again == [told, fill("T-1")]


def test_an_order_of_others_that_is_gone_unfilled_is_nothing_to_tell() -> None:
    node = Node()
    node.incoming.take(report(model.OrderStatus.CANCELED))
    assert not node.reports


def test_what_positions_count_already_is_no_news_of_an_order_that_the_node_has_not() -> None:
    node = Node()
    node.incoming.passed([report(model.OrderStatus.FILLED, 1)], [fill("T-1"), fill("T-2")])
    node.incoming.take(fill("T-2"))
    node.incoming.take(report(model.OrderStatus.FILLED, 2))
    assert not node.reports and not node.asked
    node.incoming.take(report(model.OrderStatus.CANCELED, 3))
    assert len(node.reports) == 1, "there was another fill since"


def test_what_is_told_of_an_unknown_instrument_is_set_aside_and_the_rest_goes_on() -> None:
    node = Node()
    node.incoming.take(report(model.OrderStatus.ACCEPTED, name=InstrumentId("OTHER.X")))
    node.incoming.take(event(model.OrderSubmitted))
    assert isinstance(node.errors[0], UnknownInstrument) and node.names() == ["OrderSubmitted"]


def test_what_the_library_refuses_is_an_error_that_names_it() -> None:
    node = Node()
    node.incoming.take(event(model.OrderAccepted, venue_order_id=""))
    assert isinstance(node.errors[0], NotInNautilus) and "OrderAccepted" in str(node.errors[0])


def test_holes_are_custom_data_and_positions_are_left_to_the_fills() -> None:
    node = Node()
    node.incoming.take(model.StreamGap(stream="private", reason="cut", from_ns=1, to_ns=2))
    node.incoming.take(
        model.PositionStatusReport(
            instrument_id=NAME,
            position_side=model.PositionSide.LONG,
            quantity=Decimal(1),
            ts_last=1,
            ts_init=1,
        )
    )
    assert [each.data.reason for each in node.data] == ["cut"] and not node.reports


def test_what_a_stream_told_that_was_never_confirmed_is_handed_on_once_one_is() -> None:
    taken: list[int] = []
    opening = _Opening(taken.append)
    opening.begin()
    opening.take(1)
    opening.begin()  # the stream ended, and is opened again
    opening.take(2)
    assert taken == []
    opening.end()
    opening.take(3)
    assert taken == [1, 2, 3]
