"""Instruments of a venue's catalog as NautilusTrader's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from nautilus_trader.common.config import InstrumentProviderConfig, resolve_path
from nautilus_trader.common.providers import InstrumentProvider

from dragoman.errors import DragomanError
from dragoman.nautilus.config import DragomanInstrumentProviderConfig
from dragoman.nautilus.errors import InstrumentNotLoaded, NodeConfigInvalid
from dragoman.nautilus.link import Link


class DragomanInstrumentProvider(InstrumentProvider):
    """Loads the catalog of the venue's products; what NautilusTrader can't hold is left out and told.

    Filters: `{"products": ["spot", ...]}` narrows `load_all`; `filter_callable` of the configuration says of each instrument
    whether to keep it.
    """

    def __init__(self, link: Link, config: InstrumentProviderConfig | None = None) -> None:
        super().__init__(config=config or DragomanInstrumentProviderConfig())
        self._link = link
        self._products = getattr(config, "products", None)
        self._warn = config is None or config.log_warnings
        wanted = config.filter_callable if config is not None else None
        self._wants: Callable[[Any], bool] | None = resolve_path(wanted) if wanted else None
        for product in self._products or ():
            self._check_product(product)

    async def load_all_async(self, filters: Mapping[str, Any] | None = None) -> None:
        """Load every instrument of the products; raises what the venue's calls raise."""
        wanted = (filters or {}).get("products") or self._products or self._catalogs()
        for product in wanted:
            self._check_product(product)
        await self._fetch(wanted, None)

    async def load_ids_async(
        self, instrument_ids: list[Any], filters: Mapping[str, Any] | None = None
    ) -> None:
        """Load these instruments; one that the venue doesn't list is told as a warning that names what is near."""
        wanted = {self._link.converter.name_of(each): each for each in instrument_ids}
        foreign = [each for each in wanted.values() if each.venue != self._link.venue]
        if foreign:
            raise ValueError(f"{foreign[0]} is no instrument of {self._link.venue}")
        await self._fetch(self._products_of(wanted), {str(each) for each in wanted.values()})
        for each in wanted.values():
            if self.find(each) is None:
                self._log.warning(str(self.missing(each)))

    async def fetch(self, instrument_id: Any) -> Any | None:
        """One instrument, loaded where it isn't; None where the venue doesn't list it."""
        if self.find(instrument_id) is None:
            name = self._link.converter.name_of(instrument_id)
            await self._fetch(self._products_of([name]), {str(instrument_id)})
        return self.find(instrument_id)

    async def load_async(self, instrument_id: Any, filters: Mapping[str, Any] | None = None) -> None:
        """Load one instrument."""
        await self.load_ids_async([instrument_id], filters)

    def missing(self, instrument_id: Any) -> InstrumentNotLoaded:
        """The error for an instrument that is not there, which names one that is like it."""
        known = self._link.adapter.instruments if self._link.is_open else {}
        return InstrumentNotLoaded(self._link.interface.name, str(instrument_id), known)

    def _products_of(self, names: Iterable[str]) -> list[str]:
        """The products whose catalogs may list these ids: what the venue's symbology says, or else all."""
        catalogs = self._catalogs()
        found: list[str] = []
        for name in names:
            try:
                product = self._link.adapter.requests.symbology.resolve(name)[0]
            except DragomanError:
                return catalogs
            if product not in catalogs:
                return catalogs
            if product not in found:
                found.append(product)
        return found

    def _catalogs(self) -> list[str]:
        """The products that have a catalog of their own."""
        products = self._link.adapter.requests.symbology.products
        return [name for name in self._link.interface.catalogs if not products[name].like]

    async def _fetch(self, products: Iterable[str], only: set[str] | None) -> None:
        """Fetch catalogs and keep what is wanted of them."""
        left_out: Counter[str] = Counter()
        for product in products:
            for instrument in await self._link.adapter.load_instruments(product):
                try:
                    converted = self._link.converter.learn(instrument)
                except DragomanError as error:
                    left_out[str(error)] += 1
                    continue
                if only is not None and str(converted.id) not in only:
                    continue
                if self._wants is None or self._wants(converted):
                    self.add(converted)
        if self._warn:
            for why, count in left_out.most_common(5):
                self._log.warning(f"{count} instruments left out: {why}")

    def _check_product(self, product: str) -> None:
        if product not in self._link.interface.catalogs:
            raise NodeConfigInvalid("products", product, self._link.interface.catalogs)


def provider_for(link: Link, config: InstrumentProviderConfig) -> DragomanInstrumentProvider:
    """The provider of a link and a configuration, which its clients share."""
    found: DragomanInstrumentProvider | None = link.providers.get(config)
    if found is None:
        found = link.providers[config] = DragomanInstrumentProvider(link, config)
    return found
