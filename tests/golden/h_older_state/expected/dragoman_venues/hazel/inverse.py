"""Events of the venue hazel back to its payloads. Generated from specs/hazel; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import Form, Inverse, Made, Source

from dragoman_venues.hazel.state import STATUS_MEANS, ListMarketsResponse, Market, Trade, Trades

INVERSE = Inverse(
    channels={
        "trade": Source(
            Trade,
            (
                Made(
                    "TradeTick",
                    {
                        "price": "price",
                        "size": "size",
                        "trade_id": "number",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "trades": Source(
            Trades,
            (
                Made(
                    "TradeTick",
                    {"price": "price", "size": "size", "trade_id": "number", "instrument": "message.symbol"},
                ),
            ),
            rows="rows",
        ),
    },
    calls={
        "list_markets": Source(
            ListMarketsResponse,
            (Made("InstrumentStatus", {"action": "status", "reason": "reason", "instrument": "symbol"}),),
            rows="markets",
        ),
    },
    forms={
        Market: {"status": Form("means", STATUS_MEANS)},
        Trade: {"time_ms": Form("time", 1_000_000)},
    },
    replies={},
    sequences={},
    examples={"spot": ("FIRUSD.HAZEL",)},
    closed={
        "volume": "its machine, memory, goes by earlier messages",
        "totals": "its machine, memory, goes by earlier messages",
        "answer": "its machine, request_reply, goes by earlier messages",
    },
)
