"""Events of the venue ivy back to its payloads. Generated from specs/ivy; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Form, Inverse, Made, Source

from dragoman_venues.ivy.orders import SIDE_MEANS, STATE_MEANS, OrderRow, Orders, Prices

INVERSE = Inverse(
    channels={
        "prices": Source(
            Prices,
            (
                Made("MarkPriceUpdate", {"value": "mark", "ts_event": "time_ms", "instrument": "symbol"}),
                Made("IndexPriceUpdate", {"value": "index", "ts_event": "time_ms", "instrument": "symbol"}),
                Made(
                    "FundingRateUpdate",
                    {
                        "rate": "rate",
                        "next_funding_ns": "next_ms",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "orders": Source(
            Orders,
            (
                Made(
                    "FillReport",
                    {
                        "venue_order_id": "order_id",
                        "client_order_id": "client_id",
                        "trade_id": "fill_id",
                        "order_side": "side",
                        "last_qty": "fill_size",
                        "last_px": "fill_price",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "OrderStatusReport",
                    {
                        "venue_order_id": "order_id",
                        "client_order_id": "client_id",
                        "order_side": "side",
                        "order_status": "state",
                        "quantity": "quantity",
                        "filled_qty": "filled",
                        "price": "price",
                        "ts_last": "time_ms",
                        "instrument": "symbol",
                    },
                    {"order_type": "LIMIT", "time_in_force": "GTC"},
                ),
            ),
            rows="rows",
        ),
    },
    calls={},
    forms={
        OrderRow: {
            "side": Form("means", SIDE_MEANS),
            "state": Form("means", STATE_MEANS),
            "time_ms": Form("time", 1_000_000),
        },
        Prices: {"next_ms": Form("time", 1_000_000), "time_ms": Form("time", 1_000_000)},
    },
    replies={},
    sequences={},
    examples={"spot": ("FIRUSD.IVY",)},
    closed={"full": "its events come of the message and of its rows"},
)
