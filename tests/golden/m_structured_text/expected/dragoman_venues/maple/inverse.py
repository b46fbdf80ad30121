"""Events of the venue maple back to its payloads. Generated from specs/maple; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Fit, Fitted, Form, Inverse, Made, Source

from dragoman_venues.maple.texts import (
    Best,
    Candle,
    Candles,
    FilterRow,
    GetAssetsResponse,
    GetLastResponse,
    GetOptionsResponse,
    Orders,
    OrdersData,
    PairRow,
    WholeBook,
)

INVERSE = Inverse(
    channels={
        "candles": Source(
            Candles,
            (
                Made(
                    "Bar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "volume": "volume",
                        "ts_event": "open_ms",
                        "instrument": "message.arg.symbol",
                    },
                ),
            ),
            rows="rows",
            tries={"is_closed": ("1", "0")},
        ),
        "orders": Source(
            Orders,
            (
                Made(
                    "OrderStatusReport",
                    {
                        "venue_order_id": "data.order_id",
                        "quantity": "data.quantity",
                        "ts_last": "data.time",
                        "instrument": "data.symbol",
                    },
                    {"order_type": "LIMIT", "time_in_force": "GTC", "order_status": "ACCEPTED"},
                ),
            ),
            tries={"data.side": ("b", ""), "data.instructions": (None, "PostOnly", "", "ReduceOnly")},
        ),
        "whole_book": Source(
            WholeBook,
            (
                Made("OrderBookDeltas", {"instrument": "data.symbol"}, {"is_snapshot": True}),
                Made("OrderBookDepth10", {"bids": "data.best[nth=0]", "instrument": "data.symbol"}),
            ),
        ),
        "best": Source(
            Best,
            (
                Made(
                    "QuoteTick",
                    {"bid_price": "data.bid", "ask_price": "data.ask", "instrument": "data.symbol"},
                ),
            ),
        ),
    },
    calls={
        "get_pairs": Source(
            PairRow | list[PairRow],
            (
                Made(
                    "CurrencyPair",
                    {
                        "base_currency": "base",
                        "quote_currency": "quote",
                        "price_increment": "filters[kind=PRICE].tick",
                        "size_increment": "filters[kind=LOT].step",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="$",
            tries={"flags": ("TRADE", "")},
        ),
        "get_options": Source(
            GetOptionsResponse, (Made("CryptoOption", {"instrument": "symbol"}),), rows="rows"
        ),
        "get_last": Source(
            GetLastResponse, (Made("TradeTick", {"price": "price", "size": "size", "ts_event": "time_ms"}),)
        ),
    },
    forms={
        Candle: {"open_ms": Form("time_text", 1_000_000), "is_closed": Form("flag", ("1", "0"))},
        FilterRow: {"kind": Form("one_of", ("PRICE", "LOT", "OTHER"))},
        GetLastResponse: {"time_ms": Form("time", 1_000_000)},
        OrdersData: {"time": Form("iso")},
    },
    replies={},
    sequences={},
    fits={
        "orders": Fit(
            Orders,
            (
                Fitted(
                    "OrderStatusReport",
                    "",
                    {
                        "instrument_id": ("data.symbol",),
                        "venue_order_id": ("data.order_id",),
                        "order_side": ("data.side",),
                        "quantity": ("data.quantity",),
                        "post_only": ("data.instructions",),
                        "reduce_only": ("data.instructions",),
                        "ts_last": ("data.time",),
                    },
                ),
            ),
            tries={"data.side": ("b",), "data.instructions": ("PostOnly", "", ",", "ReduceOnly")},
        ),
        "get_assets": Fit(GetAssetsResponse, (Fitted("AccountState", "", {"balances": ("assets[].",)}),)),
    },
    examples={"spot": ("FIRUSD-SPOT.MAPLE",), "option": ("FIR-26JUN26-16000-P.MAPLE",)},
    closed={"get_assets": "its events come of the message and of its rows"},
)
