"""What is known of an account whose key may not ask for one of its products: the others come out, and the refusal is told."""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.errors import AuthError, DecodeError, HttpError
from dragoman.model import InstrumentId, LimitOrder, OrderCanceled, OrderSide, Unknown
from dragoman.net.mock import MockConnector, MockHttp, VirtualClock
from dragoman.net.wire import Request, Response

LINEAR, SPOT = "SOLUSDT-PERP.BINANCE", "SOLUSDT.BINANCE"
NOW_MS = 1_700_000_000_000
ROW = {
    "symbol": "SOLUSDT", "orderId": 7, "clientOrderId": "mine-7", "price": "140", "origQty": "2", "executedQty": "0.5",
    "status": "PARTIALLY_FILLED", "timeInForce": "GTC", "type": "LIMIT", "side": "BUY", "stopPrice": "0", "time": NOW_MS,
    "updateTime": NOW_MS, "cumQuote": "70", "cumQty": "0.5", "avgPrice": "140", "reduceOnly": False, "closePosition": False, "positionSide": "BOTH",
    "workingType": "CONTRACT_PRICE", "priceProtect": False, "origType": "LIMIT", "cummulativeQuoteQty": "70", "icebergQty": "0",
    "isWorking": True, "workingTime": NOW_MS, "origQuoteOrderQty": "0", "orderListId": -1,
}  # fmt: skip
TRADE = {
    "symbol": "SOLUSDT", "id": 90, "orderId": 7, "price": "140", "qty": "0.5", "quoteQty": "70", "commission": "0.01",
    "commissionAsset": "USDT", "time": NOW_MS, "maker": True, "isMaker": True, "isBuyer": True, "buyer": True, "side": "BUY",
    "positionSide": "BOTH", "realizedPnl": "0", "marginAsset": "USDT", "isBestMatch": True, "orderListId": -1,
}  # fmt: skip


class Exchange:
    """Has an order of the same number on two markets, and shuts a third."""

    def __init__(self) -> None:
        self.rows = {"fapi": dict(ROW), "api": dict(ROW)}
        self.clock = VirtualClock(auto=True)
        self.loses = False
        self.shares: list[dict[str, Any]] = []
        """Fills of the spot order that came from other books."""
        self.adapter = dragoman.load("binance").adapter(
            credentials={"api_key": "the-key", "api_secret": "the-secret"},
            http=MockHttp(otherwise=self.answer),
            connector=MockConnector(self.clock),
            clock=self.clock,
            seed=1,
        )

    def answer(self, request: Request) -> Response:
        place, what = request.path.split("/")[1], request.path.split("/")[-1]
        if place == "dapi":
            return _said(401, {"code": -2015, "msg": "Invalid API-key, IP, or permissions for action."})
        row = self.rows.get(place)
        if request.method == "DELETE" and row is not None and self.loses:
            row |= {"status": "CANCELED"}
            return _said(503, "<html>gone</html>")
        if row is None or "/sapi/" in request.path or "algo" in what.lower():
            return _said(200, [])
        match what:
            case "openOrders":
                return _said(200, [row] if row["status"] == "PARTIALLY_FILLED" else [])
            case "allOrders":
                return _said(200, [row])
            case "order":
                return _said(200, row)
            case "userTrades" | "myTrades":
                return _said(200, [TRADE])
            case "myAllocations":
                return _said(200, self.shares)
        return _said(200, [])


def _said(status: int, body: Any) -> Response:
    return Response(status=status, body=body.encode() if isinstance(body, str) else json.dumps(body).encode())


def test_a_product_that_may_not_be_asked_for_is_told_and_the_others_come_out() -> None:
    async def main() -> None:
        async with Exchange().adapter as venue:
            products = ("spot", "usdm", "coinm")
            for since in (None, NOW_MS * 1_000_000 - 10**9):
                mass = await venue.mass_status(since=since, products=products, instrument_ids=[LINEAR, SPOT])
                # One number, two orders: neither takes the other's place, and each has its own fills.
                assert set(mass.order_reports) == {(LINEAR, "7"), (SPOT, "7")}
                for key, report in mass.order_reports.items():
                    (fill,) = mass.fill_reports[key]
                    assert fill.last_qty == report.filled_qty == Decimal("0.5") and fill.trade_id == "90"
                # An empty list in place of a balance is an answer that nobody can read, and stops nothing either.
                assert {type(each) for each in mass.failed} == {AuthError, DecodeError}
                assert {each.code for each in mass.failed if isinstance(each, AuthError)} == {"-2015"}
            with pytest.raises(AuthError):
                await venue.order_status_reports(product="coinm", open_only=True)

    asyncio.run(main())


def test_fills_that_a_list_leaves_out_are_asked_for_where_an_order_counts_more() -> None:
    async def main() -> None:
        exchange = Exchange()
        exchange.rows["api"] |= {"executedQty": "0.8"}
        share = {
            "symbol": "SOLUSDT",
            "allocationId": 4,
            "allocationType": "SOR",
            "orderId": 7,
            "orderListId": -1,
        }
        share |= {
            "price": "141",
            "qty": "0.3",
            "quoteQty": "42.3",
            "commission": "0.001",
            "commissionAsset": "SOL",
        }
        exchange.shares = [{**share, "time": NOW_MS, "isBuyer": True, "isMaker": False, "isAllocator": False}]
        async with exchange.adapter as venue:
            mass = await venue.mass_status(products=("spot", "usdm"), instrument_ids=[LINEAR, SPOT])
            fills = {key: [each.trade_id for each in found] for key, found in mass.fill_reports.items()}
            assert fills == {(LINEAR, "7"): ["90"], (SPOT, "7"): ["90", "A4"]}
            assert sum(each.last_qty for each in mass.fill_reports[InstrumentId(SPOT), "7"]) == Decimal("0.8")

    asyncio.run(main())


def test_a_product_that_may_not_be_asked_for_holds_up_no_question_about_another() -> None:
    async def main() -> None:
        exchange = Exchange()
        told: list[Any] = []
        async with exchange.adapter as venue:
            venue._account.listeners.tell = told.extend
            venue._account.products["coinm"] = None
            order = LimitOrder(
                instrument_id=InstrumentId(LINEAR),
                client_order_id="mine-7",
                order_side=OrderSide.BUY,
                quantity=Decimal(2),
                price=Decimal(140),
            )
            reports = await venue.order_status_reports(product="usdm", open_only=True)
            venue.adopt_order(order, reports[0], await venue.fill_reports(LINEAR))
            exchange.loses = True
            assert isinstance(
                await venue.cancel_order(instrument_id=LINEAR, client_order_id="mine-7"), Unknown
            )
            with pytest.raises(HttpError):
                await venue.reconcile(NOW_MS * 1_000_000)
            (mine,) = venue.orders
            assert isinstance(told[-1], OrderCanceled) and mine.is_closed and not mine.is_in_question
            assert mine.filled_qty == Decimal("0.5")

    asyncio.run(main())
