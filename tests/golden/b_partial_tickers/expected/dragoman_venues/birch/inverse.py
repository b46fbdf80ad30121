"""Events of the venue birch back to its payloads. Generated from specs/birch; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Form, Inverse, Made, Source

from dragoman_venues.birch.tickers import (
    Best,
    BestRows,
    Brief,
    Instrument,
    InstrumentRows,
    Ticker,
    TickerData,
)

INVERSE = Inverse(
    channels={
        "ticker": Source(
            Ticker,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "data.bid_price",
                        "bid_size": "data.bid_size",
                        "ask_price": "data.ask_price",
                        "ask_size": "data.ask_size",
                        "ts_event": "time_ms",
                        "instrument": "data.symbol",
                    },
                ),
                Made(
                    "MarkPriceUpdate",
                    {"value": "data.mark_price", "ts_event": "time_ms", "instrument": "data.symbol"},
                ),
                Made(
                    "FundingRateUpdate",
                    {
                        "rate": "data.funding_rate",
                        "next_funding_ns": "data.next_funding_ms",
                        "ts_event": "time_ms",
                        "instrument": "data.symbol",
                    },
                ),
            ),
        ),
        "instrument": Source(
            Instrument,
            (
                Made("MarkPriceUpdate", {"value": "mark_price", "ts_event": "time", "instrument": "symbol"}),
                Made("IndexPriceUpdate", {"ts_event": "time", "instrument": "symbol"}),
            ),
            rows="rows",
        ),
        "brief": Source(
            Brief,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "data.bid",
                        "bid_size": "data.bid_size",
                        "ask_price": "data.ask",
                        "ask_size": "data.ask_size",
                        "ts_event": "time_ms",
                        "instrument": "data.symbol",
                    },
                ),
                Made(
                    "MarkPriceUpdate",
                    {"value": "data.mark", "ts_event": "time_ms", "instrument": "data.symbol"},
                ),
                Made(
                    "IndexPriceUpdate",
                    {"value": "data.index", "ts_event": "time_ms", "instrument": "data.symbol"},
                ),
            ),
        ),
        "best": Source(
            Best,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "bid",
                        "bid_size": "bid_size",
                        "ask_price": "ask",
                        "ask_size": "ask_size",
                        "ts_event": "time",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
        ),
    },
    calls={},
    forms={
        BestRows: {
            "bid": Form("number"),
            "bid_size": Form("number"),
            "ask": Form("number"),
            "ask_size": Form("number"),
            "time": Form("iso"),
        },
        Brief: {"type": Form("one_of", ("snapshot", "delta")), "time_ms": Form("time", 1_000_000)},
        InstrumentRows: {"mark_price": Form("number"), "fair_price": Form("number"), "time": Form("iso")},
        Ticker: {"type": Form("one_of", ("snapshot", "delta")), "time_ms": Form("time", 1_000_000)},
        TickerData: {"next_funding_ms": Form("time_text", 1_000_000)},
    },
    replies={},
    sequences={},
    examples={"swap": ("ELM-USD.BIRCH",)},
    closed={},
)
