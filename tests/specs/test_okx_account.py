"""Rules of an OKX account that a single payload does not show: positions that net by margin mode, fees in two currencies."""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.errors import InvalidOrder
from dragoman.execution.ledger import Ledger
from dragoman.model import (
    FillReport,
    InstrumentId,
    LimitOrder,
    MarketOrder,
    Money,
    OrderFilled,
    OrderSide,
    PositionSide,
)
from dragoman.net.mock import MockConnector, MockHttp, VirtualClock
from dragoman.net.wire import Request, Response

KEYS = {"api_key": "key", "api_secret": "secret", "passphrase": "words"}


def position(mode: str, size: str, number: str, side: str = "net") -> dict[str, str]:
    known = {
        "instType": "SWAP",
        "instId": "SOL-USDT-SWAP",
        "posCcy": "",
        "avgPx": "143.2",
        "uTime": "1760000000123",
    }
    return {**known, "mgnMode": mode, "pos": size, "posId": number, "posSide": side}


def test_positions_of_one_instrument_that_net_by_margin_mode_are_all_told() -> None:
    async def play() -> None:
        def answer(request: Request) -> Response:
            rows = [position("cross", "2", "7"), position("isolated", "-3", "8")]
            if "positions" not in request.path:
                rows = []
            return Response(status=200, body=json.dumps({"code": "0", "msg": "", "data": rows}).encode())

        clock = VirtualClock(auto=True)
        venue = dragoman.load("okx").adapter(
            credentials=KEYS,
            http=MockHttp(otherwise=answer),
            connector=MockConnector(clock),
            clock=clock,
            seed=1,
        )
        async with venue as okx:
            found = await okx.position_status_reports("SOL-USDT-SWAP.OKX")
            assert [(each.position_side, each.quantity) for each in found] == [
                (PositionSide.LONG, Decimal(2)),
                (PositionSide.SHORT, Decimal(3)),
            ]
            status = await okx.mass_status(products=["swap"])
            assert len(status.position_reports[InstrumentId("SOL-USDT-SWAP.OKX")]) == 2

    asyncio.run(play())


def order(filled: str, trade: str, **more: str) -> bytes:
    row = {
        "instType": "SPOT", "instId": "SOL-USDT", "ordId": "77", "clOrdId": "C1", "side": "buy", "ordType": "market", "sz": "3",
        "tgtCcy": "base_ccy", "px": "", "accFillSz": filled, "avgPx": "143.2", "fillSz": "1", "fillPx": "143.2", "tradeId": trade,
        "state": "filled" if filled == "3" else "partially_filled", "fillTime": "1760000000123", "cTime": "1760000000100",
        "uTime": f"176000000012{trade}", **more,
    }  # fmt: skip
    return json.dumps({"arg": {"channel": "orders", "instType": "ANY"}, "data": [row]}).encode()


def fees(*frames: bytes) -> list[Money | None]:
    """The commissions of an order of ours as a caller gets them."""
    ledger = Ledger(currency_of=lambda _: "USDT")
    translator = dragoman.load("okx").translator()
    bought = MarketOrder(
        instrument_id=InstrumentId("SOL-USDT.OKX"), order_side=OrderSide.BUY, quantity=Decimal(3)
    )
    ledger.submit(bought, "C1", 1)
    told: list[Any] = []
    for frame in frames:
        for event in translator.translate("ws", frame, product="spot", ts_init=2):
            take = ledger.on_fill if isinstance(event, FillReport) else ledger.on_report
            told += take(event, 2)
    return [each.commission for each in told if isinstance(each, OrderFilled)]


def test_fees_of_one_order_in_two_currencies_are_kept_apart() -> None:
    each = fees(
        order("1", "1", fee="-0.001", feeCcy="SOL", fillFee="-0.001", fillFeeCcy="SOL"),
        order("2", "2", fee="-0.001", feeCcy="SOL", fillFee="0.02", fillFeeCcy="USDT"),
        order("3", "3", fee="-0.002", feeCcy="SOL", fillFee="-0.001", fillFeeCcy="SOL"),
    )
    assert each == [
        Money(Decimal("0.00100000"), "SOL"),
        Money(Decimal("-0.02000000"), "USDT"),
        Money(Decimal("0.00100000"), "SOL"),
    ]
    summed = fees(
        order("1", "1", fee="-0.001", feeCcy="SOL"),
        order("2", "2", fee="-0.143", feeCcy="USDT"),
        order("3", "3", fee="-0.286", feeCcy="USDT"),
    )
    assert summed == [
        Money(Decimal("0.00100000"), "SOL"),
        Money(Decimal("0.14300000"), "USDT"),
        Money(Decimal("0.14300000"), "USDT"),
    ]


def test_limits_of_spot_bound_resting_orders_by_size_and_those_that_go_to_the_market_by_their_value() -> None:
    row = {
        "instType": "SPOT", "instId": "MEME-USDT", "instIdCode": 1, "uly": "", "instFamily": "", "baseCcy": "MEME", "quoteCcy": "USDT",
        "settleCcy": "", "ctVal": "", "ctMult": "", "ctValCcy": "", "ctType": "", "optType": "", "stk": "", "listTime": "1760000000000",
        "expTime": "", "lever": "", "tickSz": "0.0000001", "lotSz": "1", "minSz": "1000", "maxLmtSz": "9000000000", "maxMktSz": "1000000",
        "state": "live", "ruleType": "normal",
    }  # fmt: skip
    okx = dragoman.load("okx")
    listing = json.dumps({"code": "0", "msg": "", "data": [row]}).encode()
    (pair,) = okx.translator().translate("GET /api/v5/public/instruments", listing, product="spot", ts_init=1)
    requests = okx.requests(credentials=KEYS, instruments=[pair])
    said: dict[str, Any] = {"instrument_id": pair.id, "order_side": OrderSide.BUY}
    resting = LimitOrder(quantity=Decimal(5_000_000_000), price=Decimal("0.0000100"), **said)
    assert '"sz":"5000000000"' in str(requests.build("submit_order", order=resting).body)
    by_value = MarketOrder(quantity=Decimal(900_000), quote_quantity=True, **said)
    assert '"sz":"900000"' in str(requests.build("submit_order", order=by_value).body)
    in_base = MarketOrder(quantity=Decimal(5_000_000_000), **said)
    assert '"sz":"5000000000"' in str(
        requests.build("submit_order", order=in_base).body
    ), "its value is the venue's to say"
    for refused in (
        MarketOrder(quantity=Decimal(1_000_001), quote_quantity=True, **said),
        LimitOrder(quantity=Decimal(9_000_000_001), price=Decimal("0.0000100"), **said),
        LimitOrder(quantity=Decimal(999), price=Decimal("0.0000100"), **said),
    ):
        with pytest.raises(InvalidOrder, match="must be at"):
            requests.build("submit_order", order=refused)


def test_what_comes_from_no_product_in_particular_is_of_the_account_that_all_share() -> None:
    body = b'{"code":"0","msg":"","data":[{"uTime":"1700000000000","details":[{"ccy":"USDT","cashBal":"5","availBal":"5"}]}]}'
    for source, product in (("GET /api/v5/account/balance", None), ("GET /api/v5/account/balance", "swap")):
        (state,) = dragoman.load("okx").translator().translate(source, body, product=product)
        assert state.account_id == "OKX-001"
