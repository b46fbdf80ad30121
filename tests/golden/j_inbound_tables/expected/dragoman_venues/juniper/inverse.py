"""Events of the venue juniper back to its payloads. Generated from specs/juniper; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Form, Inverse, Made, Source

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
    examples={"swap": ("FIRUSD.JUNIPER",)},
    closed={},
)
