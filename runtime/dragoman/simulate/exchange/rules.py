"""What differs from exchange to exchange beyond the instruments."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Literal

from msgspec import Struct

DAY_NS = 86_400_000_000_000


class SelfTrade(StrEnum):
    """What happens when an account would trade with itself."""

    ALLOW = "allow"
    CANCEL_NEWEST = "cancel_newest"
    CANCEL_OLDEST = "cancel_oldest"
    CANCEL_BOTH = "cancel_both"
    DECREMENT = "decrement"
    """Both orders lose what they would have traded."""


class Rules(Struct, frozen=True, kw_only=True):
    """`maker_fee` and `taker_fee` are fractions and hold where the instrument says none; times are nanoseconds."""

    maker_fee: Decimal = Decimal("0.0002")
    taker_fee: Decimal = Decimal("0.0005")
    fee_in: Literal["received", "quote"] = "received"
    """What a cash trade's fee is taken of: what was received, or always the quote currency."""
    self_trade: SelfTrade = SelfTrade.ALLOW
    unique: Literal["open", "ever"] = "open"
    """Whether a client order id may be used again once its order is closed."""
    would_take: Literal["refuse", "cancel", "reject"] = "refuse"
    """What becomes of a post-only order that would take: it is refused, or taken and at once canceled or rejected."""
    unfilled: Literal["canceled", "expired"] = "canceled"
    """What orders have become of which the venue itself took off what could not be filled at once, or would have met their own account."""
    due_trigger: Literal["refuse", "fire"] = "refuse"
    """What happens to a conditional order whose trigger is reached already."""
    spawns: bool = False
    """Whether an order whose price was reached goes on as another one, with an id of its own."""
    leverage: int = 20
    """Of a derivative, until the account sets its own."""
    maintenance: Decimal = Decimal("0.005")
    """Fraction of a position's worth, where the instrument says none."""
    liquidates: bool = True
    """Whether accounts that are worth less than the maintenance of their positions are closed."""
    ids: Literal["number", "uuid"] = "number"
    """What ids of orders and trades look like."""
    day_ends_ns: int = 0
    """When a day of orders ends, counted from midnight UTC."""
    kept_orders: int = 10_000
    """Closed orders of an account that are known any longer, the oldest forgotten first; open ones always are."""
    kept_fills: int = 10_000
    """Fills of an account that are told to those who ask later."""
    ladder: tuple[Decimal, ...] = ()
    """The prices that orders may have, in ascending order; every whole tick where there are none."""

    def end_of_day(self, now_ns: int) -> int:
        """The first end of a day after this moment."""
        return ((now_ns - self.day_ends_ns) // DAY_NS + 1) * DAY_NS + self.day_ends_ns
