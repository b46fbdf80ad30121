"""An amount and what it is an amount of."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class Money(Struct, frozen=True, gc=False):
    """`Money(Decimal("10.00"), "USDT")`; the currency is a plain code, its digits those that the venue sent."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"
