"""Why the exchange says no, in words that a venue's own codes can be found by."""

from __future__ import annotations

from enum import StrEnum

from dragoman.errors import SetupError


class Reason(StrEnum):
    """What a refusal means."""

    UNKNOWN_INSTRUMENT = "unknown_instrument"
    CLOSED = "closed"
    PRICE_STEP = "price_step"
    PRICE_RANGE = "price_range"
    SIZE_STEP = "size_step"
    SIZE_RANGE = "size_range"
    MIN_NOTIONAL = "min_notional"
    DUPLICATE = "duplicate"
    INSUFFICIENT = "insufficient"
    WOULD_TAKE = "would_take"
    WOULD_TRIGGER = "would_trigger"
    REDUCE_ONLY = "reduce_only"
    NO_LIQUIDITY = "no_liquidity"
    UNFILLABLE = "unfillable"
    SELF_TRADE = "self_trade"
    NOT_FOUND = "not_found"
    NOT_OPEN = "not_open"
    UNCHANGED = "unchanged"
    EXPIRED = "expired"
    NOT_SUPPORTED = "not_supported"
    POSITION = "position"
    PARAMETER = "parameter"
    SAME_MODE = "same_mode"
    MODE_HELD = "mode_held"
    NOT_REPLACED = "not_replaced"
    HALF_REPLACED = "half_replaced"


class Refused(Exception):
    """The exchange says no; nothing has changed."""

    def __init__(self, reason: Reason, text: str) -> None:
        super().__init__(text)
        self.reason = reason
        self.text = text


class NotTraded(SetupError):
    """An instrument that the simulated exchange has no rules for."""

    instrument_id: str
    why: str

    def __init__(self, instrument_id: str, why: str) -> None:
        super().__init__(
            f"{instrument_id} can't be traded on the simulated exchange: {why}; leave it out of its instruments",
            instrument_id=instrument_id,
            why=why,
        )
