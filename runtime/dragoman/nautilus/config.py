"""Configuration of the clients of a node: one class for every venue; the venue is a field."""

from __future__ import annotations

from typing import Any

from nautilus_trader.common.config import InstrumentProviderConfig
from nautilus_trader.live.config import LiveDataClientConfig

from dragoman.nautilus.errors import NodeConfigInvalid


class DragomanInstrumentProviderConfig(InstrumentProviderConfig, frozen=True):
    """What to load at the start.

    products: the venue's products to load (`load_all`), all of them where left out.
    """

    products: frozenset[str] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, InstrumentProviderConfig) and self._identity() == _identity(other)

    def __hash__(self) -> int:
        return hash(self._identity())

    def _identity(self) -> tuple[Any, ...]:
        return _identity(self)


def _identity(config: InstrumentProviderConfig) -> tuple[Any, ...]:
    filters = tuple(sorted((config.filters or {}).items()))
    return config.load_all, config.load_ids, repr(filters), getattr(config, "products", None)


class DragomanDataClientConfig(LiveDataClientConfig, kw_only=True, frozen=True):
    """Market data of one venue.

    venue: as instrument ids end, or the name of its generated package.
    environment: one of the venue's sets of addresses.
    credentials: by the names of the venue's specification; else from its environment variables. Never printed.
    urls: replaces addresses, `{"http": {server: url}, "connections": {connection: {product: url}}}`.
    """

    venue: str
    environment: str = "mainnet"
    credentials: dict[str, str] | None = None
    urls: dict[str, Any] | None = None
    instrument_provider: InstrumentProviderConfig = DragomanInstrumentProviderConfig()

    def __post_init__(self) -> None:
        check_names(self.venue, self.environment)

    def __repr__(self) -> str:
        return described(self)


def described(config: Any) -> str:
    """The configuration as text without a secret: of credentials, only their names."""
    parts = []
    for name in config.__struct_fields__:
        value = getattr(config, name)
        if name == "credentials" and value is not None:
            value = dict.fromkeys(value, "***")
        parts.append(f"{name}={value!r}")
    return f"{type(config).__name__}({', '.join(parts)})"


def check_names(venue: str, environment: str) -> None:
    """Raises NodeConfigInvalid for a venue that isn't generated, or an environment that it doesn't have."""
    from dragoman.venue import load, venues

    known = venues()
    if venue.lower() not in known:
        raise NodeConfigInvalid("venue", venue, (name.upper() for name in known))
    environments = load(venue.lower()).module.Requests.interface.environments
    if environment not in environments:
        raise NodeConfigInvalid("environment", environment, environments)
