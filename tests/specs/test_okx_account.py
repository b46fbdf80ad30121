"""Rules of an OKX account that a single payload does not show: positions that net by margin mode, fees in two currencies."""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal
from typing import Any

import dragoman
from dragoman.execution.ledger import Ledger
from dragoman.model import (
    FillReport,
    InstrumentId,
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
