"""What an emit function may ask for: ids, machines, the call's parameters, counters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dragoman.errors import DataError, RequestRequired, RowError, UnknownCurrency, UnknownInstrument
from dragoman.model import AccountId, BarType, InstrumentId
from dragoman.translate.facts import Product
from dragoman.translate.levels import every_level, on_demand
from dragoman.translate.scaled import Scales
from dragoman.translate.symbology import MAX_IDS, AnyIds, Ids
from dragoman.translate.told import Told

if TYPE_CHECKING:
    from dragoman.translate.translator import Translator

ROW_ERRORS = (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, DataError)
"""What a bad row may raise while it is converted; anything else is a fault of the program and is not caught."""

_ONE = Decimal(1)


def _unresolved(record: Any) -> str:
    raise LookupError("nothing resolves the symbols of this connection")


class Scope(Told):
    """One product of one translator; for a call also its parameters, for a topic its slots."""

    __slots__ = (
        "_bar_types",
        "account_id",
        "codes",
        "every_level",
        "ids",
        "machines",
        "sides",
        "source",
        "symbol",
        "synced",
        "topic",
        "translator",
    )

    def __init__(
        self, translator: Translator, product: str, ids: Ids, machines: dict[str, Any], synced: bool
    ) -> None:
        super().__init__({}, product)
        self.translator = translator
        self.ids = ids
        self.machines = machines
        self.synced = synced
        self.every_level = translator.every_level
        self.sides = every_level if translator.every_level else on_demand
        """What becomes of both sides of a book message."""
        account = translator.account_id or account_of(product, translator.tables.products)
        self.account_id = AccountId(account) if account else None
        self.codes = translator.tables.codes
        self.source = ""
        self.topic: Mapping[str, str] = {}
        self.symbol: Callable[[Any], str] = _unresolved
        """The symbol that the connection's codec resolves a record to; it raises UnknownInstrument where it can't."""
        self._bar_types: dict[tuple[str, str, str], BarType] = {}

    def of(
        self, source: str, request: Mapping[str, Any] | None = None, topic: Mapping[str, str] | None = None
    ) -> Scope:
        """The same product seen from one call or one topic."""
        found = Scope(self.translator, self.product, self.ids, self.machines, self.synced)
        found._bar_types = self._bar_types
        found.source = source
        found.request = request or {}
        found.topic = topic or {}
        return found

    # -- identity ----------------------------------------------------------------------------------------------------

    def ids_of(self, product: str) -> Ids:
        """The ids of the product that a row names; raises ValueError for one that the venue has not."""
        found = self.translator.ids(product)
        if found is None:
            raise ValueError(f"{product[:120]!r} is no product of {self.translator.venue}")
        return found

    def request_id(self, parameter: str) -> InstrumentId:
        """The instrument that the call was about; raises RequestRequired where nothing says it."""
        request = self.request
        if "instrument_id" in request:
            return InstrumentId(request["instrument_id"])
        if "bar_type" in request:
            return BarType(request["bar_type"]).instrument_id
        if parameter in request:
            return self.ids[request[parameter]]
        raise RequestRequired(self.translator.venue, self.source, parameter)

    def request_key(self, parameter: str) -> Any:
        """The wire key that the call was about."""
        if parameter in self.request:
            return self.request[parameter]
        products = (self.product,) if self.product else ()
        return self.translator.symbology.resolve(self.request_id(parameter), products)[1]

    def topic_id(self, slot: str) -> InstrumentId:
        """The instrument of the topic's slot, whose letter case is the topic's own."""
        if slot not in self.topic:
            return self.request_id(slot)
        return self.ids[self.topic[slot]]

    def keys(self, key: tuple[Any, ...]) -> dict[str, str | int]:
        """The parts of a key by their names, for an instrument that has more than one; decimals as text."""
        names = self._product_of(key).keys
        parts = zip(names, key, strict=True)
        return {name: part if isinstance(part, str | int) else format(part, "f") for name, part in parts}

    def raw_symbol(self, key: Any) -> str:
        """The venue's own symbol of a key."""
        return self._product_of(key).raw(key)

    def _product_of(self, key: Any) -> Product:
        """The product of this scope, or the one that the key tells where the scope is of none."""
        name = self.ids.product_of(key) if isinstance(self.ids, AnyIds) else self.product
        return self.translator.tables.products[name]

    def bar_type(
        self, instrument_id: InstrumentId, specification: str | None, price: str = "LAST"
    ) -> BarType:
        """`1-MINUTE` and an instrument as a bar type; without a specification the call must say it."""
        if specification is None:
            if "bar_type" in self.request:
                return BarType(self.request["bar_type"])
            raise RequestRequired(self.translator.venue, self.source, "interval")
        key = (instrument_id, specification, price)
        found = self._bar_types.get(key)
        if found is None:
            found = self._bar_types[key] = BarType(f"{instrument_id}-{specification}-{price}-EXTERNAL")
        return found

    # -- units -------------------------------------------------------------------------------------------------------

    def factor(
        self, instrument_id: InstrumentId, name: str, counts_ones: Callable[[str], bool] | None = None
    ) -> Decimal:
        """A decimal of an instrument of the catalog, `multiplier` or `info.x`; raises UnknownInstrument without one.

        `counts_ones` tells of a symbol that its unit is 1 where no instrument says otherwise. An instrument that has no value
        there raises ValueError.
        """
        asked = (instrument_id, name, counts_ones)
        factors = self.translator.factors
        known = factors.get(asked)
        if known is not None:
            return known
        if len(factors) >= MAX_IDS:
            factors.clear()
        instrument = self.translator.instruments.get(instrument_id)
        if instrument is None:
            if counts_ones is not None and counts_ones(instrument_id.symbol):
                return factors.setdefault(asked, _ONE)
            raise UnknownInstrument(self.translator.venue, instrument_id, self.source)
        key = name.removeprefix("info.")
        value = getattr(instrument, name) if key == name else instrument.info.get(key)
        if value is None or isinstance(value, float):
            raise ValueError(f"{instrument_id} has no exact {name} to count by")
        return factors.setdefault(asked, Decimal(value))

    def scales(self, name: str, counts_ones: Callable[[str], bool] | None = None) -> Scales:
        """Instrument -> whole number, zero or above -> so many times its `factor`; it keeps up with the catalog."""
        known = self.translator.factors.scales
        found = known.get((name, counts_ones))
        if found is None:
            found = Scales(lambda instrument_id: self.factor(instrument_id, name, counts_ones))
            known[name, counts_ones] = found
        return found

    def unit(self, currency: str) -> Decimal:
        """How much one unit of a currency is; raises UnknownCurrency for one that the venue's tables lack."""
        found = self.translator.tables.currencies.get(currency)
        if found is None:
            raise UnknownCurrency(self.translator.venue, currency, self.source)
        return found[1]

    def currency(self, currency: str) -> str:
        """The usual code of a currency; one that the venue's tables lack keeps its own."""
        found = self.translator.tables.currencies.get(currency)
        return currency if found is None else found[0]

    # -- what goes wrong ---------------------------------------------------------------------------------------------

    def bad_row(self, path: str, row: object, error: Exception) -> None:
        """Count one bad row and hand it to the dead-letter handler; the others go on."""
        self.translator.bad_row(self.source, path, row, error)

    def unknown_enum(self, name: str, value: object) -> None:
        """Count an unknown value of an open enum."""
        self.translator.stats.count("unknown_enums", f"{name}.{str(value)[:40]}")


def row_error(venue: str, source: str, path: str, row: object, error: Exception) -> RowError:
    """The typed error of a bad row."""
    why = str(error) or type(error).__name__
    return (
        error
        if isinstance(error, RowError)
        else RowError(venue, source, path, row, f"{type(error).__name__}: {why}")
    )


def account_of(product: str, products: Mapping[str, Product]) -> str:
    """What the account of a product is called where the caller named none; of several products ("") the account that all share."""
    if product in products:
        return products[product].account
    shared = {each.account for each in products.values()}
    return shared.pop() if len(shared) == 1 else ""
