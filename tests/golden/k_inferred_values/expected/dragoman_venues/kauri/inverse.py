"""Events of the venue kauri back to its payloads. Generated from specs/kauri; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import At, Fit, Fitted, Form, Inverse, Made, Source

from dragoman_venues.kauri.account import (
    SIDE_MEANS,
    STATE_MEANS,
    TYPE_MEANS,
    Marks,
    Orders,
    OrdersRows,
    Quote,
    Wallets,
)

INVERSE = Inverse(
    channels={
        "wallets": Source(
            Wallets, (Made("AccountState", {"ts_event": "time_ms"}, {"account_type": "MARGIN"}),)
        ),
        "quote": Source(
            Quote,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "bid",
                        "ask_price": "ask",
                        "ts_event": "matched_time",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "marks": Source(
            Marks,
            (
                Made("MarkPriceUpdate", {"value": "mark", "instrument": "symbol"}),
                Made("IndexPriceUpdate", {"value": "index_price", "instrument": "symbol"}),
                Made("FundingRateUpdate", {"rate": "rate", "instrument": "symbol"}),
            ),
        ),
        "orders": Source(
            Orders,
            (
                Made(
                    "FillReport",
                    {
                        "venue_order_id": "order_id",
                        "trade_id": At("order_id", ("suffix:-",)),
                        "order_side": "side",
                        "ts_event": "time",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "OrderStatusReport",
                    {
                        "venue_order_id": "order_id",
                        "order_side": "side",
                        "order_type": "order_type",
                        "order_status": "state",
                        "quantity": "quantity",
                        "price": "price",
                        "ts_last": "time",
                        "instrument": "symbol",
                    },
                    {"time_in_force": "GTC"},
                ),
            ),
            rows="rows",
        ),
    },
    calls={},
    forms={
        Marks: {"mark": Form("number"), "index_price": Form("number"), "bid": Form("number")},
        OrdersRows: {
            "side": Form("means", SIDE_MEANS),
            "order_type": Form("means", TYPE_MEANS),
            "state": Form("means", STATE_MEANS),
            "quantity": Form("number"),
            "filled": Form("number"),
            "price": Form("number"),
            "time": Form("iso"),
        },
        Quote: {"matched_time": Form("time", 1_000), "sent_ms": Form("time", 1_000_000)},
        Wallets: {"time_ms": Form("time", 1_000_000)},
    },
    replies={},
    sequences={},
    fits={
        "wallets": Fit(
            Wallets,
            (
                Fitted(
                    "AccountState",
                    "",
                    {
                        "balances": ("rows[].",),
                        "balances.when": ("rows[].wallet", "rows[].margin", "rows[].available"),
                        "balances.currency": ("rows[].coin",),
                        "balances.total": ("rows[].wallet", "rows[].margin", "rows[].available"),
                        "balances.free": ("rows[].available", "rows[].wallet", "rows[].margin"),
                        "balances.locked": ("rows[].wallet", "rows[].margin", "rows[].available"),
                        "ts_event": ("time_ms",),
                    },
                ),
            ),
        ),
        "orders": Fit(
            Orders,
            (
                Fitted(
                    "FillReport",
                    "rows[].",
                    {
                        "needs": ("rows[].side", "rows[].filled", "rows[].price"),
                        "venue_order_id": ("rows[].order_id",),
                        "trade_id": ("rows[].order_id",),
                        "order_side": ("rows[].side",),
                        "ts_event": ("rows[].time",),
                        "instrument_id": ("rows[].symbol",),
                    },
                ),
                Fitted(
                    "OrderStatusReport",
                    "rows[].",
                    {
                        "needs": ("rows[].side", "rows[].order_type", "rows[].quantity"),
                        "venue_order_id": ("rows[].order_id",),
                        "order_side": ("rows[].side",),
                        "order_type": ("rows[].order_type",),
                        "order_status": ("rows[].quantity", "rows[].state"),
                        "quantity": ("rows[].quantity",),
                        "price": ("rows[].price",),
                        "ts_last": ("rows[].time",),
                        "instrument_id": ("rows[].symbol",),
                    },
                ),
            ),
            tries={"rows[].order_id": ("-",)},
        ),
    },
    examples={"swap": ("FIRUSD.KAURI",)},
    closed={},
)
