"""Events of the venue juniper back to its payloads. Generated from specs/juniper; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Fit, Fitted, Form, Inverse, Made, Source

from dragoman_venues.juniper.orders import SIDE_MEANS, Orders, OrdersRows

INVERSE = Inverse(
    channels={
        "orders": Source(
            Orders,
            (
                Made(
                    "OrderStatusReport",
                    {
                        "venue_order_id": "order_id",
                        "client_order_id": "tag",
                        "order_side": "side",
                        "quantity": "size",
                        "filled_qty": "filled",
                        "ts_last": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
            tries={"life": ("day", "now", "all", "maker")},
        ),
    },
    calls={},
    forms={
        OrdersRows: {
            "side": Form("means", SIDE_MEANS),
            "base": Form("one_of", ("limit", "market")),
            "stop": Form("one_of", ("none", "stop", "take")),
            "life": Form("one_of", ("day", "now", "all", "maker")),
            "raw": Form("one_of", ("open", "done", "gone", "no")),
            "time_ms": Form("time", 1_000_000),
        },
    },
    replies={},
    sequences={},
    fits={
        "orders": Fit(
            Orders,
            (
                Fitted(
                    "OrderStatusReport",
                    "rows[].",
                    {
                        "venue_order_id": ("rows[].order_id",),
                        "client_order_id": ("rows[].tag",),
                        "order_side": ("rows[].side",),
                        "order_type": ("rows[].base", "rows[].stop"),
                        "time_in_force": ("rows[].life",),
                        "order_status": ("rows[].raw", "rows[].filled", "rows[].tag"),
                        "quantity": ("rows[].size",),
                        "filled_qty": ("rows[].filled",),
                        "post_only": ("rows[].life",),
                        "linked_order_ids": ("rows[].tag",),
                        "ts_last": ("rows[].time_ms",),
                        "instrument_id": ("rows[].symbol",),
                    },
                ),
            ),
            tries={"rows[].tag": ("auto-",)},
        ),
    },
    examples={"swap": ("FIRUSD.JUNIPER",)},
    closed={},
)
