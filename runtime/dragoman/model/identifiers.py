"""Identifiers: texts with a grammar, cheap to make, checked only where they come from outside (`parse`)."""

from __future__ import annotations

from typing import Self, TypeAlias

from dragoman.errors import InvalidIdentifier
from dragoman.model.enums import AggregationSource, BarAggregation, PriceType

AccountId: TypeAlias = str
ClientOrderId: TypeAlias = str
VenueOrderId: TypeAlias = str
TradeId: TypeAlias = str
PositionId: TypeAlias = str
OrderListId: TypeAlias = str


class InstrumentId(str):
    """`SYMBOL.VENUE`; the venue is what follows the last dot, so symbols may hold dots and dashes."""

    __slots__ = ()

    @classmethod
    def of(cls, symbol: str, venue: str) -> Self:
        """Join the two parts without looking at them."""
        return cls(f"{symbol}.{venue}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Check the grammar; raises InvalidIdentifier naming what is missing."""
        symbol, dot, venue = text.rpartition(".")
        if not dot:
            raise InvalidIdentifier(cls.__name__, text, "it has no '.VENUE' at its end")
        if not symbol or not venue:
            raise InvalidIdentifier(
                cls.__name__, text, "its symbol is empty" if not symbol else "its venue is empty"
            )
        if not text.isprintable() or text != text.strip() or venue.split() != [venue]:
            raise InvalidIdentifier(
                cls.__name__, text, "it has blanks or control characters where none may be"
            )
        return cls(text)

    @property
    def symbol(self) -> str:
        return self.rpartition(".")[0]

    @property
    def venue(self) -> str:
        return self.rpartition(".")[2]


class BarType(str):
    """`INSTRUMENT_ID-STEP-AGGREGATION-PRICE_TYPE-SOURCE`, read from its end because symbols hold dashes."""

    __slots__ = ()

    @classmethod
    def of(
        cls,
        instrument_id: str,
        step: int,
        aggregation: BarAggregation,
        price_type: PriceType = PriceType.LAST,
        source: AggregationSource = AggregationSource.EXTERNAL,
    ) -> Self:
        """Join the parts without looking at them."""
        return cls(f"{instrument_id}-{step}-{aggregation}-{price_type}-{source}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Check every part; raises InvalidIdentifier naming the part that is wrong."""
        parts = text.rsplit("-", 4)
        if len(parts) != 5:
            raise InvalidIdentifier(
                cls.__name__, text, "it isn't INSTRUMENT_ID-STEP-AGGREGATION-PRICE_TYPE-SOURCE"
            )
        InstrumentId.parse(parts[0])
        if not (parts[1].isascii() and parts[1].isdecimal() and not parts[1].startswith("0")):
            raise InvalidIdentifier(cls.__name__, text, f"its step {parts[1]!r} isn't a positive integer")
        for part, words in zip(parts[2:], (BarAggregation, PriceType, AggregationSource), strict=True):
            if part not in words.__members__:
                raise InvalidIdentifier(
                    cls.__name__, text, f"{part!r} is none of {', '.join(words.__members__)}"
                )
        return cls(text)

    @property
    def instrument_id(self) -> InstrumentId:
        return InstrumentId(self.rsplit("-", 4)[0])

    @property
    def step(self) -> int:
        return int(self.rsplit("-", 4)[1])

    @property
    def aggregation(self) -> BarAggregation:
        return BarAggregation(self.rsplit("-", 4)[2])

    @property
    def price_type(self) -> PriceType:
        return PriceType(self.rsplit("-", 4)[3])

    @property
    def source(self) -> AggregationSource:
        return AggregationSource(self.rsplit("-", 4)[4])
