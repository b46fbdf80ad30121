"""Instrument ids of a venue, both ways, by product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.errors import AmbiguousInstrument, UnknownInstrument
from dragoman.model import InstrumentId
from dragoman.remembered import Remembered
from dragoman.translate.facts import Key, Product

MAX_IDS = 1_000_000


class Ids(Remembered[Key, InstrumentId]):
    """Wire key -> instrument id of one product; what is missing is made by the product's rule. Feeds look in what is `known`.

    With a catalog (`closed`), a key that the catalog lacks raises UnknownInstrument instead.
    """

    __slots__ = ("asked", "closed", "make", "venue")

    most = MAX_IDS

    def __init__(
        self, venue: str, product: Product, closed: bool, asked: frozenset[str] = frozenset()
    ) -> None:
        super().__init__()
        self.venue = venue
        self.make = product.make_id
        self.closed = closed
        self.asked = asked

    def __missing__(self, key: Key) -> InstrumentId:
        if self.closed:
            raise UnknownInstrument(self.venue, key)
        return self.define(key)

    def define(self, key: Key, instead: Mapping[str, Key] | None = None) -> InstrumentId:
        """The id by rule, remembered; for what the venue itself lists as an instrument.

        instead: option -> the key that the id is made of where the caller asked for that.
        """
        meant = [other for option, other in (instead or {}).items() if option in self.asked]
        return self.keep(key, self.make(meant[0] if meant else key))


class AnyIds(Ids):
    """Wire key -> instrument id where nothing says the product: the first product whose rule takes the key, by its own ids."""

    __slots__ = ("products", "rules")

    def __init__(self, venue: str, rules: Mapping[str, Product], products: Mapping[str, Ids]) -> None:
        Remembered.__init__(self)
        self.venue = venue
        self.rules = rules
        self.products = products

    def __missing__(self, key: Key) -> InstrumentId:
        return self.keep(key, self.products[self.product_of(key)][key])

    def define(self, key: Key, instead: Mapping[str, Key] | None = None) -> InstrumentId:
        return self.products[self.product_of(key)].define(key, instead)

    def product_of(self, key: Key) -> str:
        """The product that a key is of; raises UnknownInstrument where no rule takes it."""
        for name, product in self.rules.items():
            if product.like:
                continue
            try:
                if product.key_of(product.make_id(key)) == key:
                    return name
            except (ValueError, TypeError):
                continue
        raise UnknownInstrument(self.venue, key)


class Symbology:
    """Tells the product and the wire key of an instrument id; a catalog decides where rules alone cannot."""

    def __init__(self, venue: str, products: Mapping[str, Product]) -> None:
        self.venue = venue
        self.products = products
        self.known: dict[InstrumentId, tuple[str, Key]] = {}
        self._ruled: dict[InstrumentId, list[tuple[str, Key]]] = {}
        """Ids that no catalog told, with what their rules say, which never changes."""
        self.shared: dict[InstrumentId, set[str]] = {}
        """Ids that the catalog gives to instruments of several products, which only a named product tells apart."""

    def learn(self, instrument_id: InstrumentId, product: str, key: Key) -> None:
        if self.products[product].like:
            return
        known = self.known.get(instrument_id)
        if known is not None and known[0] != product:
            self.shared.setdefault(instrument_id, {known[0]}).add(product)
        self.known[instrument_id] = (product, key)

    def tells(self, products: Iterable[str]) -> bool:
        """Whether a symbol alone tells which of these products it is of."""
        named = [self.products[name] for name in products]
        return bool(named) and all(product.apart or product.like for product in named)

    def candidates(self, instrument_id: InstrumentId) -> list[tuple[str, Key]]:
        """Every product whose rule could have made the id, with the key it was made from."""
        found = [(name, product.key_of(instrument_id)) for name, product in self.products.items()]
        return [(name, key) for name, key in found if key is not None]

    def resolve(self, instrument_id: str, products: Iterable[str] = ()) -> tuple[str, Key]:
        """(product, wire key); raises UnknownInstrument where no product fits, AmbiguousInstrument where the catalog has several."""
        identity = InstrumentId(instrument_id)
        allowed = set(products)
        several = self.shared.get(identity)
        if several is not None and len(several & allowed or several) > 1:
            raise AmbiguousInstrument(self.venue, instrument_id, several & allowed or several)
        known = self.known.get(identity)
        if known is not None and (not allowed or known[0] in allowed):
            return known
        ruled = self._ruled.get(identity)
        if ruled is None:
            if len(self._ruled) >= MAX_IDS:
                self._ruled.clear()
            ruled = self._ruled[identity] = self.candidates(identity)
        fitting = [pair for pair in ruled if not allowed or pair[0] in allowed]
        if len(fitting) > 1:
            fitting = [pair for pair in fitting if not self.products[pair[0]].like]
        if len(fitting) == 1:
            return fitting[0]
        raise UnknownInstrument(self.venue, instrument_id)
