"""Every market-data type of one venue's events, to NautilusTrader's objects and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct
from nautilus_trader.model import data as theirs
from nautilus_trader.model.identifiers import InstrumentId

from dragoman import model
from dragoman.errors import DragomanError, UnknownInstrument
from dragoman.nautilus.convert import books, custom, instruments, market
from dragoman.nautilus.convert.numbers import Scale
from dragoman.nautilus.errors import NotInNautilus, NotOfDragoman

_TO: dict[type, Callable[[Scale, Any], Any]] = {
    model.TradeTick: market.trade,
    model.QuoteTick: market.quote,
    model.Bar: market.bar,
    model.MarkPriceUpdate: market.mark_price,
    model.IndexPriceUpdate: market.index_price,
    model.FundingRateUpdate: market.funding_rate,
    model.InstrumentStatus: market.status,
    model.InstrumentClose: market.close,
    model.OrderBookDelta: books.delta,
    model.OrderBookDeltas: books.deltas,
    model.OrderBookDepth10: books.depth,
}
_FROM: dict[type, Callable[[Any, str], Any]] = {
    theirs.TradeTick: market.trade_from,
    theirs.QuoteTick: market.quote_from,
    theirs.Bar: market.bar_from,
    theirs.MarkPriceUpdate: market.mark_price_from,
    theirs.IndexPriceUpdate: market.index_price_from,
    theirs.FundingRateUpdate: market.funding_rate_from,
    theirs.InstrumentStatus: market.status_from,
    theirs.InstrumentClose: market.close_from,
    theirs.OrderBookDelta: books.delta_from,
    theirs.OrderBookDeltas: books.deltas_from,
    theirs.OrderBookDepth10: books.depth_from,
}


class Converter:
    """Knows the instruments of one venue; pure, so that it serves live, in replay and in tests.

    Raises UnknownInstrument for an instrument that it was not told of, PrecisionBeyondBuild, NumberTooLarge, NotInNautilus.
    """

    def __init__(self, venue: str, known: Iterable[model.Instrument] = ()) -> None:
        self.venue = venue
        self._scales: dict[str, Scale] = {}
        self._names: dict[str, str] = {}
        for instrument in known:
            self.learn(instrument)

    def learn(self, instrument: model.Instrument) -> Any:
        """Take an instrument into the catalog; returns NautilusTrader's object for it."""
        made = instruments.to_nautilus(instrument)
        self._scale(made, str(instrument.instrument_id))
        return made

    def know(self, instrument: Any) -> None:
        """Take an instrument of NautilusTrader's into the catalog, such as one of its own cache or Parquet catalog."""
        self._scale(instrument, str(instruments.from_nautilus(instrument).instrument_id))

    def _scale(self, made: Any, name: str) -> None:
        self._scales[name] = Scale(made.id, name, made.price_precision, made.size_precision)
        self._names[made.id.value] = name

    def knows(self, instrument_id: Any) -> bool:
        """Whether an instrument of NautilusTrader's id is in the catalog."""
        return instrument_id.value in self._names

    def name_of(self, instrument_id: Any) -> str:
        """Dragoman's id for NautilusTrader's; they differ where the library makes the id itself."""
        text: str = instrument_id.value
        return self._names.get(text, text)

    def id_of(self, name: str) -> Any:
        """NautilusTrader's id for Dragoman's."""
        found = self._scales.get(name)
        return InstrumentId.from_str(name) if found is None else found.id

    def scale(self, name: str) -> Scale:
        """How an instrument's numbers are written, by Dragoman's id."""
        found = self._scales.get(name)
        if found is None:
            raise UnknownInstrument(self.venue, name)
        return found

    def to_nautilus(self, event: Any) -> Any:
        """The object for one event: an instrument, market data, or CustomData; None for a book message that changes nothing."""
        convert = _TO.get(type(event))
        if convert is not None:
            scale = self._scales.get(event.instrument_id)
            if scale is None:
                raise UnknownInstrument(self.venue, event.instrument_id)
            try:
                return convert(scale, event)
            except DragomanError:
                raise
            except (ValueError, OverflowError) as error:
                # What the library's own constructors refuse, such as a trade of size zero or a time before 1970.
                raise NotInNautilus(type(event).__name__, scale.name, str(error)) from error
        if isinstance(event, model.Instrument):
            return self.learn(event)
        if not isinstance(event, Struct):
            raise NotOfDragoman(type(event).__name__, model.EVENT_TYPES)
        return self.to_custom(event)

    def to_custom(self, event: Struct) -> Any:
        """The event as CustomData of its own class, also where the library has a type for it."""
        about = getattr(event, "instrument_id", None)
        return custom.wrapped(event, None if about is None else self.id_of(about))

    def from_nautilus(self, found: Any) -> Any:
        """Dragoman's event for an object of NautilusTrader's; raises NotOfDragoman for one that has no counterpart."""
        convert = _FROM.get(type(found))
        if convert is not None:
            identity = found.bar_type.instrument_id if isinstance(found, theirs.Bar) else found.instrument_id
            return convert(found, self.name_of(identity))
        if hasattr(found, "raw_symbol"):
            return instruments.from_nautilus(found)
        return custom.unwrapped(found)
