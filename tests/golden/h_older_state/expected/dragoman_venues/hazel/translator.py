"""The translator of the venue hazel: which bytes are which message. Generated from specs/hazel; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from dragoman.machines import Consecutive
from dragoman.translate.facts import Call, Channel, Connection, Tables, Ways
from dragoman.translate.memories import Memory
from dragoman.translate.polls import Polls
from dragoman.translate.replies import Replies
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.hazel.state import (
    Answer,
    Deal,
    ListMarketsResponse,
    Market,
    Totals,
    Trade,
    Trades,
    Volume,
    emit_answer,
    emit_list_markets,
    emit_totals,
    emit_trade,
    emit_trades,
    emit_volume,
)
from dragoman_venues.hazel.symbology import PRODUCTS


def _make_volume(product: str) -> Any:
    """A fresh machine for one product."""
    return Memory[Any](max_keys=1_000, keeps=False)


def _make_totals(product: str) -> Any:
    """A fresh machine for one product."""
    return Memory[Any](max_keys=1_000, keeps=True)


def _make_answer(product: str) -> Any:
    """A fresh machine for one product."""
    return Replies(name="answer", timeout_ns=5_000_000_000, max_pending=1_000)


def _make_trade(product: str) -> Any:
    """A fresh machine for one product."""
    return Consecutive(stream="trade", restart=1_000, max_keys=10_000)


def _make_trades(product: str) -> Any:
    """A fresh machine for one product."""
    return Consecutive(stream="trades", restart=100_000, max_keys=10_000, passes_older=True)


def _list_markets_key(market: Market) -> Hashable:
    """What tells the rows apart."""
    return market.symbol


def _make_list_markets(product: str) -> Any:
    """A fresh machine for one product."""
    return Polls(key=_list_markets_key, max_rows=100_000)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.hazel.short import WAYS

    return WAYS


TABLES = Tables(
    venue="HAZEL",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("spot",),
            tag_key="kind",
            unknown="count",
            channels=(
                Channel(
                    name="volume",
                    payload=Volume,
                    emit=emit_volume,
                    tag="volume",
                    gives=("TradeTick", "InstrumentStatus"),
                ),
                Channel(
                    name="totals",
                    payload=Totals,
                    emit=emit_totals,
                    tag="totals",
                    rows=("$.rows",),
                    gives=("TradeTick",),
                ),
                Channel(name="answer", payload=Answer, emit=emit_answer, tag="quote", gives=("QuoteTick",)),
                Channel(name="trade", payload=Trade, emit=emit_trade, tag="trade", gives=("TradeTick",)),
                Channel(
                    name="trades",
                    payload=Trades,
                    emit=emit_trades,
                    tag="trades",
                    rows=("$.rows",),
                    gives=("TradeTick",),
                ),
            ),
            replies=(),
        ),
    ),
    calls=(
        Call(
            name="list_markets",
            paths={"": "GET /markets"},
            payload=ListMarketsResponse,
            emit=emit_list_markets,
            rows=("$.markets",),
        ),
    ),
    machines={
        "volume": _make_volume,
        "totals": _make_totals,
        "answer": _make_answer,
        "trade": _make_trade,
        "trades": _make_trades,
        "list_markets": _make_list_markets,
    },
    snapshots={},
    feeds={},
    captures=frozenset({Deal, Market}),
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Hazel Exchange to events of the model."""

    tables = TABLES
