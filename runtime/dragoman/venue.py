"""`dragoman.load`: one generated venue by name, with its pure entry points."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dragoman.errors import VenueNotFound

_PACKAGE = "dragoman_venues"
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")


class Venue:
    """A generated venue: translators, request builders and adapters are made from it."""

    def __init__(self, module: Any) -> None:
        self.module = module
        self.name: str = module.NAME

    def translator(
        self, instruments: Iterable[Any] | None = None, account_id: str | None = None, **more: Any
    ) -> Any:
        """A pure translator; `instruments` makes unknown symbols errors."""
        return self.module.Translator(instruments, account_id, **more)

    def requests(
        self,
        credentials: Mapping[str, str] | None = None,
        instruments: Iterable[Any] | None = None,
        clock: Callable[[], int] | None = None,
        nonce: Callable[[], str] | None = None,
        environment: str = "mainnet",
    ) -> Any:
        """A pure builder of requests and frames; `clock` gives UNIX nanoseconds."""
        return self.module.Requests(credentials, instruments, clock, nonce, environment)

    def adapter(self, environment: str = "mainnet", **more: Any) -> Any:
        """The live adapter, an async context manager."""
        return self.module.Adapter(environment, **more)

    def __repr__(self) -> str:
        return f"Venue({self.name})"


def venues() -> list[str]:
    """Names of the venues that are installed."""
    package = importlib.import_module(_PACKAGE)
    return sorted(item.name for item in pkgutil.iter_modules(package.__path__) if item.ispkg)


def load(name: str) -> Venue:
    """The venue `name`; raises VenueNotFound, naming those that are there."""
    if not _NAME.match(name) or importlib.util.find_spec(f"{_PACKAGE}.{name}") is None:
        raise VenueNotFound(name, venues())
    return Venue(importlib.import_module(f"{_PACKAGE}.{name}"))
