"""Short ways of the venue birch: busy messages straight from bytes to events. Generated from specs/birch; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dragoman.machines import ABSENT
from dragoman.machines.kept import Latest, kept_as
from dragoman.model import IndexPriceUpdate, MarkPriceUpdate, QuoteTick
from dragoman.model.decimals import DECIMALS, NOT_NEGATIVE
from dragoman.translate.facts import Event, Feed, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.frames import variant
from dragoman.translate.functions import IsoText, LastSecond
from dragoman.translate.rows import decoder, number_decoder
from dragoman.translate.scope import Scope
from msgspec import Raw

from dragoman_venues.birch.tickers import Best, BestRows, Brief, BriefData

BestRowsFed = variant(BestRows, bid=Any, bid_size=Raw | None, ask=Any, ask_size=Raw | None, time=IsoText)
BestFed = variant(Best, BestRowsFed)


def stream_swap(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    brief_topics = other.topics_of("brief")
    decode_brief = decoder(Brief).decode
    brief = scope.machines["brief"]
    BriefDataKept = kept_as(BriefData, last_quote_tick="QuoteTick")
    brief_held = brief.kept.held

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            # brief.
            if payload[15] == 46:
                message = decode_brief(payload)
                if message.topic in brief_topics:
                    out: list[Event] = []
                    row = message.data
                    key = row.symbol
                    record = brief_held[key]
                    if type(record) is not BriefDataKept:
                        record = brief.opened(key, BriefDataKept)
                    if message.type == "snapshot":
                        return rest(payload, ts_init)
                    record.was_used = True
                    new_quote_tick = None
                    if (
                        row.bid is not None
                        or row.bid_size is not None
                        or row.ask is not None
                        or row.ask_size is not None
                    ):
                        if row.bid:
                            record.bid = row.bid
                        if row.bid_size:
                            record.bid_size = row.bid_size
                        if row.ask:
                            record.ask = row.ask
                        if row.ask_size:
                            record.ask_size = row.ask_size
                        if record.bid and record.bid_size and record.ask and record.ask_size:
                            instrument_id = ids[row.symbol]
                            bid_price = NOT_NEGATIVE[record.bid]
                            ask_price = NOT_NEGATIVE[record.ask]
                            bid_size = NOT_NEGATIVE[record.bid_size]
                            ask_size = NOT_NEGATIVE[record.ask_size]
                            last = record.last_quote_tick
                            if (
                                last is None
                                or last.bid_price != bid_price
                                or last.ask_price != ask_price
                                or last.bid_size != bid_size
                                or last.ask_size != ask_size
                                or last.instrument_id != instrument_id
                            ):
                                new_quote_tick = QuoteTick(
                                    instrument_id,
                                    bid_price,
                                    ask_price,
                                    bid_size,
                                    ask_size,
                                    message.time_ms * 1_000_000,
                                    ts_init,
                                )
                                out.append(new_quote_tick)
                    if row.mark is not None:
                        if row.mark:
                            record.mark = row.mark
                        if record.mark:
                            out.append(
                                MarkPriceUpdate(
                                    ids[row.symbol],
                                    DECIMALS[record.mark],
                                    message.time_ms * 1_000_000,
                                    ts_init,
                                )
                            )
                    if row.index is not ABSENT:
                        if row.index is not ABSENT:
                            record.index = row.index or None
                        if record.index:
                            out.append(
                                IndexPriceUpdate(
                                    ids[row.symbol],
                                    DECIMALS[record.index],
                                    message.time_ms * 1_000_000,
                                    ts_init,
                                )
                            )
                    if new_quote_tick is not None:
                        record.last_quote_tick = new_quote_tick
                    return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def table_swap(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of table. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    decode_best = number_decoder(BestFed).decode
    best = scope.machines["best"]
    best_held = best.kept.held
    clock = LastSecond()

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            # best
            if payload[14] == 34:
                message = decode_best(payload)
                out: list[Event] = []
                for row in message.rows:
                    out.append(
                        QuoteTick(
                            ids[row.symbol],
                            (row.bid if type(row.bid) is Decimal else DECIMALS[str(row.bid)]),
                            (row.ask if type(row.ask) is Decimal else DECIMALS[str(row.ask)]),
                            NOT_NEGATIVE[str(row.bid_size, "ascii")],
                            NOT_NEGATIVE[str(row.ask_size, "ascii")],
                            (clock[row.time.removeprefix(clock.text)] + clock.ns),
                            ts_init,
                        )
                    )
                    kept = best_held[row.symbol]
                    if type(kept) is not Latest:
                        kept = best.opened(row.symbol, Latest)
                    kept.record = row
                    kept.was_used = True
                return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


WAYS = Ways(
    shorts={
        ("stream", "swap"): Short({}, stream_swap),
        ("table", "swap"): Short({}, table_swap),
    },
    lights={},
)
