"""Every generated venue inside NautilusTrader: `pip install "dragoman[nautilus]"`.

Nothing of NautilusTrader is imported before one of these names is asked for; that takes seconds.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.nautilus.config import DragomanDataClientConfig, DragomanInstrumentProviderConfig
    from dragoman.nautilus.convert.converter import Converter
    from dragoman.nautilus.convert.custom import custom_type, venue_types
    from dragoman.nautilus.data import DragomanDataClient
    from dragoman.nautilus.exec_config import DragomanExecClientConfig
    from dragoman.nautilus.exec_factory import DragomanLiveExecClientFactory
    from dragoman.nautilus.execution_client import DragomanExecutionClient
    from dragoman.nautilus.factories import DragomanLiveDataClientFactory
    from dragoman.nautilus.provider import DragomanInstrumentProvider

_HOMES = {
    "Converter": "convert.converter",
    "DragomanDataClient": "data",
    "DragomanDataClientConfig": "config",
    "DragomanExecClientConfig": "exec_config",
    "DragomanExecutionClient": "execution_client",
    "DragomanInstrumentProvider": "provider",
    "DragomanInstrumentProviderConfig": "config",
    "DragomanLiveDataClientFactory": "factories",
    "DragomanLiveExecClientFactory": "exec_factory",
    "custom_type": "convert.custom",
    "venue_types": "convert.custom",
}

__all__ = [
    "Converter",
    "DragomanDataClient",
    "DragomanDataClientConfig",
    "DragomanExecClientConfig",
    "DragomanExecutionClient",
    "DragomanInstrumentProvider",
    "DragomanInstrumentProviderConfig",
    "DragomanLiveDataClientFactory",
    "DragomanLiveExecClientFactory",
    "custom_type",
    "venue_types",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(f"dragoman.nautilus.{home}"), name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "nautilus_trader":
            raise
        from dragoman.errors import DependencyMissing

        raise DependencyMissing("nautilus_trader", "nautilus") from error
