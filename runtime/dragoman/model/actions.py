"""Names of what a user asks a venue for: `request_trades`, `subscribe_bars`, `submit_order`."""

from __future__ import annotations

from collections.abc import Collection

COMMANDS = (
    "submit_order",
    "submit_order_list",
    "submit_oco",
    "submit_oto",
    "submit_bracket",
    "batch_modify_orders",
    "batch_cancel_orders",
    "modify_order",
    "cancel_order",
    "cancel_all_orders",
    "query_order",
    "query_account",
)
"""The normalized commands; a venue has those that its specification declares."""
SUBMISSIONS = frozenset(name for name in COMMANDS if name.startswith("submit_"))
CHANGES = frozenset({"modify_order", "batch_modify_orders"})
REQUEST, SUBSCRIBE = "request", "subscribe"
_WORDS = {
    "TradeTick": "trades",
    "QuoteTick": "quotes",
    "OrderBookDeltas": "book_deltas",
    "OrderBookDepth10": "book_depth10",
    "Bar": "bars",
    "MarkPriceUpdate": "mark_prices",
    "IndexPriceUpdate": "index_prices",
    "FundingRateUpdate": "funding_rates",
    "OptionGreeks": "option_greeks",
    "InstrumentStatus": "instrument_status",
    "InstrumentClose": "instrument_close",
}
_OF_ORDERS = frozenset({"OrderStatusReport", "FillReport", "PositionStatusReport"})


def action_name(verb: str, type_name: str) -> str:
    """`request_trades`, `subscribe_bars`: the normalized action; `request_DayTicker` for a venue's own type."""
    return f"{verb}_{_WORDS.get(type_name, type_name)}"


def type_of(action: str) -> str | None:
    """The type that `request_trades` or `subscribe_trades` is about; None for another action."""
    verb, _, word = action.partition("_")
    if verb not in (REQUEST, SUBSCRIBE, "unsubscribe") or not word:
        return None
    return next((name for name, each in _WORDS.items() if each == word), word)


def has_own_word(type_name: str) -> bool:
    """Whether actions call the type by a word of their own."""
    return type_name in _WORDS


def can_have(kinds: Collection[str], type_name: str) -> bool:
    """Whether a product of these kinds of instruments can have the type: an index has no orders, fills and positions."""
    return type_name not in _OF_ORDERS or set(kinds) != {"IndexInstrument"}
