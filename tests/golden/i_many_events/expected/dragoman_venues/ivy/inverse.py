"""Events of the venue ivy back to its payloads. Generated from specs/ivy; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Fit, Fitted, Form, Inverse, Made, Source

from dragoman_venues.ivy.orders import SIDE_MEANS, STATE_MEANS, Full, OrderRow, Orders, Prices

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
    fits={
        "orders": Fit(
            Orders,
            (
                Fitted(
                    "FillReport",
                    "rows[].",
                    {
                        "venue_order_id": ("rows[].order_id",),
                        "client_order_id": ("rows[].client_id",),
                        "venue_position_id": ("rows[].symbol",),
                        "trade_id": ("rows[].fill_id",),
                        "order_side": ("rows[].side",),
                        "last_qty": ("rows[].fill_size",),
                        "last_px": ("rows[].fill_price",),
                        "ts_event": ("rows[].time_ms",),
                        "instrument_id": ("rows[].symbol",),
                    },
                ),
                Fitted(
                    "OrderStatusReport",
                    "rows[].",
                    {
                        "venue_order_id": ("rows[].order_id",),
                        "client_order_id": ("rows[].client_id",),
                        "order_side": ("rows[].side",),
                        "order_status": ("rows[].state",),
                        "quantity": ("rows[].quantity",),
                        "filled_qty": ("rows[].filled",),
                        "price": ("rows[].price",),
                        "ts_last": ("rows[].time_ms",),
                        "instrument_id": ("rows[].symbol",),
                    },
                ),
            ),
            decides=("rows[].fill_id",),
            tries={"rows[].symbol": ("-NET",)},
        ),
        "full": Fit(
            Full,
            (
                Fitted(
                    "OrderStatusReport",
                    "",
                    {
                        "instrument_id": ("order.symbol",),
                        "venue_order_id": ("order.order_id",),
                        "order_side": ("order.side",),
                        "order_status": ("order.state",),
                        "quantity": ("order.quantity",),
                        "filled_qty": ("order.filled",),
                        "ts_last": ("order.time_ms",),
                    },
                ),
                Fitted(
                    "FillReport",
                    "fills[].",
                    {
                        "instrument_id": ("order.symbol",),
                        "venue_order_id": ("order.order_id",),
                        "trade_id": ("fills[].trade_id",),
                        "order_side": ("order.side",),
                        "last_qty": ("fills[].size",),
                        "last_px": ("fills[].price",),
                        "commission": ("fills[].fee", "fills[].fee_currency"),
                        "ts_event": ("order.time_ms",),
                    },
                ),
            ),
            decides=("fills[].size",),
        ),
    },
    examples={"spot": ("FIRUSD.IVY",)},
    closed={"full": "its events come of the message and of its rows"},
)
