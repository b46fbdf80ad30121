"""What goes wrong around an account is said clearly, and neither start nor stop of a node hangs for it."""

from __future__ import annotations

import asyncio
import time
from decimal import Decimal
from typing import Any

import pytest
from dragoman.errors import TransportError, VenueError
from dragoman.model import AccountBalance, AccountState, AccountType, MarginBalance
from dragoman.nautilus import DragomanExecClientConfig, DragomanLiveExecClientFactory
from dragoman.nautilus.balances import Balances
from dragoman.nautilus.errors import NodeConfigInvalid
from dragoman.nautilus.exec_errors import AccountInUse, VenueTakesNoOrders
from dragoman.net.http import HttpxBackend
from dragoman.net.wire import Request, Response
from dragoman.venue import load, venues
from nautilus_trader.config import LiveExecEngineConfig
from nautilus_trader.live.node import TradingNode
from nautilus_trader.model.enums import OrderStatus

from tests.runtime.nautilus.trading_node import (
    CLIENT,
    Trader,
    close,
    learn,
    live,
    node_config,
    until,
    venue,
)

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
WRONG = {"api_key": "a-key-of-nobody", "api_secret": "a-secret-of-nobody"}


class Unreachable:
    """The venue can't be reached while `is_down`, for commands alone where `only` names their operation."""

    def __init__(self, only: str = "") -> None:
        self._inner = HttpxBackend()
        self._only = only
        self.is_down = True
        self.refused = 0

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        if self.is_down and self._only in ("", request.operation):
            self.refused += 1
            raise TransportError(request.venue, request.operation, "connection refused")
        return await self._inner.send(request, timeout_ns=timeout_ns)

    async def close(self) -> None:
        await self._inner.close()


def built(config: DragomanExecClientConfig, http: Any = None, **more: Any) -> tuple[TradingNode, Any]:
    """A node that is not started yet, and its client."""
    node = TradingNode(config=node_config({CLIENT: config}, **more), loop=asyncio.get_running_loop())
    node.add_exec_client_factory(CLIENT, DragomanLiveExecClientFactory)
    node.build()
    learn(node)
    (client,) = node.kernel.exec_engine._clients.values()
    if http is not None:
        client._account.link.settings["http"] = http
    return node, client


@live
async def test_wrong_credentials_stop_the_node_with_the_venues_reason() -> None:
    async with venue() as there:
        node, client = built(there.config(credentials=WRONG), timeout_connection=0.5)
        begun = time.monotonic()
        await node.run_async()
        assert not node.is_running() and not client.is_connected
        assert time.monotonic() - begun < 3
        assert not client._account.link.is_open
        close(node)


@live
async def test_wrong_credentials_are_an_error_that_says_so_and_keeps_the_secret() -> None:
    async with venue() as there:
        node, client = built(there.config(credentials=WRONG, stop_node_on_refusal=False))
        with pytest.raises(VenueError, match="key is not known") as caught:
            await client._connect()
        assert "nobody" not in str(caught.value) and "nobody" not in repr(client._config)
        close(node)


@live
async def test_a_venue_that_is_down_at_the_start_is_waited_for() -> None:
    async with venue() as there:
        http = Unreachable()
        node, client = built(there.config(), http)
        client.connect()
        await until(lambda: http.refused)
        assert not client.is_connected
        http.is_down = False
        await until(lambda: client.is_connected)
        client.disconnect()
        await until(lambda: not client.is_connected)
        close(node)


@live
async def test_a_node_stops_at_once_while_it_waits_for_a_venue() -> None:
    async with venue() as there:
        node, client = built(there.config(), Unreachable(), timeout_connection=0.5)
        running = asyncio.create_task(node.run_async())
        await until(lambda: client._connecting is not None)
        begun = time.monotonic()
        await node.stop_async()
        assert time.monotonic() - begun < 2
        await asyncio.wait_for(running, 3)
        close(node)


@live
async def test_a_second_client_of_an_account_is_told_whose_it_is() -> None:
    async with venue() as there, there.node():
        node, second = built(there.config(account="again", stop_node_on_refusal=False))
        with pytest.raises(AccountInUse, match=rf"{CLIENT} has the credentials of {CLIENT}"):
            await second._connect()
        close(node)


@live
async def test_an_account_is_free_again_when_its_client_has_stopped() -> None:
    async with venue() as there:
        for _ in range(2):
            async with there.node():
                pass


@live
async def test_an_order_that_could_not_be_sent_is_closed_and_says_that_nothing_was_sent() -> None:
    http = Unreachable("place")
    async with venue() as there, there.node(http=http) as (_, trader):
        order = trader.limit(there.price(-50))
        trader.submit_order(order)
        await until(lambda: order.is_closed)
        assert order.status in (OrderStatus.DENIED, OrderStatus.REJECTED)
        assert "nothing was sent" in trader.of(order)[-1].reason
        assert trader.kinds(order).count("OrderSubmitted") <= 1


@live
async def test_what_is_asked_of_a_client_that_has_stopped_is_told_as_such() -> None:
    async with venue() as there, there.node() as (node, trader):
        kept, order = trader.limit(there.price(-50)), trader.limit(there.price(-50))
        trader.submit_order(kept)
        await until(lambda: kept.status == OrderStatus.ACCEPTED)
        await next(iter(node.kernel.exec_engine._clients.values()))._disconnect()
        trader.submit_order(order)
        trader.cancel_order(kept)
        await until(lambda: order.is_closed and "OrderCancelRejected" in trader.kinds(kept))
        assert order.status == OrderStatus.DENIED
        assert all("not connected" in trader.of(each)[-1].reason for each in (order, kept))


@live
async def test_the_nodes_own_questions_resolve_an_order_in_flight() -> None:
    engine = LiveExecEngineConfig(
        inflight_check_interval_ms=50, inflight_check_threshold_ms=50, reconciliation_startup_delay_secs=0.01
    )
    async with venue() as there, there.node(engine=engine) as (_, trader):
        order = trader.limit(there.price(-50))
        trader.submit_order(order)
        await until(lambda: order.status == OrderStatus.ACCEPTED)
        await asyncio.sleep(0.3)
        assert trader.kinds(order) == ["OrderInitialized", "OrderSubmitted", "OrderAccepted"]


def test_a_venue_or_product_without_orders_is_no_place_to_trade() -> None:
    silent = [
        name for name in venues() if "submit_order" not in load(name).module.Requests.interface.commands
    ]
    for name in silent:
        with pytest.raises(VenueTakesNoOrders, match="market data"):
            DragomanExecClientConfig(venue=name)
    with pytest.raises(NodeConfigInvalid, match="is not known"):
        DragomanExecClientConfig(venue="NOWHERE")


@live
async def test_a_product_that_the_venue_has_not_is_named() -> None:
    async with venue() as there:
        with pytest.raises(NodeConfigInvalid, match=r"products='spott'.*did you mean 'spot'"):
            there.config(products=("spott",))
        said = there.config(products=("linear",))
        async with there.node(said) as (_, trader):
            assert isinstance(trader, Trader)


def state(account: str, kind: AccountType, **balances: str) -> AccountState:
    return AccountState(
        account_id=account,
        account_type=kind,
        balances=tuple(
            AccountBalance(currency, Decimal(total), Decimal(1), Decimal(total) - 1)
            for currency, total in balances.items()
        ),
        margins=(MarginBalance("USDT", Decimal(-2), Decimal(1)),),
        ts_event=1,
        ts_init=1,
    )


def test_accounts_that_the_venue_keeps_apart_are_one_in_a_node() -> None:
    told: list[list[str]] = []
    balances = Balances(None, lambda accounts: told.append(list(accounts)))
    balances.take(
        state("SPOT", AccountType.CASH, USDT="10", BTC="3"), state("FUTURES", AccountType.MARGIN, USDT="5")
    )
    whole = balances.take(state("SPOT", AccountType.CASH, USDT="20"))
    assert {each.currency: each.total for each in whole.balances} == {"USDT": Decimal(25), "BTC": Decimal(3)}
    assert all(each.total == each.locked + each.free for each in whole.balances)
    assert whole.account_type is AccountType.MARGIN
    assert [(each.initial, each.maintenance) for each in whole.margins] == [(Decimal(4), Decimal(2))]
    assert told == [["FUTURES", "SPOT"]]


def test_an_account_that_only_some_messages_name_is_one() -> None:
    told: list[Any] = []
    balances = Balances(None, told.append)
    balances.take(state("", AccountType.MARGIN, USDT="10", BTC="3"))
    balances.take(state("A-1", AccountType.MARGIN, USDT="20"))
    whole = balances.take(state("", AccountType.MARGIN, BTC="4"))
    assert {each.currency: each.total for each in whole.balances} == {"USDT": Decimal(20), "BTC": Decimal(4)}
    assert not told


def test_an_account_without_balances_begins_with_nothing() -> None:
    whole = Balances("CASH", lambda accounts: None).take(state("A", AccountType.MARGIN))
    assert whole.account_type is AccountType.CASH
    assert [each.total for each in whole.balances] == [Decimal(0)]
