"""One venue's adapter, shared by the clients of a node: one rate budget, one catalog, one set of connections."""

from __future__ import annotations

import asyncio
from typing import Any
from weakref import WeakValueDictionary

import msgspec
from nautilus_trader.common.component import Logger
from nautilus_trader.model.identifiers import Venue

from dragoman.adapter.adapter import Adapter
from dragoman.errors import DragomanError
from dragoman.nautilus.convert.converter import Converter
from dragoman.nautilus.errors import NotConnected
from dragoman.requests.facts import Interface
from dragoman.venue import load

_LINKS: WeakValueDictionary[tuple[Any, ...], Link] = WeakValueDictionary()


class Link:
    """A venue in one environment with one set of credentials.

    `settings` go to the adapter when the first client opens the link, and may be changed until then.
    """

    def __init__(
        self, venue: str, environment: str, credentials: dict[str, str] | None, urls: dict[str, Any] | None
    ) -> None:
        self._module = load(venue.lower())
        self.name = self._module.name
        self.interface: Interface = self._module.module.Requests.interface
        self.venue = Venue(self.interface.name)
        self.converter = Converter(self.interface.name)
        self.settings: dict[str, Any] = {
            "environment": environment,
            "credentials": credentials,
            "urls": urls,
            "on_error": self._set_aside,
            "keeps_books": False,  # a node has its own
        }
        self.providers: dict[Any, Any] = {}
        """Configuration -> the provider that the clients with that configuration share."""
        self._log = Logger(name=f"Dragoman-{self.interface.name}")
        self._adapter: Adapter | None = None
        self._users = 0
        self._opening = asyncio.Lock()

    @property
    def adapter(self) -> Adapter:
        """The adapter; raises NotConnected while no client has the link open."""
        if self._adapter is None:
            raise NotConnected(self.name)
        return self._adapter

    @property
    def is_open(self) -> bool:
        return self._adapter is not None

    async def open(self) -> Adapter:
        """Take part in the adapter, which is made for the first who does; every `open` wants a `close`."""
        async with self._opening:
            if self._adapter is None:
                self._adapter = self._module.adapter(**self.settings)
            self._users += 1
            return self._adapter

    async def close(self) -> None:
        """Leave the adapter, which is closed by the last who does."""
        async with self._opening:
            if self._users:
                self._users -= 1
            adapter = self._adapter
            if adapter is not None and not self._users:
                self._adapter = None
                await adapter.close()

    def _set_aside(self, error: DragomanError) -> None:
        self._log.warning(f"{type(error).__name__}: {error}")


def link_for(config: Any, loop: asyncio.AbstractEventLoop) -> Link:
    """The link of a client's configuration; clients of one loop that say the same of venue and account share it."""
    said = msgspec.json.encode([config.environment, config.credentials, config.urls], order="sorted")
    key = (id(loop), config.venue.lower(), said)
    found = _LINKS.get(key)
    if found is None:
        found = Link(config.venue, config.environment, config.credentials, config.urls)
        _LINKS[key] = found
    return found
