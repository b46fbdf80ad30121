"""Closed vocabularies of both models, matched by name."""

from __future__ import annotations

from enum import Enum
from typing import Any, Generic, TypeVar

from nautilus_trader.model import enums as theirs

from dragoman import model
from dragoman.nautilus.errors import NotInNautilus

E = TypeVar("E", bound=Enum)


class Words(Generic[E]):
    """Members of one vocabulary both ways; what only one side has raises NotInNautilus when it is needed."""

    def __init__(self, ours: type[E], known: Any) -> None:
        self._name = ours.__name__
        names = known.__members__
        self.to: dict[E, Any] = {each: names[each.name] for each in ours if each.name in names}
        self._back: dict[int, E] = {int(value): each for each, value in self.to.items()}

    def __getitem__(self, member: E) -> Any:
        try:
            return self.to[member]
        except KeyError:
            raise NotInNautilus(
                self._name, member.name, f"it has {', '.join(m.name for m in self.to)}"
            ) from None

    def back(self, value: Any) -> E:
        """Our member for theirs, which may be a bare integer."""
        return self._back[int(value)]


ACCOUNT_TYPE = Words(model.AccountType, theirs.AccountType)
AGGREGATION_SOURCE = Words(model.AggregationSource, theirs.AggregationSource)
AGGRESSOR_SIDE = Words(model.AggressorSide, theirs.AggressorSide)
ASSET_CLASS = Words(model.AssetClass, theirs.AssetClass)
BAR_AGGREGATION = Words(model.BarAggregation, theirs.BarAggregation)
BOOK_ACTION = Words(model.BookAction, theirs.BookAction)
BOOK_TYPE = Words(model.BookType, theirs.BookType)
CONTINGENCY_TYPE = Words(model.ContingencyType, theirs.ContingencyType)
INSTRUMENT_CLOSE_TYPE = Words(model.InstrumentCloseType, theirs.InstrumentCloseType)
LIQUIDITY_SIDE = Words(model.LiquiditySide, theirs.LiquiditySide)
MARKET_STATUS_ACTION = Words(model.MarketStatusAction, theirs.MarketStatusAction)
OMS_TYPE = Words(model.OmsType, theirs.OmsType)
OPTION_KIND = Words(model.OptionKind, theirs.OptionKind)
ORDER_SIDE = Words(model.OrderSide, theirs.OrderSide)
ORDER_STATUS = Words(model.OrderStatus, theirs.OrderStatus)
ORDER_TYPE = Words(model.OrderType, theirs.OrderType)
POSITION_SIDE = Words(model.PositionSide, theirs.PositionSide)
PRICE_TYPE = Words(model.PriceType, theirs.PriceType)
TIME_IN_FORCE = Words(model.TimeInForce, theirs.TimeInForce)
TRAILING_OFFSET_TYPE = Words(model.TrailingOffsetType, theirs.TrailingOffsetType)
TRIGGER_TYPE = Words(model.TriggerType, theirs.TriggerType)

TRIGGERED = frozenset(
    {
        theirs.OrderType.STOP_LIMIT,
        theirs.OrderType.LIMIT_IF_TOUCHED,
        theirs.OrderType.TRAILING_STOP_LIMIT,
    }
)
"""Orders that are open after they were triggered; NautilusTrader takes that word of no other."""
